// people: phone numbers and PINs.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "core/people/contact.h"
#include "core/people/seller.h"

namespace lapak {
namespace {

std::string checked(std::string_view text, std::string_view home = "62") {
  const Result<std::string> phone = checked_phone(text, home);
  return phone ? *phone : "refused";
}

TEST_CASE("a phone number is understood as people of any country type it") {
  CHECK(checked("0812-3456-7890") == "+6281234567890");
  CHECK(checked("0812 3456 7890") == "+6281234567890");
  CHECK(checked("62 812 3456 7890") == "+6281234567890");
  CHECK(checked("812 3456 7890") == "+6281234567890");
  CHECK(checked("+62 (0)812-3456-7890") == "+6281234567890");
  CHECK(checked("+62 0812 3456 7890") == "+6281234567890");
  CHECK(checked("0062 812 3456 7890") == "+6281234567890");
  CHECK(checked("(0274) 555 123") == "+62274555123");
  CHECK(checked("+65 8123 4567") == "+6581234567");
  CHECK(checked("+1 (415) 555-0134") == "+14155550134");
  CHECK(checked("415.555.0134", "1") == "+14155550134");
  CHECK(checked("1 415 555 0134", "1") == "+14155550134");
  CHECK(checked("8123 4567", "65") == "+6581234567");
  CHECK(checked("020 7946 0018", "44") == "+442079460018");
  CHECK(checked("+49 30 901820", "") == "+4930901820");
}

TEST_CASE("marks that messages put into numbers are left out") {
  CHECK(checked("\u202a+62\u00a0812\u20113456\u20117890\u202c") == "+6281234567890");
}

TEST_CASE("no phone stays no phone") {
  CHECK(checked("").empty());
  CHECK(checked("  ").empty());
}

TEST_CASE("what cannot be a phone number is refused with what was typed") {
  for (const std::string_view text : {"0812", "12345678901234567", "+62 812 abc", "Bu Ani", "+", "++62812345678"}) {
    INFO(text);
    CHECK(checked_phone(text, "62") == refuse(ProblemCode::PhoneIncomplete, std::string(text)));
  }
  CHECK_MESSAGE(checked("030 901820", "") == "refused", "without a home a leading 0 leads nowhere");
}

TEST_CASE("a phone number is written in groups, at home without the country") {
  CHECK(written_phone("+6281234567890", "62") == "0812-3456-7890");
  CHECK(written_phone("+628123456789", "62") == "0812-345-6789");
  CHECK(written_phone("+62274555123", "62") == "0274-555-123");
  CHECK(written_phone("+6581234567", "62") == "+65 8123 4567");
  CHECK(written_phone("+14155550134", "62") == "+1 415 555 0134");
  CHECK(written_phone("+14155550134", "1") == "415-555-0134");
  CHECK(written_phone("+3546201234", "62") == "+354 620 1234");
  CHECK(written_phone("+656512345678", "65") == "+65 651 234 5678");
  CHECK(written_phone("", "62").empty());
}

TEST_CASE("what was written is understood again") {
  for (const std::string_view phone :
       {"+6281234567890", "+62274555123", "+6581234567", "+14155550134", "+442079460018"})
    for (const std::string_view home : {"62", "65", "1", "44", ""}) {
      INFO(phone, " at home in ", home);
      CHECK(checked(written_phone(phone, home), home) == phone);
    }
}

TEST_CASE("any number that is kept is understood again as it is written, at home and abroad") {
  CHECK(rc::check([] {
    const auto length = *rc::gen::inRange<std::size_t>(8, 16);
    const auto digits = *rc::gen::container<std::string>(length, rc::gen::elementOf(std::string("0123456789")));
    const std::string home = *rc::gen::element<std::string>("62", "65", "1", "44", "81", "");
    const Result<std::string> phone = checked_phone('+' + digits, home);
    RC_PRE(phone.has_value());
    RC_ASSERT(checked(written_phone(*phone, home), home) == *phone);
  }));
}

TEST_CASE("a number is told from a name") {
  CHECK(looks_like_phone("0812-3456"));
  CHECK(looks_like_phone("+65 8123"));
  CHECK_FALSE(looks_like_phone("Bu Ani"));
  CHECK_FALSE(looks_like_phone("007"));
  CHECK_FALSE(looks_like_phone("Ani 0812 3456 7890"));
  CHECK_FALSE(looks_like_phone(""));
}

TEST_CASE("a PIN is four digits, and only the same PIN matches its hash") {
  CHECK(hash_pin("123") == refuse(ProblemCode::PinFormat));
  CHECK(hash_pin("12345") == refuse(ProblemCode::PinFormat));
  CHECK(hash_pin("12a4") == refuse(ProblemCode::PinFormat));
  const std::string hash = hash_pin("1234").value();
  CHECK(hash.starts_with("$argon2id$"));
  CHECK(pin_matches("1234", hash));
  CHECK_FALSE(pin_matches("1235", hash));
  CHECK_FALSE(pin_matches("", hash));
  CHECK_FALSE(pin_matches("1234", ""));
}

}  // namespace
}  // namespace lapak
