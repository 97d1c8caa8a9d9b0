// screens: an order's page.
#include "app/screens/order_page.h"

#include <algorithm>
#include <array>

#include "app/parts/badge.h"
#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/menu.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/classes.h"
#include "app/screens/contact_page.h"
#include "app/screens/deposit_sheet.h"
#include "app/screens/hand_over_sheet.h"
#include "app/screens/history.h"
#include "app/screens/note_sheet.h"
#include "app/screens/number_sheet.h"
#include "app/screens/order_editor.h"
#include "app/screens/order_pictures.h"
#include "app/screens/order_said.h"
#include "app/screens/page.h"
#include "app/screens/rounds.h"
#include "app/screens/share_sheet.h"
#include "app/screens/watched.h"
#include "app/screens/what_next.h"
#include "app/screens/wording.h"
#include "core/books/class_store.h"
#include "core/order/order_picture_store.h"
#include "core/order/round_store.h"
#include "core/shop/order_papers.h"

namespace lapak {
namespace {

constexpr float kRow = 72;
constexpr std::array kStages{OrderStage::Asked, OrderStage::Agreed, OrderStage::Making, OrderStage::Ready};

struct View {
  std::optional<OrderPage> page;
  std::string message;
  std::vector<OrderPicture> pictures;
  std::optional<RoundPage> round;       // that it is of
  std::optional<ClassSession> session;  // that it is a seat of
};

class OrderScreen final : public Screen {
 public:
  explicit OrderScreen(Id<CustomOrder> order) : order_(order) {}

  void refresh(const Shop& shop) override {
    today_ = shop.today();
    currency_ = &shop.profile().money();
    now_ = shop.now();
    is_helper_ = !shop.may(Right::People);
    view_.refresh(
        shop, order_, rooms(&Revisions::order, &Revisions::sale, &Revisions::people, &Revisions::profile),
        [](const Shop& s, Id<CustomOrder> order) {
          View view{.page = order_page(s.facts(), order), .message = {}, .pictures = {}, .round = {}, .session = {}};
          if (!view.page) return view;
          view.message = order_text(s.facts(), s.profile(), order);
          view.pictures = pictures_of(s.facts(), order);
          if (const auto round = round_of(s.facts(), order)) view.round = round_page(s.facts(), *round);
          if (const auto session = class_of(s.facts(), order)) view.session = find_class(s.facts(), *session);
          return view;
        });
    hand_over_.refresh(shop);
    pictures_.refresh(shop);
    next_.refresh(shop, order_);
  }

  void draw(Ui& ui, Intents& out) override {
    if (!view_->page) {
      out.add(Back{});
      return;
    }
    remember_words(ui);
    if (std::vector<Attachment> come = pictures_.take(out); !come.empty())
      out.perform(OrderCommand(AddPictures{order_, picture_shows_at(view_->page->row.order.stage), std::move(come)}));
    const OrderPage& page = *view_->page;
    const OrderStage stage = page.row.order.stage;
    const bool is_compact = ui.size() == SizeClass::Compact;
    const std::string_view onward = view_->session                ? std::string_view()
                                    : stage == OrderStage::Ready  ? ui.words(N_("Hand over"))
                                    : stage == OrderStage::Making ? ui.words(N_("It is ready"))
                                    : is_open(stage)              ? ui.words(N_("Start making"))
                                                                  : std::string_view();
    const PageFrame frame = draw_page(ui, {.title = order_title(page.row),
                                           .main = onward,
                                           .main_icon = icon::arrow_right,
                                           .side = is_compact ? 120.0f : 240.0f});
    if (frame.back) out.add(Back{});
    if (frame.main == Press::Tap) move_on(out, page.row);
    draw_head(ui, out, frame.side, page, is_compact);
    const float left_width = is_compact ? 312.0f : 360.0f;
    const Rect left = ui.left_handed() ? frame.content.right_part(left_width) : frame.content.left_part(left_width);
    const float right_x = ui.left_handed() ? frame.content.x : left.right() + 24;
    draw_card(ui, out, left, page);
    draw_money(ui, out, {right_x, frame.content.y, frame.content.w - left_width - 24, frame.content.h}, page);
    draw_sheets(ui, out, page);
  }

  void performed(const Outcome& outcome, Intents& out) override {
    if (outcome.kind == "take_deposit" || outcome.kind == "return_deposit") deposit_.close();
    if (outcome.kind == "call_off") call_off_.close();
    const std::string said =
        outcome.kind == "take_deposit" ? fmt::format(fmt::runtime(deposit_taken_), outcome.label) : saved_;
    if (outcome.kind == "cart" || outcome.kind == "hold_cart") return;
    if (outcome.kind == "set_reminder") return next_.performed(outcome, out);
    out.add(ShowToast{.sentence = said, .icon = icon::check_circle, .offers_undo = outcome.is_undoable});
  }

  bool dropped(const std::filesystem::path& file, Intents& out) override {
    pictures_.read(file, out);
    return true;
  }

 private:
  void remember_words(const Ui& ui) {
    saved_ = ui.words(N_("Saved"));
    deposit_taken_ = ui.words(N_("Deposit taken: receipt {}"));
  }
  void move_on(Intents& out, const OrderRow& row) {
    if (row.order.stage == OrderStage::Ready)
      hand_over_.open(row);
    else
      out.perform(OrderCommand(
          MoveOrder{order_, row.order.stage == OrderStage::Making ? OrderStage::Ready : OrderStage::Making}));
  }
  void draw_head(Ui& ui, Intents& out, Rect side, const OrderPage& page, bool is_compact);
  void draw_card(Ui& ui, Intents& out, Rect area, const OrderPage& page);
  void draw_money(Ui& ui, Intents& out, Rect area, const OrderPage& page);
  void draw_revisions(Ui& ui, Intents& out, Rect area, const OrderPage& page);
  void draw_receipts(Ui& ui, Intents& out, Rect area, const OrderPage& page);
  void draw_sheets(Ui& ui, Intents& out, const OrderPage& page);
  void draw_more(Ui& ui, Intents& out, const OrderPage& page);

  Id<CustomOrder> order_;
  Watched<Id<CustomOrder>, View> view_;
  Date today_;
  Instant now_;
  const Currency* currency_ = nullptr;
  float card_height_ = 600;
  DepositSheet deposit_;
  CallOffSheet call_off_;
  HandOverSheet hand_over_;
  OrderPictures pictures_;
  WhatNext next_;
  ShareSheet share_;
  NumberSheet hours_{"hours"}, charge_{"charge"};
  NoteSheet tracking_{"order.tracking.note"};
  bool has_more_open_ = false;
  bool is_helper_ = false;  // sees no number of a client
  std::string saved_, deposit_taken_;
};

void OrderScreen::draw_head(Ui& ui, Intents& out, Rect side, const OrderPage& page, bool is_compact) {
  if (page.row.order.stage == OrderStage::CalledOff) return;
  if (icon_button(ui, "order.more", side.right_part(56), icon::dots_three_vertical, ui.words(N_("More"))))
    has_more_open_ = true;
  if (!is_open(page.row.order.stage)) return;
  if (button(ui, "order.edit", side.left_part(side.w - 56 - kGap),
             {.label = ui.words(N_("Edit")),
              .icon = icon::pencil,
              .stacked = is_compact,
              .type = is_compact ? Type::Nav : Type::Button}))
    out.add(Open{make_order_editor(page.row.order)});
}

void OrderScreen::draw_card(Ui& ui, Intents& out, Rect area, const OrderPage& page) {
  plate(ui, area);
  ScrollArea scroll(ui, "order.card", area, card_height_);
  const CustomOrder& order = page.row.order;
  const float x = area.x + 24, width = area.w - 48;
  float y = scroll.origin().y + 24;
  const auto lines = std::max(1, static_cast<int>(ui.paint().wrapped(Type::Title, order.what, width, 3).size()));
  const float height = 30.0f * static_cast<float>(lines);
  text(ui, {x, y, width, height}, order.what,
       {.type = Type::Title, .upright = Upright::Top, .cut = Cut::Names, .lines = lines, .name = "order.what"});
  y += height + 12;
  if (const auto due = due_pill(order, today_, ui.words())) {
    pill(ui, {x, y}, *due);
    y += 46;
  }
  if (const auto overdue = invoice_pill(page.row, today_, ui.words())) {
    pill(ui, {x, y}, *overdue);
    y += 46;
  }
  if (row(ui, "order.client", {x, y, width, 56},
          {.title = page.row.client.empty() ? "–" : page.row.client,
           .icon = icon::user,
           .enabled = !page.row.client.empty(),
           .has_arrow = true}))
    out.add(Open{make_contact_page(order.client)});
  y += 72;
  if (const auto& round = view_->round) {
    y -= 16;
    if (row(ui, "order.round", {x, y, width, 56},
            {.title = round->round.name, .icon = icon::calendar_check, .has_arrow = true}))
      out.add(Open{make_round_page(round->round.id)});
    y += 72;
  }
  if (const auto& session = view_->session) {
    y -= 16;
    if (row(ui, "order.class", {x, y, width, 56},
            {.title = session->name, .icon = icon::graduation_cap, .has_arrow = true}))
      out.add(Open{make_class_page(session->id)});
    y += 72;
  }
  const bool is_called_off = order.stage == OrderStage::CalledOff;
  if (!is_called_off || !view_->pictures.empty()) {
    pictures_.draw(ui, out, {x, y, width, OrderPictures::kHeight}, view_->pictures,
                   is_called_off ? OrderPictures::More::Absent : OrderPictures::More::Offered);
    y += OrderPictures::kHeight + 16;
  }
  const auto told = [&](std::string_view label, const std::string& value, int value_lines = 1) {
    if (value.empty()) return;
    caption(ui, x, y, width, ui.words(label));
    const auto taken = std::max(1, static_cast<int>(ui.paint().wrapped(Type::Text, value, width, value_lines).size()));
    const float room = 26.0f * static_cast<float>(taken);
    text(ui, {x, y + 28, width, room}, value,
         {.type = Type::Text, .upright = Upright::Top, .cut = Cut::Names, .lines = taken});
    y += room + 36;
  };
  told(N_("Promised for"), order.promised ? ui.words().full_date(*order.promised) : std::string());
  if (order.kind == OrderKind::Service) {
    told(N_("Invoice payable by"), order.invoice_due ? ui.words().full_date(*order.invoice_due) : std::string());
    told(N_("Scope"), order.scope, 6);
    std::string days;
    for (const Date& day : page.revisions) days += (days.empty() ? "" : ", ") + ui.words().short_date(day);
    told(N_("Revisions given"), days, 2);
  } else {
    told(N_("Quantity"), ui.words().quantity(order.quantity));
  }
  told(N_("Slots"), order.half_slots == 0 ? std::string() : slots_text(ui.words(), order.half_slots));
  std::string hours = page.minutes == 0 ? std::string() : hours_text(ui.words(), page.minutes);
  if (order.minutes > 0)
    hours = say(ui, N_("{0} of {1}"), hours_text(ui.words(), page.minutes), hours_text(ui.words(), order.minutes));
  told(N_("Hours of work"), hours);
  told(N_("How it is made"), order.notes, 4);
  told(N_("Courier"), order.courier);
  told(N_("Tracking number"), order.tracking);
  card_height_ = y + 24 - scroll.origin().y;
}

void OrderScreen::draw_money(Ui& ui, Intents& out, Rect area, const OrderPage& page) {
  const OrderRow& row = page.row;
  const bool is_open_order = is_open(row.order.stage);
  float y = area.y;
  if (is_open_order && !view_->session) {
    std::vector<std::string> labels;
    std::size_t at = 0;
    for (std::size_t i = 0; i < kStages.size(); ++i) {
      labels.emplace_back(stage_name(kStages[i], ui.words()));
      if (kStages[i] == row.order.stage) at = i;
    }
    if (const auto stage = segments(ui, "order.stage", {area.x, y, area.w, 56}, labels, at))
      out.perform(OrderCommand(MoveOrder{order_, kStages[*stage]}));
  } else {
    text(ui, {area.x, y, area.w, 56}, stage_name(row.order.stage, ui.words()),
         {.type = Type::Title, .name = "order.closed"});
  }
  y += 72;
  const Rect sums{area.x, y, area.w, 96};
  plate(ui, sums);
  const auto sum = [&](int column, std::string_view label, Money value, std::string_view name) {
    const Rect place = sums.inset(20, 12).column(column, 3, 12);
    text(ui, place.top_part(26), ui.words(label), {.type = Type::Small, .color = ui.theme().ink2});
    amount(ui, place.bottom_part(44), ui.bare_money(value),
           {.size = AmountSize::Headline, .align = Side::Left, .name = name});
  };
  sum(0, N_("Price"), row.order.price, "order.price");
  if (is_open_order) {
    sum(1, N_("Deposit"), row.deposit, "order.deposit");
  } else {
    sum(1, N_("Received"), row.order.price - row.rest, "order.paid");  // the deposit went into the bill
  }
  sum(2, is_open_order ? N_("Due") : N_("Owed by customer"), row.rest, "order.rest");
  y += 112;
  if (is_open_order) {
    const Rect keys{area.x, y, area.w, 64};
    if (button(ui, "order.take", keys.column(0, 2, kGap),
               {.label = ui.words(row.rest < Money{} ? N_("Give back what is too much") : N_("Take a deposit")),
                .icon = icon::hand_coins,
                .enabled = !row.rest.is_zero()}))
      deposit_.open(row, *currency_);
    if (button(ui, "order.hours", keys.column(1, 2, kGap), {.label = ui.words(N_("Note hours")), .icon = icon::clock}))
      hours_.open(
          {.title = std::string(ui.words(N_("Hours of work"))), .kind = NumberKind::Measure, .may_be_zero = false},
          ui.currency());
    y += 80;
    if (row.order.kind == OrderKind::Service) {
      draw_revisions(ui, out, {area.x, y, area.w, 104}, page);
      y += 120;
    }
  } else if (row.order.delivery == Delivery::Shipped && row.order.stage == OrderStage::HandedOver) {
    if (button(ui, "order.tracking", {area.x, y, area.w, 64},
               {.label = ui.words(N_("Tracking number")), .icon = icon::package}))
      tracking_.open(std::string(ui.words(N_("Tracking number"))), row.order.tracking);
    y += 80;
  }
  if (next_.offers()) {
    next_.draw(ui, out, {area.x, y, area.w, WhatNext::kHeight});
    y += WhatNext::kHeight + 16;
  }
  draw_receipts(ui, out, {area.x, y, area.w, area.bottom() - y}, page);
}

// How many revisions were given of those the price holds; what is beyond is said, and can be charged.
void OrderScreen::draw_revisions(Ui& ui, Intents& out, Rect area, const OrderPage& page) {
  const auto given = static_cast<std::int64_t>(page.revisions.size());
  const std::int64_t agreed = page.row.order.revisions_agreed, beyond = given - agreed;
  std::string said = say(ui, N_("Revisions: {0} of {1}"), ui.words().count(given), ui.words().count(agreed));
  if (beyond > 0)
    said += " · " + say(ui, ui.words().plural("{} more than was agreed", "{} more than were agreed", beyond), beyond);
  text(ui, area.top_part(32), said,
       {.type = Type::Strong,
        .color = beyond > 0 ? ui.theme().warning_text : ui.theme().ink,
        .name = "order.revisions.said"});
  const Rect keys = area.bottom_part(64);
  if (button(ui, "order.revision", beyond > 0 ? keys.column(0, 2, kGap) : keys,
             {.label = ui.words(N_("A revision was given")), .icon = icon::plus}))
    out.perform(OrderCommand(NoteRevision{order_}));
  if (beyond > 0 && button(ui, "order.charge", keys.column(1, 2, kGap),
                           {.label = ui.words(N_("Charge for it")), .icon = icon::hand_coins}))
    charge_.open({.title = std::string(ui.words(N_("Charge for the revisions"))),
                  .button = std::string(ui.words(N_("Add {} to the price"))),
                  .may_be_zero = false},
                 ui.currency());
}

void OrderScreen::draw_receipts(Ui& ui, Intents& out, Rect area, const OrderPage& page) {
  caption(ui, area.x, area.y, area.w, ui.words(N_("Receipts")));
  const Rect list{area.x, area.y + 32, area.w, area.h - 32};
  if (page.receipts.empty()) {
    text(ui, list.top_part(52), ui.words(N_("Nothing was paid for it yet.")),
         {.type = Type::Text, .color = ui.theme().ink2, .upright = Upright::Top, .lines = 2});
    return;
  }
  const RowList rows(ui, "order.receipts", list, {.count = page.receipts.size(), .row_height = kRow});
  for (const RowList::Item& item : rows.visible()) {
    const OrderReceipt& receipt = page.receipts[item.index];
    const std::string_view kind =
        receipt.kind == SaleKind::Deposit
            ? (receipt.amount < Money{} ? ui.words(N_("Deposit given back")) : ui.words(N_("Deposit")))
        : receipt.kind == SaleKind::Void ? ui.words(N_("Cancelled"))
                                         : ui.words(N_("Bill"));
    const std::string below = fmt::format("{} · {}", kind, ui.words().short_date(receipt.business_date));
    if (row(ui, fmt::format("order.receipt.{}", item.index), item.rect,
            {.title = receipt.number,
             .subtitle = below,
             .trailing = ui.bare_money(receipt.amount),
             .icon = icon::receipt,
             .has_arrow = true}))
      out.add(GoTo{Section::History, make_history_screen(receipt.sale)});
  }
}

void OrderScreen::draw_sheets(Ui& ui, Intents& out, const OrderPage& page) {
  deposit_.draw(ui, out);
  hand_over_.draw(ui, out);
  if (const auto tracking = tracking_.draw(ui))
    out.perform(OrderCommand(NoteShipping{order_, page.row.order.courier, *tracking}));
  call_off_.draw(ui, out);
  share_.draw(ui, out);
  if (const auto picture = pictures_.draw_sheets(ui, out))
    out.perform(OrderCommand(MarkPicture{picture->id, picture->shows, picture->pinned}));
  if (const auto hours = hours_.draw(ui))
    out.perform(OrderCommand(NoteWork{order_, hours->value.value_or(0) * 60 / 1'000}));
  if (const auto more = charge_.draw(ui)) {
    CustomOrder dearer = page.row.order;
    dearer.price += more->money();
    dearer.revisions_agreed = static_cast<std::int64_t>(page.revisions.size());
    out.perform(OrderCommand(SaveOrder{dearer}));
  }
  draw_more(ui, out, page);
  next_.draw_sheets(ui, out);
}

void OrderScreen::draw_more(Ui& ui, Intents& out, const OrderPage& page) {
  Sheet sheet(ui, "order_more", has_more_open_, {.title = order_title(page.row), .close_label = ui.words(N_("Close"))});
  if (!sheet.visible()) return;
  SheetMenu menu(ui, sheet, has_more_open_);
  const OrderStage stage = page.row.order.stage;
  const auto paper = [&](std::string_view name, OrderPaper what) {
    if (!menu.entry(name, order_paper_name(what, ui.words()), icon::file_pdf)) return;
    out.add(MakePaper{.file_name = fmt::format("{} {}.pdf", order_paper_name(what, ui.words()), page.row.order.number),
                      .lay_out = [id = order_, now = now_, what](const Database& facts, const Profile& profile) {
                        return order_paper_of(facts, profile, id, what, now);
                      }});
  };
  if (stage == OrderStage::Asked) paper("order_more.quote", OrderPaper::Quote);
  if (is_open(stage)) paper("order_more.slip", OrderPaper::Slip);
  paper("order_more.invoice", OrderPaper::Invoice);
  if (menu.entry("order_more.share", ui.words(N_("Send by WhatsApp")), icon::whatsapp_logo))
    share_.open(is_helper_ ? std::string_view() : page.phone, view_->message);
  if (const auto& round = view_->round; round && is_open(stage) && takes_orders(round->round, today_))
    if (menu.entry("order_more.pieces", ui.words(N_("Change the pieces")), icon::list_checks))
      out.add(Open{make_round_join(round->round.id, page.row.order.client)});
  if (is_open(stage)) {
    if (menu.entry("order_more.hand_over", ui.words(N_("Hand over")), icon::storefront)) hand_over_.open(page.row);
    if (menu.entry("order_more.call_off", ui.words(N_("Call the order off")), icon::x)) call_off_.open(page.row);
  }
  if (sheet.dismissed()) has_more_open_ = false;
}

}  // namespace

std::unique_ptr<Screen> make_order_page(Id<CustomOrder> order) {
  return std::make_unique<OrderScreen>(order);
}

}  // namespace lapak
