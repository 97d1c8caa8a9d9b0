// order: what somebody ordered to be made, how far it is, and how much a week can hold. Pure.
//
// Load is counted in half slots (a card takes ½, 1 or 2 slots of the week it is promised in) and in minutes of work.
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
#include "core/words/words.h"

namespace lapak {

struct Contact;

enum class OrderStage { Asked, Agreed, Making, Ready, HandedOver, CalledOff };
std::string_view stage_code(OrderStage stage);  // "asked", "agreed", "making", "ready", "handed_over", "called_off"
std::optional<OrderStage> find_stage(std::string_view code);
std::string_view stage_name(OrderStage stage, const Words& words);
// Still to be made or fetched.
bool is_open(OrderStage stage);

enum class Delivery { AtTheStall, PickedUp, Shipped };
std::string_view delivery_code(Delivery delivery);  // "stall", "pick_up", "ship"
std::optional<Delivery> find_delivery(std::string_view code);

// A piece is made and fetched. A service is work for somebody: a design, a text, a repair.
enum class OrderKind { Piece, Service };
std::string_view kind_code(OrderKind kind);  // "piece", "service"
std::optional<OrderKind> find_order_kind(std::string_view code);

struct CustomOrder {
  Id<CustomOrder> id;
  std::int64_t number = 0;  // 1, 2, 3 … of the shop
  Id<Contact> client;
  OrderKind kind = OrderKind::Piece;
  std::string what;
  std::string notes;  // about the making
  Quantity quantity = Quantity::of(1);
  Money price;                  // agreed, for all of it
  std::int64_t half_slots = 2;  // of the week it is promised in
  std::int64_t minutes = 0;     // of work, as planned
  std::optional<Date> promised;
  OrderStage stage = OrderStage::Asked;
  Delivery delivery = Delivery::AtTheStall;
  std::string courier, tracking;
  Instant asked_at;
  // Of a service alone:
  std::string scope;                  // what is part of it, and what is not
  std::int64_t revisions_agreed = 0;  // that the price holds
  std::optional<Date> invoice_due;
  friend bool operator==(const CustomOrder&, const CustomOrder&) = default;
};

// Texts cleaned; what only a service has is taken from a piece. Problems: NameEmpty (nothing said of what it is),
// NameTooLong, TextNotUtf8, QuantityZero, QuantityNegative, QuantityTooLarge, AmountNegative, AmountTooLarge.
Result<CustomOrder> checked_order(CustomOrder order);

// How much a week may hold; 0 is no limit.
struct WeekCap {
  std::int64_t half_slots = 0;
  std::int64_t minutes = 0;
  friend bool operator==(const WeekCap&, const WeekCap&) = default;
};
struct WeekLoad {
  Date monday;
  std::int64_t half_slots = 0;
  std::int64_t minutes = 0;
};
Date monday_of(Date day);
bool fits(const WeekLoad& load, const WeekCap& cap, std::int64_t half_slots, std::int64_t minutes);

// The first day from `earliest` on whose week still holds the work; a day of the week of `earliest` itself stays
// `earliest`, a later week is its Monday. `loads` of weeks without orders may be left out. An order larger than a whole
// week goes to the first week with nothing in it.
Date suggested_day(const std::vector<WeekLoad>& loads, const WeekCap& cap, Date earliest, std::int64_t half_slots,
                   std::int64_t minutes);

}  // namespace lapak
