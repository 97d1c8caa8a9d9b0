// screens: the receipt beside the list.
#include "app/screens/receipt_view.h"

#include <algorithm>

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/text.h"
#include "app/screens/wording.h"
#include "core/people/people_store.h"
#include "core/shop/documents.h"

namespace lapak {
namespace {

constexpr float kSumLine = 30;
constexpr float kItemLine = 56;
constexpr float kIndent = 24;  // of what is in a bundle

struct SumLine {
  std::string label;
  std::string amount;
  bool is_strong = false;
  bool is_warning = false;
};

std::string payment_label(const Ui& ui, const Payment& payment) {
  std::string label(method_name(payment.method, ui.words()));
  if (payment.received > payment.amount) label += fmt::format(" ({})", ui.bare_money(payment.received));
  return label;
}

bool is_waiting(const SaleStanding& standing, const Payment& payment) {
  return std::ranges::find(standing.waiting, payment.id) != standing.waiting.end();
}

std::vector<SumLine> sums_of(const Ui& ui, const PastSale& view) {
  const Sale& sale = view.sale;
  std::vector<SumLine> sums;
  const auto add = [&](std::string_view label, Money amount) {
    if (amount.minor != 0) sums.push_back({.label = std::string(label), .amount = ui.bare_money(amount)});
  };
  add(ui.words(N_("Discount")), saved_by_bundles(sale) - sale.discount);
  add(ui.words(N_("Tax")), sale.tax_added);
  add(ui.words(N_("Rounding")), sale.rounding);
  add(ui.words(N_("Tip")), sale.tip);
  sums.push_back({.label = std::string(ui.words(N_("Total"))), .amount = ui.money(worth_of(sale)), .is_strong = true});
  if (sale.tax_included.minor != 0) {
    sums.push_back(
        {.label = say(ui, N_("Includes {}"), ui.words(N_("Tax"))), .amount = ui.bare_money(sale.tax_included)});
  }
  const auto add_payment = [&](const Payment& payment) {
    if (sale.kind == SaleKind::Deposit && payment.method == Method::Deposit) return;  // it is the receipt's total
    const bool waits = is_waiting(view.standing, payment);
    std::string label = payment_label(ui, payment);
    if (waits) label += fmt::format(" · {}", ui.words(N_("Waiting for payment")));
    sums.push_back({.label = std::move(label), .amount = ui.bare_money(payment.amount), .is_warning = waits});
  };
  for (const Payment& payment : sale.payments) add_payment(payment);
  for (const Payment& payment : view.standing.later_payments) add_payment(payment);
  if (view.standing.owed_now.minor > 0) {
    sums.push_back({.label = std::string(ui.words(N_("Owed by customer"))),
                    .amount = ui.money(view.standing.owed_now),
                    .is_strong = true,
                    .is_warning = true});
  }
  for (const Sale& refund : view.refunds) {
    sums.push_back(
        {.label = fmt::format("{} {}", ui.words(N_("Refund")), refund.number), .amount = ui.bare_money(refund.total)});
  }
  return sums;
}

// A line as sold; of a bundle's pieces the bundle has the amount.
void draw_item(Ui& ui, Rect rect, const SaleLine& line) {
  const std::string amount = line.bundle ? std::string() : ui.bare_money(line.gross - line.line_discount);
  if (line.bundle) rect = {rect.x + kIndent, rect.y, rect.w - kIndent, rect.h};
  const float room = ui.paint().width(Type::Strong, amount) + 16;
  text(ui, {rect.x, rect.y, rect.w - room, 26}, line.name.empty() ? ui.words(N_("Misc item")) : line.name,
       {.type = Type::Row, .cut = Cut::Names});
  text(ui, rect.top_part(26), amount, {.type = Type::Strong, .align = Side::Right});
  std::string how = fmt::format("{} × {}", ui.words().quantity(line.quantity), ui.bare_money(line.agreed_price));
  if (line.line_discount.minor != 0 && !line.bundle) {
    how += fmt::format(" · {} {}", ui.words(N_("Discount")), ui.bare_money(line.line_discount));
  }
  if (!line.note.empty()) how += " · " + line.note;
  text(ui, {rect.x, rect.y + 26, rect.w, 22}, how, {.type = Type::Small, .color = ui.theme().ink2, .cut = Cut::Names});
}

void draw_bundle(Ui& ui, Rect rect, const Sale& sale, int position) {
  const SaleBundle& bundle = sale.bundles[static_cast<std::size_t>(position)];
  const std::string amount = ui.bare_money(amount_of_bundle(sale, position));
  const float room = ui.paint().width(Type::Strong, amount) + 16;
  text(ui, {rect.x, rect.y, rect.w - room, 26}, bundle.name, {.type = Type::Row, .cut = Cut::Names});
  text(ui, rect.top_part(26), amount, {.type = Type::Strong, .align = Side::Right});
  const std::string terms =
      bundle.rule ? bundle_terms(bundle.terms, ui.words(), ui.currency()) : ui.bare_money(bundle.terms.price);
  text(ui, {rect.x, rect.y + 26, rect.w, 22}, fmt::format("{} × {}", ui.words().count(bundle.times), terms),
       {.type = Type::Small, .color = ui.theme().ink2});
}

}  // namespace

bool PastSale::may_refund() const {
  const bool has_left = std::ranges::any_of(standing.refundable, [](Quantity left) { return left.thousandths > 0; });
  return sale.kind == SaleKind::Sale && sale.source.empty() && !standing.is_voided() && has_left;
}

bool PastSale::may_void() const {
  return sale.kind == SaleKind::Sale && sale.source.empty() && !standing.is_voided() && standing.refunds.empty();
}

const Payment* PastSale::waiting() const {
  if (standing.is_voided()) return nullptr;
  for (const auto* payments : {&sale.payments, &standing.later_payments}) {
    const auto found = std::ranges::find_if(*payments, [&](const Payment& p) { return is_waiting(standing, p); });
    if (found != payments->end()) return &*found;
  }
  return nullptr;
}

std::function<Document(const Database&, const Profile&)> receipt_paper_of(const Sale& sale) {
  return [sale](const Database& facts, const Profile& profile) {
    const auto paper = find_receipt_paper(profile.receipt_paper);
    return receipt_of(facts, profile, sale, paper.value_or(ReceiptPaper::Roll58mm));
  };
}

std::optional<PastSale> past_sale_of(const Shop& shop, Id<Sale> id) {
  const Database& facts = shop.facts();
  auto sale = find_sale(facts, id);
  if (!sale) return std::nullopt;
  PastSale view;
  view.standing = standing_of(facts, *sale);
  const auto customer = customer_of(facts, id);
  if (const auto contact = find_contact(facts, customer.value_or(sale->customer.value_or(Id<Contact>{})))) {
    view.customer = contact->name.empty() ? contact->phone : contact->name;
    view.phone = contact->phone;
  }
  if (sale->who) {
    if (const auto seller = find_seller(facts, *sale->who)) view.seller = seller->name;
  }
  if (sale->corrects) {
    if (const auto original = find_sale(facts, *sale->corrects)) view.corrects = original->number;
  }
  view.at = shop.profile().clock().local(sale->at);
  view.refunds = refunds_of(facts, id);
  view.text = receipt_text(facts, shop.profile(), *sale);
  view.sale = std::move(*sale);
  return view;
}

std::optional<Pill> state_pill(const Ui& ui, SaleKind kind, bool is_voided, bool is_owed, bool is_waiting) {
  if (is_voided) return Pill{.label = std::string(ui.words(N_("Void"))), .tone = Tone::Danger, .icon = icon::prohibit};
  if (kind == SaleKind::Refund) {
    return Pill{.label = std::string(ui.words(N_("Return"))), .tone = Tone::Neutral, .icon = icon::arrow_u_up_left};
  }
  if (kind == SaleKind::Deposit) {
    return Pill{.label = std::string(ui.words(N_("Deposit"))), .tone = Tone::Neutral, .icon = icon::hand_coins};
  }
  if (is_waiting) {
    return Pill{
        .label = std::string(ui.words(N_("Waiting for payment"))), .tone = Tone::Warning, .icon = icon::hourglass};
  }
  if (is_owed) {
    return Pill{
        .label = std::string(ui.words(N_("Owed by customer"))), .tone = Tone::Warning, .icon = icon::hand_coins};
  }
  return std::nullopt;
}

ReceiptWish draw_receipt(Ui& ui, Rect rect, const PastSale& view) {
  const Theme& t = ui.theme();
  ReceiptWish wish = ReceiptWish::None;
  plate(ui, rect);
  const Rect inside = rect.inset(16);
  const Payment* waiting = view.waiting();

  // Head: which one, when, whose.
  const auto pill_spec =
      state_pill(ui, view.sale.kind, view.standing.is_voided(), view.standing.owed_now.minor > 0, waiting != nullptr);
  float room = inside.w;
  if (pill_spec) {
    const float width = pill_width(ui, *pill_spec);
    pill(ui, {inside.right() - width, inside.y}, *pill_spec);
    room -= width + 12;
  }
  text(ui, {inside.x, inside.y, room, 30}, view.sale.number,
       {.type = Type::Title, .cut = Cut::Names, .name = "receipt.number"});
  std::string when = fmt::format("{} {}", ui.words().weekday_date(view.at.date), ui.words().time(view.at));
  if (!view.seller.empty()) when += fmt::format(" · {}", view.seller);
  if (!view.corrects.empty()) when += fmt::format(" · {}", say(ui, N_("For receipt {}"), view.corrects));
  text(ui, {inside.x, inside.y + 34, inside.w, 22}, when, {.type = Type::Small, .color = t.ink2, .cut = Cut::Names});
  const std::string& second = !view.customer.empty() ? view.customer : view.sale.reason;
  text(ui, {inside.x, inside.y + 56, inside.w, 22}, second, {.type = Type::SmallStrong, .cut = Cut::Names});

  // Foot: what can be done.
  float bottom = inside.bottom();
  const auto wide = [&](float height) {
    bottom -= height;
    const Rect place{inside.x, bottom, inside.w, height};
    bottom -= kGap;
    return place;
  };
  if (view.may_void() &&
      button(ui, "receipt.void", wide(56),
             {.label = ui.words(N_("Cancel this sale")), .icon = icon::prohibit, .kind = ButtonKind::Outline})) {
    wish = ReceiptWish::Void;
  }
  if (view.may_refund()) {
    const Rect pair = wide(72);
    if (button(ui, "receipt.refund", pair.column(0, 2, kGap),
               {.label = ui.words(N_("Give money back")), .icon = icon::arrow_u_up_left, .stacked = true})) {
      wish = ReceiptWish::Refund;
    }
    if (button(ui, "receipt.exchange", pair.column(1, 2, kGap),
               {.label = ui.words(N_("Exchange")), .icon = icon::arrows_left_right, .stacked = true})) {
      wish = ReceiptWish::Exchange;
    }
  }
  const Rect papers = wide(72);
  if (button(ui, "receipt.print", papers.column(0, 3, kGap),
             {.label = ui.words(N_("Print")),
              .icon = icon::printer,
              .stacked = true,
              .shortcut = {.key = Key::P, .ctrl = true}})) {
    wish = ReceiptWish::Print;
  }
  if (button(ui, "receipt.pdf", papers.column(1, 3, kGap),
             {.label = ui.words(N_("PDF")), .icon = icon::file_pdf, .stacked = true})) {
    wish = ReceiptWish::Pdf;
  }
  if (button(ui, "receipt.share", papers.column(2, 3, kGap),
             {.label = ui.words(N_("WhatsApp")), .icon = icon::whatsapp_logo, .stacked = true})) {
    wish = ReceiptWish::Share;
  }
  if (view.standing.owed_now.minor > 0 && !view.standing.is_voided() &&
      button(ui, "receipt.settle", wide(72),
             {.label = ui.words(N_("Accept payment")),
              .kind = ButtonKind::Primary,
              .sub_label = ui.money(view.standing.owed_now)})) {
    wish = ReceiptWish::Settle;
  }
  if (waiting && button(ui, "receipt.arrived", wide(72),
                        {.label = ui.words(N_("Money has arrived")),
                         .kind = ButtonKind::Success,
                         .sub_label = ui.money(waiting->amount)})) {
    wish = ReceiptWish::Arrived;
  }

  // Between them what was sold and paid.
  const float top = inside.y + 88;
  divider(ui, inside.x, top - 4, inside.w);
  const std::vector<SumLine> sums = sums_of(ui, view);
  const float length = static_cast<float>(view.sale.lines.size() + view.sale.bundles.size()) * kItemLine + 16 +
                       static_cast<float>(sums.size()) * kSumLine;
  ScrollArea scroll(ui, "receipt.body", {inside.x, top, inside.w, bottom - top}, length);
  const Point origin = scroll.origin();
  float y = origin.y + 4;
  std::optional<int> bundle;
  const auto take = [&] {
    const Rect place{origin.x, y, inside.w, kItemLine};
    y += kItemLine;
    return place;
  };
  for (const SaleLine& line : view.sale.lines) {
    if (line.bundle && line.bundle != bundle)
      if (const Rect place = take(); scroll.shows(place)) draw_bundle(ui, place, view.sale, *line.bundle);
    bundle = line.bundle;
    if (const Rect place = take(); scroll.shows(place)) draw_item(ui, place, line);
  }
  divider(ui, origin.x, y, inside.w);
  y += 8;
  for (const SumLine& sum : sums) {
    const Type type = sum.is_strong ? Type::Strong : Type::Body;
    const Color ink = sum.is_warning ? t.warning_text : sum.is_strong ? t.ink : t.ink2;
    const Rect place{origin.x, y, inside.w, kSumLine};
    if (scroll.shows(place)) {
      const float amount_room = ui.paint().width(type, sum.amount) + 12;
      text(ui, {place.x, place.y, place.w - amount_room, place.h}, sum.label,
           {.type = type, .color = ink, .cut = Cut::Names});
      text(ui, place, sum.amount, {.type = type, .color = ink, .align = Side::Right});
    }
    y += kSumLine;
  }
  return wish;
}

}  // namespace lapak
