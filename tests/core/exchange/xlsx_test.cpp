// exchange: workbooks, unpacked and read back.
#include "core/exchange/xlsx.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <fstream>

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

}  // namespace
}  // namespace lapak
