// screens: one receipt of the past, read aloud: what was sold, how it was paid, what is open, and what can be done.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/parts/badge.h"
#include "core/paper/layout.h"
#include "core/sale/sale_store.h"
#include "core/shop/shop.h"

namespace lapak {

struct PastSale {
  Sale sale;
  SaleStanding standing;
  std::string customer;
  std::string phone;  // of the customer; empty where none is known
  std::string text;   // the receipt as a message
  std::string seller;
  std::string corrects;  // number of the sale that a refund gives back of
  LocalTime at;
  std::vector<Sale> refunds;

  bool may_refund() const;
  bool may_void() const;
  // The first payment that has not arrived.
  const Payment* waiting() const;
};
// Its receipt on the shop's paper: for MakePaper and the print sheet.
std::function<Document(const Database&, const Profile&)> receipt_paper_of(const Sale& sale);

// Nullopt when there is no such sale.
std::optional<PastSale> past_sale_of(const Shop& shop, Id<Sale> id);

// Its state in a word and a colour; none for a sale that is paid and stands.
std::optional<Pill> state_pill(const Ui& ui, SaleKind kind, bool is_voided, bool is_owed, bool is_waiting);

enum class ReceiptWish { None, Pdf, Refund, Exchange, Void, Settle, Arrived, Print, Share };
// Names "receipt.print", "receipt.pdf", "receipt.share", "receipt.refund", "receipt.exchange", "receipt.void",
// "receipt.settle", "receipt.arrived".
ReceiptWish draw_receipt(Ui& ui, Rect rect, const PastSale& view);

}  // namespace lapak
