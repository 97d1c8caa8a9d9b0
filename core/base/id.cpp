// base: identities (UUID version 7).
#include "core/base/id.h"

#include <span>

#include "core/base/clock.h"
#include "core/base/hex.h"
#include "core/base/random.h"

namespace lapak {
namespace {

bool is_dash_place(std::size_t i) {
  return i == 8 || i == 13 || i == 18 || i == 23;
}

}  // namespace

std::string id_text(const IdBytes& bytes) {
  const std::span<const std::uint8_t> all(bytes);
  std::string text;
  text.reserve(36);
  std::size_t at = 0;
  for (const std::size_t length : {4U, 2U, 2U, 2U, 6U}) {
    if (at > 0) text += '-';
    append_hex(text, all.subspan(at, length));
    at += length;
  }
  return text;
}

std::optional<IdBytes> parse_id(std::string_view text) {
  if (text.size() != 36) return std::nullopt;
  IdBytes bytes{};
  std::size_t nibble = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_dash_place(i)) {
      if (text[i] != '-') return std::nullopt;
      continue;
    }
    const int value = hex_value(text[i]);
    if (value < 0) return std::nullopt;
    bytes[nibble / 2] = static_cast<std::uint8_t>(bytes[nibble / 2] << 4 | value);
    ++nibble;
  }
  return bytes;
}

IdBytes IdSource::next_bytes() {
  IdBytes bytes{};
  random_.fill(bytes);
  const auto now_ms = static_cast<std::uint64_t>(clock_.now().utc_ms);
  for (std::size_t i = 0; i < 6; ++i) bytes[i] = static_cast<std::uint8_t>(now_ms >> (40 - 8 * i));
  bytes[6] = static_cast<std::uint8_t>(0x70 | (bytes[6] & 0x0f));
  bytes[8] = static_cast<std::uint8_t>(0x80 | (bytes[8] & 0x3f));
  if (bytes <= last_) {
    // Same millisecond, or the clock went back: count on from the last id (RFC 9562, section 6.2, method 2).
    bytes = last_;
    for (std::size_t i = 16; i-- > 0;) {
      if (i == 8) {  // the two variant bits stay; the six below them carry
        const auto low = static_cast<std::uint8_t>((bytes[8] + 1) & 0x3f);
        bytes[8] = static_cast<std::uint8_t>(0x80 | low);
        if (low != 0) break;
      } else if (i == 6) {
        const auto low = static_cast<std::uint8_t>((bytes[6] + 1) & 0x0f);
        bytes[6] = static_cast<std::uint8_t>(0x70 | low);
        if (low != 0) break;
      } else if (++bytes[i] != 0) {
        break;
      }
    }
  }
  last_ = bytes;
  return bytes;
}

}  // namespace lapak
