// screens: what is said of an order.
#include "app/screens/order_said.h"

#include <algorithm>

#include "app/screens/wording.h"

namespace lapak {
namespace {

constexpr int kSoon_days = 2;
constexpr std::int64_t kHalfSlot = 500, kMinutesAnHour = 60;

std::string near_day(int days, const Words& words) {
  return std::string(words(days == 0 ? N_("today") : days == 1 ? N_("tomorrow") : N_("in 2 days")));
}

}  // namespace

std::string order_title(const OrderRow& row) {
  return fmt::format("#{} {}", row.order.number, row.client.empty() ? "–" : row.client);
}

std::optional<Pill> due_pill(const CustomOrder& order, Date today, const Words& words) {
  if (!order.promised || !is_open(order.stage)) return std::nullopt;
  const int days = order.promised->days - today.days;
  if (days < 0)
    return Pill{.label = say(words, words.plural("{} day late", "{} days late", -days), -days),
                .tone = Tone::Danger,
                .icon = icon::warning};
  if (days > kSoon_days) return Pill{.label = words.weekday_date(*order.promised)};
  return Pill{.label = fmt::format("{} {} · {}", words.weekday_name(order.promised->weekday()), order.promised->day(),
                                   near_day(days, words)),
              .tone = Tone::Warning};
}

std::optional<Pill> invoice_pill(const OrderRow& row, Date today, const Words& words) {
  if (!is_overdue(row, today)) return std::nullopt;
  const int days = today.days - row.order.invoice_due->days;
  return Pill{.label = say(words, words.plural("Unpaid {} day", "Unpaid {} days", days), days),
              .tone = Tone::Danger,
              .icon = icon::warning};
}

std::string paid_text(const Ui& ui, const OrderRow& row) {
  const OrderStage stage = row.order.stage;
  if (stage == OrderStage::CalledOff) return std::string(stage_name(stage, ui.words()));
  if (stage == OrderStage::HandedOver)
    return row.rest.is_zero() ? std::string(ui.words(N_("Paid"))) : say(ui, N_("{} owed"), ui.bare_money(row.rest));
  if (row.order.price.is_zero()) return std::string(ui.words(N_("No price yet")));
  if (row.rest < Money{}) return say(ui, N_("{} too much"), ui.bare_money(-row.rest));
  if (row.rest.is_zero()) return std::string(ui.words(N_("Paid")));
  const bool is_fresh = stage == OrderStage::Asked || stage == OrderStage::Agreed;
  if (!is_fresh) return say(ui, N_("Due {}"), ui.bare_money(row.rest));
  return row.deposit.is_zero() ? std::string(ui.words(N_("No deposit yet")))
                               : say(ui, N_("Deposit {}"), ui.bare_money(row.deposit));
}

std::string slots_text(const Words& words, std::int64_t half_slots) {
  return words.quantity(Quantity{half_slots * kHalfSlot});
}

std::string hours_text(const Words& words, std::int64_t minutes) {
  return words.quantity(Quantity{minutes * 1'000 / kMinutesAnHour});
}

std::string week_text(const Words& words, const WeekLoad& load, const WeekCap& cap) {
  std::string said = say(words, N_("Week of {0}: {1}"), words.short_date(load.monday),
                         cap.half_slots == 0 ? say(words, N_("{} slots"), slots_text(words, load.half_slots))
                                             : say(words, N_("{0} of {1} slots"), slots_text(words, load.half_slots),
                                                   slots_text(words, cap.half_slots)));
  if (cap.minutes > 0)
    said += " · " + say(words, N_("{0} of {1} hours"), hours_text(words, load.minutes), hours_text(words, cap.minutes));
  return said;
}

float fullness(const WeekLoad& load, const WeekCap& cap) {
  const auto part = [](std::int64_t taken, std::int64_t most) {
    return most == 0 ? 0.0f : static_cast<float>(taken) / static_cast<float>(most);
  };
  return std::max(part(load.half_slots, cap.half_slots), part(load.minutes, cap.minutes));
}

WeekCap week_cap_of(const Profile& profile) {
  return {.half_slots = profile.week_half_slots, .minutes = profile.week_minutes};
}

}  // namespace lapak
