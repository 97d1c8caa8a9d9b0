// tests: a maker's shop, its day and its list, in numbers that add up.
#include "tests/core/paper/paper_samples.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>
#include <map>
#include <memory>

#include "core/catalog/picture.h"

namespace lapak {
namespace {

const LocalTime afternoon{Date::of(2026, 11, 21), 14, 2, 31};

// Each is drawn once: they take longer than all the papers together.
JpegBytes picture(PictureKind kind, std::uint64_t seed) {
  static std::map<std::pair<PictureKind, std::uint64_t>, JpegBytes> drawn;
  JpegBytes& jpeg = drawn[{kind, seed}];
  if (!jpeg) jpeg = std::make_shared<const std::string>(drawn_photo(kind, seed).jpeg);
  return jpeg;
}

}  // namespace

Letterhead sample_head() {
  return {.shop_name = "Kriya Melati",
          .lines = {"Jl. Cihampelas 42, Bandung", "0812-3456-7890 · @kriyamelati"},
          .logo = nullptr,
          .link = "https://instagram.com/kriyamelati",
          .currency = *find_currency("IDR")};
}

ReceiptView sample_receipt(const Words& words) {
  ReceiptView view;
  view.head = sample_head();
  view.head.logo = picture(PictureKind::Brooch, 3);
  view.number = "B1-000123";
  view.at = afternoon;
  view.seller = "Sari";
  view.customer = "Bu Yani";
  view.lines = {
      {.name = "Anting Batik Parang",
       .options = "Biru, M",
       .quantity = Quantity::of(2),
       .list_price = Money{45'000},
       .price = Money{45'000},
       .discount = {},
       .total = Money{90'000},
       .note = {}},
      {.name = "Tas Kanvas Lukis Tangan \"Kebun Melati\"",
       .options = {},
       .quantity = Quantity::of(1),
       .list_price = Money{185'000},
       .price = Money{170'000},
       .discount = Money{5'000},
       .total = Money{165'000},
       .note = "Tali dipendekkan 10 cm"},
      {.name = "Lilin Sereh",
       .options = {},
       .quantity = Quantity::of(1),
       .list_price = Money{38'500},
       .price = Money{38'500},
       .discount = {},
       .total = Money{38'500},
       .note = {}},
      {.name = "Kain tenun per meter",
       .options = {},
       .quantity = Quantity{1'500},
       .list_price = Money{120'000},
       .price = Money{120'000},
       .discount = {},
       .total = Money{180'000},
       .note = {}},
  };
  view.subtotal = Money{473'500};
  view.cart_discount = Money{13'300};
  view.taxes = {{.name = "PPN 11%", .kind = ReceiptTaxKind::Included, .base = Money{414'595}, .amount = Money{45'605}}};
  view.rounding = Money{-200};
  view.tip = Money{10'000};
  view.total = Money{470'000};
  view.payments = {{.method = std::string(words.language() == Language::Indonesian ? "Tunai" : "Cash"),
                    .amount = Money{170'000},
                    .received = Money{200'000},
                    .change = Money{30'000},
                    .state = ReceiptPaymentState::Arrived,
                    .reference = {}},
                   {.method = "QRIS",
                    .amount = Money{200'000},
                    .received = {},
                    .change = {},
                    .state = ReceiptPaymentState::Arrived,
                    .reference = "RRN 012345"},
                   {.method = "Transfer",
                    .amount = Money{40'000},
                    .received = {},
                    .change = {},
                    .state = ReceiptPaymentState::Waiting,
                    .reference = {}}};
  view.owed = Money{60'000};
  view.note = "Diambil hari Minggu sebelum jam 12.";
  view.thanks = "Terima kasih sudah mendukung perajin kecil";
  view.stamp_duty_hint = true;
  return view;
}

ReceiptView sample_refund(const Words& words) {
  ReceiptView view;
  view.kind = ReceiptKind::Refund;
  view.head = sample_head();
  view.head.link.clear();
  view.number = "B1-000124";
  view.refunded_number = "B1-000119";
  view.reason = words.language() == Language::Indonesian ? "Jahitan lepas" : "A seam came open";
  view.at = afternoon;
  view.lines = {{.name = "Dompet Koin",
                 .options = {},
                 .quantity = Quantity::of(1),
                 .list_price = Money{65'000},
                 .price = Money{65'000},
                 .discount = {},
                 .total = Money{65'000},
                 .note = {}}};
  view.subtotal = view.total = Money{65'000};
  view.payments = {{.method = "QRIS",
                    .amount = Money{65'000},
                    .received = {},
                    .change = {},
                    .state = ReceiptPaymentState::Arrived,
                    .reference = {}}};
  return view;
}

PriceListView sample_price_list() {
  PriceListView view;
  view.head = sample_head();
  view.head.logo = picture(PictureKind::Brooch, 3);
  view.title = "Pasar Kreatif Bandung";
  view.date = Date::of(2026, 11, 21);
  view.order_note = "WhatsApp 0812-3456-7890";
  const auto item = [](std::string code, std::string name, std::int64_t price, PictureKind kind, std::uint64_t seed) {
    return PriceListItem{.code = std::move(code),
                         .name = std::move(name),
                         .options = {},
                         .maker = {},
                         .story = {},
                         .price_kind = PriceKind::Exact,
                         .price = Money{price},
                         .mark = ItemMark::None,
                         .photo = picture(kind, seed)};
  };
  view.sections = {
      {"Perhiasan",
       {item("ANT-01", "Anting Batik Parang", 45'000, PictureKind::Earrings, 1),
        item("KAL-02", "Kalung Manik Kayu", 95'000, PictureKind::Necklace, 2),
        item("BRO-05", "Bros Bunga Kain", 30'000, PictureKind::Brooch, 3),
        item("GAN-01", "Gantungan Kunci Kulit", 25'000, PictureKind::KeyRing, 4)}},
      {"Tas dan kain",
       {item("TAS-11", "Tas Kanvas Lukis Tangan Kebun Melati", 185'000, PictureKind::Bag, 5),
        item("KIN-03", "Kain Tenun", 120'000, PictureKind::Cloth, 6),
        item("SYL-01", "Syal Sutra Ecoprint", 210'000, PictureKind::Scarf, 7)}},
      {"Rumah",
       {item("CNG-01", "Cangkir Tanah Liat", 75'000, PictureKind::Mug, 8),
        item("MGK-04", "Mangkuk Kayu Jati", 110'000, PictureKind::Bowl, 9),
        item("LIL-02", "Lilin Sereh", 38'500, PictureKind::Candle, 10),
        item("SAB-06", "Sabun Kelapa", 22'000, PictureKind::Soap, 11),
        item("BON-01", "Boneka Rajut", 85'000, PictureKind::Doll, 12),
        item("TNM-01", "Sukulen Pot Mini", 35'000, PictureKind::Plant, 13)}},
  };
  view.sections[0].items[0].options = "Biru, Merah, Hijau · S–L";
  view.sections[0].items[0].price_kind = PriceKind::From;
  view.sections[0].items[1].mark = ItemMark::OneOfAKind;
  view.sections[0].items[1].story =
      "Manik dari sisa kayu sonokeling, digosok tiga kali dan dirangkai sendiri di teras rumah.";
  view.sections[0].items[3].photo = nullptr;
  view.sections[1].items[0].mark = ItemMark::Sold;
  view.sections[1].items[1].price_kind = PriceKind::Asked;
  view.sections[1].items[2].maker = "Bu Rini";
  view.sections[2].items[1].story = "Dibubut dari satu potong jati bekas bantalan rel.";
  return view;
}

PriceListView long_price_list(int items) {
  PriceListView view;
  view.head = sample_head();
  view.date = Date::of(2026, 11, 21);
  for (int i = 0; i < items; ++i) {
    if (i % 100 == 0) view.sections.push_back({fmt::format("Kategori {}", i / 100 + 1), {}});
    PriceListItem item;
    item.code = fmt::format("BRG-{:04}", i);
    item.name = fmt::format("Gantungan kunci rajut nomor {}", i);
    item.price = Money{15'000 + 500 * (i % 97)};
    view.sections.back().items.push_back(std::move(item));
  }
  return view;
}

EndOfDayView sample_day(const Words& words) {
  const bool id = words.language() == Language::Indonesian;
  const auto at = [](int hour, int minute) { return LocalTime{Date::of(2026, 11, 21), hour, minute, 0}; };
  EndOfDayView view;
  view.head = sample_head();
  view.business_date = Date::of(2026, 11, 21);
  view.opened_at = at(8, 40);
  view.closed_at = at(20, 12);
  view.totals = {.sales_count = 41,
                 .items_sold = Quantity::of(67),
                 .gross_sales = Money{3'640'000},
                 .discounts = Money{95'000},
                 .refunds = Money{65'000},
                 .net_sales = Money{3'480'000},
                 .tax = {},
                 .rounding = Money{-700},
                 .tips = Money{25'000}};
  view.methods = {{id ? "Tunai" : "Cash", 19, Money{1'555'000}, Money{1'550'000}},
                  {"QRIS", 14, Money{1'240'000}, Money{1'240'000}},
                  {"Transfer", 4, Money{390'000}, std::nullopt},
                  {"EDC", 2, Money{235'000}, Money{235'000}},
                  {id ? "Bayar nanti" : "Pay later", 1, Money{60'000}, std::nullopt}};
  const std::int64_t hourly[] = {180'000, 265'000, 410'000, 150'000, 95'000, 310'000,
                                 520'000, 615'000, 480'000, 300'000, 155'000};
  for (int i = 0; i < 11; ++i) view.hours.push_back({9 + i, Money{hourly[i]}, 1 + i % 6});
  view.sellers = {{"Sari", Money{2'110'000}}, {"Dewi", Money{1'370'000}}};
  view.best_sellers = {{"Anting Batik Parang", Quantity::of(12), Money{540'000}},
                       {"Lilin Sereh", Quantity::of(9), Money{346'500}},
                       {"Tas Kanvas Lukis Tangan Kebun Melati", Quantity::of(4), Money{705'000}},
                       {"Kain Tenun per meter", Quantity{6'500}, Money{780'000}},
                       {"Sabun Kelapa", Quantity::of(8), Money{176'000}},
                       {"Boneka Rajut", Quantity::of(3), Money{255'000}}};
  view.corrections = {
      {CorrectionKind::Refund, "B1-000124", at(14, 20), Money{65'000}, id ? "Jahitan lepas" : "A seam came open",
       "Sari"},
      {CorrectionKind::Void, "B1-000131", at(16, 5), Money{38'500}, id ? "Salah ketik" : "Typed wrongly", "Dewi"}};
  view.drawer = DayDrawer{.float_at_opening = Money{300'000},
                          .cash_taken = Money{1'355'000},
                          .paid_in = {},
                          .paid_out = Money{100'000},
                          .expected = Money{1'555'000},
                          .counted = Money{1'550'000},
                          .difference_reason = id ? "Uang receh kurang saat ramai" : "Short of coins in the rush",
                          .closed_by = "Sari"};
  view.open_points = {{OpenPointKind::PaymentWaiting, "Pak Joko", "B1-000117", Money{130'000}},
                      {OpenPointKind::Owed, "Bu Yani", "B1-000123", Money{60'000}},
                      {OpenPointKind::CartHeld, id ? "Ibu topi merah" : "Lady with the red hat", {}, Money{95'000}}};
  view.ran_out = {{"Lilin Sereh", Quantity{}}, {"Bros Bunga Kain", Quantity::of(-1)}};
  view.next_day = id ? std::vector<std::string>{"4 orang untuk disapa", "3 barang menipis"}
                     : std::vector<std::string>{"4 people to say hello to", "3 items running low"};
  view.note = id ? "Hujan sore, ramai lagi setelah magrib." : "Rain in the afternoon, busy again after sunset.";
  view.fingerprint = "a41f 09c2 77be 1d03";
  return view;
}

EndOfDayView sample_range(const Words& words) {
  EndOfDayView view = sample_day(words);
  view.business_date = Date::of(2026, 11, 1);
  view.last_date = Date::of(2026, 11, 21);
  view.opened_at = view.closed_at = std::nullopt;
  view.drawer.reset();
  view.hours.clear();
  view.open_points.clear();
  view.ran_out.clear();
  view.next_day.clear();
  view.note.clear();
  for (int day = 1; day <= 21; ++day)
    view.bars.push_back({std::to_string(day), Money{day % 7 == 0 ? 0 : 100'000 * (1 + day * 5 % 9)}});
  view.categories = {{"Tas", Money{1'405'000}}, {"Kain", Money{1'260'000}}, {"Rumah", Money{815'000}}};
  return view;
}

bool no_overlap(const Document& document) {
  for (const Page& page : document.pages) {
    std::vector<const TextRun*> runs;
    for (const Mark& mark : page.marks)
      if (const auto* run = std::get_if<TextRun>(&mark)) runs.push_back(run);
    for (const TextRun* a : runs)
      for (const TextRun* b : runs)
        if (a != b && std::abs(a->baseline - b->baseline) < 2 && a->left <= b->left && a->left + a->width > b->left) {
          MESSAGE(a->text << " runs into " << b->text);
          return false;
        }
  }
  return true;
}

}  // namespace lapak
