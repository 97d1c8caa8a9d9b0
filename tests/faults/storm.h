// faults: a stall in a hurry. Sales, refunds, counts, imports and closings by a dice that always falls the same, and
// what must be true of the shop wherever it was stopped.
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "core/shop/shop.h"
#include "tests/faults/failing_disk.h"

namespace lapak {

// The machine that the storm runs on: its clock goes on by itself, its disk is the one that fails.
struct StormMachine {
  FixedClock clock;
  SeededRandom random;
  FilesOnDisk files;
  explicit StormMachine(std::uint64_t seed);
  Seams seams() { return {clock, random, files}; }
};

// A shop with goods, stock and an open day, closed again: what each storm begins with.
void make_storm_shop(const std::filesystem::path& path, std::uint64_t seed);

class Storm {
 public:
  Storm(std::filesystem::path path, std::uint64_t seed);

  // One act that changes the shop; when it returns, the seller has seen that it is done. Throws what the shop throws.
  void act();
  // The same, of a kind.
  void sell();
  void refund();
  void count();
  void import();
  void close_or_open();
  void move_cash();
  void edit();
  void reopen();  // the program ends and starts again
  // Called whenever a command has returned and the screen would show what it did.
  void when_shown(std::function<void()> shown) { shown_ = std::move(shown); }

  Head acknowledged() const { return acknowledged_; }  // the journal, as of the last act that returned
  std::int64_t sales() const { return sales_; }
  Shop& shop() { return *shop_; }

 private:
  Outcome must(const Command& command);
  std::int64_t below(std::uint64_t limit) { return static_cast<std::int64_t>(dice_() % limit); }
  Id<Product> some_product() { return products_[static_cast<std::size_t>(below(products_.size()))]; }

  std::filesystem::path path_;
  StormMachine machine_;
  std::mt19937_64 dice_;
  std::unique_ptr<Shop> shop_;
  std::vector<Id<Product>> products_;
  std::vector<Id<Sale>> refundable_;
  Head acknowledged_;
  std::function<void()> shown_;
  std::int64_t sales_ = 0, imports_ = 0;
};

// What the program finds in a shop that was stopped.
struct Found {
  std::string fault;  // empty: it opens, is sound, and nothing stands by halves
  Head head;
  bool has_acknowledged = false;  // the entry that was acknowledged last, and so all before it
};
// Opens the shop as the program does at its next start. `is_replayed`: the whole journal is replayed too, and every
// table compared, which takes longer than all the rest.
Found find_after_fault(const std::filesystem::path& shop, const Head& acknowledged, bool is_replayed = true);

}  // namespace lapak
