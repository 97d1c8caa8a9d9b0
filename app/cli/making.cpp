// cli: the workshop: materials, recipes, batches and costs.
#include "app/cli/making.h"

#include <nlohmann/json.hpp>

#include "app/cli/arguments.h"
#include "app/cli/livelihood.h"
#include "app/cli/making_answers.h"
#include "app/cli/rows.h"
#include "app/cli/speech.h"
#include "core/catalog/product_store.h"
#include "core/making/batch_store.h"
#include "core/making/material_store.h"
#include "core/making/recipe_store.h"
#include "core/order/order_store.h"

namespace lapak {
namespace {

std::vector<std::string> parts_of(const std::string& text) {
  std::vector<std::string> parts{""};
  for (const char letter : text)
    if (letter == ':')
      parts.emplace_back();
    else
      parts.back() += letter;
  return parts;
}

Result<Unit> unit_argument(const std::string& typed) {
  const auto unit = find_unit(typed);
  if (!unit) return refuse(ProblemCode::NotAQuantity, typed);
  return *unit;
}

struct Measured {
  Quantity quantity;
  Unit unit = Unit::Piece;
};
// "2.5kg"; without a unit in `usual`. Problems: NotAQuantity, and those of parse_quantity.
Result<Measured> measured_argument(const std::string& typed, Unit usual) {
  const std::size_t letters = std::min(typed.find_first_not_of("0123456789.,- "), typed.size());
  const auto quantity = parse_quantity(typed.substr(0, letters), NumberStyle::PointDecimal);
  if (!quantity) return std::unexpected(quantity.error());
  if (letters == typed.size()) return Measured{*quantity, usual};
  const Result<Unit> unit = unit_argument(typed.substr(letters));
  if (!unit) return std::unexpected(unit.error());
  return Measured{*quantity, *unit};
}
// Of this material, in the unit it is used in. Problems: those above, and of in_used_unit.
Result<Quantity> used_argument(const Material& material, const std::string& typed) {
  const Result<Measured> measured = measured_argument(typed, material.unit);
  if (!measured) return std::unexpected(measured.error());
  return in_used_unit(material, measured->quantity, measured->unit);
}
// "12.5" percent, or a factor, in hundredths of it times `whole`.
Result<std::int64_t> hundredths_argument(const std::string& typed, std::int64_t hundredths_in_one) {
  const auto number = parse_quantity(typed, NumberStyle::PointDecimal);
  if (!number) return std::unexpected(number.error());
  if (*number > Quantity::of(1'000'000)) return refuse(ProblemCode::ShareOutOfRange);
  return number->thousandths * hundredths_in_one / 1'000;
}

// Reads what was typed, each only if it was, and keeps the first problem.
class Reading {
 public:
  explicit Reading(const Shop& shop) : shop_(shop) {}

  void money(const std::string& typed, Money& into) {
    if (!typed.empty()) take(parse_amount_argument(typed, shop_.profile().money()), into);
  }
  void quantity(const std::string& typed, Quantity& into) {
    if (!typed.empty()) take(parse_quantity(typed, NumberStyle::PointDecimal), into);
  }
  void percent(const std::string& typed, std::int64_t& into) {
    if (!typed.empty()) take(hundredths_argument(typed, 100), into);
  }
  void factor(const std::string& typed, std::int64_t& into) {
    if (!typed.empty()) take(hundredths_argument(typed, kWholeBp), into);
  }
  void day(const std::string& typed, std::optional<Date>& into) {
    if (!typed.empty()) take(day_argument(typed), into);
  }
  void day(const std::string& typed, Date& into) {
    std::optional<Date> read;
    day(typed, read);
    if (read) into = *read;
  }
  void unit(const std::string& typed, Unit& into) {
    if (!typed.empty()) take(unit_argument(typed), into);
  }
  template <class T, class Into>
  void take(const Result<T>& read, Into& into) {
    if (read)
      into = *read;
    else if (!problem_)
      problem_ = read.error();
  }
  const std::optional<Problem>& problem() const { return problem_; }

 private:
  const Shop& shop_;
  std::optional<Problem> problem_;
};

template <class T>
Result<T> id_argument(const std::string& typed, ProblemCode unknown) {
  const auto bytes = parse_id(typed);
  if (!bytes) return refuse(unknown);
  return T{*bytes};
}

Result<Command> save_material(Shop& shop, const MakingRequest& request) {
  Material material{.name = request.name};
  if (const auto known = find_material(shop.facts(), std::string_view(request.name))) material = *known;
  Reading reading(shop);
  reading.unit(request.unit, material.unit);
  if (material.id.is_nil()) material.bought_in = material.unit;
  reading.unit(request.bought_in, material.bought_in);
  Quantity holds, low;
  reading.quantity(request.holds, holds);
  reading.quantity(request.low, low);
  if (!request.holds.empty()) material.used_in_one_bought = Fraction{holds.thousandths, 1'000};
  if (!request.low.empty()) material.low_mark = low;
  if (reading.problem()) return std::unexpected(*reading.problem());
  if (!request.supplier.empty()) {
    const Result<Id<Contact>> supplier = client_argument(shop, request.supplier);
    if (!supplier) return std::unexpected(supplier.error());
    material.supplier = *supplier;
  }
  if (request.act == MakingAct::HideMaterial) {
    if (material.id.is_nil()) return refuse(ProblemCode::MaterialUnknown, request.name);
    material.hidden = true;
  }
  return SaveMaterial{material};
}

Result<Command> buy(Shop& shop, const MakingRequest& request) {
  Purchase purchase{.share_by = request.share_by == "weight" ? ShareBy::Weight : ShareBy::Value};
  Reading reading(shop);
  reading.money(request.shipping, purchase.shipping);
  reading.day(request.day, purchase.business_date);
  for (const std::string& typed : request.lines) {
    const std::vector<std::string> parts = parts_of(typed);
    if (parts.size() < 3 || parts.size() > 4) return refuse(ProblemCode::NotAQuantity, typed);
    const Result<Material> material = material_argument(shop, parts[0]);
    if (!material) return std::unexpected(material.error());
    const Result<Measured> measured = measured_argument(parts[1], material->bought_in);
    if (!measured) return std::unexpected(measured.error());
    PurchaseLine line{.material = material->id, .quantity = measured->quantity, .unit = measured->unit};
    reading.money(parts[2], line.price);
    if (parts.size() == 4) reading.day(parts[3], line.expires);
    for (const std::string& weighed : request.weights) {
      const std::vector<std::string> weight = parts_of(weighed);
      if (weight.size() != 2) return refuse(ProblemCode::NotAQuantity, weighed);
      const Result<Material> of = material_argument(shop, weight[0]);
      if (!of) return std::unexpected(of.error());
      if (of->id == material->id) reading.quantity(weight[1], line.weight);
    }
    purchase.lines.push_back(line);
  }
  if (reading.problem()) return std::unexpected(*reading.problem());
  if (!request.supplier.empty()) {
    const Result<Id<Contact>> supplier = client_argument(shop, request.supplier);
    if (!supplier) return std::unexpected(supplier.error());
    purchase.supplier = *supplier;
  }
  return BuyMaterials{purchase};
}

Result<Command> move_or_count(const Shop& shop, const MakingRequest& request) {
  const Result<Material> material = material_argument(shop, request.name);
  if (!material) return std::unexpected(material.error());
  const Result<Quantity> quantity = used_argument(*material, request.quantity);
  if (!quantity) return std::unexpected(quantity.error());
  if (request.act == MakingAct::CountMaterial) return CountMaterial{material->id, *quantity};
  MoveMaterial move{material->id, find_material_move(request.kind).value(), *quantity, {}};
  Reading reading(shop);
  reading.money(request.amount, move.value);
  if (reading.problem()) return std::unexpected(*reading.problem());
  return move;
}

Result<Command> save_recipe(const Shop& shop, const MakingRequest& request) {
  const Result<Makes> makes = makes_argument(shop, request);
  if (!makes) return std::unexpected(makes.error());
  Recipe recipe{.product = makes->product, .material = makes->material};
  recipe.minutes = std::max<std::int64_t>(request.minutes, 0);
  recipe.ready_after_days = static_cast<int>(request.ready_after);
  recipe.best_before_days = static_cast<int>(request.best_before_days);
  Reading reading(shop);
  reading.quantity(request.yield, recipe.yield);
  reading.money(request.other, recipe.other);
  for (const std::string& typed : request.lines) {
    const std::vector<std::string> parts = parts_of(typed);
    if (parts.size() < 2 || parts.size() > 3) return refuse(ProblemCode::NotAQuantity, typed);
    const Result<Material> material = material_argument(shop, parts[0]);
    if (!material) return std::unexpected(material.error());
    const Result<Measured> measured = measured_argument(parts[1], material->unit);
    if (!measured) return std::unexpected(measured.error());
    RecipeLine line{.material = material->id, .quantity = measured->quantity, .unit = measured->unit};
    if (parts.size() == 3) reading.percent(parts[2], line.waste_bp);
    recipe.lines.push_back(line);
  }
  if (reading.problem()) return std::unexpected(*reading.problem());
  return SaveRecipe{recipe};
}

Result<Command> plan_batch(const Shop& shop, const MakingRequest& request) {
  if (request.act == MakingAct::CallOff) {
    const auto id = id_argument<Id<Batch>>(request.id, ProblemCode::BatchUnknown);
    if (!id) return std::unexpected(id.error());
    auto plan = find_plan(shop.facts(), *id);
    if (!plan) return refuse(ProblemCode::BatchUnknown);
    plan->called_off = true;
    return PlanBatch{*plan};
  }
  const Result<Makes> makes = makes_argument(shop, request);
  if (!makes) return std::unexpected(makes.error());
  BatchPlan plan{.product = makes->product, .material = makes->material, .reserves = !request.keeps_free};
  Reading reading(shop);
  reading.quantity(request.quantity, plan.quantity);
  reading.day(request.day, plan.planned_for);
  if (reading.problem()) return std::unexpected(*reading.problem());
  if (request.order != 0) {
    const auto order = find_order(shop.facts(), request.order);
    if (!order) return refuse(ProblemCode::OrderUnknown);
    plan.order = order->id;
  }
  return PlanBatch{plan};
}

Result<Command> make_batch(const Shop& shop, const MakingRequest& request) {
  const Result<Makes> makes = makes_argument(shop, request);
  if (!makes) return std::unexpected(makes.error());
  Reading reading(shop);
  Quantity quantity;
  Date day = shop.today();
  reading.quantity(request.quantity, quantity);
  reading.day(request.day, day);
  if (reading.problem()) return std::unexpected(*reading.problem());
  BatchMade batch =
      batch_by_recipe(shop.facts(), cost_book(shop.facts()), makes->product, makes->material, quantity, day);
  reading.quantity(request.rejects, batch.rejects);
  reading.money(request.other, batch.other);
  reading.day(request.ready_from, batch.ready_from);
  reading.day(request.best_before, batch.best_before);
  if (request.minutes >= 0) batch.minutes = request.minutes;
  batch.lot = request.lot;
  if (!request.plan.empty()) reading.take(id_argument<Id<Batch>>(request.plan, ProblemCode::BatchUnknown), batch.plan);
  if (!request.lines.empty()) batch.used.clear();
  for (const std::string& typed : request.lines) {
    const std::vector<std::string> parts = parts_of(typed);
    if (parts.size() != 2) return refuse(ProblemCode::NotAQuantity, typed);
    const Result<Material> material = material_argument(shop, parts[0]);
    if (!material) return std::unexpected(material.error());
    UsedMaterial used{.material = material->id};
    reading.take(used_argument(*material, parts[1]), used.quantity);
    batch.used.push_back(used);
  }
  if (reading.problem()) return std::unexpected(*reading.problem());
  return MakeBatch{batch};
}

Result<Command> save_rules(const Shop& shop, const MakingRequest& request) {
  CostRules rules = cost_rules(shop.facts());
  Reading reading(shop);
  reading.money(request.wage, rules.wage);
  reading.percent(request.overhead, rules.overhead_bp);
  reading.money(request.overhead_hour, rules.overhead_hour);
  if (!request.rule.empty()) rules.rule = find_price_rule(request.rule).value();
  reading.factor(request.factor, rules.factor_bp);
  reading.percent(request.margin, rules.margin_bp);
  reading.money(request.wanted_wage, rules.wanted_wage);
  reading.percent(request.wholesale, rules.wholesale_bp);
  reading.money(request.step, rules.step);
  if (reading.problem()) return std::unexpected(*reading.problem());
  return SaveCostRules{rules};
}

// What the act changes; none for a question. Problems: those of the arguments.
Result<std::optional<Command>> command_of(Shop& shop, const MakingRequest& request) {
  switch (request.act) {
    case MakingAct::SaveMaterial:
    case MakingAct::HideMaterial:
      return save_material(shop, request);
    case MakingAct::Buy:
      return buy(shop, request);
    case MakingAct::TakeBackPurchase: {
      const auto id = id_argument<Id<Purchase>>(request.id, ProblemCode::NotInTheBooks);
      if (!id) return std::unexpected(id.error());
      return TakeBackPurchase{*id};
    }
    case MakingAct::MoveMaterial:
    case MakingAct::CountMaterial:
      return move_or_count(shop, request);
    case MakingAct::SaveRecipe:
      return save_recipe(shop, request);
    case MakingAct::RemoveRecipe: {
      const Result<Recipe> recipe = recipe_argument(shop, request);
      if (!recipe) return std::unexpected(recipe.error());
      return RemoveRecipe{recipe->id};
    }
    case MakingAct::Plan:
    case MakingAct::CallOff:
      return plan_batch(shop, request);
    case MakingAct::Make:
      return make_batch(shop, request);
    case MakingAct::TakeBackBatch: {
      const auto id = id_argument<Id<Batch>>(request.id, ProblemCode::BatchUnknown);
      if (!id) return std::unexpected(id.error());
      return TakeBackBatch{*id};
    }
    case MakingAct::SaveRules:
      return save_rules(shop, request);
    default:
      return std::nullopt;
  }
}

bool prints_its_id(MakingAct act) {
  return act == MakingAct::SaveMaterial || act == MakingAct::Buy || act == MakingAct::Plan || act == MakingAct::Make;
}

}  // namespace

Result<Material> material_argument(const Shop& shop, const std::string& name) {
  auto found = find_material(shop.facts(), std::string_view(name));
  if (!found) return refuse(ProblemCode::MaterialUnknown, name);
  return *std::move(found);
}
Result<Product> product_argument(const Shop& shop, const std::string& code) {
  auto found = find_product_by_code(shop.facts(), code);
  if (!found) return refuse(ProblemCode::ProductUnknown, code);
  return *std::move(found);
}

Result<Makes> makes_argument(const Shop& shop, const MakingRequest& request) {
  if (!request.material.empty()) {
    const Result<Material> material = material_argument(shop, request.material);
    if (!material) return std::unexpected(material.error());
    return Makes{{}, material->id};
  }
  const Result<Product> product = product_argument(shop, request.product);
  if (!product) return std::unexpected(product.error());
  return Makes{product->id, {}};
}

Result<Recipe> recipe_argument(const Shop& shop, const MakingRequest& request) {
  const Result<Makes> makes = makes_argument(shop, request);
  if (!makes) return std::unexpected(makes.error());
  auto recipe = makes->product ? recipe_for(shop.facts(), *makes->product) : recipe_for(shop.facts(), *makes->material);
  if (!recipe || recipe->hidden)
    return refuse(ProblemCode::RecipeUnknown, request.product.empty() ? request.material : request.product);
  return *std::move(recipe);
}

int carry_out_making(const MakingRequest& request, const Terminal& terminal) {
  return with_shop(request.shop, terminal, [&](Shop& shop, const Speech& speech) {
    const Result<std::optional<Command>> command = command_of(shop, request);
    if (!command) return speech.say(command.error());
    if (*command) {
      const Result<Outcome> outcome = shop.execute(**command);
      if (!outcome) return speech.say(outcome.error());
      if (prints_its_id(request.act)) terminal.out << id_text(outcome->subject) << '\n';
      if (request.act != MakingAct::SaveRules) return kDone;
    }
    const Result<nlohmann::ordered_json> answer = answer_of_making(shop, request);
    if (!answer) return speech.say(answer.error());
    if (request.as_json)
      terminal.out << answer->dump() << '\n';
    else
      print_rows(*answer, terminal.out);
    return kDone;
  });
}

}  // namespace lapak
