// shop: papers about an order say what was agreed and paid, and nothing that was not.
#include "core/shop/order_papers.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "core/exchange/export.h"
#include "core/order/order_store.h"
#include "core/paper/pdf.h"
#include "core/shop/documents.h"
#include "tests/core/paper/paper_samples.h"
#include "tests/core/shop/stall.h"

namespace lapak {
namespace {

struct Ordered : Stall {
  Id<Contact> ratna{done(SaveContact{Contact{.id = {}, .name = "Ratna Dewi"}, {}}).subject};
  Id<CustomOrder> order;

  Ordered() {
    Profile profile = shop->profile();
    profile.address = "Jl. Tirtodipuran 21, Yogyakarta";
    profile.accounts = {{"BCA", "123 456 7890", "Siti Rahma"}};
    done(SaveProfile{profile});
    CustomOrder bag{.client = ratna,
                    .what =
                        "Tas rajut biru tua, tali panjang, inisial R di sudut kanan bawah, furing batik cokelat dengan "
                        "saku dalam untuk telepon",
                    .quantity = Quantity::of(2),
                    .price = Money{500'000}};
    bag.promised = Date::of(2026, 12, 2);
    order = Id<CustomOrder>{done(SaveOrder{bag}).subject};
    done(TakeOrderDeposit{order, {{.method = Method::Transfer, .amount = Money{250'000}}}});
  }
  Document paper(OrderPaper kind) const {
    return order_paper_of(shop->facts(), shop->profile(), order, kind, shop->now());
  }
};

// Accepted with LAPAK_ACCEPT_GOLDEN; looked at as a picture when LAPAK_KEEP_PAPER names a folder.
void compare(const Document& document, const std::string& name) {
  CHECK(no_overlap(document));
  const std::string bytes = pdf(document);
  if (const char* folder = std::getenv("LAPAK_KEEP_PAPER"))
    std::ofstream(std::string(folder) + "/" + name + ".pdf", std::ios::binary) << bytes;
  const std::filesystem::path golden =
      std::filesystem::path(LAPAK_SOURCE_DIR) / "tests" / "golden" / (name + ".id.txt");
  if (std::getenv("LAPAK_ACCEPT_GOLDEN")) std::ofstream(golden, std::ios::binary) << to_text(document);
  std::ifstream file(golden, std::ios::binary);
  const std::string kept{std::istreambuf_iterator<char>(file), {}};
  CAPTURE(name);
  CHECK(kept == to_text(document));
}

TEST_CASE_FIXTURE(Ordered, "slip, quote and invoice look as they were accepted") {
  compare(paper(OrderPaper::Slip), "order-slip");
  compare(paper(OrderPaper::Quote), "order-quote");
  compare(paper(OrderPaper::Invoice), "order-invoice");
}

TEST_CASE_FIXTURE(Ordered, "of a service the quote says scope and revisions, the invoice until when it is to be paid") {
  CustomOrder logo{.client = ratna, .kind = OrderKind::Service, .what = "Logo kedai", .price = Money{750'000}};
  logo.scope = "Tiga sketsa dan satu yang jadi\n\nTanpa cetak";
  logo.revisions_agreed = 2;
  logo.invoice_due = Date::of(2026, 12, 16);
  order = Id<CustomOrder>{done(SaveOrder{logo}).subject};
  compare(paper(OrderPaper::Quote), "service-quote");
  compare(paper(OrderPaper::Invoice), "service-invoice");
  const std::string text = order_text(shop->facts(), shop->profile(), order);
  for (const char* words : {"Lingkup kerja: Tiga sketsa", "\nTanpa cetak\n", "2 kali revisi", "16 Desember 2026"})
    CHECK_MESSAGE(text.find(words) != std::string::npos, words);
  CHECK(to_text(person_file_of(shop->facts(), shop->profile(), ratna, shop->now())).find("Tanpa cetak") !=
        std::string::npos);
  CHECK(person_json(shop->facts(), shop->profile(), ratna).find("Tanpa cetak") != std::string::npos);
  done(TakeOrderDeposit{order, {{.amount = Money{750'000}}}});
  CHECK_MESSAGE(to_text(paper(OrderPaper::Invoice)).find("16 Desember") == std::string::npos, "it is paid");
}

TEST_CASE_FIXTURE(Ordered,
                  "an invoice of what was handed over and owed says the rest, and of what was paid nothing to pay") {
  Sell sell{.cart = cart_of(shop->facts(), order, shop->profile().words()).value(), .tenders = {}};
  sell.tenders = {{.amount = Money{200'000}}};
  sell.remainder = Remainder::Owed;
  const Id<Sale> bill{done(sell).subject};
  CHECK(to_text(paper(OrderPaper::Invoice)).find("Rp 50.000") != std::string::npos);
  CHECK(to_text(paper(OrderPaper::Invoice)).find("123 456 7890") != std::string::npos);
  done(SettleOwed{bill, {.amount = Money{50'000}}});
  CHECK(to_text(paper(OrderPaper::Invoice)).find("Rp 0") != std::string::npos);
  CHECK(to_text(paper(OrderPaper::Invoice)).find("123 456 7890") == std::string::npos);
}

TEST_CASE_FIXTURE(Ordered, "the receipt of the handing over says the deposit and the rest, on paper and as a message") {
  Sell sell{.cart = cart_of(shop->facts(), order, shop->profile().words()).value(), .tenders = {}};
  sell.tenders = {{.amount = Money{250'000}}};
  const Sale bill = find_sale(shop->facts(), Id<Sale>{done(sell).subject}).value();
  const std::string paper = to_text(receipt_of(shop->facts(), shop->profile(), bill, ReceiptPaper::Roll58mm));
  for (const char* words : {"Uang muka (DP)", "−250.000", "Sisa", "Rp 250.000"})
    CHECK_MESSAGE(paper.find(words) != std::string::npos, words);
  CHECK(receipt_text(shop->facts(), shop->profile(), bill).find("Sisa  Rp 250.000") != std::string::npos);
}

TEST_CASE_FIXTURE(Ordered,
                  "beside other goods a receipt says what was ordered under the order, and under nothing else") {
  done(AddProduct{product("Gelang", 40'000, 3), Quantity::of(1), {}});
  done(AddAmount{"Bungkus kado", Money{15'000}});
  done(AddOrder{cart_of(shop->facts(), order, shop->profile().words()).value()});
  const Sale bill =
      find_sale(shop->facts(), Id<Sale>{done(Sell{shop->cart(), {{.amount = Money{305'000}}}}).subject}).value();
  const SaleLine* const ordered = ordered_line(bill);
  REQUIRE(ordered != nullptr);
  CHECK(ordered->name == "Pesanan #1");
  const std::string paper = to_text(receipt_of(shop->facts(), shop->profile(), bill, ReceiptPaper::A6));
  const auto of_order = paper.find("Pesanan #1"), told = paper.find("Tas rajut biru tua"),
             wrap = paper.find("Bungkus kado");
  REQUIRE(told != std::string::npos);
  CHECK(of_order < told);
  CHECK(told < wrap);
  CHECK(paper.find("Tas rajut biru tua", told + 1) == std::string::npos);
}

TEST_CASE_FIXTURE(Ordered, "what is kept about a client has her orders, with all that was written of them") {
  CustomOrder sent = find_order(shop->facts(), order).value();
  sent.tracking = "CGK123";
  done(SaveOrder{sent});
  CHECK(to_text(person_file_of(shop->facts(), shop->profile(), ratna, shop->now())).find("CGK123") !=
        std::string::npos);
  const std::string json = person_json(shop->facts(), shop->profile(), ratna);
  CHECK(json.find("CGK123") != std::string::npos);
  CHECK(json.find("furing batik") != std::string::npos);
}

TEST_CASE_FIXTURE(Ordered, "as a message an order is a few lines") {
  const std::string text = order_text(shop->facts(), shop->profile(), order);
  for (const char* words :
       {"Rumah Benang", "Pesanan #1", "furing batik", "Rp 500.000", "Rp 250.000", "2 Desember 2026"})
    CHECK_MESSAGE(text.find(words) != std::string::npos, words);
}

}  // namespace
}  // namespace lapak
