// safety: the disk is full in the middle of trading. Nothing that was shown as paid is lost, nothing stands by halves.
#include "core/safety/shop_file.h"
#include "core/sale/sale_store.h"
#include "core/shop/replay.h"
#include "core/shop/shop.h"
#include "tests/core/safety/safety_fixture.h"

namespace lapak {
namespace {

struct Machine {
  FixedClock clock{kTestMorning};
  SeededRandom random{9};
  SystemFiles files;
  Seams seams() { return {clock, random, files}; }
};

NewShop card_of_benang() {
  NewShop card;
  card.profile.name = "Benang";
  return card;
}

std::int64_t rows_in(const Database& database, std::string_view table) {
  return database.value<std::int64_t>("SELECT count(*) FROM " + std::string(table)).value_or(-1);
}

// How an act ended: kept, refused, or stopped by the disk.
enum class End { Kept, Refused, DiskFull, OtherFailure };
End end_of(Shop& shop, const Command& command) {
  try {
    return shop.execute(command).has_value() ? End::Kept : End::Refused;
  } catch (const DatabaseError& failure) {
    return failure.is_disk_full() ? End::DiskFull : End::OtherFailure;
  }
}

}  // namespace

TEST_CASE("a disk that fills up during a sale loses no sale that was paid, keeps the cart, and sells on with room") {
  const TestFolder folder;
  const fs::path path = folder / "benang.lapak";
  constexpr int most_sales = 200;
  const int paid = in_another_process([&] {
    Machine machine;
    auto shop = Shop::create(path, card_of_benang(), machine.seams());
    if (!shop) return 255;
    if (!(*shop)->execute(AddAmount{"Jasa", Money{1'000}})) return 254;
    fill_disk(fs::file_size(path.string() + "-wal") + 800'000);
    int sales = 0;
    End end = End::Kept;
    while (sales < most_sales) {
      end = end_of(**shop, Sell{(*shop)->cart(), {{.amount = Money{1'000}}}});
      if (end != End::Kept) break;
      ++sales;
      machine.clock.advance_ms(1'000);
      try {
        if (!(*shop)->execute(AddAmount{"Jasa", Money{1'000}})) return 253;
      } catch (const DatabaseError&) {
        // The draft found no room: the cart still stands in memory.
      }
      if ((*shop)->cart().lines.empty()) break;
    }
    const bool is_whole = rows_in((*shop)->facts(), "sale") == sales && rows_in((*shop)->facts(), "sale_line") == sales;
    if (!is_whole || sales == most_sales) return 252;
    if (end != End::DiskFull && end != End::Kept) return 251;
    make_room();
    if ((*shop)->cart().lines.empty() && !(*shop)->execute(AddAmount{"Jasa", Money{1'000}})) return 250;
    if (end_of(**shop, Sell{(*shop)->cart(), {{.amount = Money{1'000}}}}) != End::Kept) return 249;
    return sales + 1;
  });
  REQUIRE(paid > 1);
  REQUIRE(paid < most_sales);
  Machine machine;
  const auto shop = Shop::open(path, machine.seams());
  REQUIRE(shop.has_value());
  CHECK(rows_in((*shop)->facts(), "sale") == paid);
  const Verification result = verify((*shop)->facts());
  for (const std::string& difference : result.differences) MESSAGE(difference);
  CHECK(result.is_clean());
}

TEST_CASE("an import that finds no room on the disk brings in nothing") {
  const TestFolder folder;
  const fs::path path = folder / "benang.lapak";
  const int outcome = in_another_process([&] {
    Machine machine;
    auto shop = Shop::create(path, card_of_benang(), machine.seams());
    if (!shop) return 255;
    SaveProducts many;
    for (int i = 0; i < 3'000; ++i) many.products.push_back({.name = "Barang " + std::to_string(i), .price = Money{1}});
    ImportSales past;
    for (int i = 0; i < 3'000; ++i)
      past.sales.push_back(
          {"csv", std::to_string(i), kTestMorning, "Ani", {{"A", "a", Quantity::of(1), Money{1}, Money{1}}}});
    fill_disk(fs::file_size(path.string() + "-wal") + 100'000);
    if (end_of(**shop, many) != End::DiskFull || end_of(**shop, past) != End::DiskFull) return 1;
    for (const char* table : {"product", "sale", "contact"})
      if (rows_in((*shop)->facts(), table) != 0) return 2;
    make_room();
    return end_of(**shop, many) == End::Kept && end_of(**shop, past) == End::Kept ? 42 : 3;
  });
  CHECK(outcome == 42);
  Machine machine;
  const auto shop = Shop::open(path, machine.seams());
  REQUIRE(shop.has_value());
  CHECK(rows_in((*shop)->facts(), "product") == 3'001);
  CHECK(rows_in((*shop)->facts(), "sale") == 3'000);
  CHECK(verify((*shop)->facts()).is_clean());
}

TEST_CASE("a shop whose folder was moved away sells nothing that nobody would find, and sells on when it is back") {
  const TestFolder folder;
  fs::create_directory(folder / "stick");
  Machine machine;
  const auto shop = Shop::create(folder / "stick" / "benang.lapak", card_of_benang(), machine.seams());
  REQUIRE(shop.has_value());
  const AddAmount work{"Jasa", Money{1'000}};
  const auto paid = [&] { return Sell{(*shop)->cart(), {{.amount = (*shop)->cart_totals()->total}}}; };
  REQUIRE((*shop)->execute(work));
  fs::rename(folder / "stick", folder / "pocket");
  CHECK((*shop)->execute(paid()).error().code == ProblemCode::FileMissing);
  CHECK((*shop)->execute(work).error().code == ProblemCode::FileMissing);
  fs::create_directory(folder / "stick");
  fs::copy(folder / "pocket", folder / "stick", fs::copy_options::recursive);
  CHECK_MESSAGE((*shop)->execute(paid()).error().code == ProblemCode::FileMissing, "another file of that name");
  fs::remove_all(folder / "stick");
  fs::rename(folder / "pocket", folder / "stick");
  CHECK((*shop)->execute(paid()).has_value());
  CHECK(rows_in((*shop)->facts(), "sale") == 1);
  CHECK(verify((*shop)->facts()).is_clean());
}

TEST_CASE("a log that was deleted under the program is noticed at the next tap") {
  const TestFolder folder;
  const fs::path path = folder / "benang.lapak";
  Machine machine;
  const auto shop = Shop::create(path, card_of_benang(), machine.seams());
  REQUIRE(shop.has_value());
  REQUIRE((*shop)->execute(AddAmount{"Jasa", Money{1'000}}));
  REQUIRE((*shop)->execute(AddAmount{"Jasa", Money{1'000}}));
  REQUIRE(fs::remove(beside(path, "-wal")));
  CHECK((*shop)->execute(AddAmount{"Jasa", Money{1'000}}).error().code == ProblemCode::FileMissing);
}

}  // namespace lapak
