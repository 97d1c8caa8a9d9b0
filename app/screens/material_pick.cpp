// screens: choosing a material.
#include "app/screens/material_pick.h"

#include <fmt/format.h>

#include <utility>

#include "app/parts/field.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/screens/material_said.h"
#include "app/screens/materials.h"
#include "app/screens/wording.h"
#include "core/base/text.h"

namespace lapak {

void MaterialPick::open() {
  search_.clear();
  is_open_ = true;
}

void MaterialPick::refresh(const Shop& shop) {
  if (!is_open_ && !made_) return;
  all_.refresh(shop, 0, rooms(&Revisions::making), [](const Shop& s, int) {
    std::vector<MaterialOnHand> all = materials_on_hand(s.facts());
    std::erase_if(all, [](const MaterialOnHand& one) { return one.material.hidden; });
    return all;
  });
}

void MaterialPick::performed(const Outcome& outcome) {
  if (std::exchange(waits_, false) && outcome.kind == "save_material") made_ = Id<Material>{outcome.subject};
}

std::optional<Material> MaterialPick::draw(Ui& ui, Intents& out) {
  if (made_)
    for (const MaterialOnHand& one : all_.view())
      if (one.material.id == *made_) {
        made_.reset();
        return one.material;
      }
  Sheet sheet(ui, "pick_material", is_open_,
              {.title = ui.words(N_("Which material?")), .close_label = ui.words(N_("Close"))});
  if (!sheet.visible()) return std::nullopt;
  if (sheet.dismissed()) is_open_ = false;
  const Rect content = sheet.content();
  search_field(ui, "pick_material.search", content.top_part(56), search_, ui.words("Search"));
  const std::string wanted = folded(search_);
  std::vector<const MaterialOnHand*> found;
  for (const MaterialOnHand& one : all_.view())
    if (wanted.empty() || folded(one.material.name).find(wanted) != std::string::npos) found.push_back(&one);
  const std::string fresh = trimmed(search_).empty() ? std::string(ui.words(N_("New material")))
                                                     : say(ui, N_("Make “{}”"), shortened(search_, 24));
  if (row(ui, "pick_material.new", {content.x, content.y + 64, content.w, 64},
          {.title = fresh, .icon = icon::plus, .has_arrow = true})) {
    waits_ = true;
    is_open_ = false;
    ui.leave_field();
    out.add(Open{make_material_editor(std::nullopt, std::string(trimmed(search_)))});
  }
  const RowList rows(ui, "pick_material.list", {content.x, content.y + 136, content.w, content.h - 136},
                     {.count = found.size(), .row_height = 64});
  for (const RowList::Item& item : rows.visible()) {
    const MaterialOnHand& one = *found[item.index];
    if (row(ui, fmt::format("pick_material.{}", item.index), item.rect,
            {.title = one.material.name, .trailing = measured(one.stock.quantity, one.material.unit, ui.words())})) {
      is_open_ = false;
      ui.leave_field();
      return one.material;
    }
  }
  return std::nullopt;
}

}  // namespace lapak
