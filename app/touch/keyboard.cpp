// touch: keys.
#include "app/touch/keyboard.h"

#include <algorithm>
#include <cmath>

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
bool is_character_key(const KeyStroke& s) { return !s.ctrl && !s.alt && (s.key >= Key::A || s.key == Key::Space); }

int direction_of(Key key) {
  switch (key) {
    case Key::Left: return 0;
    case Key::Right: return 1;
    case Key::Up: return 2;
    case Key::Down: return 3;
    default: return -1;
  }
}

}  // namespace

void Keyboard::begin_frame(double now_s, const Targets& shown, ControlId text_control) {
  const bool rests = stroke_.has_value();  // ImGui must see a key go up before it goes down again
  typed_.clear();
  stroke_.reset();
  scan_.reset();
  activated_ = ControlId();
  take_back_ = burst_began_ = false;
  burst_delivered_ = burst_.size();
  const std::size_t delivered_before = burst_delivered_;
  std::size_t burst_from = 0;  // where in `typed_` the burst of this frame begins

  bool acted = rests;
  while (!queue_.empty() && !acted) {
    const Queued event = queue_.front();
    queue_.pop_front();
    if (const auto* c = std::get_if<CharEvent>(&event)) {
      if (burst_.empty() || c->time_s - burst_last_s_ > kScanLongestGap_s) {
        burst_.clear();
        burst_delivered_ = 0;
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
      scan_ = utf8(burst_);
      typed_.resize(burst_from);
      take_back_ = burst_delivered_ > 0;
      end_scan();
      break;  // what follows meets the screen after the scan
    }
    if (key.stroke.key != Key::Space) end_scan();
    acted = on_key(key, shown, text_control);
  }
  const bool silence = now_s - burst_last_s_ >= kScanSilence_s;
  if (!scan_ && queue_.empty() && !burst_.empty() && silence) {
    if (is_scan(burst_last_s_)) {
      scan_ = utf8(burst_);
      typed_.resize(std::min(typed_.size(), burst_from));
      take_back_ = delivered_before > 0;
    }
    end_scan();
  }
  if (!typed_.empty()) ring_visible_ = ring_visible_ && !text_control;
}

bool Keyboard::is_scan(double ended_s) const {
  if (burst_.size() < kShortestScan || ended_s - burst_last_s_ > kScanLongestGap_s) return false;
  const double average = (burst_last_s_ - burst_first_s_) / static_cast<double>(burst_.size() - 1);
  return average <= kScanGap_s;
}

void Keyboard::end_scan() {
  burst_.clear();
  burst_delivered_ = 0;
}

bool Keyboard::on_key(const KeyEvent& event, const Targets& shown, ControlId text_control) {
  const KeyStroke& stroke = event.stroke;
  const bool in_text = static_cast<bool>(text_control);
  const bool walks = stroke.key == Key::Tab || (!in_text && direction_of(stroke.key) >= 0);
  if (walks && !stroke.ctrl && !stroke.alt) {
    move_focus(stroke, shown);
    stroke_ = stroke;
    return true;
  }
  const bool presses = (stroke.key == Key::Space || stroke.key == Key::Enter) && !stroke.ctrl && !stroke.alt;
  const bool is_shown = std::ranges::any_of(shown.taps, [&](const Target& t) { return t.id == focus_; });
  if (presses && !in_text && ring_visible_ && is_shown) {
    activated_ = focus_;
    if (stroke.key == Key::Space && typed_.ends_with(' ')) typed_.pop_back();
    return true;
  }
  if (stroke.key == Key::Space) return false;
  stroke_ = stroke;
  return true;
}

void Keyboard::move_focus(const KeyStroke& stroke, const Targets& shown) {
  int top = 0;
  for (const Target& t : shown.taps) top = std::max(top, t.takes_focus ? t.layer : 0);
  std::vector<const Target*> stops;
  for (const Target& t : shown.taps) {
    if (t.layer == top && t.takes_focus && t.enabled && t.tap_on != TapOn::Never) stops.push_back(&t);
  }
  ring_visible_ = true;
  if (stops.empty()) return;
  const auto here = std::ranges::find(stops, focus_, [](const Target* t) { return t->id; });
  if (here == stops.end()) {
    focus_ = stops.front()->id;
    return;
  }
  if (stroke.key == Key::Tab) {
    const auto count = static_cast<std::ptrdiff_t>(stops.size());
    const std::ptrdiff_t step = stroke.shift ? count - 1 : 1;
    focus_ = stops[static_cast<std::size_t>((here - stops.begin() + step) % count)]->id;
    return;
  }
  // The nearest in that direction, straight ahead before aside.
  const Rect from = (*here)->area;
  const int direction = direction_of(stroke.key);
  const Target* best = nullptr;
  float best_cost = 0;
  for (const Target* t : stops) {
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
  if (best) focus_ = best->id;
}

std::optional<double> Keyboard::deadline_s() const {
  if (burst_.size() < kShortestScan) return std::nullopt;
  return burst_last_s_ + kScanSilence_s;
}

}  // namespace lapak
