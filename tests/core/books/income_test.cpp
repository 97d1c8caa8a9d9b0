// books: incomes and hours through a whole shop.
#include "core/books/income.h"

#include "core/books/income_store.h"
#include "tests/core/books/books_fixture.h"

namespace lapak {
namespace {

Income from_brand(std::int64_t amount, PaidInto into = PaidInto::Bank) {
  return {.stream = Stream::Content, .amount = Money{amount}, .paid_into = into};
}

TEST_CASE_FIXTURE(Books, "an income into the till is in the drawer, and leaves it when it is taken back or undone") {
  CHECK(refusal(BookIncome{from_brand(1, PaidInto::Till)}) == ProblemCode::NoDayOpen);
  open_with(100'000);
  const Id<Income> id{done(BookIncome{from_brand(250'000, PaidInto::Till)}).subject};
  CHECK(in_drawer() == Money{350'000});
  done(TakeBackIncome{id});
  CHECK(in_drawer() == Money{100'000});
  CHECK(refusal(TakeBackIncome{id}) == ProblemCode::NotInTheBooks);
  REQUIRE(shop->undo().has_value());
  CHECK(in_drawer() == Money{350'000});
  REQUIRE(shop->undo().has_value());
  CHECK(in_drawer() == Money{100'000});
  CHECK(incomes(shop->facts(), shop->today(), shop->today()).empty());
  expect_clean();
}

TEST_CASE_FIXTURE(Books, "the hours said with an income are undone with it") {
  const auto hours = [&] { return written_down(shop->facts(), shop->today(), shop->today())[3].minutes; };
  done(BookIncome{from_brand(500'000), 90});
  CHECK(hours() == 90);
  REQUIRE(shop->undo().has_value());
  CHECK(hours() == 0);
  CHECK(incomes(shop->facts(), shop->today(), shop->today()).empty());
  CHECK(refusal(BookIncome{from_brand(1), 1'000'000'000}) == ProblemCode::QuantityTooLarge);
  CHECK(incomes(shop->facts(), shop->today(), shop->today()).empty());
  expect_clean();
}

TEST_CASE_FIXTURE(Books, "an invoice is open until it is paid, and income of its day from the first") {
  Income invoice = from_brand(900'000, PaidInto::NotYet);
  invoice.contact = person("Bumi Kopi");
  invoice.due = shop->today().plus_days(14);
  invoice.note = "tiga unggahan";
  invoice.id = Id<Income>{done(BookIncome{invoice}).subject};
  REQUIRE(incomes_to_receive(shop->facts()).size() == 1);
  CHECK(written_down(shop->facts(), shop->today(), shop->today())[3].income == Money{900'000});
  invoice.amount = Money{950'000};
  invoice.id = Id<Income>{done(BookIncome{invoice}).subject};
  REQUIRE(incomes_to_receive(shop->facts()).size() == 1);
  done(ReceiveIncome{invoice.id});
  CHECK(incomes_to_receive(shop->facts()).empty());
  CHECK(find_income(shop->facts(), invoice.id)->paid_later == PaidInto::Bank);
  CHECK(refusal(ReceiveIncome{invoice.id}) == ProblemCode::NotInTheBooks);
  REQUIRE(shop->undo().has_value());
  CHECK(incomes_to_receive(shop->facts()).size() == 1);
  CHECK(refusal(BookIncome{from_brand(0)}) == ProblemCode::QuantityZero);
  CHECK(refusal(BookIncome{from_brand(-5)}) == ProblemCode::AmountNegative);
  expect_clean();
}

TEST_CASE_FIXTURE(Books, "hours of any stream are noted, corrected and undone") {
  done(NoteTime{Stream::Goods, 90});
  done(NoteTime{Stream::Goods, -30});
  done(NoteTime{Stream::Volunteering, 120, Date::of(2026, 1, 5)});
  const auto minutes = [&](std::size_t stream) {
    return written_down(shop->facts(), Date::of(2026, 1, 1), Date::of(2026, 12, 31))[stream].minutes;
  };
  CHECK(minutes(0) == 60);
  CHECK(minutes(4) == 120);
  REQUIRE(shop->undo().has_value());
  CHECK(minutes(4) == 0);
  CHECK(refusal(NoteTime{Stream::Goods, 0}) == ProblemCode::QuantityZero);
  CHECK(refusal(NoteTime{Stream::Goods, kLongestWork_minutes + 1}) == ProblemCode::QuantityTooLarge);
  expect_clean();
}

TEST_CASE_FIXTURE(Books, "hours of a day on a stream are told together, and not at all once they came to nothing") {
  done(NoteTime{Stream::Goods, 90});
  done(NoteTime{Stream::Goods, 30});
  done(NoteTime{Stream::Content, 60});
  const auto noted = [&] { return hours_noted(shop->facts(), shop->today(), shop->today()); };
  REQUIRE(noted().size() == 2);
  done(NoteTime{Stream::Content, -60});
  REQUIRE(noted().size() == 1);
  CHECK(noted()[0].stream == Stream::Goods);
  CHECK(noted()[0].minutes == 120);
}

TEST_CASE("an hour's rate is rounded half away from zero, and none where there is no time or no end of money") {
  CHECK(hourly_rate(Money{100'000}, 120) == Money{50'000});
  CHECK(hourly_rate(Money{1}, 24) == Money{3});  // 2.5
  CHECK(hourly_rate(Money{-1}, 24) == Money{-3});
  CHECK_FALSE(hourly_rate(Money{1}, 0).has_value());
  CHECK_FALSE(hourly_rate(kLargestMoney, 1).has_value());
}

}  // namespace
}  // namespace lapak
