// Reports · Cash book and Tax: the drawer and the bank line by line, the bank's file, matching, months paid.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <fstream>

#include "core/books/bank_commands.h"
#include "core/books/bank_store.h"
#include "core/books/expense_commands.h"
#include "core/books/expense_store.h"
#include "core/books/income_commands.h"
#include "core/books/income_store.h"
#include "core/books/tax_commands.h"
#include "core/profile/profile_commands.h"
#include "core/till/till_commands.h"
#include "tests/app/screens/stall.h"
#include "tests/core/test_folder.h"

namespace lapak::test {
namespace {

struct BooksStall : Stall {
  Outcome must(const Command& command) {
    const Result<Outcome> done = shop->execute(command);
    REQUIRE(done.has_value());
    settle();
    return *done;
  }
  void open_page(std::string_view label) {
    tap("rail.day");
    for (int i = 0; i < 6; ++i) {
      const std::string name = fmt::format("reports.tab.{}", i);
      if (rig.has(name) && rig.at(name).label == label) return tap(name);
    }
    FAIL("no such tab");
  }
  void open_bank() {
    open_page("Buku kas");
    tap("cash_book.place.1");
  }
  void bank_says(std::int64_t amount, std::string text) {
    must(ImportBank{"BCA", {{.day = shop->today(), .amount = Money{amount}, .text = std::move(text)}}});
  }
  std::int64_t open_lines() const { return count_unmatched_bank_lines(shop->facts()); }
};

TEST_CASE("the bank's file is dropped on the page, looked at, named and taken over; once more it brings nothing") {
  BooksStall s;
  const TestFolder folder;
  const std::filesystem::path file = folder / "bca.csv";
  std::ofstream(file) << "Tanggal,Keterangan,Jumlah\n"
                      << s.shop->today().iso() << ",BUNGA,700\n"
                      << s.shop->today().iso() << ",ADMIN,-15000\n";
  s.open_bank();
  CHECK(s.rig.has("bank.empty.action"));
  s.drop(file);
  CHECK(s.rig.text_of("bank_file.said").starts_with("2 baris"));
  s.tap("bank_file.account");
  s.type("BCA");
  s.tap("bank_file.ok");
  CHECK(s.open_lines() == 2);
  CHECK(s.rig.has("bank.open.1"));
  s.drop(file);
  s.tap("bank_file.ok");
  CHECK(s.open_lines() == 2);
  CHECK(s.rig.text_of("toast") == "Semua baris ini sudah ada.");
}

TEST_CASE("lines that fit are matched with one tap; another is opened, is not business, and is taken back") {
  BooksStall s;
  s.must(BookExpense{{.category = "materials", .amount = Money{25'000}, .paid_from = PaidFrom::Bank}});
  s.bank_says(-25'000, "TOKO TALI");
  s.bank_says(-250'000, "ATM");
  s.open_bank();
  s.tap("bank.match_all");
  CHECK(s.open_lines() == 1);
  s.tap({"bank.open.0", "match.left_out"});
  CHECK(s.open_lines() == 0);
  s.tap("bank.0");
  CHECK(s.rig.at("match.said").label == "Bukan usaha");
  s.tap("match.take_back");
  CHECK(s.open_lines() == 1);
}

TEST_CASE("what a line could be is one tap away, and what the books do not know is written down from it") {
  BooksStall s;
  s.must(BookExpense{{.category = "materials", .amount = Money{350'000}, .paid_from = PaidFrom::NotYet}});
  s.bank_says(-350'000, "KERAMIK");
  s.bank_says(-15'000, "BIAYA ADM");
  s.bank_says(500'000, "BUMI KOPI");
  s.open_bank();
  s.tap({"bank.open.0", "match.0"});
  CHECK(expenses_to_pay(s.shop->facts()).empty());
  s.tap({"bank.open.0", "match.write_down", "expense.more", "expense.category.6", "expense.ok"});
  CHECK(s.open_lines() == 1);
  CHECK(expenses_sum(s.shop->facts(), {.category = std::string(kFeesCategory)}) == Money{15'000});
  s.tap({"bank.open.0", "match.stream.1"});
  CHECK(s.open_lines() == 0);
  CHECK(incomes(s.shop->facts(), s.shop->today(), s.shop->today()).at(0).income.stream == Stream::Content);
}

TEST_CASE("the drawer's book shows what went through it and what was there after it") {
  BooksStall s;
  s.must(OpenDay{});
  pick_three(s);
  s.tap("exact");
  s.open_page("Buku kas");
  CHECK_FALSE(s.rig.has("cash_book.empty"));
  s.tap({"books.accountant", "books_out.year.minus", "books_out.close"});
  CHECK(s.rig.has("books.choose"));
}

TEST_CASE("a tax is chosen by its rule, a month's is noted as paid, looked at and taken back") {
  BooksStall s;
  s.must(BookIncome{{.stream = Stream::Other, .amount = Money{1'000'000}}});
  s.open_page("Pajak");
  CHECK(s.rig.text_of("tax.now") == "Rp 0");
  s.tap({"tax.rule", "tax_rule.percent", "tax_rule.rate"});
  s.type("5");
  s.tap("tax_rule.ok");
  CHECK(s.rig.text_of("tax.now") == "Rp 50.000");
  const std::string month = s.shop->today().iso().substr(0, 7);
  s.tap({"tax.pay." + month, "tax_paid.1"});
  CHECK(paid_taxes(s.shop->facts(), s.shop->today().year()).size() == 1);
  s.tap({"tax.paid." + month, "spent.take_back"});
  CHECK(paid_taxes(s.shop->facts(), s.shop->today().year()).empty());
  CHECK(s.rig.has("tax.pay." + month));
}

TEST_CASE("the duty stamp is reminded of above an amount, and no more") {
  BooksStall s;
  s.open_page("Pajak");
  s.tap({"tax.rule", "tax_rule.stamp", "tax_number.ok"});
  CHECK(s.shop->profile().stamp_duty_above == Money{5'000'000});
  s.tap({"tax_rule.stamp", "tax_number.none"});
  CHECK(s.shop->profile().stamp_duty_above == Money{});
}

}  // namespace
}  // namespace lapak::test
