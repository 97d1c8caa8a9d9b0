// paper: the receipt: what the buyer takes home, on a roll of 58 or 80 mm or on A6.
//
// Plain values in, a Document out; any thread. Amounts are handed in as the facts of the sale keep them and printed
// as they are: nothing is added up here, so that paper and journal cannot disagree. All amounts are positive;
// a refund's too (its words say that the money went the other way). Strings are as people typed them.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/base/money.h"
#include "core/paper/layout.h"
#include "core/paper/letterhead.h"
#include "core/words/words.h"

namespace lapak {

enum class ReceiptPaper { Roll58mm, Roll80mm, A6 };

// What a bundle is made of: told, and paid for by the bundle.
struct ReceiptPart {
  Quantity quantity;
  std::string name;
  std::string options;
  std::string note;
};

struct ReceiptLine {
  std::string name;     // "Anting Batik"
  std::string options;  // of the variant: "Biru, M"; empty for none
  Quantity quantity;
  Money list_price;  // shown struck out when it differs from `price`
  Money price;       // agreed, of one
  Money discount;    // taken off this line, without its share of the cart's discount
  Money total;       // quantity × price − discount
  std::string note;
  std::vector<ReceiptPart> parts = {};  // of a bundle
};

enum class ReceiptTaxKind { Included, Added };

struct ReceiptTax {
  std::string name;  // "PPN 11%": the rate as the seller calls it
  ReceiptTaxKind kind = ReceiptTaxKind::Included;
  Money base;
  Money amount;
};

enum class ReceiptPaymentState { Arrived, Waiting };

struct ReceiptPayment {
  std::string method;             // "Tunai", "QRIS": in the receipt's language
  Money amount;                   // what it paid of the total
  std::optional<Money> received;  // cash handed over, when change was given or might have been
  Money change;
  ReceiptPaymentState state = ReceiptPaymentState::Arrived;
  std::string reference;  // terminal's or bank's; empty for none
};

enum class ReceiptKind { Sale, Refund };

// A voided sale keeps its receipt; it says so.
struct ReceiptVoid {
  LocalTime at;
  std::string who;
  std::string reason;
};

struct ReceiptView {
  ReceiptKind kind = ReceiptKind::Sale;
  Letterhead head;
  std::string number;           // "B1-000123"; an imported sale's own
  std::string refunded_number;  // of the sale a refund gives back; empty otherwise
  std::string reason;           // of a refund; empty for none
  LocalTime at;
  std::string seller;    // empty: not printed
  std::string customer;  // empty: not printed
  std::vector<ReceiptLine> lines;
  Money subtotal;       // Σ line totals
  Money cart_discount;  // percent, amount and "agreed total" together
  std::vector<ReceiptTax> taxes;
  Money rounding;  // its own sign: −500 was rounded down
  Money tip;       // outside the total's turnover, inside `total`
  Money total;     // to pay
  Money deposit;   // paid before, for an order that was handed over
  Money rest;      // of the total, printed where there was a deposit
  std::vector<ReceiptPayment> payments;
  Money owed;        // not paid yet
  std::string note;  // of the cart
  std::optional<ReceiptVoid> voided;
  std::string thanks;            // the shop's own words; empty: "Thank you"
  bool stamp_duty_hint = false;  // total above the amount that wants a stamp
};

Document receipt(const ReceiptView& view, ReceiptPaper paper, const Words& words);

}  // namespace lapak
