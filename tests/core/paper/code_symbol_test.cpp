// tests: codes drawn by us and read by zbar.
#include "core/paper/code_symbol.h"

#include <doctest/doctest.h>

#include "core/catalog/code_reader.h"
#include "core/catalog/photo.h"
#include "core/paper/pdf.h"
#include "tests/core/paper/pdf_tools.h"

namespace lapak {
namespace {

std::string read_back(const CodeSymbol& symbol) {
  Document document;
  const double module = 2, quiet = module * symbol.quiet_modules;
  const double width = symbol.columns * module, height = symbol.rows == 1 ? 50 : symbol.rows * module;
  document.pages.push_back(Page{width + 2 * quiet, height + 2 * quiet, {}});
  document.pages[0].marks.emplace_back(SymbolMark{quiet, quiet, width, height, symbol, "code"});
  const PaperFolder folder;
  return codes_in(folder.put("code.pdf", pdf(document)));
}

}  // namespace

TEST_CASE("a QR says what it was made of") {
  for (const char* text :
       {"https://instagram.com/kriyamelati", "Ñandú & 茶, Rp 5.000",
        "00020101021126690017ID.CO.EXAMPLE.WWW011893600000000000000102150000000000000010303UMI51440014ID.CO.QRIS.WWW"
        "0215ID00000000000010303UMI5204594753033605802ID5912KRIYA CONTOH6007BANDUNG610540111630469E9"}) {
    const auto symbol = qr_symbol(text);
    REQUIRE(symbol);
    CHECK(symbol->columns == symbol->rows);
    CHECK(read_back(*symbol) == std::string(text) + "\n");
  }
}

TEST_CASE("bar codes say what they were made of") {
  const auto ean = ean13_symbol("290000000001");
  REQUIRE(ean);
  CHECK(ean->columns == 95);
  CHECK(ean->rows == 1);
  CHECK(read_back(*ean) == "2900000000018\n");
  CHECK(ean13_symbol("4006381333931").value() == ean13_symbol("400638133393").value());
  CHECK(read_back(code128_symbol("TAS-0001 x").value()) == "TAS-0001 x\n");
}

TEST_CASE("what no code can say is refused") {
  const auto refused = [](const Result<CodeSymbol>& symbol) {
    return !symbol && symbol.error().code == ProblemCode::CodeNotDrawable;
  };
  CHECK(refused(qr_symbol("")));
  CHECK(refused(qr_symbol("\xff")));
  CHECK(refused(qr_symbol(std::string(4'000, 'a'))));
  CHECK(refused(qr_symbol(std::string(2'900, 'a'), QrRepair::High)));
  CHECK(refused(ean13_symbol("4006381333932")));
  CHECK(refused(ean13_symbol("12345")));
  CHECK(refused(ean13_symbol("40063813339a")));
  CHECK(refused(code128_symbol("")));
  CHECK(refused(code128_symbol("Ñ")));
  CHECK(refused(code128_symbol(std::string(61, 'a'))));
}

}  // namespace lapak
