// sale: what was sold, paid, refunded.
#include "core/sale/sale.h"

#include <fmt/format.h>

#include <algorithm>

namespace lapak {
namespace {

bool is_added(const Sale& sale, const SaleLine& line) {
  return line.tax_of && !sale.taxes[static_cast<std::size_t>(*line.tax_of)].included;
}

// What the buyer pays for the line: an added tax is part of it.
Money worth_of(const Sale& sale, const SaleLine& line) {
  return is_added(sale, line) ? line.amount + line.tax : line.amount;
}

// What came back of a line so far, positive.
struct CameBack {
  Quantity quantity;
  Money gross, line_discount, tax, worth;
};

// The share of `whole` that belongs to the first `quantity` of `all`, less what is out already.
Money next_share(Money whole, Quantity quantity, Quantity all, Money before) {
  return part_of(whole, {quantity.thousandths, all.thousandths}) - before;
}

// Sums of a sale from its lines, with the taxes of `original` as far as the lines bear them.
void add_up(Sale& sale, const Sale& original) {
  for (const TaxTotal& tax : original.taxes) sale.taxes.push_back({tax.name, tax.rate, tax.included, {}, {}});
  for (const SaleLine& line : sale.lines) {
    sale.gross += line.gross;
    sale.discount += line.line_discount + line.cart_discount;
    if (!line.tax_of) continue;
    TaxTotal& tax = sale.taxes[static_cast<std::size_t>(*line.tax_of)];
    tax.amount += line.tax;
    tax.base += tax.included ? line.amount - line.tax : line.amount;
    (tax.included ? sale.tax_included : sale.tax_added) += line.tax;
  }
  sale.total = net_of(sale) + sale.tax_added + sale.rounding + sale.tip;
}

// A cart's line as it is sold, the shares that are the whole line's still to be given out.
SaleLine line_of(const CartLine& line, const CartPart& part) {
  return SaleLine{.position = 0,
                  .product = line.product,
                  .name = line.variant.empty() ? line.name : line.name + " · " + line.variant,
                  .quantity = part.quantity,
                  .list_price = line.list_price,
                  .agreed_price = line.agreed_price,
                  .gross = part.gross,
                  .line_discount = part.discount,
                  .cart_discount = {},
                  .tax = {},
                  .tax_of = {},
                  .amount = {},
                  .returns = {},
                  .to_stock = true,
                  .bundle = part.bundle ? std::optional(static_cast<int>(*part.bundle)) : std::nullopt,
                  .note = {}};
}

// The price of one where `quantity` cost `gross`, for show.
Money unit_price(Money gross, Quantity quantity) {
  return std::min(part_of(gross, {1'000, quantity.thousandths}), kLargestMoney);
}

// What is in the sets of a line. They share what it comes to by what they cost by themselves, by their number where
// that is nothing.
std::vector<SaleLine> set_lines(const CartLine& line, const CartPart& pieces) {
  std::vector<Quantity> quantities;
  std::vector<std::int64_t> worth, number;
  std::int64_t worth_of_all = 0;
  for (const CartSetPart& part : line.parts) {
    quantities.push_back(in_sets(part, pieces.quantity).value());
    number.push_back(part.quantity.thousandths);
    worth.push_back(times(part.price, part.quantity).value_or(kLargestMoney).minor);
    worth_of_all += worth.back();
  }
  const std::vector<std::int64_t>& weights = worth_of_all > 0 ? worth : number;
  const std::vector<Money> gross = share_out(pieces.gross, weights),
                           list = share_out(times(line.list_price, pieces.quantity).value_or(kLargestMoney), weights);
  std::vector<std::int64_t> grosses;
  for (const Money one : gross) grosses.push_back(one.minor);
  const std::vector<Money> discount = share_out(pieces.discount, grosses);
  std::vector<SaleLine> lines;
  for (std::size_t i = 0; i < line.parts.size(); ++i) {
    SaleLine& one = lines.emplace_back(line_of(line, pieces));
    one.product = line.parts[i].product;
    one.name = line.parts[i].name;
    one.quantity = quantities[i];
    one.agreed_price = unit_price(gross[i], quantities[i]);
    one.list_price = unit_price(list[i], quantities[i]);
    one.gross = gross[i];
    one.line_discount = discount[i];
  }
  return lines;
}

// `bundles` has those of the rules; the sets come after them.
std::vector<SaleLine> lines_of(const Cart& cart, const Totals& totals, std::vector<SaleBundle>& bundles) {
  std::vector<SaleLine> lines;
  std::vector<std::vector<std::size_t>> of_line(cart.lines.size());
  for (const CartPart& part : parts_of(cart, totals)) {
    const CartLine& line = cart.lines[part.line];
    const bool is_set = !line.parts.empty();
    for (SaleLine& one : is_set ? set_lines(line, part) : std::vector{line_of(line, part)}) {
      if (is_set) one.bundle = static_cast<int>(bundles.size());
      one.position = static_cast<int>(lines.size());
      of_line[part.line].push_back(lines.size());
      lines.push_back(std::move(one));
    }
    if (is_set)
      bundles.push_back({.rule = {},
                         .product = line.product,
                         .name = line.name,
                         .terms = {1, line.agreed_price},
                         .times = part.quantity.thousandths / 1'000});
  }
  for (std::size_t i = 0; i < of_line.size(); ++i) {
    std::vector<std::int64_t> asked;
    for (const std::size_t at : of_line[i]) asked.push_back((lines[at].gross - lines[at].line_discount).minor);
    const LineTotal& total = totals.lines[i];
    const std::vector<Money> cart_discount = share_out(total.cart_discount, asked), tax = share_out(total.tax, asked);
    for (std::size_t part = 0; part < of_line[i].size(); ++part) {
      SaleLine& line = lines[of_line[i][part]];
      line.cart_discount = cart_discount[part];
      line.tax = tax[part];
      line.tax_of = total.tax_of;
      line.amount = line.gross - line.line_discount - line.cart_discount;
    }
    if (!of_line[i].empty()) lines[of_line[i].front()].note = cart.lines[i].note;
  }
  return lines;
}

Result<void> check_tender(const Tender& tender) {
  if (!is_tender(tender.method)) return refuse(ProblemCode::MethodUnknown, std::string(method_code(tender.method)));
  for (const Money amount : {tender.amount, tender.received}) {
    if (amount < Money{}) return refuse(ProblemCode::AmountNegative);
    if (amount > kLargestMoney) return refuse(ProblemCode::AmountTooLarge);
  }
  if (!tender.received.is_zero() && tender.received < tender.amount)
    return refuse(ProblemCode::PaymentMissing, (tender.amount - tender.received).minor);
  return {};
}

}  // namespace

Money net_of(const Sale& sale) {
  Money net;
  for (const SaleLine& line : sale.lines) net += line.amount;
  return net;
}

bool adds_up(const Sale& sale) {
  Money gross, discount, tax, paid;
  bool do_parts = true;
  for (const SaleLine& line : sale.lines) {
    do_parts = do_parts && line.gross - line.line_discount - line.cart_discount == line.amount;
    gross += line.gross;
    discount += line.line_discount + line.cart_discount;
  }
  for (const TaxTotal& one : sale.taxes) tax += one.amount;
  for (const Payment& payment : sale.payments) {
    do_parts = do_parts && payment.received - payment.change == payment.amount;
    paid += payment.amount;
  }
  return do_parts && gross == sale.gross && discount == sale.discount && tax == sale.tax_included + sale.tax_added &&
         net_of(sale) + sale.tax_added + sale.rounding + sale.tip == sale.total && sale.total == paid + sale.owed;
}

Sale sale_of(const Cart& cart, const Totals& totals, Money rounding) {
  Sale sale;
  sale.id = cart.id;
  sale.customer = cart.customer;
  sale.order = cart.order;
  sale.note = cart.note;
  for (const Bundle& bundle : totals.bundles) {
    const CartRule& rule = cart.rules[bundle.rule];
    sale.bundles.push_back(
        {.rule = rule.id, .product = {}, .name = rule.name, .terms = rule.terms, .times = bundle.times});
  }
  sale.lines = lines_of(cart, totals, sale.bundles);
  sale.taxes = totals.taxes;
  sale.gross = totals.gross;
  sale.discount = totals.discount;
  sale.tax_included = totals.tax_included;
  sale.tax_added = totals.tax_added;
  sale.tip = totals.tip;
  sale.rounding = rounding;
  sale.total = totals.total + rounding;
  return sale;
}

Result<Sale> refund_of(const Sale& sale, const std::vector<Sale>& earlier, const std::vector<RefundLine>& lines) {
  std::vector<CameBack> back(sale.lines.size());
  Money rounded_before, worth_before, worth_of_all;
  for (const Sale& refund : earlier) {
    rounded_before -= refund.rounding;
    for (const SaleLine& line : refund.lines) {
      CameBack& so_far = back[static_cast<std::size_t>(line.returns.value())];
      const Money worth = worth_of(refund, line);
      so_far.quantity += -line.quantity;
      so_far.gross -= line.gross;
      so_far.line_discount -= line.line_discount;
      so_far.tax -= line.tax;
      so_far.worth -= worth;
      worth_before -= worth;
    }
  }
  for (const SaleLine& line : sale.lines) worth_of_all += worth_of(sale, line);

  if (lines.empty()) return refuse(ProblemCode::RefundEmpty);
  Sale refund;
  refund.kind = SaleKind::Refund;
  refund.corrects = sale.id;
  Money worth_now = worth_before;
  for (const RefundLine& wanted : lines) {
    if (wanted.position < 0 || wanted.position >= static_cast<int>(sale.lines.size()))
      return refuse(ProblemCode::LineUnknown);
    if (wanted.quantity.is_zero()) return refuse(ProblemCode::RefundEmpty);
    if (wanted.quantity < Quantity{}) return refuse(ProblemCode::QuantityNegative);
    const auto index = static_cast<std::size_t>(wanted.position);
    const SaleLine& line = sale.lines[index];
    CameBack& so_far = back[index];
    const Quantity left = line.quantity - so_far.quantity;
    if (wanted.quantity > left) return refuse(ProblemCode::RefundTooMuch, line.name, left.thousandths);
    so_far.quantity += wanted.quantity;
    const auto share = [&](Money whole, Money& before) {
      const Money next = next_share(whole, so_far.quantity, line.quantity, before);
      before += next;
      return next;
    };
    const Money worth = share(worth_of(sale, line), so_far.worth);
    const Money tax = share(line.tax, so_far.tax), gross = share(line.gross, so_far.gross);
    const Money line_discount = share(line.line_discount, so_far.line_discount);
    const Money amount = is_added(sale, line) ? worth - tax : worth;
    worth_now += worth;
    refund.lines.push_back(SaleLine{.position = static_cast<int>(refund.lines.size()),
                                    .product = line.product,
                                    .name = line.name,
                                    .quantity = -wanted.quantity,
                                    .list_price = line.list_price,
                                    .agreed_price = line.agreed_price,
                                    .gross = -gross,
                                    .line_discount = -line_discount,
                                    .cart_discount = amount + line_discount - gross,
                                    .tax = -tax,
                                    .tax_of = line.tax_of,
                                    .amount = -amount,
                                    .returns = wanted.position,
                                    .to_stock = wanted.to_stock,
                                    .bundle = {},
                                    .note = {}});
  }
  if (!worth_of_all.is_zero())
    refund.rounding = rounded_before - part_of(sale.rounding, {worth_now.minor, worth_of_all.minor});
  add_up(refund, sale);
  return refund;
}

Sale deposit_of(Id<CustomOrder> order, std::vector<Payment> payments) {
  Sale sale;
  sale.kind = SaleKind::Deposit;
  sale.order = order;
  Payment held;
  held.method = Method::Deposit;
  for (const Payment& payment : payments) held.amount -= payment.amount;
  held.received = held.amount;
  sale.payments = std::move(payments);
  sale.payments.push_back(std::move(held));
  return sale;
}

Money worth_of(const Sale& sale) {
  if (sale.kind != SaleKind::Deposit) return sale.total;
  Money taken;
  for (const Payment& payment : sale.payments)
    if (payment.method == Method::Deposit) taken -= payment.amount;
  return taken;
}

Money amount_of_bundle(const Sale& sale, int bundle) {
  Money amount;
  for (const SaleLine& line : sale.lines)
    if (line.bundle == bundle) amount += line.gross - line.line_discount;
  return amount;
}

Money saved_by_bundles(const Sale& sale) {
  Money saved;
  for (const SaleLine& line : sale.lines)
    if (line.bundle && sale.bundles[static_cast<std::size_t>(*line.bundle)].rule) saved += line.line_discount;
  return saved;
}

const SaleLine* ordered_line(const Sale& sale) {
  const auto line = std::ranges::find_if(sale.lines, [](const SaleLine& one) { return !one.product; });
  return sale.order && sale.kind != SaleKind::Deposit && line != sale.lines.end() ? &*line : nullptr;
}

Sale void_of(const Sale& sale) {
  Sale taken_back;
  taken_back.kind = SaleKind::Void;
  taken_back.order = sale.order;
  taken_back.corrects = sale.id;
  taken_back.lines = sale.lines;
  taken_back.bundles = sale.bundles;
  for (SaleLine& line : taken_back.lines) {
    line.returns = line.position;
    line.quantity = -line.quantity;
    for (Money* amount : {&line.gross, &line.line_discount, &line.cart_discount, &line.tax, &line.amount})
      *amount = -*amount;
    line.note.clear();
  }
  taken_back.rounding = -sale.rounding;
  taken_back.tip = -sale.tip;
  add_up(taken_back, sale);
  return taken_back;
}

Result<std::vector<Payment>> payments_for(Money due, const std::vector<Tender>& tenders) {
  std::vector<Payment> payments;
  Money paid;
  for (const Tender& tender : tenders) {
    if (const auto checked = check_tender(tender); !checked) return std::unexpected(checked.error());
    if (tender.amount.is_zero()) continue;
    const Money received = tender.received.is_zero() ? tender.amount : tender.received;
    const bool is_cash = tender.method == Method::Cash;
    if (!is_cash && received > tender.amount)
      return refuse(ProblemCode::PaymentTooMuch, (received - tender.amount).minor);
    payments.push_back(Payment{.id = {},
                               .method = tender.method,
                               .amount = tender.amount,
                               .received = received,
                               .change = received - tender.amount,
                               .is_waiting = tender.is_waiting && !is_cash,
                               .reference = tender.reference,
                               .at = {},
                               .business_date = {},
                               .till_day = {}});
    paid += tender.amount;
  }
  Money surplus = paid - due;
  for (auto payment = payments.rbegin(); payment != payments.rend() && surplus > Money{}; ++payment) {
    if (payment->method != Method::Cash) continue;
    const Money change = std::min(surplus, payment->amount);
    payment->amount -= change;
    payment->change += change;
    surplus -= change;
  }
  if (surplus > Money{}) return refuse(ProblemCode::PaymentTooMuch, surplus.minor);
  std::erase_if(payments, [](const Payment& payment) { return payment.amount.is_zero(); });
  return payments;
}

std::string receipt_number(std::string_view till, std::int64_t epoch, std::int64_t n) {
  return fmt::format("{}{}-{:06}", till, epoch, n);
}

}  // namespace lapak
