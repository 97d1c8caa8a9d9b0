// order: stages, and what a week holds.
#include "core/order/custom_order.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/text.h"

namespace lapak {
namespace {

constexpr std::array<std::pair<OrderStage, std::string_view>, 6> stages{{{OrderStage::Asked, "asked"},
                                                                         {OrderStage::Agreed, "agreed"},
                                                                         {OrderStage::Making, "making"},
                                                                         {OrderStage::Ready, "ready"},
                                                                         {OrderStage::HandedOver, "handed_over"},
                                                                         {OrderStage::CalledOff, "called_off"}}};
constexpr std::array<std::pair<Delivery, std::string_view>, 3> deliveries{
    {{Delivery::AtTheStall, "stall"}, {Delivery::PickedUp, "pick_up"}, {Delivery::Shipped, "ship"}}};

constexpr std::array<std::pair<OrderKind, std::string_view>, 2> kinds{
    {{OrderKind::Piece, "piece"}, {OrderKind::Service, "service"}}};
constexpr std::int64_t kMostRevisions = 1000;

Result<void> clean(std::string& text) {
  Result<std::string> checked = checked_note(trimmed(text));
  if (!checked) return std::unexpected(checked.error());
  text = std::move(*checked);
  return {};
}

}  // namespace

std::string_view stage_code(OrderStage stage) {
  return std::ranges::find(stages, stage, &std::pair<OrderStage, std::string_view>::first)->second;
}

std::optional<OrderStage> find_stage(std::string_view code) {
  for (const auto& [stage, known] : stages)
    if (known == code) return stage;
  return std::nullopt;
}

std::string_view stage_name(OrderStage stage, const Words& words) {
  switch (stage) {
    case OrderStage::Asked:
      return words(N_("Asked"));
    case OrderStage::Agreed:
      return words(N_("Agreed"));
    case OrderStage::Making:
      return words(N_("Making"));
    case OrderStage::Ready:
      return words.in_context("order", "Ready");
    case OrderStage::HandedOver:
      return words(N_("Handed over"));
    case OrderStage::CalledOff:
      return words(N_("Called off"));
  }
  LAPAK_ASSERT(false);
}

bool is_open(OrderStage stage) {
  return stage != OrderStage::HandedOver && stage != OrderStage::CalledOff;
}

std::string_view delivery_code(Delivery delivery) {
  return std::ranges::find(deliveries, delivery, &std::pair<Delivery, std::string_view>::first)->second;
}

std::optional<Delivery> find_delivery(std::string_view code) {
  for (const auto& [delivery, known] : deliveries)
    if (known == code) return delivery;
  return std::nullopt;
}

std::string_view kind_code(OrderKind kind) {
  return std::ranges::find(kinds, kind, &std::pair<OrderKind, std::string_view>::first)->second;
}

std::optional<OrderKind> find_order_kind(std::string_view code) {
  for (const auto& [kind, known] : kinds)
    if (known == code) return kind;
  return std::nullopt;
}

Result<CustomOrder> checked_order(CustomOrder order) {
  for (std::string* text : {&order.what, &order.notes, &order.courier, &order.tracking, &order.scope})
    if (auto cleaned = clean(*text); !cleaned) return std::unexpected(cleaned.error());
  if (order.what.empty()) return refuse(ProblemCode::NameEmpty);
  if (order.quantity.is_zero()) return refuse(ProblemCode::QuantityZero);
  if (order.quantity < Quantity{}) return refuse(ProblemCode::QuantityNegative);
  if (order.quantity > kLargestQuantity) return refuse(ProblemCode::QuantityTooLarge);
  if (order.price < Money{}) return refuse(ProblemCode::AmountNegative);
  if (const auto price = bounded(order.price); !price) return std::unexpected(price.error());
  order.half_slots = std::clamp<std::int64_t>(order.half_slots, 0, 1000);
  order.minutes = std::clamp<std::int64_t>(order.minutes, 0, 1'000'000);
  order.revisions_agreed = std::clamp<std::int64_t>(order.revisions_agreed, 0, kMostRevisions);
  if (order.kind == OrderKind::Piece) {
    order.scope.clear();
    order.revisions_agreed = 0;
    order.invoice_due.reset();
  }
  return order;
}

Date monday_of(Date day) {
  return day.plus_days(-((day.weekday() + 6) % 7));
}

bool fits(const WeekLoad& load, const WeekCap& cap, std::int64_t half_slots, std::int64_t minutes) {
  const auto holds = [](std::int64_t limit, std::int64_t taken, std::int64_t more) {
    return limit == 0 || more == 0 || taken + more <= limit || (taken == 0 && more > limit);
  };
  return holds(cap.half_slots, load.half_slots, half_slots) && holds(cap.minutes, load.minutes, minutes);
}

Date suggested_day(const std::vector<WeekLoad>& loads, const WeekCap& cap, Date earliest, std::int64_t half_slots,
                   std::int64_t minutes) {
  // One week more than there are loads has nothing in it, and nothing holds everything.
  Date monday = monday_of(earliest);
  for (std::size_t week = 0; week <= loads.size(); ++week, monday = monday.plus_days(7)) {
    const auto found = std::ranges::find(loads, monday, &WeekLoad::monday);
    if (fits(found == loads.end() ? WeekLoad{.monday = monday} : *found, cap, half_slots, minutes)) break;
  }
  return std::max(monday, earliest);
}

}  // namespace lapak
