// shop: papers about an order.
#include "core/shop/order_papers.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "core/base/check.h"
#include "core/base/text.h"
#include "core/order/order_picture_store.h"
#include "core/order/order_store.h"
#include "core/paper/table_paper.h"
#include "core/shop/documents.h"
#include "core/words/filled.h"

namespace lapak {
namespace {

OrderRow known_row(const Database& database, Id<CustomOrder> id) {
  std::optional<OrderPage> page = order_page(database, id);
  LAPAK_ASSERT(page.has_value());
  return std::move(page->row);
}

// What was asked for, as the client showed it; else the work.
JpegBytes first_picture(const Database& database, Id<CustomOrder> id) {
  const std::vector<OrderPicture> pictures = pictures_of(database, id);
  return pictures.empty() ? nullptr : shared_photo(database, pictures.front().photo);
}

// What was paid of the price until now.
Money paid_of(const OrderRow& row) {
  return row.order.price - row.rest;
}

PaperTable sums_table(const OrderRow& row, OrderPaper paper, const Words& words, const Currency& currency) {
  const auto plain = [&](Money amount) { return words.money(amount, currency, Symbol::Hidden); };
  PaperTable table{.heading = {},
                   .columns = {{std::string(words(N_("Item"))), Align::Left, 7},
                               {std::string(words(N_("Quantity"))), Align::Right, 2},
                               {std::string(words(N_("Price"))), Align::Right, 3}},
                   .rows = {},
                   .when_empty = {}};
  table.rows.push_back(
      {{filled(words(N_("Order #{}")), row.order.number), words.quantity(row.order.quantity), plain(row.order.price)},
       RowTone::Plain});
  if (paper == OrderPaper::Quote) return table;
  table.rows.push_back({{std::string(words(N_("Paid before"))), "", plain(-paid_of(row))}, RowTone::Plain});
  table.rows.push_back({{std::string(words(N_("Due"))), "", plain(row.rest)}, RowTone::Strong});
  return table;
}

PaperTable accounts_table(const Profile& profile, const Words& words) {
  PaperTable table{.heading = std::string(words(N_("Transfer to"))),
                   .columns = {{std::string(words(N_("Bank"))), Align::Left, 3},
                               {std::string(words(N_("Number"))), Align::Left, 4},
                               {std::string(words(N_("Name"))), Align::Left, 5}},
                   .rows = {},
                   .when_empty = {}};
  for (const BankAccount& account : profile.accounts)
    table.rows.push_back({{account.bank, account.number, account.holder}, RowTone::Plain});
  return table;
}

// Of a service: what is part of it, a sentence a line as it was typed, and how often it is changed for the price.
std::vector<std::string> scope_sentences(const CustomOrder& order, const Words& words) {
  std::vector<std::string> said;
  if (order.kind != OrderKind::Service) return said;
  for (std::string_view rest = order.scope; !rest.empty();) {
    const std::string_view line = first_line(rest);
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    if (!line.empty()) said.push_back(said.empty() ? filled(words(N_("Scope: {}")), line) : std::string(line));
  }
  const std::int64_t count = order.revisions_agreed;
  said.push_back(count == 0 ? std::string(words(N_("Revisions are not part of the price.")))
                            : filled(words.plural("{} revision is part of the price.",
                                                  "{} revisions are part of the price.", count),
                                     count));
  return said;
}

std::optional<std::string> due_sentence(const OrderRow& row, const Words& words) {
  if (!row.order.invoice_due || row.rest <= Money{}) return std::nullopt;
  return filled(words(N_("Payable by {}.")), words.full_date(*row.order.invoice_due));
}

}  // namespace

std::string_view order_paper_name(OrderPaper paper, const Words& words) {
  switch (paper) {
    case OrderPaper::Slip:
      return words(N_("Order slip"));
    case OrderPaper::Quote:
      return words(N_("Quote"));
    case OrderPaper::Invoice:
      return words(N_("Invoice"));
  }
  LAPAK_ASSERT(false);
}

Document order_paper_of(const Database& database, const Profile& profile, Id<CustomOrder> id, OrderPaper paper,
                        Instant now) {
  const Words& words = profile.words();
  const OrderRow row = known_row(database, id);
  const CustomOrder& order = row.order;
  const LocalTime made_at = profile.clock().local(now);
  const bool is_quote = paper == OrderPaper::Quote;
  TablePaper view{.head = letterhead_of(database, profile),
                  .kind = std::string(order_paper_name(paper, words)),
                  .title = row.client,
                  .beside = {filled(words(N_("Order #{}")), order.number), words.full_date(made_at.date)},
                  .figure = PaperFigure{std::string(is_quote ? words(N_("Price")) : words(N_("Due"))),
                                        words.money(is_quote ? order.price : row.rest, profile.money())},
                  .said = {order.what},
                  .picture = paper == OrderPaper::Invoice ? nullptr : first_picture(database, id),
                  .tables = {sums_table(row, paper, words, profile.money())},
                  .note = {},
                  .signers = {}};
  if (paper != OrderPaper::Invoice) std::ranges::move(scope_sentences(order, words), std::back_inserter(view.said));
  if (order.promised && paper != OrderPaper::Invoice)
    view.said.push_back(filled(words(N_("Promised for {}.")), words.full_date(*order.promised)));
  if (const auto due = due_sentence(row, words); due && paper == OrderPaper::Invoice) view.said.push_back(*due);
  if (!order.tracking.empty())
    view.said.push_back(filled(words(N_("Shipped by {0}, tracking number {1}.")), order.courier, order.tracking));
  if (paper == OrderPaper::Invoice && row.rest > Money{} && !profile.accounts.empty())
    view.tables.push_back(accounts_table(profile, words));
  if (paper == OrderPaper::Slip) view.signers = {profile.name, row.client};
  Document document = table_paper(view, SheetPaper::A4, words);
  document.made_at = made_at;
  return document;
}

std::string order_text(const Database& database, const Profile& profile, Id<CustomOrder> id) {
  const Words& words = profile.words();
  const OrderRow row = known_row(database, id);
  const CustomOrder& order = row.order;
  std::string text =
      fmt::format("{}\n{}\n{}\n", profile.name, filled(words(N_("Order #{}")), order.number), order.what);
  for (const std::string& said : scope_sentences(order, words)) text += said + '\n';
  text += '\n';
  const auto line = [&](std::string_view label, Money amount) {
    text += fmt::format("{}: {}\n", label, words.money(amount, profile.money()));
  };
  line(words(N_("Price")), order.price);
  if (const Money paid = paid_of(row); !paid.is_zero()) {
    line(words(N_("Paid before")), paid);
    line(words(N_("Due")), row.rest);
  }
  if (order.promised) text += filled(words(N_("Promised for {}.")), words.full_date(*order.promised)) + '\n';
  if (const auto due = due_sentence(row, words)) text += *due + '\n';
  if (!order.tracking.empty())
    text += filled(words(N_("Shipped by {0}, tracking number {1}.")), order.courier, order.tracking) + '\n';
  text += profile.thanks.empty() ? std::string(words("Thank you")) : profile.thanks;
  return text;
}

}  // namespace lapak
