// partner: which of two cards is kept when they are merged: the one whose books are written in.
#pragma once
#include "core/db/database.h"
#include "core/people/people_commands.h"

namespace lapak {

// Whether anything was agreed, written down or handed over with this contact, or is said of its making.
bool has_books(const Database& database, Id<Contact> partner);

// The merge so that no book is left behind on a hidden card: the card with books is kept, whichever was named; of two
// without any the partner's. Problems: BothArePartners (each has books of its own: closed periods and the papers about
// them are one card's, so the two are not joined).
Result<MergeContacts> merge_keeping_books(const Database& database, const MergeContacts& merge);

}  // namespace lapak
