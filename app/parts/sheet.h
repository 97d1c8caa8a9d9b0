// parts: surfaces above the page: the sheet at the cart's side and the ask-first dialog.
//
//   Sheet sheet(ui, "line", is_open_, {.title = …});
//   if (sheet.visible()) { …controls laid out from sheet.area()… }
//   if (sheet.dismissed()) is_open_ = false;   // ×, scrim, Esc
// While it slides out it is still drawn: keep what it shows until `gone()`.
#pragma once
#include <string>
#include <string_view>

#include "app/parts/ui.h"

namespace lapak {

struct SheetSpec {
  std::string_view title = {};
  float width = 480;   // 400 on Compact, 520 on Wide are taken by themselves when 480 is asked for
  Texture photo = {};  // 56×56 beside the title
  std::string_view close_label = {};
  float foot = 0;  // height of the buttons at its end: see foot()
};

class Sheet {
 public:
  Sheet(Ui& ui, std::string_view name, bool open, const SheetSpec& spec);
  ~Sheet();
  Sheet(const Sheet&) = delete;
  Sheet& operator=(const Sheet&) = delete;

  bool visible() const { return visible_; }
  bool gone() const { return !visible_; }
  bool dismissed() const { return dismissed_; }
  // The whole sheet, where it is now.
  Rect area() const { return area_; }
  // Under the title, inside the 16 px edge.
  Rect content() const { return {area_.x + 16, area_.y + 80, area_.w - 32, area_.h - 96}; }
  // Where its last buttons stand: at its end, or on the keyboard while one is on the screen. It covers what is there:
  // asked for when all else is drawn.
  Rect foot();

 private:
  Ui& ui_;
  bool visible_ = false;
  bool dismissed_ = false;
  Rect area_;
  float foot_ = 0;
};

struct DialogSpec {
  std::string_view title;
  std::string_view consequence;  // in numbers
  std::string_view safe;         // the filled button
  std::string_view risky;        // names the act
};
enum class DialogAnswer { None, Safe, Risky };
// 560×320 in the middle; only the four cases of ux.md §4.6. Names "<name>.safe", "<name>.risky".
DialogAnswer dialog(Ui& ui, std::string_view name, const DialogSpec& spec);

}  // namespace lapak
