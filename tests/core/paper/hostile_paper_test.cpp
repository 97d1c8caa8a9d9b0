// tests: papers made of what should never stand in a shop, and did.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <memory>

#include "core/catalog/photo.h"
#include "core/paper/pdf.h"
#include "tests/core/paper/paper_samples.h"
#include "tests/core/paper/pdf_tools.h"

namespace lapak {
namespace {

const std::string hostile_texts[] = {
    std::string(40'000, 'W'),
    std::string(40'000, ' ') + "x",
    std::string(20'000, '\n'),
    std::string("nul\0in the middle", 17),
    "\x1b[2J\x07\x08\xe2\x80\xae"
    "000.05\xe2\x80\xac",
    "=HYPERLINK(\"http://example.org\")",
    "{} {0} %s %n {:>99999}",
    "\xff\xfe\xc3\x28\xf0\x9f",
    "👩‍👩‍👧‍👦 العربية 中文 हिन्दी",
    ")Tj ET\nendstream\nendobj\n/OpenAction",
};

void check(const PaperFolder& folder, const Document& document) {
  const auto file = folder.put("hostile.pdf", pdf(document));
  CHECK(is_sound(file));
  for (const Page& page : document.pages) {
    for (const Mark& mark : page.marks) {
      const auto* run = std::get_if<TextRun>(&mark);
      if (!run) continue;
      CHECK(run->left >= -0.001);
      CHECK(run->left + run->width <= page.width + 0.001);
    }
  }
}

}  // namespace

TEST_CASE("any text makes a sound paper, and none runs off it") {
  const PaperFolder folder;
  const Words& words = Words::in(Language::Indonesian);
  for (const std::string& text : hostile_texts) {
    CAPTURE(printable(text).substr(0, 40));
    Letterhead head = sample_head();
    head.shop_name = head.link = text;
    head.lines = {text, text};

    ReceiptView sale = sample_receipt(words);
    sale.head = head;
    sale.number = sale.seller = sale.customer = sale.note = sale.thanks = text;
    for (ReceiptLine& line : sale.lines) line.name = line.options = line.note = text;
    for (ReceiptPayment& payment : sale.payments) payment.method = payment.reference = text;
    for (ReceiptTax& tax : sale.taxes) tax.name = text;
    sale.voided = ReceiptVoid{sale.at, text, text};
    check(folder, receipt(sale, ReceiptPaper::Roll58mm, words));
    check(folder, receipt(sale, ReceiptPaper::A6, words));

    PriceListView list = sample_price_list();
    list.head = head;
    list.title = list.order_note = text;
    for (PriceListSection& section : list.sections) {
      section.category = text;
      for (PriceListItem& item : section.items) item.name = item.code = item.options = item.maker = item.story = text;
    }
    check(folder, price_list(list, PriceListLayout::Cards9, SheetPaper::A4, Stories::Shown, words));
    check(folder, price_list(list, PriceListLayout::Table, SheetPaper::Letter, Stories::Shown, words));

    EndOfDayView day = sample_day(words);
    day.head = head;
    day.note = day.fingerprint = day.drawer->closed_by = day.drawer->difference_reason = text;
    for (DayMethod& method : day.methods) method.method = text;
    for (DayProduct& product : day.best_sellers) product.name = text;
    for (DayCorrection& correction : day.corrections) correction.number = correction.reason = correction.who = text;
    for (DayOpenPoint& point : day.open_points) point.name = point.number = text;
    for (DayShortage& shortage : day.ran_out) shortage.name = text;
    day.next_day = {text};
    check(folder, end_of_day(day, SheetPaper::A4, words));
  }
}

TEST_CASE("the largest amounts stand on the narrowest paper") {
  const Words& words = Words::in(Language::Indonesian);
  ReceiptView view = sample_receipt(words);
  for (ReceiptLine& line : view.lines) line.price = line.list_price = line.total = kLargestMoney;
  view.lines[0].list_price = kLargestMoney - Money{1};
  view.lines[0].quantity = kLargestQuantity;
  view.total = view.subtotal = view.owed = kLargestMoney;
  const Document document = receipt(view, ReceiptPaper::Roll58mm, words);
  check(PaperFolder(), document);
  CHECK(no_overlap(document));
}

TEST_CASE("a dear piece sold below its price stands readable on the narrowest paper") {
  const Words& words = Words::in(Language::Indonesian);
  ReceiptView view = sample_refund(words);
  view.kind = ReceiptKind::Sale;
  view.lines[0].quantity = Quantity::of(12);
  view.lines[0].list_price = Money{1'250'000};
  view.lines[0].price = Money{1'100'000};
  view.lines[0].total = view.subtotal = view.total = Money{13'200'000};
  CHECK(no_overlap(receipt(view, ReceiptPaper::Roll58mm, words)));
  for (const ReceiptPaper paper : {ReceiptPaper::Roll58mm, ReceiptPaper::Roll80mm, ReceiptPaper::A6})
    CHECK(no_overlap(receipt(sample_receipt(words), paper, words)));
}

TEST_CASE("a picture that is not sound is left out, and the paper is whole") {
  const Words& words = Words::in(Language::English);
  const std::string sound = *sample_price_list().sections[0].items[0].photo;
  const std::string bad[] = {"", "not a picture", sound.substr(0, sound.size() / 2),
                             "\x89PNG\r\n\x1a\n" + std::string(500, '\0')};
  const PaperFolder folder;
  for (const std::string& bytes : bad) {
    PriceListView list = sample_price_list();
    list.head.logo = list.sections[0].items[0].photo = std::make_shared<const std::string>(bytes);
    check(folder, price_list(list, PriceListLayout::Cards4, SheetPaper::A4, Stories::LeftOut, words));
    ReceiptView sale = sample_receipt(words);
    sale.head.logo = list.head.logo;
    check(folder, receipt(sale, ReceiptPaper::Roll80mm, words));
  }
}

}  // namespace lapak
