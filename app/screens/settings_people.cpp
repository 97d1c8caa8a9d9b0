// screens: the settings' pane about who sells: names, roles, PINs.
#include <algorithm>
#include <array>
#include <span>

#include "app/parts/button.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/deeds_page.h"
#include "app/screens/intent.h"
#include "app/screens/pin_pad.h"
#include "app/screens/rights_sheet.h"
#include "app/screens/settings_pane.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"
#include "core/base/text.h"

namespace lapak {
namespace {

constexpr std::array<int, 3> kLockMinutes{0, 5, 15};

enum class PinWish { Keep, Set, Remove };

class PeoplePane final : public SettingsPane {
 public:
  void refresh(const Shop& shop) override {
    sellers_.refresh(shop, 0, rooms(&Revisions::people), [](const Shop& s, int) { return sellers(s.facts()); });
  }

  float draw(Ui& ui, Rect area, SettingsDesk& desk) override {
    float y = area.y;
    for (std::size_t i = 0; i < sellers_->size(); ++i) {
      const Seller& seller = sellers_.view()[i];
      constexpr float kBeside = 200;
      const bool is_helper = seller.role == Role::Helper;
      const float width = area.w - (is_helper ? kBeside + kGap : 0.0f);
      if (is_helper &&
          button(ui, fmt::format("people.{}.rights", i), {area.x + width + kGap, y + 8, kBeside, 56},
                 {.label = ui.words(N_("May do")), .icon = icon::list_checks, .kind = ButtonKind::Outline}))
        rights_.open(seller);
      if (row(ui, fmt::format("people.{}", i), {area.x, y, width, 72},
              {.title = seller.name,
               .subtitle = seller.role == Role::Owner ? ui.words(N_("Owner")) : ui.words(N_("Helper")),
               .icon = icon::user_circle,
               .pill = seller.pin_hash.empty()
                           ? std::nullopt
                           : std::optional(Pill{.label = "PIN", .tone = Tone::Success, .icon = icon::lock}),
               .has_arrow = true})) {
        open(seller);
      }
      y += 72;
    }
    y += 16;
    if (button(ui, "people.add", {area.x, y, 320, 64},
               {.label = ui.words(N_("Add a helper")), .icon = icon::user_plus})) {
      open(Seller{});
    }
    if (button(ui, "people.deeds", {area.x + 336, y, std::min(320.0f, area.w - 336), 64},
               {.label = ui.words(N_("Who did what")),
                .icon = icon::clock_counter_clockwise,
                .kind = ButtonKind::Outline}))
      desk.out.add(Open{make_deeds_page()});
    y = pane_heading(ui, area, y + 80, ui.words(N_("Lock when idle")));
    std::vector<std::string> waits{std::string(ui.words(N_("Never")))};
    for (const int minutes : std::span(kLockMinutes).subspan(1))
      waits.push_back(say(ui, N_("After {} minutes"), ui.words().count(minutes)));
    const auto chosen = std::ranges::find(kLockMinutes, desk.profile.lock_after_minutes);
    if (const auto wait = segments(ui, "people.lock_after", {area.x, y, area.w, 56}, waits,
                                   static_cast<std::size_t>(chosen - kLockMinutes.begin()))) {
      desk.save([&](Profile& p) { p.lock_after_minutes = kLockMinutes[*wait]; });
    }
    y += 72;
    text(ui, {area.x, y, area.w, 52},
         ui.words(N_("Once the owner has a PIN, helpers need it for what they may not do by themselves.")),
         {.type = Type::Small, .color = ui.theme().ink2, .upright = Upright::Top, .lines = 2});
    return y + 56;
  }

  void draw_above(Ui& ui, SettingsDesk& desk) override {
    if (const auto seller = rights_.draw(ui)) desk.perform(PeopleCommand(SaveSeller{*seller, ""}));
    Sheet sheet(ui, "person", is_open_,
                {.title = edited_.id.is_nil() ? ui.words(N_("Add a helper")) : std::string_view(edited_.name),
                 .close_label = ui.words(N_("Close")),
                 .foot = 80});
    if (!sheet.visible()) return;
    const Rect content = sheet.content();
    field(ui, "person.name", {content.x, content.y + kFieldLabel, content.w, 56}, name_,
          {.label = ui.words(N_("Name"))});
    const auto role = segments(ui, "person.role", {content.x, content.y + 100, content.w, 56},
                               {std::string(ui.words(N_("Owner"))), std::string(ui.words(N_("Helper")))},
                               edited_.role == Role::Owner ? 0 : 1);
    if (role) edited_.role = *role == 0 ? Role::Owner : Role::Helper;
    draw_pin(ui, {content.x, content.y + 172, content.w, content.h - 172 - 96});
    const Rect foot = sheet.foot();
    const bool may_hide = !edited_.id.is_nil() && edited_.role == Role::Helper;
    const Rect save = may_hide ? Rect{foot.x + 128, foot.y, foot.w - 128, foot.h} : foot;
    if (may_hide &&
        button(ui, "person.hide", foot.left_part(120), {.label = ui.words(N_("Hide")), .kind = ButtonKind::Outline})) {
      Seller hidden = edited_;
      hidden.hidden = true;
      desk.perform(PeopleCommand(SaveSeller{hidden, ""}));
    }
    if (button(ui, "person.save", save,
               {.label = ui.words(N_("Save")),
                .icon = icon::check,
                .kind = ButtonKind::Primary,
                .enabled = !trimmed(name_).empty(),
                .type = Type::Title})) {
      edited_.name = name_;
      desk.perform(PeopleCommand(SaveSeller{edited_, wish_ == PinWish::Remove ? "-"
                                                     : wish_ == PinWish::Set  ? pin_
                                                                              : ""}));
    }
    if (sheet.dismissed()) is_open_ = false;
  }

  void performed(const Outcome&) override {
    is_open_ = false;
    rights_.close();
  }

 private:
  void open(const Seller& seller) {
    edited_ = seller;
    name_ = seller.name;
    wish_ = PinWish::Keep;
    pad_.clear();
    is_open_ = true;
  }
  // A pad until four digits were typed, then what will become of the PIN.
  void draw_pin(Ui& ui, Rect area) {
    const bool has_pin = !edited_.pin_hash.empty();
    const bool is_settled = wish_ != PinWish::Keep;
    if (!is_settled) {
      const float foot = has_pin ? 64.0f : 0.0f;
      const Rect pad{area.x, area.y, area.w, std::min(area.h - foot, 480.0f)};
      if (const auto pin = pad_.draw(ui, "person.pin", pad,
                                     has_pin ? ui.words(N_("Type a new PIN, or keep the old one"))
                                             : ui.words(N_("Four-digit PIN, or none")))) {
        pin_ = *pin;
        wish_ = PinWish::Set;
      }
      if (has_pin && button(ui, "person.pin.remove", {area.x, pad.bottom() + kGap, area.w, 56},
                            {.label = ui.words(N_("Take the PIN away")), .icon = icon::lock_open})) {
        wish_ = PinWish::Remove;
      }
      return;
    }
    plain_row(ui, "person.pin.settled", area.top_part(72),
              {.title = wish_ == PinWish::Set ? ui.words(N_("The new PIN holds once it is saved."))
                                              : ui.words(N_("The PIN goes once this is saved.")),
               .icon = wish_ == PinWish::Set ? icon::lock : icon::lock_open});
    if (button(ui, "person.pin.again", {area.x, area.y + 80, area.w, 56}, {.label = ui.words(N_("Type it again"))})) {
      wish_ = PinWish::Keep;
    }
  }

  Watched<int, std::vector<Seller>> sellers_;
  RightsSheet rights_;
  bool is_open_ = false;
  Seller edited_;
  std::string name_;
  PinPad pad_;
  PinWish wish_ = PinWish::Keep;
  std::string pin_;
};

}  // namespace

std::unique_ptr<SettingsPane> make_people_pane() {
  return std::make_unique<PeoplePane>();
}

}  // namespace lapak
