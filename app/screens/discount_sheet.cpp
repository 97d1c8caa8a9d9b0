// screens: discounts of the cart.
#include "app/screens/discount_sheet.h"

#include <array>

#include "app/parts/button.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/wording.h"

namespace lapak {
namespace {

constexpr std::array<int, 4> kShares{5, 10, 15, 20};

}  // namespace

void DiscountSheet::open_agreed_total(Ui& ui, const CartView& view) {
  agreed_.open({.title = std::string(ui.words(N_("Agreed total"))),
                .button = N_("Agreed: {}").data(),
                .prefill = (view.totals.total - view.totals.tip).minor},
               ui.currency());
}

void DiscountSheet::draw(Ui& ui, Intents& out, const CartView& view) {
  {
    Sheet sheet(ui, "discount", is_open_, {.title = ui.words(N_("Discount")), .close_label = ui.words(N_("Close"))});
    if (sheet.visible()) {
      const Rect content = sheet.content();
      const Rect grid{content.x, 88, content.w, 88};
      for (std::size_t i = 0; i < kShares.size(); ++i) {
        const Discount share{.amount = {}, .share = Fraction{kShares[i], 100}};
        const Rect line = grid.moved(0, i < 2 ? 0.0f : 96.0f);
        if (button(ui, fmt::format("discount.{}", kShares[i]), line.column(static_cast<int>(i % 2), 2, kGap),
                   {.label = ui.words().percent(*share.share),
                    .selected = view.cart.discount == share,
                    .type = Type::Main})) {
          out.perform(CartCommand(SetCartDiscount{share}));
          is_open_ = false;
        }
      }
      const Rect wide{content.x, 288, content.w, 72};
      if (button(ui, "discount.amount", wide,
                 {.label = ui.words(N_("Amount off")), .icon = icon::calculator, .type = Type::Title})) {
        off_.open({.title = std::string(ui.words(N_("Amount off"))),
                   .button = N_("Take off {}").data(),
                   .may_be_zero = false},
                  ui.currency());
        is_open_ = false;
      }
      if (button(ui, "discount.agreed", wide.moved(0, 80),
                 {.label = ui.words(N_("Agreed total")), .icon = icon::handshake, .type = Type::Title})) {
        open_agreed_total(ui, view);
        is_open_ = false;
      }
      const bool has_any = view.cart.discount || view.cart.agreed_total;
      if (has_any && button(ui, "discount.none", wide.moved(0, 176),
                            {.label = ui.words(N_("No discount")), .icon = icon::x, .kind = ButtonKind::Outline})) {
        out.perform(CartCommand(SetCartDiscount{std::nullopt}));
        is_open_ = false;
      }
      if (sheet.dismissed()) is_open_ = false;
    }
  }
  if (const auto off = off_.draw(ui)) {
    out.perform(CartCommand(SetCartDiscount{Discount{.amount = off->money(), .share = std::nullopt}}));
  }
  bool is_below = false;
  if (agreed_.is_open()) {
    Cart wish = view.cart;
    wish.agreed_total = Money{agreed_.value()};
    wish.discount.reset();
    const auto sums = totals(wish, view.tax_rates, view.today);
    is_below = sums && sums->is_below_floor;
  }
  if (const auto agreed = agreed_.draw(ui, is_below ? ui.words(N_("Below your lowest price")) : std::string_view())) {
    out.perform(CartCommand(SetAgreedTotal{agreed->money()}));
  }
}

}  // namespace lapak
