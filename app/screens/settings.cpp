// screens: the settings: their panes at one side, the chosen one beside them.
#include "app/screens/settings.h"

#include <algorithm>
#include <array>

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/text.h"
#include "app/screens/pin_pad.h"
#include "app/screens/settings_pane.h"
#include "app/screens/wording.h"

namespace lapak {

void SettingsDesk::perform(Command command) {
  if (owner_pin) {
    out.add(PerformAsOwner{std::move(command), *owner_pin});
  } else {
    out.perform(std::move(command));
  }
}

void SettingsDesk::finish() {
  if (wanted && !(*wanted == profile)) perform(ProfileCommand(SaveProfile{std::move(*wanted)}));
  wanted.reset();
}

bool SavedField::draw(Ui& ui, std::string_view name, Rect box, const std::string& saved, const FieldSpec& spec) {
  if (!changed_ && !ui.editing(name)) text_ = saved;
  const FieldEvents events = field(ui, name, box, text_, spec);
  changed_ = changed_ || events.edited;
  // Another field may have taken the keyboard over without a word.
  const bool is_over = events.submitted || !ui.editing(name);
  if (!is_over || !changed_) return false;
  changed_ = false;
  return text_ != saved;
}

float pane_heading(Ui& ui, Rect area, float y, std::string_view words) {
  text(ui, {area.x, y, area.w, 28}, words, {.type = Type::SmallStrong});
  return y + 32;
}

namespace {

struct PaneCard {
  std::string_view name;
  std::string_view label;
  Icon icon;
  std::unique_ptr<SettingsPane> (*make)();
  bool is_guarded;  // the owner's; how it looks is everybody's
};
constexpr std::array<PaneCard, 9> kPanes{{
    {"shop", N_("Stall and receipt"), icon::storefront, make_shop_pane, true},
    {"look", N_("Display"), icon::palette, make_look_pane, false},
    {"paying", N_("Payment"), icon::wallet, make_paying_pane, true},
    {"till", N_("Till"), icon::cash_register, make_till_pane, true},
    {"categories", N_("Categories"), icon::tag, make_categories_pane, true},
    {"people", N_("People and PIN"), icon::users, make_people_pane, true},
    {"backup", N_("Backup"), icon::hard_drives, make_backup_pane, true},
    {"language", N_("Language"), icon::translate, make_language_pane, false},
    {"about", N_("About"), icon::info, make_about_pane, false},
}};

class SettingsScreen final : public Screen {
 public:
  explicit SettingsScreen(std::string_view pane) {
    const auto found = std::ranges::find(kPanes, pane, &PaneCard::name);
    choose(found == kPanes.end() ? 1 : static_cast<std::size_t>(found - kPanes.begin()));
  }

  void refresh(const Shop& shop) override {
    profile_ = &shop.profile();
    needs_owner_ = !shop.may(Right::Settings);
    // Not while drawing: a field of the old pane is left in the frame of the tap, and saved.
    if (next_) choose(*std::exchange(next_, std::nullopt));
    pane_->refresh(shop);
  }

  void draw(Ui& ui, Intents& out) override {
    saved_ = ui.words(N_("Saved."));
    const Rect page = ui.mirrored({ui.rail_width(), 0, ui.width() - ui.rail_width(), ui.height()});
    text(ui, {page.x + kPageEdge, 8, 400, 56}, ui.words(N_("Settings")), {.type = Type::Headline});
    const float side = ui.size() == SizeClass::Compact ? 248.0f : 320.0f;
    for (std::size_t i = 0; i < kPanes.size(); ++i) {
      const Rect place{page.x + kPageEdge, 80 + static_cast<float>(i) * 72, side, 64};
      if (button(ui, fmt::format("settings.{}", kPanes[i].name), place,
                 {.label = ui.words(kPanes[i].label),
                  .icon = kPanes[i].icon,
                  .kind = ButtonKind::Surface,
                  .selected = i == chosen_,
                  .left_aligned = true})) {
        next_ = i;
        ui.keep_drawing();
      }
    }
    const float left = page.x + kPageEdge + side + kPageEdge;
    const Rect sheet{left, 80, page.right() - kPageEdge - left, page.h - 96};
    plate(ui, sheet);
    const Rect inside = sheet.inset(kPageEdge, 16);
    text(ui, inside.top_part(40), ui.words(kPanes[chosen_].label), {.type = Type::Title});
    const Rect area{inside.x, inside.y + 48, inside.w, inside.h - 48};
    if (kPanes[chosen_].is_guarded && needs_owner_ && !owner_pin_) {
      ask_owner(ui, area, out);
      return;
    }
    SettingsDesk desk{*profile_, needs_owner_ ? owner_pin_ : nobody_, out};
    {
      ScrollArea scroll(ui, fmt::format("settings.{}.scroll", kPanes[chosen_].name), area, length_);
      const Rect content{scroll.origin().x, scroll.origin().y, area.w, area.h};
      length_ = pane_->draw(ui, content, desk) - content.y;
    }
    pane_->draw_above(ui, desk);
    desk.finish();
  }

  void performed(const Outcome& outcome, Intents& out) override {
    if (outcome.kind == "owner_checked") {
      owner_pin_ = asked_pin_;
      return;
    }
    pane_->performed(outcome);
    out.add(ShowToast{.sentence = saved_, .icon = icon::check_circle, .offers_undo = outcome.is_undoable});
  }
  bool refused(const Problem& problem) override {
    const bool is_about_pin = problem.code == ProblemCode::PinWrong || problem.code == ProblemCode::PinTooSoon;
    if (is_about_pin) pad_.refuse(problem);
    if (is_about_pin) owner_pin_.reset();
    return is_about_pin;
  }

  // Beside the title: below it all is buttons.
  Rect toast_place(const Ui& ui) const override {
    const Rect page = ui.mirrored({ui.rail_width(), 0, ui.width() - ui.rail_width(), ui.height()});
    return {page.right() - kPageEdge - 480, 8, 480, 64};
  }

  bool dropped(const std::filesystem::path& file, Intents& out) override {
    const bool is_shut = kPanes[chosen_].is_guarded && needs_owner_ && !owner_pin_;
    return !is_shut && pane_->dropped(file, out);
  }

 private:
  void choose(std::size_t pane) {
    chosen_ = pane;
    pane_ = kPanes[pane].make();
    length_ = 0;
  }
  void ask_owner(Ui& ui, Rect area, Intents& out) {
    const Rect pad{area.centre().x - 184, area.y, 368, std::min(area.h, 560.0f)};
    const auto pin = pad_.draw(ui, "owner.pin", pad, ui.words(N_("This needs the owner.")));
    if (!pin) return;
    asked_pin_ = *pin;
    out.add(CheckOwner{*pin});
  }

  const Profile* profile_ = nullptr;  // the shop's, which outlives its screens; set before every draw
  std::size_t chosen_ = 0;
  std::optional<std::size_t> next_;
  std::unique_ptr<SettingsPane> pane_;
  float length_ = 0;
  bool needs_owner_ = false;
  std::optional<std::string> owner_pin_;  // of the owner who looks over the helper's shoulder, until she leaves
  const std::optional<std::string> nobody_;
  std::string asked_pin_;
  PinPad pad_;
  std::string saved_;  // in the words of the screen
};

}  // namespace

std::vector<PaneName> settings_panes() {
  std::vector<PaneName> names;
  for (const PaneCard& pane : kPanes) names.push_back({pane.name, pane.label, pane.icon});
  return names;
}

std::unique_ptr<Screen> make_settings_screen() {
  return make_settings_screen_at("look");
}

std::unique_ptr<Screen> make_settings_screen_at(std::string_view pane) {
  return std::make_unique<SettingsScreen>(pane);
}

}  // namespace lapak
