// Bytes as hexadecimal text.
#include "core/base/hex.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace lapak;

TEST_CASE("bytes are written as two lower-case digits each") {
  CHECK(hex(std::vector<std::uint8_t>{0x00, 0x0f, 0xa5, 0xff}) == "000fa5ff");
  CHECK(hex({}).empty());
}

TEST_CASE("hexadecimal text is read back in either case, and nothing else is") {
  CHECK(parse_hex("000FA5ff") == std::vector<std::uint8_t>{0x00, 0x0f, 0xa5, 0xff});
  CHECK(parse_hex("") == std::vector<std::uint8_t>{});
  for (const char* text : {"0", "0g", "g0", " 0", "0x00", "+1", "é"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_hex(text).has_value());
  }
}

TEST_CASE("whatever bytes there are, their text gives them back") {
  CHECK(rc::check([](const std::vector<std::uint8_t>& bytes) { RC_ASSERT(parse_hex(hex(bytes)) == bytes); }));
}
