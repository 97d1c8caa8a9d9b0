// cli: the books beyond expenses: incomes, pots, tax, the bank and classes.
#include "app/cli/livelihood.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/cli/arguments.h"
#include "app/cli/rows.h"
#include "core/books/bank_store.h"
#include "core/books/class_store.h"
#include "core/books/income_store.h"
#include "core/books/pot_store.h"
#include "core/books/tax_commands.h"
#include "core/exchange/bank_file.h"
#include "core/exchange/xlsx.h"
#include "core/order/order_store.h"
#include "core/paper/pdf.h"
#include "core/report/bank_book.h"
#include "core/report/cash_book.h"
#include "core/report/class_report.h"
#include "core/report/livelihood.h"
#include "core/report/owed.h"
#include "core/report/tax_report.h"
#include "core/shop/books_papers.h"
#include "core/words/sentences.h"

namespace lapak {
namespace {

using OrderedJson = nlohmann::ordered_json;

OrderedJson amount_json(const std::optional<Money>& amount) {
  return amount ? OrderedJson(amount->minor) : OrderedJson();
}
OrderedJson date_json(const std::optional<Date>& day) {
  return day ? OrderedJson(day->iso()) : OrderedJson();
}

// "12.5" percent is 1250 of kWholeShare. Problems: NotAQuantity, ShareOutOfRange.
Result<std::int64_t> share_argument(const std::string& typed) {
  if (typed.empty()) return 0;
  const Result<Quantity> percent = parse_quantity(typed, NumberStyle::PointDecimal);
  if (!percent) return std::unexpected(percent.error());
  if (percent->thousandths % 10 != 0) return refuse(ProblemCode::ShareOutOfRange);
  return percent->thousandths / 10;
}

// The pot of a kind, or an own one of that name. Problems: NotInTheBooks.
Result<PotStanding> pot_argument(const Shop& shop, const std::string& name) {
  const auto kind = find_pot_kind(name);
  for (const PotStanding& standing : pots(shop.facts()))
    if (kind && kind != PotKind::Own ? standing.pot.kind == *kind : standing.pot.name == name) return standing;
  return refuse(ProblemCode::NotInTheBooks);
}

// "14:00" → 840. Problems: NotADate.
Result<int> time_argument(const std::string& typed) {
  int hour = 0, minute = 0;
  char rest = 0;
  if (std::sscanf(typed.c_str(), "%2d:%2d%c", &hour, &minute, &rest) != 2 || hour < 0 || hour > 23 || minute < 0 ||
      minute > 59)
    return refuse(ProblemCode::NotADate, typed);
  return hour * 60 + minute;
}

Result<Command> income_command(Shop& shop, const BooksRequest& request) {
  const Result<Money> amount = parse_amount_argument(request.amount, shop.profile().money());
  if (!amount) return std::unexpected(amount.error());
  const auto day = day_argument(request.day), due = day_argument(request.due);
  if (!day) return std::unexpected(day.error());
  if (!due) return std::unexpected(due.error());
  Income income{.business_date = day->value_or(Date{}),
                .stream = find_stream(request.stream).value(),
                .amount = *amount,
                .paid_into = find_paid_into(request.paid_into).value(),
                .due = *due,
                .note = request.note};
  if (!request.contact.empty()) {
    const Result<Id<Contact>> contact = client_argument(shop, request.contact);
    if (!contact) return std::unexpected(contact.error());
    income.contact = *contact;
  }
  return BookIncome{income};
}

Result<Command> pot_command(const Shop& shop, const BooksRequest& request) {
  const Result<std::int64_t> share = share_argument(request.percent);
  if (!share) return std::unexpected(share.error());
  Pot pot{.kind = find_pot_kind(request.name).value_or(PotKind::Own), .name = request.name};
  if (const Result<PotStanding> known = pot_argument(shop, request.name)) pot = known->pot;
  pot.share = *share;
  pot.full_at.reset();
  if (!request.full_at.empty()) {
    const Result<Money> full_at = parse_amount_argument(request.full_at, shop.profile().money());
    if (!full_at) return std::unexpected(full_at.error());
    pot.full_at = *full_at;
  }
  return SavePot{pot};
}

// Problems: those of pot_argument.
Result<Command> hide_command(const Shop& shop, const BooksRequest& request) {
  Result<PotStanding> known = pot_argument(shop, request.name);
  if (!known) return std::unexpected(known.error());
  known->pot.hidden = true;
  return SavePot{known->pot};
}

Result<Command> move_command(const Shop& shop, const BooksRequest& request) {
  const Result<PotStanding> standing = pot_argument(shop, request.name);
  if (!standing) return std::unexpected(standing.error());
  const Result<Money> amount = parse_amount_argument(request.amount, shop.profile().money());
  if (!amount) return std::unexpected(amount.error());
  return MovePots{{{standing->pot.id, *amount}}, {}};
}

Result<Command> share_command(const Shop& shop, const BooksRequest& request) {
  const auto typed = day_argument(request.day);
  if (!typed) return std::unexpected(typed.error());
  const Date day = typed->value_or(shop.today());
  const std::vector<PotStanding> standings = pots(shop.facts());
  const Sharing sharing = shared_out(money_of_day(shop.facts(), day), standings);
  MovePots move{.parts = {}, .of_day = day};
  for (std::size_t i = 0; i < standings.size(); ++i) move.parts.push_back({standings[i].pot.id, sharing.pots[i]});
  return move;
}

Result<Command> tax_command(const Shop& shop, const BooksRequest& request) {
  const auto day = day_argument(request.day);
  if (!day) return std::unexpected(day.error());
  const Result<std::int64_t> share = share_argument(request.percent);
  if (!share) return std::unexpected(share.error());
  TaxChoice choice{day->value_or(shop.today().first_of_month()), request.name, {*share, kWholeShare}};
  if (!request.free_each_year.empty()) {
    const Result<Money> free = parse_amount_argument(request.free_each_year, shop.profile().money());
    if (!free) return std::unexpected(free.error());
    choice.free_each_year = *free;
  }
  choice.due_day = static_cast<int>(request.due_day);
  choice.source = request.source;
  return ChooseTax{choice};
}

// What the month comes to where no amount is said. Problems: NotADate, and those of an amount.
Result<Command> pay_tax_command(const Shop& shop, const BooksRequest& request) {
  const auto month = parse_date(request.day + "-01");
  if (!month) return refuse(ProblemCode::NotADate, request.day);
  PayTax command{.month = *month, .amount = {}, .from = find_paid_from(request.paid_from).value()};
  if (!request.amount.empty()) {
    const Result<Money> amount = parse_amount_argument(request.amount, shop.profile().money());
    if (!amount) return std::unexpected(amount.error());
    command.amount = *amount;
    return command;
  }
  for (const TaxReportMonth& one : tax_report(shop.facts(), month->year(), shop.today()))
    if (one.turnover.month == *month) command.amount = one.turnover.tax;
  return command;
}

Result<Id<BankLine>> bank_line_argument(const std::string& typed) {
  const auto bytes = parse_id(typed);
  if (!bytes) return refuse(ProblemCode::NotInTheBooks);
  return Id<BankLine>{*bytes};
}

// Problems: NotInTheBooks.
Result<ClassSession> class_argument(const Shop& shop, const BooksRequest& request) {
  const auto session = find_class(shop.facts(), request.name, shop.today());
  if (!session) return refuse(ProblemCode::NotInTheBooks);
  return *session;
}

Attendance attendance_argument(const std::string& typed) {
  return typed == "came" ? Attendance::Came : typed == "missed" ? Attendance::Missed : Attendance::Unknown;
}

Result<Command> seat_command(Shop& shop, const BooksRequest& request) {
  Result<ClassSession> session = class_argument(shop, request);
  if (!session) return std::unexpected(session.error());
  if (request.act == BooksAct::CallOffClass) {
    session->called_off = true;
    return SaveClass{*session};
  }
  if (request.act == BooksAct::Attend) {
    const auto order = find_order(shop.facts(), request.order);
    if (!order || class_of(shop.facts(), order->id) != session->id) return refuse(ProblemCode::NotInTheBooks);
    return NoteAttendance{order->id, attendance_argument(request.attendance)};
  }
  const Result<Id<Contact>> client = client_argument(shop, request.contact);
  if (!client) return std::unexpected(client.error());
  return JoinClass{session->id, *client, request.seats, request.note};
}

Result<Command> class_command(Shop& shop, const BooksRequest& request) {
  const auto day = day_argument(request.day);
  if (!day) return std::unexpected(day.error());
  const Result<int> begins = time_argument(request.begins);
  if (!begins) return std::unexpected(begins.error());
  const Result<Money> price = parse_amount_argument(request.amount, shop.profile().money());
  if (!price) return std::unexpected(price.error());
  ClassSession session{.name = request.name,
                       .place = request.stall,
                       .day = day->value_or(shop.today()),
                       .begins_minutes = *begins,
                       .seats = request.seats,
                       .price = *price,
                       .deposit_percent = request.deposit_percent,
                       .note = request.note};
  if (request.minutes > 0) session.minutes = request.minutes;
  return SaveClass{session};
}

Result<Command> command_of(Shop& shop, const BooksRequest& request) {
  switch (request.act) {
    case BooksAct::Income:
      return income_command(shop, request);
    case BooksAct::TakeBackIncome: {
      const auto id = parse_id(request.id);
      if (!id) return refuse(ProblemCode::NotInTheBooks);
      return TakeBackIncome{Id<Income>{*id}};
    }
    case BooksAct::Receive: {
      const auto id = parse_id(request.id);
      if (!id) return refuse(ProblemCode::NotInTheBooks);
      return ReceiveIncome{Id<Income>{*id}, find_paid_into(request.paid_into).value()};
    }
    case BooksAct::Time: {
      const auto day = day_argument(request.day);
      if (!day) return std::unexpected(day.error());
      return NoteTime{find_stream(request.stream).value(), request.minutes, *day};
    }
    case BooksAct::Pot:
      return pot_command(shop, request);
    case BooksAct::HidePot:
      return hide_command(shop, request);
    case BooksAct::MovePot:
      return move_command(shop, request);
    case BooksAct::ShareOut:
      return share_command(shop, request);
    case BooksAct::TaxRule:
      return tax_command(shop, request);
    case BooksAct::MatchBank:
      return MatchBank{suggested_matches(shop.facts())};
    case BooksAct::PayTax:
      return pay_tax_command(shop, request);
    case BooksAct::LeaveOut: {
      const auto line = bank_line_argument(request.id);
      if (!line) return std::unexpected(line.error());
      return LeaveOutBankLine{*line};
    }
    case BooksAct::Unmatch: {
      const auto line = bank_line_argument(request.id);
      if (!line) return std::unexpected(line.error());
      return TakeBackMatch{*line};
    }
    case BooksAct::JoinClass:
    case BooksAct::CallOffClass:
    case BooksAct::Attend:
      return seat_command(shop, request);
    default:
      return class_command(shop, request);
  }
}

// What is asked and answered, without a change.

// The days that were named; the month up to now where none were. Problems: NotADate.
Result<std::pair<Date, Date>> days_argument(const Shop& shop, const BooksRequest& request) {
  const auto from = day_argument(request.first_day), to = day_argument(request.last_day);
  if (!from) return std::unexpected(from.error());
  if (!to) return std::unexpected(to.error());
  const Date last = to->value_or(shop.today()), first = from->value_or(last.first_of_month());
  if (first > last) return refuse(ProblemCode::NotADate, request.first_day);
  return std::pair(first, last);
}

Result<OrderedJson> cash_book_json(const Shop& shop, const BooksRequest& request) {
  const auto days = days_argument(shop, request);
  if (!days) return std::unexpected(days.error());
  const CashBook book =
      cash_book(shop.facts(), shop.profile(), request.name == "bank" ? CashPlace::Bank : CashPlace::Drawers,
                days->first, days->second);
  OrderedJson rows = OrderedJson::array();
  for (const CashBookRow& row : book.rows)
    rows.push_back({{"date", row.date.iso()},
                    {"number", row.number},
                    {"what", row.what},
                    {"in", row.in.minor},
                    {"out", row.out.minor},
                    {"balance", row.balance.minor}});
  return OrderedJson{{"opening", book.opening.minor}, {"rows", rows}, {"closing", book.closing.minor}};
}

Result<OrderedJson> streams_json(const Shop& shop, const BooksRequest& request) {
  const auto days = days_argument(shop, request);
  if (!days) return std::unexpected(days.error());
  const auto [first, last] = *days;
  const Livelihood life = livelihood(shop.facts(), first, last);
  OrderedJson streams = OrderedJson::array();
  for (const StreamRow& row : life.streams)
    streams.push_back({{"stream", stream_code(row.stream)},
                       {"income", row.income.minor},
                       {"minutes", row.minutes},
                       {"hourly", amount_json(row.hourly)},
                       {"percent", row.percent}});
  return OrderedJson{{"currency", shop.profile().currency},
                     {"from", first.iso()},
                     {"to", last.iso()},
                     {"income", life.income.minor},
                     {"expenses", life.expenses.minor},
                     {"minutes", life.minutes},
                     {"hourly", amount_json(life.hourly)},
                     {"biggest", life.biggest ? OrderedJson(stream_code(*life.biggest)) : OrderedJson()},
                     {"streams", streams}};
}

Result<OrderedJson> incomes_json(const Shop& shop, const BooksRequest& request) {
  const auto days = days_argument(shop, request);
  if (!days) return std::unexpected(days.error());
  OrderedJson all = OrderedJson::array();
  for (const BookedIncome& booked : incomes(shop.facts(), days->first, days->second)) {
    const Income& income = booked.income;
    all.push_back({{"id", income.id.text()},
                   {"day", income.business_date.iso()},
                   {"stream", stream_code(income.stream)},
                   {"amount", income.amount.minor},
                   {"from", income.contact ? kept_name(shop.facts(), *income.contact) : std::string()},
                   {"note", income.note},
                   {"due", date_json(income.due)},
                   {"paid_on", date_json(booked.paid_on)}});
  }
  return OrderedJson{{"incomes", all}};
}

OrderedJson owed_json(const Shop& shop) {
  const Owed all = owed(shop.facts(), shop.profile());
  const auto rows = [](const std::vector<OwedRow>& owed_rows) {
    OrderedJson json = OrderedJson::array();
    for (const OwedRow& row : owed_rows)
      json.push_back({{"name", row.name},
                      {"amount", row.amount.minor},
                      {"due", date_json(row.due)},
                      {"what", row.what},
                      {"message", row.message}});
    return json;
  };
  return {{"to_me", all.to_me_sum.minor},
          {"by_me", all.by_me_sum.minor},
          {"owed_to_me", rows(all.to_me)},
          {"owed_by_me", rows(all.by_me)}};
}

OrderedJson pots_json(const Shop& shop) {
  const PotsView view = pots_view(shop.facts(), shop.today());
  OrderedJson all = OrderedJson::array();
  for (const auto& [pot, balance] : view.pots)
    all.push_back({{"kind", pot_kind_code(pot.kind)},
                   {"name", pot_name(pot, shop.profile().words())},
                   {"share_hundredths", pot.share},
                   {"full_at", amount_json(pot.full_at)},
                   {"balance", balance.minor}});
  return {{"together", view.together.minor},
          {"wage", view.wage.minor},
          {"monthly_expenses", view.monthly_expenses.minor},
          {"cover_tenths_of_months", view.cover_tenths ? OrderedJson(*view.cover_tenths) : OrderedJson()},
          {"pots", all}};
}

Result<OrderedJson> moves_json(const Shop& shop, const BooksRequest& request) {
  constexpr int most = 1'000;
  const Result<PotStanding> standing = pot_argument(shop, request.name);
  if (!standing) return std::unexpected(standing.error());
  OrderedJson all = OrderedJson::array();
  for (const PotMoveRow& move : pot_moves(shop.facts(), standing->pot.id, most))
    all.push_back(
        {{"day", move.business_date.iso()}, {"amount", move.amount.minor}, {"of_day", date_json(move.of_day)}});
  return OrderedJson{{"balance", standing->balance.minor}, {"moves", all}};
}

int year_of(const Shop& shop, const BooksRequest& request) {
  return request.year == 0 ? shop.today().year() : static_cast<int>(request.year);
}

// A year's taxes as PDF or workbook, or the year closed as PDF.
int write_paper(const Shop& shop, const BooksRequest& request, const Terminal& terminal) {
  const int year = year_of(shop, request);
  const Database& facts = shop.facts();
  const Profile& profile = shop.profile();
  terminal.seams.files.replace(
      request.output, request.act == BooksAct::Year           ? pdf(year_paper_of(facts, profile, year, shop.now()))
                      : request.output.extension() == ".xlsx" ? tax_xlsx(tax_report(facts, year, shop.today()), profile)
                                                              : pdf(tax_paper_of(facts, profile, year, shop.now())));
  return kDone;
}

OrderedJson tax_json(const Shop& shop, const BooksRequest& request) {
  const int year = year_of(shop, request);
  OrderedJson months = OrderedJson::array();
  const std::vector<PaidTax> paid = paid_taxes(shop.facts(), year);
  for (const TaxReportMonth& month : tax_report(shop.facts(), year, shop.today())) {
    OrderedJson value_added = OrderedJson::array();
    for (const ValueAddedTax& tax : month.value_added)
      value_added.push_back({{"name", tax.name}, {"base", tax.base.minor}, {"amount", tax.amount.minor}});
    months.push_back({{"month", month.turnover.month.iso().substr(0, 7)},
                      {"rule", month.turnover.code},
                      {"turnover", month.turnover.turnover.minor},
                      {"taxable", month.turnover.taxable.minor},
                      {"tax", month.turnover.tax.minor},
                      {"due", date_json(month.turnover.due)},
                      {"paid", std::ranges::find(paid, month.turnover.month, &PaidTax::month) != paid.end()},
                      {"value_added", value_added}});
  }
  return {{"note", shop.profile().words()(N_("A help, not tax advice."))}, {"year", year}, {"months", months}};
}

OrderedJson classes_json(const Shop& shop) {
  OrderedJson all = OrderedJson::array();
  for (const ClassRow& row : classes(shop.facts(), shop.today()))
    all.push_back({{"name", row.session.name},
                   {"day", row.session.day.iso()},
                   {"seats", row.session.seats},
                   {"taken", row.taken},
                   {"price", row.session.price.minor},
                   {"deposit_percent", row.session.deposit_percent}});
  return all;
}

Result<OrderedJson> participants_json(const Shop& shop, const BooksRequest& request) {
  const Result<ClassSession> session = class_argument(shop, request);
  if (!session) return std::unexpected(session.error());
  const ClassPage page = class_page(shop.facts(), session->id).value();
  OrderedJson all = OrderedJson::array();
  for (const Participant& participant : page.participants) {
    const OrderRow& row = participant.row;
    const Attendance how = participant.attendance;
    all.push_back({{"order", row.order.number},
                   {"name", row.client},
                   {"seats", participant.seats},
                   {"price", row.order.price.minor},
                   {"rest", row.rest.minor},
                   {"attendance", how == Attendance::Came     ? "came"
                                  : how == Attendance::Missed ? "missed"
                                                              : "unknown"}});
  }
  return OrderedJson{{"name", session->name},
                     {"day", session->day.iso()},
                     {"seats", session->seats},
                     {"taken", page.taken},
                     {"came", page.came},
                     {"agreed", page.agreed.minor},
                     {"received", page.received.minor},
                     {"hourly", amount_json(page.hourly)},
                     {"participants", all}};
}

OrderedJson unmatched_json(const Shop& shop) {
  OrderedJson all = OrderedJson::array();
  for (const BankLine& line : unmatched_bank_lines(shop.facts()))
    all.push_back({{"id", line.id.text()},
                   {"account", line.account},
                   {"day", line.day.iso()},
                   {"amount", line.amount.minor},
                   {"text", line.text}});
  return all;
}

Result<OrderedJson> bank_lines_json(const Shop& shop, const BooksRequest& request) {
  const auto days = days_argument(shop, request);
  if (!days) return std::unexpected(days.error());
  const BankBook book = bank_book(shop.facts(), shop.profile(), days->first, days->second);
  OrderedJson rows = OrderedJson::array();
  for (const BankBookRow& row : book.rows)
    rows.push_back({{"id", row.line.id.text()},
                    {"account", row.line.account},
                    {"day", row.line.day.iso()},
                    {"amount", row.line.amount.minor},
                    {"state", row.state == BankState::Open      ? "open"
                              : row.state == BankState::Matched ? "matched"
                                                                : "left-out"},
                    {"what", row.what},
                    {"text", row.line.text},
                    {"balance", row.balance.minor}});
  return OrderedJson{{"opening", book.opening.minor}, {"lines", rows}, {"closing", book.closing.minor}};
}

int import_bank(Shop& shop, const BooksRequest& request, const Terminal& terminal, const Speech& speech) {
  constexpr std::uint64_t largest_file_bytes = 1u << 28;
  const auto bytes = terminal.seams.files.read(request.file, largest_file_bytes);
  if (!bytes) return speech.say(Problem{ProblemCode::FileMissing, {request.file.string()}});
  const auto table = CsvTable::read(*bytes);
  if (!table) return speech.say(table.error());
  const auto choice = parse_column_choice(request.columns);
  if (!choice) return speech.say(choice.error());
  auto plan = plan_bank(shop.profile(), *table, *choice, request.name);
  if (!plan) return speech.say(plan.error());
  for (const RefusedRow& row : plan->counts.refused)
    speech.say(fmt::format(fmt::runtime(speech.words("Row {0}: {1}")), row.row,
                           sentence(row.reason, speech.words, speech.currency)));
  if (!plan->counts.refused.empty())
    return speech.say(Problem{ProblemCode::CsvBadRows, {std::ssize(plan->counts.refused)}});
  const Result<Outcome> outcome = shop.execute(std::move(plan->command));
  if (!outcome) return speech.say(outcome.error());
  terminal.out << outcome->label << '\n';
  return kDone;
}

}  // namespace

int carry_out_livelihood(Shop& shop, const BooksRequest& request, const Terminal& terminal, const Speech& speech) {
  if (request.act == BooksAct::Bank) return import_bank(shop, request, terminal, speech);
  if (!request.output.empty()) return write_paper(shop, request, terminal);
  Result<OrderedJson> answer = OrderedJson();
  const bool is_question = request.act == BooksAct::Streams || request.act == BooksAct::Owed ||
                           request.act == BooksAct::CashBook || request.act == BooksAct::Pots ||
                           request.act == BooksAct::Tax || request.act == BooksAct::Classes ||
                           request.act == BooksAct::Incomes || request.act == BooksAct::PotMoves ||
                           request.act == BooksAct::Participants || request.act == BooksAct::BankLines;
  if (!is_question) {
    const Result<Command> command = command_of(shop, request);
    if (!command) return speech.say(command.error());
    const Result<Outcome> outcome = shop.execute(*command);
    if (!outcome) return speech.say(outcome.error());
    if (request.act == BooksAct::Income || request.act == BooksAct::PayTax)
      terminal.out << id_text(outcome->subject) << '\n';
    if (request.act == BooksAct::JoinClass)
      terminal.out << find_order(shop.facts(), Id<CustomOrder>{outcome->subject})->number << '\n';
  }
  switch (request.act) {
    case BooksAct::CashBook:
      answer = cash_book_json(shop, request);
      break;
    case BooksAct::BankLines:
      answer = bank_lines_json(shop, request);
      break;
    case BooksAct::Streams:
      answer = streams_json(shop, request);
      break;
    case BooksAct::Incomes:
      answer = incomes_json(shop, request);
      break;
    case BooksAct::PotMoves:
      answer = moves_json(shop, request);
      break;
    case BooksAct::Participants:
      answer = participants_json(shop, request);
      break;
    case BooksAct::Owed:
      answer = owed_json(shop);
      break;
    case BooksAct::Tax:
      answer = tax_json(shop, request);
      break;
    case BooksAct::Classes:
      answer = OrderedJson{{"classes", classes_json(shop)}};
      break;
    case BooksAct::MatchBank:
      answer = OrderedJson{{"unmatched", unmatched_json(shop)}};
      break;
    case BooksAct::Pots:
    case BooksAct::MovePot:
    case BooksAct::ShareOut:
      answer = pots_json(shop);
      break;
    default:
      return kDone;
  }
  if (!answer) return speech.say(answer.error());
  if (request.as_json)
    terminal.out << answer->dump() << '\n';
  else
    print_rows(*answer, terminal.out);
  return kDone;
}

}  // namespace lapak
