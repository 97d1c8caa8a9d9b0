// screens: what a piece costs, what it should be sold for, and one tap that takes that price.
#pragma once
#include <optional>
#include <vector>

#include "app/screens/screen.h"
#include "core/catalog/catalog_commands.h"
#include "core/db/database.h"
#include "core/making/recipe.h"

namespace lapak {

// A product with its variants, for its price.
struct PricedProduct {
  Product product;
  std::vector<Product> variants;
};
std::optional<PricedProduct> priced_product(const Database& database, Id<Product> product);
// The price of the card, or what its variants begin with.
Money price_of(const PricedProduct& priced);
// Of it and of all its variants.
SaveProduct with_price(PricedProduct priced, Money price);

class PriceSheet {
 public:
  void open(PricedProduct priced, const PieceCost& cost, const CostRules& rules);
  bool is_open() const { return is_open_; }
  // Drawn last, every frame. Asks for SaveProduct. Names "price.take", "price.retail", "price.wholesale".
  void draw(Ui& ui, Intents& out);
  // True when it was this sheet's.
  bool performed(const Outcome& outcome, const Words& words, const Currency& currency, Intents& out);

 private:
  PricedProduct priced_;
  PieceCost cost_;
  SuggestedPrice suggested_;
  bool is_open_ = false;
};

// Materials, work, other, overhead and their sum, which is called `of_one`, one line each, from the top of `room`; the
// y below the last.
float draw_cost_lines(Ui& ui, Rect room, const PieceCost& cost, std::string_view of_one);

}  // namespace lapak
