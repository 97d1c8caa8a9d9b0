// screens: asking for one number.
#include "app/screens/number_sheet.h"

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/sheet.h"

namespace lapak {

void NumberSheet::open(const Ui& ui, int question, NumberKind kind, NumberNeed need, std::string title,
                       std::optional<std::int64_t> prefill) {
  question_ = question;
  kind_ = kind;
  need_ = need;
  title_ = std::move(title);
  switch (kind) {
    case NumberKind::Amount:
      entry_ = NumberEntry(ui.currency().decimals, 9);
      break;
    case NumberKind::Pieces:
      entry_ = NumberEntry(0, 6);
      break;
    case NumberKind::Measure:
      entry_ = NumberEntry(3, 9, NumberEntry::Typing::WholeFirst);
      break;
  }
  if (prefill) entry_.prefill(kind == NumberKind::Pieces ? *prefill / 1000 : *prefill);
  is_open_ = true;
}

std::int64_t NumberSheet::number() const {
  return kind_ == NumberKind::Pieces ? Quantity::of(entry_.value()).thousandths : entry_.value();
}

std::optional<NumberSheet::Answer> NumberSheet::draw(Ui& ui) {
  std::optional<Answer> answer;
  Sheet sheet(ui, "number", is_open_, {.title = title_, .close_label = ui.words("Close")});
  if (!sheet.visible()) return answer;
  if (sheet.dismissed()) is_open_ = false;
  const Rect content = sheet.content();
  const std::string shown =
      kind_ == NumberKind::Amount ? ui.money(Money{entry_.value()}) : ui.words().quantity(Quantity{number()});
  amount_field(ui, "number.value", {content.x, 88, content.w, 96}, shown,
               {.selected = true, .prefilled = entry_.prefilled()});
  const float foot = ui.height() - 16 - 80;
  float pad_bottom = foot - 16;
  if (need_ == NumberNeed::Optional) {
    pad_bottom -= 64;
    if (button(ui, "number.none", {content.x, foot - 64, content.w, 56},
               {.label = ui.words("Leave empty"), .kind = ButtonKind::Outline})) {
      answer = Answer{question_, std::nullopt};
    }
  }
  const float pad_top = 200;
  const float pad_height = std::min(pad_bottom - pad_top, 4 * 96.0f + 3 * 8);
  number_pad(ui, "number", {content.x, pad_bottom - pad_height, content.w, pad_height}, entry_,
             {.has_zeros = kind_ == NumberKind::Amount});
  if (button(ui, "number.ok", {content.x, foot, content.w, 80},
             {.label = ui.words("Done"), .kind = ButtonKind::Primary, .type = Type::Title, .shortcut = {Key::Enter}})) {
    answer = Answer{question_, number()};
  }
  if (answer) is_open_ = false;
  return answer;
}

}  // namespace lapak
