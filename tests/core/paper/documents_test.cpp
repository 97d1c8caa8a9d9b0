// tests: every paper in both languages against what was once looked at and found good, and as a file others can read.
//
// After a wanted change: LAPAK_ACCEPT_GOLDEN=1 build/quick/tests/lapak_core_tests -tc="*papers*", look at the PDFs
// (LAPAK_KEEP_PAPER=DIR keeps them), commit tests/golden.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "core/catalog/photo.h"
#include "core/paper/pdf.h"
#include "tests/core/paper/paper_samples.h"
#include "tests/core/paper/pdf_tools.h"

namespace lapak {
namespace {

struct Sample {
  std::string name;
  Document document;
};

std::vector<Sample> samples(const Words& words) {
  const ReceiptView sale = sample_receipt(words);
  ReceiptView voided = sample_refund(words);
  voided.kind = ReceiptKind::Sale;
  voided.voided = ReceiptVoid{voided.at, "Dewi", "Salah ketik"};
  ReceiptView foreign = sample_refund(words);
  foreign.kind = ReceiptKind::Sale;
  foreign.head.currency = *find_currency("USD");
  foreign.taxes = {
      {.name = "Sales tax 8.25%", .kind = ReceiptTaxKind::Added, .base = Money{65'000}, .amount = Money{5'363}}};
  foreign.total = foreign.payments[0].amount = Money{70'363};
  EndOfDayView quiet;  // opened, and nobody came
  quiet.head = sample_head();
  quiet.business_date = sample_day(words).business_date;
  quiet.drawer = DayDrawer{.float_at_opening = Money{300'000}, .expected = Money{300'000}};
  const PriceListView list = sample_price_list();
  const auto priced = [&](PriceListLayout layout, SheetPaper paper, Stories stories) {
    return price_list(list, layout, paper, stories, words);
  };
  return {{"receipt-58mm", receipt(sale, ReceiptPaper::Roll58mm, words)},
          {"receipt-80mm", receipt(sale, ReceiptPaper::Roll80mm, words)},
          {"receipt-a6", receipt(sale, ReceiptPaper::A6, words)},
          {"receipt-refund", receipt(sample_refund(words), ReceiptPaper::Roll58mm, words)},
          {"receipt-void", receipt(voided, ReceiptPaper::Roll80mm, words)},
          {"receipt-tax-added", receipt(foreign, ReceiptPaper::Roll80mm, words)},
          {"price-list-4", priced(PriceListLayout::Cards4, SheetPaper::A4, Stories::Shown)},
          {"price-list-6", priced(PriceListLayout::Cards6, SheetPaper::Letter, Stories::LeftOut)},
          {"price-list-9", priced(PriceListLayout::Cards9, SheetPaper::A4, Stories::Shown)},
          {"price-list-table", priced(PriceListLayout::Table, SheetPaper::A4, Stories::Shown)},
          {"end-of-day", end_of_day(sample_day(words), SheetPaper::A4, words)},
          {"end-of-day-quiet", end_of_day(quiet, SheetPaper::Letter, words)},
          {"range", end_of_day(sample_range(words), SheetPaper::A4, words)}};
}

std::string file_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The first line in which two texts differ, for a message one can read.
std::string first_difference(const std::string& was, const std::string& is) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i < std::min(was.size(), is.size()); ++i) {
    if (was[i] != is[i]) break;
    if (was[i] == '\n') begin = i + 1;
  }
  const auto line = [begin](const std::string& text) {
    return begin < text.size() ? text.substr(begin, text.find('\n', begin) - begin) : std::string("(end)");
  };
  return was == is ? "" : "was: " + line(was) + "\n is: " + line(is);
}

}  // namespace

TEST_CASE("papers are laid out as they were when last looked at") {
  for (const Language language : {Language::Indonesian, Language::English}) {
    for (const Sample& sample : samples(Words::in(language))) {
      const std::filesystem::path golden = std::filesystem::path(LAPAK_SOURCE_DIR) / "tests" / "golden" /
                                           fmt::format("{}.{}.txt", sample.name, language_code(language));
      const std::string text = to_text(sample.document);
      if (std::getenv("LAPAK_ACCEPT_GOLDEN")) std::ofstream(golden, std::ios::binary) << text;
      CAPTURE(golden.filename().string());
      CHECK(first_difference(file_text(golden), text) == "");
    }
  }
}

TEST_CASE("papers are PDFs that other programs read, with embedded subset faces") {
  const PaperFolder folder;
  for (const Language language : {Language::Indonesian, Language::English}) {
    const Words& words = Words::in(language);
    for (const Sample& sample : samples(words)) {
      const auto file =
          folder.put(fmt::format("{}.{}.pdf", sample.name, language_code(language)), pdf(sample.document));
      CAPTURE(file.filename().string());
      CHECK(is_sound(file));
      const std::string faces = run(fmt::format("pdffonts '{}' | tail -n +3", file.string())).output;
      CHECK(faces.find("LapakSans") != faces.npos);
      CHECK(faces.find(" no ") == faces.npos);  // columns emb, sub, uni
      const std::string text = text_of(file);
      CHECK(text.find("Kriya Melati") != text.npos);
    }
  }
}

TEST_CASE("what a receipt says can be searched and copied") {
  const PaperFolder folder;
  const Words& words = Words::in(Language::Indonesian);
  const auto file = folder.put("searched.pdf", pdf(receipt(sample_receipt(words), ReceiptPaper::Roll58mm, words)));
  const std::string text = text_of(file);
  for (const char* expected : {"B1-000123", "21 Nov 2026", "14.02", "Anting Batik Parang", "2 × 45.000", "185.000",
                               "Pembulatan", "−200", "Rp 470.000", "Kembalian", "30.000", "Menunggu dana", "Sisa bayar",
                               "Termasuk PPN 11%", "Tali dipendekkan 10 cm", "Terima kasih sudah"}) {
    CAPTURE(expected);
    CHECK(text.find(expected) != text.npos);
  }
  const std::string about = run(fmt::format("pdfinfo '{}'", file.string())).output;
  CHECK(about.find("Struk B1-000123") != about.npos);
  CHECK(about.find("Author:          Kriya Melati") != about.npos);
  CHECK(about.find("Nov 21 14:02:31 2026") != about.npos);
}

TEST_CASE("the QR of a paper leads to the shop's link") {
  const PaperFolder folder;
  const Words& words = Words::in(Language::English);
  for (const ReceiptPaper paper : {ReceiptPaper::Roll58mm, ReceiptPaper::Roll80mm, ReceiptPaper::A6})
    CHECK(codes_in(folder.put("receipt.pdf", pdf(receipt(sample_receipt(words), paper, words)))) ==
          "https://instagram.com/kriyamelati\n");
  const Document list =
      price_list(sample_price_list(), PriceListLayout::Table, SheetPaper::A4, Stories::LeftOut, words);
  CHECK(codes_in(folder.put("list.pdf", pdf(list))) == "https://instagram.com/kriyamelati\n");
}

TEST_CASE("photos are no finer than paper shows, so that a list can be sent") {
  const Words& words = Words::in(Language::English);
  PriceListView view = long_price_list(36);
  for (PriceListSection& section : view.sections)
    for (PriceListItem& item : section.items) {
      Pixels noise{1280, 1280, 3, std::vector<std::uint8_t>(1280 * 1280 * 3)};
      std::uint32_t state = static_cast<std::uint32_t>(item.price.minor);
      for (std::uint8_t& value : noise.bytes)
        value = static_cast<std::uint8_t>((state = state * 1664525 + 1013904223) >> 24);
      item.photo = std::make_shared<const std::string>(encode_jpeg(noise));
      CHECK(item.photo->size() > 1'000'000);
      if (&item == &section.items[3]) break;
    }
  const Document document = price_list(view, PriceListLayout::Cards9, SheetPaper::A4, Stories::LeftOut, words);
  CHECK(pdf(document).size() < 4 * 300'000);
}

TEST_CASE("the same document gives the same bytes") {
  const Words& words = Words::in(Language::Indonesian);
  const Document document = end_of_day(sample_day(words), SheetPaper::A4, words);
  CHECK(pdf(document) == pdf(document));
}

TEST_CASE("an invoice of a thousand lines goes on on another page, every line on it") {
  const Words& words = Words::in(Language::English);
  ReceiptView view = sample_refund(words);
  view.kind = ReceiptKind::Sale;
  view.lines.clear();
  for (int i = 0; i < 1'114; ++i)
    view.lines.push_back({.name = fmt::format("Piece number {}", i),
                          .options = "Blue",
                          .quantity = Quantity::of(2),
                          .list_price = Money{100},
                          .price = Money{100},
                          .discount = {},
                          .total = Money{200},
                          .note = {}});
  for (const ReceiptPaper paper : {ReceiptPaper::Roll58mm, ReceiptPaper::A6}) {
    const Document document = receipt(view, paper, words);
    CHECK(document.pages.size() >= 2);
    const PaperFolder folder;
    const auto file = folder.put("long.pdf", pdf(document));
    CHECK(is_sound(file));
    const std::string text = text_of(file);
    CHECK(text.find("Piece number 0\n") != text.npos);
    CHECK(text.find("Piece number 1113") != text.npos);
    for (const Page& page : document.pages) {
      for (const Mark& mark : page.marks) {
        if (const auto* written = std::get_if<TextRun>(&mark)) REQUIRE(written->baseline < page.height);
      }
    }
  }
}

TEST_CASE("nothing on a paper stands outside its page or on something else") {
  for (const Language language : {Language::Indonesian, Language::English, Language::Pseudo}) {
    for (const Sample& sample : samples(Words::in(language))) {
      CAPTURE(sample.name);
      CHECK(no_overlap(sample.document));
      for (const Page& page : sample.document.pages) {
        for (const Mark& mark : page.marks) {
          const auto* written = std::get_if<TextRun>(&mark);
          if (!written) continue;
          CAPTURE(written->text);
          CHECK(written->left >= 0);
          CHECK(written->left + written->width <= page.width);
          CHECK(written->baseline <= page.height);
        }
      }
    }
  }
}

TEST_CASE("the end of the day is one page however much happened, and says what was left out") {
  const Words& words = Words::in(Language::Indonesian);
  EndOfDayView view = sample_day(words);
  for (int i = 0; i < 40; ++i) {
    view.corrections.push_back({CorrectionKind::Void, fmt::format("B1-{:06}", i), view.corrections[0].at, Money{1'000},
                                "Salah ketik", "Dewi"});
    view.open_points.push_back({OpenPointKind::Owed, fmt::format("Pembeli {}", i), "B1-000001", Money{5'000}});
    view.ran_out.push_back({fmt::format("Barang {}", i), Quantity{}});
    view.best_sellers.push_back({fmt::format("Laris {}", i), Quantity::of(1), Money{1'000}});
    view.sellers.push_back({fmt::format("Penjaga {}", i), Money{1'000}});
    view.next_day.push_back("Satu hal lagi");
    view.methods.push_back({fmt::format("Cara {}", i), 1, Money{1'000}, std::nullopt});
  }
  view.hours.clear();
  for (int hour = 0; hour < 24; ++hour) view.hours.push_back({hour, Money{1'250'000}, 3});
  for (const SheetPaper paper : {SheetPaper::A4, SheetPaper::Letter}) {
    const Document document = end_of_day(view, paper, words);
    REQUIRE(document.pages.size() == 1);
    double lowest = 0;
    int cut_lists = 0;
    for (const Mark& mark : document.pages[0].marks) {
      const auto* written = std::get_if<TextRun>(&mark);
      if (!written) continue;
      lowest = std::max(lowest, written->baseline);
      cut_lists += written->text.ends_with("lainnya") ? 1 : 0;
    }
    CHECK(lowest <= document.pages[0].height - 30);
    CHECK(cut_lists == 6);
  }
}

TEST_CASE("a day of millions has room for its figures") {
  const Words& words = Words::in(Language::Indonesian);
  EndOfDayView view = sample_day(words);
  view.totals.net_sales = view.totals.gross_sales = Money{1'234'567'000};
  for (DayMethod& method : view.methods) {
    method.expected = Money{-125'000'000};
    method.counted = Money{125'000'000};
  }
  for (DayHour& hour : view.hours) hour.net_sales = Money{125'000'000};
  CHECK(no_overlap(end_of_day(view, SheetPaper::A4, words)));
}

TEST_CASE("a price list with nothing on it says so") {
  PriceListView view = sample_price_list();
  view.sections.clear();
  const Document document =
      price_list(view, PriceListLayout::Cards6, SheetPaper::A4, Stories::LeftOut, Words::in(Language::English));
  REQUIRE(document.pages.size() == 1);
  CHECK(to_text(document).find("Nothing on the list yet") != std::string::npos);
}

TEST_CASE("a card list has as many cards a page as it promises, and every piece once") {
  const Words& words = Words::in(Language::English);
  PriceListView view = long_price_list(36);
  for (const auto& [layout, a_page] : {std::pair{PriceListLayout::Cards4, 4u}, std::pair{PriceListLayout::Cards6, 6u},
                                       std::pair{PriceListLayout::Cards9, 9u}}) {
    const Document document = price_list(view, layout, SheetPaper::A4, Stories::LeftOut, words);
    CHECK(document.pages.size() == 36 / a_page);
    const std::string text = to_text(document);
    for (int i = 0; i < 36; ++i) CHECK(text.find(fmt::format("BRG-{:04}", i)) != text.npos);
  }
}

}  // namespace lapak
