// parts: pictures: photos, QR codes, progress, dividers, empty places.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/parts/ui.h"
#include "core/paper/code_symbol.h"

namespace lapak {

// A photo in a rounded box; without one a tinted box with the icon.
void photo(Ui& ui, Rect rect, Texture texture, float radius = kButtonRadius, Icon instead = icon::camera);

// A picture that is tapped; without one a dashed place where it may come, with `label` under a camera.
bool picture_tile(Ui& ui, std::string_view name, Rect rect, const std::optional<Texture>& picture,
                  std::string_view label);

// Black on white with its quiet zone, in the middle of `rect`, whole pixels a module. Also a bar code.
void qr_code(Ui& ui, std::string_view name, Rect rect, const CodeSymbol& code);

// `part` of it is full, 0 … 1; more is all of it.
void progress(Ui& ui, std::string_view name, Rect bar, float part, Color fill);
void divider(Ui& ui, float x, float y, float width);
// A raised white plate to group things on.
void plate(Ui& ui, Rect rect, float radius = kCardRadius);

struct EmptySpec {
  Icon icon = {};
  std::string_view sentence;
  std::string_view action = {};  // its button is "<name>.action"
  bool is_main = true;           // false where the page has a main button of its own
};
// True when the button was tapped.
bool empty_state(Ui& ui, std::string_view name, Rect rect, const EmptySpec& spec);

}  // namespace lapak
