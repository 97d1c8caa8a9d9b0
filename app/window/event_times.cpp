// window: event times, from X.
#include "app/window/event_times.h"

#include <X11/Xlib.h>

#include <algorithm>
#include <chrono>
#include <vector>

namespace lapak {
namespace {

struct Press {
  int key_code;
  std::uint32_t server_ms;
};

// Declines every event, and remembers the key presses among them.
int note_press(Display*, XEvent* event, XPointer presses) {
  if (event->type == KeyPress) {
    reinterpret_cast<std::vector<Press>*>(presses)->push_back(
        {static_cast<int>(event->xkey.keycode), static_cast<std::uint32_t>(event->xkey.time)});
  }
  return False;
}

}  // namespace

double steady_now_s() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

int EventTimes::socket() const {
  return ConnectionNumber(static_cast<Display*>(display_));
}

bool EventTimes::has_waiting() const {
  return XEventsQueued(static_cast<Display*>(display_), QueuedAfterFlush) > 0;
}

void EventTimes::look_ahead() {
  pressed_.clear();
  if (!display_) return;
  XEventsQueued(static_cast<Display*>(display_), QueuedAfterReading);
  std::vector<Press> presses;
  XEvent ignored;
  XCheckIfEvent(static_cast<Display*>(display_), &ignored, note_press, reinterpret_cast<XPointer>(&presses));
  for (const Press& press : presses) pressed_[press.key_code].push_back(steady_from_server(press.server_ms));
}

double EventTimes::of_key(int key_code) {
  const auto found = pressed_.find(key_code);
  if (found == pressed_.end() || found->second.empty()) return steady_now_s();
  const double time_s = found->second.front();
  found->second.pop_front();
  return time_s;
}

double EventTimes::steady_from_server(std::uint32_t server_ms) {
  if (has_offset_ && server_ms < last_ms_ && last_ms_ - server_ms > 0x80000000u) wraps_ms_ += 0x100000000ull;
  last_ms_ = server_ms;
  const double server_s = static_cast<double>(wraps_ms_ + server_ms) / 1000;
  const double now_s = steady_now_s();
  // The server's clock against ours: the smallest difference seen is the one with the least delay in it.
  const double offset_s = now_s - server_s;
  offset_s_ = has_offset_ ? std::min(offset_s_, offset_s) : offset_s;
  has_offset_ = true;
  return std::min(now_s, server_s + offset_s_);
}

}  // namespace lapak
