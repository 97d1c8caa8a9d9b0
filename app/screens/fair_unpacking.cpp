// screens: what comes home from a fair: each kind as it should be, counted where it is not, and why it is missing.
#include <algorithm>
#include <map>

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/text.h"
#include "app/screens/fairs.h"
#include "app/screens/number_sheet.h"
#include "app/screens/page.h"
#include "app/screens/screen.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"
#include "core/fair/fair_commands.h"
#include "core/report/fair_report.h"

namespace lapak {
namespace {

constexpr float kRowHeight = 80, kKey = 64;

class UnpackingScreen final : public Screen {
 public:
  explicit UnpackingScreen(Id<Fair> fair) : fair_(fair) {}

  void refresh(const Shop& shop) override {
    page_.refresh(shop, 0, rooms(&Revisions::fair, &Revisions::stock, &Revisions::catalog, &Revisions::sale),
                  [&](const Shop& s, int) { return fair_page(s.facts(), s.profile(), fair_, s.now()); });
  }

  void draw(Ui& ui, Intents& out) override {
    if (!page_.view()) {
      out.add(Back{});
      return;
    }
    const FairPage& fair = *page_.view();
    std::vector<const FairGoods*> left;
    for (const FairGoods& each : fair.goods)
      if (!each.left.is_zero()) left.push_back(&each);
    const PageFrame page = draw_page(ui, {.title = say(ui, N_("Back home: {}"), fair.fair.name),
                                          .main = left.empty() ? std::string_view() : ui.words(N_("All is home")),
                                          .main_icon = icon::check});
    if (page.back) out.add(Back{});
    if (left.empty()) {
      empty_state(ui, "unpacking", page.content,
                  {.icon = icon::check_circle,
                   .sentence = ui.words(N_("Nothing of this fair is in its box any more.")),
                   .is_main = false});
      return;
    }
    Quantity missing;
    for (const FairGoods* each : left) missing += std::max(each->left - counted(*each), Quantity{});
    const bool is_short = missing > Quantity{};
    const float foot = is_short ? 116.0f : 48.0f;
    if (page.main == Press::Tap) bring_home(out, left);
    text(ui, page.content.top_part(40), ui.words(N_("Count what came back; what is missing is lost.")),
         {.type = Type::Text, .color = ui.theme().ink2, .cut = Cut::Names});
    const Rect area{page.content.x, page.content.y + 48, page.content.w, page.content.h - 48 - foot};
    {
      const RowList rows(ui, "unpacking.rows", area, {.count = left.size(), .row_height = kRowHeight});
      for (const RowList::Item& item : rows.visible()) draw_row(ui, item.rect, item.index, *left[item.index]);
    }
    if (is_short) {
      const Rect foot_line = page.content.bottom_part(56);
      text(ui, {foot_line.x, foot_line.y, 240, 56}, say(ui, N_("{} missing"), ui.words().quantity(missing)),
           {.type = Type::Strong, .name = "unpacking.missing"});
      field(ui, "unpacking.reason", {foot_line.x + 248, foot_line.y, foot_line.w - 248, 56}, reason_,
            {.label = ui.words(N_("Why? Broken, stolen, given away …")), .longest_bytes = 200});
    }
    if (const auto number = number_.draw(ui); number && asked_ < left.size())
      counted_[left[asked_]->product] = Quantity{number->value.value_or(0)};
  }

  void performed(const Outcome& outcome, Intents& out) override { out.add(Back{outcome}); }

 private:
  Quantity counted(const FairGoods& goods) const {
    const auto found = counted_.find(goods.product);
    return found == counted_.end() ? std::max(goods.left, Quantity{}) : found->second;
  }
  void bring_home(Intents& out, const std::vector<const FairGoods*>& left) const {
    BringHome home{.fair = fair_, .found = {}, .reason = reason_};
    for (const FairGoods* each : left)
      if (counted_.contains(each->product)) home.found.push_back({each->product, counted(*each)});
    out.perform(FairCommand(std::move(home)));
  }
  void draw_row(Ui& ui, Rect place, std::size_t index, const FairGoods& goods) {
    const Quantity now = counted(goods);
    const float y = place.y + (place.h - kKey) / 2;
    const Rect stepping{place.right() - 3 * kKey - 2 * kGap - 40, y, 3 * kKey + 2 * kGap + 40, kKey};
    const float width = stepping.x - place.x - 16;
    text(ui, {place.x, place.y + 12, width, 28}, goods.name, {.type = Type::Row, .cut = Cut::Names});
    const std::string about =
        say(ui, N_("{0} brought · {1} sold · {2} should be left"), ui.words().quantity(goods.brought),
            ui.words().quantity(goods.sold), ui.words().quantity(goods.left));
    text(ui, {place.x, place.y + 42, width, 26}, about,
         {.type = Type::Small,
          .color = now == goods.left ? ui.theme().ink2 : ui.theme().warning_text,
          .cut = Cut::Names});
    const Step step = stepper(ui, fmt::format("unpacking.{}", index), stepping,
                              {.value = ui.words().quantity(now), .can_go_down = now > Quantity{}});
    if (step == Step::More) counted_[goods.product] = now + Quantity::of(1);
    if (step == Step::Less) counted_[goods.product] = std::max(now - Quantity::of(1), Quantity{});
    if (step == Step::Number) {
      asked_ = index;
      number_.open({.title = goods.name,
                    .button = std::string(ui.words(N_("{} came back"))),
                    .kind = NumberKind::Pieces,
                    .prefill = now.thousandths},
                   ui.currency());
    }
    divider(ui, place.x, place.bottom() - 1, place.w);
  }

  Id<Fair> fair_;
  Watched<int, std::optional<FairPage>> page_;
  std::map<Id<Product>, Quantity> counted_;  // of those that are not as they should be
  std::string reason_;
  std::size_t asked_ = 0;
  NumberSheet number_{"unpacking.number"};
};

}  // namespace

std::unique_ptr<Screen> make_unpacking_screen(Id<Fair> fair) {
  return std::make_unique<UnpackingScreen>(fair);
}

}  // namespace lapak
