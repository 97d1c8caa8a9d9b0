// shop: papers about partners say what the facts say, on as many pages as it takes.
#include "core/shop/partner_papers.h"

#include <cstdlib>
#include <fstream>

#include "core/paper/pdf.h"
#include "core/shop/documents.h"
#include "tests/core/paper/paper_samples.h"
#include "tests/core/shop/stall.h"

namespace lapak {
namespace {

struct Partnership : Stall {
  Id<Contact> wulan{done(SaveContact{Contact{.id = {},
                                             .name = "Keramik Mbak Wulan",
                                             .phone = "081234567890",
                                             .town = "Kasongan",
                                             .makes = "keramik",
                                             .is_partner = true},
                                     {}})
                        .subject};
  Id<Product> bowl = product("Mangkuk kecil", 50'000, 0), cup = product("Cangkir teh", 62'500, 0);
  Id<Slip> slip;

  Partnership() {
    Agreement agreement;
    agreement.partner = wulan;
    agreement.share_bp = 7'500;
    agreement.is_on_receipts = true;
    done(SaveAgreement{agreement});
    slip = Id<Slip>{done(HandOver{wulan,
                                  Book::Consignment,
                                  SlipKind::Taken,
                                  {{bowl, Quantity::of(20), {}}, {cup, Quantity::of(12), {}}},
                                  "dus biru"})
                        .subject};
    done(OpenDay{{{Money{}, 500'000}}});
    sell(bowl, 4);
    sell(cup, 2);
  }
  StatementQuestion open_period() const { return {.partner = wulan}; }
};

// Looked at as pictures when LAPAK_KEEP_PAPER names a folder.
std::string checked_text(const Document& document, const char* name) {
  CHECK(no_overlap(document));
  for (const Page& page : document.pages)
    for (const Mark& mark : page.marks)
      if (const auto* run = std::get_if<TextRun>(&mark)) {
        CAPTURE(run->text);
        CHECK(run->left >= 0);
        CHECK(run->left + run->width <= page.width);
        CHECK(run->baseline <= page.height);
      }
  const std::string bytes = pdf(document);
  CHECK(bytes.starts_with("%PDF"));
  if (const char* folder = std::getenv("LAPAK_KEEP_PAPER"))
    std::ofstream(std::string(folder) + "/" + name + ".pdf", std::ios::binary) << bytes;
  return to_text(document);
}

bool says(const std::string& text, std::string_view words) {
  return text.find(words) != std::string::npos;
}

TEST_CASE_FIXTURE(Partnership, "a statement says what came, was sold, is owed, and by what agreement") {
  const std::string text =
      checked_text(statement_of(shop->facts(), shop->profile(), open_period(), shop->now()), "statement");
  CAPTURE(text);
  for (const char* words : {"Keramik Mbak Wulan dapat 75 %, Anda dapat 25 %.", "Mangkuk kecil", "150.000", "93.750",
                            "A1-000002", "Harus dibayar ke Keramik Mbak Wulan", "Rp 243.750"})
    CHECK(says(text, words));
  const std::string message = statement_text(shop->facts(), shop->profile(), open_period(), shop->now());
  CHECK(says(message, "4 × Mangkuk kecil: Rp 150.000"));
}

TEST_CASE_FIXTURE(Partnership, "a closed period is a payout slip to sign, and stays the same") {
  done(Settle{.partner = wulan, .by = PaidBy::Cash});
  StatementQuestion closed = open_period();
  closed.settlement = settlements(shop->facts(), wulan, Book::Consignment, 1).front().n;
  const std::string text = checked_text(statement_of(shop->facts(), shop->profile(), closed, shop->now()), "payout");
  CHECK(says(text, "Disetor Rp 243.750"));
  CHECK(says(text, "Sudah beres"));
  sell(bowl);
  CHECK(to_text(statement_of(shop->facts(), shop->profile(), closed, shop->now())).find("A1-000003") ==
        std::string::npos);
}

TEST_CASE_FIXTURE(Partnership, "a slip lists the goods with both names to sign under") {
  const std::string text = checked_text(goods_slip_of(shop->facts(), shop->profile(), slip), "slip");
  for (const char* words : {"Terima titipan", "No. 1", "Cangkir teh", "75 %", "dus biru", "Rumah Benang"})
    CHECK(says(text, words));
}

TEST_CASE_FIXTURE(Partnership, "the receipt names the maker of a partner's goods where that was agreed") {
  const Sale sale = find_sale(shop->facts(), last_sale(shop->facts()).value()).value();
  CHECK(says(to_text(receipt_of(shop->facts(), shop->profile(), sale, ReceiptPaper::Roll80mm)),
             "oleh Keramik Mbak Wulan"));
}

TEST_CASE_FIXTURE(Partnership, "twenty makers are settled on one sheet, a hundred on as many pages as they need") {
  std::vector<TakenIn> goods;
  for (int i = 0; i < 100; ++i)
    goods.push_back(
        {product("Barang " + std::to_string(i), 10'000 + i, 0), "Perajin " + std::to_string(i), Quantity::of(3), {}});
  done(TakeInGoods{goods, {}});
  for (const TakenIn& one : goods) sell(one.product);
  done(SettleAll{.by = PaidBy::Transfer});
  const Document sheet = payouts_of(shop->facts(), shop->profile(), Book::Consignment, shop->today(), shop->now());
  CHECK(sheet.pages.size() > 1);
  const std::string text = checked_text(sheet, "payouts");
  CHECK(says(text, "101 mitra"));
  CHECK(says(text, "Perajin 99"));
  CHECK(says(text, "Halaman 1 dari"));
}

TEST_CASE_FIXTURE(Partnership, "the directory lists makers by name with what they make and where to find them") {
  const std::string text = checked_text(vendor_directory_of(shop->facts(), shop->profile(), shop->now()), "directory");
  for (const char* words : {"Keramik Mbak Wulan", "keramik", "Kasongan", "0812-3456-7890"}) CHECK(says(text, words));
}

}  // namespace
}  // namespace lapak
