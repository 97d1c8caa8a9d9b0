// screens: what is to come, week by week: fairs, promised orders, classes and paid days under the hours a week holds.
#include "core/report/agenda.h"

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/text.h"
#include "app/screens/classes.h"
#include "app/screens/fair_said.h"
#include "app/screens/fairs.h"
#include "app/screens/income_page.h"
#include "app/screens/order_page.h"
#include "app/screens/page.h"
#include "app/screens/screen.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"
#include "core/exchange/calendar.h"

namespace lapak {
namespace {

class AgendaScreen final : public Screen {
 public:
  void refresh(const Shop& shop) override {
    today_ = shop.today();
    now_ = shop.now();
    agenda_.refresh(
        shop, today_,
        rooms(&Revisions::fair, &Revisions::books, &Revisions::order, &Revisions::people, &Revisions::profile),
        [](const Shop& s, Date today) { return agenda(s.facts(), s.profile(), today); });
  }

  void draw(Ui& ui, Intents& out) override {
    const std::vector<AgendaWeek>& weeks = agenda_->weeks;
    const PageFrame page = draw_page(ui, {.title = ui.words(N_("Agenda")),
                                          .main = weeks.empty() ? std::string_view() : ui.words(N_("To the calendar")),
                                          .main_icon = icon::calendar});
    if (page.back) out.add(Back{});
    if (page.main == Press::Tap)
      out.add(MakeTable{.file_name = fmt::format("{} {}.ics", ui.words(N_("Agenda")), today_.iso()),
                        .write = [today = today_, now = now_](const Database& facts, const Profile& profile) {
                          return calendar_text(agenda(facts, profile, today), profile.clock(), now);
                        }});
    if (weeks.empty()) {
      empty_state(ui, "agenda", page.content,
                  {.icon = icon::calendar,
                   .sentence = ui.words(N_("Fairs to come and promised orders stand here, week by week.")),
                   .is_main = false});
      return;
    }
    struct Line {
      const AgendaWeek* week;
      const AgendaEntry* entry;  // none: the week's head
    };
    std::vector<Line> lines;
    for (const AgendaWeek& week : weeks) {
      lines.push_back({&week, nullptr});
      for (const AgendaEntry& entry : week.entries) lines.push_back({&week, &entry});
    }
    const RowList rows(ui, "agenda.list", page.content, {.count = lines.size()});
    for (const RowList::Item& item : rows.visible()) {
      const Line& line = lines[item.index];
      if (line.entry)
        draw_entry(ui, out, item.rect, item.index, *line.entry);
      else
        draw_week(ui, item.rect, *line.week);
    }
  }

 private:
  void draw_week(Ui& ui, Rect place, const AgendaWeek& week) const {
    const Words& words = ui.words();
    text(ui, {place.x, place.y + 24, place.w / 2, 40}, say(ui, N_("Week of {}"), words.short_date(week.monday)),
         {.type = Type::Title});
    const std::string hours = hours_text(week.minutes, words);
    const std::string said =
        agenda_->cap_minutes > 0 ? say(ui, N_("{0} of {1}"), hours, hours_text(agenda_->cap_minutes, words)) : hours;
    if (week.is_too_much) {
      const Pill full{.label = say(ui, N_("{}: too much"), said), .tone = Tone::Warning, .icon = icon::warning};
      pill(ui, {place.right() - pill_width(ui, full), place.y + 28}, full);
    } else {
      text(ui, {place.x + place.w / 2, place.y + 24, place.w / 2, 40}, said,
           {.type = Type::Strong, .align = Side::Right});
    }
  }
  static Icon icon_of(AgendaKind kind) {
    switch (kind) {
      case AgendaKind::Fair:
        return icon::tent;
      case AgendaKind::Order:
        return icon::kanban;
      case AgendaKind::Class:
        return icon::users;
      case AgendaKind::PaidDay:
        return icon::hand_coins;
    }
    LAPAK_ASSERT(false);
  }
  static void draw_entry(Ui& ui, Intents& out, Rect place, std::size_t index, const AgendaEntry& entry) {
    const Words& words = ui.words();
    std::string about = words.weekday_date(entry.date);
    if (entry.fair || entry.session) {
      const auto at = [&](int minute) { return words.time({.date = {}, .hour = minute / 60, .minute = minute % 60}); };
      about += fmt::format(" · {}–{}", at(entry.opens_minute), at(entry.closes_minute));
      if (!entry.where.empty()) about += " · " + entry.where;
    }
    const std::string hours = entry.minutes > 0 ? hours_text(entry.minutes, words) : std::string();
    RowSpec spec{.title = entry.title, .subtitle = about, .trailing = hours, .icon = icon_of(entry.kind)};
    const std::string name = fmt::format("agenda.{}", index);
    spec.has_arrow = true;
    if (row(ui, name, place, spec)) out.add(Open{page_of(entry)});
  }
  static std::unique_ptr<Screen> page_of(const AgendaEntry& entry) {
    switch (entry.kind) {
      case AgendaKind::Fair:
        return make_fair_page(*entry.fair);
      case AgendaKind::Order:
        return make_order_page(*entry.order);
      case AgendaKind::Class:
        return make_class_page(*entry.session);
      case AgendaKind::PaidDay:
        return make_income_entry(*entry.income);
    }
    LAPAK_ASSERT(false);
  }

  Date today_;
  Instant now_;
  Watched<Date, Agenda> agenda_;
};

}  // namespace

std::unique_ptr<Screen> make_agenda_screen() {
  return std::make_unique<AgendaScreen>();
}

}  // namespace lapak
