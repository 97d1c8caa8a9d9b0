// screens: a bundle: how many pieces, for how much, and of which goods.
#include <fmt/format.h>

#include <algorithm>

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/text.h"
#include "app/screens/bundles.h"
#include "app/screens/number_sheet.h"
#include "app/screens/page.h"
#include "app/screens/product_pick.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"
#include "core/base/text.h"
#include "core/catalog/bundle_store.h"
#include "core/catalog/product_store.h"
#include "core/words/sentences.h"

namespace lapak {
namespace {

class BundleEditor final : public Screen {
 public:
  explicit BundleEditor(std::optional<Id<BundleRule>> rule) : is_new_(!rule) {
    rule_.terms.pieces = 3;
    if (rule) rule_.id = *rule;
  }

  void refresh(const Shop& shop) override {
    if (!is_begun_) begin(shop);
    pick_.refresh(shop);
    categories_.refresh(shop, 0, rooms(&Revisions::catalog), [](const Shop& s, int) { return categories(s.facts()); });
    names_.refresh(shop, rule_.products, rooms(&Revisions::catalog), [](const Shop& s, const auto& products) {
      std::vector<std::string> names;
      for (const Id<Product> product : products) names.push_back(product_label(s.facts(), product));
      return names;
    });
  }

  void draw(Ui& ui, Intents& out) override {
    const Result<BundleRule> checked = checked_bundle_rule(wanted());
    const PageFrame page = draw_page(ui, {.title = is_new_ ? ui.words(N_("New bundle")) : std::string_view(title_),
                                          .main = ui.words(N_("Save")),
                                          .main_icon = icon::check,
                                          .main_enabled = checked && has_price_});
    if (page.back) out.add(Back{});
    if (page.main == Press::Tap) out.perform(CatalogCommand(SaveBundleRule{*checked}));
    if (page.main == Press::TapDisabled)
      out.add(ShowToast{.sentence = checked ? std::string(ui.words(N_("Say what the pieces cost together.")))
                                            : sentence(checked.error(), ui.words(), ui.currency()),
                        .icon = icon::info});
    draw_terms(ui, out, page.content.column(0, 2, 32));
    draw_goods(ui, page.content.column(1, 2, 32));
    if (const auto answer = number_.draw(ui)) {
      rule_.terms.price = answer->money();
      has_price_ = true;
    }
    if (const auto picked = pick_.draw(ui, out))
      if (std::ranges::find(rule_.products, picked->card) == rule_.products.end())
        rule_.products.push_back(picked->card);
  }

  void performed(const Outcome& outcome, Intents& out) override { out.add(Back{outcome}); }

 private:
  void begin(const Shop& shop) {
    is_begun_ = true;
    if (is_new_) return;
    const auto known = find_bundle_rule(shop.facts(), rule_.id);
    if (!known) return;
    rule_ = *known;
    title_ = rule_.name;
    has_price_ = true;
    is_of_items_ = !rule_.category;
  }

  // As it would be saved: without a name of its own it is called by its goods.
  BundleRule wanted() const {
    BundleRule rule = rule_;
    if (is_of_items_)
      rule.category.reset();
    else
      rule.products.clear();
    if (trimmed(rule.name).empty()) rule.name = name_by_goods();
    return rule;
  }
  std::string name_by_goods() const {
    if (is_of_items_) return names_->empty() ? std::string() : names_->front();
    const auto chosen = std::ranges::find_if(categories_.view(),
                                             [&](const Category& category) { return category.id == rule_.category; });
    return chosen == categories_->end() ? std::string() : chosen->name;
  }

  void draw_terms(Ui& ui, Intents& out, Rect column) {
    const Words& words = ui.words();
    float y = column.y;
    const auto take = [&](float height, float after) {
      const Rect place{column.x, y, column.w, height};
      y += height + after;
      return place;
    };
    caption(ui, column.x, take(28, 0).y, column.w, words(N_("So many pieces")));
    const Step step = stepper(ui, "bundle.pieces", take(64, 16),
                              {.value = words.count(rule_.terms.pieces), .can_go_down = rule_.terms.pieces > 2});
    if (step == Step::More) rule_.terms.pieces = std::min(rule_.terms.pieces + 1, kMostBundlePieces);
    if (step == Step::Less) rule_.terms.pieces = std::max<std::int64_t>(rule_.terms.pieces - 1, 2);
    caption(ui, column.x, take(28, 0).y, column.w, words(N_("Cost together")));
    const std::string price = has_price_ ? ui.money(rule_.terms.price) : std::string(words(N_("Enter a price")));
    if (button(ui, "bundle.price", take(64, 16),
               {.label = price, .icon = icon::pencil_simple, .kind = ButtonKind::Outline, .left_aligned = true}))
      number_.open({.title = std::string(words(N_("Cost together"))),
                    .prefill = has_price_ ? std::optional(rule_.terms.price.minor) : std::nullopt},
                   ui.currency());
    caption(ui, column.x, take(28, 0).y, column.w, words(N_("Name on the receipt")));
    const std::string usual = name_by_goods();
    field(ui, "bundle.name", take(64, 16), rule_.name, {.placeholder = usual});
    text(ui, take(72, 16),
         words(N_(
             "The till finds it by itself, the best for the buyer. A piece whose price was agreed stays out of it.")),
         {.type = Type::Small, .color = ui.theme().ink2, .upright = Upright::Top, .lines = 3});
    if (is_new_) return;
    if (button(ui, "bundle.stop", column.bottom_part(56).left_part(280),
               {.label = rule_.is_stopped ? words(N_("Use it again")) : words(N_("Stop this bundle")),
                .icon = rule_.is_stopped ? icon::arrow_counter_clockwise : icon::prohibit,
                .kind = ButtonKind::Outline})) {
      BundleRule turned = wanted();
      turned.is_stopped = !turned.is_stopped;
      out.perform(CatalogCommand(SaveBundleRule{turned}));
    }
  }

  void draw_goods(Ui& ui, Rect column) {
    const Words& words = ui.words();
    caption(ui, column.x, column.y, column.w, words(N_("Of which goods")));
    const std::vector<std::string> ways{std::string(words(N_("A category"))), std::string(words(N_("Some items")))};
    if (const auto way = segments(ui, "bundle.of", {column.x, column.y + 28, column.w, 56}, ways, is_of_items_ ? 1 : 0))
      is_of_items_ = *way == 1;
    const Rect rest{column.x, column.y + 100, column.w, column.h - 100};
    if (is_of_items_)
      draw_items(ui, rest);
    else
      draw_categories(ui, rest);
  }

  void draw_categories(Ui& ui, Rect area) {
    std::vector<std::string> labels;
    std::vector<std::size_t> chosen;
    for (const Category& category : categories_.view()) {
      if (rule_.category == category.id) chosen.push_back(labels.size());
      labels.push_back(category.name);
    }
    ScrollArea scroll(ui, "bundle.categories", area, categories_length_);
    const Point origin = scroll.origin();
    const FlowedChips chips = flowed_chips(ui, "bundle.category", {origin.x, origin.y, area.w, area.h}, labels, chosen);
    categories_length_ = chips.bottom - origin.y;
    if (chips.tapped) rule_.category = categories_.view()[*chips.tapped].id;
  }

  void draw_items(Ui& ui, Rect area) {
    if (button(ui, "bundle.add", area.bottom_part(56), {.label = ui.words(N_("Add an item")), .icon = icon::plus}))
      pick_.open(std::string(ui.words(N_("Which item?"))));
    const RowList rows(ui, "bundle.items", area.top_part(area.h - 64), {.count = names_->size()});
    for (const RowList::Item& item : rows.visible()) {
      const Rect place = item.rect;
      const std::string name = fmt::format("bundle.item.{}", item.index);
      plain_row(ui, name, place.left_part(place.w - 64), {.title = names_.view()[item.index], .icon = icon::tag});
      if (icon_button(ui, name + ".remove", {place.right() - 56, place.centre().y - 28, 56, 56}, icon::trash,
                      ui.words(N_("Remove")))) {
        rule_.products.erase(rule_.products.begin() + static_cast<std::ptrdiff_t>(item.index));
        ui.keep_drawing();
        break;  // the rows are others now
      }
    }
  }

  bool is_new_;
  bool is_begun_ = false;
  bool has_price_ = false;
  bool is_of_items_ = false;
  BundleRule rule_;
  std::string title_;
  double categories_length_ = 0;
  Watched<int, std::vector<Category>> categories_;
  Watched<std::vector<Id<Product>>, std::vector<std::string>> names_;
  NumberSheet number_{"bundle.number"};
  ProductPick pick_;
};

}  // namespace

std::unique_ptr<Screen> make_bundle_editor(std::optional<Id<BundleRule>> rule) {
  return std::make_unique<BundleEditor>(rule);
}

}  // namespace lapak
