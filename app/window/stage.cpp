// window: a frame.
#include "app/window/stage.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "app/parts/screen_keyboard.h"
#include "app/touch/imgui_compat.h"

namespace lapak {
namespace {

constexpr double kBlinksFor_s = 10;

// As ImGui draws it: 0.8 s there, 0.4 s away, from 0 on.
double until_caret_turns_s() {
  constexpr double kShown_s = 0.8;
  constexpr double kRound_s = 1.2;
  constexpr double kBeyond_s = 0.01;
  const double since_s = ImGui::GetCurrentContext()->InputTextState.CursorAnim;
  const double phase_s = since_s < 0 ? since_s : std::fmod(since_s, kRound_s);
  return (phase_s < kShown_s ? kShown_s : kRound_s) - phase_s + kBeyond_s;
}

}  // namespace

Stage::Stage() : context_(ImGui::CreateContext()) {
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
  io.ConfigInputTextCursorBlink = false;  // nothing is drawn while nothing happens
  io.Fonts->Flags |= ImFontAtlasFlags_NoMouseCursors;
  ImGuiStyle& style = ImGui::GetStyle();
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.WindowRounding = 0;
  style.ScrollbarSize = 0;
  style.CircleTessellationMaxError = 0.2f;
  teach_keys();
}

Stage::~Stage() {
  ImGui::DestroyContext(context_);
}

void Stage::feed(const InputEvent& event) {
  memory_.last_input_s = std::max(memory_.last_input_s, time_of(event));
  const bool is_key = std::holds_alternative<KeyEvent>(event) || std::holds_alternative<CharEvent>(event);
  if (is_key) {  // who has a real keyboard needs none on the screen
    last_input_ = LastInput::Keys;
    if (keyboard_taste_ != KeyboardTaste::Always) memory_.screen_keyboard.open = false;
  }
  if (const auto* pointer = std::get_if<PointerEvent>(&event)) {
    if (pointer->kind == PointerEvent::Kind::Down) keyboard_.hide_ring();
    touch_.feed(*pointer);
  } else if (const auto* wheel = std::get_if<WheelEvent>(&event)) {
    touch_.feed(*wheel);
  } else if (const auto* key = std::get_if<KeyEvent>(&event)) {
    keyboard_.feed(*key);
  } else {
    keyboard_.feed(std::get<CharEvent>(event));
  }
}

bool Stage::prepare(const Frame& frame) {
  const Emphasis emphasis = frame.theme == ThemeName::Terik ? Emphasis::Sun : Emphasis::Normal;
  if (fonts_.scale() == frame.scale && fonts_.emphasis() == emphasis) return false;
  fonts_.bake(frame.scale, emphasis);
  if (ImGui::GetIO().BackendRendererName == nullptr) ImGui::GetIO().Fonts->SetTexID(ImTextureID(1));
  return true;
}

void Stage::give_input(const Frame& frame) {
  keyboard_taste_ = frame.keyboard;
  const ControlId editing = memory_.editing ? memory_.editing->id : ControlId();
  keyboard_.begin_frame(frame.now_s, targets_, editing);
  touch_.begin_frame(frame.now_s, targets_);
  const bool is_touched = touch_.finger_down() || touch_.tapped_any();
  if (is_touched) last_input_ = touch_.last_was_mouse() ? LastInput::Mouse : LastInput::Finger;

  const auto find = [&](ControlId id) {
    const auto found = std::ranges::find(targets_.taps, id, &Target::id);
    return found == targets_.taps.end() ? nullptr : &*found;
  };
  const auto takes_text = [&](ControlId id) {
    const Target* target = find(id);
    return target && target->takes_text && target->enabled;
  };
  const auto types = [&](ControlId id) {
    const Target* target = find(id);
    return target && target->types;
  };
  const auto& stroke = keyboard_.stroke();
  if (keyboard_.moved_to()) {
    if (keyboard_.moved_to() != editing) memory_.editing.reset();
    reveal(keyboard_.moved_to());
  }
  if (stroke && stroke->key == Key::Tab) {
    if (takes_text(keyboard_.focus())) memory_.wants_editing = keyboard_.focus();
  }
  // ImGui sees the pointer only as a click into a text field: press in this frame, release in the next.
  const bool was_down = std::exchange(pointer_was_down_, false);
  const ControlId tapped = touch_.tapped_id();
  if (tapped && tapped != editing && !types(tapped)) memory_.editing.reset();
  if (tapped && tapped == editing) memory_.screen_keyboard.open = opens_screen_keyboard();
  if (tapped && takes_text(tapped)) {
    pointer_px_ = {touch_.tap_point().x * frame.scale, touch_.tap_point().y * frame.scale + lift_px_};
    pointer_was_down_ = true;
    give_pointer(&pointer_px_, true);
  } else {
    give_pointer(was_down ? &pointer_px_ : nullptr, false);
  }
  const bool to_field = editing && memory_.editing && stroke && stroke->key != Key::Tab && stroke->key != Key::Escape;
  give_key(to_field ? &*stroke : nullptr);
  if (memory_.editing) {
    ImGui::GetIO().AddInputCharactersUTF8(memory_.editing->stand_ins.editable(keyboard_.typed()).c_str());
  }
}

// Scrolls so that the control is seen, and a little of what comes after it, where the keyboard may go next.
void Stage::reveal(ControlId id) {
  constexpr float kNext = 24;
  const auto& controls = registry_.controls();
  const auto control =
      std::ranges::find_if(controls, [&](const Control& c) { return c.taps && ControlId(c.name) == id; });
  if (control == controls.end() || !control->scroller) return;
  const auto scroller = std::ranges::find(targets_.scrollers, control->scroller, &Scroller::id);
  if (scroller == targets_.scrollers.end()) return;
  const bool is_upright = scroller->axis == Axis::Vertical;
  const Rect& area = scroller->area;
  const float before = is_upright ? area.y - control->rect.y : area.x - control->rect.x;
  const float beyond = is_upright ? control->rect.bottom() - area.bottom() : control->rect.right() - area.right();
  const double limit = std::max(0.0, scroller->content_length - (is_upright ? area.h : area.w));
  const double offset = touch_.offset(scroller->id);
  if (before + kNext > 0) touch_.scroll_to(scroller->id, offset - before - kNext);
  if (beyond + kNext > 0) touch_.scroll_to(scroller->id, std::min(limit, offset + beyond + kNext));
}

bool Stage::opens_screen_keyboard() const {
  return keyboard_taste_ == KeyboardTaste::Always ||
         (keyboard_taste_ == KeyboardTaste::ForFingers && last_input_ == LastInput::Finger);
}

void Stage::open_keyboard_for_new_field() {
  auto& on_screen = memory_.screen_keyboard;
  const ControlId field = memory_.editing ? memory_.editing->id : ControlId();
  if (field == on_screen.field) return;
  using OnScreen = UiMemory::ScreenKeyboard;
  on_screen.field = field;
  on_screen.open = field && opens_screen_keyboard();
  on_screen.revealed = ControlId();
  on_screen.lift_wanted = 0;
  on_screen.accents.clear();
  on_screen.shift = OnScreen::Shift::Off;
  on_screen.page = OnScreen::Page::Letters;
  if (!field) return;
  const UiMemory::Editing& editing = *memory_.editing;
  const bool is_prose = editing.kind == TextKind::Words || editing.kind == TextKind::Lines;
  if (is_prose && editing.text.empty()) on_screen.shift = OnScreen::Shift::Once;
  if (editing.kind == TextKind::Digits || editing.kind == TextKind::Phone) on_screen.page = OnScreen::Page::Digits;
}

// Everything but what is drawn above: shapes, clips, and where it can be touched.
void Stage::lift_content(float pixels) {
  ImDrawData& drawn = *ImGui::GetDrawData();
  for (int i = 0; i < drawn.CmdListsCount; ++i) {
    ImDrawList& list = *drawn.CmdLists[i];
    if (&list == ImGui::GetForegroundDrawList()) continue;
    for (ImDrawVert& vertex : list.VtxBuffer) vertex.pos.y -= pixels;
    for (ImDrawCmd& command : list.CmdBuffer) {
      command.ClipRect.y -= pixels;
      command.ClipRect.w -= pixels;
    }
  }
}

void Stage::draw(const Frame& frame, const std::function<void(Ui&)>& content) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {std::max(1.0f, frame.width * frame.scale), std::max(1.0f, frame.height * frame.scale)};
  io.DeltaTime = std::max(1e-5f, static_cast<float>(frame.now_s - last_s_));
  last_s_ = frame.now_s;
  // It blinks for who looks for it, and stands once nobody types.
  const bool blinks =
      frame.caret == Caret::Blinks && memory_.editing && frame.now_s < memory_.last_input_s + kBlinksFor_s;
  io.ConfigInputTextCursorBlink = blinks;
  give_input(frame);
  ImGui::NewFrame();
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(io.DisplaySize);
  constexpr ImGuiWindowFlags kHost = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
                                     ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground |
                                     ImGuiWindowFlags_NoScrollWithMouse;
  ImGui::Begin("##lapak", nullptr, kHost);
  const Theme& theme = theme_of(frame.theme);
  ground_ = theme.bg;
  {
    Paint paint(*ImGui::GetWindowDrawList(), fonts_, theme, frame.scale);
    Ui ui(frame, paint, touch_, keyboard_, memory_, registry_, targets_);
    content(ui);
    open_keyboard_for_new_field();
    auto& on_screen = memory_.screen_keyboard;
    const bool rises = on_screen.open && on_screen.lift_wanted > 0;
    const float lift = ui.ease("keyboard#lift", rises ? on_screen.lift_wanted : 0, kSheetMotion);
    if (std::exchange(on_screen.lift, lift) != lift) ui.keep_drawing();  // what stands on the keyboard follows
    lift_px_ = std::round(lift * frame.scale);
    targets_.move(-lift_px_ / frame.scale);
    registry_.move(-lift_px_ / frame.scale);
    Paint above(*ImGui::GetForegroundDrawList(), fonts_, theme, frame.scale);
    ui.rise_above(above);
    screen_keyboard(ui);
    for (const auto& stroke : std::exchange(on_screen.strokes, {})) {
      if (const auto* key = std::get_if<KeyStroke>(&stroke)) keyboard_.feed(KeyEvent{*key, frame.now_s});
      if (const auto* c = std::get_if<char32_t>(&stroke)) keyboard_.feed(CharEvent{*c, frame.now_s});
    }
    // What a tap or a key has changed may stand above what it was pressed on: drawn by the next frame.
    const bool was_used =
        touch_.tapped_any() || keyboard_.stroke() || !keyboard_.typed().empty() || !keyboard_.typed_for_sure().empty();
    animating_ = ui.animating() || was_used;
    wake_s_ = ui.wake_time();
    if (blinks) wake_s_ = std::min(wake_s_.value_or(frame.now_s + 1), frame.now_s + until_caret_turns_s());
  }
  ImGui::End();
  ImGui::Render();
  if (lift_px_ != 0) lift_content(lift_px_);
}

ImDrawData* Stage::draw_data() const {
  return ImGui::GetDrawData();
}

bool Stage::wants_frame() const {
  return animating_ || touch_.busy() || keyboard_.pending() || pointer_was_down_ ||
         static_cast<bool>(memory_.wants_editing);
}

std::optional<double> Stage::wake_time_s() const {
  const auto scan = keyboard_.deadline_s();
  if (!scan) return wake_s_;
  return std::min(*scan, wake_s_.value_or(*scan));
}

}  // namespace lapak
