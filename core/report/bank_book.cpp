// report: the bank's own lines.
#include "core/report/bank_book.h"

#include <fmt/format.h>

#include "core/books/bank_store.h"
#include "core/books/expense_store.h"
#include "core/books/income_store.h"
#include "core/people/people_store.h"
#include "core/sale/sale.h"
#include "core/sale/sale_store.h"

namespace lapak {
namespace {

struct Said {
  std::string what;
  Date day;
  bool is_open = false;  // not paid yet
};

Said said_of_payments(const Database& database, const Words& words, const BankMatch& match) {
  Said said;
  Rows rows = database.query(
      "SELECT p.method, p.business_date, s.number FROM payment p JOIN sale s ON s.id = p.sale WHERE p.id = ?",
      match.payments.front());
  if (!rows.next()) return said;
  const auto method = find_method(rows.get<std::string_view>(0));
  said.what = method ? std::string(method_name(*method, words)) : std::string();
  said.day = rows.get<Date>(1);
  const auto count = std::ssize(match.payments);
  said.what += count == 1
                   ? " " + rows.get<std::string>(2)
                   : " \u00B7 " + fmt::format(fmt::runtime(words.plural("{} payment", "{} payments", count)), count);
  return said;
}

Said said_of(const Database& database, const Words& words, const BankMatch& match) {
  if (!match.payments.empty()) return said_of_payments(database, words, match);
  Said said;
  const auto named = [&](std::string what, const std::string& note, const std::optional<Id<Contact>>& contact) {
    if (contact) what += " \u00B7 " + kept_name(database, *contact);
    if (!note.empty()) what += " \u00B7 " + note;
    return what;
  };
  if (match.bill) {
    const auto sale = find_sale(database, *match.bill);
    if (!sale) return said;
    return {
        named(fmt::format(fmt::runtime(words(N_("Receipt {}"))), sale->number), {}, customer_of(database, sale->id)),
        sale->business_date, true};
  }
  if (match.expense) {
    const auto booked = find_expense(database, *match.expense);
    if (!booked) return said;
    const Expense& expense = booked->expense;
    said = {named(expense_category_name(expense.category, words), expense.note, expense.contact), expense.business_date,
            !booked->paid_on};
  } else if (match.income) {
    const auto booked = find_income(database, *match.income);
    if (!booked) return said;
    const Income& income = booked->income;
    said = {named(std::string(stream_name(income.stream, words)), income.note, income.contact), income.business_date,
            !booked->paid_on};
  }
  return said;
}

}  // namespace

std::string match_said(const Database& database, const Profile& profile, const BankMatch& match) {
  return said_of(database, profile.screen_words(), match).what;
}

BankBook bank_book(const Database& database, const Profile& profile, Date from, Date to) {
  BankBook book;
  book.opening = book.closing = bank_balance(database, from.plus_days(-1));
  for (BankLine& line : bank_lines(database, from, to)) {
    book.closing += line.amount;
    BankBookRow row{.balance = book.closing};
    if (const auto match = find_match(database, line.id)) {
      row.state = BankState::Matched;
      row.what = match_said(database, profile, *match);
    } else if (is_left_out(database, line.id)) {
      row.state = BankState::LeftOut;
      row.what = profile.screen_words()(N_("Not business"));
    }
    row.line = std::move(line);
    book.rows.push_back(std::move(row));
  }
  book.open = unmatched_bank_lines(database);
  book.suggested = suggested_matches(database);
  return book;
}

std::vector<BankGuess> bank_guesses(const Database& database, const Profile& profile, Id<BankLine> id) {
  std::vector<BankGuess> guesses;
  const auto line = find_bank_line(database, id);
  if (!line) return guesses;
  const Words& words = profile.screen_words();
  for (BankMatch& match : possible_matches(database, *line)) {
    const Said said = said_of(database, words, match);
    std::string below = words.weekday_date(said.day);
    if (match.fee > Money{})
      below += " \u00B7 " +
               fmt::format(fmt::runtime(words(N_("the bank kept {}"))), words.money(match.fee, profile.money()));
    if (said.is_open) below += " \u00B7 " + std::string(words(N_("not paid yet")));
    guesses.push_back({std::move(match), said.what, std::move(below)});
  }
  return guesses;
}

}  // namespace lapak
