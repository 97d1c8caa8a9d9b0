// screens: the cart on Sell.
#include "app/screens/sell_cart.h"

#include <algorithm>

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/text.h"
#include "app/screens/wording.h"

namespace lapak {
namespace {

constexpr float kLineHeight = 72;
constexpr float kIndent = 16;
constexpr RowsSpec kNoRows{.count = 0, .row_height = kLineHeight};

// "Gantungan kunci … 100.000", and under it what for.
void draw_bundle(Ui& ui, Rect row, std::size_t index, const CartView& view) {
  const Theme& t = ui.theme();
  const Bundle& bundle = view.totals.bundles[index];
  const CartRule& rule = view.cart.rules[bundle.rule];
  const Rect box = row.inset(0, 4);
  ui.paint().fill(box, t.surface2, kRowRadius);
  if (t.is_terik()) ui.paint().outline(box, t.divider, t.line_width(), kRowRadius);
  ui.paint().icon({row.x + 20, row.centre().y}, icon::gift, t.primary);
  const std::string price = ui.bare_money(Money{rule.terms.price.minor * bundle.times});
  const float beside = ui.paint().width(Type::Strong, price) + 12;
  const Rect words{row.x + 40, row.y + 11, row.w - 40 - 10, 26};
  text(ui, {words.x, words.y, words.w - beside, words.h}, rule.name,
       {.type = Type::Text, .cut = Cut::Names, .name = fmt::format("bundle.{}", index)});
  text(ui, words, price, {.type = Type::Strong, .align = Side::Right, .name = fmt::format("bundle.{}.price", index)});
  text(ui, {words.x, words.y + 26, words.w, 24}, bundle_subtitle(ui, rule, bundle),
       {.type = Type::Small, .color = t.ink2, .name = fmt::format("bundle.{}.terms", index)});
}

}  // namespace

std::string what_matters(const Ui& ui, const CustomerCard& customer) {
  std::string line;
  const auto add = [&](const std::string& words) {
    if (!words.empty()) line += (line.empty() ? "" : " · ") + words;
  };
  if (customer.owed > Money{}) add(say(ui, N_("Owes {}"), ui.money(customer.owed)));
  if (!customer.promise.empty()) add(say(ui, N_("Promised: {}"), customer.promise));
  const auto pinned = std::ranges::find_if(customer.notes, &Note::pinned);
  if (pinned != customer.notes.end())
    add(pinned->text);
  else if (!customer.notes.empty())
    add(customer.notes.front().text);
  if (!customer.last_purchase.empty()) add(say(ui, N_("Last time: {}"), customer.last_purchase));
  if (line.empty())
    for (const std::string& tag : customer.contact.tags) add(tag);
  return line;
}

CartWish SellCart::draw(Ui& ui, Intents& out, const SellLayout& at, const CartView& view,
                        const std::optional<PaidCard>& paid) {
  const Theme& t = ui.theme();
  ui.paint().fill(at.cart, t.surface);
  const float edge = ui.left_handed() ? at.cart.right() : at.cart.x;
  ui.paint().line({edge, 0}, {edge, at.cart.h}, t.divider, t.line_width());

  CartWish wish = CartWish::None;
  const std::string matters = view.customer ? what_matters(ui, *view.customer) : std::string();
  const std::string_view who =
      view.customer ? std::string_view(view.customer->contact.name) : ui.words(N_("Customer?"));
  const std::string shown = ui.paint().shortened(Type::Button, who, at.customer.w - 66);
  const std::string shown_matters = ui.paint().shortened(Type::Small, matters, at.customer.w - 66);
  if (button(ui, "customer", at.customer,
             {.label = shown,
              .icon = view.customer ? icon::user : icon::user_plus,
              .kind = ButtonKind::Tonal,
              .sub_label = shown_matters,
              .left_aligned = true,
              .shortcut = {Key::F2}})) {
    wish = CartWish::Customer;
  }
  const std::string held = view.held.empty() ? std::string() : fmt::format("{}", view.held.size());
  if (icon_button(ui, "held", at.held, icon::clock_counter_clockwise, ui.words(N_("On hold")), ButtonKind::Secondary,
                  {.key = Key::F6, .shift = true}, held)) {
    wish = CartWish::Held;
  }

  CartWish of_lines = CartWish::None;
  if (!view.is_empty()) {
    of_lines = draw_lines(ui, out, at.lines, view);
  } else if (paid) {
    of_lines = draw_paid(ui, at.lines, *paid);
  } else {
    empty_state(ui, "cart.empty", at.lines,
                {.icon = icon::hand_pointing, .sentence = ui.words(N_("Tap an item to sell it"))});
  }
  if (of_lines != CartWish::None) wish = of_lines;
  const CartWish of_foot = draw_foot(ui, at, view);
  return of_foot != CartWish::None ? of_foot : wish;
}

CartWish SellCart::draw_lines(Ui& ui, Intents& out, Rect area, const CartView& view) {
  CartWish wish = CartWish::None;
  RowsSpec spec = kNoRows;
  spec.count = view.rows.size();
  if (changed_) {
    const auto found = std::ranges::find_if(
        view.rows, [&](const CartRow& row) { return row.pieces && view.cart.lines[row.pieces->line].id == *changed_; });
    if (found != view.rows.end()) {
      reveal_row(ui, "cart.lines", area, spec, static_cast<std::size_t>(found - view.rows.begin()));
      ui.flash("flash." + changed_->text());
      ui.keep_drawing();
    }
    changed_.reset();
  }
  const RowList rows(ui, "cart.lines", area, spec);
  for (const RowList::Item& item : rows.visible()) {
    const CartRow& row = view.rows[item.index];
    if (!row.pieces) {
      draw_bundle(ui, item.rect, *row.bundle, view);
      continue;
    }
    // Those of a bundle stand under it.
    const float indent = row.bundle ? kIndent : 0;
    const Rect place{item.rect.x + indent, item.rect.y, item.rect.w - indent, item.rect.h};
    const auto before =
        std::ranges::count_if(view.rows.begin(), view.rows.begin() + static_cast<std::ptrdiff_t>(item.index),
                              [](const CartRow& one) { return one.pieces.has_value(); });
    const CartWish wanted = draw_pieces(ui, out, place, static_cast<std::size_t>(before), *row.pieces, view);
    if (wanted != CartWish::None) wish = wanted;
  }
  return wish;
}

CartWish SellCart::draw_pieces(Ui& ui, Intents& out, Rect row, std::size_t index, const CartPart& pieces,
                               const CartView& view) {
  CartLine line = view.cart.lines[pieces.line];
  const Quantity others = line.quantity - pieces.quantity;  // of the line, in other rows
  line.quantity = pieces.quantity;
  const std::string name = fmt::format("line.{}", index);
  const Rect box = row.moved(ui.swipe(name, name + ".minus"), 0);
  const float flash = ui.flashing("flash." + line.id.text(), kFlash_ms);
  if (flash > 0) ui.paint().fill(box.inset(-8, 0), ui.theme().primary_c.faded(flash), kRowRadius);

  const Rect steps{box.right() - 148, box.y + 12, 148, 48};
  const Rect words{box.x, box.y, steps.x - 8 - box.x, box.h};
  const ControlState state =
      ui.control({.name = name, .rect = words, .kind = ControlKind::Row, .label = line_name(line), .may_be_cut = true});
  if (state.press > 0) ui.paint().fill(words.inset(-8, 4), ui.theme().ink.faded(0.1f * state.press), kRowRadius);
  if (state.focused) ui.draw_focus_ring(words, kRowRadius);
  const bool is_plain = line.variant.empty() && line.parts.empty() && line.quantity == Quantity::of(1) &&
                        !line.discount && line.note.empty();
  // A name that is longer than its line is worth two smaller ones: what differs often stands at its end.
  const bool is_long = ui.paint().width(Type::Text, line.name) > words.w;
  const float names = is_long ? 2 * line_of(Type::Small) : 26;
  const float top = words.y + (words.h - names - 24) / 2;
  text(ui, {words.x, top, words.w, names}, line.name,
       {.type = is_long ? Type::Small : Type::Text, .cut = Cut::Names, .lines = is_long ? 2 : 1});
  text(ui, {words.x, top + names, words.w, 24}, line_subtitle(ui, line),
       {.type = is_plain ? Type::Strong : Type::Small,
        .color = is_plain ? ui.theme().ink : ui.theme().ink2,
        .cut = Cut::Names,
        .name = name + ".price"});
  const bool last_one = line.quantity <= Quantity::of(1);
  const Step step = stepper(ui, name, steps, {.value = ui.words().quantity(line.quantity), .shows_bin = last_one});
  if (step == Step::More) out.perform(CartCommand(SetQuantity{line.id, others + line.quantity + Quantity::of(1)}));
  const bool gone = ui.swiped_left(name) || (step == Step::Less && last_one);
  if (gone || step == Step::Less) {
    out.perform(CartCommand(SetQuantity{line.id, gone ? others : others + line.quantity - Quantity::of(1)}));
  }
  divider(ui, row.x, row.bottom() - 1, row.w);
  if (!state.tapped && step != Step::Number) return CartWish::None;
  wished_ = line.id;
  return CartWish::Line;
}

CartWish SellCart::draw_paid(Ui& ui, Rect area, const PaidCard& paid) {
  const Theme& t = ui.theme();
  const Rect box{area.x, area.y + 8, area.w, 184};
  ui.paint().fill(box, t.success_c, kCardRadius);
  if (t.is_terik()) ui.paint().outline(box, t.success, 2, kCardRadius);
  ui.paint().icon({box.x + 36, box.y + 40}, icon::check_circle, t.success, IconWeight::Fill, IconSize::Rail);
  const std::string_view word = ui.words(N_("Paid"));
  text(ui, {box.x + 64, box.y + 12, box.w - 80, 30}, word,
       {.type = Type::Title, .color = t.on_success_c, .name = "paid"});
  text(ui, {box.x + 64, box.y + 44, box.w - 80, 24}, paid.number,
       {.type = Type::Small, .color = t.on_success_c, .cut = Cut::Names});
  // Beside the number of the receipt where there is room, else above it.
  const float before = 64 + ui.paint().width(Type::Title, word) + 12;
  const float figures = ui.paint().width(Type::Headline, ui.money(paid.total));
  const bool is_beside = 64 + ui.paint().width(Type::Small, paid.number) + 12 + figures + 16 <= box.w;
  amount(ui, {box.x + before, box.y + 12, box.w - before - 16, is_beside ? 56.0f : 30.0f}, ui.money(paid.total),
         {.size = AmountSize::S, .color = t.on_success_c, .name = "paid.total"});
  const Rect keys = Rect{box.x, box.bottom() - 92, box.w, 80}.inset(12, 0);
  struct Key3 {
    std::string_view name, label;
    Icon icon;
    CartWish wish;
  };
  CartWish wish = CartWish::None;
  int column = 0;
  for (const Key3& key : {Key3{"paid.receipt", N_("Receipt"), icon::receipt, CartWish::Receipt},
                          Key3{"paid.note", N_("Note"), icon::note_pencil, CartWish::PaidNote},
                          Key3{"paid.undo", N_("Undo"), icon::arrow_u_up_left, CartWish::TakeBack}}) {
    if (button(ui, key.name, keys.column(column++, 3, kGap),
               {.label = ui.words(key.label),
                .icon = key.icon,
                .kind = ButtonKind::Surface,
                .stacked = true,
                .type = Type::SmallStrong})) {
      wish = key.wish;
    }
  }
  return wish;
}

CartWish SellCart::draw_foot(Ui& ui, const SellLayout& at, const CartView& view) {
  const Theme& t = ui.theme();
  CartWish wish = CartWish::None;
  divider(ui, at.cart.x, at.total.y - 8, at.cart.w);
  if (!view.is_empty()) {
    const Rect place = at.total.top_part(56);
    const ControlState state = ui.control({.name = "total", .rect = place, .label = ui.money(view.due())});
    if (state.press > 0) ui.paint().fill(place.inset(-8, 0), t.ink.faded(0.1f * state.press), kRowRadius);
    if (state.focused) ui.draw_focus_ring(place, kRowRadius);
    if (state.tapped) wish = CartWish::AgreedTotal;
    const bool is_less = view.totals.discount > Money{};
    const bool is_paid_before = view.deposit > Money{};
    const std::string off = is_paid_before ? say(ui, N_("Deposit {}"), ui.bare_money(-view.deposit))
                            : is_less      ? "\u2212" + ui.bare_money(view.totals.discount)
                                           : std::string(ui.words(N_("Total")));
    text(ui, {at.total.x, at.total.y + 8, is_paid_before ? 160.0f : 120.0f, 24}, off,
         {.type = Type::Small, .color = is_less ? t.accent : t.ink2, .name = "total.off"});
    text(ui, {at.total.x, at.total.y + 32, 120, 24}, item_count(ui.words(), view.totals.items),
         {.type = Type::Small, .color = view.totals.is_below_floor ? t.warning_text : t.ink2, .name = "total.items"});
    amount(ui, {at.total.x + 100, at.total.y, at.total.w - 100, at.total.h}, ui.money(view.due()),
           {.size = AmountSize::M, .name = "total.amount"});
  }

  const bool has_lines = !view.is_empty();
  // All three alike: as soon as one does not fit beside its icon, the icons go above the words.
  constexpr float kIconAndEdges = 24 + 10 + 16;
  bool is_stacked = false;
  for (const std::string_view label : {N_("Hold"), N_("Discount"), N_("Note")}) {
    is_stacked = is_stacked || ui.paint().width(Type::SmallStrong, ui.words(label)) + kIconAndEdges > at.hold.w;
  }
  const auto tool = [&](std::string_view name, Rect place, std::string_view label, Icon icon, KeyStroke stroke,
                        bool marked, CartWish wanted) {
    const Press tapped = press(ui, name, place,
                               {.label = ui.words(label),
                                .icon = icon,
                                .selected = marked,
                                .stacked = is_stacked,
                                .enabled = has_lines,
                                .type = is_stacked ? Type::Nav : Type::SmallStrong,
                                .shortcut = stroke});
    if (tapped == Press::Tap) wish = wanted;
    if (tapped == Press::TapDisabled) wish = CartWish::PickFirst;
  };
  tool("hold", at.hold, N_("Hold"), icon::pause, {Key::F6}, false, CartWish::Hold);
  const bool is_cut = view.cart.discount || view.cart.agreed_total;
  tool("discount", at.discount, N_("Discount"), icon::percent, {Key::F8}, is_cut && has_lines, CartWish::Discount);
  tool("note", at.note, N_("Note"), icon::note_pencil, {}, !view.cart.note.empty() && has_lines, CartWish::Note);

  const Press exact = press(ui, "exact", at.exact,
                            {.label = ui.words(N_("Exact cash")),
                             .icon = icon::money,
                             .kind = ButtonKind::PrimaryOutline,
                             .stacked = true,
                             .enabled = has_lines,
                             .shortcut = {Key::F9}});
  const Press pay = press(ui, "pay", at.pay,
                          {.label = ui.words(N_("Pay")),
                           .icon_after = icon::arrow_right,
                           .kind = ButtonKind::Primary,
                           .enabled = has_lines,
                           .type = Type::Main,
                           .shortcut = {Key::F10}});
  if (exact == Press::Tap) wish = CartWish::Exact;
  if (pay == Press::Tap || (has_lines && ui.shortcut({.key = Key::Enter, .ctrl = true}))) wish = CartWish::Pay;
  if (exact == Press::TapDisabled || pay == Press::TapDisabled) wish = CartWish::PickFirst;
  return wish;
}

}  // namespace lapak
