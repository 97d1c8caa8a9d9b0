// screens: writing to all who take part in a class.
#include "app/screens/class_letters.h"

#include <fmt/format.h>

#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"

namespace lapak {

void ClassLettersSheet::open(std::string title) {
  title_ = std::move(title);
  begun_.clear();
  is_open_ = true;
}

const ClassLetter* ClassLettersSheet::draw(Ui& ui, const std::vector<ClassLetter>& letters) {
  Sheet sheet(ui, "letters", is_open_, {.title = title_, .close_label = ui.words(N_("Close"))});
  if (!sheet.visible()) return nullptr;
  if (sheet.dismissed()) is_open_ = false;
  begun_.resize(letters.size());
  if (letters.empty())
    empty_state(ui, "letters.empty", sheet.content(),
                {.icon = icon::users, .sentence = ui.words(N_("Nobody takes part yet.")), .is_main = false});
  const ClassLetter* tapped = nullptr;
  const RowList rows(ui, "letters.list", sheet.content(), {.count = letters.size(), .row_height = 72});
  for (const RowList::Item& item : rows.visible()) {
    const ClassLetter& letter = letters[item.index];
    if (!row(ui, fmt::format("letters.{}", item.index), item.rect,
             {.title = letter.name,
              .subtitle = letter.phone.empty() ? ui.words(N_("No number: you pick whom")) : letter.phone,
              .icon = begun_[item.index] ? icon::check_circle : icon::whatsapp_logo,
              .has_arrow = true}))
      continue;
    begun_[item.index] = true;
    tapped = &letter;
  }
  return tapped;
}

}  // namespace lapak
