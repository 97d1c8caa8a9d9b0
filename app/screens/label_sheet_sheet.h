// screens: the sheet labels are printed on: what of a label is printed, how far it is moved, and of one's own every
// measure.
#pragma once
#include <string>

#include "app/screens/number_sheet.h"
#include "app/screens/screen.h"
#include "core/catalog/label.h"

namespace lapak {

class LabelSheetSheet {
 public:
  void open(const LabelSheet& sheet);
  bool is_open() const { return is_open_; }
  void close() { is_open_ = false; }
  // Drawn last, every frame. Performs SaveLabelSheet. Names "label_sheet.name", "label_sheet.part.<i>",
  // "label_sheet.measure.<i>", "label_sheet.nudge_x.…", "label_sheet.copy", "label_sheet.hide", "label_sheet.ok".
  void draw(Ui& ui, Intents& out);

 private:
  float draw_measures(Ui& ui, Rect room);
  float draw_parts(Ui& ui, Rect room);
  float draw_nudge(Ui& ui, Rect room);
  void draw_foot(Ui& ui, Rect foot, Intents& out);
  bool is_own() const { return !is_built_in(sheet_.id); }

  LabelSheet sheet_;
  bool is_open_ = false;
  double height_ = 0;
  NumberSheet number_{"label_sheet.number"};
};

}  // namespace lapak
