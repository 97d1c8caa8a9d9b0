// shop: labels filled from the facts: prices, stock, batches, recipes, and what is said where something is missing.
#include "core/shop/label_papers.h"

#include "core/catalog/label_store.h"
#include "tests/core/making/workshop.h"

namespace lapak {
namespace {

struct Kitchen : Workshop {
  Id<Product> jam = product("SELAI", 45'000, 7);
  LabelSheet large = built_in_sheets()[1];

  Result<FilledLabels> labels(std::vector<LabelWish::Line> lines, std::optional<Id<Batch>> batch = {}) {
    return labels_of(shop->facts(), shop->profile(),
                     {.sheet = large, .first = 0, .lines = std::move(lines), .batch = batch}, shop->now());
  }
  std::string text(const FilledLabels& filled) { return to_text(filled.document); }
  bool says(const FilledLabels& filled, std::string_view what) { return text(filled).contains(what); }
};

TEST_CASE_FIXTURE(Kitchen, "copies are the whole pieces in stock; what there is none of gets none") {
  const Id<Product> empty = product("KOSONG", 1'000, 0);
  done(MoveStock{jam, MovementKind::Lost, Quantity{500}, ""});
  const auto lines = lines_in_stock(shop->facts(), {jam, empty, jam});
  CHECK(lines == std::vector<LabelWish::Line>{{jam, 6}, {empty, 0}});
  const auto all = lines_in_stock(shop->facts(), {});
  CHECK(std::ranges::find(all, LabelWish::Line{jam, 6}) != all.end());
  CHECK(labels(lines)->labels == 6);
  CHECK(labels({{empty, 0}}).error().code == ProblemCode::NothingToLabel);
  CHECK(labels({{jam, 10'001}}).error().code == ProblemCode::QuantityTooLarge);
}

TEST_CASE_FIXTURE(Kitchen, "a label of what was just made has its lot, its day, and what the recipe says is in it") {
  const Id<Material> sugar = material("Gula"), fruit = material("Nanas"),
                     clove = material("Cengkeh", Unit::Piece, Unit::Piece);
  const Id<Material> jar = material("Kain tutup", Unit::SquareCentimetre, Unit::SquareCentimetre);
  recipe({.product = jam,
          .yield = Quantity::of(4),
          .lines = {uses(clove, 4, Unit::Piece), uses(sugar, 400), uses(fruit, 1, Unit::Kilogram),
                    uses(jar, 100, Unit::SquareCentimetre)},
          .best_before_days = 30});
  done(SaveLabelFacts{jam, {.allergens = "–", .net_content = "250 g", .registrations = "P-IRT 2063374010012-28"}});
  const Id<Batch> batch = make(by_recipe(jam, 4));
  const auto lines = lines_of_batch(shop->facts(), batch).value();
  CHECK(lines == std::vector<LabelWish::Line>{{jam, 4}});
  const FilledLabels filled = labels(lines, batch).value();
  CHECK(filled.labels == 4);
  CHECK(says(filled, "Nanas, Gula, Cengkeh"));
  CHECK_FALSE(says(filled, "Kain tutup"));
  CHECK(says(filled, "261122-1"));
  CHECK(says(filled, "22 Desember 2026"));
  CHECK(says(filled, "250 g"));
  CHECK(says(filled, "P-IRT 2063374010012-28"));
  CHECK_FALSE(says(labels({{jam, 1}}).value(), "261122-1"));
  done(SaveLabelFacts{jam, {.ingredients = "Nanas madu 70 %, gula"}});
  CHECK(says(labels(lines, batch).value(), "Nanas madu 70 %"));
  done(TakeBackBatch{batch});
  CHECK(lines_of_batch(shop->facts(), batch).error().code == ProblemCode::NothingToLabel);
  expect_clean();
}

TEST_CASE_FIXTURE(Kitchen, "a barcode is printed where there is one, else the code; without either it is said") {
  CHECK(says(labels({{jam, 1}}).value(), "SELAI"));
  done(GiveBarcodes{{jam}});
  CHECK(says(labels({{jam, 1}}).value(), "2900000000018"));
  const Id<Product> bare{done(SaveProduct{{.name = "Tanpa kode", .price = Money{1}}, {}, {}}).subject};
  const FilledLabels filled = labels({{bare, 2}}).value();
  REQUIRE(filled.warnings.size() == 1);
  CHECK(filled.warnings[0].trouble == LabelTrouble::CodeMissing);
  CHECK(label_warning(filled.warnings[0], Words::in(Language::English)).starts_with("Tanpa kode: "));
}

TEST_CASE_FIXTURE(Kitchen, "a QR leads to the piece's own address, else the shop's, else it tells the story itself") {
  large.code = LabelCode::Story;
  Product told = find_product(shop->facts(), jam).value();
  CHECK(labels({{jam, 1}})->warnings.size() == 1);
  told.story = "Dimasak Bu Tini.";
  done(SaveProduct{told, {}, {}});
  CHECK(labels({{jam, 1}})->warnings.empty());
  CHECK(says(labels({{jam, 1}}).value(), "Dimasak Bu Tini."));
  Profile profile = shop->profile();
  profile.link = "https://instagram.com/benang";
  done(SaveProfile{profile});
  CHECK(says(labels({{jam, 1}}).value(), "https://instagram.com/benang"));
  done(SaveLabelFacts{jam, {.story_link = "https://benang.example/selai"}});
  CHECK(says(labels({{jam, 1}}).value(), "https://benang.example/selai"));
}

}  // namespace
}  // namespace lapak
