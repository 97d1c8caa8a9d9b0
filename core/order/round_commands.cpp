// order: what can be done with pre-order rounds.
#include "core/order/round_commands.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/catalog/product_store.h"
#include "core/journal/fact_json.h"
#include "core/order/order_facts.h"
#include "core/order/order_store.h"
#include "core/order/round_store.h"
#include "core/people/people_store.h"
#include "core/profile/profile.h"

namespace lapak {

NLOHMANN_JSON_SERIALIZE_ENUM(RoundState, {{RoundState::Open, "open"}, {RoundState::Closed, "closed"}})
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(RoundItem, product, price, quota)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Pick, product, quantity, price)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Round, id, name, items, quota, closes, promised, half_slots, minutes,
                                                deposit_percent, state, hidden)

namespace {

constexpr std::string_view round_saved = "order.round_saved", round_joined = "order.round_joined";

Fact saved(const Round& round) {
  return {std::string(round_saved), Json(round), Json()};
}

Fact joined(Id<CustomOrder> order, Id<Round> round, const std::vector<Pick>& picks) {
  return {std::string(round_joined), Json{{"order", order}, {"round", round}, {"picks", picks}}, Json()};
}

Result<RoundPage> known_round(const Database& database, Id<Round> id) {
  std::optional<RoundPage> page = round_page(database, id);
  if (!page || page->round.hidden) return refuse(ProblemCode::RoundUnknown);
  return *std::move(page);
}

Decision decided(std::string_view kind, const Round& round) {
  Decision decision;
  decision.outcome = {.kind = std::string(kind), .subject = round.id.bytes, .label = round.name, .is_undoable = true};
  return decision;
}

// Whether what is ordered already still has its place.
Result<void> check_ordered(const Round& round, const RoundPage& before) {
  for (const RoundItemRow& row : before.items) {
    if (row.ordered.is_zero()) continue;
    const auto kept = std::ranges::find(round.items, row.item.product, &RoundItem::product);
    if (kept == round.items.end() || (kept->quota && *kept->quota < row.ordered))
      return refuse(ProblemCode::RoundTaken, row.name, row.ordered.thousandths);
  }
  if (round.quota && *round.quota < before.ordered)
    return refuse(ProblemCode::RoundTaken, round.name, before.ordered.thousandths);
  return {};
}

Result<Decision> decide_one(const SaveRound& command, const Deciding& deciding) {
  const Database& database = deciding.database;
  Result<Round> round = checked_round(command.round);
  if (!round) return std::unexpected(round.error());
  for (const RoundItem& item : round->items) {
    const auto product = find_product(database, item.product);
    if (!product || product->has_variants()) return refuse(ProblemCode::ProductUnknown, "");
  }
  Round before;
  if (round->id.is_nil()) {
    round->id = deciding.ids.next<Round>();
    round->state = RoundState::Open;
    round->hidden = false;
    before = *round;
    before.hidden = true;
  } else {
    const Result<RoundPage> known = known_round(database, round->id);
    if (!known) return std::unexpected(known.error());
    if (const auto kept = check_ordered(*round, *known); !kept) return std::unexpected(kept.error());
    before = known->round;
    round->state = before.state;
    round->hidden = false;
  }
  Decision decision = decided("save_round", *round);
  decision.facts.push_back(saved(*round));
  decision.opposite.push_back(saved(before));
  return decision;
}

Result<Decision> decide_one(const SetRoundState& command, const Deciding& deciding) {
  const Result<RoundPage> known = known_round(deciding.database, command.round);
  if (!known) return std::unexpected(known.error());
  Decision decision = decided("set_round_state", known->round);
  if (known->round.state == command.state) return decision;
  Round changed = known->round;
  changed.state = command.state;
  decision.facts.push_back(saved(changed));
  decision.opposite.push_back(saved(known->round));
  return decision;
}

// What she takes at the price she took it for, or, of what she has not yet, at the one it is offered for.
// Problems: ProductUnknown, QuantityNegative, QuantityTooLarge, RoundEmpty, RoundFull.
Result<std::vector<Pick>> priced(const JoinRound& command, const RoundPage& page, const std::vector<Pick>& before) {
  const auto had = [&](Id<Product> product) {
    const auto found = std::ranges::find(before, product, &Pick::product);
    return found == before.end() ? nullptr : &*found;
  };
  std::vector<Pick> picks;
  for (const Pick& wanted : command.picks) {
    if (wanted.quantity.is_zero()) continue;
    if (wanted.quantity < Quantity{}) return refuse(ProblemCode::QuantityNegative);
    if (wanted.quantity > kLargestQuantity) return refuse(ProblemCode::QuantityTooLarge);
    const auto row =
        std::ranges::find(page.items, wanted.product, [](const RoundItemRow& r) { return r.item.product; });
    if (row == page.items.end() || std::ranges::find(picks, wanted.product, &Pick::product) != picks.end())
      return refuse(ProblemCode::ProductUnknown, "");
    const Pick* const old = had(wanted.product);
    const Quantity others = row->ordered - (old ? old->quantity : Quantity{});
    if (row->item.quota && others + wanted.quantity > *row->item.quota)
      return refuse(ProblemCode::RoundFull, row->name, (*row->item.quota - others).thousandths);
    picks.push_back({wanted.product, wanted.quantity, old ? old->price : row->item.price});
  }
  if (picks.empty()) return refuse(ProblemCode::RoundEmpty);
  const Quantity others = page.ordered - pieces_of(before);
  if (page.round.quota && others + pieces_of(picks) > *page.round.quota)
    return refuse(ProblemCode::RoundFull, page.round.name, (*page.round.quota - others).thousandths);
  return picks;
}

// "Lebaran: 2 × Nastar, 1 × Kastengel".
std::string told(const std::vector<Pick>& picks, const RoundPage& page, const Words& words) {
  std::string what = page.round.name;
  for (const Pick& pick : picks) {
    const auto row = std::ranges::find(page.items, pick.product, [](const RoundItemRow& r) { return r.item.product; });
    what += fmt::format("{}{} × {}", &pick == &picks.front() ? ": " : ", ", words.quantity(pick.quantity), row->name);
  }
  return what;
}

Result<Decision> decide_one(const JoinRound& command, const Deciding& deciding) {
  const Database& database = deciding.database;
  const Result<RoundPage> page = known_round(database, command.round);
  if (!page) return std::unexpected(page.error());
  if (!takes_orders(page->round, deciding.today())) return refuse(ProblemCode::RoundClosed, page->round.name);
  if (!find_contact(database, command.client)) return refuse(ProblemCode::ContactUnknown);
  const std::optional<CustomOrder> before = order_in_round(database, command.round, command.client);
  if (before && !is_open(before->stage)) return refuse(ProblemCode::OrderClosed, before->number);
  const std::vector<Pick> had = before ? picks_of(database, before->id) : std::vector<Pick>{};
  const Result<std::vector<Pick>> picks = priced(command, *page, had);
  if (!picks) return std::unexpected(picks.error());
  const Result<Money> price = worth_of(*picks);
  if (!price) return std::unexpected(price.error());
  CustomOrder wanted = before.value_or(CustomOrder{.client = command.client,
                                                   .half_slots = 0,  // the round has its own quota
                                                   .promised = page->round.promised,
                                                   .stage = OrderStage::Agreed,
                                                   .asked_at = deciding.now});
  wanted.what = told(*picks, *page, deciding.profile.words());
  wanted.notes = command.notes;
  wanted.quantity = pieces_of(*picks);
  wanted.price = *price;
  Result<CustomOrder> order = checked_order(std::move(wanted));
  if (!order) return std::unexpected(order.error());
  if (!before) {
    order->id = deciding.ids.next<CustomOrder>();
    order->number = last_order_number(database) + 1;
  }
  Decision decision = decision_about("join_round", *order);
  decision.facts = {order_saved(*order), joined(order->id, command.round, *picks)};
  if (before)
    decision.opposite = {joined(before->id, command.round, had), order_saved(*before)};
  else
    decision.opposite = {order_moved(order->id, OrderStage::CalledOff)};
  decision.outcome.is_undoable = true;
  return decision;
}

}  // namespace

Result<Decision> decide(const RoundCommand& command, const Deciding& deciding) {
  return std::visit([&](const auto& one) { return decide_one(one, deciding); }, command);
}

bool is_about_rounds(const Fact& fact) {
  return fact.kind == round_saved || fact.kind == round_joined;
}

void apply_round(const Fact& fact, const Applying& applying) {
  if (fact.kind == round_saved) return put_round(applying.database, fact.body.get<Round>());
  LAPAK_ASSERT(fact.kind == round_joined);
  put_picks(applying.database, fact.body.at("order").get<Id<CustomOrder>>(), fact.body.at("round").get<Id<Round>>(),
            fact.body.at("picks").get<std::vector<Pick>>());
}

}  // namespace lapak
