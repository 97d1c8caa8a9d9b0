// screens: the ways a report leaves the shop.
#include "app/screens/report_export.h"

#include <fmt/format.h>

#include <array>

#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "core/base/text.h"
#include "core/exchange/dialect_export.h"
#include "core/exchange/export.h"
#include "core/exchange/xlsx.h"
#include "core/shop/documents.h"
#include "core/shop/report_papers.h"

namespace lapak {
namespace {

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
// As their own names, which no language changes.
constexpr std::array kPrograms{Dialect::Shopify, Dialect::Etsy, Dialect::Square, Dialect::Loyverse,
                               Dialect::WooCommerce};
constexpr float kRow = 72, kHead = 40;

std::string dates_of(DateRange range) {
  return range.from == range.to ? range.from.iso() : fmt::format("{} {}", range.from.iso(), range.to.iso());
}

struct Paper {
  std::string title;
  PrintSheet::LayOut lay_out;
};
Paper paper_of(const Ui& ui, const ReportShown& shown) {
  const bool is_one_day = shown.range.from == shown.range.to;
  return {
      fmt::format("{} {}", is_one_day ? ui.words(N_("End of day")) : ui.words(N_("Reports")), dates_of(shown.range)),
      [shown, is_one_day](const Database& facts, const Profile& profile) {
        return is_one_day ? end_of_day_of(facts, profile, shown.range.from, shown.held, shown.now)
                          : range_report_of(facts, profile, shown.range.from, shown.range.to, shown.now);
      }};
}

std::vector<ReportPart> all_parts() {
  return {std::begin(kReportParts), std::end(kReportParts)};
}

}  // namespace

void ReportExport::print(const Ui& ui, const ReportShown& shown, Intents& out) {
  auto [title, lay_out] = paper_of(ui, shown);
  print_.open(std::move(title), std::move(lay_out), out);
}

void ReportExport::draw(Ui& ui, const ReportShown& shown, Intents& out) {
  print_.draw(ui, out);
  Sheet sheet(ui, "export", is_open_, {.title = ui.words(N_("Export")), .close_label = ui.words(N_("Close"))});
  if (!sheet.visible()) return;
  const Rect content = sheet.content();
  const DateRange range = shown.range;
  const std::string span = range.from == range.to ? ui.words().weekday_date(range.from)
                                                  : fmt::format("{} – {}", ui.words().short_date(range.from),
                                                                ui.words().short_date(range.to));
  const std::string named = fmt::format("{} {}", ui.words(N_("Reports")), dates_of(range));
  constexpr std::size_t kOfRange = 5, kEverything = 1;
  ScrollArea scroll(ui, "export.list", content,
                    kRow * static_cast<float>(kOfRange + kTables.size() + kEverything + kPrograms.size()) + 2 * kHead);
  float y = scroll.origin().y;
  const auto entry = [&](std::string_view name, std::string_view label, std::string_view below, Icon icon) {
    const Rect place{content.x, y, content.w, kRow};
    y += kRow;
    const bool is_tapped = row(ui, name, place, {.title = label, .subtitle = below, .icon = icon, .has_arrow = true});
    if (is_tapped) is_open_ = false;
    return is_tapped;
  };
  if (entry("export.pdf", ui.words(N_("One page (PDF)")), span, icon::file_pdf)) {
    auto [title, lay_out] = paper_of(ui, shown);
    out.add(MakePaper{.file_name = title + ".pdf", .lay_out = std::move(lay_out)});
  }
  if (entry("export.print", ui.words(N_("Print")), span, icon::printer)) print(ui, shown, out);
  if (entry("export.charts", ui.words(N_("Every chart and table (PDF)")), span, icon::file_pdf))
    out.add(MakePaper{.file_name = named + ".pdf",
                      .lay_out = [range, now = shown.now](const Database& facts, const Profile& profile) {
                        return report_paper_of(facts, profile, range, all_parts(), now);
                      }});
  if (entry("export.report", ui.words(N_("These figures as a table")), span, icon::file_csv))
    out.add(MakeTable{.file_name = named + ".csv", .write = [range](const Database& facts, const Profile& profile) {
                        return report_csv(report(facts, profile, range.from, range.to), profile);
                      }});
  if (entry("export.workbook", ui.words(N_("Every table (XLSX)")), span, icon::file_text))
    out.add(MakeTable{.file_name = named + ".xlsx",
                      .write = [range, now = shown.now](const Database& facts, const Profile& profile) {
                        const Report sums = report(facts, profile, range.from, range.to);
                        const WiderReport wider = wider_report(facts, profile, range, profile.clock().local(now).date);
                        return report_xlsx(every_table(sums, wider, profile.words()), profile);
                      }});
  const auto head = [&](std::string_view words) {
    text(ui, {content.x, y, content.w, kHead}, words, {.type = Type::SmallStrong, .color = ui.theme().ink2});
    y += kHead;
  };
  head(ui.words(N_("Everything, as tables for a spreadsheet (CSV)")));
  const Date today = range.to;
  const auto table = [&](std::string file_name, decltype(MakeTable::write) write) {
    out.add(MakeTable{.file_name = std::move(file_name), .write = std::move(write)});
  };
  for (const TableCard& each : kTables) {
    const std::string_view label = ui.words(each.label);
    if (entry(fmt::format("export.{}", each.name), label, {}, icon::file_csv))
      table(fmt::format("{} {}.csv", label, today.iso()),
            [which = each.table](const Database& facts, const Profile& profile) {
              return export_csv(facts, profile, which);
            });
  }
  if (entry("export.everything", ui.words(N_("All of it, a sheet a subject (XLSX)")), {}, icon::file_text))
    table(fmt::format("Lapak {}.xlsx", today.iso()),
          [](const Database& facts, const Profile& profile) { return export_xlsx(facts, profile); });
  head(ui.words(N_("Items, prices and stock for the web shop")));
  for (const Dialect program : kPrograms) {
    const std::string_view name = dialect_name(program);
    if (entry(fmt::format("export.{}", folded(name)), name, {}, icon::file_csv))
      table(fmt::format("{} {}.csv", name, today.iso()),
            [program](const Database& facts, const Profile& profile) { return goods_csv(facts, profile, program); });
  }
  if (sheet.dismissed()) is_open_ = false;
}

}  // namespace lapak
