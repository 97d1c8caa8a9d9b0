// stock: where pieces are.
#include "core/stock/stock.h"

#include <array>

namespace lapak {
namespace {

constexpr std::array<std::pair<MovementKind, std::string_view>, 12> codes{{{MovementKind::Opening, "opening"},
                                                                           {MovementKind::Received, "received"},
                                                                           {MovementKind::Made, "made"},
                                                                           {MovementKind::Sold, "sold"},
                                                                           {MovementKind::Returned, "returned"},
                                                                           {MovementKind::Lost, "lost"},
                                                                           {MovementKind::Gift, "gift"},
                                                                           {MovementKind::OwnUse, "own_use"},
                                                                           {MovementKind::Counted, "counted"},
                                                                           {MovementKind::Corrected, "corrected"},
                                                                           {MovementKind::GivenBack, "given_back"},
                                                                           {MovementKind::Moved, "moved"}}};

}  // namespace

std::string_view movement_code(MovementKind kind) {
  for (const auto& [known, code] : codes)
    if (known == kind) return code;
  LAPAK_ASSERT(false);
}

std::optional<MovementKind> find_movement(std::string_view code) {
  for (const auto& [kind, known] : codes)
    if (known == code) return kind;
  return std::nullopt;
}

}  // namespace lapak
