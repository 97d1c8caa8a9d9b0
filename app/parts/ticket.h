// parts: a card of a board: what waits in its column, and the button that moves it on.
#pragma once
#include <optional>
#include <string_view>

#include "app/parts/badge.h"
#include "app/parts/ui.h"

namespace lapak {

struct TicketSpec {
  std::string_view title;                   // "#18 Pak Joko": a name, may be cut
  std::string_view subtitle;                // what it is, may be cut
  std::optional<Pill> pill = std::nullopt;  // when it is due
  std::string_view foot = {};               // money
  std::optional<Color> foot_color = std::nullopt;
  std::string_view move = {};  // what the button does, for those who cannot see it; empty: it goes no further
};

inline constexpr float kTicketHeight = 156;

// Tap opens it; its button is "<name>.move".
enum class TicketEvent { None, Tap, Move };
TicketEvent ticket(Ui& ui, std::string_view name, Rect rect, const TicketSpec& spec);

}  // namespace lapak
