// parts: what is pressed: buttons, chips, tiles, switches, steppers. All answer true in the frame they were tapped.
#pragma once
#include <string_view>

#include "app/parts/ui.h"

namespace lapak {

enum class ButtonKind {
  Primary,    // filled: the one way on. Guarded against a second tap within 350 ms
  Success,    // filled green: the money is in. Guarded
  Secondary,  // tinted
  Tonal,      // primary container: the customer; selected, a choice that leaves the filled one to the way on
  Outline,
  PrimaryOutline,
  Danger,   // loss or failure only
  Quiet,    // text alone
  Surface,  // a raised white plate: suggestions, tiles on the page
};

struct ButtonSpec {
  std::string_view label = {};
  Icon icon = {};
  Icon icon_after = {};
  ButtonKind kind = ButtonKind::Secondary;
  std::string_view sub_label = {};  // a second, smaller line
  std::string_view trailing = {};   // at the right edge: an amount
  std::string_view badge = {};      // a pill on the corner
  bool selected = false;
  bool stacked = false;  // icon above the label
  bool left_aligned = false;
  bool enabled = true;
  bool has_long_press = false;
  Type type = Type::Button;
  KeyStroke shortcut = {};
};

// How one of several is drawn: the chosen one leaves the filled look to the way on.
constexpr ButtonKind choice_kind(bool is_chosen, ButtonKind otherwise = ButtonKind::Secondary) {
  return is_chosen ? ButtonKind::Tonal : otherwise;
}

enum class Press { None, Tap, TapDisabled, Long };

// Tells a disabled tap and a long press apart.
Press press(Ui& ui, std::string_view name, Rect rect, const ButtonSpec& spec);

// True when tapped while enabled. For a disabled button that explains itself use `press`.
bool button(Ui& ui, std::string_view name, Rect rect, const ButtonSpec& spec);

// An icon alone: only − + × back backspace ⋮ ☼ may do without a word; `label` is its name for tests.
bool icon_button(Ui& ui, std::string_view name, Rect rect, Icon icon, std::string_view label,
                 ButtonKind kind = ButtonKind::Secondary, KeyStroke shortcut = {}, std::string_view badge = {});

struct ChipSpec {
  bool selected = false;
  Icon icon = {};
  bool enabled = true;
  Type type = Type::Chip;
};
bool chip(Ui& ui, std::string_view name, Rect rect, std::string_view label, const ChipSpec& spec = {});
float chip_width(Ui& ui, std::string_view label, const ChipSpec& spec = {});

// A row of chips that scrolls sideways. The index tapped, or none. Names are "<name>.<i>".
std::optional<std::size_t> chips(Ui& ui, std::string_view name, Rect rect, const std::vector<std::string>& labels,
                                 std::optional<std::size_t> selected);

// Two to four choices beside each other. The index tapped, or none. Names are "<name>.<i>".
std::optional<std::size_t> segments(Ui& ui, std::string_view name, Rect rect, const std::vector<std::string>& labels,
                                    std::size_t selected);

// A 56 px row with its word at the left and the switch at the right; the whole row is tapped.
bool switch_row(Ui& ui, std::string_view name, Rect rect, std::string_view label, bool on, std::string_view hint = {});

// − n + ; fires on press, repeats when held. At `at_one_removes` the minus is a bin. Names "<name>.minus/.qty/.plus".
enum class Step { None, Less, More, Number };
struct StepperSpec {
  std::string_view value;
  bool shows_bin = false;
  bool can_go_down = true;
  bool large = false;  // 112×88 keys of the line sheet
};
Step stepper(Ui& ui, std::string_view name, Rect rect, const StepperSpec& spec);

}  // namespace lapak
