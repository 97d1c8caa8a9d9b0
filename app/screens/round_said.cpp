// screens: what is said of a pre-order round.
#include "app/screens/round_said.h"

#include "app/screens/wording.h"

namespace lapak {
namespace {

constexpr int kSoon_days = 2;

}  // namespace

Pill round_pill(const Round& round, Date today, const Words& words) {
  if (!takes_orders(round, today)) return {.label = std::string(words(N_("Closed"))), .icon = icon::lock};
  if (!round.closes) return {.label = std::string(words.in_context("round", "Open"))};
  Pill until{.label = say(words, N_("Until {}"), words.weekday_date(*round.closes))};
  if (round.closes->days - today.days <= kSoon_days) until.tone = Tone::Warning;
  return until;
}

std::string left_text(const Words& words, const std::optional<Quantity>& left) {
  if (!left) return {};
  return *left <= Quantity{} ? std::string(words(N_("all taken"))) : say(words, N_("{} left"), words.quantity(*left));
}

std::string percent_text(const Words& words, std::int64_t percent) {
  return percent == 0 ? std::string(words(N_("None"))) : words.percent({percent, 100});
}

}  // namespace lapak
