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
#include "core/journal/rights.h"
#include "core/profile/profile.h"
#include "core/sale/bundle.h"

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

// A rule of the shop that was in force when the cart was changed last.
struct CartRule {
  Id<BundleRule> id;
  std::string name;
  BundleTerms terms;
  friend bool operator==(const CartRule&, const CartRule&) = default;
};

// What is in each piece of a set.
struct CartSetPart {
  Id<Product> product;
  std::string name;  // with the variant
  Quantity quantity;
  Money price;  // of one, sold by itself
  friend bool operator==(const CartSetPart&, const CartSetPart&) = default;
};

// How many there are in so many sets; nullopt: more than can be counted.
std::optional<Quantity> in_sets(const CartSetPart& part, Quantity sets);

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
  std::vector<std::size_t> rules;  // which of Cart::rules name it
  std::vector<CartSetPart> parts;  // of a set
  std::string note;
  friend bool operator==(const CartLine&, const CartLine&) = default;
};

struct Cart {
  Id<Sale> id;  // the sale it will become: paying it twice is impossible
  std::vector<CartLine> lines;
  std::vector<CartRule> rules;  // those that name a line (cart_rules.h)
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
  Money line_discount;        // ≥ 0: what was taken off the line, or saved by bundles
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
  std::vector<Bundle> bundles;  // of the cart's rules, best for the buyer
  std::vector<TaxTotal> taxes;
  Quantity items;
  Money gross;     // Σ gross
  Money discount;  // Σ line_discount + cart_discount
  Money net;       // Σ amount = gross − discount
  Money tax_included;
  Money tax_added;
  Money tip;
  Money total;                  // net + tax_added + tip; cash rounding comes on top when it is paid
  bool is_below_floor = false;  // a line's amount is under quantity × floor, and not by a bundle alone
};

// What the cart comes to on `day`. An agreed total is the sum the buyer pays for the goods, added tax included, tip
// not; with no goods it is nothing. Problems: AmountTooLarge, DiscountTooLarge, AmountNegative, QuantityZero,
// QuantityNegative, QuantityTooLarge.
Result<Totals> totals(const Cart& cart, const std::vector<TaxRate>& rates, Date day);

// How far a cart was bargained down, at its worst line. What the shop's own bundles take off is none of it, nor is the
// unit that comes of sharing out.
struct Concession {
  int percent = 0;  // under the list, rounded up
  bool is_below_floor = false;
};
// `totals` are the cart's.
Concession concession_of(const Cart& cart, const Totals& totals);
bool is_within(const Concession& asked, const Rights& rights);

// Pieces of one line that are sold alike: by themselves or in one bundle. Over a cart they are all its pieces.
struct CartPart {
  std::size_t line = 0;
  Quantity quantity;
  std::optional<std::size_t> bundle;  // of Totals::bundles
  Money gross;                        // quantity × agreed price
  Money discount;                     // saved by the bundle, or taken off the line; Σ over a line its line_discount
};
// In the cart's order; a bundle stands whole where its first line does. `totals` are the cart's.
std::vector<CartPart> parts_of(const Cart& cart, const Totals& totals);

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
  std::vector<CartSetPart> parts = {};  // of a set
};

// The same goods under these rules; a discount that is now more than there is falls away, what was agreed stays.
// `named` tells of each line which of the rules name it.
Cart with_rules(Cart cart, std::vector<CartRule> rules, std::vector<std::vector<std::size_t>> named);

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
