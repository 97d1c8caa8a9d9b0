// partner: what is between the shop and a partner, line by line. Pure types; facts, never changed after.
//
// Every amount is signed from the partner's side: + the shop owes the partner more, − the partner owes the shop. The
// balance is their sum. Entries of a book are numbered in the order they were written; a settlement closes all before
// it, so that what comes later, a late refund too, falls into the next period.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/id.h"
#include "core/base/money.h"
#include "core/partner/agreement.h"

namespace lapak {

struct Product;
struct Sale;
struct Slip;

enum class EntryKind {
  Sold,      // the owner's share of a line; in Shelf as the partner reported it
  Refunded,  // what fell back of it, per line
  Voided,
  Lost,     // pieces that broke, were lost, given away; a count that found them again is a negative loss
  Change,   // small money lent or borrowed
  Things,   // packaging, a tool: counted, perhaps of a worth
  Favour,   // sold for the other while they were away
  Settled,  // closes the period
};
std::string_view entry_code(EntryKind kind);  // "sold", "refunded", …
std::optional<EntryKind> find_entry_kind(std::string_view code);

enum class PaidBy { Cash, Transfer, CarriedOver };  // how a period was closed
std::string_view paid_by_code(PaidBy by);           // "cash", "transfer", "carried"
std::optional<PaidBy> find_paid_by(std::string_view code);

struct PartnerEntry {
  Id<PartnerEntry> id;
  Id<Contact> partner;
  Book book = Book::Consignment;
  std::int64_t n = 0;  // 1, 2, 3 … in the book; given when it is written down
  EntryKind kind = EntryKind::Sold;
  Instant at;
  Date business_date;
  std::optional<Id<Product>> product;
  Quantity quantity;  // sold or lost: +, come back: −; of things + they gave, − they were given
  Money proceeds;     // what the goods brought, an included tax apart
  Money amount;
  std::optional<Id<Sale>> sale;  // whose line it is; of a refund the sale that it takes back
  std::optional<int> line;
  std::optional<PaidBy> paid_by;  // of Settled
  std::string text;               // as somebody typed it
  friend bool operator==(const PartnerEntry&, const PartnerEntry&) = default;
};

// How a book stands.
struct BookStanding {
  Money balance;             // + the shop owes the partner
  std::int64_t entries = 0;  // the last number
  std::int64_t settled = 0;  // up to this one all is settled
  Quantity sold_since;       // pieces since then, for the tiers
  friend bool operator==(const BookStanding&, const BookStanding&) = default;
};

enum class SlipKind { Taken, GivenBack };  // the keeper took the goods from the owner, or gave them back
std::string_view slip_code(SlipKind kind);
std::optional<SlipKind> find_slip_kind(std::string_view code);

struct SlipLine {
  Id<Product> product;
  Quantity quantity;                 // > 0
  std::optional<Money> piece_price;  // what the owner gets for one, where that was agreed
  friend bool operator==(const SlipLine&, const SlipLine&) = default;
};

// Goods that went from the owner to the keeper or back.
struct Slip {
  Id<Slip> id;
  Id<Contact> partner;
  Book book = Book::Consignment;
  SlipKind kind = SlipKind::Taken;
  std::int64_t number = 0;  // 1, 2, 3 … of all slips of the shop
  Instant at;
  Date business_date;
  std::vector<SlipLine> lines;
  std::string note;
  friend bool operator==(const Slip&, const Slip&) = default;
};

// What an entry is called: "Sold", "Refund", "Paid out", "They lent change".
std::string_view entry_label(const PartnerEntry& entry, const Words& words);
// Who owes whom, for above the amount: "You owe Wulan", "Wulan owes you", "You and Wulan are even".
std::string balance_caption(Money balance, std::string_view partner, const Words& words);
// The same in one sentence: "You owe Wulan Rp 412.500", "Wulan owes you Rp 35.000", "You and Wulan are even".
std::string balance_text(Money balance, std::string_view partner, const Words& words, const Currency& currency);

}  // namespace lapak
