// screens: the exchange of goods.
#include "app/screens/exchange.h"

#include <algorithm>

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/text.h"
#include "app/screens/method_tiles.h"
#include "app/screens/number_sheet.h"
#include "app/screens/page.h"
#include "app/screens/product_pick.h"
#include "app/screens/returned_lines.h"
#include "app/screens/wording.h"
#include "core/sale/cart_drafts.h"
#include "core/sale/cart_rules.h"
#include "core/sale/stall_terms.h"
#include "core/words/sentences.h"

namespace lapak {
namespace {

constexpr float kTakenRow = 80;

class ExchangeScreen final : public Screen {
 public:
  explicit ExchangeScreen(Id<Sale> sale) : sale_(sale), lines_(sale, "exchange") {}

  void refresh(const Shop& shop) override {
    lines_.refresh(shop);
    pick_.refresh(shop);
    if (picked_) take(shop, *std::exchange(picked_, std::nullopt));
    const auto sums = totals(taken_, rates_here(shop.facts(), shop.profile()), shop.today());
    price_ = sums ? sums->total : Money{};
    problem_ = sums || taken_.lines.empty() ? std::nullopt : std::optional(sums.error());
  }

  void draw(Ui& ui, Intents& out) override {
    exchanged_ = ui.words(N_("{} was exchanged."));
    const std::string number = lines_.receipt() ? lines_.receipt()->sale.number : std::string();
    const PageFrame page = draw_page(ui, {.title = say(ui, N_("Exchange for {}"), number)});
    if (page.back) out.add(Back{});
    if (!lines_.receipt()) return;
    const Rect content = page.content;
    const float side = ui.size() == SizeClass::Compact ? 384.0f : 464.0f;
    const Rect left = content.left_part(content.w - 16 - side);
    const float upper = std::min((left.h - 16) / 2, 28 + lines_.height());
    caption(ui, left.x, left.y, left.w, ui.words(N_("Returned")));
    lines_.draw(ui, {left.x, left.y + 28, left.w, upper - 28});
    const float below = left.y + upper + 16;
    caption(ui, left.x, below, left.w, ui.words(N_("Given instead")));
    draw_taken(ui, {left.x, below + 28, left.w, left.bottom() - below - 28});
    draw_payment(ui, content.right_part(side), out);
    if (const auto row = pick_.draw(ui, out)) picked_ = Picked{row->id, std::nullopt};
    if (const auto answer = number_.draw(ui)) picked_ = Picked{asked_price_, Money{*answer->value}};
    if (asks_price_) {
      asks_price_ = false;
      number_.open({.title = std::string(ui.words(N_("Enter a price")))}, ui.currency());
    }
  }

  void performed(const Outcome&, Intents& out) override {
    out.add(Back{});
    out.add(ShowToast{.sentence = fmt::format(fmt::runtime(exchanged_), lines_.receipt()->sale.number),
                      .icon = icon::check_circle});
  }

 private:
  struct Picked {
    Id<Product> product;
    std::optional<Money> price;  // of one that asks for it
  };

  void take(const Shop& shop, const Picked& picked) {
    auto item = item_of(shop.facts(), picked.product);
    const auto product = find_product(shop.facts(), picked.product);
    if (!item || !product) return;
    if (product->open_price && !picked.price) {
      asked_price_ = picked.product;
      asks_price_ = true;
      return;
    }
    if (picked.price) item->price = *picked.price;
    Id<CartLine> line;  // tells this cart's lines apart, and leaves with them
    line.bytes.back() = ++last_line_;
    if (auto more = with_item(taken_, *item, Quantity::of(1), line))
      taken_ = with_rules_here(shop.facts(), std::move(*more));
  }

  // What the buyer still pays, or below zero what she gets back.
  Money difference() const { return price_ - lines_.worth().back(); }

  ExchangeGoods exchange() const {
    ExchangeGoods both{.refund = {.sale = sale_, .lines = lines_.chosen(), .tenders = {}, .reason = reason_},
                       .sell = {.cart = taken_, .tenders = {}}};
    if (both.sell.cart.lines.empty()) return both;
    both.sell.cart.customer = lines_.receipt()->sale.customer;
    const Money rest = difference();
    if (rest.minor > 0) both.sell.tenders.push_back({.method = method_, .amount = rest});
    if (rest.minor < 0) both.refund.tenders.push_back({.method = method_, .amount = -rest});
    return both;
  }

  void draw_taken(Ui& ui, Rect area) {
    if (button(ui, "exchange.add", area.bottom_part(56), {.label = ui.words(N_("Item")), .icon = icon::plus}))
      pick_.open();
    const Rect list = area.top_part(area.h - 64);
    RowList rows(ui, "exchange.taken", list, {.count = taken_.lines.size(), .row_height = kTakenRow});
    for (const RowList::Item& item : rows.visible()) {
      const CartLine& line = taken_.lines[item.index];
      const std::string name = fmt::format("exchange.taken.{}", item.index);
      const std::string label = line.variant.empty() ? line.name : fmt::format("{} · {}", line.name, line.variant);
      plain_row(ui, name, item.rect.left_part(item.rect.w - 184),
                {.title = label,
                 .subtitle = ui.bare_money(line.agreed_price),
                 .icon = icon::tag,
                 .photo = ui.photo(line.photo)});
      const Step step =
          stepper(ui, name, {item.rect.right() - 168, item.rect.y + 12, 168, 56},
                  {.value = ui.words().quantity(line.quantity), .shows_bin = line.quantity <= Quantity::of(1)});
      if (step != Step::Less && step != Step::More) continue;
      const Quantity one = Quantity::of(step == Step::More ? 1 : -1);
      auto changed = with_quantity(taken_, line.id, std::max(Quantity{}, line.quantity + one));
      if (changed) taken_ = std::move(*changed);
      ui.keep_drawing();
      break;  // the lines are others now
    }
  }

  void draw_payment(Ui& ui, Rect area, Intents& out) {
    const Theme& t = ui.theme();
    plate(ui, area);
    const Rect inside = area.inset(16);
    const auto sum_line = [&](float y, std::string_view label, Money sum, std::string_view name) {
      const Rect line{inside.x, y, inside.w, 28};
      text(ui, line, label, {.type = Type::Body, .color = t.ink2});
      text(ui, line, ui.bare_money(sum), {.type = Type::Strong, .align = Side::Right, .name = name});
    };
    const ReturnedLines::Worth& worth = lines_.worth();
    const Money rest = difference();
    sum_line(inside.y, ui.words(N_("Returned")), -worth.back(), "exchange.worth");
    sum_line(inside.y + 30, ui.words(N_("Given instead")), price_, "exchange.price");
    divider(ui, inside.x, inside.y + 64, inside.w);
    text(ui, {inside.x, inside.y + 72, inside.w, 28},
         rest.minor > 0   ? ui.words(N_("The customer pays"))
         : rest.minor < 0 ? ui.words(N_("To give back"))
                          : ui.words(N_("Nothing is paid")),
         {.type = Type::Body, .color = t.ink2, .name = "exchange.direction"});
    amount(ui, {inside.x, inside.y + 100, inside.w, 72}, ui.money(rest.minor < 0 ? -rest : rest),
           {.size = AmountSize::L, .align = Side::Left, .name = "exchange.rest"});
    if (worth.of_owed.minor > 0) {
      text(ui, {inside.x, inside.y + 172, inside.w, 24},
           say(ui, N_("{} is taken off what is owed."), ui.money(worth.of_owed)),
           {.type = Type::Small, .color = t.warning_text});
    }
    float y = inside.y + 200;
    if (!rest.is_zero()) {
      text(ui, {inside.x, y, inside.w, 28}, ui.words(rest.minor > 0 ? N_("Paid by") : N_("Given back by")),
           {.type = Type::SmallStrong});
      if (const auto tapped = method_tiles(ui, "exchange", {inside.x, y + 32, inside.w, 112}, method_))
        method_ = *tapped;
    }
    y += 160;
    text(ui, {inside.x, y, inside.w, 28}, ui.words(N_("Why does it come back?")), {.type = Type::SmallStrong});
    draw_return_reasons(ui, "exchange", {inside.x, y + 32, inside.w, 104}, reason_);
    const Rect foot = inside.bottom_part(88);
    const bool is_ready = lines_.is_ready() && !taken_.lines.empty() && !problem_;
    const std::string missing = problem_            ? sentence(*problem_, ui.words(), ui.currency())
                                : lines_.is_ready() ? std::string(ui.words(N_("Choose what goes out.")))
                                                    : std::string(ui.words(N_("Choose what came back.")));
    if (!is_ready) {
      text(ui, {foot.x, foot.y - 40, foot.w, 32}, missing,
           {.type = Type::Small, .color = t.ink2, .name = "exchange.missing"});
    }
    if (button(ui, "exchange.ok", foot,
               {.label = ui.words(N_("Exchange")),
                .icon = icon::arrows_left_right,
                .kind = ButtonKind::Primary,
                .enabled = is_ready,
                .type = Type::Main})) {
      out.perform(SaleCommand(exchange()));
    }
  }

  Id<Sale> sale_;
  ReturnedLines lines_;
  Cart taken_;
  std::uint8_t last_line_ = 0;
  Money price_;                     // of what is taken
  std::optional<Problem> problem_;  // of its sum
  Method method_ = Method::Cash;
  std::string reason_;
  ProductPick pick_;
  NumberSheet number_;
  std::optional<Picked> picked_;  // to be taken at the next refresh
  Id<Product> asked_price_;
  bool asks_price_ = false;
  std::string exchanged_;  // the sentence for afterwards, in the words of the screen
};

}  // namespace

std::unique_ptr<Screen> make_exchange_screen(Id<Sale> sale) {
  return std::make_unique<ExchangeScreen>(sale);
}

}  // namespace lapak
