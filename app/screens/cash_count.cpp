// screens: counting the drawer at the end of a day.
#include "app/screens/cash_count.h"

#include <algorithm>

#include "app/parts/field.h"
#include "app/parts/figure.h"
#include "app/parts/text.h"
#include "app/screens/drawer_pad.h"
#include "app/screens/page.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"
#include "core/till/till_store.h"

namespace lapak {
namespace {

class CashCountScreen final : public Screen {
 public:
  explicit CashCountScreen(std::shared_ptr<DrawerCount> count) : count_(std::move(count)), reason_(count_->reason) {}

  void refresh(const Shop& shop) override {
    if (!is_blind_) is_blind_ = shop.actor().role == Role::Helper;
    day_.refresh(shop, 0, rooms(&Revisions::till, &Revisions::sale),
                 [](const Shop& s, int) { return day_view(s.facts()); });
  }

  void draw(Ui& ui, Intents& out) override {
    if (!pad_.has_begun()) pad_.begin(ui.currency(), count_->notes);
    const bool compact = ui.size() == SizeClass::Compact;
    const float blind_width = 288;
    const PageFrame page =
        draw_page(ui, {.title = ui.words("Count the cash"), .main = ui.words("Next"), .side = blind_width});
    if (switch_row(ui, "blind", page.side, ui.words("Hide the figures"), *is_blind_)) is_blind_ = !*is_blind_;

    const Rect content = page.content;
    const float right_width = std::min(512.0f, content.w * 0.45f);
    const float left_width = std::min(600.0f, content.w - right_width - 24);
    const int rows = pad_.row_count();
    const float pitch = std::clamp((content.h - 88) / static_cast<float>(rows), 60.0f, 76.0f);
    const float sum_width = compact ? 104.0f : 144.0f;
    for (int i = 0; i < rows; ++i) {
      const float y = content.y + static_cast<float>(i) * pitch;
      const float height = pitch - 8;
      const float box_width = left_width - 2 * 80 - sum_width - 16;
      pad_.draw_row(ui, i, {content.x, y, 72, height}, {content.x + 80, y, box_width, height},
                    {content.x + 80 + box_width + 8, y, 72, height},
                    {content.x + left_width - sum_width, y, sum_width, height});
    }
    const float foot = content.y + static_cast<float>(rows) * pitch + 8;
    text(ui, {content.x, foot, 200, 64}, ui.words("Counted"), {.type = Type::Title});
    amount(ui, {content.x + 200, foot, left_width - 200, 64}, ui.money(pad_.sum()), {.name = "counted"});

    const Rect side{content.right() - right_width, content.y, right_width, content.h};
    const float why_height = 64;
    const float compare_height = 216;
    const float pad_height = std::min(376.0f, side.h - compare_height - why_height - 28 - 2 * 16);
    pad_.draw_pad(ui, {side.x, side.y, side.w, pad_height});
    draw_comparison(ui, {side.x, side.y + pad_height + 16, side.w, compare_height});
    field(ui, "reason", {side.x, side.bottom() - why_height, side.w, why_height}, reason_,
          {.placeholder = ui.words("A difference? Say why, if you know")});

    if (page.back || page.main == Press::Tap) {
      count_->notes = pad_.counted();
      count_->reason = reason_;
      count_->is_done = count_->is_done || page.main == Press::Tap;
      out.add(Back{});
    }
  }

 private:
  void draw_comparison(Ui& ui, Rect rect) {
    const Theme& t = ui.theme();
    plate(ui, rect);
    const Rect inside = rect.inset(20, 16);
    if (*is_blind_) {
      text(ui, inside, ui.words("Count first. What should be there is shown afterwards."),
           {.color = t.ink2, .align = Side::Centre, .lines = 3, .name = "blind.says"});
      return;
    }
    const DayView& day = day_.view();
    const auto line = [&](int i, std::string_view label, Money amount, Type type) {
      const Rect row{inside.x, inside.y + 36 * static_cast<float>(i), inside.w, 36};
      text(ui, row, label,
           {.type = type == Type::Strong ? Type::Strong : Type::Text, .color = type == Type::Strong ? t.ink : t.ink2});
      text(ui, row, ui.bare_money(amount), {.type = type, .align = Side::Right});
    };
    const Money difference = pad_.sum() - day.expected;
    line(0, ui.words("Opening float"), day.day ? day.day->float_amount : Money{}, Type::Text);
    line(1, ui.words("+ Sold for cash"), day.cash_payments, Type::Text);
    line(2, ui.words("+ In, − out"), day.cash_in - day.cash_out, Type::Text);
    line(3, ui.words("Expected"), day.expected, Type::Strong);
    const Rect last{inside.x, inside.y + 144, inside.w, 40};
    const bool matches = difference.is_zero();
    if (!matches && pad_.sum().is_zero()) {  // nothing is counted yet, so nothing is missing
      text(ui, last, ui.words("Difference"), {.type = Type::Strong});
      text(ui, last, "\u2013", {.type = Type::Strong, .align = Side::Right, .name = "difference"});
      return;
    }
    ui.paint().fill(last.inset(-8, 0), matches ? t.success_c : t.warning_c, kRowRadius);
    if (t.is_terik()) ui.paint().outline(last.inset(-8, 0), matches ? t.success : t.divider, 2, kRowRadius);
    const Color ink = matches ? t.on_success_c : t.on_warning_c;
    text(ui, last, ui.words("Difference"), {.type = Type::Strong, .color = ink});
    text(ui, last, matches ? std::string(ui.words("Exact match")) : ui.bare_money(difference),
         {.type = Type::Strong, .color = ink, .align = Side::Right, .name = "difference"});
  }

  std::shared_ptr<DrawerCount> count_;
  std::string reason_;
  std::optional<bool> is_blind_;
  Watched<int, DayView> day_;
  DrawerPad pad_;
};

}  // namespace

std::unique_ptr<Screen> make_cash_count_screen(std::shared_ptr<DrawerCount> count) {
  return std::make_unique<CashCountScreen>(std::move(count));
}

}  // namespace lapak
