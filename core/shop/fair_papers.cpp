// shop: papers about a fair.
#include "core/shop/fair_papers.h"

#include <fmt/format.h>

#include "core/base/check.h"
#include "core/fair/kit.h"
#include "core/paper/table_paper.h"
#include "core/report/fair_report.h"
#include "core/shop/documents.h"
#include "core/words/filled.h"

namespace lapak {
namespace {

constexpr std::size_t most_rows = 20;  // what a page has room for

FairPage known_page(const Database& database, const Profile& profile, Id<Fair> fair, Instant now) {
  std::optional<FairPage> page = fair_page(database, profile, fair, now);
  LAPAK_ASSERT(page.has_value());
  return *std::move(page);
}

std::string days_of(const Fair& fair, const Words& words) {
  const std::string first = words.full_date(first_day(fair));
  return fair.days.size() == 1 ? first : fmt::format("{} – {}", first, words.full_date(last_day(fair)));
}

TablePaper headed(const Database& database, const Profile& profile, const Fair& fair, std::string_view kind) {
  TablePaper view{.head = letterhead_of(database, profile),
                  .kind = std::string(profile.words()(kind)),
                  .title = fair.name,
                  .beside = {days_of(fair, profile.words())},
                  .figure = {},
                  .said = {},
                  .tables = {},
                  .note = {},
                  .signers = {}};
  for (const std::string& where : {fair.town, fair.stall})
    if (!where.empty()) view.beside.push_back(where);
  return view;
}

Document laid_out(const TablePaper& view, const Profile& profile, Instant now) {
  Document document = table_paper(view, SheetPaper::A4, profile.words());
  document.made_at = profile.clock().local(now);
  return document;
}

// The fee as it was agreed: "100.000 and 10 % of what is sold, at least 120.000".
std::string fee_terms(const BoothFee& fee, const Profile& profile) {
  const Words& words = profile.words();
  const auto sum = [&](Money amount) { return words.money(amount, profile.money()); };
  const std::string share = words.percent({fee.share_bp, 10'000});
  std::string terms;
  if (fee.share_bp == 0)
    terms = filled(words(N_("The fee is {}.")), sum(fee.fixed));
  else if (fee.fixed.is_zero())
    terms = filled(words(N_("The fee is {} of what is sold.")), share);
  else
    terms = filled(words(N_("The fee is {0} and {1} of what is sold.")), sum(fee.fixed), share);
  if (!fee.minimum.is_zero()) terms += " " + filled(words(N_("It is at least {}.")), sum(fee.minimum));
  if (fee.maximum) terms += " " + filled(words(N_("It is at most {}.")), sum(*fee.maximum));
  return terms;
}

PaperTable sums_table(const FairFigures& figures, const Profile& profile) {
  const Words& words = profile.words();
  PaperTable table{.heading = {},
                   .columns = {{std::string(words(N_("From sales to profit"))), Align::Left, 6},
                               {std::string(words(N_("Amount"))), Align::Right, 3}},
                   .rows = {},
                   .when_empty = {}};
  const auto line = [&](std::string_view label, Money sum, RowTone tone = RowTone::Plain) {
    if (sum.is_zero() && tone == RowTone::Plain) return;
    table.rows.push_back({{std::string(words(label)), words.money(sum, profile.money())}, tone});
  };
  line(N_("Sales"), figures.sales, RowTone::Strong);
  line(N_("Tax in the prices"), -figures.tax);
  line(N_("Cost of goods"), -figures.goods);
  line(N_("Lost and given away"), -figures.lost);
  line(N_("Partners' shares"), -figures.partners);
  line(N_("Booth fee"), -figures.fee);
  line(N_("Expenses"), -figures.costs);
  line(N_("Helpers"), -figures.helpers);
  line(N_("Profit"), figures.profit, RowTone::Strong);
  return table;
}

PaperTable goods_table(const FairPage& page, const Words& words) {
  PaperTable table{.heading = std::string(words(N_("What was taken, and what became of it"))),
                   .columns = {{std::string(words(N_("Item"))), Align::Left, 7},
                               {std::string(words(N_("Brought"))), Align::Right, 2},
                               {std::string(words(N_("Sold"))), Align::Right, 2},
                               {std::string(words(N_("Lost, given"))), Align::Right, 3},
                               {std::string(words(N_("Back"))), Align::Right, 2}},
                   .rows = {},
                   .when_empty = std::string(words(N_("Nothing sold")))};
  const auto shown = [&](Quantity quantity) {
    return quantity.is_zero() ? std::string("–") : words.quantity(quantity);
  };
  for (const FairGoods& each : page.goods) {
    if (table.rows.size() == most_rows) break;
    table.rows.push_back({{each.name, shown(each.brought), shown(each.sold), shown(each.lost + each.given),
                           shown(each.back + each.left)},
                          RowTone::Plain});
  }
  return table;
}

}  // namespace

Document packing_paper_of(const Database& database, const Profile& profile, Id<Fair> fair, Instant now) {
  const std::optional<PackingList> list = packing_list(database, fair);
  LAPAK_ASSERT(list.has_value());
  const Words& words = profile.words();
  TablePaper view = headed(database, profile, list->fair, N_("Packing list"));
  PaperTable table{.heading = {},
                   .columns = {{std::string(words(N_("Item"))), Align::Left, 8},
                               {std::string(words(N_("Take"))), Align::Right, 2},
                               {std::string(words(N_("In the box"))), Align::Right, 2},
                               {std::string(words(N_("Back"))), Align::Right, 2}},
                   .rows = {},
                   .when_empty = std::string(words(N_("Nothing is in stock that could be taken along.")))};
  Quantity wanted;
  for (const PackingRow& row : list->rows) {
    const Quantity take = std::max(row.in_box, row.suggested);
    if (take <= Quantity{}) continue;
    wanted += take;
    table.rows.push_back(
        {{row.name, words.quantity(take), row.in_box.is_zero() ? "" : words.quantity(row.in_box), ""}, RowTone::Plain});
  }
  view.figure = PaperFigure{std::string(words(N_("Pieces"))), words.quantity(wanted)};
  if (list->like) view.said.push_back(filled(words(N_("Suggested from {}, three tenths more")), list->like->name));
  view.tables.push_back(std::move(table));
  for (const auto& [kind, heading] :
       {std::pair(KitKind::Equipment, N_("Equipment")), std::pair(KitKind::Money, N_("Money and tools"))}) {
    PaperTable kit{.heading = std::string(words(heading)),
                   .columns = {{std::string(words(N_("Item"))), Align::Left, 12},
                               {std::string(words(N_("In the box"))), Align::Right, 2}},
                   .rows = {},
                   .when_empty = {}};
    for (const KitItem& item : kit_of(database, fair))
      if (item.kind == kind) kit.rows.push_back({{item.name, item.packed ? "x" : ""}, RowTone::Plain});
    if (!kit.rows.empty()) view.tables.push_back(std::move(kit));
  }
  return laid_out(view, profile, now);
}

Document fair_paper_of(const Database& database, const Profile& profile, Id<Fair> fair, Instant now) {
  const FairPage page = known_page(database, profile, fair, now);
  const Words& words = profile.words();
  TablePaper view = headed(database, profile, page.fair, N_("Result of the fair"));
  view.figure = PaperFigure{std::string(words(N_("Profit"))), words.money(page.figures.profit, profile.money())};
  if (page.figures.per_hour)
    view.said.push_back(
        filled(words(N_("That is {} for an hour of work.")), words.money(*page.figures.per_hour, profile.money())));
  view.said.push_back(fee_terms(page.fair.fee, profile));
  view.tables = {sums_table(page.figures, profile), goods_table(page, words)};
  view.note = page.fair.note;
  return laid_out(view, profile, now);
}

Document organiser_paper_of(const Database& database, const Profile& profile, Id<Fair> fair, Instant now) {
  const FairPage page = known_page(database, profile, fair, now);
  const Words& words = profile.words();
  TablePaper view = headed(database, profile, page.fair, N_("Sales at the fair"));
  view.figure = PaperFigure{std::string(words(N_("Booth fee"))), words.money(page.figures.fee, profile.money())};
  view.said.push_back(fee_terms(page.fair.fee, profile));
  PaperTable table{.heading = {},
                   .columns = {{std::string(words(N_("What the fee is of"))), Align::Left, 6},
                               {std::string(words(N_("Amount"))), Align::Right, 3}},
                   .rows = {},
                   .when_empty = {}};
  const auto line = [&](std::string_view label, Money sum, RowTone tone) {
    table.rows.push_back({{std::string(words(label)), words.money(sum, profile.money())}, tone});
  };
  line(N_("Sales"), page.figures.sales, RowTone::Plain);
  line(N_("Booth fee"), page.figures.fee, RowTone::Strong);
  if (!page.fair.fee.deposit.is_zero()) {
    line(N_("Paid as a deposit"), -page.fair.fee.deposit, RowTone::Plain);
    line(N_("Still to pay"), page.figures.fee - page.fair.fee.deposit, RowTone::Strong);
  }
  view.tables.push_back(std::move(table));
  view.signers = {profile.name, page.organiser.empty() ? std::string(words(N_("Organiser"))) : page.organiser};
  return laid_out(view, profile, now);
}

Document comparison_paper_of(const Database& database, const Profile& profile, Instant now) {
  const Words& words = profile.words();
  const std::vector<FairRow> fairs = fairs_compared(database, profile.clock().local(now).date);
  TablePaper view{.head = letterhead_of(database, profile),
                  .kind = std::string(words(N_("Fairs compared"))),
                  .title = profile.name,
                  .beside = {words.full_date(profile.clock().local(now).date)},
                  .figure = PaperFigure{std::string(words(N_("Fairs"))), words.count(std::ssize(fairs))},
                  .said = {},
                  .tables = {},
                  .note = {},
                  .signers = {}};
  PaperTable table{.heading = {},
                   .columns = {{std::string(words(N_("Fair"))), Align::Left, 5},
                               {std::string(words(N_("Sales"))), Align::Right, 3},
                               {std::string(words(N_("Booth fee"))), Align::Right, 3},
                               {std::string(words(N_("Profit"))), Align::Right, 3},
                               {std::string(words(N_("An hour"))), Align::Right, 3}},
                   .rows = {},
                   .when_empty = std::string(words(N_("Once you sold at a fair it stands here beside the others.")))};
  const auto sum = [&](Money amount) { return words.money(amount, profile.money(), Symbol::Hidden); };
  for (const FairRow& row : fairs)
    table.rows.push_back(
        {{fmt::format("{} · {}", row.fair.name, words.short_date(first_day(row.fair))), sum(row.figures.sales),
          sum(row.figures.fee), sum(row.figures.profit), row.figures.per_hour ? sum(*row.figures.per_hour) : "–"},
         RowTone::Plain});
  view.tables.push_back(std::move(table));
  return laid_out(view, profile, now);
}

}  // namespace lapak
