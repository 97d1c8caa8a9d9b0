// Papers filled from the facts of a shop.
#include "core/shop/documents.h"

#include "tests/core/shop/stall.h"

namespace lapak {
namespace {

struct Trading : Stall {
  Id<Product> mug = product("Mug", 75'000, 50);

  Id<Sale> sell(std::int64_t price, Method method, bool is_waiting = false) {
    done(AddAmount{"Jasa", Money{price}});
    return Id<Sale>{
        done(Sell{shop->cart(), {{.method = method, .amount = Money{price}, .is_waiting = is_waiting}}}).subject};
  }
  std::string page(Date day) const {
    return to_text(end_of_day_of(shop->facts(), shop->profile(), day, shop->held_carts(), shop->now()));
  }
};

// How often `part` stands in `text`.
int times_in(const std::string& text, std::string_view part) {
  int times = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++times;
  return times;
}

}  // namespace

TEST_CASE_FIXTURE(Trading, "what was not seen arrive is expected, not counted, and listed payment by payment") {
  done(OpenDay{{{Money{100'000}, 1}}});
  sell(30'000, Method::Transfer);
  const std::string first = find_sale(shop->facts(), sell(51'000, Method::Transfer, true))->number;
  const std::string second = find_sale(shop->facts(), sell(22'000, Method::Transfer, true))->number;
  const Money drawer = day_view(shop->facts()).expected;
  done(CloseDay{{{Money{0}, drawer.minor}}, "", {{"transfer", true}}});
  std::string page = this->page(shop->today());
  CHECK(page.find("103.000") != page.npos);  // expected
  CHECK(page.find("-73.000") + page.find("−73.000") != 2 * page.npos);
  CHECK(times_in(page, first) == 1);
  CHECK(times_in(page, second) == 1);
  CHECK(page.find("51.000") != page.npos);
  CHECK(page.find("22.000") != page.npos);

  const Sale sale = find_sale(shop->facts(), first).value();
  done(MarkPaymentSeen{sale.payments.front().id});
  page = this->page(shop->today());
  CHECK(times_in(page, first) == 0);
  CHECK(times_in(page, second) == 1);
  CHECK(page.find("81.000") != page.npos);  // counted now
}

TEST_CASE_FIXTURE(Trading, "while the day is open the drawer is expected to hold its float too") {
  done(OpenDay{{{Money{100'000}, 3}}});
  sell(45'000, Method::Cash);
  CHECK(times_in(page(shop->today()), "345.000") >= 2);  // as a method and as the drawer
}

TEST_CASE_FIXTURE(Trading, "a range of days is one page with a bar a day, and a long one has a bar a month or a year") {
  const Date first = shop->today();
  sell(40'000, Method::Cash);
  clock.advance_ms(2 * 86'400'000);
  sell(60'000, Method::Qris);
  const auto text = [&](Date from, Date to) {
    const Document page = range_report_of(shop->facts(), shop->profile(), from, to, shop->now());
    CHECK(page.pages.size() == 1);
    return to_text(page);
  };
  std::string page = text(first, first.plus_days(2));
  for (const char* part : {"Per hari", "100.000", "40.000", "60.000", "QRIS", "Tunai"}) {
    CAPTURE(part);
    CHECK(page.find(part) != page.npos);
  }
  for (const char* part : {"Tanda tangan", "belum ditutup", "Laci"}) {
    CAPTURE(part);
    CHECK(page.find(part) == page.npos);
  }
  page = text(first.plus_days(-100), first.plus_days(2));
  CHECK(page.find("Per bulan") != page.npos);
  CHECK(page.find(first.iso().substr(0, 7)) != page.npos);
  page = text(Date::of(1, 1, 1), Date::of(9999, 12, 31));
  CHECK(page.find("Per tahun") != page.npos);
  CHECK(page.find("100.000") != page.npos);
}

}  // namespace lapak
