// books: the facts of the room as one.
#include "core/books/books.h"

#include "core/books/expense_store.h"
#include "core/journal/fact.h"

namespace lapak {

void apply_books(const Fact& fact, const Applying& applying) {
  apply_expense(fact, applying);
}

BooksWords words_of_books(const Fact& fact) {
  if (const auto words = words_of_expense(fact)) return {words->contact, words->order};
  return {};
}

void forget_words_of_books(Database& database, Id<Contact> contact) {
  forget_expenses(database, contact);
}

}  // namespace lapak
