// screens: the tab of making: what is planned, what was made, what to make next and what can be made of what is there.
#include "app/screens/making.h"

#include <fmt/format.h>

#include "app/parts/badge.h"
#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/text.h"
#include "app/screens/cost_rules_sheet.h"
#include "app/screens/page.h"
#include "app/screens/product_pick.h"
#include "app/screens/read_aside.h"
#include "app/screens/screen.h"
#include "app/screens/shopping_sheet.h"
#include "app/screens/stock_tabs.h"
#include "app/screens/wording.h"
#include "core/making/batch_store.h"
#include "core/making/recipe_store.h"
#include "core/report/make_next.h"
#include "core/shop/shop.h"

namespace lapak {
namespace {

constexpr int kMostBatches = 100;

struct View {
  std::vector<PlanRow> plans;
  std::vector<BatchRow> batches;
  MakeNext next;
  std::vector<MakeableRow> makeable;
  std::int64_t below_cost = 0;
  CostRules rules;
};

View asked(const Database& facts, Date today) {
  const CostBook book = cost_book(facts);
  return {.plans = open_plans(facts),
          .batches = batches(facts, kMostBatches),
          .next = make_next(facts, book, today),
          .makeable = makeable_now(facts, book),
          .below_cost = static_cast<std::int64_t>(sold_below_cost(facts, book).size()),
          .rules = book.rules()};
}

class MakingScreen final : public Screen {
 public:
  void refresh(const Shop& shop) override {
    words_ = &shop.profile().screen_words();
    today_ = shop.today();
    view_.refresh(shop, today_,
                  rooms(&Revisions::making, &Revisions::catalog, &Revisions::stock, &Revisions::sale, &Revisions::order,
                        &Revisions::fair));
    pick_.refresh(shop);
    shopping_.refresh(shop);
  }

  void draw(Ui& ui, Intents& out) override {
    view_.read(out, [](const Database& facts, const Profile&, Date today) { return asked(facts, today); });
    const PageFrame page = draw_page(ui, {.title = ui.words("Stock"),
                                          .has_back = false,
                                          .main = ui.words(N_("Batch")),
                                          .main_icon = icon::plus,
                                          .main_width = 160});
    if (page.main == Press::Tap) pick_.open(std::string(ui.words(N_("What is made?"))));
    const StockTabs tabs = draw_stock_tabs(ui, page.content, StockTab::Making, out);
    if (view_.has_view()) {
      const Rect foot = page.content.bottom_part(56);
      const Rect body{page.content.x, tabs.bottom + 16, page.content.w, foot.y - tabs.bottom - 32};
      draw_left(ui, body.column(0, 2, 32), out);
      draw_right(ui, body.column(1, 2, 32), out);
      draw_foot(ui, foot, out);
    }
    if (const auto product = pick_.draw(ui, out)) out.add(Open{make_batch_page({.product = product->id})});
    rules_.draw(ui, out);
    shopping_.draw(ui, out);
  }

  void performed(const Outcome& outcome, Intents& out) override { rules_.performed(outcome, *words_, out); }

 private:
  void draw_left(Ui& ui, Rect area, Intents& out) {
    const std::vector<std::string> labels{
        say(ui, N_("Planned {}"), ui.words().count(static_cast<std::int64_t>(view_->plans.size()))),
        std::string(ui.words(N_("Made lately")))};
    if (const auto tab = segments(ui, "making.left", area.top_part(56), labels, shows_made_ ? 1 : 0))
      shows_made_ = *tab == 1;
    const Rect list{area.x, area.y + 64, area.w, area.h - 64};
    if (shows_made_)
      draw_batches(ui, list, out);
    else
      draw_plans(ui, list, out);
  }

  void draw_plans(Ui& ui, Rect area, Intents& out) {
    if (view_->plans.empty()) {
      empty_state(ui, "making.no_plans", area,
                  {icon::calendar, ui.words(N_("Nothing is planned. What to make next stands beside it."))});
      return;
    }
    const RowList rows(ui, "making.plans", area, {.count = view_->plans.size()});
    for (const RowList::Item& item : rows.visible()) {
      const BatchPlan& plan = view_->plans[item.index].plan;
      const bool is_late = plan.planned_for < today_;
      if (row(ui, fmt::format("plan.{}", item.index), item.rect,
              {.title = view_->plans[item.index].name,
               .subtitle = ui.words().weekday_date(plan.planned_for),
               .trailing = ui.words().quantity(plan.quantity),
               .pill = is_late ? std::optional(Pill{std::string(ui.words(N_("Late"))), Tone::Warning}) : std::nullopt,
               .has_arrow = true}))
        out.add(Open{make_batch_page(
            {.product = plan.product, .material = plan.material, .quantity = plan.quantity, .plan = plan.id})});
    }
  }

  void draw_batches(Ui& ui, Rect area, Intents& out) {
    if (view_->batches.empty()) {
      empty_state(ui, "making.no_batches", area, {icon::cooking_pot, ui.words(N_("None was made yet."))});
      return;
    }
    const RowList rows(ui, "making.batches", area, {.count = view_->batches.size()});
    for (const RowList::Item& item : rows.visible()) {
      const BatchRow& one = view_->batches[item.index];
      std::optional<Pill> state;
      if (one.is_taken_back)
        state = Pill{std::string(ui.words(N_("Taken back"))), Tone::Neutral};
      else if (one.ready_from && *one.ready_from > today_)
        state = Pill{say(ui, N_("Ready {}"), ui.words().short_date(*one.ready_from)), Tone::Warning};
      if (row(ui, fmt::format("made.{}", item.index), item.rect,
              {.title = one.name,
               .subtitle = fmt::format("{} · {}", ui.words().short_date(one.business_date), one.lot),
               .trailing = ui.words().quantity(one.made - one.rejects),
               .trailing_sub = ui.bare_money(one.cost),
               .pill = state,
               .has_arrow = true}))
        out.add(Open{make_batch_record(one.id)});
    }
  }

  void draw_right(Ui& ui, Rect area, Intents& out) {
    const std::vector<std::string> labels{std::string(ui.words(N_("Make next"))),
                                          std::string(ui.words(N_("Can be made now")))};
    if (const auto tab = segments(ui, "making.right", area.top_part(56), labels, shows_makeable_ ? 1 : 0))
      shows_makeable_ = *tab == 1;
    const Rect list{area.x, area.y + 64, area.w, area.h - 64};
    if (shows_makeable_)
      draw_makeable(ui, list, out);
    else
      draw_next(ui, list, out);
  }

  void draw_next(Ui& ui, Rect area, Intents& out) {
    if (view_->next.rows.empty()) {
      empty_state(ui, "making.nothing_next", area,
                  {icon::check_circle, ui.words(N_("There is enough of everything for the next four weeks."))});
      return;
    }
    const RowList rows(ui, "making.next", area, {.count = view_->next.rows.size()});
    for (const RowList::Item& item : rows.visible()) {
      const MakeNextRow& one = view_->next.rows[item.index];
      if (row(ui, fmt::format("next.{}", item.index), item.rect,
              {.title = one.name,
               .subtitle = why(ui, one),
               .trailing = "+" + ui.words().quantity(one.to_make),
               .trailing_sub = one.makeable ? say(ui, N_("for {}"), ui.words().count(*one.makeable)) : std::string(),
               .has_arrow = true}))
        out.add(Open{make_batch_page({.product = one.product, .quantity = one.to_make})});
    }
  }

  std::string why(const Ui& ui, const MakeNextRow& one) const {
    const Words& words = ui.words();
    std::string said = say(ui, N_("{} there"), words.quantity(one.at_hand));
    const auto add = [&](std::string_view gap, Quantity quantity) {
      if (!quantity.is_zero()) said += " · " + say(ui, gap, words.quantity(quantity));
    };
    add(N_("{} ordered"), one.ordered);
    add(N_("{} sold in 4 weeks"), one.sold_lately);
    add(N_("{} for the fair"), one.for_fair);
    add(N_("{} planned"), one.planned);
    return said;
  }

  void draw_makeable(Ui& ui, Rect area, Intents& out) {
    if (view_->makeable.empty()) {
      empty_state(
          ui, "making.nothing_makeable", area,
          {icon::list_checks, ui.words(N_("With recipes written, what the materials are enough for is here."))});
      return;
    }
    const RowList rows(ui, "making.makeable", area, {.count = view_->makeable.size()});
    for (const RowList::Item& item : rows.visible()) {
      const MakeableRow& one = view_->makeable[item.index];
      if (row(ui, fmt::format("makeable.{}", item.index), item.rect,
              {.title = one.name, .trailing = ui.words().count(one.pieces), .has_arrow = true}))
        out.add(Open{make_batch_page({.product = one.product, .material = one.material})});
    }
  }

  void draw_foot(Ui& ui, Rect line, Intents& out) {
    std::string below(ui.words(N_("Sold below cost")));
    if (view_->below_cost > 0) below += fmt::format(" · {}", ui.words().count(view_->below_cost));
    if (button(ui, "making.below", line.column(0, 3, kGap), {.label = below, .icon = icon::trend_down}))
      out.add(Open{make_below_cost_page()});
    if (button(ui, "making.rules", line.column(1, 3, kGap),
               {.label = ui.words(N_("How costs are reckoned")), .icon = icon::calculator}))
      rules_.open(view_->rules);
    if (button(ui, "making.shopping", line.column(2, 3, kGap),
               {.label = ui.words(N_("Shopping list")), .icon = icon::basket}))
      shopping_.open();
  }

  const Words* words_ = nullptr;
  Date today_;
  ReadAside<Date, View> view_;
  ProductPick pick_;
  CostRulesSheet rules_;
  ShoppingSheet shopping_;
  bool shows_made_ = false, shows_makeable_ = false;
};

}  // namespace

std::unique_ptr<Screen> make_making_screen() {
  return std::make_unique<MakingScreen>();
}

}  // namespace lapak
