// cli: fairs.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/speech.h"
#include "core/base/currency.h"
#include "core/catalog/product_store.h"
#include "core/exchange/calendar.h"
#include "core/paper/pdf.h"
#include "core/report/agenda.h"
#include "core/report/fair_report.h"
#include "core/report/whereabouts.h"
#include "core/shop/fair_papers.h"

namespace lapak {
namespace {

using OrderedJson = nlohmann::ordered_json;

// "A:B:C" → {"A", "B", "C"}; what is not there is empty, the last part may have colons.
std::vector<std::string> parts_of(std::string_view argument, std::size_t most) {
  std::vector<std::string> parts;
  while (parts.size() + 1 < most) {
    const auto colon = argument.find(':');
    parts.emplace_back(argument.substr(0, colon));
    argument.remove_prefix(std::min(argument.size(), parts.back().size() + 1));
  }
  parts.emplace_back(argument);
  return parts;
}

// Problems: FairUnknown.
Result<Id<Fair>> known_fair(const Shop& shop, const std::string& name) {
  const auto fair = find_fair(shop.facts(), name, shop.today());
  if (!fair) return refuse(ProblemCode::FairUnknown, name);
  return *fair;
}

// Problems: ProductUnknown.
Result<Id<Product>> product_argument(const Shop& shop, const std::string& code) {
  const std::optional<Product> product = find_product_by_code(shop.facts(), code);
  if (!product) return refuse(ProblemCode::ProductUnknown, code);
  return product->id;
}

// "7.5" percent as 750. Problems: NotAQuantity.
Result<std::int64_t> percent_argument(std::string_view typed) {
  const Result<Quantity> percent = parse_quantity(typed, NumberStyle::PointDecimal);
  if (!percent) return std::unexpected(percent.error());
  return percent->thousandths / 10;
}

// "9.00" or "17:30" as minutes after midnight. Problems: FairHours.
Result<int> clock_argument(std::string_view typed) {
  const Result<Quantity> read = [&] {
    std::string with_point(typed);
    std::ranges::replace(with_point, ':', '.');
    return parse_quantity(with_point, NumberStyle::PointDecimal);
  }();
  if (!read) return refuse(ProblemCode::FairHours);
  const auto hours = read->thousandths / 1000, minutes = read->thousandths % 1000 / 10;
  if (hours > 23 || minutes > 59) return refuse(ProblemCode::FairHours);
  return static_cast<int>(hours * 60 + minutes);
}

Result<FairDay> day_argument(const std::string& argument) {
  const auto parts = parts_of(argument, 2);
  const std::optional<Date> date = parse_date(parts[0]);
  if (!date) return refuse(ProblemCode::NotADate, parts[0]);
  FairDay day{.date = *date};
  if (parts[1].empty()) return day;
  const auto dash = parts[1].find('-');
  if (dash == std::string::npos) return refuse(ProblemCode::FairHours);
  const Result<int> opens = clock_argument(std::string_view(parts[1]).substr(0, dash));
  const Result<int> closes = clock_argument(std::string_view(parts[1]).substr(dash + 1));
  if (!opens) return std::unexpected(opens.error());
  if (!closes) return std::unexpected(closes.error());
  day.opens_minute = *opens;
  day.closes_minute = *closes;
  return day;
}

Result<Money> amount_or(const Shop& shop, const std::string& typed, Money before) {
  return typed.empty() ? Result<Money>(before) : parse_amount_argument(typed, shop.profile().money());
}

Result<void> change_fee(const Shop& shop, const FairRequest& request, BoothFee& fee) {
  for (const auto& [typed, amount] : {std::pair(&request.fixed, &fee.fixed), std::pair(&request.minimum, &fee.minimum),
                                      std::pair(&request.deposit, &fee.deposit)}) {
    const Result<Money> read = amount_or(shop, *typed, *amount);
    if (!read) return std::unexpected(read.error());
    *amount = *read;
  }
  if (!request.maximum.empty()) {
    const Result<Money> maximum = parse_amount_argument(request.maximum, shop.profile().money());
    if (!maximum) return std::unexpected(maximum.error());
    fee.maximum = *maximum;
  }
  if (!request.percent.empty()) {
    const Result<std::int64_t> share = percent_argument(request.percent);
    if (!share) return std::unexpected(share.error());
    fee.share_bp = *share;
  }
  if (!request.due.empty()) {
    fee.due = parse_date(request.due);
    if (!fee.due) return refuse(ProblemCode::NotADate, request.due);
  }
  return {};
}

// Its own prices and its own tax.
Result<void> change_terms(const Shop& shop, const FairRequest& request, Fair& fair) {
  if (!request.price_change.empty()) {
    const bool is_less = request.price_change.starts_with('-');
    const Result<std::int64_t> change =
        percent_argument(std::string_view(request.price_change).substr(is_less ? 1 : 0));
    if (!change) return std::unexpected(change.error());
    fair.price_change_bp = is_less ? -*change : *change;
  }
  if (!request.prices.empty()) fair.prices.clear();
  for (const std::string& argument : request.prices) {
    const auto colon = argument.rfind(':');
    const std::string typed = colon == std::string::npos ? std::string() : argument.substr(colon + 1);
    const Result<Id<Product>> product = product_argument(shop, argument.substr(0, colon));
    if (!product) return std::unexpected(product.error());
    const Result<Money> price = parse_amount_argument(typed, shop.profile().money());
    if (!price) return std::unexpected(price.error());
    fair.prices.push_back({*product, *price});
  }
  if (request.tax.empty()) return {};
  fair.tax.reset();
  if (request.tax == "none") return {};
  const auto parts = parts_of(request.tax, 3);
  const Result<std::int64_t> rate = percent_argument(parts[1]);
  if (!rate) return std::unexpected(rate.error());
  fair.tax = FairTax{.name = parts[0], .rate = {*rate, 10'000}, .included = parts[2] != "added"};
  return {};
}

Result<void> change_lists(Shop& shop, const FairRequest& request, Fair& fair) {
  const Currency& currency = shop.profile().money();
  if (!request.days.empty()) fair.days.clear();
  for (const std::string& argument : request.days) {
    const Result<FairDay> day = day_argument(argument);
    if (!day) return std::unexpected(day.error());
    fair.days.push_back(*day);
  }
  if (!request.costs.empty()) fair.costs.clear();
  for (const std::string& argument : request.costs) {
    const auto parts = parts_of(argument, 2);
    const Result<Money> amount = parse_amount_argument(parts[1], currency);
    if (!amount) return std::unexpected(amount.error());
    fair.costs.push_back({parts[0], *amount});
  }
  if (!request.helpers.empty()) fair.helpers.clear();
  for (const std::string& argument : request.helpers) {
    const auto parts = parts_of(argument, 3);
    const Result<Quantity> minutes = parse_quantity(parts[1], NumberStyle::PointDecimal);
    if (!minutes) return std::unexpected(minutes.error());
    const Result<Money> pay = amount_or(shop, parts[2], Money{});
    if (!pay) return std::unexpected(pay.error());
    const Result<Id<Contact>> contact = client_argument(shop, parts[0]);
    if (!contact) return std::unexpected(contact.error());
    fair.helpers.push_back({*contact, minutes->thousandths / 1000, *pay});
  }
  return {};
}

// What is said of a card; the rest stays.
Result<void> change_card(Shop& shop, const FairRequest& request, Fair& fair) {
  for (const auto& [typed, text] : {std::pair(&request.stall, &fair.stall), std::pair(&request.town, &fair.town),
                                    std::pair(&request.note, &fair.note)})
    if (!typed->empty()) *text = *typed;
  if (!request.state.empty()) fair.state = find_fair_state(request.state).value();
  if (!request.verdict.empty()) fair.verdict = find_verdict(request.verdict);
  if (request.own_minutes >= 0) fair.own_minutes = request.own_minutes;
  const Result<Money> float_planned = amount_or(shop, request.float_amount, fair.float_planned);
  if (!float_planned) return std::unexpected(float_planned.error());
  fair.float_planned = *float_planned;
  if (auto changed = change_fee(shop, request, fair.fee); !changed) return changed;
  if (auto changed = change_lists(shop, request, fair); !changed) return changed;
  if (auto changed = change_terms(shop, request, fair); !changed) return changed;
  if (request.organiser.empty()) return {};
  const Result<Id<Contact>> organiser = client_argument(shop, request.organiser);
  if (!organiser) return std::unexpected(organiser.error());
  fair.organiser = *organiser;
  return {};
}

Result<void> execute(Shop& shop, const Command& command) {
  const Result<Outcome> outcome = shop.execute(command);
  if (!outcome) return std::unexpected(outcome.error());
  return {};
}

Result<std::vector<PackForFair::Line>> lines_argument(const Shop& shop, const std::vector<std::string>& arguments) {
  std::vector<PackForFair::Line> lines;
  for (const std::string& argument : arguments) {
    const auto parts = parts_of(argument, 2);
    const Result<Id<Product>> product = product_argument(shop, parts[0]);
    if (!product) return std::unexpected(product.error());
    const Result<Quantity> quantity = parse_quantity(parts[1], NumberStyle::PointDecimal);
    if (!quantity) return std::unexpected(quantity.error());
    lines.push_back({*product, *quantity});
  }
  return lines;
}

Result<void> pack(Shop& shop, Id<Fair> fair, const FairRequest& request) {
  Result<std::vector<PackForFair::Line>> lines = lines_argument(shop, request.lines);
  if (!lines) return std::unexpected(lines.error());
  if (request.as_suggested) {
    const PackingList list = packing_list(shop.facts(), fair).value();
    for (const PackingRow& row : list.rows)
      if (row.suggested > row.in_box) lines->push_back({row.product, row.suggested});
  }
  return execute(shop, PackForFair{fair, *std::move(lines)});
}

Result<void> note_asked(Shop& shop, const FairRequest& request) {
  NoteAsked asked{.product = {}, .what = request.what};
  if (!request.reason.empty()) asked.reason = find_asked(request.reason).value();
  if (!request.product.empty()) {
    const Result<Id<Product>> product = product_argument(shop, request.product);
    if (!product) return std::unexpected(product.error());
    asked.product = *product;
  }
  return execute(shop, asked);
}

Result<void> open_at(Shop& shop, Id<Fair> fair, const FairRequest& request) {
  const Result<Money> counted = amount_or(shop, request.float_amount, Money{});
  if (!counted) return std::unexpected(counted.error());
  return execute(shop, OpenFairDay{fair, {{Money{}, counted->minor}}});
}

std::string_view phase_code(FairPhase phase) {
  switch (phase) {
    case FairPhase::Coming:
      return "coming";
    case FairPhase::Now:
      return "now";
    case FairPhase::Over:
      return "over";
  }
  LAPAK_ASSERT(false);
}

OrderedJson figures_json(const FairFigures& figures) {
  return {{"sales_count", figures.sales_count},
          {"pieces_thousandths", figures.pieces.thousandths},
          {"sales", figures.sales.minor},
          {"tax_included", figures.tax.minor},
          {"goods", figures.goods.minor},
          {"unknown_cost_thousandths", figures.pieces_of_unknown_cost.thousandths},
          {"lost", figures.lost.minor},
          {"partners", figures.partners.minor},
          {"fee", figures.fee.minor},
          {"costs", figures.costs.minor},
          {"helpers", figures.helpers.minor},
          {"profit", figures.profit.minor},
          {"minutes", figures.minutes},
          {"per_hour", figures.per_hour ? OrderedJson(figures.per_hour->minor) : OrderedJson()}};
}

OrderedJson days_json(const Fair& fair) {
  OrderedJson days = OrderedJson::array();
  for (const FairDay& day : fair.days) days.push_back(day.date.iso());
  return days;
}

void list_fairs(const Shop& shop, const FairRequest& request, std::ostream& out) {
  const Profile& profile = shop.profile();
  OrderedJson all = OrderedJson::array();
  const std::vector<FairRow> rows =
      request.as_comparison ? fairs_compared(shop.facts(), shop.today()) : fair_rows(shop.facts(), shop.today());
  for (const FairRow& row : rows) {
    if (request.as_json)
      all.push_back({{"name", row.fair.name},
                     {"town", row.fair.town},
                     {"phase", phase_code(row.phase)},
                     {"state", fair_state_code(row.fair.state)},
                     {"days", days_json(row.fair)},
                     {"was_there", row.was_there},
                     {"figures", figures_json(row.figures)}});
    else
      out << fmt::format("{}\t{}\t{}\t{}\t{}\n", row.fair.name, first_day(row.fair).iso(),
                         fair_state_code(row.fair.state), profile.words().money(row.figures.sales, profile.money()),
                         row.was_there ? profile.words().money(row.figures.profit, profile.money()) : "-");
  }
  if (request.as_json) out << OrderedJson{{"currency", profile.currency}, {"fairs", all}}.dump() << '\n';
}

void show_packing(const Shop& shop, Id<Fair> fair, const FairRequest& request, std::ostream& out) {
  const PackingList list = packing_list(shop.facts(), fair).value();
  const Words& words = shop.profile().words();
  OrderedJson rows = OrderedJson::array();
  for (const PackingRow& row : list.rows) {
    if (request.as_json)
      rows.push_back({{"name", row.name},
                      {"at_home_thousandths", row.there.thousandths},
                      {"in_box_thousandths", row.in_box.thousandths},
                      {"sold_last_thousandths", row.sold_last.thousandths},
                      {"suggested_thousandths", row.suggested.thousandths}});
    else
      out << fmt::format("{}\t{}\t{}\t{}\n", row.name, words.quantity(row.in_box), words.quantity(row.there),
                         words.quantity(row.suggested));
  }
  if (!request.as_json) return;
  out << OrderedJson{{"fair", list.fair.name},
                     {"like", list.like ? OrderedJson(list.like->name) : OrderedJson()},
                     {"kinds", list.kinds},
                     {"pieces_thousandths", list.pieces.thousandths},
                     {"rows", rows}}
             .dump()
      << '\n';
}

void show_agenda(const Shop& shop, const FairRequest& request, const Terminal& terminal) {
  const Agenda found = agenda(shop.facts(), shop.profile(), shop.today());
  if (!request.output.empty())
    terminal.seams.files.replace(request.output, calendar_text(found, shop.profile().clock(), shop.now()));
  OrderedJson weeks = OrderedJson::array();
  for (const AgendaWeek& week : found.weeks) {
    OrderedJson entries = OrderedJson::array();
    for (const AgendaEntry& entry : week.entries) {
      entries.push_back({{"date", entry.date.iso()},
                         {"kind", agenda_kind_code(entry.kind)},
                         {"title", entry.title},
                         {"minutes", entry.minutes}});
      if (!request.as_json && request.output.empty())
        terminal.out << fmt::format("{}\t{}\t{}\n", entry.date.iso(), entry.minutes, entry.title);
    }
    weeks.push_back({{"monday", week.monday.iso()},
                     {"minutes", week.minutes},
                     {"too_much", week.is_too_much},
                     {"entries", entries}});
  }
  if (request.as_json) terminal.out << OrderedJson{{"cap_minutes", found.cap_minutes}, {"weeks", weeks}}.dump() << '\n';
}

Result<void> kit(Shop& shop, Id<Fair> fair, const FairRequest& request, std::ostream& out) {
  std::vector<KitItem> items = kit_of(shop.facts(), fair);
  if (items.empty())
    items = kit_to_begin_with(shop.facts(), find_fair(shop.facts(), fair).value(), shop.profile().words());
  for (const auto& [names, kind] :
       {std::pair(&request.equipment, KitKind::Equipment), std::pair(&request.money_things, KitKind::Money)}) {
    if (!names->empty()) std::erase_if(items, [&, kind = kind](const KitItem& item) { return item.kind == kind; });
    for (const std::string& name : *names) items.push_back({.kind = kind, .name = name, .packed = false});
  }
  for (KitItem& item : items) item.packed |= std::ranges::find(request.packed, item.name) != request.packed.end();
  if (items != kit_of(shop.facts(), fair))
    if (const auto saved = execute(shop, SaveKit{fair, items}); !saved) return saved;
  OrderedJson rows = OrderedJson::array();
  for (const KitItem& item : kit_of(shop.facts(), fair)) {
    rows.push_back({{"kind", kit_code(item.kind)}, {"name", item.name}, {"packed", item.packed}});
    if (!request.as_json) out << fmt::format("{}\t{}\t{}\n", kit_code(item.kind), item.name, item.packed ? "x" : "-");
  }
  if (request.as_json) out << OrderedJson{{"kit", rows}}.dump() << '\n';
  return {};
}

Result<void> carry_out_known(Shop& shop, const FairRequest& request, const Terminal& terminal) {
  const Result<Id<Fair>> fair = known_fair(shop, request.name);
  if (!fair) return std::unexpected(fair.error());
  switch (request.act) {
    case FairAct::Open:
      return open_at(shop, *fair, request);
    case FairAct::Organiser:
      terminal.seams.files.replace(request.output,
                                   pdf(organiser_paper_of(shop.facts(), shop.profile(), *fair, shop.now())));
      return {};
    case FairAct::Packing:
      if (!request.output.empty())
        terminal.seams.files.replace(request.output,
                                     pdf(packing_paper_of(shop.facts(), shop.profile(), *fair, shop.now())));
      show_packing(shop, *fair, request, terminal.out);
      return {};
    case FairAct::Kit:
      return kit(shop, *fair, request, terminal.out);
    case FairAct::Pack:
      return pack(shop, *fair, request);
    case FairAct::Home: {
      const auto found = lines_argument(shop, request.lines);
      if (!found) return std::unexpected(found.error());
      return execute(shop, BringHome{*fair, *found, request.reason});
    }
    default: {
      Fair card = find_fair(shop.facts(), *fair).value();
      if (const auto changed = change_card(shop, request, card); !changed) return std::unexpected(changed.error());
      return execute(shop, SaveFair{card});
    }
  }
}

Result<void> write_down(Shop& shop, const FairRequest& request) {
  Fair card{.name = request.name};
  if (const auto changed = change_card(shop, request, card); !changed) return std::unexpected(changed.error());
  return execute(shop, SaveFair{card});
}

OrderedJson page_json(const FairPage& page, const Profile& profile) {
  const Zone zone = profile.clock();
  const auto moment = [&](const std::optional<Instant>& at) {
    if (!at) return OrderedJson();
    const LocalTime local = zone.local(*at);
    return OrderedJson(fmt::format("{} {:02}:{:02}", local.date.iso(), local.hour, local.minute));
  };
  OrderedJson goods = OrderedJson::array(), hours = OrderedJson::array(), asked = OrderedJson::array();
  for (const FairGoods& each : page.goods)
    goods.push_back({{"name", each.name},
                     {"brought_thousandths", each.brought.thousandths},
                     {"sold_thousandths", each.sold.thousandths},
                     {"given_thousandths", each.given.thousandths},
                     {"lost_thousandths", each.lost.thousandths},
                     {"back_thousandths", each.back.thousandths},
                     {"left_thousandths", each.left.thousandths},
                     {"sales", each.net.minor},
                     {"ran_out_at", moment(each.ran_out_at)}});
  for (const FairHour& hour : page.hours)
    hours.push_back({{"hour", hour.hour}, {"sales_count", hour.sales_count}, {"sales", hour.sales.minor}});
  for (const AskedRow& row : page.asked)
    asked.push_back({{"what", row.what}, {"reason", asked_code(row.reason)}, {"times", row.times}});
  return {{"currency", profile.currency},
          {"name", page.fair.name},
          {"phase", phase_code(page.phase)},
          {"days", days_json(page.fair)},
          {"figures", figures_json(page.figures)},
          {"break_even", page.break_even
                             ? OrderedJson{{"sales", page.break_even->sales.minor}, {"pieces", page.break_even->pieces}}
                             : OrderedJson()},
          {"covered_at", moment(page.covered_at)},
          {"goods", goods},
          {"hours", hours},
          {"asked", asked},
          {"met", page.met.size()},
          {"orders", page.orders_count},
          {"deposits", page.deposits.minor},
          {"long_tail",
           {{"buyers", page.tail.buyers},
            {"sales_count", page.tail.sales_count},
            {"sales", page.tail.sales.minor},
            {"orders", page.tail.orders_count},
            {"orders_worth", page.tail.orders.minor}}}};
}

void print_page(const FairPage& page, const Profile& profile, std::ostream& out) {
  const FairFigures& figures = page.figures;
  for (const auto& [name, amount] :
       {std::pair("sales", figures.sales), std::pair("tax", figures.tax), std::pair("goods", figures.goods),
        std::pair("lost", figures.lost), std::pair("partners", figures.partners), std::pair("fee", figures.fee),
        std::pair("costs", figures.costs), std::pair("helpers", figures.helpers), std::pair("profit", figures.profit)})
    out << fmt::format("{}\t{}\n", name, profile.words().money(amount, profile.money()));
}

}  // namespace

int carry_out_fair(const FairRequest& request, const Terminal& terminal) {
  return with_shop(request.shop, terminal, [&](Shop& shop, const Speech& speech) {
    Result<void> done;
    if (request.act == FairAct::List && !request.output.empty())
      terminal.seams.files.replace(request.output, pdf(comparison_paper_of(shop.facts(), shop.profile(), shop.now())));
    else if (request.act == FairAct::List)
      list_fairs(shop, request, terminal.out);
    else if (request.act == FairAct::Agenda)
      show_agenda(shop, request, terminal);
    else if (request.act == FairAct::New)
      done = write_down(shop, request);
    else if (request.act == FairAct::Asked)
      done = note_asked(shop, request);
    else
      done = carry_out_known(shop, request, terminal);
    return done ? kDone : speech.say(done.error());
  });
}

int carry_out_places(const PlacesRequest& request, const Terminal& terminal) {
  return with_shop(request.shop, terminal, [&](Shop& shop, const Speech& speech) {
    OrderedJson all = OrderedJson::array();
    const Words& words = shop.profile().words();
    const auto show = [&](PlaceKind kind, const std::string& name, Quantity pieces, std::optional<int> kinds) {
      OrderedJson place{{"kind", place_kind_code(kind)}, {"name", name}, {"pieces_thousandths", pieces.thousandths}};
      if (kinds) place["kinds"] = *kinds;
      all.push_back(place);
      if (!request.as_json)
        terminal.out << fmt::format("{}\t{}\t{}\n", place_kind_code(kind), name, words.quantity(pieces));
    };
    if (request.product.empty()) {
      for (const PlaceSum& sum : place_sums(shop.facts())) show(sum.kind, sum.name, sum.pieces, sum.kinds);
    } else {
      const Result<Id<Product>> product = product_argument(shop, request.product);
      if (!product) return speech.say(product.error());
      for (const AtPlace& at : whereabouts(shop.facts(), *product)) show(at.kind, at.name, at.quantity, {});
    }
    if (request.as_json) terminal.out << OrderedJson{{"places", all}}.dump() << '\n';
    return kDone;
  });
}

int carry_out_fair_report(const ReportRequest& request, const Terminal& terminal) {
  return with_shop(request.shop, terminal, [&](Shop& shop, const Speech& speech) {
    const Result<Id<Fair>> fair = known_fair(shop, request.fair);
    if (!fair) return speech.say(fair.error());
    const FairPage page = fair_page(shop.facts(), shop.profile(), *fair, shop.now()).value();
    if (!request.output.empty())
      terminal.seams.files.replace(request.output, pdf(fair_paper_of(shop.facts(), shop.profile(), *fair, shop.now())));
    if (request.as_json)
      terminal.out << page_json(page, shop.profile()).dump() << '\n';
    else if (request.output.empty())
      print_page(page, shop.profile(), terminal.out);
    return kDone;
  });
}

}  // namespace lapak
