// screens: asking for one number.
#include "app/screens/number_sheet.h"

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/wording.h"

namespace lapak {
namespace {

constexpr int kAmountDigits = 9, kPiecesDigits = 6;

}  // namespace

Rect pad_place(const Ui& ui, Rect content) {
  return {content.x, 256, content.w, ui.height() - 136 - 256};
}

void NumberSheet::open(NumberAsk ask, const Currency& currency) {
  ask_ = std::move(ask);
  switch (ask_.kind) {
    case NumberKind::Amount:
      entry_ = NumberEntry(currency.decimals, kAmountDigits);
      break;
    case NumberKind::Pieces:
      entry_ = NumberEntry(0, kPiecesDigits);
      break;
    case NumberKind::Measure:
      entry_ = NumberEntry(3, kAmountDigits, NumberEntry::Typing::WholeFirst);
      break;
  }
  if (ask_.prefill) entry_.prefill(ask_.kind == NumberKind::Pieces ? *ask_.prefill / 1000 : *ask_.prefill);
  is_open_ = true;
}

std::int64_t NumberSheet::value() const {
  return ask_.kind == NumberKind::Pieces ? Quantity::of(entry_.value()).thousandths : entry_.value();
}

std::optional<NumberSheet::Answer> NumberSheet::draw(Ui& ui, std::string_view warning) {
  std::optional<Answer> answer;
  Sheet sheet(ui, name_, is_open_, {.title = ask_.title, .close_label = ui.words(N_("Close")), .foot = 96});
  if (!sheet.visible()) return answer;
  const Rect content = sheet.content();
  const bool is_amount = ask_.kind == NumberKind::Amount;
  const auto shown = [&] { return is_amount ? ui.money(Money{value()}) : ui.words().quantity(Quantity{value()}); };
  amount_field(ui, name_ + ".amount", {content.x, 80, content.w, 96}, shown(),
               {.selected = true, .prefilled = entry_.prefilled()});
  if (!warning.empty()) {
    text(ui, {content.x, 184, content.w, 56}, warning,
         {.type = Type::Body, .color = ui.theme().warning_text, .lines = 2, .name = name_ + ".warning"});
  }
  Rect pad = pad_place(ui, content);
  if (ask_.need == NumberNeed::Optional) {
    pad.h -= 64;
    if (button(ui, name_ + ".none", {content.x, pad.bottom() + kGap, content.w, 56},
               {.label = ui.words(N_("Leave empty")), .kind = ButtonKind::Outline})) {
      answer = Answer{ask_.question, std::nullopt};
    }
  }
  number_pad(ui, name_ + ".key", pad, entry_, {.has_zeros = is_amount});
  const bool is_typed = ask_.may_be_zero || value() > 0;
  const std::string label = ask_.button.empty() ? std::string(ui.words(N_("Done"))) : say(ui, ask_.button, shown());
  if (button(ui, name_ + ".ok", sheet.foot(),
             {.label = label,
              .kind = ButtonKind::Primary,
              .enabled = is_typed,
              .type = Type::Title,
              .shortcut = {Key::Enter}})) {
    answer = Answer{ask_.question, value()};
  }
  if (answer || sheet.dismissed()) is_open_ = false;
  return answer;
}

}  // namespace lapak
