// parts: the one object a screen draws with: where it stands (window, theme, hand, time) and what parts are built from.
//
// Coordinates are design pixels of the window, absolute, as ux.md gives them; parts scale them. A screen draws only by
// parts (button.h, text.h, field.h, list.h, card.h, sheet.h, …), each a function of (ui, name, rectangle, description)
// that draws and answers what happened since the last frame. Names are stable and unique on the screen: "pay",
// "line.2.plus". What a part must remember between frames (scroll, animation) it keeps in UiMemory under its name.
// Lives for one frame. Main thread. No part throws.
#pragma once
#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "app/look/motion.h"
#include "app/look/paint.h"
#include "app/parts/photos.h"
#include "app/parts/registry.h"
#include "app/parts/stand_ins.h"
#include "app/touch/keyboard.h"
#include "app/touch/touch.h"
#include "core/words/words.h"

namespace lapak {

enum class SizeClass { Compact, Regular, Wide };  // ux.md §1.4
enum class Hand { Right, Left };
enum class MotionTaste { Full, Reduced };
// A caret that blinks draws twice a second: not on battery (ux.md §4.11), and not in pictures.
enum class Caret { Steady, Blinks };
enum class KeyboardTaste { ForFingers, Always, Never };  // of the keyboard on the screen

// What is typed into a field: the page on which the keyboard on the screen begins, and the word on its Enter.
enum class TextKind { Words, Lines, Search, Code, Digits, Phone };

// What controls remember from frame to frame, by name. Owned by the program beside Touch and Keyboard.
class UiMemory {
 public:
  struct Eased {
    float value = 0;
    float from = 0;
    float to = 0;
    double since_s = 0;
    double seen_s = 0;
  };
  // The one field that is being edited: a copy, so that what cannot be shown in it is not harmed (stand_ins.h).
  struct Editing {
    ControlId id;
    std::string text;    // as the editor holds it
    StandIns stand_ins;  // for what it cannot hold
    std::string before_burst;
    bool fresh = false;  // to be given ImGui's focus in this frame
    bool wants_all_selected = false;
    bool seen = false;        // drawn in this frame
    bool was_active = false;  // ImGui has had it
    TextKind kind = TextKind::Words;
  };
  // The keyboard on the screen (screen_keyboard.h).
  struct ScreenKeyboard {
    enum class Page { Letters, Signs, Digits };
    enum class Shift { Off, Once, Locked };
    bool open = false;
    ControlId field;  // the one it was opened or left closed for
    Page page = Page::Letters;
    Shift shift = Shift::Off;
    bool was_upper = false;            // of the last letter: its accents are capitals too
    std::optional<Language> language;  // chosen on it; none: the screen's
    std::string accents;               // the letter whose accents are offered
    std::optional<Point> finger;       // on its way from the letter to one of them
    float height = 0;                  // of the window, from below, that it covers once it is open
    float lift_wanted = 0;             // so far must the screen go up for the field to be seen
    float lift = 0;                    // so far it is now
    float foot = 0;                    // of the sheet the field is in: it comes to stand on the keyboard
    ControlId revealed;                // the field that was scrolled into view
    std::vector<std::variant<KeyStroke, char32_t>> strokes;  // of this frame
  };

  std::unordered_map<ControlId, Eased> eased;
  std::unordered_map<ControlId, double> marks;  // when something was flashed, by name
  std::optional<Editing> editing;
  ControlId wants_editing;  // asked for by focus_field()
  ScreenKeyboard screen_keyboard;
  double last_frame_s = 0;
  double last_input_s = 0;  // when hands did something; 0: not yet
};

// What a frame is drawn with. The objects outlive the frame.
struct Frame {
  double now_s = 0;
  float width = 1280;  // design pixels
  float height = 800;
  float scale = 1;
  Hand hand = Hand::Right;
  MotionTaste motion = MotionTaste::Full;
  KeyboardTaste keyboard = KeyboardTaste::ForFingers;
  Caret caret = Caret::Steady;
  ThemeName theme = ThemeName::Mori;
  const Words* words = nullptr;        // never null while screens draw
  const Currency* currency = nullptr;  // of the shop
  Photos* photos = nullptr;            // may be null: then no photo is shown
};

struct ControlSpec {
  std::string_view name;
  Rect rect;
  ControlKind kind = ControlKind::Button;
  std::string_view label = {};
  TapOn tap_on = TapOn::Release;
  bool enabled = true;
  bool selected = false;
  bool has_long_press = false;
  bool repeats = false;
  bool guarded = false;
  bool label_cut = false;
  bool may_be_cut = false;
  bool has_lines = false;  // a field of several lines
  bool types = false;      // a key of the keyboard on the screen
  KeyStroke shortcut = {};
};

struct ControlState {
  ControlId id;
  bool tapped = false;  // by finger, Space/Enter or its shortcut; only when enabled
  bool tapped_disabled = false;
  bool long_pressed = false;
  bool held = false;
  bool focused = false;  // draw the ring
  float press = 0;       // 0 … 1, eased
  float hover = 0;
};

class Ui {
 public:
  Ui(const Frame& frame, Paint& paint, Touch& touch, Keyboard& keyboard, UiMemory& memory, Registry& registry,
     Targets& targets);
  ~Ui();
  Ui(const Ui&) = delete;
  Ui& operator=(const Ui&) = delete;

  // Where.
  float width() const { return frame_.width; }
  float height() const { return frame_.height; }
  Rect window() const { return {0, 0, frame_.width, frame_.height}; }
  SizeClass size() const;
  float rail_width() const { return size() == SizeClass::Compact ? 80.0f : 88.0f; }
  // A panel (rail, cart, sheet) as it stands for this hand: for left-handers its side is swapped, its inside is not.
  // Lay the inside out from the rectangle that comes back.
  Rect mirrored(Rect panel) const;
  bool left_handed() const { return frame_.hand == Hand::Left; }

  // In whose words and money.
  const Words& words() const { return *frame_.words; }
  std::string_view words(std::string_view english) const { return (*frame_.words)(english); }
  const Currency& currency() const { return *frame_.currency; }
  std::string money(Money amount) const { return frame_.words->money(amount, currency()); }
  std::string bare_money(Money amount) const { return frame_.words->money(amount, currency(), Symbol::Hidden); }

  // A product's photo by its name in the shop; none while it is on its way.
  Texture photo(const std::string& name) { return frame_.photos ? frame_.photos->find(name) : Texture(); }

  // How.
  const Theme& theme() const { return paint_->theme(); }
  Paint& paint() { return *paint_; }
  double now_s() const { return frame_.now_s; }
  bool reduced_motion() const { return frame_.motion == MotionTaste::Reduced; }
  Touch& touch() { return touch_; }
  UiMemory& memory() { return memory_; }
  const UiMemory& memory() const { return memory_; }
  Keyboard& keyboard() { return keyboard_; }

  // What came in. Each is there for one frame. While a field is edited `typed` is empty.
  std::string_view typed() const;
  std::string_view typed_for_sure() const;  // a little later, when it can be no scan any more
  const std::optional<std::string>& scan() const { return keyboard_.scan(); }
  // True once when this key was pressed and nothing else took it (a sheet above the page, a field).
  bool shortcut(KeyStroke stroke);

  // A control takes its place: it is registered, can be touched, and says what happened. All parts begin with it.
  ControlState control(const ControlSpec& spec);
  // A text takes its place, for tests and lint.
  void note_text(std::string_view name, Rect rect, std::string_view label, bool cut, bool may_be_cut);
  // A place that swallows touches without being a control.
  void ground(std::string_view name, Rect rect, ControlKind kind);

  // Only the inside of `rect` is drawn and touched until pop_clip.
  void push_clip(Rect rect);
  void pop_clip();
  Rect clip() const { return clips_.empty() ? window() : clips_.back(); }

  // Controls until end_scroller belong to this area and are dragged with it. Gives the offset of its content.
  double begin_scroller(std::string_view name, Rect area, Axis axis, double content_length);
  void end_scroller();

  // What is drawn until leave_layer stands above everything before: pages under it take no keys.
  void enter_layer() { highest_layer_ = std::max(highest_layer_, ++layer_); }
  void leave_layer() { --layer_; }
  // Layers that are entered from here on stand above every sheet the screen has drawn.
  void rise_above_screen() { layer_ = highest_layer_; }
  void return_to_page() { layer_ = 0; }
  // From here on `paint` is drawn with, above all layers, and takes no keys: the keyboard on the screen.
  void rise_above(Paint& paint);
  int layer() const { return layer_; }

  // A value on its way to `target`, 0 … 1; draws on until it is there. Starts at its target when new, or at `born`.
  float ease(std::string_view name, float target, const Motion& motion, std::optional<float> born = std::nullopt);
  float ease(ControlId id, float target, const Motion& motion, std::optional<float> born = std::nullopt);
  // 1 … 0 since `flash(name)`, over `ms`.
  void flash(std::string_view name);
  float flashing(std::string_view name, float ms);

  // Frames: draw the next at once, or at a time.
  void keep_drawing() { animating_ = true; }
  void wake_at(double time_s);
  bool animating() const { return animating_; }
  std::optional<double> wake_time() const { return wake_s_; }

  // A row that may be swiped away: how far (≤ 0) to draw it, and whether it was swiped just now. `twin` names the
  // visible button that does the same: nothing can be done by a swipe alone.
  float swipe(std::string_view name, std::string_view twin);
  bool swiped_left(std::string_view name) const { return touch_.swiped_left(ControlId(name)); }

  // Begins or ends editing of a field by name.
  void focus_field(std::string_view name);
  void leave_field();
  bool editing(std::string_view name) const;
  // The field after the one that is edited, on the same layer; none at the end.
  ControlId next_field() const;
  // The field that is edited stands here: it is scrolled, or the screen is lifted, until the keyboard leaves it free.
  void keep_above_keyboard(Rect rect);

  // Where something that passes covers no button that was drawn so far, and no keyboard: `wanted`, or the lowest place
  // above it, or at one of the sides of `page`. What scrolls may be covered: it can be moved from under it.
  Rect clear_of_buttons(Rect wanted, Rect page) const;

  void draw_focus_ring(Rect rect, float radius) { draw_focus_ring(rect, radius, theme().surface, theme().focus); }
  void draw_focus_ring(Rect rect, float radius, Color gap, Color ring);
  // How far a finger is on its way to a long press, from 200 ms on.
  void draw_hold_ring(ControlId id, Point centre, float radius, Color color);

 private:
  Frame frame_;
  Paint* paint_;
  Touch& touch_;
  Keyboard& keyboard_;
  UiMemory& memory_;
  Registry& registry_;
  Targets& targets_;
  std::vector<Rect> clips_;
  std::vector<ControlId> scrollers_;
  int layer_ = 0;
  int highest_layer_ = 0;
  int top_layer_ = 0;  // of the frame that is on the screen
  bool stroke_taken_ = false;
  bool animating_ = false;
  std::optional<double> wake_s_;
};

}  // namespace lapak
