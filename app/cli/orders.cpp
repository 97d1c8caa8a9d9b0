// cli: custom orders.
#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/speech.h"
#include "core/catalog/photo.h"
#include "core/order/order_store.h"
#include "core/paper/pdf.h"
#include "core/shop/order_papers.h"

namespace lapak {
namespace {

using OrderedJson = nlohmann::ordered_json;

int write_down(Shop& shop, const OrderRequest& request, const Terminal& terminal, const Speech& speech) {
  CustomOrder order{.what = request.what, .notes = request.notes};
  order.half_slots = std::lround(request.slots * 2);
  const Result<Money> price = parse_amount_argument(request.price, shop.profile().money());
  if (!price) return speech.say(price.error());
  order.price = *price;
  if (request.is_service) order.kind = OrderKind::Service;
  order.scope = request.scope;
  order.revisions_agreed = request.revisions;
  for (const auto& [typed, day] :
       {std::pair(&request.promised, &order.promised), std::pair(&request.invoice_due, &order.invoice_due)}) {
    if (typed->empty()) continue;
    *day = parse_date(*typed);
    if (!*day) return speech.say(Problem{ProblemCode::NotADate, {*typed}});
  }
  if (const auto checked = checked_order(order); !checked) return speech.say(checked.error());
  const Result<Id<Contact>> client = client_argument(shop, request.client);
  if (!client) return speech.say(client.error());
  order.client = *client;
  const auto overbooking = request.overbooks ? Overbooking::Allowed : Overbooking::Refused;
  const Result<Outcome> outcome = shop.execute(SaveOrder{order, overbooking});
  if (!outcome) return speech.say(outcome.error());
  terminal.out << find_order(shop.facts(), Id<CustomOrder>{outcome->subject})->number << '\n';
  if (!order.promised) {
    const Profile& profile = shop.profile();
    const Date free =
        suggested_day(week_loads(shop.facts(), shop.today()), {profile.week_half_slots, profile.week_minutes},
                      shop.today(), order.half_slots, order.minutes);
    speech.say(fmt::format(fmt::runtime(speech.words(N_("The first free day is {}."))), speech.words.full_date(free)));
  }
  return kDone;
}

void list_orders(const Shop& shop, const OrderRequest& request, std::ostream& out) {
  const std::vector<OrderRow> rows = orders(shop.facts(), {.is_open = !request.is_closed, .count = 100'000});
  const Words& words = shop.profile().words();
  OrderedJson all = OrderedJson::array();
  for (const OrderRow& row : rows) {
    const CustomOrder& order = row.order;
    if (request.as_json) {
      all.push_back({{"number", order.number},
                     {"client", row.client},
                     {"what", order.what},
                     {"stage", stage_code(order.stage)},
                     {"promised", order.promised ? OrderedJson(order.promised->iso()) : OrderedJson()},
                     {"price", order.price.minor},
                     {"deposit", row.deposit.minor},
                     {"rest", row.rest.minor},
                     {"kind", kind_code(order.kind)},
                     {"invoice_due", order.invoice_due ? OrderedJson(order.invoice_due->iso()) : OrderedJson()},
                     {"overdue", is_overdue(row, shop.today())}});
    } else {
      out << fmt::format("#{}\t{}\t{}\t{}\t{}\t{}\n", order.number, row.client, order.what,
                         stage_name(order.stage, words), order.promised ? order.promised->iso() : "-",
                         words.money(row.rest, shop.profile().money()));
    }
  }
  if (request.as_json) out << OrderedJson{{"currency", shop.profile().currency}, {"orders", all}}.dump() << '\n';
}

int write_paper(const Shop& shop, const OrderRequest& request, const Terminal& terminal, const Speech& speech) {
  const auto order = find_order(shop.facts(), request.number);
  if (!order) return speech.say(Problem{ProblemCode::OrderUnknown, {}});
  const OrderPaper paper = request.paper == "slip"    ? OrderPaper::Slip
                           : request.paper == "quote" ? OrderPaper::Quote
                                                      : OrderPaper::Invoice;
  terminal.seams.files.replace(request.output,
                               pdf(order_paper_of(shop.facts(), shop.profile(), order->id, paper, shop.now())));
  return kDone;
}

int keep_picture(Shop& shop, const OrderRequest& request, const Terminal& terminal, const Speech& speech) {
  const auto order = find_order(shop.facts(), request.number);
  if (!order) return speech.say(Problem{ProblemCode::OrderUnknown, {}});
  const std::string name = request.picture.filename().string();
  const auto bytes = terminal.seams.files.read(request.picture, kLargestPhotoFile_bytes);
  if (!bytes) return speech.say(Problem{ProblemCode::FileUnreadable, {name}});
  const Result<Photo> photo = make_photo(*bytes, name);
  if (!photo) return speech.say(photo.error());
  const Result<Outcome> outcome =
      shop.execute(AddPictures{order->id,
                               request.is_work ? PictureShows::Work : PictureShows::Wish,
                               {Attachment{photo->content_hash, photo->jpeg, photo->thumbnail_jpeg}}});
  return outcome ? kDone : speech.say(outcome.error());
}

// What the act comes to as a command. Problems: OrderUnknown, OrderClosed, and those of the payments.
Result<Command> command_of(const Shop& shop, const OrderRequest& request) {
  const auto order = find_order(shop.facts(), request.number);
  if (!order) return refuse(ProblemCode::OrderUnknown);
  Result<std::vector<Tender>> tenders = tender_arguments(request.payments, shop.profile().money());
  if (!tenders) return std::unexpected(tenders.error());
  switch (request.act) {
    case OrderAct::Move:
      return MoveOrder{order->id, find_stage(request.stage).value()};
    case OrderAct::Revision:
      return NoteRevision{order->id};
    case OrderAct::Deposit:
      return TakeOrderDeposit{order->id, *tenders};
    case OrderAct::Testimonial: {
      Testimonial said{.contact = kept_contact(shop.facts(), order->client),
                       .text = request.said,
                       .named = request.named,
                       .order = order->id,
                       .given_how = request.consent};
      if (!request.consent.empty()) said.consented_on = shop.today();
      return GiveTestimonial{said};
    }
    case OrderAct::CallOff:
      return CallOff{order->id, request.keeps_deposit ? HeldDeposit::Kept : HeldDeposit::GivenBack, *tenders,
                     request.reason};
    default: {
      const Result<Cart> cart = cart_of(shop.facts(), order->id, shop.profile().words());
      if (!cart) return std::unexpected(cart.error());
      return Sell{*cart, *tenders};
    }
  }
}

}  // namespace

int carry_out_order(const OrderRequest& request, const Terminal& terminal) {
  return with_shop(request.shop, terminal, [&](Shop& shop, const Speech& speech) {
    if (request.act == OrderAct::New) return write_down(shop, request, terminal, speech);
    if (request.act == OrderAct::List) {
      list_orders(shop, request, terminal.out);
      return kDone;
    }
    if (request.act == OrderAct::Paper) return write_paper(shop, request, terminal, speech);
    if (request.act == OrderAct::Picture) return keep_picture(shop, request, terminal, speech);
    const Result<Command> command = command_of(shop, request);
    if (!command) return speech.say(command.error());
    const Result<Outcome> outcome = shop.execute(*command);
    if (!outcome) return speech.say(outcome.error());
    if (request.act == OrderAct::Revision) {
      const auto given = revisions_given(shop.facts(), Id<CustomOrder>{outcome->subject}).size();
      const std::int64_t agreed = find_order(shop.facts(), request.number)->revisions_agreed;
      terminal.out << fmt::format(fmt::runtime(speech.words(N_("{0} of {1}"))), given, agreed) << '\n';
    }
    if (request.act == OrderAct::Deposit || request.act == OrderAct::HandOver) terminal.out << outcome->label << '\n';
    return kDone;
  });
}

}  // namespace lapak
