// parts: texts and amounts. Vertical: the line is centred in the rectangle unless Top is asked for.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "app/parts/ui.h"

namespace lapak {

enum class Side { Left, Centre, Right };
enum class Upright { Centre, Top, Bottom };
// Only names of things and persons may end in "…"; any other text that does not fit is reported by the lint.
enum class Cut { Never, Names };

struct TextSpec {
  Type type = Type::Body;
  std::optional<Color> color = std::nullopt;  // ink when not said
  Side align = Side::Left;
  Upright upright = Upright::Centre;
  Cut cut = Cut::Never;
  int lines = 1;               // broken at spaces up to so many
  std::string_view name = {};  // for tests: text_of(name)
};

// A label in the room it has: in a smaller type, on two lines, at last divided, where the words of a language are
// longer than those it was laid out for. `is_cut`: not even so, and it ends in "…".
struct FittedLabel {
  Type type;
  std::vector<std::string> lines;
  bool is_cut = false;
};
FittedLabel fitted(const Paint& paint, Type type, std::string_view label, float width, float height);
float width_of(const Paint& paint, const FittedLabel& label);
float height_of(const FittedLabel& label);
// Its lines one below the other from the top of `room`, whatever its height; gives the y below the last.
float draw_lines(Paint& paint, Rect room, const FittedLabel& label, Color color, Side align = Side::Left);

// What may never be cut and does not fit on its line is fitted.
void text(Ui& ui, Rect rect, std::string_view content, const TextSpec& spec = {});

enum class AmountSize { Text, Price, Figure, Headline, S, M, L, Hero };

struct AmountSpec {
  AmountSize size = AmountSize::M;
  std::optional<Color> color = std::nullopt;
  Side align = Side::Right;
  std::string_view name = {};
};

// How wide an amount is at that size.
float width_of_amount(const Paint& paint, std::string_view formatted, AmountSize size);
// The largest size, `size` or smaller, in which it is no wider.
AmountSize fitting_size(const Paint& paint, std::string_view formatted, AmountSize size, float width);

// "Rp 230.000" with the currency small on the number's baseline (ux.md §3.4). A bare number is drawn as it is. Steps
// down a size when it does not fit: an amount is never cut.
void amount(Ui& ui, Rect rect, std::string_view formatted, const AmountSpec& spec = {});

}  // namespace lapak
