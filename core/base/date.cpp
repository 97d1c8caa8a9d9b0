// base: moments, calendar days and the seller's time zone.
#include "core/base/date.h"

#include <date/tz.h>
#include <fmt/format.h>

#include <chrono>

#include "core/base/check.h"
#include "core/base/clock.h"

namespace lapak {
namespace {

std::chrono::year_month_day calendar(Date date) {
  return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{date.days}}};
}

Date from_calendar(std::chrono::year_month_day ymd) {
  return Date{static_cast<std::int32_t>(std::chrono::sys_days{ymd}.time_since_epoch().count())};
}

bool all_digits(std::string_view text) {
  for (const char c : text)
    if (c < '0' || c > '9') return false;
  return true;
}

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

}  // namespace

Date Date::of(int year, int month, int day) {
  const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                        std::chrono::day{static_cast<unsigned>(day)}};
  LAPAK_ASSERT(ymd.ok());
  return from_calendar(ymd);
}

int Date::year() const {
  return static_cast<int>(calendar(*this).year());
}
int Date::month() const {
  return static_cast<int>(static_cast<unsigned>(calendar(*this).month()));
}
int Date::day() const {
  return static_cast<int>(static_cast<unsigned>(calendar(*this).day()));
}
int Date::weekday() const {
  return static_cast<int>(std::chrono::weekday{std::chrono::sys_days{std::chrono::days{days}}}.c_encoding());
}
Date Date::first_of_month() const {
  return Date{days - day() + 1};
}
Date Date::last_of_month() const {
  const auto ymd = calendar(*this);
  return from_calendar(ymd.year() / ymd.month() / std::chrono::last);
}
std::string Date::iso() const {
  return fmt::format("{:04}-{:02}-{:02}", year(), month(), day());
}

std::optional<Date> parse_date(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto year = iso.substr(0, 4), month = iso.substr(5, 2), day = iso.substr(8, 2);
  if (!all_digits(year) || !all_digits(month) || !all_digits(day)) return std::nullopt;
  const std::chrono::year_month_day ymd{std::chrono::year{number(year)},
                                        std::chrono::month{static_cast<unsigned>(number(month))},
                                        std::chrono::day{static_cast<unsigned>(number(day))}};
  if (!ymd.ok()) return std::nullopt;
  return from_calendar(ymd);
}

std::optional<Zone> Zone::named(std::string_view name) {
  Zone zone;
  if (name == "UTC") return zone;
  try {
    zone.zone_ = date::locate_zone(std::string(name));
  } catch (const std::exception&) {
    return std::nullopt;
  }
  zone.name_ = name;
  return zone;
}

Zone Zone::current() {
  try {
    return named(date::current_zone()->name()).value_or(Zone{});
  } catch (const std::exception&) {
    return Zone{};
  }
}

LocalTime Zone::local(Instant instant) const {
  const std::chrono::sys_time<std::chrono::milliseconds> point{std::chrono::milliseconds{instant.utc_ms}};
  std::chrono::milliseconds since_epoch = point.time_since_epoch();
  if (zone_ != nullptr) since_epoch = static_cast<const date::time_zone*>(zone_)->to_local(point).time_since_epoch();
  const auto day = std::chrono::floor<std::chrono::days>(since_epoch);
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(since_epoch - day).count();
  return LocalTime{.date = Date{static_cast<std::int32_t>(day.count())},
                   .hour = static_cast<int>(seconds / 3600),
                   .minute = static_cast<int>(seconds / 60 % 60),
                   .second = static_cast<int>(seconds % 60)};
}

Instant Zone::instant(const LocalTime& local) const {
  const auto since_epoch = std::chrono::days{local.date.days} + std::chrono::hours{local.hour} +
                           std::chrono::minutes{local.minute} + std::chrono::seconds{local.second};
  if (zone_ == nullptr) return Instant{std::chrono::duration_cast<std::chrono::milliseconds>(since_epoch).count()};
  const date::local_seconds point{since_epoch};
  const auto moment = static_cast<const date::time_zone*>(zone_)->to_sys(point, date::choose::earliest);
  return Instant{std::chrono::duration_cast<std::chrono::milliseconds>(moment.time_since_epoch()).count()};
}

Instant SystemClock::now() const {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return Instant{std::chrono::duration_cast<std::chrono::milliseconds>(now).count()};
}

}  // namespace lapak
