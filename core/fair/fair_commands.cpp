// fair: what can be done with fairs, and how it is written down.
#include "core/fair/fair_commands.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/catalog/product_store.h"
#include "core/journal/fact_json.h"
#include "core/partner/partner_commands.h"
#include "core/people/people_commands.h"
#include "core/people/people_store.h"
#include "core/sale/open_day.h"
#include "core/stock/stock_commands.h"
#include "core/stock/stock_json.h"
#include "core/till/till_commands.h"

namespace lapak {

static void to_json(Json& json, FairState state) {
  json = fair_state_code(state);
}
static void from_json(const Json& json, FairState& state) {
  state = find_fair_state(json.get_ref<const std::string&>()).value();
}
static void to_json(Json& json, Verdict verdict) {
  json = verdict_code(verdict);
}
static void from_json(const Json& json, Verdict& verdict) {
  verdict = find_verdict(json.get_ref<const std::string&>()).value();
}
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(FairDay, date, opens_minute, closes_minute)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(BoothFee, fixed, share_bp, minimum, maximum, deposit, due)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(PlannedCost, name, amount)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(FairHelper, contact, minutes, pay)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(FairPrice, product, price)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(FairTax, name, rate, included)
// Without its note, which stands in the fact's personal part.
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Fair, id, name, stall, town, days, organiser, fee, costs, float_planned,
                                                helpers, state, price_change_bp, prices, tax, own_minutes, verdict,
                                                hidden)

// What stands in the facts' personal parts.
struct CardWords {
  std::string note;
};
struct AskedWords {
  std::string what;
};
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(CardWords, note)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(AskedWords, what)

namespace {

constexpr std::string_view fair_saved = "fair.saved", day_set = "fair.day_set", asked_noted = "fair.asked";

Fact saved(const Fair& fair) {
  Fact fact{std::string(fair_saved), Json(fair), Json()};
  if (!fair.note.empty()) fact.personal = Json(CardWords{fair.note});
  return fact;
}

Fact set_day(Id<TillDay> day, const std::optional<Id<Fair>>& fair) {
  return {std::string(day_set), Json{{"till_day", day}, {"fair", fair}}, Json()};
}

Decision decided(std::string_view kind, const Fair& fair) {
  Decision decision;
  decision.outcome = {.kind = std::string(kind), .subject = fair.id.bytes, .label = fair.name, .is_undoable = true};
  return decision;
}

Result<Fair> known_fair(const Database& database, Id<Fair> id) {
  std::optional<Fair> fair = find_fair(database, id);
  if (!fair || fair->hidden) return refuse(ProblemCode::FairUnknown, "");
  return *std::move(fair);
}

Result<void> check_quantity(Quantity quantity) {
  if (quantity < Quantity{}) return refuse(ProblemCode::QuantityNegative);
  if (quantity > kLargestQuantity) return refuse(ProblemCode::QuantityTooLarge);
  return {};
}

Result<void> check_named(const Fair& fair, const Database& database) {
  if (fair.organiser && !find_contact(database, *fair.organiser)) return refuse(ProblemCode::ContactUnknown);
  for (const FairHelper& helper : fair.helpers)
    if (!find_contact(database, helper.contact)) return refuse(ProblemCode::ContactUnknown);
  for (const FairPrice& price : fair.prices)
    if (!find_product(database, price.product)) return refuse(ProblemCode::ProductUnknown, "");
  return {};
}

Result<Decision> decide_one(const SaveFair& command, const Deciding& deciding) {
  if (needs_owner(deciding)) return refuse(ProblemCode::OwnerOnly);
  Result<Fair> fair = checked_fair(command.fair);
  if (!fair) return std::unexpected(fair.error());
  if (const auto named = check_named(*fair, deciding.database); !named) return std::unexpected(named.error());
  Fair before;
  if (fair->id.is_nil()) {
    fair->id = deciding.ids.next<Fair>();
    fair->hidden = false;
    before = *fair;
    before.hidden = true;
  } else {
    Result<Fair> known = known_fair(deciding.database, fair->id);
    if (!known) return std::unexpected(known.error());
    before = *std::move(known);
  }
  Decision decision = decided("save_fair", *fair);
  decision.facts.push_back(saved(*fair));
  decision.opposite.push_back(saved(before));
  return decision;
}

Result<Decision> decide_one(const OpenFairDay& command, const Deciding& deciding) {
  const Result<Fair> fair = known_fair(deciding.database, command.fair);
  if (!fair) return std::unexpected(fair.error());
  Result<Decision> decision = decide(OpenDay{command.notes}, deciding);
  if (!decision) return decision;
  decision->facts.push_back(set_day(Id<TillDay>{decision->outcome.subject}, fair->id));
  return decision;
}

Result<Decision> decide_one(const SetDayFair& command, const Deciding& deciding) {
  if (needs_owner(deciding)) return refuse(ProblemCode::OwnerOnly);
  if (!deciding.database.value<bool>("SELECT 1 FROM till_day WHERE id = ?", command.day))
    return refuse(ProblemCode::NoDayOpen);
  const std::optional<Id<Fair>> before = fair_of_day(deciding.database, command.day);
  const std::optional<Id<Fair>> named = command.fair ? command.fair : before;
  Decision decision;
  if (command.fair == before) return decision;
  const Result<Fair> fair = known_fair(deciding.database, *named);
  if (!fair) return std::unexpected(fair.error());
  decision = decided("set_day_fair", *fair);
  decision.facts.push_back(set_day(command.day, command.fair));
  decision.opposite.push_back(set_day(command.day, before));
  return decision;
}

// Movements between a fair's box and home that are written now, each with what takes it back.
class Carrying {
 public:
  Carrying(const Deciding& deciding, Id<Place> box, Decision& decision)
      : deciding_(deciding),
        box_(box),
        home_(home_place(deciding.database)),
        day_(trading_day(deciding.database, deciding.now, deciding.zone).business_date),
        decision_(decision) {}

  // From home into the box by moving, from the box home by correcting: she packs.
  void pack(Id<Product> product, Quantity more) { carry(product, more, more > Quantity{}); }
  // Of fewer than none more was sold than was packed: that much more was brought.
  void bring_home(Id<Product> product, Quantity quantity) { carry(product, -quantity, true); }

  // `quantity` leaves the box for good; < 0 was found in it.
  void leave(Id<Product> product, MovementKind kind, Quantity quantity, const std::string& reason) {
    if (quantity.is_zero()) return;
    decision_.facts.push_back(movement(product, box_, kind, -quantity, reason));
    decision_.opposite.push_back(movement(product, box_, kind, quantity, {}));
  }

 private:
  void carry(Id<Product> product, Quantity into_box, bool is_meant) {
    if (into_box.is_zero()) return;
    const MovementKind there = is_meant ? MovementKind::Moved : MovementKind::Corrected;
    const MovementKind back = is_meant ? MovementKind::Corrected : MovementKind::Moved;
    decision_.facts.push_back(movement(product, home_, there, -into_box, {}));
    decision_.facts.push_back(movement(product, box_, there, into_box, {}));
    decision_.opposite.push_back(movement(product, box_, back, -into_box, {}));
    decision_.opposite.push_back(movement(product, home_, back, into_box, {}));
  }

  Fact movement(Id<Product> product, Id<Place> place, MovementKind kind, Quantity quantity,
                const std::string& reason) const {
    return moved(Movement{.id = deciding_.ids.next<Movement>(),
                          .product = product,
                          .place = place,
                          .kind = kind,
                          .quantity = quantity,
                          .sale = {},
                          .source = {},
                          .reason = reason,
                          .at = deciding_.now,
                          .business_date = day_});
  }

  const Deciding& deciding_;
  Id<Place> box_, home_;
  Date day_;
  Decision& decision_;
};

// The fair's box, made when it is packed for the first time.
Id<Place> box_for(const Deciding& deciding, Id<Fair> fair, std::vector<Fact>& facts) {
  if (const auto box = box_of(deciding.database, fair)) return *box;
  const Place box{.id = deciding.ids.next<Place>(), .name = {}, .position = 2, .partner = {}, .fair = fair};
  facts.push_back(fact_of(PlaceSaved{box}));
  return box.id;
}

Result<Decision> decide_one(const PackForFair& command, const Deciding& deciding) {
  const Database& database = deciding.database;
  const Result<Fair> fair = known_fair(database, command.fair);
  if (!fair) return std::unexpected(fair.error());
  Decision decision = decided("pack_for_fair", *fair);
  const Id<Place> box = box_for(deciding, fair->id, decision.facts);
  Carrying carrying(deciding, box, decision);
  for (const auto& [id, quantity] : command.lines) {
    const std::optional<Product> product = find_product(database, id);
    if (!product || product->has_variants()) return refuse(ProblemCode::ProductUnknown, "");
    if (product->is_set()) return refuse(ProblemCode::SetHasNoStock, product->name);
    if (const auto checked = check_quantity(quantity); !checked) return std::unexpected(checked.error());
    if (!product->tracked) decision.facts.push_back(fact_of(TrackingChanged{id, true}));
    carrying.pack(id, quantity - on_hand_at(database, id, box));
  }
  return decision;
}

Result<Decision> decide_one(const BringHome& command, const Deciding& deciding) {
  const Database& database = deciding.database;
  const Result<Fair> fair = known_fair(database, command.fair);
  if (!fair) return std::unexpected(fair.error());
  const Result<std::string> reason = checked_note(trimmed(command.reason));
  if (!reason) return std::unexpected(reason.error());
  const std::vector<BoxRow> rows = box_rows(database, fair->id);
  if (rows.empty()) return refuse(ProblemCode::NothingPacked, fair->name);
  for (const auto& [product, quantity] : command.found) {
    if (std::ranges::find(rows, product, &BoxRow::product) == rows.end())
      return refuse(ProblemCode::ProductUnknown, "");
    if (const auto checked = check_quantity(quantity); !checked) return std::unexpected(checked.error());
  }
  Decision decision = decided("bring_home", *fair);
  Carrying carrying(deciding, *box_of(database, fair->id), decision);
  for (const BoxRow& row : rows) {
    const auto line = std::ranges::find(command.found, row.product, &PackForFair::Line::product);
    Quantity home = row.now;  // below zero: more was sold from it than was packed, which is home's now
    if (line != command.found.end() && line->quantity != std::max(row.now, Quantity{})) {
      const Quantity missing = row.now - line->quantity;
      carrying.leave(row.product, missing > Quantity{} ? MovementKind::Lost : MovementKind::Counted, missing, *reason);
      home = line->quantity;
    }
    carrying.bring_home(row.product, home);
  }
  std::ranges::reverse(decision.opposite);
  return decision;
}

Result<Decision> decide_one(const MoveGoods& command, const Deciding& deciding) {
  const Database& database = deciding.database;
  if (command.from == command.to) return refuse(ProblemCode::SamePlace);
  std::vector<Fact> facts;
  std::string label;
  const auto side = [&](const GoodsSpot& spot, bool is_source) -> Result<Standplace> {
    if (spot.shop) return Standplace{.place = {}, .partner = spot.shop};
    if (!spot.box) return Standplace{.place = home_place(database), .partner = {}};
    const Result<Fair> fair = known_fair(database, *spot.box);
    if (!fair) return std::unexpected(fair.error());
    if (is_source && !box_of(database, fair->id)) return refuse(ProblemCode::NothingPacked, fair->name);
    label = fair->name;
    return Standplace{.place = box_for(deciding, fair->id, facts), .partner = {}};
  };
  const Result<Standplace> from = side(command.from, true);
  if (!from) return std::unexpected(from.error());
  const Result<Standplace> to = side(command.to, false);
  if (!to) return std::unexpected(to.error());
  GoodsMove move{.from = *from, .to = *to, .lines = {}, .note = command.note};
  for (const PackForFair::Line& line : command.lines)
    move.lines.push_back({.product = line.product, .quantity = line.quantity, .piece_price = {}});
  Result<Decision> decision = goods_moved(move, deciding);
  if (!decision) return decision;
  decision->facts.insert(decision->facts.begin(), facts.begin(), facts.end());
  if (decision->outcome.label.empty()) decision->outcome.label = label;
  return decision;
}

Result<Decision> decide_one(const NoteAsked& command, const Deciding& deciding) {
  const std::optional<Id<Fair>> fair = fair_open_now(deciding.database);
  if (!fair) return refuse(ProblemCode::NotAtAFair);
  Decision decision;
  std::string what;
  if (command.product) {
    const std::optional<Product> product = find_product(deciding.database, *command.product);
    if (!product) return refuse(ProblemCode::ProductUnknown, "");
    decision.outcome.label = product->name;
  } else {
    const Result<std::string> checked = checked_name(command.what);
    if (!checked) return std::unexpected(checked.error());
    decision.outcome.label = what = *checked;
  }
  const auto noted = [&](int count) {
    Fact fact{std::string(asked_noted),
              Json{{"id", deciding.ids.next<FairAsked>()},
                   {"fair", *fair},
                   {"product", command.product},
                   {"reason", asked_code(command.reason)},
                   {"count", count}},
              Json()};
    if (!what.empty()) fact.personal = Json(AskedWords{what});
    return fact;
  };
  decision.facts.push_back(noted(1));
  decision.opposite.push_back(noted(-1));
  decision.outcome.kind = "note_asked";
  decision.outcome.subject = fair->bytes;
  decision.outcome.is_undoable = true;
  return decision;
}

Result<Decision> decide_one(const SaveKit& command, const Deciding& deciding) {
  return decide_kit(command, deciding);
}

}  // namespace

Result<Decision> decide(const FairCommand& command, const Deciding& deciding) {
  return std::visit([&](const auto& one) { return decide_one(one, deciding); }, command);
}

void apply_fair(const Fact& fact, const Applying& applying) {
  if (fact.kind == fair_saved) {
    const auto words = personal_words<CardWords>(fact);
    put_fair(applying.database, fact.body.get<Fair>(), words ? std::optional(words->note) : std::nullopt);
  } else if (fact.kind == kKitSaved) {
    apply_kit(fact, applying);
  } else if (fact.kind == day_set) {
    put_till_day(applying.database, fact.body.at("till_day").get<Id<TillDay>>(),
                 fact.body.at("fair").get<std::optional<Id<Fair>>>());
  } else {
    LAPAK_ASSERT(fact.kind == asked_noted);
    const auto words = personal_words<AskedWords>(fact);
    put_asked(applying.database, fact.body.at("id").get<Id<FairAsked>>(), fact.body.at("fair").get<Id<Fair>>(),
              fact.body.at("product").get<std::optional<Id<Product>>>(),
              find_asked(fact.body.at("reason").get_ref<const std::string&>()).value(),
              fact.body.at("count").get<int>(), words ? std::optional(words->what) : std::nullopt, applying.header);
  }
}

std::optional<SavedFair> saved_fair_of(const Fact& fact) {
  if (fact.kind != fair_saved) return std::nullopt;
  const auto fair = fact.body.get<Fair>();
  SavedFair named{.fair = fair.id, .people = {}};
  if (fair.organiser) named.people.push_back(*fair.organiser);
  for (const FairHelper& helper : fair.helpers) named.people.push_back(helper.contact);
  return named;
}

}  // namespace lapak
