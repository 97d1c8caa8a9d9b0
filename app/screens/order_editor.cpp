// screens: an order written down.
#include "app/screens/order_editor.h"

#include <algorithm>
#include <array>

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/list.h"
#include "app/parts/text.h"
#include "app/screens/contact_pick.h"
#include "app/screens/day_sheet.h"
#include "app/screens/deposit_sheet.h"
#include "app/screens/method_tiles.h"
#include "app/screens/number_sheet.h"
#include "app/screens/order_page.h"
#include "app/screens/order_pictures.h"
#include "app/screens/order_said.h"
#include "app/screens/page.h"
#include "app/screens/past_orders_sheet.h"
#include "app/screens/wording.h"
#include "core/base/hex.h"
#include "core/base/text.h"
#include "core/order/order_picture_store.h"
#include "core/order/round_store.h"

namespace lapak {
namespace {

enum Question { kPrice, kQuantity, kHours, kRevisions, kPromise, kInvoiceDue };
constexpr std::array<std::int64_t, 3> kSizes_half{1, 2, 4};
constexpr std::array<std::string_view, 3> kSizeLabels{"½", "1", "2"};
constexpr float kLabel = 28;
constexpr int kReminder_days = 2;
constexpr int kInvoiceDays = 14;
constexpr float kHeight = 756, kServiceHeight = 912;  // of both columns

struct Weeks {
  std::vector<WeekLoad> loads;
  std::int64_t last_number = 0;
  std::vector<OrderPicture> pictures;
  bool is_of_round = false;  // the order is one of a round
};

class OrderEditor final : public Screen {
 public:
  OrderEditor(CustomOrder order, bool is_the_cart) : order_(std::move(order)), empties_cart_(is_the_cart) {
    is_new_ = order_.id.is_nil();
    chosen_day_ = !is_new_;
  }

  void refresh(const Shop& shop) override {
    cap_ = week_cap_of(shop.profile());
    today_ = shop.today();
    home_ = home_country_code(shop.profile().currency);
    weeks_.refresh(shop, today_, rooms(&Revisions::order), [&](const Shop& s, Date today) {
      return Weeks{week_loads(s.facts(), today, order_.id), last_order_number(s.facts()),
                   pictures_of(s.facts(), order_.id), round_of(s.facts(), order_.id).has_value()};
    });
    if (client_.empty() && !order_.client.is_nil())
      if (const auto contact = find_contact(shop.facts(), kept_contact(shop.facts(), order_.client)))
        client_ = shown_name(*contact, home_);
    past_.refresh(shop, order_.client, rooms(&Revisions::order, &Revisions::people, &Revisions::sale),
                  [](const Shop& s, Id<Contact> client) {
                    return client.is_nil() ? std::vector<PastOrder>() : past_orders(s.facts(), client);
                  });
    pick_.refresh(shop);
    pictures_.refresh(shop);
    offer_days();
  }

  void draw(Ui& ui, Intents& out) override {
    written_ = ui.words(N_("Order {} is written down."));
    saved_ = ui.words(N_("Saved"));
    std::ranges::move(pictures_.take(out), std::back_inserter(added_));
    const bool is_complete = !order_.client.is_nil() && !trimmed(order_.what).empty();
    const bool is_overbooked = !holds(order_.promised);
    const Money paid = is_new_ ? deposit() : Money{};
    const std::string main = is_overbooked    ? std::string(ui.words(N_("Take it on all the same")))
                             : paid > Money{} ? say(ui, N_("Save, take {}"), ui.money(paid))
                                              : std::string(ui.words(N_("Save")));
    const PageFrame page = draw_page(ui, {.title = is_new_ ? say(ui, N_("New order #{}"), weeks_->last_number + 1)
                                                           : say(ui, N_("Order #{}"), order_.number),
                                          .main = main,
                                          .main_icon = is_overbooked ? icon::warning : icon::check,
                                          .main_enabled = is_complete,
                                          .side = weeks_->is_of_round               ? 0.0f
                                                  : ui.size() == SizeClass::Compact ? 240.0f
                                                                                    : 300.0f});
    if (!weeks_->is_of_round) draw_kind(ui, page.side);
    if (page.back) out.add(Back{});
    if (page.main == Press::Tap)
      out.perform(OrderCommand(SaveOrder{order_, is_overbooked ? Overbooking::Allowed : Overbooking::Refused, added_}));
    if (page.main == Press::TapDisabled)
      out.add(ShowToast{.sentence = std::string(ui.words(N_("Who orders, and what? Both are needed."))),
                        .icon = icon::info});
    {
      const float height = is_service() ? kServiceHeight : kHeight;
      ScrollArea scroll(ui, "order_new.scroll", page.content, height);
      const Rect area{scroll.origin().x, scroll.origin().y, page.content.w, height};
      draw_what(ui, out, area.column(0, 2, 32));
      draw_terms(ui, area.column(1, 2, 32));
    }
    if (const auto number = number_.draw(ui)) take(*number);
    if (const auto day = day_.draw(ui, day_said(ui))) take(*day);
    if (const auto picked = pick_.draw(ui)) take(*picked, out);
    if (const auto asked = past_sheet_.draw(ui, past_.view()))
      order_.price = times(*asked, order_.quantity).value_or(*asked);
    if (const auto picture = pictures_.draw_sheets(ui, out)) take(*picture, out);
  }

  void performed(const Outcome& outcome, Intents& out) override {
    if (outcome.kind == "save_contact") {
      order_.client = Id<Contact>{outcome.subject};
      client_.clear();
    } else if (outcome.kind == "mark_picture") {
      out.add(ShowToast{.sentence = saved_, .icon = icon::check_circle, .offers_undo = true});
    } else if (outcome.kind == "save_order" && !is_new_) {
      out.add(Back{outcome});
    } else if (outcome.kind == "save_order") {
      order_.id = Id<CustomOrder>{outcome.subject};
      if (empties_cart_) out.perform(CartCommand(ClearCart{}));
      if (const Money paid = deposit(); paid > Money{})
        out.perform(OrderCommand(TakeOrderDeposit{order_.id, {Tender{.method = method_, .amount = paid}}}));
      if (reminds_ && reminder_day())
        out.perform(PeopleCommand(
            SetReminder{order_.client, {}, *reminder_day(), fmt::format("{}: {}", outcome.label, order_.what)}));
      out.add(Replace{make_order_page(order_.id)});
      out.add(ShowToast{.sentence = fmt::format(fmt::runtime(written_), outcome.label), .icon = icon::check_circle});
    }
  }

  bool dropped(const std::filesystem::path& file, Intents& out) override {
    pictures_.read(file, out);
    return true;
  }

 private:
  bool is_service() const { return order_.kind == OrderKind::Service; }
  Money deposit() const { return deposit_share(order_.price, percent_); }
  bool holds(std::optional<Date> day) const;
  std::int64_t free_half_slots(Date day) const;
  WeekLoad load_of(Date day) const;
  void offer_days();
  // Early enough to still do something about it; none where there is no such day ahead.
  std::optional<Date> reminder_day() const {
    if (!order_.promised || order_.promised->plus_days(-kReminder_days) <= today_) return std::nullopt;
    return order_.promised->plus_days(-kReminder_days);
  }
  void take(const NumberSheet::Answer& answer);
  void take(const DaySheet::Answer& answer);
  std::string day_said(const Ui& ui) const;
  void take(const ContactPick::Answer& picked, Intents& out);
  void take(const OrderPicture& picture, Intents& out);
  void draw_what(Ui& ui, Intents& out, Rect column);
  void draw_pictures(Ui& ui, Intents& out, Rect line);
  void draw_kind(Ui& ui, Rect place);
  void draw_count(Ui& ui, Rect place);
  void draw_terms(Ui& ui, Rect column);
  void draw_days(Ui& ui, Rect place);
  void draw_deposit(Ui& ui, Rect column, float y);

  CustomOrder order_;
  std::string client_, written_, saved_;
  bool is_new_ = true;
  bool empties_cart_ = false;
  bool reminds_ = false;
  bool chosen_day_ = false;  // by hand: what is suggested does not replace it
  std::int64_t percent_ = 0;
  Method method_ = Method::Cash;
  Watched<Date, Weeks> weeks_;
  std::array<Date, 3> days_{};
  WeekCap cap_;
  Date today_;
  std::string_view home_;
  ContactPick pick_;
  NumberSheet number_{"order_new.number"};
  Watched<Id<Contact>, std::vector<PastOrder>> past_;
  PastOrdersSheet past_sheet_{PastOrdersSheet::Raise::Offered};
  OrderPictures pictures_;
  std::vector<Attachment> added_;  // kept when the order is saved
  DaySheet day_{"order_new.day_sheet"};
  int day_question_ = kPromise;
};

WeekLoad OrderEditor::load_of(Date day) const {
  const auto found = std::ranges::find(weeks_->loads, monday_of(day), &WeekLoad::monday);
  return found == weeks_->loads.end() ? WeekLoad{.monday = monday_of(day)} : *found;
}

bool OrderEditor::holds(std::optional<Date> day) const {
  return !day || fits(load_of(*day), cap_, order_.half_slots, order_.minutes);
}

std::int64_t OrderEditor::free_half_slots(Date day) const {
  return std::max<std::int64_t>(0, cap_.half_slots - load_of(day).half_slots);
}

// A week from now, the first day from then on whose week still holds it, and a week after.
void OrderEditor::offer_days() {
  const Date soon = today_.plus_days(7);
  const Date free = suggested_day(weeks_->loads, cap_, soon, order_.half_slots, order_.minutes);
  days_ = {soon, free, free.plus_days(7)};
  if (free == soon) days_ = {soon, soon.plus_days(7), soon.plus_days(14)};
  if (!chosen_day_) order_.promised = free;
}

void OrderEditor::take(const NumberSheet::Answer& answer) {
  if (answer.question == kPrice) order_.price = answer.money();
  if (answer.question == kQuantity) order_.quantity = Quantity{std::max<std::int64_t>(1, answer.value.value_or(1'000))};
  if (answer.question == kHours) order_.minutes = answer.value.value_or(0) * 60 / 1'000;
  if (answer.question == kRevisions) order_.revisions_agreed = answer.value.value_or(0) / 1'000;
}

void OrderEditor::take(const DaySheet::Answer& answer) {
  if (answer.question == kInvoiceDue) {
    order_.invoice_due = answer.day;
  } else {
    order_.promised = answer.day;
    chosen_day_ = true;
  }
}

// What the week of a day to promise holds.
std::string OrderEditor::day_said(const Ui& ui) const {
  return day_question_ == kPromise ? week_text(ui.words(), load_of(day_.day()), cap_) : std::string();
}

void OrderEditor::take(const ContactPick::Answer& picked, Intents& out) {
  client_ = picked.name;
  order_.client = picked.contact;
  if (!picked.contact.is_nil()) return;
  Contact contact;
  (looks_like_phone(picked.name) ? contact.phone : contact.name) = picked.name;
  out.perform(PeopleCommand(SaveContact{.contact = contact, .fallback_name = picked.name}));
}

void OrderEditor::draw_kind(Ui& ui, Rect place) {
  const std::vector<std::string> kinds{std::string(ui.words(N_("Piece"))), std::string(ui.words(N_("Service")))};
  if (const auto kind = segments(ui, "order_new.kind", place, kinds, is_service() ? 1 : 0))
    order_.kind = *kind == 1 ? OrderKind::Service : OrderKind::Piece;
}

// Those the order has are changed at once, as on its page; new ones only leave the list.
void OrderEditor::take(const OrderPicture& picture, Intents& out) {
  if (picture.id.is_nil())
    std::erase_if(added_, [&](const Attachment& added) { return hex(added.hash) == picture.photo; });
  else
    out.perform(OrderCommand(MarkPicture{picture.id, picture.shows, picture.pinned}));
}

void OrderEditor::draw_pictures(Ui& ui, Intents& out, Rect line) {
  std::vector<OrderPicture> shown = weeks_->pictures;
  for (const Attachment& added : added_)
    shown.push_back({.id = {}, .order = order_.id, .photo = hex(added.hash), .shows = PictureShows::Wish});
  pictures_.draw(ui, out, line, shown, OrderPictures::More::Offered);
}

void OrderEditor::draw_what(Ui& ui, Intents& out, Rect column) {
  float y = column.y;
  const std::string who = client_.empty() ? std::string(ui.words(N_("Who orders?")))
                                          : ui.paint().shortened(Type::Button, client_, column.w - 90);
  if (button(ui, "order_new.client", {column.x, y, column.w, 72},
             {.label = who,
              .icon = client_.empty() ? icon::user_plus : icon::user,
              .kind = choice_kind(!client_.empty()),
              .left_aligned = true,
              .enabled = !weeks_->is_of_round}))
    pick_.open(std::string(ui.words(N_("Who orders?"))), {}, 0, ContactPick::Newcomers::Offered);
  y += 88;
  if (!past_->empty()) {
    const bool is_raise_due = is_new_ && raise_due(past_.view());
    if (button(ui, "order_new.past", {column.x, y - 8, column.w, 56},
               {.label = past_orders_said(ui, past_.view()),
                .icon = is_raise_due ? icon::hand_coins : icon::clock_counter_clockwise,
                .kind = ButtonKind::Quiet,
                .sub_label = is_raise_due ? ui.words(N_("Time to ask for more?")) : std::string_view(),
                .left_aligned = true}))
      past_sheet_.open(client_);
    y += 64;
  }
  y += kLabel;
  const float words_height = is_service() ? 80 : 96;
  field(ui, "order_new.what", {column.x, y, column.w, words_height}, order_.what,
        {.label = ui.words(N_("What is ordered?")),
         .multiline = true,
         .enabled = !weeks_->is_of_round,
         .longest_bytes = 2'000});
  y += words_height + 16;
  if (is_service()) {
    field(ui, "order_new.scope", {column.x, y + kLabel, column.w, 128}, order_.scope,
          {.label = ui.words(N_("Scope: what is part of it, and what is not")),
           .multiline = true,
           .longest_bytes = 2'000});
    y += kLabel + 128 + 16;
  }
  draw_pictures(ui, out, {column.x, y, column.w, OrderPictures::kHeight});
  y += OrderPictures::kHeight + 16;
  const float half = (column.w - 24) / 2;
  caption(ui, column.x, y, half, ui.words(is_service() ? N_("Revisions") : N_("Quantity")));
  caption(ui, column.x + half + 24, y, half, ui.words(N_("Slots of the week")));
  y += kLabel;
  draw_count(ui, {column.x, y, half, 64});
  for (std::size_t i = 0; i < kSizes_half.size(); ++i)
    if (button(ui, fmt::format("order_new.size.{}", i),
               Rect{column.x + half + 24, y, half, 64}.column(static_cast<int>(i), 3, kGap),
               {.label = kSizeLabels[i],
                .kind = choice_kind(order_.half_slots == kSizes_half[i]),
                .selected = order_.half_slots == kSizes_half[i]}))
      order_.half_slots = kSizes_half[i];
  y += 64 + 16 + kLabel;
  field(ui, "order_new.notes", {column.x, y, column.w, 80}, order_.notes,
        {.label = ui.words(N_("How it is made")), .multiline = true, .longest_bytes = 2'000});
  y += 80 + 16;
  if (!order_.promised) return;
  WeekLoad week = load_of(*order_.promised);
  week.half_slots += order_.half_slots;
  week.minutes += order_.minutes;
  std::string said = week_text(ui.words(), week, cap_);
  const bool is_held = holds(order_.promised);
  if (!is_held)
    said = say(ui, N_("{0}, with this order. The first free day is {1}."), said,
               ui.words().weekday_date(
                   suggested_day(weeks_->loads, cap_, *order_.promised, order_.half_slots, order_.minutes)));
  text(ui, {column.x, y, column.w, 76}, said,
       {.type = Type::Text,
        .color = is_held ? ui.theme().ink2 : ui.theme().warning_text,
        .upright = Upright::Top,
        .lines = 3,
        .name = "order_new.week"});
}

// Of a piece how many; of a service how often it is changed for the price.
void OrderEditor::draw_count(Ui& ui, Rect place) {
  const Quantity one = Quantity::of(1);
  if (weeks_->is_of_round) {
    text(ui, place, ui.words().quantity(order_.quantity), {.type = Type::Row, .name = "order_new.quantity"});
    return;
  }
  const Step step =
      is_service()
          ? stepper(ui, "order_new.revisions", place,
                    {.value = ui.words().count(order_.revisions_agreed), .can_go_down = order_.revisions_agreed > 0})
          : stepper(ui, "order_new.quantity", place,
                    {.value = ui.words().quantity(order_.quantity), .can_go_down = order_.quantity > one});
  if (step == Step::Number)
    number_.open({.title = std::string(ui.words(is_service() ? N_("Revisions") : N_("Quantity"))),
                  .kind = NumberKind::Pieces,
                  .may_be_zero = is_service(),
                  .question = is_service() ? kRevisions : kQuantity},
                 ui.currency());
  if (step != Step::Less && step != Step::More) return;
  const int by = step == Step::More ? 1 : -1;
  if (is_service())
    order_.revisions_agreed += by;
  else
    order_.quantity += Quantity::of(by);
}

void OrderEditor::draw_terms(Ui& ui, Rect column) {
  float y = column.y;
  caption(ui, column.x, y, column.w, ui.words(N_("Promised for")));
  draw_days(ui, {column.x, y + kLabel, column.w, 80});
  y += kLabel + 80 + 16;
  if (amount_field(ui, "order_new.price", {column.x, y, column.w, 80}, ui.money(order_.price),
                   {.label = ui.words(N_("Agreed price"))}))
    number_.open(
        {.title = std::string(ui.words(N_("Agreed price"))), .prefill = order_.price.minor, .question = kPrice},
        ui.currency());
  y += 80 + 16;
  const std::string hours = hours_text(ui.words(), order_.minutes);
  if (button(ui, "order_new.hours", {column.x, y, column.w, 56},
             {.label = ui.words(N_("Hours of work")),
              .icon = icon::clock,
              .kind = ButtonKind::Outline,
              .trailing = hours,
              .left_aligned = true}))
    number_.open({.title = std::string(ui.words(N_("Hours of work"))), .kind = NumberKind::Measure, .question = kHours},
                 ui.currency());
  y += 56 + 16;
  if (is_service()) {
    const std::string due = fmt::format("{}: {}", ui.words(N_("Invoice payable by")),
                                        order_.invoice_due ? ui.words().short_date(*order_.invoice_due) : "–");
    if (button(ui, "order_new.due", {column.x, y, column.w, 56},
               {.label = due, .icon = icon::receipt, .kind = ButtonKind::Outline, .left_aligned = true})) {
      day_question_ = kInvoiceDue;
      day_.open({.title = std::string(ui.words(N_("Invoice payable by"))),
                 .day = order_.invoice_due.value_or(order_.promised.value_or(today_).plus_days(kInvoiceDays)),
                 .today = today_,
                 .need = DayNeed::Optional,
                 .question = kInvoiceDue});
    }
    y += 56 + 16;
  }
  if (is_new_) draw_deposit(ui, column, y);
}

void OrderEditor::draw_days(Ui& ui, Rect place) {
  std::optional<std::size_t> offered;
  for (std::size_t i = 0; i < days_.size(); ++i) {
    const bool is_full = !holds(days_[i]);
    const std::string room = is_full ? std::string(ui.words(N_("Full")))
                             : cap_.half_slots == 0
                                 ? std::string()
                                 : say(ui, N_("{} free"), slots_text(ui.words(), free_half_slots(days_[i])));
    const bool is_chosen = order_.promised == days_[i];
    if (is_chosen) offered = i;
    if (button(ui, fmt::format("order_new.day.{}", i), place.column(static_cast<int>(i), 4, kGap),
               {.label = ui.words().weekday_date(days_[i]),
                .kind = choice_kind(is_chosen),
                .sub_label = room,
                .selected = is_chosen,
                .type = Type::SmallStrong})) {
      order_.promised = is_chosen ? std::nullopt : std::optional(days_[i]);
      chosen_day_ = true;
    }
  }
  const bool is_other = order_.promised && !offered;
  const std::string other(is_other ? ui.words().weekday_date(*order_.promised) : std::string(ui.words(N_("Choose…"))));
  if (button(ui, "order_new.day.other", place.column(3, 4, kGap),
             {.label = other, .kind = choice_kind(is_other), .selected = is_other, .type = Type::SmallStrong})) {
    day_question_ = kPromise;
    day_.open({.title = std::string(ui.words(N_("Promised for"))),
               .day = order_.promised.value_or(days_[0]),
               .today = today_,
               .question = kPromise});
  }
}

void OrderEditor::draw_deposit(Ui& ui, Rect column, float y) {
  caption(ui, column.x, y, column.w, ui.words(N_("Deposit")));
  y += kLabel;
  for (std::size_t i = 0; i < kDepositShares.size(); ++i) {
    const std::int64_t percent = kDepositShares[i];
    const std::string label = percent == 0     ? std::string(ui.words(N_("Later")))
                              : percent == 100 ? std::string(ui.words(N_("In full")))
                                               : ui.words().percent({percent, 100});
    if (button(ui, fmt::format("order_new.deposit.{}", i),
               Rect{column.x, y, column.w, 64}.column(static_cast<int>(i), 4, kGap),
               {.label = label,
                .kind = choice_kind(percent_ == percent),
                .selected = percent_ == percent,
                .type = Type::SmallStrong}))
      percent_ = percent;
  }
  y += 64 + 8;
  const Money paid = deposit();
  text(ui, {column.x, y, column.w, 40},
       paid.is_zero() ? std::string(ui.words(N_("Nothing is paid today.")))
                      : say(ui, N_("Deposit {0}, due {1}"), ui.money(paid), ui.money(order_.price - paid)),
       {.type = Type::Text, .color = ui.theme().ink2, .name = "order_new.deposit.said"});
  y += 40 + 8;
  if (!paid.is_zero()) {
    if (const auto by = method_tiles(ui, "order_new.by", {column.x, y, column.w, 120}, method_)) method_ = *by;
    y += 120 + 16;
  }
  if (reminder_day() && switch_row(ui, "order_new.remind", {column.x, y, column.w, 56},
                                   ui.words(N_("Remind me 2 days before")), reminds_))
    reminds_ = !reminds_;
}

}  // namespace

std::unique_ptr<Screen> make_order_editor(NewOrder begun) {
  CustomOrder order;
  if (begun.client) order.client = *begun.client;
  order.what = std::move(begun.what);
  order.price = begun.price;
  return std::make_unique<OrderEditor>(std::move(order), begun.is_the_cart);
}

std::unique_ptr<Screen> make_order_editor(CustomOrder order) {
  return std::make_unique<OrderEditor>(std::move(order), false);
}

}  // namespace lapak
