// parts: the frame's context: registering controls, focus, animation.
#include "app/parts/ui.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace lapak {
namespace {

constexpr double kLongestStep_s = 0.033;  // after idling, an animation must not jump
constexpr int kAboveAll = 1000;
constexpr float kAboveKeyboard = 24;  // between the field that is typed into and the keyboard

float seconds(float ms) {
  return ms / 1000;
}

}  // namespace

Ui::Ui(const Frame& frame, Paint& paint, Touch& touch, Keyboard& keyboard, UiMemory& memory, Registry& registry,
       Targets& targets)
    : frame_(frame),
      paint_(&paint),
      touch_(touch),
      keyboard_(keyboard),
      memory_(memory),
      registry_(registry),
      targets_(targets) {
  for (const Target& target : targets_.taps) {
    if (target.takes_focus) top_layer_ = std::max(top_layer_, target.layer);
  }
  registry_.clear();
  targets_.clear();
  if (memory_.editing) memory_.editing->seen = false;
  memory_.screen_keyboard.foot = 0;
}

Ui::~Ui() {
  if (memory_.editing && !memory_.editing->seen && !memory_.editing->fresh) memory_.editing.reset();
  std::erase_if(memory_.eased, [&](const auto& entry) { return entry.second.seen_s < frame_.now_s - 2; });
  std::erase_if(memory_.marks, [&](const auto& entry) { return entry.second < frame_.now_s - 2; });
  memory_.last_frame_s = frame_.now_s;
}

SizeClass Ui::size() const {
  if (frame_.width < 1180) return SizeClass::Compact;
  return frame_.width < 1600 ? SizeClass::Regular : SizeClass::Wide;
}

Rect Ui::mirrored(Rect panel) const {
  if (frame_.hand == Hand::Right) return panel;
  return {frame_.width - panel.right(), panel.y, panel.w, panel.h};
}

std::string_view Ui::typed() const {
  return memory_.editing ? std::string_view() : std::string_view(keyboard_.typed());
}

std::string_view Ui::typed_for_sure() const {
  return memory_.editing ? std::string_view() : std::string_view(keyboard_.typed_for_sure());
}

bool Ui::shortcut(KeyStroke stroke) {
  if (stroke_taken_ || stroke.key == Key::None || layer_ < top_layer_) return false;
  if (keyboard_.stroke() != stroke) return false;
  stroke_taken_ = true;
  return true;
}

ControlState Ui::control(const ControlSpec& spec) {
  ControlState state;
  state.id = ControlId(spec.name);
  const Rect seen = spec.rect.intersected(clip());
  const ControlId scroller = scrollers_.empty() ? ControlId() : scrollers_.back();

  registry_.add({.name = std::string(spec.name),
                 .label = std::string(spec.label),
                 .kind = spec.kind,
                 .rect = spec.rect,
                 .visible = seen,
                 .enabled = spec.enabled,
                 .selected = spec.selected,
                 .label_cut = spec.label_cut,
                 .may_be_cut = spec.may_be_cut,
                 .taps = true,
                 .layer = layer_,
                 .scroller = scroller});
  // What is out of sight in a list cannot be touched, but Tab comes by and brings it into sight.
  if (!seen.empty() || scroller) {
    targets_.taps.push_back({.id = state.id,
                             .area = seen.empty() ? Rect{} : seen,
                             .scroller = scroller,
                             .tap_on = spec.tap_on,
                             .enabled = spec.enabled,
                             .has_long_press = spec.has_long_press,
                             .repeats = spec.repeats,
                             .guarded = spec.guarded,
                             .takes_text = spec.kind == ControlKind::Field,
                             .has_lines = spec.has_lines,
                             .takes_focus = !spec.types && spec.kind != ControlKind::Scrim,
                             .types = spec.types,
                             .layer = layer_});
  }
  // Enter is the main button of every sheet, Ctrl+Enter also while something is typed there.
  const bool ends_sheet = spec.kind == ControlKind::MainButton && layer_ > 0;
  const bool is_ended = ends_sheet && (shortcut({.key = Key::Enter, .ctrl = true}) || shortcut({Key::F10}) ||
                                       (!memory_.editing && shortcut({Key::Enter})));
  const bool tapped = touch_.tapped(state.id) || (keyboard_.activated(state.id) && layer_ >= top_layer_) ||
                      shortcut(spec.shortcut) || is_ended;
  state.tapped = tapped && spec.enabled;
  state.tapped_disabled = tapped && !spec.enabled;
  const bool looked_into = keyboard_.looked_into(state.id) && layer_ >= top_layer_;
  state.long_pressed = (touch_.long_pressed(state.id) || looked_into) && spec.enabled;
  state.held = touch_.held(state.id) && spec.enabled;
  state.focused = keyboard_.ring_visible() && keyboard_.focus() == state.id;
  // Shown on the frame of the touch itself, however short it was.
  const bool pressed = state.held || touch_.tapped(state.id);
  state.press = ease(state.id, pressed && spec.enabled ? 1.0f : 0.0f, kPressMotion, 0.0f);
  if (pressed && spec.enabled) state.press = std::max(state.press, 0.6f);
  state.hover = touch_.hovered(state.id) && spec.enabled ? 1.0f : 0.0f;
  return state;
}

void Ui::note_text(std::string_view name, Rect rect, std::string_view label, bool cut, bool may_be_cut) {
  registry_.add({.name = std::string(name),
                 .label = std::string(label),
                 .kind = ControlKind::Text,
                 .rect = rect,
                 .visible = rect.intersected(clip()),
                 .label_cut = cut,
                 .may_be_cut = may_be_cut,
                 .layer = layer_,
                 .scroller = scrollers_.empty() ? ControlId() : scrollers_.back()});
}

void Ui::ground(std::string_view name, Rect rect, ControlKind kind) {
  const Rect seen = rect.intersected(clip());
  registry_.add({.name = std::string(name),
                 .label = {},
                 .kind = kind,
                 .rect = rect,
                 .visible = seen,
                 .layer = layer_,
                 .scroller = {}});
  targets_.taps.push_back({.id = ControlId(name),
                           .area = seen,
                           .scroller = {},
                           .tap_on = TapOn::Never,
                           .takes_focus = false,
                           .layer = layer_});
}

void Ui::push_clip(Rect rect) {
  clips_.push_back(rect.intersected(clip()));
  paint_->push_clip(clips_.back());
}

void Ui::pop_clip() {
  clips_.pop_back();
  paint_->pop_clip();
}

double Ui::begin_scroller(std::string_view name, Rect area, Axis axis, double content_length) {
  const auto& on_screen = memory_.screen_keyboard;
  if (on_screen.open && axis == Axis::Vertical) {  // its end can be drawn up from under the keyboard
    content_length += std::max(0.0f, area.bottom() - (height() - on_screen.height - on_screen.foot));
  }
  const ControlId id(name);
  const ControlId parent = scrollers_.empty() ? ControlId() : scrollers_.back();
  const Rect seen = area.intersected(clip());
  targets_.scrollers.push_back(
      {.id = id, .area = seen, .parent = parent, .axis = axis, .content_length = content_length, .layer = layer_});
  registry_.add({.name = std::string(name),
                 .label = {},
                 .kind = ControlKind::List,
                 .rect = area,
                 .visible = seen,
                 .layer = layer_,
                 .scroller = parent});
  scrollers_.push_back(id);
  push_clip(area);
  const double view = axis == Axis::Vertical ? area.h : area.w;
  const double limit = std::max(0.0, content_length - view);
  const double offset = touch_.offset(id);
  return touch_.moving(id) ? offset : std::min(offset, limit);
}

void Ui::end_scroller() {
  pop_clip();
  scrollers_.pop_back();
}

float Ui::ease(std::string_view name, float target, const Motion& motion, std::optional<float> born) {
  return ease(ControlId(name), target, motion, born);
}

float Ui::ease(ControlId id, float target, const Motion& motion, std::optional<float> born) {
  const auto [entry, is_new] = memory_.eased.try_emplace(id);
  UiMemory::Eased& eased_value = entry->second;
  // When the last frame is long past, the motion begins now, not then.
  const double begun_s = std::max(memory_.last_frame_s, frame_.now_s - kLongestStep_s);
  if (is_new) {
    const float start = born.value_or(target);
    eased_value = {.value = start, .from = start, .to = start, .since_s = begun_s, .seen_s = 0};
  }
  if (target != eased_value.to) {
    eased_value.from = eased_value.value;
    eased_value.to = target;
    eased_value.since_s = frame_.now_s;
  }
  eased_value.seen_s = frame_.now_s;
  const bool rising = eased_value.to > eased_value.from;
  const float length_s = seconds(reduced_motion() ? kReducedFade_ms : rising ? motion.in_ms : motion.out_ms);
  const float t = length_s <= 0 ? 1.0f : static_cast<float>(frame_.now_s - eased_value.since_s) / length_s;
  if (t >= 1 || eased_value.from == eased_value.to) {
    eased_value.value = eased_value.from = eased_value.to;
  } else {
    const float part = eased(rising ? motion.in : motion.out, t);
    eased_value.value = eased_value.from + (eased_value.to - eased_value.from) * part;
    keep_drawing();
  }
  return eased_value.value;
}

float Ui::swipe(std::string_view name, std::string_view twin) {
  const ControlId id(name);
  const ControlId travelled(fmt::format("{}#swipe", name));
  targets_.swipes.push_back(id);
  registry_.add(SwipeTwin{std::string(name), std::string(twin)});
  const float travel = touch_.swipe(id);
  if (travel != 0) {
    memory_.eased[travelled] = {.value = travel, .from = travel, .to = travel, .since_s = now_s(), .seen_s = now_s()};
    return travel;
  }
  return memory_.eased.contains(travelled) && !touch_.swiped_left(id) ? ease(travelled, 0, kSwipeBackMotion) : 0;
}

void Ui::flash(std::string_view name) {
  memory_.marks[ControlId(name)] = frame_.now_s;
}

float Ui::flashing(std::string_view name, float ms) {
  const auto found = memory_.marks.find(ControlId(name));
  if (found == memory_.marks.end()) return 0;
  const float t = static_cast<float>(frame_.now_s - found->second) / seconds(ms);
  if (t >= 1) return 0;
  keep_drawing();
  return 1 - t;
}

void Ui::wake_at(double time_s) {
  wake_s_ = std::min(wake_s_.value_or(time_s), time_s);
}

void Ui::focus_field(std::string_view name) {
  memory_.wants_editing = ControlId(name);
}
void Ui::leave_field() {
  memory_.editing.reset();
}

void Ui::rise_above(Paint& paint) {
  paint_ = &paint;
  layer_ = kAboveAll;
}

ControlId Ui::next_field() const {
  const auto is_field = [](const Target& t) { return t.takes_text && t.enabled; };
  const auto& taps = targets_.taps;
  const auto here = std::ranges::find(taps, memory_.editing ? memory_.editing->id : ControlId(), &Target::id);
  if (here == taps.end()) return {};
  const auto next =
      std::find_if(here + 1, taps.end(), [&](const Target& t) { return is_field(t) && t.layer == here->layer; });
  return next == taps.end() ? ControlId() : next->id;
}

void Ui::keep_above_keyboard(Rect rect) {
  auto& on_screen = memory_.screen_keyboard;
  if (!on_screen.open || !memory_.editing) return;
  const float free = height() - on_screen.height - on_screen.foot - kAboveKeyboard;
  const auto list = std::find_if(targets_.scrollers.rbegin(), targets_.scrollers.rend(), [&](const Scroller& s) {
    return s.axis == Axis::Vertical && std::ranges::find(scrollers_, s.id) != scrollers_.end();
  });
  if (list == targets_.scrollers.rend()) {
    on_screen.lift_wanted = std::clamp(rect.bottom() - free, 0.0f, std::max(0.0f, rect.y - kAboveKeyboard));
    return;
  }
  on_screen.lift_wanted = std::max(0.0f, list->area.y + rect.h - free);
  if (on_screen.revealed == memory_.editing->id) return;
  on_screen.revealed = memory_.editing->id;
  const float hidden = rect.bottom() - on_screen.lift_wanted - free;
  if (hidden <= 0) return;
  touch_.scroll_to(list->id, touch_.offset(list->id) + hidden);
  keep_drawing();
}

bool Ui::editing(std::string_view name) const {
  return memory_.editing && memory_.editing->id == ControlId(name);
}

Rect Ui::clear_of_buttons(Rect wanted, Rect page) const {
  constexpr float kHighest = 0.3f;  // of the window: further up it would be overlooked
  const auto& on_screen = memory_.screen_keyboard;
  const float end = height() - (on_screen.open ? on_screen.height - on_screen.lift : 0) - kGap;
  int top = 0;
  for (const Target& target : targets_.taps) top = std::max(top, target.layer);
  std::vector<Rect> buttons;
  for (const Target& target : targets_.taps) {
    const bool is_button = target.takes_focus && target.tap_on != TapOn::Never;
    if (is_button && target.layer == top && !target.scroller) buttons.push_back(target.area);
  }
  const auto is_free = [&](Rect place) {
    return std::ranges::all_of(buttons, [&](const Rect& b) { return b.intersected(place.inset(-kGap + 1)).empty(); });
  };
  if (wanted.bottom() <= end && is_free(wanted)) return wanted;
  for (const float x : {wanted.x, page.x, page.right() - wanted.w}) {
    // What was wanted at the top and is taken there begins at the bottom.
    const float lowest = end - wanted.h;
    Rect place{x, wanted.y < height() * kHighest ? lowest : std::min(wanted.y, lowest), wanted.w, wanted.h};
    while (place.y >= height() * kHighest) {
      const auto under =
          std::ranges::find_if(buttons, [&](const Rect& b) { return !b.intersected(place.inset(-kGap + 1)).empty(); });
      if (under == buttons.end()) return place;
      place.y = std::min(under->y - kGap - place.h, place.y - 1);
    }
  }
  return wanted;
}

void Ui::draw_focus_ring(Rect rect, float radius, Color gap, Color ring) {
  registry_.note_ring(rect);
  constexpr float kGap_px = 2;
  constexpr float kRing_px = 3;
  paint_->outline(rect.inset(-kGap_px), gap, kGap_px, radius + kGap_px);
  paint_->outline(rect.inset(-kGap_px - kRing_px), ring, kRing_px, radius + kGap_px + kRing_px);
}

void Ui::draw_hold_ring(ControlId id, Point centre, float radius, Color color) {
  constexpr float kWidth = 5;
  if (const float part = touch_.long_press_progress(id); part > 0) paint_->ring(centre, radius, part, color, kWidth);
}

}  // namespace lapak
