// shop: papers about a fair, filled from the facts.
//
// Questions only, in the shop's language. Any thread with its own connection. Each of one fair asserts: it is known.
#pragma once
#include "core/db/database.h"
#include "core/fair/fair.h"
#include "core/paper/layout.h"
#include "core/profile/profile.h"

namespace lapak {

// What goes into the box, to be ticked by hand.
Document packing_paper_of(const Database& database, const Profile& profile, Id<Fair> fair, Instant now);
// What it came to, on a page.
Document fair_paper_of(const Database& database, const Profile& profile, Id<Fair> fair, Instant now);
// For the organiser: what was sold, and the fee by its formula; nothing else.
Document organiser_paper_of(const Database& database, const Profile& profile, Id<Fair> fair, Instant now);

// All fairs that were gone to, by what an hour of them was worth.
Document comparison_paper_of(const Database& database, const Profile& profile, Instant now);

}  // namespace lapak
