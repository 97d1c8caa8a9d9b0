// screens: the open cart as Sell and Pay show it.
#pragma once
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "app/parts/ui.h"
#include "app/screens/watched.h"
#include "core/sale/sale_store.h"

namespace lapak {

// A row of the cart: a bundle, or pieces of a line; those of a bundle stand under it.
struct CartRow {
  std::optional<std::size_t> bundle;  // of Totals::bundles
  std::optional<CartPart> pieces;     // none: the bundle itself
};

struct CartView {
  Cart cart;
  Totals totals;
  std::vector<CartRow> rows;
  Money deposit;                                      // held for the order that is handed over: it pays first
  Money cash_rounding;                                // when all of what is left is paid in cash
  std::unordered_map<Id<Product>, Quantity> in_cart;  // by the card of the grid
  std::optional<CustomerCard> customer;
  std::vector<HeldCart> held;
  std::vector<TaxRate> tax_rates;
  Date today;
  Zone zone;

  Money due() const { return totals.total - deposit; }
  bool is_empty() const { return cart.lines.empty(); }
};

class WatchedCart {
 public:
  // True when it changed.
  bool refresh(const Shop& shop);
  const CartView& view() const { return view_.view(); }
  const CartView* operator->() const { return &view_.view(); }

 private:
  Watched<Date, CartView> view_;
};

std::vector<CartRow> rows_of(const Cart& cart, const Totals& totals);
// "2 × any 3 for 100.000": how often, and what for.
std::string bundle_subtitle(const Ui& ui, const CartRule& rule, const Bundle& bundle);
// "Merah · 2 × 85.000 · −10 %": what a line of the cart says under its name.
std::string line_subtitle(const Ui& ui, const CartLine& line);
// "4 items".
std::string item_count(const Words& words, Quantity items);
// "Merah · 2 × 85.000" shortened to the name: "Tas rajut bunga · Merah".
std::string line_name(const CartLine& line);

}  // namespace lapak
