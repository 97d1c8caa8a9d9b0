// touch: the two ways in which ImGui has taken its input.
#include "app/touch/imgui_compat.h"

#include <array>
#include <utility>

namespace lapak {
namespace {

constexpr std::array<std::pair<Key, ImGuiKey>, 22> kKeys{{
    {Key::Tab, ImGuiKey_Tab},
    {Key::Left, ImGuiKey_LeftArrow},
    {Key::Right, ImGuiKey_RightArrow},
    {Key::Up, ImGuiKey_UpArrow},
    {Key::Down, ImGuiKey_DownArrow},
    {Key::PageUp, ImGuiKey_PageUp},
    {Key::PageDown, ImGuiKey_PageDown},
    {Key::Home, ImGuiKey_Home},
    {Key::End, ImGuiKey_End},
    {Key::Insert, ImGuiKey_Insert},
    {Key::Delete, ImGuiKey_Delete},
    {Key::Backspace, ImGuiKey_Backspace},
    {Key::Space, ImGuiKey_Space},
    {Key::Enter, ImGuiKey_Enter},
    {Key::Escape, ImGuiKey_Escape},
    {Key::A, ImGuiKey_A},
    {Key::C, ImGuiKey_C},
    {Key::V, ImGuiKey_V},
    {Key::X, ImGuiKey_X},
    {Key::Y, ImGuiKey_Y},
    {Key::Z, ImGuiKey_Z},
    {Key::None, ImGuiKey_COUNT},
}};

}  // namespace

#if IMGUI_VERSION_NUM < 18700

void teach_keys() {
  ImGuiIO& io = ImGui::GetIO();
  for (const auto& [key, theirs] : kKeys) {
    if (key != Key::None) io.KeyMap[theirs] = static_cast<int>(key);
  }
}

void give_key(const KeyStroke* stroke) {
  ImGuiIO& io = ImGui::GetIO();
  for (const auto& [key, theirs] : kKeys) io.KeysDown[static_cast<int>(key)] = stroke && stroke->key == key;
  io.KeyCtrl = stroke && stroke->ctrl;
  io.KeyShift = stroke && stroke->shift;
  io.KeyAlt = stroke && stroke->alt;
}

#else

// We give one key a frame ourselves.
void teach_keys() {
  ImGui::GetIO().ConfigInputTrickleEventQueue = false;
}

void give_key(const KeyStroke* stroke) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddKeyEvent(ImGuiMod_Ctrl, stroke && stroke->ctrl);
  io.AddKeyEvent(ImGuiMod_Shift, stroke && stroke->shift);
  io.AddKeyEvent(ImGuiMod_Alt, stroke && stroke->alt);
  for (const auto& [key, theirs] : kKeys) {
    if (key != Key::None) io.AddKeyEvent(theirs, stroke && stroke->key == key);
  }
}

#endif

void give_pointer(const Point* at_px, bool down) {
  ImGuiIO& io = ImGui::GetIO();
  io.MousePos = at_px ? ImVec2(at_px->x, at_px->y) : ImVec2(-FLT_MAX, -FLT_MAX);
  io.MouseDown[0] = at_px && down;
}

}  // namespace lapak
