// screens: handing an order over.
#include "app/screens/hand_over_sheet.h"

#include <array>

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/order_said.h"
#include "app/screens/page.h"
#include "app/screens/wording.h"
#include "core/order/order_commands.h"

namespace lapak {
namespace {

constexpr std::array kWays{Delivery::AtTheStall, Delivery::PickedUp, Delivery::Shipped};

}  // namespace

void HandOverSheet::open(const OrderRow& row) {
  row_ = row;
  order_ = row.order;
  fee_ = {};
  cart_.reset();
  number_.close();
  is_open_ = true;
}

void HandOverSheet::refresh(const Shop& shop) {
  if (!is_open_) return;
  cart_.reset();
  if (auto cart = cart_of(shop.facts(), order_.id, shop.profile().words())) cart_ = std::move(*cart);
}

void HandOverSheet::draw(Ui& ui, Intents& out) {
  {
    Sheet sheet(
        ui, "hand_over", is_open_,
        {.title = say(ui, N_("Hand over {}"), order_title(row_)), .close_label = ui.words(N_("Close")), .foot = 96});
    if (!sheet.visible()) return;
    const Rect content = sheet.content();
    const auto sum = [&](float y, std::string_view label, Money worth) {
      text(ui, {content.x, y, content.w, 28}, ui.words(label), {.type = Type::Text, .color = ui.theme().ink2});
      text(ui, {content.x, y, content.w, 28}, ui.bare_money(worth), {.type = Type::Text, .align = Side::Right});
    };
    sum(content.y, N_("Price"), row_.order.price);
    sum(content.y + 28, N_("Deposit"), -row_.deposit);
    const Rect rest{content.x, content.y + 60, content.w, 40};
    text(ui, rest, ui.words(N_("Due")), {.type = Type::Strong});
    amount(ui, rest, ui.money(row_.rest + fee_), {.size = AmountSize::S, .name = "hand_over.rest"});
    caption(ui, content.x, content.y + 104, content.w, ui.words(N_("How it leaves")));
    std::size_t way = 0;
    while (kWays[way] != order_.delivery) ++way;
    const auto chosen = segments(ui, "hand_over.way", {content.x, content.y + 132, content.w, 56},
                                 {std::string(ui.words(N_("At the stall"))), std::string(ui.words(N_("Picked up"))),
                                  std::string(ui.words(N_("Shipped")))},
                                 way);
    if (chosen) order_.delivery = kWays[*chosen];
    const bool is_shipped = order_.delivery == Delivery::Shipped;
    if (!is_shipped) fee_ = {};
    if (is_shipped) {
      const float y = content.y + 204;
      field(ui, "hand_over.courier", {content.x, y + 28, content.w, 56}, order_.courier,
            {.label = ui.words(N_("Courier")), .longest_bytes = 200});
      field(ui, "hand_over.tracking", {content.x, y + 124, content.w, 56}, order_.tracking,
            {.label = ui.words(N_("Tracking number")), .kind = TextKind::Code, .longest_bytes = 200});
      if (amount_field(ui, "hand_over.fee", {content.x, y + 196, content.w, 72}, ui.money(fee_),
                       {.label = ui.words(N_("Shipping"))}))
        number_.open({.title = std::string(ui.words(N_("Shipping"))), .prefill = fee_.minor}, ui.currency());
    }
    if (button(ui, "hand_over.ok", sheet.foot(),
               {.label = ui.words(N_("Add to the cart")),
                .icon = icon::storefront,
                .kind = ButtonKind::Primary,
                .enabled = cart_.has_value(),
                .type = Type::Main,
                .shortcut = {Key::Enter}})) {
      if (!is_shipped) order_.courier = row_.order.courier, order_.tracking = row_.order.tracking;
      if (order_ != row_.order) out.perform(OrderCommand(SaveOrder{order_}));
      out.perform(CartCommand(AddOrder{*cart_}));
      if (!fee_.is_zero()) out.perform(CartCommand(AddAmount{std::string(ui.words(N_("Shipping"))), fee_}));
      out.add(GoTo{Section::Sell});
      is_open_ = false;
    }
    if (sheet.dismissed()) is_open_ = false;
    if (!is_open_) ui.leave_field();
  }
  if (const auto fee = number_.draw(ui)) fee_ = fee->money();
}

}  // namespace lapak
