// shop: laying out the tables of a report.
#include "core/shop/report_papers.h"

#include <fmt/format.h>

#include <utility>

#include "core/base/check.h"
#include "core/paper/table_paper.h"
#include "core/shop/documents.h"

namespace lapak {
namespace {

constexpr std::size_t most_bars = 31;

PaperChart days_chart(const Report& report, const Words& words, const Currency& currency) {
  PaperChart chart{.heading = std::string(words(report_part_name(ReportPart::Days))),
                   .columns = {},
                   .rows = {},
                   .amounts = {},
                   .shown = {}};
  for (const ReportByDay& day : report.by_day) {
    chart.columns.push_back(fmt::format("{}", day.date.day()));
    chart.amounts.push_back(day.net_sales.minor);
    chart.shown.push_back(words.money(day.net_sales, currency, Symbol::Hidden));
  }
  return chart;
}

PaperChart hours_chart(const Report& report, const Words& words) {
  const WeekMap map = week_map(report);
  PaperChart chart{.heading = std::string(words(report_part_name(ReportPart::Hours))),
                   .columns = {},
                   .rows = {},
                   .amounts = {},
                   .shown = {}};
  for (int hour = 0; std::cmp_less(hour, map.hours); ++hour)
    chart.columns.push_back(fmt::format("{}", map.first_hour + hour));
  for (int day = 0; day < kDaysOfWeek; ++day) chart.rows.emplace_back(words.weekday_name(weekday_of_row(day)));
  for (const Money sold : map.net_sales) chart.amounts.push_back(sold.minor);
  return chart;
}

PaperTable on_paper(const ReportTable& table, const Words& words, const Currency& currency) {
  PaperTable paper{.heading = std::string(words(table.heading)),
                   .columns = {},
                   .rows = {},
                   .when_empty = std::string(words(N_("Nothing in these days.")))};
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    paper.columns.push_back({table.columns[i], i == 0 ? Align::Left : Align::Right, i == 0 ? 5 : 3});
  for (const std::vector<ReportCell>& row : table.rows) {
    PaperRow& line = paper.rows.emplace_back();
    for (const ReportCell& cell : row) line.cells.push_back(shown(cell, words, currency));
  }
  return paper;
}

}  // namespace

Document report_paper_of(const Database& database, const Profile& profile, DateRange range,
                         const std::vector<ReportPart>& parts, Instant now) {
  LAPAK_ASSERT(!parts.empty());
  const Words& words = profile.words();
  const LocalTime made_at = profile.clock().local(now);
  const Report sums = report(database, profile, range.from, range.to);
  const WiderReport wider = wider_report(database, profile, range, made_at.date);
  TablePaper view{.head = letterhead_of(database, profile),
                  .kind = std::string(words(N_("Reports"))),
                  .title = range.from == range.to
                               ? words.full_date(range.from)
                               : fmt::format("{} – {}", words.full_date(range.from), words.full_date(range.to)),
                  .beside = {words.full_date(made_at.date)}};
  for (const ReportPart part : parts) {
    if (part == ReportPart::Days && !sums.by_day.empty() && sums.by_day.size() <= most_bars)
      view.charts.push_back(days_chart(sums, words, profile.money()));
    if (part == ReportPart::Hours && !sums.by_weekday_hour.empty()) view.charts.push_back(hours_chart(sums, words));
    view.tables.push_back(on_paper(table_of(sums, wider, part, words), words, profile.money()));
  }
  Document document = table_paper(view, SheetPaper::A4, words);
  document.made_at = made_at;
  return document;
}

}  // namespace lapak
