// Paper: what a price list of 1,000 lines costs against the same words written with bare libharu in the same faces.
#include <hpdf.h>

#include <string>

#include "core/base/check.h"
#include "core/paper/pdf.h"
#include "core/paper/price_list.h"
#include "tests/bench/bench.h"

namespace lapak::bench {
namespace {

constexpr int lines = 1'000;

PriceListView long_list() {
  PriceListView view;
  view.head = {.shop_name = "Kriya Melati",
               .lines = {},
               .logo = nullptr,
               .link = "https://example.org",
               .currency = *find_currency("IDR")};
  view.date = Date::of(2026, 11, 21);
  for (int i = 0; i < lines; ++i) {
    if (i % 100 == 0) view.sections.push_back({"Kategori " + std::to_string(i / 100 + 1), {}});
    PriceListItem item;
    item.code = "BRG-" + std::to_string(10'000 + i);
    item.name = "Gantungan kunci rajut nomor " + std::to_string(i);
    item.price = Money{15'000 + 500 * (i % 97)};
    view.sections.back().items.push_back(std::move(item));
  }
  return view;
}

// The shortest program that gives the same three columns: no heads, rules, QR, wrapping or checks.
std::size_t bare_list(const PriceListView& view, const Words& words) {
  const HPDF_Doc pdf = HPDF_New(nullptr, nullptr);
  HPDF_SetCompressionMode(pdf, HPDF_COMP_ALL);
  HPDF_UseUTFEncodings(pdf);
  const auto font = [&](const char* name) {
    const std::string path = std::string(LAPAK_SOURCE_DIR "/fonts/LapakSans-") + name + ".ttf";
    return HPDF_GetFont(pdf, HPDF_LoadTTFontFromFile(pdf, path.c_str(), HPDF_TRUE), "UTF-8");
  };
  const HPDF_Font regular = font("Regular"), medium = font("Medium"), bold = font("Bold");
  HPDF_Page page = nullptr;
  float y = 0;
  for (const PriceListSection& section : view.sections) {
    for (const PriceListItem& item : section.items) {
      if (!page || y < 64) {
        if (page) HPDF_Page_EndText(page);
        page = HPDF_AddPage(pdf);
        HPDF_Page_SetSize(page, HPDF_PAGE_SIZE_A4, HPDF_PAGE_PORTRAIT);
        HPDF_Page_BeginText(page);
        y = 780;
      }
      HPDF_Page_SetFontAndSize(page, regular, 8);
      HPDF_Page_TextOut(page, 42, y, item.code.c_str());
      HPDF_Page_SetFontAndSize(page, medium, 9.5f);
      HPDF_Page_TextOut(page, 124, y, item.name.c_str());
      const std::string price = words.money(item.price, view.head.currency);
      const HPDF_TextWidth width = HPDF_Font_TextWidth(bold, reinterpret_cast<const HPDF_BYTE*>(price.c_str()),
                                                       static_cast<HPDF_UINT>(price.size()));
      HPDF_Page_SetFontAndSize(page, bold, 9.5f);
      HPDF_Page_TextOut(page, 553 - static_cast<float>(width.width) * 9.5f / 1000, y, price.c_str());
      y -= 15.5f;
    }
  }
  HPDF_Page_EndText(page);
  HPDF_SaveToStream(pdf);
  std::string file(HPDF_GetStreamSize(pdf), '\0');
  HPDF_UINT32 size = static_cast<HPDF_UINT32>(file.size());
  HPDF_ResetStream(pdf);
  HPDF_ReadFromStream(pdf, reinterpret_cast<HPDF_BYTE*>(file.data()), &size);
  LAPAK_ASSERT(HPDF_GetError(pdf) == HPDF_OK);
  HPDF_Free(pdf);
  return size;
}

}  // namespace

void bench_paper(Table& table) {
  const PriceListView view = long_list();
  const Words& words = Words::in(Language::Indonesian);
  const double against_bare = ratio(
      31,
      [&] {
        LAPAK_ASSERT(!pdf(price_list(view, PriceListLayout::Table, SheetPaper::A4, Stories::LeftOut, words)).empty());
      },
      [&] { LAPAK_ASSERT(bare_list(view, words) > 0); });
  table.add({"price list of 1,000 lines against bare libharu", against_bare, 1.5, "x"});
}

}  // namespace lapak::bench
