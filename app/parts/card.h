// parts: a product on the Sell grid (ux.md §2.1), and a plate that is tapped, for a page to write on.
#pragma once
#include <string_view>

#include "app/parts/badge.h"
#include "app/parts/ui.h"

namespace lapak {

struct CardSpec {
  std::string_view title;          // two lines, may be cut
  std::string_view price;          // without currency
  std::string_view trailing = {};  // "stok 12"
  Texture photo = {};              // or, when there is none:
  Icon icon = {};
  std::string_view letters = {};            // first two letters, when there is no icon either
  std::size_t tint = 0;                     // of the category, index into kTints
  std::optional<Pill> pill = std::nullopt;  // Sisa 3, Habis
  bool dimmed = false;                      // sold out: still sellable
  bool is_bundle = false;
  int in_cart = 0;
};

// Tap adds; a long press opens its story.
enum class CardEvent { None, Tap, Peek };
CardEvent product_card(Ui& ui, std::string_view name, Rect rect, const CardSpec& spec);

// True when tapped. `label` is its name for tests; what stands on it is drawn by the page.
bool plate_card(Ui& ui, std::string_view name, Rect rect, std::string_view label);

}  // namespace lapak
