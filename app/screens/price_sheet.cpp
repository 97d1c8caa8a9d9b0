// screens: the price that is suggested.
#include "app/screens/price_sheet.h"

#include <algorithm>

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/page.h"
#include "app/screens/wording.h"
#include "core/catalog/product_store.h"

namespace lapak {

std::optional<PricedProduct> priced_product(const Database& database, Id<Product> id) {
  auto product = find_product(database, id);
  if (!product) return std::nullopt;
  PricedProduct priced{*std::move(product), {}};
  if (priced.product.has_variants()) priced.variants = variants_of(database, id);
  return priced;
}

Money price_of(const PricedProduct& priced) {
  if (priced.variants.empty()) return priced.product.price;
  return std::ranges::min(priced.variants, {}, &Product::price).price;
}

SaveProduct with_price(PricedProduct priced, Money price) {
  priced.product.price = price;
  for (Product& variant : priced.variants) variant.price = price;
  return {std::move(priced.product), std::move(priced.variants), {}};
}

float draw_cost_lines(Ui& ui, Rect room, const PieceCost& cost, std::string_view of_one) {
  float y = room.y;
  const auto line = [&](std::string_view label, Money value, Type type) {
    text(ui, {room.x, y, room.w * 0.62f, 32}, label, {.type = Type::Text, .color = ui.theme().ink2});
    text(ui, {room.x + room.w * 0.62f, y, room.w * 0.38f, 32}, ui.bare_money(value),
         {.type = type, .align = Side::Right});
    y += 36;
  };
  line(ui.words(N_("Materials")), cost.materials, Type::Text);
  line(ui.words(N_("Work")), cost.work, Type::Text);
  if (!cost.other.is_zero()) line(ui.words(N_("Other cost")), cost.other, Type::Text);
  if (!cost.overhead.is_zero()) line(ui.words(N_("Overhead")), cost.overhead, Type::Text);
  divider(ui, room.x, y, room.w);
  y += 4;
  line(of_one, cost.total(), Type::Strong);
  if (!cost.is_complete) {
    text(ui, {room.x, y, room.w, 52}, ui.words(N_("Nobody knows yet what some of the materials cost.")),
         {.type = Type::Small, .color = ui.theme().warning_text, .upright = Upright::Top, .lines = 2});
    y += 56;
  }
  return y;
}

void PriceSheet::open(PricedProduct priced, const PieceCost& cost, const CostRules& rules) {
  priced_ = std::move(priced);
  cost_ = cost;
  suggested_ = suggested_price(cost, rules);
  is_open_ = true;
}

void PriceSheet::draw(Ui& ui, Intents& out) {
  Sheet sheet(ui, "price", is_open_, {.title = priced_.product.name, .close_label = ui.words(N_("Close")), .foot = 80});
  if (!sheet.visible()) return;
  if (sheet.dismissed()) is_open_ = false;
  const Rect content = sheet.content();
  float y = draw_cost_lines(ui, content, cost_, ui.words(N_("Cost per piece"))) + 24;
  const auto told = [&](std::string_view label, Money value, AmountSize size, std::string_view name) {
    text(ui, {content.x, y, content.w, 28}, ui.words(label), {.type = Type::Small, .color = ui.theme().ink2});
    amount(ui, {content.x, y + 28, content.w, 48}, ui.money(value), {.size = size, .align = Side::Left, .name = name});
    y += 92;
  };
  told(N_("Suggested price"), suggested_.retail, AmountSize::L, "price.retail");
  told(N_("Wholesale"), suggested_.wholesale, AmountSize::Headline, "price.wholesale");
  told(N_("Price now"), price_of(priced_), AmountSize::Headline, "price.now");
  if (button(ui, "price.take", sheet.foot(),
             {.label = say(ui, N_("Take {}"), ui.money(suggested_.retail)),
              .icon = icon::check,
              .kind = ButtonKind::Primary,
              .enabled = suggested_.retail > Money{} && suggested_.retail != price_of(priced_),
              .type = Type::Main}))
    out.perform(with_price(priced_, suggested_.retail));
}

bool PriceSheet::performed(const Outcome& outcome, const Words& words, const Currency& currency, Intents& out) {
  if (!is_open_ || outcome.kind != "save_product") return false;
  is_open_ = false;
  out.add(ShowToast{
      .sentence = say(words, N_("{} now costs {}"), priced_.product.name, words.money(suggested_.retail, currency)),
      .icon = icon::check_circle,
      .offers_undo = outcome.is_undoable});
  return true;
}

}  // namespace lapak
