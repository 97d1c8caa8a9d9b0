// sale: what can be done with sales.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/journal/decision.h"
#include "core/sale/sale.h"

namespace lapak {

enum class Remainder { Refused, Owed };  // what is not paid: a problem, or paid later by the customer

// Turns a cart into a sale. Cash rounding applies when all of it, a deposit apart, is paid in cash. What is held for
// the order that the cart hands over pays first; PaymentTooMuch where it is more than the cart comes to. Problems:
// CartEmpty, PaidAlready, PaymentMissing, PaymentTooMuch (only cash gives change), CustomerNeeded (owed without a
// customer), ContactUnknown, ProductUnknown, SetNotWhole, MethodUnknown, NameTooLong, TextNotUtf8, and those of
// totals().
struct Sell {
  Cart cart;
  std::vector<Tender> tenders;
  Remainder remainder = Remainder::Refused;
};
// A part or all of what a sale still owes. Problems: SaleUnknown, NothingOwed, PaymentTooMuch, AmountNegative.
struct SettleOwed {
  Id<Sale> sale;
  Tender tender;
};
// A waiting transfer arrived. Problems: PaymentUnknown.
struct MarkPaymentSeen {
  Id<Payment> payment;
};
// Takes a whole sale back as if it had not been: stock returns, it counts nowhere. The money goes back by the ways
// it came. Anybody may within ten minutes; later, where the owner has a PIN, a helper may not.
// Problems: SaleUnknown (a refund is none), SaleVoided, RefundTooMuch (part of it was refunded), OwnerOnly.
inline constexpr std::int64_t kVoidedByAnyone_ms = 10 * 60 * 1000;
struct VoidSale {
  Id<Sale> sale;
  std::string reason;
};
// Gives back by line. Each line's worth is its share of what was paid for it, to the last unit over several refunds.
// Tenders must add up to the worth less what is still owed, which is taken off first. Not by a helper where the owner
// has a PIN.
// Problems: SaleUnknown, SaleVoided, LineUnknown, RefundEmpty, RefundTooMuch, PaymentMissing, PaymentTooMuch,
// OwnerOnly.
struct Refund {
  Id<Sale> sale;
  std::vector<RefundLine> lines;
  std::vector<Tender> tenders;
  std::string reason;
};
// A refund and a sale in one entry: the worth of what came back is a tender (Method::Exchange) of what is bought.
// `refund.tenders` and `sell.tenders` hold only what changes hands besides.
// No cash rounding: the goods that came back are part of the payment.
struct ExchangeGoods {
  Refund refund;
  Sell sell;
};

// Money for an order before its goods are sold: a receipt of its own. With the order's room, which knows the order.
// Problems: PaymentMissing (nothing was given), AmountNegative, AmountTooLarge, MethodUnknown, ContactUnknown,
// NameTooLong, TextNotUtf8.
struct TakeDeposit {
  Id<CustomOrder> order;
  Id<Contact> customer;
  std::vector<Tender> tenders;
  std::string note;
};
// Some or all of what is held given back. Not by a helper where the owner has a PIN.
// Problems: PaymentMissing, PaymentTooMuch (more than is held), AmountNegative, AmountTooLarge, MethodUnknown,
// ContactUnknown, NameTooLong, TextNotUtf8, OwnerOnly.
struct ReturnDeposit {
  Id<CustomOrder> order;
  Id<Contact> customer;
  std::vector<Tender> tenders;
  std::string reason;
};
Result<Decision> decide_deposit(const TakeDeposit& command, const Deciding& deciding);
Result<Decision> decide_deposit(const ReturnDeposit& command, const Deciding& deciding);

// A sale of another system at its own time. Its number stays outside our series; its lines' amounts are the facts.
struct ImportedLine {
  std::string code;
  std::string name;  // as it stands in the file, blanks included
  Quantity quantity;
  Money price;   // rounded, for show
  Money amount;  // signed
};
struct ImportedSale {
  std::string source;
  std::string number;
  Instant at;
  std::string customer;             // the source's customer number, or empty
  std::vector<ImportedLine> lines;  // of one sign: an invoice with both is handed in as two
};
// A zero-price line: pieces that appeared or vanished there.
struct ImportedCorrection {
  std::string source;
  std::string number;
  Instant at;
  std::string code;
  std::string name;
  Quantity quantity;
};
// All of them or none; one entry an invoice. Those whose (source, number, kind) is known already are left out.
// Unknown codes become untracked products; lines without a code are typed amounts. Unknown customers become contacts,
// an entry each; one whose very name a single contact of the shop has is that contact.
struct ImportSales {
  std::vector<ImportedSale> sales;
  std::vector<ImportedCorrection> corrections;
};
struct ImportCount {
  std::int64_t sales = 0, refunds = 0, corrections = 0;  // added
  std::int64_t known = 0;                                // left out
  std::int64_t products = 0;                             // made for unknown codes
  std::int64_t customers = 0;                            // contacts made for unknown customers
};
// Decides entry by entry and hands each to `take`, which applies it before the next is decided: an import is far larger
// than its invoices. On a problem nothing was taken. Problems: AmountTooLarge, QuantityTooLarge, NameTooLong,
// TextNotUtf8. Asserts: the lines of a sale are of one sign.
Result<ImportCount> decide_import(const ImportSales& import, const Deciding& deciding,
                                  const std::function<void(Decision&&)>& take);

using SaleCommand = std::variant<Sell, SettleOwed, MarkPaymentSeen, VoidSale, Refund, ExchangeGoods>;

Result<Decision> decide(const SaleCommand& command, const Deciding& deciding);
void apply_sale(const Fact& fact, const Applying& applying);
// The sale, refund or void that a fact of this room is about; nullopt for what names a payment alone.
std::optional<Id<Sale>> sale_of(const Fact& fact);
// Of the fact of SettleOwed: the payment.
Id<Payment> added_payment(const Fact& fact);

// What refunding these lines gives back. Problems as for Refund.
Result<Money> refund_worth(const Database& database, Id<Sale> sale, const std::vector<RefundLine>& lines);

}  // namespace lapak
