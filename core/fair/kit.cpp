// fair: what comes along beside the goods.
#include "core/fair/kit.h"

#include "core/base/text.h"
#include "core/fair/fair_store.h"
#include "core/journal/fact_json.h"

namespace lapak {
NLOHMANN_JSON_SERIALIZE_ENUM(KitKind, {{KitKind::Equipment, "equipment"}, {KitKind::Money, "money"}})
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(KitItem, kind, name, packed)

namespace {

Fact kit_saved(Id<Fair> fair, const std::vector<KitItem>& items) {
  return {std::string(kKitSaved), Json{{"fair", fair}, {"items", items}}, Json()};
}

std::vector<KitItem> unpacked(std::vector<KitItem> items) {
  for (KitItem& item : items) item.packed = false;
  return items;
}

}  // namespace

std::string_view kit_code(KitKind kind) {
  return kind == KitKind::Equipment ? "equipment" : "money";
}

std::vector<KitItem> kit_of(const Database& database, Id<Fair> fair) {
  std::vector<KitItem> items;
  for (Rows rows = database.query("SELECT kind, name, packed FROM fair_kit WHERE fair = ? ORDER BY position", fair);
       rows.next();)
    items.push_back({.kind = rows.get<std::string_view>(0) == "money" ? KitKind::Money : KitKind::Equipment,
                     .name = rows.get<std::string>(1),
                     .packed = rows.get<bool>(2)});
  return items;
}

std::vector<KitItem> kit_to_begin_with(const Database& database, const Fair& fair, const Words& words) {
  if (const auto like = last_fair_like(database, fair))
    if (auto items = kit_of(database, like->id); !items.empty()) return unpacked(std::move(items));
  if (const auto last = database.value<Id<Fair>>("SELECT f.id FROM fair_kit k JOIN fair f ON f.id = k.fair "
                                                 "WHERE f.hidden = 0 AND f.id <> ? ORDER BY f.rowid DESC LIMIT 1",
                                                 fair.id))
    return unpacked(kit_of(database, *last));
  std::vector<KitItem> items;
  for (const std::string_view name : {N_("Table"), N_("Tablecloth"), N_("Chair"), N_("Name board"), N_("Price tags"),
                                      N_("Bags"), N_("Light and extension cable"), N_("Rain cover")})
    items.push_back({.kind = KitKind::Equipment, .name = std::string(words(name)), .packed = false});
  for (const std::string_view name :
       {N_("Change for the drawer"), N_("QRIS stand"), N_("Charged power bank"), N_("Pens and scissors"), N_("Cards")})
    items.push_back({.kind = KitKind::Money, .name = std::string(words(name)), .packed = false});
  return items;
}

Result<Decision> decide_kit(const SaveKit& command, const Deciding& deciding) {
  const std::optional<Fair> fair = find_fair(deciding.database, command.fair);
  if (!fair || fair->hidden) return refuse(ProblemCode::FairUnknown, std::string());
  if (command.items.size() > kMostKitItems)
    return refuse(ProblemCode::TooManyItems, static_cast<std::int64_t>(kMostKitItems));
  std::vector<KitItem> items = command.items;
  for (KitItem& item : items) {
    Result<std::string> name = checked_name(item.name);
    if (!name) return std::unexpected(name.error());
    item.name = *std::move(name);
  }
  Decision decision;
  decision.facts.push_back(kit_saved(fair->id, items));
  decision.opposite.push_back(kit_saved(fair->id, kit_of(deciding.database, fair->id)));
  decision.outcome = {.kind = "save_kit", .subject = fair->id.bytes, .label = fair->name, .is_undoable = true};
  return decision;
}

void apply_kit(const Fact& fact, const Applying& applying) {
  const auto fair = fact.body.at("fair").get<Id<Fair>>();
  applying.database.run("DELETE FROM fair_kit WHERE fair = ?", fair);
  int position = 0;
  for (const KitItem& item : fact.body.at("items").get<std::vector<KitItem>>())
    applying.database.run("INSERT INTO fair_kit(fair, position, kind, name, packed) VALUES (?, ?, ?, ?, ?)", fair,
                          position++, kit_code(item.kind), item.name, item.packed);
}

}  // namespace lapak
