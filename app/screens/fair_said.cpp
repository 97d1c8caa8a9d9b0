// screens: what is said of a fair.
#include "app/screens/fair_said.h"

#include <fmt/format.h>

#include "app/screens/wording.h"

namespace lapak {

std::string fair_days(const Fair& fair, const Words& words) {
  const std::string first = words.weekday_date(first_day(fair));
  return fair.days.size() == 1 ? first : fmt::format("{} – {}", first, words.weekday_date(last_day(fair)));
}

std::string fair_place(const Fair& fair) {
  if (fair.town.empty() || fair.stall.empty()) return fair.town + fair.stall;
  return fair.town + " · " + fair.stall;
}

Pill fair_pill(const Fair& fair, const Words& words) {
  const auto tone = [&] {
    switch (fair.state) {
      case FairState::Asked:
        return Tone::Warning;
      case FairState::Accepted:
        return Tone::Primary;
      case FairState::Paid:
        return Tone::Success;
      case FairState::Refused:
        return Tone::Neutral;
    }
    LAPAK_ASSERT(false);
  };
  return {.label = std::string(fair_state_name(fair.state, words)), .tone = tone()};
}

std::string_view fair_state_name(FairState state, const Words& words) {
  switch (state) {
    case FairState::Asked:
      return words.in_context("fair", "Asked");
    case FairState::Accepted:
      return words.in_context("fair", "Accepted");
    case FairState::Paid:
      return words.in_context("fair", "Paid");
    case FairState::Refused:
      return words.in_context("fair", "Refused");
  }
  LAPAK_ASSERT(false);
}

std::string_view asked_name(AskedReason reason, const Words& words) {
  switch (reason) {
    case AskedReason::None:
      return words(N_("Had none"));
    case AskedReason::Price:
      return words(N_("Too dear"));
    case AskedReason::Colour:
      return words(N_("Other colour"));
    case AskedReason::Size:
      return words(N_("Other size"));
  }
  LAPAK_ASSERT(false);
}

std::string_view verdict_name(Verdict verdict, const Words& words) {
  switch (verdict) {
    case Verdict::Yes:
      return words.in_context("fair", "Yes");
    case Verdict::Maybe:
      return words.in_context("fair", "Maybe");
    case Verdict::No:
      return words.in_context("fair", "No");
  }
  LAPAK_ASSERT(false);
}

std::string fair_helpers(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  return all;
}

std::string hours_text(std::int64_t minutes, const Words& words) {
  const std::int64_t hours = minutes / 60, rest = minutes % 60;
  if (hours == 0) return say(words, N_("{} min"), rest);
  return rest == 0 ? say(words, N_("{} h"), hours) : say(words, N_("{0} h {1} min"), hours, rest);
}

}  // namespace lapak
