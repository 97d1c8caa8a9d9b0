// sale: which pieces go for which rule's price, against a plain enumeration of every way.
#include "core/sale/bundle.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <numeric>

namespace lapak {
namespace {

BundleGoods goods(std::int64_t price, std::int64_t pieces, std::vector<std::size_t> rules = {0}) {
  return {Money{price}, pieces, std::move(rules)};
}

// The most that can be saved: each piece is tried in each rule that names it, and in none.
class Oracle {
 public:
  Oracle(const std::vector<BundleGoods>& lines, const std::vector<BundleTerms>& rules) : rules_(rules) {
    for (const BundleGoods& line : lines) pieces_.insert(pieces_.end(), static_cast<std::size_t>(line.pieces), &line);
    in_.resize(rules.size());
  }
  std::int64_t most_saved(std::size_t piece = 0, std::int64_t worth = 0) {
    if (piece == pieces_.size()) return worth_saving(worth);
    std::int64_t most = most_saved(piece + 1, worth);
    for (const std::size_t rule : pieces_[piece]->rules) {
      ++in_[rule];
      most = std::max(most, most_saved(piece + 1, worth + pieces_[piece]->price.minor));
      --in_[rule];
    }
    return most;
  }

 private:
  std::int64_t worth_saving(std::int64_t worth) const {
    for (std::size_t rule = 0; rule < rules_.size(); ++rule) {
      if (in_[rule] % rules_[rule].pieces != 0) return 0;
      worth -= in_[rule] / rules_[rule].pieces * rules_[rule].price.minor;
    }
    return worth;
  }

  const std::vector<BundleTerms>& rules_;
  std::vector<const BundleGoods*> pieces_;
  std::vector<std::int64_t> in_;
};

// Everything that must hold whatever the goods and the rules are.
void check_choice(const BundleChoice& choice, const std::vector<BundleGoods>& lines,
                  const std::vector<BundleTerms>& rules) {
  std::vector<std::int64_t> used(lines.size());
  std::int64_t saved = 0;
  for (const Bundle& bundle : choice.bundles) {
    RC_ASSERT(bundle.times >= 1);
    RC_ASSERT(bundle.saved > Money{});
    std::int64_t pieces = 0;
    Money amount, alone;
    for (const BundlePart& part : bundle.parts) {
      const BundleGoods& line = lines[part.line];
      const Money own{line.price.minor * part.pieces};
      RC_ASSERT(std::ranges::count(line.rules, bundle.rule) == 1);
      RC_ASSERT(part.pieces >= 1);
      RC_ASSERT(part.amount >= Money{});
      RC_ASSERT(part.amount <= own);
      pieces += part.pieces;
      amount += part.amount;
      alone += own;
      used[part.line] += part.pieces * bundle.times;
    }
    RC_ASSERT(pieces == rules[bundle.rule].pieces);
    RC_ASSERT(amount == rules[bundle.rule].price);
    RC_ASSERT(alone - amount == bundle.saved);
    saved += bundle.saved.minor * bundle.times;
  }
  for (std::size_t i = 0; i < lines.size(); ++i) RC_ASSERT(used[i] <= lines[i].pieces);
  RC_ASSERT(choice.saved.minor == saved);
}

// Of the whole range from the first try on: small carts in which nothing meets find nothing.
std::int64_t any(std::int64_t least, std::int64_t most) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(least, most + 1));
}

std::vector<BundleTerms> any_rules(std::int64_t most, std::int64_t most_pieces) {
  std::vector<BundleTerms> rules;
  for (std::int64_t count = any(1, most); count > 0; --count) {
    const std::int64_t pieces = any(2, most_pieces);
    rules.push_back({pieces, Money{any(0, 60 * pieces)}});
  }
  return rules;
}

// `most_pieces` in all of them together.
std::vector<BundleGoods> any_goods(std::size_t rule_count, std::int64_t most_pieces) {
  std::vector<BundleGoods> lines;
  for (std::int64_t left = any(most_pieces / 2, most_pieces); left > 0; left -= lines.back().pieces) {
    BundleGoods line = goods(any(0, 100), any(1, (left + 2) / 3), {});
    for (std::size_t rule = 0; rule < rule_count; ++rule)
      if (any(0, 2) > 0) line.rules.push_back(rule);
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace

TEST_CASE("any three for a price: the dearest three go, the fourth is paid alone") {
  const BundleChoice choice =
      best_bundles({goods(40'000, 2), goods(30'000, 1), goods(45'000, 1)}, {{3, Money{100'000}}});
  CHECK(choice.saved == Money{25'000});
  CHECK(choice.is_best);
  REQUIRE(choice.bundles.size() == 1);
  const Bundle& bundle = choice.bundles.front();
  CHECK(bundle.times == 1);
  // 45.000 and 80.000 of 125.000 share 100.000.
  CHECK(bundle.parts == std::vector<BundlePart>{{2, 1, Money{36'000}}, {0, 2, Money{64'000}}});
}

TEST_CASE("what does not divide evenly goes to the largest remainder") {
  const BundleChoice choice = best_bundles({goods(50, 1), goods(50, 1), goods(50, 1)}, {{3, Money{100}}});
  REQUIRE(choice.bundles.size() == 1);
  CHECK(choice.bundles.front().parts ==
        std::vector<BundlePart>{{0, 1, Money{34}}, {1, 1, Money{33}}, {2, 1, Money{33}}});
}

TEST_CASE("a rule that saves nothing is left alone") {
  CHECK(best_bundles({goods(30'000, 3)}, {{3, Money{90'000}}}).bundles.empty());
  CHECK(best_bundles({goods(30'000, 3)}, {{3, Money{100'000}}}).bundles.empty());
  CHECK(best_bundles({goods(30'000, 2)}, {{3, Money{1}}}).bundles.empty());
  CHECK(best_bundles({}, {{3, Money{1}}}).bundles.empty());
  CHECK(best_bundles({goods(30'000, 3, {})}, {}).bundles.empty());
}

TEST_CASE("a cheap piece is not drawn into a second bundle that would cost more than it") {
  const BundleChoice choice = best_bundles({goods(60, 3), goods(10, 3)}, {{3, Money{100}}});
  REQUIRE(choice.bundles.size() == 1);
  CHECK(choice.saved == Money{80});
}

TEST_CASE("of overlapping rules the ones that save most together are taken, not the one that saves most alone") {
  // Any two of the first two lines for 10 saves 90 and spoils both others, which save 60 each.
  const std::vector<BundleGoods> lines{goods(50, 1, {0, 1}), goods(50, 1, {0, 2}), goods(30, 1, {1}),
                                       goods(30, 1, {2})};
  const BundleChoice choice = best_bundles(lines, {{2, Money{10}}, {2, Money{20}}, {2, Money{20}}});
  CHECK(choice.saved == Money{120});
  CHECK(choice.is_best);
}

TEST_CASE("the choice is as good as the best of every way, for small carts") {
  CHECK(rc::check([] {
    const std::vector<BundleTerms> rules = any_rules(3, 4);
    const std::vector<BundleGoods> lines = any_goods(rules.size(), 8);
    const BundleChoice choice = best_bundles(lines, rules);
    check_choice(choice, lines, rules);
    RC_ASSERT(choice.is_best);
    RC_ASSERT(choice.saved.minor == Oracle(lines, rules).most_saved());
  }));
}

TEST_CASE("bundles add up to their price, no piece stands in two and nobody pays more, whatever is in the cart") {
  CHECK(rc::check([] {
    const std::vector<BundleTerms> rules = any_rules(9, 13);
    const std::vector<BundleGoods> lines = any_goods(rules.size(), *rc::gen::element(30, 300, 10'000));
    check_choice(best_bundles(lines, rules), lines, rules);
  }));
}

TEST_CASE("a cart with more ways than can be weighed still gets full bundles, and is said not to be weighed") {
  std::vector<BundleTerms> rules;
  std::vector<std::size_t> all;
  for (std::size_t i = 0; i < 8; ++i) rules.push_back({12, Money{100}}), all.push_back(i);
  const BundleChoice choice = best_bundles({goods(10, 100'000'000, all)}, rules);
  CHECK_FALSE(choice.is_best);
  CHECK(choice.saved == Money{20 * (100'000'000 / 12)});
}

TEST_CASE("one rule alone is weighed whole, however large the cart") {
  std::vector<BundleGoods> lines;
  for (std::int64_t i = 0; i < 10'000; ++i) lines.push_back(goods(1'000 + i, 1));
  const BundleChoice choice = best_bundles(lines, {{3, Money{3'000}}});
  CHECK(choice.is_best);
  // All but the cheapest, at a thousand.
  CHECK(choice.bundles.size() == 3'333);
  CHECK(choice.saved == Money{10'000 * 9'999 / 2});
}

}  // namespace lapak
