// cli: reads the arguments of `lapak books`.
#pragma once
#include "app/cli/requests.h"

namespace CLI {
class App;
}

namespace lapak {

// Adds the verb with its acts; `request` is filled while parsing and outlives the program's arguments.
CLI::App* add_books_verb(CLI::App& program, BooksRequest& request);

}  // namespace lapak
