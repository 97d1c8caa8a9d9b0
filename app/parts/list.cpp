// parts: what scrolls.
#include "app/parts/list.h"

#include <algorithm>
#include <cmath>

namespace lapak {
namespace {

constexpr float kGoesOn = 16;  // how deep the shade is over what goes on
constexpr int kGoesOnSteps = 8;
constexpr float kGoesOnShade = 0.14f;

constexpr Motion kThumbMotion{80, 600, Curve::Linear, Curve::Linear};

double content_length(const RowsSpec& spec) {
  const auto columns = static_cast<std::size_t>(std::max(1, spec.columns));
  const auto rows = static_cast<double>((spec.count + columns - 1) / columns);
  if (rows == 0) return 0;
  return rows * (spec.row_height + spec.gap) - spec.gap + 2 * spec.lead;
}

}  // namespace

ScrollArea::ScrollArea(Ui& ui, std::string_view name, Rect area, double length, Axis axis)
    : ui_(ui),
      id_(name),
      area_(area),
      axis_(axis),
      content_length_(length),
      offset_(ui.begin_scroller(name, area, axis, length)) {}

ScrollArea::~ScrollArea() {
  const double view = axis_ == Axis::Vertical ? area_.h : area_.w;
  if (offset_ + view + 1 < content_length_ && !ui_.theme().is_terik()) {  // it goes on, below or to the right
    for (int i = 1; i <= kGoesOnSteps; ++i) {
      const float depth = kGoesOn * static_cast<float>(i) / kGoesOnSteps;
      ui_.paint().fill(axis_ == Axis::Vertical ? area_.bottom_part(depth) : area_.right_part(depth),
                       ui_.theme().ink.faded(kGoesOnShade / kGoesOnSteps));
    }
  }
  if (axis_ == Axis::Vertical && content_length_ > view && view > 0) {
    // 4 px while it moves under a finger, 12 px for a mouse.
    const bool wide = ui_.touch().last_was_mouse();
    const bool moving = ui_.touch().moving(id_);
    const float shown = ui_.ease(ControlId{id_}, wide || moving ? 1.0f : 0.0f, kThumbMotion);
    const float width = wide ? 12.0f : 4.0f;
    const auto length = static_cast<float>(std::max(32.0, view * view / content_length_));
    const double part = std::clamp(offset_ / (content_length_ - view), 0.0, 1.0);
    const float y = area_.y + static_cast<float>(part) * (area_.h - length);
    const Rect thumb{area_.right() - width - 2, y, width, length};
    if (shown > 0) ui_.paint().fill(thumb, ui_.theme().outline.faded(0.6f * shown), width / 2);
  }
  ui_.end_scroller();
}

Point ScrollArea::origin() const {
  const auto moved = static_cast<float>(offset_);
  return axis_ == Axis::Vertical ? Point{area_.x, area_.y - moved} : Point{area_.x - moved, area_.y};
}

RowList::RowList(Ui& ui, std::string_view name, Rect area, const RowsSpec& spec)
    : scroll_(ui, name, area, content_length(spec)) {
  const int columns = std::max(1, spec.columns);
  const double pitch = spec.row_height + spec.gap;
  // Only distances from the first visible row are floats: 100,000 rows lie beyond their precision.
  const double offset = scroll_.offset();
  const double above = std::floor((offset - spec.lead) / pitch);
  const auto first = static_cast<std::size_t>(std::max(0.0, above)) * static_cast<std::size_t>(columns);
  for (std::size_t index = first; index < spec.count; ++index) {
    const std::size_t line = index / static_cast<std::size_t>(columns);
    const double y = static_cast<double>(line) * pitch + spec.lead - offset;
    if (y >= area.h) break;
    Rect cell =
        area.inset(spec.side, 0).column(static_cast<int>(index % static_cast<std::size_t>(columns)), columns, spec.gap);
    cell.y = area.y + static_cast<float>(y);
    cell.h = spec.row_height;
    visible_.push_back({index, cell});
  }
}

void reveal_row(Ui& ui, std::string_view list_name, Rect area, const RowsSpec& spec, std::size_t index) {
  const ControlId id(list_name);
  const auto columns = static_cast<std::size_t>(std::max(1, spec.columns));
  const double top = static_cast<double>(index / columns) * (spec.row_height + spec.gap);
  const double bottom = top + spec.row_height + 2 * spec.lead;
  const double offset = ui.touch().offset(id);
  if (top < offset) ui.touch().scroll_to(id, top);
  if (bottom > offset + area.h) ui.touch().scroll_to(id, bottom - area.h);
}

void scroll_to_start(Ui& ui, std::string_view list_name) {
  ui.touch().scroll_to(ControlId(list_name), 0);
}

GridShape card_grid(Rect area) {
  const int columns = std::max(1, static_cast<int>((area.w + kGridGap) / (172 + kGridGap)));
  const int rows = std::max(1, static_cast<int>(std::round((area.h + kGridGap) / 220)));
  return {columns, (area.h - kGridGap * static_cast<float>(rows - 1)) / static_cast<float>(rows)};
}

}  // namespace lapak
