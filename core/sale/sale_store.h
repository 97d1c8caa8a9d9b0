// sale: the rows of sales, and the questions screens and papers ask about them.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/db/database.h"
#include "core/people/contact.h"
#include "core/sale/sale.h"

namespace lapak {

// Written by apply_sale.
void insert_sale(Database& database, const Sale& sale);
void insert_later_payment(Database& database, Id<Sale> sale, const Payment& payment, std::optional<Id<Seller>> who);
// The last receipt number given out by a till in an epoch, 0 for none yet; and the one just taken.
std::int64_t last_number(const Database& database, std::string_view till, std::int64_t epoch);
void take_number(Database& database, std::string_view till, std::int64_t epoch, std::int64_t n);
// What is held for an order; and what a payment by deposit takes from it, or puts to it where it is negative.
Money deposit_held(const Database& database, Id<CustomOrder> order);
void take_from_deposit(Database& database, Id<CustomOrder> order, Money amount);
// What was paid for an order and not given back, up to and with that receipt: what it says whenever it is printed.
Money deposit_paid(const Database& database, Id<CustomOrder> order, Id<Sale> until);
// Something of what `sale` owed is paid or forgiven.
void reduce_owed(Database& database, Id<Sale> sale, Money by);

std::optional<Sale> find_sale(const Database& database, Id<Sale> id);
// Of our own series, else an imported one (the sale before the refund of the same number).
std::optional<Sale> find_sale(const Database& database, std::string_view number);
// The newest sale or refund of our own series that was not voided.
std::optional<Id<Sale>> last_sale(const Database& database);

// What of a sale can still come back, and what was made of it.
struct SaleStanding {
  std::optional<Id<Sale>> voided_by;  // the void that took it back
  Money owed_now;
  std::vector<Quantity> refundable;  // one a line
  std::vector<Id<Sale>> refunds;
  std::vector<Id<Payment>> waiting;     // payments not seen yet
  std::vector<Payment> later_payments;  // part payments of what was owed

  bool is_voided() const { return voided_by.has_value(); }
};
SaleStanding standing_of(const Database& database, const Sale& sale);
Money owed_now(const Database& database, Id<Sale> sale);
bool is_voided(const Database& database, Id<Sale> sale);
// The void that took it back, if one did.
std::optional<Id<Sale>> voided_by(const Database& database, Id<Sale> sale);
bool is_known(const Database& database, std::string_view source, std::string_view number, SaleKind kind);
std::vector<Sale> refunds_of(const Database& database, Id<Sale> sale);  // oldest first

// A payment of a business date that nobody has seen arrive yet.
struct WaitingPayment {
  Method method = Method::Transfer;
  Money amount;
  std::string number;    // of the sale
  std::string customer;  // name, or empty
};
std::vector<WaitingPayment> waiting_payments(const Database& database, Date business_date);

struct HistoryRow {
  Id<Sale> id;
  std::string number;
  SaleKind kind = SaleKind::Sale;
  Instant at;
  Money total;
  Money owed_now;
  bool is_voided = false;
  bool is_waiting = false;
  std::vector<Method> methods;
  std::string first_item;
  Quantity items;
  std::string customer;  // name, or empty
};
enum class HistoryFilter { All, Refunds, Owed, Waiting };
struct HistoryQuestion {
  HistoryFilter filter = HistoryFilter::All;
  std::string search;  // a number, a customer, a product
  int first = 0;
  int count = 40;
  friend bool operator==(const HistoryQuestion&, const HistoryQuestion&) = default;
};
struct HistoryView {
  std::vector<HistoryRow> rows;  // newest first
  int total = 0;
};
HistoryView history(const Database& database, const HistoryQuestion& question);

// Variants of a product sold most, best first.
std::vector<Id<Product>> most_sold_variants(const Database& database, Id<Product> parent, int count);

// What amounts typed lately (the last 2,000 lines sold) were called, most often used first, then those of `fallback`.
std::vector<std::string> typed_labels(const Database& database, const std::vector<std::string>& fallback, int count);

// All sales and refunds that were ever put down to this contact.
std::vector<Id<Sale>> sales_of(const Database& database, Id<Contact> contact);
// What was noted on them, and the references of their payments, become NULL: their buyer is forgotten.
void forget_words_of_sales(Database& database, Id<Contact> contact);

// What the contact, or a card that was merged into this one, bought last and did not give back; empty: nothing.
struct LastPurchase {
  std::string pieces;  // "Tas rajut bunga, Gantungan kunci", at most three
  std::optional<Instant> at;
};
LastPurchase last_purchase_of(const Database& database, Id<Contact> contact);

// What the till shows about the chosen customer.
struct CustomerCard {
  Contact contact;
  std::vector<Note> notes;    // newest first, at most five
  std::string last_purchase;  // "Tas rajut bunga, Gantungan kunci"
  std::optional<Instant> last_purchase_at;
  Money owed;
  std::string promise;  // the earliest that is still open
  std::optional<Date> promise_due;
};
std::optional<CustomerCard> customer_card(const Database& database, Id<Contact> id);

}  // namespace lapak
