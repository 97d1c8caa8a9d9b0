// paper: labels lie where their sheet says, every code on them is read back, and no text leaves its label.
#include "core/paper/label.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "core/catalog/code_reader.h"
#include "core/paper/pdf.h"
#include "tests/core/paper/pdf_tools.h"

namespace lapak {
namespace {

const Words& english() {
  return Words::in(Language::English);
}

// As a printer of 300 dots an inch would put it on paper.
std::set<std::string> read_at_300_dpi(const Document& document) {
  const PaperFolder folder;
  const auto file = folder.put("labels.pdf", pdf(document));
  REQUIRE(is_sound(file));
  const std::string said =
      run(fmt::format(
              "pdftoppm -r 300 -gray '{0}' '{0}-page' && zbarimg -q --raw '{0}'-page*.pgm; rm -f '{0}'-page*.pgm",
              file.string()))
          .output;
  std::set<std::string> lines;
  std::istringstream stream(said);
  for (std::string line; std::getline(stream, line);) lines.insert(line);
  return lines;
}

struct Bounds {
  double left, top, right, bottom;
};
Bounds bounds_of(const Mark& mark) {
  return std::visit(
      [](const auto& one) -> Bounds {
        if constexpr (requires { one.baseline; })
          return {one.left, one.baseline - one.style.size * 0.95, one.left + one.width,
                  one.baseline + one.style.size * 0.25};
        else if constexpr (requires { one.x1; })
          return {one.x1, one.y1, one.x2, one.y2};
        else
          return {one.left, one.top, one.left + one.width, one.top + one.height};
      },
      mark);
}

void expect_inside(const Document& document, const LabelSheet& sheet) {
  for (const Page& page : document.pages)
    for (std::size_t n = 0; n < page.marks.size(); ++n) {
      const Bounds at = bounds_of(page.marks[n]);
      bool is_inside = false;
      for (int label = 0; label < sheet.labels(); ++label) {
        const double left = sheet.label_left_um(label % sheet.columns) / 1000.0 * kPointsPerMm,
                     top = sheet.label_top_um(label / sheet.columns) / 1000.0 * kPointsPerMm;
        is_inside = is_inside || (at.left >= left - 0.01 && at.top >= top - 0.01 &&
                                  at.right <= left + sheet.width_um / 1000.0 * kPointsPerMm + 0.01 &&
                                  at.bottom <= top + sheet.height_um / 1000.0 * kPointsPerMm + 0.01);
      }
      CHECK(is_inside);
      for (std::size_t other = 0; other < n; ++other) {
        const bool is_code =
            std::holds_alternative<SymbolMark>(page.marks[n]) || std::holds_alternative<SymbolMark>(page.marks[other]);
        if (!is_code) continue;
        const Bounds b = bounds_of(page.marks[other]);
        CHECK_FALSE((at.left < b.right - 0.01 && b.left < at.right - 0.01 && at.top < b.bottom - 0.01 &&
                     b.top < at.bottom - 0.01));
      }
    }
}

LabelContent label(LabelCode code, std::string coded, std::int64_t copies = 1) {
  return {.name = "Sabun Kelapa · Lavender",
          .price = "Rp 30.000",
          .details = {},
          .code = code,
          .coded = std::move(coded),
          .may_shorten = false,
          .copies = copies};
}

}  // namespace

TEST_CASE("every code on every sheet that comes with the program is read back as it is printed") {
  struct Kind {
    LabelCode code;
    std::string coded;
  };
  const std::vector<Kind> kinds{{LabelCode::Bars, "2900000000018"},
                                {LabelCode::Bars, "TAS-01"},
                                {LabelCode::Story, "https://instagram.com/kriyamelati"}};
  for (const LabelSheet& sheet : built_in_sheets())
    for (const Kind& kind : kinds) {
      CAPTURE(sheet.columns);
      CAPTURE(sheet.width_um);
      CAPTURE(kind.coded);
      const LabelPaper paper = label_paper({label(kind.code, kind.coded, sheet.labels())}, sheet, 0);
      CHECK(paper.notes.empty());
      CHECK(paper.document.pages.size() == 1);
      CHECK(read_at_300_dpi(paper.document) == std::set{kind.coded});
      expect_inside(paper.document, sheet);
    }
}

TEST_CASE("each label of a full sheet has its own code") {
  for (const LabelSheet& sheet : built_in_sheets()) {
    std::vector<LabelContent> labels;
    std::set<std::string> wanted;
    for (int n = 0; n < sheet.labels(); ++n) {
      labels.push_back(label(LabelCode::Bars, in_store_ean13(n * 37 + 5)));
      wanted.insert(labels.back().coded);
    }
    CHECK(read_at_300_dpi(label_paper(labels, sheet, 0).document) == wanted);
  }
}

TEST_CASE("a story without an address stands in the QR itself, cut where it is too long") {
  std::string story = "Anyaman Bu Sri\n";
  for (int i = 0; i < 60; ++i) story += "Dianyam dari pandan yang tumbuh di tepi sungai, dijemur tiga hari – ";
  for (const LabelSheet& sheet : built_in_sheets()) {
    LabelContent one = label(LabelCode::Story, story);
    one.may_shorten = true;
    const LabelPaper paper = label_paper({one}, sheet, 0);
    CHECK(paper.notes.empty());
    const std::set<std::string> lines = read_at_300_dpi(paper.document);
    CHECK(lines.contains("Anyaman Bu Sri"));
    const bool is_cut = std::ranges::any_of(lines, [](const std::string& line) { return line.ends_with("…"); });
    CHECK(is_cut);
  }
}

TEST_CASE("a code that would be too small to be read is left out and said") {
  const LabelSheet& small = built_in_sheets()[2];
  CHECK(label_paper({label(LabelCode::Bars, "Ñandú")}, small, 0).notes ==
        std::vector{LabelNote{0, LabelTrouble::CodeUnsayable}});
  for (const LabelContent& one : {label(LabelCode::Bars, std::string(40, 'A')),
                                  label(LabelCode::Story, "https://example.org/" + std::string(300, 'x'))}) {
    const LabelPaper paper = label_paper({one}, small, 0);
    CHECK(paper.notes == std::vector{LabelNote{0, LabelTrouble::CodeTooWide}});
    for (const Mark& mark : paper.document.pages[0].marks) CHECK_FALSE(std::holds_alternative<SymbolMark>(mark));
  }
  CHECK(label_paper({label(LabelCode::Bars, "")}, small, 0).notes ==
        std::vector{LabelNote{0, LabelTrouble::CodeMissing}});
}

TEST_CASE("long names, many facts, pictures of faces and writing from the right stay in their label") {
  std::string allergens = "Contains: ";
  for (int i = 0; i < 80; ++i) allergens += "kacang, susu, ";
  const std::vector<std::string> names{std::string(10'000, 'w'), "Tas 👜🌺 anyam", "قلادة فضية", "Kaos \"L\" 'x'\t\n y",
                                       std::string(200, ' ') + "a"};
  for (const LabelSheet& sheet : built_in_sheets())
    for (const std::string& name : names)
      for (const LabelCode code : {LabelCode::None, LabelCode::Bars, LabelCode::Story}) {
        LabelContent one = label(code, code == LabelCode::Bars ? "2900000000018" : "https://lapak.example");
        one.name = name;
        one.details = {{allergens, Weight::Bold}, {"P-IRT 2063374010012-28\nHalal ID00110000123", Weight::Regular}};
        expect_inside(label_paper({one}, sheet, 0).document, sheet);
        one.price = "Rp 99.999.999.999.999.999";
        one.details.clear();
        const LabelPaper priced = label_paper({one}, sheet, 0);
        expect_inside(priced.document, sheet);
        const bool is_whole = std::ranges::any_of(priced.document.pages[0].marks, [&](const Mark& mark) {
          const auto* run = std::get_if<TextRun>(&mark);
          return run && run->text == one.price;
        });
        CHECK(is_whole);
      }
}

TEST_CASE("labels begin at the first free one and lie where the sheet says, nudge and all") {
  LabelSheet sheet = built_in_sheets()[0];
  sheet.nudge_x_um = 1'000;
  sheet.nudge_y_um = -500;
  const LabelPaper paper = label_paper({label(LabelCode::None, "", 21)}, sheet, 19);
  REQUIRE(paper.document.pages.size() == 2);
  const Page& page = paper.document.pages[0];
  CHECK(page.width == doctest::Approx(210 * kPointsPerMm));
  CHECK(page.height == doctest::Approx(297 * kPointsPerMm));
  const auto& first = std::get<TextRun>(page.marks[0]);
  const double padding = 38.1 * 0.06 * kPointsPerMm;
  CHECK(first.left == doctest::Approx((7.2 + 66.0 + 1.0) * kPointsPerMm + padding).epsilon(0.0001));
  CHECK(first.baseline - first.style.size * 0.95 ==
        doctest::Approx((15.1 + 6 * 38.1 - 0.5) * kPointsPerMm + padding).epsilon(0.0001));
  const auto& again = std::get<TextRun>(paper.document.pages[1].marks[0]);
  CHECK(again.left == doctest::Approx((7.2 + 1.0) * kPointsPerMm + padding).epsilon(0.0001));
}

TEST_CASE("the ruler page has a line a millimetre and each label's place, on every sheet") {
  for (const LabelSheet& sheet : built_in_sheets()) {
    LabelSheet nudged = sheet;
    nudged.nudge_x_um = 3'000;
    const Document ruler = label_ruler(nudged, english());
    CHECK(to_text(ruler) == to_text(label_ruler(sheet, english())));
    const PaperFolder folder;
    CHECK(is_sound(folder.put("ruler.pdf", pdf(ruler))));
    if (!sheet.is_roll) CHECK(text_of(folder.path() / "ruler.pdf").find("100 %") != std::string::npos);
  }
}

TEST_CASE("story cards: one a page or four on an A4, each with its code") {
  std::vector<StoryCard> cards(5, {.name = "Selendang 👘 " + std::string(300, 'n'),
                                   .price = "Rp 450.000",
                                   .maker = "Bu Sri",
                                   .story = std::string(5'000, 's'),
                                   .material = "Sutra",
                                   .care = std::string(2'000, 'c'),
                                   .picture = nullptr,
                                   .coded = "https://lapak.example/1"});
  const Letterhead head{.shop_name = "Rumah Benang"};
  const Document single = story_cards(cards, head, CardPaper::A6, english());
  CHECK(single.pages.size() == 5);
  const Document four = story_cards(cards, head, CardPaper::FourOnA4, english());
  CHECK(four.pages.size() == 2);
  CHECK(four.pages[0].width == doctest::Approx(210 * kPointsPerMm));
  CHECK(four.pages[0].height == doctest::Approx(297 * kPointsPerMm));
  CHECK(read_at_300_dpi(single) == std::set<std::string>{"https://lapak.example/1"});
  for (const Page& page : four.pages)
    for (const Mark& mark : page.marks) {
      const Bounds at = bounds_of(mark);
      CHECK(at.right <= page.width + 0.01);
      CHECK(at.bottom <= page.height + 0.01);
    }
}

}  // namespace lapak
