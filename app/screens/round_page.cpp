// screens: the page of a pre-order round: what is to be made, and for whom.
#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/menu.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/order_page.h"
#include "app/screens/order_said.h"
#include "app/screens/page.h"
#include "app/screens/round_said.h"
#include "app/screens/rounds.h"
#include "app/screens/screen.h"
#include "app/screens/share_sheet.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"
#include "core/order/round_commands.h"
#include "core/order/round_store.h"
#include "core/shop/round_papers.h"

namespace lapak {
namespace {

constexpr float kRow = 72;

struct View {
  std::optional<RoundPage> page;
  std::string message;
};

class RoundScreen final : public Screen {
 public:
  explicit RoundScreen(Id<Round> round) : round_(round) {}

  void refresh(const Shop& shop) override {
    today_ = shop.today();
    now_ = shop.now();
    view_.refresh(
        shop, today_,
        rooms(&Revisions::order, &Revisions::sale, &Revisions::people, &Revisions::catalog, &Revisions::profile),
        [&](const Shop& s, Date today) {
          View view{.page = round_page(s.facts(), round_), .message = {}};
          if (view.page) view.message = round_text(s.facts(), s.profile(), round_, today);
          return view;
        });
  }

  void draw(Ui& ui, Intents& out) override {
    if (!view_->page || view_->page->round.hidden) {
      out.add(Back{});
      return;
    }
    taken_ = ui.words(N_("Order {} is written down."));
    saved_ = ui.words(N_("Saved"));
    const RoundPage& page = *view_->page;
    const bool is_open = takes_orders(page.round, today_);
    const bool is_compact = ui.size() == SizeClass::Compact;
    const PageFrame frame = draw_page(ui, {.title = page.round.name,
                                           .main = ui.words(N_("Take an order")),
                                           .main_icon = icon::plus,
                                           .main_enabled = is_open,
                                           .side = is_compact ? 120.0f : 240.0f});
    if (frame.back) out.add(Back{});
    if (frame.main == Press::Tap) out.add(Open{make_round_join(round_)});
    if (frame.main == Press::TapDisabled) out.add(ShowProblem{Problem{ProblemCode::RoundClosed, {page.round.name}}});
    if (icon_button(ui, "round.more", frame.side.right_part(56), icon::dots_three_vertical, ui.words(N_("More"))))
      has_more_open_ = true;
    if (button(ui, "round.edit", frame.side.left_part(frame.side.w - 56 - kGap),
               {.label = ui.words(N_("Edit")),
                .icon = icon::pencil,
                .stacked = is_compact,
                .type = is_compact ? Type::Nav : Type::Button}))
      out.add(Open{make_round_editor(page.round)});
    const float card_width = is_compact ? 312.0f : 360.0f;
    const Rect card = ui.left_handed() ? frame.content.right_part(card_width) : frame.content.left_part(card_width);
    const float lists_x = ui.left_handed() ? frame.content.x : card.right() + 24;
    draw_card(ui, card, page);
    draw_lists(ui, out, {lists_x, frame.content.y, frame.content.w - card_width - 24, frame.content.h}, page);
    share_.draw(ui, out);
    draw_more(ui, out, page, is_open);
  }

  void performed(const Outcome& outcome, Intents& out) override {
    const std::string said = outcome.kind == "join_round" ? fmt::format(fmt::runtime(taken_), outcome.label) : saved_;
    out.add(ShowToast{.sentence = said, .icon = icon::check_circle, .offers_undo = outcome.is_undoable});
  }

 private:
  void draw_card(Ui& ui, Rect area, const RoundPage& page);
  void draw_lists(Ui& ui, Intents& out, Rect area, const RoundPage& page);
  void draw_goods(Ui& ui, Rect area, const RoundPage& page);
  void draw_orders(Ui& ui, Intents& out, Rect area, const RoundPage& page);
  void draw_more(Ui& ui, Intents& out, const RoundPage& page, bool is_open);

  Id<Round> round_;
  Watched<Date, View> view_;
  Date today_;
  Instant now_;
  float card_height_ = 500;
  bool shows_orders_ = false;
  bool has_more_open_ = false;
  ShareSheet share_;
  std::string taken_, saved_;
};

void RoundScreen::draw_card(Ui& ui, Rect area, const RoundPage& page) {
  plate(ui, area);
  ScrollArea scroll(ui, "round.card", area, card_height_);
  const float x = area.x + 24, width = area.w - 48;
  float y = scroll.origin().y + 24;
  pill(ui, {x, y}, round_pill(page.round, today_, ui.words()));
  y += 46;
  const auto told = [&](std::string_view label, const std::string& value, std::string_view name = {}) {
    if (value.empty()) return;
    caption(ui, x, y, width, ui.words(label));
    text(ui, {x, y + 28, width, 28}, value, {.type = Type::Text, .name = name});
    y += 64;
  };
  const auto sum = [&](std::string_view label, const std::string& value, std::string_view name) {
    caption(ui, x, y, width, ui.words(label));
    amount(ui, {x, y + 28, width, 44}, value, {.size = AmountSize::Headline, .align = Side::Left, .name = name});
    y += 84;
  };
  const auto people = static_cast<std::int64_t>(page.orders.size());
  sum(N_("Taking part"), ui.words().count(people), "round.people");
  sum(N_("Deposits held"), ui.bare_money(page.deposits), "round.deposits");
  sum(N_("Still due"), ui.bare_money(page.rest), "round.rest");
  told(N_("Promised for"), page.round.promised ? ui.words().full_date(*page.round.promised) : std::string());
  told(N_("Deposit"), percent_text(ui.words(), page.round.deposit_percent));
  told(N_("Quota in all"), page.round.quota ? say(ui, N_("{0} of {1}"), ui.words().quantity(page.ordered),
                                                  ui.words().quantity(*page.round.quota))
                                            : std::string());
  card_height_ = y + 24 - scroll.origin().y;
}

void RoundScreen::draw_lists(Ui& ui, Intents& out, Rect area, const RoundPage& page) {
  const std::vector<std::string> tabs{
      fmt::format("{} {}", ui.words(N_("To be made")), ui.words().quantity(page.ordered)),
      fmt::format("{} {}", ui.words(N_("Orders")), ui.words().count(static_cast<std::int64_t>(page.orders.size())))};
  if (const auto tab = segments(ui, "round.tab", area.top_part(56), tabs, shows_orders_ ? 1 : 0))
    shows_orders_ = *tab == 1;
  const Rect list{area.x, area.y + 72, area.w, area.h - 72};
  if (shows_orders_)
    draw_orders(ui, out, list, page);
  else
    draw_goods(ui, list, page);
}

void RoundScreen::draw_goods(Ui& ui, Rect area, const RoundPage& page) {
  const RowList rows(ui, "round.goods", area, {.count = page.items.size(), .row_height = kRow});
  for (const RowList::Item& item : rows.visible()) {
    const RoundItemRow& each = page.items[item.index];
    const std::string ordered = each.item.quota ? say(ui, N_("{0} of {1}"), ui.words().quantity(each.ordered),
                                                      ui.words().quantity(*each.item.quota))
                                                : ui.words().quantity(each.ordered);
    plain_row(ui, fmt::format("round.good.{}", item.index), item.rect,
              {.title = each.name,
               .subtitle = ui.money(each.item.price),
               .trailing = ordered,
               .trailing_sub = left_text(ui.words(), each.left),
               .icon = icon::tag,
               .photo = ui.photo(each.photo)});
  }
}

void RoundScreen::draw_orders(Ui& ui, Intents& out, Rect area, const RoundPage& page) {
  if (page.orders.empty()) {
    empty_state(ui, "round.nobody", area,
                {.icon = icon::users, .sentence = ui.words(N_("Nobody takes part yet.")), .is_main = false});
    return;
  }
  const RowList rows(ui, "round.orders", area, {.count = page.orders.size(), .row_height = kRow});
  for (const RowList::Item& item : rows.visible()) {
    const OrderRow& order = page.orders[item.index];
    const std::string stage(stage_name(order.order.stage, ui.words()));
    if (row(ui, fmt::format("round.order.{}", item.index), item.rect,
            {.title = order_title(order),
             .subtitle = stage + " · " + paid_text(ui, order),
             .trailing = ui.bare_money(order.order.price),
             .trailing_sub = say(ui, N_("{} pieces"), ui.words().quantity(order.order.quantity)),
             .icon = icon::user,
             .has_arrow = true}))
      out.add(Open{make_order_page(order.order.id)});
  }
}

void RoundScreen::draw_more(Ui& ui, Intents& out, const RoundPage& page, bool is_open) {
  Sheet sheet(ui, "round_more", has_more_open_, {.title = page.round.name, .close_label = ui.words(N_("Close"))});
  if (!sheet.visible()) return;
  SheetMenu menu(ui, sheet, has_more_open_);
  if (menu.entry("round_more.paper", ui.words(N_("What to make, and for whom")), icon::file_pdf))
    out.add(MakePaper{.file_name = fmt::format("{} {}.pdf", ui.words(N_("Pre-order")), page.round.name),
                      .lay_out = [id = round_, now = now_](const Database& facts, const Profile& profile) {
                        return round_paper_of(facts, profile, id, now);
                      }});
  if (menu.entry("round_more.share", ui.words(N_("Send by WhatsApp")), icon::whatsapp_logo))
    share_.open({}, view_->message);
  Round opened = page.round;
  opened.state = RoundState::Open;
  if (is_open && menu.entry("round_more.shut", ui.words(N_("Close it now")), icon::lock))
    out.perform(RoundCommand(SetRoundState{round_, RoundState::Closed}));
  if (!is_open && takes_orders(opened, today_) &&
      menu.entry("round_more.reopen", ui.words(N_("Open it again")), icon::lock_open))
    out.perform(RoundCommand(SetRoundState{round_, RoundState::Open}));
  if (sheet.dismissed()) has_more_open_ = false;
}

}  // namespace

std::unique_ptr<Screen> make_round_page(Id<Round> round) {
  return std::make_unique<RoundScreen>(round);
}

}  // namespace lapak
