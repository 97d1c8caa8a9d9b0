// partner: what was agreed about goods that one sells for another, and how a line's worth is shared by it. Pure.
//
// The owner made the goods and lent them, the keeper sells them. Of what a line brings the owner's share is booked; the
// keeper's part is the rest, so that both add up to the line to the last unit whatever was sold, cut and taken back.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/currency.h"
#include "core/base/date.h"
#include "core/base/id.h"
#include "core/base/money.h"
#include "core/words/words.h"

namespace lapak {

struct Contact;

// What is between the shop and a partner; each book has a balance of its own.
enum class Book {
  Consignment,  // their goods on my table: the partner owns, the shop keeps
  Shelf,        // my goods in their shop: the shop owns, the partner keeps
  Neighbour,    // what neighbours lend each other and sell for each other
};
std::string_view book_code(Book book);  // "consignment", "shelf", "neighbour"
std::optional<Book> find_book(std::string_view code);

enum class ShareKind { Percent, PerPiece };  // of what a line brings, or a fixed amount for each piece
enum class Bearer { Both, Owner, Keeper };   // of a price cut, of a loss

// From the piece after so many, since the last settlement, the owner has this share instead.
struct Tier {
  Quantity after;
  std::int64_t share_bp = 0;
  friend bool operator==(const Tier&, const Tier&) = default;
};

inline constexpr std::int64_t kWhole_bp = 10'000;
inline constexpr std::size_t kMostTiers = 5;

struct Agreement {
  Id<Contact> partner;
  Book book = Book::Consignment;
  ShareKind kind = ShareKind::Percent;
  std::int64_t share_bp = 7'000;  // the owner's, in hundredths of a percent
  std::vector<Tier> tiers;        // of Percent; rising
  Bearer discount = Bearer::Both;
  Bearer loss = Bearer::Keeper;  // of pieces that broke or were lost with the keeper
  Money minimum_payout;          // less is carried over, until the agreement has ended
  std::optional<Date> return_by;
  bool is_on_receipts = false;  // the partner is named under the goods
  bool ended = false;
  friend bool operator==(const Agreement&, const Agreement&) = default;
};

// Checks what can be checked without the shop. Problems: ShareOutOfRange, TiersNotRising, AmountNegative,
// AmountTooLarge. Asserts: not the neighbour book, where nothing is shared.
Result<Agreement> checked_agreement(Agreement agreement);

// A line of goods as the agreement sees it.
struct LineOfGoods {
  Quantity quantity;     // > 0
  Money worth;           // at the list price, an included tax apart
  Money proceeds;        // what it brought, an included tax apart
  Money piece_price;     // of PerPiece: what the owner has for one piece
  Quantity sold_before;  // since the last settlement
};

// The owner's share of a line. With
//   W = max(worth, proceeds), cut = W − proceeds,
//   S = W × Σ(pieces of a tier × its share) / pieces, rounded once; for PerPiece piece_price × quantity,
// it is S when the keeper bears the cut, max(S − cut, 0) when the owner does, and S in the proportion proceeds : W when
// both do. The keeper's part is proceeds − share; below zero where the keeper bears a cut larger than it.
// Problems: AmountTooLarge.
Result<Money> owner_share(const Agreement& agreement, const LineOfGoods& line);

// What the keeper owes the owner for pieces that were lost: S when the keeper bears it, half of it when both do,
// nothing when the owner does. Tiers do not count. Problems: AmountTooLarge.
Result<Money> share_of_loss(const Agreement& agreement, Quantity quantity, Money worth, Money piece_price);

// What of `share` falls back when `now` more of the `all` pieces come back after `before` that took `taken`:
//   share × (before + now) / all − taken,
// so that over any sequence of returns exactly `share` falls back. Asserts: before + now ≤ all.
Money share_back(Money share, Quantity all, Quantity before, Money taken, Quantity now);

// The agreement in sentences that read the same from both sides: "Wulan gets 70 %, you keep 30 %", then tiers, price
// cuts, losses, payouts and the day of return, as far as they were agreed.
std::vector<std::string> said(const Agreement& agreement, std::string_view partner, const Words& words,
                              const Currency& currency);
// "70 %", "66,67 %".
std::string share_text(std::int64_t share_bp, const Words& words);

}  // namespace lapak
