// shop: papers filled from the facts.
#include "core/shop/documents.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/base/hex.h"
#include "core/catalog/product_store.h"
#include "core/fair/fair_store.h"
#include "core/journal/journal.h"
#include "core/order/order_store.h"
#include "core/paper/end_of_day.h"
#include "core/paper/person_file.h"
#include "core/partner/partner_store.h"
#include "core/people/people_commands.h"
#include "core/report/contact_page.h"
#include "core/report/report.h"
#include "core/sale/sale_store.h"
#include "core/sale/stall_terms.h"
#include "core/till/till_commands.h"
#include "core/words/filled.h"

namespace lapak {
namespace {

constexpr std::size_t most_best_sellers = 8;

// On one line; nothing once the client is forgotten.
std::string what_was_ordered(const Database& database, Id<CustomOrder> id) {
  const std::optional<CustomOrder> order = find_order(database, id);
  std::string what = order ? order->what : std::string();
  std::ranges::replace(what, '\n', ' ');
  return what;
}

std::string seller_name(const Database& database, const std::optional<Id<Seller>>& who) {
  if (!who) return {};
  const std::optional<Seller> seller = find_seller(database, *who);
  return seller ? seller->name : std::string();
}

std::string customer_name(const Database& database, const std::optional<Id<Contact>>& customer) {
  return customer ? kept_name(database, *customer) : std::string();
}

// "by Wulan" under goods that are a partner's who wants to be named.
std::string owner_on_receipt(const Database& database, Id<Product> product, const Words& words) {
  const std::optional<Consigned> owner = has_consigned_goods(database) ? consigned_of(database, product) : std::nullopt;
  if (!owner) return {};
  const std::optional<Agreement> agreement = find_agreement(database, owner->partner, Book::Consignment);
  if (!agreement || !agreement->is_on_receipts) return {};
  const std::string name = customer_name(database, owner->partner);
  return name.empty() ? std::string() : filled(words(N_("by {}")), name);
}

// A deposit's receipt has no goods yet: it says what it is for.
ReceiptLine deposit_line(const Sale& sale, std::int64_t number, const Words& words) {
  const Money amount = magnitude(worth_of(sale));
  return {.name = filled(words(N_("Deposit for order #{}")), number),
          .options = {},
          .quantity = Quantity::of(1),
          .list_price = amount,
          .price = amount,
          .discount = {},
          .total = amount,
          .note = {}};
}

ReceiptPayment payment_view(const Payment& payment, bool is_waiting, const Words& words) {
  ReceiptPayment view{.method = std::string(method_name(payment.method, words)),
                      .amount = magnitude(payment.amount),
                      .received = {},
                      .change = payment.change,
                      .state = is_waiting ? ReceiptPaymentState::Waiting : ReceiptPaymentState::Arrived,
                      .reference = payment.reference};
  if (payment.method == Method::Cash && payment.received.minor > 0) view.received = payment.received;
  return view;
}

// "Gantungan kunci, any 3 for 100.000", with what its pieces cost alone struck out, or a set; the parts are the
// caller's.
ReceiptLine bundle_line(const Sale& sale, int position, const Profile& profile) {
  const SaleBundle& bundle = sale.bundles[static_cast<std::size_t>(position)];
  Money alone;
  for (const SaleLine& line : sale.lines)
    if (line.bundle == position) alone += magnitude(line.gross);
  const Money total = magnitude(amount_of_bundle(sale, position));
  return ReceiptLine{.name = bundle.rule
                                 ? bundle.name + ", " + bundle_terms(bundle.terms, profile.words(), profile.money())
                                 : bundle.name,
                     .options = {},
                     .quantity = Quantity::of(bundle.times),
                     .list_price = bundle.rule ? Money{alone.minor / bundle.times} : bundle.terms.price,
                     .price = bundle.terms.price,
                     .discount = bundle.rule ? Money{} : alone - total,
                     .total = total,
                     .note = {}};
}

}  // namespace

JpegBytes shared_photo(const Database& database, const PhotoName& photo) {
  if (photo.empty()) return nullptr;
  std::string jpeg = photo_jpeg(database, photo);
  return jpeg.empty() ? nullptr : std::make_shared<const std::string>(std::move(jpeg));
}

Letterhead letterhead_of(const Database& database, const Profile& profile) {
  Letterhead head{.shop_name = profile.name,
                  .lines = {},
                  .logo = shared_photo(database, profile.logo),
                  .link = profile.link,
                  .currency = profile.money()};
  for (const std::string& line : {profile.address, profile.phone})
    if (!line.empty()) head.lines.push_back(line);
  return head;
}

std::optional<ReceiptPaper> find_receipt_paper(std::string_view name) {
  if (name == "58") return ReceiptPaper::Roll58mm;
  if (name == "80") return ReceiptPaper::Roll80mm;
  if (name == "a6") return ReceiptPaper::A6;
  return std::nullopt;
}

Document receipt_of(const Database& database, const Profile& profile, const Sale& sale, ReceiptPaper paper) {
  const Words& words = profile.words();
  const Zone zone = profile.clock();
  const SaleStanding standing = standing_of(database, sale);
  const bool is_deposit = sale.kind == SaleKind::Deposit;
  const bool is_given = sale.kind == SaleKind::Sale || (is_deposit && worth_of(sale) > Money{});
  ReceiptView view{.kind = is_given ? ReceiptKind::Sale : ReceiptKind::Refund,
                   .head = letterhead_of(database, profile),
                   .number = sale.number,
                   .refunded_number = {},
                   .reason = sale.reason,
                   .at = zone.local(sale.at),
                   .seller = seller_name(database, sale.who),
                   .customer = customer_name(database, sale.customer)};
  if (sale.corrects)
    if (const auto original = find_sale(database, *sale.corrects)) view.refunded_number = original->number;
  const SaleLine* const ordered = ordered_line(sale);
  std::optional<int> bundle;
  for (const SaleLine& line : sale.lines) {
    if (line.bundle && line.bundle != bundle) view.lines.push_back(bundle_line(sale, *line.bundle, profile));
    bundle = line.bundle;
    if (bundle) {
      const Money amount = magnitude(line.gross - line.line_discount);
      view.lines.back().parts.push_back(
          {magnitude(line.quantity), line.name, owner_on_receipt(database, line.product.value(), words), line.note});
      view.subtotal += amount;
      view.cart_discount += line.cart_discount;
      continue;
    }
    ReceiptLine row{.name = line.name,
                    .options = {},
                    .quantity = magnitude(line.quantity),
                    .list_price = line.list_price,
                    .price = line.agreed_price,
                    .discount = magnitude(line.line_discount),
                    .total = magnitude(line.gross - line.line_discount),
                    .note = line.note};
    if (line.product)
      row.options = owner_on_receipt(database, *line.product, words);
    else if (&line == ordered)
      row.options = what_was_ordered(database, *sale.order);
    view.subtotal += row.total;
    view.cart_discount += line.cart_discount;
    view.lines.push_back(std::move(row));
  }
  if (is_deposit) {
    const auto order = find_order(database, sale.order.value());
    view.lines.push_back(deposit_line(sale, order ? order->number : 0, words));
    view.subtotal = view.lines.back().total;
    if (order && is_given) {
      const Money paid = deposit_paid(database, order->id, sale.id);
      view.note = filled(words(N_("Order {0} · paid before {1} · due {2}")), words.money(order->price, profile.money()),
                         words.money(paid, profile.money()), words.money(order->price - paid, profile.money()));
    }
  }
  if (sale.kind != SaleKind::Sale) view.cart_discount = -view.cart_discount;
  for (const TaxTotal& tax : sale.taxes)
    view.taxes.push_back(ReceiptTax{tax.name, tax.included ? ReceiptTaxKind::Included : ReceiptTaxKind::Added,
                                    magnitude(tax.base), magnitude(tax.amount)});
  view.rounding = sale.kind == SaleKind::Sale ? sale.rounding : -sale.rounding;
  view.tip = magnitude(sale.tip);
  view.total = magnitude(worth_of(sale));
  for (const Payment& payment : sale.payments) {
    if (is_deposit && payment.method == Method::Deposit) continue;
    if (sale.kind == SaleKind::Sale && payment.method == Method::Deposit) {
      view.deposit += payment.amount;
      continue;
    }
    const bool is_waiting = std::ranges::find(standing.waiting, payment.id) != standing.waiting.end();
    view.payments.push_back(payment_view(payment, is_waiting, words));
  }
  for (const Payment& payment : standing.later_payments) view.payments.push_back(payment_view(payment, false, words));
  view.rest = view.total - view.deposit;
  view.owed = standing.owed_now;
  if (!sale.note.empty()) view.note = sale.note;
  if (standing.voided_by)
    if (const auto taken_back = find_sale(database, *standing.voided_by))
      view.voided = ReceiptVoid{zone.local(taken_back->at), seller_name(database, taken_back->who), taken_back->reason};
  view.thanks = profile.thanks;
  view.stamp_duty_hint = profile.stamp_duty_above.minor > 0 && sale.total > profile.stamp_duty_above;
  return receipt(view, paper, words);
}

std::string receipt_text(const Database& database, const Profile& profile, const Sale& sale) {
  const Words& words = profile.words();
  const Currency& currency = profile.money();
  const LocalTime at = profile.clock().local(sale.at);
  std::string text =
      profile.name + "\n" + sale.number + " · " + words.weekday_date(at.date) + " " + words.time(at) + "\n";
  std::optional<int> bundle;
  for (const SaleLine& line : sale.lines) {
    if (line.bundle && line.bundle != bundle) {
      const ReceiptLine whole = bundle_line(sale, *line.bundle, profile);
      text += fmt::format("{} × {}  {}\n", words.quantity(whole.quantity), whole.name,
                          words.money(whole.total, currency, Symbol::Hidden));
    }
    bundle = line.bundle;
    const std::string goods = fmt::format("{} × {}", words.quantity(magnitude(line.quantity)), line.name);
    text += bundle ? "   " + goods + "\n"
                   : fmt::format("{}  {}\n", goods,
                                 words.money(magnitude(line.gross - line.line_discount), currency, Symbol::Hidden));
  }
  if (sale.kind == SaleKind::Deposit) {
    const auto order = find_order(database, sale.order.value());
    text += deposit_line(sale, order ? order->number : 0, words).name + "\n";
  }
  const Money discount = sale.discount - saved_by_bundles(sale);  // those stand in their prices
  if (!discount.is_zero())
    text += fmt::format("{}  {}\n", words("Discount"), words.money(-magnitude(discount), currency, Symbol::Hidden));
  text += fmt::format("{}  {}\n", words("Total"), words.money(magnitude(worth_of(sale)), currency));
  for (const Payment& payment : sale.payments)
    if (sale.kind == SaleKind::Sale && payment.method == Method::Deposit)
      text +=
          fmt::format("{}  {}\n{}  {}\n", words(N_("Deposit")), words.money(-payment.amount, currency, Symbol::Hidden),
                      words(N_("Due")), words.money(sale.total - payment.amount, currency));
  const Money owed = standing_of(database, sale).owed_now;
  if (!owed.is_zero()) text += fmt::format("{}  {}\n", words("Remaining"), words.money(owed, currency));
  text += profile.thanks.empty() ? std::string(words("Thank you")) : profile.thanks;
  if (!profile.link.empty()) text += "\n" + profile.link;
  return text;
}

Document price_list_of(const Database& database, const Profile& profile, const PriceListWish& wish, Date today) {
  PriceListView view{.head = letterhead_of(database, profile), .title = wish.title, .date = today};
  StallTerms terms;
  if (wish.fair) {
    const std::optional<Fair> fair = find_fair(database, *wish.fair);
    LAPAK_ASSERT(fair.has_value());
    terms = terms_at(database, *wish.fair);
    if (view.title.empty()) view.title = fair->name;
  }
  std::map<std::string, std::size_t> section_of;
  const auto section = [&](const std::string& category) -> PriceListSection& {
    const auto [found, is_new] = section_of.emplace(category, view.sections.size());
    if (is_new) view.sections.push_back(PriceListSection{category, {}});
    return view.sections[found->second];
  };
  const bool with_pictures = wish.layout != PriceListLayout::Table;
  for (const Category& category : categories(database)) section(category.name);
  GridQuestion question{.count = 1'000'000};
  if (wish.category) {
    question.filter = GridFilter::Category;
    question.category = *wish.category;
  }
  GridView all = grid(database, question);
  for (const ProductCard& card : priced_by(terms, database, std::move(all.cards))) {
    const std::optional<Product> product = find_product(database, card.id);
    if (!product) continue;
    PriceListItem item{.code = product->code, .name = product->name};
    for (const Product& variant : card.has_variants ? variants_of(database, card.id) : std::vector<Product>{}) {
      if (!item.options.empty()) item.options += ", ";
      item.options += variant_label(variant);
    }
    if (product->maker)
      if (const auto maker = find_contact(database, *product->maker)) item.maker = maker->name;
    item.story = product->story;
    item.price_kind = card.open_price ? PriceKind::Asked : card.is_from_price ? PriceKind::From : PriceKind::Exact;
    item.price = card.price;
    item.mark = card.one_of_a_kind ? (card.is_out ? ItemMark::Sold : ItemMark::OneOfAKind) : ItemMark::None;
    if (with_pictures) item.photo = shared_photo(database, product->photo);
    const auto category = product->category ? find_category(database, *product->category) : std::nullopt;
    section(category ? category->name : std::string()).items.push_back(std::move(item));
  }
  std::erase_if(view.sections, [](const PriceListSection& one) { return one.items.empty(); });
  return price_list(view, wish.layout, wish.paper, wish.stories, profile.words());
}

namespace {

constexpr std::size_t most_best_sellers_of_range = 30;
constexpr int most_day_bars = 31, most_month_bars = 18;

// What a day's page and a range's have in common.
EndOfDayView figures_of(const Database& database, const Profile& profile, const Report& sums,
                        std::size_t best_sellers) {
  EndOfDayView view{.head = letterhead_of(database, profile), .business_date = sums.from};
  view.totals = DayTotals{sums.sales_count, sums.items_sold, sums.gross_sales, sums.discounts, magnitude(sums.refunds),
                          sums.net_sales,   sums.tax,        sums.rounding,    sums.tips};
  for (const ReportBySeller& row : sums.by_seller) view.sellers.push_back({row.name, row.net_sales});
  for (const ReportByProduct& row : sums.by_product) {
    if (view.best_sellers.size() == best_sellers) break;
    if (row.quantity > Quantity{}) view.best_sellers.push_back({row.name, row.quantity, row.net_sales});
  }
  for (const TakenBack& row : taken_back(database, sums.from, sums.to)) {
    DayCorrection correction{.kind = row.kind == SaleKind::Void ? CorrectionKind::Void : CorrectionKind::Refund,
                             .number = row.number,
                             .at = {},
                             .amount = magnitude(row.amount),
                             .reason = row.reason,
                             .who = {}};
    if (const auto sale = find_sale(database, row.number)) {
      correction.at = profile.clock().local(sale->at);
      correction.who = seller_name(database, sale->who);
    }
    view.corrections.push_back(std::move(correction));
  }
  view.fingerprint = hex(journal_head(database).hash).substr(0, 16);
  return view;
}

// The net sales of each day of the range; of months or years when there are too many days for a page.
void add_bars(const Report& sums, EndOfDayView& view) {
  const auto months = [](Date date) { return date.year() * 12 + date.month(); };
  const int days = sums.to.days - sums.from.days + 1, month_count = months(sums.to) - months(sums.from) + 1;
  view.step = days <= most_day_bars            ? RangeStep::Day
              : month_count <= most_month_bars ? RangeStep::Month
                                               : RangeStep::Year;
  const std::size_t letters = view.step == RangeStep::Day ? 10 : view.step == RangeStep::Month ? 7 : 4;
  std::map<std::string, Money> by_step;  // in order of time; a step without a sale has its bar too
  if (view.step != RangeStep::Year)
    for (Date day = sums.from; day <= sums.to; day = day.plus_days(1)) by_step[day.iso().substr(0, letters)];
  for (const ReportByDay& row : sums.by_day) by_step[row.date.iso().substr(0, letters)] += row.net_sales;
  for (const auto& [step, net_sales] : by_step)
    view.bars.push_back({view.step == RangeStep::Day ? step.substr(8) : step, net_sales});
}

}  // namespace

Document end_of_day_of(const Database& database, const Profile& profile, Date business_date,
                       const std::vector<HeldCart>& held, Instant now) {
  const Words& words = profile.words();
  const Zone zone = profile.clock();
  const Report day = report(database, profile, business_date, business_date);
  const DayView till = day_view(database, business_date);
  EndOfDayView view = figures_of(database, profile, day, most_best_sellers);
  const std::vector<WaitingPayment> waiting = waiting_payments(database, business_date);
  for (const ReportByMethod& row : day.by_payment) {
    DayMethod line{std::string(method_name(row.method, words)), row.count, row.amount, std::nullopt};
    if (row.method == Method::Cash && till.day) {
      line.expected = till.expected;
      line.counted = till.counted;
    }
    // Who found that the bank's app agrees has not found there what is still waited for.
    for (const MethodCheck& check : till.checks)
      if (check.method == method_code(row.method) && check.matches) {
        line.counted = line.expected;
        for (const WaitingPayment& payment : waiting)
          if (payment.method == row.method) *line.counted -= payment.amount;
      }
    view.methods.push_back(std::move(line));
  }
  for (const ReportByHour& row : day.by_hour) view.hours.push_back({row.hour, row.net_sales, row.sales_count});
  if (till.day) {
    view.opened_at = zone.local(till.day->opened_at);
    if (till.closed_at) view.closed_at = zone.local(*till.closed_at);
    view.drawer = DayDrawer{.float_at_opening = till.day->float_amount,
                            .cash_taken = till.cash_payments,
                            .paid_in = till.cash_in,
                            .paid_out = magnitude(till.cash_out),
                            .expected = till.expected,
                            .counted = till.counted,
                            .difference_reason = till.difference_reason,
                            .closed_by = seller_name(database, till.closed_by)};
  }
  for (const WaitingPayment& payment : waiting)
    view.open_points.push_back({OpenPointKind::PaymentWaiting, payment.customer, payment.number, payment.amount});
  for (const HeldCart& cart : held)
    view.open_points.push_back(
        {OpenPointKind::CartHeld, cart.name.empty() ? cart.first_item : cart.name, {}, cart.total});
  HistoryQuestion owed{.filter = HistoryFilter::Owed, .count = 20};
  for (const HistoryRow& row : history(database, owed).rows)
    view.open_points.push_back({OpenPointKind::Owed, row.customer, row.number, row.owed_now});
  const StockView out = stock_list(database, {.filter = StockFilter::Out, .today = business_date, .count = 1'000'000});
  for (const StockRow& row : out.rows) {
    const bool sold_today =
        std::ranges::any_of(day.by_product, [&](const ReportByProduct& sold) { return sold.product == row.id; });
    if (sold_today) view.ran_out.push_back({row.name, row.on_hand});
  }
  Document page = end_of_day(view, SheetPaper::A4, words);
  page.made_at = zone.local(now);
  return page;
}

Document range_report_of(const Database& database, const Profile& profile, Date from, Date to, Instant now) {
  const Words& words = profile.words();
  const Report sums = report(database, profile, from, to);
  EndOfDayView view = figures_of(database, profile, sums, most_best_sellers_of_range);
  view.last_date = to;
  for (const ReportByMethod& row : sums.by_payment)
    view.methods.push_back({std::string(method_name(row.method, words)), row.count, row.amount, std::nullopt});
  for (const ReportByCategory& row : sums.by_category)
    view.categories.push_back(
        {row.name.empty() ? std::string(words(N_("Without a category"))) : row.name, row.net_sales});
  add_bars(sums, view);
  Document page = end_of_day(view, SheetPaper::A4, words);
  page.made_at = profile.clock().local(now);
  return page;
}

Document person_file_of(const Database& database, const Profile& profile, Id<Contact> contact, Instant now) {
  constexpr int all = 1'000'000;
  const Words& words = profile.words();
  const Zone zone = profile.clock();
  const auto page = contact_page(database, {.contact = contact, .moments = all, .sight = Sight::Whole});
  LAPAK_ASSERT(page.has_value());
  const Contact& card = page->contact;
  const std::string home = std::string(home_country_code(profile.currency));
  PersonFileView view{.head = letterhead_of(database, profile), .name = card.name, .card = {}, .rows = {}};
  const auto add = [&](std::string_view label, std::string text) {
    if (!text.empty()) view.card.emplace_back(words(label), std::move(text));
  };
  std::string tags;
  for (const std::string& tag : card.tags) tags += (tags.empty() ? "" : ", ") + tag;
  add(N_("Phone"), written_phone(card.phone, home));
  add(N_("WhatsApp"), written_phone(card.whatsapp, home));
  add(N_("Instagram"), card.instagram);
  add(N_("E-mail"), card.email);
  add(N_("Postal address"), card.address);
  add(N_("Town"), card.town);
  add(N_("Birthday"), card.birthday);
  add(N_("Prefers"), card.prefers);
  add(N_("Tags"), tags);
  add(N_("Makes"), card.makes);
  add(N_("Where we met"), card.met_where);
  if (page->through) add(N_("Met through"), page->through->name);
  if (card.consent_at)
    add(N_("May be written to"), words.full_date(zone.local(*card.consent_at).date) +
                                     (card.consent_how.empty() ? "" : " · " + card.consent_how));
  const std::vector<OrderRow> orders = orders_of(database, contact);
  const auto text_of = [&](const Moment& moment) {
    std::string text = moment.text;
    for (const OrderRow& row : orders)
      if (moment.kind == MomentKind::Ordered && row.order.id.bytes == moment.id)
        for (const std::string* more : {&row.order.scope, &row.order.notes, &row.order.courier, &row.order.tracking})
          if (!more->empty()) text += " · " + *more;
    return text;
  };
  for (const Moment& moment : page->timeline) {
    const bool has_amount = is_receipt(moment.kind);
    view.rows.push_back({zone.local(moment.at), std::string(words(moment_name(moment.kind))), text_of(moment),
                         has_amount ? words.money(moment.amount, profile.money()) : std::string()});
  }
  Document document = person_file(view, SheetPaper::A4, words);
  document.made_at = zone.local(now);
  return document;
}

}  // namespace lapak
