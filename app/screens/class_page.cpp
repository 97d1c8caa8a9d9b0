// screens: the page of a class: who takes part, what is paid, who came, and what it brings.
#include <algorithm>

#include "app/parts/badge.h"
#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/menu.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/class_letters.h"
#include "app/screens/class_said.h"
#include "app/screens/classes.h"
#include "app/screens/deposit_sheet.h"
#include "app/screens/fair_said.h"
#include "app/screens/order_page.h"
#include "app/screens/order_said.h"
#include "app/screens/page.h"
#include "app/screens/seat_sheet.h"
#include "app/screens/share_sheet.h"
#include "app/screens/testimonial_sheet.h"
#include "app/screens/time_sheet.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"
#include "core/books/class_commands.h"
#include "core/order/order_commands.h"
#include "core/report/class_report.h"
#include "core/shop/class_papers.h"

namespace lapak {
namespace {

constexpr float kRow = 72, kChip = 136;

struct View {
  std::optional<ClassPage> page;
  std::vector<ClassLetter> letters;              // one a participant
  std::vector<std::optional<Cart>> carts;        // that sell what is not paid yet
  std::vector<TestimonialSheet::Wanted> quotes;  // what each said, or may say
  std::string invitation;
};

View ask(const Shop& shop, Id<ClassSession> id) {
  const Database& facts = shop.facts();
  View view{.page = class_page(facts, id), .letters = {}, .carts = {}, .quotes = {}, .invitation = {}};
  if (!view.page) return view;
  for (const Participant& participant : view.page->participants) {
    const CustomOrder& order = participant.row.order;
    const Contact client = find_contact(facts, kept_contact(facts, order.client)).value_or(Contact{});
    view.letters.push_back({participant.row.client, chat_phone(client),
                            class_message(facts, shop.profile(), view.page->session, participant)});
    auto cart = cart_of(facts, order.id, shop.profile().words());
    view.carts.push_back(cart ? std::optional(*std::move(cart)) : std::nullopt);
    view.quotes.push_back(testimonial_about(shop, order, client));
  }
  view.invitation = class_text(facts, shop.profile(), id);
  return view;
}

class ClassScreen final : public Screen {
 public:
  explicit ClassScreen(Id<ClassSession> session) : session_(session) {}

  void refresh(const Shop& shop) override {
    today_ = shop.today();
    currency_ = &shop.profile().money();
    words_ = &shop.profile().screen_words();
    view_.refresh(shop, session_,
                  rooms(&Revisions::books, &Revisions::order, &Revisions::sale, &Revisions::people,
                        &Revisions::portfolio, &Revisions::profile),
                  [](const Shop& s, Id<ClassSession> id) { return ask(s, id); });
    seat_.refresh(shop);
    testimonial_.refresh(shop);
  }

  void draw(Ui& ui, Intents& out) override {
    if (!view_->page) {
      out.add(Back{});
      return;
    }
    const ClassPage& page = *view_->page;
    const bool takes = has_seats_left({page.session, page.taken}, today_);
    const PageFrame frame = draw_page(ui, {.title = page.session.name,
                                           .main = ui.words(N_("Sell a seat")),
                                           .main_icon = icon::plus,
                                           .main_enabled = takes,
                                           .side = 56});
    if (frame.back) out.add(Back{});
    if (frame.main == Press::Tap) seat_.open(session_);
    if (frame.main == Press::TapDisabled)
      out.add(ShowToast{.sentence = std::string(ui.words(page.session.called_off     ? N_("This class is called off.")
                                                         : page.session.day < today_ ? N_("This class is over.")
                                                                                     : N_("All seats are taken."))),
                        .icon = icon::info});
    if (icon_button(ui, "class.more", frame.side, icon::dots_three_vertical, ui.words(N_("More")))) has_more_ = true;
    const float side = ui.size() == SizeClass::Compact ? 304.0f : 368.0f;
    draw_people(ui, {frame.content.x, frame.content.y, frame.content.w - side - 16, frame.content.h}, out, page);
    draw_side(ui, frame.content.right_part(side), page);
    draw_sheets(ui, out, page);
  }

  void performed(const Outcome& outcome, Intents& out) override {
    const bool is_seat = outcome.kind == "join_class" || outcome.kind == "save_contact";
    seat_.performed(outcome, *words_, out);
    time_.performed(outcome, *words_, out);
    if (outcome.kind == "take_deposit" || outcome.kind == "return_deposit") deposit_.close();
    if (outcome.kind == "call_off") call_off_.close();
    if (is_seat || outcome.kind == "cart" || outcome.kind == "note_attendance" || outcome.kind == "note_time") return;
    out.add(ShowToast{.sentence = std::string((*words_)(N_("Saved"))),
                      .icon = icon::check_circle,
                      .offers_undo = outcome.is_undoable});
  }

 private:
  void draw_people(Ui& ui, Rect area, Intents& out, const ClassPage& page);
  void draw_side(Ui& ui, Rect area, const ClassPage& page) const;
  void draw_sheets(Ui& ui, Intents& out, const ClassPage& page);
  void draw_more(Ui& ui, Intents& out, const ClassPage& page);
  void draw_person(Ui& ui, Intents& out, const ClassPage& page);

  Id<ClassSession> session_;
  Watched<Id<ClassSession>, View> view_;
  Date today_;
  const Currency* currency_ = nullptr;
  const Words* words_ = nullptr;
  bool has_more_ = false, has_person_ = false;
  std::size_t person_ = 0;
  SeatSheet seat_;
  DepositSheet deposit_;
  CallOffSheet call_off_;
  TestimonialSheet testimonial_;
  ClassLettersSheet letters_;
  ShareSheet share_;
  TimeSheet time_;
};

void ClassScreen::draw_people(Ui& ui, Rect area, Intents& out, const ClassPage& page) {
  if (page.participants.empty()) {
    empty_state(ui, "class.nobody", area,
                {.icon = icon::users, .sentence = ui.words(N_("Nobody takes part yet.")), .is_main = false});
    return;
  }
  const RowList rows(ui, "class.people", area, {.count = page.participants.size(), .row_height = kRow});
  for (const RowList::Item& item : rows.visible()) {
    const Participant& each = page.participants[item.index];
    std::string paid = paid_text(ui, each.row);
    if (each.row.rest > Money{} && each.row.deposit > Money{})
      paid += " · " + say(ui, N_("Due {}"), ui.bare_money(each.row.rest));
    if (each.seats > 1) paid = say(ui, ui.words().plural("{} seat", "{} seats", each.seats), each.seats) + " · " + paid;
    const float chip_room = page.session.called_off ? 0 : kChip + kGap;
    if (row(ui, fmt::format("class.person.{}", item.index), item.rect.left_part(item.rect.w - chip_room),
            {.title = each.row.client.empty() ? "–" : each.row.client,
             .subtitle = paid,
             .trailing = ui.bare_money(each.row.order.price),
             .icon = icon::user})) {
      person_ = item.index;
      has_person_ = true;
    }
    if (page.session.called_off) continue;
    const bool came = each.attendance == Attendance::Came, missed = each.attendance == Attendance::Missed;
    if (chip(ui, fmt::format("class.came.{}", item.index), Rect{item.rect.right() - kChip, item.rect.y + 12, kChip, 48},
             ui.words(missed ? N_("Missed it") : N_("Was here")),
             {.selected = came,
              .icon = missed ? icon::x
                      : came ? icon::check_circle
                             : Icon()}))
      out.perform(ClassCommand(NoteAttendance{each.row.order.id, came ? Attendance::Unknown : Attendance::Came}));
  }
}

void ClassScreen::draw_side(Ui& ui, Rect area, const ClassPage& page) const {
  const Words& words = ui.words();
  const Theme& t = ui.theme();
  const ClassRow row{page.session, page.taken};
  float y = area.y;
  const auto card = [&](float height) {
    const Rect place{area.x, y, area.w, height};
    plate(ui, place);
    y += height + 16;
    return place.inset(20, 16);
  };
  const auto line = [&](Rect inside, float at, std::string_view label, const std::string& value,
                        std::string_view name = {}) {
    text(ui, {inside.x, inside.y + at, inside.w * 0.55f, 28}, label, {.type = Type::Text, .color = t.ink2});
    text(ui, {inside.x, inside.y + at, inside.w, 28}, value,
         {.type = Type::Strong, .align = Side::Right, .name = name});
  };
  const auto state = class_pill(row, today_, words);
  const Rect when = card(state ? 168.0f : 132.0f);
  text(ui, when.top_part(30), words.full_date(page.session.day), {.type = Type::Strong});
  const std::string hours = class_when(page.session, words);
  text(ui, {when.x, when.y + 34, when.w, 28}, hours.substr(hours.find(" · ") + std::string_view(" · ").size()),
       {.type = Type::Text});
  text(ui, {when.x, when.y + 66, when.w, 28}, page.session.place,
       {.type = Type::Text, .color = t.ink2, .cut = Cut::Names});
  if (state) pill(ui, {when.x, when.y + 104}, *state);
  const Rect seats = card(116);
  text(ui, seats.top_part(28), words(N_("Seats")), {.type = Type::SmallStrong, .color = t.ink2});
  text(ui, {seats.x, seats.y + 28, seats.w, 32}, class_seats(row, words),
       {.type = Type::Strong, .name = "class.seats"});
  progress(ui, "class.taken", {seats.x, seats.y + 70, seats.w, 12},
           static_cast<float>(page.taken) / static_cast<float>(page.session.seats), t.primary);
  const Rect money = card(page.hourly ? 180.0f : 148.0f);
  text(ui, money.top_part(28), words(N_("Income")), {.type = Type::SmallStrong, .color = t.ink2});
  line(money, 32, words(N_("Agreed")), ui.bare_money(page.agreed), "class.agreed");
  line(money, 60, words(N_("Received")), ui.bare_money(page.received), "class.received");
  line(money, 88, words(N_("Due")), ui.bare_money(page.agreed - page.received));
  if (page.hourly)
    line(money, 118, hours_text(page.session.minutes, words), say(ui, N_("{} / hour"), ui.bare_money(*page.hourly)),
         "class.hourly");
  if (page.said.empty() || y + 120 > area.bottom()) return;
  const Rect said = card(area.bottom() - y);
  const Testimonial& quote = page.said.front();
  text(ui, said.top_part(28), words(quote.consented_on ? N_("What was said") : N_("Said, for you alone")),
       {.type = Type::SmallStrong, .color = t.ink2});
  const int lines = std::max(1, static_cast<int>((said.h - 64) / 26));
  text(ui, {said.x, said.y + 32, said.w, said.h - 64}, "“" + quote.text + "”",
       {.type = Type::Text, .upright = Upright::Top, .cut = Cut::Names, .lines = lines, .name = "class.said"});
  text(ui, said.bottom_part(28), quote.named, {.type = Type::Small, .color = t.ink2, .cut = Cut::Names});
}

void ClassScreen::draw_sheets(Ui& ui, Intents& out, const ClassPage& page) {
  seat_.draw(ui, out);
  draw_person(ui, out, page);
  draw_more(ui, out, page);
  deposit_.draw(ui, out);
  call_off_.draw(ui, out);
  testimonial_.draw(ui, out);
  if (const ClassLetter* letter = letters_.draw(ui, view_->letters)) share_.open(letter->phone, letter->text);
  share_.draw(ui, out);
  time_.draw(ui, out);
}

void ClassScreen::draw_person(Ui& ui, Intents& out, const ClassPage& page) {
  if (person_ >= page.participants.size()) has_person_ = false;
  const Participant each = person_ < page.participants.size() ? page.participants[person_] : Participant{};
  Sheet sheet(ui, "participant", has_person_, {.title = each.row.client, .close_label = ui.words(N_("Close"))});
  if (!sheet.visible() || person_ >= page.participants.size()) return;
  SheetMenu menu(ui, sheet, has_person_);
  const bool is_open_order = is_open(each.row.order.stage);
  const std::optional<Cart>& cart = view_->carts[person_];
  if (!page.session.called_off && cart &&
      menu.entry(
          "participant.pay",
          each.row.deposit.is_zero() ? ui.words(N_("Pay at the till")) : ui.words(N_("Pay the rest at the till")),
          icon::storefront)) {
    out.perform(CartCommand(AddOrder{*cart}));
    out.add(GoTo{Section::Sell});
  }
  if (!page.session.called_off && is_open_order && each.row.rest > Money{} &&
      menu.entry("participant.deposit", ui.words(N_("Take a deposit")), icon::hand_coins))
    deposit_.open(each.row, *currency_);
  if (!page.session.called_off && each.attendance != Attendance::Missed &&
      menu.entry("participant.missed", ui.words(N_("Missed it")), icon::x))
    out.perform(ClassCommand(NoteAttendance{each.row.order.id, Attendance::Missed}));
  if (menu.entry("participant.write", ui.words(N_("Send by WhatsApp")), icon::whatsapp_logo))
    share_.open(view_->letters[person_].phone, view_->letters[person_].text);
  if (menu.entry("participant.quote", ui.words(N_("Testimonial")), icon::note_pencil))
    testimonial_.open(view_->quotes[person_], today_);
  if (menu.entry("participant.order", ui.words(N_("The order and its receipts")), icon::receipt))
    out.add(Open{make_order_page(each.row.order.id)});
  if (is_open_order && menu.entry("participant.call_off", ui.words(N_("Call the seat off")), icon::trash))
    call_off_.open(each.row);
  if (sheet.dismissed()) has_person_ = false;
}

void ClassScreen::draw_more(Ui& ui, Intents& out, const ClassPage& page) {
  Sheet sheet(ui, "class_more", has_more_, {.title = page.session.name, .close_label = ui.words(N_("Close"))});
  if (!sheet.visible()) return;
  SheetMenu menu(ui, sheet, has_more_);
  if (menu.entry("class_more.edit", ui.words(N_("Edit")), icon::pencil)) out.add(Open{make_class_editor(page.session)});
  if (menu.entry("class_more.invite", ui.words(N_("Invite: send the class round")), icon::share_network))
    share_.open({}, view_->invitation);
  if (menu.entry("class_more.letters", ui.words(N_("Write to all who take part")), icon::whatsapp_logo))
    letters_.open(std::string(ui.words(N_("Write to all who take part"))));
  if (menu.entry("class_more.time", ui.words(N_("Note hours")), icon::clock)) time_.open(Stream::Classes);
  ClassSession turned = page.session;
  turned.called_off = !turned.called_off;
  if (menu.entry("class_more.call_off",
                 ui.words(page.session.called_off ? N_("Offer it after all") : N_("Call the class off")),
                 page.session.called_off ? icon::arrow_counter_clockwise : icon::x_circle))
    out.perform(ClassCommand(SaveClass{turned}));
  if (sheet.dismissed()) has_more_ = false;
}

}  // namespace

std::unique_ptr<Screen> make_class_page(Id<ClassSession> session) {
  return std::make_unique<ClassScreen>(session);
}

}  // namespace lapak
