// screens: what is asked at a fair: its own prices and its own tax, kept as they are tapped, and its price list.
#include <algorithm>
#include <cstdlib>

#include "app/parts/button.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/text.h"
#include "app/screens/fairs.h"
#include "app/screens/note_sheet.h"
#include "app/screens/number_sheet.h"
#include "app/screens/page.h"
#include "app/screens/product_pick.h"
#include "app/screens/screen.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"
#include "core/catalog/product_store.h"
#include "core/fair/fair_commands.h"
#include "core/shop/documents.h"

namespace lapak {
namespace {

constexpr std::int64_t kStep_bp = 500, kWhole_bp = 10'000;
constexpr int kTaxRate = -1;  // what the number sheet asks for, beside the index of a price
constexpr float kRow = 64, kLabel = 28;

class FairPricesScreen final : public Screen {
 public:
  explicit FairPricesScreen(Id<Fair> fair) : fair_(fair) {}

  void refresh(const Shop& shop) override {
    today_ = shop.today();
    view_.refresh(shop, 0, rooms(&Revisions::fair, &Revisions::catalog), [&](const Shop& s, int) {
      View view{.fair = find_fair(s.facts(), fair_), .names = {}, .lists = {}};
      if (!view.fair) return view;
      for (const FairPrice& price : view.fair->prices) {
        view.names.push_back(product_label(s.facts(), price.product));
        view.lists.push_back(find_product(s.facts(), price.product).value_or(Product{}).price);
      }
      return view;
    });
    pick_.refresh(shop);
  }

  void draw(Ui& ui, Intents& out) override {
    if (!view_->fair) {
      out.add(Back{});
      return;
    }
    const Fair& fair = *view_->fair;
    saved_ = ui.words(N_("Saved"));
    const PageFrame page = draw_page(ui, {.title = say(ui, N_("Prices: {}"), fair.name),
                                          .main = ui.words(N_("Price list")),
                                          .main_icon = icon::file_pdf});
    if (page.back) out.add(Back{});
    if (page.main == Press::Tap)
      out.add(MakePaper{.file_name = fmt::format("{} {}.pdf", ui.words(N_("Price list")), fair.name),
                        .lay_out = [id = fair_, today = today_](const Database& facts, const Profile& profile) {
                          return price_list_of(facts, profile, {.title = {}, .fair = id}, today);
                        }});
    draw_prices(ui, out, page.content.column(0, 2, 32), fair);
    draw_tax(ui, out, page.content.column(1, 2, 32), fair);
    if (const auto picked = pick_.draw(ui, out)) ask_price(ui, picked->id, picked->name, picked->price);
    if (const auto number = number_.draw(ui)) take(ui, out, *number);
    if (const auto name = name_.draw(ui)) {
      Fair card = fair;
      if (card.tax) card.tax->name = *name;
      out.perform(FairCommand(SaveFair{card}));
    }
  }

  void performed(const Outcome& outcome, Intents& out) override {
    out.add(ShowToast{.sentence = saved_, .icon = icon::check_circle, .offers_undo = outcome.is_undoable});
  }

 private:
  struct View {
    std::optional<Fair> fair;
    std::vector<std::string> names;  // of Fair::prices
    std::vector<Money> lists;        // what they cost elsewhere
  };

  void draw_prices(Ui& ui, Intents& out, Rect column, const Fair& fair);
  void draw_tax(Ui& ui, Intents& out, Rect column, const Fair& fair);
  void ask_price(Ui& ui, Id<Product> product, const std::string& name, Money before) {
    asked_ = product;
    number_.open({.title = name, .need = NumberNeed::Optional, .prefill = before.minor}, ui.currency());
  }
  void take(const Ui& ui, Intents& out, const NumberSheet::Answer& answer) const {
    Fair card = *view_->fair;
    if (answer.question == kTaxRate) {
      const std::int64_t bp = std::min(answer.value.value_or(0) / 10, kWhole_bp);
      if (bp == 0)
        card.tax.reset();
      else if (card.tax)
        card.tax->rate = {bp, kWhole_bp};
      else
        card.tax = FairTax{.name = std::string(ui.words(N_("Tax"))), .rate = {bp, kWhole_bp}};
    } else {
      std::erase_if(card.prices, [&](const FairPrice& price) { return price.product == asked_; });
      if (answer.value) card.prices.push_back({asked_, answer.money()});
    }
    out.perform(FairCommand(SaveFair{card}));
  }

  Id<Fair> fair_;
  Date today_;
  Watched<int, View> view_;
  Id<Product> asked_;
  std::string saved_;
  NumberSheet number_{"fair_prices.number"};
  NoteSheet name_{"fair_prices.tax_name"};
  ProductPick pick_;
};

void FairPricesScreen::draw_prices(Ui& ui, Intents& out, Rect column, const Fair& fair) {
  const Words& words = ui.words();
  float y = column.y;
  caption(ui, column.x, y, column.w, words(N_("All prices")));
  y += kLabel;
  const std::int64_t change = fair.price_change_bp;
  const std::string shown = (change > 0   ? "+"
                             : change < 0 ? "\u2212"
                                          : "") +
                            words.percent({std::abs(change), kWhole_bp});
  const Step step = stepper(ui, "fair_prices.change", {column.x, y, column.w, 64},
                            {.value = shown, .can_go_down = change > -kWhole_bp});
  if (step == Step::More || step == Step::Less) {
    Fair card = fair;
    card.price_change_bp = std::clamp(change + (step == Step::More ? kStep_bp : -kStep_bp), -kWhole_bp, kWhole_bp);
    out.perform(FairCommand(SaveFair{card}));
  }
  y += kRow + 16;
  caption(ui, column.x, y, column.w, words(N_("Its own prices")));
  y += kLabel;
  const Rect list{column.x, y, column.w, column.bottom() - y - kRow};
  {
    const RowList rows(ui, "fair_prices.list", list, {.count = fair.prices.size()});
    for (const RowList::Item& item : rows.visible()) {
      const FairPrice& price = fair.prices[item.index];
      const std::string elsewhere = say(ui, N_("elsewhere {}"), ui.bare_money(view_->lists[item.index]));
      if (row(ui, fmt::format("fair_prices.{}", item.index), item.rect,
              {.title = view_->names[item.index], .subtitle = elsewhere, .trailing = ui.bare_money(price.price)}))
        ask_price(ui, price.product, view_->names[item.index], price.price);
    }
  }
  if (button(ui, "fair_prices.add", column.bottom_part(56),
             {.label = words(N_("A price of its own")), .icon = icon::plus}))
    pick_.open(std::string(words(N_("Which item?"))));
}

void FairPricesScreen::draw_tax(Ui& ui, Intents& out, Rect column, const Fair& fair) {
  const Words& words = ui.words();
  float y = column.y;
  caption(ui, column.x, y, column.w, words(N_("Tax at this fair")));
  y += kLabel;
  const auto entry = [&](std::string_view name, const std::string& label) {
    const bool is_tapped = button(ui, name, {column.x, y, column.w, 56},
                                  {.label = label, .kind = ButtonKind::Outline, .left_aligned = true});
    y += kRow;
    return is_tapped;
  };
  const std::string rate = fair.tax ? words.percent(fair.tax->rate) : std::string(words(N_("as everywhere")));
  if (entry("fair_prices.tax", fmt::format("{}: {}", words(N_("Rate")), rate)))
    number_.open({.title = std::string(words(N_("Percent of tax; 0 as everywhere"))),
                  .kind = NumberKind::Measure,
                  .prefill = fair.tax ? std::optional(fair.tax->rate.numerator * 100'000 / fair.tax->rate.denominator)
                                      : std::nullopt,
                  .question = kTaxRate},
                 ui.currency());
  if (!fair.tax) return;
  if (entry("fair_prices.tax_called", fmt::format("{}: {}", words(N_("Name of the tax")), fair.tax->name)))
    name_.open(std::string(words(N_("Name of the tax"))), fair.tax->name);
  const std::vector<std::string> ways{std::string(words(N_("In the price"))), std::string(words(N_("On top of it")))};
  if (const auto way =
          segments(ui, "fair_prices.tax_way", {column.x, y, column.w, 56}, ways, fair.tax->included ? 0 : 1);
      way && (*way == 0) != fair.tax->included) {
    Fair card = fair;
    card.tax->included = *way == 0;
    out.perform(FairCommand(SaveFair{card}));
  }
}

}  // namespace

std::unique_ptr<Screen> make_fair_prices(Id<Fair> fair) {
  return std::make_unique<FairPricesScreen>(fair);
}

}  // namespace lapak
