// journal: what one who is not the owner may do by herself.
#include "core/journal/rights.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace lapak {
namespace {

constexpr std::array<std::pair<Right, std::string_view>, kRights.size()> codes{{{Right::BelowFloor, "below_floor"},
                                                                                {Right::Refund, "refund"},
                                                                                {Right::VoidLater, "void_later"},
                                                                                {Right::Drawer, "drawer"},
                                                                                {Right::Reports, "reports"},
                                                                                {Right::People, "people"},
                                                                                {Right::Settings, "settings"},
                                                                                {Right::Export, "export"}}};
constexpr std::string_view discount_mark = "discount:";

}  // namespace

std::string_view right_code(Right right) {
  return std::ranges::find(codes, right, &std::pair<Right, std::string_view>::first)->second;
}
std::optional<Right> find_right(std::string_view code) {
  const auto* const found = std::ranges::find(codes, code, &std::pair<Right, std::string_view>::second);
  return found == codes.end() ? std::nullopt : std::optional(found->first);
}

void Rights::set(Right right, bool is_given) {
  const std::uint32_t bit = 1U << static_cast<unsigned>(right);
  bits = is_given ? bits | bit : bits & ~bit;
}

std::string rights_text(const Rights& rights) {
  std::string text = fmt::format("{}{}", discount_mark, rights.discount_percent);
  for (const Right right : kRights)
    if (rights.has(right)) text += ' ' + std::string(right_code(right));
  return text;
}

Rights rights_of(std::string_view text) {
  Rights rights;
  if (text.empty()) return rights;
  rights = Rights{.discount_percent = 0, .bits = 0};
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    if (const auto right = find_right(word)) rights.set(*right, true);
    if (!word.starts_with(discount_mark)) continue;
    int percent = 0;
    std::from_chars(word.data() + discount_mark.size(), word.data() + word.size(), percent);
    rights.discount_percent = std::clamp(percent, 0, 100);
  }
  return rights;
}

}  // namespace lapak
