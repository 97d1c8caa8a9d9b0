// touch: keys: what was typed, shortcuts, the moving focus, and the barcode scanner that types like a keyboard.
//
// A burst of four or more characters, 30 ms apart on average and never more than 80 ms, ended by Enter, Tab or 100 ms
// of silence, is a scan (ux.md §4.4), judged by the times of the events. Its characters and its Enter reach nothing
// else, even when the Enter is late. One key a frame; what came after it waits (`pending`). Pure: no ImGui, no clock.
// (`xdotool type` halves its delay: --delay 160.)
#pragma once
#include <deque>
#include <optional>
#include <string>

#include "app/touch/targets.h"

namespace lapak {

class Keyboard {
 public:
  static constexpr std::size_t kShortestScan = 4;
  static constexpr double kScanGap_s = 0.030;
  static constexpr double kScanLongestGap_s = 0.080;
  static constexpr double kScanSilence_s = 0.100;
  static constexpr double kScanLateEnter_s = 0.300;

  void feed(const KeyEvent& event) { queue_.push_back(event); }
  void feed(const CharEvent& event) { queue_.push_back(event); }

  // `text_control`: the field that is being edited, or none.
  void begin_frame(double now_s, const Targets& shown, ControlId text_control);

  // This frame's news. `typed` is UTF-8; while a field is edited it belongs to that field.
  const std::string& typed() const { return typed_; }
  // What was typed and can be no scan any more: up to 100 ms later than `typed`. For what acts on digits at once: a
  // PIN, an amount.
  const std::string& typed_for_sure() const { return typed_for_sure_; }
  const std::optional<KeyStroke>& stroke() const { return stroke_; }
  const std::optional<std::string>& scan() const { return scan_; }
  // The scan had already begun to appear in the field: it shall go back to what it was before.
  bool take_back() const { return take_back_; }
  // The burst that may become a scan has begun this frame: a field remembers what it holds.
  bool burst_began() const { return burst_began_; }

  // The control the keyboard is on; drawn with a ring only while keys were the last input.
  ControlId focus() const { return focus_; }
  bool ring_visible() const { return ring_visible_; }
  // Where it was moved to in this frame, by Tab or an arrow; else none.
  ControlId moved_to() const { return moved_to_; }
  void set_focus(ControlId id) { focus_ = id; }
  void hide_ring() { ring_visible_ = false; }
  // Space or Enter on the focused control; with Shift it is what a long press is to a finger.
  bool activated(ControlId id) const { return id && activated_ == id; }
  bool looked_into(ControlId id) const { return id && looked_into_ == id; }

  bool pending() const { return !queue_.empty(); }
  // When a frame must be drawn to end a scan by silence.
  std::optional<double> deadline_s() const;

 private:
  using Queued = std::variant<KeyEvent, CharEvent>;

  bool is_scan(double ended_s) const;
  enum class Burst { Typed, Scanned };
  void end_burst(Burst kind);
  bool on_key(const KeyEvent& event, const Targets& shown, ControlId text_control);
  void move_focus(const KeyStroke& stroke, const Targets& shown);

  std::deque<Queued> queue_;
  std::string typed_;
  std::string typed_for_sure_;
  std::optional<KeyStroke> stroke_;
  std::optional<std::string> scan_;
  ControlId focus_;
  ControlId moved_to_;
  ControlId activated_;
  ControlId looked_into_;
  bool ring_visible_ = false;
  bool take_back_ = false;
  bool burst_began_ = false;

  std::u32string burst_;
  std::size_t burst_delivered_ = 0;  // characters that earlier frames have passed on
  double burst_first_s_ = 0;
  double burst_last_s_ = 0;
  double silent_scan_s_ = -1;  // when the last scan ended that was known by silence
};

}  // namespace lapak
