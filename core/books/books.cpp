// books: the facts of the room as one.
#include "core/books/books.h"

#include "core/books/bank_store.h"
#include "core/books/class_commands.h"
#include "core/books/expense_store.h"
#include "core/books/income_commands.h"
#include "core/books/income_store.h"
#include "core/books/pot_commands.h"
#include "core/books/tax_commands.h"
#include "core/journal/fact.h"

namespace lapak {

void apply_books(const Fact& fact, const Applying& applying) {
  const auto is_about = [&](std::string_view noun) {
    return fact.kind.starts_with("books." + std::string(noun) + "_");
  };
  if (is_about("income") || is_about("time")) return apply_income(fact, applying);
  if (is_about("pot")) return apply_pot(fact, applying);
  if (is_about("class")) return apply_class(fact, applying);
  if (is_about("tax")) return apply_tax(fact, applying);
  if (is_about("bank")) return apply_bank(fact, applying);
  LAPAK_ASSERT(is_about("expense") || is_about("recurring"));
  apply_expense(fact, applying);
}

BooksWords words_of_books(const Fact& fact) {
  if (const auto words = words_of_expense(fact)) return {words->contact, words->order, {}};
  return {payer_of(fact), {}, bank_line_of(fact)};
}

void forget_words_of_books(Database& database, Id<Contact> contact) {
  forget_expenses(database, contact);
  forget_incomes(database, contact);
  forget_bank_lines(database, contact);
}

}  // namespace lapak
