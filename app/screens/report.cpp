// screens: the report of a range of days: how much, how paid, what sells, when.
#include "app/screens/report.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/parts/button.h"
#include "app/parts/date_grid.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/end_of_day.h"
#include "app/screens/open_day.h"
#include "app/screens/print_sheet.h"
#include "app/screens/reports_frame.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"
#include "core/exchange/export.h"
#include "core/report/report.h"
#include "core/sale/cart_drafts.h"
#include "core/shop/documents.h"
#include "core/till/till_store.h"

namespace lapak {
namespace {

enum class Range { Today, Week, Month, Chosen };
constexpr std::array<std::string_view, 3> kRanges{N_("Today"), N_("7 days"), N_("30 days")};
constexpr std::size_t kMostBars = 31;
constexpr float kCloseDay = 200, kExport = 160, kSide = kCloseDay + kGap + kExport;

struct TableCard {
  std::string_view name;
  std::string_view label;
  ExportTable table;
};
constexpr std::array<TableCard, 5> kTables{{{"sales", N_("Sales"), ExportTable::Sales},
                                            {"lines", N_("Items sold"), ExportTable::Lines},
                                            {"products", N_("Items and prices"), ExportTable::Products},
                                            {"stock", N_("Stock"), ExportTable::Stock},
                                            {"customers", N_("Customers"), ExportTable::Customers}}};

struct Question {
  Range range = Range::Week;
  DateRange chosen;
  friend bool operator==(const Question& a, const Question& b) {
    return a.range == b.range && a.chosen.from == b.chosen.from && a.chosen.to == b.chosen.to;
  }
};

struct Figures {
  Report now;
  Money before;  // net sales of as many days before
};

class ReportScreen final : public Screen {
 public:
  explicit ReportScreen(Gate gate) : frame_(ReportsTab::Sales, gate) {}

  void refresh(const Shop& shop) override {
    today_ = shop.today();
    frame_.refresh(shop);
    if (frame_.is_shut()) return;
    is_day_open_.refresh(shop, 0, rooms(&Revisions::till),
                         [](const Shop& s, int) { return day_view(s.facts()).is_open; });
    figures_.refresh(
        shop, {question_, today_}, rooms(&Revisions::sale, &Revisions::profile, &Revisions::people),
        [this](const Shop& s, const std::pair<Question, Date>&) {
          const DateRange range = days();
          const int length = range.to.days - range.from.days + 1;
          Figures figures{.now = report(s.facts(), s.profile(), range.from, range.to), .before = {}};
          figures.before =
              report(s.facts(), s.profile(), range.from.plus_days(-length), range.from.plus_days(-1)).net_sales;
          return figures;
        });
    held_ = shop.held_carts();
    now_ = shop.now();
  }

  void draw(Ui& ui, Intents& out) override {
    const auto frame = frame_.draw(ui, {.side = kSide}, out);
    if (!frame) return;
    draw_side(ui, frame->side, out);
    const Rect area = frame->content;
    draw_ranges(ui, area.top_part(48));
    const float top = area.y + 64;
    draw_cards(ui, {area.x, top, area.w, 112});
    const float side = ui.size() == SizeClass::Compact ? 304.0f : 368.0f;
    const float upper_y = top + 128;
    const float below = area.bottom() - upper_y;
    const float upper = (below - 16) * 0.54f;
    draw_days(ui, {area.x, upper_y, area.w - side - 16, upper});
    draw_methods(ui, {area.right() - side, upper_y, side, upper});
    const float lower = below - 16 - upper;
    const float lower_y = upper_y + upper + 16;
    draw_products(ui, {area.x, lower_y, (area.w - 16) / 2, lower});
    draw_hours(ui, {area.x + (area.w + 16) / 2, lower_y, (area.w - 16) / 2, lower});
    draw_export(ui, out);
    draw_choice(ui);
    if (ui.shortcut({.key = Key::P, .ctrl = true})) {
      auto [title, lay_out] = page_of(ui);
      print_.open(std::move(title), std::move(lay_out), out);
    }
    print_.draw(ui, out);
  }

  void performed(const Outcome& outcome, Intents&) override { frame_.performed(outcome); }
  bool refused(const Problem& problem) override { return frame_.refused(problem); }

 private:
  DateRange days() const {
    switch (question_.range) {
      case Range::Today:
        return {today_, today_};
      case Range::Week:
        return {today_.plus_days(-6), today_};
      case Range::Month:
        return {today_.plus_days(-29), today_};
      case Range::Chosen:
        break;
    }
    return question_.chosen;
  }
  struct Page {
    std::string title;
    PrintSheet::LayOut lay_out;
  };
  Page page_of(const Ui& ui) const;  // what is shown, on paper
  void draw_side(Ui& ui, Rect place, Intents& out);
  void draw_ranges(Ui& ui, Rect line);
  void draw_export(Ui& ui, Intents& out);
  void draw_cards(Ui& ui, Rect area);
  void draw_days(Ui& ui, Rect area);
  void draw_methods(Ui& ui, Rect area);
  void draw_products(Ui& ui, Rect area);
  void draw_hours(Ui& ui, Rect area);
  void draw_choice(Ui& ui);
  // A plate with its heading; gives what is left inside.
  static Rect card(Ui& ui, Rect area, std::string_view heading);

  Date today_;
  Instant now_;
  ReportsFrame frame_;
  Question question_;
  Watched<std::pair<Question, Date>, Figures> figures_;
  std::vector<HeldCart> held_;
  Watched<int, bool> is_day_open_;
  PrintSheet print_;
  bool is_exporting_ = false;
  bool is_choosing_ = false;
  DateRange choice_;       // while it is made
  Date month_;             // that is seen
  bool is_begun_ = false;  // its first day was tapped, its last comes next
};

Rect ReportScreen::card(Ui& ui, Rect area, std::string_view heading) {
  plate(ui, area);
  const Rect inside = area.inset(16);
  text(ui, inside.top_part(26).inset(0, -5), heading, {.type = Type::SmallStrong, .color = ui.theme().ink2});
  return {inside.x, inside.y + 32, inside.w, inside.h - 32};
}

void ReportScreen::draw_side(Ui& ui, Rect place, Intents& out) {
  const Rect left = place.left_part(kCloseDay);
  if (is_day_open_.view()) {
    if (button(ui, "report.close_day", left, {.label = ui.words(N_("Close the day")), .icon = icon::cash_register}))
      out.add(Open{make_end_of_day_screen()});
  } else if (button(ui, "report.open_day", left,
                    {.label = ui.words(N_("Open the day")), .icon = icon::cash_register})) {
    out.add(Open{make_open_day_screen()});
  }
  if (button(ui, "report.export", place.right_part(kExport),
             {.label = ui.words(N_("Export")), .icon = icon::download_simple}))
    is_exporting_ = true;
}

void ReportScreen::draw_ranges(Ui& ui, Rect line) {
  const std::string_view choose = ui.words(N_("Choose…"));
  const float equal = line.w / 4 - kGap;
  float widest = chip_width(ui, choose);
  for (const std::string_view label : kRanges) widest = std::max(widest, chip_width(ui, ui.words(label)));
  float x = line.x;
  const auto place = [&](std::string_view label) {
    const Rect chip_place{x, line.y, widest > equal ? chip_width(ui, label) : equal, 48};
    x += chip_place.w + kGap;
    return chip_place;
  };
  for (std::size_t i = 0; i < kRanges.size(); ++i) {
    const Range range = static_cast<Range>(i);
    if (chip(ui, fmt::format("report.range.{}", i), place(ui.words(kRanges[i])), ui.words(kRanges[i]),
             {.selected = question_.range == range})) {
      question_.range = range;
      ui.keep_drawing();
    }
  }
  if (chip(ui, "report.choose", place(choose), choose, {.selected = question_.range == Range::Chosen})) {
    choice_ = days();
    month_ = choice_.to;
    is_begun_ = false;
    is_choosing_ = true;
  }
}

ReportScreen::Page ReportScreen::page_of(const Ui& ui) const {
  const DateRange range = days();
  const bool is_one_day = range.from == range.to;
  const std::string dates = is_one_day ? range.from.iso() : fmt::format("{} {}", range.from.iso(), range.to.iso());
  return {fmt::format("{} {}", is_one_day ? ui.words(N_("End of day")) : ui.words(N_("Reports")), dates),
          [range, is_one_day, held = held_, now = now_](const Database& facts, const Profile& profile) {
            return is_one_day ? end_of_day_of(facts, profile, range.from, held, now)
                              : range_report_of(facts, profile, range.from, range.to, now);
          }};
}

void ReportScreen::draw_export(Ui& ui, Intents& out) {
  Sheet sheet(ui, "export", is_exporting_, {.title = ui.words(N_("Export")), .close_label = ui.words(N_("Close"))});
  if (!sheet.visible()) return;
  const Rect content = sheet.content();
  const DateRange range = days();
  const bool is_one_day = range.from == range.to;
  const std::string span =
      is_one_day ? ui.words().weekday_date(range.from)
                 : fmt::format("{} – {}", ui.words().short_date(range.from), ui.words().short_date(range.to));
  float y = content.y;
  const auto entry = [&](std::string_view name, std::string_view label, std::string_view below, Icon icon) {
    const Rect place{content.x, y, content.w, 72};
    y += 72;
    const bool is_tapped = row(ui, name, place, {.title = label, .subtitle = below, .icon = icon, .has_arrow = true});
    if (is_tapped) is_exporting_ = false;
    return is_tapped;
  };
  const std::string dates = is_one_day ? range.from.iso() : fmt::format("{} {}", range.from.iso(), range.to.iso());
  const auto [title, lay_out] = page_of(ui);
  if (entry("export.pdf", ui.words(N_("One page (PDF)")), span, icon::file_pdf)) {
    out.add(MakePaper{.file_name = title + ".pdf", .lay_out = lay_out});
  }
  if (entry("export.print", ui.words(N_("Print")), span, icon::printer)) print_.open(title, lay_out, out);
  if (entry("export.report", ui.words(N_("These figures as a table")), span, icon::file_csv)) {
    out.add(MakeTable{.file_name = fmt::format("{} {}.csv", ui.words(N_("Reports")), dates),
                      .write = [range](const Database& facts, const Profile& profile) {
                        return report_csv(report(facts, profile, range.from, range.to), profile);
                      }});
  }
  text(ui, {content.x, y, content.w, 40}, ui.words(N_("Everything, as tables for a spreadsheet (CSV)")),
       {.type = Type::SmallStrong, .color = ui.theme().ink2});
  y += 40;
  for (const TableCard& table : kTables) {
    const std::string_view label = ui.words(table.label);
    if (!entry(fmt::format("export.{}", table.name), label, {}, icon::file_csv)) continue;
    out.add(MakeTable{.file_name = fmt::format("{} {}.csv", label, today_.iso()),
                      .write = [table = table.table](const Database& facts, const Profile& profile) {
                        return export_csv(facts, profile, table);
                      }});
  }
  if (sheet.dismissed()) is_exporting_ = false;
}

void ReportScreen::draw_cards(Ui& ui, Rect area) {
  const Theme& t = ui.theme();
  const Report& now = figures_->now;
  const std::int64_t sales = now.sales_count;
  const Money average = sales == 0 ? Money{} : part_of(now.net_sales, Fraction{1, sales});
  // One size for all four: what comes first is not written smaller because it is longer.
  const Rect narrow = area.column(0, 4, kGap).inset(16);
  AmountSize size = AmountSize::S;
  for (const Money figure : {now.net_sales, average, now.owed})
    size = std::min(size, fitting_size(ui.paint(), ui.money(figure), AmountSize::S, narrow.w));
  const auto one = [&](int i, std::string_view name, std::string_view heading, const std::string& figure,
                       std::string_view below) {
    const Rect inside = card(ui, area.column(i, 4, kGap), heading);
    amount(ui, {inside.x, inside.y - 4, inside.w, 40}, figure, {.size = size, .align = Side::Left, .name = name});
    text(ui, {inside.x, inside.bottom() - 18, inside.w, 22}, below,
         {.type = Type::Small, .color = t.ink2, .cut = Cut::Names});
  };
  std::string change;
  if (figures_->before.minor > 0) {
    const std::int64_t more = now.net_sales.minor - figures_->before.minor;
    change = fmt::format("{}{}", more >= 0 ? "+" : "\u2212",
                         ui.words().percent(Fraction{std::abs(more), figures_->before.minor}));
  }
  one(0, "report.net_sales", ui.words(N_("Net sales")), ui.money(now.net_sales),
      change.empty() ? change : say(ui, N_("{} vs before"), change));
  one(1, "report.sales_count", ui.words(N_("Sales")), ui.words().count(sales),
      say(ui, N_("{} pieces"), ui.words().quantity(now.items_sold)));
  one(2, "report.average", ui.words(N_("Average sale")), ui.money(average),
      now.discounts.minor == 0 ? std::string()
                               : fmt::format("{} {}", ui.words(N_("Discounts")), ui.bare_money(now.discounts)));
  one(3, "report.owed", ui.words(N_("Owed by customer")), ui.money(now.owed),
      now.refunds.minor == 0 ? std::string()
                             : fmt::format("{} {}", ui.words(N_("Refunds")), ui.bare_money(now.refunds)));
}

void ReportScreen::draw_days(Ui& ui, Rect area) {
  const Rect inside = card(ui, area, ui.words(N_("Sales per day")));
  const DateRange range = days();
  std::vector<Bar> bars;
  // The last ones, when there are more than can be told apart.
  const auto length = static_cast<std::size_t>(range.to.days - range.from.days + 1);
  const Date first = length > kMostBars ? range.to.plus_days(1 - static_cast<int>(kMostBars)) : range.from;
  const auto& known = figures_->now.by_day;
  for (Date day = first; day <= range.to; day = day.plus_days(1)) {
    const auto found = std::ranges::find(known, day, &ReportByDay::date);
    const Money sold = found == known.end() ? Money{} : found->net_sales;
    const bool is_week = length <= 8;
    bars.push_back({.label = !is_week        ? fmt::format("{}", day.day())
                             : day == today_ ? std::string(ui.words(N_("Today")))
                                             : std::string(ui.words().weekday_name(day.weekday())),
                    .value = static_cast<double>(sold.minor),
                    .shown = is_week && sold.minor != 0 ? ui.bare_money(sold) : std::string(),
                    .highlighted = day == today_});
  }
  bar_chart(ui, "report.days", inside, bars);
}

void ReportScreen::draw_methods(Ui& ui, Rect area) {
  const Theme& t = ui.theme();
  const Rect inside = card(ui, area, ui.words(N_("How it was paid")));
  Money all;
  for (const ReportByMethod& each : figures_->now.by_payment) all += std::max(each.amount, Money{});
  const auto& methods = figures_->now.by_payment;
  constexpr float kMethodRow = 52;
  RowList rows(ui, "report.methods", inside, {.count = methods.size(), .row_height = kMethodRow});
  for (const RowList::Item& item : rows.visible()) {
    const ReportByMethod& each = methods[item.index];
    const Rect line = item.rect.top_part(26);
    const auto method = find_method(each.method);
    text(ui, line, method ? method_name(*method, ui.words()) : std::string_view(each.method),
         {.type = Type::Body, .cut = Cut::Names});
    text(ui, line, ui.bare_money(each.amount), {.type = Type::Strong, .align = Side::Right});
    const float part = all.minor > 0 ? static_cast<float>(each.amount.minor) / static_cast<float>(all.minor) : 0.0f;
    const Rect bar{line.x, line.y + 30, line.w, 8};
    ui.paint().fill(bar, t.surface2, 4);
    if (part > 0) ui.paint().fill(bar.left_part(std::max(8.0f, bar.w * part)), t.c1, 4);
  }
  if (methods.empty()) text(ui, inside.top_part(32), ui.words(N_("Nothing sold")), {.type = Type::Body});
}

void ReportScreen::draw_products(Ui& ui, Rect area) {
  const Theme& t = ui.theme();
  const Rect inside = card(ui, area, ui.words(N_("Best sellers")));
  const auto& products = figures_->now.by_product;
  constexpr float kSmallestRow = 40;
  const float row_height = inside.h / std::max(1.0f, std::floor(inside.h / kSmallestRow));  // no row is seen by half
  RowList rows(ui, "report.products", inside, {.count = products.size(), .row_height = row_height});
  const double most =
      products.empty() ? 1 : static_cast<double>(std::max<std::int64_t>(1, products.front().net_sales.minor));
  // As wide as the largest sum, which comes first.
  const float figures =
      products.empty() ? 0
                       : std::max(112.0f, ui.paint().width(Type::Strong, ui.bare_money(products.front().net_sales)));
  for (const RowList::Item& item : rows.visible()) {
    const ReportByProduct& product = products[item.index];
    const std::string sum = ui.bare_money(product.net_sales);
    const std::string pieces = ui.words().quantity(product.quantity);
    const Rect line = item.rect;
    text(ui, {line.x, line.y, line.w - figures - 56, 26},
         product.name.empty() ? ui.words(N_("Misc item")) : product.name, {.type = Type::Row, .cut = Cut::Names});
    text(ui, {line.right() - figures - 48, line.y, 40, 26}, pieces,
         {.type = Type::Body, .color = t.ink2, .align = Side::Right});
    text(ui, {line.right() - figures, line.y, figures, 26}, sum, {.type = Type::Strong, .align = Side::Right});
    const float part = static_cast<float>(static_cast<double>(product.net_sales.minor) / most);
    if (part > 0) ui.paint().fill({line.x, line.y + 30, std::max(6.0f, line.w * part), 6}, t.c2, 3);
  }
}

void ReportScreen::draw_hours(Ui& ui, Rect area) {
  const Rect inside = card(ui, area, ui.words(N_("By hour")));
  const auto& hours = figures_->now.by_hour;
  std::vector<Bar> bars;
  if (!hours.empty()) {
    const auto [low, high] = std::ranges::minmax(hours, {}, &ReportByHour::hour);
    for (int hour = low.hour; hour <= high.hour; ++hour) {
      const auto found = std::ranges::find(hours, hour, &ReportByHour::hour);
      bars.push_back({.label = fmt::format("{}", hour),
                      .value = found == hours.end() ? 0 : static_cast<double>(found->net_sales.minor),
                      .shown = {}});
    }
  }
  bar_chart(ui, "report.hours", inside, bars);
}

void ReportScreen::draw_choice(Ui& ui) {
  Sheet sheet(ui, "range", is_choosing_,
              {.title = ui.words(N_("Which days?")),
               .width = kDateGridSheet,
               .close_label = ui.words(N_("Close")),
               .foot = 80});
  if (!sheet.visible()) return;
  const Rect content = sheet.content();
  const auto span = [&](DateRange range) {
    return range.from == range.to
               ? ui.words().weekday_date(range.from)
               : fmt::format("{} – {}", ui.words().weekday_date(range.from), ui.words().weekday_date(range.to));
  };
  const auto quick = [&](std::string_view name, Rect place, std::string_view label, DateRange range) {
    if (!button(ui, name, place, {.label = label, .kind = ButtonKind::Outline})) return;
    choice_ = range;
    month_ = range.to;
    is_begun_ = false;
  };
  const Rect line = content.top_part(56);
  quick("range.this_month", line.column(0, 2, kGap), ui.words(N_("This month")), {today_.first_of_month(), today_});
  const Date last = today_.first_of_month().plus_days(-1);
  quick("range.last_month", line.column(1, 2, kGap), ui.words(N_("Last month")), {last.first_of_month(), last});
  text(ui, {content.x, line.bottom() + 16, content.w, 28},
       is_begun_ ? say(ui, N_("From {}. Now tap the last day."), ui.words().weekday_date(choice_.from)) : span(choice_),
       {.type = Type::Strong, .align = Side::Centre, .name = "range.days"});
  const Rect grid{content.x, line.bottom() + 56, content.w, date_grid_height()};
  if (const auto day = date_grid(ui, "range.day", grid, month_,
                                 {.today = today_, .from = choice_.from, .to = choice_.to, .latest = today_})) {
    const bool is_last = is_begun_ && *day >= choice_.from;
    choice_ = {is_last ? choice_.from : *day, *day};
    is_begun_ = !is_last;
  }
  if (button(ui, "range.ok", sheet.foot(),
             {.label = ui.words(N_("Show")), .kind = ButtonKind::Primary, .type = Type::Title})) {
    question_ = {.range = Range::Chosen, .chosen = choice_};
    is_choosing_ = false;
  }
  if (sheet.dismissed()) is_choosing_ = false;
}

}  // namespace

std::unique_ptr<Screen> make_report_screen() {
  return make_sales_report(Gate::Shut);
}

std::unique_ptr<Screen> make_sales_report(Gate gate) {
  return std::make_unique<ReportScreen>(gate);
}

}  // namespace lapak
