// screens: a livelihood made of several incomes.
#include "app/screens/income_page.h"

#include <algorithm>
#include <utility>

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/text.h"
#include "app/screens/classes.h"
#include "app/screens/fair_said.h"
#include "app/screens/income_entries.h"
#include "app/screens/income_sheet.h"
#include "app/screens/range_chips.h"
#include "app/screens/read_aside.h"
#include "app/screens/report.h"
#include "app/screens/reports_frame.h"
#include "app/screens/share_sheet.h"
#include "app/screens/time_sheet.h"
#include "app/screens/wording.h"
#include "core/books/income_store.h"
#include "core/people/people_store.h"
#include "core/report/livelihood.h"
#include "core/report/owed.h"

namespace lapak {
namespace {

constexpr float kRow = 72, kFoot = 64, kOwedRow = 72;

struct View {
  Livelihood life;
  IncomeEntries entries;
  Owed owed;
  std::vector<std::string> phones;  // of those who owe
};

View ask(const Database& facts, const Profile& profile, const DateRange& days) {
  View view{.life = livelihood(facts, days.from, days.to),
            .entries = income_entries(facts, days.from, days.to),
            .owed = owed(facts, profile),
            .phones = {}};
  for (const OwedRow& row : view.owed.to_me) {
    const auto contact = row.contact ? find_contact(facts, *row.contact) : std::nullopt;
    view.phones.push_back(contact ? chat_phone(*contact) : std::string());
  }
  return view;
}

class IncomeScreen final : public Screen {
 public:
  explicit IncomeScreen(Gate gate, std::optional<Id<Income>> shown = {})
      : frame_(ReportsTab::Income, gate), shown_(shown) {}

  void refresh(const Shop& shop) override {
    frame_.refresh(shop);
    if (frame_.is_shut()) return;
    today_ = shop.today();
    words_ = &shop.profile().screen_words();
    view_.refresh(shop, days_.days(today_),
                  rooms(&Revisions::books, &Revisions::sale, &Revisions::order, &Revisions::partner, &Revisions::people,
                        &Revisions::profile));
    if (const auto shown = std::exchange(shown_, {}))
      if (const auto booked = find_income(shop.facts(), *shown))
        sheet_.open(*booked, booked->income.contact ? kept_name(shop.facts(), *booked->income.contact) : std::string());
    sheet_.refresh(shop);
  }

  void draw(Ui& ui, Intents& out) override {
    const auto page = frame_.draw(ui, {.main = ui.words(N_("Income")), .main_icon = icon::plus}, out);
    if (!page) return;
    view_.read(out, ask);
    if (page->main == Press::Tap) sheet_.open();
    const Rect area = page->content;
    days_.draw(ui, area.top_part(48), today_);
    const float side = ui.size() == SizeClass::Compact ? 304.0f : 368.0f;
    const Rect below{area.x, area.y + 64, area.w, area.h - 64};
    draw_streams(ui, out, {below.x, below.y, below.w - side - 16, below.h - kFoot - 16});
    draw_foot(ui, out, Rect{below.x, below.bottom() - kFoot, below.w - side - 16, kFoot});
    draw_biggest(ui, {below.right() - side, below.y, side, 176});
    draw_owed(ui, {below.right() - side, below.y + 192, side, below.h - 192});
    days_.draw_sheet(ui, today_);
    if (const auto* entry = entries_.draw(ui, out, view_->entries)) sheet_.open(entry->booked, entry->from);
    sheet_.draw(ui, out);
    time_.draw(ui, out);
    share_.draw(ui, out);
  }

  void performed(const Outcome& outcome, Intents& out) override {
    if (frame_.performed(outcome)) return;
    sheet_.performed(outcome, *words_, out);
    entries_.performed(outcome, *words_, out);
    time_.performed(outcome, *words_, out);
  }
  bool refused(const Problem& problem) override { return frame_.refused(problem); }

 private:
  void draw_streams(Ui& ui, Intents& out, Rect area);
  void draw_foot(Ui& ui, Intents& out, Rect line);
  void draw_biggest(Ui& ui, Rect area) const;
  void draw_owed(Ui& ui, Rect area);

  ReportsFrame frame_;
  std::optional<Id<Income>> shown_;  // to be opened first
  Date today_;
  const Words* words_ = nullptr;
  RangeChips days_;
  ReadAside<DateRange, View> view_;
  IncomeSheet sheet_;
  IncomeEntriesSheet entries_;
  TimeSheet time_;
  ShareSheet share_;
};

void IncomeScreen::draw_streams(Ui& ui, Intents& out, Rect area) {
  const Words& words = ui.words();
  plate(ui, area);
  const Rect inside = area.inset(16, 4);
  const float height = std::min(kRow, inside.h / static_cast<float>(std::size(kStreams)));
  // It fits; as a list a toast may stand over it.
  const ScrollArea list(ui, "income.streams", inside, inside.h);
  for (std::size_t i = 0; i < view_->life.streams.size(); ++i) {
    const StreamRow& each = view_->life.streams[i];
    const Rect place{inside.x, inside.y + height * static_cast<float>(i), inside.w, height};
    std::string hours = each.minutes == 0 ? std::string(words(N_("no hours noted"))) : hours_text(each.minutes, words);
    if (each.hourly) hours += " · " + say(words, N_("{} / hour"), ui.bare_money(*each.hourly));
    const std::string percent = words.percent({each.percent, 100});
    if (row(ui, fmt::format("income.{}", i), place,
            {.title = stream_name(each.stream, words),
             .subtitle = hours,
             .trailing = ui.bare_money(each.income),
             .trailing_sub = percent,
             .icon = stream_icon(each.stream),
             .has_divider = i + 1 < std::size(kStreams)})) {
      if (each.stream == Stream::Goods) out.add(GoTo{Section::Day, make_sales_report(frame_.gate())});
      if (each.stream == Stream::Orders) out.add(GoTo{Section::Orders});
      if (is_written_down(each.stream)) entries_.open(each.stream);
    }
    const float begin = place.x + place.w * 0.5f, end = place.right() - 152;
    progress(ui, fmt::format("income.part.{}", i), {begin, place.centre().y - 6, std::max(24.0f, end - begin), 12},
             static_cast<float>(each.percent) / 100, ui.theme().primary);
  }
}

void IncomeScreen::draw_foot(Ui& ui, Intents& out, Rect line) {
  if (button(ui, "income.time", line.column(0, 3, kGap),
             {.label = ui.words(N_("Note hours")), .icon = icon::clock, .type = Type::SmallStrong}))
    time_.open();
  if (button(ui, "income.classes", line.column(1, 3, kGap),
             {.label = ui.words(N_("Classes")), .icon = icon::graduation_cap, .type = Type::SmallStrong}))
    out.add(Open{make_classes_screen()});
  if (button(ui, "income.entries", line.column(2, 3, kGap),
             {.label = ui.words(N_("Written down")), .icon = icon::list_bullets, .type = Type::SmallStrong}))
    entries_.open();
}

void IncomeScreen::draw_biggest(Ui& ui, Rect area) const {
  const Words& words = ui.words();
  const Theme& t = ui.theme();
  const Livelihood& life = view_->life;
  plate(ui, area);
  const Rect inside = area.inset(20, 16);
  text(ui, inside.top_part(28), words(N_("Income")), {.type = Type::SmallStrong, .color = t.ink2});
  amount(ui, {inside.x, inside.y + 28, inside.w, 48}, ui.money(life.income),
         {.size = AmountSize::M, .align = Side::Left, .name = "income.sum"});
  if (life.hourly)
    text(ui, {inside.x, inside.y + 78, inside.w, 28},
         fmt::format("{} · {}", hours_text(life.minutes, words),
                     say(words, N_("{} / hour"), ui.bare_money(*life.hourly))),
         {.type = Type::Text, .color = t.ink2, .name = "income.hourly"});
  if (!life.biggest) return;
  const auto biggest = std::ranges::find(life.streams, *life.biggest, &StreamRow::stream);
  text(
      ui, {inside.x, inside.y + 108, inside.w, 36},
      say(words, N_("{0}: {1} hangs on it"), stream_name(*life.biggest, words), words.percent({biggest->percent, 100})),
      {.type = Type::Strong, .color = biggest->percent > 70 ? t.warning_text : t.ink, .name = "income.biggest"});
}

void IncomeScreen::draw_owed(Ui& ui, Rect area) {
  const Words& words = ui.words();
  const Owed& all = view_->owed;
  plate(ui, area);
  const Rect inside = area.inset(16, 12);
  text(ui, inside.top_part(32), words(N_("Not paid to me yet")), {.type = Type::SmallStrong, .color = ui.theme().ink2});
  if (all.to_me.empty()) {
    text(ui, {inside.x, inside.y + 36, inside.w, 56}, words(N_("Nobody owes you anything.")),
         {.type = Type::Text, .upright = Upright::Top, .lines = 2});
    return;
  }
  text(ui, inside.top_part(32), ui.bare_money(all.to_me_sum), {.type = Type::Strong, .align = Side::Right});
  float y = inside.y + 36;
  for (std::size_t i = 0; i < all.to_me.size() && y + kOwedRow <= inside.bottom(); ++i, y += kOwedRow) {
    const OwedRow& each = all.to_me[i];
    const bool is_late = each.due && *each.due < today_;
    const std::int64_t late_days = is_late ? today_.days - each.due->days : 0;
    const std::string when = is_late    ? say(words, words.plural("{} day late", "{} days late", late_days), late_days)
                             : each.due ? say(words, N_("until {}"), words.short_date(*each.due))
                                        : words.short_date(each.since);
    if (row(ui, fmt::format("income.owed.{}", i), {inside.x, y, inside.w, kOwedRow},
            {.title = each.name.empty() ? std::string_view(each.what) : std::string_view(each.name),
             .subtitle = when,
             .trailing = ui.bare_money(each.amount),
             .icon = is_late ? icon::warning : icon::clock,
             .enabled = !each.message.empty()}))
      share_.open(view_->phones[i], each.message);
  }
}

}  // namespace

std::unique_ptr<Screen> make_income_screen(Gate gate) {
  return std::make_unique<IncomeScreen>(gate);
}

std::unique_ptr<Screen> make_income_entry(Id<Income> income) {
  return std::make_unique<IncomeScreen>(Gate::Shut, income);
}

}  // namespace lapak
