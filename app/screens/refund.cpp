// screens: the refund of a sale.
#include "app/screens/refund.h"

#include <algorithm>
#include <array>

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/text.h"
#include "app/screens/method_tiles.h"
#include "app/screens/owner_sheet.h"
#include "app/screens/receipt_view.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"

namespace lapak {
namespace {

constexpr float kLine = 80;
constexpr float kSwitch = 64;
constexpr std::array<std::string_view, 4> kReasons{N_("It is damaged"), N_("It does not fit"), N_("Not wanted"),
                                                   N_("Wrong item")};

// What is chosen of one line.
struct Choice {
  bool is_chosen = false;
  Quantity quantity;
  bool to_stock = true;
  friend bool operator==(const Choice&, const Choice&) = default;
};

struct Worth {
  Money goods;    // what comes back is worth
  Money of_owed;  // of it only taken off what is owed
  std::optional<Problem> problem;
};

class RefundScreen final : public Screen {
 public:
  explicit RefundScreen(Id<Sale> sale) : sale_(sale) {}

  void refresh(const Shop& shop) override {
    const bool is_new = receipt_.refresh(shop, sale_, rooms(&Revisions::sale, &Revisions::people),
                                         [](const Shop& s, const Id<Sale>& id) { return past_sale_of(s, id); });
    if (is_new) start();
    worth_.refresh(shop, choices_, rooms(&Revisions::sale), [this](const Shop& s, const std::vector<Choice>&) {
      Worth worth;
      const auto lines = chosen();
      if (lines.empty() || !receipt_.view()) return worth;
      const auto goods = refund_worth(s.facts(), sale_, lines);
      if (!goods) {
        worth.problem = goods.error();
        return worth;
      }
      worth.goods = *goods;
      worth.of_owed = std::min(*goods, receipt_.view()->standing.owed_now);
      return worth;
    });
  }

  void draw(Ui& ui, Intents& out) override {
    const Rect page = ui.mirrored({ui.rail_width(), 0, ui.width() - ui.rail_width(), ui.height()});
    if (icon_button(ui, "refund.back", {page.x + kPageEdge, 8, 56, 56}, icon::arrow_left, ui.words(N_("Back")),
                    ButtonKind::Secondary, {Key::Escape})) {
      out.add(Back{});
    }
    if (!receipt_.view()) return;
    given_back_ = ui.words(N_("Money was given back: {}"));
    const PastSale& receipt = *receipt_.view();
    text(ui, {page.x + kPageEdge + 72, 8, page.w - 120, 56}, say(ui, N_("Money back for {}"), receipt.sale.number),
         {.type = Type::Headline, .cut = Cut::Names});
    const float side = ui.size() == SizeClass::Compact ? 384.0f : 464.0f;
    const Rect list{page.x + kPageEdge, 80, page.w - 2 * kPageEdge - 16 - side, page.h - 96};
    draw_lines(ui, list, receipt.sale);
    draw_payment(ui, {list.right() + 16, 80, side, page.h - 96}, receipt, out);
    if (const auto pin = owner_.draw(ui)) out.add(PerformAsOwner{SaleCommand(refund()), *pin});
  }

  void performed(const Outcome& outcome, Intents& out) override {
    owner_.close();
    out.add(Back{});
    out.add(ShowToast{.sentence = fmt::format(fmt::runtime(given_back_), outcome.label), .icon = icon::check_circle});
  }
  bool refused(const Problem& problem) override { return owner_.refused(problem); }

 private:
  void start() {
    choices_.clear();
    if (!receipt_.view()) return;
    for (const Quantity left : receipt_.view()->standing.refundable) choices_.push_back({.quantity = left});
  }
  std::vector<RefundLine> chosen() const {
    std::vector<RefundLine> lines;
    for (std::size_t i = 0; i < choices_.size(); ++i) {
      if (!choices_[i].is_chosen) continue;
      lines.push_back({.position = receipt_.view()->sale.lines[i].position,
                       .quantity = choices_[i].quantity,
                       .to_stock = choices_[i].to_stock});
    }
    return lines;
  }
  Refund refund() const {
    Refund refund{.sale = sale_, .lines = chosen(), .tenders = {}, .reason = reason_};
    const Money back = worth_->goods - worth_->of_owed;
    if (back.minor > 0) refund.tenders.push_back({.method = method_, .amount = back});
    return refund;
  }
  void draw_lines(Ui& ui, Rect area, const Sale& sale);
  void draw_payment(Ui& ui, Rect area, const PastSale& receipt, Intents& out);

  Id<Sale> sale_;
  Watched<Id<Sale>, std::optional<PastSale>> receipt_;
  std::vector<Choice> choices_;  // one a line of the sale
  Watched<std::vector<Choice>, Worth> worth_;
  Method method_ = Method::Cash;
  std::string reason_;
  OwnerSheet owner_;
  std::string given_back_;  // the sentence for afterwards, in the words of the screen
};

void RefundScreen::draw_lines(Ui& ui, Rect area, const Sale& sale) {
  const Theme& t = ui.theme();
  float length = 0;
  for (const Choice& choice : choices_) length += kLine + (choice.is_chosen ? kSwitch : 0) + kGap;
  ScrollArea scroll(ui, "refund.lines", area, length);
  float y = scroll.origin().y;
  for (std::size_t i = 0; i < choices_.size(); ++i) {
    Choice& choice = choices_[i];
    const SaleLine& line = sale.lines[i];
    const Quantity left = receipt_.view()->standing.refundable[i];
    const Rect card{scroll.origin().x, y, area.w, kLine + (choice.is_chosen ? kSwitch : 0)};
    y += card.h + kGap;
    if (!scroll.shows(card)) continue;
    const bool is_possible = left.thousandths > 0;
    plate(ui, card);
    if (choice.is_chosen) ui.paint().outline(card, t.primary, 2, kCardRadius);
    const float stepper_room = choice.is_chosen ? 192.0f : 0.0f;
    const Rect head{card.x, card.y, card.w - stepper_room, kLine};
    const std::string price =
        fmt::format("{} × {}", ui.words().quantity(line.quantity), ui.bare_money(line.agreed_price));
    const std::string rest =
        is_possible ? price : fmt::format("{} · {}", price, ui.words(N_("Nothing left to give back")));
    if (row(ui, fmt::format("refund.line.{}", i), head.inset(12, 4),
            {.title = line.name.empty() ? ui.words(N_("Misc item")) : std::string_view(line.name),
             .subtitle = rest,
             .icon = choice.is_chosen ? icon::check_circle : icon::circle,
             .enabled = is_possible,
             .has_divider = false})) {
      choice.is_chosen = !choice.is_chosen;
      if (choice.is_chosen) choice.quantity = left;
    }
    if (!choice.is_chosen) continue;
    const Step step =
        stepper(ui, fmt::format("refund.line.{}", i), {card.right() - 184, card.y + 12, 168, 56},
                {.value = ui.words().quantity(choice.quantity), .can_go_down = choice.quantity > Quantity::of(1)});
    if (step == Step::Less && choice.quantity > Quantity::of(1)) choice.quantity = choice.quantity - Quantity::of(1);
    if (step == Step::More) choice.quantity = std::min(left, choice.quantity + Quantity::of(1));
    if (switch_row(ui, fmt::format("refund.line.{}.stock", i), {card.x + 16, card.y + kLine, card.w - 32, 56},
                   ui.words(N_("Back to stock")), choice.to_stock)) {
      choice.to_stock = !choice.to_stock;
    }
  }
}

void RefundScreen::draw_payment(Ui& ui, Rect area, const PastSale& receipt, Intents& out) {
  const Theme& t = ui.theme();
  plate(ui, area);
  const Rect inside = area.inset(16);
  const Money back = worth_->goods - worth_->of_owed;
  text(ui, {inside.x, inside.y, inside.w, 28}, ui.words(N_("To give back")), {.type = Type::Body, .color = t.ink2});
  amount(ui, {inside.x, inside.y + 28, inside.w, 80}, ui.money(back),
         {.size = AmountSize::L, .align = Side::Left, .name = "refund.worth"});
  if (worth_->of_owed.minor > 0) {
    text(ui, {inside.x, inside.y + 108, inside.w, 28},
         say(ui, N_("{} is taken off what is owed."), ui.money(worth_->of_owed)),
         {.type = Type::Small, .color = t.warning_text, .name = "refund.of_owed"});
  }
  float y = inside.y + 144;
  text(ui, {inside.x, y, inside.w, 28}, ui.words(N_("Given back by")), {.type = Type::SmallStrong});
  if (const auto tapped = method_tiles(ui, "refund", {inside.x, y + 32, inside.w, 112}, method_)) method_ = *tapped;
  y += 160;
  text(ui, {inside.x, y, inside.w, 28}, ui.words(N_("Why does it come back?")), {.type = Type::SmallStrong});
  y += 32;
  for (std::size_t i = 0; i < kReasons.size(); ++i) {
    const std::string reason(ui.words(kReasons[i]));
    const Rect line{inside.x, y + static_cast<float>(i / 2) * (48 + kGap), inside.w, 48};
    if (chip(ui, fmt::format("refund.reason.{}", i), line.column(static_cast<int>(i % 2), 2, kGap), reason,
             {.selected = reason_ == reason})) {
      reason_ = reason_ == reason ? std::string() : reason;
    }
  }
  const Rect foot = inside.bottom_part(88);
  const std::string_view problem_words = chosen().empty() ? ui.words(N_("Choose what came back.")) : std::string_view();
  text(ui, {foot.x, foot.y - 40, foot.w, 32}, problem_words, {.type = Type::Small, .color = t.ink2});
  const bool is_ready = worth_->goods.minor > 0 || (!chosen().empty() && !worth_->problem);
  if (button(ui, "refund.ok", foot,
             {.label = ui.words(N_("Give money back")),
              .icon = icon::arrow_u_up_left,
              .kind = ButtonKind::Primary,
              .enabled = is_ready,
              .type = Type::Main})) {
    if (receipt.needs_owner_to_refund) {
      owner_.open();
    } else {
      out.perform(SaleCommand(refund()));
    }
  }
}

}  // namespace

std::unique_ptr<Screen> make_refund_screen(Id<Sale> sale) {
  return std::make_unique<RefundScreen>(sale);
}

}  // namespace lapak
