// books: taxes on what comes in.
#include "core/books/tax.h"

#include <rapidcheck.h>

#include "tests/core/books/books_fixture.h"

namespace lapak {
namespace {

const std::vector<TaxChoice> individual{{Date::of(2026, 1, 1), "pph-final-person", {}}};

TEST_CASE("an individual pays half a percent of what goes beyond 500 million in the year, by the 15th") {
  // 200, 250, 100 and 30 million: in March 50 of 100 are beyond, in April all 30.
  const std::vector<Money> turnovers{Money{200'000'000}, Money{250'000'000}, Money{100'000'000}, Money{30'000'001}};
  const std::vector<TaxMonth> months = tax_months(2026, turnovers, individual);
  REQUIRE(months.size() == 4);
  CHECK(months[1].tax == Money{});
  CHECK(months[2].taxable == Money{50'000'000});
  CHECK(months[2].tax == Money{250'000});
  CHECK(months[2].due == Date::of(2026, 4, 15));
  CHECK(months[3].tax == Money{150'000});
  CHECK(months[3].turnover_so_far == Money{580'000'001});
}

TEST_CASE("a month is reckoned by the choice of its first day, and before the first choice there is no tax") {
  const std::vector<TaxChoice> choices{{Date::of(2026, 2, 1), "percent", {10, 100}},
                                       {Date::of(2026, 3, 2), "none", {}}};
  const std::vector<Money> turnovers(4, Money{1'000});
  const std::vector<TaxMonth> months = tax_months(2026, turnovers, choices);
  CHECK(months[0].tax == Money{});
  CHECK(months[1].tax == Money{100});
  CHECK_FALSE(months[1].due.has_value());
  CHECK(months[2].tax == Money{100});
  CHECK(months[3].tax == Money{});
  CHECK(tax_rule_on("pph-final-company", Date::of(2018, 6, 30)) == nullptr);
}

TEST_CASE("over any year what is taxable is what went beyond the free part, months that gave back too") {
  CHECK(rc::check([] {
    std::vector<Money> turnovers;
    Money sum;
    for (int month = 0; month < 12; ++month) {
      turnovers.push_back(Money{*rc::gen::inRange<std::int64_t>(-50'000'000, 200'000'000)});
      sum += turnovers.back();
    }
    Money taxable;
    for (const TaxMonth& month : tax_months(2026, turnovers, individual)) taxable += month.taxable;
    RC_ASSERT(taxable == std::max(Money{}, sum - Money{500'000'000}));
  }));
}

TEST_CASE_FIXTURE(Books, "a choice is kept from its day on, replaced and undone") {
  done(ChooseTax{individual[0]});
  done(ChooseTax{{Date::of(2026, 1, 1), "percent", {3, 100}}});
  REQUIRE(tax_choices(shop->facts()).size() == 1);
  CHECK(tax_choices(shop->facts())[0].rate == Fraction{3, 100});
  REQUIRE(shop->undo().has_value());
  CHECK(tax_choices(shop->facts()) == individual);
  REQUIRE(shop->undo().has_value());
  CHECK(tax_choices(shop->facts()).empty());
  CHECK(refusal(ChooseTax{{Date::of(2026, 1, 1), "xyz", {}}}) == ProblemCode::NotInTheBooks);
  CHECK(refusal(ChooseTax{{Date::of(2026, 1, 1), "percent", {101, 100}}}) == ProblemCode::ShareOutOfRange);
  expect_clean();
}

TEST_CASE("a rule of the seller's own has its free part, its day and where it is written") {
  const std::vector<TaxChoice> own{{.valid_from = Date::of(2026, 1, 1),
                                    .code = "percent",
                                    .rate = {1, 100},
                                    .free_each_year = Money{1'000'000},
                                    .due_day = 20,
                                    .source = "Perda 3/2026"}};
  const std::vector<Money> turnovers{Money{900'000}, Money{600'000}};
  const std::vector<TaxMonth> months = tax_months(2026, turnovers, own);
  CHECK(months[0].tax == Money{});
  CHECK(months[1].taxable == Money{500'000});
  CHECK(months[1].tax == Money{5'000});
  CHECK(months[1].due == Date::of(2026, 3, 20));
  CHECK(tax_in_force(choice_on(own, Date::of(2026, 5, 1)), Date::of(2026, 5, 1))->source == "Perda 3/2026");
  CHECK_FALSE(tax_in_force(std::nullopt, Date::of(2026, 5, 1)).has_value());
}

TEST_CASE_FIXTURE(Books, "a month's tax is paid once, is an expense of its own kind, and is owed again without it") {
  const Date november = Date::of(2026, 11, 1);
  done(PayTax{november.plus_days(9), Money{250'000}, PaidFrom::Bank});
  std::vector<PaidTax> paid = paid_taxes(shop->facts(), 2026);
  REQUIRE(paid.size() == 1);
  CHECK(paid[0].month == november);
  CHECK(paid[0].amount == Money{250'000});
  CHECK(expenses_by_category(shop->facts(), {}).at(0).category == kTaxCategory);
  CHECK(refusal(PayTax{november, Money{1}, PaidFrom::Bank}) == ProblemCode::NotInTheBooks);
  Expense anew = find_expense(shop->facts(), paid[0].expense)->expense;
  anew.note = "lewat DJP Online";
  book(anew);
  paid = paid_taxes(shop->facts(), 2026);
  REQUIRE(paid.size() == 1);
  CHECK(paid[0].expense != anew.id);
  done(TakeBackExpense{paid[0].expense});
  CHECK(paid_taxes(shop->facts(), 2026).empty());
  REQUIRE(shop->undo().has_value());
  CHECK(paid_taxes(shop->facts(), 2026).size() == 1);
  expect_clean();
}

}  // namespace
}  // namespace lapak
