// cli: goods between places, and stocktakes.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/speech.h"
#include "core/base/text.h"
#include "core/catalog/product_store.h"
#include "core/fair/fair_commands.h"
#include "core/people/people_store.h"
#include "core/stock/stock_commands.h"
#include "core/stock/stocktake.h"

namespace lapak {
namespace {

using OrderedJson = nlohmann::ordered_json;

// "CODE:3". Problems: ProductUnknown, NotAQuantity.
Result<PackForFair::Line> pieces_argument(const Shop& shop, const std::string& argument) {
  const auto colon = argument.rfind(':');
  const std::string code = argument.substr(0, colon);
  const std::optional<Product> product = find_product_by_code(shop.facts(), code);
  if (!product) return refuse(ProblemCode::ProductUnknown, code);
  const Result<Quantity> quantity = parse_quantity(
      colon == std::string::npos ? std::string() : argument.substr(colon + 1), NumberStyle::PointDecimal);
  if (!quantity) return std::unexpected(quantity.error());
  return PackForFair::Line{product->id, *quantity};
}

// "home", "fair:NAME", "partner:NAME". Problems: PlaceUnknown, FairUnknown.
Result<GoodsSpot> spot_argument(const Shop& shop, const std::string& argument) {
  if (argument == "home") return GoodsSpot{};
  const auto colon = argument.find(':');
  const std::string kind = argument.substr(0, colon);
  const std::string name = colon == std::string::npos ? std::string() : argument.substr(colon + 1);
  if (kind == "fair") {
    const auto fair = find_fair(shop.facts(), name, shop.today());
    if (!fair) return refuse(ProblemCode::FairUnknown, name);
    return GoodsSpot{.box = *fair, .shop = {}};
  }
  if (kind == "partner")
    for (const Contact& contact : people(shop.facts(), {.search = name, .count = 200}).rows)
      if (folded(contact.name) == folded(name)) return GoodsSpot{.box = {}, .shop = contact.id};
  return refuse(ProblemCode::PlaceUnknown, argument);
}

Result<void> move(Shop& shop, const MoveRequest& request) {
  MoveGoods move{.from = {}, .to = {}, .lines = {}, .note = request.note};
  for (const auto& [argument, spot] : {std::pair(&request.from, &move.from), std::pair(&request.to, &move.to)}) {
    const Result<GoodsSpot> read = spot_argument(shop, *argument);
    if (!read) return std::unexpected(read.error());
    *spot = *read;
  }
  for (const std::string& argument : request.lines) {
    const Result<PackForFair::Line> line = pieces_argument(shop, argument);
    if (!line) return std::unexpected(line.error());
    move.lines.push_back(*line);
  }
  const Result<Outcome> moved = shop.execute(move);
  if (!moved) return std::unexpected(moved.error());
  return {};
}

Result<void> begin(Shop& shop, const StocktakeRequest& request) {
  BeginStocktake begin{.place = {}, .category = {}, .blind = request.blind};
  if (!request.category.empty()) {
    const std::optional<Category> category = find_category(shop.facts(), std::string_view(request.category));
    if (!category) return refuse(ProblemCode::CategoryUnknown, request.category);
    begin.category = category->id;
  }
  if (!request.fair.empty()) {
    const auto fair = find_fair(shop.facts(), request.fair, shop.today());
    if (!fair) return refuse(ProblemCode::FairUnknown, request.fair);
    const auto box = box_of(shop.facts(), *fair);
    if (!box) return refuse(ProblemCode::NothingPacked, request.fair);
    begin.place = *box;
  }
  const Result<Outcome> begun = shop.execute(begin);
  if (!begun) return std::unexpected(begun.error());
  return {};
}

Result<void> count(Shop& shop, const StocktakeRequest& request) {
  for (const std::string& argument : request.lines) {
    const Result<PackForFair::Line> line = pieces_argument(shop, argument);
    if (!line) return std::unexpected(line.error());
    if (const auto counted = shop.execute(CountPieces{line->product, line->quantity}); !counted)
      return std::unexpected(counted.error());
    if (request.reason.empty()) continue;
    if (const auto said = shop.execute(ExplainCount{line->product, find_count_reason(request.reason).value()}); !said)
      return std::unexpected(said.error());
  }
  return {};
}

Result<void> carry_out_act(Shop& shop, const StocktakeRequest& request) {
  switch (request.act) {
    case StocktakeAct::Begin:
      return begin(shop, request);
    case StocktakeAct::Count:
      return count(shop, request);
    case StocktakeAct::Finish:
    case StocktakeAct::GiveUp: {
      const auto ended =
          request.act == StocktakeAct::Finish ? shop.execute(FinishStocktake{}) : shop.execute(GiveUpStocktake{});
      if (!ended) return std::unexpected(ended.error());
      return {};
    }
    case StocktakeAct::Show:
    case StocktakeAct::Past:
      break;
  }
  return {};
}

void show_past(const Shop& shop, const StocktakeRequest& request, std::ostream& out) {
  const Profile& profile = shop.profile();
  OrderedJson all = OrderedJson::array();
  for (const PastStocktake& past : past_stocktakes(shop.facts(), 100)) {
    all.push_back({{"date", past.stocktake.business_date.iso()},
                   {"place", past.title},
                   {"counted", past.counted},
                   {"differing", past.differing},
                   {"missing", past.missing_worth.minor},
                   {"found", past.found_worth.minor}});
    if (!request.as_json)
      out << fmt::format("{}\t{}\t{}\t{}\t{}\n", past.stocktake.business_date.iso(), past.title, past.counted,
                         past.differing, profile.words().money(past.found_worth - past.missing_worth, profile.money()));
  }
  if (request.as_json) out << OrderedJson{{"currency", profile.currency}, {"stocktakes", all}}.dump() << '\n';
}

// Problems: StocktakeNone.
Result<void> show_open(const Shop& shop, const StocktakeRequest& request, std::ostream& out) {
  const std::optional<Stocktake> open = open_stocktake(shop.facts());
  if (!open) return refuse(ProblemCode::StocktakeNone);
  const StocktakeView view =
      stocktake_list(shop.facts(), {.stocktake = open->id, .count = std::numeric_limits<int>::max()});
  const Words& words = shop.profile().words();
  OrderedJson rows = OrderedJson::array();
  for (const StocktakeRow& row : view.rows) {
    const bool is_told = !open->blind || row.counted;
    rows.push_back({{"code", row.code},
                    {"name", row.name},
                    {"counted_thousandths", row.counted ? OrderedJson(row.counted->thousandths) : OrderedJson()},
                    {"expected_thousandths", is_told ? OrderedJson(row.expected.thousandths) : OrderedJson()},
                    {"reason", count_reason_code(row.reason)},
                    {"worth", row.worth().minor}});
    if (!request.as_json)
      out << fmt::format("{}\t{}\t{}\t{}\n", row.code, row.name, row.counted ? words.quantity(*row.counted) : "-",
                         is_told ? words.quantity(row.expected) : "-");
  }
  if (request.as_json)
    out << OrderedJson{{"place", stocktake_title(shop.facts(), *open)},
                       {"blind", open->blind},
                       {"counted", view.counted},
                       {"to_count", view.to_count},
                       {"missing", view.missing_worth.minor},
                       {"found", view.found_worth.minor},
                       {"rows", rows}}
               .dump()
        << '\n';
  return {};
}

}  // namespace

int carry_out_move(const MoveRequest& request, const Terminal& terminal) {
  return with_shop(request.shop, terminal, [&](Shop& shop, const Speech& speech) {
    const Result<void> done = move(shop, request);
    return done ? kDone : speech.say(done.error());
  });
}

int carry_out_stocktake(const StocktakeRequest& request, const Terminal& terminal) {
  return with_shop(request.shop, terminal, [&](Shop& shop, const Speech& speech) {
    Result<void> done = carry_out_act(shop, request);
    if (request.act == StocktakeAct::Past) show_past(shop, request, terminal.out);
    if (request.act == StocktakeAct::Show) done = show_open(shop, request, terminal.out);
    return done ? kDone : speech.say(done.error());
  });
}

}  // namespace lapak
