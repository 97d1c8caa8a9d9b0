// screens: the page of a fair: what it will cost, then how it goes.
#include <algorithm>
#include <functional>

#include "app/parts/button.h"
#include "app/parts/text.h"
#include "app/screens/asked_sheet.h"
#include "app/screens/cash_move.h"
#include "app/screens/end_of_day.h"
#include "app/screens/fair_cards.h"
#include "app/screens/fair_expense_sheet.h"
#include "app/screens/fair_hours_sheet.h"
#include "app/screens/fair_overview.h"
#include "app/screens/fair_said.h"
#include "app/screens/fairs.h"
#include "app/screens/page.h"
#include "app/screens/screen.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"
#include "core/fair/fair_commands.h"
#include "core/report/fair_report.h"
#include "core/sale/open_day.h"

namespace lapak {
namespace {

constexpr int kMinute_ms = 60'000;

class FairScreen final : public Screen {
 public:
  explicit FairScreen(Id<Fair> fair) : fair_(fair) {}

  void refresh(const Shop& shop) override {
    day_.refresh(shop, 0, rooms(&Revisions::till),
                 [](const Shop& s, int) { return trading_day(s.facts(), s.now(), s.profile().clock()).till_day; });
    expense_.refresh(shop);
    zone_ = shop.profile().clock();
    asked_.refresh(shop);
    // What had been sold by now the last time changes with the hour.
    const std::int64_t hour = shop.now().utc_ms / (60 * kMinute_ms);
    page_.refresh(shop, std::pair(hour, shop.today()),
                  rooms(&Revisions::fair, &Revisions::sale, &Revisions::till, &Revisions::stock, &Revisions::catalog,
                        &Revisions::partner, &Revisions::people, &Revisions::order, &Revisions::books),
                  [&](const Shop& s, const auto&) { return fair_page(s.facts(), s.profile(), fair_, s.now()); });
  }

  void draw(Ui& ui, Intents& out) override {
    if (!page_.view()) {
      out.add(Back{});
      return;
    }
    words_ = &ui.words();
    const FairPage& page = *page_.view();
    const bool is_compact = ui.size() == SizeClass::Compact;
    const WayOn way = way_on(page);
    const PageFrame frame = draw_page(ui, {.title = page.fair.name,
                                           .main = label_of(ui, way),
                                           .main_icon = icon_of(way),
                                           .main_width = way == WayOn::CountToday ? 256.0f : 200.0f,
                                           .side = is_compact ? 120.0f : 160.0f});
    if (frame.back) out.add(Back{});
    if (button(ui, "fair.edit", frame.side, {.label = ui.words(N_("Edit")), .icon = icon::pencil}))
      out.add(Open{make_fair_editor(page.fair)});
    if (frame.main == Press::Tap) go(out, way);
    Rect rest = frame.content;
    draw_steps(ui, out, rest.top_part(64), page);
    rest = {rest.x, rest.y + 80, rest.w, rest.h - 80};
    if (page.was_there)
      draw_going_on(ui, out, rest, page);
    else
      draw_plan(ui, rest, page);
    asked_.draw(ui, out);
    cash_.draw(ui, out);
    hours_.draw(ui, out);
    expense_.draw(ui, out);
  }

  void performed(const Outcome& outcome, Intents& out) override {
    if (outcome.kind == "note_asked") return AskedSheet::performed(outcome, *words_, out);
    if (expense_.is_open()) return expense_.performed(outcome, *words_, out);
    if (cash_.is_open()) return cash_.performed(outcome, *words_, out);
    out.add(ShowToast{.sentence = std::string((*words_)(N_("Saved"))),
                      .icon = icon::check_circle,
                      .offers_undo = outcome.is_undoable});
  }

 private:
  enum class WayOn { Till, Result, OpenDay, CountToday, Pack };
  // Before its first day one packs; on it the day is opened there, or the one that is open is said to be there.
  WayOn way_on(const FairPage& page) const {
    if (page.is_open) return WayOn::Till;
    if (page.phase == FairPhase::Over) return WayOn::Result;
    if (page.phase == FairPhase::Coming && !page.was_there) return WayOn::Pack;
    return opening();
  }
  WayOn opening() const { return day_.view() ? WayOn::CountToday : WayOn::OpenDay; }
  static std::string_view label_of(const Ui& ui, WayOn way) {
    switch (way) {
      case WayOn::Till:
        return ui.words(N_("Go to the till"));
      case WayOn::Result:
        return ui.words(N_("Result"));
      case WayOn::OpenDay:
        return ui.words(N_("Open the fair"));
      case WayOn::CountToday:
        return ui.words(N_("Today is at this fair"));
      case WayOn::Pack:
        return ui.words(N_("Packing"));
    }
    LAPAK_ASSERT(false);
  }
  static Icon icon_of(WayOn way) {
    switch (way) {
      case WayOn::Till:
        return icon::storefront;
      case WayOn::Result:
        return icon::chart_bar;
      case WayOn::OpenDay:
        return icon::cash_register;
      case WayOn::CountToday:
        return icon::tent;
      case WayOn::Pack:
        return icon::package;
    }
    LAPAK_ASSERT(false);
  }
  void go(Intents& out, WayOn way) {
    switch (way) {
      case WayOn::Till:
        return out.add(GoTo{Section::Sell});
      case WayOn::Result:
        return out.add(Open{make_fair_result(fair_)});
      case WayOn::OpenDay:
        return out.add(Open{make_open_fair_screen(fair_)});
      case WayOn::CountToday:
        return out.perform(FairCommand(SetDayFair{*day_.view(), fair_}));
      case WayOn::Pack:
        return out.add(Open{make_packing_screen(fair_)});
    }
  }
  void draw_steps(Ui& ui, Intents& out, Rect line, const FairPage& page);
  void draw_plan(Ui& ui, Rect area, const FairPage& page) const;
  void draw_going_on(Ui& ui, Intents& out, Rect area, const FairPage& page);

  Id<Fair> fair_;
  Zone zone_;
  Watched<std::pair<std::int64_t, Date>, std::optional<FairPage>> page_;
  Watched<int, std::optional<Id<TillDay>>> day_;  // that is open
  AskedSheet asked_;
  CashMoveSheet cash_;
  FairHoursSheet hours_;
  FairExpenseSheet expense_;
  const Words* words_ = nullptr;
};

void FairScreen::draw_steps(Ui& ui, Intents& out, Rect line, const FairPage& page) {
  struct Step {
    std::string_view name, label;
    std::function<void()> go;
    bool is_done = false;
  };
  const bool is_packed =
      std::ranges::any_of(page.goods, [](const FairGoods& each) { return each.brought > Quantity{}; });
  const bool is_left = std::ranges::any_of(page.goods, [](const FairGoods& each) { return each.left > Quantity{}; });
  const bool is_over = page.phase == FairPhase::Over;
  const WayOn way = way_on(page);
  std::vector<Step> steps;
  if (page.was_there && !is_over)
    steps.push_back(
        {"fair.float", ui.words(N_("Float")), [&] { page.is_open ? cash_.open() : go(out, opening()); }, page.is_open});
  if (way == WayOn::Pack) steps.push_back({"fair.open", label_of(ui, opening()), [&] { go(out, opening()); }});
  if (!is_over && way != WayOn::Pack)
    steps.push_back({"fair.packing", ui.words(N_("Packing")), [&] { go(out, WayOn::Pack); }, is_packed});
  if (!is_over)
    steps.push_back({"fair.prices", ui.words(N_("Prices")), [&] { out.add(Open{make_fair_prices(fair_)}); }});
  steps.push_back({"fair.expenses", ui.words(N_("Expenses")), [&] { out.add(Open{make_fair_expenses(fair_)}); }});
  if (is_packed)
    steps.push_back({"fair.unpacking", ui.words(N_("Bring home")), [&] { out.add(Open{make_unpacking_screen(fair_)}); },
                     page.was_there && !is_left});
  if (page.was_there && way != WayOn::Result)
    steps.push_back(
        {"fair.result", ui.words(N_("Result")), [&] { go(out, WayOn::Result); }, page.fair.verdict.has_value()});
  for (std::size_t i = 0; i < steps.size(); ++i)
    if (button(ui, steps[i].name, line.column(static_cast<int>(i), static_cast<int>(steps.size()), kGap),
               {.label = steps[i].label, .icon = steps[i].is_done ? icon::check : Icon()}))
      steps[i].go();
}

void FairScreen::draw_plan(Ui& ui, Rect area, const FairPage& page) const {
  const Words& words = ui.words();
  const FairFigures& figures = page.figures;
  const Rect cards = area.top_part(112);
  fair_figure(ui, cards.column(0, 3, kGap), "fair.cost", words(N_("Will cost")),
              ui.money(figures.fee + figures.costs + figures.helpers),
              say(ui, N_("booth {}"), ui.bare_money(figures.fee)));
  fair_figure(ui, cards.column(1, 3, kGap), "fair.break_even", words(N_("Pays from sales of")),
              page.break_even ? ui.money(page.break_even->sales) : std::string("–"),
              page.break_even && page.break_even->pieces > 0 ? say(ui, N_("about {} pieces"), page.break_even->pieces)
                                                             : std::string());
  const std::int64_t hours = figures.minutes;
  fair_told(ui, cards.column(2, 3, kGap), "fair.hours", words(N_("Your hours")), hours_text(hours, words));
  const Rect inside = fair_card(ui, {area.x, area.y + 128, area.w, area.h - 128}, words(N_("The plan")));
  float y = inside.y;
  const float label = 240;
  const auto told = [&](std::string_view heading, const std::string& value) {
    if (value.empty() || y + 40 > inside.bottom()) return;
    text(ui, {inside.x, y, label, 36}, words(heading), {.type = Type::Text, .color = ui.theme().ink2});
    text(ui, {inside.x + label, y, inside.w - label, 36}, value, {.type = Type::Text, .cut = Cut::Names});
    y += 40;
  };
  told(N_("When"), fair_days(page.fair, words));
  told(N_("Where"), fair_place(page.fair));
  told(N_("Application"), std::string(fair_state_name(page.fair.state, words)));
  told(N_("Organiser"), page.organiser);
  if (!page.fair.fee.deposit.is_zero()) told(N_("Deposit"), ui.money(page.fair.fee.deposit));
  if (page.fair.fee.due) told(N_("Rest of the fee due"), words.full_date(*page.fair.fee.due));
  for (const PlannedCost& cost : page.fair.costs) told(cost.name, ui.money(cost.amount));
  if (!page.fair.float_planned.is_zero()) told(N_("Opening float"), ui.money(page.fair.float_planned));
  told(N_("Helping"), fair_helpers(page.helpers));
}

void FairScreen::draw_going_on(Ui& ui, Intents& out, Rect area, const FairPage& page) {
  if (draw_fair_overview(ui, {area.x, area.y, area.w, area.h - 80}, page, zone_)) expense_.open(fair_);
  const Rect buttons = area.bottom_part(64);
  const int count = page.is_open ? 3 : 1;
  if (button(ui, "fair.note_hours", buttons.column(0, count, 16),
             {.label = ui.words(N_("Hours")), .icon = icon::clock}))
    hours_.open(page);
  if (!page.is_open) return;
  if (button(ui, "fair.asked_for", buttons.column(1, count, 16),
             {.label = ui.words(N_("Asked for, had none")), .icon = icon::question}))
    asked_.open();
  if (button(ui, "fair.close_day", buttons.column(2, count, 16),
             {.label = ui.words(N_("Close the day")), .icon = icon::cash_register}))
    out.add(Open{make_end_of_day_screen()});
}

}  // namespace

std::unique_ptr<Screen> make_fair_page(Id<Fair> fair) {
  return std::make_unique<FairScreen>(fair);
}

}  // namespace lapak
