// sale: cash in hand.
#include "core/sale/cash.h"

#include <algorithm>

namespace lapak {
namespace {

constexpr std::size_t most_suggestions = 5;
constexpr std::int64_t most_smaller_notes = 4;

struct Suggestion {
  std::int64_t amount;
  std::int64_t note_count;
};

// How a buyer would lay `amount` on the counter, if a buyer would do so for `total` at all.
std::optional<Suggestion> as_held_out(std::int64_t amount, std::int64_t total, std::span<const std::int64_t> ladder) {
  const std::int64_t biggest = ladder.back();
  std::int64_t rest = amount, notes = 0, smaller_notes = 0, smallest_used = 0;
  for (std::size_t i = ladder.size(); i-- > 0;) {
    const std::int64_t count = rest / ladder[i];
    if (count == 0) continue;
    rest -= count * ladder[i];
    notes += count;
    smallest_used = ladder[i];
    if (ladder[i] < biggest) smaller_notes += count;
  }
  if (rest != 0) return std::nullopt;
  const bool has_superfluous_note = notes > 1 && amount - smallest_used >= total;
  if (has_superfluous_note || smaller_notes > most_smaller_notes) return std::nullopt;
  return Suggestion{amount, notes};
}

}  // namespace

std::vector<Money> cash_suggestions(Money total, const Currency& currency) {
  if (total.minor <= 0) return {};
  std::vector<Suggestion> found;
  for (const std::int64_t step : currency.ladder) {
    if (step * 100 < total.minor) continue;
    const std::int64_t amount = (total.minor + step - 1) / step * step;
    if (amount == total.minor || (!found.empty() && found.back().amount == amount)) continue;
    if (const auto suggestion = as_held_out(amount, total.minor, currency.ladder)) found.push_back(*suggestion);
  }
  while (found.size() > most_suggestions) found.erase(std::ranges::max_element(found, {}, &Suggestion::note_count));
  std::ranges::sort(found, {}, &Suggestion::amount);
  std::vector<Money> amounts;
  for (const Suggestion& suggestion : found) amounts.push_back(Money{suggestion.amount});
  return amounts;
}

HandedNotes notes_for(Money amount, const Currency& currency, std::optional<std::span<const NoteCount>> drawer) {
  HandedNotes handed{.notes = {}, .left_over = std::max(amount, Money{})};
  for (const std::int64_t value : currency.notes_and_coins) {
    std::int64_t count = handed.left_over.minor / value;
    if (drawer) {
      const auto there = std::ranges::find(*drawer, Money{value}, &NoteCount::value);
      count = std::min(count, there == drawer->end() ? 0 : std::max<std::int64_t>(there->count, 0));
    }
    if (count == 0) continue;
    handed.notes.push_back({Money{value}, count});
    handed.left_over -= Money{value * count};
  }
  return handed;
}

}  // namespace lapak
