// screens: reading a table of a report.
#include "app/screens/table_sheet.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "core/exchange/export.h"
#include "core/shop/report_papers.h"

namespace lapak {
namespace {

constexpr float kRow = 44, kColumn = 112;

}  // namespace

void TableSheet::open(ReportPart part, ReportTable table, DateRange range, Instant now) {
  part_ = part;
  table_ = std::move(table);
  range_ = range;
  now_ = now;
  is_open_ = true;
}

void TableSheet::draw(Ui& ui, Intents& out) {
  const std::string_view name = ui.words(report_part_name(part_));
  Sheet sheet(ui, "table", is_open_, {.title = name, .width = 640, .close_label = ui.words(N_("Close")), .foot = 80});
  if (!sheet.visible()) return;
  const Rect content = sheet.content();
  draw_rows(ui, {content.x, content.y, content.w, content.h - 88});

  const std::string title = fmt::format("{} {} {}", name, range_.from.iso(), range_.to.iso());
  const Rect foot = sheet.foot();
  if (button(ui, "table.csv", foot.column(0, 2, kGap), {.label = ui.words(N_("Table (CSV)")), .icon = icon::file_csv}))
    out.add(
        MakeTable{.file_name = title + ".csv",
                  .write = [part = part_, range = range_, now = now_](const Database& facts, const Profile& profile) {
                    const Date today = profile.clock().local(now).date;
                    return table_csv(table_of(report(facts, profile, range.from, range.to),
                                              wider_report(facts, profile, range, today), part, profile.words()),
                                     profile);
                  }});
  if (button(ui, "table.pdf", foot.column(1, 2, kGap), {.label = ui.words(N_("Paper (PDF)")), .icon = icon::file_pdf}))
    out.add(
        MakePaper{.file_name = title + ".pdf",
                  .lay_out = [part = part_, range = range_, now = now_](const Database& facts, const Profile& profile) {
                    return report_paper_of(facts, profile, range, {part}, now);
                  }});
  if (sheet.dismissed()) is_open_ = false;
}

void TableSheet::draw_rows(Ui& ui, Rect content) {
  const auto columns = static_cast<int>(table_.columns.size());
  const float figures = std::min(kColumn, (content.w - 140) / static_cast<float>(columns - 1));
  const auto cell = [&](Rect line, int column) {
    const float first = line.w - figures * static_cast<float>(columns - 1);
    return column == 0 ? line.left_part(first - 8)
                       : Rect{line.x + first + figures * static_cast<float>(column - 1), line.y, figures, line.h};
  };
  const Rect heads = content.top_part(40);
  for (int i = 0; i < columns; ++i)
    text(ui, cell(heads, i), table_.columns[static_cast<std::size_t>(i)],
         {.type = Type::SmallStrong, .color = ui.theme().ink2, .align = i == 0 ? Side::Left : Side::Right, .lines = 2});
  const Rect body{content.x, content.y + 44, content.w, content.h - 44};
  RowList rows(ui, "table.rows", body, {.count = table_.rows.size(), .row_height = kRow});
  for (const RowList::Item& item : rows.visible()) {
    const std::vector<ReportCell>& row = table_.rows[item.index];
    for (int i = 0; i < columns; ++i)
      text(ui, cell(item.rect, i), shown(row[static_cast<std::size_t>(i)], ui.words(), ui.currency()),
           {.type = i == 0 ? Type::Body : Type::Strong,
            .align = i == 0 ? Side::Left : Side::Right,
            .cut = i == 0 ? Cut::Names : Cut::Never});
    divider(ui, item.rect.x, item.rect.bottom() - 1, item.rect.w);
  }
  if (table_.rows.empty())
    text(ui, body.top_part(48), ui.words(N_("Nothing in these days.")), {.type = Type::Body, .color = ui.theme().ink2});
}

}  // namespace lapak
