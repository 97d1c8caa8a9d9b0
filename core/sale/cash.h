// sale: cash in hand: which amounts a buyer is likely to hold out, and which notes to hand back (ux.md §4.8, §2.9).
//
// Pure. Any thread.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/base/currency.h"
#include "core/base/money.h"

namespace lapak {

// At most five amounts above `total` that people pay it with, smallest first. The exact amount is not among them:
// the screen offers it always. Empty for a total of zero or less.
std::vector<Money> cash_suggestions(Money total, const Currency& currency);

struct NoteCount {
  Money value;  // one note or coin
  std::int64_t count = 0;
  friend bool operator==(const NoteCount&, const NoteCount&) = default;
};

struct HandedNotes {
  std::vector<NoteCount> notes;  // biggest first, none with a count of zero
  Money left_over;               // what no note or coin can make up
};

// `amount` in as few notes and coins as a hand takes them from the drawer, biggest first. With a `drawer`, no more of
// each than lies in it. An amount of zero or less needs none.
HandedNotes notes_for(Money amount, const Currency& currency,
                      std::optional<std::span<const NoteCount>> drawer = std::nullopt);

}  // namespace lapak
