// screens: what the labels of an item say: of what it is, how it is kept, what is in it, and its registration numbers.
#include <algorithm>

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/text.h"
#include "app/screens/labels.h"
#include "app/screens/page.h"
#include "app/screens/wording.h"
#include "core/catalog/label_commands.h"
#include "core/catalog/label_store.h"
#include "core/catalog/product_store.h"
#include "core/shop/label_papers.h"
#include "core/words/sentences.h"

namespace lapak {
namespace {

constexpr float kHighestBox = 176;  // with the keyboard on the screen all of it is still seen

class LabelFactsPage final : public Screen {
 public:
  explicit LabelFactsPage(Id<Product> product) : product_(product) {}

  void refresh(const Shop& shop) override {
    words_ = &shop.profile().screen_words();
    if (is_loaded_) return;
    is_loaded_ = true;
    facts_ = label_facts(shop.facts(), product_);
    const std::optional<Product> product = find_product(shop.facts(), product_);
    if (!product) return;
    name_ = label_of(*product);
    by_recipe_ = ingredients_of(shop.facts(), *product);
    if (product->parent) parents_ = label_facts(shop.facts(), *product->parent);
  }

  void draw(Ui& ui, Intents& out) override {
    const std::string title = say(ui, N_("Label: {}"), name_);
    const PageFrame page = draw_page(ui, {.title = title, .main = ui.words("Save"), .main_icon = icon::check});
    if (page.back) out.add(Back{});
    if (page.main == Press::Tap) {
      ui.leave_field();
      out.perform(SaveLabelFacts{product_, facts_});
    }
    draw_food(ui, page.content.column(0, 2, 32));
    draw_goods(ui, page.content.column(1, 2, 32));
  }

  void performed(const Outcome& outcome, Intents& out) override {
    if (outcome.kind != "save_label_facts") return;
    out.add(ShowToast{.sentence = say(*words_, N_("The label of {} is saved"), outcome.label),
                      .icon = icon::check_circle,
                      .offers_undo = outcome.is_undoable});
    out.add(Back{});
  }

 private:
  void ask(Ui& ui, std::string_view name, Rect box, std::string_view label, std::string_view example,
           std::string& value, const std::string& parents, bool multiline = false, bool is_number = false) {
    field(ui, name, box, value,
          {.label = ui.words(label),
           .placeholder = parents.empty() ? example : std::string_view(parents),
           .multiline = multiline,
           .kind = is_number ? TextKind::Code : TextKind::Words});
  }

  void draw_food(Ui& ui, Rect column) {
    const Words& words = ui.words();
    float y = column.y + 28;
    ask(ui, "label_facts.net", {column.x, y, column.w, 64}, N_("Net content"), "250 g", facts_.net_content,
        parents_.net_content);
    y += 64 + 40;
    ask(ui, "label_facts.allergens", {column.x, y, column.w, 64}, N_("Allergens"), words(N_("Milk, peanuts")),
        facts_.allergens, parents_.allergens);
    y += 64 + 40;
    const float recipe = by_recipe_.empty() ? 0 : 64;
    const float height = std::clamp(column.bottom() - y - recipe, 96.0f, kHighestBox);
    const std::string_view hint = by_recipe_.empty() ? words(N_("The heaviest first")) : std::string_view(by_recipe_);
    ask(ui, "label_facts.ingredients", {column.x, y, column.w, height}, N_("Ingredients"), hint, facts_.ingredients,
        parents_.ingredients, true);
    if (!by_recipe_.empty() && button(ui, "label_facts.by_recipe", {column.x, y + height + 8, column.w, 56},
                                      {.label = words(N_("Write what the recipe says")),
                                       .icon = icon::list_checks,
                                       .kind = ButtonKind::Outline})) {
      ui.leave_field();
      facts_.ingredients = by_recipe_;
    }
  }

  void draw_goods(Ui& ui, Rect column) {
    const Words& words = ui.words();
    float y = column.y + 28;
    ask(ui, "label_facts.material", {column.x, y, column.w, 64}, N_("Material"), words(N_("100 % cotton")),
        facts_.material, parents_.material);
    y += 64 + 40;
    ask(ui, "label_facts.care", {column.x, y, column.w, 64}, N_("Care"), words(N_("Wash by hand, cold")), facts_.care,
        parents_.care);
    y += 64 + 40;
    ask(ui, "label_facts.link", {column.x, y, column.w, 64}, N_("Where its story can be read"), "https://",
        facts_.story_link, parents_.story_link, false, true);
    y += 64 + 40;
    ask(ui, "label_facts.registrations", {column.x, y, column.w, std::clamp(column.bottom() - y, 96.0f, kHighestBox)},
        N_("Registration numbers"), "P-IRT, BPOM, halal", facts_.registrations, parents_.registrations, true, true);
  }

  Id<Product> product_;
  const Words* words_ = nullptr;
  LabelFacts facts_, parents_;
  std::string name_, by_recipe_;
  bool is_loaded_ = false;
};

}  // namespace

std::unique_ptr<Screen> make_label_facts_page(Id<Product> product) {
  return std::make_unique<LabelFactsPage>(product);
}

}  // namespace lapak
