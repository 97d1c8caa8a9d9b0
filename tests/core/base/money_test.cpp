// Money, quantities and how they are written and read.
#include "core/base/money.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <numeric>

#include "core/base/currency.h"

using namespace lapak;

namespace {

const Currency& idr() {
  return *find_currency("IDR");
}
const Currency& eur() {
  return *find_currency("EUR");
}
const Currency& usd() {
  return *find_currency("USD");
}

Money read(std::string_view text, const Currency& currency, NumberStyle style = NumberStyle::CommaDecimal) {
  const Result<Money> amount = parse_money(text, currency, style);
  REQUIRE_MESSAGE(amount.has_value(), "not read: ", std::string(text));
  return *amount;
}

ProblemCode problem_of(std::string_view text, const Currency& currency, NumberStyle style = NumberStyle::CommaDecimal) {
  const Result<Money> amount = parse_money(text, currency, style);
  REQUIRE_FALSE_MESSAGE(amount.has_value(), "read: ", std::string(text));
  return amount.error().code;
}

}  // namespace

TEST_CASE("rupiah are written with dots in every language, and without decimals") {
  CHECK(format_money(Money{230'000}, idr(), NumberStyle::CommaDecimal) == "Rp 230.000");
  CHECK(format_money(Money{230'000}, idr(), NumberStyle::PointDecimal) == "Rp 230.000");
  CHECK(format_money(Money{0}, idr(), NumberStyle::CommaDecimal) == "Rp 0");
  CHECK(format_money(Money{-15'000}, idr(), NumberStyle::CommaDecimal) == "−Rp 15.000");
  CHECK(format_money(Money{112'245'000}, idr(), NumberStyle::CommaDecimal, Symbol::Hidden) == "112.245.000");
}

TEST_CASE("euro and franc follow the reader's language, dollars and pounds do not") {
  CHECK(format_money(Money{1'250'00}, eur(), NumberStyle::CommaDecimal) == "€1.250,00");
  CHECK(format_money(Money{1'250'00}, eur(), NumberStyle::PointDecimal) == "€1,250.00");
  CHECK(format_money(Money{1'250'00}, usd(), NumberStyle::CommaDecimal) == "$1,250.00");
  CHECK(format_money(Money{5}, *find_currency("GBP"), NumberStyle::PointDecimal) == "£0.05");
  CHECK(format_money(Money{1'250}, *find_currency("JPY"), NumberStyle::PointDecimal) == "¥1,250");
  CHECK(format_money(Money{-1'250'50}, *find_currency("CHF"), NumberStyle::PointDecimal) == "−CHF 1,250.50");
}

TEST_CASE("every currency the program names is known by code and number") {
  for (const auto& [code, numeric] : {std::pair{"IDR", 360},
                                      {"USD", 840},
                                      {"EUR", 978},
                                      {"GBP", 826},
                                      {"JPY", 392},
                                      {"MYR", 458},
                                      {"SGD", 702},
                                      {"AUD", 36},
                                      {"CHF", 756}}) {
    REQUIRE(find_currency(code) != nullptr);
    CHECK(find_currency(numeric) == find_currency(code));
  }
  CHECK(find_currency("idr") == &idr());
  CHECK(find_currency("XYZ") == nullptr);
}

TEST_CASE("amounts are read as people type them") {
  for (const std::string_view text : {"15000", "15.000", "Rp 15.000", "Rp15.000", "Rp. 15.000", "rp 15000", " 15 000 ",
                                      "15,000", "15.000,00", "15,000.00", "15.000,-", "IDR 15.000", "15.000 IDR"})
    CHECK(read(text, idr()) == Money{15'000});
  CHECK(read("1.250,50", eur()) == Money{1'250'50});
  CHECK(read("1,250.50", eur()) == Money{1'250'50});
  CHECK(read("1250.5", usd()) == Money{1'250'50});
  CHECK(read(".5", usd()) == Money{50});
  CHECK(read("€1.250,00", eur()) == Money{1'250'00});
  CHECK(read("−15.000", idr()) == Money{-15'000});
  CHECK(read("-Rp 15.000", idr()) == Money{-15'000});
  CHECK(read("0", idr()) == Money{0});
  CHECK(read("007", idr()) == Money{7});
}

TEST_CASE("a lone separator before three digits groups them, whatever the style") {
  for (const auto style : {NumberStyle::CommaDecimal, NumberStyle::PointDecimal}) {
    CHECK(read("1.250", eur(), style) == Money{1'250'00});
    CHECK(read("1,250", usd(), style) == Money{1'250'00});
    CHECK(read("15,000", idr(), style) == Money{15'000});
  }
}

TEST_CASE("what is no amount is refused, never guessed") {
  for (const std::string_view text : {"", " ", "abc", "12a", "1.2.3", "1,2,3", "12..5", "--5", "1 2 x", "Rp",
                                      "1.25.000", "0x10", "1e5", "٣", "'; DROP TABLE sale"})
    CHECK(problem_of(text, idr()) == ProblemCode::NotAnAmount);
  CHECK(problem_of("15,5", idr()) == ProblemCode::NotAnAmount);
  CHECK(problem_of("1.2555", *find_currency("GBP"), NumberStyle::PointDecimal) == ProblemCode::NotAnAmount);
  CHECK(problem_of("99999999999999999999", idr()) == ProblemCode::AmountTooLarge);
  CHECK(problem_of("100000000001", idr()) == ProblemCode::AmountTooLarge);
  CHECK(read("100000000000", idr()) == kLargestMoney);
}

TEST_CASE("every amount of every currency is read back as it was written") {
  CHECK(rc::check([] {
    const Currency& currency = currencies()[*rc::gen::inRange<std::size_t>(0, currencies().size())];
    const auto style = *rc::gen::element(NumberStyle::CommaDecimal, NumberStyle::PointDecimal);
    const Money amount{*rc::gen::inRange<std::int64_t>(-kLargestMoney.minor, kLargestMoney.minor)};
    const Result<Money> again = parse_money(format_money(amount, currency, style), currency, style);
    RC_ASSERT(again.has_value());
    RC_ASSERT(*again == amount);
  }));
}

TEST_CASE("every quantity is read back as it was written") {
  CHECK(rc::check([] {
    const auto style = *rc::gen::element(NumberStyle::CommaDecimal, NumberStyle::PointDecimal);
    const Quantity quantity{
        *rc::gen::inRange<std::int64_t>(-kLargestQuantity.thousandths, kLargestQuantity.thousandths)};
    const std::string text = format_quantity(quantity, style);
    const Result<Quantity> again = parse_quantity(text, style);
    RC_LOG() << text;
    RC_ASSERT(again.has_value());
    RC_ASSERT(*again == quantity);
  }));
}

TEST_CASE("price times quantity is rounded once, half away from zero") {
  CHECK(*times(Money{255}, Quantity::of(6)) == Money{1530});
  CHECK(*times(Money{1}, Quantity{500}) == Money{1});
  CHECK(*times(Money{-1}, Quantity{500}) == Money{-1});
  CHECK(*times(Money{1}, Quantity{499}) == Money{0});
  CHECK(times(kLargestMoney, Quantity::of(2)).error().code == ProblemCode::AmountTooLarge);
  CHECK(*amount_of(Decimal{12'345, 3}, Quantity::of(1), 2) == Money{12'35});
  CHECK(*amount_of(Decimal{12'345, 3}, Quantity::of(-1), 2) == Money{-12'35});
  CHECK(*amount_of(Decimal{255, 2}, Quantity::of(6), 2) == Money{15'30});
}

TEST_CASE("what is shared out adds up to the last unit, and no part strays by more than one") {
  CHECK(rc::check([] {
    const Money total{*rc::gen::inRange<std::int64_t>(-1'000'000'000, 1'000'000'000)};
    const auto weights =
        *rc::gen::nonEmpty(rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(0, 1'000'000)));
    const std::vector<Money> parts = share_out(total, weights);
    RC_ASSERT(parts.size() == weights.size());
    Money sum;
    for (const Money part : parts) sum += part;
    RC_ASSERT(sum == total);
    const std::int64_t all = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
    if (all == 0) return;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const Money exact = part_of(total, Fraction{weights[i], all});
      RC_ASSERT(parts[i].minor - exact.minor <= 1);
      RC_ASSERT(exact.minor - parts[i].minor <= 1);
    }
  }));
}

TEST_CASE("tax inside an inclusive price is its share, not the rate") {
  CHECK(part_of(Money{111'000}, Fraction{11, 111}) == Money{11'000});
  CHECK(part_of(Money{100'000}, Fraction{11, 111}) == Money{9'910});
}

TEST_CASE("cash is rounded to a step, down in the buyer's favour, or as the shop says") {
  CHECK(rounded_to_step(Money{12'765}, Money{100}, RoundingDirection::Down) == Money{12'700});
  CHECK(rounded_to_step(Money{12'765}, Money{100}, RoundingDirection::Up) == Money{12'800});
  CHECK(rounded_to_step(Money{12'750}, Money{100}, RoundingDirection::Nearest) == Money{12'800});
  CHECK(rounded_to_step(Money{12'749}, Money{100}, RoundingDirection::Nearest) == Money{12'700});
  CHECK(rounded_to_step(Money{-12'765}, Money{100}, RoundingDirection::Down) == Money{-12'700});
  CHECK(rounded_to_step(Money{12'765}, Money{0}, RoundingDirection::Down) == Money{12'765});
}
