// stock: a stocktake: everything at one place, or a category of it, is counted while selling goes on.
//
// Each count stands beside what should have been there at that moment; the difference is booked when the stocktake is
// finished, so that sales before and after the count of a piece do no harm. It can be left and taken up again; one goes
// on at a time. What was not counted stays as it is.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/catalog/product_store.h"
#include "core/journal/decision.h"
#include "core/stock/stock.h"

namespace lapak {

// Why there were more or fewer pieces than recorded. What broke or was lost is booked as lost, a sample as a gift; of a
// partner's goods that decides who bears it.
enum class CountReason { None, Miscounted, Damaged, Lost, Gift };
std::string_view count_reason_code(CountReason reason);  // "", "miscounted", …
std::optional<CountReason> find_count_reason(std::string_view code);

enum class StocktakeEnd { Open, Finished, GivenUp };

struct Stocktake {
  Id<Stocktake> id;
  Id<Place> place;
  std::optional<Id<Category>> category;  // none: all
  bool blind = false;                    // whoever counts is not told what should be there
  Instant at;
  Date business_date;
  StocktakeEnd end = StocktakeEnd::Open;
};

// A nil place is home. Undoable. Problems: StocktakeOpen, PlaceUnknown (also of a partner's shop, whose goods are
// counted with the partner's report), CategoryUnknown.
struct BeginStocktake {
  Id<Place> place;
  std::optional<Id<Category>> category;
  bool blind = false;
};
// So many are there now, in the stocktake that goes on; nullopt: it was not counted after all. Tracks the product from
// now on. A product that does not belong to it may be counted too. Undoable. Problems: StocktakeNone, ProductUnknown
// (also of one that is sold by its variants only), QuantityNegative, QuantityTooLarge.
struct CountPieces {
  Id<Product> product;
  std::optional<Quantity> counted;
};
// Why a count differs. Undoable. Problems: StocktakeNone, ProductUnknown (not counted).
struct ExplainCount {
  Id<Product> product;
  CountReason reason = CountReason::None;
};
// Books the differences. Undoable: the stocktake then goes on. Problems: StocktakeNone.
struct FinishStocktake {};
// Nothing is booked. Undoable. Problems: StocktakeNone.
struct GiveUpStocktake {};

using StocktakeCommand = std::variant<BeginStocktake, CountPieces, ExplainCount, FinishStocktake, GiveUpStocktake>;

Result<Decision> decide(const StocktakeCommand& command, const Deciding& deciding);
// Facts whose kind begins with "stock.stocktake".
void apply_stocktake(const Fact& fact, const Applying& applying);

struct StocktakeRow {
  Id<Product> product;
  std::string name;  // with the variant's label
  std::string code;
  PhotoName photo;
  int tint = 0;
  Quantity expected;  // when it was counted; now, while it is not
  Quantity on_hand;   // at the place, now
  std::optional<Quantity> counted;
  std::optional<Money> cost;  // of a piece, when it was counted
  CountReason reason = CountReason::None;

  Quantity difference() const { return counted ? *counted - expected : Quantity{}; }  // < 0: missing
  Money worth() const;  // of the difference, at cost; 0 where that is unknown
};

struct StocktakeQuestion {
  Id<Stocktake> stocktake;
  bool only_differences = false;
  Id<Product> current;  // whose place in the list, and whose follower, is asked
  int first = 0;
  int count = 60;
  friend bool operator==(const StocktakeQuestion&, const StocktakeQuestion&) = default;
};
struct StocktakeView {
  std::vector<StocktakeRow> rows;  // from `first`
  int total = 0;                   // rows there are
  int counted = 0;                 // of all that is to be counted
  int to_count = 0;
  int differing = 0;
  Quantity missing, found;  // pieces; both positive
  Money missing_worth, found_worth;
  std::optional<int> current_at;  // where the current one stands among the rows
  struct Next {
    Id<Product> product;
    std::string name;
  };
  std::optional<Next> next;  // the next one that is not counted, after the current one; then from the start
};
// A pass over the catalogue: for the worker.
StocktakeView stocktake_list(const Database& database, const StocktakeQuestion& question);
// As a row of the open stocktake, whether it belongs to it or not.
std::optional<StocktakeRow> stocktake_row(const Database& database, Id<Stocktake> stocktake, Id<Product> product);

std::optional<Stocktake> open_stocktake(const Database& database);
std::optional<Stocktake> find_stocktake(const Database& database, Id<Stocktake> id);
// "Shelf" or "Shelf · Mugs": where, and which category.
std::string stocktake_title(const Database& database, const Stocktake& stocktake);

struct PastStocktake {
  Stocktake stocktake;
  std::string title;
  int counted = 0, differing = 0;
  Money missing_worth, found_worth;
};
// Those that were finished, newest first.
std::vector<PastStocktake> past_stocktakes(const Database& database, int limit);

// Places where something of ours stands that can be counted: home, and boxes with goods in them, called by their fair.
std::vector<Place> places_to_count(const Database& database);

}  // namespace lapak
