// screens: Pay.
#include "app/screens/pay.h"

#include <algorithm>
#include <array>
#include <set>

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/number_pad.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/customer_sheet.h"
#include "app/screens/discount_sheet.h"
#include "app/screens/done.h"
#include "app/screens/number_sheet.h"
#include "app/screens/pay_layout.h"
#include "app/screens/pay_qris.h"
#include "app/screens/wording.h"
#include "core/sale/cash.h"

namespace lapak {
namespace {

enum class Way { Cash, Qris, Transfer, Card, Later };

constexpr std::size_t kMostSuggestions = 4;
constexpr int kCardNumberDigits = 12;  // as many in a row are no reference

struct WayTile {
  Way way;
  std::string_view name;
  std::string_view label;
  Icon icon;
};
const std::array<WayTile, 5> kWays{{{Way::Cash, "method.cash", N_("Cash"), icon::money},
                                    {Way::Qris, "method.qris", N_("QRIS"), icon::qr_code},
                                    {Way::Transfer, "method.transfer", N_("Transfer"), icon::bank},
                                    {Way::Card, "method.card", N_("Card terminal"), icon::credit_card},
                                    {Way::Later, "method.later", N_("Pay later"), icon::clock}}};

Way way_of(Method method) {
  switch (method) {
    case Method::Qris:
      return Way::Qris;
    case Method::Transfer:
      return Way::Transfer;
    case Method::Card:
      return Way::Card;
    case Method::Cash:
    case Method::Exchange:
    case Method::Deposit:
    case Method::Imported:
      break;
  }
  return Way::Cash;
}

bool looks_like_card_number(std::string_view text) {
  int digits = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      if (++digits >= kCardNumberDigits) return true;
    } else if (c != ' ' && c != '-') {
      digits = 0;
    }
  }
  return false;
}

class PayScreen final : public Screen {
 public:
  Surface surface() const override { return Surface::FullScreen; }
  void refresh(const Shop& shop) override;
  void draw(Ui& ui, Intents& out) override;
  void performed(const Outcome& outcome, Intents& out) override;
  bool refused(const Problem& problem) override;
  Rect toast_place(const Ui& ui) const override;

 private:
  Money paid() const;
  // What is still to be paid if the rest came this way: cash alone is rounded.
  Money remaining(Way way) const;
  // What of it the payment being taken covers.
  Money covered() const;
  bool is_all_cash() const;
  // The deposit covers all of it: it is only handed over.
  bool is_prepaid() const { return cart_->deposit > Money{} && cart_->due().is_zero(); }

  void draw_left(Ui& ui, Intents& out, const PayLayout& at);
  void draw_bill(Ui& ui, Rect area);
  void draw_parts(Ui& ui, Intents& out, const PayLayout& at);
  void draw_methods(Ui& ui, Intents& out, const PayLayout& at);
  void draw_cash(Ui& ui, Intents& out, const PayLayout& at);
  void draw_transfer(Ui& ui, Intents& out, const PayLayout& at);
  void draw_card(Ui& ui, Intents& out, const PayLayout& at);
  void draw_later(Ui& ui, Intents& out, const PayLayout& at);
  void draw_part_amount(Ui& ui, Rect place);
  void draw_line_picker(Ui& ui);
  std::string accept_label(const Ui& ui) const;
  void accept(Intents& out, Tender tender);
  void finish(Intents& out, Remainder remainder);
  void take_part_back();
  void choose(Way way);

  WatchedCart cart_;
  Profile profile_;
  std::uint64_t profile_revision_ = 0;
  bool is_new_ = true;

  Way way_ = Way::Cash;
  std::vector<Tender> parts_;
  bool is_split_ = false;
  std::optional<Money> part_;  // of what remains, when not all of it
  NumberEntry received_{0, 9};
  std::string reference_;
  std::size_t account_ = 0;
  bool is_selling_ = false;
  bool picks_lines_ = false;
  std::set<std::size_t> picked_lines_;

  QrisPanel qris_;
  CustomerSheet customer_sheet_;
  DiscountSheet discount_sheet_;
  NumberSheet part_sheet_{"part"};
  NumberSheet tip_sheet_{"tip"};
};

void PayScreen::refresh(const Shop& shop) {
  take_part_back();  // still selling in the next frame: neither done nor refused, so the disk did not take it
  cart_.refresh(shop);
  if (profile_revision_ != shop.revisions().profile) {
    profile_ = shop.profile();
    profile_revision_ = shop.revisions().profile;
  }
  if (std::exchange(is_new_, false)) {
    received_ = NumberEntry(profile_.money().decimals, 9);
    if (const auto last = last_sale(shop.facts())) {
      const auto sale = find_sale(shop.facts(), *last);
      if (sale && sale->kind == SaleKind::Sale && !sale->payments.empty()) way_ = way_of(sale->payments.back().method);
    }
    if (way_ == Way::Qris && (profile_.qris.empty() || is_prepaid())) way_ = Way::Cash;
  }
  if (way_ == Way::Qris) qris_.show(profile_, covered());
  customer_sheet_.refresh(shop);
}

Money PayScreen::paid() const {
  Money sum;
  for (const Tender& part : parts_) sum += part.amount;
  return sum;
}

bool PayScreen::is_all_cash() const {
  return std::ranges::all_of(parts_, [](const Tender& part) { return part.method == Method::Cash; });
}

Money PayScreen::remaining(Way way) const {
  const Money rounding = way == Way::Cash && is_all_cash() ? cart_->cash_rounding : Money{};
  return cart_->due() + rounding - paid();
}

Money PayScreen::covered() const {
  const Money all = remaining(way_);
  return part_ ? std::min(*part_, all) : all;
}

void PayScreen::choose(Way way) {
  way_ = way;
  received_.clear();
  reference_.clear();
}

// Enter, F10 or Ctrl+Enter (ux.md §4.3), of which a button takes one.
KeyStroke accept_key(Ui& ui) {
  for (const KeyStroke stroke : {KeyStroke{Key::F10}, KeyStroke{.key = Key::Enter, .ctrl = true}}) {
    if (ui.keyboard().stroke() == stroke) return stroke;
  }
  return {Key::Enter};
}

void PayScreen::draw(Ui& ui, Intents& out) {
  if (way_ == Way::Qris) {
    switch (qris_.draw(ui)) {
      case QrisWish::None:
        break;
      case QrisWish::Back:
        choose(Way::Cash);
        break;
      case QrisWish::Arrived:
        accept(out, {.method = Method::Qris, .amount = covered()});
        break;
    }
  } else {
    const PayLayout at = pay_layout(ui);
    draw_left(ui, out, at);
    draw_methods(ui, out, at);
    switch (way_) {
      case Way::Cash:
        draw_cash(ui, out, at);
        break;
      case Way::Transfer:
        draw_transfer(ui, out, at);
        break;
      case Way::Card:
        draw_card(ui, out, at);
        break;
      case Way::Later:
        draw_later(ui, out, at);
        break;
      case Way::Qris:
        break;
    }
  }
  discount_sheet_.draw(ui, out, cart_.view());
  customer_sheet_.draw(ui, out, cart_->cart.customer.has_value());
  if (const auto part = part_sheet_.draw(ui)) part_ = part->money();
  if (const auto tip = tip_sheet_.draw(ui)) out.perform(CartCommand(SetTip{tip->money()}));
  draw_line_picker(ui);
  if (ui.scan())
    out.add(ShowToast{.sentence = std::string(ui.words(N_("Finish paying first, then scan."))), .icon = icon::barcode});
  if (ui.shortcut({Key::Escape})) out.add(Back{});
}

void PayScreen::draw_left(Ui& ui, Intents& out, const PayLayout& at) {
  const Theme& t = ui.theme();
  const bool is_compact = ui.size() == SizeClass::Compact;
  ui.paint().fill(at.left_ground, t.surface);
  if (t.has_lines()) {
    const float edge = ui.left_handed() ? at.left_ground.x : at.left_ground.right();
    ui.paint().line({edge, 0}, {edge, ui.height()}, t.divider, t.line_width());
  }
  if (icon_button(ui, "back", at.back, icon::arrow_left, ui.words(N_("Back")))) {
    if (is_split_) {
      is_split_ = false;
      part_.reset();
      parts_.clear();
    } else {
      out.add(Back{});
    }
  }
  text(ui, at.title, ui.words(is_split_ ? N_("Split payment") : N_("Pay")), {.type = Type::Title, .name = "title"});
  const std::string_view who =
      cart_->customer ? std::string_view(cart_->customer->contact.name) : ui.words(N_("Customer?"));
  const std::string shown = ui.paint().shortened(Type::SmallStrong, who, at.customer.w - (is_compact ? 16 : 56));
  if (button(ui, "customer", at.customer,
             {.label = shown,
              .icon = is_compact        ? Icon()
                      : cart_->customer ? Icon(icon::user)
                                        : Icon(icon::user_plus),
              .kind = cart_->customer ? ButtonKind::Tonal : ButtonKind::Secondary,
              .type = Type::SmallStrong,
              .shortcut = {Key::F2}})) {
    customer_sheet_.open();
  }
  if (is_split_) {
    draw_parts(ui, out, at);
    return;
  }
  draw_bill(ui, at.list);
  const Money due = remaining(way_);
  text(ui, at.total_label, ui.words(N_("Total to pay")), {.type = Type::Body, .color = t.ink2});
  amount(ui, at.total, ui.money(due), {.size = AmountSize::L, .align = Side::Left, .name = "due"});
  const int tools = profile_.tips ? 3 : 2;
  const bool tools_have_icons = at.tools.w / static_cast<float>(tools) > 200;
  if (button(ui, "split", at.tools.column(0, tools, kGap + 8),
             {.label = ui.words(N_("Split payment")),
              .icon = tools_have_icons ? Icon(icon::arrows_left_right) : Icon(),
              .kind = ButtonKind::Outline,
              .type = Type::SmallStrong})) {
    is_split_ = true;
  }
  if (button(ui, "discount", at.tools.column(1, tools, kGap + 8),
             {.label = ui.words(N_("Discount")),
              .icon = tools_have_icons ? Icon(icon::percent) : Icon(),
              .kind = ButtonKind::Outline,
              .type = Type::SmallStrong,
              .shortcut = {Key::F8}})) {
    discount_sheet_.open();
  }
  if (profile_.tips && button(ui, "tip", at.tools.column(2, tools, kGap + 8),
                              {.label = ui.words(N_("Tip")),
                               .icon = tools_have_icons ? Icon(icon::tip_jar) : Icon(),
                               .kind = ButtonKind::Outline,
                               .type = Type::SmallStrong})) {
    tip_sheet_.open({.title = std::string(ui.words(N_("Tip"))), .button = N_("Tip {}").data()}, ui.currency());
  }
}

void PayScreen::draw_bill(Ui& ui, Rect area) {
  struct BillRow {
    std::string name, facts, amount;
    bool is_name = true;
    bool is_part = false;    // of the bundle above it
    bool is_bundle = false;  // its terms stand under its price
  };
  std::vector<BillRow> bill;
  const Totals& sums = cart_->totals;
  Money saved;  // what the bundles saved stands in their prices
  for (const CartRow& row : cart_->rows) {
    if (!row.pieces) {
      const Bundle& bundle = sums.bundles[*row.bundle];
      const CartRule& rule = cart_->cart.rules[bundle.rule];
      bill.push_back({rule.name, bundle_subtitle(ui, rule, bundle),
                      ui.bare_money(Money{rule.terms.price.minor * bundle.times}), true, false, true});
      continue;
    }
    const CartLine& line = cart_->cart.lines[row.pieces->line];
    if (row.bundle) saved += row.pieces->discount;
    bill.push_back({line_name(line),
                    fmt::format("{} × {}", ui.words().quantity(row.pieces->quantity), ui.bare_money(line.agreed_price)),
                    row.bundle ? std::string() : ui.bare_money(row.pieces->gross), true, row.bundle.has_value()});
  }
  const auto extra = [&](std::string_view label, Money value) {
    if (!value.is_zero()) bill.push_back({std::string(label), {}, ui.bare_money(value), false});
  };
  extra(ui.words(N_("Discount")), saved - sums.discount);
  for (const TaxTotal& tax : sums.taxes) {
    if (!tax.included) extra(tax.name, tax.amount);
  }
  extra(ui.words(N_("Tip")), sums.tip);
  extra(ui.words(N_("Deposit")), -cart_->deposit);
  if (way_ == Way::Cash) extra(ui.words(N_("Rounding")), cart_->cash_rounding);

  const RowList rows(ui, "bill", area, {.count = bill.size(), .row_height = 64});
  for (const RowList::Item& item : rows.visible()) {
    const BillRow& one = bill[item.index];
    const float indent = one.is_part ? 24.0f : 0.0f;
    const Rect box{item.rect.x + indent, item.rect.y, item.rect.w - indent, item.rect.h};
    const float amount_width = one.amount.empty() ? 0.0f : 130.0f;
    if (one.is_name) {
      text(ui, {box.x, box.y + 8, box.w - amount_width, 26}, one.name, {.type = Type::Text, .cut = Cut::Names});
      text(ui, {box.x, box.y + 34, box.w - (one.is_bundle ? 0.0f : amount_width), 22}, one.facts,
           {.type = Type::Small, .color = ui.theme().ink2});
    } else {
      text(ui, {box.x, box.y, box.w - amount_width, box.h}, one.name,
           {.type = Type::Text, .color = ui.theme().ink2, .cut = Cut::Names});
    }
    if (one.amount.empty()) continue;
    const Rect beside{box.right() - amount_width, box.y + (one.is_bundle ? 8.0f : 0.0f), amount_width,
                      one.is_bundle ? 26.0f : box.h};
    text(ui, beside, one.amount,
         {.type = Type::Strong, .align = Side::Right, .name = fmt::format("bill.{}", item.index)});
  }
}

void PayScreen::draw_parts(Ui& ui, Intents&, const PayLayout& at) {
  std::optional<std::size_t> dropped;
  const Rect area{at.list.x, at.list.y, at.list.w, at.list.h};
  {
    const RowList rows(ui, "parts", area, {.count = parts_.size(), .row_height = 72, .gap = 8});
    for (const RowList::Item& item : rows.visible()) {
      const Tender& part = parts_[item.index];
      const Rect box = item.rect;
      ui.paint().fill(box, ui.theme().surface2, kRowRadius);
      if (ui.theme().is_terik()) ui.paint().outline(box, ui.theme().divider, ui.theme().line_width(), kRowRadius);
      text(ui, {box.x + 16, box.y, 160, box.h}, method_name(part.method, ui.words()), {.type = Type::Strong});
      text(ui, {box.x + 100, box.y, box.w - 100 - 72, box.h}, ui.bare_money(part.amount),
           {.type = Type::Strong, .align = Side::Right, .name = fmt::format("part.{}", item.index)});
      if (icon_button(ui, fmt::format("part.{}.remove", item.index), {box.right() - 60, box.y + 10, 52, 52}, icon::x,
                      ui.words(N_("Remove")), ButtonKind::Quiet)) {
        dropped = item.index;
      }
    }
  }
  if (dropped) parts_.erase(parts_.begin() + static_cast<std::ptrdiff_t>(*dropped));
  if (parts_.empty()) {
    text(ui, {area.x, area.y, area.w, 80}, ui.words(N_("Choose how much, then how. What is left stays below.")),
         {.type = Type::Body, .color = ui.theme().ink2, .upright = Upright::Top, .lines = 3});
  }
  const Money left = remaining(way_);
  text(ui, at.total_label, ui.words(N_("Remaining")), {.type = Type::Body, .color = ui.theme().ink2});
  amount(ui, at.total, ui.money(left), {.size = AmountSize::L, .align = Side::Left, .name = "due"});
  const auto share = [&](std::string_view name, int column, std::string_view label, std::int64_t parts) {
    const Money part{(cart_->due().minor + parts - 1) / parts};
    if (button(ui, name, at.tools.column(column, 3, kGap),
               {.label = label, .kind = ButtonKind::Outline, .selected = part_ == part})) {
      part_ = part_ == part ? std::nullopt : std::optional(part);
      received_.clear();
    }
  };
  share("split.half", 0, "1/2", 2);
  share("split.third", 1, "1/3", 3);
  const bool is_narrow = at.tools.w < 400;
  if (button(ui, "split.items", at.tools.column(2, 3, kGap),
             {.label = ui.words(N_("By item")),
              .kind = ButtonKind::Outline,
              .type = is_narrow ? Type::Nav : Type::SmallStrong})) {
    picked_lines_.clear();
    picks_lines_ = true;
  }
}

void PayScreen::draw_line_picker(Ui& ui) {
  Sheet sheet(ui, "items", picks_lines_,
              {.title = ui.words(N_("Pays for")), .close_label = ui.words(N_("Close")), .foot = 96});
  if (!sheet.visible()) return;
  const Rect content = sheet.content();
  const auto& lines = cart_->cart.lines;
  Money sum;
  for (const std::size_t i : picked_lines_) {
    if (i < cart_->totals.lines.size()) sum += cart_->totals.lines[i].amount;
  }
  {
    const RowList rows(ui, "items.list", {content.x, 80, content.w, ui.height() - 80 - 128},
                       {.count = lines.size(), .row_height = 72});
    for (const RowList::Item& item : rows.visible()) {
      const bool is_picked = picked_lines_.contains(item.index);
      const std::string name = line_name(lines[item.index]);
      const std::string amount = ui.bare_money(cart_->totals.lines[item.index].amount);
      if (row(ui, fmt::format("items.{}", item.index), item.rect,
              {.title = name,
               .trailing = amount,
               .icon = is_picked ? icon::check_circle : icon::circle,
               .selected = is_picked})) {
        if (!picked_lines_.erase(item.index)) picked_lines_.insert(item.index);
      }
    }
  }
  if (button(ui, "items.ok", sheet.foot(),
             {.label = ui.money(sum),
              .kind = ButtonKind::Primary,
              .enabled = sum > Money{},
              .type = Type::Main,
              .shortcut = accept_key(ui)})) {
    part_ = sum;
    received_.clear();
    picks_lines_ = false;
  }
  if (sheet.dismissed()) picks_lines_ = false;
}

void PayScreen::draw_methods(Ui& ui, Intents& out, const PayLayout& at) {
  for (std::size_t i = 0; i < kWays.size(); ++i) {
    const WayTile& tile = kWays[i];
    const bool can = tile.way != Way::Qris || !profile_.qris.empty();
    const Press tapped = press(ui, tile.name, at.methods.column(static_cast<int>(i), 5, kGap),
                               {.label = ui.words(tile.label),
                                .icon = tile.icon,
                                .selected = way_ == tile.way,
                                .stacked = true,
                                .enabled = can,
                                .type = ui.size() == SizeClass::Compact ? Type::Badge : Type::Button});
    if (tapped == Press::Tap) {
      choose(tile.way);
      ui.keep_drawing();
    }
    if (tapped == Press::TapDisabled) {
      out.add(ShowToast{.sentence = std::string(ui.words(N_("Add your QRIS code in Settings first."))),
                        .icon = icon::qr_code});
    }
  }
}

std::string PayScreen::accept_label(const Ui& ui) const {
  const Money part = covered();
  if (is_prepaid()) return std::string(ui.words(N_("Hand over")));
  if (!is_split_) return std::string(ui.words(N_("Accept payment")));
  return part >= remaining(way_) ? say(ui, N_("Accept the last {}"), ui.money(part))
                                 : say(ui, N_("Accept {}"), ui.money(part));
}

void PayScreen::draw_cash(Ui& ui, Intents& out, const PayLayout& at) {
  const Theme& t = ui.theme();
  const Money due = covered();
  const Money given{received_.value()};
  amount_field(ui, "received", at.field, ui.money(given),
               {.label = ui.words(N_("Cash received")), .selected = true, .prefilled = received_.prefilled()});

  std::vector<Money> offers = cash_suggestions(due, ui.currency());
  if (offers.size() > kMostSuggestions) offers.resize(kMostSuggestions);
  offers.insert(offers.begin(), due);
  const auto rows = static_cast<float>(std::max<std::size_t>(4, offers.size()));
  const float height = (at.suggestions.h - kGap * (rows - 1)) / rows;
  for (std::size_t i = 0; i < offers.size(); ++i) {
    const Rect place{at.suggestions.x, at.suggestions.y + static_cast<float>(i) * (height + kGap), at.suggestions.w,
                     height};
    const std::string change =
        i == 0 ? std::string(ui.words(N_("Exact cash"))) : say(ui, N_("Change {}"), ui.bare_money(offers[i] - due));
    const std::string shown = ui.bare_money(offers[i]);
    // Beside each other where there is room; else the note handed over above the change.
    const bool is_narrow = place.w < 300;
    if (button(ui, i == 0 ? std::string("cash.exact") : fmt::format("cash.{}", i - 1), place,
               {.label = is_narrow ? shown : change,
                .kind = i == 0 ? ButtonKind::Success : ButtonKind::Secondary,
                .sub_label = is_narrow ? std::string_view(change) : std::string_view(),
                .trailing = is_narrow ? std::string_view() : std::string_view(shown),
                .left_aligned = true,
                .type = is_narrow ? Type::AmountS : Type::Body})) {
      if (profile_.one_tap_cash) {
        accept(out, {.method = Method::Cash, .amount = due, .received = offers[i]});
      } else {
        received_.prefill(offers[i].minor);
      }
    }
  }
  number_pad(ui, "key", at.pad, received_);

  const bool is_enough = given >= due && (due > Money{} || is_prepaid());
  const bool is_short = given < due;
  const Color color = is_short ? t.warning_text : t.success;
  text(ui, at.change, ui.words(is_short ? N_("Short by") : N_("Change")), {.type = Type::Headline, .color = color});
  amount(ui, at.change, ui.money(is_short ? due - given : given - due),
         {.size = AmountSize::Headline, .color = color, .name = is_short ? "short" : "change"});
  const bool is_part = is_split_ && given > Money{} && is_short;
  const std::string label = is_part ? say(ui, N_("Accept {}"), ui.money(given)) : accept_label(ui);
  const Press tapped = press(ui, "accept", at.accept,
                             {.label = label,
                              .kind = ButtonKind::Primary,
                              .enabled = is_enough || is_part,
                              .type = Type::Main,
                              .shortcut = accept_key(ui)});
  if (tapped == Press::Tap) {
    accept(out, {.method = Method::Cash, .amount = std::min(given, due), .received = given});
  } else if (tapped == Press::TapDisabled) {
    out.add(ShowToast{.sentence = say(ui, N_("{} still missing"), ui.money(due - given)), .icon = icon::money});
  }
}

void PayScreen::draw_part_amount(Ui& ui, Rect place) {
  if (amount_field(ui, "part.amount", place, ui.money(covered()),
                   {.label = ui.words(is_split_ ? N_("This part") : N_("Amount")), .selected = part_.has_value()})) {
    part_sheet_.open({.title = std::string(ui.words(N_("This part"))),
                      .button = N_("Take {}").data(),
                      .prefill = covered().minor,
                      .may_be_zero = false},
                     ui.currency());
    is_split_ = true;
  }
}

void PayScreen::draw_transfer(Ui& ui, Intents& out, const PayLayout& at) {
  const Theme& t = ui.theme();
  const Rect& right = at.right;
  const Rect state{right.x, at.accept.y - 72 - (ui.height() >= 790 ? 64.0f : 16.0f), right.w, 72};
  const float part_height = std::min(88.0f, state.y - 16 - 448);
  const Rect part{right.x, state.y - 16 - part_height, right.w, part_height};
  const Rect words{right.x, part.y - 16 - 64, right.w, 64};
  text(ui, {right.x, 104, right.w, 32}, ui.words(N_("Transfer to")), {.type = Type::SmallStrong, .color = t.ink2});
  const Rect area{right.x, 140, right.w, words.y - 12 - 140};
  if (profile_.accounts.empty()) {
    text(ui, area,
         ui.words(
             N_("No account is written down yet. Tell the customer your number; add it in Settings to show it here.")),
         {.type = Type::Body, .color = t.ink2, .upright = Upright::Top, .lines = 4});
  }
  {
    const RowList rows(ui, "accounts", area, {.count = profile_.accounts.size(), .row_height = 96, .gap = 8});
    for (const RowList::Item& item : rows.visible()) {
      const BankAccount& account = profile_.accounts[item.index];
      const std::string title = fmt::format("{} {}", account.bank, account.number);
      const std::string holder = say(ui, N_("in the name of {}"), account.holder);
      const bool is_chosen = account_ == item.index;
      const Rect box = item.rect;
      ui.paint().fill(box, is_chosen ? t.primary_c : t.surface, kRowRadius);
      ui.paint().outline(box, is_chosen ? t.primary : t.outline, is_chosen || t.is_terik() ? 2.0f : 1.0f, kRowRadius);
      if (row(ui, fmt::format("account.{}", item.index), box.inset(16, 0),
              {.title = title, .subtitle = holder, .has_divider = false})) {
        account_ = item.index;
      }
    }
  }
  field(ui, "reference", words, reference_,
        {.placeholder = ui.words(N_("Note or last 4 digits (optional)")), .longest_bytes = 200});
  draw_part_amount(ui, part);
  const auto take = [&](bool is_waiting) {
    std::string reference = reference_;
    if (account_ < profile_.accounts.size()) {
      const std::string& bank = profile_.accounts[account_].bank;
      reference = reference.empty() ? bank : bank + " · " + reference;
    }
    accept(out, {.method = Method::Transfer,
                 .amount = covered(),
                 .received = {},
                 .is_waiting = is_waiting,
                 .reference = reference});
  };
  // Which of the two it is was looked up on a phone: neither is taken for granted.
  if (button(ui, "waiting", state,
             {.label = ui.words(N_("Mark as waiting")), .icon = icon::hourglass, .kind = ButtonKind::Outline}))
    take(true);
  if (button(ui, "accept", at.accept,
             {.label = ui.words(N_("Money has arrived")),
              .icon = icon::check,
              .kind = ButtonKind::Success,
              .type = Type::Main,
              .shortcut = accept_key(ui)}))
    take(false);
}

void PayScreen::draw_card(Ui& ui, Intents& out, const PayLayout& at) {
  const Theme& t = ui.theme();
  const Rect& right = at.right;
  draw_part_amount(ui, at.field);
  text(ui, {right.x, 216, right.w, 80}, ui.words(N_("Take this amount on your card terminal, then confirm here.")),
       {.type = Type::Body, .color = t.ink2, .lines = 2});
  const bool is_number = looks_like_card_number(reference_);
  field(ui, "reference", {right.x, 344, right.w, 64}, reference_,
        {.label = ui.words(N_("Approval code (optional)")),
         .placeholder = ui.words(N_("From the terminal's slip")),
         .error = is_number ? ui.words(N_("Never write a card number here.")) : std::string_view(),
         .longest_bytes = 60});
  if (button(ui, "accept", at.accept,
             {.label = accept_label(ui),
              .kind = ButtonKind::Primary,
              .enabled = !is_number,
              .type = Type::Main,
              .shortcut = accept_key(ui)})) {
    accept(out,
           {.method = Method::Card, .amount = covered(), .received = {}, .is_waiting = false, .reference = reference_});
  }
}

void PayScreen::draw_later(Ui& ui, Intents& out, const PayLayout& at) {
  const Theme& t = ui.theme();
  const Rect& right = at.right;
  const Money owed = remaining(way_);
  amount_field(ui, "owed", at.field, ui.money(owed), {.label = ui.words(N_("Owed by customer")), .selected = true});
  const std::string_view who =
      cart_->customer ? std::string_view(cart_->customer->contact.name) : ui.words(N_("Who will pay later?"));
  if (button(ui, "later.customer", {right.x, 216, right.w, 72},
             {.label = who,
              .icon = cart_->customer ? icon::user : icon::user_plus,
              .kind = ButtonKind::Tonal,
              .left_aligned = true})) {
    customer_sheet_.open();
  }
  if (button(
          ui, "later.part", {right.x, 304, right.w, 72},
          {.label = ui.words(N_("Part of it is paid now")), .icon = icon::arrows_left_right, .left_aligned = true})) {
    is_split_ = true;
    choose(Way::Cash);
  }
  text(ui, {right.x, 400, right.w, 80}, ui.words(N_("It stays open in Receipts until the rest is paid.")),
       {.type = Type::Body, .color = t.ink2, .upright = Upright::Top, .lines = 2});
  const Press tapped = press(ui, "accept", at.accept,
                             {.label = say(ui, N_("Save as owed: {}"), ui.money(owed)),
                              .kind = ButtonKind::Primary,
                              .enabled = cart_->cart.customer.has_value(),
                              .type = Type::Main,
                              .shortcut = accept_key(ui)});
  if (tapped == Press::Tap) finish(out, Remainder::Owed);
  if (tapped == Press::TapDisabled) customer_sheet_.open();
}

void PayScreen::accept(Intents& out, Tender tender) {
  const bool is_last = tender.amount >= remaining(way_);
  if (!tender.amount.is_zero()) parts_.push_back(std::move(tender));
  part_.reset();
  if (is_last) {
    finish(out, Remainder::Refused);
  } else {
    is_split_ = true;
    choose(way_ == Way::Qris ? Way::Cash : way_);
  }
}

void PayScreen::finish(Intents& out, Remainder remainder) {
  is_selling_ = true;
  out.perform(SaleCommand(Sell{.cart = cart_->cart, .tenders = parts_, .remainder = remainder}));
}

void PayScreen::performed(const Outcome& outcome, Intents& out) {
  customer_sheet_.performed(outcome, out);
  if (outcome.kind == "sell" && is_selling_) out.add(Replace{make_done_screen(Id<Sale>{outcome.subject})});
}

bool PayScreen::refused(const Problem&) {
  take_part_back();
  return false;
}

void PayScreen::take_part_back() {
  // The payment that would have finished it was not taken.
  if (std::exchange(is_selling_, false) && !parts_.empty() && way_ != Way::Later) parts_.pop_back();
}

Rect PayScreen::toast_place(const Ui& ui) const {
  const PayLayout at = pay_layout(ui);
  return {at.left_ground.x + 16, at.total_label.y - 80, std::min(448.0f, at.left_ground.w - 32), 64};
}

}  // namespace

std::unique_ptr<Screen> make_pay_screen() {
  return std::make_unique<PayScreen>();
}

}  // namespace lapak
