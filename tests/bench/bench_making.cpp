// The workshop: what everything costs, and what to make next, of a large catalogue with recipes three deep.
#include <fmt/format.h>

#include "core/base/check.h"
#include "core/base/random.h"
#include "core/db/schema.h"
#include "core/making/batch_store.h"
#include "core/making/material_store.h"
#include "core/making/recipe_store.h"
#include "core/report/make_next.h"
#include "core/shop/shop.h"
#include "tests/bench/bench.h"

namespace lapak::bench {
namespace {

constexpr int kProducts = 20'000, kVariants = 5, kMaterials = 5'000, kRecipes = 2'000, kMadeMaterials = 1'000;
constexpr double kCosts_ms = 200, kNext_ms = 100;

// The tables as facts would leave them; the journal is no part of what is measured.
class Workshop {
 public:
  explicit Workshop(const std::filesystem::path& file) : database_(Database::open(file, Durability::Normal)) {
    migrate(database_);
    Transaction transaction(database_);
    for (int n = 0; n < kMaterials; ++n) add_material(n);
    // The first recipes make materials of materials that are bought, the next ones materials of those, the others
    // products of those.
    for (int n = 0; n < kMadeMaterials; ++n) {
      const bool is_first = n < kMadeMaterials / 2;
      const int from = is_first ? kMadeMaterials : 0, to = is_first ? kMaterials : kMadeMaterials / 2;
      put_recipe(database_, recipe_of({}, materials_[static_cast<std::size_t>(n)], from, to));
    }
    for (int n = 0; n < kProducts; ++n) add_product(n);
    database_.run("INSERT INTO place(id, name, position) VALUES (?, 'Rumah', 0)", ids_.next<Place>());
    database_.run(
        "INSERT INTO on_hand(product, place, quantity) SELECT p.id, h.id, 2000 FROM product p JOIN place h "
        "WHERE p.parent IS NOT NULL");
    transaction.commit();
  }
  const Database& database() const { return database_; }
  Date today() const { return Date::of(2026, 11, 22); }

 private:
  void add_material(int n) {
    const Material material{.id = ids_.next<Material>(),
                            .name = fmt::format("Bahan {}", n),
                            .unit = Unit::Gram,
                            .bought_in = Unit::Kilogram};
    materials_.push_back(material.id);
    put_material(database_, material);
    const EntryHeader header{ids_.next<JournalEntry>(), Instant{1}, {}, "buy_materials"};
    put_material_move(database_,
                      {.id = ids_.next<MaterialMoved>(),
                       .material = material.id,
                       .move = MaterialMove::Bought,
                       .quantity = Quantity::of(1'000 + n),
                       .value = Money{10'000 + 7 * n},
                       .business_date = today()},
                      header);
  }
  Recipe recipe_of(std::optional<Id<Product>> product, std::optional<Id<Material>> material, int from, int to) {
    Recipe recipe{.id = ids_.next<Recipe>(), .product = product, .material = material, .minutes = 20};
    for (int line = 0; line < 6; ++line)
      recipe.lines.push_back({materials_[static_cast<std::size_t>(
                                  from + static_cast<int>(random_.below(static_cast<std::uint64_t>(to - from))))],
                              Quantity::of(10 + line), Unit::Gram, 500});
    return recipe;
  }
  void add_product(int n) {
    const Id<Product> parent = ids_.next<Product>();
    add_card(parent, {}, n, R"(["Warna"])", "[]");
    for (int v = 0; v < kVariants; ++v) {
      const Id<Product> variant = ids_.next<Product>();
      add_card(variant, parent, n, "[]", fmt::format("[\"{}\"]", v));
      // A thousand different things are sold on each of the last 28 days.
      if (v < 2 && n < 14'000)
        database_.run("INSERT INTO product_sum(period, product, quantity, net) VALUES (?, ?, 5000, 50000)",
                      today().plus_days(-(n % 28)), variant);
    }
    if (n < kRecipes - kMadeMaterials) put_recipe(database_, recipe_of(parent, {}, kMadeMaterials / 2, kMadeMaterials));
  }
  void add_card(Id<Product> id, std::optional<Id<Product>> parent, int n, std::string_view names,
                std::string_view values) {
    database_.run(
        "INSERT INTO product(id, parent, code, barcode, name, price, story, tax_class, option_names, option_values, "
        "tracked, one_of_a_kind, open_price, favourite, position, hidden) "
        "VALUES (?, ?, '', '', ?, ?, '', '', ?, ?, 1, 0, 0, 0, ?, 0)",
        id, parent, fmt::format("Barang {}", n), Money{20'000 + n}, names, values, n);
  }

  Database database_;
  SystemClock clock_;
  SeededRandom random_{3};
  IdSource ids_{clock_, random_};
  std::vector<Id<Material>> materials_;
};

}  // namespace

void bench_making(Table& table) {
  const Scratch scratch("making");
  const Workshop shop(scratch / "shop.lapak");
  const auto measure = [&](const std::string& name, double most_ms, const auto& work) {
    std::vector<double> times_ms;
    for (int round = 0; round < 7; ++round) times_ms.push_back(timed(work).count() * 1000);
    table.add({fmt::format("{} products, {} recipes: {}", kProducts * kVariants, kRecipes, name), median(times_ms),
               most_ms, "ms"});
  };
  measure("cost of everything", kCosts_ms, [&] {
    const CostBook book = cost_book(shop.database());
    LAPAK_ASSERT(product_costs(shop.database(), book).size() == kProducts * kVariants);
  });
  measure("what to make next", kNext_ms, [&] {
    const CostBook book = cost_book(shop.database());
    LAPAK_ASSERT(!make_next(shop.database(), book, shop.today()).rows.empty());
  });
}

}  // namespace lapak::bench
