// screens: pictures of every screen, drawn off screen, for review and the README: `lapak shots DIR SHOP`.
#pragma once
#include <array>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "app/look/tokens.h"
#include "core/catalog/photo.h"
#include "core/shop/shop.h"

namespace lapak {

// A screen, and the controls to be tapped from its place on: "hold:card.1" is held for long, "key:K" pressed with Ctrl,
// "type:tas" typed. The list is a walk through one shop: what is tapped for a picture stands in the cart of the next.
struct Shot {
  std::string_view name;
  std::string_view place;
  std::array<std::string_view, 10> taps;
};
std::span<const Shot> every_shot();

struct ShotOptions {
  float width = 1280;
  float height = 800;
  float scale = 1;                     // of the picture: width times scale pixels
  std::optional<ThemeName> theme;      // none: the shop's
  std::optional<Language> language;    // none: the shop's
  std::vector<std::string_view> only;  // names of shots; empty: all
};

// Works on a copy of the shop, so that nothing that is tapped for a picture is sold. Shows each picture (4 channels).
// Problems: those of Shop::open. Throws FileError, and std::runtime_error where nothing can be drawn.
Result<void> each_shot(const std::filesystem::path& shop, const ShotOptions& options, Seams seams,
                       const std::function<void(std::string_view name, const Pixels& picture)>& show);

// The same as PNG files. The paths written, in order.
// Problems: those of Shop::open, FolderMissing. Throws FileError, and std::runtime_error where nothing can be drawn.
Result<std::vector<std::filesystem::path>> take_shots(const std::filesystem::path& folder,
                                                      const std::filesystem::path& shop, const ShotOptions& options,
                                                      Seams seams);

}  // namespace lapak
