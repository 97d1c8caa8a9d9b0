// shop: papers of the workshop.
#include "core/shop/making_papers.h"

#include <fmt/format.h>

#include "core/making/material_store.h"
#include "core/paper/table_paper.h"
#include "core/shop/documents.h"
#include "core/words/filled.h"

namespace lapak {
namespace {

std::string supplier_of(const ShoppingRow& row, const Words& words) {
  return row.supplier.empty() ? std::string(words(N_("Wherever it is sold"))) : row.supplier;
}
std::string to_buy_of(const ShoppingRow& row, const Words& words) {
  return fmt::format("{} {}", words.quantity(row.buy), unit_name(row.bought_in, words));
}

}  // namespace

Document shopping_paper_of(const Database& database, const Profile& profile, Instant now) {
  const Words& words = profile.words();
  const LocalTime made_at = profile.clock().local(now);
  const std::vector<ShoppingRow> list = shopping_list(database);
  TablePaper view{.head = letterhead_of(database, profile),
                  .kind = std::string(words(N_("Shopping list"))),
                  .title = std::string(words(N_("Materials to buy"))),
                  .beside = {words.full_date(made_at.date)},
                  .figure = {},
                  .said = {},
                  .tables = {},
                  .note = {},
                  .signers = {}};
  Money about;
  std::string supplier;
  for (const ShoppingRow& row : list) {
    about += row.about;
    if (view.tables.empty() || supplier_of(row, words) != supplier) {
      supplier = supplier_of(row, words);
      view.tables.push_back({.heading = supplier,
                             .columns = {{std::string(words(N_("Material"))), Align::Left, 6},
                                         {std::string(words(N_("Missing"))), Align::Right, 3},
                                         {std::string(words(N_("Buy"))), Align::Right, 3},
                                         {std::string(words(N_("Worth"))), Align::Right, 3}},
                             .rows = {},
                             .when_empty = {}});
    }
    view.tables.back().rows.push_back(
        {{row.name, fmt::format("{} {}", words.quantity(row.missing), unit_name(row.unit, words)),
          to_buy_of(row, words), row.about.is_zero() ? "–" : words.money(row.about, profile.money(), Symbol::Hidden)},
         RowTone::Plain});
  }
  if (list.empty())
    view.said.emplace_back(words(N_("Nothing is missing.")));
  else
    view.figure = PaperFigure{std::string(words(N_("At the last prices about"))), words.money(about, profile.money())};
  Document document = table_paper(view, SheetPaper::A4, words);
  document.made_at = made_at;
  return document;
}

std::string shopping_text(const Database& database, const Profile& profile) {
  const Words& words = profile.words();
  std::string text = fmt::format("{}\n{}\n", profile.name, words(N_("Shopping list")));
  std::string supplier;
  for (const ShoppingRow& row : shopping_list(database)) {
    if (supplier_of(row, words) != supplier) {
      supplier = supplier_of(row, words);
      text += fmt::format("\n{}\n", supplier);
    }
    text += fmt::format("• {}: {}\n", row.name, to_buy_of(row, words));
  }
  return text;
}

}  // namespace lapak
