// cli: reads the arguments of `lapak books`.
#include "app/cli/books_arguments.h"

#include <CLI/CLI.hpp>
#include <functional>

namespace lapak {

namespace {

using Act = std::function<CLI::App*(const char* name, const char* says, BooksAct chosen)>;

void days(CLI::App* sub, BooksRequest& request) {
  sub->add_option("--from", request.first_day, "2026-11-01");
  sub->add_option("--to", request.last_day);
}

void add_incomes(const Act& act, BooksRequest& request) {
  auto* income = act("income", "write an income down and print its id", BooksAct::Income);
  income->add_option("AMOUNT", request.amount)->required();
  income->add_option("--stream", request.stream)->check(CLI::IsMember({"classes", "content", "volunteering", "other"}));
  income->add_option("--into", request.paid_into, "till, bank, own (pocket) or later")
      ->check(CLI::IsMember({"till", "bank", "own", "later"}));
  income->add_option("--contact", request.contact, "the client or brand; a new name becomes a contact");
  income->add_option("--note", request.note, "what it is for");
  income->add_option("--on", request.day, "2026-11-22; the current day if not said");
  income->add_option("--due", request.due, "2026-12-02, of what comes later");
  days(act("incomes", "list what was written down, the newest first; this month if not said", BooksAct::Incomes),
       request);
  act("take-back-income", "an income never was", BooksAct::TakeBackIncome)->add_option("ID", request.id)->required();
  auto* receive = act("receive", "an open invoice was paid", BooksAct::Receive);
  receive->add_option("ID", request.id)->required();
  receive->add_option("--into", request.paid_into)->check(CLI::IsMember({"till", "bank", "own"}));
  auto* time = act("time", "note work on a stream", BooksAct::Time);
  time->add_option("STREAM", request.stream)
      ->required()
      ->check(CLI::IsMember({"goods", "orders", "classes", "content", "volunteering", "other"}));
  time->add_option("MINUTES", request.minutes)->required();
  time->add_option("--on", request.day, "2026-11-22; the current day if not said");
  days(act("streams", "what each stream brought, and an hour of it; this month if not said", BooksAct::Streams),
       request);
  auto* cash_book =
      act("cash-book", "what came, went and was there after it; this month if not said", BooksAct::CashBook);
  cash_book->add_option("PLACE", request.name, "till or bank")->required()->check(CLI::IsMember({"till", "bank"}));
  days(cash_book, request);
  act("owed", "who owes whom, with reminders ready to be sent", BooksAct::Owed);
}

void add_pots_and_tax(const Act& act, BooksRequest& request) {
  auto* pot = act("pot", "make a pot, or change its rule", BooksAct::Pot);
  pot->add_option("NAME", request.name, "materials, tax, emergency, wage, fairs, or a name of your own")->required();
  pot->add_option("--percent", request.percent, "of the day's money, 12.5");
  pot->add_option("--full-at", request.full_at, "an amount it never goes beyond");
  act("hide-pot", "an empty pot is no more", BooksAct::HidePot)->add_option("NAME", request.name)->required();
  act("pots", "what is in them", BooksAct::Pots);
  act("pot-moves", "what was put into a pot and taken out, the newest first", BooksAct::PotMoves)
      ->add_option("NAME", request.name)
      ->required();
  auto* move = act("move", "put money into a pot; out of it with a minus", BooksAct::MovePot);
  move->add_option("NAME", request.name)->required();
  move->add_option("AMOUNT", request.amount)->required();
  act("share", "share a day's money out among the pots", BooksAct::ShareOut)
      ->add_option("--on", request.day, "2026-11-22; the current day if not said");
  auto* rule = act("tax-rule", "by which tax the shop reckons", BooksAct::TaxRule);
  rule->add_option("RULE", request.name, "none, pph-final-person, pph-final-company, percent")->required();
  rule->add_option("--from", request.day, "the first day it holds; that of this month if not said");
  rule->add_option("--percent", request.percent, "of the rule percent");
  rule->add_option("--free", request.free_each_year, "of the rule percent: the turnover of a year that is free");
  rule->add_option("--due-day", request.due_day, "of the rule percent: of the next month")->check(CLI::Range(0, 28));
  rule->add_option("--source", request.source, "of the rule percent: where it is written");
  auto* paid = act("pay-tax", "a month's tax was paid: an expense; print its id", BooksAct::PayTax);
  paid->add_option("MONTH", request.day, "2026-11")->required();
  paid->add_option("AMOUNT", request.amount, "what the month's tax comes to if not said");
  paid->add_option("--from", request.paid_from)->check(CLI::IsMember({"till", "bank", "own"}));
  auto* tax = act("tax", "turnover and tax by month: a help, not advice", BooksAct::Tax);
  tax->add_option("YEAR", request.year, "this one if not said")->check(CLI::Range(1900, 9998));
  tax->add_option("-o,--output", request.output, "OUT.pdf or OUT.xlsx");
  auto* year = act("year", "close a year: what each account came to, as PDF", BooksAct::Year);
  year->add_option("YEAR", request.year)->required()->check(CLI::Range(1900, 9998));
  year->add_option("-o,--output", request.output, "OUT.pdf")->required();
}

void add_bank_and_classes(const Act& act, BooksRequest& request) {
  auto* bank = act("bank", "take over a bank's CSV file; nothing comes in twice", BooksAct::Bank);
  bank->add_option("FILE", request.file)->required();
  bank->add_option("--account", request.name, "what the account is called")->required();
  bank->add_option("--columns", request.columns, "date=Tanggal,amount=Jumlah,…");
  act("match", "match the bank's lines with payments, expenses and incomes; print those left", BooksAct::MatchBank);
  days(act("bank-lines", "the bank's lines and what was said of them; this month if not said", BooksAct::BankLines),
       request);
  act("leave-out", "a line of the bank is not the shop's", BooksAct::LeaveOut)
      ->add_option("ID", request.id)
      ->required();
  act("unmatch", "what was said of a line of the bank was wrong", BooksAct::Unmatch)
      ->add_option("ID", request.id)
      ->required();
  auto* made = act("class", "offer a class", BooksAct::Class);
  made->add_option("NAME", request.name)->required();
  made->add_option("--on", request.day, "2026-12-05")->required();
  made->add_option("--at", request.begins, "14:00");
  made->add_option("--seats", request.seats)->required();
  made->add_option("--price", request.amount, "of a seat")->required();
  made->add_option("--minutes", request.minutes, "how long it takes; 120 if not said");
  made->add_option("--deposit", request.deposit_percent, "percent of the price, asked for with a seat");
  made->add_option("--place", request.stall);
  made->add_option("--note", request.note, "what to bring");
  act("call-off-class", "it will not be; deposits are given back order by order", BooksAct::CallOffClass)
      ->add_option("NAME", request.name)
      ->required();
  act("classes", "those to come, and their seats", BooksAct::Classes);
  auto* join = act("join", "take part in a class, and print the order's number", BooksAct::JoinClass);
  join->add_option("NAME", request.name)->required();
  join->add_option("--client", request.contact, "a name; a new one becomes a contact")->required();
  join->add_option("--seats", request.seats);
  act("participants", "who takes part in a class, what is paid, who came", BooksAct::Participants)
      ->add_option("NAME", request.name)
      ->required();
  auto* attend = act("attend", "who came to a class", BooksAct::Attend);
  attend->add_option("NAME", request.name)->required();
  attend->add_option("ORDER", request.order, "the number of the order that is the seat")->required();
  attend->add_option("HOW", request.attendance, "came, missed or unknown")
      ->required()
      ->check(CLI::IsMember({"came", "missed", "unknown"}));
}

}  // namespace

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
                    "materials, booth, transport, food, packaging, tools, fees, tax, other, or a name of your own");
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
  expense->add_option("--fair", request.fair, "the fair it is for");
  expense->add_option("--photo", request.photo, "a picture of the bill");
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
  add_incomes(act, request);
  add_pots_and_tax(act, request);
  add_bank_and_classes(act, request);
  return books;
}

}  // namespace lapak
