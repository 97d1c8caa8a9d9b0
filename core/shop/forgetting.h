// shop: what a person was called and what was said of her goes from the journal; that something was, and its place in
// the chain, stays.
#pragma once
#include <vector>

#include "core/db/database.h"
#include "core/journal/journal.h"
#include "core/people/contact.h"

namespace lapak {

// Sets the personal part of every entry about this contact, those merged into it, and its sales to NULL. Inside the
// caller's transaction, after the fact that forgets was applied and appended. Returns the facts that say once more how
// the cards stand of others whose entries held her words (a merge that was taken back): append and apply them.
std::vector<Fact> forget_in_journal(Database& database, Id<Contact> contact);

}  // namespace lapak
