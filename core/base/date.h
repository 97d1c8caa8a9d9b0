// base: moments, calendar days and the seller's time zone.
//
// An Instant is a point in time in UTC milliseconds: what facts carry. A Date is a day on a calendar: what a seller
// calls "today". A Zone turns one into the other (tz database through Howard Hinnant's date library).
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lapak {

struct Instant {
  std::int64_t utc_ms = 0;
  friend auto operator<=>(Instant, Instant) = default;
};

// A day of the proleptic Gregorian calendar, counted from 1970-01-01.
struct Date {
  std::int32_t days = 0;

  static Date of(int year, int month, int day);  // asserts that the day exists
  int year() const;
  int month() const;    // 1…12
  int day() const;      // 1…31
  int weekday() const;  // 0 = Sunday … 6 = Saturday
  Date plus_days(int n) const { return Date{days + n}; }
  Date first_of_month() const;
  Date last_of_month() const;
  std::string iso() const;  // "2026-11-22"
  friend auto operator<=>(Date, Date) = default;
};

// "2026-11-22" and nothing else; nullopt for a day that is not on the calendar.
std::optional<Date> parse_date(std::string_view iso);

struct LocalTime {
  Date date;
  int hour = 0;
  int minute = 0;
  int second = 0;
  friend auto operator<=>(const LocalTime&, const LocalTime&) = default;
};

// The rules of one place's clock. Cheap to copy. Any thread.
class Zone {
 public:
  // UTC.
  Zone() = default;
  // An IANA name such as "Asia/Jakarta"; nullopt when the tz database does not know it.
  static std::optional<Zone> named(std::string_view name);
  // The machine's own zone, UTC when it cannot be told.
  static Zone current();

  LocalTime local(Instant instant) const;
  // The first moment of that local time; a time skipped by a clock change becomes the moment of the change.
  Instant instant(const LocalTime& local) const;
  const std::string& name() const { return name_; }

 private:
  std::string name_ = "UTC";
  const void* zone_ = nullptr;  // date::time_zone, owned by the library for the program's life
};

}  // namespace lapak
