// parts: one sentence that passes, with a way back. Drawn by App; screens ask for one by an intent.
#pragma once
#include <string>

#include "app/parts/ui.h"

namespace lapak {

struct Toast {
  std::string sentence;
  std::string action;  // "Undo", or empty
  Icon icon = {};
  double until_s = 0;
};

enum class ToastEvent { None, Action };
// Name "toast", its button "toast.action".
ToastEvent toast(Ui& ui, Rect rect, const Toast& content, bool shown);

}  // namespace lapak
