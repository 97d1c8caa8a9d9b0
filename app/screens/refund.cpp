// screens: the refund of a sale.
#include "app/screens/refund.h"

#include <algorithm>

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/text.h"
#include "app/screens/method_tiles.h"
#include "app/screens/page.h"
#include "app/screens/returned_lines.h"
#include "app/screens/wording.h"

namespace lapak {
namespace {

class RefundScreen final : public Screen {
 public:
  explicit RefundScreen(Id<Sale> sale) : sale_(sale), lines_(sale, "refund") {}

  void refresh(const Shop& shop) override { lines_.refresh(shop); }

  void draw(Ui& ui, Intents& out) override {
    given_back_ = ui.words(N_("Money was given back: {}"));
    const std::string number = lines_.receipt() ? lines_.receipt()->sale.number : std::string();
    const PageFrame page = draw_page(ui, {.title = say(ui, N_("Money back for {}"), number)});
    if (page.back) out.add(Back{});
    if (!lines_.receipt()) return;
    const Rect content = page.content;
    const float side = ui.size() == SizeClass::Compact ? 384.0f : 464.0f;
    const Rect list = content.left_part(content.w - 16 - side);
    lines_.draw(ui, list);
    draw_payment(ui, content.right_part(side), out);
  }

  void performed(const Outcome& outcome, Intents& out) override {
    out.add(Back{});
    out.add(ShowToast{.sentence = fmt::format(fmt::runtime(given_back_), outcome.label), .icon = icon::check_circle});
  }

 private:
  Refund refund() const {
    Refund refund{.sale = sale_, .lines = lines_.chosen(), .tenders = {}, .reason = reason_};
    const Money back = lines_.worth().back();
    if (back.minor > 0) refund.tenders.push_back({.method = method_, .amount = back});
    return refund;
  }
  void draw_payment(Ui& ui, Rect area, Intents& out);

  Id<Sale> sale_;
  ReturnedLines lines_;
  Method method_ = Method::Cash;
  std::string reason_;
  std::string given_back_;  // the sentence for afterwards, in the words of the screen
};

void RefundScreen::draw_payment(Ui& ui, Rect area, Intents& out) {
  const Theme& t = ui.theme();
  plate(ui, area);
  const Rect inside = area.inset(16);
  const ReturnedLines::Worth& worth = lines_.worth();
  text(ui, {inside.x, inside.y, inside.w, 28}, ui.words(N_("To give back")), {.type = Type::Body, .color = t.ink2});
  amount(ui, {inside.x, inside.y + 28, inside.w, 80}, ui.money(worth.back()),
         {.size = AmountSize::L, .align = Side::Left, .name = "refund.worth"});
  if (worth.of_owed.minor > 0) {
    text(ui, {inside.x, inside.y + 108, inside.w, 28},
         say(ui, N_("{} is taken off what is owed."), ui.money(worth.of_owed)),
         {.type = Type::Small, .color = t.warning_text, .name = "refund.of_owed"});
  }
  float y = inside.y + 144;
  text(ui, {inside.x, y, inside.w, 28}, ui.words(N_("Given back by")), {.type = Type::SmallStrong});
  if (const auto tapped = method_tiles(ui, "refund", {inside.x, y + 32, inside.w, 112}, method_)) method_ = *tapped;
  y += 160;
  text(ui, {inside.x, y, inside.w, 28}, ui.words(N_("Why does it come back?")), {.type = Type::SmallStrong});
  draw_return_reasons(ui, "refund", {inside.x, y + 32, inside.w, 104}, reason_);
  const Rect foot = inside.bottom_part(88);
  if (lines_.chosen().empty()) {
    text(ui, {foot.x, foot.y - 40, foot.w, 32}, ui.words(N_("Choose what came back.")),
         {.type = Type::Small, .color = t.ink2});
  }
  if (button(ui, "refund.ok", foot,
             {.label = ui.words(N_("Give money back")),
              .icon = icon::arrow_u_up_left,
              .kind = ButtonKind::Primary,
              .enabled = lines_.is_ready(),
              .type = Type::Main})) {
    out.perform(SaleCommand(refund()));
  }
}

}  // namespace

std::unique_ptr<Screen> make_refund_screen(Id<Sale> sale) {
  return std::make_unique<RefundScreen>(sale);
}

}  // namespace lapak
