// touch: keys.
#include "app/touch/keyboard.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace lapak {
namespace {

void append_utf8(std::string& text, char32_t c) {
  const auto put = [&](std::uint32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6);
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3F));
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

std::string utf8(std::u32string_view text) {
  std::string result;
  for (const char32_t c : text) append_utf8(result, c);
  return result;
}

// Letters and digits come as characters too; as keys they count only with a modifier.
bool is_character_key(const KeyStroke& s) {
  return !s.ctrl && !s.alt && (s.key >= Key::A || s.key == Key::Space);
}

int top_layer(const Targets& shown) {
  int top = 0;
  for (const Target& t : shown.taps) top = std::max(top, t.takes_focus ? t.layer : 0);
  return top;
}

int direction_of(Key key) {
  switch (key) {
    case Key::Left:
      return 0;
    case Key::Right:
      return 1;
    case Key::Up:
      return 2;
    case Key::Down:
      return 3;
    default:
      return -1;
  }
}

}  // namespace

void Keyboard::begin_frame(double now_s, const Targets& shown, ControlId text_control) {
  const bool rests = stroke_.has_value();  // ImGui must see a key go up before it goes down again
  typed_.clear();
  typed_for_sure_.clear();
  stroke_.reset();
  scan_.reset();
  activated_ = looked_into_ = moved_to_ = ControlId();
  take_back_ = burst_began_ = false;
  burst_delivered_ = burst_.size();
  std::size_t burst_from = 0;  // where in `typed_` the burst of this frame begins

  const auto end_scan = [&] {
    scan_ = utf8(burst_);
    typed_.resize(std::min(typed_.size(), burst_from));
    take_back_ = burst_delivered_ > 0;
    end_burst(Burst::Scanned);
  };
  const auto end_in_silence = [&] {
    silent_scan_s_ = burst_last_s_;
    end_scan();
  };

  bool acted = rests;
  while (!queue_.empty() && !acted) {
    const Queued event = queue_.front();
    const double time_s = std::visit([](const auto& e) { return e.time_s; }, event);
    if (is_scan(burst_last_s_) && time_s - burst_last_s_ > kScanLongestGap_s) {
      end_in_silence();
      break;  // what follows, a late Enter too, meets the screen after the scan
    }
    queue_.pop_front();
    if (const auto* c = std::get_if<CharEvent>(&event)) {
      if (burst_.empty() || c->time_s - burst_last_s_ > kScanLongestGap_s) {
        end_burst(Burst::Typed);
        burst_from = typed_.size();
        burst_first_s_ = c->time_s;
        burst_began_ = true;
      }
      burst_.push_back(c->character);
      burst_last_s_ = c->time_s;
      append_utf8(typed_, c->character);
      continue;
    }
    const auto& key = std::get<KeyEvent>(event);
    if (is_character_key(key.stroke) && key.stroke.key != Key::Space) continue;
    const bool ends = key.stroke.key == Key::Enter || key.stroke.key == Key::Tab;
    if (ends && is_scan(key.time_s)) {
      end_scan();
      break;
    }
    if (ends && burst_.empty() && key.time_s - silent_scan_s_ <= kScanLateEnter_s) {
      silent_scan_s_ = -1;
      continue;
    }
    if (key.stroke.key != Key::Space) end_burst(Burst::Typed);
    acted = on_key(key, shown, text_control);
  }
  const bool silence = now_s - burst_last_s_ >= kScanSilence_s;
  if (!scan_ && queue_.empty() && !burst_.empty() && silence) {
    if (is_scan(burst_last_s_)) {
      end_in_silence();
    } else {
      end_burst(Burst::Typed);
    }
  }
  if (!typed_.empty()) ring_visible_ = ring_visible_ && !text_control;
}

bool Keyboard::is_scan(double ended_s) const {
  if (burst_.size() < kShortestScan || ended_s - burst_last_s_ > kScanLongestGap_s) return false;
  const double average = (burst_last_s_ - burst_first_s_) / static_cast<double>(burst_.size() - 1);
  return average <= kScanGap_s;
}

void Keyboard::end_burst(Burst kind) {
  if (kind == Burst::Typed) typed_for_sure_ += utf8(burst_);
  burst_.clear();
  burst_delivered_ = 0;
}

bool Keyboard::on_key(const KeyEvent& event, const Targets& shown, ControlId text_control) {
  const KeyStroke& stroke = event.stroke;
  const bool in_text = static_cast<bool>(text_control);
  const auto text = std::ranges::find(shown.taps, text_control, &Target::id);
  const bool is_upright = stroke.key == Key::Up || stroke.key == Key::Down;
  const bool leaves_text = !in_text || (is_upright && text != shown.taps.end() && !text->has_lines);
  const bool walks = stroke.key == Key::Tab || (leaves_text && direction_of(stroke.key) >= 0);
  if (walks && !stroke.ctrl && !stroke.alt) {
    move_focus(stroke, shown);
    stroke_ = stroke;
    return true;
  }
  const bool presses = (stroke.key == Key::Space || stroke.key == Key::Enter) && !stroke.ctrl && !stroke.alt;
  // A sheet that came up takes the keys from what was chosen under it.
  const auto focused = std::ranges::find(shown.taps, focus_, &Target::id);
  const bool is_reached = focused != shown.taps.end() && focused->layer == top_layer(shown);
  if (presses && !in_text && ring_visible_ && is_reached) {
    (stroke.shift ? looked_into_ : activated_) = focus_;
    if (stroke.key == Key::Space && typed_.ends_with(' ')) typed_.pop_back();
    return true;
  }
  if (stroke.key == Key::Space) return false;
  stroke_ = stroke;
  return true;
}

void Keyboard::move_focus(const KeyStroke& stroke, const Targets& shown) {
  const int top = top_layer(shown);
  std::vector<const Target*> stops;
  for (const Target& t : shown.taps) {
    if (t.layer == top && t.takes_focus && t.enabled && t.tap_on != TapOn::Never) stops.push_back(&t);
  }
  const bool was_visible = std::exchange(ring_visible_, true);
  if (stops.empty()) return;
  const auto here = std::ranges::find(stops, focus_, [](const Target* t) { return t->id; });
  if (here == stops.end()) {
    focus_ = moved_to_ = stops.front()->id;
    return;
  }
  // The first arrow shows where the keyboard is.
  if (!was_visible && stroke.key != Key::Tab && !(*here)->takes_text) return;
  if (stroke.key == Key::Tab) {
    const auto count = static_cast<std::ptrdiff_t>(stops.size());
    const std::ptrdiff_t step = stroke.shift ? count - 1 : 1;
    focus_ = moved_to_ = stops[static_cast<std::size_t>((here - stops.begin() + step) % count)]->id;
    return;
  }
  // The nearest in that direction, straight ahead before aside.
  const Rect from = (*here)->area;
  const int direction = direction_of(stroke.key);
  const Target* best = nullptr;
  float best_cost = 0;
  for (const Target* t : stops) {
    if (t->area.empty()) continue;  // out of sight
    const float dx = t->area.centre().x - from.centre().x;
    const float dy = t->area.centre().y - from.centre().y;
    const float ahead = direction == 0 ? -dx : direction == 1 ? dx : direction == 2 ? -dy : dy;
    const float aside = direction < 2 ? std::abs(dy) : std::abs(dx);
    if (t == *here || ahead < 4) continue;
    const float cost = ahead + 3 * aside;
    if (!best || cost < best_cost) {
      best = t;
      best_cost = cost;
    }
  }
  if (best) focus_ = moved_to_ = best->id;
}

std::optional<double> Keyboard::deadline_s() const {
  if (burst_.empty()) return std::nullopt;
  return burst_last_s_ + kScanSilence_s;
}

}  // namespace lapak
