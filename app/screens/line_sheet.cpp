// screens: a line of the cart.
#include "app/screens/line_sheet.h"

#include <algorithm>
#include <array>

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/wording.h"

namespace lapak {
namespace {

constexpr std::array<int, 5> kQuantities{1, 2, 3, 5, 10};
constexpr std::array<int, 3> kShares{5, 10, 20};

}  // namespace

void LineSheet::open(Id<CartLine> line) {
  line_ = line;
  shown_.reset();
  is_open_ = true;
  is_typing_note_ = false;
}

void LineSheet::refresh(const Shop& shop) {
  variants_.refresh(shop);
  if (!is_open_ || !shown_ || !shown_->product) return;
  origin_.refresh(shop, *shown_->product, rooms(&Revisions::catalog), [](const Shop& s, Id<Product> id) {
    const auto product = find_product(s.facts(), id);
    return product ? Origin{product->parent, product->floor} : Origin{};
  });
}

void LineSheet::draw(Ui& ui, Intents& out, const CartView& view) {
  if (is_open_) {
    const auto found = std::ranges::find(view.cart.lines, line_, &CartLine::id);
    if (found == view.cart.lines.end()) {
      is_open_ = false;
    } else {
      if (!shown_) note_ = found->note;
      shown_ = *found;
    }
  }
  if (!shown_) return;
  const std::string title = line_name(*shown_);
  Sheet sheet(ui, "line", is_open_,
              {.title = title, .photo = ui.photo(shown_->photo), .close_label = ui.words(N_("Close")), .foot = 80});
  if (!sheet.visible()) {
    shown_.reset();
    return;
  }
  draw_controls(ui, out, *shown_, sheet);
  if (sheet.dismissed()) is_open_ = false;
  if (!is_open_ && is_typing_note_) {
    if (note_ != shown_->note) out.perform(CartCommand(SetLineNote{line_, note_}));
    is_typing_note_ = false;
    ui.leave_field();
  }
  // Above this sheet, so within its layer.
  if (const auto price = price_.draw(ui)) out.perform(CartCommand(SetAgreedPrice{line_, price->money()}));
  if (const auto off = off_.draw(ui)) {
    out.perform(CartCommand(SetLineDiscount{line_, Discount{.amount = off->money(), .share = std::nullopt}}));
  }
  variants_.draw(ui, out);
}

void LineSheet::draw_controls(Ui& ui, Intents& out, const CartLine& line, Sheet& sheet) {
  const Rect content = sheet.content();
  const auto set_quantity = [&](Quantity quantity) { out.perform(CartCommand(SetQuantity{line.id, quantity})); };
  // Where the window is lower than the design, the gaps between the groups give way, then the labels.
  const float missing = std::max(0.0f, 800 - ui.height());
  const float gap = std::max(8.0f, 16 - missing / 6);
  const float label = missing > 48 ? 24 : 32;
  float y = missing > 48 ? 80 : 88;
  const auto take = [&](float height, float after) {
    const Rect place{content.x, y, content.w, height};
    y += height + after;
    return place;
  };

  const Step step = stepper(
      ui, "line.count", take(missing > 48 ? 80 : 88, gap),
      {.value = ui.words().quantity(line.quantity), .shows_bin = line.quantity <= Quantity::of(1), .large = true});
  if (step == Step::More) set_quantity(line.quantity + Quantity::of(1));
  if (step == Step::Less) set_quantity(std::max(Quantity{}, line.quantity - Quantity::of(1)));

  const Rect counts = take(56, gap);
  for (std::size_t i = 0; i < kQuantities.size(); ++i) {
    const Quantity quantity = Quantity::of(kQuantities[i]);
    if (button(ui, fmt::format("line.q{}", kQuantities[i]), counts.column(static_cast<int>(i), 5, kGap),
               {.label = fmt::format("{}", kQuantities[i]), .selected = line.quantity == quantity})) {
      set_quantity(quantity);
    }
  }

  text(ui, take(label, 0), ui.words(N_("Unit price")), {.type = Type::SmallStrong, .color = ui.theme().ink2});
  const std::string normal = say(ui, N_("normally {}"), ui.bare_money(line.list_price));
  const Rect price_place = take(64, gap);
  if (button(ui, "line.price", price_place,
             {.label = line.agreed_price == line.list_price ? std::string_view() : std::string_view(normal),
              .icon = icon::pencil_simple,
              .kind = ButtonKind::Outline,
              .trailing = ui.bare_money(line.agreed_price),
              .type = Type::Text})) {
    price_.open({.title = std::string(ui.words(N_("Unit price"))),
                 .button = N_("Set to {}").data(),
                 .prefill = line.agreed_price.minor},
                ui.currency());
  }

  text(ui, take(label, 0), ui.words(N_("Off this line")), {.type = Type::SmallStrong, .color = ui.theme().ink2});
  draw_discounts(ui, out, line, take(56, gap));

  const Rect pair = take(56, gap);
  const bool has_variants = line.product && origin_->parent;
  const bool is_gift = line.agreed_price.is_zero();
  if (button(ui, "line.gift", has_variants ? pair.column(0, 2, kGap) : pair,
             {.label = ui.words(N_("Bonus (free)")), .icon = icon::gift, .selected = is_gift})) {
    out.perform(CartCommand(SetAgreedPrice{line.id, is_gift ? line.list_price : Money{}}));
  }
  if (has_variants && button(ui, "line.variant", pair.column(1, 2, kGap),
                             {.label = ui.words(N_("Change variant")), .icon = icon::swap})) {
    variants_.open_for_line(*origin_->parent, line.id);
  }

  const FieldEvents typed =
      field(ui, "line.note", take(64, gap), note_,
            {.placeholder = ui.words(N_("Note for this line")), .icon = icon::note_pencil, .longest_bytes = 500});
  if (typed.edited) is_typing_note_ = true;
  if (typed.left && is_typing_note_) {
    out.perform(CartCommand(SetLineNote{line.id, note_}));
    is_typing_note_ = false;
  }
  if (button(ui, "line.remove", take(56, 0),
             {.label = ui.words(N_("Remove from cart")), .icon = icon::trash, .kind = ButtonKind::Quiet})) {
    set_quantity(Quantity{});
  }
  if (button(
          ui, "line.ok", sheet.foot(),
          {.label = ui.words(N_("Done")), .kind = ButtonKind::Primary, .type = Type::Main, .shortcut = {Key::Enter}})) {
    is_open_ = false;
  }
}

void LineSheet::draw_discounts(Ui& ui, Intents& out, const CartLine& line, Rect place) {
  for (std::size_t i = 0; i < kShares.size(); ++i) {
    const Discount share{.amount = {}, .share = Fraction{kShares[i], 100}};
    const bool is_set = line.discount == share;
    if (button(ui, fmt::format("line.off{}", kShares[i]), place.column(static_cast<int>(i), 4, kGap),
               {.label = ui.words().percent(*share.share), .selected = is_set})) {
      out.perform(CartCommand(SetLineDiscount{line.id, is_set ? std::nullopt : std::optional(share)}));
    }
  }
  const bool has_amount = line.discount && !line.discount->share;
  const std::string shown =
      has_amount ? ui.bare_money(line.discount->amount) : fmt::format("{} …", ui.currency().symbol);
  if (button(ui, "line.off_amount", place.column(3, 4, kGap), {.label = shown, .selected = has_amount})) {
    if (has_amount) {
      out.perform(CartCommand(SetLineDiscount{line.id, std::nullopt}));
    } else {
      off_.open({.title = std::string(ui.words(N_("Off this line"))),
                 .button = N_("Take off {}").data(),
                 .may_be_zero = false},
                ui.currency());
    }
  }
}

}  // namespace lapak
