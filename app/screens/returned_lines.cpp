// screens: choosing what comes back.
#include "app/screens/returned_lines.h"

#include <algorithm>
#include <array>

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/screens/wording.h"

namespace lapak {
namespace {

constexpr float kLine = 80;
constexpr float kSwitch = 64;
constexpr std::array<std::string_view, 4> kReasons{N_("It is damaged"), N_("It does not fit"), N_("Not wanted"),
                                                   N_("Wrong item")};

}  // namespace

void ReturnedLines::refresh(const Shop& shop) {
  const bool is_new = receipt_.refresh(shop, sale_, rooms(&Revisions::sale, &Revisions::people),
                                       [](const Shop& s, const Id<Sale>& id) { return past_sale_of(s, id); });
  if (is_new) {
    choices_.clear();
    if (receipt_.view()) {
      for (const Quantity left : receipt_.view()->standing.refundable) choices_.push_back({.quantity = left});
    }
  }
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

std::vector<RefundLine> ReturnedLines::chosen() const {
  std::vector<RefundLine> lines;
  for (std::size_t i = 0; i < choices_.size(); ++i) {
    if (!choices_[i].is_chosen) continue;
    lines.push_back({.position = receipt_.view()->sale.lines[i].position,
                     .quantity = choices_[i].quantity,
                     .to_stock = choices_[i].to_stock});
  }
  return lines;
}

float ReturnedLines::height() const {
  float height = 2 * 4 - kGap;
  for (const Choice& choice : choices_) height += kLine + (choice.is_chosen ? kSwitch : 0) + kGap;
  return height;
}

void ReturnedLines::draw(Ui& ui, Rect area) {
  constexpr float kShadow = 8;  // of the plates, beyond the lines
  ScrollArea scroll(ui, name_ + ".lines", {area.x - kShadow, area.y, area.w + 2 * kShadow, area.h}, height());
  float y = scroll.origin().y + 4;
  for (std::size_t i = 0; i < choices_.size(); ++i) {
    const Rect card{area.x, y, area.w, kLine + (choices_[i].is_chosen ? kSwitch : 0)};
    y += card.h + kGap;
    if (scroll.shows(card)) draw_line(ui, card, i);
  }
}

void ReturnedLines::draw_line(Ui& ui, Rect card, std::size_t index) {
  Choice& choice = choices_[index];
  const SaleLine& line = receipt_.view()->sale.lines[index];
  const Quantity left = receipt_.view()->standing.refundable[index];
  const bool is_possible = left.thousandths > 0;
  plate(ui, card);
  if (choice.is_chosen) ui.paint().outline(card, ui.theme().primary, 2, kCardRadius);
  const float stepper_room = choice.is_chosen ? 192.0f : 0.0f;
  const Rect head{card.x, card.y, card.w - stepper_room, kLine};
  std::string price = fmt::format("{} × {}", ui.words().quantity(line.quantity), ui.bare_money(line.agreed_price));
  if (line.bundle) price += " · " + receipt_.view()->sale.bundles[static_cast<std::size_t>(*line.bundle)].name;
  const std::string rest =
      is_possible ? price : fmt::format("{} · {}", price, ui.words(N_("Nothing left to give back")));
  const std::string name = fmt::format("{}.line.{}", name_, index);
  if (row(ui, name, head.inset(12, 4),
          {.title = line.name.empty() ? ui.words(N_("Misc item")) : std::string_view(line.name),
           .subtitle = rest,
           .icon = choice.is_chosen ? icon::check_circle : icon::circle,
           .enabled = is_possible,
           .has_divider = false})) {
    choice.is_chosen = !choice.is_chosen;
    if (choice.is_chosen) choice.quantity = left;
  }
  if (!choice.is_chosen) return;
  const Quantity one = Quantity::of(1);
  const Step step = stepper(ui, name, {card.right() - 184, card.y + 12, 168, 56},
                            {.value = ui.words().quantity(choice.quantity), .can_go_down = choice.quantity > one});
  if (step == Step::Less && choice.quantity > one) choice.quantity = choice.quantity - one;
  if (step == Step::More) choice.quantity = std::min(left, choice.quantity + one);
  if (switch_row(ui, name + ".stock", {card.x + 16, card.y + kLine, card.w - 32, 56}, ui.words(N_("Back to stock")),
                 choice.to_stock)) {
    choice.to_stock = !choice.to_stock;
  }
}

void draw_return_reasons(Ui& ui, std::string_view name, Rect area, std::string& reason) {
  for (std::size_t i = 0; i < kReasons.size(); ++i) {
    const std::string each(ui.words(kReasons[i]));
    const Rect line{area.x, area.y + static_cast<float>(i / 2) * (48 + kGap), area.w, 48};
    if (chip(ui, fmt::format("{}.reason.{}", name, i), line.column(static_cast<int>(i % 2), 2, kGap), each,
             {.selected = reason == each})) {
      reason = reason == each ? std::string() : each;
    }
  }
}

}  // namespace lapak
