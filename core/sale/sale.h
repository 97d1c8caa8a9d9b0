// sale: what was sold, paid, refunded. Pure types and rules; facts, never changed after.
//
// Refunds and voids carry negative quantities and amounts. For every sale
//   total = net + tax_added + rounding + tip = Σ payments.amount (at the time of sale) + owed.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/sale/cart.h"

namespace lapak {

struct Seller;
struct TillDay;

enum class SaleKind { Sale, Refund, Void };

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
  Money amount;
  std::optional<int> returns;  // in a refund: the line of the original
  bool to_stock = true;
  std::string note;
};

struct Sale {
  Id<Sale> id;
  std::string number;  // "A1-000123"
  std::string source;  // "" for our own, else where it was imported from
  SaleKind kind = SaleKind::Sale;
  std::optional<Id<Sale>> corrects;
  Instant at;
  Date business_date;
  int hour = 0;        // of the seller's clock
  std::string till;
  std::optional<Id<TillDay>> till_day;
  std::optional<Id<Seller>> who;
  std::optional<Id<Contact>> customer;
  std::vector<SaleLine> lines;
  std::vector<TaxTotal> taxes;
  std::vector<Payment> payments;  // those made with the sale
  Money gross, discount, tax_included, tax_added, rounding, tip, total, owed;
  std::string note;
  std::string reason;  // of a refund or void
};

// Asserts the sums above.
void check_sums(const Sale& sale);

std::string receipt_number(std::string_view till, std::int64_t epoch, std::int64_t n);

}  // namespace lapak
