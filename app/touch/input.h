// touch: what hands do, as it comes from the window or from a test: pointer, wheel, keys, characters, each with the
// time of the event (seconds on a monotonic clock), so that what happened while we slept is still told apart.
#pragma once
#include <cstdint>
#include <variant>
#include <vector>

#include "app/touch/geometry.h"

namespace lapak {

// One finger or the left mouse button. Position in design pixels.
struct PointerEvent {
  // Cancel: another finger came down, the window lost the focus. Leave: a mouse left the window.
  enum class Kind { Down, Move, Up, Cancel, Leave };
  Kind kind;
  Point at;
  double time_s = 0;
};

// Notches of a mouse wheel; positive y scrolls towards the start.
struct WheelEvent {
  Point at;
  float notches_x = 0;
  float notches_y = 0;
  double time_s = 0;
};

enum class Key : std::uint8_t {
  None,
  Enter,
  Escape,
  Tab,
  Space,
  Backspace,
  Delete,
  Insert,
  Left,
  Right,
  Up,
  Down,
  Home,
  End,
  PageUp,
  PageDown,
  F1,
  F2,
  F3,
  F4,
  F5,
  F6,
  F7,
  F8,
  F9,
  F10,
  F11,
  F12,
  A,
  B,
  C,
  D,
  E,
  F,
  G,
  H,
  I,
  J,
  K,
  L,
  M,
  N,
  O,
  P,
  Q,
  R,
  S,
  T,
  U,
  V,
  W,
  X,
  Y,
  Z,
  Digit0,
  Digit1,
  Digit2,
  Digit3,
  Digit4,
  Digit5,
  Digit6,
  Digit7,
  Digit8,
  Digit9,
  Slash,
};

struct KeyStroke {
  Key key = Key::None;
  bool ctrl = false;
  bool shift = false;
  bool alt = false;
  friend bool operator==(const KeyStroke&, const KeyStroke&) = default;
};

// A key went down, or repeats because it is held.
struct KeyEvent {
  KeyStroke stroke;
  double time_s = 0;
};

// A character as the keyboard layout makes it, after dead keys and Compose.
struct CharEvent {
  char32_t character = 0;
  double time_s = 0;
};

using InputEvent = std::variant<PointerEvent, WheelEvent, KeyEvent, CharEvent>;

inline double time_of(const InputEvent& event) {
  return std::visit([](const auto& e) { return e.time_s; }, event);
}

}  // namespace lapak
