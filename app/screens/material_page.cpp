// screens: the page of a material: what is there and what it costs, what came and went, and what it goes into.
#include <fmt/format.h>

#include <algorithm>

#include "app/parts/badge.h"
#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/menu.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/contact_page.h"
#include "app/screens/making.h"
#include "app/screens/material_said.h"
#include "app/screens/material_sheet.h"
#include "app/screens/materials.h"
#include "app/screens/page.h"
#include "app/screens/product_editor.h"
#include "app/screens/screen.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"
#include "core/making/material_commands.h"
#include "core/making/recipe_store.h"
#include "core/shop/shop.h"

namespace lapak {
namespace {

constexpr int kMostMoves = 200;

struct View {
  std::optional<MaterialRow> row;
  std::vector<MaterialMoveRow> moves;
  std::vector<RecipeUse> uses;
  bool has_recipe = false;
};

class MaterialPage final : public Screen {
 public:
  explicit MaterialPage(Id<Material> material) : material_(material) {}

  void refresh(const Shop& shop) override {
    words_ = &shop.profile().screen_words();
    today_ = shop.today();
    view_.refresh(shop, material_, rooms(&Revisions::making, &Revisions::people, &Revisions::catalog),
                  [](const Shop& s, Id<Material> id) {
                    View view;
                    for (MaterialRow& row : material_rows(s.facts()))
                      if (row.material.id == id) view.row = std::move(row);
                    view.moves = material_moves(s.facts(), id, kMostMoves);
                    view.uses = recipes_using(s.facts(), id);
                    const auto recipe = recipe_for(s.facts(), id);
                    view.has_recipe = recipe && !recipe->hidden;
                    return view;
                  });
  }

  void draw(Ui& ui, Intents& out) override {
    if (!view_->row) {
      out.add(Back{});
      return;
    }
    const MaterialRow& row = *view_->row;
    const PageFrame page = draw_page(ui, {.title = row.material.name,
                                          .main = ui.words(N_("Purchase")),
                                          .main_icon = icon::plus,
                                          .main_width = 180,
                                          .side = 56});
    if (page.back) out.add(Back{});
    if (page.main == Press::Tap) out.add(Open{make_purchase_page(material_)});
    if (icon_button(ui, "material.more", page.side, icon::dots_three_vertical, ui.words(N_("More"))))
      has_more_open_ = true;
    const float left = ui.size() == SizeClass::Compact ? 368.0f : 420.0f;
    draw_card(ui, page.content.left_part(left), row, out);
    draw_right(ui, page.content.right_part(page.content.w - left - 32), row, out);
    sheet_.draw(ui, out);
    draw_more(ui, out, row);
  }

  void performed(const Outcome& outcome, Intents& out) override {
    if (sheet_.is_open()) return sheet_.performed(outcome, *words_, out);
    if (outcome.kind == "save_material" && outcome.is_undoable && is_hiding_) {
      out.add(ShowToast{
          .sentence = say(*words_, N_("{} is hidden"), outcome.label), .icon = icon::eye_slash, .offers_undo = true});
      out.add(Back{});
    }
    if (outcome.kind == "take_back_purchase")
      out.add(ShowToast{.sentence = std::string((*words_)(N_("The purchase is taken back"))),
                        .icon = icon::arrow_counter_clockwise,
                        .offers_undo = outcome.is_undoable});
  }
  bool refused(const Problem&) override {
    sheet_.refused();
    is_hiding_ = false;
    return false;
  }

 private:
  void draw_card(Ui& ui, Rect area, const MaterialRow& row, Intents& out) {
    const Words& words = ui.words();
    plate(ui, area);
    const Rect inside = area.inset(24, 20);
    float y = inside.y;
    text(ui, {inside.x, y, inside.w, 28}, words(N_("In stock")), {.type = Type::Small, .color = ui.theme().ink2});
    text(ui, {inside.x, y + 28, inside.w, 52}, measured(row.stock.quantity, row.material.unit, words),
         {.type = Type::Headline, .name = "material.stock"});
    y += 88;
    pill(ui, {inside.x, y}, material_pill(row, today_, words));
    y += 46;
    const auto told = [&](std::string_view label, const std::string& value, std::string_view name) {
      text(ui, {inside.x, y, inside.w * 0.56f, 32}, label, {.type = Type::Text, .color = ui.theme().ink2});
      text(ui, {inside.x + inside.w * 0.56f, y, inside.w * 0.44f, 32}, value,
           {.type = Type::Strong, .align = Side::Right, .cut = Cut::Names, .name = name});
      y += 40;
    };
    told(words(N_("Average cost")), cost_of_one(row.material, worth_now(row.stock), words, ui.currency()),
         "material.average");
    told(words(N_("Paid last")),
         cost_of_one(row.material, {row.stock.last_quantity, row.stock.last_value}, words, ui.currency()),
         "material.last");
    told(words(N_("Worth")), ui.money(row.stock.value), "material.worth");
    if (!row.reserved.is_zero())
      told(words(N_("Reserved")), measured(row.reserved, row.material.unit, words), "material.reserved");
    if (row.material.low_mark)
      told(words("Warn when left"), measured(*row.material.low_mark, row.material.unit, words), "material.low");
    if (row.expires) told(words(N_("Keeps until")), day_of(*row.expires, today_, words), "material.expires");
    if (row.material.supplier && !row.supplier.empty()) {
      if (lapak::row(ui, "material.supplier", {inside.x - 8, y, inside.w + 16, 64},
                     {.title = row.supplier, .subtitle = words(N_("Supplier")), .icon = icon::user, .has_arrow = true}))
        out.add(Open{make_contact_page(*row.material.supplier)});
      y += 64;
    }
    const Rect keys = inside.bottom_part(64);
    if (button(ui, "material.count", keys.column(0, 2, kGap), {.label = words(N_("Count")), .icon = icon::list_checks}))
      sheet_.open(row.material, row.stock.quantity, MaterialSheet::Act::Count);
    if (button(ui, "material.out", keys.column(1, 2, kGap), {.label = words(N_("In or out")), .icon = icon::swap}))
      sheet_.open(row.material, row.stock.quantity, MaterialSheet::Act::Out);
  }

  void draw_right(Ui& ui, Rect area, const MaterialRow& row, Intents& out) {
    const std::vector<std::string> labels{std::string(ui.words(N_("What happened"))),
                                          std::string(ui.words(N_("Goes into")))};
    if (const auto tab = segments(ui, "material.tab", area.top_part(56), labels, shows_uses_ ? 1 : 0))
      shows_uses_ = *tab == 1;
    const Rect list{area.x, area.y + 72, area.w, area.h - 72};
    if (shows_uses_)
      draw_uses(ui, list, out);
    else
      draw_moves(ui, list, row, out);
  }

  void draw_moves(Ui& ui, Rect list, const MaterialRow& row, Intents& out) {
    if (view_->moves.empty()) {
      empty_state(ui, "material.none", list,
                  {icon::package, ui.words(N_("Nothing has moved yet. Write down a purchase."))});
      return;
    }
    const RowList rows(ui, "material.moves", list, {.count = view_->moves.size()});
    for (const RowList::Item& item : rows.visible()) {
      const MaterialMoveRow& move = view_->moves[item.index];
      const bool arrives = move.quantity > Quantity{};
      const std::string quantity =
          (arrives ? "+" : "\u2212") +
          measured(arrives ? move.quantity : Quantity{-move.quantity.thousandths}, row.material.unit, ui.words());
      std::string when = ui.words().short_date(move.business_date);
      if (move.expires) when += " · " + say(ui, N_("keeps until {}"), day_of(*move.expires, today_, ui.words()));
      const std::string value = move.value.is_zero() ? std::string() : ui.bare_money(move.value);
      const RowSpec spec{.title = material_move_name(move.kind, ui.words()),
                         .subtitle = when,
                         .trailing = quantity,
                         .trailing_sub = value,
                         .has_arrow = move.batch.has_value()};
      const std::string name = fmt::format("material.move.{}", item.index);
      if (!move.batch)
        plain_row(ui, name, item.rect, spec);
      else if (lapak::row(ui, name, item.rect, spec))
        out.add(Open{make_batch_record(*move.batch)});
    }
  }

  void draw_uses(Ui& ui, Rect list, Intents& out) {
    if (view_->uses.empty()) {
      empty_state(ui, "material.no_uses", list, {icon::list_checks, ui.words(N_("No recipe takes it yet."))});
      return;
    }
    const RowList rows(ui, "material.uses", list, {.count = view_->uses.size()});
    for (const RowList::Item& item : rows.visible()) {
      const RecipeUse& use = view_->uses[item.index];
      if (lapak::row(ui, fmt::format("material.use.{}", item.index), item.rect,
                     {.title = use.name,
                      .subtitle = say(ui, N_("for {}"), ui.words().quantity(use.yield)),
                      .trailing = measured(use.quantity, use.unit, ui.words()),
                      .has_arrow = true}))
        out.add(Open{use.product ? make_recipe_page(*use.product) : make_recipe_page(*use.material)});
    }
  }

  void draw_more(Ui& ui, Intents& out, const MaterialRow& row) {
    Sheet sheet(ui, "material_more", has_more_open_,
                {.title = row.material.name, .close_label = ui.words(N_("Close"))});
    if (!sheet.visible()) return;
    SheetMenu menu(ui, sheet, has_more_open_);
    if (menu.entry("material_more.edit", ui.words(N_("Change the material")), icon::pencil))
      out.add(Open{make_material_editor(material_)});
    if (menu.entry("material_more.recipe", ui.words(view_->has_recipe ? N_("Its recipe") : N_("Make it by a recipe")),
                   icon::list_checks))
      out.add(Open{make_recipe_page(material_)});
    if (view_->has_recipe && menu.entry("material_more.make", ui.words(N_("Make a batch")), icon::cooking_pot))
      out.add(Open{make_batch_page({.material = material_})});
    for (const MaterialMoveRow& move : view_->moves) {
      const bool was_taken_back =
          std::ranges::any_of(view_->moves, [&](const MaterialMoveRow& other) { return other.corrects == move.id; });
      if (!move.purchase || move.kind != MaterialMove::Bought || was_taken_back) continue;
      if (menu.entry("material_more.take_back", ui.words(N_("Take the last purchase back")),
                     icon::arrow_counter_clockwise))
        out.perform(TakeBackPurchase{*move.purchase});
      break;
    }
    if (menu.entry("material_more.hide", ui.words(N_("Hide this material")), icon::eye_slash)) {
      Material hidden = row.material;
      hidden.hidden = is_hiding_ = true;
      out.perform(SaveMaterial{hidden});
    }
    if (sheet.dismissed()) has_more_open_ = false;
  }

  Id<Material> material_;
  const Words* words_ = nullptr;
  Date today_;
  Watched<Id<Material>, View> view_;
  MaterialSheet sheet_;
  bool shows_uses_ = false, has_more_open_ = false, is_hiding_ = false;
};

}  // namespace

std::unique_ptr<Screen> make_material_page(Id<Material> material) {
  return std::make_unique<MaterialPage>(material);
}

}  // namespace lapak
