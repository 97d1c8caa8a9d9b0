// sale: the open cart and what it comes to.
#include "core/sale/cart.h"

#include <algorithm>

#include "core/base/check.h"

namespace lapak {
namespace {

Result<void> check_price(Money price) {
  if (price < Money{}) return refuse(ProblemCode::AmountNegative);
  if (price > kLargestMoney) return refuse(ProblemCode::AmountTooLarge);
  return {};
}

Result<void> check_quantity(Quantity quantity) {
  if (quantity.is_zero()) return refuse(ProblemCode::QuantityZero);
  if (quantity < Quantity{}) return refuse(ProblemCode::QuantityNegative);
  if (quantity > kLargestQuantity) return refuse(ProblemCode::QuantityTooLarge);
  return {};
}

// What `discount` takes off `amount`.
Result<Money> taken_off(const Discount& discount, Money amount) {
  if (discount.share) {
    const auto& [numerator, denominator] = *discount.share;
    if (numerator < 0) return refuse(ProblemCode::AmountNegative);
    if (denominator <= 0 || numerator > denominator) return refuse(ProblemCode::DiscountTooLarge);
    return part_of(amount, *discount.share);
  }
  if (discount.amount < Money{}) return refuse(ProblemCode::AmountNegative);
  if (discount.amount > amount) return refuse(ProblemCode::DiscountTooLarge);
  return discount.amount;
}

std::vector<Money> shared_over(Money total, const std::vector<Money>& amounts) {
  std::vector<std::int64_t> weights;
  weights.reserve(amounts.size());
  for (const Money amount : amounts) weights.push_back(amount.minor);
  return share_out(total, weights);
}

Money sum_of(const std::vector<Money>& amounts) {
  Money sum;
  for (const Money amount : amounts) sum += amount;
  return sum;
}

// The lines that bear one tax, and what it comes to on what they are worth.
struct TaxedLines {
  const TaxRate* rate;
  std::vector<std::size_t> lines;

  std::vector<Money> of(const std::vector<Money>& amounts) const {
    std::vector<Money> mine;
    for (const std::size_t line : lines) mine.push_back(amounts[line]);
    return mine;
  }
  // Of a sum that has the tax in it: T × n / (d + n).
  Money inside(Money sum) const {
    return part_of(sum, {rate->rate.numerator, rate->rate.denominator + rate->rate.numerator});
  }
  Money on_top(Money sum) const { return part_of(sum, rate->rate); }
};

std::vector<TaxedLines> taxed_lines(const Cart& cart, const std::vector<TaxRate>& rates, Date day) {
  std::vector<TaxedLines> groups;
  for (std::size_t i = 0; i < cart.lines.size(); ++i) {
    const TaxRate* rate = tax_rate_on(rates, cart.lines[i].tax_class, day);
    if (rate == nullptr) continue;
    auto group = std::ranges::find(groups, rate, &TaxedLines::rate);
    if (group == groups.end()) group = groups.insert(groups.end(), TaxedLines{rate, {}});
    group->lines.push_back(i);
  }
  return groups;
}

// The whole pieces of a line that no one haggled over; an order's price is agreed.
std::int64_t pieces_to_bundle(const CartLine& line) {
  const bool is_as_asked = line.product && !line.discount && line.agreed_price == line.list_price;
  const bool is_by_piece = line.quantity > Quantity{} && line.quantity <= kLargestQuantity && line.quantity.is_whole();
  return is_as_asked && is_by_piece && times(line.agreed_price, line.quantity) ? line.quantity.thousandths / 1'000 : 0;
}

std::vector<Bundle> bundles_of(const Cart& cart) {
  if (cart.rules.empty()) return {};
  std::vector<BundleTerms> terms;
  for (const CartRule& rule : cart.rules) terms.push_back(rule.terms);
  std::vector<BundleGoods> goods;
  for (const CartLine& line : cart.lines)
    goods.push_back({.price = line.agreed_price, .pieces = pieces_to_bundle(line), .rules = line.rules});
  return best_bundles(goods, terms).bundles;
}

// What is saved on each line.
std::vector<Money> saved_by(const std::vector<Bundle>& bundles, const Cart& cart) {
  std::vector<Money> saved(cart.lines.size());
  for (const Bundle& bundle : bundles)
    for (const BundlePart& part : bundle.parts)
      saved[part.line].minor +=
          (cart.lines[part.line].agreed_price.minor * part.pieces - part.amount.minor) * bundle.times;
  return saved;
}

// Gross and line discount of each line; gives back what the lines come to before anything of the whole cart.
Result<std::vector<Money>> begin_lines(const Cart& cart, Totals& totals) {
  std::vector<Money> asked;
  for (const CartLine& line : cart.lines) {
    if (const auto checked = check_quantity(line.quantity); !checked) return std::unexpected(checked.error());
    if (const auto checked = check_price(line.agreed_price); !checked) return std::unexpected(checked.error());
    if (const auto checked = check_price(line.list_price); !checked) return std::unexpected(checked.error());
    LineTotal total;
    const Result<Money> gross = times(line.agreed_price, line.quantity);
    if (!gross) return std::unexpected(gross.error());
    total.gross = *gross;
    if (line.discount) {
      const Result<Money> off = taken_off(*line.discount, *gross);
      if (!off) return std::unexpected(off.error());
      total.line_discount = *off;
    }
    if (const auto sum = bounded(totals.gross + *gross); !sum) return std::unexpected(sum.error());
    totals.gross += *gross;
    totals.items += line.quantity;
    if (totals.items > kLargestQuantity) return refuse(ProblemCode::QuantityTooLarge);
    totals.lines.push_back(total);
  }
  totals.bundles = bundles_of(cart);
  const std::vector<Money> saved = saved_by(totals.bundles, cart);
  for (std::size_t i = 0; i < saved.size(); ++i) {
    totals.lines[i].line_discount += saved[i];
    asked.push_back(totals.lines[i].gross - totals.lines[i].line_discount);
  }
  return asked;
}

// An added tax inside an agreed total is taken out of it, so that goods and tax come to what was agreed.
enum class AddedTax { OnTop, Inside };

// Shares the taxes over their lines; `worth` is what each line comes to, an added tax within it when `added` says so.
void add_taxes(const std::vector<TaxedLines>& groups, const std::vector<Money>& worth, AddedTax added, Totals& totals) {
  for (const TaxedLines& group : groups) {
    const std::vector<Money> amounts = group.of(worth);
    const Money sum = sum_of(amounts);
    const bool included = group.rate->included;
    const bool is_inside = included || added == AddedTax::Inside;
    const Money tax = is_inside ? group.inside(sum) : group.on_top(sum);
    const std::vector<Money> shares = shared_over(tax, amounts);
    for (std::size_t i = 0; i < group.lines.size(); ++i) {
      LineTotal& line = totals.lines[group.lines[i]];
      line.tax = shares[i];
      line.tax_of = static_cast<int>(totals.taxes.size());
      if (!included && is_inside) line.amount -= shares[i];
    }
    totals.taxes.push_back({group.rate->name, group.rate->rate, included, is_inside ? sum - tax : sum, tax});
    (included ? totals.tax_included : totals.tax_added) += tax;
  }
}

bool hands_over(const Cart& cart, Id<CartLine> line) {
  return cart.order && cart.order->bytes == line.bytes;
}

// What the lines come to before anything of the whole cart; a discount of more than its line is worth falls away.
Money fit_lines(Cart& cart) {
  const std::vector<Money> saved = saved_by(bundles_of(cart), cart);
  Money asked;
  for (std::size_t i = 0; i < cart.lines.size(); ++i) {
    CartLine& line = cart.lines[i];
    const Result<Money> gross = times(line.agreed_price, line.quantity);
    if (!gross) continue;
    if (line.discount && !taken_off(*line.discount, *gross)) line.discount.reset();
    asked += *gross - saved[i] - (line.discount ? taken_off(*line.discount, *gross).value_or(Money{}) : Money{});
  }
  return asked;
}

// The cart with what no longer fits its goods fallen away.
Cart fitting(Cart cart) {
  cart.agreed_total.reset();
  const Money asked = fit_lines(cart);
  if (cart.discount && !taken_off(*cart.discount, asked)) cart.discount.reset();
  if (std::ranges::none_of(cart.lines, [&](const CartLine& line) { return hands_over(cart, line.id); }))
    cart.order.reset();
  return cart;
}

CartLine* find_line(Cart& cart, Id<CartLine> id) {
  const auto found = std::ranges::find(cart.lines, id, &CartLine::id);
  return found == cart.lines.end() ? nullptr : &*found;
}

bool takes_more(const CartLine& line, const CartItem& item) {
  return line.product && line.product == item.product && line.list_price == item.price &&
         line.agreed_price == item.price && !line.discount && line.note.empty();
}

}  // namespace

Result<Totals> totals(const Cart& cart, const std::vector<TaxRate>& rates, Date day) {
  Totals totals;
  if (const auto checked = check_price(cart.tip); !checked) return std::unexpected(checked.error());
  Result<std::vector<Money>> asked = begin_lines(cart, totals);
  if (!asked) return std::unexpected(asked.error());
  const Money asked_sum = sum_of(*asked);
  const std::vector<TaxedLines> groups = taxed_lines(cart, rates, day);

  std::vector<Money> worth = *asked;
  AddedTax added = AddedTax::OnTop;
  if (cart.agreed_total && !cart.lines.empty()) {
    if (const auto checked = check_price(*cart.agreed_total); !checked) return std::unexpected(checked.error());
    // Shared by what each line would have cost the buyer, added tax and all.
    for (const TaxedLines& group : groups) {
      if (group.rate->included) continue;
      const std::vector<Money> amounts = group.of(*asked);
      const std::vector<Money> shares = shared_over(group.on_top(sum_of(amounts)), amounts);
      for (std::size_t i = 0; i < group.lines.size(); ++i) worth[group.lines[i]] += shares[i];
    }
    worth = shared_over(*cart.agreed_total, worth);
    added = AddedTax::Inside;
  } else if (cart.discount) {
    const Result<Money> off = taken_off(*cart.discount, asked_sum);
    if (!off) return std::unexpected(off.error());
    const std::vector<Money> shares = shared_over(*off, *asked);
    for (std::size_t i = 0; i < worth.size(); ++i) worth[i] -= shares[i];
  }
  for (std::size_t i = 0; i < worth.size(); ++i) totals.lines[i].amount = worth[i];
  add_taxes(groups, worth, added, totals);

  for (std::size_t i = 0; i < worth.size(); ++i) {
    LineTotal& line = totals.lines[i];
    line.cart_discount = (*asked)[i] - line.amount;
    totals.net += line.amount;
    if (const auto floor = cart.lines[i].floor) {
      const Result<Money> least = times(*floor, cart.lines[i].quantity);
      // What the shop's own rule takes off was not bargained away.
      const bool is_bundled = !cart.lines[i].discount && !line.line_discount.is_zero();
      const bool is_only_bundled = is_bundled && line.amount >= (*asked)[i];
      totals.is_below_floor |= !is_only_bundled && (!least || line.amount < *least);
    }
  }
  totals.discount = totals.gross - totals.net;
  totals.tip = cart.tip;
  const Result<Money> total = bounded(totals.net + totals.tax_added + totals.tip);
  if (!total) return std::unexpected(total.error());
  totals.total = *total;
  return totals;
}

Concession concession_of(const Cart& cart, const Totals& totals) {
  Concession asked{.is_below_floor = totals.is_below_floor};
  for (std::size_t i = 0; i < cart.lines.size(); ++i) {
    const CartLine& line = cart.lines[i];
    const LineTotal& sums = totals.lines[i];
    const Money list = times(line.list_price, line.quantity).value_or(Money{});
    const Money base = line.discount ? list : list - sums.line_discount;
    const Money off = base - sums.amount - Money{1};
    if (base <= Money{} || off <= Money{}) continue;
    asked.percent = std::max(asked.percent, static_cast<int>((off.minor * 100 + base.minor - 1) / base.minor));
  }
  return asked;
}

bool is_within(const Concession& asked, const Rights& rights) {
  return asked.percent <= rights.discount_percent && (!asked.is_below_floor || rights.has(Right::BelowFloor));
}

std::optional<Quantity> in_sets(const CartSetPart& part, Quantity sets) {
  std::int64_t pieces = 0;
  if (__builtin_mul_overflow(sets.thousandths / 1'000, part.quantity.thousandths, &pieces)) return std::nullopt;
  return pieces <= kLargestQuantity.thousandths ? std::optional(Quantity{pieces}) : std::nullopt;
}

std::vector<CartPart> parts_of(const Cart& cart, const Totals& totals) {
  std::vector<CartPart> parts;
  std::vector<Quantity> alone;
  std::vector<Money> discount;
  for (std::size_t i = 0; i < cart.lines.size(); ++i) {
    alone.push_back(cart.lines[i].quantity);
    discount.push_back(totals.lines[i].line_discount);
  }
  const auto first_line = [](const Bundle& bundle) {
    return std::ranges::min(bundle.parts, {}, &BundlePart::line).line;
  };
  for (std::size_t i = 0; i < cart.lines.size(); ++i) {
    for (std::size_t b = 0; b < totals.bundles.size(); ++b) {
      const Bundle& bundle = totals.bundles[b];
      if (first_line(bundle) != i) continue;
      for (const BundlePart& part : bundle.parts) {
        const std::int64_t pieces = part.pieces * bundle.times;
        const Money gross{cart.lines[part.line].agreed_price.minor * pieces};
        const Money saved{gross.minor - part.amount.minor * bundle.times};
        parts.push_back({part.line, Quantity::of(pieces), b, gross, saved});
        alone[part.line] = alone[part.line] - Quantity::of(pieces);
        discount[part.line] -= saved;
      }
    }
    if (alone[i] > Quantity{})
      parts.push_back({i, alone[i], std::nullopt, times(cart.lines[i].agreed_price, alone[i]).value_or(kLargestMoney),
                       discount[i]});
  }
  return parts;
}

Money cash_rounding_of(Money total, const CashRounding& rule) {
  return rounded_to_step(total, rule.step, rule.direction) - total;
}

Cart with_rules(Cart cart, std::vector<CartRule> rules, std::vector<std::vector<std::size_t>> named) {
  LAPAK_ASSERT(named.size() == cart.lines.size());
  // One that was too large before is told of by `totals`.
  const bool fitted = cart.discount && taken_off(*cart.discount, fit_lines(cart)).has_value();
  cart.rules = std::move(rules);
  for (std::size_t i = 0; i < named.size(); ++i)
    cart.lines[i].rules = hands_over(cart, cart.lines[i].id) ? std::vector<std::size_t>() : std::move(named[i]);
  const Money asked = fit_lines(cart);
  if (fitted && !taken_off(*cart.discount, asked)) cart.discount.reset();
  return cart;
}

Result<Cart> with_item(Cart cart, const CartItem& item, Quantity quantity, Id<CartLine> new_line) {
  if (const auto checked = check_quantity(quantity); !checked) return std::unexpected(checked.error());
  if (const auto checked = check_price(item.price); !checked) return std::unexpected(checked.error());
  const auto same = std::ranges::find_if(cart.lines, [&](const CartLine& line) { return takes_more(line, item); });
  if (same != cart.lines.end()) {
    const Id<CartLine> line = same->id;
    const Quantity sum = same->quantity + quantity;
    return with_quantity(std::move(cart), line, sum);
  }
  cart.lines.push_back(CartLine{.id = new_line,
                                .product = item.product,
                                .name = item.name,
                                .variant = item.variant,
                                .photo = item.photo,
                                .quantity = quantity,
                                .list_price = item.price,
                                .agreed_price = item.price,
                                .floor = item.floor,
                                .discount = {},
                                .tax_class = item.tax_class,
                                .tracked = item.tracked,
                                .rules = {},
                                .parts = item.parts,
                                .note = {}});
  if (const auto gross = times(item.price, quantity); !gross) return std::unexpected(gross.error());
  return fitting(std::move(cart));
}

Cart with_order(Cart cart, const Cart& order) {
  LAPAK_ASSERT(order.order && (!cart.order || cart.order == order.order));
  if (cart.order) return cart;
  cart.order = order.order;
  cart.customer = order.customer;
  cart.lines.insert(cart.lines.begin(), order.lines.begin(), order.lines.end());
  return fitting(std::move(cart));
}

Result<Cart> with_quantity(Cart cart, Id<CartLine> id, Quantity quantity) {
  CartLine* line = find_line(cart, id);
  if (line == nullptr) return refuse(ProblemCode::LineUnknown);
  if (quantity.is_zero()) {
    std::erase_if(cart.lines, [&](const CartLine& one) { return one.id == id; });
    return fitting(std::move(cart));
  }
  if (hands_over(cart, id)) return cart;
  if (const auto checked = check_quantity(quantity); !checked) return std::unexpected(checked.error());
  if (const auto gross = times(line->agreed_price, quantity); !gross) return std::unexpected(gross.error());
  line->quantity = quantity;
  return fitting(std::move(cart));
}

Result<Cart> with_agreed_price(Cart cart, Id<CartLine> id, Money price) {
  CartLine* line = find_line(cart, id);
  if (line == nullptr) return refuse(ProblemCode::LineUnknown);
  if (const auto checked = check_price(price); !checked) return std::unexpected(checked.error());
  if (const auto gross = times(price, line->quantity); !gross) return std::unexpected(gross.error());
  line->agreed_price = price;
  return fitting(std::move(cart));
}

Result<Cart> with_line_discount(Cart cart, Id<CartLine> id, std::optional<Discount> discount) {
  CartLine* line = find_line(cart, id);
  if (line == nullptr) return refuse(ProblemCode::LineUnknown);
  if (discount) {
    const Result<Money> gross = times(line->agreed_price, line->quantity);
    if (!gross) return std::unexpected(gross.error());
    if (const auto off = taken_off(*discount, *gross); !off) return std::unexpected(off.error());
  }
  line->discount = discount;
  return fitting(std::move(cart));
}

}  // namespace lapak
