// screens: selling a seat in a class.
#include "app/screens/seat_sheet.h"

#include <algorithm>
#include <utility>

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/class_said.h"
#include "app/screens/classes.h"
#include "app/screens/method_tiles.h"
#include "app/screens/page.h"
#include "app/screens/wording.h"
#include "core/books/class_commands.h"
#include "core/order/order_commands.h"
#include "core/people/people_commands.h"

namespace lapak {

void SeatSheet::open(std::optional<Id<ClassSession>> session, std::optional<Id<Contact>> buyer) {
  session_ = session;
  client_ = buyer;
  client_name_.clear();
  seats_ = 1;
  paying_ = Paying::AtTheTill;
  method_ = Method::Cash;
  is_joining_ = is_naming_ = false;
  to_pay_.reset();
  cart_.reset();
  is_open_ = true;
}

void SeatSheet::refresh(const Shop& shop) {
  if (!is_open_ && !to_pay_) return;
  today_ = shop.today();
  home_ = home_country_code(shop.profile().currency);
  classes_.refresh(shop, today_, rooms(&Revisions::books, &Revisions::order, &Revisions::sale),
                   [](const Shop& s, Date today) {
                     std::vector<ClassRow> open;
                     for (ClassRow& row : classes(s.facts(), today))
                       if (has_seats_left(row, today)) open.push_back(std::move(row));
                     return open;
                   });
  if (client_ && client_name_.empty())
    if (const auto contact = find_contact(shop.facts(), kept_contact(shop.facts(), *client_)))
      client_name_ = shown_name(*contact, home_);
  if (to_pay_ && !cart_)
    if (auto cart = cart_of(shop.facts(), *to_pay_, shop.profile().words())) cart_ = std::move(*cart);
  pick_.refresh(shop);
}

const ClassRow* SeatSheet::chosen() const {
  if (!session_) return nullptr;
  const auto found = std::ranges::find(classes_.view(), *session_, [](const ClassRow& row) { return row.session.id; });
  return found == classes_->end() ? nullptr : &*found;
}

void SeatSheet::draw(Ui& ui, Intents& out) {
  if (to_pay_ && cart_) {
    out.perform(CartCommand(AddOrder{*cart_}));
    out.add(GoTo{Section::Sell});
    to_pay_.reset();
    cart_.reset();
  }
  {
    Sheet sheet(ui, "seat", is_open_,
                {.title = ui.words(N_("Seat in a class")), .close_label = ui.words(N_("Close")), .foot = 80});
    if (!sheet.visible()) return;
    const ClassRow* const row = chosen();
    if (!row)
      draw_classes(ui, sheet.content());
    else
      draw_seat(ui, out, sheet.content(), *row);
    if (row) {
      const Result<Money> price = times(row->session.price, Quantity::of(seats_));
      const Money worth = price.value_or(Money{});
      const std::string label = paying_ == Paying::AtTheTill ? say(ui, N_("Into the cart, {}"), ui.money(worth))
                                : paying_ == Paying::Deposit
                                    ? say(ui, N_("Accept {}"), ui.money(seat_deposit(row->session, seats_)))
                                    : std::string(ui.words(N_("Hold the seat")));
      if (button(ui, "seat.ok", sheet.foot(),
                 {.label = label, .icon = icon::check, .kind = ButtonKind::Primary, .type = Type::Title}))
        take(ui, out, *row);
    }
    if (sheet.dismissed()) is_open_ = false;
    if (!is_open_) ui.leave_field();
  }
  if (const auto picked = pick_.draw(ui)) {
    if (!picked->contact.is_nil()) {
      client_ = picked->contact;
      client_name_ = picked->name;
    } else {
      Contact contact;
      (looks_like_phone(picked->name) ? contact.phone : contact.name) = picked->name;
      is_naming_ = true;
      out.perform(PeopleCommand(SaveContact{.contact = contact, .fallback_name = picked->name}));
    }
  }
}

void SeatSheet::draw_classes(Ui& ui, Rect area) {
  const std::vector<ClassRow>& all = classes_.view();
  if (all.empty()) {
    empty_state(ui, "seat.none", area,
                {.icon = icon::graduation_cap,
                 .sentence = ui.words(N_("No class to come has a free seat. Classes stand in Reports, under Income.")),
                 .is_main = false});
    return;
  }
  const RowList rows(ui, "seat.list", area, {.count = all.size(), .row_height = 72});
  for (const RowList::Item& item : rows.visible())
    if (row(ui, fmt::format("seat.class.{}", item.index), item.rect,
            {.title = all[item.index].session.name,
             .subtitle = class_when(all[item.index].session, ui.words()),
             .trailing = ui.bare_money(all[item.index].session.price),
             .trailing_sub = class_seats(all[item.index], ui.words()),
             .icon = icon::graduation_cap})) {
      session_ = all[item.index].session.id;
      ui.keep_drawing();
    }
}

void SeatSheet::draw_seat(Ui& ui, Intents&, Rect content, const ClassRow& row) {
  const Words& words = ui.words();
  float y = content.y;
  text(ui, {content.x, y, content.w, 32}, row.session.name, {.type = Type::Strong, .cut = Cut::Names});
  text(ui, {content.x, y + 32, content.w, 28},
       fmt::format("{} · {}", class_when(row.session, words), class_seats(row, words)),
       {.type = Type::Small, .color = ui.theme().ink2, .cut = Cut::Names});
  y += 76;
  const bool is_known = client_.has_value();
  const std::string who = is_known ? ui.paint().shortened(Type::Button, client_name_, content.w - 90)
                                   : std::string(words(N_("Who takes part?")));
  if (button(ui, "seat.client", {content.x, y, content.w, 64},
             {.label = who,
              .icon = is_known ? icon::user : icon::user_plus,
              .kind = choice_kind(is_known),
              .left_aligned = true}))
    pick_.open(std::string(words(N_("Who takes part?"))), {}, 0, ContactPick::Newcomers::Offered);
  y += 80;
  const std::int64_t left = row.session.seats - row.taken;
  text(ui, {content.x, y, content.w - 216, 64}, words(N_("Seats")), {.type = Type::Text});
  const Step step = stepper(ui, "seat.count", {content.right() - 208, y, 208, 64},
                            {.value = words.count(seats_), .can_go_down = seats_ > 1});
  if (step == Step::Less) --seats_;
  if (step == Step::More || step == Step::Number) ++seats_;
  seats_ = std::clamp<std::int64_t>(seats_, 1, left);
  y += 80;
  caption(ui, content.x, y, content.w, words(N_("Payment")));
  y += 28;
  std::vector<std::pair<Paying, std::string>> ways{{Paying::AtTheTill, std::string(words(N_("At the till")))}};
  const std::int64_t percent = row.session.deposit_percent;
  if (percent > 0) ways.emplace_back(Paying::Deposit, say(ui, N_("Deposit {}"), words.percent({percent, 100})));
  ways.emplace_back(Paying::Later, std::string(words(N_("Later"))));
  for (std::size_t i = 0; i < ways.size(); ++i)
    if (button(ui, fmt::format("seat.pay.{}", i),
               Rect{content.x, y, content.w, 64}.column(static_cast<int>(i), static_cast<int>(ways.size()), kGap),
               {.label = ways[i].second,
                .kind = choice_kind(paying_ == ways[i].first),
                .selected = paying_ == ways[i].first,
                .type = Type::SmallStrong}))
      paying_ = ways[i].first;
  y += 72;
  if (paying_ != Paying::Deposit) return;
  if (const auto by = method_tiles(ui, "seat.by", {content.x, y, content.w, 112}, method_)) method_ = *by;
}

void SeatSheet::take(Ui& ui, Intents& out, const ClassRow& row) {
  if (!client_) {
    out.add(ShowToast{.sentence = std::string(ui.words(N_("A seat has a name: who takes part?"))),
                      .icon = icon::user_plus});
    pick_.open(std::string(ui.words(N_("Who takes part?"))), {}, 0, ContactPick::Newcomers::Offered);
    return;
  }
  is_joining_ = true;
  deposit_ = paying_ == Paying::Deposit ? seat_deposit(row.session, seats_) : Money{};
  out.perform(ClassCommand(JoinClass{row.session.id, *client_, seats_, {}}));
}

void SeatSheet::performed(const Outcome& outcome, const Words& words, Intents& out) {
  if (outcome.kind == "save_contact" && std::exchange(is_naming_, false)) {
    client_ = Id<Contact>{outcome.subject};
    client_name_.clear();
  }
  if (outcome.kind != "join_class" || !std::exchange(is_joining_, false)) return;
  is_open_ = false;
  const Id<CustomOrder> order{outcome.subject};
  if (paying_ == Paying::AtTheTill)
    to_pay_ = order;
  else
    out.add(ShowToast{.sentence = say(words, N_("The seat is held for {}."), client_name_),
                      .icon = icon::check_circle,
                      .offers_undo = deposit_.is_zero()});
  if (!deposit_.is_zero())
    out.perform(OrderCommand(TakeOrderDeposit{order, {Tender{.method = method_, .amount = deposit_}}}));
}

}  // namespace lapak
