// faults: a stall in a hurry.
#include "tests/faults/storm.h"

#include <doctest/doctest.h>

#include "core/catalog/product_store.h"
#include "core/journal/journal.h"
#include "core/sale/sale_store.h"
#include "core/shop/replay.h"
#include "core/stock/stock_commands.h"
#include "core/till/till_store.h"
#include "tests/core/fixture.h"

namespace lapak {

namespace fs = std::filesystem;

StormMachine::StormMachine(std::uint64_t seed) : clock(kTestMorning), random(seed) {}

void make_storm_shop(const fs::path& path, std::uint64_t seed) {
  StormMachine machine(seed);
  NewShop card;
  card.profile.name = "Rumah Benang";
  card.profile.zone = "Asia/Jakarta";
  const auto shop = Shop::create(path, card, machine.seams());
  REQUIRE(shop.has_value());
  for (int i = 0; i < 6; ++i) {
    const auto made = (*shop)->execute(SaveProduct{
        {.code = "P" + std::to_string(i), .name = "Barang " + std::to_string(i), .price = Money{5'000 + 2'500 * i}},
        {},
        {}});
    REQUIRE(made.has_value());
    REQUIRE((*shop)->execute(MoveStock{Id<Product>{made->subject}, MovementKind::Opening, Quantity::of(200), ""}));
    machine.clock.advance_ms(1'000);
  }
  REQUIRE((*shop)->execute(OpenDay{{{Money{}, 500'000}}}));
}

Storm::Storm(fs::path path, std::uint64_t seed) : path_(std::move(path)), machine_(seed * 2 + 1), dice_(seed) {
  machine_.clock.advance_ms(3'600'000);
  reopen();
  for (Rows rows = shop_->facts().query("SELECT id FROM product ORDER BY code"); rows.next();)
    products_.push_back(rows.get<Id<Product>>(0));
}

void Storm::act() {
  machine_.clock.advance_ms(30'000);
  const std::int64_t what = below(100);
  if (what < 50)
    sell();
  else if (what < 60)
    refund();
  else if (what < 70)
    count();
  else if (what < 76)
    import();
  else if (what < 82)
    close_or_open();
  else if (what < 88)
    move_cash();
  else if (what < 95)
    edit();
  else if (what < 98)
    shop_->rest();
  else
    reopen();
}

Outcome Storm::must(const Command& command) {
  const Result<Outcome> outcome = shop_->execute(command);
  REQUIRE_MESSAGE(outcome.has_value(), "refused with code ", outcome ? 0 : static_cast<int>(outcome.error().code));
  acknowledged_ = journal_head(shop_->facts());
  if (shown_) shown_();
  return *outcome;
}

void Storm::sell() {
  for (std::int64_t lines = 1 + below(4); lines > 0; --lines)
    must(AddProduct{some_product(), Quantity::of(static_cast<int>(1 + below(3))), {}});
  if (below(4) == 0) must(SetCartDiscount{Discount{{}, Fraction{10, 100}}});
  const Money total = shop_->cart_totals()->total;
  const Money in_cash = below(3) == 0 ? Money{total.minor / 2} : total;
  std::vector<Tender> tenders{{.amount = in_cash}};
  if (in_cash < total) tenders.push_back({.method = Method::Qris, .amount = total - in_cash});
  refundable_.push_back(Id<Sale>{must(Sell{shop_->cart(), tenders}).subject});
  ++sales_;
}

void Storm::refund() {
  if (refundable_.empty()) return sell();
  const Id<Sale> sale = refundable_.back();
  refundable_.pop_back();
  const std::vector<RefundLine> lines{{0, Quantity::of(1), below(2) == 0}};
  const Result<Money> worth = refund_worth(shop_->facts(), sale, lines);
  REQUIRE(worth.has_value());
  must(Refund{sale, lines, {{.amount = *worth}}, "retak"});
}

void Storm::count() {
  must(CountStock{some_product(), Quantity::of(static_cast<int>(below(300))), "hitung"});
}

void Storm::import() {
  ImportSales past;
  const std::string batch = std::to_string(++imports_);
  for (int i = 0; i < 3; ++i)
    past.sales.push_back({"web",
                          batch + "-" + std::to_string(i),
                          kTestMorning,
                          "Ani " + batch,
                          {{"P" + std::to_string(i), "Barang", Quantity::of(1), Money{5'000}, Money{5'000}}}});
  must(past);
}

void Storm::close_or_open() {
  if (open_day(shop_->facts(), current_epoch(shop_->facts()).till))
    must(CloseDay{{{Money{}, 500'000}}, "selisih", {}});
  else
    must(OpenDay{{{Money{}, 500'000}}});
}

void Storm::move_cash() {
  if (!open_day(shop_->facts(), current_epoch(shop_->facts()).till)) return close_or_open();
  must(MoveCash{Money{1'000 + below(9'000)}, "uang kecil"});
}

void Storm::edit() {
  Product product = *find_product(shop_->facts(), some_product());
  product.price = product.price + Money{500};
  must(SaveProduct{product, {}, {}});
}

void Storm::reopen() {
  shop_.reset();
  auto opened = Shop::open(path_, machine_.seams());
  REQUIRE(opened.has_value());
  shop_ = std::move(*opened);
  acknowledged_ = journal_head(shop_->facts());
}

namespace {

// Facts that one entry writes together, of which one is there without the other.
constexpr std::string_view halves[] = {
    "SELECT count(*) FROM sale WHERE source = '' AND total + tip <> owed + "
    "(SELECT coalesce(sum(amount), 0) FROM payment WHERE payment.sale = sale.id AND later = 0)",
    "SELECT count(*) FROM sale WHERE total <> rounding + tax_added + "
    "(SELECT coalesce(sum(amount), 0) FROM sale_line WHERE sale_line.sale = sale.id)",
    "SELECT count(*) FROM sale WHERE kind = 'sale' AND source = '' AND "
    "(SELECT coalesce(sum(quantity), 0) FROM sale_line WHERE sale_line.sale = sale.id) <> "
    "-(SELECT coalesce(sum(quantity), 0) FROM movement WHERE movement.sale = sale.id)",
    "SELECT count(*) FROM on_hand WHERE quantity <> (SELECT sum(quantity) FROM movement "
    "WHERE movement.product = on_hand.product AND movement.place = on_hand.place)",
};

std::string fault_in(const Database& facts, bool is_replayed) {
  const std::string sound = facts.value<std::string>("PRAGMA integrity_check(1)").value_or("");
  if (sound != "ok") return sound;
  for (const std::string_view half : halves)
    if (facts.value<std::int64_t>(half) != 0) return std::string(half);
  if (walk_journal(facts, [](const Entry&) {}).broken_at) return "the journal's chain is broken";
  if (!is_replayed) return {};
  const Verification result = verify(facts);
  return result.is_clean() ? std::string() : result.differences.front();
}

}  // namespace

Found find_after_fault(const fs::path& path, const Head& acknowledged, bool is_replayed) {
  Found found;
  FixedClock clock{kTestMorning};
  SeededRandom random{5};
  SystemFiles files;
  try {
    const auto shop = Shop::open(path, {clock, random, files});
    if (!shop) {
      found.fault = "refused with code " + std::to_string(static_cast<int>(shop.error().code));
      return found;
    }
    const Database& facts = (*shop)->facts();
    found.fault = fault_in(facts, is_replayed);
    found.head = journal_head(facts);
    found.has_acknowledged = facts.value<std::int64_t>("SELECT count(*) FROM journal WHERE seq = ? AND hash = ?",
                                                       acknowledged.seq, Blob(acknowledged.hash)) == 1;
  } catch (const std::exception& failure) {
    found.fault = failure.what();
  }
  return found;
}

}  // namespace lapak
