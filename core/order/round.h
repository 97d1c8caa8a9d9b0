// order: a pre-order round: what is offered until a day, how many there are of it, and who takes which. Pure.
//
// Who takes part gets an ordinary order; what she takes are its picks. Everything is made together and handed out one
// by one.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/id.h"
#include "core/base/money.h"
#include "core/base/problem.h"

namespace lapak {

struct Product;

enum class RoundState { Open, Closed };
std::string_view state_code(RoundState state);  // "open", "closed"
std::optional<RoundState> find_round_state(std::string_view code);

// What is offered: a variant, or a product without any.
struct RoundItem {
  Id<Product> product;
  Money price;
  std::optional<Quantity> quota;  // none: as many as are asked for
  friend bool operator==(const RoundItem&, const RoundItem&) = default;
};

struct Round {
  Id<Round> id;
  std::string name;
  std::vector<RoundItem> items;   // in the order they are shown
  std::optional<Quantity> quota;  // of all products together
  std::optional<Date> closes;     // the last day it takes orders
  std::optional<Date> promised;   // when all of it is ready
  // What all of it takes of the week it is promised for, whoever takes part: its orders themselves take nothing.
  std::int64_t half_slots = 0;
  std::int64_t minutes = 0;  // of work, as planned
  std::int64_t deposit_percent = 0;
  RoundState state = RoundState::Open;  // as it was set by hand
  bool hidden = false;                  // its making was taken back
  friend bool operator==(const Round&, const Round&) = default;
};

// Name cleaned; of a product that stands there twice the last counts.
// Problems: NameEmpty, NameTooLong, TextNotUtf8, RoundEmpty, AmountNegative, AmountTooLarge, QuantityZero,
// QuantityNegative (also of slots or minutes), QuantityTooLarge, ShareOutOfRange.
Result<Round> checked_round(Round round);

// Neither closed by hand nor past its day.
bool takes_orders(const Round& round, Date today);

// So many of a product for one client, each at the price it was offered for then.
struct Pick {
  Id<Product> product;
  Quantity quantity;
  Money price;  // of one; set when it is taken
  friend bool operator==(const Pick&, const Pick&) = default;
};
Quantity pieces_of(const std::vector<Pick>& picks);
// Problems: AmountTooLarge.
Result<Money> worth_of(const std::vector<Pick>& picks);

}  // namespace lapak
