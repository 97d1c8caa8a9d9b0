// books: the facts of the room as one: applied, and whose words they hold.
#pragma once
#include <optional>

#include "core/books/bank_commands.h"
#include "core/books/expense_commands.h"

namespace lapak {

// "books.…", whichever noun it is about.
void apply_books(const Fact& fact, const Applying& applying);

// Of a fact with words: whose they are; none for words about nobody known.
struct BooksWords {
  std::optional<Id<Contact>> contact;
  std::optional<Id<CustomOrder>> order;
  std::optional<Id<BankLine>> bank_line;  // forgotten with the line's words
};
BooksWords words_of_books(const Fact& fact);
// Words and pictures about a person, and those merged into her, become NULL in every table of the room.
void forget_words_of_books(Database& database, Id<Contact> contact);

}  // namespace lapak
