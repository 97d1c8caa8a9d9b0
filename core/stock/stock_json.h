// stock: how its facts stand in the journal. For the rooms whose entries move stock; screens never see it.
#pragma once
#include "core/journal/fact_json.h"
#include "core/stock/stock_commands.h"

namespace lapak {

inline void to_json(Json& json, MovementKind kind) {
  json = movement_code(kind);
}
inline void from_json(const Json& json, MovementKind& kind) {
  const auto found = find_movement(json.get_ref<const std::string&>());
  LAPAK_ASSERT(found.has_value());
  kind = *found;
}
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Place, id, name, position, partner, fair)
// Without its reason, which stands in the fact's personal part.
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Movement, id, product, place, kind, quantity, sale, source, at,
                                                business_date)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(PlaceSaved, place)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(StockMoved, movement)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(TrackingChanged, product, tracked)

}  // namespace lapak
