// shop: papers about partners, filled from the facts: statements, slips, the sheet of all payouts, the directory.
//
// Questions only. In the shop's language. Any thread with its own connection.
#pragma once
#include <string>

#include "core/db/database.h"
#include "core/paper/layout.h"
#include "core/partner/partner_store.h"
#include "core/profile/profile.h"

namespace lapak {

// What was sold, came back and was paid in a period; of a closed one it is the payout slip too, to be signed.
// Of the neighbour book: what was lent both ways.
Document statement_of(const Database& database, const Profile& profile, const StatementQuestion& question, Instant now);
// The same as a few lines of text, for a message.
std::string statement_text(const Database& database, const Profile& profile, const StatementQuestion& question,
                           Instant now);
// Goods that were taken or given back, to be signed by both. Asserts: the slip is known.
Document goods_slip_of(const Database& database, const Profile& profile, Id<Slip> slip);
// All payouts of a book on one day.
Document payouts_of(const Database& database, const Profile& profile, Book book, Date business_date, Instant now);
// The makers one knows: what they make and where to find them.
Document vendor_directory_of(const Database& database, const Profile& profile, Instant now);

}  // namespace lapak
