// screens: Orders.
#include "app/screens/orders.h"

#include <algorithm>
#include <array>

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/text.h"
#include "app/parts/ticket.h"
#include "app/screens/hand_over_sheet.h"
#include "app/screens/order_editor.h"
#include "app/screens/order_page.h"
#include "app/screens/order_said.h"
#include "app/screens/order_weeks.h"
#include "app/screens/page.h"
#include "app/screens/portfolio.h"
#include "app/screens/rounds.h"
#include "app/screens/watched.h"
#include "app/screens/week_sheet.h"
#include "app/screens/wording.h"
#include "core/order/order_commands.h"

namespace lapak {
namespace {

constexpr int kMostHandedOver = 30;
constexpr float kKey = 96;  // to what stands beside the board
constexpr float kColumnHead = 56, kColumnEdge = 8;

struct Column {
  OrderStage stage;  // Asked: what is agreed too
  std::vector<OrderRow> OrderBoard::*rows;
  std::string_view move;  // what ▸ does; empty: it goes no further
};
// In the air: by whom it was taken up, and how far it is from there.
struct Lifted {
  OrderRow row;
  std::size_t column;
  Rect from;
  Point start, now;
};

constexpr std::array<Column, 4> kColumns{{
    {OrderStage::Asked, &OrderBoard::fresh, N_("Start making")},
    {OrderStage::Making, &OrderBoard::making, N_("It is ready")},
    {OrderStage::Ready, &OrderBoard::ready, N_("Hand over")},
    {OrderStage::HandedOver, &OrderBoard::handed_over, {}},
}};

class OrdersScreen final : public Screen {
 public:
  void refresh(const Shop& shop) override {
    profile_ = shop.profile();
    today_ = shop.today();
    board_.refresh(shop, today_, rooms(&Revisions::order, &Revisions::sale, &Revisions::people),
                   [](const Shop& s, Date today) { return order_board(s.facts(), today, kMostHandedOver); });
    hand_over_.refresh(shop);
  }

  void draw(Ui& ui, Intents& out) override {
    moved_ = ui.words(N_("Order {0}: {1}"));
    const bool is_compact = ui.size() == SizeClass::Compact;
    const PageFrame page = draw_page(ui, {.title = ui.words(N_("Orders")),
                                          .has_back = false,
                                          .main = ui.words(N_("Order")),
                                          .main_icon = icon::plus,
                                          .side = (is_compact ? 216.0f : 340.0f) + 3 * (kKey + kGap)});
    if (page.main == Press::Tap) out.add(Open{make_order_editor(NewOrder{})});
    Rect rest = page.side;
    const auto leads_to = [&](std::string_view name, std::string_view label, Icon icon) {
      const Rect place = rest.right_part(kKey);
      rest.w -= kKey + kGap;
      return button(ui, name, place, {.label = ui.words(label), .icon = icon, .stacked = true, .type = Type::Nav});
    };
    if (leads_to("orders.portfolio", N_("Portfolio"), icon::images)) out.add(Open{make_portfolio_screen()});
    if (leads_to("orders.rounds", N_("Pre-orders"), icon::calendar_check)) out.add(Open{make_rounds_screen()});
    if (leads_to("orders.weeks", N_("Weeks"), icon::calendar_blank)) out.add(Open{make_order_weeks_screen()});
    draw_week(ui, rest, is_compact);
    draw_board(ui, out, page.content);
    if (lifted_) carry(ui, out, page.content);
    hand_over_.draw(ui, out);
    week_.draw(ui, out);
  }

  void performed(const Outcome& outcome, Intents& out) override {
    if (outcome.kind != "move_order") return;
    out.add(ShowToast{.sentence = fmt::format(fmt::runtime(moved_), outcome.label, moved_to_),
                      .icon = icon::check_circle,
                      .offers_undo = outcome.is_undoable});
  }

 private:
  void draw_week(Ui& ui, Rect place, bool is_short);
  void draw_board(Ui& ui, Intents& out, Rect area);
  void draw_ticket(Ui& ui, Intents& out, std::size_t column, const RowList::Item& item, const OrderRow& row);
  TicketSpec spec_of(const Ui& ui, std::size_t column, const OrderRow& row) const;
  void carry(Ui& ui, Intents& out, Rect board);
  void put(Intents& out, const OrderRow& row, std::size_t column, const Words& words);

  Watched<Date, OrderBoard> board_;
  Profile profile_;
  Date today_;
  HandOverSheet hand_over_;
  WeekSheet week_;
  std::optional<Lifted> lifted_;
  std::string moved_, moved_to_;
};

// How full this week is; a tap changes what a week holds.
void OrdersScreen::draw_week(Ui& ui, Rect place, bool is_short) {
  const Theme& t = ui.theme();
  const WeekLoad& load = board_->week;
  const WeekCap cap = week_cap_of(profile_);
  const float full = fullness(load, cap);
  const std::string slots = slots_text(ui.words(), load.half_slots);
  const std::string label = cap.half_slots == 0
                                ? say(ui, is_short ? N_("{} slots") : N_("This week {} slots"), slots)
                                : say(ui, is_short ? N_("{0} of {1} slots") : N_("This week {0} of {1} slots"), slots,
                                      slots_text(ui.words(), cap.half_slots));
  const ControlState state = ui.control({.name = "orders.week", .rect = place, .label = label});
  if (state.press > 0) ui.paint().fill(place, t.ink.faded(0.1f * state.press), kRowRadius);
  if (state.focused) ui.draw_focus_ring(place, kRowRadius);
  const bool has_bar = cap.half_slots > 0 || cap.minutes > 0;
  text(ui, has_bar ? Rect{place.x + 8, place.y + 4, place.w - 16, 26} : place.inset(8, 0), label,
       {.type = Type::SmallStrong, .color = full >= 1 ? t.warning_text : t.ink2, .name = "orders.week.said"});
  if (has_bar)
    progress(ui, "orders.week.bar", {place.x + 8, place.y + 36, place.w - 16, 12}, full,
             full >= 1 ? t.warning : t.primary);
  if (state.tapped) week_.open(profile_);
}

void OrdersScreen::draw_board(Ui& ui, Intents& out, Rect area) {
  const OrderBoard& board = board_.view();
  if (std::ranges::all_of(kColumns, [&](const Column& column) { return (board.*column.rows).empty(); })) {
    empty_state(ui, "orders.empty", area,
                {.icon = icon::kanban,
                 .sentence = ui.words(N_("What somebody wants made stands here, until it is handed over.")),
                 .is_main = false});
    return;
  }
  const Theme& t = ui.theme();
  for (std::size_t i = 0; i < kColumns.size(); ++i) {
    const Column& column = kColumns[i];
    const std::vector<OrderRow>& rows = board.*column.rows;
    const Rect place = area.column(static_cast<int>(i), static_cast<int>(kColumns.size()), kGap);
    ui.paint().fill(place, t.is_terik() ? t.surface : t.surface2, kCardRadius);
    if (t.is_terik()) ui.paint().outline(place, t.divider, 2, kCardRadius);
    const std::string_view label =
        column.stage == OrderStage::Asked ? ui.words(N_("New orders")) : stage_name(column.stage, ui.words());
    const bool counts = !column.move.empty() && !rows.empty();
    text(ui, {place.x + 16, place.y + 8, place.w - 32, 40},
         counts ? fmt::format("{} {}", label, rows.size()) : std::string(label),
         {.type = Type::Strong, .color = t.ink2, .name = fmt::format("orders.column.{}", i)});
    const Rect list{place.x, place.y + kColumnHead, place.w, place.h - kColumnHead - kColumnEdge};
    const RowList tickets(ui, fmt::format("orders.list.{}", i), list,
                          {.count = rows.size(), .row_height = kTicketHeight, .gap = kGap, .side = kColumnEdge});
    for (const RowList::Item& item : tickets.visible()) draw_ticket(ui, out, i, item, rows[item.index]);
  }
}

TicketSpec OrdersScreen::spec_of(const Ui& ui, std::size_t column, const OrderRow& row) const {
  const Theme& t = ui.theme();
  const std::string_view move = kColumns[column].move;
  const bool is_late = row.order.promised && *row.order.promised < today_ && is_open(row.order.stage);
  std::optional<Pill> said = invoice_pill(row, today_, ui.words());
  if (!said || is_late) said = due_pill(row.order, today_, ui.words());
  const bool is_owed = row.rest > Money{} && row.order.stage == OrderStage::HandedOver;
  return {.title = order_title(row),
          .subtitle = row.order.what,
          .pill = std::move(said),
          .foot = paid_text(ui, row),
          .foot_color = is_owed ? t.warning_text : t.ink,
          .move = move.empty() ? std::string() : std::string(ui.words(move))};
}

void OrdersScreen::draw_ticket(Ui& ui, Intents& out, std::size_t column, const RowList::Item& item,
                               const OrderRow& row) {
  switch (ticket(ui, fmt::format("orders.{}.{}", column, item.index), item.rect, spec_of(ui, column, row))) {
    case TicketEvent::None:
      break;
    case TicketEvent::Tap:
      out.add(Open{make_order_page(row.order.id)});
      break;
    case TicketEvent::Move:
      put(out, row, column + 1, ui.words());
      break;
    case TicketEvent::Lift:
      if (const auto finger = ui.touch().finger()) lifted_ = Lifted{row, column, item.rect, *finger, *finger};
  }
  if (lifted_ && lifted_->row.order.id == row.order.id)
    ui.paint().fill(item.rect, ui.theme().bg.faded(0.7f), kButtonRadius);
}

// With the finger; let go over another column it is put there.
void OrdersScreen::carry(Ui& ui, Intents& out, Rect board) {
  const auto column_at = [&](Point at) {
    std::size_t column = 0;
    while (column < kColumns.size() &&
           !board.column(static_cast<int>(column), static_cast<int>(kColumns.size()), kGap).contains(at))
      ++column;
    return column;
  };
  const auto finger = ui.touch().finger();
  if (finger) lifted_->now = *finger;
  const std::size_t over = column_at(lifted_->now);
  const bool is_elsewhere = over < kColumns.size() && over != lifted_->column;
  if (finger) {
    if (is_elsewhere)
      ui.paint().outline(board.column(static_cast<int>(over), static_cast<int>(kColumns.size()), kGap),
                         ui.theme().primary, 3, kCardRadius);
    lifted_ticket(ui, lifted_->from.moved(lifted_->now.x - lifted_->start.x, lifted_->now.y - lifted_->start.y),
                  spec_of(ui, lifted_->column, lifted_->row));
  } else {
    if (is_elsewhere) put(out, lifted_->row, over, ui.words());
    lifted_.reset();
  }
  ui.keep_drawing();
}

void OrdersScreen::put(Intents& out, const OrderRow& row, std::size_t column, const Words& words) {
  const OrderStage stage = kColumns[column].stage;
  if (stage == OrderStage::HandedOver) {
    hand_over_.open(row);
    return;
  }
  const OrderStage to = stage == OrderStage::Asked ? OrderStage::Agreed : stage;
  moved_to_ = stage_name(to, words);
  out.perform(OrderCommand(MoveOrder{row.order.id, to}));
}

}  // namespace

std::unique_ptr<Screen> make_orders_screen() {
  return std::make_unique<OrdersScreen>();
}

}  // namespace lapak
