// screens: what is said of a fair in a list and on its pages.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "app/parts/badge.h"
#include "core/fair/fair_store.h"
#include "core/words/words.h"

namespace lapak {

// "Sat 28 Nov", "Sat 28 Nov – Sun 29 Nov".
std::string fair_days(const Fair& fair, const Words& words);
// "Kota Lama, Semarang · B-12": where it is, as far as it was said.
std::string fair_place(const Fair& fair);
// How far its application is.
Pill fair_pill(const Fair& fair, const Words& words);
std::string_view fair_state_name(FairState state, const Words& words);
std::string_view asked_name(AskedReason reason, const Words& words);
std::string_view verdict_name(Verdict verdict, const Words& words);
// "Dina, Rani": those who are known still.
std::string fair_helpers(const std::vector<std::string>& names);
// "2 h 30 min".
std::string hours_text(std::int64_t minutes, const Words& words);

}  // namespace lapak
