// report: every fact about money as a booking, read back by `ledger` and `hledger`.
#include "core/report/accounts.h"

#include <fmt/format.h>
#include <rapidcheck.h>

#include <array>
#include <cstdio>
#include <fstream>

#include "core/books/bank_store.h"
#include "core/books/class_store.h"
#include "core/report/cash_book.h"
#include "core/report/livelihood.h"
#include "core/report/owed.h"
#include "core/report/report.h"
#include "core/report/tax_report.h"
#include "tests/core/books/books_fixture.h"

namespace lapak {
namespace {

// What a program prints; fails when it does.
std::string says(const std::string& command) {
  FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string said;
  std::array<char, 4096> buffer{};
  while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), pipe)) said.append(buffer.data(), got);
  INFO(said);
  REQUIRE(pclose(pipe) == 0);
  return said;
}

struct Accountant : Books {
  std::vector<Booking> all() const {
    return bookings(shop->facts(), shop->profile(), Date::of(2000, 1, 1), Date::of(2100, 1, 1));
  }
  Money in(const std::string& account) const {
    for (const Posting& posting : account_balances(all()))
      if (posting.account == account) return posting.amount;
    return Money{};
  }
};

TEST_CASE("a name is one plain part of an account, whatever is in it") {
  CHECK(account_part("Bahan; kain") == "Bahan- kain");
  CHECK(account_part("  Tali\t\trami  (putih) ") == "Tali rami -putih-");
  CHECK(account_part("A:B") == "A-B");
  CHECK(account_part("[virtuell]") == "-virtuell-");
  CHECK(account_part(" \n ") == "-");
}

// By hand, in rupiah:
//   float 100,000; a mug sold for 50,000 cash; a bag ordered for 200,000, deposit 80,000 cash, handed over for 120,000
//   by transfer; a mug refunded, 50,000 cash; booth 30,000 from the till, materials 70,000 from the bank, tools 15,000
//   later; content 500,000 on an invoice; counted 148,000 (expected 100+50+80−50−30 = 150): 2,000 missing.
TEST_CASE_FIXTURE(Accountant, "a day in the books comes to what was worked out by hand, and both programs agree") {
  open_with(100'000);
  const Id<Product> mug = product("Mug; [biru]", 50'000, 10);
  const Id<Sale> sold = sell(mug);
  const Id<Contact> ratna = person("Ratna: (toko); \tdua  kata");
  const Id<CustomOrder> bag{done(SaveOrder{{.client = ratna, .what = "Tas", .price = Money{200'000}}}).subject};
  done(TakeOrderDeposit{bag, {{.amount = Money{80'000}}}});
  CHECK(in("Liabilities:Uang muka") == Money{-80'000});
  done(Sell{cart_of(shop->facts(), bag, shop->profile().words()).value(),
            {{.method = Method::Transfer, .amount = Money{120'000}}}});
  CHECK(in("Liabilities:Uang muka") == Money{});
  done(Refund{sold, {{.position = 0, .quantity = Quantity::of(1)}}, {{.amount = Money{50'000}}}, "pecah"});
  book(cost("booth", 30'000, PaidFrom::Till));
  book(cost("materials", 70'000));
  book(cost("Lem; [kuat]  sekali", 15'000, PaidFrom::NotYet));
  done(BookIncome{
      {.stream = Stream::Content, .amount = Money{500'000}, .contact = ratna, .paid_into = PaidInto::NotYet}});
  done(CloseDay{{{Money{}, 148'000}}, "", {}});

  CHECK(in("Assets:Laci:A") == Money{148'000});
  CHECK(in("Income:Selisih laci") == Money{2'000});
  CHECK(in("Assets:Dalam perjalanan:Transfer") == Money{120'000});
  CHECK(in("Income:Barang") == Money{});
  CHECK(in("Income:Pesanan khusus") == Money{-200'000});
  CHECK(in("Assets:Piutang") == Money{500'000});
  CHECK(in("Liabilities:Utang") == Money{-15'000});
  CHECK(in("Expenses:Lem- -kuat- sekali") == Money{15'000});
  CHECK(in("Expenses:Sewa lapak") == Money{30'000});
  CHECK(in("Assets:Bank") == Money{-70'000});

  const CashBook drawer = cash_book(shop->facts(), shop->profile(), CashPlace::Drawers, shop->today(), shop->today());
  CHECK(drawer.opening == Money{});
  CHECK(drawer.closing == Money{148'000});
  REQUIRE(drawer.rows.size() == 6);  // the mug, the deposit, the refund, the float, the booth, what was missing
  CHECK(drawer.rows.back().out == Money{2'000});
  CHECK(drawer.rows.back().balance == Money{148'000});
  const CashBook later =
      cash_book(shop->facts(), shop->profile(), CashPlace::Drawers, shop->today().plus_days(1), Date::of(2100, 1, 1));
  CHECK(later.opening == Money{148'000});
  CHECK(later.rows.empty());
  CHECK(cash_book(shop->facts(), shop->profile(), CashPlace::Bank, Date{}, shop->today()).closing == Money{-70'000});

  const TestFolder folder;
  const std::string path = (folder / "buku.ledger").string();
  std::ofstream(path, std::ios::binary) << ledger_text(all(), shop->profile().money());
  says(fmt::format("hledger -f '{}' check ordereddates commodities", path, path));
  CHECK(says(fmt::format("hledger -f '{}' balance -N --flat 'Assets:Laci'", path)).find("IDR 148000") !=
        std::string::npos);
  CHECK(says(fmt::format("ledger -f '{}' balance --flat Assets:Laci", path)).find("IDR 148000") != std::string::npos);
  CHECK(says(fmt::format("ledger -f '{}' balance 'Lem- -kuat- sekali'", path)).find("IDR 15000") != std::string::npos);

  const Livelihood life = livelihood(shop->facts(), shop->today(), shop->today());
  CHECK(life.streams[0].income == Money{});
  CHECK(life.streams[1].income == Money{200'000});
  CHECK(life.streams[3].income == Money{500'000});
  CHECK(life.streams[1].percent == 29);
  CHECK(life.streams[3].percent == 71);
  CHECK(life.biggest == Stream::Content);
  CHECK(life.expenses == Money{115'000});
  const Owed open = owed(shop->facts(), shop->profile());
  CHECK(open.to_me_sum == Money{500'000});
  CHECK(open.by_me_sum == Money{15'000});
  CHECK(open.to_me.at(0).message.find("Rp 500.000 belum lunas") != std::string::npos);
  expect_clean();
}

TEST_CASE_FIXTURE(Accountant, "a seat is income of its class, and the hours noted say what one brought") {
  const Id<ClassSession> session{
      done(SaveClass{{.name = "Makrame", .day = shop->today(), .seats = 5, .price = Money{150'000}}}).subject};
  const Id<CustomOrder> seat{done(JoinClass{session, person("Ratna"), 2, {}}).subject};
  done(Sell{cart_of(shop->facts(), seat, shop->profile().words()).value(), {{.amount = Money{300'000}}}});
  done(NoteTime{Stream::Classes, 180});
  const Livelihood life = livelihood(shop->facts(), shop->today(), shop->today());
  CHECK(life.streams[2].income == Money{300'000});
  CHECK(life.streams[2].hourly == Money{100'000});
  CHECK(life.streams[2].percent == 100);
  CHECK(in("Income:Kelas") == Money{-300'000});
  CHECK(in("Assets:Laci:A") == Money{300'000});
}

TEST_CASE_FIXTURE(Accountant, "a settlement of QRIS brings all of it to the bank, and the fee leaves it") {
  const Id<Product> mug = product("Mug", 100'000, 0);
  done(AddProduct{mug, Quantity::of(1), {}});
  done(Sell{shop->cart(), {{.method = Method::Qris, .amount = Money{100'000}}}});
  done(ImportBank{"BCA",
                  {{.id = {}, .account = "", .day = shop->today(), .amount = Money{99'700}, .text = "QRIS"},
                   {.id = {}, .account = "", .day = shop->today(), .amount = Money{7}, .text = "BUNGA"}}});
  done(MatchBank{suggested_matches(shop->facts())});
  CHECK(in("Assets:Dalam perjalanan:QRIS") == Money{});
  CHECK(in("Assets:Bank") == Money{99'707});
  CHECK(in("Expenses:Biaya layanan") == Money{300});
  CHECK(in("Equity:Belum jelas") == Money{-7});
}

TEST_CASE_FIXTURE(Accountant, "the tax report has the year's turnover by month, with what was written down") {
  sell(product("Mug", 50'000, 5), 2);
  done(BookIncome{{.stream = Stream::Content, .amount = Money{1'000'000}}});
  done(ChooseTax{{Date::of(2026, 1, 1), "percent", {1, 100}}});
  const auto months = tax_report(shop->facts(), 2026, shop->today());
  REQUIRE(months.size() == 11);
  CHECK(months[10].turnover.turnover == Money{1'100'000});
  CHECK(months[10].turnover.tax == Money{11'000});
  CHECK(tax_report(shop->facts(), 2025, shop->today()).size() == 12);
}

TEST_CASE(
    "over any history the drawer in the books is what was counted or should be there and what was taken since, and "
    "streams are net sales") {
  CHECK(rc::check([] {
    Accountant books;
    const Id<Product> mug = books.product("Mug", 10'000, 0);
    const Id<Contact> ratna = books.person("Ratna");
    const int steps = *rc::gen::inRange(1, 20);
    bool is_open = false;
    Money since;  // taken while no day is open
    const auto taken = [&](std::int64_t cash) {
      if (!is_open) since += Money{cash};
    };
    for (int step = 0; step < steps; ++step) {
      const std::int64_t amount = *rc::gen::inRange<std::int64_t>(1, 50'000);
      switch (*rc::gen::inRange(0, 7)) {
        case 0:
          if (is_open)
            books.done(CloseDay{{{Money{}, amount}}, "", {}});
          else
            books.open_with(amount);
          is_open = !is_open;
          since = Money{};
          break;
        case 1:
          (void)books.shop->execute(BookExpense{books.cost("food", amount, PaidFrom::Till)});
          break;
        case 2:
          (void)books.shop->undo();
          break;
        case 3:
          (void)books.shop->execute(BookIncome{{.amount = Money{amount}, .paid_into = PaidInto::Till}});
          break;
        case 4: {
          const Id<CustomOrder> order{
              books.done(SaveOrder{{.client = ratna, .what = "Tas", .price = Money{60'000}}}).subject};
          books.done(TakeOrderDeposit{order, {{.amount = Money{amount}}}});
          taken(amount);
          if (*rc::gen::inRange(0, 2) != 0) break;
          taken(60'000 - amount);
          books.done(Sell{cart_of(books.shop->facts(), order, books.shop->profile().words()).value(),
                          {{.amount = Money{60'000 - amount}}}});
          break;
        }
        case 5: {
          const Id<Sale> sold = books.sell(mug);
          if (*rc::gen::inRange(0, 3) == 0)
            books.done(VoidSale{sold, "salah"});
          else
            taken(10'000);
          break;
        }
        default:
          (void)books.shop->execute(MoveCash{Money{amount}, "kembalian"});
      }
    }
    const DayView day = day_view(books.shop->facts());
    if (day.day) RC_ASSERT(books.in("Assets:Laci:A") == day.counted.value_or(day.expected) + since);
    const Date today = books.shop->today();
    const Livelihood life = livelihood(books.shop->facts(), today, today);
    Money of_sales, written;
    for (const StreamRow& row : life.streams) (is_written_down(row.stream) ? written : of_sales) += row.income;
    RC_ASSERT(of_sales == report(books.shop->facts(), books.shop->profile(), today, today).net_sales);
    RC_ASSERT(written + of_sales == life.income);
  }));
}

TEST_CASE_FIXTURE(Accountant, "the drawer's book begins with what the day before left, wherever one begins to read") {
  open_with(100'000);
  const Date today = shop->today();
  book(cost("food", 15'000, PaidFrom::Till));
  done(CloseDay{{{Money{}, 90'000}}, "kurang hitung"});
  const CashBook day = cash_book(shop->facts(), shop->profile(), CashPlace::Drawers, today, today);
  CHECK(day.opening == Money{});
  CHECK(day.closing == Money{90'000});
  clock.set(Instant{clock.now().utc_ms + 86'400'000});
  open_with(95'000);
  book(cost("food", 20'000, PaidFrom::Till));
  const Date next = shop->today();
  REQUIRE(next > today);
  const CashBook later = cash_book(shop->facts(), shop->profile(), CashPlace::Drawers, next, next);
  CHECK(later.opening == Money{90'000});
  CHECK(later.closing == Money{75'000});
  const CashBook both = cash_book(shop->facts(), shop->profile(), CashPlace::Drawers, today, next);
  CHECK(both.opening == Money{});
  CHECK(both.closing == later.closing);
  CHECK(both.rows.size() == day.rows.size() + later.rows.size());
}

// Ratna's deposit of 50 000 and Joko's of 30 000 are taken in cash with no day open: they lie in the drawer, which is
// opened on the second day with a float of 100 000, of which the owner so brought 50 000 - 0 = 50 000. Then 30 000 come
// after the closing (at 98 000).
TEST_CASE_FIXTURE(Accountant, "cash taken while no day was open is in the drawer's book on its date") {
  const auto deposit = [&](const char* name, std::int64_t amount) {
    const Id<CustomOrder> order{
        done(SaveOrder{.order = {.client = person(name), .what = "Tas", .price = Money{200'000}}}).subject};
    done(TakeOrderDeposit{order, {{.amount = Money{amount}}}});
  };
  const auto book_of = [&](Date from, Date to) {
    return cash_book(shop->facts(), shop->profile(), CashPlace::Drawers, from, to);
  };
  const Date today = shop->today();
  deposit("Ratna", 50'000);
  CHECK(book_of(today, today).closing == Money{50'000});
  REQUIRE(book_of(today, today).rows.size() == 1);
  CHECK(book_of(today, today).rows[0].in == Money{50'000});
  clock.set(Instant{clock.now().utc_ms + 86'400'000});
  const Date next = shop->today();
  CHECK(book_of(next, next).opening == Money{50'000});
  open_with(100'000);
  CHECK(book_of(next, next).opening == Money{50'000});
  CHECK(book_of(next, next).closing.minor == 100'000);
  CHECK(in("Equity:Pemilik").minor == -50'000);
  done(CloseDay{{{Money{}, 98'000}}, {}});
  deposit("Joko", 30'000);
  const CashBook both = book_of(today, next);
  CHECK(both.opening == Money{});
  CHECK(both.closing == Money{128'000});
  CHECK(book_of(next.plus_days(1), next.plus_days(1)).opening == Money{128'000});
  expect_clean();
}

TEST_CASE_FIXTURE(Accountant, "a line of the bank that is not the shop's is the owner's money") {
  done(ImportBank{"BCA", {{.day = shop->today(), .amount = Money{-250'000}, .text = "ATM"}}});
  CHECK(in("Equity:Belum jelas") == Money{250'000});
  done(LeaveOutBankLine{unmatched_bank_lines(shop->facts())[0].id});
  CHECK(in("Equity:Belum jelas") == Money{});
  CHECK(in("Equity:Pemilik") == Money{250'000});
}

}  // namespace
}  // namespace lapak
