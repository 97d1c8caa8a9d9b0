// parts: the keyboard on the screen (ux.md §2.30), for the field that is edited. Not a window of ImGui: its keys are
// controls that leave the field as it is, and what they type comes as key strokes of the next frame.
//
// It opens by itself when a field was chosen with a finger, and goes when a real key is pressed; Stage decides both.
// Names: "keyboard.a" … "keyboard.z", "keyboard.1" …, "keyboard.shift", "keyboard.backspace", "keyboard.enter",
// "keyboard.space", "keyboard.page", "keyboard.left", "keyboard.right", "keyboard.undo", "keyboard.language",
// "keyboard.hide", and "keyboard.accent.<i>" while the accents of a letter are offered.
#pragma once
#include "app/parts/ui.h"

namespace lapak {

// Draws it last, when it is open or on its way, and leaves its strokes in UiMemory.
void screen_keyboard(Ui& ui);

}  // namespace lapak
