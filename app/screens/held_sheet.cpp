// screens: held carts.
#include "app/screens/held_sheet.h"

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/plate.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/cart_view.h"
#include "app/screens/wording.h"

namespace lapak {

std::string name_of(const HeldCart& cart, const Words& words) {
  if (!cart.name.empty()) return cart.name;
  return cart.first_item.empty() ? std::string(words(N_("Without a name"))) : cart.first_item;
}

const HeldCart* HeldSheet::draw(Ui& ui, Intents& out, const std::vector<HeldCart>& held, const Zone& zone) {
  const HeldCart* dropped = nullptr;
  const std::string title = say(ui, N_("On hold ({})"), held.size());
  Sheet sheet(ui, "held", is_open_, {.title = title, .close_label = ui.words(N_("Close"))});
  if (!sheet.visible()) return dropped;
  const Rect content = sheet.content();
  if (held.empty()) {
    empty_state(ui, "held.empty", {content.x, 80, content.w, ui.height() - 200},
                {.icon = icon::clock_counter_clockwise, .sentence = ui.words(N_("Nothing is on hold"))});
  }
  const Rect area{content.x, 80, content.w, ui.height() - 80 - 112};
  const RowList rows(ui, "held.list", area, {.count = held.size(), .row_height = 96, .gap = 8});
  for (const RowList::Item& item : rows.visible()) {
    const HeldCart& cart = held[item.index];
    const std::string name = fmt::format("held.{}", item.index);
    const Rect box = item.rect.moved(ui.swipe(name, name + ".drop"), 0);
    plate(ui, box);
    const std::string subtitle = fmt::format("{} · {} · {}", item_count(ui.words(), cart.items),
                                             ui.words().time(zone.local(cart.at)), ui.money(cart.total));
    const std::string shown = name_of(cart, ui.words());
    if (row(ui, name, {box.x + 16, box.y, box.w - 96, box.h},
            {.title = shown, .subtitle = subtitle, .has_divider = false})) {
      out.perform(CartCommand(ResumeCart{cart.id}));
      is_open_ = false;
    }
    const bool binned = icon_button(ui, name + ".drop", {box.right() - 72, box.y + 20, 56, 56}, icon::trash,
                                    ui.words(N_("Remove")), ButtonKind::Secondary);
    if (binned || ui.swiped_left(name)) dropped = &cart;
  }
  text(ui, {content.x, ui.height() - 100, content.w, 72}, ui.words(N_("Tap to go on. Swipe left to remove.")),
       {.type = Type::Small, .color = ui.theme().ink2, .align = Side::Centre, .lines = 2});
  if (sheet.dismissed()) is_open_ = false;
  return dropped;
}

}  // namespace lapak
