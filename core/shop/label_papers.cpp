// shop: labels and story cards filled from the facts.
#include "core/shop/label_papers.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "core/base/text.h"
#include "core/catalog/label_store.h"
#include "core/catalog/product_store.h"
#include "core/making/batch_store.h"
#include "core/making/ingredients.h"
#include "core/making/recipe_store.h"
#include "core/people/people_store.h"
#include "core/shop/documents.h"
#include "core/stock/stock_commands.h"
#include "core/words/filled.h"

namespace lapak {
namespace {

// What belongs to a product and its variants together.
struct Whole {
  Product product;
  std::string story, maker;
  LabelFacts facts;
};

std::optional<Whole> whole_of(const Database& database, Id<Product> id) {
  const std::optional<Product> product = find_product(database, id);
  if (!product) return std::nullopt;
  Whole whole{.product = *product, .story = product->story, .maker = {}, .facts = label_facts_of(database, *product)};
  std::optional<Id<Contact>> maker = product->maker;
  if (product->parent)
    if (const auto parent = find_product(database, *product->parent)) {
      if (whole.story.empty()) whole.story = parent->story;
      if (!maker) maker = parent->maker;
    }
  if (maker) whole.maker = kept_name(database, *maker);
  return whole;
}

// Where the story can be read, else the story itself.
std::string story_code(const Whole& whole, const Profile& profile, bool& may_shorten) {
  may_shorten = false;
  if (!whole.facts.story_link.empty()) return whole.facts.story_link;
  if (!profile.link.empty()) return profile.link;
  may_shorten = true;
  return whole.story.empty() ? std::string() : label_of(whole.product) + "\n" + whole.story;
}

class LabelFiller {
 public:
  LabelFiller(const Database& database, const Profile& profile, const LabelSheet& sheet,
              const std::optional<BatchMade>& batch)
      : database_(database), profile_(profile), words_(profile.words()), sheet_(sheet), batch_(batch) {}

  LabelContent fill(const Whole& whole) {
    LabelContent label;
    const Product& product = whole.product;
    label.code = sheet_.code;
    if (sheet_.code == LabelCode::Bars) label.coded = product.barcode.empty() ? product.code : product.barcode;
    if (sheet_.code == LabelCode::Story) label.coded = story_code(whole, profile_, label.may_shorten);
    if (sheet_.prints(LabelPart::Name)) label.name = label_of(product);
    if (sheet_.prints(LabelPart::Price) && !product.open_price)
      label.price = words_.money(product.price, profile_.money());
    const LabelFacts& facts = whole.facts;
    add(label, LabelPart::NetContent, N_("Net {}"), facts.net_content);
    add(label, LabelPart::Allergens, N_("Contains: {}"), facts.allergens, Weight::Bold);
    if (batch_ && batch_->best_before)
      add(label, LabelPart::BestBefore, N_("Best before {}"), words_.full_date(*batch_->best_before));
    if (batch_) add(label, LabelPart::Lot, N_("Lot {}"), batch_->lot);
    if (sheet_.prints(LabelPart::Registrations) && !facts.registrations.empty())
      label.details.push_back({facts.registrations, Weight::Regular});
    if (sheet_.prints(LabelPart::Ingredients))
      add(label, LabelPart::Ingredients, N_("Ingredients: {}"), ingredients(whole));
    add(label, LabelPart::Material, N_("Material: {}"), facts.material);
    add(label, LabelPart::Care, N_("Care: {}"), facts.care);
    add(label, LabelPart::Maker, N_("by {}"), whole.maker);
    return label;
  }

 private:
  void add(LabelContent& label, LabelPart part, std::string_view message, const std::string& text,
           Weight weight = Weight::Regular) const {
    if (sheet_.prints(part) && !text.empty()) label.details.push_back({filled(words_(message), text), weight});
  }
  std::string ingredients(const Whole& whole) {
    if (!whole.facts.ingredients.empty()) return whole.facts.ingredients;
    if (!book_) book_ = cost_book(database_);
    return ingredients_by_recipe(*book_, whole.product.id, whole.product.parent);
  }

  const Database& database_;
  const Profile& profile_;
  const Words& words_;
  const LabelSheet& sheet_;
  const std::optional<BatchMade>& batch_;
  std::optional<CostBook> book_;  // read where a label wants it
};

std::int64_t whole_pieces(Quantity quantity) {
  return std::max<std::int64_t>(0, quantity.thousandths / 1'000);
}

}  // namespace

Result<FilledLabels> labels_of(const Database& database, const Profile& profile, const LabelWish& wish, Instant now) {
  const Result<LabelSheet> sheet = checked_sheet(wish.sheet);
  if (!sheet) return std::unexpected(sheet.error());
  const std::optional<BatchMade> batch = wish.batch ? find_batch(database, *wish.batch) : std::nullopt;
  FilledLabels filled_labels;
  std::vector<LabelContent> labels;
  std::vector<std::string> names;
  LabelFiller filler(database, profile, *sheet, batch);
  for (const LabelWish::Line& line : wish.lines) {
    if (line.copies <= 0) continue;
    const std::optional<Whole> whole = whole_of(database, line.product);
    if (!whole) return refuse(ProblemCode::ProductUnknown, std::string());
    if (line.copies > kMostLabelCopies || filled_labels.labels + line.copies > kMostLabelCopies)
      return refuse(ProblemCode::QuantityTooLarge);
    filled_labels.labels += line.copies;
    labels.push_back(filler.fill(*whole));
    labels.back().copies = line.copies;
    names.push_back(label_of(whole->product));
  }
  if (labels.empty()) return refuse(ProblemCode::NothingToLabel);
  LabelPaper paper = label_paper(labels, *sheet, std::clamp(wish.first, 0, sheet->labels() - 1));
  for (const LabelNote& note : paper.notes) {
    auto said = std::ranges::find(filled_labels.warnings, note.trouble, &LabelWarning::trouble);
    if (said == filled_labels.warnings.end())
      said = filled_labels.warnings.insert(said, {note.trouble, sheet->code, {}});
    said->products.push_back(names[note.label]);
  }
  filled_labels.document = std::move(paper.document);
  filled_labels.document.title = std::string(profile.words()(N_("Labels")));
  filled_labels.document.author = profile.name;
  filled_labels.document.made_at = profile.clock().local(now);
  return filled_labels;
}

std::string label_warning(const LabelWarning& warning, const Words& words) {
  constexpr std::size_t longest_bytes = 40;
  std::string whose(shortened(first_line(warning.products.front()), longest_bytes));
  if (whose.size() < warning.products.front().size()) whose += "…";
  if (warning.products.size() > 1)
    whose =
        filled(words(N_("{} and {} more")), whose, words.count(static_cast<std::int64_t>(warning.products.size()) - 1));
  switch (warning.trouble) {
    case LabelTrouble::CodeMissing:
      return filled(words(warning.code == LabelCode::Story
                              ? N_("{}: no story is written and the shop has no address, so there is no QR.")
                              : N_("{}: there is neither a barcode nor a code. Give barcodes first.")),
                    whose);
    case LabelTrouble::CodeTooWide:
      return filled(words(N_("{}: the code would be too small to be read on these labels and is left out.")), whose);
    case LabelTrouble::CodeUnsayable:
      return filled(words(N_("{}: only plain letters and digits, at most 60, can be printed as a barcode.")), whose);
    case LabelTrouble::TextCut:
      return filled(words(N_("{}: not all of the text fits; what is too much is left out.")), whose);
  }
  LAPAK_ASSERT(false);
}

std::vector<LabelWish::Line> lines_in_stock(const Database& database, const std::vector<Id<Product>>& products) {
  std::vector<LabelWish::Line> lines;
  const auto add = [&](Id<Product> product) {
    if (std::ranges::find(lines, product, &LabelWish::Line::product) == lines.end())
      lines.push_back({product, whole_pieces(on_hand(database, product))});
  };
  for (const Id<Product> id : products) {
    const std::optional<Product> product = find_product(database, id);
    if (!product) continue;
    if (!product->has_variants()) add(id);
    for (const Product& variant : product->has_variants() ? variants_of(database, id) : std::vector<Product>())
      add(variant.id);
  }
  if (!products.empty()) return lines;
  StockQuestion question;
  question.count = std::numeric_limits<int>::max();
  for (const StockRow& row : stock_list(database, question).rows)
    if (row.tracked) lines.push_back({row.id, whole_pieces(row.on_hand)});
  return lines;
}

Result<std::vector<LabelWish::Line>> lines_of_batch(const Database& database, Id<Batch> id) {
  const std::optional<BatchMade> batch = find_batch(database, id);
  if (!batch) return refuse(ProblemCode::BatchUnknown);
  if (!batch->product || is_taken_back(database, id)) return refuse(ProblemCode::NothingToLabel);
  return std::vector<LabelWish::Line>{{*batch->product, whole_pieces(batch->good())}};
}

std::string millimetres(int um, const Words& words) {
  return words.quantity(Quantity{um});
}

std::string label_sheet_name(const LabelSheet& sheet, const Words& words) {
  if (!sheet.name.empty()) return sheet.name;
  const std::string size =
      fmt::format("{} × {} mm", millimetres(sheet.width_um, words), millimetres(sheet.height_um, words));
  if (sheet.is_roll) return fmt::format("{} · {}", words(N_("Roll")), size);
  return fmt::format("{} · {} × {} · {}", sheet.paper_width_um == 210'000 ? "A4" : "US Letter", sheet.columns,
                     sheet.rows, size);
}

std::string_view label_part_name(LabelPart part, const Words& words) {
  switch (part) {
    case LabelPart::Name:
      return words(N_("Name"));
    case LabelPart::Price:
      return words(N_("Price"));
    case LabelPart::Maker:
      return words(N_("Maker"));
    case LabelPart::Material:
      return words(N_("Material"));
    case LabelPart::Care:
      return words(N_("Care"));
    case LabelPart::NetContent:
      return words(N_("Net content"));
    case LabelPart::Allergens:
      return words(N_("Allergens"));
    case LabelPart::Ingredients:
      return words(N_("Ingredients"));
    case LabelPart::Registrations:
      return words(N_("Registration numbers"));
    case LabelPart::Lot:
      return words(N_("Lot number"));
    case LabelPart::BestBefore:
      return words(N_("Best before"));
  }
  LAPAK_ASSERT(false);
}

std::string_view label_code_name(LabelCode code, const Words& words) {
  switch (code) {
    case LabelCode::None:
      return words(N_("No code"));
    case LabelCode::Bars:
      return words(N_("Barcode"));
    case LabelCode::Story:
      return words(N_("QR to the story"));
  }
  LAPAK_ASSERT(false);
}

std::string ingredients_of(const Database& database, const Product& product) {
  return ingredients_by_recipe(cost_book(database), product.id, product.parent);
}

Document label_ruler_of(const Profile& profile, const LabelSheet& sheet, Instant now) {
  Document document = label_ruler(sheet, profile.words());
  document.author = profile.name;
  document.made_at = profile.clock().local(now);
  return document;
}

Document story_cards_of(const Database& database, const Profile& profile, const std::vector<Id<Product>>& products,
                        CardPaper paper, Instant now) {
  const Words& words = profile.words();
  std::vector<StoryCard> cards;
  for (const Id<Product> id : products) {
    const std::optional<Whole> whole = whole_of(database, id);
    if (!whole) continue;
    const Product& product = whole->product;
    cards.push_back({.name = label_of(product),
                     .price = product.open_price || product.has_variants()
                                  ? std::string()
                                  : words.money(product.price, profile.money()),
                     .maker = whole->maker,
                     .story = whole->story,
                     .material = whole->facts.material,
                     .care = whole->facts.care,
                     .picture = shared_photo(database, photo_of(database, product)),
                     .coded = whole->facts.story_link.empty() ? profile.link : whole->facts.story_link});
  }
  LAPAK_ASSERT(!cards.empty());
  Document document = story_cards(cards, letterhead_of(database, profile), paper, words);
  document.made_at = profile.clock().local(now);
  return document;
}

}  // namespace lapak
