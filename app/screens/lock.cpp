// screens: the lock: who sells now, and the PIN of who has one. No figure is seen from here.
#include "app/screens/lock.h"

#include <fmt/format.h>

#include "app/parts/button.h"
#include "app/parts/list.h"
#include "app/parts/text.h"
#include "app/screens/pin_pad.h"
#include "app/screens/watched.h"
#include "core/people/people_store.h"

namespace lapak {
namespace {

class LockScreen final : public Screen {
 public:
  Surface surface() const override { return Surface::FullScreen; }

  void refresh(const Shop& shop) override {
    sellers_.refresh(shop, 0, rooms(&Revisions::people), [](const Shop& s, int) { return sellers(s.facts()); });
    shop_name_ = shop.profile().name;
    now_ = shop.profile().clock().local(shop.now());
    // One who sells alone need not say who she is.
    if (!chosen_ && sellers_->size() == 1) chosen_ = 0;
  }

  void draw(Ui& ui, Intents& out) override {
    const Theme& t = ui.theme();
    const bool is_compact = ui.size() == SizeClass::Compact;
    const float left = is_compact ? 40.0f : 80.0f;
    const float pad_width = 480;
    const Rect side{left, 0, ui.width() - 2 * left - pad_width - 24, ui.height()};
    text(ui, {side.x, 64, side.w, 56}, shop_name_, {.type = Type::Headline, .cut = Cut::Names, .name = "lock.shop"});
    text(ui, {side.x, 152, side.w, 120}, ui.words().time(now_), {.type = Type::Hero, .name = "lock.time"});
    text(ui, {side.x, 280, side.w, 40}, ui.words().weekday_date(now_.date), {.type = Type::Body, .color = t.ink2});
    text(ui, {side.x, 352, side.w, 32}, ui.words(N_("Who is selling?")), {.type = Type::Strong});
    draw_people(ui, {side.x, 400, side.w, ui.height() - 400 - 120}, out);
    text(ui, {side.x, ui.height() - 104, side.w, 56}, ui.words(N_("What was sold is hidden while the till is locked.")),
         {.type = Type::Small, .color = t.ink2, .lines = 2});

    if (!chosen_ || *chosen_ >= sellers_->size()) return;
    const Seller& seller = sellers_.view()[*chosen_];
    const Rect pad{ui.width() - left - pad_width, 64, pad_width, std::min(ui.height() - 128, 640.0f)};
    if (seller.pin_hash.empty()) {
      if (button(ui, "lock.go", {pad.x, 400, pad.w, 96},
                 {.label = ui.words(N_("Start selling")),
                  .icon = icon::storefront,
                  .kind = ButtonKind::Primary,
                  .type = Type::Main,
                  .shortcut = {Key::Enter}})) {
        out.add(SignIn{seller.id, ""});
      }
      return;
    }
    if (const auto pin = pad_.draw(ui, "lock.pin", pad, fmt::format("PIN {}", seller.name)))
      out.add(SignIn{seller.id, *pin});
  }

  void performed(const Outcome& outcome, Intents& out) override {
    if (outcome.kind == "signed_in") out.add(Back{});
  }
  bool refused(const Problem& problem) override {
    pad_.refuse(problem);
    return true;
  }

 private:
  void draw_people(Ui& ui, Rect area, Intents& out) {
    constexpr int kColumns = 3;
    constexpr float kTile = 128;
    RowList tiles(ui, "lock.people", area,
                  {.count = sellers_->size(), .row_height = kTile, .columns = kColumns, .gap = kGap});
    for (const RowList::Item& item : tiles.visible()) {
      const Seller& seller = sellers_.view()[item.index];
      if (!button(ui, fmt::format("lock.person.{}", item.index), item.rect,
                  {.label = ui.paint().shortened(Type::Button, seller.name, item.rect.w - 24),
                   .icon = icon::user_circle,
                   .kind = ButtonKind::Surface,
                   .selected = chosen_ == item.index,
                   .stacked = true})) {
        continue;
      }
      chosen_ = item.index;
      pad_.clear();
      if (seller.pin_hash.empty()) out.add(SignIn{seller.id, ""});
      ui.keep_drawing();
    }
  }

  Watched<int, std::vector<Seller>> sellers_;
  std::string shop_name_;
  LocalTime now_;
  std::optional<std::size_t> chosen_;
  PinPad pad_;
};

}  // namespace

std::unique_ptr<Screen> make_lock_screen() {
  return std::make_unique<LockScreen>();
}

}  // namespace lapak
