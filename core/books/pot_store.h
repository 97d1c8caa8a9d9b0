// books: the rows of pots and of what was moved into them and out.
#pragma once
#include <optional>
#include <vector>

#include "core/books/pot.h"
#include "core/db/database.h"

namespace lapak {

struct PotMove;
struct Seller;

// Those not hidden, in their order, with what is in them.
std::vector<PotStanding> pots(const Database& database);
std::optional<PotStanding> find_pot(const Database& database, Id<Pot> id);
// Whether the money of a day was put into pots already.
bool is_shared_out(const Database& database, Date business_date);

// What the pots say about a livelihood.
struct PotsView {
  std::vector<PotStanding> pots;
  Money together;
  Money wage;                                // what could be taken without touching the others
  Money monthly_expenses;                    // a third of those of the three months before this one
  std::optional<std::int64_t> cover_tenths;  // months the emergency pot would last
};
PotsView pots_view(const Database& database, Date today);

struct PotMoveRow {
  Id<PotMove> id;
  Id<Pot> pot;
  Date business_date;
  Money amount;                // + in, − out
  std::optional<Date> of_day;  // whose money it was, where a day's was shared out
};
// Newest first.
std::vector<PotMoveRow> pot_moves(const Database& database, Id<Pot> pot, int limit);

// Writing, for apply_books alone.
void put_pot(Database& database, const Pot& pot);
void put_pot_move(Database& database, const PotMoveRow& move, Instant at, std::optional<Id<Seller>> who);

}  // namespace lapak
