// exchange: workbooks, unpacked and read back.
#include "core/exchange/xlsx.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <fstream>

#include "core/exchange/export.h"
#include "tests/core/fixture.h"
#include "tests/core/test_folder.h"

namespace lapak {
namespace {

// A part of a workbook, as its own program unpacks it.
std::string part_of(const std::filesystem::path& workbook, std::string_view part) {
  FILE* pipe = popen(fmt::format("unzip -p '{}' '{}'", workbook.string(), part).c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string bytes;
  std::array<char, 4096> buffer{};
  while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), pipe)) bytes.append(buffer.data(), got);
  REQUIRE(pclose(pipe) == 0);
  return bytes;
}

TEST_CASE("a workbook has its sheets by name, its words as words and its amounts as numbers to the last unit") {
  const TestFolder folder;
  const std::filesystem::path path = folder / "buku.xlsx";
  const std::vector<XlsxSheet> sheets{
      {"2026-11",
       {{std::string("Keterangan"), std::string("Jumlah")}, {std::string("Benang & pita"), XlsxNumber{1'250, 2}}}},
      {"2026-12", {{std::string("Kosong")}, {XlsxNumber{-100'000'000'000, 0}}}}};
  std::ofstream(path, std::ios::binary) << xlsx(sheets);
  const std::string book = part_of(path, "xl/workbook.xml");
  CHECK(book.find("name=\"2026-11\"") < book.find("name=\"2026-12\""));
  CHECK(book.find("name=\"2026-12\"") != std::string::npos);
  const std::string words = part_of(path, "xl/sharedStrings.xml");
  CHECK(words.find("<t>Benang &amp; pita</t>") != std::string::npos);
  CHECK(part_of(path, "xl/worksheets/sheet1.xml").find("<c r=\"B2\"><v>12.5</v></c>") != std::string::npos);
  CHECK(part_of(path, "xl/worksheets/sheet2.xml").find("<v>-100000000000</v>") != std::string::npos);
}

TEST_CASE("all of the shop is a workbook with a sheet a subject, in which a name is never a formula") {
  TestShop shop;
  shop.profile.language = "en";
  const std::string longest(40'000, 'x');
  for (const std::string& name : {std::string("=HYPERLINK(1)"), longest})
    REQUIRE(shop.execute(CatalogCommand(SaveProduct{{.name = name, .price = Money{5'000}}, {}, {}})).has_value());
  const TestFolder folder;
  const std::filesystem::path path = folder / "all.xlsx";
  std::ofstream(path, std::ios::binary) << export_xlsx(shop.database, shop.profile);
  const std::string book = part_of(path, "xl/workbook.xml");
  std::size_t at = 0;
  for (const char* sheet : {"Items and prices", "Sales", "Items sold", "Payments", "People", "Notes", "Stock", "Orders",
                            "Goods of makers"}) {
    const std::size_t found = book.find(fmt::format("name=\"{}\"", sheet), at);
    REQUIRE(found != std::string::npos);
    at = found;
  }
  const std::string items = part_of(path, "xl/worksheets/sheet1.xml");
  CHECK(items.find("<f>") == std::string::npos);
  CHECK(items.find("<v>5000</v>") != std::string::npos);
  const std::string words = part_of(path, "xl/sharedStrings.xml");
  CHECK(words.find("<t>=HYPERLINK(1)</t>") != std::string::npos);
  CHECK(words.find(longest.substr(0, 32'767) + "<") != std::string::npos);
  std::ofstream(path, std::ios::binary) << export_xlsx(shop.database, shop.profile, ExportTable::Stock);
  CHECK(part_of(path, "xl/workbook.xml").find("name=\"Sales\"") == std::string::npos);
}

}  // namespace
}  // namespace lapak
