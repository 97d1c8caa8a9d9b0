// touch: from pointer events to taps, holds, drags and flings.
//
// Decided before a frame is drawn, against the targets of the frame that is on the screen. At most one tap is given a
// frame; what came in after it waits for the next (`pending`), so that each event meets the screen its predecessor
// made. Pure: no clock, no ImGui. Positions in design pixels, times in seconds. One thread.
#pragma once
#include <deque>
#include <optional>
#include <unordered_map>

#include "app/touch/targets.h"

namespace lapak {

class Touch {
 public:
  // The measures of ux.md §4.1.
  static constexpr float kSlop = 10;
  static constexpr float kAxisLock = 1.5f;
  static constexpr float kReach = 4;  // extra hit area where nothing else lies
  static constexpr double kLongPress_s = 0.45;
  static constexpr double kRingFrom_s = 0.2;
  static constexpr double kRepeatEvery_s = 0.125;
  static constexpr double kRepeatGuard_s = 0.35;
  static constexpr double kGhostGuard_s = 0.25;
  static constexpr double kInertia_s = 0.325;
  static constexpr double kLargestSpeed = 5000;
  static constexpr double kStopSpeed = 20;
  static constexpr double kRubber = 0.35;
  static constexpr double kLargestOverscroll = 80;
  static constexpr double kRubberBack_s = 0.22;
  static constexpr double kWheelNotch = 96;
  static constexpr double kWheel_s = 0.12;

  void feed(const PointerEvent& event) { queue_.push_back(event); }
  void feed(const WheelEvent& event) { queue_.push_back(event); }

  // Judges what was fed, up to the first tap, and moves flings on. Before drawing.
  void begin_frame(double now_s, const Targets& shown);

  // Input that begins before `now_s` + 250 ms is ignored: a full screen has just appeared under the finger.
  void rest_after_screen_change(double now_s) {
    rest_until_s_ = now_s + kGhostGuard_s;
    cancel();
  }

  // This frame's news.
  bool tapped(ControlId id) const { return id && tapped_ == id; }
  bool long_pressed(ControlId id) const { return id && long_pressed_ == id; }
  // Where the tap was, for a text field's cursor.
  Point tap_point() const { return tap_point_; }
  bool tapped_any() const { return static_cast<bool>(tapped_); }
  ControlId tapped_id() const { return tapped_; }

  // What a control draws: held down, under a mouse, or 0 … 1 of the way to a long press (ring from 200 ms).
  bool held(ControlId id) const { return id && held_ == id; }
  bool hovered(ControlId id) const { return id && hovered_ == id; }
  float long_press_progress(ControlId id) const { return held(id) ? long_press_progress_ : 0; }
  bool last_was_mouse() const { return is_mouse_; }
  // Sideways travel of a row under the finger, and whether it was let go beyond 80 px or 600 px/s (ux.md §4.1 swipe).
  float swipe(ControlId id) const { return id && swipe_target_ == id ? swipe_ : 0; }
  bool swiped_left(ControlId id) const { return id && swiped_left_ == id; }

  // Scrolling areas: how far the content is moved, overscroll included.
  double offset(ControlId scroller) const;
  bool moving(ControlId scroller) const;
  void scroll_to(ControlId scroller, double offset);

  // Frames must go on: a finger is down, something glides, or events wait.
  bool busy() const;
  bool pending() const { return !queue_.empty(); }
  bool finger_down() const { return down_.has_value(); }
  // Where the finger is, while it is down.
  std::optional<Point> finger() const { return down_ ? std::optional(down_->last) : std::nullopt; }

 private:
  struct Sample {
    double time_s;
    Point at;
  };
  struct Down {
    ControlId target;    // none once cancelled
    ControlId scroller;  // dragged, or none yet
    Point at;
    Point last;
    double time_s = 0;
    bool moved = false;      // beyond the slop
    bool spent = false;      // tapped on press, long pressed, or stopped a fling
    bool cancelled = false;  // by a second finger: neither taps nor drags until all are gone
    bool is_key = false;     // tapped on press, and still under the finger
    bool was_long = false;
    double repeat_at_s = 0;
    std::deque<Sample> trail;  // the last 100 ms
  };
  struct Glide {
    double offset = 0;
    double velocity = 0;  // px/s, positive moves on in the content
    double grab_offset = 0;
    double wheel_left = 0;  // still to be scrolled by the wheel
    bool is_on_screen = false;
    double limit = 0;
    double view = 0;
    bool dragged = false;
    double updated_s = 0;
  };
  using Queued = std::variant<PointerEvent, WheelEvent>;

  void cancel();
  bool on_pointer(const PointerEvent& event, const Targets& shown);
  void on_down(const PointerEvent& event, const Targets& shown);
  void on_move(const PointerEvent& event, const Targets& shown);
  void on_up(const PointerEvent& event, const Targets& shown);
  void on_wheel(const WheelEvent& event, const Targets& shown);
  bool hold(double now_s, const Targets& shown);
  void glide(double now_s, const Targets& shown);
  void tap(const Target& target, Point at, double time_s);

  std::deque<Queued> queue_;
  std::optional<Down> down_;
  std::unordered_map<ControlId, Glide> glides_;
  ControlId tapped_;
  ControlId long_pressed_;
  ControlId held_;
  ControlId hovered_;
  ControlId swipe_target_;
  ControlId swiped_left_;
  float swipe_ = 0;
  float long_press_progress_ = 0;
  Point tap_point_;
  Point mouse_;
  bool mouse_inside_ = false;
  bool is_mouse_ = false;
  int moves_without_button_ = 0;
  double rest_until_s_ = -1;
  ControlId guarded_;
  double guarded_at_s_ = -1;
};

}  // namespace lapak
