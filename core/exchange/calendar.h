// exchange: an agenda as iCalendar (RFC 5545), for the calendar of a phone.
//
// Lines end in CR LF and are folded after 75 octets, never inside a character (section 3.1); backslash, semicolon,
// comma and line break are escaped in texts (section 3.3.11). Pure.
#pragma once
#include <string>
#include <string_view>

#include "core/report/agenda.h"

namespace lapak {

// `now` is when it was written. A fair's hours are those of the seller's clock, given in UTC; orders take a day.
std::string calendar_text(const Agenda& agenda, const Zone& zone, Instant now);

// One content line "NAME:VALUE", folded. `value` is escaped already.
std::string calendar_line(std::string_view name, std::string_view value);
std::string calendar_escaped(std::string_view text);

}  // namespace lapak
