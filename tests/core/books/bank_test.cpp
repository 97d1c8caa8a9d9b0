// books: the bank: nothing is taken over twice, and lines find what they were for.
#include "core/books/bank.h"

#include <rapidcheck.h>

#include "core/books/bank_store.h"
#include "core/books/income_store.h"
#include "core/report/bank_book.h"
#include "core/sale/sale_store.h"
#include "tests/core/books/books_fixture.h"

namespace lapak {
namespace {

BankLine line(Date day, std::int64_t amount, std::string text = "TRF") {
  return {.id = {}, .account = "BCA", .day = day, .amount = Money{amount}, .text = std::move(text)};
}
const Date first = Date::of(2026, 11, 22);

TEST_CASE("of like lines as many are new as there are more of") {
  const std::vector<BankLine> known{line(first, 100, "A"), line(first, 100, "")};
  CHECK(new_lines(known, known).empty());
  CHECK(new_lines(known, std::vector{line(first, 100, "A"), line(first, 100, "forgotten since")}).empty());
  const std::vector<BankLine> three{line(first, 100, "A"), line(first, 100, "B"), line(first, 100, "C")};
  CHECK(new_lines(known, three) == std::vector{line(first, 100, "C")});
}

TEST_CASE("whatever was read before, reading a file again adds nothing, and no line of it is lost") {
  CHECK(rc::check([] {
    const auto some_lines = [] {
      std::vector<BankLine> lines;
      const int count = *rc::gen::inRange(0, 12);
      for (int i = 0; i < count; ++i)
        lines.push_back(line(first.plus_days(*rc::gen::inRange(0, 2)), *rc::gen::inRange(1, 3),
                             std::string(1, static_cast<char>('A' + *rc::gen::inRange(0, 2)))));
      return lines;
    };
    std::vector<BankLine> known = some_lines();
    const std::vector<BankLine> file = some_lines();
    for (const BankLine& added : new_lines(known, file)) known.push_back(added);
    RC_ASSERT(new_lines(known, file).empty());
    for (const BankLine& one : file) {
      const auto like = [&](const BankLine& other) { return other.day == one.day && other.amount == one.amount; };
      RC_ASSERT(std::ranges::count_if(known, like) >= std::ranges::count_if(file, like));
    }
  }));
}

struct Bank : Books {
  std::int64_t import(const std::vector<BankLine>& lines) { return std::stoll(done(ImportBank{"BCA", lines}).label); }
  Id<Sale> sell_by(Method method, std::int64_t amount, bool is_waiting = false) {
    const Id<Product> mug = product("Mug " + std::to_string(count("product")), amount, 0);
    done(AddProduct{mug, Quantity::of(1), {}});
    return Id<Sale>{
        done(Sell{shop->cart(), {{.method = method, .amount = Money{amount}, .is_waiting = is_waiting}}}).subject};
  }
};

TEST_CASE_FIXTURE(Bank,
                  "a second import adds nothing; transfers, QRIS less its fee, expenses and incomes find each other") {
  const Id<Sale> waited = sell_by(Method::Transfer, 80'000, true);
  sell_by(Method::Qris, 60'000);
  sell_by(Method::Qris, 40'000);
  book(cost("materials", 25'000));
  done(BookIncome{{.stream = Stream::Content, .amount = Money{500'000}}});
  const std::vector<BankLine> file{line(first, 80'000, "TRSF RATNA"), line(first.plus_days(1), 99'700, "QRIS"),
                                   line(first.plus_days(1), -25'000, "TOKO TALI"), line(first, 500'000, "BUMI KOPI"),
                                   line(first, 12'345, "BUNGA")};
  CHECK(import(file) == 5);
  CHECK(import(file) == 0);
  CHECK(count("bank_line") == 5);
  const std::vector<BankMatch> suggested = suggested_matches(shop->facts());
  CHECK(suggested.size() == 4);
  done(MatchBank{suggested});
  const std::vector<BankLine> left = unmatched_bank_lines(shop->facts());
  REQUIRE(left.size() == 1);
  CHECK(left[0].text == "BUNGA");
  CHECK(suggested_matches(shop->facts()).empty());
  const std::vector<CategorySum> fees = expenses_by_category(shop->facts(), {.category = std::string(kFeesCategory)});
  REQUIRE(fees.size() == 1);
  CHECK(fees[0].amount == Money{300});
  CHECK(standing_of(shop->facts(), *find_sale(shop->facts(), waited)).waiting.empty());
  CHECK(refusal(MatchBank{{suggested[0]}}) == ProblemCode::NotInTheBooks);
  CHECK(bank_balance(shop->facts(), first.plus_days(1)) == Money{667'045});
  REQUIRE(shop->undo().has_value());
  CHECK(unmatched_bank_lines(shop->facts()).size() == 5);
  CHECK(expenses_sum(shop->facts(), {}) == Money{25'000});
  expect_clean();
}

TEST_CASE_FIXTURE(Bank, "what is too far off, too dear or of nothing is not matched") {
  sell_by(Method::Qris, 100'000);
  sell_by(Method::Transfer, 70'000);
  import({line(first, 96'000), line(first.plus_days(4), 70'000)});
  CHECK(suggested_matches(shop->facts()).empty());
  CHECK(refusal(ImportBank{"BCA", {line(first, 0)}}) == ProblemCode::QuantityZero);
  CHECK(refusal(ImportBank{"", {line(first, 1)}}) == ProblemCode::NameEmpty);
}

TEST_CASE_FIXTURE(Bank, "the bank's words about a person go with her, and reading the file again brings nothing back") {
  const Id<Contact> ratna = person("Ratna Sari");
  const std::vector<BankLine> file{line(first, 80'000, "TRSF RATNA  SARI"), line(first, 5, "BUNGA")};
  import(file);
  done(ForgetContact{ratna});
  CHECK(bank_lines(shop->facts(), first, first).at(0).text.empty());
  CHECK(bank_lines(shop->facts(), first, first).at(1).text == "BUNGA");
  CHECK(shop->facts().value<std::string>("SELECT group_concat(personal) FROM journal").value().find("RATNA") ==
        std::string::npos);
  CHECK(import(file) == 0);
  expect_clean();
}

TEST_CASE_FIXTURE(Bank, "a line that is not the shop's is left out, and is open again when that was wrong") {
  import({line(first, -250'000, "TARIK TUNAI")});
  const Id<BankLine> cash = unmatched_bank_lines(shop->facts())[0].id;
  done(LeaveOutBankLine{cash});
  CHECK(unmatched_bank_lines(shop->facts()).empty());
  CHECK(is_left_out(shop->facts(), cash));
  CHECK(refusal(LeaveOutBankLine{cash}) == ProblemCode::NotInTheBooks);
  done(TakeBackMatch{cash});
  CHECK(count_unmatched_bank_lines(shop->facts()) == 1);
  CHECK(refusal(TakeBackMatch{cash}) == ProblemCode::NotInTheBooks);
  REQUIRE(shop->undo().has_value());
  CHECK(is_left_out(shop->facts(), cash));
  expect_clean();
}

TEST_CASE_FIXTURE(Bank, "a match that was wrong is taken back with its fee; one of an expense leaves the expense") {
  sell_by(Method::Qris, 100'000);
  const Id<Expense> yarn = book(cost("materials", 25'000));
  import({line(first.plus_days(1), 99'700, "QRIS"), line(first, -25'000, "TOKO TALI")});
  done(MatchBank{suggested_matches(shop->facts())});
  CHECK(spent() == Money{25'300});
  for (const BankLine& one : bank_lines(shop->facts(), first, first.plus_days(1))) done(TakeBackMatch{one.id});
  CHECK(spent() == Money{25'000});
  CHECK(unmatched_bank_lines(shop->facts()).size() == 2);
  CHECK_FALSE(find_expense(shop->facts(), yarn)->withdrawn);
  CHECK(suggested_matches(shop->facts()).size() == 2);
  expect_clean();
}

TEST_CASE_FIXTURE(Bank, "an expense that is said anew keeps its line while the amount is the same, and else frees it") {
  const Id<Expense> yarn = book(cost("materials", 25'000));
  import({line(first, -25'000)});
  done(MatchBank{suggested_matches(shop->facts())});
  Expense anew = find_expense(shop->facts(), yarn)->expense;
  anew.note = "benang";
  const Id<Expense> again = book(anew);
  CHECK(unmatched_bank_lines(shop->facts()).empty());
  REQUIRE(line_of(shop->facts(), again.bytes).has_value());
  REQUIRE(shop->undo().has_value());
  CHECK(line_of(shop->facts(), yarn.bytes).has_value());
  anew.amount = Money{26'000};
  book(anew);
  CHECK(unmatched_bank_lines(shop->facts()).size() == 1);
  REQUIRE(shop->undo().has_value());
  CHECK(unmatched_bank_lines(shop->facts()).empty());
  done(TakeBackExpense{yarn});
  CHECK(unmatched_bank_lines(shop->facts()).size() == 1);
  expect_clean();
}

TEST_CASE_FIXTURE(Bank, "a bill and an invoice that were open are paid by the line they are matched with") {
  const Id<Expense> bill = book(cost("materials", 350'000, PaidFrom::NotYet));
  done(BookIncome{{.stream = Stream::Content, .amount = Money{500'000}, .paid_into = PaidInto::NotYet}});
  import({line(first.plus_days(9), -350'000), line(first.plus_days(9), 500'000)});
  CHECK(suggested_matches(shop->facts()).empty());
  for (const BankLine& one : unmatched_bank_lines(shop->facts())) {
    const std::vector<BankMatch> possible = possible_matches(shop->facts(), one);
    REQUIRE(possible.size() == 1);
    done(MatchBank{possible});
  }
  CHECK(expenses_to_pay(shop->facts()).empty());
  CHECK(incomes_to_receive(shop->facts()).empty());
  CHECK(find_expense(shop->facts(), bill)->was_paid_from(PaidFrom::Bank));
  REQUIRE(shop->undo().has_value());
  CHECK(incomes_to_receive(shop->facts()).size() == 1);
  expect_clean();
}

TEST_CASE_FIXTURE(Bank, "a transfer pays the receipt that was left open in one step, and undoing it owes it again") {
  const Id<Contact> ratna = person("Ratna");
  const Id<Product> mug = product("Mug", 80'000, 0);
  done(AddProduct{mug, Quantity::of(1), {}});
  Cart cart = shop->cart();
  cart.customer = ratna;
  const Id<Sale> bill{done(Sell{cart, {}, Remainder::Owed}).subject};
  import({line(first, 80'000, "TRSF RATNA")});
  const Id<BankLine> came = unmatched_bank_lines(shop->facts()).at(0).id;
  CHECK(suggested_matches(shop->facts()).empty());  // nobody said yet that she paid
  const std::vector<BankGuess> guesses = bank_guesses(shop->facts(), shop->profile(), came);
  REQUIRE(guesses.size() == 1);
  CHECK(guesses[0].match.bill == bill);
  CHECK(guesses[0].what.find("Ratna") != std::string::npos);
  const Money turnover = day_view(shop->facts()).expected;
  done(MatchBank{{guesses[0].match}});
  CHECK(owed_now(shop->facts(), bill).is_zero());
  CHECK(unmatched_bank_lines(shop->facts()).empty());
  CHECK(find_match(shop->facts(), came)->payments.size() == 1);
  CHECK(day_view(shop->facts()).expected == turnover);  // not from the drawer
  expect_clean();
  REQUIRE(shop->undo().has_value());
  CHECK(owed_now(shop->facts(), bill) == Money{80'000});
  CHECK(unmatched_bank_lines(shop->facts()).size() == 1);
  CHECK(suggested_matches(shop->facts()).empty());
  expect_clean();
  done(MatchBank{{bank_guesses(shop->facts(), shop->profile(), came).at(0).match}});
  CHECK(refusal(MatchBank{{guesses[0].match}}) == ProblemCode::NotInTheBooks);
  CHECK(owed_now(shop->facts(), bill).is_zero());
  expect_clean();
}

TEST_CASE_FIXTURE(Bank, "the bank's book runs from line to line and says what each was") {
  book(cost("materials", 25'000));
  import({line(first, -25'000, "TOKO TALI"), line(first.plus_days(1), -10'000, "ATM"),
          line(first.plus_days(2), 700, "BUNGA")});
  done(MatchBank{suggested_matches(shop->facts())});
  done(LeaveOutBankLine{unmatched_bank_lines(shop->facts())[0].id});
  const BankBook book = bank_book(shop->facts(), shop->profile(), first.plus_days(1), first.plus_days(5));
  CHECK(book.opening == Money{-25'000});
  REQUIRE(book.rows.size() == 2);
  CHECK(book.rows[0].state == BankState::LeftOut);
  CHECK(book.rows[0].balance == Money{-35'000});
  CHECK(book.rows[1].state == BankState::Open);
  CHECK(book.closing == Money{-34'300});
  REQUIRE(book.open.size() == 1);
  CHECK(book.open[0].text == "BUNGA");
}

}  // namespace
}  // namespace lapak
