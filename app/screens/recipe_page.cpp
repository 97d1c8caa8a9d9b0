// screens: how a thing is made: of what, in how long, what a piece costs by that, and what it should be sold for.
#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/text.h"
#include "app/screens/cost_rules_sheet.h"
#include "app/screens/making.h"
#include "app/screens/material_pick.h"
#include "app/screens/material_said.h"
#include "app/screens/number_sheet.h"
#include "app/screens/order_said.h"
#include "app/screens/page.h"
#include "app/screens/price_sheet.h"
#include "app/screens/read_aside.h"
#include "app/screens/screen.h"
#include "app/screens/wording.h"
#include "core/making/recipe_commands.h"
#include "core/making/recipe_store.h"
#include "core/shop/shop.h"
#include "core/words/sentences.h"

namespace lapak {
namespace {

constexpr float kRow = 72;
enum Question { Yield, Minutes, Other, ReadyAfter, BestBefore, LineQuantity, LineWaste };

struct Subject {
  std::optional<Id<Product>> product;
  std::optional<Id<Material>> material;
  friend bool operator==(const Subject&, const Subject&) = default;
};
struct View {
  std::optional<PricedProduct> priced;
  std::string name;
  Unit unit = Unit::Piece;  // of what comes of it
  std::optional<Recipe> recipe;
  bool is_of_parent = false;       // the recipe is the parent's: saved, it becomes this one's own
  std::shared_ptr<CostBook> book;  // another at each reading
};

View asked(const Database& facts, const Subject& subject) {
  View view;
  std::optional<Id<Product>> parent;
  if (subject.product) {
    view.priced = priced_product(facts, *subject.product);
    view.name = product_label(facts, *subject.product);
    if (view.priced) parent = view.priced->product.parent;
  } else if (const auto material = find_material(facts, *subject.material)) {
    view.name = material->name;
    view.unit = material->unit;
  }
  view.book = std::make_shared<CostBook>(cost_book(facts));
  const Recipe* recipe =
      subject.product ? view.book->recipe_of(*subject.product, parent) : view.book->recipe_of(*subject.material);
  if (recipe) {
    view.recipe = *recipe;
    view.is_of_parent = subject.product && recipe->product != subject.product;
  }
  return view;
}

class RecipePage final : public Screen {
 public:
  explicit RecipePage(Subject subject) : subject_(subject) {
    recipe_.product = subject.product;
    recipe_.material = subject.material;
  }

  void refresh(const Shop& shop) override {
    words_ = &shop.profile().screen_words();
    currency_ = &shop.profile().money();
    view_.refresh(shop, subject_, rooms(&Revisions::making, &Revisions::catalog));
    pick_.refresh(shop);
  }

  void draw(Ui& ui, Intents& out) override {
    view_.read(out,
               [](const Database& facts, const Profile&, const Subject& subject) { return asked(facts, subject); });
    const PageFrame page = draw_page(
        ui, {.title = view_.has_view() ? say(ui, N_("Recipe: {}"), view_->name) : std::string(ui.words(N_("Recipe"))),
             .main = ui.words(N_("Save the recipe")),
             .main_icon = icon::check,
             .main_enabled = view_.has_view() && is_something(),
             .side = 180});
    if (page.back) out.add(Back{});
    if (!view_.has_view()) return;
    if (!is_begun_) begin();
    if (page.main == Press::Tap) out.perform(SaveRecipe{recipe_});
    if (page.main == Press::TapDisabled)
      out.add(ShowToast{.sentence = std::string(ui.words("A recipe needs a material, time or another cost.")),
                        .icon = icon::info});
    const bool has_variants = view_->priced && !view_->priced->variants.empty();
    if (view_->recipe && !has_variants &&
        button(ui, "recipe.make", page.side, {.label = ui.words(N_("Make a batch")), .icon = icon::cooking_pot}))
      out.add(Open{make_batch_page({.product = subject_.product, .material = subject_.material})});
    const float side = ui.size() == SizeClass::Compact ? 288.0f : 360.0f;
    const Rect left = page.content.left_part(page.content.w - side - 24);
    draw_terms(ui, left.top_part(92));
    draw_lines(ui, {left.x, left.y + 108, left.w, left.h - 108});
    draw_cost(ui, page.content.right_part(side));
    take_answers(ui, out);
  }

  void performed(const Outcome& outcome, Intents& out) override {
    pick_.performed(outcome);
    if (rules_.performed(outcome, *words_, out)) return;
    if (price_.performed(outcome, *words_, *currency_, out)) return;
    if (outcome.kind == "save_recipe") {
      out.add(ShowToast{.sentence = say(*words_, N_("The recipe of {} is saved"), outcome.label),
                        .icon = icon::check_circle,
                        .offers_undo = outcome.is_undoable});
    }
  }

 private:
  void begin() {
    if (view_->recipe) {
      recipe_ = *view_->recipe;
      recipe_.product = subject_.product;
      recipe_.material = subject_.material;
    }
    is_begun_ = is_stale_ = true;
  }
  bool is_something() const { return !recipe_.lines.empty() || recipe_.minutes > 0 || !recipe_.other.is_zero(); }

  const MaterialOnHand* material(Id<Material> id) const { return view_->book->material(id); }

  // What a piece costs by the recipe as it stands here, saved or not.
  void reckon() {
    if (!is_stale_ && seen_ == view_->book) return;
    seen_ = view_->book;
    is_stale_ = false;
    cost_.reset();
    ring_ = recipe_.material ? view_->book->ring_with(recipe_) : std::string();
    if (!ring_.empty() || !is_something() || !checked_recipe(recipe_)) return;
    std::vector<Recipe> recipes = view_->book->recipes();
    std::erase_if(
        recipes, [&](const Recipe& one) { return one.product == recipe_.product && one.material == recipe_.material; });
    recipes.push_back(recipe_);
    const CostBook book(view_->book->materials(), std::move(recipes), view_->book->rules());
    cost_ = book.cost_of(book.recipes().back());
  }

  void change() { is_stale_ = true; }

  void draw_terms(Ui& ui, Rect line) {
    const Words& words = ui.words();
    const auto days = [&](int count) {
      return count == 0 ? std::string("\u2013")
                        : fmt::format(fmt::runtime(words.plural("{} day", "{} days", count)), count);
    };
    int at = 0;
    const auto box = [&](std::string_view name, std::string_view label, const std::string& value, NumberKind kind,
                         std::int64_t now, Question question) {
      const Rect place = line.column(at++, 5, 8);
      caption(ui, place.x, place.y, place.w, words(label));
      if (button(ui, name, place.bottom_part(64), {.label = value, .kind = ButtonKind::Outline}))
        ask(ui, question, words(label), kind, now);
    };
    box("recipe.yield", N_("Yields"), measured(recipe_.yield, view_->unit, words), NumberKind::Measure,
        recipe_.yield.thousandths, Yield);
    box("recipe.minutes", N_("Work, hours"), hours_text(words, recipe_.minutes), NumberKind::Measure,
        recipe_.minutes * 1'000 / 60, Minutes);
    box("recipe.other", N_("Other cost"), ui.bare_money(recipe_.other), NumberKind::Amount, recipe_.other.minor, Other);
    box("recipe.ready", N_("Ready after"), days(recipe_.ready_after_days), NumberKind::Pieces,
        recipe_.ready_after_days * 1'000, ReadyAfter);
    box("recipe.keeps", N_("Keeps"), days(recipe_.best_before_days), NumberKind::Pieces,
        recipe_.best_before_days * 1'000, BestBefore);
  }

  void draw_lines(Ui& ui, Rect area) {
    const Theme& t = ui.theme();
    const Words& words = ui.words();
    const float waste_w = 112, quantity_w = 152;
    const float waste_x = area.right() - 56 - 8 - waste_w, quantity_x = waste_x - 8 - quantity_w;
    const auto title = [&](float x, float w, std::string_view label) {
      text(ui, {x, area.y, w, 28}, words(label), {.type = Type::Small, .color = t.ink2});
    };
    title(area.x, quantity_x - area.x - 8, "Material");
    title(quantity_x, quantity_w, N_("Takes"));
    title(waste_x, waste_w, N_("Waste"));
    const Rect list{area.x, area.y + 32, area.w, area.h - 32};
    const RowList rows(ui, "recipe.lines", list, {.count = recipe_.lines.size() + 1, .row_height = kRow});
    for (const RowList::Item& item : rows.visible()) {
      if (item.index == recipe_.lines.size()) {
        if (button(ui, "recipe.add", {area.x, item.rect.y + 4, std::min(376.0f, area.w), 64},
                   {.label = words("Material"), .icon = icon::plus}))
          pick_.open();
        continue;
      }
      const RecipeLine& line = recipe_.lines[item.index];
      const MaterialOnHand* of = material(line.material);
      const std::string name = fmt::format("recipe.{}", item.index);
      const float top = item.rect.y + 8;
      divider(ui, area.x, item.rect.bottom() - t.line_width(), area.w);
      text(ui, {area.x, item.rect.y, quantity_x - area.x - 8, kRow}, of ? of->material.name : std::string("\u2013"),
           {.type = Type::Row, .cut = Cut::Names});
      if (button(ui, name + ".quantity", {quantity_x, top, quantity_w, 56},
                 {.label = measured(line.quantity, line.unit, words), .kind = ButtonKind::Outline})) {
        at_ = item.index;
        ask(ui, LineQuantity, of ? of->material.name : std::string(), NumberKind::Measure, line.quantity.thousandths);
      }
      if (button(ui, name + ".waste", {waste_x, top, waste_w, 56},
                 {.label = basis_points_text(line.waste_bp, words) + " %", .kind = ButtonKind::Outline})) {
        at_ = item.index;
        ask(ui, LineWaste, words(N_("Waste on top, in percent")), NumberKind::Measure, line.waste_bp * 10);
      }
      if (icon_button(ui, name + ".out", {area.right() - 56, top, 56, 56}, icon::trash, words(N_("Take out")),
                      ButtonKind::Quiet)) {
        recipe_.lines.erase(recipe_.lines.begin() + static_cast<std::ptrdiff_t>(item.index));
        change();
        return;
      }
    }
  }

  void draw_cost(Ui& ui, Rect area) {
    reckon();
    const Words& words = ui.words();
    plate(ui, {area.x, area.y, area.w, area.h - 72});
    const Rect inside = Rect{area.x, area.y, area.w, area.h - 72}.inset(20, 16);
    if (button(ui, "recipe.rules", area.bottom_part(56),
               {.label = words(N_("How costs are reckoned")), .icon = icon::calculator, .kind = ButtonKind::Outline}))
      rules_.open(view_->book->rules());
    if (!ring_.empty()) {
      text(ui, inside,
           fmt::format(fmt::runtime(words("This recipe would need itself: {0}. Take one of them out.")), ring_),
           {.type = Type::Text,
            .color = ui.theme().danger,
            .upright = Upright::Top,
            .cut = Cut::Names,
            .lines = 8,
            .name = "recipe.ring"});
      return;
    }
    if (!cost_) {
      text(ui, inside,
           words(N_("Add a material, the hours of work or another cost, and what a piece costs stands here.")),
           {.type = Type::Text, .color = ui.theme().ink2, .upright = Upright::Top, .lines = 5});
      return;
    }
    const std::string of_one = recipe_.material ? say(ui, N_("Cost of one {}"), unit_name(view_->unit, words))
                                                : std::string(words(N_("Cost per piece")));
    float y = draw_cost_lines(ui, inside, *cost_, of_one) + 12;
    if (!view_->priced) return;
    const Money now = price_of(*view_->priced);
    const SuggestedPrice suggested = suggested_price(*cost_, view_->book->rules());
    const auto told = [&](std::string_view label, const std::string& value, std::optional<Color> color,
                          std::string_view name) {
      text(ui, {inside.x, y, inside.w * 0.62f, 32}, words(label), {.type = Type::Text, .color = ui.theme().ink2});
      text(ui, {inside.x + inside.w * 0.62f, y, inside.w * 0.38f, 32}, value,
           {.type = Type::Strong, .color = color, .align = Side::Right, .name = name});
      y += 36;
    };
    const bool is_below = now < cost_->total();
    told(N_("Price now"), ui.bare_money(now), is_below ? std::optional(ui.theme().danger) : std::nullopt, "recipe.now");
    if (is_below) {
      text(ui, {inside.x, y, inside.w, 28}, words(N_("Sold below cost")),
           {.type = Type::SmallStrong, .color = ui.theme().danger});
      y += 32;
    }
    told(N_("Suggested price"), ui.bare_money(suggested.retail), std::nullopt, "recipe.suggested");
    told(N_("Wholesale"), ui.bare_money(suggested.wholesale), std::nullopt, "recipe.wholesale");
    if (button(ui, "recipe.price", {inside.x, inside.bottom() - 56, inside.w, 56},
               {.label = say(ui, N_("Take {}"), ui.money(suggested.retail)),
                .enabled = suggested.retail > Money{} && suggested.retail != now}))
      price_.open(*view_->priced, *cost_, view_->book->rules());
  }

  void ask(Ui& ui, Question question, std::string_view title, NumberKind kind, std::int64_t now) {
    number_.open({.title = std::string(title),
                  .kind = kind,
                  .prefill = now == 0 ? std::nullopt : std::optional(now),
                  .may_be_zero = question != Yield && question != LineQuantity,
                  .question = question},
                 ui.currency());
  }

  void take(const NumberSheet::Answer& answer) {
    const std::int64_t value = answer.value.value_or(0);
    const auto days = static_cast<int>(std::min<std::int64_t>(value / 1'000, 3'650));
    switch (static_cast<Question>(answer.question)) {
      case Yield:
        recipe_.yield = Quantity{value};
        break;
      case Minutes:
        recipe_.minutes = std::min(value * 60 / 1'000, kMostRecipeMinutes);
        break;
      case Other:
        recipe_.other = answer.money();
        break;
      case ReadyAfter:
        recipe_.ready_after_days = days;
        break;
      case BestBefore:
        recipe_.best_before_days = days;
        break;
      case LineQuantity:
        if (at_ < recipe_.lines.size()) recipe_.lines[at_].quantity = Quantity{value};
        break;
      case LineWaste:
        if (at_ < recipe_.lines.size()) recipe_.lines[at_].waste_bp = std::min(value / 10, 10 * kWholeBp);
        break;
    }
    change();
  }

  void take_answers(Ui& ui, Intents& out) {
    if (const auto answer = number_.draw(ui)) take(*answer);
    if (const auto picked = pick_.draw(ui, out)) {
      recipe_.lines.push_back({.material = picked->id, .quantity = Quantity::of(1), .unit = picked->unit});
      at_ = recipe_.lines.size() - 1;
      change();
      ask(ui, LineQuantity, picked->name, NumberKind::Measure, 0);
    }
    rules_.draw(ui, out);
    price_.draw(ui, out);
  }

  Subject subject_;
  const Words* words_ = nullptr;
  const Currency* currency_ = nullptr;
  ReadAside<Subject, View> view_;
  Recipe recipe_;
  std::optional<PieceCost> cost_;
  std::string ring_;
  std::shared_ptr<CostBook> seen_;
  std::size_t at_ = 0;  // the line that is asked about
  bool is_begun_ = false, is_stale_ = true;
  NumberSheet number_{"recipe.number"};
  MaterialPick pick_;
  CostRulesSheet rules_;
  PriceSheet price_;
};

}  // namespace

std::unique_ptr<Screen> make_recipe_page(Id<Product> product) {
  return std::make_unique<RecipePage>(Subject{product, {}});
}
std::unique_ptr<Screen> make_recipe_page(Id<Material> material) {
  return std::make_unique<RecipePage>(Subject{{}, material});
}

}  // namespace lapak
