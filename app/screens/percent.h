// screens: a share as percent, as it is typed and shown in a field.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "core/base/money.h"
#include "core/words/words.h"

namespace lapak {

// "0,7" of a hundred; nullopt for what is no share.
std::optional<Fraction> percent_from(std::string_view text, NumberStyle style);
// Empty for nothing.
std::string percent_text(const Words& words, Fraction share);

}  // namespace lapak
