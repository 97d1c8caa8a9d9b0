// sale: which pieces of a cart go for which rule's price.
#include "core/sale/bundle.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>
#include <span>

namespace lapak {
namespace {

constexpr std::int64_t unreachable = std::numeric_limits<std::int64_t>::min();

// Rules that meet in a line, and the lines they name, the dearest first: whatever is chosen here touches nothing else.
struct Group {
  std::vector<std::size_t> rules;
  std::vector<std::size_t> lines;
};

std::vector<Group> groups_of(const std::vector<BundleGoods>& lines, std::size_t rule_count) {
  std::vector<std::size_t> leader(rule_count);
  std::iota(leader.begin(), leader.end(), std::size_t{0});
  const auto leader_of = [&](std::size_t rule) {
    while (leader[rule] != rule) rule = leader[rule] = leader[leader[rule]];
    return rule;
  };
  for (const BundleGoods& line : lines)
    if (line.pieces > 0)
      for (const std::size_t rule : line.rules) leader[leader_of(rule)] = leader_of(line.rules.front());
  std::vector<Group> groups(rule_count);
  for (std::size_t rule = 0; rule < rule_count; ++rule) groups[leader_of(rule)].rules.push_back(rule);
  for (std::size_t line = 0; line < lines.size(); ++line)
    if (lines[line].pieces > 0 && !lines[line].rules.empty())
      groups[leader_of(lines[line].rules.front())].lines.push_back(line);
  std::erase_if(groups, [](const Group& group) { return group.lines.empty(); });
  for (Group& group : groups)
    std::ranges::stable_sort(group.lines, std::ranges::greater{}, [&](std::size_t line) { return lines[line].price; });
  return groups;
}

bool is_named_by(const BundleGoods& line, std::size_t rule) {
  return std::ranges::find(line.rules, rule) != line.rules.end();
}

// Makes bundles of what is left of the lines `from`, which are in the group's order: of the dearest pieces first.
class Filling {
 public:
  Filling(const std::vector<BundleGoods>& lines, const std::vector<BundleTerms>& rules)
      : lines_(lines), rules_(rules) {}

  // The next bundle, as often as its pieces last; none when the pieces do not fill one or nothing is saved by it.
  std::optional<Bundle> next(std::size_t rule, std::span<const std::size_t> from,
                             const std::vector<std::int64_t>& left) const {
    Bundle bundle{.rule = rule, .times = 1, .parts = {}, .saved = {}};
    std::int64_t missing = rules_[rule].pieces;
    Money alone;
    for (const std::size_t line : from) {
      if (left[line] == 0 || !is_named_by(lines_[line], rule)) continue;
      const std::int64_t taken = std::min(left[line], missing);
      bundle.parts.push_back({line, taken, Money{lines_[line].price.minor * taken}});
      alone += bundle.parts.back().amount;
      missing -= taken;
      if (missing == 0) break;
    }
    if (missing > 0 || alone <= rules_[rule].price) return std::nullopt;
    if (bundle.parts.size() == 1) bundle.times = left[bundle.parts.front().line] / rules_[rule].pieces;
    bundle.saved = alone - rules_[rule].price;
    share_price(bundle);
    return bundle;
  }

 private:
  void share_price(Bundle& bundle) const {
    std::vector<std::int64_t> weights;
    for (const BundlePart& part : bundle.parts) weights.push_back(part.amount.minor);
    const std::vector<Money> shares = share_out(rules_[bundle.rule].price, weights);
    for (std::size_t i = 0; i < shares.size(); ++i) bundle.parts[i].amount = shares[i];
  }

  const std::vector<BundleGoods>& lines_;
  const std::vector<BundleTerms>& rules_;
};

void take(const Bundle& bundle, std::vector<std::int64_t>& left, BundleChoice& choice) {
  for (const BundlePart& part : bundle.parts) left[part.line] -= part.pieces * bundle.times;
  choice.saved += Money{bundle.saved.minor * bundle.times};
  if (!choice.bundles.empty() && choice.bundles.back().rule == bundle.rule &&
      choice.bundles.back().parts == bundle.parts)
    choice.bundles.back().times += bundle.times;
  else
    choice.bundles.push_back(bundle);
}

// The bundle that saves most, over and over. Of one rule alone this is best: however many bundles there are, they save
// most when made of the dearest pieces, and each further one saves no more than the one before.
void fill_by_next(const Filling& filling, const Group& group, std::vector<std::int64_t>& left, BundleChoice& choice) {
  for (std::span<const std::size_t> from = group.lines;;) {
    while (!from.empty() && left[from.front()] == 0) from = from.subspan(1);
    std::optional<Bundle> best;
    for (const std::size_t rule : group.rules) {
      std::optional<Bundle> one = filling.next(rule, from, left);
      if (one && (!best || one->saved > best->saved)) best = std::move(one);
    }
    if (!best) return;
    take(*best, left, choice);
  }
}

// Every way at once: piece by piece, what is saved at most for each way the rules' last bundles are filled. A bundle
// that begins is paid, and each piece in it earns its price, so that only ways without a begun bundle count at the end.
class EveryWay {
 public:
  EveryWay(const Group& group, const std::vector<BundleGoods>& lines, const std::vector<BundleTerms>& rules)
      : group_(group), lines_(lines), rules_(rules) {}

  // nullopt: more steps than the bound.
  std::optional<std::int64_t> ways() const {
    std::int64_t pieces = 0;
    for (const std::size_t line : group_.lines) pieces += lines_[line].pieces;
    std::int64_t states = 1;
    const auto choices = static_cast<std::int64_t>(group_.rules.size()) + 1;
    for (const std::size_t rule : group_.rules) {
      if (rules_[rule].pieces > kMostBundleSteps / states) return std::nullopt;
      states *= rules_[rule].pieces;
    }
    if (choices > kMostBundleSteps / states || pieces > kMostBundleSteps / (states * choices)) return std::nullopt;
    return states;
  }

  // How many pieces of each line go to each of the group's rules: [rule of the group][line].
  std::vector<std::vector<std::int64_t>> best(std::int64_t states) const {
    std::vector<std::size_t> pieces;
    for (const std::size_t line : group_.lines)
      pieces.insert(pieces.end(), static_cast<std::size_t>(lines_[line].pieces), line);
    const auto count = static_cast<std::size_t>(states);
    std::vector<std::int64_t> saved(count, unreachable);
    saved[0] = 0;
    std::vector<Taken> taken(pieces.size() * count, left_alone);
    for (std::size_t piece = 0; piece < pieces.size(); ++piece) {
      std::vector<std::int64_t> next = saved;
      for (std::size_t state = 0; state < count; ++state)
        if (saved[state] != unreachable) go_on(pieces[piece], state, saved[state], next, &taken[piece * count]);
      saved = std::move(next);
    }
    return walked_back(pieces, taken, count);
  }

 private:
  using Taken = std::uint32_t;  // by which of the group's rules, from 1 on
  static constexpr Taken left_alone = 0;

  std::size_t filled(std::size_t state, std::size_t stride, std::size_t full) const { return state / stride % full; }

  void go_on(std::size_t line, std::size_t state, std::int64_t so_far, std::vector<std::int64_t>& next,
             Taken* taken) const {
    std::size_t stride = 1;
    for (std::size_t i = 0; i < group_.rules.size(); ++i) {
      const BundleTerms& rule = rules_[group_.rules[i]];
      const auto full = static_cast<std::size_t>(rule.pieces);
      if (is_named_by(lines_[line], group_.rules[i])) {
        const std::size_t fill = filled(state, stride, full);
        const std::size_t to = fill + 1 == full ? state - fill * stride : state + stride;
        const std::int64_t then = so_far + lines_[line].price.minor - (fill == 0 ? rule.price.minor : 0);
        if (then > next[to]) next[to] = then, taken[to] = static_cast<Taken>(i + 1);
      }
      stride *= full;
    }
  }

  std::vector<std::vector<std::int64_t>> walked_back(const std::vector<std::size_t>& pieces,
                                                     const std::vector<Taken>& taken, std::size_t count) const {
    std::vector<std::vector<std::int64_t>> chosen(group_.rules.size(), std::vector<std::int64_t>(lines_.size()));
    std::size_t state = 0;
    for (std::size_t piece = pieces.size(); piece-- > 0;) {
      const Taken by = taken[piece * count + state];
      if (by == left_alone) continue;
      std::size_t stride = 1;
      for (std::size_t i = 0; i + 1 < by; ++i) stride *= static_cast<std::size_t>(rules_[group_.rules[i]].pieces);
      const auto full = static_cast<std::size_t>(rules_[group_.rules[by - 1]].pieces);
      const std::size_t fill = filled(state, stride, full);
      state = fill == 0 ? state + (full - 1) * stride : state - stride;
      ++chosen[by - 1][pieces[piece]];
    }
    LAPAK_ASSERT(state == 0);
    return chosen;
  }

  const Group& group_;
  const std::vector<BundleGoods>& lines_;
  const std::vector<BundleTerms>& rules_;
};

void check(const std::vector<BundleGoods>& lines, const std::vector<BundleTerms>& rules) {
  for (const BundleTerms& rule : rules)
    LAPAK_ASSERT(rule.pieces >= 2 && rule.price >= Money{} && rule.price <= kLargestMoney);
  std::int64_t worth = 0;
  for (const BundleGoods& line : lines) {
    LAPAK_ASSERT(line.pieces >= 0 && line.pieces <= kLargestQuantity.thousandths / 1000 && line.price >= Money{});
    std::int64_t own = 0;
    LAPAK_ASSERT(!__builtin_mul_overflow(line.price.minor, line.pieces, &own) && own <= kLargestMoney.minor);
    LAPAK_ASSERT(!__builtin_add_overflow(worth, own, &worth));
    for (const std::size_t rule : line.rules) LAPAK_ASSERT(rule < rules.size());
  }
}

}  // namespace

BundleChoice best_bundles(const std::vector<BundleGoods>& lines, const std::vector<BundleTerms>& rules) {
  check(lines, rules);
  BundleChoice choice;
  const Filling filling{lines, rules};
  std::vector<std::int64_t> left;
  for (const BundleGoods& line : lines) left.push_back(line.pieces);
  for (const Group& group : groups_of(lines, rules.size())) {
    const EveryWay every{group, lines, rules};
    const std::optional<std::int64_t> ways = group.rules.size() > 1 ? every.ways() : std::nullopt;
    if (!ways) {
      choice.is_best &= group.rules.size() == 1;
      fill_by_next(filling, group, left, choice);
      continue;
    }
    std::vector<std::vector<std::int64_t>> chosen = every.best(*ways);
    for (std::size_t i = 0; i < group.rules.size(); ++i)
      while (const auto bundle = filling.next(group.rules[i], group.lines, chosen[i])) take(*bundle, chosen[i], choice);
  }
  return choice;
}

}  // namespace lapak
