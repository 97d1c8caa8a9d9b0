// cli: reads the arguments of `lapak books`.
#include "app/cli/books_arguments.h"

#include <CLI/CLI.hpp>

namespace lapak {

CLI::App* add_books_verb(CLI::App& program, BooksRequest& request) {
  auto* books = program.add_subcommand("books", "write down what the shop spends, and look at its books");
  books->add_option("SHOP", request.shop)->required();
  books->require_subcommand(1);
  const auto act = [&](const char* name, const char* says, BooksAct chosen) {
    auto* sub = books->add_subcommand(name, says);
    sub->callback([&request, chosen] { request.act = chosen; });
    sub->add_flag("--json", request.as_json);
    return sub;
  };
  const auto cost = [&](CLI::App* sub) {
    sub->add_option("AMOUNT", request.amount)->required();
    sub->add_option("--category", request.category,
                    "materials, booth, transport, food, packaging, tools, fees, other, or a name of your own");
    sub->add_option("--from", request.paid_from, "till, bank, own (pocket) or later")
        ->check(CLI::IsMember({"till", "bank", "own", "later"}));
  };
  auto* expense = act("expense", "write an expense down and print its id", BooksAct::Expense);
  cost(expense);
  expense->add_option("--note", request.note);
  expense->add_option("--on", request.day, "2026-11-22; the current day if not said");
  expense->add_option("--due", request.due, "2026-12-02, of what is paid later");
  expense->add_option("--order", request.order, "the number of the order it is for");
  expense->add_option("--product", request.product, "the code of the product it is for");
  expense->add_option("--contact", request.contact, "to whom; a new name becomes a contact");
  auto* list = act("expenses", "list them, the newest first", BooksAct::Expenses);
  list->add_option("--from", request.first_day, "2026-11-01");
  list->add_option("--to", request.last_day);
  act("take-back", "an expense never was", BooksAct::TakeBack)->add_option("ID", request.id)->required();
  auto* pay = act("pay", "pay what was not paid yet", BooksAct::Pay);
  pay->add_option("ID", request.id)->required();
  pay->add_option("--from", request.paid_from)->check(CLI::IsMember({"till", "bank", "own"}));
  auto* recurring = act("recurring", "an expense that comes back and is proposed then", BooksAct::Recurring);
  cost(recurring);
  recurring->add_option("--every", request.every, "week or month")->check(CLI::IsMember({"week", "month"}));
  recurring->add_option("--on", request.day, "the first day; the current one if not said");
  recurring->add_option("--name", request.note);
  act("due", "what is to be paid, and what comes back and was not booked yet", BooksAct::Due);
  return books;
}

}  // namespace lapak
