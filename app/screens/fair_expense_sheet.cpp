// screens: an expense at the fair.
#include "app/screens/fair_expense_sheet.h"

#include <array>

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/sheet.h"
#include "app/screens/page.h"
#include "app/screens/wording.h"
#include "core/books/expense_commands.h"
#include "core/fair/fair_store.h"
#include "core/sale/open_day.h"

namespace lapak {
namespace {

// Those of a fair first.
constexpr std::array<std::string_view, 6> kCategories{"food", "transport", "booth", "packaging", "materials", "other"};

}  // namespace

void FairExpenseSheet::open(std::optional<Id<Fair>> fair) {
  wanted_ = fair;
  is_open_ = true;
}

void FairExpenseSheet::refresh(const Shop& shop) {
  if (!is_open_) return;
  const std::optional<Id<Fair>> here = fair_open_now(shop.facts());
  fair_ = wanted_ ? wanted_ : here;
  has_drawer_ = trading_day(shop.facts(), shop.now(), shop.profile().clock()).till_day.has_value();
}

void FairExpenseSheet::begin(const Ui& ui) {
  amount_ = NumberEntry(ui.currency().decimals, 9);
  category_.reset();
  is_from_till_ = has_drawer_;
  is_begun_ = true;
}

void FairExpenseSheet::draw(Ui& ui, Intents& out) {
  const Words& words = ui.words();
  Sheet sheet(ui, "expense", is_open_,
              {.title = words(N_("Expense at the fair")), .close_label = words(N_("Close")), .foot = 80});
  if (!sheet.visible()) {
    is_begun_ = false;
    return;
  }
  if (!is_begun_) begin(ui);
  if (sheet.dismissed()) is_open_ = false;
  const Rect content = sheet.content();
  std::vector<std::string> names;
  for (const std::string_view category : kCategories) names.push_back(expense_category_name(category, words));
  std::vector<std::size_t> chosen;
  if (category_) chosen.push_back(*category_);
  const FlowedChips what = flowed_chips(ui, "expense.what", {content.x, content.y, content.w, 0}, names, chosen);
  if (what.tapped) category_ = *what.tapped;
  float y = what.bottom + 8;
  if (has_drawer_) {
    const std::vector<std::string> ways{std::string(words(N_("From the till"))),
                                        std::string(words(N_("From my own pocket")))};
    if (const auto way = segments(ui, "expense.from", {content.x, y, content.w, 56}, ways, is_from_till_ ? 0 : 1))
      is_from_till_ = *way == 0;
    y += 64;
  }
  amount_field(ui, "expense.amount", {content.x, y, content.w, 72}, ui.money(Money{amount_.value()}),
               {.selected = true});
  y += 80;
  const float foot = ui.height() - 16 - 80;
  number_pad(ui, "expense", {content.x, y, content.w, foot - 16 - y}, amount_);
  const bool is_ready = category_ && amount_.value() > 0;
  const Press done = press(ui, "expense.ok", sheet.foot(),
                           {.label = say(ui, N_("Note {}"), ui.money(Money{amount_.value()})),
                            .kind = ButtonKind::Primary,
                            .enabled = is_ready,
                            .type = Type::Title,
                            .shortcut = {Key::Enter}});
  if (done == Press::Tap) {
    Expense expense;
    expense.category = kCategories[*category_];
    expense.amount = Money{amount_.value()};
    expense.fair = fair_;
    expense.paid_from = is_from_till_ ? PaidFrom::Till : PaidFrom::OwnPocket;
    out.perform(ExpenseCommand(BookExpense{expense}));
  }
  if (done == Press::TapDisabled)
    out.add(
        ShowToast{.sentence = std::string(words(category_ ? N_("Enter an amount first.") : N_("Say what it is for."))),
                  .icon = icon::info});
}

void FairExpenseSheet::performed(const Outcome& outcome, const Words& words, Intents& out) {
  if (!is_open_ || outcome.kind != "book_expense") return;
  is_open_ = false;
  out.add(ShowToast{.sentence = std::string(words(N_("Noted as an expense of the fair"))),
                    .icon = icon::coins,
                    .offers_undo = outcome.is_undoable});
}

}  // namespace lapak
