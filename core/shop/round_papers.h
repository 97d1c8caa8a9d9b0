// shop: papers about a pre-order round, filled from the facts.
//
// Questions only, in the shop's language. Any thread with its own connection.
#pragma once
#include <string>

#include "core/db/database.h"
#include "core/order/round.h"
#include "core/paper/layout.h"
#include "core/profile/profile.h"

namespace lapak {

// What is to be made, and for whom. Asserts: the round is known.
Document round_paper_of(const Database& database, const Profile& profile, Id<Round> round, Instant now);
// What is offered, until when and what is left, to be sent round; names nobody. Asserts: the round is known.
std::string round_text(const Database& database, const Profile& profile, Id<Round> round, Date today);

}  // namespace lapak
