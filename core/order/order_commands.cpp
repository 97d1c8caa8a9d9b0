// order: what can be done with orders, and what a sale makes of one.
#include "core/order/order_commands.h"

#include <fmt/format.h>

#include "core/journal/fact_json.h"
#include "core/order/order_facts.h"
#include "core/order/order_store.h"
#include "core/order/round_commands.h"
#include "core/order/round_store.h"
#include "core/people/people_commands.h"
#include "core/profile/profile.h"
#include "core/sale/open_day.h"
#include "core/sale/sale_facts.h"
#include "core/sale/sale_store.h"

namespace lapak {

NLOHMANN_JSON_SERIALIZE_ENUM(Delivery, {{Delivery::AtTheStall, "stall"},
                                        {Delivery::PickedUp, "pick_up"},
                                        {Delivery::Shipped, "ship"}})
NLOHMANN_JSON_SERIALIZE_ENUM(OrderKind, {{OrderKind::Piece, "piece"}, {OrderKind::Service, "service"}})
void to_json(Json& json, OrderStage stage) {
  json = stage_code(stage);
}
void from_json(const Json& json, OrderStage& stage) {
  stage = find_stage(json.get_ref<const std::string&>()).value();
}
// Without its words.
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(CustomOrder, id, number, client, kind, quantity, price, half_slots,
                                                minutes, promised, stage, delivery, asked_at, revisions_agreed,
                                                invoice_due)

namespace {

constexpr std::string_view fact_saved = "order.saved", fact_moved = "order.moved", work_noted = "order.work_noted",
                           revision_noted = "order.revision_noted";
constexpr std::int64_t kMostMinutes = 31 * 24 * 60;

Result<CustomOrder> known_order(const Database& database, Id<CustomOrder> id) {
  std::optional<CustomOrder> order = find_order(database, id);
  if (!order) return refuse(ProblemCode::OrderUnknown);
  return *std::move(order);
}

Result<CustomOrder> open_order(const Database& database, Id<CustomOrder> id) {
  Result<CustomOrder> order = known_order(database, id);
  if (order && !is_open(order->stage)) return refuse(ProblemCode::OrderClosed, order->number);
  return order;
}

bool weighs_the_same(const CustomOrder& one, const CustomOrder& other) {
  return one.promised == other.promised && one.half_slots == other.half_slots && one.minutes == other.minutes;
}

// Whether the week of its promise still holds it. What it held before it goes on holding.
Result<void> check_week(const CustomOrder& order, const std::optional<CustomOrder>& before, Overbooking overbooking,
                        const Deciding& deciding) {
  if (!order.promised || (before && weighs_the_same(order, *before))) return {};
  const Date today = deciding.today();
  WeekLoad week{.monday = monday_of(*order.promised)};
  for (const WeekLoad& load : week_loads(deciding.database, today, order.id))
    if (load.monday == week.monday) week = load;
  if (fits(week, {deciding.profile.week_half_slots, deciding.profile.week_minutes}, order.half_slots, order.minutes))
    return {};
  if (overbooking == Overbooking::Refused) return refuse(ProblemCode::WeekFull);
  if (needs_owner(deciding)) return refuse(ProblemCode::OwnerOnly);
  return {};
}

Result<Decision> decide_one(const SaveOrder& command, const Deciding& deciding) {
  const Database& database = deciding.database;
  Result<CustomOrder> order = checked_order(command.order);
  if (!order) return std::unexpected(order.error());
  if (!find_contact(database, order->client)) return refuse(ProblemCode::ContactUnknown);
  std::optional<CustomOrder> before;
  if (order->id.is_nil()) {
    order->id = deciding.ids.next<CustomOrder>();
    order->number = last_order_number(database) + 1;
    order->asked_at = deciding.now;
    if (order->stage != OrderStage::Asked) order->stage = OrderStage::Agreed;
  } else {
    const Result<CustomOrder> known = open_order(database, order->id);
    if (!known) return std::unexpected(known.error());
    before = *known;
    order->number = known->number;
    order->asked_at = known->asked_at;
    order->stage = known->stage;
    if (round_of(database, order->id)) {
      order->client = known->client;
      order->kind = known->kind;
      order->what = known->what;
      order->quantity = known->quantity;
    }
  }
  if (const auto week = check_week(*order, before, command.overbooking, deciding); !week)
    return std::unexpected(week.error());
  Decision decision = decision_about("save_order", *order);
  decision.facts.push_back(order_saved(*order));
  // A picture is forgotten with whose order it is then, the words with whom they were written down for.
  if (!command.pictures.empty()) decision.entries = Entries::OneAFact;
  add_pictures(decision, {order->id, PictureShows::Wish, command.pictures}, deciding);
  decision.opposite.push_back(before ? order_saved(*before) : order_moved(order->id, OrderStage::CalledOff));
  decision.outcome.is_undoable = true;
  return decision;
}

Result<Decision> decide_one(const MoveOrder& command, const Deciding& deciding) {
  LAPAK_ASSERT(is_open(command.stage));
  const Result<CustomOrder> order = open_order(deciding.database, command.order);
  if (!order) return std::unexpected(order.error());
  Decision decision = decision_about("move_order", *order);
  if (order->stage == command.stage) return decision;
  decision.facts.push_back(order_moved(order->id, command.stage));
  decision.opposite.push_back(order_moved(order->id, order->stage));
  decision.outcome.is_undoable = true;
  return decision;
}

Result<Decision> decide_one(const NoteWork& command, const Deciding& deciding) {
  const Result<CustomOrder> order = known_order(deciding.database, command.order);
  if (!order) return std::unexpected(order.error());
  if (command.minutes == 0) return refuse(ProblemCode::QuantityZero);
  if (command.minutes > kMostMinutes || command.minutes < -kMostMinutes) return refuse(ProblemCode::QuantityTooLarge);
  const Date day = trading_day(deciding.database, deciding.now, deciding.zone).business_date;
  const auto noted = [&](std::int64_t minutes) {
    return Fact{std::string(work_noted), Json{{"order", order->id}, {"minutes", minutes}, {"business_date", day}},
                Json()};
  };
  Decision decision = decision_about("note_work", *order);
  decision.facts.push_back(noted(command.minutes));
  decision.opposite.push_back(noted(-command.minutes));
  decision.outcome.is_undoable = true;
  return decision;
}

Result<Decision> decide_one(const NoteShipping& command, const Deciding& deciding) {
  const Result<CustomOrder> before = known_order(deciding.database, command.order);
  if (!before) return std::unexpected(before.error());
  CustomOrder sent = *before;
  sent.courier = command.courier;
  sent.tracking = command.tracking;
  const Result<CustomOrder> order = checked_order(std::move(sent));
  if (!order) return std::unexpected(order.error());
  Decision decision = decision_about("note_shipping", *order);
  decision.facts.push_back(order_saved(*order));
  decision.opposite.push_back(order_saved(*before));
  decision.outcome.is_undoable = true;
  return decision;
}

Result<Decision> decide_one(const NoteRevision& command, const Deciding& deciding) {
  const Result<CustomOrder> order = open_order(deciding.database, command.order);
  if (!order) return std::unexpected(order.error());
  if (order->kind != OrderKind::Service) return refuse(ProblemCode::NotAService, order->number);
  const Date day = trading_day(deciding.database, deciding.now, deciding.zone).business_date;
  const auto noted = [&](int count) {
    return Fact{std::string(revision_noted), Json{{"order", order->id}, {"count", count}, {"business_date", day}},
                Json()};
  };
  Decision decision = decision_about("note_revision", *order);
  decision.facts.push_back(noted(1));
  decision.opposite.push_back(noted(-1));
  decision.outcome.is_undoable = true;
  return decision;
}

Result<Decision> decide_one(const TakeOrderDeposit& command, const Deciding& deciding) {
  const Result<CustomOrder> order = open_order(deciding.database, command.order);
  if (!order) return std::unexpected(order.error());
  Result<Decision> decision = decide_deposit(
      TakeDeposit{.order = order->id, .customer = order->client, .tenders = command.tenders, .note = {}}, deciding);
  if (!decision) return decision;
  Money taken = deposit_held(deciding.database, order->id);
  for (const Tender& tender : command.tenders) taken += tender.amount;
  if (taken > order->price) return refuse(ProblemCode::DepositTooMuch, (taken - order->price).minor);
  if (order->stage == OrderStage::Asked) decision->facts.push_back(order_moved(order->id, OrderStage::Agreed));
  return decision;
}

Result<Decision> decide_one(const ReturnOrderDeposit& command, const Deciding& deciding) {
  const Result<CustomOrder> order = known_order(deciding.database, command.order);
  if (!order) return std::unexpected(order.error());
  return decide_deposit(ReturnDeposit{order->id, order->client, command.tenders, command.reason}, deciding);
}

// A receipt over what is kept, paid by itself.
Sell sale_of_kept(const CustomOrder& order, Money held, const Words& words) {
  Sell sell;
  sell.cart.order = order.id;
  sell.cart.customer = order.client;
  sell.cart.lines.push_back(
      CartLine{.name = fmt::format(fmt::runtime(words(N_("Deposit kept, order #{}"))), order.number),
               .quantity = Quantity::of(1),
               .list_price = held,
               .agreed_price = held});
  return sell;
}

Result<Decision> decide_one(const CallOff& command, const Deciding& deciding) {
  const Result<CustomOrder> order = open_order(deciding.database, command.order);
  if (!order) return std::unexpected(order.error());
  const Money held = deposit_held(deciding.database, order->id);
  Decision decision = decision_about("call_off", *order);
  if (!held.is_zero() && command.deposit == HeldDeposit::GivenBack) {
    Money back;
    for (const Tender& tender : command.tenders) back += tender.amount;
    if (back < held) return refuse(ProblemCode::PaymentMissing, (held - back).minor);
    Result<Decision> given =
        decide_deposit(ReturnDeposit{order->id, order->client, command.tenders, command.reason}, deciding);
    if (!given) return given;
    decision.facts = std::move(given->facts);
  } else if (!held.is_zero()) {
    Result<Decision> kept = decide(SaleCommand(sale_of_kept(*order, held, deciding.profile.words())), deciding);
    if (!kept) return kept;
    decision.facts = std::move(kept->facts);
  } else {
    decision.opposite.push_back(order_moved(order->id, order->stage));
    decision.outcome.is_undoable = true;
  }
  decision.facts.push_back(order_moved(order->id, OrderStage::CalledOff));
  return decision;
}

void apply_saved(const Fact& fact, Database& database) {
  auto order = fact.body.get<CustomOrder>();
  const bool is_known = !fact.personal.is_null();
  if (is_known) {
    order.what = fact.personal.value("what", "");
    order.notes = fact.personal.value("notes", "");
    order.courier = fact.personal.value("courier", "");
    order.tracking = fact.personal.value("tracking", "");
    order.scope = fact.personal.value("scope", "");
  }
  put_order(database, order, is_known ? PersonalWords::Known : PersonalWords::Forgotten);
}

}  // namespace

Fact order_saved(const CustomOrder& order) {
  return {std::string(fact_saved), Json(order),
          Json{{"what", order.what},
               {"notes", order.notes},
               {"courier", order.courier},
               {"tracking", order.tracking},
               {"scope", order.scope}}};
}

Fact order_moved(Id<CustomOrder> order, OrderStage stage) {
  return {std::string(fact_moved), Json{{"order", order}, {"stage", stage}}, Json()};
}

Decision decision_about(std::string_view kind, const CustomOrder& order) {
  Decision decision;
  decision.outcome = {.kind = std::string(kind), .subject = order.id.bytes, .label = fmt::format("#{}", order.number)};
  return decision;
}

Result<Decision> decide(const OrderCommand& command, const Deciding& deciding) {
  return std::visit([&](const auto& one) { return decide_one(one, deciding); }, command);
}

void apply_order(const Fact& fact, const Applying& applying) {
  if (is_about_rounds(fact)) return apply_round(fact, applying);
  if (fact.kind == fact_saved) return apply_saved(fact, applying.database);
  if (is_about_picture(fact)) return apply_picture(fact, applying);
  const auto order = fact.body.at("order").get<Id<CustomOrder>>();
  if (fact.kind == fact_moved)
    return put_stage(applying.database, order, fact.body.at("stage").get<OrderStage>(), applying.header.at,
                     applying.header.who);
  if (fact.kind == revision_noted)
    return put_revision(applying.database, order, fact.body.at("count").get<int>(), applying.header.at,
                        fact.body.at("business_date").get<Date>(), applying.header.who);
  LAPAK_ASSERT(fact.kind == work_noted);
  put_work(applying.database, order, fact.body.at("minutes").get<std::int64_t>(), applying.header.at,
           fact.body.at("business_date").get<Date>(), applying.header.who);
}

std::optional<SavedOrder> saved_order_of(const Fact& fact) {
  if (const auto order = order_of_picture(fact)) return SavedOrder{.order = *order, .client = {}};
  if (fact.kind != fact_saved) return std::nullopt;
  return SavedOrder{fact.body.at("id").get<Id<CustomOrder>>(), fact.body.at("client").get<Id<Contact>>()};
}

Result<void> follow_sale(Decision& decision, const Deciding& deciding) {
  std::vector<Fact> more;
  for (const Fact& fact : decision.facts) {
    if (fact.kind != "sale.sold" && fact.kind != "sale.voided") continue;
    const Sale sale = recorded_sale(fact).sale;
    if (!sale.order) continue;
    if (sale.kind == SaleKind::Void) {
      more.push_back(order_moved(*sale.order, OrderStage::Ready));
      continue;
    }
    if (const auto order = open_order(deciding.database, *sale.order); !order) return std::unexpected(order.error());
    more.push_back(order_moved(*sale.order, OrderStage::HandedOver));
  }
  for (Fact& fact : more) decision.facts.push_back(std::move(fact));
  return {};
}

Result<Cart> cart_of(const Database& database, Id<CustomOrder> id, const Words& words) {
  const Result<CustomOrder> order = open_order(database, id);
  if (!order) return std::unexpected(order.error());
  Cart cart;
  cart.order = order->id;
  cart.customer = kept_contact(database, order->client);
  // The price was agreed for all of it: it is one line, however many pieces. What was asked for are a person's words,
  // which a receipt's line is not.
  cart.lines.push_back(CartLine{.id = Id<CartLine>{order->id.bytes},
                                .name = fmt::format(fmt::runtime(words(N_("Order #{}"))), order->number),
                                .quantity = Quantity::of(1),
                                .list_price = order->price,
                                .agreed_price = order->price});
  return cart;
}

}  // namespace lapak
