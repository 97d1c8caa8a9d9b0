// screens: the card of a fair: where and when it is, what it costs, and who helps.
#include <algorithm>
#include <array>

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/list.h"
#include "app/parts/text.h"
#include "app/screens/contact_pick.h"
#include "app/screens/day_sheet.h"
#include "app/screens/fair_cards.h"
#include "app/screens/fair_said.h"
#include "app/screens/fairs.h"
#include "app/screens/number_sheet.h"
#include "app/screens/page.h"
#include "app/screens/screen.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"
#include "core/base/text.h"
#include "core/fair/fair_commands.h"

namespace lapak {
namespace {

constexpr std::array kStates{FairState::Asked, FairState::Accepted, FairState::Paid, FairState::Refused};
constexpr std::array kUsualCosts{N_("Transport"), N_("Parking"), N_("Meals"), N_("Lodging")};
constexpr float kRow = 64, kLabel = 28, kSpace = 16;
constexpr int kStep_minutes = 30, kDay_minutes = 24 * 60;

// What the number sheet asks for; costs and helpers come after, by their index.
enum Number { kFixed, kShare, kMinimum, kMaximum, kDeposit, kFloat, kOwnHours, kCosts = 100, kHours = 200, kPay = 300 };
enum Person { kOrganiser, kHelper };
enum Day { kFeeDue = -1, kNewDay = -2 };  // or the index of one of its days

class FairEditor final : public Screen {
 public:
  explicit FairEditor(std::optional<Fair> fair) : fair_(fair.value_or(Fair{})), is_new_(!fair) {}

  void refresh(const Shop& shop) override {
    today_ = shop.today();
    if (fair_.days.empty()) fair_.days.push_back({.date = today_.plus_days(1)});
    pick_.refresh(shop);
    std::vector<Id<Contact>> people{fair_.organiser.value_or(Id<Contact>{})};
    for (const FairHelper& helper : fair_.helpers) people.push_back(helper.contact);
    names_.refresh(shop, people, rooms(&Revisions::people), [](const Shop& s, const std::vector<Id<Contact>>& asked) {
      std::vector<std::string> names;
      for (const Id<Contact>& id : asked) names.push_back(find_contact(s.facts(), id).value_or(Contact{}).name);
      return names;
    });
  }

  void draw(Ui& ui, Intents& out) override {
    const PageFrame page = draw_page(ui, {.title = ui.words(is_new_ ? N_("New fair") : N_("Fair")),
                                          .main = ui.words(N_("Save")),
                                          .main_icon = icon::check,
                                          .main_enabled = !trimmed(fair_.name).empty()});
    if (page.back) out.add(Back{});
    if (page.main == Press::Tap) out.perform(FairCommand(SaveFair{fair_}));
    if (page.main == Press::TapDisabled)
      out.add(ShowToast{.sentence = std::string(ui.words(N_("What is the fair called?"))), .icon = icon::info});
    {
      ScrollArea scroll(ui, "fair_new.card", page.content, height_);
      const Rect all{page.content.x, scroll.origin().y, page.content.w, page.content.h};
      const float left = draw_where(ui, all.column(0, 2, 32));
      const float right = draw_money(ui, all.column(1, 2, 32));
      height_ = std::max(left, right) - scroll.origin().y + kSpace;
    }
    if (const auto number = number_.draw(ui)) take(ui, *number);
    if (const auto day = day_.draw(ui)) take(*day);
    if (const auto person = pick_.draw(ui)) take(*person, out);
  }

  void performed(const Outcome& outcome, Intents& out) override {
    if (outcome.kind == "save_contact") put(Id<Contact>{outcome.subject});
    if (outcome.kind == "save_fair") out.add(Back{outcome});
  }

 private:
  float draw_where(Ui& ui, Rect column);
  float draw_days(Ui& ui, Rect column, float y);
  float draw_money(Ui& ui, Rect column);
  float draw_costs(Ui& ui, Rect column, float y);
  float draw_helpers(Ui& ui, Rect column, float y);

  void ask(Ui& ui, std::string_view title, int question, Money value) {
    number_.open({.title = std::string(title), .prefill = value.minor, .question = question}, ui.currency());
  }
  void ask_measure(Ui& ui, std::string_view title, int question, std::int64_t thousandths) {
    number_.open(
        {.title = std::string(title), .kind = NumberKind::Measure, .prefill = thousandths, .question = question},
        ui.currency());
  }
  void take(Ui& ui, const NumberSheet::Answer& answer);
  void take(const DaySheet::Answer& answer);
  void take(const ContactPick::Answer& picked, Intents& out) {
    asked_person_ = picked.question;
    if (!picked.contact.is_nil()) return put(picked.contact);
    Contact contact;
    (looks_like_phone(picked.name) ? contact.phone : contact.name) = picked.name;
    out.perform(PeopleCommand(SaveContact{.contact = contact, .fallback_name = picked.name}));
  }
  const std::string& name_of_helper(std::size_t index) const { return names_->at(index + 1); }
  void put(Id<Contact> person) {
    if (asked_person_ == kOrganiser)
      fair_.organiser = person;
    else if (std::ranges::find(fair_.helpers, person, &FairHelper::contact) == fair_.helpers.end())
      fair_.helpers.push_back({.contact = person, .minutes = 8 * 60, .pay = {}});
  }

  Fair fair_;
  bool is_new_;
  Date today_;
  Watched<std::vector<Id<Contact>>, std::vector<std::string>> names_;  // of the organiser, then of those who help
  int asked_person_ = kOrganiser;
  float height_ = 800;
  NumberSheet number_{"fair_new.number"};
  DaySheet day_{"fair_new.day"};
  ContactPick pick_;
};

void FairEditor::take(Ui& ui, const NumberSheet::Answer& answer) {
  const std::int64_t value = answer.value.value_or(0);
  const Money sum{value};
  switch (answer.question) {
    case kFixed:
      fair_.fee.fixed = sum;
      return;
    case kShare:
      fair_.fee.share_bp = std::min<std::int64_t>(value / 10, 10'000);
      return;
    case kMinimum:
      fair_.fee.minimum = sum;
      return;
    case kMaximum:
      fair_.fee.maximum = answer.value ? std::optional(sum) : std::nullopt;
      return;
    case kDeposit:
      fair_.fee.deposit = sum;
      return;
    case kFloat:
      fair_.float_planned = sum;
      return;
    case kOwnHours:
      fair_.own_minutes = std::min(value * 60 / 1000, kMostFairMinutes);
      return;
    default:
      break;
  }
  if (answer.question >= kPay) {
    fair_.helpers.at(static_cast<std::size_t>(answer.question - kPay)).pay = sum;
  } else if (answer.question >= kHours) {
    const int index = answer.question - kHours;
    FairHelper& helper = fair_.helpers.at(static_cast<std::size_t>(index));
    helper.minutes = std::min(value * 60 / 1000, kMostFairMinutes);
    ask(ui, say(ui, N_("What does {} get?"), name_of_helper(static_cast<std::size_t>(index))), kPay + index,
        helper.pay);
  } else {
    const auto index = static_cast<std::size_t>(answer.question - kCosts);
    fair_.costs.at(index).amount = sum;
    if (sum.is_zero()) fair_.costs.erase(fair_.costs.begin() + static_cast<std::ptrdiff_t>(index));
  }
}

void FairEditor::take(const DaySheet::Answer& answer) {
  if (answer.question == kFeeDue) {
    fair_.fee.due = answer.day;
    return;
  }
  const auto is_known = [&](Date day) {
    return std::ranges::find(fair_.days, day, &FairDay::date) != fair_.days.end();
  };
  if (answer.question == kNewDay) {
    if (!answer.day || is_known(*answer.day)) return;
    FairDay added = fair_.days.back();
    added.date = *answer.day;
    fair_.days.push_back(added);
  } else {
    const auto index = static_cast<std::size_t>(answer.question);
    if (answer.day && !is_known(*answer.day)) fair_.days.at(index).date = *answer.day;
    if (!answer.day && fair_.days.size() > 1) fair_.days.erase(fair_.days.begin() + answer.question);
  }
  std::ranges::sort(fair_.days, {}, &FairDay::date);
}

float FairEditor::draw_where(Ui& ui, Rect column) {
  const Words& words = ui.words();
  float y = column.y + kLabel;
  field(ui, "fair_new.name", {column.x, y, column.w, 56}, fair_.name,
        {.label = words(N_("Name of the fair")), .longest_bytes = 200});
  y += 56 + kSpace + kLabel;
  const Rect line{column.x, y, column.w, 56};
  field(ui, "fair_new.town", line.column(0, 2, kSpace), fair_.town, {.label = words(N_("Town")), .longest_bytes = 200});
  field(ui, "fair_new.stall", line.column(1, 2, kSpace), fair_.stall,
        {.label = words(N_("Stall number")), .longest_bytes = 200});
  y = draw_days(ui, column, y + 56 + kSpace);
  if (fair_entry(ui, "fair_new.organiser", {column.x, y, column.w, 56}, words(N_("Organiser")),
                 fair_.organiser ? names_->front() : "–", icon::user))
    pick_.open(std::string(words(N_("Who organises it?"))), {}, kOrganiser, ContactPick::Newcomers::Offered);
  y += kRow + 8;
  caption(ui, column.x, y, column.w, words(N_("Application")));
  y += kLabel;
  for (std::size_t i = 0; i < kStates.size(); ++i) {
    const int at = static_cast<int>(i);
    const bool is_chosen = fair_.state == kStates[i];
    if (button(ui, fmt::format("fair_new.state.{}", i),
               Rect{column.x, y + static_cast<float>(at / 2) * kRow, column.w, 56}.column(at % 2, 2, kGap),
               {.label = fair_state_name(kStates[i], words), .kind = choice_kind(is_chosen), .selected = is_chosen}))
      fair_.state = kStates[i];
  }
  return draw_helpers(ui, column, y + 2 * kRow + 8);
}

float FairEditor::draw_days(Ui& ui, Rect column, float y) {
  const Words& words = ui.words();
  caption(ui, column.x, y, column.w, words(N_("Days")));
  y += kLabel;
  for (std::size_t i = 0; i < fair_.days.size(); ++i) {
    if (fair_entry(ui, fmt::format("fair_new.day.{}", i), {column.x, y, column.w, 56},
                   words.weekday_date(fair_.days[i].date), {}, icon::calendar))
      day_.open({.title = std::string(words(N_("Which day?"))),
                 .day = std::max(fair_.days[i].date, today_),
                 .today = today_,
                 .need = fair_.days.size() > 1 ? DayNeed::Optional : DayNeed::Required,
                 .question = static_cast<int>(i)});
    y += kRow;
  }
  if (button(ui, "fair_new.add_day", {column.x, y, column.w, 56},
             {.label = words(N_("Another day")), .icon = icon::plus}))
    day_.open({.title = std::string(words(N_("Which day?"))),
               .day = std::max(last_day(fair_).plus_days(1), today_),
               .today = today_,
               .question = kNewDay});
  y += kRow;
  const auto hours = [&](std::string_view name, std::string_view label, int FairDay::*minute) {
    const int now = fair_.days.front().*minute;
    text(ui, {column.x, y, column.w - 248, 56}, words(label), {.type = Type::Text});
    const Step step = stepper(ui, name, {column.right() - 240, y, 240, 56},
                              {.value = words.time({.date = {}, .hour = now / 60, .minute = now % 60})});
    const int by = step == Step::More ? kStep_minutes : step == Step::Less ? kDay_minutes - kStep_minutes : 0;
    for (FairDay& day : fair_.days) day.*minute = (day.*minute + by) % kDay_minutes;
    y += kRow;
  };
  hours("fair_new.opens", N_("Opens at"), &FairDay::opens_minute);
  hours("fair_new.closes", N_("Closes at"), &FairDay::closes_minute);
  return y + 8;
}

float FairEditor::draw_money(Ui& ui, Rect column) {
  const Words& words = ui.words();
  BoothFee& fee = fair_.fee;
  float y = column.y;
  caption(ui, column.x, y, column.w, words(N_("Booth fee")));
  y += kLabel;
  const auto place = [&] { return Rect{column.x, y, column.w, 56}; };
  const auto money = [&](std::string_view name, std::string_view label, int question, Money value) {
    if (fair_entry(ui, name, place(), words(label), value.is_zero() ? "–" : ui.money(value)))
      ask(ui, words(label), question, value);
    y += kRow;
  };
  money("fair_new.fixed", N_("Fixed part"), kFixed, fee.fixed);
  if (fair_entry(ui, "fair_new.share", place(), words(N_("Share of the sales")),
                 fee.share_bp == 0 ? "–" : words.quantity(Quantity{fee.share_bp * 10}) + " %"))
    ask_measure(ui, words(N_("Percent of the sales")), kShare, fee.share_bp * 10);
  y += kRow;
  if (fee.share_bp > 0) {
    money("fair_new.minimum", N_("At least"), kMinimum, fee.minimum);
    if (fair_entry(ui, "fair_new.maximum", place(), words(N_("At most")), fee.maximum ? ui.money(*fee.maximum) : "–"))
      number_.open({.title = std::string(words(N_("At most"))),
                    .need = NumberNeed::Optional,
                    .prefill = fee.maximum ? std::optional(fee.maximum->minor) : std::nullopt,
                    .question = kMaximum},
                   ui.currency());
    y += kRow;
  }
  money("fair_new.deposit", N_("Deposit"), kDeposit, fee.deposit);
  if (fair_entry(ui, "fair_new.due", place(), words(N_("Rest of the fee due")),
                 fee.due ? words.weekday_date(*fee.due) : "–", icon::calendar))
    day_.open({.title = std::string(words(N_("Rest of the fee due"))),
               .day = std::max(fee.due.value_or(today_), today_),
               .today = today_,
               .need = DayNeed::Optional,
               .question = kFeeDue});
  y += kRow + 8;
  y = draw_costs(ui, column, y);
  money("fair_new.float", N_("Opening float"), kFloat, fair_.float_planned);
  if (fair_entry(ui, "fair_new.own", place(), words(N_("Your hours")),
                 fair_.own_minutes == 0 ? "–" : hours_text(fair_.own_minutes, words), icon::clock))
    ask_measure(ui, words(N_("Your hours, at the stall and around it")), kOwnHours, fair_.own_minutes * 1000 / 60);
  return y + kRow;
}

float FairEditor::draw_costs(Ui& ui, Rect column, float y) {
  const Words& words = ui.words();
  caption(ui, column.x, y, column.w, words(N_("Other costs")));
  y += kLabel;
  for (std::size_t i = 0; i < fair_.costs.size(); ++i) {
    if (fair_entry(ui, fmt::format("fair_new.cost.{}", i), {column.x, y, column.w, 56}, fair_.costs[i].name,
                   ui.money(fair_.costs[i].amount)))
      ask(ui, fair_.costs[i].name, kCosts + static_cast<int>(i), fair_.costs[i].amount);
    y += kRow;
  }
  std::vector<std::string> usual;
  for (const std::string_view each : kUsualCosts)
    if (const std::string name(words(each));
        std::ranges::find(fair_.costs, name, &PlannedCost::name) == fair_.costs.end())
      usual.push_back("+ " + name);
  const FlowedChips chips = flowed_chips(ui, "fair_new.usual", {column.x, y, column.w, 48}, usual, {});
  const auto add = [&](std::string name) {
    fair_.costs.push_back({std::move(name), Money{}});
    ask(ui, fair_.costs.back().name, kCosts + static_cast<int>(fair_.costs.size()) - 1, Money{});
  };
  if (chips.tapped) add(usual[*chips.tapped].substr(2));
  return (usual.empty() ? y : chips.bottom) + kSpace;
}

float FairEditor::draw_helpers(Ui& ui, Rect column, float y) {
  const Words& words = ui.words();
  caption(ui, column.x, y, column.w, words(N_("Who helps")));
  y += kLabel;
  for (std::size_t i = 0; i < fair_.helpers.size(); ++i) {
    const FairHelper& helper = fair_.helpers[i];
    const std::string what =
        hours_text(helper.minutes, words) + (helper.pay.is_zero() ? std::string() : " · " + ui.bare_money(helper.pay));
    if (fair_entry(ui, fmt::format("fair_new.helper.{}", i), {column.x, y, column.w - 64, 56}, name_of_helper(i), what,
                   icon::user))
      ask_measure(ui, say(ui, N_("How many hours does {} help?"), name_of_helper(i)), kHours + static_cast<int>(i),
                  helper.minutes * 1000 / 60);
    if (icon_button(ui, fmt::format("fair_new.no_helper.{}", i), {column.right() - 56, y, 56, 56}, icon::trash,
                    words(N_("Remove")))) {
      fair_.helpers.erase(fair_.helpers.begin() + static_cast<std::ptrdiff_t>(i));
      return y + kRow;  // names follow with the next frame
    }
    y += kRow;
  }
  if (button(ui, "fair_new.add_helper", {column.x, y, column.w, 56},
             {.label = words(N_("Somebody helps")), .icon = icon::plus}))
    pick_.open(std::string(words(N_("Who helps?"))), {}, kHelper, ContactPick::Newcomers::Offered);
  return y + kRow;
}

}  // namespace

std::unique_ptr<Screen> make_fair_editor(std::optional<Fair> fair) {
  return std::make_unique<FairEditor>(std::move(fair));
}

}  // namespace lapak
