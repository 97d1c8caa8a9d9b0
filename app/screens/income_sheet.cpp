// screens: an income written down.
#include "app/screens/income_sheet.h"

#include <algorithm>
#include <array>
#include <utility>

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/list.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/page.h"
#include "app/screens/wording.h"
#include "core/books/income_commands.h"
#include "core/people/people_commands.h"
#include "core/sale/open_day.h"

namespace lapak {
namespace {

constexpr std::array kStreamsByHand{Stream::Content, Stream::Classes, Stream::Volunteering, Stream::Other};
constexpr std::array kPurses{PaidInto::Bank, PaidInto::Till, PaidInto::OwnPocket, PaidInto::NotYet};
constexpr float kBox = 56, kLabel = 28, kStepper = 208;
constexpr std::int64_t kHalfHour_minutes = 30;
constexpr int kPayable_days = 14;
enum Question { kDay, kDue };

}  // namespace

void IncomeSheet::open() {
  income_ = Income{};
  from_.clear();
  minutes_ = 0;
  is_owed_ = is_naming_ = false;
  is_open_ = true;
}

void IncomeSheet::open(const BookedIncome& known, std::string from) {
  open();
  income_ = known.income;
  is_owed_ = !known.paid_on;
  from_ = std::move(from);
}

void IncomeSheet::refresh(const Shop& shop) {
  if (!is_open_) return;
  today_ = shop.today();
  if (income_.business_date == Date{}) income_.business_date = today_;
  is_day_open_ = trading_day(shop.facts(), shop.now(), shop.profile().clock()).till_day.has_value();
  pick_.refresh(shop);
}

void IncomeSheet::draw(Ui& ui, Intents& out) {
  const Words& words = ui.words();
  {
    Sheet sheet(
        ui, "income", is_open_,
        {.title = words(is_known() ? N_("Income") : N_("New income")), .close_label = words(N_("Close")), .foot = 80});
    if (!sheet.visible()) return;
    const Rect content = sheet.content();
    draw_fields(ui, out, {content.x, content.y, content.w, content.h - 96});
    if (button(ui, "income.ok", sheet.foot(),
               {.label = words(N_("Save")),
                .icon = icon::check,
                .kind = ButtonKind::Primary,
                .enabled = income_.amount > Money{},
                .type = Type::Title}))
      save(ui, out);
    if (sheet.dismissed()) is_open_ = false;
    if (!is_open_) ui.leave_field();
  }
  if (const auto picked = pick_.draw(ui)) take(*picked, out);
  if (const auto amount = pad_.draw(ui)) income_.amount = amount->money();
  if (const auto day = day_.draw(ui)) {
    if (day->question == kDue)
      income_.due = day->day;
    else
      income_.business_date = day->day.value_or(today_);
  }
}

void IncomeSheet::draw_fields(Ui& ui, Intents& out, Rect area) {
  const Words& words = ui.words();
  const ScrollArea scroll(ui, "income.scroll", area, height_);
  const float x = area.x, width = area.w;
  float y = scroll.origin().y;
  if (is_known()) {
    const Rect keys{x, y, width, kBox};
    if (is_owed_ && button(ui, "income.received", keys.column(0, 2, kGap),
                           {.label = words(N_("It was paid")), .icon = icon::bank, .type = Type::SmallStrong})) {
      is_asking_ = true;
      out.perform(IncomeCommand(ReceiveIncome{income_.id, PaidInto::Bank}));
      is_open_ = false;
    }
    if (button(ui, "income.withdraw", is_owed_ ? keys.column(1, 2, kGap) : keys,
               {.label = words(N_("Take it back")),
                .icon = icon::trash,
                .kind = ButtonKind::Outline,
                .type = Type::SmallStrong})) {
      is_asking_ = true;
      out.perform(IncomeCommand(TakeBackIncome{income_.id}));
      is_open_ = false;
    }
    y += kBox + 12;
  }
  if (amount_field(ui, "income.amount", {x, y, width, 80}, ui.money(income_.amount),
                   {.label = income_.amount.is_zero() ? words(N_("Amount")) : std::string_view(),
                    .selected = income_.amount.is_zero()}))
    pad_.open({.title = std::string(words(N_("Amount"))), .prefill = income_.amount.minor, .may_be_zero = false},
              ui.currency());
  y += 92;
  std::vector<std::string> streams;
  for (const Stream stream : kStreamsByHand) streams.emplace_back(stream_name(stream, words));
  const auto at = static_cast<std::size_t>(std::ranges::find(kStreamsByHand, income_.stream) - kStreamsByHand.begin());
  const FlowedChips chips = flowed_chips(ui, "income.stream", {x, y, width, 0}, streams, {at});
  if (chips.tapped) income_.stream = kStreamsByHand[*chips.tapped];
  y = chips.bottom + 12;
  if (button(ui, "income.from", {x, y, width, kBox},
             {.label = from_.empty() ? std::string(words(N_("From whom?")))
                                     : ui.paint().shortened(Type::Button, from_, width - 90),
              .icon = from_.empty() ? icon::user_plus : icon::user,
              .kind = choice_kind(!from_.empty()),
              .left_aligned = true}))
    pick_.open(std::string(words(N_("From whom?"))), {}, 0, ContactPick::Newcomers::Offered);
  y += kBox + 12;
  y = draw_money(ui, x, y, width);
  if (!is_known()) {
    text(ui, {x, y, width - kStepper - 8, kBox}, words(N_("Hours of work")), {.type = Type::Text});
    const Step step = stepper(ui, "income.hours", {x + width - kStepper, y, kStepper, kBox},
                              {.value = words.quantity(Quantity{minutes_ * 1'000 / 60}), .can_go_down = minutes_ > 0});
    if (step == Step::Less) minutes_ = std::max<std::int64_t>(0, minutes_ - kHalfHour_minutes);
    if (step == Step::More || step == Step::Number) minutes_ += kHalfHour_minutes;
    y += kBox + 12;
  }
  y += kLabel;
  field(ui, "income.note", {x, y, width, kBox}, income_.note, {.label = words(N_("What for?")), .longest_bytes = 500});
  height_ = y + kBox + 8 - scroll.origin().y;
}

float IncomeSheet::draw_money(Ui& ui, float x, float y, float width) {
  const Words& words = ui.words();
  std::vector<std::string> purses;
  std::vector<PaidInto> offered;
  for (const PaidInto purse : kPurses) {
    if (purse == PaidInto::Till && !is_day_open_ && income_.paid_into != PaidInto::Till) continue;
    offered.push_back(purse);
    purses.emplace_back(paid_into_name(purse, words));
  }
  const auto at = static_cast<std::size_t>(std::ranges::find(offered, income_.paid_into) - offered.begin());
  const FlowedChips chips = flowed_chips(ui, "income.into", {x, y, width, 0}, purses, {at});
  if (chips.tapped) income_.paid_into = offered[*chips.tapped];
  y = chips.bottom + 12;
  const bool is_later = income_.paid_into == PaidInto::NotYet;
  const bool is_in_the_till = income_.paid_into == PaidInto::Till;  // of the trading day, always
  const Rect days{x, y, width, kBox};
  if (button(ui, "income.day", is_later ? days.column(0, 2, kGap) : days,
             {.label = words.weekday_date(is_in_the_till ? today_ : income_.business_date),
              .icon = icon::calendar,
              .kind = ButtonKind::Outline,
              .left_aligned = true,
              .enabled = !is_in_the_till,
              .type = Type::SmallStrong}))
    day_.open({.title = std::string(words(N_("Which day?"))),
               .day = income_.business_date,
               .today = today_,
               .side = DaySide::Past,
               .question = kDay});
  if (is_later && button(ui, "income.due", days.column(1, 2, kGap),
                         {.label = income_.due ? say(ui, N_("until {}"), words.short_date(*income_.due))
                                               : std::string(words(N_("No due day"))),
                          .icon = icon::clock,
                          .kind = ButtonKind::Outline,
                          .left_aligned = true,
                          .type = Type::SmallStrong}))
    day_.open({.title = std::string(words(N_("Payable by"))),
               .day = income_.due.value_or(today_.plus_days(kPayable_days)),
               .today = today_,
               .need = DayNeed::Optional,
               .question = kDue});
  return y + kBox + 12;
}

void IncomeSheet::take(const ContactPick::Answer& picked, Intents& out) {
  from_ = picked.name;
  if (!picked.contact.is_nil()) {
    income_.contact = picked.contact;
    return;
  }
  Contact contact;
  (looks_like_phone(picked.name) ? contact.phone : contact.name) = picked.name;
  is_naming_ = true;
  out.perform(PeopleCommand(SaveContact{.contact = contact, .fallback_name = picked.name}));
}

void IncomeSheet::save(Ui&, Intents& out) {
  is_asking_ = true;
  out.perform(IncomeCommand(BookIncome{income_, minutes_}));
  is_open_ = false;
}

void IncomeSheet::performed(const Outcome& outcome, const Words& words, Intents& out) {
  if (outcome.kind == "save_contact" && std::exchange(is_naming_, false))
    income_.contact = Id<Contact>{outcome.subject};
  const bool is_mine =
      outcome.kind == "book_income" || outcome.kind == "take_back_income" || outcome.kind == "receive_income";
  if (!is_mine || !std::exchange(is_asking_, false)) return;
  out.add(ShowToast{.sentence = std::string(words(outcome.kind == "take_back_income" ? N_("Taken back")
                                                  : outcome.kind == "receive_income" ? N_("Received")
                                                                                     : N_("Written down"))),
                    .icon = icon::check_circle,
                    .offers_undo = outcome.is_undoable});
}

}  // namespace lapak
