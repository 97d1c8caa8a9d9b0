// window: a frame.
#include "app/window/stage.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>

#include "app/touch/imgui_compat.h"

namespace lapak {

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
  const ControlId editing = memory_.editing ? memory_.editing->id : ControlId();
  keyboard_.begin_frame(frame.now_s, targets_, editing);
  touch_.begin_frame(frame.now_s, targets_);

  const auto takes_text = [&](ControlId id) {
    const auto found = std::ranges::find(targets_.taps, id, &Target::id);
    return found != targets_.taps.end() && found->takes_text && found->enabled;
  };
  const auto& stroke = keyboard_.stroke();
  if (stroke && stroke->key == Key::Tab) {
    if (keyboard_.focus() != editing) memory_.editing.reset();
    if (takes_text(keyboard_.focus())) memory_.wants_editing = keyboard_.focus();
  }
  // ImGui sees the pointer only as a click into a text field: press in this frame, release in the next.
  const bool was_down = std::exchange(pointer_was_down_, false);
  if (touch_.tapped_any() && touch_.tapped_id() != editing) memory_.editing.reset();
  if (touch_.tapped_any() && takes_text(touch_.tapped_id())) {
    pointer_px_ = {touch_.tap_point().x * frame.scale, touch_.tap_point().y * frame.scale};
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

void Stage::draw(const Frame& frame, const std::function<void(Ui&)>& content) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {std::max(1.0f, frame.width * frame.scale), std::max(1.0f, frame.height * frame.scale)};
  io.DeltaTime = std::max(1e-5f, static_cast<float>(frame.now_s - last_s_));
  last_s_ = frame.now_s;
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
    animating_ = ui.animating();
    wake_s_ = ui.wake_time();
  }
  ImGui::End();
  ImGui::Render();
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
