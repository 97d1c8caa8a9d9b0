// sale: what is asked at the stall while the day is open at a fair: its own prices and its own tax. The fair room
// writes them down; a sale only has to know.
#pragma once
#include <map>
#include <optional>
#include <vector>

#include "core/catalog/product_store.h"
#include "core/profile/profile.h"

namespace lapak {

struct Fair;

struct StallTerms {
  std::int64_t price_change_bp = 0;     // of the list prices: 1,000 is a tenth more
  std::map<Id<Product>, Money> prices;  // its own, for which the change is not read
  std::optional<TaxRate> tax;           // in place of the ordinary class's

  bool has_prices() const { return price_change_bp != 0 || !prices.empty(); }
};
StallTerms terms_at(const Database& database, Id<Fair> fair);
// Where the day is that is open at this till; at no fair none of its own.
StallTerms terms_here(const Database& database);

// What `product`, whose list price is `list`, costs there: its own price, else the list's with the change, rounded half
// away from zero, not below nothing.
Money price_by(const StallTerms& terms, Id<Product> product, Money list);
// The cards with the prices there.
std::vector<ProductCard> priced_by(const StallTerms& terms, const Database& database, std::vector<ProductCard> cards);
// Goods of other classes keep their rate, and those without a tax have none.
std::vector<TaxRate> rates_by(const StallTerms& terms, std::vector<TaxRate> ordinary);
// The rates that hold at this till now.
std::vector<TaxRate> rates_here(const Database& database, const Profile& profile);

}  // namespace lapak
