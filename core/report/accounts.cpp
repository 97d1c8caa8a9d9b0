// report: every fact about money as a booking between accounts.
#include "core/report/accounts.h"

#include <algorithm>
#include <map>

#include "core/books/bank.h"
#include "core/books/expense.h"
#include "core/books/income.h"
#include "core/people/people_store.h"
#include "core/sale/sale.h"

namespace lapak {
namespace {

// The roots stay English, so that hledger knows what kind of account each is.
class Chart {
 public:
  explicit Chart(const Words& words) : words_(words) {}

  std::string tills() const { return under("Assets", N_("Drawer")) + ":"; }
  std::string till(std::string_view till) const { return tills() + account_part(till); }
  std::string bank() const { return under("Assets", N_("Bank")); }
  std::string imported() const { return under("Assets", N_("Imported")); }
  std::string receivable() const { return under("Assets", N_("Owed to me")); }
  std::string exchange() const { return under("Assets", N_("Exchange")); }
  std::string deposits() const { return under("Liabilities", N_("Deposits")); }
  std::string tax(std::string_view name) const { return under("Liabilities", N_("Tax")) + ":" + account_part(name); }
  std::string partner(std::string_view name) const {
    return under("Liabilities", N_("Partners")) + ":" + account_part(name);
  }
  std::string payable() const { return under("Liabilities", N_("Owed by me")); }
  std::string owner() const { return under("Equity", N_("Owner")); }
  std::string unexplained() const { return under("Equity", N_("Unexplained")); }
  std::string stream(Stream stream) const { return "Income:" + account_part(stream_name(stream, words_)); }
  std::string tips() const { return under("Income", N_("Tips")); }
  std::string rounding() const { return under("Income", N_("Rounding")); }
  std::string till_difference() const { return under("Income", N_("Till differences")); }
  std::string shares_got() const { return under("Income", N_("Shares from partners")); }
  std::string shares_given() const { return under("Expenses", N_("Shares of partners")); }
  std::string expense(std::string_view category) const {
    return "Expenses:" + account_part(expense_category_name(category, words_));
  }
  // Where a payment lies that is no cash.
  std::string of_method(Method method) const {
    if (method == Method::Deposit) return deposits();
    if (method == Method::Exchange) return exchange();
    if (method == Method::Imported) return imported();
    LAPAK_ASSERT(method != Method::Cash);
    return under("Assets", N_("Underway")) + ":" + account_part(method_name(method, words_));
  }
  std::string_view words(std::string_view english) const { return words_(english); }

 private:
  std::string under(std::string_view root, std::string_view leaf) const {
    return std::string(root) + ":" + account_part(words_(leaf));
  }
  const Words& words_;
};

class Reading {
 public:
  Reading(const Database& database, const Profile& profile) : database_(database), chart_(profile.words()) {}

  std::vector<Booking> of_bank(Date from, Date to) {
    add_expenses(from, to);
    add_incomes(from, to);
    add_bank(from, to);
    return in_order();
  }
  std::vector<Booking> all(Date from, Date to) {
    add_tills(from, to);  // floats first, so that no drawer gives what it has not got
    add_sales(from, to);
    add_later_payments(from, to);
    add_partners(from, to);
    add_expenses(from, to);
    add_incomes(from, to);
    add_bank(from, to);
    std::ranges::move(closings_, std::back_inserter(bookings_));
    return in_order();
  }

 private:
  std::vector<Booking> in_order() {
    std::erase_if(bookings_, [](const Booking& booking) { return booking.postings.empty(); });
    std::ranges::stable_sort(bookings_, {}, &Booking::date);
    return std::move(bookings_);
  }

  Booking& add(Date date, std::string_view what, std::string code = {}) {
    return bookings_.emplace_back(Booking{date, std::move(code), std::string(what), {}});
  }
  std::string account_of_payment(std::string_view method, std::string_view till) const {
    const Method known = find_method(method).value();
    return known == Method::Cash ? chart_.till(till) : chart_.of_method(known);
  }

  // What the lines brought, by stream, without the tax in them.
  void post_lines(Booking& booking, const IdBytes& sale, Stream ordered) {
    Money goods, work;
    for (Rows rows = database_.query(
             "SELECT l.amount - CASE WHEN t.included THEN l.tax ELSE 0 END, l.product IS NULL "
             "FROM sale_line l LEFT JOIN sale_tax t ON t.sale = l.sale AND t.position = l.tax_of WHERE l.sale = ?",
             Blob(sale));
         rows.next();)
      (rows.get<bool>(1) && ordered != Stream::Goods ? work : goods) += rows.get<Money>(0);
    booking.post(chart_.stream(Stream::Goods), -goods);
    booking.post(chart_.stream(ordered), -work);
    for (Rows rows = database_.query("SELECT name, amount FROM sale_tax WHERE sale = ?", Blob(sale)); rows.next();)
      booking.post(chart_.tax(rows.get<std::string_view>(0)), -rows.get<Money>(1));
  }

  void add_sales(Date from, Date to) {
    for (Rows rows = database_.query(
             "SELECT s.id, s.business_date, s.number, s.kind, s.rounding, s.tip, s.owed, "
             "coalesce(s.custom_order, c.custom_order) IS NOT NULL, "
             "coalesce(s.custom_order, c.custom_order) IN (SELECT custom_order FROM class_seat), s.till "
             "FROM sale s LEFT JOIN sale c ON c.id = s.corrects WHERE s.business_date BETWEEN ? AND ? ORDER BY s.rowid",
             from, to);
         rows.next();) {
      const auto id = rows.get<Id<Sale>>(0);
      const auto kind = rows.get<std::string_view>(3);
      Booking& booking = add(rows.get<Date>(1),
                             chart_.words(kind == "sale"      ? N_("Sale")
                                          : kind == "refund"  ? N_("Refund")
                                          : kind == "deposit" ? N_("Deposit")
                                                              : N_("Void")),
                             rows.get<std::string>(2));
      post_lines(booking, id.bytes,
                 !rows.get<bool>(7)  ? Stream::Goods
                 : rows.get<bool>(8) ? Stream::Classes
                                     : Stream::Orders);
      booking.post(chart_.rounding(), -rows.get<Money>(4));
      booking.post(chart_.tips(), -rows.get<Money>(5));
      booking.post(chart_.receivable(), rows.get<Money>(6));
      for (Rows paid = database_.query("SELECT method, amount, coalesce(till_day.till, ?2) FROM payment "
                                       "LEFT JOIN till_day ON till_day.id = payment.till_day "
                                       "WHERE sale = ?1 AND NOT later",
                                       id, rows.get<std::string_view>(9));
           paid.next();)
        booking.post(account_of_payment(paid.get<std::string_view>(0), paid.get<std::string_view>(2)),
                     paid.get<Money>(1));
    }
  }

  void add_later_payments(Date from, Date to) {
    for (Rows rows = database_.query(
             "SELECT p.business_date, s.number, p.method, p.amount, coalesce(d.till, s.till) FROM payment p JOIN sale "
             "s ON s.id = p.sale "
             "LEFT JOIN till_day d ON d.id = p.till_day WHERE p.later AND p.business_date BETWEEN ? AND ? "
             "ORDER BY p.rowid",
             from, to);
         rows.next();) {
      Booking& booking = add(rows.get<Date>(0), chart_.words(N_("Paid later")), rows.get<std::string>(1));
      const Money amount = rows.get<Money>(3);
      booking.post(account_of_payment(rows.get<std::string_view>(2), rows.get<std::string_view>(4)), amount);
      booking.post(chart_.receivable(), -amount);
    }
  }

  // Cash that changed hands with a partner went through the till, and from there through the owner's account.
  void add_partners(Date from, Date to) {
    for (Rows rows = database_.query("SELECT business_date, partner, book, kind, amount, paid_by FROM partner_entry "
                                     "WHERE business_date BETWEEN ? AND ? ORDER BY rowid",
                                     from, to);
         rows.next();) {
      const auto book = rows.get<std::string_view>(2), kind = rows.get<std::string_view>(3);
      const std::string counter = kind == "settled"
                                      ? rows.get<std::string>(5) == "transfer" ? chart_.bank() : chart_.owner()
                                  : book == "neighbour" ? chart_.owner()
                                  : book == "shelf"     ? chart_.shares_got()
                                                        : chart_.shares_given();
      Booking& booking = add(rows.get<Date>(0), chart_.words(N_("Partner")));
      const Money amount = rows.get<Money>(4);
      booking.post(counter, amount);
      booking.post(chart_.partner(kept_name(database_, rows.get<Id<Contact>>(1))), -amount);
    }
  }

  // From the till they are posted with its movements.
  void add_expenses(Date from, Date to) {
    const auto source = [&](PaidFrom paid_from) {
      return paid_from == PaidFrom::Bank ? chart_.bank() : chart_.owner();
    };
    for (Rows rows = database_.query("SELECT business_date, category, amount, paid_from FROM expense "
                                     "WHERE paid_from <> 'till' AND business_date BETWEEN ? AND ? "
                                     "AND id NOT IN (SELECT expense FROM expense_withdrawn) ORDER BY rowid",
                                     from, to);
         rows.next();) {
      const PaidFrom paid_from = find_paid_from(rows.get<std::string_view>(3)).value();
      Booking& booking = add(rows.get<Date>(0), chart_.words(N_("Expense")));
      booking.post(chart_.expense(rows.get<std::string_view>(1)), rows.get<Money>(2));
      booking.post(paid_from == PaidFrom::NotYet ? chart_.payable() : source(paid_from), -rows.get<Money>(2));
    }
    for (Rows rows = database_.query("SELECT p.business_date, e.amount, p.paid_from FROM expense_paid p "
                                     "JOIN expense e ON e.id = p.expense WHERE p.paid_from <> 'till' "
                                     "AND p.business_date BETWEEN ? AND ? "
                                     "AND e.id NOT IN (SELECT expense FROM expense_withdrawn) ORDER BY e.rowid",
                                     from, to);
         rows.next();) {
      Booking& booking = add(rows.get<Date>(0), chart_.words(N_("Expense paid")));
      booking.post(chart_.payable(), rows.get<Money>(1));
      booking.post(source(find_paid_from(rows.get<std::string_view>(2)).value()), -rows.get<Money>(1));
    }
  }

  void add_incomes(Date from, Date to) {
    const auto purse = [&](PaidInto paid_into) { return paid_into == PaidInto::Bank ? chart_.bank() : chart_.owner(); };
    for (Rows rows = database_.query("SELECT business_date, stream, amount, paid_into FROM income "
                                     "WHERE paid_into <> 'till' AND business_date BETWEEN ? AND ? "
                                     "AND id NOT IN (SELECT income FROM income_withdrawn) ORDER BY rowid",
                                     from, to);
         rows.next();) {
      const PaidInto paid_into = find_paid_into(rows.get<std::string_view>(3)).value();
      Booking& booking = add(rows.get<Date>(0), chart_.words(N_("Income")));
      booking.post(chart_.stream(find_stream(rows.get<std::string_view>(1)).value()), -rows.get<Money>(2));
      booking.post(paid_into == PaidInto::NotYet ? chart_.receivable() : purse(paid_into), rows.get<Money>(2));
    }
    for (Rows rows = database_.query("SELECT p.business_date, i.amount, p.paid_into FROM income_paid p "
                                     "JOIN income i ON i.id = p.income WHERE p.paid_into <> 'till' "
                                     "AND p.business_date BETWEEN ? AND ? "
                                     "AND i.id NOT IN (SELECT income FROM income_withdrawn) ORDER BY i.rowid",
                                     from, to);
         rows.next();) {
      Booking& booking = add(rows.get<Date>(0), chart_.words(N_("Income received")));
      booking.post(purse(find_paid_into(rows.get<std::string_view>(2)).value()), rows.get<Money>(1));
      booking.post(chart_.receivable(), -rows.get<Money>(1));
    }
  }

  // Cash that a till took while no day was open lies in its drawer, and is part of the next float.
  struct Opening {
    Date date;
    Instant at;
  };
  Money taken_between_days(std::string_view till, const Opening& last, const Opening& next) {
    return database_
        .value<Money>(
            "SELECT sum(p.amount) FROM payment p JOIN sale s ON s.id = p.sale WHERE p.till_day IS NULL "
            "AND p.method = 'cash' AND s.till = ? AND p.business_date BETWEEN ? AND ? AND p.at > ? AND p.at <= "
            "?",
            till, last.date, next.date, last.at, next.at)
        .value_or(Money{});
  }

  // Each drawer from its float to its count: what it holds in the books is what was counted.
  void add_tills(Date from, Date to) {
    std::map<std::string, Money> held;
    std::map<std::string, Opening> openings;
    for (Rows rows =
             database_.query("SELECT id, till, business_date, float, "
                             "(SELECT sum(amount) FROM payment WHERE till_day = till_day.id AND method = 'cash'), "
                             "(SELECT counted FROM till_closing WHERE till_day = till_day.id AND NOT EXISTS "
                             "(SELECT 1 FROM till_open WHERE till_day = till_day.id) ORDER BY rowid DESC LIMIT 1), at "
                             "FROM till_day WHERE business_date <= ?2 AND rowid >= coalesce((SELECT max(rowid) "
                             "FROM till_day before WHERE before.till = till_day.till AND before.rowid < "
                             "(SELECT min(rowid) FROM till_day WHERE business_date >= ?1)), 0) ORDER BY rowid",
                             from, to);
         rows.next();) {
      const auto till = rows.get<std::string>(1);
      const auto date = rows.get<Date>(2);
      const std::string account = chart_.till(till);
      Booking opened{date, {}, std::string(chart_.words(N_("Opening float"))), {}};
      // What the first of the days found stands before those asked for, or there was none before it.
      const Opening opening{date, rows.get<Instant>(6)};
      if (date >= from) held[till] += taken_between_days(till, openings[till], opening);
      openings[till] = opening;
      const Money brought = rows.get<Money>(3) - held[till];
      opened.post(account, brought);
      opened.post(chart_.owner(), -brought);
      held[till] = rows.get<Money>(3) + rows.get<std::optional<Money>>(4).value_or(Money{});
      if (date >= from) bookings_.push_back(std::move(opened));
      add_movements(rows.get<Id<TillDay>>(0), date, account, date >= from, held[till]);
      const auto counted = rows.get<std::optional<Money>>(5);
      if (!counted) continue;
      Booking closed{date, {}, std::string(chart_.words(N_("Counted"))), {}};
      closed.post(account, *counted - held[till]);
      closed.post(chart_.till_difference(), held[till] - *counted);
      held[till] = *counted;
      if (date >= from) closings_.push_back(std::move(closed));
    }
  }

  void add_movements(Id<TillDay> day, Date date, const std::string& account, bool is_asked, Money& held) {
    for (Rows rows = database_.query("SELECT c.amount, c.reason, e.category, e.paid_from, i.stream, i.paid_into "
                                     "FROM cash_entry c LEFT JOIN expense_cash ec ON ec.cash_entry = c.id "
                                     "LEFT JOIN expense e ON e.id = ec.expense "
                                     "LEFT JOIN income_cash ic ON ic.cash_entry = c.id "
                                     "LEFT JOIN income i ON i.id = ic.income WHERE c.till_day = ? ORDER BY c.rowid",
                                     day);
         rows.next();) {
      const Money amount = rows.get<Money>(0);
      held += amount;
      if (!is_asked) continue;
      const std::string counter =
          !rows.is_null(2)   ? rows.get<std::string_view>(3) == "later" ? chart_.payable()
                                                                        : chart_.expense(rows.get<std::string_view>(2))
            : !rows.is_null(4) ? rows.get<std::string_view>(5) == "later"
                                     ? chart_.receivable()
                                     : chart_.stream(find_stream(rows.get<std::string_view>(4)).value())
                               : chart_.owner();
      Booking& booking = add(date, rows.get<std::string>(1));
      booking.post(account, amount);
      booking.post(counter, -amount);
    }
  }

  // A line that settles payments is all of them; the fee left the bank with its expense. What was matched with an
  // expense or an income is there already.
  void add_bank(Date from, Date to) {
    for (Rows rows = database_.query("SELECT id, day, amount, coalesce(text, ''), "
                                     "(SELECT count(*) FROM bank_match WHERE line = bank_line.id), "
                                     "id IN (SELECT line FROM bank_left_out) FROM bank_line "
                                     "WHERE day BETWEEN ? AND ? ORDER BY day, id",
                                     from, to);
         rows.next();) {
      Booking& booking = add(rows.get<Date>(1), rows.get<std::string>(3));
      if (rows.get<std::int64_t>(4) == 0) {
        booking.post(chart_.bank(), rows.get<Money>(2));
        booking.post(rows.get<bool>(5) ? chart_.owner() : chart_.unexplained(), -rows.get<Money>(2));
        continue;
      }
      for (Rows paid = database_.query("SELECT method, amount FROM bank_match JOIN payment ON payment.id = subject "
                                       "WHERE line = ? AND what = 'payment'",
                                       rows.get<Id<BankLine>>(0));
           paid.next();) {
        booking.post(chart_.bank(), paid.get<Money>(1));
        booking.post(chart_.of_method(find_method(paid.get<std::string_view>(0)).value()), -paid.get<Money>(1));
      }
    }
  }

  const Database& database_;
  Chart chart_;
  std::vector<Booking> bookings_;
  std::vector<Booking> closings_;  // what was counted, after all else of its day
};

}  // namespace

std::string bank_account(const Words& words) {
  return Chart(words).bank();
}

std::string till_accounts(const Words& words) {
  return Chart(words).tills();
}

std::vector<Booking> bank_bookings(const Database& database, const Profile& profile, Date from, Date to) {
  return Reading(database, profile).of_bank(from, to);
}

Money in_drawers(const Database& database, Date until) {
  return database
             .value<Money>(
                 "SELECT sum(coalesce((SELECT counted FROM till_closing WHERE till_day = d.id AND NOT EXISTS "
                 "(SELECT 1 FROM till_open WHERE till_day = d.id) ORDER BY rowid DESC LIMIT 1), d.float "
                 "+ coalesce((SELECT sum(amount) FROM payment WHERE till_day = d.id AND method = 'cash'), 0) "
                 "+ coalesce((SELECT sum(amount) FROM cash_entry WHERE till_day = d.id), 0))) FROM till_day d "
                 "WHERE d.rowid IN (SELECT max(rowid) FROM till_day WHERE business_date <= ? GROUP BY till)",
                 until)
             .value_or(Money{}) +
         database
             .value<Money>(
                 "SELECT sum(p.amount) FROM payment p JOIN sale s ON s.id = p.sale WHERE p.till_day IS NULL AND "
                 "p.method = "
                 "'cash' AND p.business_date <= ?1 AND p.at > coalesce((SELECT at FROM till_day WHERE till = s.till "
                 "AND "
                 "business_date <= ?1 ORDER BY rowid DESC LIMIT 1), 0)",
                 until)
             .value_or(Money{});
}

std::vector<Booking> bookings(const Database& database, const Profile& profile, Date from, Date to) {
  std::vector<Booking> all = Reading(database, profile).all(from, to);
  for (const Booking& booking : all) LAPAK_ASSERT(is_balanced(booking));
  return all;
}

}  // namespace lapak
