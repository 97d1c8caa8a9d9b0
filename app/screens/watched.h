// screens: a view that is asked for again only when the question or what it reads has changed.
//
//   Watched<StockQuestion, StockRows> rows_;
//   rows_.refresh(shop, question, &Revisions::stock, [](const Shop& s, const StockQuestion& q) { return …; });
#pragma once
#include <array>
#include <optional>
#include <utility>

#include "core/shop/shop.h"

namespace lapak {

// The rooms a question reads: rooms(&Revisions::stock, &Revisions::catalog).
template <class... Members>
constexpr auto rooms(Members... members) {
  return std::array{members...};
}

template <class Question, class View>
class Watched {
 public:
  // True when it was asked again. When `ask` throws the old view stays and the next refresh asks again.
  template <std::size_t N, class Ask>
  bool refresh(const Shop& shop, const Question& question, const std::array<std::uint64_t Revisions::*, N>& reads,
               Ask&& ask) {
    const Revisions now = shop.revisions();
    bool is_stale = !question_ || !(*question_ == question);
    for (const auto member : reads) is_stale = is_stale || seen_.*member != now.*member;
    if (!is_stale) return false;
    view_ = std::forward<Ask>(ask)(shop, question);
    question_ = question;
    seen_ = now;
    return true;
  }
  const View& view() const { return view_; }
  const View* operator->() const { return &view_; }
  // Asks again at the next refresh, whatever happens: a clock moved on.
  void forget() { question_.reset(); }

 private:
  View view_{};
  std::optional<Question> question_;
  Revisions seen_{.profile = 0, .catalog = 0, .stock = 0, .people = 0, .sale = 0, .till = 0, .cart = 0, .search = 0};
};

}  // namespace lapak
