// screens: four digits on a pad, answered on the fourth: there is no OK (ux.md §2.28).
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "app/parts/number_pad.h"
#include "app/parts/ui.h"
#include "core/base/problem.h"

namespace lapak {

class PinPad {
 public:
  void clear();
  // What was typed was not taken: its sentence stands where the title was until a digit is typed again.
  void refuse(const Problem& problem);
  // The PIN in the frame its fourth digit was typed; the dots are empty again then.
  std::optional<std::string> draw(Ui& ui, std::string_view name, Rect rect, std::string_view title);

 private:
  // A one before the digits keeps zeros at the front.
  NumberEntry entry_ = fresh();
  std::optional<Problem> problem_;
  bool was_refused_ = false;

  static NumberEntry fresh();
  std::string typed() const;
};

}  // namespace lapak
