// screens: a class written down.
#include <algorithm>

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/text.h"
#include "app/screens/class_said.h"
#include "app/screens/classes.h"
#include "app/screens/day_sheet.h"
#include "app/screens/deposit_sheet.h"
#include "app/screens/number_sheet.h"
#include "app/screens/page.h"
#include "app/screens/screen.h"
#include "app/screens/wording.h"
#include "core/base/text.h"
#include "core/books/class_commands.h"
#include "core/shop/shop.h"

namespace lapak {
namespace {

constexpr float kLabel = 28, kRow = 72, kStepper = 240;
constexpr int kStep_minutes = 30, kDay_minutes = 24 * 60, kAhead_days = 14;
constexpr std::int64_t kLongest_minutes = 12 * 60;

class ClassEditor final : public Screen {
 public:
  explicit ClassEditor(std::optional<ClassSession> session)
      : session_(session.value_or(ClassSession{.begins_minutes = 14 * 60, .deposit_percent = 50})), is_new_(!session) {}

  void refresh(const Shop& shop) override {
    today_ = shop.today();
    if (session_.day == Date{}) session_.day = today_.plus_days(kAhead_days);
  }

  void draw(Ui& ui, Intents& out) override {
    const PageFrame page = draw_page(ui, {.title = ui.words(is_new_ ? N_("New class") : N_("Class")),
                                          .main = ui.words(N_("Save")),
                                          .main_icon = icon::check,
                                          .main_enabled = !trimmed(session_.name).empty()});
    if (page.back) out.add(Back{});
    if (page.main == Press::Tap) out.perform(ClassCommand(SaveClass{session_}));
    if (page.main == Press::TapDisabled)
      out.add(ShowToast{.sentence = std::string(ui.words(N_("A class needs a name."))), .icon = icon::info});
    draw_words(ui, page.content.column(0, 2, 32));
    draw_terms(ui, page.content.column(1, 2, 32));
    if (const auto day = day_.draw(ui); day && day->day) session_.day = *day->day;
    if (const auto price = price_.draw(ui)) session_.price = price->money();
    if (const auto seats = seats_.draw(ui)) session_.seats = seats->value.value_or(1'000) / 1'000;
    if (const auto hours = hours_.draw(ui))
      session_.minutes = std::clamp<std::int64_t>(hours->value.value_or(0) * 60 / 1'000, 1, kLongest_minutes);
  }

  void performed(const Outcome& outcome, Intents& out) override {
    if (outcome.kind == "save_class") out.add(Back{outcome});
  }

 private:
  void draw_words(Ui& ui, Rect column);
  void draw_terms(Ui& ui, Rect column);

  ClassSession session_;
  bool is_new_;
  Date today_;
  DaySheet day_{"class_new.day"};
  NumberSheet price_{"class_new.price_pad"}, seats_{"class_new.seats_pad"}, hours_{"class_new.hours_pad"};
};

void ClassEditor::draw_words(Ui& ui, Rect column) {
  float y = column.y + kLabel;
  field(ui, "class_new.name", {column.x, y, column.w, 56}, session_.name,
        {.label = ui.words(N_("Name of the class")), .longest_bytes = 200});
  y += kRow + kLabel;
  field(ui, "class_new.place", {column.x, y, column.w, 56}, session_.place,
        {.label = ui.words(N_("Where")), .longest_bytes = 200});
  y += kRow + kLabel;
  field(ui, "class_new.note", {column.x, y, column.w, 112}, session_.note,
        {.label = ui.words(N_("What to bring, what is included")), .multiline = true, .longest_bytes = 2'000});
  y += 128;
  text(ui, {column.x, y, column.w, 104},
       ui.words(N_("Who takes part is a contact. A seat is sold at the till, or held by a deposit.")),
       {.type = Type::Text, .color = ui.theme().ink2, .upright = Upright::Top, .lines = 4});
}

void ClassEditor::draw_terms(Ui& ui, Rect column) {
  const Words& words = ui.words();
  float y = column.y;
  if (button(ui, "class_new.day", {column.x, y, column.w, 56},
             {.label = words.full_date(session_.day),
              .icon = icon::calendar,
              .kind = ButtonKind::Outline,
              .left_aligned = true}))
    day_.open({.title = std::string(words(N_("Which day?"))), .day = std::max(session_.day, today_), .today = today_});
  y += kRow;
  const auto step = [&](std::string_view name, std::string_view label, const std::string& value, bool can_go_down) {
    text(ui, {column.x, y, column.w - kStepper - 8, 56}, words(label), {.type = Type::Text});
    const Step tapped =
        stepper(ui, name, {column.right() - kStepper, y, kStepper, 56}, {.value = value, .can_go_down = can_go_down});
    y += kRow;
    return tapped;
  };
  const int now = session_.begins_minutes;
  const Step from =
      step("class_new.begins", N_("From"), words.time({.date = {}, .hour = now / 60, .minute = now % 60}), true);
  const int by = from == Step::Less ? kDay_minutes - kStep_minutes : from == Step::None ? 0 : kStep_minutes;
  session_.begins_minutes = (now + by) % kDay_minutes;
  const Step hours = step("class_new.hours", N_("Hours"), words.quantity(Quantity{session_.minutes * 1'000 / 60}),
                          session_.minutes > kStep_minutes);
  if (hours == Step::Less) session_.minutes -= kStep_minutes;
  if (hours == Step::More) session_.minutes = std::min(session_.minutes + kStep_minutes, kLongest_minutes);
  if (hours == Step::Number)
    hours_.open({.title = std::string(words(N_("Hours"))),
                 .kind = NumberKind::Measure,
                 .prefill = session_.minutes * 1'000 / 60,
                 .may_be_zero = false},
                ui.currency());
  const Step seats = step("class_new.seats", N_("Seats"), words.count(session_.seats), session_.seats > 1);
  if (seats == Step::Less) --session_.seats;
  if (seats == Step::More) ++session_.seats;
  if (seats == Step::Number)
    seats_.open({.title = std::string(words(N_("Seats"))),
                 .kind = NumberKind::Pieces,
                 .prefill = session_.seats * 1'000,
                 .may_be_zero = false},
                ui.currency());
  if (amount_field(ui, "class_new.price", {column.x, y, column.w, 72}, ui.money(session_.price),
                   {.label = words(N_("Price of a seat"))}))
    price_.open({.title = std::string(words(N_("Price of a seat"))), .prefill = session_.price.minor}, ui.currency());
  y += 88;
  caption(ui, column.x, y, column.w, words(N_("Deposit")));
  y += kLabel;
  for (std::size_t i = 0; i < kDepositShares.size(); ++i) {
    const bool is_chosen = session_.deposit_percent == kDepositShares[i];
    if (button(ui, fmt::format("class_new.deposit.{}", i),
               Rect{column.x, y, column.w, 64}.column(static_cast<int>(i), 4, kGap),
               {.label = words.percent({kDepositShares[i], 100}),
                .kind = choice_kind(is_chosen),
                .selected = is_chosen,
                .type = Type::SmallStrong}))
      session_.deposit_percent = kDepositShares[i];
  }
}

}  // namespace

std::unique_ptr<Screen> make_class_editor(std::optional<ClassSession> session) {
  return std::make_unique<ClassEditor>(std::move(session));
}

}  // namespace lapak
