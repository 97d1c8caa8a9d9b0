// shop: the ready-made shop of a maker.
#include "core/shop/demo.h"

#include <fmt/format.h>

#include <array>
#include <map>

#include "core/books/bank_store.h"
#include "core/catalog/picture.h"
#include "core/catalog/product_store.h"
#include "core/making/batch_store.h"
#include "core/making/recipe_store.h"
#include "core/order/order_store.h"
#include "core/portfolio/piece_store.h"
#include "core/report/fair_report.h"
#include "core/shop/jobs.h"

namespace lapak {
namespace {

constexpr int trading_days = 21;
constexpr int kFirstHour = 9;  // from here on today is traded
constexpr std::uint64_t demo_seed = 20'260'815;

struct DemoProduct {
  std::string_view code, name, english, category;
  std::int64_t price, cost;
  int stock, low_mark;
  PictureKind picture;
  std::string_view colours = {};  // variants, comma separated
  std::string_view sizes = {};
};

constexpr std::array<std::string_view, 5> category_names{"Tas", "Aksesoris", "Rumah", "Kain", "Mainan"};
constexpr std::array<std::string_view, 5> category_english{"Bags", "Accessories", "Home", "Cloth", "Toys"};

constexpr std::array<DemoProduct, 40> products{{
    {"TRB", "Tas rajut bunga", "Crochet flower bag", "Tas", 85'000, 31'400, 24, 3, PictureKind::Bag, "Merah,Biru,Krem"},
    {"TTB", "Totebag kanvas lukis tangan", "Hand-painted canvas tote", "Tas", 120'000, 48'000, 18, 4, PictureKind::Bag},
    {"ARB", "Anting resin bunga kering", "Dried-flower resin earrings", "Aksesoris", 35'000, 9'800, 46, 8,
     PictureKind::Earrings},
    {"GKM", "Gantungan kunci macrame", "Macrame key ring", "Aksesoris", 15'000, 4'200, 88, 15, PictureKind::KeyRing},
    {"DBC", "Dompet batik cap", "Batik purse", "Tas", 65'000, 24'500, 24, 4, PictureKind::Bag},
    {"LAS", "Lilin aroma sereh", "Lemongrass candle", "Rumah", 45'000, 16'225, 20, 6, PictureKind::Candle},
    {"MKK", "Mangkuk keramik kecil", "Small ceramic bowl", "Rumah", 75'000, 41'000, 16, 3, PictureKind::Bowl},
    {"KJ2", "Kain jumputan 2 m", "Tie-dye cloth 2 m", "Kain", 310'000, 185'000, 6, 2, PictureKind::Cloth},
    {"BRG", "Boneka rajut gajah", "Crochet elephant", "Mainan", 95'000, 39'000, 7, 2, PictureKind::Doll},
    {"KMK", "Kalung manik kaca", "Glass bead necklace", "Aksesoris", 55'000, 18'000, 30, 5, PictureKind::Necklace},
    {"SSK", "Sabun susu kambing", "Goat milk soap", "Rumah", 28'000, 11'200, 64, 10, PictureKind::Soap},
    {"BJT", "Buku jahit tangan", "Hand-sewn notebook", "Rumah", 60'000, 22'000, 22, 4, PictureKind::Notebook},
    {"CTK", "Cangkir teh keramik", "Ceramic tea cup", "Rumah", 68'000, 36'000, 20, 4, PictureKind::Mug},
    {"SYT", "Syal tenun Sumba", "Woven scarf", "Kain", 225'000, 128'000, 14, 2, PictureKind::Scarf, "Nila,Soga"},
    {"BRS", "Bros kain perca", "Patchwork brooch", "Aksesoris", 20'000, 5'000, 55, 10, PictureKind::Brooch},
    {"TRK", "Topi rajut anak", "Child's knitted hat", "Mainan", 58'000, 21'000, 14, 3, PictureKind::Hat, "", "S,M,L"},
    {"KRP", "Keranjang pandan", "Pandan basket", "Rumah", 88'000, 40'000, 12, 3, PictureKind::Basket},
    {"PTM", "Pot tanaman mini", "Mini plant pot", "Rumah", 42'000, 17'500, 26, 5, PictureKind::Plant},
    {"TSM", "Tas serut mini", "Mini drawstring bag", "Tas", 48'000, 17'000, 20, 4, PictureKind::Bag},
    {"LKV", "Lilin kelapa vanila", "Coconut vanilla candle", "Rumah", 48'000, 17'000, 22, 6, PictureKind::Candle},
    {"AKT", "Anting kayu tetes", "Wooden drop earrings", "Aksesoris", 32'000, 8'500, 34, 8, PictureKind::Earrings},
    {"GMB", "Gelang manik batik", "Batik bead bracelet", "Aksesoris", 25'000, 7'200, 42, 8, PictureKind::Necklace},
    {"TMS", "Taplak meja sulam", "Embroidered tablecloth", "Kain", 165'000, 82'000, 7, 2, PictureKind::Cloth},
    {"SBT", "Sarung bantal tenun", "Woven cushion cover", "Kain", 98'000, 46'000, 14, 3, PictureKind::Cloth},
    {"BRK", "Boneka rajut kelinci", "Crochet rabbit", "Mainan", 90'000, 37'000, 9, 2, PictureKind::Doll},
    {"KKJ", "Kartu ucapan jumput", "Tie-dye greeting card", "Rumah", 12'000, 3'000, 90, 15, PictureKind::Notebook},
    {"MKT", "Mug keramik tangkai", "Ceramic mug", "Rumah", 82'000, 43'000, 15, 3, PictureKind::Mug},
    {"SSH", "Sabun serai wangi", "Citronella soap", "Rumah", 26'000, 10'500, 48, 10, PictureKind::Soap},
    {"VSM", "Vas mini putar", "Small turned vase", "Rumah", 110'000, 52'000, 8, 2, PictureKind::Plant},
    {"PCB", "Pouch kosmetik batik", "Batik cosmetic pouch", "Tas", 55'000, 20'500, 25, 4, PictureKind::Bag},
    {"KLP", "Kalung lempung polimer", "Polymer clay necklace", "Aksesoris", 62'000, 19'000, 17, 4,
     PictureKind::Necklace},
    {"BRT", "Bros tembaga daun", "Copper leaf brooch", "Aksesoris", 45'000, 15'000, 19, 4, PictureKind::Brooch},
    {"TPN", "Tatakan panas anyam", "Woven trivet", "Rumah", 24'000, 8'800, 38, 6, PictureKind::Basket},
    {"SLB", "Selendang batik tulis", "Hand-drawn batik shawl", "Kain", 450'000, 270'000, 3, 1, PictureKind::Scarf},
    {"TRB2", "Topi rajut bayi", "Baby's knitted hat", "Mainan", 52'000, 19'000, 16, 3, PictureKind::Hat},
    {"MBA", "Mobil kayu anak", "Wooden toy car", "Mainan", 78'000, 33'000, 11, 2, PictureKind::KeyRing},
    {"NTK", "Buku sketsa kertas daur", "Recycled sketchbook", "Rumah", 50'000, 18'500, 21, 4, PictureKind::Notebook},
    {"KRR", "Keranjang rotan kecil", "Small rattan basket", "Rumah", 72'000, 34'000, 13, 3, PictureKind::Basket},
    {"AMK", "Anting manik kaca", "Glass bead earrings", "Aksesoris", 30'000, 8'000, 40, 8, PictureKind::Earrings},
    {"KTS", "Kain tenun ikat 1,5 m", "Ikat cloth 1.5 m", "Kain", 390'000, 240'000, 5, 2, PictureKind::Cloth},
}};

constexpr std::array<std::string_view, 8> buyers{"Ratna Dewi",   "Pak Hadi", "Bu Yani", "Ibu baju kuning",
                                                 "Mira Lestari", "Pak Joko", "Sari",    "Dina Kartika"};
constexpr std::array<std::string_view, 8> phones{"081234567890", "", "081398765432", "", "+6591234567", "", "",
                                                 "085611112222"};

std::vector<std::string> parts_of(std::string_view list) {
  std::vector<std::string> parts;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(','), list.size());
    parts.emplace_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return parts;
}

std::string in_english(const std::string& colour) {
  for (const auto& [indonesian, english] :
       {std::pair("Merah", "Red"), {"Biru", "Blue"}, {"Krem", "Cream"}, {"Nila", "Indigo"}, {"Soga", "Brown"}})
    if (colour == indonesian) return english;
  return colour;
}

// The demo is ours: what it does cannot be refused.
Outcome done(Result<Outcome> result) {
  LAPAK_ASSERT(result.has_value());
  return *result;
}

class DemoMaker {
 public:
  DemoMaker(Shop& shop, FixedClock& clock, Instant now) : shop_(shop), clock_(clock), now_(now) {
    is_english_ = shop.profile().language == "en";
  }

  void make() {
    const Zone zone = shop_.profile().clock();
    const LocalTime now = zone.local(now_);
    // Before the stall is set up the evening before still goes on.
    const Date today = now.hour < kFirstHour ? now.date.plus_days(-1) : now.date;
    clock_.set(zone.instant({today.plus_days(-trading_days), 8, 0, 0}));
    for (std::size_t i = 0; i < category_names.size(); ++i)
      categories_[category_names[i]] = Id<Category>{
          done(shop_.execute(SaveCategory{{.name = std::string(is_english_ ? category_english[i] : category_names[i]),
                                           .colour = static_cast<int>(i),
                                           .position = static_cast<int>(i)}}))
              .subject};
    for (std::size_t i = 0; i < products.size(); ++i) add(products[i], static_cast<int>(i));
    for (std::size_t i = 0; i < buyers.size(); ++i)
      customers_.push_back(Id<Contact>{
          done(shop_.execute(SaveContact{{.name = std::string(buyers[i]), .phone = std::string(phones[i])}, ""}))
              .subject});
    stand_beside_a_potter();
    plan_fairs(today);
    for (int day = -trading_days; day < 0; ++day) trade(today.plus_days(day), zone);
    say_of_the_first_fair();
    open(today, zone);
    take_orders(today);
    const Instant morning = clock_.now();
    for (int n = 0; n < 7; ++n) {
      clock_.set(Instant{morning.utc_ms + (now_.utc_ms - morning.utc_ms) * (n + 1) / 9});
      if (clock_.now() > morning) sell(Remainder::Refused);
    }
    clock_.set(std::max(now_, clock_.now()));
    keep_in_touch(today);
    show_work(today);
    keep_books(today);
    keep_a_bench(today);
    offer_bundles();
    done(shop_.execute(AddProduct{sellable_[0], Quantity::of(1), {}}));
    done(shop_.execute(AddProduct{sellable_[5], Quantity::of(2), {}}));
    done(shop_.execute(HoldCart{"Ibu baju kuning"}));
    done(shop_.execute(NoteFavour{potter_,
                                  EntryKind::Favour,
                                  {},
                                  Money{136'000},
                                  Through::Elsewhere,
                                  is_english_ ? "2 cups while she ate" : "2 cangkir waktu makan siang"}));
    done(shop_.execute(NoteFavour{potter_,
                                  EntryKind::Things,
                                  Quantity::of(-3),
                                  {},
                                  Through::Elsewhere,
                                  is_english_ ? "paper bags" : "kantong kertas"}));
    done(shop_.execute(
        NoteTogether{.partner = potter_,
                     .kind = TogetherKind::Bundle,
                     .text = is_english_ ? "Tea set with a crocheted cosy" : "Paket teh dengan tutup rajut"}));
    done(shop_.execute(SaveSeller{{.name = "Dina"}, ""}));
  }

 private:
  void offer_bundles() {
    const auto by_code = [&](std::string_view code) {
      const auto piece = find_product_by_code(shop_.facts(), code);
      LAPAK_ASSERT(piece.has_value());
      return piece->id;
    };
    done(shop_.execute(SaveBundleRule{{.name = is_english_ ? "Key rings" : "Gantungan kunci",
                                       .terms = {3, Money{40'000}},
                                       .products = {by_code("GKM")}}}));
    done(shop_.execute(SaveBundleRule{{.name = is_english_ ? "Candles and soap" : "Lilin dan sabun",
                                       .terms = {3, Money{100'000}},
                                       .products = {by_code("LAS"), by_code("LKV"), by_code("SSK")}}}));
  }

  // Whose ceramics are on the table.
  void stand_beside_a_potter() {
    Contact potter{.name = "Keramik Mbak Wulan",
                   .phone = "+6281229988776",
                   .town = "Kasongan",
                   .makes = is_english_ ? "ceramics" : "keramik",
                   .is_partner = true,
                   .met_at = Instant{clock_.now().utc_ms - std::int64_t{86'400'000} * 60}};
    potter_ = Id<Contact>{done(shop_.execute(SaveContact{potter, ""})).subject};
    done(shop_.execute(SaveAgreement{{.partner = potter_, .is_on_receipts = true}}));
    for (const std::string_view code : {"MKK", "CTK", "MKT"}) {
      const auto piece = find_product_by_code(shop_.facts(), code);
      LAPAK_ASSERT(piece.has_value());
      done(shop_.execute(ConsignProduct{piece->id, potter_, {}}));
    }
  }

  // What candles and soap are made of, their recipes, a base that was made and a batch that is planned: nothing that
  // moves the pieces on the shelf.
  void keep_a_bench(Date today) {
    struct Stuff {
      const char *indonesian, *english;
      Unit unit, bought_in;
      std::int64_t in_one;  // used units in one bought, where they measure different things
      std::int64_t low, bought, price;
      int keeps_days;  // 0: it keeps
      bool is_of_potter;
    };
    constexpr std::array<Stuff, 7> stuff{
        {{"Lilin kedelai", "Soy wax", Unit::Gram, Unit::Kilogram, 0, 2'000, 6'000, 240'000, 0, false},
         {"Minyak sereh", "Lemongrass oil", Unit::Millilitre, Unit::Millilitre, 0, 100, 120, 96'000, 400, false},
         {"Sumbu katun", "Cotton wick", Unit::Piece, Unit::Piece, 0, 40, 120, 60'000, 0, false},
         {"Gelas 150 ml", "Glass 150 ml", Unit::Piece, Unit::Piece, 0, 24, 44, 308'000, 0, true},
         {"Stiker label", "Label sticker", Unit::Piece, Unit::Sheet, 20, 40, 80, 32'000, 0, false},
         {"Susu kambing bubuk", "Goat milk powder", Unit::Gram, Unit::Kilogram, 0, 250, 500, 90'000, -2, false},
         {"Adonan lilin sereh", "Lemongrass wax blend", Unit::Gram, Unit::Gram, 0, 0, 0, 0, 0, false}}};
    std::vector<Id<Material>> materials;
    Purchase purchase{.business_date = today.plus_days(-9), .shipping = Money{45'000}};
    for (const Stuff& one : stuff) {
      Material material{
          .name = is_english_ ? one.english : one.indonesian, .unit = one.unit, .bought_in = one.bought_in};
      if (one.in_one > 0) material.used_in_one_bought = Fraction{one.in_one, 1};
      if (one.is_of_potter) material.supplier = potter_;
      if (one.low > 0) material.low_mark = Quantity::of(one.low);
      materials.push_back(Id<Material>{done(shop_.execute(SaveMaterial{material})).subject});
      if (one.bought == 0) continue;
      PurchaseLine line{.material = materials.back(),
                        .quantity = Quantity::of(one.bought),
                        .unit = one.unit,
                        .price = Money{one.price}};
      if (one.keeps_days != 0) line.expires = today.plus_days(one.keeps_days);
      purchase.lines.push_back(line);
    }
    done(shop_.execute(BuyMaterials{purchase}));
    done(shop_.execute(SaveCostRules{{.wage = Money{15'000},
                                      .overhead_bp = 500,
                                      .factor_bp = 25'000,
                                      .wanted_wage = Money{25'000},
                                      .step = Money{1'000}}}));
    const Id<Material> blend = materials[6];
    done(shop_.execute(SaveRecipe{
        {.material = blend,
         .yield = Quantity::of(1'000),
         .lines = {{.material = materials[0], .quantity = Quantity::of(960), .unit = Unit::Gram},
                   {.material = materials[1], .quantity = Quantity::of(24), .unit = Unit::Millilitre, .waste_bp = 500}},
         .minutes = 30}}));
    const auto candle = find_product_by_code(shop_.facts(), "LAS");
    LAPAK_ASSERT(candle.has_value());
    done(shop_.execute(
        SaveRecipe{{.product = candle->id,
                    .yield = Quantity::of(20),
                    .lines = {{.material = blend, .quantity = Quantity::of(2'400), .unit = Unit::Gram, .waste_bp = 200},
                              {.material = materials[2], .quantity = Quantity::of(20), .unit = Unit::Piece},
                              {.material = materials[3], .quantity = Quantity::of(20), .unit = Unit::Piece},
                              {.material = materials[4], .quantity = Quantity::of(20), .unit = Unit::Piece}},
                    .minutes = 210,
                    .ready_after_days = 7,
                    .best_before_days = 365}}));
    BatchMade made = batch_by_recipe(shop_.facts(), cost_book(shop_.facts()), std::nullopt, blend, Quantity::of(2'000),
                                     today.plus_days(-3));
    done(shop_.execute(MakeBatch{made}));
    done(shop_.execute(
        PlanBatch{{.product = candle->id, .quantity = Quantity::of(20), .planned_for = today.plus_days(2)}}));
  }

  // One no product has.
  static Attachment picture(PictureKind kind, Money seed) {
    const Photo drawn = drawn_photo(kind, static_cast<std::uint64_t>(seed.minor));
    return {drawn.content_hash, drawn.jpeg, drawn.thumbnail_jpeg};
  }

  // A board with somebody in every column, one of them late.
  void take_orders(Date today) {
    Profile profile = shop_.profile();
    profile.week_half_slots = 16;
    done(shop_.execute(SaveProfile{profile}));
    struct Wish {
      std::size_t client;
      const char *indonesian, *english;
      std::int64_t price, deposit;
      int days;  // from today
      OrderStage stage;
      std::int64_t half_slots = 2;
      std::optional<PictureKind> wish = {}, work = {};
    };
    constexpr std::array<Wish, 8> wishes{{
        {0, "Tas kecil krem, furing batik", "Small cream bag, batik lining", 150'000, 75'000, -3,
         OrderStage::HandedOver, 2, std::nullopt, PictureKind::Bag},
        {2, "Sarung bantal warna tanah", "Cushion covers in earth colours", 196'000, 0, -1, OrderStage::HandedOver, 2,
         std::nullopt, PictureKind::Cloth},
        {0, "Tas biru tua, tali panjang, inisial R", "Dark blue bag, long strap, initial R", 300'000, 150'000, 1,
         OrderStage::Ready, 2, PictureKind::Bag, PictureKind::Bag},
        {4, "20 pouch berlogo kedai", "20 pouches with the café's sign", 1'000'000, 500'000, -1, OrderStage::Making, 4},
        {1, "Boneka rajut kucing belang", "Crochet tabby cat", 180'000, 90'000, 2, OrderStage::Making, 2,
         PictureKind::Doll},
        {6, "Kalung seragam 6 buah", "Six necklaces alike", 330'000, 100'000, 6, OrderStage::Making},
        {5, "Tas laptop batik 14 inci", "Batik laptop bag, 14 inch", 275'000, 0, 9, OrderStage::Asked},
        {7, "30 suvenir nikah", "30 wedding favours", 1'500'000, 500'000, 20, OrderStage::Agreed, 4},
    }};
    for (const Wish& wish : wishes) {
      CustomOrder order{.client = customers_[wish.client],
                        .what = is_english_ ? wish.english : wish.indonesian,
                        .price = Money{wish.price},
                        .half_slots = wish.half_slots};
      order.promised = today.plus_days(wish.days);
      SaveOrder save{.order = order};
      if (wish.wish) save.pictures.push_back(picture(*wish.wish, order.price));
      order.id = Id<CustomOrder>{done(shop_.execute(save)).subject};
      if (wish.deposit > 0)
        done(shop_.execute(TakeOrderDeposit{order.id, {{.method = Method::Transfer, .amount = Money{wish.deposit}}}}));
      const bool is_fetched = wish.stage == OrderStage::HandedOver;
      if (is_fetched) done(shop_.execute(NoteWork{order.id, 240}));
      done(shop_.execute(MoveOrder{order.id, is_fetched ? OrderStage::Ready : wish.stage}));
      if (wish.work)
        done(shop_.execute(AddPictures{order.id, PictureShows::Work, {picture(*wish.work, order.price + Money{1})}}));
      if (!is_fetched) continue;
      const Result<Cart> cart = cart_of(shop_.facts(), order.id, shop_.profile().words());
      LAPAK_ASSERT(cart.has_value());
      done(shop_.execute(Sell{*cart, {{.amount = Money{wish.price - wish.deposit}}}}));
    }
    draw_a_logo(today);
    gather_for_christmas(today);
    keep_the_books(today);
  }

  // A service: changed once more than was agreed, and its invoice not paid.
  void draw_a_logo(Date today) {
    CustomOrder logo{.client = customers_[3],
                     .kind = OrderKind::Service,
                     .what = is_english_ ? "Sign for a café" : "Logo kedai kopi",
                     .price = Money{750'000},
                     .stage = OrderStage::Agreed};
    logo.scope = is_english_ ? "Three sketches, one of them finished as a file to print. No printing."
                             : "Tiga sketsa, satu jadi berupa berkas siap cetak. Tanpa cetak.";
    logo.revisions_agreed = 2;
    logo.invoice_due = today.plus_days(-2);
    logo.id = Id<CustomOrder>{done(shop_.execute(SaveOrder{logo})).subject};
    for (int n = 0; n < 3; ++n) done(shop_.execute(NoteRevision{logo.id}));
    done(shop_.execute(MoveOrder{logo.id, OrderStage::Ready}));
  }

  // What came in beside the table: a brand, a class, hours; and what of it was put aside.
  void keep_the_books(Date today) {
    const auto say = [&](const char* indonesian, const char* english) {
      return std::string(is_english_ ? english : indonesian);
    };
    const auto earn = [&](Stream stream, std::int64_t amount, int days_ago, std::size_t from, const std::string& note,
                          PaidInto into = PaidInto::Bank) {
      Income income{.business_date = today.plus_days(-days_ago),
                    .stream = stream,
                    .amount = Money{amount},
                    .contact = customers_[from],
                    .paid_into = into,
                    .note = note};
      if (into == PaidInto::NotYet) income.due = today.plus_days(-3);
      done(shop_.execute(BookIncome{income}));
    };
    earn(Stream::Content, 600'000, 17, 4, say("dua unggahan untuk kedai", "two posts for the café"), PaidInto::NotYet);
    earn(Stream::Content, 450'000, 9, 4, say("foto meja pasar", "photos of the market table"));
    earn(Stream::Volunteering, 300'000, 12, 7, say("melatih kader PKK", "training for the women's group"));
    for (const auto& [stream, hours, days_ago] : {std::tuple{Stream::Goods, 8, 14},
                                                  {Stream::Goods, 8, 7},
                                                  {Stream::Goods, 6, 2},
                                                  {Stream::Content, 5, 9},
                                                  {Stream::Volunteering, 4, 12},
                                                  {Stream::Classes, 3, 4}})
      done(shop_.execute(NoteTime{stream, hours * 60, today.plus_days(-days_ago)}));
    teach(today);
    // What a month costs, so that the emergency pot says how long it would last.
    Date month = today.first_of_month();
    for (int n = 0; n < 3; ++n) {
      month = month.plus_days(-1).first_of_month();
      done(shop_.execute(BookExpense{{.business_date = month.plus_days(4),
                                      .category = "booth",
                                      .amount = Money{450'000},
                                      .paid_from = PaidFrom::Bank,
                                      .note = say("sewa ruang kerja", "workroom rent")}}));
      done(shop_.execute(BookExpense{{.business_date = month.plus_days(12),
                                      .category = "materials",
                                      .amount = Money{380'000},
                                      .paid_from = PaidFrom::Bank,
                                      .note = say("benang dan kain", "yarn and cloth")}}));
    }
    put_aside(today);
  }

  // One class that is over and one to come, in which four take part.
  void teach(Date today) {
    ClassSession crochet{.name = is_english_ ? "Crochet for beginners" : "Merajut untuk pemula",
                         .place = is_english_ ? "At home" : "Di rumah",
                         .day = today.plus_days(-4),
                         .begins_minutes = 14 * 60,
                         .minutes = 180,
                         .seats = 6,
                         .price = Money{150'000},
                         .deposit_percent = 50};
    crochet.note = is_english_ ? "Yarn and tea are included." : "Benang dan teh sudah termasuk.";
    const auto join = [&](Id<ClassSession> session, std::size_t who, std::int64_t deposit) {
      const Id<CustomOrder> seat{done(shop_.execute(JoinClass{session, customers_[who], 1, {}})).subject};
      if (deposit > 0)
        done(shop_.execute(TakeOrderDeposit{seat, {{.method = Method::Transfer, .amount = Money{deposit}}}}));
      return seat;
    };
    const Id<ClassSession> past{done(shop_.execute(SaveClass{crochet})).subject};
    const Id<CustomOrder> sari = join(past, 6, 150'000), yani = join(past, 2, 75'000);
    done(shop_.execute(NoteAttendance{sari, Attendance::Came}));
    done(shop_.execute(NoteAttendance{yani, Attendance::Missed}));
    done(shop_.execute(GiveTestimonial{{.contact = customers_[6],
                                        .text = is_english_ ? "After an hour I held my first flower in my hands."
                                                            : "Sejam saja, bunga pertama sudah jadi di tangan saya.",
                                        .named = "Sari",
                                        .order = sari,
                                        .consented_on = today,
                                        .given_how = "WhatsApp"}}));
    crochet.day = today.plus_days(11);
    const Id<ClassSession> coming{done(shop_.execute(SaveClass{crochet})).subject};
    join(coming, 0, 75'000);
    join(coming, 1, 150'000);
    join(coming, 5, 0);
    join(coming, 7, 75'000);
  }

  void put_aside(Date today) {
    struct Rule {
      PotKind kind;
      std::int64_t share, full_at, first, second;
    };
    constexpr std::array<Rule, 5> rules{{{PotKind::Materials, 3'000, 0, 1'450'000, 380'000},
                                         {PotKind::Tax, 100, 0, 48'000, 12'700},
                                         {PotKind::Emergency, 1'000, 5'000'000, 1'900'000, 126'000},
                                         {PotKind::Wage, 4'000, 0, 733'000, 507'000},
                                         {PotKind::Fairs, 1'000, 800'000, 400'000, 126'000}}};
    MovePots first{.parts = {}, .of_day = today.plus_days(-8)}, second{.parts = {}, .of_day = today.plus_days(-1)};
    for (const Rule& rule : rules) {
      Pot pot{.kind = rule.kind, .share = rule.share};
      if (rule.full_at > 0) pot.full_at = Money{rule.full_at};
      const Id<Pot> id{done(shop_.execute(SavePot{pot})).subject};
      first.parts.push_back({id, Money{rule.first}});
      second.parts.push_back({id, Money{rule.second}});
    }
    done(shop_.execute(first));
    done(shop_.execute(second));
    done(shop_.execute(MovePots{{{first.parts[0].pot, Money{-620'000}}}, {}}));
  }

  // A round that three take part in, one of its products nearly gone.
  void gather_for_christmas(Date today) {
    Round round{.name = is_english_ ? "Christmas" : "Natal", .items = {}};
    for (std::size_t i = 0; i < 4; ++i) {
      const auto product = find_product(shop_.facts(), sellable_[i]);
      round.items.push_back({sellable_[i], product->price, i % 2 == 0 ? std::optional(Quantity::of(6)) : std::nullopt});
    }
    round.quota = Quantity::of(20);
    round.closes = today.plus_days(5);
    round.promised = today.plus_days(20);
    round.deposit_percent = 50;
    round.id = Id<Round>{done(shop_.execute(SaveRound{round})).subject};
    for (const auto& [client, first, second] : {std::array<std::size_t, 3>{0, 2, 1}, {2, 3, 0}, {6, 0, 4}}) {
      const std::vector<Pick> picks{{sellable_[0], Quantity::of(static_cast<std::int64_t>(first)), {}},
                                    {sellable_[1], Quantity::of(static_cast<std::int64_t>(second)), {}}};
      const Outcome joined = done(shop_.execute(JoinRound{round.id, customers_[client], picks, {}}));
      const Id<CustomOrder> order{joined.subject};
      const Money half{find_order(shop_.facts(), order)->price.minor / 2};
      done(shop_.execute(TakeOrderDeposit{order, {{.method = Method::Transfer, .amount = half}}}));
    }
  }

  // What was handed over and two things from the table, with words of those who have them.
  void show_work(Date today) {
    const auto say = [&](const char* indonesian, const char* english) {
      return std::string(is_english_ ? english : indonesian);
    };
    const auto bag = find_order(shop_.facts(), std::int64_t{1}), cushions = find_order(shop_.facts(), std::int64_t{2});
    done(shop_.execute(GiveTestimonial{{.contact = bag->client,
                                        .text = say("Jahitannya rapi, talinya kuat. Dipakai tiap hari!",
                                                    "Neat seams and a strong strap. I carry it every day!"),
                                        .named = "Ratna, Yogyakarta",
                                        .order = bag->id,
                                        .consented_on = today,
                                        .given_how = "WhatsApp"}}));
    done(shop_.execute(
        GiveTestimonial{{.contact = cushions->client,
                         .text = say("Warnanya persis yang saya bayangkan.", "Just the colours I had in mind."),
                         .named = {},
                         .order = cushions->id}}));
    int chosen = 0;
    for (PieceChoice& choice : pieces_to_choose(shop_.facts())) {
      if (choice.piece.order == bag->id)
        choice.piece.story = say("Dibuat untuk wisuda: rajut krem, furing dari sisa batik ibunya.",
                                 "Made for a graduation: cream crochet, lined with her mother's batik.");
      else if (choice.piece.product)
        choice.piece.story = say("Satu per satu dengan tangan, di meja dapur di Yogyakarta.",
                                 "One by one, by hand, at a kitchen table in Yogyakarta.");
      done(shop_.execute(SavePiece{choice.piece}));
      if (++chosen == 4) break;
    }
  }

  // What was spent, what the bank says, and the tax she reckons by.
  void keep_books(Date today) {
    const auto say = [&](const char* indonesian, const char* english) {
      return std::string(is_english_ ? english : indonesian);
    };
    const auto spend = [&](int days_ago, const char* category, std::int64_t amount, std::string note,
                           PaidFrom from = PaidFrom::Bank) {
      Expense expense{.business_date = today.plus_days(-days_ago),
                      .category = category,
                      .amount = Money{amount},
                      .paid_from = from,
                      .note = std::move(note)};
      if (from == PaidFrom::NotYet) expense.due = today.plus_days(3);
      return expense;
    };
    for (const Expense& expense :
         {spend(18, "materials", 412'000, say("Benang katun, 24 gulung", "Cotton yarn, 24 balls")),
          spend(15, "tools", 96'000, say("Gunting kain", "Fabric scissors"), PaidFrom::OwnPocket),
          spend(12, "packaging", 138'500, say("Kantong kertas dan pita", "Paper bags and ribbon")),
          spend(9, "transport", 65'000, say("Ongkos kirim ke Semarang", "Freight to Semarang"), PaidFrom::OwnPocket),
          spend(6, "materials", 275'000, say("Kain belacu 20 m", "Calico 20 m")),
          spend(2, "food", 48'000, say("Makan berdua", "Lunch for two"), PaidFrom::OwnPocket),
          spend(1, "materials", 350'000, say("Keramik polos dari Kasongan", "Plain ceramics from Kasongan"),
                PaidFrom::NotYet)})
      done(shop_.execute(BookExpense{expense}));
    Expense pouches = spend(4, "materials", 320'000, say("Kanvas untuk 20 pouch", "Canvas for 20 pouches"));
    pouches.order = find_order(shop_.facts(), std::int64_t{4})->id;
    done(shop_.execute(BookExpense{pouches}));
    done(shop_.execute(SaveRecurring{{.category = "booth",
                                      .amount = Money{200'000},
                                      .first_day = today.plus_days(-1),
                                      .name = say("Sewa gudang", "Storage rent")}}));
    import_bank(today);
    done(shop_.execute(ChooseTax{{.valid_from = Date::of(today.year(), 1, 1), .code = "pph-final-person"}}));
  }

  // Of what came by transfer and QRIS up to three days ago, and what the shop paid; with two lines to be looked at.
  void import_bank(Date today) {
    const Date last = today.plus_days(-3);
    constexpr std::int64_t kFee_permille = 3;
    const auto payments = payments_to_match(shop_.facts(), today.plus_days(-trading_days), last);
    std::map<Date, Money> settled;
    ImportBank file{.account = "BCA", .lines = {}};
    const auto add = [&](Date day, Money amount, std::string text) {
      file.lines.push_back({.id = {}, .account = {}, .day = day, .amount = amount, .text = std::move(text)});
    };
    for (const BankPayment& payment : payments) {
      if (payment.by == BankPayment::By::Qris) settled[payment.day] += payment.amount;
      if (payment.by == BankPayment::By::Transfer) add(payment.day, payment.amount, "TRSF E-BANKING CR");
    }
    for (const auto& [day, amount] : settled)
      add(day.plus_days(1), Money{amount.minor - amount.minor * kFee_permille / 1000}, "KR OTOMATIS QRIS MERCHANT");
    add(today.plus_days(-18), Money{-412'000}, "TRSF E-BANKING DB TOKO BENANG JAYA");
    add(today.plus_days(-12), Money{-138'500}, "DEBIT DOMESTIK KEMASAN KITA");
    add(today.plus_days(-6), Money{-275'000}, "TRSF E-BANKING DB KAIN MAKMUR");
    done(shop_.execute(file));
    done(shop_.execute(MatchBank{suggested_matches(shop_.facts())}));
    done(shop_.execute(ImportBank{
        .account = "BCA",
        .lines = {{.day = today.plus_days(-4), .amount = Money{-320'000}, .text = "TRSF E-BANKING DB KANVAS BAROKAH"},
                  {.day = last, .amount = Money{-250'000}, .text = "TARIK TUNAI ATM"}}}));
  }

  // Something to remember of some, a promise, and a circle of three.
  void keep_in_touch(Date today) {
    const auto say = [&](std::size_t who, const char* indonesian, const char* english) {
      done(shop_.execute(AddNote{customers_[who], {}, is_english_ ? english : indonesian, true}));
    };
    say(0, "Anaknya suka biru, untuk hadiah wisuda", "Her child likes blue, for a graduation");
    say(2, "Cari sarung bantal warna tanah", "Looks for cushion covers in earth colours");
    say(4, "Punya kedai di Singapura, mau pesan 20 pouch", "Has a café in Singapore, may order 20 pouches");
    done(shop_.execute(SetReminder{
        customers_[0], {}, today, is_english_ ? "say when the blue bag is here" : "kabari kalau tas biru sudah ada"}));
    done(shop_.execute(SetReminder{
        customers_[4], {}, today.plus_days(3), is_english_ ? "send prices for 20 pouches" : "kirim harga 20 pouch"}));
    for (const std::size_t who : {0u, 2u, 7u}) done(shop_.execute(SetRhythm{customers_[who], 4}));
  }

  void add(const DemoProduct& demo, int position) {
    Product product{.code = std::string(demo.code),
                    .name = std::string(is_english_ ? demo.english : demo.name),
                    .price = Money{demo.price},
                    .cost = Money{demo.cost},
                    .floor = Money{demo.price * 8 / 10},
                    .category = categories_.at(demo.category),
                    .low_mark = Quantity::of(demo.low_mark),
                    .position = position};
    if (position < 4) product.favourite = true;
    const Photo drawn = drawn_photo(demo.picture, static_cast<std::uint64_t>(position));
    SaveProduct command{product, {}, Attachment{drawn.content_hash, drawn.jpeg, drawn.thumbnail_jpeg}};
    const auto colours = parts_of(demo.colours), sizes = parts_of(demo.sizes);
    const Words& words = shop_.profile().words();
    for (const auto& [name, values] : {std::pair(words("Colour"), colours), std::pair(words("Size"), sizes)}) {
      if (values.empty()) continue;
      command.product.option_names.emplace_back(name);
      for (const std::string& value : values) {
        Product variant = product;
        variant.code = product.code + "-" + value;
        variant.option_values = {is_english_ ? in_english(value) : value};
        variant.favourite = false;
        command.variants.push_back(std::move(variant));
      }
    }
    const Id<Product> id{done(shop_.execute(command)).subject};
    std::vector<Id<Product>> sold;
    for (const Product& variant : variants_of(shop_.facts(), id)) sold.push_back(variant.id);
    if (sold.empty()) sold.push_back(id);
    for (const Id<Product> one : sold) {
      done(shop_.execute(MoveStock{one, MovementKind::Opening, Quantity::of(demo.stock), ""}));
      sellable_.push_back(one);
    }
  }

  // Two that are over and one to come, where it is known by then what sells.
  void plan_fairs(Date today) {
    const auto saturday = [](Date day) {
      while (day.weekday() != 6) day = day.plus_days(-1);
      return day;
    };
    const Date recent = saturday(today.plus_days(-2)), earlier = recent.plus_days(-7),
               coming = saturday(today.plus_days(7));
    const std::string transport = is_english_ ? "Transport" : "Transportasi";
    Fair old_town{.name = "Kota Lama",
                  .stall = "B-12",
                  .town = "Semarang",
                  .days = {{.date = earlier}, {.date = earlier.plus_days(1)}},
                  .fee = {.fixed = Money{350'000}},
                  .costs = {{transport, Money{120'000}}},
                  .float_planned = Money{410'000},
                  .state = FairState::Paid,
                  .own_minutes = 20 * 60};
    first_fair_ = Id<Fair>{done(shop_.execute(SaveFair{old_town})).subject};
    done(shop_.execute(SaveFair{{.name = "Pasar Kreatif Kotabaru",
                                 .stall = "17",
                                 .town = "Yogyakarta",
                                 .days = {{.date = recent}, {.date = recent.plus_days(1)}},
                                 .fee = {.share_bp = 1'000, .minimum = Money{100'000}},
                                 .costs = {{transport, Money{40'000}}},
                                 .state = FairState::Paid,
                                 .own_minutes = 18 * 60}}));
    old_town.days = {{.date = coming}, {.date = coming.plus_days(1)}};
    old_town.state = FairState::Accepted;
    old_town.fee = {.fixed = Money{400'000}, .deposit = Money{150'000}, .due = coming.plus_days(-2)};
    done(shop_.execute(SaveFair{old_town}));
  }

  void pack_for(const Fair& fair) {
    const std::optional<PackingList> list = packing_list(shop_.facts(), fair.id);
    LAPAK_ASSERT(list.has_value());
    PackForFair packed{fair.id, {}};
    for (const PackingRow& row : list->rows)
      if (packed.lines.size() < 14 && row.there.is_whole())
        packed.lines.push_back({row.product, std::min(row.there, Quantity::of(6))});
    done(shop_.execute(packed));
  }

  void note_what_was_asked_for() {
    for (const char* what : {is_english_ ? "Child's hat" : "Topi anak", is_english_ ? "Child's hat" : "Topi anak"})
      done(shop_.execute(NoteAsked{{}, what, AskedReason::None}));
    done(shop_.execute(NoteAsked{sellable_[0], {}, AskedReason::Colour}));
  }

  void say_of_the_first_fair() {
    std::optional<Fair> fair = find_fair(shop_.facts(), first_fair_);
    LAPAK_ASSERT(fair.has_value());
    fair->verdict = Verdict::Yes;
    fair->note = is_english_ ? "Bring the lamp, it gets dark at five" : "Bawa lampu, jam lima sudah gelap";
    done(shop_.execute(SaveFair{*fair}));
  }

  void open(Date day, const Zone& zone) {
    clock_.set(zone.instant({day, 8, 30, 0}));
    const std::vector<NoteCount> notes{{Money{50'000}, 2}, {Money{20'000}, 5}, {Money{10'000}, 10},
                                       {Money{5'000}, 10}, {Money{2'000}, 15}, {Money{1'000}, 20}};
    if (const std::optional<Fair> fair = fair_on(shop_.facts(), day)) {
      if (day == first_day(*fair)) pack_for(*fair);
      done(shop_.execute(OpenFairDay{fair->id, notes}));
    } else {
      done(shop_.execute(OpenDay{notes}));
    }
  }

  void trade(Date day, const Zone& zone) {
    const bool weekend = day.weekday() == 0 || day.weekday() == 6;
    if (!weekend && random_.below(3) == 0) return;  // a day at the workbench
    open(day, zone);
    const int sales = static_cast<int>(weekend ? 10 + random_.below(9) : 3 + random_.below(5));
    for (int n = 0; n < sales; ++n) {
      clock_.set(zone.instant(
          {day, 9 + n * 8 / sales, static_cast<int>(random_.below(60)), static_cast<int>(random_.below(60))}));
      sell(weekend && n == 0 ? Remainder::Owed : Remainder::Refused);
    }
    const std::optional<Fair> fair = fair_on(shop_.facts(), day);
    if (fair) note_what_was_asked_for();
    if (day.weekday() == 6) restock();
    clock_.set(zone.instant({day, 17, 30, 0}));
    done(shop_.execute(MoveCash{Money{-15'000}, is_english_ ? "Lunch" : "Makan siang"}));
    const Money expected = day_view(shop_.facts()).expected;
    clock_.set(zone.instant({day, 18, 0, 0}));
    const Money off = random_.below(6) == 0 ? Money{-1'000} : Money{0};
    done(shop_.execute(CloseDay{{{Money{0}, (expected + off).minor}},
                                off.is_zero() ? "" : (is_english_ ? "Miscounted change" : "Salah kembalian"),
                                {}}));
    if (fair && day == last_day(*fair)) done(shop_.execute(BringHome{fair->id, {}, ""}));
  }

  void restock() {
    for (int n = 0; n < 4; ++n)
      done(shop_.execute(MoveStock{sellable_[random_.below(sellable_.size())], MovementKind::Made,
                                   Quantity::of(4 + static_cast<std::int64_t>(random_.below(5))), ""}));
  }

  void sell(Remainder remainder) {
    const int lines = 1 + static_cast<int>(random_.below(3));
    for (int n = 0; n < lines; ++n) {
      // The first pieces of the table sell more than the last.
      const std::size_t which = std::min(random_.below(sellable_.size()), random_.below(sellable_.size()));
      done(shop_.execute(AddProduct{sellable_[which], Quantity::of(random_.below(5) == 0 ? 2 : 1), {}}));
    }
    if (random_.below(3) == 0) done(shop_.execute(SetCustomer{customers_[random_.below(customers_.size())]}));
    if (random_.below(8) == 0) {
      const Money asked = shop_.cart_totals()->total;
      done(shop_.execute(
          SetAgreedTotal{rounded_to_step(part_of(asked, {95, 100}), Money{1'000}, RoundingDirection::Down)}));
    }
    if (remainder == Remainder::Owed) {
      done(shop_.execute(SetCustomer{customers_.front()}));
      done(shop_.execute(Sell{shop_.cart(), {}, remainder}));
      return;
    }
    const Money total = shop_.cart_totals()->total;
    Tender tender{.amount = total};
    switch (random_.below(5)) {
      case 0:
      case 1:
        tender.method = Method::Qris;
        break;
      case 2:
        tender.method = random_.below(2) == 0 ? Method::Transfer : Method::Card;
        break;
      default:
        tender.received = rounded_to_step(total, Money{random_.below(2) == 0 ? 50'000 : 10'000}, RoundingDirection::Up);
    }
    const Outcome sold = done(shop_.execute(Sell{shop_.cart(), {tender}}));
    if (random_.below(24) == 0) {
      const Result<Money> worth = refund_worth(shop_.facts(), Id<Sale>{sold.subject}, {{0, Quantity::of(1)}});
      LAPAK_ASSERT(worth.has_value());
      done(shop_.execute(Refund{Id<Sale>{sold.subject},
                                {{0, Quantity::of(1)}},
                                {{.amount = *worth}},
                                is_english_ ? "Wrong colour" : "Salah warna"}));
    }
  }

  Shop& shop_;
  FixedClock& clock_;
  Instant now_;
  bool is_english_ = false;
  SeededRandom random_{demo_seed};
  std::map<std::string_view, Id<Category>> categories_;
  std::vector<Id<Product>> sellable_;
  std::vector<Id<Contact>> customers_;
  Id<Contact> potter_;
  Id<Fair> first_fair_;
};

}  // namespace

NewShop demo_card(Language language) {
  NewShop card;
  card.profile.name = "Rumah Benang";
  card.profile.address = "Jl. Tirtodipuran 21, Yogyakarta";
  card.profile.phone = "0812-3456-7890";
  card.profile.link = "https://wa.me/6281234567890";
  card.profile.language = language_code(language);
  card.profile.accounts = {{"BCA", "123 456 7890", "Siti Rahma"}, {"DANA", "0812-3456-7890", "Siti Rahma"}};
  card.profile.fees = {{"qris", {3, 1000}}, {"card", {15, 1000}}};
  // Made-up ids: nobody is paid by it.
  card.profile.qris =
      "00020101021126690017ID.CO.EXAMPLE.WWW011893600000000000000102150000000000000010303UMI51440014ID.CO.QRIS.WWW"
      "0215ID00000000000010303UMI5204594753033605802ID5912KRIYA CONTOH6007BANDUNG610540111630469E9";
  card.profile.cash_rounding = {Money{100}, RoundingDirection::Down};
  card.profile.is_demo = true;
  card.profile.has_sold = true;
  card.owner_name = "Siti";
  return card;
}

void fill_demo(Shop& shop, FixedClock& clock, Instant now) {
  DemoMaker(shop, clock, now).make();
}

Result<void> create_demo(const std::filesystem::path& path, Language language, Instant now, Files& files) {
  FixedClock clock(now);
  SeededRandom random(demo_seed);
  const Zone zone = demo_card(language).profile.clock();
  clock.set(zone.instant({zone.local(now).date.plus_days(-trading_days - 1), 8, 0, 0}));
  Result<std::unique_ptr<Shop>> shop = Shop::create(path, demo_card(language), Seams{clock, random, files});
  if (!shop) return std::unexpected(shop.error());
  fill_demo(**shop, clock, now);
  (*shop)->jobs().finish();
  return {};
}

}  // namespace lapak
