// What an editor cannot hold goes in and comes out byte for byte.
#include "app/parts/stand_ins.h"

#include <doctest/doctest.h>

#include <random>

namespace lapak::test {

TEST_CASE("plain text is edited as it is") {
  StandIns stand_ins;
  CHECK(stand_ins.editable("Kopi Ñandú € ☕") == "Kopi Ñandú € ☕");
}

TEST_CASE("emoji, broken bytes and the stand-ins themselves come back unchanged") {
  StandIns stand_ins;
  for (const std::string_view text : {"a😀b", "\xff\xfe", "a\xe2\x82", "\xED\xA0\x80", "\xEA\x80\x80 ꀀ", "\xC0\xAF"}) {
    CHECK(stand_ins.real(stand_ins.editable(text)) == text);
  }
}

TEST_CASE("any bytes come back unchanged, also after others were typed between them") {
  std::mt19937 random(20261122);
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (auto i = random() % 40; i > 0; --i) text.push_back(static_cast<char>(random() % 255 + 1));
    StandIns stand_ins;
    const std::string edited = stand_ins.editable(text);
    INFO("round ", round);
    CHECK(stand_ins.real(edited) == text);
    CHECK(stand_ins.real(edited + stand_ins.editable("😊")) == text + "😊");
  }
}

}  // namespace lapak::test
