// sale: what was sold, paid, refunded. Pure types and rules; facts, never changed after.
//
// Refunds and voids carry negative quantities and amounts. For every sale
//   total = net + tax_added + rounding + tip = Σ payments.amount (at the time of sale) + owed.
// A deposit for an order has no lines and a total of nothing: what was taken stands against Method::Deposit, which pays
// first when the order is sold. So it is in the drawer at once and turnover once, with the goods.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/sale/cart.h"

namespace lapak {

struct Seller;
struct TillDay;

enum class SaleKind { Sale, Refund, Void, Deposit };

// One way a payment is made. `received` is what was handed over in cash; the change is the difference.
struct Tender {
  Method method = Method::Cash;
  Money amount;             // of the bill; in a refund what is given back, positive
  Money received;           // 0: exactly `amount`
  bool is_waiting = false;  // a transfer that was not seen yet
  std::string reference;
};

struct Payment {
  Id<Payment> id;
  Method method = Method::Cash;
  Money amount;
  Money received;
  Money change;
  bool is_waiting = false;
  std::string reference;
  Instant at;
  Date business_date;
  std::optional<Id<TillDay>> till_day;  // the drawer a cash payment went to
  friend bool operator==(const Payment&, const Payment&) = default;
};

// Pieces that were sold together for one price, as it was then: any so many by a rule, or the parts of a set.
struct SaleBundle {
  std::optional<Id<BundleRule>> rule;
  std::optional<Id<Product>> product;  // the set; its terms are one for its price
  std::string name;
  BundleTerms terms;
  std::int64_t times = 1;
  friend bool operator==(const SaleBundle&, const SaleBundle&) = default;
};

struct SaleLine {
  int position = 0;
  std::optional<Id<Product>> product;
  std::string name;  // with the variant
  Quantity quantity;
  Money list_price;
  Money agreed_price;
  Money gross;
  Money line_discount;
  Money cart_discount;
  Money tax;
  std::optional<int> tax_of;  // which of the sale's taxes that is
  Money amount;
  std::optional<int> returns;  // in a refund: the line of the original
  bool to_stock = true;
  std::optional<int> bundle;  // which of the sale's bundles all its pieces went into
  std::string note;
  friend bool operator==(const SaleLine&, const SaleLine&) = default;
};

struct Sale {
  Id<Sale> id;
  std::string number;  // "A1-000123"
  std::string source;  // "" for our own, else where it was imported from
  SaleKind kind = SaleKind::Sale;
  std::optional<Id<Sale>> corrects;
  Instant at;
  Date business_date;
  int hour = 0;  // of the seller's clock
  std::string till;
  std::optional<Id<TillDay>> till_day;
  std::optional<Id<Seller>> who;
  std::optional<Id<Contact>> customer;
  std::optional<Id<CustomOrder>> order;  // whose deposit it is, or which it hands over
  std::vector<SaleLine> lines;
  std::vector<SaleBundle> bundles;  // those of each stand one after the other in `lines`
  std::vector<TaxTotal> taxes;
  std::vector<Payment> payments;  // those made with the sale
  Money gross, discount, tax_included, tax_added, rounding, tip, total, owed;
  std::string note;
  std::string reason;  // of a refund or void
  friend bool operator==(const Sale&, const Sale&) = default;
};

// The sums above.
bool adds_up(const Sale& sale);

// Σ amount of the lines: what the goods came to, added tax apart.
Money net_of(const Sale& sale);

// The sale that `cart` comes to, still without number, times and payments; `totals` are the cart's. Pieces of one line
// that are sold differently, in bundles or by themselves, are lines of their own: each piece of a line cost the same.
// A set is sold as its parts, which share its price by what they cost by themselves.
Sale sale_of(const Cart& cart, const Totals& totals, Money rounding);

struct RefundLine {
  int position = 0;   // of the sale's line
  Quantity quantity;  // > 0
  bool to_stock = true;
};
// The refund of these lines, after `earlier` ones: amounts negative, `total` what it is worth; still without number,
// times and payments. A line's worth is its share of what was paid for it, cash rounding included, tip not; over any
// sequence of refunds the shares add up to all of it.
// Problems: LineUnknown, RefundEmpty, QuantityNegative, RefundTooMuch.
Result<Sale> refund_of(const Sale& sale, const std::vector<Sale>& earlier, const std::vector<RefundLine>& lines);
// What is taken as a deposit by these payments, or, of negative ones, given back.
Sale deposit_of(Id<CustomOrder> order, std::vector<Payment> payments);
// What the bundle at this place came to, with what was taken off a set of it, before the cart's discount.
Money amount_of_bundle(const Sale& sale, int bundle);
// What its lines would have cost more without the rules.
Money saved_by_bundles(const Sale& sale);
// What a receipt is over: of a deposit what was taken, < 0 what was given back; else its total.
Money worth_of(const Sale& sale);
// Which line is the order that this hands over: the first that is not of a product (with_order puts it first; what it
// is made of is not on the shelves). nullptr when it hands none over.
const SaleLine* ordered_line(const Sale& sale);
// All of it taken back, the tip too; the same left open.
Sale void_of(const Sale& sale);

// The payments that cover `due`. Cash of more than what is due is taken as handed over and gives change; tenders of
// nothing are left out. Ids, times and drawers are left to the caller.
// Problems: AmountNegative, AmountTooLarge, PaymentTooMuch, PaymentMissing (less received than meant), MethodUnknown
// (an exchange is no tender of its own).
Result<std::vector<Payment>> payments_for(Money due, const std::vector<Tender>& tenders);

std::string receipt_number(std::string_view till, std::int64_t epoch, std::int64_t n);

}  // namespace lapak
