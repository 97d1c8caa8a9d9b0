// screens: what was found in a list.
#include "app/screens/list_verdict.h"

#include <fmt/format.h>

#include "app/parts/list.h"
#include "app/parts/text.h"
#include "app/screens/wording.h"
#include "core/words/sentences.h"

namespace lapak {
namespace {

constexpr float kRowHeight = 72;  // three lines: a reason with its cure is long

}  // namespace

void draw_verdict(Ui& ui, Rect rect, std::string_view sentence, bool is_good, std::string_view name) {
  const Theme& t = ui.theme();
  const Color color = is_good ? t.success : t.danger;
  ui.paint().icon({rect.x + 14, rect.y + 12}, is_good ? icon::check_circle : icon::warning_circle, color,
                  IconWeight::Fill);
  text(ui, {rect.x + 36, rect.y, rect.w - 36, rect.h}, sentence,
       {.type = Type::SmallStrong,
        .color = color,
        .upright = Upright::Top,
        .lines = static_cast<int>(rect.h / 20),
        .name = name});
}

void draw_refused_rows(Ui& ui, std::string_view name, Rect list, const std::vector<RefusedRow>& refused) {
  const RowList rows(ui, fmt::format("{}.rows", name), list, {.count = refused.size(), .row_height = kRowHeight});
  for (const RowList::Item& item : rows.visible()) {
    const RefusedRow& one = refused[item.index];
    text(ui, item.rect, say(ui, N_("Row {}: {}"), one.row, sentence(one.reason, ui.words(), ui.currency())),
         {.type = Type::Small, .cut = Cut::Names, .lines = 3, .name = fmt::format("{}.row.{}", name, one.row)});
  }
}

std::string columns_said(const Ui& ui, const std::vector<std::string>& understood, std::size_t all) {
  std::string names;
  for (const std::string& header : understood) names += (names.empty() ? "" : ", ") + header;
  return say(ui, N_("{} of {} columns understood: {}"), understood.size(), all, names);
}

}  // namespace lapak
