// parts: pills that say a state in a word and a colour, and the count on a card.
#pragma once
#include <string>

#include "app/parts/ui.h"

namespace lapak {

enum class Tone { Neutral, Primary, Success, Warning, Danger };

struct Pill {
  std::string label;
  Tone tone = Tone::Neutral;
  Icon icon = {};
};

// 30 high; its width follows the word. `at` is its top left corner (or right, when aligned right).
Rect pill(Ui& ui, Point at, const Pill& spec);
float pill_width(Ui& ui, const Pill& spec);
// 36 px round count; bumps when `number` grows.
void count_badge(Ui& ui, std::string_view name, Point centre, int number);

}  // namespace lapak
