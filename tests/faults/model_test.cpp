// faults: random days at a stall beside a model that knows how it must come out. The model is a few sums in a
// notebook: pieces on the shelf, notes in the drawer, what was sold, what is owed.
#include <doctest/doctest.h>

#include <concepts>
#include <random>

#include "core/people/people_store.h"
#include "core/report/report.h"
#include "core/sale/sale_store.h"
#include "core/till/till_store.h"
#include "tests/core/shop/stall.h"
#include "tests/faults/connections.h"

namespace lapak {
namespace {

struct Shelf {
  Id<Product> id;
  std::int64_t price = 0, pieces = 0;
};
struct InCart {
  std::size_t shelf = 0;
  std::int64_t pieces = 0, list = 0, agreed = 0;
};
struct Sold {
  Id<Sale> id;
  std::vector<InCart> lines;
  std::vector<std::int64_t> left;  // of each line, that did not come back
  std::int64_t total = 0, back = 0, owed = 0, cash = 0;
  bool is_refunded = false, is_voided = false;
};
struct Notebook {
  std::vector<Shelf> shelves;
  std::vector<InCart> cart;
  std::vector<Sold> sales;
  std::int64_t drawer = 0, net = 0;
};

class Days {
 public:
  explicit Days(std::uint64_t seed) : dice_(seed) {
    for (int i = 0; i < 6; ++i) {
      const std::int64_t price = 1'000 * (5 + below(90));
      const std::int64_t pieces = below(40);
      book_.shelves.push_back(
          {stall_.product("P" + std::to_string(i), price, static_cast<int>(pieces)), price, pieces});
    }
    rina_ = Id<Contact>{stall_.done(SaveContact{{.name = "Rina"}, "", {}}).subject};
    open_day();
  }

  void act() {
    before_ = book_;
    could_undo_ = false;
    using Act = void (Days::*)();
    static constexpr Act acts[]{&Days::tap,        &Days::tap,         &Days::tap,       &Days::bargain,
                                &Days::set_pieces, &Days::sell,        &Days::sell,      &Days::sell_for_less,
                                &Days::sell_later, &Days::settle,      &Days::give_back, &Days::take_back,
                                &Days::count,      &Days::receive,     &Days::reprice,   &Days::move_cash,
                                &Days::next_day,   &Days::hold_a_while};
    (this->*acts[below(std::size(acts))])();
    if (could_undo_ && below(3) == 0) {
      REQUIRE(stall_.shop->undo().has_value());
      book_ = before_;
    }
    stall_.clock.advance_ms(1'000 * (1 + below(900)));
  }

  void compare() {
    const Shop& shop = *stall_.shop;
    for (const Shelf& shelf : book_.shelves) CHECK(on_hand(shop.facts(), shelf.id) == Quantity::of(shelf.pieces));
    const auto day = open_day_now();
    REQUIRE(day.has_value());
    CHECK(expected_now(shop.facts(), *day).minor == book_.drawer);
    REQUIRE(shop.cart().lines.size() == book_.cart.size());
    for (std::size_t i = 0; i < book_.cart.size(); ++i) {
      CHECK(shop.cart().lines[i].product == book_.shelves[book_.cart[i].shelf].id);
      CHECK(shop.cart().lines[i].quantity == Quantity::of(book_.cart[i].pieces));
      CHECK(shop.cart().lines[i].agreed_price.minor == book_.cart[i].agreed);
    }
    CHECK(shop.cart_totals()->total.minor == worth_of_cart());
    std::int64_t owed = 0;
    for (const Sold& sale : book_.sales) owed += sale.owed;
    CHECK(shop.facts().value<std::int64_t>("SELECT coalesce(sum(amount), 0) FROM owed") == owed);
    CHECK(report_totals(shop.facts(), Date::of(2026, 1, 1), Date::of(2099, 1, 1)).net_sales.minor == book_.net);
  }
  // What came of it, so that a test of nothing is not taken for one.
  std::int64_t sales() const { return std::ssize(book_.sales); }
  std::int64_t refunded() const { return std::ranges::count(book_.sales, true, &Sold::is_refunded); }
  std::int64_t voided() const { return std::ranges::count(book_.sales, true, &Sold::is_voided); }

  void verify_whole() {
    for (const Sold& sale : book_.sales) CHECK(owed_now(stall_.shop->facts(), sale.id).minor == sale.owed);
    stall_.expect_clean();
  }

 private:
  std::int64_t below(std::integral auto limit) {
    return static_cast<std::int64_t>(dice_() % static_cast<std::uint64_t>(limit));
  }
  std::optional<TillDay> open_day_now() { return lapak::open_day(stall_.shop->facts(), "A"); }
  std::int64_t worth_of_cart() const {
    std::int64_t sum = 0;
    for (const InCart& line : book_.cart) sum += line.pieces * line.agreed;
    return sum;
  }
  Id<CartLine> line(std::size_t i) { return stall_.shop->cart().lines.at(i).id; }
  Tender in_cash(std::int64_t amount) { return {.method = Method::Cash, .amount = Money{amount}}; }

  void tap() {
    const std::size_t shelf = static_cast<std::size_t>(below(book_.shelves.size()));
    const std::int64_t pieces = 1 + below(3);
    const std::int64_t price = book_.shelves[shelf].price;
    stall_.done(AddProduct{book_.shelves[shelf].id, Quantity::of(pieces), {}});
    const auto same = std::ranges::find_if(
        book_.cart, [&](const InCart& one) { return one.shelf == shelf && one.list == price && one.agreed == price; });
    if (same != book_.cart.end())
      same->pieces += pieces;
    else
      book_.cart.push_back({shelf, pieces, price, price});
  }
  void bargain() {
    if (book_.cart.empty()) return;
    const auto i = static_cast<std::size_t>(below(book_.cart.size()));
    book_.cart[i].agreed = book_.cart[i].list / 2 + below(book_.cart[i].list / 2);
    stall_.done(SetAgreedPrice{line(i), Money{book_.cart[i].agreed}});
  }
  void set_pieces() {
    if (book_.cart.empty()) return;
    const auto i = static_cast<std::size_t>(below(book_.cart.size()));
    const std::int64_t pieces = below(5);
    stall_.done(SetQuantity{line(i), Quantity::of(pieces)});
    if (pieces == 0)
      book_.cart.erase(book_.cart.begin() + static_cast<std::ptrdiff_t>(i));
    else
      book_.cart[i].pieces = pieces;
  }

  void sold(std::int64_t total, std::int64_t cash, const std::vector<Tender>& tenders, Remainder rest) {
    const Outcome outcome = stall_.done(Sell{stall_.shop->cart(), tenders, rest});
    std::int64_t paid = 0;
    for (const Tender& tender : tenders) paid += tender.amount.minor;
    Sold sale{.id = Id<Sale>{outcome.subject}, .lines = book_.cart, .left = {}, .total = total};
    for (const InCart& one : book_.cart) {
      sale.left.push_back(one.pieces);
      book_.shelves[one.shelf].pieces -= one.pieces;
    }
    sale.owed = total - std::min(paid, total);
    sale.cash = cash;
    book_.drawer += cash;
    book_.net += total;
    book_.sales.push_back(std::move(sale));
    book_.cart.clear();
  }
  void sell() {
    if (book_.cart.empty()) return;
    const std::int64_t total = worth_of_cart();
    switch (below(3)) {
      case 0:
        return sold(total, total, {in_cash(total + 1'000 * below(50))}, Remainder::Refused);
      case 1:
        return sold(total, 0, {{.method = Method::Qris, .amount = Money{total}}}, Remainder::Refused);
      default: {
        const std::int64_t half = total / 2;
        return sold(total, half, {{.method = Method::Qris, .amount = Money{total - half}}, in_cash(half)},
                    Remainder::Refused);
      }
    }
  }
  void sell_for_less() {
    if (book_.cart.empty()) return;
    const std::int64_t off = below(worth_of_cart() / 2 + 1);
    const std::int64_t total = worth_of_cart() - off;
    if (below(2) == 0)
      stall_.done(SetCartDiscount{Discount{Money{off}, {}}});
    else
      stall_.done(SetAgreedTotal{Money{total}});
    sold(total, total, {in_cash(total)}, Remainder::Refused);
  }
  void sell_later() {
    if (book_.cart.empty()) return;
    stall_.done(SetCustomer{rina_});
    const std::int64_t total = worth_of_cart();
    const std::int64_t now = below(total + 1);
    sold(total, now, now == 0 ? std::vector<Tender>{} : std::vector{in_cash(now)}, Remainder::Owed);
  }
  Sold* some_sale() {
    return book_.sales.empty() ? nullptr : &book_.sales[static_cast<std::size_t>(below(book_.sales.size()))];
  }
  void settle() {
    for (Sold& sale : book_.sales) {
      if (sale.owed == 0) continue;
      const std::int64_t amount = 1 + below(sale.owed);
      stall_.done(SettleOwed{sale.id, in_cash(amount)});
      sale.owed -= amount;
      sale.cash += amount;
      book_.drawer += amount;
      return;
    }
  }
  void give_back() {
    Sold* const sale = some_sale();
    if (!sale || sale->is_voided) return;
    const auto i = static_cast<std::size_t>(below(sale->lines.size()));
    if (sale->left[i] == 0) return;
    const std::int64_t pieces = 1 + below(sale->left[i]);
    const bool to_stock = below(2) == 0;
    const RefundLine line{static_cast<int>(i), Quantity::of(pieces), to_stock};
    const Database& facts = stall_.shop->facts();
    const Sale whole = *find_sale(facts, sale->id);
    const Result<Sale> refund = refund_of(whole, refunds_of(facts, sale->id), {line});
    REQUIRE(refund.has_value());
    const std::int64_t worth = -refund->total.minor;
    // A line's pieces are worth the same, to the unit; and all of them what was paid.
    const std::int64_t paid = whole.lines[i].amount.minor, all = sale->lines[i].pieces;
    CHECK(std::abs(worth * all - paid * pieces) <= all);
    const std::int64_t forgiven = std::min(worth, sale->owed), cash = worth - forgiven;
    stall_.done(Refund{sale->id, {line}, cash == 0 ? std::vector<Tender>{} : std::vector{in_cash(cash)}, "retak"});
    sale->left[i] -= pieces;
    sale->back += worth;
    sale->owed -= forgiven;
    sale->is_refunded = true;
    book_.drawer -= cash;
    book_.net -= worth;
    if (to_stock) book_.shelves[sale->lines[i].shelf].pieces += pieces;
    if (std::ranges::all_of(sale->left, [](std::int64_t left) { return left == 0; })) CHECK(sale->back == sale->total);
  }
  void take_back() {
    Sold* const sale = some_sale();
    if (!sale || sale->is_voided || sale->is_refunded) return;
    stall_.done(VoidSale{sale->id, "salah"});
    sale->is_voided = true;
    book_.drawer -= sale->cash;
    book_.net -= sale->total;
    sale->owed = 0;
    for (const InCart& one : sale->lines) book_.shelves[one.shelf].pieces += one.pieces;
  }

  Shelf& some_shelf() { return book_.shelves[static_cast<std::size_t>(below(book_.shelves.size()))]; }
  void undoable(const Outcome& outcome) { could_undo_ = outcome.is_undoable; }
  void count() {
    Shelf& shelf = some_shelf();
    const std::int64_t pieces = below(60);
    // A count that is right moves nothing, and what was done before is what would be taken back.
    if (pieces == shelf.pieces) return;
    shelf.pieces = pieces;
    undoable(stall_.done(CountStock{shelf.id, Quantity::of(pieces), "hitung"}));
  }
  void receive() {
    Shelf& shelf = some_shelf();
    const std::int64_t pieces = 1 + below(20);
    const bool comes = below(2) == 0;
    shelf.pieces += comes ? pieces : -pieces;
    undoable(stall_.done(
        MoveStock{shelf.id, comes ? MovementKind::Received : MovementKind::Gift, Quantity::of(pieces), ""}));
  }
  void reprice() {
    Shelf& shelf = some_shelf();
    Product product = *find_product(stall_.shop->facts(), shelf.id);
    const std::int64_t price = 1'000 * (5 + below(90));
    if (price == shelf.price) return;
    shelf.price = price;
    product.price = Money{price};
    undoable(stall_.done(SaveProduct{product, {}, {}}));
  }
  void move_cash() {
    const std::int64_t amount = 500 * (1 + below(40)) * (below(2) == 0 ? 1 : -1);
    book_.drawer += amount;
    undoable(stall_.done(MoveCash{Money{amount}, "parkir"}));
  }
  void open_day() {
    const std::int64_t notes = below(20);
    stall_.done(OpenDay{{{Money{10'000}, notes}}});
    book_.drawer = 10'000 * notes;
  }
  void next_day() {
    if (below(4) != 0) return;
    stall_.done(CloseDay{{{Money{1'000}, below(100)}}, "selisih", {}});
    stall_.clock.advance_ms(std::int64_t{3'600'000} * (8 + below(48)));
    open_day();
  }
  void hold_a_while() {
    if (book_.cart.empty()) return;
    stall_.done(HoldCart{"sebentar"});
    REQUIRE(stall_.shop->cart().lines.empty());
    stall_.done(ResumeCart{stall_.shop->held_carts().front().id});
  }

  std::mt19937_64 dice_;
  Stall stall_;
  Id<Contact> rina_;
  Notebook book_, before_;
  bool could_undo_ = false;
};

}  // namespace

TEST_CASE("whatever is done at a stall, shelves, drawer, cart, debts and takings are what a notebook says") {
  constexpr std::int64_t acts_of_one = 200;
  const std::int64_t acts = is_soaking() ? 1'000'000 : 10'000;
  std::int64_t sales = 0, refunded = 0, voided = 0;
  for (std::int64_t done = 0; done < acts; done += acts_of_one) {
    const auto seed = static_cast<std::uint64_t>(done / acts_of_one + 1);
    CAPTURE(seed);
    Days days(seed);
    for (std::int64_t i = 0; i < acts_of_one; ++i) {
      CAPTURE(i);
      days.act();
      days.compare();
    }
    days.verify_whole();
    sales += days.sales(), refunded += days.refunded(), voided += days.voided();
  }
  MESSAGE(acts << " acts, seeds 1 to " << acts / acts_of_one << ": " << sales << " sales, " << refunded
               << " with refunds, " << voided << " taken back");
  CHECK(sales > acts / 20);
  CHECK(refunded > sales / 20);
  CHECK(voided > sales / 20);
}

}  // namespace lapak
