// touch: keys: what was typed, shortcuts, the moving focus, and the barcode scanner that types like a keyboard.
//
// A burst of four or more characters, 30 ms apart on average and never more than 80 ms, ended by Enter, Tab or 100 ms of
// silence, is a scan (ux.md §4.4), judged by the times of the events. Its characters and its Enter reach nothing else.
// One key a frame; what came after it waits (`pending`). Pure: no ImGui, no clock. (`xdotool type` halves its delay: --delay 160.)
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

  void feed(const KeyEvent& event) { queue_.push_back(event); }
  void feed(const CharEvent& event) { queue_.push_back(event); }

  // `text_control`: the field that is being edited, or none.
  void begin_frame(double now_s, const Targets& shown, ControlId text_control);

  // This frame's news. `typed` is UTF-8; while a field is edited it belongs to that field.
  const std::string& typed() const { return typed_; }
  const std::optional<KeyStroke>& stroke() const { return stroke_; }
  const std::optional<std::string>& scan() const { return scan_; }
  // The scan had already begun to appear in the field: it shall go back to what it was before.
  bool take_back() const { return take_back_; }
  // The burst that may become a scan has begun this frame: a field remembers what it holds.
  bool burst_began() const { return burst_began_; }

  // The control the keyboard is on; drawn with a ring only while keys were the last input.
  ControlId focus() const { return focus_; }
  bool ring_visible() const { return ring_visible_; }
  void set_focus(ControlId id) { focus_ = id; }
  void hide_ring() { ring_visible_ = false; }
  // Space or Enter on the focused control.
  bool activated(ControlId id) const { return id && activated_ == id; }

  bool pending() const { return !queue_.empty(); }
  // When a frame must be drawn to end a scan by silence.
  std::optional<double> deadline_s() const;

 private:
  using Queued = std::variant<KeyEvent, CharEvent>;

  bool is_scan(double ended_s) const;
  void end_scan();
  bool on_key(const KeyEvent& event, const Targets& shown, ControlId text_control);
  void move_focus(const KeyStroke& stroke, const Targets& shown);

  std::deque<Queued> queue_;
  std::string typed_;
  std::optional<KeyStroke> stroke_;
  std::optional<std::string> scan_;
  ControlId focus_;
  ControlId activated_;
  bool ring_visible_ = false;
  bool take_back_ = false;
  bool burst_began_ = false;

  std::u32string burst_;
  std::size_t burst_delivered_ = 0;  // characters that earlier frames have passed on
  double burst_first_s_ = 0;
  double burst_last_s_ = 0;
};

}  // namespace lapak
