// making: what can be done with materials.
#include "core/making/material_commands.h"

#include <algorithm>

#include "core/making/making_json.h"
#include "core/making/material_store.h"
#include "core/people/people_store.h"

namespace lapak {
namespace {

constexpr std::string_view material_saved = "making.material_saved", purchase_made = "making.purchase_made";

Fact fact_about(std::string_view kind, Json body) {
  return {std::string(kind), std::move(body), Json()};
}

Result<void> check_supplier(const Database& database, const std::optional<Id<Contact>>& supplier) {
  if (supplier && !find_contact(database, *supplier)) return refuse(ProblemCode::ContactUnknown);
  return {};
}

Result<void> check_quantity(Quantity quantity) {
  if (quantity.is_zero()) return refuse(ProblemCode::QuantityZero);
  if (quantity < Quantity{}) return refuse(ProblemCode::QuantityNegative);
  if (quantity > kLargestQuantity) return refuse(ProblemCode::QuantityTooLarge);
  return {};
}
Result<void> check_amount(Money amount) {
  if (amount < Money{}) return refuse(ProblemCode::AmountNegative);
  if (amount > kLargestMoney) return refuse(ProblemCode::AmountTooLarge);
  return {};
}

Result<Decision> decide_one(const SaveMaterial& command, const Deciding& deciding) {
  Result<Material> material = checked_material(command.material);
  if (!material) return std::unexpected(material.error());
  const std::optional<Material> known = find_material(deciding.database, material->id);
  if (!known && !material->id.is_nil()) return refuse(ProblemCode::MaterialUnknown, material->name);
  if (known && known->unit != material->unit && has_moved(deciding.database, known->id))
    return refuse(ProblemCode::UnitsInUse, material->name);
  if (const auto same = find_material(deciding.database, std::string_view(material->name));
      same && same->id != material->id && !material->hidden)
    return refuse(ProblemCode::MaterialTaken, same->name);
  if (auto known_supplier = check_supplier(deciding.database, material->supplier); !known_supplier)
    return std::unexpected(known_supplier.error());
  if (!known) material->id = deciding.ids.next<Material>();
  Material before = known.value_or(*material);
  if (!known) before.hidden = true;
  Decision decision;
  decision.facts.push_back(fact_about(material_saved, Json(*material)));
  decision.opposite.push_back(fact_about(material_saved, Json(before)));
  decision.outcome = {
      .kind = "save_material", .subject = material->id.bytes, .label = material->name, .is_undoable = true};
  return decision;
}

Result<Decision> decide_one(const BuyMaterials& command, const Deciding& deciding) {
  Purchase purchase = command.purchase;
  if (purchase.lines.empty()) return refuse(ProblemCode::PurchaseEmpty);
  if (auto known = check_supplier(deciding.database, purchase.supplier); !known) return std::unexpected(known.error());
  if (auto amount = check_amount(purchase.shipping); !amount) return std::unexpected(amount.error());
  if (purchase.business_date == Date{}) purchase.business_date = deciding.today();
  purchase.id = deciding.ids.next<Purchase>();
  std::vector<MaterialMoved> moves;
  Money total = purchase.shipping;
  for (PurchaseLine& line : purchase.lines) {
    const std::optional<Material> material = find_material(deciding.database, line.material);
    if (!material) return refuse(ProblemCode::MaterialUnknown, std::string());
    if (auto quantity = check_quantity(line.quantity); !quantity) return std::unexpected(quantity.error());
    if (auto amount = check_amount(line.price); !amount) return std::unexpected(amount.error());
    if (line.weight < Quantity{} || line.weight > kLargestQuantity) return refuse(ProblemCode::QuantityTooLarge);
    const Result<Quantity> used = in_used_unit(*material, line.quantity, line.unit);
    if (!used) return std::unexpected(used.error());
    if (used->is_zero()) return refuse(ProblemCode::QuantityZero);
    total += line.price;
    if (const auto within = bounded(total); !within) return std::unexpected(within.error());
    moves.push_back({.id = deciding.ids.next<MaterialMoved>(),
                     .material = material->id,
                     .move = MaterialMove::Bought,
                     .quantity = *used,
                     .purchase = purchase.id,
                     .expires = line.expires,
                     .business_date = purchase.business_date});
  }
  const std::vector<Money> amounts = landed(purchase);
  Decision decision;
  decision.facts.push_back(fact_about(purchase_made, Json(purchase)));
  for (std::size_t i = 0; i < moves.size(); ++i) {
    moves[i].value = amounts[i];
    decision.facts.push_back(fact_of(moves[i]));
    decision.opposite.insert(
        decision.opposite.begin(),
        fact_of(opposite_of(moves[i], deciding.ids.next<MaterialMoved>(), purchase.business_date)));
  }
  decision.outcome = {.kind = "buy_materials", .subject = purchase.id.bytes, .is_undoable = true};
  return decision;
}

Result<Decision> decide_one(const TakeBackPurchase& command, const Deciding& deciding) {
  const std::vector<MaterialMoved> moves = net_moves_of(deciding.database, command.purchase);
  if (moves.empty()) return refuse(ProblemCode::NotInTheBooks);
  Decision decision;
  for (const MaterialMoved& move : moves) {
    const MaterialMoved back = opposite_of(move, deciding.ids.next<MaterialMoved>(), deciding.today());
    decision.facts.push_back(fact_of(back));
    decision.opposite.push_back(fact_of(opposite_of(back, deciding.ids.next<MaterialMoved>(), back.business_date)));
  }
  decision.outcome = {.kind = "take_back_purchase", .subject = command.purchase.bytes, .is_undoable = true};
  return decision;
}

Decision moved_by_hand(const Material& material, MaterialMove kind, Quantity quantity, Money value,
                       std::string_view command, const Deciding& deciding) {
  Decision decision;
  if (!quantity.is_zero()) {
    const MaterialMoved move{.id = deciding.ids.next<MaterialMoved>(),
                             .material = material.id,
                             .move = kind,
                             .quantity = quantity,
                             .value = value,
                             .business_date = deciding.today()};
    decision.facts.push_back(fact_of(move));
    decision.opposite.push_back(fact_of(opposite_of(move, deciding.ids.next<MaterialMoved>(), move.business_date)));
  }
  decision.outcome = {.kind = std::string(command),
                      .subject = material.id.bytes,
                      .label = material.name,
                      .is_undoable = !decision.facts.empty()};
  return decision;
}

Result<Decision> decide_one(const MoveMaterial& command, const Deciding& deciding) {
  const std::optional<Material> material = find_material(deciding.database, command.material);
  if (!material) return refuse(ProblemCode::MaterialUnknown, std::string());
  if (auto quantity = check_quantity(command.quantity); !quantity) return std::unexpected(quantity.error());
  if (auto amount = check_amount(command.value); !amount) return std::unexpected(amount.error());
  if (command.kind == MaterialMove::Opening)
    return moved_by_hand(*material, command.kind, command.quantity, command.value, "move_material", deciding);
  LAPAK_ASSERT(command.kind == MaterialMove::Lost || command.kind == MaterialMove::OwnUse);
  const Result<Money> charge = charge_for(material_stock(deciding.database, material->id), command.quantity);
  if (!charge) return std::unexpected(charge.error());
  return moved_by_hand(*material, command.kind, -command.quantity, -*charge, "move_material", deciding);
}

Result<Decision> decide_one(const CountMaterial& command, const Deciding& deciding) {
  const std::optional<Material> material = find_material(deciding.database, command.material);
  if (!material) return refuse(ProblemCode::MaterialUnknown, std::string());
  if (command.counted < Quantity{}) return refuse(ProblemCode::QuantityNegative);
  if (command.counted > kLargestQuantity) return refuse(ProblemCode::QuantityTooLarge);
  const MaterialStock stock = material_stock(deciding.database, material->id);
  const Quantity difference = command.counted - stock.quantity;
  if (magnitude(difference) > kLargestQuantity) return refuse(ProblemCode::QuantityTooLarge);
  Money value;
  if (difference < Quantity{}) {
    const Result<Money> charge = charge_for(stock, -difference);
    if (!charge) return std::unexpected(charge.error());
    value = -*charge;
  } else if (difference > Quantity{}) {
    const auto [quantity, worth] = worth_now(stock);
    const Result<Money> found = charge_for({.last_quantity = quantity, .last_value = worth}, difference);
    if (!found) return std::unexpected(found.error());
    value = *found;
  }
  return moved_by_hand(*material, MaterialMove::Counted, difference, value, "count_material", deciding);
}

}  // namespace

Result<Decision> decide(const MaterialCommand& command, const Deciding& deciding) {
  return std::visit([&](const auto& one) { return decide_one(one, deciding); }, command);
}

void apply_material(const Fact& fact, const Applying& applying) {
  if (fact.kind == MaterialMoved::kind)
    put_material_move(applying.database, fact.body.get<MaterialMoved>(), applying.header);
  else if (fact.kind == purchase_made)
    put_purchase(applying.database, fact.body.get<Purchase>(), applying.header);
  else if (fact.kind == material_saved)
    put_material(applying.database, fact.body.get<Material>());
  else
    LAPAK_ASSERT(false);
}

}  // namespace lapak
