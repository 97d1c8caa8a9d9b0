// A list from another program is taken in on the screens: found out, looked at, carried out whole or not at all.
#include <doctest/doctest.h>

#include "app/screens/import_screen.h"
#include "app/screens/people.h"
#include "core/catalog/product_store.h"
#include "core/partner/partner_store.h"
#include "core/people/people_store.h"
#include "tests/app/screens/demo_stand.h"
#include "tests/core/test_folder.h"

namespace lapak::test {
namespace {

struct Taking : DemoStand {
  Taking() : DemoStand(make_people_screen, Filling::OnDisk) { begin(); }
  void drop(std::string_view name, std::string_view bytes) {
    app->dropped(folder.file(name, bytes));
    finish_work();
  }
  void take() {
    tap("save");
    finish_work();  // the copy before it
    finish_work();
  }
};

TEST_CASE("a telephone's contact cards are read, counted and taken in, and a second time nothing is new") {
  Taking s;
  const std::string cards = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ratna\r\nTEL:0812 3456 7890\r\nEND:VCARD\r\n";
  s.drop("people.vcf", cards);
  CHECK(s.rig.text_of("import.verdict") == "1 baru, 0 berubah, 0 sudah ada");
  s.take();
  CHECK(people(s.shop->facts(), {}).rows.at(0).phone == "+6281234567890");
  s.drop("people.vcf", cards);
  CHECK(s.rig.text_of("import.verdict") == "0 baru, 0 berubah, 1 sudah ada");
  s.take();
  CHECK(people(s.shop->facts(), {}).total == 1);
}

TEST_CASE("a table is taken for what its columns say, and she may say otherwise") {
  Taking s;
  s.drop("list.csv", "Nama,Harga,Telepon\nTas,85000,\n");
  CHECK(s.rig.text_of("import.columns") == "2 dari 3 kolom cocok: Nama, Harga");
  s.tap("import.kind.1");
  s.finish_work();
  CHECK(s.rig.text_of("import.columns") == "2 dari 3 kolom cocok: Nama, Telepon");
  s.take();
  CHECK(people(s.shop->facts(), {}).rows.at(0).name == "Tas");
}

TEST_CASE("a list with a row that cannot be read is not taken in, and says which row and why") {
  Taking s;
  s.drop("list.csv", "Nama,Harga,Kode\nTas,85000,TAS\nTopi,banyak,TOPI\n");
  CHECK(s.rig.text_of("import.verdict") == "1 baris perlu dicek");
  CHECK(s.rig.has("import.row.3"));
  s.take();
  CHECK(find_product_by_code(s.shop->facts(), "TAS") == std::nullopt);
}

TEST_CASE("goods of many makers come with their makers, on slips, at the share that was chosen") {
  Taking s;
  s.drop("goods.csv", "Nama,Harga,Pemilik,Jumlah\nMangkuk biru,50000,Wulan,4\nPiring biru,60000,Bayu,2\n");
  REQUIRE(s.rig.has("import.share.plus"));
  s.tap("import.share.plus");
  s.take();
  const auto rows = partner_rows(s.shop->facts(), {});
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].name == "Bayu");
  CHECK(find_agreement(s.shop->facts(), rows[1].id, Book::Consignment)->share_bp == 7'500);
  const Statement wulan = statement(s.shop->facts(), {.partner = rows[1].id}, s.shop->today());
  REQUIRE(wulan.goods.size() == 1);
  CHECK(wulan.goods.front().left == Quantity::of(4));
}

TEST_CASE("past sales of another program are known by their columns, summed up, and come in once") {
  Taking s;
  const auto before = s.shop->facts().value<std::int64_t>("SELECT count(*) FROM sale").value();
  const std::string receipts =
      "Date,Receipt number,Receipt type,SKU,Item,Variant,Quantity,Net sales,Status\n"
      "2026-01-25 15:45,1-1001,Sale,10001,Sabun,,2,30000,Closed\n"
      "2026-01-25 15:45,1-1001,Sale,10002,Lilin,,1,20000,Closed\n"
      "2026-01-27 09:00,1-1002,Refund,10001,Sabun,,1,15000,Closed\n";
  s.drop("receipts.csv", receipts);
  CHECK(s.rig.text_of("import.columns").starts_with("Daftar dari Loyverse."));
  CHECK(s.rig.text_of("import.verdict") == "3 baru, 0 berubah, 0 sudah ada");
  CHECK(s.rig.text_of("import.sales").contains("25 Januari 2026"));
  CHECK(s.rig.text_of("import.sales").contains("35.000"));
  s.take();
  CHECK(s.shop->facts().value<std::int64_t>("SELECT count(*) FROM sale") == before + 2);
  s.drop("receipts.csv", receipts);
  CHECK(s.rig.text_of("import.verdict") == "0 baru, 0 berubah, 3 sudah ada");
}

}  // namespace
}  // namespace lapak::test
