// report: who owes whom.
#include "core/report/owed.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/books/expense_store.h"
#include "core/books/income_store.h"
#include "core/people/people_store.h"
#include "core/profile/profile.h"

namespace lapak {
namespace {

// "Halo Ratna, …" in her language.
std::string reminder(const Database& database, const Profile& profile, const OwedRow& row) {
  const auto contact = row.contact ? find_contact(database, *row.contact) : std::nullopt;
  if (!contact) return {};
  const auto language = find_language(contact->language);
  const Words& words = language ? Words::in(*language) : profile.words();
  const std::string amount = words.money(row.amount, profile.money());
  const std::string about = row.what.empty() ? amount : fmt::format("{} ({})", amount, row.what);
  return row.due
             ? fmt::format(fmt::runtime(words(N_("Hello {0}, a small reminder: {1} was to be paid by {2}. "
                                                 "Thank you! {3}"))),
                           row.name, about, words.full_date(*row.due), profile.name)
             : fmt::format(fmt::runtime(words(N_("Hello {0}, a small reminder: {1} is still open. Thank you! {2}"))),
                           row.name, about, profile.name);
}

void add_bills(const Database& database, std::vector<OwedRow>& rows) {
  for (Rows bills = database.query(
           "SELECT owed.amount, sale.business_date, sale.number, "
           "(SELECT contact FROM sale_customer WHERE sale_customer.sale = sale.id ORDER BY at DESC LIMIT 1), "
           "custom_order.invoice_due, sale.id FROM owed JOIN sale ON sale.id = owed.sale "
           "LEFT JOIN custom_order ON custom_order.id = sale.custom_order ORDER BY sale.rowid");
       bills.next();)
    rows.push_back({.sale = bills.get<Id<Sale>>(5),
                    .contact = bills.get<std::optional<Id<Contact>>>(3),
                    .name = {},
                    .amount = bills.get<Money>(0),
                    .since = bills.get<Date>(1),
                    .due = bills.get<std::optional<Date>>(4),
                    .what = bills.get<std::string>(2),
                    .message = {}});
}

void put_in_order(const Database& database, std::vector<OwedRow>& rows, Money& sum) {
  for (OwedRow& row : rows) {
    if (row.contact) {
      row.contact = kept_contact(database, *row.contact);
      row.name = kept_name(database, *row.contact);
    }
    sum += row.amount;
  }
  static constexpr Date never{2'932'896};  // 9999-12-31
  std::ranges::stable_sort(rows, {}, [](const OwedRow& row) { return std::pair(row.due.value_or(never), row.since); });
}

}  // namespace

Owed owed(const Database& database, const Profile& profile) {
  Owed all;
  add_bills(database, all.to_me);
  for (const BookedIncome& booked : incomes_to_receive(database))
    all.to_me.push_back({.income = booked.income.id,
                         .contact = booked.income.contact,
                         .name = {},
                         .amount = booked.income.amount,
                         .since = booked.income.business_date,
                         .due = booked.income.due,
                         .what = booked.income.note,
                         .message = {}});
  for (const BookedExpense& booked : expenses_to_pay(database))
    all.by_me.push_back({.expense = booked.expense.id,
                         .contact = booked.expense.contact,
                         .name = {},
                         .amount = booked.expense.amount,
                         .since = booked.expense.business_date,
                         .due = booked.expense.due,
                         .what = booked.expense.note.empty()
                                     ? expense_category_name(booked.expense.category, profile.words())
                                     : booked.expense.note,
                         .message = {}});
  put_in_order(database, all.to_me, all.to_me_sum);
  put_in_order(database, all.by_me, all.by_me_sum);
  for (OwedRow& row : all.to_me) row.message = reminder(database, profile, row);
  return all;
}

}  // namespace lapak
