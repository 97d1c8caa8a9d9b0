// journal: what one who is not the owner may do by herself, once a PIN tells who the owner is.
//
// Pure values. They stand with each seller (people/seller.h) and are handed in with who is at the till.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lapak {

enum class Right : std::uint8_t {
  BelowFloor,  // sell under the owner's lowest price
  Refund,      // give money back
  VoidLater,   // take a sale back after the ten minutes in which anybody may
  Drawer,      // take cash out and put it in beside a sale
  Reports,     // see figures: reports, fairs, books
  People,      // see numbers and towns of contacts, write to them, import them
  Settings,    // change the shop's card
  Export,      // write files that leave the shop: lists, reports, the whole shop
};
inline constexpr std::array<Right, 8> kRights{Right::BelowFloor, Right::Refund, Right::VoidLater, Right::Drawer,
                                              Right::Reports,    Right::People, Right::Settings,  Right::Export};

std::string_view right_code(Right right);  // "below_floor", "refund", … as in the file and on the command line
std::optional<Right> find_right(std::string_view code);

struct Rights {
  // How many percent under the list a line may be sold; 100: no limit.
  int discount_percent = 10;
  std::uint32_t bits = 1U << static_cast<unsigned>(Right::Drawer);

  bool has(Right right) const { return (bits >> static_cast<unsigned>(right) & 1U) != 0; }
  void set(Right right, bool is_given);
  friend bool operator==(const Rights&, const Rights&) = default;
};

// As the file keeps them: "discount:10 drawer refund". What this version does not know is left out; a text that is
// empty has the rights that a helper begins with.
std::string rights_text(const Rights& rights);
Rights rights_of(std::string_view text);

}  // namespace lapak
