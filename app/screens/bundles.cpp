// screens: the list of bundles.
#include "app/screens/bundles.h"

#include <fmt/format.h>

#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/text.h"
#include "app/screens/page.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"
#include "core/catalog/bundle_store.h"
#include "core/catalog/product_store.h"

namespace lapak {
namespace {

// A bundle as the list tells it.
struct BundleRow {
  BundleRule rule;
  std::string goods;  // the category, or the items' names
};

std::string goods_of(const Database& facts, const BundleRule& rule) {
  if (rule.category) return find_category(facts, *rule.category).value_or(Category{}).name;
  std::string names;
  for (const Id<Product> product : rule.products) names += (names.empty() ? "" : ", ") + product_label(facts, product);
  return names;
}

class BundlesPage final : public Screen {
 public:
  void refresh(const Shop& shop) override {
    rows_.refresh(shop, 0, rooms(&Revisions::catalog), [](const Shop& s, int) {
      std::vector<BundleRow> rows;
      for (BundleRule& rule : bundle_rules(s.facts())) {
        std::string goods = goods_of(s.facts(), rule);
        rows.push_back({std::move(rule), std::move(goods)});
      }
      return rows;
    });
  }

  void draw(Ui& ui, Intents& out) override {
    saved_ = ui.words(N_("“{}” is saved."));
    const PageFrame page =
        draw_page(ui, {.title = ui.words(N_("Bundles")), .main = ui.words(N_("New bundle")), .main_icon = icon::plus});
    if (page.back) out.add(Back{});
    if (page.main == Press::Tap) out.add(Open{make_bundle_editor(std::nullopt)});
    if (rows_->empty()) {
      if (empty_state(ui, "bundles.empty", page.content,
                      {icon::gift, ui.words(N_("Any three for one price: of a category, or of items you choose.")),
                       ui.words(N_("First bundle")), false}))
        out.add(Open{make_bundle_editor(std::nullopt)});
      return;
    }
    const RowList rows(ui, "bundles.list", page.content, {.count = rows_->size()});
    for (const RowList::Item& item : rows.visible()) {
      const BundleRow& each = rows_.view()[item.index];
      const std::string terms = bundle_terms(each.rule.terms, ui.words(), ui.currency());
      const std::string said = fmt::format("{} · {}", terms, each.goods);
      if (row(ui, fmt::format("bundle.{}", item.index), item.rect,
              {.title = each.rule.name,
               .subtitle = said,
               .icon = icon::gift,
               .pill = each.rule.is_stopped
                           ? std::optional(Pill{.label = std::string(ui.words(N_("Stopped"))), .tone = Tone::Neutral})
                           : std::nullopt,
               .has_arrow = true}))
        out.add(Open{make_bundle_editor(each.rule.id)});
    }
  }

  void performed(const Outcome& outcome, Intents& out) override {
    out.add(ShowToast{.sentence = fmt::format(fmt::runtime(saved_), outcome.label),
                      .icon = icon::check_circle,
                      .offers_undo = outcome.is_undoable});
  }

 private:
  Watched<int, std::vector<BundleRow>> rows_;
  std::string saved_;
};

}  // namespace

std::unique_ptr<Screen> make_bundles_page() {
  return std::make_unique<BundlesPage>();
}

}  // namespace lapak
