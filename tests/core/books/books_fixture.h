// A stall that keeps books, for the tests of the room.
#pragma once
#include "core/books/expense_store.h"
#include "tests/core/shop/stall.h"

namespace lapak {

struct Books : Stall {
  IdSource ids{clock, random};

  void open_with(std::int64_t float_amount) { done(OpenDay{{{Money{}, float_amount}}}); }
  Expense cost(std::string_view category, std::int64_t amount, PaidFrom from = PaidFrom::Bank) const {
    return {.category = std::string(category), .amount = Money{amount}, .paid_from = from};
  }
  Id<Expense> book(const Expense& expense) { return Id<Expense>{done(BookExpense{expense}).subject}; }
  Id<Contact> person(const char* name) {
    return Id<Contact>{done(SaveContact{Contact{.id = {}, .name = name}, {}}).subject};
  }
  Money in_drawer() const { return day_view(shop->facts()).expected; }
  Money spent() const { return expenses_sum(shop->facts(), {}); }
  ProblemCode refusal(const Command& command) {
    const Result<Outcome> outcome = shop->execute(command);
    REQUIRE_FALSE(outcome.has_value());
    return outcome.error().code;
  }
};

}  // namespace lapak
