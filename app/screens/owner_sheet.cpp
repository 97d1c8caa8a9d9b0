// screens: asking for the owner's PIN.
#include "app/screens/owner_sheet.h"

#include "app/parts/sheet.h"

namespace lapak {

void OwnerSheet::open() {
  pad_.clear();
  is_open_ = true;
}

bool OwnerSheet::refused(const Problem& problem) {
  const bool is_about_pin = problem.code == ProblemCode::PinWrong || problem.code == ProblemCode::PinTooSoon;
  if (!is_open_ || !is_about_pin) return false;
  pad_.refuse(problem);
  return true;
}

std::optional<std::string> OwnerSheet::draw(Ui& ui) {
  Sheet sheet(ui, "owner", is_open_, {.title = ui.words(N_("The owner's PIN")), .close_label = ui.words(N_("Close"))});
  if (!sheet.visible()) return std::nullopt;
  const Rect content = sheet.content();
  const auto pin = pad_.draw(ui, "owner.pin", {content.x, content.y + 24, content.w, std::min(content.h - 24, 600.0f)},
                             ui.words(N_("This needs the owner.")));
  if (sheet.dismissed()) is_open_ = false;
  return is_open_ ? pin : std::nullopt;
}

}  // namespace lapak
