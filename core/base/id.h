// base: identities. Every thing of the shop that something else may name has an Id of its own type.
//
// Ids are UUID version 7 (RFC 9562, section 5.7): 48 bits of UTC milliseconds, then random bits. `IdSource` keeps
// them strictly increasing within one process even when the clock steps back or stands still.
#pragma once
#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace lapak {

using IdBytes = std::array<std::uint8_t, 16>;

// "0190f3a2-…": lower case, with dashes.
std::string id_text(const IdBytes& bytes);
// Accepts upper and lower case, with dashes in their places; nullopt for anything else.
std::optional<IdBytes> parse_id(std::string_view text);

template <class Thing>
struct Id {
  IdBytes bytes{};

  // The all-zero id names nothing.
  bool is_nil() const { return bytes == IdBytes{}; }
  std::string text() const { return id_text(bytes); }
  friend auto operator<=>(const Id&, const Id&) = default;
};

class Clock;
class Random;

// Makes new ids. Not thread-safe: a shop owns one.
class IdSource {
 public:
  IdSource(const Clock& clock, Random& random) : clock_(clock), random_(random) {}

  template <class Thing>
  Id<Thing> next() {
    return Id<Thing>{next_bytes()};
  }

 private:
  IdBytes next_bytes();

  const Clock& clock_;
  Random& random_;
  IdBytes last_{};
};

}  // namespace lapak

template <class Thing>
struct std::hash<lapak::Id<Thing>> {
  std::size_t operator()(const lapak::Id<Thing>& id) const noexcept {
    std::uint64_t low = 0;
    for (std::size_t i = 8; i < 16; ++i) low = low << 8 | id.bytes[i];
    return static_cast<std::size_t>(low);
  }
};
