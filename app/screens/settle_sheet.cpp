// screens: settling what is owed.
#include "app/screens/settle_sheet.h"

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/method_tiles.h"
#include "app/screens/wording.h"

namespace lapak {

void SettleSheet::open(Id<Sale> sale, Money owed, const Currency& currency) {
  sale_ = sale;
  owed_ = owed;
  method_ = Method::Cash;
  entry_ = NumberEntry(currency.decimals, 12);
  entry_.prefill(owed.minor);
  is_open_ = true;
}

std::optional<SettleOwed> SettleSheet::draw(Ui& ui) {
  std::optional<SettleOwed> answer;
  Sheet sheet(ui, "settle", is_open_, {.title = ui.words(N_("Accept payment")), .close_label = ui.words(N_("Close"))});
  if (!sheet.visible()) return answer;
  const Rect content = sheet.content();
  const Money amount{entry_.value()};
  const bool is_too_much = amount > owed_;
  text(ui, {content.x, content.y, content.w, 28}, say(ui, N_("Still owed: {}"), ui.money(owed_)),
       {.type = Type::Small});
  amount_field(ui, "settle.amount", {content.x, content.y + 32, content.w, 88}, ui.money(amount),
               {.selected = true, .prefilled = entry_.prefilled()});
  if (const auto tapped = method_tiles(ui, "settle", {content.x, content.y + 136, content.w, 112}, method_))
    method_ = *tapped;
  const Rect foot = content.bottom_part(80);
  number_pad(ui, "settle.key", {content.x, content.y + 264, content.w, foot.y - 16 - content.y - 264}, entry_);
  if (button(ui, "settle.ok", foot,
             {.label = ui.words(N_("Accept payment")),
              .icon = icon::check,
              .kind = ButtonKind::Primary,
              .enabled = amount.minor > 0 && !is_too_much,
              .type = Type::Title,
              .shortcut = {Key::Enter}})) {
    answer = SettleOwed{.sale = sale_, .tender = {.method = method_, .amount = amount}};
  }
  if (sheet.dismissed()) is_open_ = false;
  return answer;
}

}  // namespace lapak
