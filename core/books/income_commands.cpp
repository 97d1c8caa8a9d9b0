// books: what can be done with incomes and hours.
#include "core/books/income_commands.h"

#include "core/books/bank_commands.h"
#include "core/books/books_facts.h"
#include "core/books/income_store.h"
#include "core/profile/profile.h"
#include "core/sale/open_day.h"

namespace lapak {

NLOHMANN_JSON_SERIALIZE_ENUM(Stream, {{Stream::Goods, "goods"},
                                      {Stream::Orders, "orders"},
                                      {Stream::Classes, "classes"},
                                      {Stream::Content, "content"},
                                      {Stream::Volunteering, "volunteering"},
                                      {Stream::Other, "other"}})
NLOHMANN_JSON_SERIALIZE_ENUM(PaidInto, {{PaidInto::Till, "till"},
                                        {PaidInto::Bank, "bank"},
                                        {PaidInto::OwnPocket, "own"},
                                        {PaidInto::NotYet, "later"}})
// Without its words.
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Income, id, business_date, stream, amount, contact, paid_into, due)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(IncomePayment, paid_into, business_date)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(WorkTime, id, business_date, stream, minutes)

namespace {

struct IncomeBooked {
  static constexpr std::string_view kind = "books.income_booked";
  Income income;
  std::optional<Id<CashEntry>> cash_entry;
};
struct IncomeText {
  std::string note;
};
struct IncomeWithdrawn {
  static constexpr std::string_view kind = "books.income_withdrawn";
  Id<Income> income;
  bool withdrawn = true;
  std::optional<Id<CashEntry>> cash_entry;
};
struct IncomePaid {
  static constexpr std::string_view kind = "books.income_paid";
  Id<Income> income;
  std::optional<IncomePayment> payment;  // none: it is owed again
  std::optional<Id<CashEntry>> cash_entry;
};
constexpr std::string_view time_noted = "books.time_noted";

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(IncomeBooked, income, cash_entry)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(IncomeText, note)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(IncomeWithdrawn, income, withdrawn, cash_entry)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(IncomePaid, income, payment, cash_entry)

Date today_of(const Deciding& deciding) {
  return trading_day(deciding.database, deciding.now, deciding.zone).business_date;
}

Result<Drawer> drawer(const Income& income, PaidInto into, Money amount, const Deciding& deciding) {
  return through_drawer(into == PaidInto::Till ? ByTill::Yes : ByTill::No, amount,
                        std::string(stream_name(income.stream, deciding.profile.words())), deciding);
}

// Gives the bank's match it stood in.
Result<std::optional<BankMatch>> withdraw(Decision& decision, const BookedIncome& booked, const Deciding& deciding) {
  const Income& income = booked.income;
  const auto cash = drawer(income, booked.paid_later.value_or(income.paid_into), -income.amount, deciding);
  if (!cash) return std::unexpected(cash.error());
  std::optional<BankMatch> loosened = loosen_match(decision, deciding.database, income.id.bytes);
  add_both_ways(decision, *cash, fact_of(IncomeWithdrawn{income.id, true, entry_of(cash->there)}),
                fact_of(IncomeWithdrawn{income.id, false, entry_of(cash->back)}));
  return loosened;
}

Decision decided(Decision decision, std::string_view kind, const Income& income, const Words& words) {
  decision.outcome = {.kind = std::string(kind),
                      .subject = income.id.bytes,
                      .label = std::string(stream_name(income.stream, words)),
                      .is_undoable = true};
  return decision;
}

// An income that still counts. Problems: NotInTheBooks.
Result<BookedIncome> standing_income(const Database& database, Id<Income> id) {
  std::optional<BookedIncome> booked = find_income(database, id);
  if (!booked || booked->withdrawn) return refuse(ProblemCode::NotInTheBooks);
  return *std::move(booked);
}

Result<Decision> decide_one(const NoteTime& command, const Deciding& deciding) {
  if (command.minutes == 0) return refuse(ProblemCode::QuantityZero);
  if (command.minutes > kLongestWork_minutes || command.minutes < -kLongestWork_minutes)
    return refuse(ProblemCode::QuantityTooLarge);
  WorkTime time{.id = deciding.ids.next<WorkTime>(),
                .business_date = command.day.value_or(today_of(deciding)),
                .stream = command.stream,
                .minutes = command.minutes};
  Decision decision;
  decision.facts.push_back({std::string(time_noted), Json(time), Json()});
  time.id = deciding.ids.next<WorkTime>();
  time.minutes = -time.minutes;
  decision.opposite.push_back({std::string(time_noted), Json(time), Json()});
  decision.outcome = {.kind = "note_time",
                      .label = std::string(stream_name(command.stream, deciding.profile.words())),
                      .is_undoable = true};
  return decision;
}

Result<Decision> decide_one(const BookIncome& command, const Deciding& deciding) {
  Result<Income> income = checked_income(command.income);
  if (!income) return std::unexpected(income.error());
  if (income->contact && !find_contact(deciding.database, *income->contact)) return refuse(ProblemCode::ContactUnknown);
  Decision decision;
  std::optional<BankMatch> match;  // that still holds of what is said in the former's place
  if (!income->id.is_nil()) {
    const Result<BookedIncome> former = standing_income(deciding.database, income->id);
    if (!former) return std::unexpected(former.error());
    auto loosened = withdraw(decision, *former, deciding);
    if (!loosened) return std::unexpected(loosened.error());
    if (income->amount == former->income.amount && income->paid_into == PaidInto::Bank) match = *std::move(loosened);
  }
  income->id = deciding.ids.next<Income>();
  if (income->paid_into == PaidInto::Till || income->business_date == Date{})
    income->business_date = today_of(deciding);
  const auto cash = drawer(*income, income->paid_into, income->amount, deciding);
  if (!cash) return std::unexpected(cash.error());
  add_both_ways(decision, *cash, personal_fact(IncomeBooked{*income, entry_of(cash->there)}, IncomeText{income->note}),
                fact_of(IncomeWithdrawn{income->id, true, entry_of(cash->back)}));
  if (match) {
    match->income = income->id;
    match_again(decision, *match);
  }
  if (command.minutes != 0) {
    Result<Decision> noted = decide_one(NoteTime{income->stream, command.minutes, income->business_date}, deciding);
    if (!noted) return noted;
    std::ranges::move(noted->facts, std::back_inserter(decision.facts));
    std::ranges::move(noted->opposite, std::back_inserter(decision.opposite));
  }
  return decided(std::move(decision), "book_income", *income, deciding.profile.words());
}

Result<Decision> decide_one(const TakeBackIncome& command, const Deciding& deciding) {
  const Result<BookedIncome> booked = standing_income(deciding.database, command.income);
  if (!booked) return std::unexpected(booked.error());
  Decision decision;
  if (auto withdrawn = withdraw(decision, *booked, deciding); !withdrawn) return std::unexpected(withdrawn.error());
  return decided(std::move(decision), "take_back_income", booked->income, deciding.profile.words());
}

Result<Decision> decide_one(const ReceiveIncome& command, const Deciding& deciding) {
  LAPAK_ASSERT(command.into != PaidInto::NotYet);
  const Result<BookedIncome> booked = standing_income(deciding.database, command.income);
  if (!booked) return std::unexpected(booked.error());
  if (booked->paid_on) return refuse(ProblemCode::NotInTheBooks);
  const Income& income = booked->income;
  const auto cash = drawer(income, command.into, income.amount, deciding);
  if (!cash) return std::unexpected(cash.error());
  Decision decision;
  add_both_ways(decision, *cash,
                fact_of(IncomePaid{income.id, IncomePayment{command.into, today_of(deciding)}, entry_of(cash->there)}),
                fact_of(IncomePaid{income.id, std::nullopt, entry_of(cash->back)}));
  return decided(std::move(decision), "receive_income", income, deciding.profile.words());
}

}  // namespace

Result<Decision> decide(const IncomeCommand& command, const Deciding& deciding) {
  return std::visit([&](const auto& one) { return decide_one(one, deciding); }, command);
}

void apply_income(const Fact& fact, const Applying& applying) {
  Database& database = applying.database;
  if (fact.kind == IncomeBooked::kind) {
    auto booked = fact.body.get<IncomeBooked>();
    booked.income.at = applying.header.at;
    const auto text = personal_words<IncomeText>(fact);
    if (text) booked.income.note = text->note;
    put_income(database, booked.income, applying.header.who, text ? PersonalWords::Known : PersonalWords::Forgotten);
    if (booked.cash_entry) put_income_cash(database, booked.income.id, *booked.cash_entry);
  } else if (fact.kind == IncomePaid::kind) {
    const auto paid = fact.body.get<IncomePaid>();
    put_income_paid(database, paid.income, paid.payment);
    if (paid.cash_entry) put_income_cash(database, paid.income, *paid.cash_entry);
  } else if (fact.kind == IncomeWithdrawn::kind) {
    const auto withdrawn = fact.body.get<IncomeWithdrawn>();
    put_income_withdrawn(database, withdrawn.income, withdrawn.withdrawn ? TakenBackIncome::Yes : TakenBackIncome::No);
    if (withdrawn.cash_entry) put_income_cash(database, withdrawn.income, *withdrawn.cash_entry);
  } else {
    LAPAK_ASSERT(fact.kind == time_noted);
    put_work_time(database, fact.body.get<WorkTime>(), applying.header.who);
  }
}

std::optional<Id<Contact>> payer_of(const Fact& fact) {
  if (fact.kind != IncomeBooked::kind) return std::nullopt;
  return fact.body.get<IncomeBooked>().income.contact;
}

}  // namespace lapak
