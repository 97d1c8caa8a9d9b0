// parts: drawing charts.
#include "app/parts/chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/parts/text.h"

namespace lapak {
namespace {

constexpr float kMapLabels = 40;  // beside the rows of a map
constexpr float kCellGap = 3;
constexpr int kShades = 5;

// An even grid that is touched as one control. Its cells may be finer than a finger: what was meant is told, and
// touched again if it was the one beside it.
std::optional<std::size_t> touched_cell(Ui& ui, std::string_view name, std::string_view label, Rect control, Rect grid,
                                        int columns, int rows, std::optional<std::size_t> chosen) {
  const ControlState state = ui.control({.name = name, .rect = control, .kind = ControlKind::Picture, .label = label});
  if (state.focused) ui.draw_focus_ring(control, kButtonRadius);
  if (!state.tapped) return std::nullopt;
  const int count = columns * rows;
  const Point at = ui.touch().tap_point();
  if (!control.contains(at)) return chosen ? (*chosen + 1) % static_cast<std::size_t>(count) : 0;
  const auto step = [](float offset, float length, int cells) {
    return std::clamp(static_cast<int>(offset / length * static_cast<float>(cells)), 0, cells - 1);
  };
  return static_cast<std::size_t>(step(at.y - grid.y, grid.h, rows) * columns + step(at.x - grid.x, grid.w, columns));
}

Rect plot_of(Rect rect) {
  const float label_line = line_of(Type::Nav) + 6;
  const float value_line = line_of(Type::Small);
  return {rect.x, rect.y + value_line, rect.w, rect.h - label_line - value_line};
}

// As many labels as can be told apart.
int every_of(Ui& ui, const std::vector<std::string>& labels, float pitch) {
  float widest = 0;
  for (const std::string& label : labels) widest = std::max(widest, ui.paint().width(Type::Nav, label));
  return std::max(1, static_cast<int>(std::ceil((widest + kGap) / pitch)));
}

}  // namespace

void bar_chart(Ui& ui, std::string_view name, Rect rect, const std::vector<Bar>& bars) {
  ui.note_text(name, rect, {}, false, false);
  if (bars.empty()) return;
  const Theme& t = ui.theme();
  double largest = 0;
  for (const Bar& bar : bars) largest = std::max(largest, bar.value);
  const float value_line = line_of(Type::Small);
  const Rect plot = plot_of(rect);
  const int count = static_cast<int>(bars.size());
  const float gap = bars.size() > 16 ? 4.0f : kGap;
  std::vector<std::string> labels;
  for (const Bar& bar : bars) labels.push_back(bar.label);
  const int every = every_of(ui, labels, (plot.w + gap) / static_cast<float>(count));
  for (int i = 0; i < count; ++i) {
    const Bar& bar = bars[static_cast<std::size_t>(i)];
    const Rect slot = plot.column(i, count, gap);
    const float width = std::min(slot.w, 56.0f);
    const float part = largest > 0 ? static_cast<float>(bar.value / largest) : 0;
    const float height = bar.value > 0 ? std::max(3.0f, plot.h * part) : 0;
    const Rect box{slot.centre().x - width / 2, plot.bottom() - height, width, height};
    ui.paint().fill(box, bar.highlighted ? t.c2 : t.c1, std::min(kBarRadius, height / 2), Corners::Top);
    const float label = ui.paint().width(Type::Nav, bar.label);
    if ((count - 1 - i) % every == 0) {  // the last has one
      ui.paint().text({slot.centre().x - label / 2, plot.bottom() + 6}, bar.label, Type::Nav, t.ink2);
    }
    const float shown = ui.paint().width(Type::Small, bar.shown);
    if (!bar.shown.empty() && shown < slot.w + gap) {
      ui.paint().text({slot.centre().x - shown / 2, box.y - value_line}, bar.shown, Type::Small, t.ink);
    }
  }
  ui.paint().line({plot.x, plot.bottom()}, {plot.right(), plot.bottom()}, t.outline, t.line_width());
}

std::optional<std::size_t> read_bars(Ui& ui, std::string_view name, std::string_view label, Rect rect,
                                     std::vector<Bar> bars, std::optional<std::size_t> chosen) {
  if (chosen && *chosen < bars.size())
    for (Bar& bar : bars) bar.highlighted = &bar == &bars[*chosen];
  const auto tapped = bars.empty() ? std::nullopt
                                   : touched_cell(ui, fmt::format("{}.touch", name), label, rect, plot_of(rect),
                                                  static_cast<int>(bars.size()), 1, chosen);
  bar_chart(ui, name, rect, bars);
  return tapped;
}

std::optional<std::size_t> heat_map(Ui& ui, std::string_view name, std::string_view label, Rect rect,
                                    const HeatMap& map, std::optional<std::size_t> chosen) {
  if (map.rows.empty() || map.columns.empty()) return std::nullopt;
  const Theme& t = ui.theme();
  const int columns = static_cast<int>(map.columns.size()), rows = static_cast<int>(map.rows.size());
  const float label_line = line_of(Type::Nav) + 4;
  const Rect grid{rect.x + kMapLabels, rect.y, rect.w - kMapLabels, rect.h - label_line};
  const auto tapped = touched_cell(ui, name, label, rect, grid, columns, rows, chosen);
  const double largest = std::max(0.0, *std::ranges::max_element(map.values));
  const float width = grid.w / static_cast<float>(columns), height = grid.h / static_cast<float>(rows);
  for (int row = 0; row < rows; ++row) {
    const float y = grid.y + static_cast<float>(row) * height;
    ui.paint().text({rect.x, y + (height - line_of(Type::Nav)) / 2}, map.rows[static_cast<std::size_t>(row)], Type::Nav,
                    t.ink2);
    for (int column = 0; column < columns; ++column) {
      const auto index = static_cast<std::size_t>(row * columns + column);
      const Rect cell = Rect{grid.x + static_cast<float>(column) * width, y, width, height}.inset(kCellGap / 2);
      const double value = map.values[index];
      ui.paint().fill(cell, t.surface2, 4);
      if (value > 0 && largest > 0) {
        const int shade = std::clamp(static_cast<int>(std::ceil(value / largest * kShades)), 1, kShades);
        ui.paint().fill(cell, t.c1.faded(static_cast<float>(shade) / kShades), 4);
      }
      if (chosen == index) ui.paint().outline(cell.inset(-1), t.ink, 3, 5);
    }
  }
  const int every = every_of(ui, map.columns, width);
  for (int column = 0; column < columns; column += every) {
    const std::string& head = map.columns[static_cast<std::size_t>(column)];
    const float middle = grid.x + (static_cast<float>(column) + 0.5f) * width;
    ui.paint().text({middle - ui.paint().width(Type::Nav, head) / 2, grid.bottom() + 4}, head, Type::Nav, t.ink2);
  }
  return tapped;
}

}  // namespace lapak
