// window: a frame without a window: the ImGui context, the fonts, and what lives between frames (touch, keys, memory).
//
// A window, the off-screen target and the tests stand on it alike: they feed events, draw a frame, and show or ignore
// its draw data. One stage at a time a thread.
#pragma once
#include <functional>
#include <optional>

#include "app/look/fonts.h"
#include "app/parts/ui.h"
#include "app/touch/input.h"

struct ImGuiContext;
struct ImDrawData;

namespace lapak {

class Stage {
 public:
  Stage();
  ~Stage();
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;

  void feed(const InputEvent& event);

  // Bakes the fonts when the scale or the theme's emphasis has changed. True when a renderer must take the atlas anew.
  bool prepare(const Frame& frame);
  // One frame. `frame.now_s` never goes back. `content` draws all of it; it must not throw.
  void draw(const Frame& frame, const std::function<void(Ui&)>& content);

  // Of the last frame, until the next.
  ImDrawData* draw_data() const;
  const Registry& registry() const { return registry_; }
  Color ground() const { return ground_; }  // what the window is cleared to

  // Whether another frame is owed at once, and when at the latest one is.
  bool wants_frame() const;
  std::optional<double> wake_time_s() const;

  Touch& touch() { return touch_; }
  Keyboard& keyboard() { return keyboard_; }
  UiMemory& memory() { return memory_; }
  const Fonts& fonts() const { return fonts_; }

 private:
  enum class LastInput { None, Finger, Mouse, Keys };

  void give_input(const Frame& frame);
  void reveal(ControlId id);
  bool opens_screen_keyboard() const;
  void open_keyboard_for_new_field();
  void lift_content(float pixels);

  ImGuiContext* context_;
  Fonts fonts_;
  Touch touch_;
  Keyboard keyboard_;
  UiMemory memory_;
  Registry registry_;
  Targets targets_;
  Color ground_;
  bool animating_ = false;
  std::optional<double> wake_s_;
  double last_s_ = 0;
  bool pointer_was_down_ = false;
  Point pointer_px_;
  LastInput last_input_ = LastInput::None;
  KeyboardTaste keyboard_taste_ = KeyboardTaste::ForFingers;
  float lift_px_ = 0;  // how far what is shown stands above its place, for the field that is typed into
};

}  // namespace lapak
