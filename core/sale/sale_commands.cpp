// sale: what can be done with sales, and how it is written down.
#include "core/sale/sale_commands.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/catalog/product_store.h"
#include "core/people/people_commands.h"
#include "core/sale/open_day.h"
#include "core/sale/sale_facts.h"
#include "core/sale/sale_json.h"
#include "core/sale/sale_store.h"
#include "core/sale/sale_sums.h"
#include "core/sale/stall_terms.h"
#include "core/stock/stock_commands.h"

namespace lapak {
namespace {

constexpr std::string_view payment_added = "sale.payment_added", payment_seen = "sale.payment_seen";

// Writes sales down one after the other: numbers, moments, ids, and what they do to stock.
class Receipts {
 public:
  explicit Receipts(const Deciding& deciding)
      : deciding_(deciding),
        day_(trading_day(deciding.database, deciding.now, deciding.zone)),
        epoch_(current_epoch(deciding.database)),
        last_(last_number(deciding.database, epoch_.till, epoch_.number)) {}

  // The payment as it is made now.
  Payment made_now(Payment payment) const {
    payment.id = deciding_.ids.next<Payment>();
    payment.at = deciding_.now;
    payment.business_date = day_.business_date;
    payment.till_day = day_.till_day;
    return payment;
  }

  void add(Sale& sale) {
    const SeriesPlace place{epoch_.number, ++last_};
    if (sale.id.is_nil()) sale.id = deciding_.ids.next<Sale>();
    sale.number = receipt_number(epoch_.till, place.epoch, place.n);
    sale.at = deciding_.now;
    sale.business_date = day_.business_date;
    sale.hour = deciding_.zone.local(deciding_.now).hour;
    sale.till = epoch_.till;
    sale.till_day = day_.till_day;
    sale.who = deciding_.actor.seller;
    for (Payment& payment : sale.payments) payment = made_now(std::move(payment));
    LAPAK_ASSERT(adds_up(sale));
    facts_.push_back(sale_fact(sale, place));
  }

  void move(Id<Product> product, Id<Place> place, MovementKind kind, Quantity quantity, Id<Sale> sale) {
    facts_.push_back(moved(Movement{.id = deciding_.ids.next<Movement>(),
                                    .product = product,
                                    .place = place,
                                    .kind = kind,
                                    .quantity = quantity,
                                    .sale = sale,
                                    .reason = {},
                                    .at = deciding_.now,
                                    .business_date = day_.business_date}));
  }

  // Takes what was sold off the place of selling, or puts what came back there.
  void move_lines(const Sale& sale, MovementKind kind) {
    for (const SaleLine& line : sale.lines) {
      if (!line.product || !line.to_stock) continue;
      const std::optional<Product> product = find_product(deciding_.database, *line.product);
      if (!product || !product->tracked) continue;
      const auto place_for = line.quantity > Quantity{} ? place_to_sell_from : place_to_return_to;
      move(product->id, place_for(deciding_.database, day_, product->id), kind, -line.quantity, sale.id);
    }
  }

  Decision decided(std::string_view command, const Sale& sale) {
    Decision decision;
    decision.facts = std::move(facts_);
    decision.outcome = {
        .kind = std::string(command), .subject = sale.id.bytes, .label = sale.number, .is_undoable = false};
    return decision;
  }

 private:
  const Deciding& deciding_;
  TradingDay day_;
  EpochCard epoch_;
  std::int64_t last_;
  std::vector<Fact> facts_;
};

Money paid_by(const std::vector<Payment>& payments) {
  Money paid;
  for (const Payment& payment : payments) paid += payment.amount;
  return paid;
}

Payment credited(Method method, Money amount) {
  Payment payment;
  payment.method = method;
  payment.amount = payment.received = amount;
  return payment;
}

// Texts as they may be kept, or why not.
Result<void> clean(std::string& text, Result<std::string> (*check)(std::string_view)) {
  if (text.empty()) return {};
  Result<std::string> checked = check(text);
  if (!checked) return std::unexpected(checked.error());
  text = std::move(*checked);
  return {};
}

Result<void> clean_tenders(std::vector<Tender>& tenders) {
  for (Tender& tender : tenders)
    if (auto checked = clean(tender.reference, checked_note); !checked) return checked;
  return {};
}

// A set goes over the counter whole, and no more of its parts than can be counted.
Result<void> check_set(const CartLine& line, const Database& database) {
  if (line.parts.empty()) return {};
  if (!line.product || !line.quantity.is_whole()) return refuse(ProblemCode::SetNotWhole, line.name);
  for (const CartSetPart& part : line.parts) {
    if (!find_product(database, part.product)) return refuse(ProblemCode::ProductUnknown, part.name);
    if (part.quantity <= Quantity{}) return refuse(ProblemCode::QuantityZero);
    if (!in_sets(part, line.quantity)) return refuse(ProblemCode::QuantityTooLarge);
  }
  return {};
}

Result<void> clean_cart(Cart& cart, const Database& database) {
  for (CartLine& line : cart.lines) {
    if (line.product && !find_product(database, *line.product)) return refuse(ProblemCode::ProductUnknown, line.name);
    for (std::string* name : {&line.name, &line.variant})
      if (auto checked = clean(*name, checked_name); !checked) return checked;
    if (auto checked = check_set(line, database); !checked) return checked;
    if (auto checked = clean(line.note, checked_note); !checked) return checked;
  }
  if (cart.customer && !find_contact(database, *cart.customer)) return refuse(ProblemCode::ContactUnknown);
  return clean(cart.note, checked_note);
}

// Cash rounding is part of the bill when cash, and nothing else, covers it.
Money rounding_for(Money total, const std::vector<Tender>& tenders, const CashRounding& rule) {
  if (tenders.empty() || !std::ranges::all_of(tenders, [](const Tender& t) { return t.method == Method::Cash; }))
    return {};
  Money given;
  for (const Tender& tender : tenders) given += tender.amount;
  const Money rounding = cash_rounding_of(total, rule);
  return given >= total + rounding ? rounding : Money{};
}

// The sale a cart becomes, paid by what is held for its order, by `credit` for goods that came back, and by the
// tenders.
Result<Sale> sold(Sell command, const Deciding& deciding, Money credit) {
  Cart& cart = command.cart;
  if (!cart.id.is_nil())
    if (const auto number = deciding.database.value<std::string>("SELECT number FROM sale WHERE id = ?", cart.id))
      return refuse(ProblemCode::PaidAlready, *number);
  if (cart.lines.empty()) return refuse(ProblemCode::CartEmpty);
  if (auto checked = clean_cart(cart, deciding.database); !checked) return std::unexpected(checked.error());
  if (auto checked = clean_tenders(command.tenders); !checked) return std::unexpected(checked.error());
  const Date day = trading_day(deciding.database, deciding.now, deciding.zone).business_date;
  const Result<Totals> totals = lapak::totals(cart, rates_here(deciding.database, deciding.profile), day);
  if (!totals) return std::unexpected(totals.error());
  if (!deciding.actor.is_owner() && owner_has_pin(deciding.database) &&
      !is_within(concession_of(cart, *totals), deciding.actor.rights))
    return refuse(ProblemCode::OwnerOnly);
  for (const Tender& tender : command.tenders)
    if (tender.amount < Money{}) return refuse(ProblemCode::AmountNegative);
  const Money deposit = cart.order ? deposit_held(deciding.database, *cart.order) : Money{};
  const Money rounding = credit.is_zero()
                             ? rounding_for(totals->total - deposit, command.tenders, deciding.profile.cash_rounding)
                             : Money{};
  const Result<Money> total = bounded(totals->total + rounding);
  if (!total) return std::unexpected(total.error());
  if (credit + deposit > *total) return refuse(ProblemCode::PaymentTooMuch, (credit + deposit - *total).minor);
  Result<std::vector<Payment>> payments = payments_for(*total - credit - deposit, command.tenders);
  if (!payments) return std::unexpected(payments.error());
  if (!credit.is_zero()) payments->insert(payments->begin(), credited(Method::Exchange, credit));
  if (!deposit.is_zero()) payments->insert(payments->begin(), credited(Method::Deposit, deposit));
  const Money missing = *total - paid_by(*payments);
  if (!missing.is_zero() && command.remainder == Remainder::Refused)
    return refuse(ProblemCode::PaymentMissing, missing.minor);
  if (!missing.is_zero() && !cart.customer) return refuse(ProblemCode::CustomerNeeded);
  Sale sale = sale_of(cart, *totals, rounding);
  sale.payments = std::move(*payments);
  sale.owed = missing;
  return sale;
}

Result<Decision> decide_one(const Sell& command, const Deciding& deciding) {
  Result<Sale> sale = sold(command, deciding, Money{});
  if (!sale) return std::unexpected(sale.error());
  Receipts receipts(deciding);
  receipts.add(*sale);
  receipts.move_lines(*sale, MovementKind::Sold);
  return receipts.decided("sell", *sale);
}

// What was paid is given back as it came; for goods that were taken in exchange there is cash.
Payment given_back(const Payment& payment) {
  Payment back;
  back.method = payment.method == Method::Exchange ? Method::Cash : payment.method;
  back.amount = back.received = -payment.amount;
  return back;
}

Result<Decision> decide_one(const SettleOwed& command, const Deciding& deciding) {
  const std::optional<Sale> sale = find_sale(deciding.database, command.sale);
  if (!sale) return refuse(ProblemCode::SaleUnknown, std::string());
  const Money owed = owed_now(deciding.database, sale->id);
  if (owed.is_zero()) return refuse(ProblemCode::NothingOwed, sale->number);
  std::vector<Tender> tenders{command.tender};
  if (auto checked = clean_tenders(tenders); !checked) return std::unexpected(checked.error());
  Result<std::vector<Payment>> payments = payments_for(owed, tenders);
  if (!payments) return std::unexpected(payments.error());
  if (payments->empty()) return refuse(ProblemCode::PaymentMissing, owed.minor);
  const Payment payment = Receipts(deciding).made_now(payments->front());
  Fact fact{std::string(payment_added), Json{{"sale", sale->id}, {"payment", payment}}, Json()};
  if (!payment.reference.empty()) fact.personal["reference"] = payment.reference;
  Decision decision;
  decision.facts.push_back(std::move(fact));
  // Cash was handed over; what came another way is owed again when that was wrong, by a command that can be undone.
  if (payment.method != Method::Cash) {
    const Payment back = Receipts(deciding).made_now(given_back(payment));
    decision.opposite.push_back({std::string(payment_added), Json{{"sale", sale->id}, {"payment", back}}, Json()});
  }
  decision.outcome = {.kind = "settle_owed", .subject = sale->id.bytes, .label = sale->number, .is_undoable = false};
  return decision;
}

Result<Decision> decide_one(const MarkPaymentSeen& command, const Deciding& deciding) {
  Rows rows = deciding.database.query(
      "SELECT s.id, s.number FROM payment p JOIN sale s ON s.id = p.sale WHERE p.id = ? AND p.waiting = 1 "
      "AND NOT EXISTS (SELECT 1 FROM payment_seen e WHERE e.payment = p.id)",
      command.payment);
  if (!rows.next()) return refuse(ProblemCode::PaymentUnknown);
  Decision decision;
  decision.facts.push_back(Fact{std::string(payment_seen), Json{{"payment", command.payment}}, Json()});
  decision.outcome = {.kind = "mark_payment_seen",
                      .subject = rows.get<Id<Sale>>(0).bytes,
                      .label = rows.get<std::string>(1),
                      .is_undoable = false};
  return decision;
}

// A sale that can be taken back, whole or in part.
Result<Sale> standing_sale(const Database& database, Id<Sale> id) {
  std::optional<Sale> sale = find_sale(database, id);
  if (!sale || sale->kind != SaleKind::Sale)
    return refuse(ProblemCode::SaleUnknown, sale ? sale->number : std::string());
  if (is_voided(database, id)) return refuse(ProblemCode::SaleVoided, sale->number);
  return *std::move(sale);
}

Result<Decision> decide_one(const VoidSale& command, const Deciding& deciding) {
  const Database& database = deciding.database;
  Result<Sale> sale = standing_sale(database, command.sale);
  if (!sale) return std::unexpected(sale.error());
  if (deciding.now.utc_ms - sale->at.utc_ms > kVoidedByAnyone_ms && needs_owner(deciding, Right::VoidLater))
    return refuse(ProblemCode::OwnerOnly);
  const SaleStanding standing = standing_of(database, *sale);
  if (!standing.refunds.empty())
    return refuse(ProblemCode::RefundTooMuch, sale->lines.front().name, standing.refundable.front().thousandths);
  Sale taken_back = void_of(*sale);
  taken_back.customer = sale->customer;
  taken_back.reason = command.reason;
  if (auto checked = clean(taken_back.reason, checked_note); !checked) return std::unexpected(checked.error());
  for (const Payment& payment : sale->payments) taken_back.payments.push_back(given_back(payment));
  for (const Payment& payment : standing.later_payments) taken_back.payments.push_back(given_back(payment));
  taken_back.owed = -standing.owed_now;
  Receipts receipts(deciding);
  receipts.add(taken_back);
  // Every piece goes back to where it was taken from.
  for (Rows rows = database.query("SELECT m.product, m.place, m.quantity FROM movement m "
                                  "WHERE m.sale = ?1 AND m.at = ?2 AND m.product IN "
                                  "(SELECT l.product FROM sale_line l WHERE l.sale = ?1) ORDER BY m.rowid",
                                  sale->id, sale->at);
       rows.next();)
    receipts.move(rows.get<Id<Product>>(0), rows.get<Id<Place>>(1), MovementKind::Returned, -rows.get<Quantity>(2),
                  taken_back.id);
  return receipts.decided("void_sale", taken_back);
}

// A refund without its payments. What is still owed for the sale is taken off first.
Result<Sale> refunded(const Refund& command, const Deciding& deciding) {
  if (needs_owner(deciding, Right::Refund)) return refuse(ProblemCode::OwnerOnly);
  Result<Sale> sale = standing_sale(deciding.database, command.sale);
  if (!sale) return sale;
  Result<Sale> refund = refund_of(*sale, refunds_of(deciding.database, sale->id), command.lines);
  if (!refund) return refund;
  refund->customer = sale->customer;
  refund->reason = command.reason;
  if (auto checked = clean(refund->reason, checked_note); !checked) return std::unexpected(checked.error());
  refund->owed = -std::min(owed_now(deciding.database, sale->id), -refund->total);
  return refund;
}

// Gives `amount` back by the tenders. Problems: PaymentMissing, PaymentTooMuch, MethodUnknown.
Result<void> give_back(Sale& refund, Money amount, std::vector<Tender> tenders) {
  if (auto checked = clean_tenders(tenders); !checked) return checked;
  Money given;
  for (const Tender& tender : tenders) {
    if (tender.amount < Money{}) return refuse(ProblemCode::AmountNegative);
    if (tender.amount > kLargestMoney) return refuse(ProblemCode::AmountTooLarge);
    if (!is_tender(tender.method)) return refuse(ProblemCode::MethodUnknown, std::string(method_code(tender.method)));
    if (tender.amount.is_zero()) continue;
    given += tender.amount;
    Payment payment;
    payment.method = tender.method;
    payment.amount = payment.received = -tender.amount;
    payment.reference = tender.reference;
    refund.payments.push_back(std::move(payment));
  }
  if (given > amount) return refuse(ProblemCode::PaymentTooMuch, (given - amount).minor);
  if (given < amount) return refuse(ProblemCode::PaymentMissing, (amount - given).minor);
  return {};
}

Result<Decision> decide_one(const Refund& command, const Deciding& deciding) {
  Result<Sale> refund = refunded(command, deciding);
  if (!refund) return std::unexpected(refund.error());
  if (auto given = give_back(*refund, refund->owed - refund->total, command.tenders); !given)
    return std::unexpected(given.error());
  Receipts receipts(deciding);
  receipts.add(*refund);
  receipts.move_lines(*refund, MovementKind::Returned);
  return receipts.decided("refund", *refund);
}

Result<Decision> decide_one(const ExchangeGoods& command, const Deciding& deciding) {
  Result<Sale> refund = refunded(command.refund, deciding);
  if (!refund) return std::unexpected(refund.error());
  const Money worth = refund->owed - refund->total;
  Money in_money;
  for (const Tender& tender : command.refund.tenders) {
    if (const auto amount = bounded(tender.amount); !amount) return std::unexpected(amount.error());
    in_money += tender.amount;
  }
  const Money credit = std::max(worth - in_money, Money{});
  if (auto given = give_back(*refund, worth - credit, command.refund.tenders); !given)
    return std::unexpected(given.error());
  Result<Sale> sale = sold(command.sell, deciding, credit);
  if (!sale) return std::unexpected(sale.error());
  if (!credit.is_zero()) refund->payments.push_back(credited(Method::Exchange, -credit));
  Receipts receipts(deciding);
  receipts.add(*refund);
  receipts.move_lines(*refund, MovementKind::Returned);
  receipts.add(*sale);
  receipts.move_lines(*sale, MovementKind::Sold);
  return receipts.decided("exchange", *sale);
}

void apply_recorded(const Fact& fact, Database& database) {
  const auto [sale, place] = recorded_sale(fact);
  insert_sale(database, sale);
  sum_up_sale(database, sale, Sums::Add);
  if (place.n > 0) take_number(database, sale.till, place.epoch, place.n);
  for (const Payment& payment : sale.payments)
    if (sale.order && payment.method == Method::Deposit) take_from_deposit(database, *sale.order, payment.amount);
  if (!sale.corrects) return;
  if (!sale.owed.is_zero()) reduce_owed(database, *sale.corrects, -sale.owed);
  if (sale.kind != SaleKind::Void) return;
  const Sale taken_back = find_sale(database, *sale.corrects).value();
  sum_up_sale(database, taken_back, Sums::TakeBack);
  for (const Payment& payment : standing_of(database, taken_back).later_payments)
    sum_up_payment(database, payment, Sums::TakeBack);
}

void apply_payment(const Fact& fact, const Applying& applying) {
  const auto sale = fact.body.at("sale").get<Id<Sale>>();
  auto payment = fact.body.at("payment").get<Payment>();
  if (!fact.personal.is_null()) payment.reference = fact.personal.value("reference", "");
  insert_later_payment(applying.database, sale, payment, applying.header.who);
  reduce_owed(applying.database, sale, payment.amount);
  sum_up_payment(applying.database, payment, Sums::Add);
}

}  // namespace

Result<Decision> decide(const SaleCommand& command, const Deciding& deciding) {
  return std::visit([&](const auto& one) { return decide_one(one, deciding); }, command);
}

void apply_sale(const Fact& fact, const Applying& applying) {
  if (fact.kind == payment_added) {
    apply_payment(fact, applying);
  } else if (fact.kind == payment_seen) {
    applying.database.run("INSERT INTO payment_seen(payment, at, who) VALUES (?, ?, ?)",
                          fact.body.at("payment").get<Id<Payment>>(), applying.header.at, applying.header.who);
  } else {
    apply_recorded(fact, applying.database);
  }
}

Result<Decision> decide_deposit(const TakeDeposit& command, const Deciding& deciding) {
  if (!find_contact(deciding.database, command.customer)) return refuse(ProblemCode::ContactUnknown);
  std::vector<Tender> tenders = command.tenders;
  if (auto checked = clean_tenders(tenders); !checked) return std::unexpected(checked.error());
  Money given;
  for (const Tender& tender : tenders) {
    if (tender.amount < Money{}) return refuse(ProblemCode::AmountNegative);
    if (tender.amount > kLargestMoney) return refuse(ProblemCode::AmountTooLarge);
    given += tender.amount;
  }
  if (given.is_zero()) return refuse(ProblemCode::PaymentMissing, 0);
  if (const auto held = bounded(deposit_held(deciding.database, command.order) + given); !held)
    return std::unexpected(held.error());
  Result<std::vector<Payment>> payments = payments_for(given, tenders);
  if (!payments) return std::unexpected(payments.error());
  Sale sale = deposit_of(command.order, std::move(*payments));
  sale.customer = command.customer;
  sale.note = command.note;
  if (auto checked = clean(sale.note, checked_note); !checked) return std::unexpected(checked.error());
  Receipts receipts(deciding);
  receipts.add(sale);
  return receipts.decided("take_deposit", sale);
}

Result<Decision> decide_deposit(const ReturnDeposit& command, const Deciding& deciding) {
  if (needs_owner(deciding, Right::Refund)) return refuse(ProblemCode::OwnerOnly);
  if (!find_contact(deciding.database, command.customer)) return refuse(ProblemCode::ContactUnknown);
  const Money held = deposit_held(deciding.database, command.order);
  Money back;
  for (const Tender& tender : command.tenders) {
    if (tender.amount < Money{}) return refuse(ProblemCode::AmountNegative);
    if (tender.amount > held - back) return refuse(ProblemCode::PaymentTooMuch, (tender.amount - (held - back)).minor);
    back += tender.amount;
  }
  if (back.is_zero()) return refuse(ProblemCode::PaymentMissing, 0);
  Sale given;
  if (auto paid = give_back(given, back, command.tenders); !paid) return std::unexpected(paid.error());
  Sale sale = deposit_of(command.order, std::move(given.payments));
  sale.customer = command.customer;
  sale.reason = command.reason;
  if (auto checked = clean(sale.reason, checked_note); !checked) return std::unexpected(checked.error());
  Receipts receipts(deciding);
  receipts.add(sale);
  return receipts.decided("return_deposit", sale);
}

Id<Payment> added_payment(const Fact& fact) {
  LAPAK_ASSERT(fact.kind == payment_added);
  return fact.body.at("payment").at("id").get<Id<Payment>>();
}

std::optional<Id<Sale>> sale_of(const Fact& fact) {
  const auto sale = fact.body.find("sale");
  if (sale == fact.body.end()) return std::nullopt;
  return sale->is_object() ? sale->at("id").get<Id<Sale>>() : sale->get<Id<Sale>>();
}

Result<Money> refund_worth(const Database& database, Id<Sale> id, const std::vector<RefundLine>& lines) {
  const Result<Sale> sale = standing_sale(database, id);
  if (!sale) return std::unexpected(sale.error());
  const Result<Sale> refund = refund_of(*sale, refunds_of(database, id), lines);
  if (!refund) return std::unexpected(refund.error());
  return -refund->total;
}

}  // namespace lapak
