// people: keeping in touch.
#include "core/people/follow_up.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "core/base/check.h"

namespace lapak {
namespace {

constexpr std::array<std::pair<Way, std::string_view>, 3> way_names{
    {{Way::Written, "written"}, {Way::Talked, "talked"}, {Way::Met, "met"}}};
constexpr std::array<std::pair<Occasion, std::string_view>, 8> occasion_names{{{Occasion::Promise, "promise"},
                                                                               {Occasion::Rhythm, "rhythm"},
                                                                               {Occasion::Birthday, "birthday"},
                                                                               {Occasion::Year, "year"},
                                                                               {Occasion::NewPeople, "new_people"},
                                                                               {Occasion::OldFriend, "old_friend"},
                                                                               {Occasion::HowIsIt, "how_is_it"},
                                                                               {Occasion::MayIQuote, "may_i_quote"}}};

template <class Table, class Value>
auto named(const Table& table, const Value& value) {
  const auto found = std::ranges::find(table, value, [](const auto& pair) { return pair.first; });
  LAPAK_ASSERT(found != table.end());
  return found->second;
}

template <class Table>
auto find_named(const Table& table, std::string_view name) {
  const auto found = std::ranges::find(table, name, [](const auto& pair) { return pair.second; });
  return found == table.end() ? std::nullopt : std::optional(found->first);
}

int number_in(std::string_view digits) {
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

}  // namespace

std::string_view way_name(Way way) {
  return named(way_names, way);
}
std::optional<Way> find_way(std::string_view name) {
  return find_named(way_names, name);
}
std::string_view occasion_name(Occasion occasion) {
  return named(occasion_names, occasion);
}
std::optional<Occasion> find_occasion(std::string_view name) {
  return find_named(occasion_names, name);
}

std::optional<Date> due_of(const Clockwork& clockwork) {
  if (clockwork.every_weeks == 0) return std::nullopt;
  LAPAK_ASSERT(clockwork.since.has_value());
  const Date from = std::max(*clockwork.since, clockwork.touched.value_or(*clockwork.since));
  const Date usual = from.plus_days(7 * clockwork.every_weeks);
  return clockwork.put_off_to ? std::max(*clockwork.put_off_to, from) : usual;
}

Date next_return(std::string_view day_of_year, Date from) {
  LAPAK_ASSERT(day_of_year.size() >= 5);
  const std::string_view tail = day_of_year.substr(day_of_year.size() - 5);
  const int month = number_in(tail.substr(0, 2)), day = number_in(tail.substr(3));
  const auto in_year = [&](int year) {
    const Date first = Date::of(year, month, 1);
    return Date::of(year, month, std::min(day, first.last_of_month().day()));
  };
  const Date this_year = in_year(from.year());
  return this_year >= from ? this_year : in_year(from.year() + 1);
}

}  // namespace lapak
