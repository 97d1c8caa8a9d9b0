// exchange: iCalendar.
#include "core/exchange/calendar.h"

#include <fmt/format.h>

namespace lapak {
namespace {

constexpr std::size_t longest_line_octets = 75;

bool is_inside_a_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

std::string moment(const LocalTime& utc) {
  return fmt::format("{:04}{:02}{:02}T{:02}{:02}{:02}Z", utc.date.year(), utc.date.month(), utc.date.day(), utc.hour,
                     utc.minute, utc.second);
}
std::string day(Date date) {
  return fmt::format("{:04}{:02}{:02}", date.year(), date.month(), date.day());
}

// The moment of a minute after midnight by the seller's clock.
std::string at_minute(const Zone& zone, Date date, int minute) {
  return moment(Zone().local(zone.instant({date, minute / 60, minute % 60, 0})));
}

// Stays the same when it is exported again; the days of a fair are events of their own.
std::string uid_of(const AgendaEntry& entry) {
  if (entry.fair) return fmt::format("{}-{}@lapak", entry.fair->text(), entry.date.iso());
  if (entry.order) return entry.order->text() + "@lapak";
  return (entry.session ? entry.session->text() : entry.income.value().text()) + "@lapak";
}

}  // namespace

std::string calendar_escaped(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') escaped += '\\';
    if (c == '\n')
      escaped += "\\n";
    else if (c != '\r')
      escaped += c;
  }
  return escaped;
}

std::string calendar_line(std::string_view name, std::string_view value) {
  const std::string whole = fmt::format("{}:{}", name, value);
  std::string folded;
  std::size_t octets = 0;
  for (std::size_t at = 0; at < whole.size();) {
    std::size_t end = at + 1;
    while (end < whole.size() && is_inside_a_character(whole[end])) ++end;
    if (octets + (end - at) > longest_line_octets) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += std::string_view(whole).substr(at, end - at);
    octets += end - at;
    at = end;
  }
  return folded + "\r\n";
}

std::string calendar_text(const Agenda& agenda, const Zone& zone, Instant now) {
  std::string text = calendar_line("BEGIN", "VCALENDAR") + calendar_line("VERSION", "2.0") +
                     calendar_line("PRODID", "-//Lapak//Lapak//EN");
  for (const AgendaWeek& week : agenda.weeks)
    for (const AgendaEntry& entry : week.entries) {
      text += calendar_line("BEGIN", "VEVENT");
      const bool has_hours = entry.kind == AgendaKind::Fair || entry.kind == AgendaKind::Class;
      text += calendar_line("UID", uid_of(entry));
      text += calendar_line("DTSTAMP", moment(Zone().local(now)));
      if (has_hours) {
        const bool is_overnight = entry.closes_minute <= entry.opens_minute;
        text += calendar_line("DTSTART", at_minute(zone, entry.date, entry.opens_minute));
        text +=
            calendar_line("DTEND", at_minute(zone, entry.date.plus_days(is_overnight ? 1 : 0), entry.closes_minute));
      } else {
        text += calendar_line("DTSTART;VALUE=DATE", day(entry.date));
        text += calendar_line("DTEND;VALUE=DATE", day(entry.date.plus_days(1)));
      }
      text += calendar_line("SUMMARY", calendar_escaped(entry.title));
      if (!entry.where.empty()) text += calendar_line("LOCATION", calendar_escaped(entry.where));
      if (entry.fair && entry.state == FairState::Asked) text += calendar_line("STATUS", "TENTATIVE");
      text += calendar_line("END", "VEVENT");
    }
  return text + calendar_line("END", "VCALENDAR");
}

}  // namespace lapak
