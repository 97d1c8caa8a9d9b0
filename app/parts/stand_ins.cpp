// parts: stand-ins.
#include "app/parts/stand_ins.h"

#include <algorithm>
#include <cstdint>

namespace lapak {
namespace {

constexpr std::uint32_t kFirst = 0xA000;
constexpr std::size_t kMost = 0x48C;

struct Stretch {
  std::size_t length;   // bytes
  std::uint32_t point;  // 0 when the bytes are no UTF-8
};

Stretch stretch_at(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])); };
  const std::uint32_t lead = byte(0);
  const std::size_t length = lead < 0x80                   ? 1
                             : lead >= 0xC2 && lead < 0xE0 ? 2
                             : lead >= 0xE0 && lead < 0xF0 ? 3
                             : lead >= 0xF0 && lead < 0xF5 ? 4
                                                           : 0;
  if (length == 0 || length > text.size()) return {1, 0};
  std::uint32_t point = length == 1 ? lead : lead & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {1, 0};
    point = point << 6 | (byte(i) & 0x3F);
  }
  const bool is_overlong = (length == 3 && point < 0x800) || (length == 4 && point < 0x10000);
  const bool is_surrogate = point >= 0xD800 && point < 0xE000;
  if (is_overlong || is_surrogate || point > 0x10FFFF) return {1, 0};
  return {length, point};
}

std::string stand_in(std::size_t index) {
  const auto point = static_cast<std::uint32_t>(kFirst + index);
  return {static_cast<char>(0xE0 | point >> 12), static_cast<char>(0x80 | (point >> 6 & 0x3F)),
          static_cast<char>(0x80 | (point & 0x3F))};
}

bool is_stand_in(std::uint32_t point) {
  return point >= kFirst && point < kFirst + kMost;
}

}  // namespace

std::string StandIns::editable(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const Stretch stretch = stretch_at(text.substr(i));
    const std::string_view bytes = text.substr(i, stretch.length);
    i += stretch.length;
    const bool can_stay = stretch.point != 0 && stretch.point < 0x10000 && !is_stand_in(stretch.point);
    if (can_stay) {
      result += bytes;
      continue;
    }
    auto known = std::ranges::find(pieces_, bytes);
    if (known == pieces_.end() && pieces_.size() < kMost) known = pieces_.insert(pieces_.end(), std::string(bytes));
    if (known != pieces_.end()) result += stand_in(static_cast<std::size_t>(known - pieces_.begin()));
  }
  return result;
}

std::string StandIns::real(std::string_view edited) const {
  std::string result;
  for (std::size_t i = 0; i < edited.size();) {
    const Stretch stretch = stretch_at(edited.substr(i));
    const std::size_t index = stretch.point - kFirst;
    result += is_stand_in(stretch.point) && index < pieces_.size() ? std::string_view(pieces_[index])
                                                                   : edited.substr(i, stretch.length);
    i += stretch.length;
  }
  return result;
}

}  // namespace lapak
