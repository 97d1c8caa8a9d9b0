// partner: the words that stand in the file for what happened.
#include "core/partner/ledger.h"

#include <array>

#include "core/words/filled.h"

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

std::string_view entry_code(EntryKind kind) {
  return code_of(entry_codes, kind);
}
std::optional<EntryKind> find_entry_kind(std::string_view code) {
  return kind_of(entry_codes, code);
}
std::string_view paid_by_code(PaidBy by) {
  return code_of(paid_by_codes, by);
}
std::optional<PaidBy> find_paid_by(std::string_view code) {
  return kind_of(paid_by_codes, code);
}
std::string_view slip_code(SlipKind kind) {
  return code_of(slip_codes, kind);
}
std::optional<SlipKind> find_slip_kind(std::string_view code) {
  return kind_of(slip_codes, code);
}

std::string_view entry_label(const PartnerEntry& entry, const Words& words) {
  const bool is_to_us = entry.amount > Money{} || (entry.amount.is_zero() && entry.quantity > Quantity{});
  switch (entry.kind) {
    case EntryKind::Sold:
      return words(N_("Sold"));
    case EntryKind::Refunded:
      return words(N_("Refund"));
    case EntryKind::Voided:
      return words(N_("Sale taken back"));
    case EntryKind::Lost:
      return words(entry.quantity < Quantity{} ? N_("Found again") : N_("Lost or broken"));
    case EntryKind::Change:
      return words(is_to_us ? N_("They lent change") : N_("You lent change"));
    case EntryKind::Things:
      return words(is_to_us ? N_("They lent things") : N_("You lent things"));
    case EntryKind::Favour:
      return words(is_to_us ? N_("You sold for them") : N_("They sold for you"));
    case EntryKind::Settled:
      break;
  }
  if (entry.paid_by == PaidBy::CarriedOver) return words(N_("Carried over"));
  return words(entry.amount > Money{} ? N_("Received") : N_("Paid out"));
}

std::string balance_caption(Money balance, std::string_view partner, const Words& words) {
  const std::string_view message = balance.is_zero()   ? N_("You are even")
                                   : balance > Money{} ? N_("You owe {0}")
                                                       : N_("{0} owes you");
  return filled(words(message), partner);
}

std::string balance_text(Money balance, std::string_view partner, const Words& words, const Currency& currency) {
  if (balance.is_zero()) return filled(words(N_("You and {0} are even")), partner);
  return balance > Money{} ? filled(words(N_("You owe {0} {1}")), partner, words.money(balance, currency))
                           : filled(words(N_("{0} owes you {1}")), partner, words.money(-balance, currency));
}

}  // namespace lapak
