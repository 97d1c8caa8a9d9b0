// cli: pre-order rounds.
#include <fmt/format.h>

#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/speech.h"
#include "core/base/currency.h"
#include "core/catalog/product_store.h"
#include "core/order/order_store.h"
#include "core/order/round_store.h"
#include "core/paper/pdf.h"
#include "core/shop/round_papers.h"

namespace lapak {
namespace {

using OrderedJson = nlohmann::ordered_json;

// "CODE:FIRST:SECOND" → {"CODE", "FIRST", "SECOND"}; what is not there is empty.
std::array<std::string, 3> parts_of(const std::string& argument) {
  std::array<std::string, 3> parts;
  std::string_view rest = argument;
  for (std::string& part : parts) {
    part = rest.substr(0, rest.find(':'));
    rest.remove_prefix(std::min(rest.size(), part.size() + 1));
  }
  return parts;
}

// Problems: ProductUnknown.
Result<Product> product_argument(const Shop& shop, const std::string& code) {
  std::optional<Product> product = find_product_by_code(shop.facts(), code);
  if (!product) return refuse(ProblemCode::ProductUnknown, code);
  return *std::move(product);
}

// Empty: none. Problems: NotAQuantity.
Result<std::optional<Quantity>> quota_argument(const std::string& typed) {
  if (typed.empty()) return std::nullopt;
  const Result<Quantity> quota = parse_quantity(typed, NumberStyle::PointDecimal);
  if (!quota) return std::unexpected(quota.error());
  return *quota;
}

// Empty: none. Problems: NotADate.
Result<std::optional<Date>> day_argument(const std::string& typed) {
  if (typed.empty()) return std::nullopt;
  const std::optional<Date> day = parse_date(typed);
  if (!day) return refuse(ProblemCode::NotADate, typed);
  return day;
}

Result<Round> round_argument(const Shop& shop, const RoundRequest& request) {
  Round round{.name = request.name,
              .items = {},
              .half_slots = std::lround(request.slots * 2),
              .minutes = std::lround(request.hours * 60),
              .deposit_percent = request.deposit_percent};
  for (const std::string& argument : request.items) {
    const auto [code, typed_price, typed_quota] = parts_of(argument);
    const Result<Product> product = product_argument(shop, code);
    if (!product) return std::unexpected(product.error());
    RoundItem item{.product = product->id, .price = product->price};
    if (!typed_price.empty()) {
      const Result<Money> price = parse_amount_argument(typed_price, shop.profile().money());
      if (!price) return std::unexpected(price.error());
      item.price = *price;
    }
    const auto quota = quota_argument(typed_quota);
    if (!quota) return std::unexpected(quota.error());
    item.quota = *quota;
    round.items.push_back(item);
  }
  const auto quota = quota_argument(request.quota);
  if (!quota) return std::unexpected(quota.error());
  round.quota = *quota;
  for (const auto& [typed, day] :
       {std::pair(&request.closes, &round.closes), std::pair(&request.promised, &round.promised)}) {
    const auto found = day_argument(*typed);
    if (!found) return std::unexpected(found.error());
    *day = *found;
  }
  return round;
}

Result<Id<Round>> known_round(const Shop& shop, const RoundRequest& request) {
  const auto round = find_round(shop.facts(), request.name, shop.today());
  if (!round) return refuse(ProblemCode::RoundUnknown);
  return *round;
}

Result<void> open_round(Shop& shop, const RoundRequest& request) {
  const Result<Round> round = round_argument(shop, request);
  if (!round) return std::unexpected(round.error());
  const Result<Outcome> outcome = shop.execute(SaveRound{*round});
  if (!outcome) return std::unexpected(outcome.error());
  return {};
}

// Prints the order's number, and the receipt's where something was paid.
Result<void> join_round(Shop& shop, const RoundRequest& request, std::ostream& out) {
  const Result<Id<Round>> round = known_round(shop, request);
  if (!round) return std::unexpected(round.error());
  JoinRound join{.round = *round, .client = {}, .picks = {}, .notes = request.notes};
  for (const std::string& argument : request.items) {
    const auto [code, typed, rest] = parts_of(argument);
    const Result<Product> product = product_argument(shop, code);
    if (!product) return std::unexpected(product.error());
    const Result<Quantity> quantity =
        typed.empty() ? Quantity::of(1) : parse_quantity(typed, NumberStyle::PointDecimal);
    if (!quantity) return std::unexpected(quantity.error());
    join.picks.push_back({product->id, *quantity, {}});
  }
  const Result<std::vector<Tender>> tenders = tender_arguments(request.payments, shop.profile().money());
  if (!tenders) return std::unexpected(tenders.error());
  const Result<Id<Contact>> client = client_argument(shop, request.client);
  if (!client) return std::unexpected(client.error());
  join.client = *client;
  const Result<Outcome> joined = shop.execute(join);
  if (!joined) return std::unexpected(joined.error());
  const Id<CustomOrder> order{joined->subject};
  out << find_order(shop.facts(), order)->number << '\n';
  if (tenders->empty()) return {};
  const Result<Outcome> paid = shop.execute(TakeOrderDeposit{order, *tenders});
  if (!paid) return std::unexpected(paid.error());
  out << paid->label << '\n';
  return {};
}

OrderedJson counted(const std::optional<Quantity>& count) {
  return count ? OrderedJson(count->thousandths) : OrderedJson();
}
OrderedJson day_json(const std::optional<Date>& day) {
  return day ? OrderedJson(day->iso()) : OrderedJson();
}

void list_rounds(const Shop& shop, const RoundRequest& request, std::ostream& out) {
  OrderedJson all = OrderedJson::array();
  for (const RoundRow& row : rounds(shop.facts(), shop.today())) {
    const bool is_open = takes_orders(row.round, shop.today());
    if (request.as_json)
      all.push_back({{"name", row.round.name},
                     {"open", is_open},
                     {"closes", day_json(row.round.closes)},
                     {"people", row.people},
                     {"ordered_thousandths", row.ordered.thousandths},
                     {"left_thousandths", counted(row.left)}});
    else
      out << fmt::format("{}\t{}\t{}\t{}\n", row.round.name, is_open ? "open" : "closed",
                         row.round.closes ? row.round.closes->iso() : "-",
                         shop.profile().words().quantity(row.ordered));
  }
  if (request.as_json) out << OrderedJson{{"rounds", all}}.dump() << '\n';
}

// What is to be made, as a table or as JSON.
void show_round(const Shop& shop, Id<Round> id, const RoundRequest& request, std::ostream& out) {
  const RoundPage page = round_page(shop.facts(), id).value();
  const Words& words = shop.profile().words();
  OrderedJson items = OrderedJson::array();
  for (const RoundItemRow& row : page.items) {
    if (request.as_json)
      items.push_back({{"name", row.name},
                       {"price", row.item.price.minor},
                       {"ordered_thousandths", row.ordered.thousandths},
                       {"quota_thousandths", counted(row.item.quota)},
                       {"left_thousandths", counted(row.left)}});
    else
      out << fmt::format("{}\t{}\t{}\n", row.name, words.quantity(row.ordered),
                         row.left ? words.quantity(*row.left) : "-");
  }
  if (!request.as_json) return;
  out << OrderedJson{{"currency", shop.profile().currency},
                     {"name", page.round.name},
                     {"items", items},
                     {"orders", page.orders.size()},
                     {"deposits", page.deposits.minor},
                     {"rest", page.rest.minor}}
             .dump()
      << '\n';
}

// Of a round that is there already. Problems: RoundUnknown, and those of the command.
Result<void> carry_out_known(Shop& shop, const RoundRequest& request, const Terminal& terminal) {
  const Result<Id<Round>> round = known_round(shop, request);
  if (!round) return std::unexpected(round.error());
  switch (request.act) {
    case RoundAct::Show:
      show_round(shop, *round, request, terminal.out);
      return {};
    case RoundAct::Paper:
      terminal.seams.files.replace(request.output,
                                   pdf(round_paper_of(shop.facts(), shop.profile(), *round, shop.now())));
      return {};
    case RoundAct::Text:
      terminal.out << round_text(shop.facts(), shop.profile(), *round, shop.today());
      return {};
    default: {
      const RoundState state = request.act == RoundAct::Close ? RoundState::Closed : RoundState::Open;
      const Result<Outcome> outcome = shop.execute(SetRoundState{*round, state});
      if (!outcome) return std::unexpected(outcome.error());
      return {};
    }
  }
}

}  // namespace

int carry_out_round(const RoundRequest& request, const Terminal& terminal) {
  return with_shop(request.shop, terminal, [&](Shop& shop, const Speech& speech) {
    Result<void> done;
    if (request.act == RoundAct::List)
      list_rounds(shop, request, terminal.out);
    else if (request.act == RoundAct::New)
      done = open_round(shop, request);
    else if (request.act == RoundAct::Join)
      done = join_round(shop, request, terminal.out);
    else
      done = carry_out_known(shop, request, terminal);
    return done ? kDone : speech.say(done.error());
  });
}

}  // namespace lapak
