// screens: what is said of a pre-order round in a list and on its page.
#pragma once
#include <optional>
#include <string>

#include "app/parts/badge.h"
#include "app/parts/ui.h"
#include "core/order/round.h"

namespace lapak {

// "Until Sat 28 Nov", amber on the last two days; "Closed".
Pill round_pill(const Round& round, Date today, const Words& words);
// "3 left", "all taken"; empty where there is no quota.
std::string left_text(const Words& words, const std::optional<Quantity>& left);
std::string percent_text(const Words& words, std::int64_t percent);

}  // namespace lapak
