// cli: sets from the command line.
#include "app/cli/sets.h"

#include <nlohmann/json.hpp>

#include "app/cli/rows.h"
#include "app/cli/speech.h"
#include "core/catalog/product_store.h"
#include "core/catalog/set_store.h"
#include "core/words/filled.h"

namespace lapak {
namespace {

using OrderedJson = nlohmann::ordered_json;

Result<Product> product_named(const Shop& shop, const std::string& code) {
  std::optional<Product> product = find_product_by_code(shop.facts(), code);
  if (!product) return refuse(ProblemCode::ProductUnknown, code);
  return *std::move(product);
}

// "CODE[:QUANTITY]". A code may itself have colons: one that is known whole wins.
Result<SetPart> part_named(const Shop& shop, const std::string& argument) {
  std::string code = argument;
  Quantity quantity = Quantity::of(1);
  if (!find_product_by_code(shop.facts(), code))
    if (const auto colon = argument.rfind(':'); colon != std::string::npos) {
      code = argument.substr(0, colon);
      const Result<Quantity> read = parse_quantity(argument.substr(colon + 1), NumberStyle::PointDecimal);
      if (!read) return std::unexpected(read.error());
      quantity = *read;
    }
  const Result<Product> product = product_named(shop, code);
  if (!product) return std::unexpected(product.error());
  return SetPart{product->id, quantity};
}

Result<void> take_price(const Shop& shop, const SetRequest& request, Product& product) {
  if (request.price.empty()) return {};
  const Result<Money> price = parse_amount_argument(request.price, shop.profile().money());
  if (!price) return std::unexpected(price.error());
  product.price = *price;
  return {};
}

Result<Product> saved_set(const Shop& shop, const SetRequest& request) {
  Product set = product_named(shop, request.code).value_or(Product{.code = request.code});
  if (!request.name.empty()) set.name = request.name;
  if (set.id.is_nil() && request.price.empty()) return refuse(ProblemCode::NotAnAmount, std::string());
  if (const auto taken = take_price(shop, request, set); !taken) return std::unexpected(taken.error());
  set.parts.clear();
  for (const std::string& argument : request.parts) {
    const Result<SetPart> part = part_named(shop, argument);
    if (!part) return std::unexpected(part.error());
    set.parts.push_back(*part);
  }
  return set;
}

Result<Product> dozen_of(const Shop& shop, const SetRequest& request) {
  const Result<Product> one = product_named(shop, request.of);
  if (!one) return one;
  const Quantity pieces = Quantity::of(request.pieces);
  const Result<Money> price = times(one->price, pieces);
  if (!price) return std::unexpected(price.error());
  Product dozen{
      .code = request.code,
      .name = request.name.empty() ? filled(shop.profile().words()(N_("{}, a dozen")), label_of(*one)) : request.name,
      .price = *price,
      .category = one->category,
      .maker = one->maker,
      .photo = photo_of(shop.facts(), *one),
      .tax_class = one->tax_class,
      .position = one->position,
      .parts = {{one->id, pieces}}};
  if (const auto taken = take_price(shop, request, dozen); !taken) return std::unexpected(taken.error());
  return dozen;
}

Result<Product> wanted(const Shop& shop, const SetRequest& request) {
  if (request.act == SetAct::Save) return saved_set(shop, request);
  if (request.act == SetAct::Dozen) return dozen_of(shop, request);
  Result<Product> product = product_named(shop, request.code);
  if (product) product->parts.clear();
  return product;
}

OrderedJson sets_json(const Shop& shop) {
  OrderedJson all = OrderedJson::array();
  for (const Product& set : all_sets(shop.facts())) {
    const ProductCard card = cards_of(shop.facts(), {set.id}).front();
    OrderedJson parts = OrderedJson::array();
    for (const SetPart& part : set.parts) {
      const Product one = find_product(shop.facts(), part.product).value_or(Product{});
      parts.push_back(
          {{"code", one.code}, {"name", label_of(one)}, {"quantity_thousandths", part.quantity.thousandths}});
    }
    all.push_back({{"code", set.code},
                   {"name", set.name},
                   {"price", set.price.minor},
                   {"can_be_sold", card.tracked ? OrderedJson(card.on_hand.thousandths / 1'000) : OrderedJson()},
                   {"parts", parts}});
  }
  return {{"sets", all}};
}

}  // namespace

int carry_out_set(const SetRequest& request, const Terminal& terminal) {
  return with_shop(request.shop, terminal, [&](Shop& shop, const Speech& speech) {
    if (request.act != SetAct::List) {
      const Result<Product> product = wanted(shop, request);
      if (!product) return speech.say(product.error());
      const auto saved = shop.execute(CatalogCommand(SaveProduct{*product, {}, std::nullopt}));
      if (!saved) return speech.say(saved.error());
    }
    const OrderedJson json = sets_json(shop);
    print_answer(json, request.as_json, terminal.out);
    return kDone;
  });
}

}  // namespace lapak
