// journal: how the base types stand in a fact's JSON. Included only where facts are made or read.
//
// Ids are text, money and quantities whole numbers, dates ISO text, optionals null. Rooms describe their fact structs
// with NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT, so that a field added later has its default in old entries.
#pragma once
#include "core/base/date.h"
#include "core/base/id.h"
#include "core/base/money.h"
#include "core/journal/fact.h"

namespace lapak {

template <class Thing>
void to_json(nlohmann::json& json, const Id<Thing>& id) {
  json = id.text();
}
template <class Thing>
void from_json(const nlohmann::json& json, Id<Thing>& id) {
  const auto bytes = parse_id(json.get_ref<const std::string&>());
  LAPAK_ASSERT(bytes.has_value());
  id.bytes = *bytes;
}
inline void to_json(nlohmann::json& json, Money amount) {
  json = amount.minor;
}
inline void from_json(const nlohmann::json& json, Money& amount) {
  amount.minor = json.get<std::int64_t>();
}
inline void to_json(nlohmann::json& json, Quantity quantity) {
  json = quantity.thousandths;
}
inline void from_json(const nlohmann::json& json, Quantity& quantity) {
  quantity.thousandths = json.get<std::int64_t>();
}
inline void to_json(nlohmann::json& json, Instant instant) {
  json = instant.utc_ms;
}
inline void from_json(const nlohmann::json& json, Instant& instant) {
  instant.utc_ms = json.get<std::int64_t>();
}
inline void to_json(nlohmann::json& json, Date date) {
  json = date.iso();
}
inline void from_json(const nlohmann::json& json, Date& date) {
  const auto parsed = parse_date(json.get_ref<const std::string&>());
  LAPAK_ASSERT(parsed.has_value());
  date = *parsed;
}
inline void to_json(nlohmann::json& json, Fraction fraction) {
  json = {fraction.numerator, fraction.denominator};
}
inline void from_json(const nlohmann::json& json, Fraction& fraction) {
  fraction = {json.at(0).get<std::int64_t>(), json.at(1).get<std::int64_t>()};
}

// A fact with the words of `personal`, a struct described in the same way, kept apart so that they can be forgotten.
template <class T, class Words>
Fact personal_fact(const T& fact, const Words& personal) {
  return Fact{std::string(T::kind), Json(fact), Json(personal)};
}
// Those words; none when they were forgotten.
template <class Words>
std::optional<Words> personal_words(const Fact& fact) {
  return fact.personal.is_null() ? std::nullopt : std::optional(fact.personal.get<Words>());
}

}  // namespace lapak

template <class T>
struct nlohmann::adl_serializer<std::optional<T>> {
  static void to_json(json& j, const std::optional<T>& value) {
    if (value)
      j = *value;
    else
      j = nullptr;
  }
  static void from_json(const json& j, std::optional<T>& value) {
    if (j.is_null())
      value.reset();
    else
      value = j.get<T>();
  }
};
