// shop: papers about a pre-order round.
#include "core/shop/round_papers.h"

#include <fmt/format.h>

#include "core/base/check.h"
#include "core/order/round_store.h"
#include "core/paper/table_paper.h"
#include "core/shop/documents.h"
#include "core/words/filled.h"

namespace lapak {
namespace {

RoundPage known_page(const Database& database, Id<Round> id) {
  std::optional<RoundPage> page = round_page(database, id);
  LAPAK_ASSERT(page.has_value());
  return *std::move(page);
}

PaperTable goods_table(const RoundPage& page, const Words& words) {
  const auto counted = [&](const std::optional<Quantity>& count) { return count ? words.quantity(*count) : "–"; };
  PaperTable table{.heading = std::string(words(N_("To be made"))),
                   .columns = {{std::string(words(N_("Item"))), Align::Left, 6},
                               {std::string(words(N_("Ordered"))), Align::Right, 2},
                               {std::string(words(N_("Quota"))), Align::Right, 2},
                               {std::string(words(N_("Left"))), Align::Right, 2}},
                   .rows = {},
                   .when_empty = {}};
  for (const RoundItemRow& row : page.items)
    table.rows.push_back(
        {{row.name, words.quantity(row.ordered), counted(row.item.quota), counted(row.left)}, RowTone::Plain});
  table.rows.push_back(
      {{std::string(words(N_("All"))), words.quantity(page.ordered), counted(page.round.quota), counted(page.left)},
       RowTone::Strong});
  return table;
}

PaperTable people_table(const Database& database, const RoundPage& page, const Words& words, const Currency& currency) {
  PaperTable table{.heading = std::string(words(N_("For whom"))),
                   .columns = {{std::string(words(N_("Order"))), Align::Left, 2},
                               {std::string(words(N_("Name"))), Align::Left, 4},
                               {std::string(words(N_("Item"))), Align::Left, 6},
                               {std::string(words(N_("Quantity"))), Align::Right, 2},
                               {std::string(words(N_("Due"))), Align::Right, 3}},
                   .rows = {},
                   .when_empty = std::string(words(N_("Nobody takes part yet.")))};
  for (const OrderRow& order : page.orders) {
    bool is_first = true;
    for (const Pick& pick : picks_of(database, order.order.id)) {
      std::string name;
      for (const RoundItemRow& row : page.items)
        if (row.item.product == pick.product) name = row.name;
      const std::string number = fmt::format("#{}", order.order.number);
      table.rows.push_back({{is_first ? number : "", is_first ? order.client : "", name, words.quantity(pick.quantity),
                             is_first ? words.money(order.rest, currency, Symbol::Hidden) : ""},
                            RowTone::Plain});
      is_first = false;
    }
  }
  return table;
}

}  // namespace

Document round_paper_of(const Database& database, const Profile& profile, Id<Round> id, Instant now) {
  const Words& words = profile.words();
  const RoundPage page = known_page(database, id);
  const LocalTime made_at = profile.clock().local(now);
  TablePaper view{.head = letterhead_of(database, profile),
                  .kind = std::string(words(N_("Pre-order"))),
                  .title = page.round.name,
                  .beside = {words.full_date(made_at.date)},
                  .figure = PaperFigure{std::string(words(N_("To be made"))), words.quantity(page.ordered)},
                  .said = {},
                  .tables = {goods_table(page, words), people_table(database, page, words, profile.money())},
                  .note = {},
                  .signers = {}};
  const auto people = static_cast<std::int64_t>(page.orders.size());
  view.said.push_back(filled(words.plural("{0} person, {1} held as deposits, {2} still to come.",
                                          "{0} people, {1} held as deposits, {2} still to come.", people),
                             people, words.money(page.deposits, profile.money()),
                             words.money(page.rest, profile.money())));
  if (page.round.promised)
    view.said.push_back(filled(words(N_("Promised for {}.")), words.full_date(*page.round.promised)));
  Document document = table_paper(view, SheetPaper::A4, words);
  document.made_at = made_at;
  return document;
}

std::string round_text(const Database& database, const Profile& profile, Id<Round> id, Date today) {
  const Words& words = profile.words();
  const RoundPage page = known_page(database, id);
  const Round& round = page.round;
  std::string text = fmt::format("{}\n{}\n", profile.name, filled(words(N_("Pre-order {}")), round.name));
  const bool is_open = takes_orders(round, today);
  if (!is_open)
    text += std::string(words(N_("It is closed."))) + '\n';
  else if (round.closes)
    text += filled(words(N_("Order until {}.")), words.full_date(*round.closes)) + '\n';
  if (round.promised) text += filled(words(N_("Ready on {}.")), words.full_date(*round.promised)) + '\n';
  text += '\n';
  for (const RoundItemRow& row : page.items) {
    text += fmt::format("• {}: {}", row.name, words.money(row.item.price, profile.money()));
    if (is_open && row.left)
      text += ", " + (row.left->is_zero() ? std::string(words(N_("all taken")))
                                          : filled(words(N_("{} left")), words.quantity(*row.left)));
    text += '\n';
  }
  if (is_open && round.deposit_percent > 0)
    text += '\n' + filled(words(N_("Deposit {}.")), words.percent({round.deposit_percent, 100})) + '\n';
  return text;
}

}  // namespace lapak
