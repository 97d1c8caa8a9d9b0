// screens: the open cart.
#include "app/screens/cart_view.h"

#include "app/screens/customer_sheet.h"
#include "app/screens/wording.h"
#include "core/sale/stall_terms.h"

namespace lapak {

bool WatchedCart::refresh(const Shop& shop) {
  return view_.refresh(shop, shop.today(),
                       rooms(&Revisions::cart, &Revisions::sale, &Revisions::people, &Revisions::profile,
                             &Revisions::catalog, &Revisions::till, &Revisions::fair),
                       [](const Shop& s, Date today) {
                         CartView view{.cart = s.cart(), .held = s.held_carts(), .today = today};
                         const Profile& profile = s.profile();
                         view.tax_rates = rates_here(s.facts(), profile);
                         view.zone = profile.clock();
                         if (auto sums = s.cart_totals()) {
                           view.totals = std::move(*sums);
                           view.rows = rows_of(view.cart, view.totals);
                         }
                         if (view.cart.order) view.deposit = deposit_held(s.facts(), *view.cart.order);
                         view.cash_rounding = cash_rounding_of(view.due(), profile.cash_rounding);
                         if (view.cart.customer) view.customer = seen_card(s, *view.cart.customer);
                         for (const CartLine& line : view.cart.lines) {
                           if (!line.product) continue;
                           const auto product = find_product(s.facts(), *line.product);
                           view.in_cart[product && product->parent ? *product->parent : *line.product] += line.quantity;
                         }
                         return view;
                       });
}

std::vector<CartRow> rows_of(const Cart& cart, const Totals& totals) {
  std::vector<CartRow> rows;
  std::optional<std::size_t> bundle;
  for (const CartPart& part : parts_of(cart, totals)) {
    if (part.bundle && part.bundle != bundle) rows.push_back({part.bundle, {}});
    bundle = part.bundle;
    rows.push_back({bundle, part});
  }
  return rows;
}

std::string bundle_subtitle(const Ui& ui, const CartRule& rule, const Bundle& bundle) {
  const std::string terms = bundle_terms(rule.terms, ui.words(), ui.currency());
  return bundle.times == 1 ? terms : fmt::format("{} × {}", ui.words().count(bundle.times), terms);
}

std::string line_name(const CartLine& line) {
  return line.variant.empty() ? line.name : line.name + " · " + line.variant;
}

std::string item_count(const Words& words, Quantity items) {
  const std::int64_t whole = items.is_whole() ? items.thousandths / 1000 : 2;
  return say(words, words.plural("{} item", "{} items", whole), words.quantity(items));
}

std::string line_subtitle(const Ui& ui, const CartLine& line) {
  std::string said = line.variant;
  const auto add = [&said](std::string_view more) {
    if (!said.empty()) said += " · ";
    said += more;
  };
  constexpr Quantity kOne = Quantity::of(1);
  const bool is_one = line.quantity == kOne;
  const std::string price =
      line.agreed_price.is_zero() ? std::string(ui.words(N_("Bonus"))) : ui.bare_money(line.agreed_price);
  add(is_one ? price : fmt::format("{} × {}", ui.words().quantity(line.quantity), price));
  if (line.discount) {
    add("\u2212" +
        (line.discount->share ? ui.words().percent(*line.discount->share) : ui.bare_money(line.discount->amount)));
  }
  for (const CartSetPart& part : line.parts)
    add(part.quantity == kOne ? part.name : fmt::format("{} × {}", ui.words().quantity(part.quantity), part.name));
  if (!line.note.empty()) add(line.note);
  return said;
}

}  // namespace lapak
