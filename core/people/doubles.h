// people: two cards of one person: the same number, or names that are alike.
#pragma once
#include <string_view>
#include <vector>

#include "core/db/database.h"
#include "core/people/contact.h"

namespace lapak {

// "Bu Ratna Dewi" and "ratna d", "Soekarno" and "Sukarno", "Ratna Dewi" and "Dewi Ratna": forms of address fall away,
// old spelling is new, one word may be an initial, a long one may have one letter wrong. Pure.
bool names_alike(std::string_view one, std::string_view other);

enum class Likeness { SamePhone, LikeNames };
struct Doubles {
  Id<Contact> older, newer;
  Likeness why = Likeness::SamePhone;
};
// Not those that were kept apart. The same numbers first.
std::vector<Doubles> find_doubles(const Database& database, int limit);

}  // namespace lapak
