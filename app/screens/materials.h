// screens: what things are made of: the list (ux.md §2.12), the page of one material, and its editor.
#pragma once
#include <memory>
#include <optional>
#include <string>

#include "core/base/id.h"

namespace lapak {

class Screen;
struct Material;

std::unique_ptr<Screen> make_materials_screen();
std::unique_ptr<Screen> make_material_page(Id<Material> material);
// A new one, which may begin with a name, or one that is changed. Goes Back with what was saved.
std::unique_ptr<Screen> make_material_editor(std::optional<Id<Material>> material, std::string name = {});
// Several materials bought at once, the shipping shared out over them; begins with one where it is named.
std::unique_ptr<Screen> make_purchase_page(std::optional<Id<Material>> material);

}  // namespace lapak
