// cli: making a shop, selling, the day, codes, copies.
#include "app/cli/commands.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "app/cli/speech.h"
#include "core/catalog/product_store.h"
#include "core/safety/backup.h"
#include "core/sale/cart_drafts.h"
#include "core/sale/cart_rules.h"
#include "core/sale/qris.h"
#include "core/sale/stall_terms.h"
#include "core/shop/demo.h"
#include "core/shop/replay.h"
#include "core/till/till_commands.h"

namespace lapak {
namespace {

using OrderedJson = nlohmann::ordered_json;

// "CODE[:QUANTITY[:PRICE]]". A code may itself have colons: the longest one that is known wins.
struct LineArgument {
  Product product;
  Quantity quantity = Quantity::of(1);
  std::optional<Money> price;
};

Result<LineArgument> parse_line(const Database& database, std::string_view text, const Currency& currency) {
  std::size_t colon = text.size();
  for (int parts = 0; parts < 3; ++parts) {
    if (auto product = find_product_by_code(database, text.substr(0, colon))) {
      LineArgument line{.product = std::move(*product), .quantity = Quantity::of(1), .price = {}};
      std::string_view rest = text.substr(std::min(colon + 1, text.size()));
      const std::string_view quantity = rest.substr(0, rest.find(':'));
      rest.remove_prefix(std::min(quantity.size() + 1, rest.size()));
      if (!quantity.empty()) {
        const auto parsed = parse_quantity(quantity, NumberStyle::PointDecimal);
        if (!parsed) return std::unexpected(parsed.error());
        if (parsed->is_zero()) return refuse(ProblemCode::QuantityZero);
        if (*parsed < Quantity{}) return refuse(ProblemCode::QuantityNegative);
        line.quantity = *parsed;
      }
      if (!rest.empty()) {
        const auto price = parse_amount_argument(rest, currency);
        if (!price) return std::unexpected(price.error());
        if (*price < Money{}) return refuse(ProblemCode::AmountNegative);
        line.price = *price;
      }
      return line;
    }
    if (colon == 0) break;
    const std::size_t earlier = text.rfind(':', colon - 1);
    if (earlier == text.npos) break;
    colon = earlier;
  }
  return refuse(ProblemCode::ProductUnknown, std::string(text.substr(0, text.find(':'))));
}

// Cash pays what the other payments leave; what was handed over beyond that is change.
Result<void> settle_cash(const Cart& cart, const Shop& shop, std::vector<Tender>& tenders) {
  const auto sums = totals(cart, rates_here(shop.facts(), shop.profile()), shop.today());
  if (!sums) return std::unexpected(sums.error());
  const bool is_all_cash =
      std::ranges::all_of(tenders, [](const Tender& tender) { return tender.method == Method::Cash; });
  Money left = sums->total;
  if (is_all_cash) left += cash_rounding_of(sums->total, shop.profile().cash_rounding);
  for (const Tender& tender : tenders)
    if (tender.method != Method::Cash) left -= tender.amount;
  for (Tender& tender : tenders) {
    if (tender.method != Method::Cash) continue;
    tender.received = tender.amount;
    tender.amount = std::clamp(left, Money{}, tender.amount);
    left -= tender.amount;
  }
  return {};
}

OrderedJson day_json(const DayView& view) {
  OrderedJson json{{"open", view.is_open}};
  json["date"] = view.day ? OrderedJson(view.day->business_date.iso()) : OrderedJson();
  json["float"] = view.day ? view.day->float_amount.minor : 0;
  json["cash_payments"] = view.cash_payments.minor;
  json["cash_in"] = view.cash_in.minor;
  json["cash_out"] = view.cash_out.minor;
  json["expected"] = view.expected.minor;
  json["counted"] = view.counted ? OrderedJson(view.counted->minor) : OrderedJson();
  json["difference"] = view.counted ? OrderedJson((*view.counted - view.expected).minor) : OrderedJson();
  return json;
}

// The verified copy of a closing. The day is closed whether it succeeds or not, so a failure is only said.
void keep_copy(const Shop& shop, const Speech& speech) {
  const Profile& profile = shop.profile();
  const std::filesystem::path folder = profile.backup_folder.empty()
                                           ? std::filesystem::absolute(shop.path()).parent_path() / "backups"
                                           : std::filesystem::path(profile.backup_folder);
  const auto day = day_view(shop.facts()).day;
  const auto copy =
      back_up_into(shop.path(), folder, profile.name, CopyMoment{day ? day->business_date : shop.today(), {}});
  if (!copy) {
    speech.say(copy.error());
    return;
  }
  thin_out_copies(folder, profile.name);
}

int print_day(const Shop& shop, bool as_json, const Terminal& terminal) {
  const DayView view = day_view(shop.facts());
  if (as_json) {
    terminal.out << day_json(view).dump() << '\n';
    return kDone;
  }
  const Words& words = shop.profile().words();
  const Currency& currency = shop.profile().money();
  if (!view.day) {
    terminal.out << words("No day was opened yet.") << '\n';
    return kDone;
  }
  const auto row = [&](std::string_view name, Money amount) {
    terminal.out << fmt::format("{}\t{}\n", name, words.money(amount, currency));
  };
  terminal.out << fmt::format("{}\t{}\n", words.full_date(view.day->business_date),
                              view.is_open ? words("open") : words("closed"));
  row(words("Opening float"), view.day->float_amount);
  row(words("Expected"), view.expected);
  if (view.counted) {
    row(words("Counted"), *view.counted);
    row(words("Difference"), *view.counted - view.expected);
  }
  return kDone;
}

}  // namespace

int carry_out_new(const NewRequest& request, const Terminal& terminal) {
  return guarded(terminal, [&](const Speech& speech) {
    NewShop card;
    card.profile.name = request.name;
    card.profile.currency = request.currency;
    card.profile.language =
        request.language.empty() ? std::string(language_code(speech.words.language())) : request.language;
    card.profile.zone = request.zone.empty() ? Zone::current().name() : request.zone;
    const auto shop = Shop::create(request.shop, card, terminal.seams);
    return shop ? kDone : speech.say(shop.error());
  });
}

int carry_out_demo(const DemoRequest& request, const Terminal& terminal) {
  return guarded(terminal, [&](const Speech& speech) {
    const auto language = request.language.empty() ? speech.words.language() : find_language(request.language);
    if (!language) return speech.say(Problem{ProblemCode::UnknownLanguage, {request.language}});
    const auto made = create_demo(request.shop, *language, terminal.seams.clock.now(), terminal.seams.files);
    return made ? kDone : speech.say(made.error());
  });
}

int carry_out_sell(const SellRequest& request, const Terminal& terminal) {
  return with_shop(request.shop, terminal, [&](Shop& shop, const Speech& speech) {
    const Currency& currency = shop.profile().money();
    IdSource ids(terminal.seams.clock, terminal.seams.random);
    Sell sell;
    sell.cart.id = ids.next<Sale>();
    for (const std::string& argument : request.lines) {
      const auto line = parse_line(shop.facts(), argument, currency);
      if (!line) return speech.say(line.error());
      const Result<CartItem> item = item_of(shop.facts(), line->product.id);
      if (!item) return speech.say(item.error());
      sell.cart.lines.push_back(CartLine{.id = ids.next<CartLine>(),
                                         .product = item->product,
                                         .name = item->name,
                                         .variant = item->variant,
                                         .photo = item->photo,
                                         .quantity = line->quantity,
                                         .list_price = item->price,
                                         .agreed_price = line->price.value_or(item->price),
                                         .floor = item->floor,
                                         .discount = {},
                                         .tax_class = item->tax_class,
                                         .tracked = item->tracked,
                                         .rules = {},
                                         .parts = item->parts,
                                         .note = {}});
    }
    sell.cart = with_rules_here(shop.facts(), std::move(sell.cart));
    for (const std::string& argument : request.payments) {
      const auto tender = parse_payment(argument, currency);
      if (!tender) return speech.say(tender.error());
      sell.tenders.push_back(*tender);
    }
    if (const auto settled = settle_cash(sell.cart, shop, sell.tenders); !settled) return speech.say(settled.error());
    const auto outcome = shop.execute(sell);
    if (!outcome) return speech.say(outcome.error());
    if (request.as_json)
      terminal.out << OrderedJson{{"number", outcome->label}}.dump() << '\n';
    else
      terminal.out << outcome->label << '\n';
    return kDone;
  });
}

int carry_out_day(const DayRequest& request, const Terminal& terminal) {
  return with_shop(request.shop, terminal, [&](Shop& shop, const Speech& speech) {
    if (request.act != DayAct::Status) {
      const auto amount = parse_amount_argument(request.amount, shop.profile().money());
      if (!amount) return speech.say(amount.error());
      // One sum, not told apart by notes.
      const std::vector<NoteCount> counted{{Money{}, amount->minor}};
      const auto outcome = request.act == DayAct::Open
                               ? shop.execute(OpenDay{counted})
                               : shop.execute(CloseDay{.notes = counted, .reason = request.reason, .checks = {}});
      if (!outcome) return speech.say(outcome.error());
      if (request.act == DayAct::Close) keep_copy(shop, speech);
    }
    return print_day(shop, request.as_json, terminal);
  });
}

int carry_out_qris(const QrisRequest& request, const Terminal& terminal) {
  return guarded(terminal, [&](const Speech& speech) {
    auto code = Qris::parse(request.payload);
    if (!code) return speech.say(code.error());
    if (!request.amount.empty()) {
      const Currency* currency = find_currency(code->currency_numeric());
      const Speech its_money{terminal.err, speech.words, currency ? *currency : speech.currency};
      if (!currency) return its_money.say(Problem{ProblemCode::UnknownCurrency, {code->currency_name()}});
      const auto amount = parse_amount_argument(request.amount, *currency);
      if (!amount) return its_money.say(amount.error());
      code = code->with_amount(*amount, *currency);
      if (!code) return its_money.say(code.error());
    }
    const std::string payload = code->payload(), currency = code->currency_name();
    if (request.as_json) {
      OrderedJson json{{"payload", payload},   {"merchant", code->merchant_name()},
                       {"city", code->city()}, {"country", code->country()},
                       {"currency", currency}, {"dynamic", code->is_dynamic()}};
      json["nmid"] = code->nmid() ? OrderedJson(*code->nmid()) : OrderedJson();
      json["amount"] = code->amount_text() ? OrderedJson(*code->amount_text()) : OrderedJson();
      terminal.out << json.dump() << '\n';
      return kDone;
    }
    terminal.out << fmt::format("{}\n{}\n{}\n{}\n", payload, code->merchant_name(), code->city(), currency);
    if (const auto amount = code->amount_text()) terminal.out << *amount << '\n';
    return kDone;
  });
}

int carry_out_verify(const VerifyRequest& request, const Terminal& terminal) {
  return with_shop(request.shop, terminal, [&](Shop& shop, const Speech& speech) {
    const Verification found = verify(shop.facts());
    if (request.as_json) {
      terminal.out << OrderedJson{{"entries", found.entries},
                                  {"tables", found.tables},
                                  {"rows", found.rows},
                                  {"differences", found.differences}}
                          .dump()
                   << '\n';
    } else {
      terminal.out << fmt::format("entries\t{}\ntables\t{}\nrows\t{}\ndifferences\t{}\n", found.entries, found.tables,
                                  found.rows, found.differences.size());
      for (const std::string& difference : found.differences) terminal.out << difference << '\n';
    }
    if (found.is_clean()) return kDone;
    return speech.say(speech.words("The tables are not what the journal says. Restore the last backup."));
  });
}

}  // namespace lapak
