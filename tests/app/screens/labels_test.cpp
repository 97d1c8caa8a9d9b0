// Labels on the screens: chosen, counted, given a code, a sheet of one's own, and what they say.
#include <doctest/doctest.h>

#include "core/catalog/label_store.h"
#include "core/catalog/product_store.h"
#include "core/making/batch_commands.h"
#include "tests/app/screens/stall.h"

namespace lapak::test {
namespace {

// What stands lower on the page of an item.
void tap_below(Stall& s, std::string_view name) {
  s.rig.wheel({900, 500}, -20);
  s.settle();
  s.tap(name);
}

TEST_CASE("labels for what is in stock, from the first free one on, and barcodes for what has none") {
  Stall s;
  s.tap({"rail.stock", "labels", "labels.one"});
  const std::string each = s.rig.text_of("labels.sum");
  s.tap({"labels.0.plus"});
  CHECK(s.rig.text_of("labels.sum") != each);
  s.tap({"labels.first.plus", "labels.first.plus"});
  s.tap("labels.paper");  // in its middle
  CHECK(s.rig.text_of("labels.first.qty") == "11");
  const int without = without_barcode(s.shop->facts());
  REQUIRE(without > 0);
  s.tap("labels.code.2");
  CHECK(find_label_sheet(s.shop->facts(), "a4-3x7")->code == LabelCode::Story);
  s.tap("labels.code.1");
  CHECK(find_label_sheet(s.shop->facts(), "a4-3x7")->code == LabelCode::Bars);
}

TEST_CASE("an item is given its barcode on the page of its labels, and saving the item leaves it") {
  Stall s;
  const Id<Product> made{s.shop->execute(SaveProduct{{.name = "AAA", .price = Money{5'000}}, {}, {}})->subject};
  s.settle();
  s.tap({"rail.stock", "row.0"});
  tap_below(s, "labels");
  s.tap({"labels.0.plus", "labels.give"});
  CHECK(find_product(s.shop->facts(), made)->barcode == "2900000000018");
  s.tap({"back", "save"});
  CHECK(find_product(s.shop->facts(), made)->barcode == "2900000000018");
}

TEST_CASE("a barcode that has the check digit of a card is no card") {
  Stall s;
  REQUIRE(s.shop->execute(SaveProduct{{.barcode = "2900000000025", .name = "AAA", .price = Money{5'000}}, {}, {}}));
  s.settle();
  s.tap({"rail.stock", "row.0"});
  CHECK(s.rig.has("barcode"));
  CHECK_FALSE(s.rig.has("barcode.card"));
}

TEST_CASE("labels for what was just made are as many as the batch has good pieces") {
  Stall s;
  const Id<Product> candle = find_product_by_code(s.shop->facts(), "LS").value().id;
  BatchMade batch{.product = candle, .made = Quantity::of(5), .rejects = Quantity::of(1)};
  batch.business_date = s.shop->today();
  REQUIRE(s.shop->execute(MakeBatch{batch}));
  s.settle();
  s.tap({"rail.stock", "stock.tab.2", "making.left.1", "made.0", "record.labels"});
  CHECK(s.rig.text_of("labels.sum").starts_with("4 label"));
}

TEST_CASE("a sheet of one's own is a copy that is changed, chosen, and removed") {
  Stall s;
  s.tap({"rail.stock", "labels", "labels.sheet", "label_sheets.2", "labels.edit", "label_sheet.nudge_x.plus",
         "label_sheet.part.1", "label_sheet.ok"});
  const LabelSheet small = find_label_sheet(s.shop->facts(), "a4-5x13").value();
  CHECK(small.nudge_x_um == 100);
  CHECK_FALSE(small.prints(LabelPart::Price));
  s.tap({"labels.edit", "label_sheet.copy", "label_sheet.ok"});
  CHECK(label_sheets(s.shop->facts()).size() == 7);
  s.tap({"labels.edit", "label_sheet.hide"});
  CHECK(label_sheets(s.shop->facts()).size() == 6);
}

TEST_CASE("what the labels of an item say is typed and kept") {
  Stall s;
  s.tap({"rail.stock", "row.1"});
  tap_below(s, "label_facts");
  s.tap("label_facts.net");
  s.type("250 g");
  s.tap("save");
  CHECK(s.shop->facts().value<std::string>("SELECT net_content FROM label_facts") == "250 g");
}

}  // namespace
}  // namespace lapak::test
