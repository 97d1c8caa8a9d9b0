// screens: tiles of methods.
#include "app/screens/method_tiles.h"

#include <fmt/format.h>

#include <array>

#include "app/parts/button.h"

namespace lapak {
namespace {

struct Tile {
  Method method;
  Icon icon;
};
constexpr std::array<Tile, 4> kTiles{{{Method::Cash, icon::money},
                                      {Method::Qris, icon::qr_code},
                                      {Method::Transfer, icon::bank},
                                      {Method::Card, icon::credit_card}}};

}  // namespace

std::optional<Method> method_tiles(Ui& ui, std::string_view name, Rect rect, Method selected) {
  std::optional<Method> tapped;
  const float height = (rect.h - kGap) / 2;
  for (std::size_t i = 0; i < kTiles.size(); ++i) {
    const Tile& tile = kTiles[i];
    const Rect line = i < 2 ? rect.top_part(height) : rect.bottom_part(height);
    if (button(ui, fmt::format("{}.{}", name, method_code(tile.method)), line.column(static_cast<int>(i % 2), 2, kGap),
               {.label = method_name(tile.method, ui.words()),
                .icon = tile.icon,
                .kind = choice_kind(tile.method == selected),
                .selected = tile.method == selected})) {
      tapped = tile.method;
    }
  }
  return tapped;
}

}  // namespace lapak
