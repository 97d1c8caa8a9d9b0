// screens: a promise and its day; the rhythm of the circle.
#include "app/screens/remind_sheet.h"

#include <algorithm>
#include <array>
#include <utility>

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/number_sheet.h"
#include "app/screens/page.h"
#include "app/screens/wording.h"
#include "core/base/text.h"

namespace lapak {
namespace {

constexpr std::array<std::pair<std::string_view, int>, 4> kDays{
    {{N_("Tomorrow"), 1}, {N_("In a week"), 7}, {N_("In two weeks"), 14}, {N_("In a month"), 30}}};
constexpr std::array kWeeks{2, 4, 8, 13};

}  // namespace

void RemindSheet::open(Id<Contact> contact, Date today, std::optional<Id<Sale>> sale) {
  contact_ = contact;
  sale_ = sale;
  today_ = today;
  due_ = today.plus_days(kDays[1].second);
  text_.clear();
  is_open_ = was_opened_ = true;
}

void RemindSheet::draw(Ui& ui, Intents& out) {
  Sheet sheet(ui, "remind", is_open_,
              {.title = ui.words(N_("Remind me")), .close_label = ui.words(N_("Close")), .foot = 80});
  if (!sheet.visible()) return;
  if (std::exchange(was_opened_, false)) ui.focus_field("remind.text");
  const Rect content = sheet.content();
  field(ui, "remind.text", {content.x, content.y + 28, content.w, 96}, text_,
        {.label = ui.words(N_("Of what, or what was promised")), .multiline = true, .longest_bytes = 2'000});
  std::vector<std::string> labels;
  std::vector<std::size_t> selected;
  for (std::size_t i = 0; i < kDays.size(); ++i) {
    labels.emplace_back(ui.words(kDays[i].first));
    if (due_ == today_.plus_days(kDays[i].second)) selected.push_back(i);
  }
  const FlowedChips days =
      flowed_chips(ui, "remind.day", {content.x, content.y + 144, content.w, 104}, labels, selected);
  if (days.tapped) due_ = today_.plus_days(kDays[*days.tapped].second);
  const Step step = stepper(ui, "remind.date", {content.x, days.bottom + 16, content.w, 64},
                            {.value = ui.words().weekday_date(due_), .can_go_down = due_ > today_});
  if (step == Step::Less) due_ = due_.plus_days(-1);
  if (step == Step::More) due_ = due_.plus_days(1);
  if (button(ui, "remind.ok", sheet.foot(),
             {.label = ui.words(N_("Save")),
              .icon = icon::check,
              .kind = ButtonKind::Primary,
              .enabled = !trimmed(text_).empty(),
              .type = Type::Main})) {
    out.perform(PeopleCommand(SetReminder{contact_, sale_, due_, text_}));
    is_open_ = false;
  }
  if (sheet.dismissed()) is_open_ = false;
  if (!is_open_) ui.leave_field();
}

void RhythmSheet::open(Id<Contact> contact, std::string name, int every_weeks) {
  contact_ = contact;
  name_ = std::move(name);
  was_in_ = every_weeks > 0;
  weeks_ = was_in_ ? every_weeks : 4;
  is_open_ = true;
}

void RhythmSheet::draw(Ui& ui, Intents& out) {
  Sheet sheet(ui, "rhythm", is_open_,
              {.title = ui.words(N_("My circle")), .close_label = ui.words(N_("Close")), .foot = 80});
  if (!sheet.visible()) return;
  const Rect content = sheet.content();
  text(ui, {content.x, content.y, content.w, 84},
       ui.words(N_("Your circle is the few people you want to stay close to. A sale, a message or a talk starts the "
                   "weeks again.")),
       {.type = Type::Text, .color = ui.theme().ink2, .upright = Upright::Top, .lines = 4});
  std::vector<std::string> labels;
  std::vector<std::size_t> selected;
  for (std::size_t i = 0; i < kWeeks.size(); ++i) {
    labels.push_back(say(ui, N_("{} weeks"), kWeeks[i]));
    if (weeks_ == kWeeks[i]) selected.push_back(i);
  }
  const FlowedChips chosen = flowed_chips(ui, "rhythm", {content.x, content.y + 100, content.w, 104}, labels, selected);
  if (chosen.tapped) weeks_ = kWeeks[*chosen.tapped];
  const std::string value = say(ui, N_("every {} weeks"), weeks_);
  const Step step = stepper(ui, "rhythm.weeks", {content.x, chosen.bottom + 16, content.w, 64},
                            {.value = value, .can_go_down = weeks_ > 1});
  if (step == Step::Less) --weeks_;
  if (step == Step::More) weeks_ = std::min(weeks_ + 1, kLongestRhythm_weeks);
  if (was_in_ && button(ui, "rhythm.none", {content.x, chosen.bottom + 104, content.w, 56},
                        {.label = ui.words(N_("Take out of my circle")), .kind = ButtonKind::Outline})) {
    out.perform(PeopleCommand(SetRhythm{contact_, 0}));
    is_open_ = false;
  }
  if (button(ui, "rhythm.ok", sheet.foot(),
             {.label = was_in_ ? ui.words(N_("Save")) : ui.words(N_("Into my circle")),
              .icon = icon::heart,
              .kind = ButtonKind::Primary,
              .type = Type::Main})) {
    out.perform(PeopleCommand(SetRhythm{contact_, weeks_}));
    is_open_ = false;
  }
  if (sheet.dismissed()) is_open_ = false;
}

}  // namespace lapak
