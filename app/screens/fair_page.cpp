// screens: the page of a fair: what it will cost, then how it goes.
#include <algorithm>
#include <array>

#include "app/parts/button.h"
#include "app/parts/chart.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/text.h"
#include "app/screens/asked_sheet.h"
#include "app/screens/end_of_day.h"
#include "app/screens/fair_said.h"
#include "app/screens/fairs.h"
#include "app/screens/open_day.h"
#include "app/screens/page.h"
#include "app/screens/screen.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"
#include "core/fair/fair_commands.h"
#include "core/report/fair_report.h"
#include "core/till/till_store.h"

namespace lapak {
namespace {

constexpr int kMinute_ms = 60'000;

class FairScreen final : public Screen {
 public:
  explicit FairScreen(Id<Fair> fair) : fair_(fair) {}

  void refresh(const Shop& shop) override {
    has_day_open_.refresh(shop, 0, rooms(&Revisions::till),
                          [](const Shop& s, int) { return day_view(s.facts()).is_open; });
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
    saved_ = ui.words(N_("Saved"));
    const FairPage& page = *page_.view();
    const bool is_compact = ui.size() == SizeClass::Compact;
    const PageFrame frame = draw_page(ui, {.title = page.fair.name,
                                           .main = main_label(ui, page),
                                           .main_icon = page.is_open ? icon::storefront : icon::cash_register,
                                           .side = is_compact ? 120.0f : 160.0f});
    if (frame.back) out.add(Back{});
    if (button(ui, "fair.edit", frame.side, {.label = ui.words(N_("Edit")), .icon = icon::pencil}))
      out.add(Open{make_fair_editor(page.fair)});
    if (frame.main == Press::Tap) go_on(out, page);
    Rect rest = frame.content;
    draw_steps(ui, out, rest.top_part(64), page);
    rest = {rest.x, rest.y + 80, rest.w, rest.h - 80};
    if (page.was_there)
      draw_going_on(ui, out, rest, page);
    else
      draw_plan(ui, rest, page);
    asked_.draw(ui, out);
  }

  void performed(const Outcome& outcome, Intents& out) override {
    if (outcome.kind == "note_asked") return AskedSheet::performed(outcome, *words_, out);
    out.add(ShowToast{.sentence = saved_, .icon = icon::check_circle, .offers_undo = outcome.is_undoable});
  }

 private:
  std::string_view main_label(const Ui& ui, const FairPage& page) const {
    if (page.is_open) return ui.words(N_("Go to the till"));
    if (page.phase == FairPhase::Over) return ui.words(N_("Result"));
    return has_day_open_.view() ? std::string_view() : ui.words(N_("Open the fair"));
  }
  void go_on(Intents& out, const FairPage& page) const {
    if (page.is_open)
      out.add(GoTo{Section::Sell});
    else
      out.add(Open{page.phase == FairPhase::Over ? make_fair_result(fair_) : make_open_day_screen(fair_)});
  }
  void draw_steps(Ui& ui, Intents& out, Rect line, const FairPage& page);
  void draw_plan(Ui& ui, Rect area, const FairPage& page) const;
  void draw_going_on(Ui& ui, Intents& out, Rect area, const FairPage& page);
  void draw_cards(Ui& ui, Rect area, const FairPage& page) const;
  void draw_hours(Ui& ui, Rect area, const FairPage& page) const;
  void draw_break_even(Ui& ui, Rect area, const FairPage& page) const;
  static void draw_best(Ui& ui, Rect area, const FairPage& page);
  static void draw_costs(Ui& ui, Rect area, const FairPage& page);
  void draw_people(Ui& ui, Rect area, const FairPage& page) const;

  // A plate with its heading; gives what is left inside.
  static Rect card(Ui& ui, Rect area, std::string_view heading) {
    plate(ui, area);
    const Rect inside = area.inset(16);
    text(ui, inside.top_part(26).inset(0, -5), heading, {.type = Type::SmallStrong, .color = ui.theme().ink2});
    return {inside.x, inside.y + 32, inside.w, inside.h - 32};
  }
  static void figure(Ui& ui, Rect area, std::string_view name, std::string_view heading, const std::string& sum,
                     std::string_view below) {
    const Rect inside = card(ui, area, heading);
    amount(ui, {inside.x, inside.y - 4, inside.w, 40}, sum, {.size = AmountSize::S, .align = Side::Left, .name = name});
    text(ui, {inside.x, inside.bottom() - 18, inside.w, 22}, below,
         {.type = Type::Small, .color = ui.theme().ink2, .cut = Cut::Names});
  }

  Id<Fair> fair_;
  Zone zone_;
  Watched<std::pair<std::int64_t, Date>, std::optional<FairPage>> page_;
  AskedSheet asked_;
  Watched<int, bool> has_day_open_;
  std::string saved_;
  const Words* words_ = nullptr;
};

void FairScreen::draw_steps(Ui& ui, Intents& out, Rect line, const FairPage& page) {
  struct Step {
    std::string_view name, label;
    bool is_done;
  };
  const bool is_packed =
      std::ranges::any_of(page.goods, [](const FairGoods& each) { return each.brought > Quantity{}; });
  const bool is_back =
      is_packed && std::ranges::none_of(page.goods, [](const FairGoods& each) { return each.left > Quantity{}; });
  const std::array steps{Step{"fair.packing", N_("Packing"), is_packed},
                         Step{"fair.unpacking", N_("Bring home"), is_back && page.was_there},
                         Step{"fair.result", N_("Result"), page.fair.verdict.has_value()}};
  // The result is the way on once it is over.
  const int most = page.phase == FairPhase::Over ? 2 : 3;
  const int count = page.was_there || is_packed ? most : 1;
  for (int i = 0; i < count; ++i) {
    const Step& step = steps[static_cast<std::size_t>(i)];
    if (!button(ui, step.name, line.column(i, count, kGap),
                {.label = ui.words(step.label), .icon = step.is_done ? icon::check : Icon()}))
      continue;
    if (i == 0) out.add(Open{make_packing_screen(fair_)});
    if (i == 1) out.add(Open{make_unpacking_screen(fair_)});
    if (i == 2) out.add(Open{make_fair_result(fair_)});
  }
}

void FairScreen::draw_plan(Ui& ui, Rect area, const FairPage& page) const {
  const Words& words = ui.words();
  const FairFigures& figures = page.figures;
  const Rect cards = area.top_part(112);
  figure(ui, cards.column(0, 3, kGap), "fair.cost", words(N_("Will cost")),
         ui.money(figures.fee + figures.costs + figures.helpers), say(ui, N_("booth {}"), ui.bare_money(figures.fee)));
  figure(ui, cards.column(1, 3, kGap), "fair.break_even", words(N_("Pays from sales of")),
         page.break_even ? ui.money(page.break_even->sales) : std::string("–"),
         page.break_even && page.break_even->pieces > 0 ? say(ui, N_("about {} pieces"), page.break_even->pieces)
                                                        : std::string());
  const std::int64_t hours = figures.minutes;
  figure(ui, cards.column(2, 3, kGap), "fair.hours", words(N_("Your hours")), hours_text(hours, words), {});
  const Rect inside = card(ui, {area.x, area.y + 128, area.w, area.h - 128}, words(N_("The plan")));
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
  std::string helpers;
  for (const std::string& name : page.helpers) helpers += (helpers.empty() ? "" : ", ") + name;
  told(N_("Helping"), helpers);
}

void FairScreen::draw_cards(Ui& ui, Rect area, const FairPage& page) const {
  const Words& words = ui.words();
  const bool is_today = page.is_open;
  const Money sales = is_today ? page.today : page.figures.sales;
  const int count = is_today ? page.today_count : page.figures.sales_count;
  figure(ui, area.column(0, 4, kGap), "fair.sales", words(is_today ? N_("Sales today") : N_("Sales")), ui.money(sales),
         page.last_by_now ? say(ui, N_("last time by now {}"), ui.bare_money(*page.last_by_now)) : std::string());
  figure(ui, area.column(1, 4, kGap), "fair.count", words(N_("Transactions")), words.count(count),
         count == 0 ? std::string() : say(ui, N_("average {}"), ui.bare_money(part_of(sales, {1, count}))));
  figure(ui, area.column(2, 4, kGap), "fair.profit", words(N_("Profit so far")), ui.money(page.figures.profit),
         say(ui, N_("fee {}"), ui.bare_money(page.figures.fee)));
  Quantity brought, sold;
  for (const FairGoods& each : page.goods) {
    brought += each.brought;
    if (each.brought > Quantity{}) sold += std::min(each.sold, each.brought);
  }
  figure(ui, area.column(3, 4, kGap), "fair.pieces", words(N_("Pieces sold")), words.quantity(page.figures.pieces),
         brought.is_zero() ? std::string()
                           : say(ui, N_("unsold {0} of {1}"), words.quantity(brought - sold), words.quantity(brought)));
}

void FairScreen::draw_break_even(Ui& ui, Rect area, const FairPage& page) const {
  if (!page.break_even) return;
  const Money even = page.break_even->sales;
  const bool is_reached = page.figures.sales >= even;
  std::string said = say(ui, N_("Pays from {}"), ui.bare_money(even));
  if (is_reached && page.covered_at)
    said += " · " + say(ui, N_("reached at {}"), ui.words().time(zone_.local(*page.covered_at)));
  else if (!is_reached)
    said += " · " + say(ui, N_("still {}"), ui.bare_money(even - page.figures.sales));
  text(ui, area.top_part(26), said, {.type = Type::Small, .color = ui.theme().ink2, .name = "fair.even"});
  const float part = even.is_zero() ? 1.0f
                                    : static_cast<float>(std::clamp(page.figures.sales, Money{}, even).minor) /
                                          static_cast<float>(even.minor);
  progress(ui, "fair.even_bar", area.bottom_part(10), part, is_reached ? ui.theme().success : ui.theme().c1);
}

void FairScreen::draw_hours(Ui& ui, Rect area, const FairPage& page) const {
  const Rect inside = card(ui, area, ui.words(N_("By hour")));
  const float even = page.break_even ? 52.0f : 0.0f;
  std::vector<Bar> bars;
  for (const FairHour& hour : page.hours)
    bars.push_back(
        {.label = fmt::format("{}", hour.hour), .value = static_cast<double>(hour.sales.minor), .shown = {}});
  bar_chart(ui, "fair.by_hour", {inside.x, inside.y, inside.w, inside.h - even}, bars);
  draw_break_even(ui, inside.bottom_part(40), page);
}

void FairScreen::draw_best(Ui& ui, Rect area, const FairPage& page) {
  const Rect inside = card(ui, area, ui.words(N_("Best sellers")));
  float y = inside.y;
  for (const FairGoods& each : page.goods) {
    if (each.sold <= Quantity{} || y + 32 > inside.bottom()) break;
    text(ui, {inside.x, y, inside.w - 72, 32}, each.name, {.type = Type::Row, .cut = Cut::Names});
    text(ui, {inside.right() - 64, y, 64, 32}, ui.words().quantity(each.sold),
         {.type = Type::Strong, .align = Side::Right});
    y += 36;
  }
  if (y == inside.y) text(ui, inside.top_part(32), ui.words(N_("Nothing sold")), {.type = Type::Body});
}

void FairScreen::draw_costs(Ui& ui, Rect area, const FairPage& page) {
  const FairFigures& figures = page.figures;
  const Rect inside = card(ui, area, ui.words(N_("Costs")));
  float y = inside.y;
  const auto line = [&](std::string_view label, Money sum) {
    if (sum.is_zero() || y + 28 > inside.bottom()) return;
    text(ui, {inside.x, y, inside.w - 140, 28}, ui.words(label), {.type = Type::Body});
    text(ui, {inside.right() - 140, y, 140, 28}, ui.bare_money(sum), {.type = Type::Strong, .align = Side::Right});
    y += 30;
  };
  line(N_("Booth fee"), figures.fee);
  line(N_("Expenses"), figures.costs);
  line(N_("Helpers"), figures.helpers);
}

void FairScreen::draw_people(Ui& ui, Rect area, const FairPage& page) const {
  const Words& words = ui.words();
  const Rect inside = card(ui, area, words(N_("People")));
  float y = inside.y;
  const auto line = [&](std::string_view name, const std::string& said) {
    if (said.empty() || y + 28 > inside.bottom()) return;
    text(ui, {inside.x, y, inside.w, 28}, said, {.type = Type::Body, .cut = Cut::Names, .name = name});
    y += 30;
  };
  const auto met = std::ssize(page.met);
  line("fair.met", say(ui, words.plural("{} new contact", "{} new contacts", met), met));
  for (const AskedRow& asked : page.asked)
    line("fair.asked",
         say(ui, N_("Asked for {0}, {1} × {2}"), asked.what, asked.times, asked_name(asked.reason, words)));
}

void FairScreen::draw_going_on(Ui& ui, Intents& out, Rect area, const FairPage& page) {
  draw_cards(ui, area.top_part(112), page);
  const float foot = page.is_open ? 80.0f : 0.0f;
  const float below = area.h - 128 - foot;
  const float upper = (below - 16) * 0.58f;
  const float side = ui.size() == SizeClass::Compact ? 304.0f : 368.0f;
  const float y = area.y + 128;
  draw_hours(ui, {area.x, y, area.w - side - 16, upper}, page);
  draw_best(ui, {area.right() - side, y, side, upper}, page);
  const Rect lower{area.x, y + upper + 16, area.w, below - 16 - upper};
  draw_costs(ui, lower.column(0, 2, 16), page);
  draw_people(ui, lower.column(1, 2, 16), page);
  if (!page.is_open) return;
  const Rect buttons = area.bottom_part(64);
  if (button(ui, "fair.asked_for", buttons.column(0, 2, 16),
             {.label = ui.words(N_("Asked for, had none")), .icon = icon::question}))
    asked_.open();
  if (button(ui, "fair.close_day", buttons.column(1, 2, 16),
             {.label = ui.words(N_("Close the day")), .icon = icon::cash_register}))
    out.add(Open{make_end_of_day_screen()});
}

}  // namespace

std::unique_ptr<Screen> make_fair_page(Id<Fair> fair) {
  return std::make_unique<FairScreen>(fair);
}

}  // namespace lapak
