// partner: the words that stand in the file for what happened.
#include "core/partner/ledger.h"

#include <array>

namespace lapak {
namespace {

template <class Kind, std::size_t count>
using Codes = std::array<std::pair<Kind, std::string_view>, count>;

constexpr Codes<EntryKind, 8> entry_codes{{{EntryKind::Sold, "sold"},
                                           {EntryKind::Refunded, "refunded"},
                                           {EntryKind::Voided, "voided"},
                                           {EntryKind::Lost, "lost"},
                                           {EntryKind::Change, "change"},
                                           {EntryKind::Things, "things"},
                                           {EntryKind::Favour, "favour"},
                                           {EntryKind::Settled, "settled"}}};
constexpr Codes<PaidBy, 3> paid_by_codes{
    {{PaidBy::Cash, "cash"}, {PaidBy::Transfer, "transfer"}, {PaidBy::CarriedOver, "carried"}}};
constexpr Codes<SlipKind, 2> slip_codes{{{SlipKind::Taken, "taken"}, {SlipKind::GivenBack, "given_back"}}};

template <class Kind, std::size_t count>
std::string_view code_of(const Codes<Kind, count>& codes, Kind kind) {
  for (const auto& [known, code] : codes)
    if (known == kind) return code;
  LAPAK_ASSERT(false);
}

template <class Kind, std::size_t count>
std::optional<Kind> kind_of(const Codes<Kind, count>& codes, std::string_view code) {
  for (const auto& [kind, known] : codes)
    if (known == code) return kind;
  return std::nullopt;
}

}  // namespace

std::string_view entry_code(EntryKind kind) { return code_of(entry_codes, kind); }
std::optional<EntryKind> find_entry_kind(std::string_view code) { return kind_of(entry_codes, code); }
std::string_view paid_by_code(PaidBy by) { return code_of(paid_by_codes, by); }
std::optional<PaidBy> find_paid_by(std::string_view code) { return kind_of(paid_by_codes, code); }
std::string_view slip_code(SlipKind kind) { return code_of(slip_codes, kind); }
std::optional<SlipKind> find_slip_kind(std::string_view code) { return kind_of(slip_codes, code); }

}  // namespace lapak
