// books: what can be done with what the bank says.
#include "core/books/bank_commands.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/books/bank_store.h"
#include "core/books/expense_commands.h"
#include "core/books/expense_store.h"
#include "core/books/income_commands.h"
#include "core/books/income_store.h"
#include "core/journal/fact_json.h"
#include "core/sale/sale_commands.h"

namespace lapak {

// Without its words.
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(BankLine, id, account, day, amount)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(BankMatch, line, payments, expense, income, fee)

namespace {

constexpr std::string_view line_known = "books.bank_line", line_matched = "books.bank_matched",
                           line_left_out = "books.bank_left_out";

struct LineText {
  std::string text;
};
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(LineText, text)

Fact matched_fact(const BankMatch& match, bool matched) {
  return {std::string(line_matched), Json{{"match", match}, {"matched", matched}}, Json()};
}

Fact left_out_fact(Id<BankLine> line, bool left_out) {
  return {std::string(line_left_out), Json{{"line", line}, {"left_out", left_out}}, Json()};
}

// `part` after what was decided before it.
void take_over(Decision& decision, Decision part) {
  std::ranges::move(part.facts, std::back_inserter(decision.facts));
  decision.opposite.insert(decision.opposite.begin(), part.opposite.begin(), part.opposite.end());
}

Result<Decision> decide_one(const ImportBank& command, const Deciding& deciding) {
  Decision decision;
  decision.entries = Entries::OneAFact;
  decision.outcome = {.kind = "import_bank", .label = "0"};
  const Result<std::string> account = checked_name(command.account);
  if (!account) return std::unexpected(account.error());
  if (command.lines.empty()) return decision;
  std::vector<BankLine> incoming = command.lines;
  for (BankLine& line : incoming) {
    if (line.amount.is_zero()) return refuse(ProblemCode::QuantityZero);
    if (const auto within = bounded(line.amount); !within) return std::unexpected(within.error());
    Result<std::string> text = checked_note(trimmed(line.text));
    if (!text) return std::unexpected(text.error());
    line.text = *std::move(text);
    line.account = *account;
  }
  const auto [first, last] = std::ranges::minmax(incoming, {}, &BankLine::day);
  const auto known = bank_lines_of(deciding.database, *account, first.day, last.day);
  for (BankLine& line : new_lines(known, incoming)) {
    line.id = deciding.ids.next<BankLine>();
    decision.facts.push_back({std::string(line_known), Json(line), Json(LineText{line.text})});
  }
  decision.outcome.label = std::to_string(decision.facts.size());
  return decision;
}

bool is_waited_for(const Database& database, Id<Payment> payment) {
  return database
      .value<int>("SELECT 1 FROM payment WHERE id = ?1 AND waiting AND id NOT IN (SELECT payment FROM payment_seen)",
                  payment)
      .has_value();
}

// An expense or invoice that was open is paid by the line. Problems: NotInTheBooks (no such one, or taken back).
Result<void> pay_open(Decision& decision, const BankMatch& match, const Deciding& deciding) {
  if (match.expense) {
    const auto booked = find_expense(deciding.database, *match.expense);
    if (!booked || booked->withdrawn) return refuse(ProblemCode::NotInTheBooks);
    if (!booked->paid_on) {
      Result<Decision> paid = decide(ExpenseCommand(PayExpense{*match.expense, PaidFrom::Bank}), deciding);
      if (!paid) return std::unexpected(paid.error());
      take_over(decision, *std::move(paid));
    }
  }
  if (match.income) {
    const auto booked = find_income(deciding.database, *match.income);
    if (!booked || booked->withdrawn) return refuse(ProblemCode::NotInTheBooks);
    if (!booked->paid_on) {
      Result<Decision> received = decide(IncomeCommand(ReceiveIncome{*match.income, PaidInto::Bank}), deciding);
      if (!received) return std::unexpected(received.error());
      take_over(decision, *std::move(received));
    }
  }
  return {};
}

// The line is a payment of a receipt that was owed. Problems: those of SettleOwed.
Result<void> pay_bill(Decision& decision, BankMatch& match, Money amount, const Deciding& deciding) {
  const Tender tender{.method = Method::Transfer, .amount = amount};
  Result<Decision> paid = decide(SaleCommand(SettleOwed{*match.bill, tender}), deciding);
  if (!paid) return std::unexpected(paid.error());
  match.payments = {added_payment(paid->facts.front())};
  match.bill.reset();
  take_over(decision, *std::move(paid));
  return {};
}

bool is_taken(const Database& database, const BankMatch& match) {
  const auto has_line = [&](Id<Payment> payment) { return line_of(database, payment.bytes).has_value(); };
  return std::ranges::any_of(match.payments, has_line) || (match.expense && line_of(database, match.expense->bytes)) ||
         (match.income && line_of(database, match.income->bytes));
}

Result<Decision> decide_one(const MatchBank& command, const Deciding& deciding) {
  Decision decision;
  for (const BankMatch& match : command.matches) {
    const std::optional<BankLine> line = find_bank_line(deciding.database, match.line);
    if (!line || is_settled(deciding.database, match.line) || is_taken(deciding.database, match))
      return refuse(ProblemCode::NotInTheBooks);
    if (const auto paid = pay_open(decision, match, deciding); !paid) return std::unexpected(paid.error());
    BankMatch written = match;
    if (match.bill)
      if (const auto paid = pay_bill(decision, written, line->amount, deciding); !paid)
        return std::unexpected(paid.error());
    if (match.fee > Money{}) {
      Expense fee{.category = std::string(kFeesCategory), .amount = match.fee, .paid_from = PaidFrom::Bank};
      fee.business_date = line->day;
      Result<Decision> booked = decide(ExpenseCommand(BookExpense{fee}), deciding);
      if (!booked) return booked;
      written.expense = Id<Expense>{booked->outcome.subject};
      take_over(decision, *std::move(booked));
    }
    for (const Id<Payment>& payment : match.payments) {
      if (!is_waited_for(deciding.database, payment)) continue;
      Result<Decision> seen = decide(SaleCommand(MarkPaymentSeen{payment}), deciding);
      if (!seen) return seen;
      take_over(decision, *std::move(seen));
    }
    decision.facts.push_back(matched_fact(written, true));
    decision.opposite.insert(decision.opposite.begin(), matched_fact(written, false));
  }
  decision.outcome = {.kind = "match_bank", .label = std::to_string(command.matches.size()), .is_undoable = true};
  return decision;
}

Result<Decision> decide_one(const LeaveOutBankLine& command, const Deciding& deciding) {
  if (!find_bank_line(deciding.database, command.line) || is_settled(deciding.database, command.line))
    return refuse(ProblemCode::NotInTheBooks);
  Decision decision;
  decision.facts.push_back(left_out_fact(command.line, true));
  decision.opposite.push_back(left_out_fact(command.line, false));
  decision.outcome = {.kind = "leave_out_bank_line", .subject = command.line.bytes, .is_undoable = true};
  return decision;
}

Result<Decision> decide_one(const TakeBackMatch& command, const Deciding& deciding) {
  if (!is_settled(deciding.database, command.line)) return refuse(ProblemCode::NotInTheBooks);
  Decision decision;
  if (const auto match = find_match(deciding.database, command.line)) {
    // Beside payments stands their fee; alone an expense is what the line was for, and stays.
    const bool has_fee = match->expense && !match->payments.empty();
    if (has_fee) {
      Result<Decision> withdrawn = decide(ExpenseCommand(TakeBackExpense{*match->expense}), deciding);
      if (!withdrawn) return withdrawn;
      take_over(decision, *std::move(withdrawn));  // which loosens the match
    } else {
      decision.facts.push_back(matched_fact(*match, false));
      decision.opposite.push_back(matched_fact(*match, true));
    }
  } else {
    decision.facts.push_back(left_out_fact(command.line, false));
    decision.opposite.push_back(left_out_fact(command.line, true));
  }
  decision.outcome = {.kind = "take_back_match", .subject = command.line.bytes, .is_undoable = true};
  return decision;
}

}  // namespace

std::optional<BankMatch> loosen_match(Decision& decision, const Database& database, const IdBytes& subject) {
  const auto line = line_of(database, subject);
  if (!line) return std::nullopt;
  std::optional<BankMatch> match = find_match(database, *line);
  decision.facts.push_back(matched_fact(*match, false));
  decision.opposite.insert(decision.opposite.begin(), matched_fact(*match, true));
  return match;
}

void match_again(Decision& decision, const BankMatch& match) {
  decision.facts.push_back(matched_fact(match, true));
  decision.opposite.insert(decision.opposite.begin(), matched_fact(match, false));
}

Result<Decision> decide(const BankCommand& command, const Deciding& deciding) {
  return std::visit([&](const auto& one) { return decide_one(one, deciding); }, command);
}

void apply_bank(const Fact& fact, const Applying& applying) {
  if (fact.kind == line_known) {
    const auto words = personal_words<LineText>(fact);
    return put_bank_line(applying.database, fact.body.get<BankLine>(),
                         words ? std::optional(words->text) : std::nullopt, applying.header.at, applying.header.who);
  }
  if (fact.kind == line_left_out)
    return put_left_out(applying.database, fact.body.at("line").get<Id<BankLine>>(),
                        fact.body.at("left_out").get<bool>() ? LeftOut::Yes : LeftOut::No);
  LAPAK_ASSERT(fact.kind == line_matched);
  put_bank_match(applying.database, fact.body.at("match").get<BankMatch>(),
                 fact.body.at("matched").get<bool>() ? Matched::Yes : Matched::No);
}

std::optional<Id<BankLine>> bank_line_of(const Fact& fact) {
  if (fact.kind != line_known) return std::nullopt;
  return fact.body.at("id").get<Id<BankLine>>();
}

}  // namespace lapak
