// window: when keys were really pressed. GLFW tells no times, and after a sleep a whole scan and a slow typist's word
// look alike; X knows.
#pragma once
#include <cstdint>
#include <deque>
#include <unordered_map>

namespace lapak {

class EventTimes {
 public:
  // `display` is an Xlib Display*, or null where there is none: then every time is now.
  explicit EventTimes(void* display) : display_(display) {}

  bool is_there() const { return display_ != nullptr; }
  // To wait on, and whether events are here already; only where a display is there.
  int socket() const;
  bool has_waiting() const;

  // Notes the key presses that wait in the queue, without taking them. Just before GLFW polls.
  void look_ahead();
  // When the key with this X key code went down: the earliest noted press not yet asked for. Seconds, steady clock.
  double of_key(int key_code);

 private:
  double steady_from_server(std::uint32_t server_ms);

  void* display_;
  std::unordered_map<int, std::deque<double>> pressed_;
  bool has_offset_ = false;
  double offset_s_ = 0;
  std::uint32_t last_ms_ = 0;
  std::uint64_t wraps_ms_ = 0;
};

// Seconds on the steady clock; every event and frame is told in it.
double steady_now_s();

}  // namespace lapak
