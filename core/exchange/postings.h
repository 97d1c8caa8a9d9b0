// exchange: a double-entry journal as a table: a posting a row. Pure.
#pragma once
#include <span>
#include <string>

#include "core/profile/profile.h"
#include "core/report/double_entry.h"

namespace lapak {

// Month, date, number, what, account, amount; in the order of the bookings.
std::string postings_csv(std::span<const Booking> bookings, const Profile& profile);

}  // namespace lapak
