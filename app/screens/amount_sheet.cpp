// screens: asking for an amount.
#include "app/screens/amount_sheet.h"

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/wording.h"

namespace lapak {

Rect foot_of(const Ui& ui, Rect sheet) { return {sheet.x + 16, ui.height() - 112, sheet.w - 32, 96}; }

Rect pad_place(const Ui& ui, Rect content) { return {content.x, 256, content.w, ui.height() - 136 - 256}; }

void AmountSheet::open(AmountAsk ask, const Currency& currency) {
  ask_ = std::move(ask);
  entry_ = NumberEntry(currency.decimals, 9);
  if (ask_.prefill) entry_.prefill(ask_.prefill->minor);
  is_open_ = true;
}

std::optional<Money> AmountSheet::draw(Ui& ui, std::string_view warning) {
  std::optional<Money> answer;
  Sheet sheet(ui, name_, is_open_, {.title = ask_.title, .close_label = ui.words(N_("Close"))});
  if (!sheet.visible()) return answer;
  const Rect content = sheet.content();
  amount_field(ui, name_ + ".amount", {content.x, 80, content.w, 96}, ui.money(amount()),
               {.selected = true, .prefilled = entry_.prefilled()});
  if (!warning.empty()) {
    text(ui, {content.x, 184, content.w, 56}, warning,
         {.type = Type::Body, .color = ui.theme().warning_text, .lines = 2, .name = name_ + ".warning"});
  }
  number_pad(ui, name_ + ".key", pad_place(ui, content), entry_);
  const bool is_typed = ask_.may_be_zero ? !entry_.empty() || ask_.prefill.has_value() : entry_.value() > 0;
  if (button(ui, name_ + ".ok", foot_of(ui, sheet.area()),
             {.label = say(ui, ask_.button, ui.money(amount())),
              .kind = ButtonKind::Primary,
              .enabled = is_typed,
              .type = Type::Title,
              .shortcut = {Key::Enter}})) {
    answer = amount();
    is_open_ = false;
  }
  if (sheet.dismissed()) is_open_ = false;
  return answer;
}

}  // namespace lapak
