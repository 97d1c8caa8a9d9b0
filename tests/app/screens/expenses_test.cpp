// Reports · Expenses: written down in three taps, looked at, taken back; what comes back, and what is not paid yet.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "core/books/expense_commands.h"
#include "core/books/expense_store.h"
#include "core/fair/fair_commands.h"
#include "core/fair/fair_store.h"
#include "core/till/till_store.h"
#include "tests/app/screens/stall.h"

namespace lapak::test {
namespace {

struct ExpensesStall : Stall {
  Outcome must(const Command& command) {
    const Result<Outcome> done = shop->execute(command);
    REQUIRE(done.has_value());
    settle();
    return *done;
  }
  void open_page() {
    tap("rail.day");
    tap_tab("Pengeluaran");
  }
  void tap_tab(std::string_view label) {
    for (int i = 0; i < 6; ++i) {
      const std::string name = fmt::format("reports.tab.{}", i);
      if (rig.has(name) && rig.at(name).label == label) return tap(name);
    }
    FAIL("no such tab");
  }
  std::vector<BookedExpense> all() const { return expenses(shop->facts(), {}); }
  Money in_drawer() const { return day_view(shop->facts()).expected; }
};

TEST_CASE("an expense is written down with a category, an amount and one button; from the drawer while a day is open") {
  ExpensesStall s;
  s.open_page();
  const Money before = s.in_drawer();
  s.tap({"save", "expense.tile.3", "expense.key.4", "expense.key.5", "expense.key.zeros", "expense.ok"});
  REQUIRE(s.all().size() == 1);
  const Expense expense = s.all()[0].expense;
  CHECK(expense.category == "food");
  CHECK(expense.amount == Money{45'000});
  const bool is_open = day_view(s.shop->facts()).is_open;
  CHECK(expense.paid_from == (is_open ? PaidFrom::Till : PaidFrom::Bank));
  if (is_open) CHECK(s.in_drawer() == before - Money{45'000});
  CHECK_FALSE(s.rig.has("expense.ok"));
  CHECK(s.rig.text_of("toast").contains("Makan"));
  s.tap("toast.action");
  CHECK(s.all().empty());
}

TEST_CASE("behind More stand the purse, the day, what it was for and a note; a monthly one is its own first time") {
  ExpensesStall s;
  const Id<Fair> fair{
      s.must(SaveFair{{.name = "Kota Lama", .days = {{.date = s.shop->today().plus_days(9)}}}}).subject};
  s.open_page();
  s.tap({"save", "expense.key.2", "expense.key.zeros", "expense.more", "expense.category.1", "expense.from.1",
         "expense.subject", "subject.0", "expense.note"});
  s.type("Uang muka");
  const Rect save = s.rig.at("expense.ok").rect;
  for (int i = 0; i < 10; ++i) s.rig.wheel({save.centre().x, save.y - 100}, -20);
  s.tap({"expense.monthly", "expense.ok"});  // from the end of the list, which rests
  REQUIRE(s.all().size() == 1);
  const Expense expense = s.all()[0].expense;
  CHECK(expense.category == "booth");
  CHECK(expense.paid_from == PaidFrom::Bank);
  CHECK(expense.fair == fair);
  CHECK(expense.note == "Uang muka");
  REQUIRE(recurring_expenses(s.shop->facts()).size() == 1);
  CHECK(expense.recurring == recurring_expenses(s.shop->facts())[0].id);
  CHECK(recurring_due(s.shop->facts(), s.shop->today()).empty());
}

TEST_CASE("what comes back is noted with one tap, skipped, or comes back no more") {
  ExpensesStall s;
  s.must(SaveRecurring{{.category = "booth",
                        .amount = Money{200'000},
                        .every = Every::Week,
                        .first_day = s.shop->today().plus_days(-14),
                        .name = "Sewa gudang"}});
  s.open_page();
  s.tap("due_again.0.book");
  REQUIRE(s.all().size() == 1);
  CHECK(s.all()[0].expense.amount == Money{200'000});
  CHECK(s.all()[0].expense.business_date == s.shop->today().plus_days(-14));
  s.tap({"due_again.0", "due_again.skip"});
  CHECK(recurring_due(s.shop->facts(), s.shop->today()).size() == 1);
  s.tap({"due_again.0", "due_again.other"});
  s.tap({"expense.amount", "expense.key.9", "expense.key.zeros", "expense.ok"});
  CHECK(s.all()[0].expense.amount == Money{9'000});
  CHECK(recurring_due(s.shop->facts(), s.shop->today()).empty());
}

TEST_CASE("a row shows all that is known; it is said anew, and taken back with a way to undo that") {
  ExpensesStall s;
  s.must(BookExpense{{.category = "tools", .amount = Money{96'000}, .paid_from = PaidFrom::OwnPocket}});
  s.open_page();
  s.tap({"expenses.0", "spent.change", "expense.category.0", "expense.ok"});
  REQUIRE(s.all().size() == 1);
  CHECK(s.all()[0].expense.category == "materials");
  s.tap({"expenses.0", "spent.take_back"});
  CHECK(s.all().empty());
  s.tap("toast.action");
  CHECK(s.all().size() == 1);
}

TEST_CASE("what is not paid yet stands beside the list, and is paid from where I say") {
  ExpensesStall s;
  s.must(BookExpense{{.category = "materials",
                      .amount = Money{350'000},
                      .paid_from = PaidFrom::NotYet,
                      .due = s.shop->today().plus_days(3)}});
  s.open_page();
  CHECK(s.rig.text_of("owed.sum") == "350.000");
  s.tap({"owed.0.act", "owed_paid.1"});
  CHECK(expenses_to_pay(s.shop->facts()).empty());
  CHECK(s.all()[0].was_paid_from(PaidFrom::Bank));
}

}  // namespace
}  // namespace lapak::test
