// books: what can be done with what the bank says.
#include "core/books/bank_commands.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/books/bank_store.h"
#include "core/books/expense_commands.h"
#include "core/journal/fact_json.h"
#include "core/sale/sale_commands.h"

namespace lapak {

// Without its words.
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(BankLine, id, account, day, amount)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(BankMatch, line, payments, expense, income, fee)

namespace {

constexpr std::string_view line_known = "books.bank_line", line_matched = "books.bank_matched";

struct LineText {
  std::string text;
};
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(LineText, text)

Fact matched_fact(const BankMatch& match, bool matched) {
  return {std::string(line_matched), Json{{"match", match}, {"matched", matched}}, Json()};
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

Result<Decision> decide_one(const MatchBank& command, const Deciding& deciding) {
  Decision decision;
  const auto take_over = [&](Decision part) {
    std::ranges::move(part.facts, std::back_inserter(decision.facts));
    decision.opposite.insert(decision.opposite.begin(), part.opposite.begin(), part.opposite.end());
  };
  for (const BankMatch& match : command.matches) {
    const std::optional<BankLine> line = find_bank_line(deciding.database, match.line);
    if (!line || is_matched(deciding.database, match.line)) return refuse(ProblemCode::NotInTheBooks);
    BankMatch written = match;
    if (match.fee > Money{}) {
      Expense fee{.category = std::string(kFeesCategory), .amount = match.fee, .paid_from = PaidFrom::Bank};
      fee.business_date = line->day;
      Result<Decision> booked = decide(ExpenseCommand(BookExpense{fee}), deciding);
      if (!booked) return booked;
      written.expense = Id<Expense>{booked->outcome.subject};
      take_over(*std::move(booked));
    }
    for (const Id<Payment>& payment : match.payments) {
      if (!is_waited_for(deciding.database, payment)) continue;
      Result<Decision> seen = decide(SaleCommand(MarkPaymentSeen{payment}), deciding);
      if (!seen) return seen;
      take_over(*std::move(seen));
    }
    decision.facts.push_back(matched_fact(written, true));
    decision.opposite.insert(decision.opposite.begin(), matched_fact(written, false));
  }
  decision.outcome = {.kind = "match_bank", .label = std::to_string(command.matches.size()), .is_undoable = true};
  return decision;
}

}  // namespace

Result<Decision> decide(const BankCommand& command, const Deciding& deciding) {
  return std::visit([&](const auto& one) { return decide_one(one, deciding); }, command);
}

void apply_bank(const Fact& fact, const Applying& applying) {
  if (fact.kind == line_known) {
    const auto words = personal_words<LineText>(fact);
    return put_bank_line(applying.database, fact.body.get<BankLine>(),
                         words ? std::optional(words->text) : std::nullopt, applying.header.at, applying.header.who);
  }
  LAPAK_ASSERT(fact.kind == line_matched);
  put_bank_match(applying.database, fact.body.at("match").get<BankMatch>(),
                 fact.body.at("matched").get<bool>() ? Matched::Yes : Matched::No);
}

std::optional<Id<BankLine>> bank_line_of(const Fact& fact) {
  if (fact.kind != line_known) return std::nullopt;
  return fact.body.at("id").get<Id<BankLine>>();
}

}  // namespace lapak
