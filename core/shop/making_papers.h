// shop: papers of the workshop: what is to be bought.
//
// Questions only, in the shop's language. Any thread with its own connection.
#pragma once
#include <string>

#include "core/db/database.h"
#include "core/paper/layout.h"
#include "core/profile/profile.h"

namespace lapak {

// A table a supplier, with what it comes to at the last prices.
Document shopping_paper_of(const Database& database, const Profile& profile, Instant now);
// The same as a few lines, to be sent to whoever goes to buy it. Without prices.
std::string shopping_text(const Database& database, const Profile& profile);

}  // namespace lapak
