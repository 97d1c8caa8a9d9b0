// report: fairs: what each came to, and one of them while it goes on and after it.
//
// All figures come from the sums of its days at the till (core/sale/sale_sums.h), so that they agree with the
// receipts. profit = sales − tax − goods − lost − partners − fee − costs − helpers. The cost of goods is what a product
// costs now; of consigned goods it is the partner's share. The costs are those planned, until more than that was spent
// on the fair (core/books); what was spent on the booth is the fee, which stands by its formula.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/books/expense_store.h"
#include "core/catalog/product.h"
#include "core/fair/fair_store.h"
#include "core/profile/profile.h"

namespace lapak {

enum class FairPhase { Coming, Now, Over };  // Now: on one of its days, or between them
FairPhase phase_of(const Fair& fair, Date today);

struct FairFigures {
  int sales_count = 0;
  Quantity pieces;
  Money sales;  // of goods, what came back taken off
  Money tax;    // inside their prices: it is not hers
  Money goods;  // their cost
  Quantity pieces_of_unknown_cost;
  Money lost;      // the cost of what was lost and given away
  Money partners;  // shares of consigned goods
  Money fee;       // by its formula
  Money costs;     // planned or spent
  Money helpers;
  Money profit;
  std::int64_t minutes = 0;       // the maker's own; the stall's opening hours where she noted none
  std::optional<Money> per_hour;  // profit for an hour of that; none where there are no hours
};

struct FairRow {
  Fair fair;
  FairPhase phase = FairPhase::Coming;
  bool was_there = false;  // a day of the till was opened at it
  FairFigures figures;
};
// All of them: now, then those to come, the nearest first, then those that are over, the latest first.
std::vector<FairRow> fair_rows(const Database& database, Date today);

// Those that were gone to, by what an hour of them was worth, the best first.
std::vector<FairRow> fairs_compared(const Database& database, Date today);

struct FairGoods {
  Id<Product> product;
  std::string name;  // with the variant
  PhotoName photo;
  Quantity brought, sold, lost, given, back, left;
  Money net;
  std::optional<Instant> ran_out_at;  // the sale that took the last of what was brought
};
struct FairHour {
  int hour = 0;
  int sales_count = 0;
  Money sales;
};
// How sales ran on one day of a fair.
struct RunningSales {
  Money before;                 // sold on its earlier days
  std::vector<FairHour> hours;  // of this day, those after midnight last
};
// What people that were met there bought and ordered in the year after.
struct LongTail {
  int buyers = 0;
  int sales_count = 0;
  Money sales;
  int orders_count = 0;
  Money orders;
};
struct FairPage {
  Fair fair;
  FairPhase phase = FairPhase::Coming;
  bool is_open = false;  // at the till, now
  bool was_there = false;
  std::string organiser;             // name, or empty
  std::vector<std::string> helpers;  // names, in the card's order; empty of who was forgotten
  FairFigures figures;
  std::optional<BreakEven> break_even;  // from what was earned in the past
  std::optional<Instant> covered_at;    // the sale that reached it
  Money today;                          // sold on the till's business date
  int today_count = 0;
  std::vector<FairHour> hours;  // of all its days; those after midnight last
  std::optional<Fair> last;     // the one here before
  Money last_profit;
  std::optional<Money> last_by_now;  // what that had sold by this hour of the same day
  std::optional<Money> drawer;       // what should be in it now, while the day is open here
  std::optional<RunningSales> now;   // of the day that is open here
  std::optional<RunningSales> then;  // of the same day of the last one
  std::vector<CategorySum> spent;    // booked on it, the booth too; the largest first
  std::vector<FairGoods> goods;      // most sold first
  std::vector<AskedRow> asked;
  std::vector<Id<Contact>> met;  // first noted on its days, in order
  int orders_count = 0;          // taken on its days
  Money deposits;                // taken at its till
  LongTail tail;
};
std::optional<FairPage> fair_page(const Database& database, const Profile& profile, Id<Fair> fair, Instant now);

// What to take along: what the last fair here (else the last fair at all) sold of each product, and 3 of 10 more, in
// whole pieces, rounded up; at most what is at home or in the box already.
struct PackingRow {
  Id<Product> product;
  std::string name;
  PhotoName photo;
  Money price;
  Quantity there;  // at home, or where the list was asked to pack from
  Quantity in_box;
  Quantity sold_last;
  Quantity suggested;
};
struct PackingList {
  Fair fair;
  std::optional<Fair> like;      // whose sales it goes by
  std::vector<PackingRow> rows;  // what is in the box or suggested first, most sold first; then by name
  int kinds = 0;                 // in the box
  Quantity pieces;
  Money worth;  // at list prices
};
// Where a fair's goods can be packed from: home, and every other box or partner's shop with something of ours in it.
struct PackingSource {
  Id<Place> place;
  std::optional<Id<Fair>> box;
  std::optional<Id<Contact>> shop;
  std::string name;  // of the fair or the partner; empty: home
};
std::vector<PackingSource> packing_sources(const Database& database, Id<Fair> fair);
// `from`: a place other than home that is packed from.
std::optional<PackingList> packing_list(const Database& database, Id<Fair> fair, std::optional<Id<Place>> from = {});
Quantity suggested_for(Quantity sold_last, Quantity in_stock);

}  // namespace lapak
