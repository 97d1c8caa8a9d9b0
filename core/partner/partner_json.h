// partner: how agreements, entries and slips stand in facts and rows. Included by this room's .cpp files alone.
#pragma once
#include "core/journal/fact_json.h"
#include "core/partner/ledger.h"
#include "core/partner/vendor.h"

namespace lapak {

inline void to_json(Json& json, Book book) {
  json = book_code(book);
}
inline void from_json(const Json& json, Book& book) {
  book = find_book(json.get_ref<const std::string&>()).value();
}
inline void to_json(Json& json, EntryKind kind) {
  json = entry_code(kind);
}
inline void from_json(const Json& json, EntryKind& kind) {
  kind = find_entry_kind(json.get_ref<const std::string&>()).value();
}
inline void to_json(Json& json, PaidBy by) {
  json = paid_by_code(by);
}
inline void from_json(const Json& json, PaidBy& by) {
  by = find_paid_by(json.get_ref<const std::string&>()).value();
}
inline void to_json(Json& json, SlipKind kind) {
  json = slip_code(kind);
}
inline void from_json(const Json& json, SlipKind& kind) {
  kind = find_slip_kind(json.get_ref<const std::string&>()).value();
}
inline void to_json(Json& json, Again again) {
  json = again_code(again);
}
inline void from_json(const Json& json, Again& again) {
  again = find_again(json.get_ref<const std::string&>()).value();
}
inline void to_json(Json& json, TogetherKind kind) {
  json = together_code(kind);
}
inline void from_json(const Json& json, TogetherKind& kind) {
  kind = find_together(json.get_ref<const std::string&>()).value();
}
NLOHMANN_JSON_SERIALIZE_ENUM(ShareKind, {{ShareKind::Percent, "percent"}, {ShareKind::PerPiece, "per_piece"}})
NLOHMANN_JSON_SERIALIZE_ENUM(Bearer, {{Bearer::Both, "both"}, {Bearer::Owner, "owner"}, {Bearer::Keeper, "keeper"}})

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Tier, after, share_bp)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Agreement, partner, book, kind, share_bp, tiers, discount, loss,
                                                minimum_payout, return_by, is_on_receipts, ended)
// Without its number, which it is given where it is written down, and its text, which stands in the personal part.
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(PartnerEntry, id, partner, book, kind, at, business_date, product,
                                                quantity, proceeds, amount, sale, line, paid_by)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(SlipLine, product, quantity, piece_price)
// Without its note.
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Slip, id, partner, book, kind, number, at, business_date, lines)
// Without its text.
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Together, id, partner, kind, at, product, follows, amount)

}  // namespace lapak
