// screens: a look at an item.
#include "app/screens/peek_sheet.h"

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/product_editor.h"
#include "app/screens/wording.h"
#include "core/partner/partner_store.h"
#include "core/people/people_store.h"
#include "core/sale/stall_terms.h"
#include "core/stock/stock_commands.h"

namespace lapak {
namespace {

constexpr float kPictureHeight = 200;
constexpr int kMostStoryLines = 40;

Pill stock_pill(const Ui& ui, Quantity on_hand) {
  if (on_hand <= Quantity{}) return {.label = std::string(ui.words(N_("Sold out"))), .tone = Tone::Danger};
  return {.label = say(ui, N_("{} left"), ui.words().quantity(on_hand)), .tone = Tone::Neutral};
}

}  // namespace

void PeekSheet::open(Id<Product> product) {
  product_ = product;
  is_open_ = was_opened_ = true;
}

PeekSheet::View PeekSheet::ask(const Shop& shop, Id<Product> id) {
  View view;
  const Database& facts = shop.facts();
  if (auto found = find_product(facts, id)) view.product = *std::move(found);
  if (view.product.category) {
    if (const auto category = find_category(facts, *view.product.category)) view.category = category->name;
  }
  const std::optional<Consigned> owner = consigned_of(facts, id);
  if (const auto maker = view.product.maker ? view.product.maker : owner ? std::optional(owner->partner) : std::nullopt)
    view.maker = kept_name(facts, *maker);
  const StallTerms terms = terms_here(facts);
  view.product.price = price_by(terms, id, view.product.price);
  view.on_hand = on_hand(facts, id);
  for (const Product& variant : variants_of(facts, id)) {
    view.variants.push_back({variant_label(variant), price_by(terms, variant.id, variant.price),
                             on_hand(facts, variant.id), variant.tracked});
    view.on_hand += view.variants.back().on_hand;
  }
  return view;
}

void PeekSheet::refresh(const Shop& shop) {
  if (!is_open_) return;
  view_.refresh(shop, product_,
                rooms(&Revisions::catalog, &Revisions::stock, &Revisions::people, &Revisions::till, &Revisions::fair),
                ask);
  was_opened_ = false;
}

PeekSheet::Wish PeekSheet::draw(Ui& ui, Intents& out) {
  const Product& product = view_->product;
  Sheet sheet(ui, "peek", is_open_ && !was_opened_, {.title = product.name, .close_label = ui.words(N_("Close"))});
  if (!sheet.visible()) return Wish::None;
  const Rect content = sheet.content();
  const Rect foot{content.x, ui.height() - 96, content.w, 80};
  draw_facts(ui, {content.x, 80, content.w, foot.y - 16 - 80});
  Wish wish = Wish::None;
  if (button(
          ui, "peek.edit", foot.left_part(120),
          {.label = ui.words(N_("Edit")), .icon = icon::pencil_simple, .stacked = true, .type = Type::SmallStrong})) {
    out.add(Open{make_product_editor(product.id)});
    is_open_ = false;
  }
  if (button(ui, "peek.add", foot.right_part(foot.w - 120 - kGap),
             {.label = ui.words(N_("Add to cart")),
              .kind = ButtonKind::Primary,
              .type = ui.size() == SizeClass::Compact ? Type::Button : Type::Title,
              .shortcut = {Key::Enter}})) {
    wish = Wish::Add;
    is_open_ = false;
  }
  if (sheet.dismissed()) is_open_ = false;
  return wish;
}

void PeekSheet::draw_facts(Ui& ui, Rect area) {
  const Theme& t = ui.theme();
  const View& view = view_.view();
  const Product& product = view.product;
  ScrollArea scroll(ui, "peek.facts", area, facts_height_);
  const Rect column{area.x, scroll.origin().y, area.w, 0};
  float y = column.y;
  if (!product.photo.empty()) {
    photo(ui, {column.x, y, column.w, kPictureHeight}, ui.photo(product.photo), kCardRadius);
    y += kPictureHeight + 16;
  }
  const Rect head{column.x, y, column.w, 40};
  if (product.open_price) {
    text(ui, head, ui.words(N_("Open price")), {.type = Type::Headline});
  } else {
    amount(ui, head, ui.money(product.price),
           {.size = AmountSize::Headline, .align = Side::Left, .name = "peek.price"});
  }
  if (product.tracked) {
    const Pill stock = stock_pill(ui, view.on_hand);
    pill(ui, {head.right() - pill_width(ui, stock), head.y + 5}, stock);
    ui.note_text("peek.stock", head, stock.label, false, false);
  }
  y += 48;
  std::string facts = product.code;
  const auto add = [&facts](std::string_view fact) {
    if (!fact.empty()) facts += (facts.empty() ? "" : " · ") + std::string(fact);
  };
  add(view.category);
  if (product.one_of_a_kind) add(ui.words(N_("One of a kind")));
  if (!view.maker.empty()) add(say(ui, N_("made by {}"), view.maker));
  if (!facts.empty()) {
    text(ui, {column.x, y, column.w, 26}, facts, {.type = Type::Text, .color = t.ink2, .cut = Cut::Names});
    y += 34;
  }
  const bool has_story = !product.story.empty();
  const std::string_view story =
      has_story ? std::string_view(product.story) : ui.words(N_("No story yet. Who made it, and of what?"));
  const int lines = static_cast<int>(ui.paint().wrapped(Type::Body, story, column.w, kMostStoryLines).size());
  const float height = static_cast<float>(lines) * line_of(Type::Body);
  text(ui, {column.x, y, column.w, height}, story,
       {.type = Type::Body,
        .color = has_story ? t.ink : t.ink2,
        .upright = Upright::Top,
        .cut = Cut::Names,
        .lines = lines,
        .name = "peek.story"});
  y += height + 12;
  for (std::size_t i = 0; i < view.variants.size(); ++i) {
    const Variant& variant = view.variants[i];
    plain_row(ui, fmt::format("peek.variant.{}", i), {column.x, y, column.w, 56},
              {.title = variant.label,
               .trailing = ui.bare_money(variant.price),
               .pill = variant.is_tracked ? std::optional(stock_pill(ui, variant.on_hand)) : std::nullopt});
    y += 56;
  }
  facts_height_ = y - column.y;
}

}  // namespace lapak
