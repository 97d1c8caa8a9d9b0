// screens: money for an order before it is handed over.
#include "app/screens/deposit_sheet.h"

#include <algorithm>

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/method_tiles.h"
#include "app/screens/order_said.h"
#include "app/screens/page.h"
#include "app/screens/wording.h"

namespace lapak {

Money deposit_share(Money price, std::int64_t percent) {
  return part_of(price, {percent, 100});
}

void DepositSheet::open(const OrderRow& row, const Currency& currency) {
  row_ = row;
  method_ = Method::Cash;
  entry_ = NumberEntry(currency.decimals, 12);
  entry_.prefill(gives_back() ? most().minor : std::min(deposit_share(row.order.price, 50), most()).minor);
  is_open_ = true;
}

void DepositSheet::draw(Ui& ui, Intents& out) {
  Sheet sheet(ui, "deposit", is_open_,
              {.title = gives_back() ? order_title(row_) : say(ui, N_("Deposit for {}"), order_title(row_)),
               .close_label = ui.words(N_("Close"))});
  if (!sheet.visible()) return;
  const Rect content = sheet.content();
  const Money amount{entry_.value()};
  amount_field(
      ui, "deposit.amount", content.top_part(88), ui.money(amount),
      {.label = ui.words(gives_back() ? N_("Give back") : N_("Deposit")),
       .selected = true,
       .prefilled = entry_.prefilled(),
       .hint = say(ui, N_("Due {}"), ui.bare_money(gives_back() ? row_.rest : std::max(Money{}, row_.rest - amount)))});
  std::vector<std::string> shares;
  for (std::size_t i = 1; i < kDepositShares.size(); ++i)
    shares.push_back(kDepositShares[i] == 100 ? std::string(ui.words(N_("In full")))
                                              : ui.words().percent({kDepositShares[i], 100}));
  if (gives_back()) shares.clear();
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const Money share = std::min(most(), deposit_share(row_.order.price, kDepositShares[i + 1]));
    if (button(ui, fmt::format("deposit.share.{}", i),
               Rect{content.x, content.y + 96, content.w, 48}.column(static_cast<int>(i), 3, kGap),
               {.label = shares[i],
                .kind = choice_kind(amount == share, ButtonKind::Outline),
                .selected = amount == share,
                .type = Type::SmallStrong}))
      entry_.prefill(share.minor);
  }
  if (const auto by = method_tiles(ui, "deposit.by", {content.x, content.y + 152, content.w, 112}, method_))
    method_ = *by;
  const Rect foot = content.bottom_part(80);
  number_pad(ui, "deposit.key", {content.x, content.y + 272, content.w, foot.y - 8 - content.y - 272}, entry_);
  if (button(ui, "deposit.ok", foot,
             {.label = say(ui, gives_back() ? N_("Give back {}") : N_("Accept {}"), ui.money(amount)),
              .icon = icon::check,
              .kind = ButtonKind::Primary,
              .enabled = amount > Money{} && amount <= most(),
              .type = Type::Title,
              .shortcut = {Key::Enter}})) {
    const std::vector<Tender> tenders{Tender{.method = method_, .amount = amount}};
    if (gives_back())
      out.perform(OrderCommand(ReturnOrderDeposit{row_.order.id, tenders, {}}));
    else
      out.perform(OrderCommand(TakeOrderDeposit{row_.order.id, tenders}));
  }
  if (sheet.dismissed()) is_open_ = false;
}

void CallOffSheet::open(const OrderRow& row) {
  row_ = row;
  deposit_ = HeldDeposit::GivenBack;
  method_ = Method::Cash;
  reason_.clear();
  is_open_ = true;
}

void CallOffSheet::draw(Ui& ui, Intents& out) {
  Sheet sheet(ui, "call_off", is_open_,
              {.title = ui.words(N_("Call the order off")), .close_label = ui.words(N_("Close")), .foot = 80});
  if (!sheet.visible()) return;
  const Rect content = sheet.content();
  const bool is_held = row_.deposit > Money{};
  const bool gives_back = is_held && deposit_ == HeldDeposit::GivenBack;
  text(ui, {content.x, content.y, content.w, 60},
       !is_held     ? std::string(ui.words(N_("Nothing was paid for it yet.")))
       : gives_back ? say(ui, N_("{} goes back to the client."), ui.money(row_.deposit))
                    : say(ui, N_("{} is kept, and is turnover of today."), ui.money(row_.deposit)),
       {.type = Type::Body, .upright = Upright::Top, .lines = 2, .name = "call_off.said"});
  float y = content.y + 68;
  if (is_held) {
    const auto chosen = segments(ui, "call_off.held", {content.x, y, content.w, 56},
                                 {std::string(ui.words(N_("Give back"))), std::string(ui.words(N_("Keep")))},
                                 deposit_ == HeldDeposit::GivenBack ? 0 : 1);
    if (chosen) deposit_ = *chosen == 0 ? HeldDeposit::GivenBack : HeldDeposit::Kept;
    y += 72;
  }
  if (gives_back) {
    if (const auto by = method_tiles(ui, "call_off.by", {content.x, y, content.w, 120}, method_)) method_ = *by;
    y += 136;
  }
  field(ui, "call_off.reason", {content.x, y + 28, content.w, 56}, reason_,
        {.label = ui.words(N_("Why (optional)")), .longest_bytes = 500});
  if (button(
          ui, "call_off.ok", sheet.foot(),
          {.label = ui.words(N_("Call it off")), .icon = icon::x, .kind = ButtonKind::Danger, .type = Type::Title})) {
    CallOff command{.order = row_.order.id, .deposit = deposit_, .tenders = {}, .reason = reason_};
    if (gives_back) command.tenders = {Tender{.method = method_, .amount = row_.deposit}};
    out.perform(OrderCommand(std::move(command)));
  }
  if (sheet.dismissed()) is_open_ = false;
  if (!is_open_) ui.leave_field();
}

}  // namespace lapak
