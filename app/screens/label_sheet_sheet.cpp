// screens: the sheet labels are printed on.
#include "app/screens/label_sheet_sheet.h"

#include <algorithm>
#include <array>

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/list.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/page.h"
#include "app/screens/wording.h"
#include "core/catalog/label_commands.h"
#include "core/shop/label_papers.h"

namespace lapak {
namespace {

struct Measure {
  std::string_view label;  // a message
  int LabelSheet::*value;
  bool is_count = false;  // else micrometres
  bool of_roll = false;   // a roll has it too
};
constexpr std::array kMeasures{
    Measure{N_("Label width"), &LabelSheet::width_um, false, true},
    Measure{N_("Label height"), &LabelSheet::height_um, false, true},
    Measure{N_("Columns"), &LabelSheet::columns, true},
    Measure{N_("Rows"), &LabelSheet::rows, true},
    Measure{N_("Left margin"), &LabelSheet::left_um},
    Measure{N_("Top margin"), &LabelSheet::top_um},
    Measure{N_("Gap across"), &LabelSheet::gap_x_um},
    Measure{N_("Gap down"), &LabelSheet::gap_y_um},
    Measure{N_("Paper width"), &LabelSheet::paper_width_um},
    Measure{N_("Paper height"), &LabelSheet::paper_height_um},
};
constexpr int kNudgeStep_um = 100;

}  // namespace

void LabelSheetSheet::open(const LabelSheet& sheet) {
  sheet_ = sheet;
  is_open_ = true;
}

float LabelSheetSheet::draw_measures(Ui& ui, Rect room) {
  const Words& words = ui.words();
  float y = room.y + 28;
  field(ui, "label_sheet.name", {room.x, y, room.w, 64}, sheet_.name,
        {.label = words(N_("Name of the sheet")), .longest_bytes = 200});
  y += 64 + 8;
  if (switch_row(ui, "label_sheet.roll", {room.x, y, room.w, 56}, words(N_("A roll of single labels")), sheet_.is_roll))
    sheet_.is_roll = !sheet_.is_roll;
  y += 64;
  int place = 0;
  for (std::size_t i = 0; i < kMeasures.size(); ++i) {
    const Measure& one = kMeasures[i];
    if (sheet_.is_roll && !one.of_roll) continue;
    const Rect cell = Rect{room.x, y, room.w, 84}.column(place % 2, 2, kGap);
    const int value = sheet_.*one.value;
    const std::string said = one.is_count ? words.count(value) : say(ui, N_("{} mm"), millimetres(value, words));
    const std::string name = fmt::format("label_sheet.measure.{}", i);
    caption(ui, cell.x, cell.y, cell.w, words(one.label));
    if (button(ui, name, cell.bottom_part(56), {.label = said, .kind = ButtonKind::Outline}))
      number_.open({.title = std::string(words(one.label)),
                    .kind = one.is_count ? NumberKind::Pieces : NumberKind::Measure,
                    .prefill = one.is_count ? value * 1'000 : value,
                    .question = static_cast<int>(i)},
                   ui.currency());
    if (++place % 2 == 0) y += 84 + kGap;
  }
  return (place % 2 == 0 ? y : y + 84 + kGap) + 8;
}

float LabelSheetSheet::draw_parts(Ui& ui, Rect room) {
  std::vector<std::string> labels;
  std::vector<std::size_t> selected;
  for (int i = 0; i < kLabelParts; ++i) {
    const auto part = static_cast<LabelPart>(i);
    labels.emplace_back(label_part_name(part, ui.words()));
    if (sheet_.prints(part)) selected.push_back(static_cast<std::size_t>(i));
  }
  caption(ui, room.x, room.y, room.w, ui.words(N_("What is printed")));
  const FlowedChips chips = flowed_chips(ui, "label_sheet.part", {room.x, room.y + 28, room.w, 0}, labels, selected);
  if (chips.tapped) {
    const auto part = static_cast<LabelPart>(*chips.tapped);
    if (sheet_.prints(part))
      std::erase(sheet_.parts, part);
    else
      sheet_.parts.push_back(part);
    std::ranges::sort(sheet_.parts);
  }
  return chips.bottom + 16;
}

float LabelSheetSheet::draw_nudge(Ui& ui, Rect room) {
  const Words& words = ui.words();
  const auto nudge = [&](std::string_view name, std::string_view label, int place, int& value) {
    const Rect cell = Rect{room.x, room.y, room.w, 92}.column(place, 2, 16);
    caption(ui, cell.x, cell.y, cell.w, words(label));
    const std::string said = say(ui, N_("{} mm"), millimetres(value, words));
    const Step step = stepper(ui, name, {cell.x, cell.y + 28, cell.w, 64}, {.value = said});
    if (step == Step::Less) value = std::max(-kMostNudge_um, value - kNudgeStep_um);
    if (step == Step::More) value = std::min(kMostNudge_um, value + kNudgeStep_um);
    if (step == Step::Number) value = 0;
  };
  nudge("label_sheet.nudge_x", N_("Move to the right"), 0, sheet_.nudge_x_um);
  nudge("label_sheet.nudge_y", N_("Move downwards"), 1, sheet_.nudge_y_um);
  return room.y + 92 + 16;
}

void LabelSheetSheet::draw_foot(Ui& ui, Rect foot, Intents& out) {
  const Words& words = ui.words();
  if (is_own() && !sheet_.id.is_nil()) {
    if (button(ui, "label_sheet.hide", foot.column(0, 2, kGap),
               {.label = words(N_("Remove")), .icon = icon::trash, .kind = ButtonKind::Outline})) {
      sheet_.hidden = true;
      out.perform(SaveLabelSheet{sheet_});
    }
  } else if (!is_own()) {
    if (button(ui, "label_sheet.copy", foot.column(0, 2, kGap),
               {.label = words(N_("Make a copy")), .icon = icon::copy, .kind = ButtonKind::Outline})) {
      sheet_.name = say(ui, N_("Copy of {}"), label_sheet_name(sheet_, words));
      sheet_.id = {};
    }
  }
  const Rect ok = sheet_.id.is_nil() ? foot : foot.column(1, 2, kGap);
  if (button(ui, "label_sheet.ok", ok, {.label = words("Save"), .icon = icon::check, .kind = ButtonKind::Primary})) {
    ui.leave_field();
    out.perform(SaveLabelSheet{sheet_});
  }
}

void LabelSheetSheet::draw(Ui& ui, Intents& out) {
  {
    const std::string title =
        is_own() ? std::string(ui.words(N_("A sheet of your own"))) : label_sheet_name(sheet_, ui.words());
    Sheet sheet(ui, "label_sheet", is_open_, {.title = title, .close_label = ui.words(N_("Close")), .foot = 64});
    if (!sheet.visible()) return;
    if (sheet.dismissed()) is_open_ = false;
    const Rect content = sheet.content();
    const Rect area{content.x, content.y, content.w, content.h - 64 - 16};
    {
      ScrollArea scroll(ui, "label_sheet.scroll", area, height_);
      const Point origin = scroll.origin();
      float y = origin.y;
      if (is_own()) y = draw_measures(ui, {origin.x, y, area.w, 0});
      y = draw_parts(ui, {origin.x, y, area.w, 0});
      y = draw_nudge(ui, {origin.x, y, area.w, 0});
      height_ = y - origin.y;
    }
    draw_foot(ui, sheet.foot(), out);
  }
  if (const auto answer = number_.draw(ui)) {
    const Measure& one = kMeasures[static_cast<std::size_t>(answer->question)];
    const std::int64_t value = std::min<std::int64_t>(answer->value.value_or(0), 2'000'000);
    sheet_.*one.value = static_cast<int>(one.is_count ? value / 1'000 : value);
  }
}

}  // namespace lapak
