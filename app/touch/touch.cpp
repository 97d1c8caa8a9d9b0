// touch: from pointer events to taps, holds, drags and flings.
#include "app/touch/touch.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace lapak {
namespace {

constexpr float kSwipeDistance = 80;
constexpr double kSwipeSpeed = 600;
constexpr double kTrail_s = 0.1;
constexpr double kStopped_s = 0.06;  // a finger that lay still so long before it left did not fling

const Target* by_id(const Targets& shown, ControlId id) {
  const auto found = std::ranges::find(shown.taps, id, &Target::id);
  return found == shown.taps.end() ? nullptr : &*found;
}

const Scroller* scroller_by_id(const Targets& shown, ControlId id) {
  const auto found = std::ranges::find(shown.scrollers, id, &Scroller::id);
  return found == shown.scrollers.end() ? nullptr : &*found;
}

// The control under a point: the last drawn; where that is only a ground, one that ends within reach.
const Target* target_at(const Targets& shown, Point at) {
  const auto last =
      std::find_if(shown.taps.rbegin(), shown.taps.rend(), [&](const Target& t) { return t.area.contains(at); });
  const bool is_ground = last == shown.taps.rend() || last->tap_on == TapOn::Never;
  if (!is_ground) return &*last;
  const int layer = last == shown.taps.rend() ? 0 : last->layer;
  const auto near = std::find_if(shown.taps.rbegin(), shown.taps.rend(), [&](const Target& t) {
    return t.tap_on != TapOn::Never && t.layer >= layer && !t.area.empty() && t.area.inset(-Touch::kReach).contains(at);
  });
  if (near != shown.taps.rend()) return &*near;
  return last == shown.taps.rend() ? nullptr : &*last;
}

// The innermost scrolling area a touch at `at` may move.
ControlId scroller_at(const Targets& shown, const Target* target, Point at) {
  if (target && target->scroller) return target->scroller;
  const int layer = target ? target->layer : 0;
  const auto found = std::find_if(shown.scrollers.rbegin(), shown.scrollers.rend(),
                                  [&](const Scroller& s) { return s.layer >= layer && s.area.contains(at); });
  return found == shown.scrollers.rend() ? ControlId() : found->id;
}

double view_length(const Scroller& s) {
  return s.axis == Axis::Vertical ? s.area.h : s.area.w;
}
double along(Axis axis, Point p) {
  return axis == Axis::Vertical ? p.y : p.x;
}

// The first area outward that scrolls along this axis.
const Scroller* scroller_along(const Targets& shown, ControlId innermost, Axis axis) {
  for (const Scroller* s = scroller_by_id(shown, innermost); s; s = scroller_by_id(shown, s->parent)) {
    if (s->axis == axis && s->content_length > view_length(*s)) return s;
  }
  return nullptr;
}

double rubber(double offset, double limit) {
  const double beyond = offset < 0 ? offset : std::max(0.0, offset - limit);
  const double shown = std::clamp(beyond * Touch::kRubber, -Touch::kLargestOverscroll, Touch::kLargestOverscroll);
  return std::clamp(offset, 0.0, limit) + shown;
}

}  // namespace

void Touch::begin_frame(double now_s, const Targets& shown) {
  tapped_ = long_pressed_ = swiped_left_ = ControlId();
  bool acted = false;
  while (!queue_.empty() && !acted) {
    const Queued event = queue_.front();
    // A finger held until now long-presses before what comes later is looked at.
    const double time_s = std::visit([](const auto& e) { return e.time_s; }, event);
    if (hold(std::min(time_s, now_s), shown)) break;
    queue_.pop_front();
    if (const auto* pointer = std::get_if<PointerEvent>(&event)) {
      acted = on_pointer(*pointer, shown);
    } else {
      on_wheel(std::get<WheelEvent>(event), shown);
    }
  }
  if (!acted && queue_.empty()) hold(now_s, shown);
  glide(now_s, shown);

  held_ = ControlId();
  long_press_progress_ = 0;
  if (down_ && !down_->moved && (!down_->spent || down_->is_key)) held_ = down_->target;
  if (held_) {
    const Target* target = by_id(shown, held_);
    const double held_s = now_s - down_->time_s;
    if (target && target->has_long_press && held_s > kRingFrom_s) {
      long_press_progress_ =
          static_cast<float>(std::clamp((held_s - kRingFrom_s) / (kLongPress_s - kRingFrom_s), 0.0, 1.0));
    }
  }
  hovered_ = ControlId();
  if (is_mouse_ && mouse_inside_ && !down_) {
    const Target* under = target_at(shown, mouse_);
    if (under && under->tap_on != TapOn::Never) hovered_ = under->id;
  }
}

bool Touch::on_pointer(const PointerEvent& event, const Targets& shown) {
  switch (event.kind) {
    case PointerEvent::Kind::Down:
      on_down(event, shown);
      break;
    case PointerEvent::Kind::Move:
      on_move(event, shown);
      break;
    case PointerEvent::Kind::Up:
      on_up(event, shown);
      break;
    case PointerEvent::Kind::Cancel:
      cancel();
      break;
    case PointerEvent::Kind::Leave:
      mouse_inside_ = false;
      break;
  }
  return tapped_any() || swiped_left_;
}

void Touch::on_down(const PointerEvent& event, const Targets& shown) {
  const Target* target = target_at(shown, event.at);
  const bool rolls_on = down_ && down_->is_key && target && target->tap_on == TapOn::Press;
  if (down_ && !rolls_on) {  // a second finger cancels the press of the first; on keys, fingers roll
    cancel();
    return;
  }
  // Where it stood, a mouse may press again; a finger comes from elsewhere, with a move or two.
  const bool moved_a_little = moves_without_button_ == 1 || moves_without_button_ == 2;
  is_mouse_ = moves_without_button_ >= 4 || (is_mouse_ && !moved_a_little && event.at == mouse_);
  moves_without_button_ = 0;
  mouse_ = event.at;
  if (event.time_s < rest_until_s_) {
    down_.emplace(Down{.at = event.at, .last = event.at, .time_s = event.time_s});
    down_->trail.push_back({event.time_s, event.at});
    cancel();
    return;
  }

  Down down;
  down.at = down.last = event.at;
  down.time_s = event.time_s;
  down.target = target ? target->id : ControlId();
  down.trail.push_back({event.time_s, event.at});
  const ControlId innermost = scroller_at(shown, target, event.at);
  for (const Scroller* s = scroller_by_id(shown, innermost); s; s = scroller_by_id(shown, s->parent)) {
    Glide& glide = glides_[s->id];
    const bool springs_back = glide.offset < 0 || glide.offset > glide.limit;
    if (std::abs(glide.velocity) > kStopSpeed || std::abs(glide.wheel_left) > 1 || springs_back) down.spent = true;
    glide.velocity = glide.wheel_left = 0;
  }
  down_ = down;
  if (!down_->spent && target && target->tap_on == TapOn::Press) {
    tap(*target, event.at, event.time_s);
    down_->spent = down_->is_key = true;
    down_->repeat_at_s = event.time_s + kLongPress_s;
  }
}

void Touch::on_move(const PointerEvent& event, const Targets& shown) {
  mouse_inside_ = true;
  if (!down_) {
    if (event.at != mouse_ && ++moves_without_button_ >= 4) is_mouse_ = true;
    mouse_ = event.at;
    return;
  }
  mouse_ = event.at;
  Down& down = *down_;
  const float dx = event.at.x - down.at.x;
  const float dy = event.at.y - down.at.y;
  down.trail.push_back({event.time_s, event.at});
  while (down.trail.size() > 2 && down.trail.front().time_s < event.time_s - kTrail_s) down.trail.pop_front();

  const Target* target = by_id(shown, down.target);
  // What was lifted by a long press goes with the finger; what it lay on stays.
  if (!down.moved && !down.cancelled && !down.was_long && std::hypot(dx, dy) > kSlop) {
    down.moved = true;
    const bool is_key = target && target->tap_on == TapOn::Press;
    const ControlId innermost = is_key ? ControlId() : scroller_at(shown, target, down.at);
    // Clearly along one axis first; a slanted drag takes whatever scrolls.
    const bool mostly_down = std::abs(dy) > kAxisLock * std::abs(dx);
    const bool mostly_across = std::abs(dx) > kAxisLock * std::abs(dy);
    const Scroller* vertical = scroller_along(shown, innermost, Axis::Vertical);
    const Scroller* horizontal = scroller_along(shown, innermost, Axis::Horizontal);
    const Scroller* scroller = mostly_across ? horizontal : mostly_down ? vertical : vertical ? vertical : horizontal;
    if (scroller) {
      down.scroller = scroller->id;
      Glide& glide = glides_[scroller->id];
      glide.grab_offset = glide.offset + along(scroller->axis, down.at);
      glide.dragged = true;
    } else if (mostly_across && target && std::ranges::find(shown.swipes, target->id) != shown.swipes.end()) {
      swipe_target_ = target->id;
    }
  }
  if (const Scroller* scroller = scroller_by_id(shown, down.scroller)) {
    Glide& glide = glides_[scroller->id];
    glide.offset = glide.grab_offset - along(scroller->axis, event.at);
  }
  swipe_ = swipe_target_ ? std::min(0.0f, dx) : 0;
  down.last = event.at;
}

void Touch::on_up(const PointerEvent& event, const Targets& shown) {
  if (!down_) return;
  if (event.at != down_->last) on_move(event, shown);
  const Down down = *std::exchange(down_, std::nullopt);
  const double passed_s = down.trail.back().time_s - down.trail.front().time_s;
  const bool left_moving = event.time_s - down.trail.back().time_s < kStopped_s;
  if (const Scroller* scroller = scroller_by_id(shown, down.scroller)) {
    Glide& glide = glides_[scroller->id];
    glide.dragged = false;
    const double travelled = along(scroller->axis, down.trail.front().at) - along(scroller->axis, event.at);
    const double speed = passed_s > 0.001 && left_moving ? travelled / passed_s : 0;
    glide.velocity = std::abs(speed) < 4 * kStopSpeed ? 0 : std::clamp(speed, -kLargestSpeed, kLargestSpeed);
    glide.updated_s = event.time_s;
  } else if (swipe_target_) {
    const double speed = passed_s > 0.001 ? (down.trail.front().at.x - event.at.x) / passed_s : 0;
    if (swipe_ < -kSwipeDistance || (speed > kSwipeSpeed && swipe_ < -kSlop)) swiped_left_ = swipe_target_;
  } else if (!down.spent && !down.moved) {
    const Target* target = by_id(shown, down.target);
    if (target && target->tap_on == TapOn::Release && target->area.inset(-kReach).contains(event.at)) {
      tap(*target, event.at, event.time_s);
    }
  }
  swipe_target_ = ControlId();
  swipe_ = 0;
}

void Touch::on_wheel(const WheelEvent& event, const Targets& shown) {
  is_mouse_ = true;
  mouse_ = event.at;
  mouse_inside_ = true;
  const ControlId innermost = scroller_at(shown, target_at(shown, event.at), event.at);
  const Scroller* scroller = scroller_along(shown, innermost, Axis::Vertical);
  double notches = event.notches_y;
  if (!scroller || std::abs(event.notches_x) > std::abs(event.notches_y)) {
    const Scroller* across = scroller_along(shown, innermost, Axis::Horizontal);
    if (across) scroller = across;
    if (across && event.notches_x != 0) notches = event.notches_x;
  }
  if (!scroller) return;
  Glide& glide = glides_[scroller->id];
  glide.velocity = 0;
  glide.wheel_left -= notches * kWheelNotch;
}

// A finger that stays: long press, or the repetition of a key. True when something fired.
bool Touch::hold(double now_s, const Targets& shown) {
  if (!down_ || down_->moved) return false;
  const Target* target = by_id(shown, down_->target);
  if (!target || !target->enabled) return false;
  const bool may_be_long = target->has_long_press && !down_->was_long && (!down_->spent || down_->is_key);
  if (may_be_long && now_s - down_->time_s >= kLongPress_s) {
    down_->spent = down_->was_long = true;
    long_pressed_ = target->id;
    return true;
  }
  if (down_->spent && target->repeats && target->tap_on == TapOn::Press && now_s >= down_->repeat_at_s) {
    down_->repeat_at_s = std::max(down_->repeat_at_s, now_s - kRepeatEvery_s) + kRepeatEvery_s;
    tap(*target, down_->at, now_s);
    return true;
  }
  return false;
}

void Touch::glide(double now_s, const Targets& shown) {
  for (auto& [id, glide] : glides_) {
    const Scroller* scroller = scroller_by_id(shown, id);
    glide.is_on_screen = scroller != nullptr;
    if (!scroller) {  // its place is kept, its motion ends
      glide.velocity = glide.wheel_left = 0;
      continue;
    }
    glide.view = view_length(*scroller);
    glide.limit = std::max(0.0, scroller->content_length - glide.view);
    const double dt = std::clamp(now_s - glide.updated_s, 0.0, 1.0 / 30);
    glide.updated_s = now_s;
    if (glide.dragged) continue;
    if (glide.velocity != 0) {
      // Exact for any frame length: the integral of v·e^(−t/τ).
      const double decay = std::exp(-dt / kInertia_s);
      glide.offset += glide.velocity * kInertia_s * (1 - decay);
      glide.velocity *= decay;
      if (std::abs(glide.velocity) < kStopSpeed) glide.velocity = 0;
    }
    if (glide.wheel_left != 0) {
      double step = glide.wheel_left * std::min(1.0, dt / kWheel_s * 2.5);
      if (std::abs(glide.wheel_left - step) < 0.5) step = glide.wheel_left;
      glide.offset = std::clamp(glide.offset + step, 0.0, glide.limit);
      glide.wheel_left -= step;
    }
    const double inside = std::clamp(glide.offset, 0.0, glide.limit);
    if (inside != glide.offset) {  // beyond an end: brake hard, come back
      glide.velocity = 0;
      const double beyond = (glide.offset - inside) * std::exp(-dt / (kRubberBack_s / 4));
      glide.offset = std::abs(beyond) < 0.5 ? inside : inside + beyond;
    }
  }
}

void Touch::tap(const Target& target, Point at, double time_s) {
  if (target.guarded) {
    const bool too_soon = guarded_ == target.id && time_s - guarded_at_s_ < kRepeatGuard_s;
    if (too_soon) return;
    guarded_ = target.id;
    guarded_at_s_ = time_s;
  }
  tapped_ = target.id;
  tap_point_ = at;
}

void Touch::cancel() {
  if (down_ && down_->scroller) glides_[down_->scroller].dragged = false;
  if (down_) {
    down_->target = down_->scroller = ControlId();
    down_->spent = down_->cancelled = true;
    down_->is_key = false;
  }
  swipe_target_ = ControlId();
  swipe_ = 0;
}

double Touch::offset(ControlId scroller) const {
  const auto found = glides_.find(scroller);
  return found == glides_.end() ? 0 : rubber(found->second.offset, found->second.limit);
}

bool Touch::moving(ControlId scroller) const {
  const auto found = glides_.find(scroller);
  if (found == glides_.end()) return false;
  const Glide& g = found->second;
  return g.dragged || g.velocity != 0 || g.wheel_left != 0 || (g.is_on_screen && (g.offset < 0 || g.offset > g.limit));
}

void Touch::scroll_to(ControlId scroller, double offset) {
  Glide& glide = glides_[scroller];
  glide.offset = std::max(0.0, offset);
  glide.velocity = glide.wheel_left = 0;
}

bool Touch::busy() const {
  if (down_ || pending()) return true;
  return std::ranges::any_of(glides_, [this](const auto& entry) { return moving(entry.first); });
}

}  // namespace lapak
