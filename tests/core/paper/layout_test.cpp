// tests: what is printed of a text, how wide it is, and where it is broken.
#include "core/paper/layout.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>
#include <sstream>

#include "core/paper/pdf.h"
#include "tests/core/paper/pdf_tools.h"

namespace lapak {
namespace {

Document one_line(std::string_view text, Weight weight = Weight::Regular, double size = 12) {
  Document document;
  document.title = "test";
  document.pages.push_back(Page{600, 100, {}});
  document.pages[0].marks.emplace_back(text_run(text, {weight, size, {}}, 300, 50, Align::Right));
  return document;
}

}  // namespace

TEST_CASE("text of the languages we print stays as it is") {
  for (const char* text : {"", "Rp 230.000", "Ñandú – ¿qué?", "Łódź, Škoda, ığş", "Trà sữa trân châu đường đen",
                           "−5.000 × 2…", "₱ ₹ € £ ₫"})
    CHECK(printable(text) == text);
}

TEST_CASE("letters put together from parts are composed") {
  CHECK(printable("Cafe\xcc\x81") == "Café");
}

TEST_CASE("letters the face lacks become one mark each, never nothing") {
  CHECK(printable("Teh 茶 hijau") == "Teh □ hijau");
  CHECK(printable("سلام") == "□□□□");
  CHECK(printable("Cinta ❤️") == "Cinta □");
  CHECK(printable("👍🏽 ok") == "□ ok");
  CHECK(printable("\xef\xbf\xbd") == "□");
}

TEST_CASE("bytes that are no UTF-8 become marks and swallow no neighbours") {
  CHECK(printable("a\xff"
                  "b\xc3(") == "a□b□(");
  CHECK(printable("cut \xe2\x82") == "cut □□");
}

TEST_CASE("controls and marks of direction are gone, blanks are one") {
  CHECK(printable("harga \xe2\x80\xae"
                  "000.05\xe2\x80\xac") == "harga 000.05");
  CHECK(printable(std::string_view("a\0b\x1b[2J\x7f", 8)) == "ab[2J");
  CHECK(printable("  a\t\n  b\xc2\xa0 c ") == "a b c");
}

TEST_CASE("a text is as wide as the PDF draws it") {
  const PaperFolder folder;
  for (const Weight weight : {Weight::Regular, Weight::Medium, Weight::Bold}) {
    for (const char* text : {"WwMmIil1470", "Anting", "Trânñé", "Rp230.000−"}) {
      const auto file = folder.put("width.pdf", pdf(one_line(text, weight, 30)));
      const std::string box =
          run(fmt::format("pdftotext -q -bbox '{}' - | grep -o 'xM[a-z]*=\"[0-9.]*\"' | grep -o '[0-9.]*'",
                          file.string()))
              .output;
      std::istringstream numbers(box);
      double left = 0, right = 0;
      numbers >> left >> right;
      CAPTURE(text);
      CHECK(std::abs(right - 300) < 0.01);
      CHECK(std::abs(right - left - text_width(text, weight, 30)) < 0.01);
    }
  }
}

TEST_CASE("lines are broken at blanks, and anywhere in a word too long for one") {
  const double wide = text_width("Anting Batik", Weight::Regular, 10) + 0.1;
  CHECK(wrapped("Anting Batik Parang", Weight::Regular, 10, wide, 9) ==
        std::vector<std::string>{"Anting Batik", "Parang"});
  CHECK(wrapped("satu\n\n dua", Weight::Regular, 10, wide, 9) == std::vector<std::string>{"satu", "dua"});
  CHECK(wrapped("", Weight::Regular, 10, wide, 9).empty());
  std::string joined;
  for (const std::string& line : wrapped("KainTenunIkatTroso", Weight::Bold, 10, 30, 99)) {
    CHECK(text_width(line, Weight::Bold, 10) <= 30);
    joined += line;
  }
  CHECK(joined == "KainTenunIkatTroso");
}

TEST_CASE("a column narrower than a letter still ends") {
  CHECK(wrapped("abc", Weight::Regular, 10, 0.5, 9) == std::vector<std::string>{"a", "b", "c"});
}

TEST_CASE("what does not fit ends in dots") {
  const std::string cut = ellipsized("Gantungan kunci rajut", Weight::Regular, 10, 60);
  CHECK(cut.ends_with("…"));
  CHECK(text_width(cut, Weight::Regular, 10) <= 60);
  CHECK(ellipsized("Anting", Weight::Regular, 10, 60) == "Anting");
  const auto lines = wrapped("satu dua tiga empat lima enam tujuh", Weight::Regular, 10, 60, 2);
  REQUIRE(lines.size() == 2);
  CHECK(lines[1].ends_with("…"));
  CHECK(wrapped("satu\ndua\ntiga", Weight::Regular, 10, 60, 2) == std::vector<std::string>{"satu", "dua …"});
}

TEST_CASE("a document as text reads from top to bottom") {
  Document document = one_line("kedua");
  document.pages[0].marks.emplace_back(text_run("pertama", {Weight::Bold, 9, {}}, 20, 10));
  CHECK(to_text(document) ==
        "\"test\" by , 1970-01-01 00:00\n\npage 1 of 1, 600.0 × 100.0\n"
        "  10.0   20.0  bold 9 left 20.0 | pertama\n"
        "  50.0  " +
            fmt::format("{:.1f}", 300 - text_width("kedua", Weight::Regular, 12)) +
            "  regular 12 right 300.0 | kedua\n");
}

TEST_CASE("a PDF is made of any text") {
  const PaperFolder folder;
  std::string every_byte;
  for (int i = 0; i < 256; ++i) every_byte += static_cast<char>(i);
  const std::string texts[] = {std::string(40'000, 'a'),
                               every_byte,
                               ")Tj ET endstream endobj /OpenAction \\",
                               "=1+1",
                               "'; DROP TABLE",
                               "\xe2\x80\xae"
                               "000.05",
                               "👩‍🎨🎨",
                               std::string(40'000, '\xff')};
  for (const std::string& text : texts) {
    Document document = one_line(text);
    document.title = text;
    document.author = text;
    CHECK(is_sound(folder.put("any.pdf", pdf(document))));
  }
  const auto trick = folder.put("trick.pdf", pdf(one_line(texts[2])));
  CHECK(text_of(trick).find(")Tj ET endstream endobj /OpenAction \\") != std::string::npos);
  CHECK(run(fmt::format("grep -c '/OpenAction' '{}'", trick.string())).output == "0\n");
}

}  // namespace lapak
