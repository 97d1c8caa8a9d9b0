// books: the rows of incomes and of hours, and the questions about them. What was taken back is in no answer but
// find_income.
#pragma once
#include <optional>
#include <vector>

#include "core/books/income.h"
#include "core/db/database.h"
#include "core/people/people_store.h"
#include "core/till/till.h"

namespace lapak {

// An income and what became of it.
struct BookedIncome {
  Income income;
  std::optional<PaidInto> paid_later;  // of NotYet, once it came
  std::optional<Date> paid_on;         // the business date it came; none: it is owed
  bool withdrawn = false;
};
std::optional<BookedIncome> find_income(const Database& database, Id<Income> id);
// By business date, both inclusive; newest first.
std::vector<BookedIncome> incomes(const Database& database, Date from, Date to);
// Invoices that are open: the earliest due first, those without a day last.
std::vector<BookedIncome> incomes_to_receive(const Database& database);

struct StreamSum {
  Stream stream = Stream::Goods;
  Money income;
  std::int64_t minutes = 0;
};
// What was written down by hand of the streams of these days: incomes, whether they came yet or not, and hours. A row a
// stream, in the order of kStreams.
std::vector<StreamSum> written_down(const Database& database, Date from, Date to);

// Hours of a day on a stream, all that was noted together; newest first, without those that came to nothing.
struct HoursNoted {
  Date business_date;
  Stream stream = Stream::Goods;
  std::int64_t minutes = 0;
};
std::vector<HoursNoted> hours_noted(const Database& database, Date from, Date to);

// Writing, for apply_books alone.
void put_income(Database& database, const Income& income, std::optional<Id<Seller>> who, PersonalWords words);
void put_income_cash(Database& database, Id<Income> income, Id<CashEntry> cash_entry);
struct IncomePayment {
  PaidInto paid_into = PaidInto::Bank;
  Date business_date;
};
// None: it is owed again.
void put_income_paid(Database& database, Id<Income> income, const std::optional<IncomePayment>& payment);
enum class TakenBackIncome { Yes, No };
void put_income_withdrawn(Database& database, Id<Income> income, TakenBackIncome withdrawn);
void put_work_time(Database& database, const WorkTime& time, std::optional<Id<Seller>> who);
// Words about what came from a person, or from those merged into her, become NULL.
void forget_incomes(Database& database, Id<Contact> contact);

}  // namespace lapak
