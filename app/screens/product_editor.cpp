// screens: the editor of one item and of its variants.
#include "app/screens/product_editor.h"

#include <algorithm>
#include <map>

#include "app/parts/field.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/text.h"
#include "app/screens/labels.h"
#include "app/screens/making.h"
#include "app/screens/number_sheet.h"
#include "app/screens/page.h"
#include "app/screens/photo_box.h"
#include "app/screens/sets.h"
#include "app/screens/stock_sheet.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"
#include "core/base/text.h"
#include "core/catalog/product_store.h"
#include "core/people/people_store.h"
#include "core/words/sentences.h"

namespace lapak {
namespace {

// A variant as it is edited: the card, and the pieces typed beside it.
struct EditedVariant {
  Product product;
  Quantity pieces;
  Quantity pieces_before;
};
using Values = std::vector<std::string>;
constexpr Quantity kOne = Quantity::of(1);

struct Choices {
  std::vector<Category> categories;
  std::vector<Contact> partners;
  std::vector<Id<Contact>> agreed;  // partners whose goods can be sold here: the shares were agreed
};

enum class Question { Price, Cost, Floor, LowMark, Stock, VariantPrice, VariantStock };
enum class Pane { Item, Variants };

class ProductEditor final : public Screen {
 public:
  ProductEditor(std::optional<Id<Product>> product, NewItem begun) : asked_(product) {
    product_.name = std::move(begun.name);
    product_.barcode = std::move(begun.barcode);
    product_.tracked = true;
  }

  void refresh(const Shop& shop) override {
    words_ = &shop.profile().screen_words();
    is_owner_ = shop.actor().role == Role::Owner;
    has_tax_ = !shop.profile().tax_rates.empty();
    if (asked_) load(shop);
    if (price_before_) take_price(shop);
    if (may_have_new_barcodes_) take_barcodes(shop);
    if (may_have_new_parts_) take_parts(shop);
    const auto read = rooms(&Revisions::catalog, &Revisions::people, &Revisions::partner);
    choices_.refresh(shop, 0, read, [](const Shop& s, int) {
      Choices choices{categories(s.facts()), {}, {}};
      for (const Contact& contact : people(s.facts(), {.count = 200}).rows) {
        if (!contact.is_partner) continue;
        choices.partners.push_back(contact);
        if (find_agreement(s.facts(), contact.id, Book::Consignment)) choices.agreed.push_back(contact.id);
      }
      return choices;
    });
    // The variants that were just added have ids now: their first pieces can be put down.
    if (saved_) {
      for (const Product& variant : variants_of(shop.facts(), *saved_)) {
        const auto found = variants_.find(variant.option_values);
        if (found != variants_.end()) found->second.product.id = variant.id;
      }
    }
    stock_.refresh(shop);
    photo_.refresh(shop, product_.photo);
  }

  void draw(Ui& ui, Intents& out) override {
    if (saved_) {
      finish(out);
      return;
    }
    if (pane_ == Pane::Variants) {
      draw_variants(ui, out);
    } else {
      draw_item(ui, out);
    }
    if (const auto answer = number_.draw(ui)) take_number(*answer);
    photo_.draw_files(ui, out);
    stock_.draw(ui, out);
  }

  void performed(const Outcome& outcome, Intents& out) override {
    if (outcome.kind == "save_category") {
      product_.category = Id<Category>{outcome.subject};
    } else if (outcome.kind == "consign_product") {
      owner_ = asked_owner_;
      for (const Contact& partner : choices_->partners)
        if (owner_ == partner.id) owner_name_ = partner.name;
    } else if (outcome.kind == "save_contact") {
      product_.maker = Id<Contact>{outcome.subject};
    } else if (outcome.kind == "save_product") {
      saved_ = Id<Product>{outcome.subject};
      is_undoable_ = outcome.is_undoable;
      choices_.forget();
    } else {
      stock_.performed(outcome, *words_, out);
    }
  }

  bool refused(const Problem& problem) override {
    problem_ = problem;
    return problem.code == ProblemCode::NameEmpty || problem.code == ProblemCode::CodeTaken ||
           problem.code == ProblemCode::BarcodeTaken;
  }

  bool dropped(const std::filesystem::path& file, Intents& out) override {
    photo_.read(file, out);
    return true;
  }

 private:
  static Values options_of(const std::vector<Values>& options) {
    Values first;
    for (const Values& values : options) first.push_back(values.front());
    return first;
  }

  void load(const Shop& shop) {
    const auto found = find_product(shop.facts(), *asked_);
    asked_.reset();
    if (!found) return;
    product_ = as_loaded_ = *found;
    const std::optional<Consigned> consigned = consigned_of(shop.facts(), product_.id);
    owner_ = consigned ? std::optional(consigned->partner) : std::nullopt;
    if (owner_) owner_name_ = kept_name(shop.facts(), *owner_);
    if (!product_.maker) product_.maker = owner_;
    if (product_.has_variants()) {
      option_values_.assign(product_.option_names.size(), {});
      for (Product& variant : lapak::variants_of(shop.facts(), product_.id)) {
        for (std::size_t i = 0; i < option_values_.size() && i < variant.option_values.size(); ++i) {
          Values& values = option_values_[i];
          if (std::ranges::find(values, variant.option_values[i]) == values.end())
            values.push_back(variant.option_values[i]);
        }
        const Quantity pieces = on_hand(shop.facts(), variant.id);
        is_by_measure_ = is_by_measure_ || moves_in_parts(shop.facts(), variant.id);
        const Values key = variant.option_values;
        variants_[key] = {std::move(variant), pieces, pieces};
      }
    } else {
      stock_before_ = on_hand(shop.facts(), product_.id);
      is_by_measure_ = moves_in_parts(shop.facts(), product_.id);
      stock_pieces_ = stock_before_;
    }
    has_price_ = true;
  }

  // ---------------------------------------------------------------- the item
  void draw_item(Ui& ui, Intents& out) {
    const bool is_new = product_.id.is_nil();
    const std::string title = is_new && product_.name.empty() ? std::string(ui.words("New item")) : product_.name;
    const PageFrame page = draw_page(ui, {.title = title, .main = ui.words("Save")});
    if (page.back) out.add(Back{});
    const bool compact = ui.size() == SizeClass::Compact;
    const float left_width = compact ? 240.0f : 320.0f;
    const Rect area{page.content.x, 72, page.content.w, ui.height() - 72};
    draw_left(ui, {page.content.x, page.content.y, left_width, page.content.h}, out);
    const Rect right{area.x + left_width + (compact ? 24.0f : 32.0f), area.y,
                     area.w - left_width - (compact ? 24.0f : 32.0f), area.h};
    draw_right(ui, right, out);
    if (page.main == Press::Tap) save(ui, out);
    if (const auto& scan = ui.scan(); scan && !ui.editing("code")) product_.barcode = *scan;
  }

  void draw_left(Ui& ui, Rect rect, Intents& out) {
    float y = photo_.draw(ui, out, {rect.x, rect.y, rect.w, rect.w}, product_.photo);
    if (switch_row(ui, "favourite", {rect.x, y, rect.w, 56}, ui.words("Favourite"), product_.favourite))
      product_.favourite = !product_.favourite;
    y += 60;
    if (switch_row(ui, "shown", {rect.x, y, rect.w, 56}, ui.words("Shown at Sell"), !product_.hidden))
      product_.hidden = !product_.hidden;
    y += 64 + 28;
    const float height = std::max(72.0f, rect.bottom() - y);
    field(ui, "story", {rect.x, y, rect.w, height}, product_.story,
          {.label = ui.words("Story of the item"),
           .placeholder = ui.words("Who made it, and of what?"),
           .multiline = true});
  }

  std::string problem_text(const Ui& ui, ProblemCode code) const {
    return problem_ && problem_->code == code ? sentence(*problem_, ui.words(), ui.currency()) : std::string();
  }

  void draw_right(Ui& ui, Rect area, Intents& out) {
    ScrollArea scroll(ui, "item.scroll", area, content_height_);
    const float x = scroll.origin().x;
    const float w = area.w;
    float y = scroll.origin().y + 36;
    const std::string name_problem = problem_text(ui, ProblemCode::NameEmpty);
    const float price_width = std::min(216.0f, w * 0.34f);
    if (field(ui, "name", {x, y, w - price_width - 16, 64}, product_.name,
              {.label = ui.words("Name"), .error = name_problem})
            .edited)
      problem_.reset();
    caption(ui, x + w - price_width, y - 28, price_width, ui.words("Price"));
    const std::string price =
        has_price_ || product_.open_price ? ui.money(product_.price) : std::string(ui.words("Enter a price"));
    if (value_button(ui, "price", {x + w - price_width, y, price_width, 64}, price, has_price_)) {
      number_.open({.title = std::string(ui.words("Price")),
                    .prefill = has_price_ ? std::optional(product_.price.minor) : std::nullopt,
                    .question = static_cast<int>(Question::Price)},
                   ui.currency());
    }
    if (needs_price_ && !has_price_) {
      text(ui, {x + w - price_width, y + 66, price_width, 24}, ui.words("Enter a price; 0 is free"),
           {.type = Type::Small, .color = ui.theme().danger, .name = "price.error"});
    }
    y += 64 + (name_problem.empty() && !(needs_price_ && !has_price_) ? 8.0f : 28.0f);

    caption(ui, x, y, w, ui.words("Category"));
    y = draw_categories(ui, {x, y + 28, w, 0}, out) + 36;

    const std::string code_problem = problem_text(ui, ProblemCode::CodeTaken);
    const std::string barcode_problem = problem_text(ui, ProblemCode::BarcodeTaken);
    const float scan_width = std::min(160.0f, w * 0.24f);
    const float code_width = (w - scan_width - 16) / 2;
    if (field(ui, "code", {x, y, code_width, 64}, product_.code,
              {.label = ui.words("Code"), .placeholder = "TRB-01", .error = code_problem, .code = true})
            .edited)
      problem_.reset();
    if (field(ui, "barcode", {x + code_width + 8, y, code_width, 64}, product_.barcode,
              {.label = ui.words("Barcode"), .error = barcode_problem, .code = true})
            .edited)
      problem_.reset();
    if (button(ui, "scan", {x + w - scan_width, y, scan_width, 64}, {.label = ui.words("Scan"), .icon = icon::barcode}))
      ui.focus_field("barcode");
    y += 64 + (code_problem.empty() && barcode_problem.empty() ? 8.0f : 28.0f);

    y = draw_stock(ui, {x, y, w, 0});
    y = draw_maker(ui, {x, y, w, 0}, out);

    const float half = (w - 32) / 2;
    if (!product_.is_set() &&
        switch_row(ui, "tracked", {x, y, half, 56}, ui.words("Keep count of the stock"), product_.tracked))
      product_.tracked = !product_.tracked;
    if (switch_row(ui, "unique", {x + half + 32, y, half, 56}, ui.words("One of a kind"), product_.one_of_a_kind))
      product_.one_of_a_kind = !product_.one_of_a_kind;
    y += 60;
    if (switch_row(ui, "open_price", {x, y, half, 56}, ui.words("The price is typed at the sale"), product_.open_price))
      product_.open_price = !product_.open_price;
    if (has_tax_ || !product_.tax_class.empty()) {
      const bool is_taxed = product_.tax_class != kUntaxed;
      if (switch_row(ui, "taxed", {x + half + 32, y, half, 56}, ui.words(N_("Taxed")), is_taxed))
        product_.tax_class = is_taxed ? std::string(kUntaxed) : std::string();
    }
    y += 68;
    const std::string variants =
        variants_.empty()
            ? std::string(ui.words("Variants"))
            : say(ui, N_("Variants: {}"), ui.words().count(static_cast<std::int64_t>(shown_keys().size())));
    if (button(ui, "variants", Rect{x, y, w, 64}.column(0, 2, 8),
               {.label = variants, .icon = icon::stack, .icon_after = icon::caret_right}))
      pane_ = Pane::Variants;
    if (!product_.id.is_nil() && variants_.empty() &&
        button(ui, "history", Rect{x, y, w, 64}.column(1, 2, 8),
               {.label = ui.words("Stock history"),
                .icon = icon::clock_counter_clockwise,
                .icon_after = icon::caret_right})) {
      stock_.open(product_.id, product_.name, stock_before_, StockAct::History);
    }
    y += 64 + 8;
    if (!product_.id.is_nil()) {
      if (button(
              ui, "recipe", Rect{x, y, w, 64}.column(0, 2, 8),
              {.label = ui.words(N_("Recipe and cost")), .icon = icon::list_checks, .icon_after = icon::caret_right}))
        open_recipe(out);
      if (variants_.empty() &&
          button(ui, "batch", Rect{x, y, w, 64}.column(1, 2, 8),
                 {.label = ui.words(N_("Make a batch")), .icon = icon::cooking_pot, .icon_after = icon::caret_right}))
        out.add(Open{make_batch_page({.product = product_.id})});
      y += 64 + 8;
      if (button(ui, "labels", Rect{x, y, w, 64}.column(0, 2, 8),
                 {.label = ui.words(N_("Print labels")), .icon = icon::tag, .icon_after = icon::caret_right})) {
        may_have_new_barcodes_ = true;
        out.add(Open{make_labels_page({.products = {product_.id}})});
      }
      if (button(ui, "label_facts", Rect{x, y, w, 64}.column(1, 2, 8),
                 {.label = ui.words(N_("What labels say")), .icon = icon::note, .icon_after = icon::caret_right}))
        out.add(Open{make_label_facts_page(product_.id)});
      y += 64;
    }
    if (!product_.id.is_nil() && variants_.empty()) y = draw_sets(ui, {x, y + 8, w, 64}, out);
    y += 16;
    content_height_ = y - scroll.origin().y;
  }

  // What it is made of; what is no set can be sold by the dozen too.
  float draw_sets(Ui& ui, Rect row, Intents& out) {
    const auto way = [&](std::string_view name, int column, std::string_view label, Icon icon) {
      return button(ui, name, row.column(column, 2, 8),
                    {.label = label, .icon = icon, .icon_after = icon::caret_right});
    };
    if (way("made_of", 0, ui.words(N_("Made of")), icon::gift)) {
      may_have_new_parts_ = true;
      out.add(Open{make_set_page(product_.id)});
    }
    if (!product_.is_set() && way("dozen", 1, ui.words(N_("By the dozen")), icon::package))
      out.add(Open{make_dozen_page(product_.id)});
    return row.bottom();
  }

  // A box that opens the number pad.
  static bool value_button(Ui& ui, std::string_view name, Rect rect, std::string_view value, bool is_set) {
    const Theme& t = ui.theme();
    const ControlState state =
        ui.control({.name = name, .rect = rect, .kind = ControlKind::AmountField, .label = value});
    ui.paint().fill(rect, t.surface, kFieldRadius);
    ui.paint().outline(rect, t.outline, t.line_width(), kFieldRadius);
    if (state.press > 0) ui.paint().fill(rect, t.ink.faded(0.1f * state.press), kFieldRadius);
    if (state.focused) ui.draw_focus_ring(rect, kFieldRadius);
    text(ui, rect.inset(12, 0), value, {.type = is_set ? Type::Strong : Type::Text, .color = is_set ? t.ink : t.ink2});
    return state.tapped;
  }

  float draw_categories(Ui& ui, Rect room, Intents& out) {
    if (is_naming_category_) {
      const FieldEvents events = field(ui, "category.name", {room.x, room.y - 4, room.w - 144, 56}, new_category_,
                                       {.placeholder = ui.words("Name of the category")});
      const bool ok = button(ui, "category.ok", {room.right() - 136, room.y - 4, 136, 56}, {.label = ui.words("Add")});
      if (ok || events.submitted) {
        is_naming_category_ = false;
        if (!trimmed(new_category_).empty()) {
          const int count = static_cast<int>(choices_->categories.size());
          out.perform(SaveCategory{{.name = new_category_, .colour = count % kCategoryColours, .position = count}});
        }
        new_category_.clear();
      }
      return room.y + 52;
    }
    std::vector<std::string> labels;
    std::vector<std::size_t> selected;
    for (std::size_t i = 0; i < choices_->categories.size(); ++i) {
      labels.push_back(choices_->categories[i].name);
      if (product_.category == choices_->categories[i].id) selected.push_back(i);
    }
    labels.push_back(fmt::format("+ {}", ui.words("New")));
    const FlowedChips chips = flowed_chips(ui, "category", room, labels, selected);
    if (chips.tapped == choices_->categories.size()) {
      is_naming_category_ = true;
      ui.focus_field("category.name");
    } else if (chips.tapped) {
      const Id<Category> id = choices_->categories[*chips.tapped].id;
      product_.category = product_.category == id ? std::nullopt : std::optional(id);
    }
    return chips.bottom;
  }

  float draw_stock(Ui& ui, Rect room) {
    const bool has_stepper = product_.tracked && variants_.empty();
    const int columns = (has_stepper ? 1 : 0) + (product_.tracked ? 1 : 0) + 1 + (is_owner_ ? 1 : 0);
    const float step_width = 248;
    float x = room.x;
    if (has_stepper) {
      caption(ui, x, room.y, step_width, product_.id.is_nil() ? ui.words("Opening stock") : ui.words("Stock"));
      const std::string shown = ui.words().quantity(stock_pieces_);
      const Step step = stepper(ui, "stock", {x, room.y + 28, step_width, 64},
                                {.value = shown, .can_go_down = stock_pieces_ >= kOne});
      if (step == Step::Less) stock_pieces_ = stock_pieces_ - kOne;
      if (step == Step::More) stock_pieces_ += kOne;
      if (step == Step::Number) {
        number_.open({.title = std::string(ui.words("Stock")),
                      .kind = pieces_kind(),
                      .prefill = std::max(Quantity{}, stock_pieces_).thousandths,
                      .question = static_cast<int>(Question::Stock)},
                     ui.currency());
      }
      x += step_width + 16;
    }
    const int boxes = columns - (has_stepper ? 1 : 0);
    float top = room.y;
    if (has_stepper && room.w < 700) {  // no room beside it
      top += 28 + 64 + 8;
      x = room.x;
    }
    const Rect rest{x, top + 28, room.right() - x, 64};
    int at = 0;
    const auto box = [&](std::string_view name, std::string_view label, std::string value, Question question,
                         NumberKind kind, std::optional<std::int64_t> now) {
      const Rect place = rest.column(at++, boxes, 12);
      caption(ui, place.x, top, place.w, label);
      if (value_button(ui, name, place, value, now.has_value()))
        number_.open({.title = std::string(label),
                      .kind = kind,
                      .need = NumberNeed::Optional,
                      .prefill = now,
                      .question = static_cast<int>(question)},
                     ui.currency());
    };
    const auto minor_of = [](const std::optional<Money>& amount) {
      return amount ? std::optional(amount->minor) : std::nullopt;
    };
    if (product_.tracked) {
      const auto mark = product_.low_mark ? std::optional(product_.low_mark->thousandths) : std::nullopt;
      box("low", ui.words("Warn when left"), mark ? ui.words().quantity(*product_.low_mark) : "\u2013",
          Question::LowMark, pieces_kind(), mark);
    }
    box("cost", ui.words("Cost per piece"), product_.cost ? ui.money(*product_.cost) : "\u2013", Question::Cost,
        NumberKind::Amount, minor_of(product_.cost));
    if (is_owner_) {
      box("floor", ui.words("Lowest price"), product_.floor ? ui.money(*product_.floor) : "\u2013", Question::Floor,
          NumberKind::Amount, minor_of(product_.floor));
    }
    return top + 28 + 64 + 8;
  }

  float draw_maker(Ui& ui, Rect room, Intents& out) {
    caption(ui, room.x, room.y, room.w, ui.words("Made by"));
    if (is_naming_maker_) {
      const FieldEvents events = field(ui, "maker.name", {room.x, room.y + 24, room.w - 144, 56}, new_maker_,
                                       {.placeholder = ui.words("Name of the partner")});
      const bool ok = button(ui, "maker.ok", {room.right() - 136, room.y + 24, 136, 56}, {.label = ui.words("Add")});
      if (ok || events.submitted) {
        is_naming_maker_ = false;
        if (!trimmed(new_maker_).empty()) out.perform(SaveContact{{.name = new_maker_, .is_partner = true}, {}});
        new_maker_.clear();
      }
      return room.y + 24 + 64;
    }
    std::vector<std::string> labels{std::string(ui.words("Own products"))};
    std::vector<std::size_t> selected;
    if (!product_.maker) selected.push_back(0);
    for (std::size_t i = 0; i < choices_->partners.size(); ++i) {
      labels.push_back(choices_->partners[i].name);
      if (product_.maker == choices_->partners[i].id) selected.push_back(i + 1);
    }
    labels.push_back(fmt::format("+ {}", ui.words("Partner")));
    const FlowedChips chips = flowed_chips(ui, "maker", {room.x, room.y + 28, room.w, 0}, labels, selected);
    if (chips.tapped == labels.size() - 1) {
      is_naming_maker_ = true;
      ui.focus_field("maker.name");
    } else if (chips.tapped) {
      product_.maker = *chips.tapped == 0 ? std::nullopt : std::optional(choices_->partners[*chips.tapped - 1].id);
    }
    return draw_owner(ui, {room.x, chips.bottom + 8, room.w, 56}, out);
  }

  // Whether the maker's goods are the maker's still, sold on the shares that were agreed.
  float draw_owner(Ui& ui, Rect room, Intents& out) {
    const bool may_be_theirs = !product_.id.is_nil() && product_.maker &&
                               std::ranges::find(choices_->agreed, *product_.maker) != choices_->agreed.end();
    if (!may_be_theirs && !owner_) return room.y;
    const std::string label = owner_ && owner_ != product_.maker
                                  ? say(ui, N_("Goods of {}, sold on shares"), owner_name_)
                                  : std::string(ui.words(N_("Consigned: sold on shares")));
    if (switch_row(ui, "consigned", room, label, owner_.has_value())) {
      asked_owner_ = owner_ ? std::nullopt : product_.maker;
      out.perform(PartnerCommand(ConsignProduct{product_.id, asked_owner_, {}}));
    }
    return room.bottom() + 8;
  }

  void open_recipe(Intents& out) {
    price_before_ = product_.price;
    out.add(Open{make_recipe_page(product_.id)});
  }
  // The recipe's page took another price: it is not to be undone by saving what stood here.
  void take_price(const Shop& shop) {
    const auto now = find_product(shop.facts(), product_.id);
    if (!now || now->price == *price_before_) return;
    product_.price = now->price;
    for (auto& [key, variant] : variants_) variant.product.price = now->price;
    price_before_.reset();
  }

  // Likewise bar codes that were given on the page of labels.
  void take_barcodes(const Shop& shop) {
    const auto take = [&](Product& product) {
      if (!product.barcode.empty() || product.id.is_nil()) return;
      if (const auto now = find_product(shop.facts(), product.id)) product.barcode = now->barcode;
    };
    take(product_);
    for (auto& [key, variant] : variants_) take(variant.product);
    may_have_new_barcodes_ = false;
  }

  // Likewise what it is made of, and what that costs together.
  void take_parts(const Shop& shop) {
    may_have_new_parts_ = false;
    const auto now = find_product(shop.facts(), product_.id);
    if (!now || (now->parts == as_loaded_.parts && now->price == as_loaded_.price)) return;
    as_loaded_ = *now;
    product_.parts = now->parts;
    product_.price = now->price;
    product_.tracked = now->tracked;
  }

  NumberKind pieces_kind() const { return is_by_measure_ ? NumberKind::Measure : NumberKind::Pieces; }

  void take_number(const NumberSheet::Answer& answer) {
    const auto money = answer.value ? std::optional(Money{*answer.value}) : std::nullopt;
    switch (static_cast<Question>(answer.question)) {
      case Question::Price:
        product_.price = *money;
        has_price_ = true;
        break;
      case Question::Cost:
        product_.cost = money;
        break;
      case Question::Floor:
        product_.floor = money;
        break;
      case Question::LowMark:
        product_.low_mark = answer.value ? std::optional(Quantity{*answer.value}) : std::nullopt;
        break;
      case Question::Stock:
        stock_pieces_ = Quantity{*answer.value};
        break;
      case Question::VariantPrice:
        variants_[asked_variant_].product.price = *money;
        break;
      case Question::VariantStock:
        variants_[asked_variant_].pieces = Quantity{*answer.value};
        break;
    }
  }

  // ---------------------------------------------------------------- variants
  // The rows in the order of the options; what was taken out is kept until it is saved.
  std::vector<Values> shown_keys() const {
    std::vector<Values> keys{{}};
    for (const Values& values : option_values_) {
      if (values.empty()) return {};
      std::vector<Values> longer;
      for (const Values& key : keys) {
        for (const std::string& value : values) {
          longer.push_back(key);
          longer.back().push_back(value);
        }
      }
      keys = std::move(longer);
    }
    return option_values_.empty() ? std::vector<Values>{} : keys;
  }

  void make_variants() {
    for (const Values& key : shown_keys()) {
      if (variants_.contains(key)) continue;
      EditedVariant& variant = variants_[key];
      variant.product.price = product_.price;
      variant.product.option_values = key;
      variant.product.tracked = product_.tracked;
      variant.product.name = product_.name;
    }
  }

  void draw_variants(Ui& ui, Intents&) {
    const PageFrame page =
        draw_page(ui, {.title = say(ui, N_("Variants – {}"), product_.name), .main = ui.words("Done")});
    if (page.back || page.main == Press::Tap) pane_ = Pane::Item;
    const Rect content = page.content;
    const float side = std::min(320.0f, content.w * 0.32f);
    float y = content.y;
    for (std::size_t i = 0; i < option_values_.size(); ++i)
      y = draw_option(ui, i, {content.x, y, content.w - side - 24, 0});
    if (product_.option_names.size() < kMostOptions) y = draw_new_option(ui, {content.x, y, content.w - side - 24, 0});
    const std::vector<Values> keys = shown_keys();
    if (!keys.empty() && button(ui, "same_price", {content.right() - side, content.y, side, 64},
                                {.label = ui.words("Same price for all")})) {
      for (const Values& key : keys) variants_[key].product.price = product_.price;
    }
    y += 8;
    if (keys.empty()) {
      empty_state(ui, "variants.none", {content.x, y, content.w, content.bottom() - y},
                  {icon::stack, ui.words("Colours, sizes: name an option and its values, and the rows appear.")});
      return;
    }
    const float height = 80;
    const bool compact = ui.size() == SizeClass::Compact;
    const float price_w = compact ? 132.0f : 184.0f;
    const float code_w = compact ? 140.0f : 216.0f;
    const float step_w = 216;
    const float name_w = content.w - price_w - step_w - code_w - 64 - 40;
    Quantity pieces;
    for (const Values& key : keys) pieces += variants_[key].pieces;
    const Rect head{content.x, y, content.w, 32};
    const auto title = [&](float x, float w, std::string_view label) {
      text(ui, {x, head.y, w, 32}, label, {.type = Type::Small, .color = ui.theme().ink2});
    };
    title(head.x, name_w, ui.words("Variant"));
    title(head.x + name_w + 8, price_w, ui.words("Price"));
    title(head.x + name_w + price_w + 16, step_w, ui.words("Stock"));
    title(head.x + name_w + price_w + step_w + 24, code_w, ui.words("Code"));
    const Rect list{content.x, y + 32, content.w, content.bottom() - 40 - y - 32};
    {
      RowList rows(ui, "variants.list", list, {.count = keys.size(), .row_height = height});
      for (const RowList::Item& item : rows.visible()) {
        EditedVariant& variant = variants_[keys[item.index]];
        const std::string name = fmt::format("variant.{}", item.index);
        float x = item.rect.x;
        const float top = item.rect.y + 8;
        text(
            ui, {x, top, name_w, 64}, variant_label(variant.product),
            {.type = Type::Row, .color = variant.product.hidden ? ui.theme().ink2 : ui.theme().ink, .cut = Cut::Names});
        x += name_w + 8;
        if (value_button(ui, name + ".price", {x, top, price_w, 64}, ui.bare_money(variant.product.price), true)) {
          asked_variant_ = keys[item.index];
          number_.open({.title = variant_label(variant.product),
                        .prefill = variant.product.price.minor,
                        .question = static_cast<int>(Question::VariantPrice)},
                       ui.currency());
        }
        x += price_w + 8;
        const Step step =
            stepper(ui, name + ".stock", {x, top, step_w, 64},
                    {.value = ui.words().quantity(variant.pieces), .can_go_down = variant.pieces >= kOne});
        if (step == Step::Less) variant.pieces = variant.pieces - kOne;
        if (step == Step::More) variant.pieces += kOne;
        if (step == Step::Number) {
          asked_variant_ = keys[item.index];
          number_.open({.title = variant_label(variant.product),
                        .kind = pieces_kind(),
                        .prefill = std::max(Quantity{}, variant.pieces).thousandths,
                        .question = static_cast<int>(Question::VariantStock)},
                       ui.currency());
        }
        x += step_w + 8;
        field(ui, name + ".code", {x, top, code_w, 64}, variant.product.code,
              {.placeholder = ui.words("Code"), .code = true});
        x += code_w + 8;
        const bool shown = !variant.product.hidden;
        if (icon_button(ui, name + ".shown", {item.rect.right() - 64, top, 64, 64},
                        shown ? Icon(icon::eye) : Icon(icon::eye_slash),
                        shown ? ui.words("Shown") : ui.words("Hidden")))
          variant.product.hidden = shown;
      }
    }
    text(ui, content.bottom_part(32),
         fmt::format("{} · {}", say(ui, N_("{} variants"), ui.words().count(static_cast<std::int64_t>(keys.size()))),
                     say(ui, N_("{} in stock"), ui.words().quantity(pieces))),
         {.type = Type::Text, .color = ui.theme().ink2, .name = "variants.foot"});
  }

  float draw_option(Ui& ui, std::size_t option, Rect room) {
    caption(ui, room.x, room.y, room.w, product_.option_names[option]);
    const std::string name = fmt::format("option.{}", option);
    Values& values = option_values_[option];
    std::vector<std::string> labels;
    for (const std::string& value : values) labels.push_back(value + "  \u00D7");
    if (naming_value_ != option) labels.push_back(fmt::format("+ {}", ui.words("Add")));
    const FlowedChips chips = flowed_chips(ui, name, {room.x, room.y + 28, room.w, 0}, labels, {});
    if (chips.tapped && *chips.tapped < values.size()) {
      values.erase(values.begin() + static_cast<std::ptrdiff_t>(*chips.tapped));
      if (values.empty()) {
        option_values_.erase(option_values_.begin() + static_cast<std::ptrdiff_t>(option));
        product_.option_names.erase(product_.option_names.begin() + static_cast<std::ptrdiff_t>(option));
        naming_value_.reset();
        return room.y;
      }
    } else if (chips.tapped) {
      naming_value_ = option;
      new_value_.clear();
      ui.focus_field("option.value");
    }
    if (naming_value_ != option) return chips.bottom + 8;
    return draw_new_value(ui, option, {room.x, chips.bottom + 8, room.w, 0});
  }

  // Stays open for the next value: three sizes are three words and three times Enter.
  float draw_new_value(Ui& ui, std::size_t option, Rect room) {
    const FieldEvents events = field(ui, "option.value", {room.x, room.y, std::min(320.0f, room.w - 296), 56},
                                     new_value_, {.placeholder = product_.option_names[option]});
    const bool ok = button(ui, "option.ok", {room.right() - 280, room.y, 136, 56}, {.label = ui.words("Add")});
    const bool done = button(ui, "option.done", {room.right() - 136, room.y, 136, 56},
                             {.label = ui.words("Ready"), .kind = ButtonKind::Outline});
    if (ok || events.submitted || done) {
      const std::string value(trimmed(new_value_));
      Values& values = option_values_[option];
      if (!value.empty() && std::ranges::find(values, value) == values.end()) {
        values.push_back(value);
        make_variants();
      }
      new_value_.clear();
      if (done) {
        naming_value_.reset();
      } else {
        ui.focus_field("option.value");
      }
    }
    return room.y + 64;
  }

  float draw_new_option(Ui& ui, Rect room) {
    std::vector<std::string> labels;
    for (const std::string_view name : {ui.words("Colour"), ui.words("Size"), ui.words("Material")}) {
      if (std::ranges::find(product_.option_names, name) == product_.option_names.end())
        labels.push_back(fmt::format("+ {}", name));
    }
    const FlowedChips chips = flowed_chips(ui, "new_option", {room.x, room.y, room.w, 0}, labels, {});
    if (chips.tapped && !naming_value_) {
      product_.option_names.push_back(labels[*chips.tapped].substr(2));
      option_values_.emplace_back();
      naming_value_ = option_values_.size() - 1;
      new_value_.clear();
      ui.focus_field("option.value");
    }
    return chips.bottom + 8;
  }

  // ---------------------------------------------------------------- saving
  void save(Ui& ui, Intents& out) {
    needs_price_ = !has_price_ && !product_.open_price;
    if (needs_price_ && !trimmed(product_.name).empty()) return;
    ui.leave_field();
    SaveProduct command{product_, {}, photo_.attachment()};
    for (const Values& key : shown_keys()) {
      Product variant = variants_[key].product;
      variant.name = product_.name;
      variant.tracked = product_.tracked;
      command.variants.push_back(std::move(variant));
    }
    out.perform(std::move(command));
  }

  // The card is saved; what was counted beside it follows, and the page closes.
  void finish(Intents& out) {
    bool has_moved = false;
    const auto put_down = [&](Id<Product> product, Quantity pieces, Quantity before) {
      if (!product_.tracked || pieces == before) return;
      has_moved = true;
      if (before.is_zero()) {
        out.perform(MoveStock{product, MovementKind::Opening, pieces, {}});
      } else {
        out.perform(CountStock{product, pieces, {}});
      }
    };
    const std::vector<Values> keys = shown_keys();
    if (keys.empty()) put_down(*saved_, stock_pieces_, stock_before_);
    for (const Values& key : keys)
      put_down(variants_[key].product.id, variants_[key].pieces, variants_[key].pieces_before);
    out.add(ShowToast{.sentence = say(*words_, N_("{} is saved"), product_.name),
                      .icon = icon::check_circle,
                      .offers_undo = is_undoable_ && !has_moved});
    out.add(Back{Outcome{.kind = "save_product", .subject = saved_->bytes, .label = product_.name}});
  }

  std::optional<Id<Product>> asked_;    // to be loaded
  std::optional<Money> price_before_;   // when the recipe was opened from here
  bool may_have_new_barcodes_ = false;  // likewise the labels
  bool may_have_new_parts_ = false;     // and what it is made of
  const Words* words_ = nullptr;
  bool is_owner_ = true;
  bool has_tax_ = false;
  Product product_;
  Product as_loaded_;  // what stood in the shop
  bool has_price_ = false;
  bool needs_price_ = false;
  Quantity stock_pieces_;
  Quantity stock_before_;
  bool is_by_measure_ = false;  // takes parts of a piece
  std::vector<Values> option_values_;
  std::map<Values, EditedVariant> variants_;
  Values asked_variant_;
  Watched<int, Choices> choices_;

  Pane pane_ = Pane::Item;
  double content_height_ = 0;
  std::optional<Problem> problem_;
  NumberSheet number_;
  StockSheet stock_;
  std::string new_category_;
  bool is_naming_category_ = false;
  std::string new_maker_;
  std::optional<Id<Contact>> owner_, asked_owner_;  // whose goods it is: none, mine
  std::string owner_name_;
  bool is_naming_maker_ = false;
  std::string new_value_;
  std::optional<std::size_t> naming_value_;

  PhotoBox photo_;
  std::optional<Id<Product>> saved_;
  bool is_undoable_ = false;
};

}  // namespace

std::unique_ptr<Screen> make_product_editor(std::optional<Id<Product>> product, NewItem begun) {
  return std::make_unique<ProductEditor>(product, std::move(begun));
}

}  // namespace lapak
