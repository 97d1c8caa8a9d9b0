// partner: which of two cards is kept when they are merged.
#include "core/partner/merged_books_store.h"

#include "core/people/people_store.h"

namespace lapak {

bool has_books(const Database& database, Id<Contact> partner) {
  return database
      .value<bool>(
          "SELECT EXISTS (SELECT 1 FROM agreement WHERE partner = ?1) "
          "OR EXISTS (SELECT 1 FROM partner_book WHERE partner = ?1) OR EXISTS (SELECT 1 FROM slip WHERE partner = ?1) "
          "OR EXISTS (SELECT 1 FROM consigned WHERE partner = ?1) OR EXISTS (SELECT 1 FROM place WHERE partner = ?1) "
          "OR EXISTS (SELECT 1 FROM together WHERE partner = ?1) OR EXISTS (SELECT 1 FROM vendor WHERE partner = ?1)",
          partner)
      .value_or(false);
}

Result<MergeContacts> merge_keeping_books(const Database& database, const MergeContacts& merge) {
  if (merge.from == merge.into) return merge;
  const MergeContacts turned{.from = merge.into, .into = merge.from};
  const bool from_has = has_books(database, merge.from), into_has = has_books(database, merge.into);
  if (from_has && into_has) return refuse(ProblemCode::BothArePartners);
  if (from_has != into_has) return from_has ? turned : merge;
  const auto is_partner = [&](Id<Contact> id) { return find_contact(database, id).value_or(Contact{}).is_partner; };
  return is_partner(merge.from) && !is_partner(merge.into) ? turned : merge;
}

}  // namespace lapak
