// A stall that sells, for the benchmarks: a shop of 50 products on disk, with a clock of its own.
#pragma once
#include <filesystem>
#include <memory>
#include <vector>

#include "core/base/clock.h"
#include "core/base/files.h"
#include "core/base/random.h"
#include "core/shop/shop.h"

namespace lapak::bench {

class Stall {
 public:
  explicit Stall(const std::filesystem::path& path);

  // Sales of five lines paid in cash with change, a hundred a day.
  void sell(int sales);
  Shop& shop() { return *shop_; }
  const std::vector<Id<Product>>& products() const { return products_; }

 private:
  void sell_one();

  FixedClock clock_{Instant{1'700'000'000'000}};
  SeededRandom random_{1};
  SystemFiles files_;
  IdSource ids_{clock_, random_};
  std::unique_ptr<Shop> shop_;
  std::vector<Id<Product>> products_;
  std::size_t next_ = 0;
  int sold_today_ = 0;
};

}  // namespace lapak::bench
