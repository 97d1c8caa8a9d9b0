// faults: the n-th operation of the disk fails, for every n. Whatever the seller was doing is not done or is done
// whole, she hears of it, and the second try works.
#include <doctest/doctest.h>

#include <fstream>
#include <functional>
#include <limits>

#include "core/catalog/photo.h"
#include "core/catalog/product_store.h"
#include "core/safety/backup.h"
#include "core/sale/sale_store.h"
#include "tests/core/fixture.h"
#include "tests/faults/connections.h"
#include "tests/faults/storm.h"

namespace lapak {
namespace {

namespace fs = std::filesystem;

// What is done to a shop while the disk fails.
struct Act {
  std::string_view name;
  std::function<void(Shop&)> before;  // on a good disk
  std::function<Result<Outcome>(Shop&)> act;
};

void must(Shop& shop, const Command& command) {
  const Result<Outcome> outcome = shop.execute(command);
  REQUIRE_MESSAGE(outcome.has_value(), "refused with code ", outcome ? 0 : static_cast<int>(outcome.error().code));
}

Id<Product> first_product(const Shop& shop) {
  return *shop.facts().value<Id<Product>>("SELECT id FROM product WHERE code = 'P0'");
}
Id<Sale> last_sale(const Shop& shop) {
  return *shop.facts().value<Id<Sale>>("SELECT id FROM sale ORDER BY rowid DESC LIMIT 1");
}
void fill_cart(Shop& shop) {
  must(shop, AddProduct{first_product(shop), Quantity::of(2), {}});
}
Result<Outcome> pay(Shop& shop) {
  return shop.execute(Sell{shop.cart(), {{.amount = shop.cart_totals()->total}}});
}

ImportSales past_sales() {
  ImportSales past;
  for (int i = 0; i < 8; ++i)
    past.sales.push_back({"web",
                          std::to_string(i),
                          kTestMorning,
                          "Ani",
                          {{"P0", "Barang", Quantity::of(1), Money{5'000}, Money{5'000}}}});
  return past;
}

SaveProduct with_photo(const Shop& shop) {
  Pixels red{64, 64, 3, std::vector<std::uint8_t>(64 * 64 * 3, 200)};
  const Photo photo = kept_photo(std::move(red));
  Attachment attachment{{}, photo.jpeg, photo.thumbnail_jpeg};
  std::copy(photo.content_hash.begin(), photo.content_hash.end(), attachment.hash.begin());
  return {*find_product(shop.facts(), first_product(shop)), {}, attachment};
}

const std::vector<Act>& acts() {
  static const std::vector<Act> all{
      {"a tap on a product", [](Shop&) {},
       [](Shop& shop) {
         return shop.execute(AddProduct{first_product(shop), Quantity::of(1), {}});
       }},
      {"holding a cart", fill_cart, [](Shop& shop) { return shop.execute(HoldCart{"Bu Rini"}); }},
      {"a cart that comes back",
       [](Shop& shop) {
         fill_cart(shop);
         must(shop, HoldCart{"Bu Rini"});
         must(shop, AddAmount{"Jasa", Money{1'000}});
       },
       [](Shop& shop) { return shop.execute(ResumeCart{shop.held_carts().front().id}); }},
      {"a sale", fill_cart, pay},
      {"a refund",
       [](Shop& shop) {
         fill_cart(shop);
         REQUIRE(pay(shop));
       },
       [](Shop& shop) {
         return shop.execute(
             Refund{last_sale(shop), {{0, Quantity::of(1), true}}, {{.amount = Money{5'000}}}, "retak"});
       }},
      {"an import", [](Shop&) {}, [](Shop& shop) { return shop.execute(past_sales()); }},
      {"a photo", [](Shop&) {}, [](Shop& shop) { return shop.execute(with_photo(shop)); }},
      {"a closing", [](Shop&) {},
       [](Shop& shop) {
         return shop.execute(CloseDay{{{Money{}, 400'000}}, "selisih", {}});
       }},
      {"a change taken back",
       [](Shop& shop) {
         must(shop, CountStock{first_product(shop), Quantity::of(7), "hitung"});
       },
       [](Shop& shop) { return shop.undo(); }},
  };
  return all;
}

// What stands in the cart and on hold, and how far the journal is.
std::string state_of(const Shop& shop) {
  std::string text = std::to_string(journal_head(shop.facts()).seq) + " |";
  for (const CartLine& line : shop.cart().lines)
    text += ' ' + line.name + ' ' + std::to_string(line.quantity.thousandths);
  text += " |";
  for (const HeldCart& held : shop.held_carts()) text += ' ' + held.name + ' ' + std::to_string(held.total.minor);
  return text;
}

class OneShop {  // a fresh copy of the same shop for each try
 public:
  OneShop() {
    FailingDisk::instance().watch_nothing();
    make_storm_shop(kept_ / "benang.lapak", 1);
  }
  fs::path again() {
    FailingDisk::instance().watch_nothing();
    fs::remove_all(live_.path() / "shop");
    fs::copy(kept_.path(), live_.path() / "shop", fs::copy_options::recursive);
    FailingDisk::instance().watch(live_.path() / "shop");
    return live_.path() / "shop" / "benang.lapak";
  }

 private:
  TestFolder kept_, live_;
};

std::unique_ptr<Shop> opened(const fs::path& path, StormMachine& machine) {
  auto shop = Shop::open(path, machine.seams());
  REQUIRE(shop.has_value());
  return std::move(*shop);
}

std::string said(Fault fault, bool for_good) {
  return std::string(fault == Fault::DiskFull ? ", disk full " : ", I/O error ") + (for_good ? "from" : "at");
}

void try_every_operation(const Act& act, Fault fault, bool for_good, OneShop& prepared) {
  FailingDisk& disk = FailingDisk::instance();
  std::string before, after;
  {
    StormMachine machine(2);
    const auto shop = opened(prepared.again(), machine);
    act.before(*shop);
    before = state_of(*shop);
    REQUIRE(act.act(*shop));
    after = state_of(*shop);
  }
  REQUIRE(before != after);
  bool was_reached = true;
  std::int64_t points = 0;
  for (std::int64_t operation = 1; was_reached; ++operation, ++points) {
    CAPTURE(operation);
    const fs::path path = prepared.again();
    Head known;
    {
      StormMachine machine(2);
      const auto shop = opened(path, machine);
      act.before(*shop);
      const std::string as_it_was = state_of(*shop);
      bool is_done = false;
      disk.fail(operation, fault, for_good);
      try {
        is_done = act.act(*shop).has_value();
        CHECK(is_done);
      } catch (const DatabaseError& failure) {
        if (fault == Fault::DiskFull) CHECK(failure.is_disk_full());
        CHECK(std::string_view(failure.what()).size() > 4);
      }
      was_reached = disk.has_failed();
      disk.heal();
      if (!is_done) {
        CHECK(state_of(*shop) == as_it_was);
        CHECK(act.act(*shop));
      }
      CHECK(state_of(*shop) == after);
      known = journal_head(shop->facts());
    }
    const Found found = find_after_fault(path, known, operation % 10 == 1);
    CHECK_MESSAGE(found.fault.empty(), found.fault);
    CHECK(found.has_acknowledged);
  }
  MESSAGE(act.name << said(fault, for_good) << ": " << points << " operations");
  CHECK(points > 2);
}

}  // namespace

TEST_CASE("whichever operation of the disk fails, an act is done whole or not at all, and the second try works") {
  Connections::instance();
  OneShop prepared;
  for (const Act& act : acts())
    for (const Fault fault : {Fault::DiskFull, Fault::IoError})
      for (const bool for_good : {false, true}) {
        CAPTURE(act.name);
        try_every_operation(act, fault, for_good, prepared);
      }
  FailingDisk::instance().watch_nothing();
}

TEST_CASE("whichever operation fails, a backup is whole or is not there, and the shop is as it was") {
  FailingDisk& disk = FailingDisk::instance();
  Connections::instance();
  OneShop prepared;
  for (const Fault fault : {Fault::DiskFull, Fault::IoError})
    for (const bool for_good : {false, true}) {
      const fs::path path = prepared.again();
      const fs::path copy = path.parent_path() / "salinan.lapak";
      disk.fail(std::numeric_limits<std::int64_t>::max(), fault, for_good);
      REQUIRE(write_verified_copy(path, copy));
      const std::vector<std::int64_t> points = operations_to_fail(disk.operations());
      for (std::size_t i = 0; i < points.size(); ++i) {
        CAPTURE(points[i]);
        fs::remove(copy);
        disk.fail(points[i], fault, for_good);
        bool is_made = false;
        try {
          is_made = write_verified_copy(path, copy).has_value();
        } catch (const DatabaseError& failure) {
          CHECK_MESSAGE(fault == Fault::IoError, std::string_view(failure.what()));
        }
        CHECK(disk.has_failed());
        disk.heal();
        CHECK(fs::exists(copy) == is_made);
        if (i % 10 == 0) {
          REQUIRE(write_verified_copy(path, copy));
          CHECK(check_copy(copy));
          CHECK(find_after_fault(path, {}, true).fault.empty());
        }
        std::size_t files = 0;
        for (const auto& entry : fs::directory_iterator(path.parent_path()))
          files += entry.path().filename().string().starts_with("salinan") ? 1U : 0U;
        CHECK(files == (fs::exists(copy) ? 1 : 0));
      }
      MESSAGE("a backup" << said(fault, for_good) << ": " << points.size() << " of " << points.back() << " operations");
    }
  disk.watch_nothing();
}

}  // namespace lapak
