// screens: choosing a variant.
#include "app/screens/variant_sheet.h"

#include <algorithm>

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/number_sheet.h"
#include "app/screens/wording.h"
#include "core/sale/sale_store.h"
#include "core/sale/stall_terms.h"
#include "core/stock/stock_commands.h"

namespace lapak {
namespace {

constexpr int kOftenShown = 4;
constexpr float kOptionHeight = 72;

bool is_out(const Product& product, Quantity on_hand) {
  return product.tracked && on_hand <= Quantity{};
}

}  // namespace

void VariantSheet::open(Id<Product> parent, Quantity quantity) {
  parent_ = parent;
  quantity_ = quantity;
  line_.reset();
  is_wanted_ = true;
}

void VariantSheet::open_for_line(Id<Product> parent, Id<CartLine> line) {
  parent_ = parent;
  line_ = line;
  is_wanted_ = true;
}

VariantSheet::View VariantSheet::ask(const Shop& shop, Id<Product> parent) {
  View view;
  if (auto found = find_product(shop.facts(), parent)) view.parent = std::move(*found);
  const StallTerms terms = terms_here(shop.facts());
  view.values.resize(view.parent.option_names.size());
  for (Product& variant : variants_of(shop.facts(), parent)) {
    const Quantity here = on_hand(shop.facts(), variant.id);
    for (std::size_t i = 0; i < view.values.size() && i < variant.option_values.size(); ++i) {
      auto& values = view.values[i];
      if (std::ranges::find(values, variant.option_values[i]) == values.end())
        values.push_back(variant.option_values[i]);
    }
    variant.price = price_by(terms, variant.id, variant.price);
    view.choices.push_back({std::move(variant), here});
  }
  for (const Id<Product> id : most_sold_variants(shop.facts(), parent, kOftenShown)) {
    const auto found = std::ranges::find(view.choices, id, [](const Choice& c) { return c.product.id; });
    if (found != view.choices.end()) view.often.push_back(static_cast<std::size_t>(found - view.choices.begin()));
  }
  return view;
}

void VariantSheet::refresh(const Shop& shop) {
  if (!is_wanted_ && !is_open_) return;
  view_.refresh(shop, parent_,
                rooms(&Revisions::catalog, &Revisions::stock, &Revisions::sale, &Revisions::till, &Revisions::fair),
                ask);
  if (!std::exchange(is_wanted_, false)) return;
  picked_ = view_->choices.empty() ? std::vector<std::string>() : view_->choices.front().product.option_values;
  is_open_ = true;
}

const VariantSheet::Choice* VariantSheet::chosen() const {
  const auto found =
      std::ranges::find(view_->choices, picked_, [](const Choice& c) { return c.product.option_values; });
  return found == view_->choices.end() ? nullptr : &*found;
}

const VariantSheet::Choice* VariantSheet::with_value(std::size_t option, const std::string& value) const {
  // The one that keeps what was picked besides; else the first that has this value at all.
  const Choice* any = nullptr;
  for (const Choice& choice : view_->choices) {
    if (option >= choice.product.option_values.size() || choice.product.option_values[option] != value) continue;
    std::vector<std::string> wanted = picked_;
    if (option < wanted.size()) wanted[option] = value;
    if (choice.product.option_values == wanted) return &choice;
    if (!any) any = &choice;
  }
  return any;
}

void VariantSheet::choose(const Choice& choice, Intents& out) {
  if (line_) {
    out.perform(CartCommand(ChangeVariant{*line_, choice.product.id}));
  } else {
    out.perform(CartCommand(AddProduct{.product = choice.product.id, .quantity = quantity_, .price = std::nullopt}));
  }
  is_open_ = false;
}

void VariantSheet::draw_options(Ui& ui, Intents& out, Rect content, float& y) {
  const bool is_single = view_->values.size() == 1;
  for (std::size_t option = 0; option < view_->values.size(); ++option) {
    text(ui, {content.x, y, content.w, 32}, view_->parent.option_names[option],
         {.type = Type::SmallStrong, .color = ui.theme().ink2, .cut = Cut::Names});
    y += 32;
    const auto& values = view_->values[option];
    const int columns = content.w < 450 ? 3 : 4;
    for (std::size_t i = 0; i < values.size(); ++i) {
      const int at = static_cast<int>(i) % columns;
      if (i > 0 && at == 0) y += kOptionHeight + kGap;
      const Choice* choice = with_value(option, values[i]);
      const bool out_of_stock = choice && is_single && is_out(choice->product, choice->on_hand);
      const bool is_picked = !is_single && option < picked_.size() && picked_[option] == values[i];
      const std::string left = is_single && choice && choice->product.tracked && !out_of_stock
                                   ? say(ui, N_("{} left"), ui.words().quantity(choice->on_hand))
                                   : std::string();
      if (button(ui, fmt::format("{}.{}.{}", name_, option, i),
                 Rect{content.x, y, content.w, kOptionHeight}.column(at, columns, kGap),
                 {.label = values[i],
                  .kind = out_of_stock ? ButtonKind::Outline : ButtonKind::Secondary,
                  .sub_label = out_of_stock ? ui.words(N_("Sold out")) : std::string_view(left),
                  .selected = is_picked}) &&
          choice) {
        picked_ = choice->product.option_values;
        if (is_single) choose(*choice, out);
      }
    }
    y += kOptionHeight + 16;
  }
}

void VariantSheet::draw_often(Ui& ui, Intents& out, Rect content, float y) {
  // With one group of options every variant is one tap already.
  if (view_->often.empty() || view_->values.size() == 1) return;
  text(ui, {content.x, y, content.w, 32}, ui.words(N_("Often chosen")),
       {.type = Type::SmallStrong, .color = ui.theme().ink2});
  y += 32;
  for (std::size_t i = 0; i < view_->often.size(); ++i) {
    const Choice& choice = view_->choices[view_->often[i]];
    const Rect line{content.x, y + static_cast<float>(i / 2) * 80, content.w, 72};
    if (line.bottom() > ui.height() - 120) break;
    std::string label;
    for (const std::string& value : choice.product.option_values) label += (label.empty() ? "" : " ") + value;
    const bool out_of_stock = is_out(choice.product, choice.on_hand);
    const std::string left =
        choice.product.tracked ? say(ui, N_("{} left"), ui.words().quantity(choice.on_hand)) : std::string();
    if (button(ui, fmt::format("{}.often.{}", name_, i), line.column(static_cast<int>(i % 2), 2, kGap),
               {.label = label,
                .kind = out_of_stock ? ButtonKind::Outline : ButtonKind::Secondary,
                .sub_label = out_of_stock ? ui.words(N_("Sold out")) : std::string_view(left)})) {
      choose(choice, out);
    }
  }
}

void VariantSheet::draw(Ui& ui, Intents& out) {
  const std::string title = say(ui, N_("{}: choose a variant"), view_->parent.name);
  Sheet sheet(ui, name_, is_open_,
              {.title = title,
               .width = ui.size() == SizeClass::Compact ? 520.0f : 640.0f,
               .close_label = ui.words(N_("Close"))});
  if (!sheet.visible()) return;
  const Rect area = sheet.area();
  const Rect content{area.x + 24, 80, area.w - 48, area.h - 80};
  float y = 80;
  draw_options(ui, out, content, y);
  const Choice* choice = chosen();
  const bool is_single = view_->values.size() == 1;
  if (!is_single && choice) {
    const Rect box{content.x, y, content.w, 72};
    ui.paint().fill(box, ui.theme().surface2, kCardRadius);
    text(ui, box.inset(16, 0), variant_label(choice->product),
         {.type = Type::Strong, .cut = Cut::Names, .name = name_ + ".chosen"});
    const std::string facts = choice->product.tracked
                                  ? fmt::format("{}    {}", ui.bare_money(choice->product.price),
                                                say(ui, N_("{} left"), ui.words().quantity(choice->on_hand)))
                                  : ui.bare_money(choice->product.price);
    text(ui, box.inset(16, 0), facts, {.type = Type::Strong, .align = Side::Right});
    y += 88;
  }
  draw_often(ui, out, content, y);
  if (!is_single) {
    const Rect foot{content.x, ui.height() - 96, content.w, 80};
    if (button(ui, name_ + ".add", foot,
               {.label = ui.words(line_ ? N_("Change variant") : N_("Add to cart")),
                .kind = ButtonKind::Primary,
                .enabled = choice != nullptr,
                .type = Type::Main,
                .shortcut = {Key::Enter}}) &&
        choice) {
      choose(*choice, out);
    }
  }
  if (sheet.dismissed()) is_open_ = false;
}

}  // namespace lapak
