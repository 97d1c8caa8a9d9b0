// catalog: bar codes given on wish, what labels say, sheets and copies of sheets.
#include "core/catalog/label.h"

#include <rapidcheck.h>

#include "core/catalog/label_store.h"
#include "tests/core/making/workshop.h"

namespace lapak {
namespace {

struct Shelf : Workshop {
  Id<Product> soap = product("SABUN", 30'000, 4);
  Product found(Id<Product> id) { return find_product(shop->facts(), id).value(); }
};

TEST_CASE("a number of the in-store range begins with 29 and ends in its check digit") {
  CHECK(in_store_ean13(1) == "2900000000018");
  CHECK(rc::check("what is given is an EAN-13, and one wrong digit is none", [] {
    const std::string number = in_store_ean13(*rc::gen::inRange<std::int64_t>(0, 9'999'999'999));
    RC_ASSERT(is_ean13(number) && number.starts_with("29"));
    std::string wrong = number;
    char& digit = wrong[*rc::gen::inRange<std::size_t>(0, 13)];
    digit = digit == '9' ? '0' : static_cast<char>(digit + 1);
    RC_ASSERT(!is_ean13(wrong));
  }));
  CHECK_FALSE(is_ean13("290000000001"));
  CHECK_FALSE(is_ean13("29000000000a8"));
}

TEST_CASE_FIXTURE(Shelf, "bar codes are given to one, or to all that have none, each its own, and taken back") {
  const Id<Product> mug = product("MUG", 50'000, 0);
  done(GiveBarcodes{{soap}});
  CHECK(found(soap).barcode == "2900000000018");
  CHECK(found(mug).barcode.empty());
  const Id<Product> typed{
      done(SaveProduct{{.code = "29", .barcode = "2900000000025", .name = "Typed", .price = Money{1}}, {}, {}})
          .subject};
  done(GiveBarcodes{});
  CHECK(found(mug).barcode == in_store_ean13(3));
  CHECK(found(typed).barcode == "2900000000025");
  CHECK(without_barcode(shop->facts()) == 0);
  CHECK(refusal(GiveBarcodes{}) == ProblemCode::AllHaveBarcodes);
  CHECK(refusal(GiveBarcodes{{soap}}) == ProblemCode::AllHaveBarcodes);
  REQUIRE(shop->undo());
  CHECK(found(mug).barcode.empty());
  CHECK(without_barcode(shop->facts()) == 1);
  expect_clean();
}

TEST_CASE_FIXTURE(Shelf, "each variant gets a bar code, the card that is never sold none") {
  const Id<Product> card{done(SaveProduct{{.name = "Kaos", .price = Money{90'000}, .option_names = {"Ukuran"}},
                                          {{.price = Money{90'000}, .option_values = {"S"}},
                                           {.price = Money{90'000}, .option_values = {"M"}}},
                                          {}})
                             .subject};
  done(GiveBarcodes{{card}});
  CHECK(found(card).barcode.empty());
  const std::vector<Product> variants = variants_of(shop->facts(), card);
  CHECK(variants[0].barcode == in_store_ean13(1));
  CHECK(variants[1].barcode == in_store_ean13(2));
  expect_clean();
}

TEST_CASE_FIXTURE(Shelf, "after the last number the first free one is given") {
  done(SaveProduct{{.barcode = in_store_ean13(9'999'999'999), .name = "Last", .price = Money{1}}, {}, {}});
  done(GiveBarcodes{{soap}});
  CHECK(found(soap).barcode == in_store_ean13(1));
}

TEST_CASE_FIXTURE(Shelf,
                  "what a label says is kept, taken back, and a variant takes what it leaves empty of its card") {
  done(SaveLabelFacts{soap, {.ingredients = " Minyak kelapa ", .net_content = "80 g"}});
  CHECK(label_facts(shop->facts(), soap).ingredients == "Minyak kelapa");
  REQUIRE(shop->undo());
  CHECK(label_facts(shop->facts(), soap) == LabelFacts{});
  done(SaveLabelFacts{soap, {.registrations = "4111111111111111"}});
  CHECK(label_facts(shop->facts(), soap).registrations == "4111111111111111");
  REQUIRE(shop->undo());
  CHECK(refusal(SaveLabelFacts{soap, {.care = "\xff"}}) == ProblemCode::TextNotUtf8);
  CHECK(refusal(SaveLabelFacts{{}, {}}) == ProblemCode::ProductUnknown);

  const Id<Product> card{done(SaveProduct{{.name = "Teh", .price = Money{20'000}, .option_names = {"Isi"}},
                                          {{.price = Money{20'000}, .option_values = {"50 g"}}},
                                          {}})
                             .subject};
  const Product variant = variants_of(shop->facts(), card).front();
  done(SaveLabelFacts{card, {.allergens = "–", .net_content = "100 g"}});
  done(SaveLabelFacts{variant.id, {.net_content = "50 g"}});
  const LabelFacts said = label_facts_of(shop->facts(), variant);
  CHECK(said.net_content == "50 g");
  CHECK(said.allergens == "–");
  expect_clean();
}

TEST_CASE_FIXTURE(Shelf, "a sheet of one's own is a copy that is changed; the makers' measures stay as they are") {
  LabelSheet sheet = find_label_sheet(shop->facts(), "a4-3x7").value();
  sheet.nudge_x_um = -1'500;
  sheet.parts = {LabelPart::Price, LabelPart::Name, LabelPart::Price};
  done(SaveLabelSheet{sheet});
  const LabelSheet nudged = find_label_sheet(shop->facts(), "a4-3x7").value();
  CHECK(nudged.nudge_x_um == -1'500);
  CHECK(nudged.parts == std::vector{LabelPart::Name, LabelPart::Price});
  sheet.columns = 2;
  CHECK(refusal(SaveLabelSheet{sheet}) == ProblemCode::LabelSheetFixed);
  sheet.id = {};
  CHECK(refusal(SaveLabelSheet{sheet}) == ProblemCode::NameEmpty);
  sheet.name = "Dua baris";
  done(SaveLabelSheet{sheet});
  CHECK(find_label_sheet(shop->facts(), "dua BARIS")->columns == 2);
  CHECK(label_sheets(shop->facts()).size() == 7);
  REQUIRE(shop->undo());
  CHECK(label_sheets(shop->facts()).size() == 6);
  sheet.columns = 4;
  CHECK(refusal(SaveLabelSheet{sheet}) == ProblemCode::LabelsDoNotFit);
  sheet.columns = 3;
  sheet.nudge_y_um = 21'000;
  CHECK(refusal(SaveLabelSheet{sheet}) == ProblemCode::NudgeTooFar);
  sheet.height_um = 7'900;
  CHECK(refusal(SaveLabelSheet{sheet}) == ProblemCode::LabelTooSmall);
  expect_clean();
}

TEST_CASE("a roll's page is its label, whatever was typed for the paper") {
  LabelSheet roll = built_in_sheets()[4];
  roll.id = {};
  roll.name = "Zebra";
  roll.width_um = 57'000;
  roll.columns = 3;
  const LabelSheet checked = checked_sheet(roll).value();
  CHECK(checked.paper_width_um == 57'000);
  CHECK(checked.labels() == 1);
  for (const LabelSheet& sheet : built_in_sheets()) CHECK(checked_sheet(sheet).value() == sheet);
}

}  // namespace
}  // namespace lapak
