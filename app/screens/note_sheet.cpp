// screens: asking for words.
#include "app/screens/note_sheet.h"

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/sheet.h"

namespace lapak {

void NoteSheet::open(std::string title, std::string text) {
  title_ = std::move(title);
  text_ = std::move(text);
  is_open_ = was_opened_ = true;
}

std::optional<std::string> NoteSheet::draw(Ui& ui) {
  std::optional<std::string> answer;
  Sheet sheet(ui, name_, is_open_, {.title = title_, .close_label = ui.words(N_("Close")), .foot = 80});
  if (!sheet.visible()) return answer;
  if (std::exchange(was_opened_, false)) ui.focus_field(name_ + ".text");
  const Rect content = sheet.content();
  field(ui, name_ + ".text", {content.x, 88, content.w, 160}, text_, {.multiline = true, .longest_bytes = 2000});
  if (button(ui, name_ + ".ok", sheet.foot(),
             {.label = ui.words(N_("Save")), .kind = ButtonKind::Primary, .type = Type::Main})) {
    answer = text_;
    is_open_ = false;
  }
  if (sheet.dismissed()) is_open_ = false;
  if (!is_open_) ui.leave_field();
  return answer;
}

}  // namespace lapak
