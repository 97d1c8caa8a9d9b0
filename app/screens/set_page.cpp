// screens: what a set is made of and costs.
#include <fmt/format.h>

#include <algorithm>

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/text.h"
#include "app/screens/number_sheet.h"
#include "app/screens/page.h"
#include "app/screens/product_pick.h"
#include "app/screens/sets.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"
#include "core/base/text.h"
#include "core/catalog/catalog_commands.h"
#include "core/catalog/product_store.h"
#include "core/stock/stock_commands.h"
#include "core/words/sentences.h"

namespace lapak {
namespace {

constexpr std::int64_t kDozen = 12;
constexpr Quantity kOne = Quantity::of(1);
constexpr float kRow = 80;
constexpr int kPrice = -1;  // what the number sheet asks for, beside the index of a part

// A part as the list shows it.
struct PartRow {
  std::string name;
  Money price;
  bool tracked = false;
  Quantity on_hand;
};

class SetPage final : public Screen {
 public:
  SetPage(Id<Product> product, bool is_dozen) : asked_(product), is_dozen_(is_dozen) {}

  void refresh(const Shop& shop) override {
    words_ = &shop.profile().screen_words();
    if (!is_begun_) begin(shop);
    pick_.refresh(shop);
    rows_.refresh(shop, product_.parts, rooms(&Revisions::catalog, &Revisions::stock, &Revisions::sale),
                  [](const Shop& s, const std::vector<SetPart>& parts) {
                    std::vector<PartRow> rows;
                    for (const SetPart& part : parts) {
                      const Product one = find_product(s.facts(), part.product).value_or(Product{});
                      rows.push_back({label_of(one), one.price, one.tracked, on_hand(s.facts(), one.id)});
                    }
                    return rows;
                  });
  }

  void draw(Ui& ui, Intents& out) override {
    const Result<Product> checked = checked_product(product_);
    const bool is_ready = checked && (checked->is_set() || was_set_);
    const PageFrame page = draw_page(ui, {.title = is_dozen_ ? ui.words(N_("By the dozen")) : std::string_view(title_),
                                          .main = ui.words(N_("Save")),
                                          .main_icon = icon::check,
                                          .main_enabled = is_ready});
    if (page.back) out.add(Back{});
    if (page.main == Press::Tap) out.perform(CatalogCommand(SaveProduct{*checked, {}, std::nullopt}));
    if (page.main == Press::TapDisabled)
      out.add(ShowToast{.sentence = checked ? std::string(ui.words(N_("Add what the set is made of.")))
                                            : sentence(checked.error(), ui.words(), ui.currency()),
                        .icon = icon::info});
    draw_parts(ui, page.content.column(0, 2, 32));
    draw_price(ui, page.content.column(1, 2, 32));
    if (const auto answer = number_.draw(ui)) take(*answer);
    if (const auto picked = pick_.draw(ui, out)) add(picked->id);
  }

  void performed(const Outcome& outcome, Intents& out) override {
    if (outcome.kind != "save_product") return;
    out.add(Back{});
    out.add(ShowToast{.sentence = say(*words_, N_("{} is saved"), outcome.label),
                      .icon = icon::check_circle,
                      .offers_undo = outcome.is_undoable});
  }

 private:
  void begin(const Shop& shop) {
    is_begun_ = true;
    const auto known = find_product(shop.facts(), asked_);
    if (!known) return;
    if (!is_dozen_) {
      product_ = *known;
      title_ = say(*words_, N_("Made of – {}"), known->name);
      was_set_ = known->is_set();
      return;
    }
    product_ = Product{.name = say(*words_, N_("{}, a dozen"), label_of(*known)),
                       .price = times(known->price, Quantity::of(kDozen)).value_or(kLargestMoney),
                       .category = known->category,
                       .maker = known->maker,
                       .photo = photo_of(shop.facts(), *known),
                       .tax_class = known->tax_class,
                       .tracked = false,
                       .position = known->position,
                       .parts = {{known->id, Quantity::of(kDozen)}}};
  }

  void add(Id<Product> product) {
    const auto same = std::ranges::find(product_.parts, product, &SetPart::product);
    if (same == product_.parts.end())
      product_.parts.push_back({product, kOne});
    else
      same->quantity += kOne;
  }

  void take(const NumberSheet::Answer& answer) {
    if (answer.question == kPrice)
      product_.price = answer.money();
    else if (const auto at = static_cast<std::size_t>(answer.question); at < product_.parts.size())
      product_.parts[at].quantity = Quantity{answer.value.value_or(0)};
  }

  // One frame after an item was added its row is still to be read.
  std::size_t shown() const { return std::min(rows_->size(), product_.parts.size()); }

  void draw_parts(Ui& ui, Rect column) {
    caption(ui, column.x, column.y, column.w, ui.words(N_("In each piece")));
    if (button(ui, "set.add", column.bottom_part(56), {.label = ui.words(N_("Add an item")), .icon = icon::plus}))
      pick_.open(std::string(ui.words(N_("Which item?"))));
    const Rect list{column.x, column.y + 28, column.w, column.h - 28 - 64};
    if (product_.parts.empty()) {
      empty_state(
          ui, "set.none", list,
          {icon::gift, ui.words(N_("A set is taken from stock by its parts: there is as much of it as they allow."))});
      return;
    }
    const RowList rows(ui, "set.parts", list, {.count = shown(), .row_height = kRow});
    for (const RowList::Item& item : rows.visible()) {
      SetPart& part = product_.parts[item.index];
      const PartRow& each = rows_.view()[item.index];
      const std::string name = fmt::format("set.part.{}", item.index);
      const std::string left = each.tracked ? say(ui, N_("{} left"), ui.words().quantity(each.on_hand)) : std::string();
      const std::string facts = ui.bare_money(each.price) + (left.empty() ? "" : " · " + left);
      plain_row(ui, name, item.rect.left_part(item.rect.w - 184), {.title = each.name, .subtitle = facts});
      const Step step = stepper(ui, name, {item.rect.right() - 168, item.rect.y + 12, 168, 56},
                                {.value = ui.words().quantity(part.quantity), .shows_bin = part.quantity <= kOne});
      if (step == Step::None) continue;
      if (step == Step::Number) {
        number_.open({.title = each.name,
                      .kind = NumberKind::Measure,
                      .prefill = part.quantity.thousandths,
                      .question = static_cast<int>(item.index)},
                     ui.currency());
      } else if (step == Step::More) {
        part.quantity += kOne;
      } else if (part.quantity > kOne) {
        part.quantity = part.quantity - kOne;
      } else {
        product_.parts.erase(product_.parts.begin() + static_cast<std::ptrdiff_t>(item.index));
        rows_.forget();
      }
      ui.keep_drawing();
      break;  // the rows may be others now
    }
  }

  void draw_price(Ui& ui, Rect column) {
    const Words& words = ui.words();
    float y = column.y;
    if (is_dozen_) {
      caption(ui, column.x, y, column.w, words(N_("Name")));
      field(ui, "set.name", {column.x, y + 28, column.w, 64}, product_.name);
      y += 108;
    }
    caption(ui, column.x, y, column.w, words(N_("Price")));
    const std::string price = ui.money(product_.price);
    if (button(ui, "set.price", {column.x, y + 28, column.w, 64},
               {.label = price, .icon = icon::pencil_simple, .kind = ButtonKind::Outline, .left_aligned = true}))
      number_.open({.title = std::string(words(N_("Price"))), .prefill = product_.price.minor, .question = kPrice},
                   ui.currency());
    y += 108;
    const auto line = [&](std::string_view name, std::string_view label, const std::string& value) {
      const Rect place{column.x, y, column.w, 32};
      text(ui, place, label, {.type = Type::Body, .color = ui.theme().ink2});
      text(ui, place, value, {.type = Type::Strong, .align = Side::Right, .name = name});
      y += 36;
    };
    Money alone;
    std::optional<std::int64_t> sets;
    for (std::size_t i = 0; i < shown(); ++i) {
      const PartRow& each = rows_.view()[i];
      const Quantity quantity = product_.parts[i].quantity;
      if (alone < kLargestMoney) alone += times(each.price, quantity).value_or(kLargestMoney);
      if (!each.tracked || quantity <= Quantity{}) continue;
      const std::int64_t made = std::max<std::int64_t>(0, each.on_hand.thousandths) / quantity.thousandths;
      sets = std::min(sets.value_or(made), made);
    }
    if (product_.parts.empty()) return;
    line("set.alone", words(N_("The parts by themselves")), ui.money(alone));
    const Money saved = alone - product_.price;
    if (saved > Money{}) line("set.saved", words(N_("The buyer saves")), ui.money(saved));
    if (sets) line("set.stock", words(N_("Can be sold now")), words.count(*sets));
  }

  Id<Product> asked_;
  bool is_dozen_;
  bool is_begun_ = false;
  bool was_set_ = false;
  Product product_;
  std::string title_;
  const Words* words_ = nullptr;
  Watched<std::vector<SetPart>, std::vector<PartRow>> rows_;
  NumberSheet number_{"set.number"};
  ProductPick pick_;
};

}  // namespace

std::unique_ptr<Screen> make_set_page(Id<Product> product) {
  return std::make_unique<SetPage>(product, false);
}

std::unique_ptr<Screen> make_dozen_page(Id<Product> of) {
  return std::make_unique<SetPage>(of, true);
}

}  // namespace lapak
