// shop: papers about partners, filled from the facts.
#include "core/shop/partner_papers.h"

#include <fmt/format.h>

#include <map>

#include "core/catalog/product_store.h"
#include "core/paper/table_paper.h"
#include "core/people/people_store.h"
#include "core/shop/documents.h"
#include "core/words/filled.h"

namespace lapak {
namespace {

// What all papers about one partner need.
struct About {
  const Database& database;
  const Profile& profile;
  const Words& words;
  Contact partner;

  About(const Database& facts, const Profile& card, Id<Contact> id)
      : database(facts),
        profile(card),
        words(card.words()),
        partner(find_contact(facts, id).value_or(Contact{.id = id, .name = {}})) {}

  std::string name() const {
    if (!partner.name.empty()) return partner.name;
    return written_phone(partner.phone, home_country_code(profile.currency));
  }
  std::string plain(Money amount) const { return words.money(amount, profile.money(), Symbol::Hidden); }
  std::string full(Money amount) const { return words.money(amount, profile.money()); }
  // Nothing is a dash, so that the eye finds what is something.
  std::string pieces(Quantity quantity) const { return quantity.is_zero() ? "–" : words.quantity(quantity); }
};

std::string days(Date from, Date to, const Words& words) {
  return from == to ? words.full_date(from) : fmt::format("{} – {}", words.full_date(from), words.full_date(to));
}

// Amounts of a book as its owner reads them: of my goods in their shop my share is what they owe.
Money as_share(Book book, Money amount) {
  return book == Book::Shelf ? -amount : amount;
}

PaperTable goods_table(const About& about, const Statement& found) {
  const Words& words = about.words;
  PaperTable table{.heading = std::string(words(N_("Goods"))),
                   .columns = {{std::string(words(N_("Item"))), Align::Left, 6},
                               {std::string(words(N_("Taken"))), Align::Right, 2},
                               {std::string(words(N_("Sold"))), Align::Right, 2},
                               {std::string(words(N_("Came back"))), Align::Right, 2},
                               {std::string(words(N_("Lost"))), Align::Right, 2},
                               {std::string(words(N_("Still there"))), Align::Right, 2},
                               {std::string(words(N_("Proceeds"))), Align::Right, 3},
                               {std::string(words(N_("Share"))), Align::Right, 3}},
                   .rows = {},
                   .when_empty = std::string(words(N_("No goods changed hands.")))};
  GoodsRow sum;
  for (const GoodsRow& row : found.goods) {
    table.rows.push_back({{row.name, about.pieces(row.taken), about.pieces(row.sold), about.pieces(row.given_back),
                           about.pieces(row.lost), about.pieces(row.left), about.plain(row.proceeds),
                           about.plain(as_share(found.book, row.share))},
                          RowTone::Plain});
    sum.sold += row.sold, sum.left += row.left, sum.proceeds += row.proceeds, sum.share += row.share;
  }
  if (table.rows.size() > 1)
    table.rows.push_back({{std::string(words(N_("Total"))), "", about.pieces(sum.sold), "", "", about.pieces(sum.left),
                           about.plain(sum.proceeds), about.plain(as_share(found.book, sum.share))},
                          RowTone::Strong});
  return table;
}

std::string what_of(const StatementLine& line, const Words& words) {
  std::string what(entry_label(line.entry, words));
  for (const std::string* more : {&line.product, &line.entry.text})
    if (!more->empty()) what += " · " + *more;
  return what;
}

PaperTable entries_table(const About& about, const Statement& found) {
  const Words& words = about.words;
  const bool has_receipts = found.book == Book::Consignment;
  PaperTable table{
      .heading = std::string(words(N_("Day by day"))),
      .columns = {{std::string(words(N_("Date"))), Align::Left, 2},
                  {std::string(words(N_("What"))), Align::Left, 7},
                  {std::string(has_receipts ? words(N_("Receipt")) : ""), Align::Left, has_receipts ? 3 : 1},
                  {std::string(words(N_("Pieces"))), Align::Right, 2},
                  {std::string(words(N_("Amount"))), Align::Right, 3}},
      .rows = {},
      .when_empty = std::string(words(N_("Nothing yet.")))};
  const auto strong = [&](std::string_view what, Money amount) {
    table.rows.push_back({{"", std::string(what), "", "", about.plain(as_share(found.book, amount))}, RowTone::Strong});
  };
  if (!found.opening.is_zero()) strong(words(N_("Brought forward")), found.opening);
  for (const StatementLine& line : found.lines)
    table.rows.push_back({{words.short_date(line.entry.business_date), what_of(line, words), line.number,
                           about.pieces(line.entry.quantity), about.plain(as_share(found.book, line.entry.amount))},
                          line.entry.kind == EntryKind::Settled ? RowTone::Strong : RowTone::Plain});
  strong(words(N_("Balance")), found.closing);
  return table;
}

// Things that were lent and did not come back, by what they were called.
std::vector<std::pair<std::string, Quantity>> things_out(const Statement& found) {
  std::map<std::string, Quantity> sums;
  for (const StatementLine& line : found.lines)
    if (line.entry.kind == EntryKind::Things) sums[line.entry.text] += line.entry.quantity;
  std::vector<std::pair<std::string, Quantity>> out;
  for (const auto& [text, quantity] : sums)
    if (!quantity.is_zero()) out.emplace_back(text, quantity);
  return out;
}

std::string thing_text(const std::pair<std::string, Quantity>& thing, const About& about) {
  const bool is_theirs = thing.second > Quantity{};
  return filled(about.words(is_theirs ? N_("To give back to {0}: {1} × {2}") : N_("{0} gives back: {1} × {2}")),
                about.name(), about.words.quantity(is_theirs ? thing.second : -thing.second),
                thing.first.empty() ? std::string(about.words(N_("Things"))) : thing.first);
}

std::string kind_of_paper(const Statement& found, const Words& words) {
  if (found.book == Book::Neighbour) return std::string(words(N_("Between neighbours")));
  return std::string(words(N_("Statement")));
}

}  // namespace

Document statement_of(const Database& database, const Profile& profile, const StatementQuestion& question,
                      Instant now) {
  const About about(database, profile, question.partner);
  const Words& words = about.words;
  const LocalTime made_at = profile.clock().local(now);
  const Statement found = statement(database, question, made_at.date);
  TablePaper view{
      .head = letterhead_of(database, profile),
      .kind = kind_of_paper(found, words),
      .title = about.name(),
      .beside = {days(found.from, found.to, words)},
      .figure = PaperFigure{balance_caption(found.closing, about.name(), words), about.full(magnitude(found.closing))},
      .said = {},
      .tables = {},
      .note = {},
      .signers = {}};
  if (!found.paid.is_zero())
    view.beside.push_back(filled(words(found.paid > Money{} ? N_("Paid out {}") : N_("Received {}")),
                                 about.full(found.paid > Money{} ? found.paid : -found.paid)));
  if (found.book == Book::Neighbour) {
    for (const auto& thing : things_out(found)) view.said.push_back(thing_text(thing, about));
  } else {
    if (found.agreement) view.said = said(*found.agreement, about.name(), words, profile.money());
    view.tables.push_back(goods_table(about, found));
  }
  view.tables.push_back(entries_table(about, found));
  if (question.settlement) view.signers = {profile.name, about.name()};
  Document document = table_paper(view, SheetPaper::A4, words);
  document.made_at = made_at;
  return document;
}

std::string statement_text(const Database& database, const Profile& profile, const StatementQuestion& question,
                           Instant now) {
  const About about(database, profile, question.partner);
  const Words& words = about.words;
  const Statement found = statement(database, question, profile.clock().local(now).date);
  std::string text = fmt::format("{} – {}\n{}\n\n", profile.name, about.name(), days(found.from, found.to, words));
  if (!found.opening.is_zero())
    text += fmt::format("{}: {}\n", words(N_("Brought forward")), about.full(as_share(found.book, found.opening)));
  if (found.book == Book::Neighbour) {
    for (const StatementLine& line : found.lines)
      text += fmt::format("{}: {}\n", what_of(line, words),
                          line.entry.amount.is_zero()
                              ? about.pieces(line.entry.quantity)
                              : about.full(line.entry.amount > Money{} ? line.entry.amount : -line.entry.amount));
    for (const auto& thing : things_out(found)) text += thing_text(thing, about) + '\n';
  } else {
    for (const GoodsRow& row : found.goods)
      if (!row.sold.is_zero() || !row.share.is_zero())
        text += fmt::format("{} × {}: {}\n", words.quantity(row.sold), row.name,
                            about.full(as_share(found.book, row.share)));
    if (!found.paid.is_zero())
      text += filled(words(found.paid > Money{} ? N_("Paid out {}") : N_("Received {}")),
                     about.full(found.paid > Money{} ? found.paid : -found.paid)) +
              '\n';
  }
  return text + '\n' + balance_text(found.closing, about.name(), words, profile.money()) + '\n';
}

Document goods_slip_of(const Database& database, const Profile& profile, Id<Slip> id) {
  const std::optional<Slip> slip = find_slip(database, id);
  LAPAK_ASSERT(slip.has_value());
  const About about(database, profile, slip->partner);
  const Words& words = about.words;
  const bool is_taken = slip->kind == SlipKind::Taken, is_theirs = slip->book == Book::Consignment;
  TablePaper view{.head = letterhead_of(database, profile),
                  .kind = std::string(words(is_theirs ? (is_taken ? N_("Goods received") : N_("Goods returned"))
                                                      : (is_taken ? N_("Goods brought") : N_("Goods taken back")))),
                  .title = about.name(),
                  .beside = {filled(words(N_("No. {}")), slip->number), words.full_date(slip->business_date),
                             words.time(profile.clock().local(slip->at))},
                  .figure = {},
                  .said = {},
                  .tables = {},
                  .note = slip->note,
                  .signers = {is_theirs == is_taken ? about.name() : profile.name,
                              is_theirs == is_taken ? profile.name : about.name()}};
  const auto agreement = agreement_at(database, slip->partner, slip->book, slip->at);
  if (agreement) view.said = said(*agreement, about.name(), words, profile.money());
  PaperTable table{.heading = {},
                   .columns = {{std::string(words(N_("Item"))), Align::Left, 7},
                               {std::string(words(N_("Quantity"))), Align::Right, 2},
                               {std::string(words(N_("Price"))), Align::Right, 3},
                               {std::string(words(N_("Share"))), Align::Right, 3}},
                   .rows = {},
                   .when_empty = {}};
  Quantity pieces;
  for (const SlipLine& line : slip->lines) {
    const std::optional<Product> product = find_product(database, line.product);
    std::string share = "–";
    if (line.piece_price)
      share = about.plain(*line.piece_price);
    else if (agreement && agreement->kind == ShareKind::Percent)
      share = share_text(agreement->share_bp, words);
    table.rows.push_back({{product_label(database, line.product), words.quantity(line.quantity),
                           about.plain(product ? product->price : Money{}), share},
                          RowTone::Plain});
    pieces += line.quantity;
  }
  table.rows.push_back({{std::string(words(N_("Total"))), words.quantity(pieces), "", ""}, RowTone::Strong});
  view.tables.push_back(std::move(table));
  Document document = table_paper(view, SheetPaper::A4, words);
  document.made_at = profile.clock().local(slip->at);
  return document;
}

Document payouts_of(const Database& database, const Profile& profile, Book book, Date business_date, Instant now) {
  const Words& words = profile.words();
  TablePaper view{.head = letterhead_of(database, profile),
                  .kind = std::string(words(N_("Payouts to partners"))),
                  .title = words.full_date(business_date),
                  .beside = {},
                  .figure = {},
                  .said = {},
                  .tables = {},
                  .note = {},
                  .signers = {}};
  PaperTable table{.heading = {},
                   .columns = {{std::string(words(N_("Partner"))), Align::Left, 5},
                               {std::string(words(N_("Sold"))), Align::Right, 2},
                               {std::string(words(N_("How"))), Align::Left, 3},
                               {std::string(words(N_("Paid out"))), Align::Right, 3},
                               {std::string(words(N_("Signature"))), Align::Left, 4}},
                   .rows = {},
                   .when_empty = std::string(words(N_("Nothing was paid out on this day.")))};
  Money total;
  for (const PartnerEntry& entry : settlements_of_day(database, book, business_date)) {
    const About about(database, profile, entry.partner);
    const Statement period =
        statement(database, {.partner = entry.partner, .book = book, .settlement = entry.n}, business_date);
    Quantity sold;
    for (const GoodsRow& row : period.goods) sold += row.sold;
    const std::string_view how = entry.paid_by == PaidBy::Cash       ? words(N_("Cash"))
                                 : entry.paid_by == PaidBy::Transfer ? words(N_("Transfer"))
                                                                     : words(N_("Carried over"));
    table.rows.push_back(
        {{about.name(), about.pieces(sold), std::string(how), about.plain(-entry.amount), ""}, RowTone::Plain});
    total -= entry.amount;
  }
  const auto partners = std::ssize(table.rows);
  if (partners > 0)
    table.rows.push_back(
        {{std::string(words(N_("Total"))), "", "", words.money(total, profile.money(), Symbol::Hidden), ""},
         RowTone::Strong});
  view.figure = PaperFigure{filled(words.plural("{} partner", "{} partners", partners), partners),
                            words.money(total, profile.money())};
  view.tables.push_back(std::move(table));
  Document document = table_paper(view, SheetPaper::A4, words);
  document.made_at = profile.clock().local(now);
  return document;
}

Document vendor_directory_of(const Database& database, const Profile& profile, Instant now) {
  const Words& words = profile.words();
  const LocalTime made_at = profile.clock().local(now);
  PaperTable table{.heading = {},
                   .columns = {{std::string(words(N_("Name"))), Align::Left, 4},
                               {std::string(words(N_("Makes"))), Align::Left, 5},
                               {std::string(words(N_("Town"))), Align::Left, 3},
                               {std::string(words(N_("Phone"))), Align::Left, 4}},
                   .rows = {},
                   .when_empty = std::string(words(N_("No partners yet.")))};
  for (const PartnerRow& row : partner_rows(database, {})) {
    const About about(database, profile, row.id);
    table.rows.push_back(
        {{about.name(), row.makes, row.town, written_phone(about.partner.phone, home_country_code(profile.currency))},
         RowTone::Plain});
  }
  const TablePaper view{.head = letterhead_of(database, profile),
                        .kind = std::string(words(N_("Makers"))),
                        .title = std::string(words(N_("Our neighbours"))),
                        .beside = {words.full_date(made_at.date)},
                        .figure = {},
                        .said = {},
                        .tables = {table},
                        .note = {},
                        .signers = {}};
  Document document = table_paper(view, SheetPaper::A4, words);
  document.made_at = made_at;
  return document;
}

}  // namespace lapak
