// A stall that sells, for the benchmarks.
#include "tests/bench/trade.h"

#include <fmt/format.h>

#include "core/base/check.h"
#include "core/shop/demo.h"
#include "core/shop/jobs.h"

namespace lapak::bench {
namespace {

constexpr int sales_a_day = 100;
constexpr std::size_t lines_a_sale = 5;

Money price_of(std::size_t product) {
  return Money{15'000 + static_cast<std::int64_t>(product) * 500};
}

}  // namespace

Stall::Stall(const std::filesystem::path& path) {
  auto made = Shop::create(path, demo_card(Language::Indonesian), Seams{clock_, random_, files_});
  LAPAK_ASSERT(made.has_value());
  shop_ = std::move(*made);
  for (std::size_t i = 0; i < 50; ++i) {
    const Result<Outcome> saved = shop_->execute(SaveProduct{
        {.code = fmt::format("P{:02}", i), .name = fmt::format("Barang {}", i), .price = price_of(i)}, {}, {}});
    LAPAK_ASSERT(saved.has_value());
    products_.push_back(Id<Product>{saved->subject});
  }
  shop_->jobs().finish();
}

void Stall::sell(int sales) {
  for (int n = 0; n < sales; ++n) {
    sell_one();
    if (++sold_today_ < sales_a_day) continue;
    clock_.advance_ms(12 * 3'600'000);
    sold_today_ = 0;
  }
}

void Stall::sell_one() {
  clock_.advance_ms(45'000);
  Cart cart{.id = ids_.next<Sale>()};
  Money total;
  for (std::size_t i = 0; i < lines_a_sale; ++i) {
    const std::size_t which = (next_++ * 7) % products_.size();
    cart.lines.push_back(CartLine{.id = ids_.next<CartLine>(),
                                  .product = products_[which],
                                  .name = fmt::format("Barang {}", which),
                                  .quantity = Quantity::of(1),
                                  .list_price = price_of(which),
                                  .agreed_price = price_of(which),
                                  .tracked = true});
    total += price_of(which);
  }
  const Result<Outcome> sold = shop_->execute(Sell{cart, {{.amount = total, .received = total + Money{5'000}}}});
  LAPAK_ASSERT(sold.has_value());
}

}  // namespace lapak::bench
