// sale: EMVCo merchant codes.
#include "core/sale/qris.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <rapidcheck.h>

#include <algorithm>
#include <fstream>
#include <random>
#include <sstream>

#include "core/base/text.h"

namespace lapak {
namespace {

constexpr std::string_view kriya =
    "00020101021126690017ID.CO.EXAMPLE.WWW011893600000000000000102150000000000000010303UMI51440014ID.CO.QRIS.WWW0215"
    "ID00000000000010303UMI5204594753033605802ID5912KRIYA CONTOH6007BANDUNG610540111630469E9";
constexpr std::string_view kriya_75000 =
    "00020101021226690017ID.CO.EXAMPLE.WWW011893600000000000000102150000000000000010303UMI51440014ID.CO.QRIS.WWW0215"
    "ID00000000000010303UMI5204594753033605405750005802ID5912KRIYA CONTOH6007BANDUNG61054011163045664";

const Currency& rupiah() {
  return *find_currency("IDR");
}

// A code of the given objects with its checksum.
std::string signed_code(std::string objects) {
  objects += "6304";
  return objects + fmt::format("{:04X}", qris_checksum(objects));
}

Problem refused(std::string_view text) {
  const auto code = Qris::parse(text);
  REQUIRE_FALSE(code.has_value());
  return code.error();
}

TEST_CASE("the checksum is CRC-16/CCITT-FALSE") {
  CHECK(qris_checksum("123456789") == 0x29B1);
  CHECK(qris_checksum("") == 0xFFFF);
}

TEST_CASE("a static code says who, where and in which currency") {
  const auto code = Qris::parse(kriya);
  REQUIRE(code.has_value());
  CHECK(code->merchant_name() == "KRIYA CONTOH");
  CHECK(code->city() == "BANDUNG");
  CHECK(code->country() == "ID");
  CHECK(code->currency_numeric() == 360);
  CHECK(code->currency_name() == "IDR");
  CHECK(code->nmid() == "ID0000000000001");
  CHECK_FALSE(code->is_dynamic());
  CHECK_FALSE(code->amount_text().has_value());
  CHECK(code->payload() == kriya);
}

TEST_CASE("an amount is put in after the currency and the code is signed anew") {
  const auto code = Qris::parse(kriya)->with_amount(Money{75'000}, rupiah());
  REQUIRE(code.has_value());
  CHECK(code->payload() == kriya_75000);
  CHECK(code->is_dynamic());
  CHECK(code->amount_text() == "75000");
  CHECK(code->with_amount(Money{75'000}, rupiah())->payload() == kriya_75000);
  CHECK(code->with_amount(Money{1}, rupiah())->amount_text() == "1");
}

TEST_CASE("objects may stand in any order and other countries' codes are read") {
  const auto code =
      Qris::parse("00020101021129370016A000000677010111011300669245317755802TH54076000.00530376463049B3B");
  REQUIRE(code.has_value());
  CHECK(code->currency_name() == "764");
  CHECK(code->amount_text() == "6000.00");
  CHECK(code->merchant_name().empty());
  CHECK(code->with_amount(Money{1}, rupiah()).error() == Problem{ProblemCode::QrisOtherCurrency, {std::string("764")}});
}

TEST_CASE("amounts carry the decimals of their currency") {
  const std::string euro = signed_code(
      "000201010211"
      "26080004WERO"
      "52045947"
      "5303978"
      "5802NL"
      "5904Klei"
      "6005Delft");
  const auto code = Qris::parse(euro);
  REQUIRE(code.has_value());
  CHECK(code->with_amount(Money{5}, *find_currency("EUR"))->amount_text() == "0.05");
  CHECK(code->with_amount(Money{123'456}, *find_currency("EUR"))->amount_text() == "1234.56");
  CHECK(code->with_amount(Money{0}, *find_currency("EUR")).error().code == ProblemCode::QrisAmountRefused);
  CHECK(code->with_amount(Money{-5}, *find_currency("EUR")).error().code == ProblemCode::QrisAmountRefused);
  CHECK(code->with_amount(Money{5}, rupiah()).error() == Problem{ProblemCode::QrisOtherCurrency, {std::string("EUR")}});
}

TEST_CASE("lengths count characters and the checksum counts bytes") {
  const std::string chinese = signed_code(
      "000201010211"
      "26080004TEST"
      "52045947"
      "5303360"
      "5802ID"
      "5906手作り市場店"
      "6007BANDUNG");
  const auto code = Qris::parse(chinese);
  REQUIRE(code.has_value());
  CHECK(code->merchant_name() == "手作り市場店");
  CHECK(code->payload() == chinese);
  CHECK(Qris::parse(code->with_amount(Money{500}, rupiah())->payload())->merchant_name() == "手作り市場店");
}

TEST_CASE("what is wrong with a code is named") {
  CHECK(refused("").code == ProblemCode::QrisTooShort);
  CHECK(refused("00020101").code == ProblemCode::QrisTooShort);
  CHECK(refused("https://example.org/menu").code == ProblemCode::QrisNotEmv);
  CHECK(refused(std::string(kriya) + "\xff").code == ProblemCode::TextNotUtf8);
  CHECK(refused(std::string(kriya.substr(0, kriya.size() - 4)) + "0000") ==
        Problem{ProblemCode::QrisWrongChecksum, {std::string("0000"), std::string("69E9")}});
  CHECK(refused(kriya.substr(0, 40)) == Problem{ProblemCode::QrisBroken, {std::int64_t{13}}});
  CHECK(refused(kriya.substr(0, kriya.size() - 8)) == Problem{ProblemCode::QrisMissing, {std::string("63")}});

  const std::string head = "000201010211", merchant = "26080004TEST", tail = "5802ID5901A6001B";
  const auto lacks = [](const std::string& code, const char* tag) {
    CHECK(refused(signed_code(code)) == Problem{ProblemCode::QrisMissing, {std::string(tag)}});
  };
  lacks(head +
            "52045947"
            "5303360" +
            tail,
        "26");
  lacks(head + merchant + "52045947" + tail, "53");
  lacks(head + merchant + "5303360" + tail, "52");
  lacks(head + merchant +
            "52045947"
            "5303360"
            "5901A6001B",
        "58");
  lacks(head + merchant +
            "52045947"
            "5303360"
            "5802ID6001B",
        "59");
  lacks(head + merchant +
            "52045947"
            "5303360"
            "5802ID5901A",
        "60");
  // A template that does not hold whole objects, a currency of letters, one tag twice, an amount of words.
  CHECK(refused(signed_code(head +
                            "26080005TEST"
                            "5303360" +
                            tail)) == Problem{ProblemCode::QrisBroken, {std::int64_t{17}}});
  CHECK(refused(signed_code(head + merchant + "5303IDR" + tail)).code == ProblemCode::QrisBroken);
  CHECK(refused(signed_code(head + merchant +
                            "5303360"
                            "5303360" +
                            tail))
            .code == ProblemCode::QrisBroken);
  CHECK(refused(signed_code(head + merchant +
                            "5303360"
                            "5404lima" +
                            tail))
            .code == ProblemCode::QrisBroken);
  CHECK(refused(signed_code(head + merchant +
                            "5303360"
                            "5404-500" +
                            tail))
            .code == ProblemCode::QrisBroken);
}

TEST_CASE("blanks and line breaks around a code are ignored") {
  CHECK(Qris::parse("  " + std::string(kriya) + "\r\n")->payload() == kriya);
}

TEST_CASE("the synthetic codes come out as their columns say") {
  std::ifstream file(LAPAK_SOURCE_DIR "/tests/fixtures/qris-synthetic.tsv");
  REQUIRE(file.is_open());
  std::string line;
  std::getline(file, line);
  int codes = 0;
  while (std::getline(file, line)) {
    CAPTURE(line);
    std::istringstream columns(line);
    std::string payload, valid_emv, valid_qris;
    std::getline(columns, payload, '\t');
    std::getline(columns, valid_emv, '\t');
    std::getline(columns, valid_qris, '\t');
    const auto code = Qris::parse(payload);
    CHECK(code.has_value() == (valid_emv == "1"));
    CHECK((code && code->nmid().has_value()) == (valid_qris == "1"));
    if (!code) continue;
    ++codes;
    CHECK(code->payload() == payload);
    const auto priced = code->with_amount(Money{12'345}, rupiah());
    REQUIRE(priced.has_value());
    const auto again = Qris::parse(priced->payload());
    REQUIRE(again.has_value());
    CHECK(again->merchant_name() == code->merchant_name());
    CHECK(again->city() == code->city());
    CHECK(again->nmid() == code->nmid());
    CHECK(again->amount_text() == "12345");
    CHECK(again->is_dynamic());
  }
  CHECK(codes == 8);
  const auto trap = Qris::parse(
      "00020101021126610014COM.GO-JEK.WWW0118936009149990000007021099900000070303UMI51440014ID.CO.QRIS.WWW0215"
      "ID10999999999070303UMI5204594753033605802ID5919Toko 010211 Jebakan6006MALANG61056515162070703A016304909E");
  CHECK(trap->with_amount(Money{9'000}, rupiah())->merchant_name() == "Toko 010211 Jebakan");
}

TEST_CASE("every cut of a code is refused, and every flipped bit is refused or leaves a code that reads the same") {
  for (const std::string_view whole : {kriya, kriya_75000}) {
    for (std::size_t length = 0; length < whole.size(); ++length) CHECK_FALSE(Qris::parse(whole.substr(0, length)));
    for (std::size_t at = 0; at < whole.size(); ++at) {
      for (int bit = 0; bit < 8; ++bit) {
        std::string flipped(whole);
        flipped[at] = static_cast<char>(flipped[at] ^ 1 << bit);
        const auto code = Qris::parse(flipped);
        if (code) CHECK(code->payload() == flipped);  // a lower-case checksum
        if (code) CHECK(at >= whole.size() - 4);
      }
    }
  }
}

TEST_CASE("putting in an amount keeps every other tag, whatever the code") {
  const bool held = rc::check([] {
    const auto object = [](int tag, const std::string& value) {
      return fmt::format("{:02}{:02}{}", tag, length_in_code_points(value), value);
    };
    const auto text =
        *rc::gen::container<std::string>(*rc::gen::inRange<std::size_t>(0, 26), rc::gen::inRange('!', '~'));
    const auto city =
        *rc::gen::container<std::string>(*rc::gen::inRange<std::size_t>(0, 16), rc::gen::inRange('0', '7'));
    std::vector<std::string> middle{object(26, object(0, "ID.TEST")),
                                    object(52, "5947"),
                                    object(53, "360"),
                                    object(58, "ID"),
                                    object(59, text),
                                    object(60, city),
                                    object(62, object(7, "A01"))};
    if (*rc::gen::arbitrary<bool>()) middle.push_back(object(54, "500"));
    std::shuffle(middle.begin(), middle.end(), std::minstd_rand(*rc::gen::arbitrary<std::uint32_t>()));
    std::string objects = "000201";
    if (*rc::gen::arbitrary<bool>()) objects += "010211";
    for (const std::string& part : middle) objects += part;
    const auto code = Qris::parse(signed_code(objects));
    RC_ASSERT(code.has_value());
    const auto amount = *rc::gen::inRange<std::int64_t>(1, 10'000'000'000);
    const auto priced = Qris::parse(code->with_amount(Money{amount}, *find_currency("IDR"))->payload());
    RC_ASSERT(priced.has_value());

    std::string expected = "000201010212";
    for (const std::string& part : middle) {
      if (!part.starts_with("54")) expected += part;
      if (part.starts_with("5303")) expected += object(54, std::to_string(amount));
    }
    RC_ASSERT(priced->payload() == signed_code(expected));
  });
  CHECK(held);
}

}  // namespace
}  // namespace lapak
