// cli: the books: expenses.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/livelihood.h"
#include "app/cli/speech.h"
#include "core/books/expense_store.h"
#include "core/catalog/photo.h"
#include "core/catalog/product_store.h"
#include "core/fair/fair_store.h"
#include "core/order/order_store.h"

namespace lapak {
namespace {

using OrderedJson = nlohmann::ordered_json;

// Problems: NotInTheBooks.
Result<Id<Expense>> expense_argument(const std::string& typed) {
  const auto bytes = parse_id(typed);
  if (!bytes) return refuse(ProblemCode::NotInTheBooks);
  return Id<Expense>{*bytes};
}

PaidFrom paid_from_argument(const std::string& typed) {
  return find_paid_from(typed).value();  // the command line lets no other through
}

// Problems: FileMissing, and those of make_photo.
Result<Attachment> photo_argument(const std::filesystem::path& file, Files& files) {
  const auto bytes = files.read(file, kLargestPhotoFile_bytes);
  if (!bytes) return refuse(ProblemCode::FileMissing, file.string());
  const Result<Photo> photo = make_photo(*bytes, file.filename().string());
  if (!photo) return std::unexpected(photo.error());
  return Attachment{photo->content_hash, photo->jpeg, photo->thumbnail_jpeg};
}

Result<Command> expense_command(Shop& shop, const BooksRequest& request, Files& files) {
  const Result<Money> amount = parse_amount_argument(request.amount, shop.profile().money());
  if (!amount) return std::unexpected(amount.error());
  Expense expense{.category = request.category,
                  .amount = *amount,
                  .paid_from = paid_from_argument(request.paid_from),
                  .note = request.note};
  const auto day = day_argument(request.day), due = day_argument(request.due);
  if (!day) return std::unexpected(day.error());
  if (!due) return std::unexpected(due.error());
  expense.business_date = day->value_or(Date{});
  expense.due = *due;
  if (request.order != 0) {
    const auto order = find_order(shop.facts(), request.order);
    if (!order) return refuse(ProblemCode::OrderUnknown);
    expense.order = order->id;
  }
  if (!request.fair.empty()) {
    const auto fair = find_fair(shop.facts(), request.fair, shop.today());
    if (!fair) return refuse(ProblemCode::FairUnknown, request.fair);
    expense.fair = *fair;
  }
  if (!request.product.empty()) {
    const auto product = find_product_by_code(shop.facts(), request.product);
    if (!product) return refuse(ProblemCode::ProductUnknown, request.product);
    expense.product = product->id;
  }
  if (!request.contact.empty()) {
    const Result<Id<Contact>> contact = client_argument(shop, request.contact);
    if (!contact) return std::unexpected(contact.error());
    expense.contact = *contact;
  }
  BookExpense command{expense};
  if (!request.photo.empty()) {
    Result<Attachment> photo = photo_argument(request.photo, files);
    if (!photo) return std::unexpected(photo.error());
    command.photo = *std::move(photo);
  }
  return command;
}

Result<Command> recurring_command(const Shop& shop, const BooksRequest& request) {
  const Result<Money> amount = parse_amount_argument(request.amount, shop.profile().money());
  if (!amount) return std::unexpected(amount.error());
  const auto day = day_argument(request.day);
  if (!day) return std::unexpected(day.error());
  return SaveRecurring{{.category = request.category,
                        .amount = *amount,
                        .paid_from = paid_from_argument(request.paid_from),
                        .every = find_every(request.every).value(),
                        .first_day = day->value_or(shop.today()),
                        .name = request.note}};
}

// What the act comes to as a command. Problems: those of the arguments.
Result<Command> command_of(Shop& shop, const BooksRequest& request, Files& files) {
  if (request.act == BooksAct::Expense) return expense_command(shop, request, files);
  if (request.act == BooksAct::Recurring) return recurring_command(shop, request);
  const Result<Id<Expense>> expense = expense_argument(request.id);
  if (!expense) return std::unexpected(expense.error());
  if (request.act == BooksAct::TakeBack) return TakeBackExpense{*expense};
  return PayExpense{*expense, paid_from_argument(request.paid_from)};
}

OrderedJson expense_json(const BookedExpense& booked) {
  const Expense& expense = booked.expense;
  return {{"id", expense.id.text()},
          {"date", expense.business_date.iso()},
          {"category", expense.category},
          {"amount", expense.amount.minor},
          {"paid_from", paid_from_code(booked.paid_later.value_or(expense.paid_from))},
          {"fair", expense.fair ? OrderedJson(expense.fair->text()) : OrderedJson()},
          {"order", expense.order ? OrderedJson(expense.order->text()) : OrderedJson()},
          {"product", expense.product ? OrderedJson(expense.product->text()) : OrderedJson()},
          {"photo", expense.photo},
          {"due", expense.due ? OrderedJson(expense.due->iso()) : OrderedJson()},
          {"note", expense.note}};
}

std::string expense_line(const BookedExpense& booked, const Profile& profile) {
  const Expense& expense = booked.expense;
  const Words& words = profile.words();
  return fmt::format("{}\t{}\t{}\t{}\t{}\n", expense.id.text(), expense.business_date.iso(),
                     expense_category_name(expense.category, words), words.money(expense.amount, profile.money()),
                     paid_from_name(booked.paid_later.value_or(expense.paid_from), words));
}

OrderedJson expenses_json(const std::vector<BookedExpense>& rows) {
  OrderedJson all = OrderedJson::array();
  for (const BookedExpense& row : rows) all.push_back(expense_json(row));
  return all;
}

// Problems: NotADate.
Result<void> list_expenses(const Shop& shop, const BooksRequest& request, std::ostream& out) {
  const auto from = day_argument(request.first_day), to = day_argument(request.last_day);
  if (!from) return std::unexpected(from.error());
  if (!to) return std::unexpected(to.error());
  const ExpenseQuestion question{.from = *from, .to = *to, .count = 1'000'000};
  const std::vector<BookedExpense> rows = expenses(shop.facts(), question);
  if (request.as_json) {
    OrderedJson categories = OrderedJson::array();
    for (const CategorySum& sum : expenses_by_category(shop.facts(), question))
      categories.push_back({{"category", sum.category}, {"amount", sum.amount.minor}, {"count", sum.count}});
    out << OrderedJson{{"currency", shop.profile().currency},
                       {"total", expenses_sum(shop.facts(), question).minor},
                       {"by_category", categories},
                       {"expenses", expenses_json(rows)}}
               .dump()
        << '\n';
    return {};
  }
  for (const BookedExpense& row : rows) out << expense_line(row, shop.profile());
  return {};
}

void list_due(const Shop& shop, const BooksRequest& request, std::ostream& out) {
  const std::vector<BookedExpense> to_pay = expenses_to_pay(shop.facts());
  const std::vector<DueExpense> recurring = recurring_due(shop.facts(), shop.today());
  const Words& words = shop.profile().words();
  if (request.as_json) {
    OrderedJson due = OrderedJson::array();
    for (const DueExpense& one : recurring)
      due.push_back({{"recurring", one.recurring.id.text()},
                     {"name", one.recurring.name},
                     {"category", one.recurring.category},
                     {"amount", one.recurring.amount.minor},
                     {"day", one.day.iso()}});
    out << OrderedJson{{"to_pay", expenses_json(to_pay)}, {"recurring", due}}.dump() << '\n';
    return;
  }
  for (const BookedExpense& row : to_pay) out << expense_line(row, shop.profile());
  for (const DueExpense& one : recurring)
    out << fmt::format(
        "{}\t{}\t{}\n", one.day.iso(),
        one.recurring.name.empty() ? expense_category_name(one.recurring.category, words) : one.recurring.name,
        words.money(one.recurring.amount, shop.profile().money()));
}

}  // namespace

Result<std::optional<Date>> day_argument(const std::string& typed) {
  if (typed.empty()) return std::nullopt;
  const std::optional<Date> day = parse_date(typed);
  if (!day) return refuse(ProblemCode::NotADate, typed);
  return day;
}

int carry_out_books(const BooksRequest& request, const Terminal& terminal) {
  return with_shop(request.shop, terminal, [&](Shop& shop, const Speech& speech) {
    if (request.act == BooksAct::Expenses) {
      const Result<void> listed = list_expenses(shop, request, terminal.out);
      return listed ? kDone : speech.say(listed.error());
    }
    if (request.act == BooksAct::Due) {
      list_due(shop, request, terminal.out);
      return kDone;
    }
    if (request.act >= BooksAct::Income) return carry_out_livelihood(shop, request, terminal, speech);
    const Result<Command> command = command_of(shop, request, terminal.seams.files);
    if (!command) return speech.say(command.error());
    const Result<Outcome> outcome = shop.execute(*command);
    if (!outcome) return speech.say(outcome.error());
    if (request.act == BooksAct::Expense || request.act == BooksAct::Recurring)
      terminal.out << id_text(outcome->subject) << '\n';
    return kDone;
  });
}

}  // namespace lapak
