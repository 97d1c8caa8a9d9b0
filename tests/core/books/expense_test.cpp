// books: expenses through a whole shop: the drawer follows, what is taken back counts nowhere, what recurs is proposed.
#include "core/books/expense.h"

#include <rapidcheck.h>

#include <map>

#include "tests/core/books/books_fixture.h"

namespace lapak {
namespace {

TEST_CASE_FIXTURE(Books, "an expense paid from the till is a cash-out of the drawer, in one entry") {
  open_with(200'000);
  const std::int64_t entries = count("journal");
  book(cost("booth", 50'000, PaidFrom::Till));
  CHECK(count("journal") == entries + 1);
  CHECK(in_drawer() == Money{150'000});
  CHECK(day_view(shop->facts()).entries.at(0).reason == "Sewa lapak");
  book(cost("transport", 30'000));
  CHECK(in_drawer() == Money{150'000});
  CHECK(spent() == Money{80'000});
  expect_clean();
}

TEST_CASE_FIXTURE(Books, "from the till needs an open drawer, from elsewhere not") {
  CHECK(refusal(BookExpense{cost("food", 20'000, PaidFrom::Till)}) == ProblemCode::NoDayOpen);
  book(cost("food", 20'000, PaidFrom::OwnPocket));
  CHECK(refusal(BookExpense{cost("food", 0)}) == ProblemCode::QuantityZero);
  CHECK(refusal(BookExpense{cost("food", -1)}) == ProblemCode::AmountNegative);
  CHECK(refusal(BookExpense{cost("food", 100'000'000'001)}) == ProblemCode::AmountTooLarge);
  CHECK(refusal(BookExpense{cost("  ", 1)}) == ProblemCode::NameEmpty);
}

TEST_CASE_FIXTURE(Books, "what is taken back counts nowhere, and its cash is in the drawer again") {
  open_with(100'000);
  const Id<Expense> id = book(cost("packaging", 15'000, PaidFrom::Till));
  done(TakeBackExpense{id});
  CHECK(spent() == Money{});
  CHECK(in_drawer() == Money{100'000});
  CHECK(find_expense(shop->facts(), id)->withdrawn);
  CHECK(refusal(TakeBackExpense{id}) == ProblemCode::NotInTheBooks);
  REQUIRE(shop->undo().has_value());
  CHECK(spent() == Money{15'000});
  CHECK(in_drawer() == Money{85'000});
  REQUIRE(shop->undo().has_value());  // the booking itself
  CHECK(spent() == Money{});
  CHECK(in_drawer() == Money{100'000});
  expect_clean();
}

TEST_CASE_FIXTURE(Books, "undo of a booking gives the cash back") {
  open_with(100'000);
  book(cost("packaging", 15'000, PaidFrom::Till));
  REQUIRE(shop->undo().has_value());
  CHECK(spent() == Money{});
  CHECK(in_drawer() == Money{100'000});
  expect_clean();
}

TEST_CASE_FIXTURE(Books, "said anew, the former is taken back and the drawer holds what it should") {
  open_with(100'000);
  Expense expense = cost("food", 15'000, PaidFrom::Till);
  expense.id = book(expense);
  expense.amount = Money{25'000};
  book(expense);
  CHECK(spent() == Money{25'000});
  CHECK(in_drawer() == Money{75'000});
  REQUIRE(shop->undo().has_value());
  CHECK(spent() == Money{15'000});
  CHECK(in_drawer() == Money{85'000});
  expect_clean();
}

TEST_CASE_FIXTURE(Books, "what is not paid yet is owed until it is paid") {
  open_with(100'000);
  Expense bill = cost("materials", 60'000, PaidFrom::NotYet);
  bill.due = shop->today().plus_days(7);
  const Id<Expense> later = book(bill);
  bill.due = shop->today().plus_days(2);
  const Id<Expense> sooner = book(bill);
  REQUIRE(expenses_to_pay(shop->facts()).size() == 2);
  CHECK(expenses_to_pay(shop->facts()).at(0).expense.id == sooner);
  done(PayExpense{later, PaidFrom::Till});
  CHECK(in_drawer() == Money{40'000});
  CHECK(expenses_to_pay(shop->facts()).size() == 1);
  CHECK(find_expense(shop->facts(), later)->was_paid_from(PaidFrom::Till));
  CHECK(refusal(PayExpense{later, PaidFrom::Bank}) == ProblemCode::NotInTheBooks);
  REQUIRE(shop->undo().has_value());
  CHECK(in_drawer() == Money{100'000});
  CHECK(expenses_to_pay(shop->facts()).size() == 2);
  CHECK(spent() == Money{120'000});
  expect_clean();
}

TEST_CASE_FIXTURE(Books, "expenses are added up by fair, order, product, day and category") {
  const auto fair = ids.next<Fair>();
  const Id<Contact> ratna = person("Ratna");
  const Id<CustomOrder> order{done(SaveOrder{{.client = ratna, .what = "Tas", .price = Money{200'000}}}).subject};
  const Id<Product> mug = product("Mug", 50'000, 0);
  Expense expense = cost("booth", 75'000);
  expense.fair = fair;
  book(expense);
  expense = cost("materials", 20'000);
  expense.order = order;
  expense.product = mug;
  expense.business_date = Date::of(2026, 10, 31);
  book(expense);
  book(cost("Tanah liat", 11'000));
  CHECK(expenses_sum(shop->facts(), {.fair = fair}) == Money{75'000});
  CHECK(expenses_sum(shop->facts(), {.order = order}) == Money{20'000});
  CHECK(expenses_sum(shop->facts(), {.product = mug}) == Money{20'000});
  CHECK(expenses_sum(shop->facts(), {.from = Date::of(2026, 11, 1), .to = Date::of(2026, 11, 30)}) == Money{86'000});
  const std::vector<CategorySum> sums = expenses_by_category(shop->facts(), {});
  REQUIRE(sums.size() == 3);
  CHECK(sums[0].category == "booth");
  CHECK(sums[2].amount == Money{11'000});
  CHECK(own_expense_categories(shop->facts(), 5) == std::vector<std::string>{"Tanah liat"});
  expense.order = ids.next<CustomOrder>();
  CHECK(refusal(BookExpense{expense}) == ProblemCode::OrderUnknown);
  expect_clean();
}

TEST_CASE_FIXTURE(Books, "a recurring expense is proposed until it is booked or skipped, and books nothing by itself") {
  RecurringExpense rent{.category = "booth",
                        .amount = Money{300'000},
                        .every = Every::Month,
                        .first_day = Date::of(2026, 8, 31),
                        .name = "Sewa kios"};
  rent.id = Id<RecurringExpense>{done(SaveRecurring{rent}).subject};
  const auto days = [&] {
    std::vector<std::string> due;
    for (const DueExpense& one : recurring_due(shop->facts(), Date::of(2026, 11, 30))) due.push_back(one.day.iso());
    return due;
  };
  CHECK(days() == std::vector<std::string>{"2026-08-31", "2026-09-30", "2026-10-31", "2026-11-30"});
  CHECK(spent() == Money{});
  Expense september = cost("booth", 310'000);
  september.recurring = rent.id;
  september.recurring_day = Date::of(2026, 9, 30);
  const Id<Expense> booked = book(september);
  done(SkipRecurring{rent.id, Date::of(2026, 8, 31)});
  CHECK(days() == std::vector<std::string>{"2026-10-31", "2026-11-30"});
  CHECK(refusal(BookExpense{september}) == ProblemCode::NotInTheBooks);
  CHECK(refusal(SkipRecurring{rent.id, Date::of(2026, 8, 31)}) == ProblemCode::NotInTheBooks);
  CHECK(refusal(SkipRecurring{rent.id, Date::of(2026, 10, 30)}) == ProblemCode::NotInTheBooks);
  done(TakeBackExpense{booked});
  CHECK(days().at(0) == "2026-09-30");
  rent.hidden = true;
  done(SaveRecurring{rent});
  CHECK(days().empty());
  expect_clean();
}

TEST_CASE("a week's rhythm is seven days, a month's the same day or the last of a shorter month") {
  const RecurringExpense weekly{.every = Every::Week, .first_day = Date::of(2026, 12, 28)};
  CHECK(recurring_day(weekly, 1) == Date::of(2027, 1, 4));
  const RecurringExpense monthly{.every = Every::Month, .first_day = Date::of(2027, 12, 31)};
  CHECK(recurring_day(monthly, 0) == Date::of(2027, 12, 31));
  CHECK(recurring_day(monthly, 2) == Date::of(2028, 2, 29));
  CHECK(recurring_day(monthly, 14) == Date::of(2029, 2, 28));
}

TEST_CASE("whatever is booked, paid, taken back and undone, the drawer and the sums are those of a plain list") {
  CHECK(rc::check([] {
    Books books;
    books.open_with(10'000'000);
    struct Known {
      Money amount;
      PaidFrom from = PaidFrom::Bank;
      bool stands = true;
    };
    using Model = std::map<Id<Expense>, Known>;
    std::vector<Model> past{{}};  // the last is now
    const auto steps = *rc::gen::inRange(1, 18);
    for (int step = 0; step < steps; ++step) {
      const int act = *rc::gen::inRange(0, 5);
      if (act == 4) {
        if (past.size() > 1) past.pop_back();
        (void)books.shop->undo();
        continue;
      }
      Model model = past.back();
      if (act == 0 || model.empty()) {
        const auto from = *rc::gen::element(PaidFrom::Till, PaidFrom::Bank, PaidFrom::OwnPocket, PaidFrom::NotYet);
        const std::int64_t amount = *rc::gen::inRange(1, 90'000);
        model[books.book(books.cost("food", amount, from))] = {Money{amount}, from};
        past.push_back(model);
        continue;
      }
      const auto chosen = std::next(model.begin(), *rc::gen::inRange<int>(0, static_cast<int>(model.size())));
      bool may = chosen->second.stands, done = false;
      if (act == 1) {
        done = books.shop->execute(TakeBackExpense{chosen->first}).has_value();
        chosen->second.stands = false;
      } else {
        may = may && chosen->second.from == PaidFrom::NotYet;
        const auto from = act == 2 ? PaidFrom::Till : PaidFrom::Bank;
        done = books.shop->execute(PayExpense{chosen->first, from}).has_value();
        chosen->second.from = from;
      }
      RC_ASSERT(done == may);
      if (done) past.push_back(model);
    }
    const Model& model = past.back();
    Money spent, from_till;
    for (const auto& [id, known] : model) {
      if (!known.stands) continue;
      spent += known.amount;
      if (known.from == PaidFrom::Till) from_till += known.amount;
    }
    RC_ASSERT(books.spent() == spent);
    RC_ASSERT(books.in_drawer() == Money{10'000'000} - from_till);
    RC_ASSERT(verify(books.shop->facts()).is_clean());
  }));
}

}  // namespace
}  // namespace lapak
