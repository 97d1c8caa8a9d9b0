// parts: a card of a board: what waits in its column, and the button that moves it on.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "app/parts/badge.h"
#include "app/parts/ui.h"

namespace lapak {

struct TicketSpec {
  std::string title;                        // "#18 Pak Joko": a name, may be cut
  std::string subtitle;                     // what it is, may be cut
  std::optional<Pill> pill = std::nullopt;  // when it is due
  std::string foot = {};                    // money
  std::optional<Color> foot_color = std::nullopt;
  std::string move = {};  // what the button does, for those who cannot see it; empty: it goes no further
};

inline constexpr float kTicketHeight = 156;

// Tap opens it; its button is "<name>.move"; a long press lifts what can be moved.
enum class TicketEvent { None, Tap, Move, Lift };
TicketEvent ticket(Ui& ui, std::string_view name, Rect rect, const TicketSpec& spec);
// In the air, under the finger: it only shows.
void lifted_ticket(Ui& ui, Rect rect, const TicketSpec& spec);

}  // namespace lapak
