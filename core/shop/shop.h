// shop: the whole shop behind one door.
//
// Shop owns the database and is the only mutable object of the program. `execute` is the one way to change anything:
// a command is decided, its facts are applied and journaled in one transaction, all or nothing; what it returns is
// durable. Questions are const: they read `facts()`. Everything here belongs to the main thread; slow work goes to
// `jobs()`, which has a read connection of its own.
#pragma once
#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/base/files.h"
#include "core/base/random.h"
#include "core/catalog/product_store.h"
#include "core/shop/command.h"

namespace lapak {

class Jobs;

// The machine as the shop sees it. The objects outlive the shop.
struct Seams {
  const Clock& clock;
  Random& random;
  Files& files;
};

struct NewShop {
  Profile profile;
  std::string owner_name;  // may be empty: "Pemilik"
};

// One number a room, growing with each change that may alter the answer to a question about it.
struct Revisions {
  std::uint64_t profile = 1, catalog = 1, stock = 1, people = 1, sale = 1, till = 1, order = 1, partner = 1,
                portfolio = 1, making = 1, books = 1, fair = 1, cart = 1, search = 1;
  friend bool operator==(const Revisions&, const Revisions&) = default;
};

class Shop {
 public:
  // Makes a new file. Problems: FileExists, FolderMissing, and those of SaveProfile; then no file is left behind.
  // Throws FileError, DatabaseError.
  static Result<std::unique_ptr<Shop>> create(const std::filesystem::path& path, const NewShop& card, Seams seams);
  // Opens a file: takes its lock, checks whose it is, migrates it after a verified copy, checks its witness.
  // Problems: FileMissing, NotAShop, ShopNewer, ShopOpenElsewhere, ShopDamaged, ShopOlderThanSeen, ShopReadOnly; the
  // file is then as it was. Throws FileError, DatabaseError.
  static Result<std::unique_ptr<Shop>> open(const std::filesystem::path& path, Seams seams);
  // In memory, for tests and pictures.
  static std::unique_ptr<Shop> in_memory(const NewShop& card, Seams seams);

  ~Shop();
  Shop(const Shop&) = delete;
  Shop& operator=(const Shop&) = delete;

  // Carries out a command. On a problem nothing has changed; FileMissing when the file was taken away from under the
  // program, which sells on once it is back. Throws DatabaseError, FileError when the machine fails;
  // nothing has changed then either.
  Result<Outcome> execute(const Command& command);

  // Takes back the last undoable command (20 are kept since the start). Problems: NothingToUndo.
  Result<Outcome> undo();
  bool can_undo() const;

  // Who is at the till. Problems: SellerUnknown, PinWrong, PinTooSoon.
  Result<void> sign_in(Id<Seller> seller, std::string_view pin);
  // The owner stands in for one act or a look at something guarded. Problems: PinWrong, PinTooSoon.
  Result<void> check_owner_pin(std::string_view pin);
  // The same for one command, which is carried out with the owner's rights under the name of who is at the till.
  // Problems: PinWrong, PinTooSoon, and those of the command.
  Result<Outcome> execute_as_owner(const Command& command, std::string_view pin);
  const Actor& actor() const;
  // Whether who is at the till may do this by herself: its owner, one with the right, or anybody while no PIN tells
  // who the owner is.
  bool may(Right right) const;
  // Whether an owner has a PIN, so that floor prices, reports and settings are guarded from helpers.
  bool is_guarded() const;

  const Profile& profile() const;
  const Database& facts() const;
  const Revisions& revisions() const;
  Instant now() const;
  Date today() const;  // the business date a sale made now would count to
  const std::filesystem::path& path() const;

  const Cart& cart() const;
  Result<Totals> cart_totals() const;
  std::vector<HeldCart> held_carts() const;

  // Products that match, best first. Of a file as the index knew them when it was built last: nothing before that, and
  // `revisions().search` grows with each build.
  struct SearchAnswer {
    std::vector<ProductCard> cards;
    int total = 0;
  };
  SearchAnswer search(std::string_view text, int limit) const;

  // Checkpoints the log; call when idle.
  void rest();
  // Called between frames: takes over what background work has finished, and has the search index follow the catalogue.
  void take_in_finished_work();
  Jobs& jobs();

 private:
  struct Inside;
  explicit Shop(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

}  // namespace lapak
