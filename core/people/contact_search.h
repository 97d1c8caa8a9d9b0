// people: finding a contact by any part of name, town, tag or number, without accents or case, best first.
//
// Rows of the database, so that an answer is never behind: a line of text for each contact, the words it has, and an
// FTS5 index of its trigrams. Best: a name that begins with what is asked, then a word that does, then anywhere; within
// each by name.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "core/db/database.h"
#include "core/people/contact.h"

namespace lapak {

struct FoundContacts {
  std::vector<Id<Contact>> page;  // from `first` on, at most `count`
  int total = 0;                  // at most kMostFound
};
// nullopt when nothing is asked for: blanks, a lone 0 or +.
std::optional<FoundContacts> search_contacts(const Database& database, std::string_view search, int first, int count);

// Writing, for people_store alone. Both may be told again.
void index_contact(Database& database, const Contact& contact);
void unindex_contact(Database& database, Id<Contact> contact);
// Drops from the file what the index still holds of contacts that were taken out of it.
void clean_contact_index(Database& database);

}  // namespace lapak
