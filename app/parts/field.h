// parts: what is typed into. A field shows `value` and writes back only after a real edit.
#pragma once
#include <string>
#include <string_view>

#include "app/parts/ui.h"

namespace lapak {

struct FieldSpec {
  std::string_view label = {};  // 22 px above the box, inside `rect`
  std::string_view placeholder = {};
  std::string_view error = {};  // under the box, with icon and red line
  Icon icon = {};
  bool multiline = false;
  TextKind kind = TextKind::Words;  // where nothing below says more
  bool code = false;                // a barcode may be scanned into it
  bool secret = false;
  bool enabled = true;
  bool digits_only = false;
  std::size_t longest_bytes = 10'000;
};

struct FieldEvents {
  bool edited = false;     // value changed in this frame
  bool left = false;       // editing ended
  bool submitted = false;  // Enter in a one-line field
};

// `rect` is the box alone; label and error stand above and below it, outside.
FieldEvents field(Ui& ui, std::string_view name, Rect rect, std::string& value, const FieldSpec& spec = {});

// A field with a glass and a × while it holds something ("<name>.clear").
FieldEvents search_field(Ui& ui, std::string_view name, Rect rect, std::string& value, std::string_view placeholder);

// A box that shows an amount typed on a number pad; a tap chooses it. `selected` draws it as the one being typed into.
struct AmountFieldSpec {
  std::string_view label = {};
  bool selected = false;
  bool prefilled = false;  // the next digit replaces it: shown marked
  std::string_view hint = {};
};
bool amount_field(Ui& ui, std::string_view name, Rect rect, std::string_view formatted, const AmountFieldSpec& spec);

}  // namespace lapak
