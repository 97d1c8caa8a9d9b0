// sale: what is asked at the stall while the day is open at a fair.
#include "core/sale/stall_terms.h"

#include <algorithm>

namespace lapak {
namespace {

constexpr std::int64_t whole_bp = 10'000;

std::optional<Id<Fair>> fair_here(const Database& database) {
  return database.value<Id<Fair>>(
      "SELECT f.fair FROM till_open o JOIN fair_till_day f ON f.till_day = o.till_day "
      "WHERE o.till = (SELECT till FROM epoch ORDER BY rowid DESC LIMIT 1)");
}

// The change of all prices and the tax.
StallTerms card_of(const Database& database, Id<Fair> fair) {
  StallTerms terms;
  Rows rows = database.query(
      "SELECT price_change_bp, tax_name, tax_numerator, tax_denominator, tax_included FROM fair WHERE id = ?", fair);
  if (!rows.next()) return terms;
  terms.price_change_bp = rows.get<std::int64_t>(0);
  if (!rows.is_null(2))
    terms.tax = TaxRate{.tax_class = {},
                        .name = rows.get<std::string>(1),
                        .rate = {rows.get<std::int64_t>(2), rows.get<std::int64_t>(3)},
                        .included = rows.get<bool>(4),
                        .valid_from = {}};
  return terms;
}

}  // namespace

StallTerms terms_at(const Database& database, Id<Fair> fair) {
  StallTerms terms = card_of(database, fair);
  for (Rows rows = database.query("SELECT product, price FROM fair_price WHERE fair = ?", fair); rows.next();)
    terms.prices[rows.get<Id<Product>>(0)] = rows.get<Money>(1);
  return terms;
}

StallTerms terms_here(const Database& database) {
  const std::optional<Id<Fair>> fair = fair_here(database);
  return fair ? terms_at(database, *fair) : StallTerms{};
}

Money price_by(const StallTerms& terms, Id<Product> product, Money list) {
  if (const auto own = terms.prices.find(product); own != terms.prices.end()) return own->second;
  return std::clamp(list + part_of(list, {terms.price_change_bp, whole_bp}), Money{}, kLargestMoney);
}

std::vector<ProductCard> priced_by(const StallTerms& terms, const Database& database, std::vector<ProductCard> cards) {
  if (!terms.has_prices()) return cards;
  for (ProductCard& card : cards) {
    if (!card.has_variants) {
      card.price = price_by(terms, card.id, card.price);
      continue;
    }
    std::vector<Money> prices;
    for (const Product& variant : variants_of(database, card.id))
      prices.push_back(price_by(terms, variant.id, variant.price));
    if (prices.empty()) continue;
    const auto [least, most] = std::ranges::minmax(prices);
    card.price = least;
    card.is_from_price = least != most;
  }
  return cards;
}

std::vector<TaxRate> rates_by(const StallTerms& terms, std::vector<TaxRate> ordinary) {
  if (!terms.tax) return ordinary;
  std::erase_if(ordinary, [](const TaxRate& rate) { return rate.tax_class.empty(); });
  ordinary.push_back(*terms.tax);
  return ordinary;
}

std::vector<TaxRate> rates_here(const Database& database, const Profile& profile) {
  const std::optional<Id<Fair>> fair = fair_here(database);
  return fair ? rates_by(card_of(database, *fair), profile.tax_rates) : profile.tax_rates;
}

}  // namespace lapak
