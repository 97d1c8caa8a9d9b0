// partner: the rows of agreements, entries and slips, and the questions about them.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/db/database.h"
#include "core/journal/journal.h"
#include "core/partner/ledger.h"
#include "core/partner/vendor.h"
#include "core/people/people_store.h"

namespace lapak {

std::optional<Agreement> find_agreement(const Database& database, Id<Contact> partner, Book book);
std::optional<Agreement> agreement_at(const Database& database, Id<Contact> partner, Book book, Instant at);

// Whose goods a product is: by a row of its own, else by its parent's. nullopt: mine.
struct Consigned {
  Id<Contact> partner;
  std::optional<Money> piece_price;
};
std::optional<Consigned> consigned_of(const Database& database, Id<Product> product);
// How many of the product are on hand here, with those variants whose goods are whose the product's are.
Quantity consigned_left(const Database& database, Id<Product> product);
// Whether any product ever was somebody else's.
bool has_consigned_goods(const Database& database);
// Who gets money at a payout of all: more is owed than nothing, and than the smallest payout that was agreed. By name.
struct DuePayout {
  Id<Contact> partner;
  std::string name;
  Money amount;
};
std::vector<DuePayout> due_payouts(const Database& database, Book book);
// What the owner gets for a piece in a partner's shop, as the last slip has it; else its price.
Money shelf_price(const Database& database, Id<Contact> partner, Id<Product> product);

BookStanding standing_of(const Database& database, Id<Contact> partner, Book book);
// Partners whose book is not even, by name.
std::vector<Id<Contact>> open_books(const Database& database, Book book);
// What was agreed as the least that is paid at once; nothing where nothing was, or the agreement has ended.
Money smallest_payout(const Database& database, Id<Contact> partner, Book book);
std::int64_t last_slip_number(const Database& database);

// What was booked for a line of a sale, and what of it fell back so far.
struct BookedLine {
  Id<Contact> partner;
  Id<Product> product;
  Quantity quantity;  // sold
  Money share;
  Quantity back;
  Money taken;
};
std::optional<BookedLine> booked_line(const Database& database, Id<Sale> sale, int line);

// Which entries a statement is about. Without a settlement and days: those since the last settlement.
struct StatementQuestion {
  Id<Contact> partner;
  Book book = Book::Consignment;
  std::optional<std::int64_t> settlement;  // the number of the entry that closed the period
  std::optional<Date> from, to;            // by business date; both or neither
  friend bool operator==(const StatementQuestion&, const StatementQuestion&) = default;
};
struct StatementLine {
  PartnerEntry entry;
  std::string product;  // its name with the variant, or empty
  std::string number;   // of the receipt, or empty
};
// A product over the period.
struct GoodsRow {
  Id<Product> product;
  std::string name;
  Quantity taken, sold, given_back, lost;
  Quantity left;  // with the keeper now
  Money proceeds;
  Money share;  // the owner's, of sales and losses
};
struct Statement {
  Id<Contact> partner;
  Book book = Book::Consignment;
  Date from, to;  // the days it covers: of the entries, or as asked
  Money opening;  // the balance before
  Money closing;  // opening + Σ amounts
  Money paid;     // − Σ amounts of settlements: what the shop paid
  std::vector<StatementLine> lines;
  std::vector<GoodsRow> goods;         // by name; those that moved in the period or are still there
  std::optional<Agreement> agreement;  // as it was at its end
};
// `today` stands for a day where nothing was written yet.
Statement statement(const Database& database, const StatementQuestion& question, Date today);

// Goods that should have gone back: the agreed day is past, and `left` of them are unsold with the keeper.
struct OverdueGoods {
  Id<Contact> partner;
  Book book = Book::Consignment;
  Date return_by;
  Quantity left;
};
// Of one agreement, by the goods of its book. nullopt: nothing is overdue.
std::optional<OverdueGoods> overdue_goods(const Agreement& agreement, const std::vector<GoodsRow>& goods, Date today);
// Of all partners, the longest overdue first.
std::vector<OverdueGoods> overdue_goods(const Database& database, Date today);

// The settlement entries of a book, newest first.
std::vector<PartnerEntry> settlements(const Database& database, Id<Contact> partner, Book book, int limit);
// Those of one business date, of all partners.
std::vector<PartnerEntry> settlements_of_day(const Database& database, Book book, Date business_date);

std::optional<Slip> find_slip(const Database& database, Id<Slip> id);

// A partner as lists show them.
struct PartnerRow {
  Id<Contact> id;
  std::string name, makes, town;
  Money consignment, shelf, neighbour;  // balances
  std::int64_t products = 0;            // of theirs on my table
};
// Contacts that are partners, or with whom something was agreed or written down; by name.
std::vector<PartnerRow> partner_rows(const Database& database, const std::string& search);

// Blank where nothing was said yet.
Vendor vendor_of(const Database& database, Id<Contact> partner);
std::vector<Together> together_with(const Database& database, Id<Contact> partner, int limit);  // newest first
std::optional<Together> find_together_fact(const Database& database, Id<Together> id);

// Writing, for apply_partner alone. Texts are none when they were forgotten.
void put_agreement(Database& database, const Agreement& agreement, Instant at);
void put_consigned(Database& database, Id<Product> product, const std::optional<Consigned>& consigned);
void put_entry(Database& database, const PartnerEntry& entry, const std::optional<std::string>& text,
               const EntryHeader& header);
// No words: they were forgotten.
void put_vendor(Database& database, const Vendor& vendor, PersonalWords words);
void put_together(Database& database, const Together& together, const std::optional<std::string>& text,
                  const EntryHeader& header);
void put_slip(Database& database, const Slip& slip, const std::optional<std::string>& note, const EntryHeader& header);
// What was noted in her books becomes NULL: she is forgotten. The sums stay.
void forget_words_of_partner(Database& database, Id<Contact> partner);

}  // namespace lapak
