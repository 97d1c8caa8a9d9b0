// cli: reads the arguments. All that knows CLI11, with books_, bundle_, label_, making_, seller_ and set_arguments.cpp.
#include "app/cli/command_line.h"

#include <CLI/CLI.hpp>
#include <functional>

#include "app/cli/books_arguments.h"
#include "app/cli/bundles.h"
#include "app/cli/commands.h"
#include "app/cli/labels.h"
#include "app/cli/making.h"
#include "app/cli/sellers.h"
#include "app/cli/sets.h"
#include "core/report/report_tables.h"

namespace lapak {
namespace {

// "1280x800"
bool read_size(const std::string& text, TakeShots& shots) {
  int width = 0, height = 0;
  char trailing = 0;
  if (std::sscanf(text.c_str(), "%5dx%5d%c", &width, &height, &trailing) != 2 || width < 320 || height < 320)
    return false;
  shots.width_px = width;
  shots.height_px = height;
  return true;
}

}  // namespace

WhatToDo run_command_line(int argument_count, const char* const* arguments, const Terminal& terminal) {
  CLI::App program("Lapak: a till for people who make things by hand and sell them at fairs.", "lapak");
  program.set_version_flag("--version", "lapak " LAPAK_VERSION);
  program.require_subcommand(0, 1);
  OpenWindow window;
  program.add_option("shop", window.shop, "the shop to open in a window");
  program.add_flag("--demo", window.is_demo, "open a ready-made shop in a window");

  std::function<int()> chosen;
  TakeShots shots;
  std::string shots_size;
  bool wants_shots = false;
  const auto verb = [&](const char* name, const char* purpose) { return program.add_subcommand(name, purpose); };
  // Each verb fills its request while parsing and is carried out after it.
  const auto carry_out = [&](CLI::App* sub, auto act) { sub->final_callback([&chosen, act] { chosen = act; }); };

  NewRequest making;
  auto* new_verb = verb("new", "make a new shop");
  new_verb->add_option("SHOP", making.shop)->required();
  new_verb->add_option("--name", making.name, "what the shop is called")->required();
  new_verb->add_option("--currency", making.currency, "ISO code: IDR, GBP, EUR …");
  new_verb->add_option("--language", making.language, "id or en");
  new_verb->add_option("--zone", making.zone, "Asia/Jakarta; the machine's own if not said");
  carry_out(new_verb, [&] { return carry_out_new(making, terminal); });

  DemoRequest demo;
  auto* demo_verb = verb("demo", "make a shop with 40 products and three weeks of sales");
  demo_verb->add_option("SHOP", demo.shop)->required();
  demo_verb->add_option("--language", demo.language, "id or en");
  carry_out(demo_verb, [&] { return carry_out_demo(demo, terminal); });

  ImportRequest importing;
  auto* import_verb =
      verb("import", "take over products, goods with their owners, contacts (vCards too) or past sales from a file");
  import_verb->add_option("SHOP", importing.shop)->required();
  import_verb->add_option("TABLE", importing.table)
      ->required()
      ->check(CLI::IsMember({"products", "goods", "contacts", "customers", "sales"}));
  import_verb->add_option("FILE", importing.file)->required();
  import_verb->add_option("--columns", importing.columns, "number=InvoiceNo,code=StockCode,…");
  import_verb->add_option("--share", importing.share, "of goods: percent for owners with whom nothing was agreed");
  import_verb->add_flag("--dry-run", importing.is_dry_run, "say what would be done, change nothing");
  import_verb->add_flag("--json", importing.as_json);
  carry_out(import_verb, [&] { return carry_out_import(importing, terminal); });

  ExportRequest exporting;
  auto* export_verb = verb("export",
                           "write a table of the shop as CSV or XLSX, everything as one XLSX, contacts as vCards, "
                           "goods as the list of another program");
  export_verb->add_option("SHOP", exporting.shop)->required();
  export_verb->add_option("TABLE", exporting.table)
      ->required()
      ->check(CLI::IsMember({"products", "sales", "lines", "payments", "contacts", "customers", "notes", "stock",
                             "orders", "consignment", "ledger", "everything", "shopify", "etsy", "square", "loyverse",
                             "woocommerce"}));
  export_verb->add_option("-o,--output", exporting.output)->required();
  carry_out(export_verb, [&] { return carry_out_export(exporting, terminal); });

  SellRequest selling;
  auto* sell_verb = verb("sell", "record a sale and print its receipt number");
  sell_verb->add_option("SHOP", selling.shop)->required();
  sell_verb->add_option("--line", selling.lines, "CODE[:QUANTITY[:PRICE]]")->required()->expected(1, -1);
  sell_verb->add_option("--pay", selling.payments, "METHOD:AMOUNT; cash, qris, transfer, card")->expected(1, -1);
  sell_verb->add_flag("--json", selling.as_json);
  carry_out(sell_verb, [&] { return carry_out_sell(selling, terminal); });

  OrderRequest order;
  auto* order_verb = verb("order", "take, list and hand over custom orders");
  order_verb->add_option("SHOP", order.shop)->required();
  order_verb->require_subcommand(1);
  const auto order_act = [&](const char* name, const char* says, OrderAct act) {
    auto* sub = order_verb->add_subcommand(name, says);
    sub->callback([&order, act] { order.act = act; });
    return sub;
  };
  const auto numbered = [&](CLI::App* sub) { sub->add_option("NUMBER", order.number)->required(); };
  const auto paid = [&](CLI::App* sub) {
    sub->add_option("--pay", order.payments, "METHOD:AMOUNT; cash, qris, transfer, card")->expected(1, -1);
  };
  auto* new_order = order_act("new", "write an order down and print its number", OrderAct::New);
  new_order->add_option("--client", order.client, "a name; a new one becomes a contact")->required();
  new_order->add_option("--what", order.what)->required();
  new_order->add_option("--price", order.price, "for all of it")->required();
  new_order->add_option("--promised", order.promised, "2026-12-02; the first free day is said where it is left out");
  new_order->add_option("--slots", order.slots, "0.5, 1 or 2 of the week")->check(CLI::Range(0.0, 100.0));
  new_order->add_option("--notes", order.notes, "about the making");
  auto* service = new_order->add_flag("--service", order.is_service, "a design, a text, a repair");
  new_order->add_option("--scope", order.scope, "what is part of it, and what is not")->needs(service);
  new_order->add_option("--revisions", order.revisions, "that the price holds")
      ->needs(service)
      ->check(CLI::Range(0, 1'000));
  new_order->add_option("--invoice-due", order.invoice_due, "2026-12-16")->needs(service);
  new_order->add_flag("--overbook", order.overbooks, "also into a week that is full");
  auto* orders_list = order_act("list", "the open orders, the earliest promise first", OrderAct::List);
  orders_list->add_flag("--closed", order.is_closed, "those handed over and called off");
  orders_list->add_flag("--json", order.as_json);
  auto* move_order = order_act("move", "say how far it is", OrderAct::Move);
  numbered(move_order);
  move_order->add_option("STAGE", order.stage)
      ->required()
      ->check(CLI::IsMember({"asked", "agreed", "making", "ready"}));
  numbered(order_act("revision", "note that a revision of a service was given", OrderAct::Revision));
  auto* deposit = order_act("deposit", "take a deposit and print its receipt number", OrderAct::Deposit);
  numbered(deposit);
  paid(deposit);
  auto* hand_over =
      order_act("hand-over", "sell it, its deposit first, and print the receipt number", OrderAct::HandOver);
  numbered(hand_over);
  paid(hand_over);
  auto* call_off = order_act("call-off", "it will not be made", OrderAct::CallOff);
  numbered(call_off);
  paid(call_off);
  call_off->add_flag("--keep-deposit", order.keeps_deposit);
  call_off->add_option("--reason", order.reason);
  auto* order_paper = order_act("paper", "write its slip, quote or invoice", OrderAct::Paper);
  numbered(order_paper);
  order_paper->add_option("--as", order.paper, "slip, quote or invoice")
      ->check(CLI::IsMember({"slip", "quote", "invoice"}));
  order_paper->add_option("-o,--output", order.output, "OUT.pdf")->required();
  auto* picture = order_act("picture", "put a picture to it: of what is asked for, or of the work", OrderAct::Picture);
  numbered(picture);
  picture->add_option("FILE", order.picture)->required();
  picture->add_flag("--work", order.is_work, "it shows the finished work");
  auto* testimonial = order_act("testimonial", "write down what the client said of it", OrderAct::Testimonial);
  numbered(testimonial);
  testimonial->add_option("--said", order.said, "in their words")->required();
  testimonial->add_option("--named", order.named, "as they want to be named");
  testimonial->add_option("--consent", order.consent, "how they said that it may be shown; left out, it is not");
  RoundRequest round;
  auto* round_verb = order_verb->add_subcommand("round", "pre-orders: products offered until a day, made at once");
  round_verb->require_subcommand(1);
  const auto round_act = [&](const char* name, const char* says, RoundAct act) {
    auto* sub = round_verb->add_subcommand(name, says);
    sub->callback([&round, act] { round.act = act; });
    if (act != RoundAct::List) sub->add_option("NAME", round.name)->required();
    return sub;
  };
  auto* new_round = round_act("new", "open one", RoundAct::New);
  new_round->add_option("--item", round.items, "CODE[:PRICE[:QUOTA]]")->required()->expected(1, -1);
  new_round->add_option("--quota", round.quota, "of all products together");
  new_round->add_option("--closes", round.closes, "the last day it takes orders, 2026-12-02");
  new_round->add_option("--promised", round.promised, "when all of it is ready, 2026-12-09");
  new_round->add_option("--slots", round.slots, "of that week, for all of it")->check(CLI::Range(0.0, 1'000.0));
  new_round->add_option("--hours", round.hours, "of work, for all of it")->check(CLI::Range(0.0, 744.0));
  new_round->add_option("--deposit", round.deposit_percent, "percent")->check(CLI::Range(0, 100));
  round_act("list", "those that take orders first", RoundAct::List)->add_flag("--json", round.as_json);
  round_act("show", "what is to be made of each product", RoundAct::Show)->add_flag("--json", round.as_json);
  auto* join = round_act("join", "take part, or change what one takes, and print the order's number", RoundAct::Join);
  join->add_option("--client", round.client, "a name; a new one becomes a contact")->required();
  join->add_option("--take", round.items, "CODE[:QUANTITY]")->required()->expected(1, -1);
  join->add_option("--notes", round.notes, "about the making");
  join->add_option("--pay", round.payments, "a deposit, METHOD:AMOUNT; cash, qris, transfer, card")->expected(1, -1);
  round_act("close", "before its day", RoundAct::Close);
  round_act("open", "what was closed by hand", RoundAct::Open);
  round_act("paper", "what to make, and for whom", RoundAct::Paper)
      ->add_option("-o,--output", round.output, "OUT.pdf")
      ->required();
  round_act("text", "what is offered and left, as a message", RoundAct::Text);
  carry_out(order_verb, [&] {
    if (!round_verb->parsed()) return carry_out_order(order, terminal);
    round.shop = order.shop;
    return carry_out_round(round, terminal);
  });

  PortfolioRequest portfolio;
  auto* portfolio_verb = verb("portfolio", "make the portfolio, as PDF and as pictures to post");
  portfolio_verb->add_option("SHOP", portfolio.shop)->required();
  portfolio_verb->add_option("--add", portfolio.added, "numbers of orders whose work comes into it first")
      ->expected(1, -1);
  portfolio_verb->add_option("-o,--output", portfolio.output, "OUT.pdf");
  portfolio_verb->add_option("--pictures", portfolio.pictures, "a folder for pictures of 1080 by 1350");
  carry_out(portfolio_verb, [&] { return carry_out_portfolio(portfolio, terminal); });

  BooksRequest books;
  carry_out(add_books_verb(program, books), [&] { return carry_out_books(books, terminal); });

  MakingRequest workshop;
  for (CLI::App* making_verb : add_making_verbs(program, workshop))
    carry_out(making_verb, [&] { return carry_out_making(workshop, terminal); });
  LabelRequest labels;
  for (CLI::App* label_verb : add_label_verbs(program, labels))
    carry_out(label_verb, [&] { return carry_out_labels(labels, terminal); });
  BundleRequest bundle;
  carry_out(add_bundle_verb(program, bundle), [&] { return carry_out_bundle(bundle, terminal); });
  SellerRequest seller;
  carry_out(add_seller_verb(program, seller), [&] { return carry_out_seller(seller, terminal); });
  JournalRequest journal;
  carry_out(add_journal_verb(program, journal), [&] { return carry_out_journal(journal, terminal); });
  SetRequest set;
  carry_out(add_set_verb(program, set), [&] { return carry_out_set(set, terminal); });

  DayRequest day;
  auto* day_verb = verb("day", "open, close or look at the day");
  day_verb->add_option("SHOP", day.shop)->required();
  day_verb->add_flag("--json", day.as_json);
  day_verb->require_subcommand(1);
  auto* open_verb = day_verb->add_subcommand("open", "open the day with a float");
  open_verb->add_option("--float", day.amount)->required();
  auto* close_verb = day_verb->add_subcommand("close", "close the day with what was counted");
  close_verb->add_option("--counted", day.amount)->required();
  close_verb->add_option("--reason", day.reason, "of a difference");
  auto* status_verb = day_verb->add_subcommand("status", "say how the day stands");
  for (const auto& [sub, act] :
       {std::pair{open_verb, DayAct::Open}, {close_verb, DayAct::Close}, {status_verb, DayAct::Status}}) {
    sub->add_flag("--json", day.as_json);
    sub->final_callback([&day, act = act] { day.act = act; });
  }
  carry_out(day_verb, [&] { return carry_out_day(day, terminal); });

  FairRequest fair;
  auto* fair_verb = verb("fair", "plan a fair, pack for it, sell there and take home what is left");
  fair_verb->add_option("SHOP", fair.shop)->required();
  fair_verb->require_subcommand(1);
  const auto fair_act = [&](const char* name, const char* says, FairAct act) {
    auto* sub = fair_verb->add_subcommand(name, says);
    sub->callback([&fair, act] { fair.act = act; });
    if (act != FairAct::List && act != FairAct::Agenda && act != FairAct::Asked)
      sub->add_option("NAME", fair.name)->required();
    return sub;
  };
  for (const FairAct act : {FairAct::New, FairAct::Edit}) {
    auto* card = act == FairAct::New ? fair_act("new", "write down a fair", act)
                                     : fair_act("edit", "change what is said; a list is replaced whole", act);
    card->add_option("--day", fair.days, "2026-11-28[:9.00-17.00]")->expected(1, -1)->required(act == FairAct::New);
    card->add_option("--stall", fair.stall, "its number");
    card->add_option("--town", fair.town);
    card->add_option("--organiser", fair.organiser, "a name; a new one becomes a contact");
    card->add_option("--state", fair.state)->check(CLI::IsMember({"asked", "accepted", "paid", "refused"}));
    card->add_option("--fee", fair.fixed, "the fixed part of the booth fee");
    card->add_option("--fee-percent", fair.percent, "the organiser's share of the sales, 7.5");
    card->add_option("--fee-min", fair.minimum);
    card->add_option("--fee-max", fair.maximum);
    card->add_option("--deposit", fair.deposit, "of the fee, paid with the application");
    card->add_option("--due", fair.due, "when the rest of the fee is, 2026-11-20");
    card->add_option("--cost", fair.costs, "NAME:AMOUNT")->expected(1, -1);
    card->add_option("--helper", fair.helpers, "NAME:MINUTES[:PAY]")->expected(1, -1);
    card->add_option("--float", fair.float_amount, "planned");
    card->add_option("--own-minutes", fair.own_minutes, "of the maker's own work")->check(CLI::NonNegativeNumber);
    card->add_option("--price-change", fair.price_change, "percent of all list prices: 10, -5");
    card->add_option("--price", fair.prices, "CODE:PRICE, its own")->expected(1, -1);
    card->add_option("--tax", fair.tax, "NAME:PERCENT[:added] in place of the ordinary rate; none");
    card->add_option("--again", fair.verdict)->check(CLI::IsMember({"yes", "maybe", "no"}));
    card->add_option("--note", fair.note, "what to think of next time");
  }
  auto* list = fair_act("list", "now and to come first", FairAct::List);
  list->add_flag("--json", fair.as_json);
  list->add_flag("--compare", fair.as_comparison, "those that were gone to, by their profit for an hour");
  list->add_option("-o,--output", fair.output, "OUT.pdf, with --compare");
  auto* agenda = fair_act("agenda", "fairs, promised orders, classes and paid days, week by week", FairAct::Agenda);
  agenda->add_flag("--json", fair.as_json);
  agenda->add_option("-o,--output", fair.output, "OUT.ics");
  fair_act("open", "open the day at the till, at the fair", FairAct::Open)
      ->add_option("--float", fair.float_amount, "counted");
  auto* packing = fair_act("packing", "what to take along", FairAct::Packing);
  packing->add_flag("--json", fair.as_json);
  packing->add_option("-o,--output", fair.output, "OUT.pdf");
  auto* pack = fair_act("pack", "say how many of each are in the fair's box", FairAct::Pack);
  pack->add_option("--take", fair.lines, "CODE:QUANTITY")->expected(1, -1);
  pack->add_flag("--suggested", fair.as_suggested, "all that is suggested");
  auto* kit = fair_act("kit", "what comes along beside the goods; without a list, that of the last fair", FairAct::Kit);
  kit->add_option("--equipment", fair.equipment, "NAME, the list anew")->expected(1, -1);
  kit->add_option("--money", fair.money_things, "NAME of money and tools, the list anew")->expected(1, -1);
  kit->add_option("--packed", fair.packed, "NAME")->expected(1, -1);
  kit->add_flag("--json", fair.as_json);
  auto* unpack = fair_act("home", "empty the fair's box", FairAct::Home);
  unpack->add_option("--found", fair.lines, "CODE:QUANTITY; as it should be where not said")->expected(1, -1);
  unpack->add_option("--reason", fair.reason, "of what is missing");
  fair_act("organiser", "what was sold and the fee of it, for the organiser", FairAct::Organiser)
      ->add_option("-o,--output", fair.output, "OUT.pdf")
      ->required();
  auto* asked = fair_act("asked", "somebody asked for it, and there was none", FairAct::Asked);
  asked->add_option("--product", fair.product, "CODE");
  asked->add_option("--what", fair.what, "where it is none of ours");
  asked->add_option("--reason", fair.reason)->check(CLI::IsMember({"none", "price", "colour", "size"}));
  carry_out(fair_verb, [&] { return carry_out_fair(fair, terminal); });

  PlacesRequest places;
  auto* places_verb = verb("places", "say where the goods are: at home, in boxes of fairs, in partners' shops");
  places_verb->add_option("SHOP", places.shop)->required();
  places_verb->add_option("--product", places.product, "CODE of one; all if not said");
  places_verb->add_flag("--json", places.as_json);
  carry_out(places_verb, [&] { return carry_out_places(places, terminal); });

  MoveRequest moving;
  auto* move_verb = verb("move", "take goods from one place to another in one move");
  move_verb->add_option("SHOP", moving.shop)->required();
  move_verb->add_option("--from", moving.from, "home, fair:NAME or partner:NAME")->required();
  move_verb->add_option("--to", moving.to, "home, fair:NAME or partner:NAME")->required();
  move_verb->add_option("GOODS", moving.lines, "CODE:QUANTITY")->required()->expected(1, -1);
  move_verb->add_option("--note", moving.note);
  carry_out(move_verb, [&] { return carry_out_move(moving, terminal); });

  StocktakeRequest counting;
  auto* stocktake_verb = verb("stocktake", "count stock while selling goes on");
  stocktake_verb->add_option("SHOP", counting.shop)->required();
  stocktake_verb->require_subcommand(1);
  const auto count_act = [&](const char* name, const char* says, StocktakeAct act) {
    auto* sub = stocktake_verb->add_subcommand(name, says);
    sub->callback([&counting, act] { counting.act = act; });
    return sub;
  };
  count_act("show", "what was counted so far", StocktakeAct::Show)->add_flag("--json", counting.as_json);
  auto* begin_count = count_act("begin", "begin at home, or in the box of a fair", StocktakeAct::Begin);
  begin_count->add_option("--category", counting.category, "its name; all if not said");
  begin_count->add_option("--fair", counting.fair, "NAME");
  begin_count->add_flag("--blind", counting.blind, "do not say what should be there");
  auto* count_pieces = count_act("count", "say how many there are", StocktakeAct::Count);
  count_pieces->add_option("GOODS", counting.lines, "CODE:QUANTITY")->required()->expected(1, -1);
  count_pieces->add_option("--reason", counting.reason)
      ->check(CLI::IsMember({"miscounted", "damaged", "lost", "gift"}));
  count_act("finish", "book the differences", StocktakeAct::Finish);
  count_act("give-up", "book nothing", StocktakeAct::GiveUp);
  count_act("past", "those that were finished", StocktakeAct::Past)->add_flag("--json", counting.as_json);
  carry_out(stocktake_verb, [&] { return carry_out_stocktake(counting, terminal); });

  ReportRequest reporting;
  std::string reported;
  auto* report_verb = verb("report", "add up a day, a range or a fair, or say who is due to be written to");
  report_verb->add_option("SHOP", reporting.shop)->required();
  report_verb->add_option("WHAT", reported, "due: whom to write to now; fair: what one came to; sales if not said")
      ->check(CLI::IsMember({"due", "fair", "sales"}));
  report_verb->add_option("NAME", reporting.fair, "of the fair; where several bear it, the one nearest to today");
  report_verb->add_option("--from", reporting.from, "2026-11-22; the current day if not said");
  report_verb->add_option("--to", reporting.to);
  report_verb->add_flag("--json", reporting.as_json);
  std::vector<std::string> tables;
  for (const ReportPart part : kReportParts) tables.emplace_back(report_part_code(part));
  report_verb->add_option("--table", reporting.table, "one of its questions")->check(CLI::IsMember(tables));
  report_verb->add_option("-o,--output", reporting.output, "OUT.pdf, OUT.csv or OUT.xlsx");
  carry_out(report_verb, [&] {
    if (reported == "due") return carry_out_due({reporting.shop, reporting.as_json}, terminal);
    return reported == "fair" ? carry_out_fair_report(reporting, terminal) : carry_out_report(reporting, terminal);
  });

  PersonRequest person;
  auto* person_verb = verb("person", "write down all that is kept about a contact");
  person_verb->add_option("SHOP", person.shop)->required();
  person_verb->add_option("CONTACT", person.contact, "a name, a number, or an id")->required();
  person_verb->add_option("-o,--output", person.output, "OUT.pdf or OUT.json")->required();
  carry_out(person_verb, [&] { return carry_out_person(person, terminal); });

  ForgetRequest forgetting;
  auto* forget_verb = verb("forget", "forget a contact: no word about her stays in the shop");
  forget_verb->add_option("SHOP", forgetting.shop)->required();
  forget_verb->add_option("CONTACT", forgetting.contact, "a name, a number, or an id")->required();
  carry_out(forget_verb, [&] { return carry_out_forget(forgetting, terminal); });

  StatementRequest statement;
  auto* statement_verb = verb("statement", "say what was sold for a partner, paid and is left");
  statement_verb->add_option("SHOP", statement.shop)->required();
  statement_verb->add_option("PARTNER", statement.partner, "a name or a phone number")->required();
  statement_verb->add_option("--from", statement.from, "2026-11-22; since the last settlement if not said");
  statement_verb->add_option("--to", statement.to);
  statement_verb->add_option("--book", statement.book, "their goods here, ours there, or favours")
      ->check(CLI::IsMember({"consignment", "shelf", "neighbour"}));
  statement_verb->add_option("-o,--output", statement.output, "OUT.pdf");
  statement_verb->add_flag("--json", statement.as_json);
  carry_out(statement_verb, [&] { return carry_out_statement(statement, terminal); });

  ReceiptRequest receipt;
  auto* receipt_verb = verb("receipt", "make the receipt of a sale");
  receipt_verb->add_option("SHOP", receipt.shop)->required();
  receipt_verb->add_option("NUMBER", receipt.number, "a receipt number, or: last")->required();
  receipt_verb->add_option("-o,--output", receipt.output)->required();
  receipt_verb->add_option("--paper", receipt.paper)->check(CLI::IsMember({"58", "80", "a6"}));
  carry_out(receipt_verb, [&] { return carry_out_receipt(receipt, terminal); });

  PriceListRequest price_list;
  auto* price_list_verb = verb("price-list", "make the price list that lies on the table");
  price_list_verb->add_option("SHOP", price_list.shop)->required();
  price_list_verb->add_option("-o,--output", price_list.output)->required();
  price_list_verb->add_option("--layout", price_list.layout)
      ->check(CLI::IsMember({"cards4", "cards6", "cards9", "table"}));
  price_list_verb->add_option("--category", price_list.category);
  price_list_verb->add_option("--fair", price_list.fair, "at the prices of this fair");
  carry_out(price_list_verb, [&] { return carry_out_price_list(price_list, terminal); });

  QrisRequest qris;
  auto* qris_verb = verb("qris", "read a merchant code, and put an amount in");
  qris_verb->add_option("PAYLOAD", qris.payload)->required();
  qris_verb->add_option("--amount", qris.amount);
  qris_verb->add_flag("--json", qris.as_json);
  carry_out(qris_verb, [&] { return carry_out_qris(qris, terminal); });

  VerifyRequest verifying;
  auto* verify_verb = verb("verify", "replay the journal and compare every table");
  verify_verb->add_option("SHOP", verifying.shop)->required();
  verify_verb->add_flag("--json", verifying.as_json);
  carry_out(verify_verb, [&] { return carry_out_verify(verifying, terminal); });

  VerifyRequest examined;
  auto* doctor_verb = verb("doctor", "say what is right and wrong with the shop and the machine, and what to do");
  doctor_verb->add_option("SHOP", examined.shop)->required();
  doctor_verb->add_flag("--json", examined.as_json);
  carry_out(doctor_verb, [&] { return carry_out_doctor(examined, terminal); });

  BackupRequest backup;
  auto* backup_verb = verb("backup", "write a verified copy");
  backup_verb->add_option("SHOP", backup.shop)->required();
  backup_verb->add_option("FILE", backup.file)->required();
  carry_out(backup_verb, [&] { return carry_out_backup(backup, terminal); });

  RestoreRequest restoring;
  auto* restore_verb = verb("restore", "make a shop of a copy");
  restore_verb->add_option("FILE", restoring.file)->required();
  restore_verb->add_option("SHOP", restoring.shop)->required();
  carry_out(restore_verb, [&] { return carry_out_restore(restoring, terminal); });

  auto* shots_verb = verb("shots", "take a picture of every screen");
  shots_verb->add_option("DIR", shots.folder)->required();
  shots_verb->add_option("SHOP", shots.shop)->required();
  shots_verb->add_option("--theme", shots.theme)->check(CLI::IsMember({"mori", "malam", "terik"}));
  shots_verb->add_option("--language", shots.language)->check(CLI::IsMember({"id", "en", "xx"}));
  shots_verb->add_option("--size", shots_size, "1280x800");
  shots_verb->final_callback([&] { wants_shots = true; });

  try {
    program.parse(argument_count, arguments);
  } catch (const CLI::ParseError& stopped) {
    const int code = program.exit(stopped, terminal.out, terminal.err);
    return Finished{code == 0 ? kDone : kUsage};
  }
  if (wants_shots) {
    if (shots_size.empty() || read_size(shots_size, shots)) return shots;
    terminal.err << "--size 1280x800\n";
    return Finished{kUsage};
  }
  if (chosen) return Finished{chosen()};
  return window;
}

}  // namespace lapak
