// screens: what was written down of incomes and of hours.
#include "app/screens/income_entries.h"

#include <utility>

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/screens/fair_said.h"
#include "app/screens/time_sheet.h"
#include "app/screens/wording.h"
#include "core/books/income_commands.h"
#include "core/people/people_store.h"

namespace lapak {
namespace {

constexpr float kRow = 72;

}  // namespace

IncomeEntries income_entries(const Database& facts, Date from, Date to) {
  IncomeEntries entries;
  for (BookedIncome& booked : incomes(facts, from, to)) {
    std::string who;
    if (booked.income.contact) who = kept_name(facts, kept_contact(facts, *booked.income.contact));
    entries.incomes.push_back({std::move(booked), std::move(who)});
  }
  entries.hours = hours_noted(facts, from, to);
  return entries;
}

void IncomeEntriesSheet::open(std::optional<Stream> stream) {
  stream_ = stream;
  shows_hours_ = false;
  is_open_ = true;
}

const IncomeEntries::Entry* IncomeEntriesSheet::draw(Ui& ui, Intents& out, const IncomeEntries& entries) {
  const Words& words = ui.words();
  Sheet sheet(
      ui, "entries", is_open_,
      {.title = stream_ ? stream_name(*stream_, words) : words(N_("Written down")), .close_label = words(N_("Close"))});
  if (!sheet.visible()) return nullptr;
  const Rect content = sheet.content();
  if (const auto tab =
          segments(ui, "entries.tab", content.top_part(56),
                   {std::string(words(N_("Income"))), std::string(words(N_("Hours")))}, shows_hours_ ? 1 : 0))
    shows_hours_ = *tab == 1;
  if (sheet.dismissed()) is_open_ = false;
  const Rect list{content.x, content.y + 72, content.w, content.h - 72};
  if (!shows_hours_) return draw_incomes(ui, list, entries);
  draw_hours(ui, out, list, entries);
  return nullptr;
}

const IncomeEntries::Entry* IncomeEntriesSheet::draw_incomes(Ui& ui, Rect area, const IncomeEntries& entries) {
  std::vector<const IncomeEntries::Entry*> shown;
  for (const IncomeEntries::Entry& entry : entries.incomes)
    if (!stream_ || entry.booked.income.stream == *stream_) shown.push_back(&entry);
  if (shown.empty()) {
    empty_state(
        ui, "entries.empty", area,
        {.icon = icon::coins, .sentence = ui.words(N_("Nothing was written down in these days.")), .is_main = false});
    return nullptr;
  }
  const RowList rows(ui, "entries.list", area, {.count = shown.size(), .row_height = kRow});
  const IncomeEntries::Entry* tapped = nullptr;
  for (const RowList::Item& item : rows.visible()) {
    const auto& [booked, from] = *shown[item.index];
    const Income& income = booked.income;
    std::string about = ui.words().short_date(income.business_date);
    if (!booked.paid_on) about += fmt::format(" · {}", paid_into_name(PaidInto::NotYet, ui.words()));
    if (!income.note.empty()) about += " · " + income.note;
    if (row(ui, fmt::format("entries.{}", item.index), item.rect,
            {.title = from.empty() ? stream_name(income.stream, ui.words()) : std::string_view(from),
             .subtitle = about,
             .trailing = ui.bare_money(income.amount),
             .icon = booked.paid_on ? stream_icon(income.stream) : Icon(icon::clock)})) {
      tapped = shown[item.index];
      is_open_ = false;
    }
  }
  return tapped;
}

void IncomeEntriesSheet::draw_hours(Ui& ui, Intents& out, Rect area, const IncomeEntries& entries) {
  std::vector<HoursNoted> shown;
  for (const HoursNoted& noted : entries.hours)
    if (!stream_ || noted.stream == *stream_) shown.push_back(noted);
  if (shown.empty()) {
    empty_state(
        ui, "entries.no_hours", area,
        {.icon = icon::clock, .sentence = ui.words(N_("No hours were noted in these days.")), .is_main = false});
    return;
  }
  const RowList rows(ui, "entries.times", area, {.count = shown.size(), .row_height = kRow});
  for (const RowList::Item& item : rows.visible()) {
    const HoursNoted& noted = shown[item.index];
    const float key = 112;
    plain_row(ui, fmt::format("entries.time.{}", item.index), item.rect.left_part(item.rect.w - key - kGap),
              {.title = stream_name(noted.stream, ui.words()),
               .subtitle = ui.words().weekday_date(noted.business_date),
               .trailing = hours_text(noted.minutes, ui.words()),
               .icon = stream_icon(noted.stream)});
    if (button(ui, fmt::format("entries.hours.{}", item.index), {item.rect.right() - key, item.rect.y + 12, key, 48},
               {.label = ui.words(N_("Take back")), .kind = ButtonKind::Outline, .type = Type::SmallStrong})) {
      is_taking_back_ = true;
      out.perform(IncomeCommand(NoteTime{noted.stream, -noted.minutes, noted.business_date}));
    }
  }
}

void IncomeEntriesSheet::performed(const Outcome& outcome, const Words& words, Intents& out) {
  if (outcome.kind != "note_time" || !std::exchange(is_taking_back_, false)) return;
  out.add(ShowToast{.sentence = std::string(words(N_("Taken back"))), .icon = icon::clock, .offers_undo = true});
}

}  // namespace lapak
