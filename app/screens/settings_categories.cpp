// screens: the settings' pane about categories: their names, colours and order.
#include <algorithm>

#include "app/look/tokens.h"
#include "app/parts/button.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/settings_pane.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"
#include "core/base/text.h"
#include "core/catalog/product_store.h"

namespace lapak {
namespace {

constexpr float kDot = 40;  // a category's colour before its name
constexpr float kArrow = 56;

class CategoriesPane final : public SettingsPane {
 public:
  void refresh(const Shop& shop) override {
    categories_.refresh(shop, 0, rooms(&Revisions::catalog),
                        [](const Shop& s, int) { return all_categories(s.facts()); });
  }

  float draw(Ui& ui, Rect area, SettingsDesk& desk) override {
    float y = area.y;
    text(ui, {area.x, y, area.w, 52},
         ui.words(
             N_("In this order on the selling screen and on price lists. The colour stands in for a missing photo.")),
         {.type = Type::Small, .color = ui.theme().ink2, .upright = Upright::Top, .lines = 2});
    y += 64;
    const std::vector<Category>& all = categories_.view();
    const auto shown = static_cast<std::size_t>(std::ranges::count(all, false, &Category::hidden));
    for (std::size_t i = 0; i < all.size(); ++i, y += 72) draw_category(ui, {area.x, y, area.w, 72}, i, shown, desk);
    y += 16;
    if (button(ui, "categories.add", {area.x, y, 320, 64},
               {.label = ui.words(N_("Add a category")), .icon = icon::plus})) {
      open({.colour = static_cast<int>(all.size()) % kCategoryColours, .position = static_cast<int>(all.size())});
      ui.focus_field("category.name");
    }
    return y + 80;
  }

  void draw_above(Ui& ui, SettingsDesk& desk) override {
    Sheet sheet(ui, "category", is_open_,
                {.title = edited_.id.is_nil() ? ui.words(N_("Add a category")) : std::string_view(saved_name_),
                 .close_label = ui.words(N_("Close")),
                 .foot = 80});
    if (!sheet.visible()) return;
    const Rect content = sheet.content();
    field(ui, "category.name", {content.x, content.y + kFieldLabel, content.w, 56}, edited_.name,
          {.label = ui.words(N_("Name of the category"))});
    const float colours = pane_heading(ui, content, content.y + 108, ui.words(N_("Colour")));
    const float side = (content.w - 3 * kGap) / 4;
    for (int i = 0; i < kCategoryColours; ++i)
      draw_colour(ui,
                  {content.x + static_cast<float>(i % 4) * (side + kGap),
                   colours + static_cast<float>(i / 4) * (72 + kGap), side, 72},
                  i);
    const Rect foot = sheet.foot();
    const bool is_new = edited_.id.is_nil();
    if (!is_new && button(ui, "category.hide", foot.left_part(168),
                          {.label = edited_.hidden ? ui.words(N_("Show again")) : ui.words(N_("Hide")),
                           .kind = ButtonKind::Outline})) {
      Category turned = edited_;
      turned.hidden = !turned.hidden;
      desk.perform(CatalogCommand(SaveCategory{turned}));
    }
    if (button(ui, "category.save", is_new ? foot : Rect{foot.x + 176, foot.y, foot.w - 176, foot.h},
               {.label = ui.words(N_("Save")),
                .icon = icon::check,
                .kind = ButtonKind::Primary,
                .enabled = !trimmed(edited_.name).empty(),
                .type = Type::Title})) {
      desk.perform(CatalogCommand(SaveCategory{edited_}));
    }
    if (sheet.dismissed()) is_open_ = false;
  }

  void performed(const Outcome& outcome) override {
    if (outcome.kind == "save_category") is_open_ = false;
  }

 private:
  void open(const Category& category) {
    edited_ = category;
    saved_name_ = category.name;
    is_open_ = true;
  }

  void draw_category(Ui& ui, Rect area, std::size_t i, std::size_t shown, SettingsDesk& desk) {
    const Category& category = categories_.view()[i];
    const bool has_arrows = i < shown && shown > 1;
    const Rect place{area.x + kDot, area.y, area.w - kDot - (has_arrows ? 2 * (kArrow + kGap) : 0.0f), area.h};
    if (row(ui, fmt::format("categories.{}", i), place,
            {.title = category.name,
             .subtitle = category.hidden ? ui.words(N_("Hidden")) : std::string_view(),
             .has_arrow = true})) {
      open(category);
    }
    const Color tint = kTints[static_cast<std::size_t>(category.colour)];
    ui.paint().circle({area.x + kDot / 2, area.centre().y}, 14, category.hidden ? tint.faded(0.4f) : tint);
    if (!has_arrows) return;
    Rect arrow{place.right() + kGap, area.centre().y - kArrow / 2, kArrow, kArrow};
    if (i > 0 && icon_button(ui, fmt::format("categories.{}.up", i), arrow, icon::caret_up, ui.words(N_("Up"))))
      swap(i, i - 1, desk);
    arrow.x += kArrow + kGap;
    if (i + 1 < shown &&
        icon_button(ui, fmt::format("categories.{}.down", i), arrow, icon::caret_down, ui.words(N_("Down"))))
      swap(i, i + 1, desk);
  }

  void swap(std::size_t one, std::size_t other, SettingsDesk& desk) {
    ArrangeCategories order;
    for (const Category& each : categories_.view())
      if (!each.hidden) order.categories.push_back(each.id);
    std::swap(order.categories[one], order.categories[other]);
    desk.perform(CatalogCommand(std::move(order)));
  }

  void draw_colour(Ui& ui, Rect box, int colour) {
    const bool is_chosen = edited_.colour == colour;
    const ControlState state = ui.control({.name = fmt::format("category.colour.{}", colour),
                                           .rect = box,
                                           .label = fmt::to_string(colour + 1),
                                           .selected = is_chosen});
    Paint& paint = ui.paint();
    const Color tint = kTints[static_cast<std::size_t>(colour)];
    paint.fill(ui.reduced_motion() ? box : box.inset(box.w * 0.01f * state.press, box.h * 0.01f * state.press), tint,
               kButtonRadius);
    if (is_chosen) paint.icon(box.centre(), icon::check, Color::rgb(0xFFFFFF), IconWeight::Bold, IconSize::Rail);
    if (state.focused) ui.draw_focus_ring(box, kButtonRadius);
    if (state.tapped) edited_.colour = colour;
  }

  Watched<int, std::vector<Category>> categories_;  // those that are shown, in their order, then the hidden
  bool is_open_ = false;
  Category edited_;
  std::string saved_name_;
};

}  // namespace

std::unique_ptr<SettingsPane> make_categories_pane() {
  return std::make_unique<CategoriesPane>();
}

}  // namespace lapak
