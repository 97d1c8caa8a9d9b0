// screens: noting hours of work.
#include "app/screens/time_sheet.h"

#include <array>
#include <utility>

#include "app/parts/button.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/screens/wording.h"
#include "core/books/income_commands.h"
#include "core/shop/shop.h"

namespace lapak {
namespace {

constexpr std::array<std::int64_t, 7> kHours_minutes{30, 60, 120, 180, 240, 360, 480};
constexpr int kColumns = 3;
constexpr float kTile = 72;

}  // namespace

Icon stream_icon(Stream stream) {
  switch (stream) {
    case Stream::Goods:
      return icon::storefront;
    case Stream::Orders:
      return icon::kanban;
    case Stream::Classes:
      return icon::graduation_cap;
    case Stream::Content:
      return icon::camera;
    case Stream::Volunteering:
      return icon::hand_heart;
    case Stream::Other:
      return icon::coins;
  }
  return {};
}

void TimeSheet::open(std::optional<Stream> stream) {
  stream_ = stream;
  is_open_ = true;
}

void TimeSheet::note(Intents& out, std::int64_t minutes) {
  is_noting_ = true;
  is_open_ = false;
  out.perform(IncomeCommand(NoteTime{*stream_, minutes, {}}));
}

void TimeSheet::draw(Ui& ui, Intents& out) {
  const Words& words = ui.words();
  {
    Sheet sheet(
        ui, "time", is_open_,
        {.title = stream_ ? stream_name(*stream_, words) : words(N_("Note hours")), .close_label = words(N_("Close"))});
    if (sheet.visible()) {
      const Rect content = sheet.content();
      for (std::size_t i = 0; !stream_ && i < std::size(kStreams); ++i)
        if (row(ui, fmt::format("time.stream.{}", i),
                {content.x, content.y + 72 * static_cast<float>(i), content.w, 72},
                {.title = stream_name(kStreams[i], words), .icon = stream_icon(kStreams[i]), .has_arrow = true})) {
          stream_ = kStreams[i];
          ui.keep_drawing();
          break;
        }
      for (std::size_t i = 0; stream_ && i < kHours_minutes.size(); ++i) {
        const auto line = static_cast<float>(i / kColumns);
        const Rect tile = Rect{content.x, content.y + line * (kTile + kGap), content.w, kTile}.column(
            static_cast<int>(i) % kColumns, kColumns, kGap);
        if (button(ui, fmt::format("time.hours.{}", i), tile,
                   {.label = kHours_minutes[i] == 30 ? "½" : words.count(kHours_minutes[i] / 60), .type = Type::Title}))
          note(out, kHours_minutes[i]);
      }
      const Rect last{content.x, content.y + 2 * (kTile + kGap), content.w, kTile};
      if (stream_ &&
          button(ui, "time.other",
                 {last.column(1, kColumns, kGap).x, last.y, last.right() - last.column(1, kColumns, kGap).x, kTile},
                 {.label = words(N_("Other…")), .kind = ButtonKind::Outline}))
        other_.open(
            {.title = std::string(words(N_("Hours of work"))), .kind = NumberKind::Measure, .may_be_zero = false},
            ui.currency());
      if (sheet.dismissed()) is_open_ = false;
    }
  }
  if (const auto hours = other_.draw(ui)) note(out, hours->value.value_or(0) * 60 / 1'000);
}

void TimeSheet::performed(const Outcome& outcome, const Words& words, Intents& out) {
  if (outcome.kind != "note_time" || !std::exchange(is_noting_, false)) return;
  out.add(ShowToast{
      .sentence = say(words, N_("Hours noted: {}"), outcome.label), .icon = icon::clock, .offers_undo = true});
}

}  // namespace lapak
