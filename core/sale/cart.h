// sale: the open cart and what it comes to. Pure: values in, values out.
//
// Everything that is shared out over lines (cart discount, agreed total, tax) adds up to the last unit. Amounts are
// rounded once, in `totals`. Any thread.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/base/id.h"
#include "core/base/money.h"
#include "core/catalog/product.h"
#include "core/profile/profile.h"

namespace lapak {

struct Contact;
struct CustomOrder;
struct Sale;

// Off a line or off the cart: an amount, or a share of it.
struct Discount {
  Money amount;                   // used when `share` is empty
  std::optional<Fraction> share;  // 10/100
  friend bool operator==(const Discount&, const Discount&) = default;
};

struct CartLine {
  Id<CartLine> id;
  std::optional<Id<Product>> product;  // none: a typed amount
  std::string name;
  std::string variant;  // "Merah · M"
  PhotoName photo;
  Quantity quantity;
  Money list_price;
  Money agreed_price;
  std::optional<Money> floor;
  std::optional<Discount> discount;
  std::string tax_class;
  bool tracked = false;
  std::string note;
  friend bool operator==(const CartLine&, const CartLine&) = default;
};

struct Cart {
  Id<Sale> id;  // the sale it will become: paying it twice is impossible
  std::vector<CartLine> lines;
  std::optional<Discount> discount;
  std::optional<Money> agreed_total;  // what was agreed for all of it; replaces `discount`
  Money tip;                          // beside turnover
  std::optional<Id<Contact>> customer;
  // Handed over with this cart: its deposit pays first. Its line carries its id, and when that goes the order goes too.
  std::optional<Id<CustomOrder>> order;
  std::string note;
  friend bool operator==(const Cart&, const Cart&) = default;
};

struct LineTotal {
  Money gross;                // quantity × agreed price
  Money line_discount;        // ≥ 0
  Money cart_discount;        // this line's share of the cart's discount; negative when more was agreed than asked
  Money tax;                  // included or added, this line's share
  std::optional<int> tax_of;  // which of Totals::taxes that is
  Money amount;               // gross − line_discount − cart_discount: what the line is worth
};

struct TaxTotal {
  std::string name;
  Fraction rate;
  bool included = true;
  Money base;  // the amount without the tax
  Money amount;
  friend bool operator==(const TaxTotal&, const TaxTotal&) = default;
};

struct Totals {
  std::vector<LineTotal> lines;
  std::vector<TaxTotal> taxes;
  Quantity items;
  Money gross;     // Σ gross
  Money discount;  // Σ line_discount + cart_discount
  Money net;       // Σ amount = gross − discount
  Money tax_included;
  Money tax_added;
  Money tip;
  Money total;                  // net + tax_added + tip; cash rounding comes on top when it is paid
  bool is_below_floor = false;  // a line's amount is under quantity × floor
};

// What the cart comes to on `day`. An agreed total is the sum the buyer pays for the goods, added tax included, tip
// not; with no goods it is nothing. Problems: AmountTooLarge, DiscountTooLarge, AmountNegative, QuantityZero,
// QuantityNegative, QuantityTooLarge.
Result<Totals> totals(const Cart& cart, const std::vector<TaxRate>& rates, Date day);

// What paying `total` wholly in cash adds (or takes off): a line of its own.
Money cash_rounding_of(Money total, const CashRounding& rule);

// What is put into a cart.
struct CartItem {
  std::optional<Id<Product>> product;
  std::string name;
  std::string variant;
  PhotoName photo;
  Money price;
  std::optional<Money> floor;
  std::string tax_class;
  bool tracked = false;
};

// Edits give back the changed cart; the original is untouched. What no longer fits the goods falls away: an agreed
// total was agreed for other goods, and a discount of more than there is left takes nothing off.
// The same product with nothing agreed on its line goes onto that line; typed amounts never merge.
// Problems: QuantityZero, QuantityTooLarge, AmountTooLarge, AmountNegative.
Result<Cart> with_item(Cart cart, const CartItem& item, Quantity quantity, Id<CartLine> new_line);
// Before what is in the cart, the line and the customer of a cart that hands an order over. Asserts: it does, and
// `cart` hands over no other.
Cart with_order(Cart cart, const Cart& order);
// 0 removes the line; an order's line is one, whatever is asked for. Problems: LineUnknown, QuantityNegative,
// QuantityTooLarge, AmountTooLarge.
Result<Cart> with_quantity(Cart cart, Id<CartLine> line, Quantity quantity);
// Problems: LineUnknown, AmountNegative, AmountTooLarge.
Result<Cart> with_agreed_price(Cart cart, Id<CartLine> line, Money price);
// Problems: LineUnknown, AmountNegative, DiscountTooLarge.
Result<Cart> with_line_discount(Cart cart, Id<CartLine> line, std::optional<Discount> discount);

}  // namespace lapak
