// screens: what a screen does when it says nothing else.
#include "app/screens/screen.h"

namespace lapak {

void Screen::performed(const Outcome&, Intents&) {}

bool Screen::refused(const Problem&) {
  return false;
}

void Screen::toast_tapped(Intents&) {}

Rect Screen::toast_place(const Ui& ui) const {
  const float left = surface() == Surface::Page ? ui.rail_width() + kPageEdge : kPageEdge;
  return ui.mirrored({left, ui.height() - 80, 480, 64});
}

bool Screen::dropped(const std::filesystem::path&, Intents&) {
  return false;
}

}  // namespace lapak
