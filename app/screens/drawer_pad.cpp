// screens: counting the drawer.
#include "app/screens/drawer_pad.h"

#include <fmt/format.h>

#include "app/parts/button.h"
#include "app/parts/plate.h"
#include "app/parts/text.h"

namespace lapak {

// At most seven kinds of notes, so that the rows of the count stand on one page; what is smaller is coin.
constexpr std::size_t kMostNotes = 7;
constexpr std::int64_t kMostPieces = 9999;

void DrawerPad::begin(const Currency& currency, const std::vector<NoteCount>& counted) {
  rows_.clear();
  for (const std::int64_t value : currency.notes_and_coins) {
    if (value < currency.smallest_note || rows_.size() == kMostNotes) break;
    rows_.push_back({Money{value}, NumberEntry(0, 4)});
  }
  rows_.push_back({Money{}, NumberEntry(currency.decimals, 9)});
  Money coins;
  for (const NoteCount& note : counted) {
    Row* found = nullptr;
    for (Row& row : rows_) {
      if (!row.value.is_zero() && row.value == note.value) found = &row;
    }
    if (found) {
      found->entry.prefill(note.count);
    } else {
      coins += note.value.is_zero() ? Money{note.count} : Money{note.value.minor * note.count};
    }
  }
  if (!coins.is_zero()) rows_.back().entry.prefill(coins.minor);
}

DrawerPad::Said DrawerPad::said_of(const Ui& ui, const Row& row) {
  const std::int64_t count = row.entry.value();
  if (!row.value.is_zero()) return {fmt::format("{} \u00D7", ui.bare_money(row.value)), ui.words().count(count)};
  return {std::string(ui.words("Coins")), count == 0 ? "0" : ui.bare_money(Money{count})};
}

std::string DrawerPad::chosen_row(const Ui& ui) const {
  const Said said = said_of(ui, rows_.at(static_cast<std::size_t>(chosen_)));
  return said.name + " " + said.count;
}

Money DrawerPad::worth(const Row& row) {
  return row.value.is_zero() ? Money{row.entry.value()} : Money{row.value.minor * row.entry.value()};
}

Money DrawerPad::sum() const {
  Money sum;
  for (const Row& row : rows_) sum += worth(row);
  return sum;
}

std::vector<NoteCount> DrawerPad::counted() const {
  std::vector<NoteCount> notes;
  for (const Row& row : rows_) {
    if (row.entry.value() > 0) notes.push_back({row.value, row.entry.value()});
  }
  return notes;
}

bool DrawerPad::draw_row(Ui& ui, int index, Rect minus, Rect box, Rect plus, Rect sum) {
  const Theme& t = ui.theme();
  Row& row = rows_[static_cast<std::size_t>(index)];
  const bool is_coins = row.value.is_zero();
  // Loose coins go up by the largest coin's worth, as hands pile them.
  const std::int64_t step = is_coins ? std::max<std::int64_t>(1, ui.currency().smallest_note / 2) : 1;
  const auto change = [&](std::int64_t by) {
    const std::int64_t value = row.entry.value() + by;
    if (value < 0 || (!is_coins && value > kMostPieces)) return;
    row.entry.prefill(value);
    chosen_ = index;
  };
  const auto key = [&](std::string_view part, Rect rect, Icon icon, std::string_view label, bool enabled) {
    const ControlState state = ui.control({.name = fmt::format("note.{}.{}", index, part),
                                           .rect = rect,
                                           .kind = ControlKind::Key,
                                           .label = label,
                                           .tap_on = TapOn::Press,
                                           .enabled = enabled,
                                           .repeats = true});
    const Color ground = t.is_terik() ? t.surface : t.surface2;
    const Plate plate = draw_plate(ui, rect, kButtonRadius,
                                   {ground, t.ink, t.is_terik() ? t.divider : Color{0, 0, 0, 0}, 2}, state, enabled);
    ui.paint().icon(plate.rect.centre(), icon, plate.ink, IconWeight::Bold, IconSize::Rail);
    return state.tapped;
  };
  if (key("minus", minus, icon::minus, "\u2212", row.entry.value() >= step)) change(-step);
  if (key("plus", plus, icon::plus, "+", true)) change(step);

  const bool is_chosen = chosen_ == index;
  const auto [name, count] = said_of(ui, row);
  const ControlState state = ui.control({.name = fmt::format("note.{}", index),
                                         .rect = box,
                                         .kind = ControlKind::AmountField,
                                         .label = count,
                                         .selected = is_chosen});
  ui.paint().fill(box, t.surface, kFieldRadius);
  ui.paint().outline(box, is_chosen ? t.primary : t.outline, is_chosen || t.is_terik() ? 2.0f : 1.0f, kFieldRadius);
  if (state.focused) ui.draw_focus_ring(box, kFieldRadius);
  if (state.tapped) chosen_ = index;
  const Rect inside = box.inset(12, 0);
  const float count_width = ui.paint().width(Type::Price, count);
  text(ui, {inside.x, box.y, inside.w - count_width - 4, box.h}, name, {.type = Type::Text, .color = t.ink2});
  text(ui, inside, count,
       {.type = Type::Price, .color = row.entry.value() == 0 ? t.ink2 : t.ink, .align = Side::Right});
  if (!sum.empty()) {
    const Money amount = worth(row);
    text(ui, sum, amount.is_zero() ? std::string("\u2013") : ui.bare_money(amount),
         {.type = Type::Strong, .color = amount.is_zero() ? t.ink2 : t.ink, .align = Side::Right});
  }
  return state.tapped;
}

void DrawerPad::draw_pad(Ui& ui, Rect rect) {
  Row& row = rows_[static_cast<std::size_t>(chosen_)];
  number_pad(ui, "pad", rect, row.entry);
  if (ui.shortcut({Key::Down}) || ui.shortcut({Key::Enter})) chosen_ = (chosen_ + 1) % row_count();
  if (ui.shortcut({Key::Up})) chosen_ = (chosen_ + row_count() - 1) % row_count();
}

}  // namespace lapak
