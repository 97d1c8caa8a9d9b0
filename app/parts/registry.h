// parts: what stood on the screen in a frame: each control and text with its name, place and state. For tests, for the
// lint of screens, and for keyboard and touch. Rectangles in design pixels.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/touch/control_id.h"
#include "app/touch/geometry.h"

namespace lapak {

enum class ControlKind {
  Button,
  MainButton,
  IconButton,
  Chip,
  Card,
  Row,
  Key,
  Stepper,
  Switch,
  Field,
  AmountField,
  RailItem,
  Text,
  List,
  Sheet,
  Scrim,
  Toast,
  Picture,
  Keyboard,
};

struct Control {
  std::string name;   // "" for a text nobody asks for
  std::string label;  // as shown
  ControlKind kind = ControlKind::Text;
  Rect rect;
  Rect visible;  // what is inside the clip
  bool enabled = true;
  bool selected = false;
  bool label_cut = false;   // "…" or clipped
  bool may_be_cut = false;  // a name of a thing or person
  bool taps = false;
  int layer = 0;
  ControlId scroller;
};

// A row that can be swiped away, and the button that does the same.
struct SwipeTwin {
  std::string row;
  std::string button;
};

class Registry {
 public:
  void clear() {
    controls_.clear();
    swipes_.clear();
    ring_.reset();
  }
  void move(float down) {
    for (Control& control : controls_) {
      control.rect.y += down;
      control.visible.y += down;
    }
  }
  void add(SwipeTwin swipe) { swipes_.push_back(std::move(swipe)); }
  // Around what the keyboard's ring was drawn, if it was.
  void note_ring(Rect around) { ring_ = around; }
  const std::optional<Rect>& ring() const { return ring_; }
  const std::vector<SwipeTwin>& swipes() const { return swipes_; }
  void add(Control control) { controls_.push_back(std::move(control)); }
  const std::vector<Control>& controls() const { return controls_; }
  // The last one of that name, or null.
  const Control* find(std::string_view name) const {
    for (auto it = controls_.rbegin(); it != controls_.rend(); ++it) {
      if (it->name == name) return &*it;
    }
    return nullptr;
  }

 private:
  std::vector<Control> controls_;
  std::vector<SwipeTwin> swipes_;
  std::optional<Rect> ring_;
};

}  // namespace lapak
