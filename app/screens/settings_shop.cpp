// screens: the settings' panes about the stall itself: its card and receipt, how it is shown, its languages.
#include <array>

#include "app/parts/button.h"
#include "app/parts/text.h"
#include "app/screens/settings_pane.h"
#include "app/screens/wording.h"

namespace lapak {
namespace {

template <std::size_t N>
std::size_t position_of(const std::array<std::string_view, N>& codes, std::string_view code) {
  for (std::size_t i = 0; i < N; ++i) {
    if (codes[i] == code) return i;
  }
  return 0;
}

template <std::size_t N>
std::vector<std::string> looked_up(const Ui& ui, const std::array<std::string_view, N>& english) {
  std::vector<std::string> labels;
  for (const std::string_view each : english) labels.emplace_back(ui.words(each));
  return labels;
}

constexpr std::array<std::string_view, 3> kPapers{"58", "80", "a6"};

class ShopPane final : public SettingsPane {
 public:
  float draw(Ui& ui, Rect area, SettingsDesk& desk) override {
    const Profile& profile = desk.profile;
    const Rect half_left = area.column(0, 2, 16);
    const Rect half_right = area.column(1, 2, 16);
    float y = area.y + kFieldLabel;
    const auto box = [&](Rect column) { return Rect{column.x, y, column.w, 56}; };
    if (name_.draw(ui, "shop.name", box(half_left), profile.name, {.label = ui.words(N_("Name of the stall"))})) {
      desk.save([&](Profile& p) { p.name = name_.text(); });
    }
    if (phone_.draw(ui, "shop.phone", box(half_right), profile.phone, {.label = ui.words(N_("Phone or WhatsApp"))})) {
      desk.save([&](Profile& p) { p.phone = phone_.text(); });
    }
    y += kFieldStep;
    if (address_.draw(ui, "shop.address", box(area), profile.address, {.label = ui.words(N_("Address"))})) {
      desk.save([&](Profile& p) { p.address = address_.text(); });
    }
    y += kFieldStep;
    if (link_.draw(ui, "shop.link", box(area), profile.link,
                   {.label = ui.words(N_("Link, printed as a QR code")), .placeholder = "https://"})) {
      desk.save([&](Profile& p) { p.link = link_.text(); });
    }
    y += kFieldStep;
    if (thanks_.draw(ui, "shop.thanks", box(area), profile.thanks,
                     {.label = ui.words(N_("Message at the foot of the receipt")),
                      .placeholder = profile.words()(N_("Thank you"))})) {
      desk.save([&](Profile& p) { p.thanks = thanks_.text(); });
    }
    y = pane_heading(ui, area, y + 72, ui.words(N_("Receipt paper")));
    if (const auto paper = segments(ui, "shop.paper", {area.x, y, area.w, 64}, {"58 mm", "80 mm", "A6"},
                                    position_of(kPapers, profile.receipt_paper))) {
      desk.save([&](Profile& p) { p.receipt_paper = kPapers[*paper]; });
    }
    return y + 64;
  }

 private:
  SavedField name_, phone_, address_, link_, thanks_;
};

struct ThemeCard {
  std::string_view code;
  std::string_view name;
  std::string_view light;
};
constexpr std::array<ThemeCard, 3> kThemes{
    {{"mori", "Mori", N_("light")}, {"malam", "Malam", N_("dark")}, {"terik", "Terik", N_("full sun")}}};
constexpr std::array<std::string_view, 4> kSizes{"small", "medium", "large", "largest"};
constexpr std::array<std::string_view, 4> kSizeNames{N_("Small"), N_("Medium"), N_("Large"), N_("Very large")};
constexpr std::array<std::string_view, 2> kHands{"right", "left"};
constexpr std::array<std::string_view, 2> kHandNames{N_("Right (cart at the right)"), N_("Left (cart at the left)")};

constexpr std::array<std::string_view, 3> kKeyboards{"auto", "always", "off"};
constexpr std::array<std::string_view, 3> kKeyboardNames{N_("With touch"), N_("Always"), N_("Off")};

class LookPane final : public SettingsPane {
 public:
  float draw(Ui& ui, Rect area, SettingsDesk& desk) override {
    const Profile& profile = desk.profile;
    const float themes = std::clamp(area.h - 512, 72.0f, 120.0f);  // all of the pane at once, where there is room
    float y = pane_heading(ui, area, area.y, ui.words(N_("Theme")));
    for (std::size_t i = 0; i < kThemes.size(); ++i) {
      const ThemeCard& theme = kThemes[i];
      const Rect place =
          Rect{area.x, y, area.w, themes}.column(static_cast<int>(i), static_cast<int>(kThemes.size()), kGap);
      if (button(ui, fmt::format("look.{}", theme.code), place,
                 {.label = theme.name,
                  .sub_label = ui.words(theme.light),
                  .selected = !profile.theme_by_hour && profile.theme == theme.code})) {
        desk.save([&](Profile& p) {
          p.theme = theme.code;
          p.theme_by_hour = false;
        });
      }
    }
    y += themes + 8;
    if (switch_row(ui, "look.by_hour", {area.x, y, area.w, 56},
                   ui.words(N_("Automatic: Terik from 9 to 16, Malam after 18")), profile.theme_by_hour)) {
      desk.save([](Profile& p) { p.theme_by_hour = !p.theme_by_hour; });
    }
    y = pane_heading(ui, area, y + 64, ui.words(N_("Display size")));
    if (const auto size = segments(ui, "look.size", {area.x, y, area.w, 64}, looked_up(ui, kSizeNames),
                                   position_of(kSizes, profile.display_size))) {
      desk.save([&](Profile& p) { p.display_size = kSizes[*size]; });
    }
    y = pane_heading(ui, area, y + 88, ui.words(N_("Cart side")));
    if (const auto hand = segments(ui, "look.hand", {area.x, y, area.w, 64}, looked_up(ui, kHandNames),
                                   position_of(kHands, profile.hand))) {
      desk.save([&](Profile& p) { p.hand = kHands[*hand]; });
    }
    y += 88;
    if (switch_row(ui, "look.motion", {area.x, y, area.w, 56}, ui.words(N_("Reduce motion")), profile.reduced_motion)) {
      desk.save([](Profile& p) { p.reduced_motion = !p.reduced_motion; });
    }
    y = pane_heading(ui, area, y + 64, ui.words(N_("Keyboard on the screen")));
    if (const auto keyboard = segments(ui, "look.keyboard", {area.x, y, area.w, 64}, looked_up(ui, kKeyboardNames),
                                       position_of(kKeyboards, profile.screen_keyboard))) {
      desk.save([&](Profile& p) { p.screen_keyboard = kKeyboards[*keyboard]; });
    }
    return y + 64;
  }
};

constexpr std::array<std::string_view, 2> kLanguages{"id", "en"};
constexpr std::array<std::string_view, 3> kScreenLanguages{"", "id", "en"};

class LanguagePane final : public SettingsPane {
 public:
  float draw(Ui& ui, Rect area, SettingsDesk& desk) override {
    float y = pane_heading(ui, area, area.y, ui.words(N_("Language of the screen")));
    if (const auto chosen = segments(ui, "language.screen", {area.x, y, area.w, 64},
                                     {std::string(ui.words(N_("Same as receipts"))), "Indonesia", "English"},
                                     position_of(kScreenLanguages, desk.profile.screen_language))) {
      desk.save([&](Profile& p) { p.screen_language = kScreenLanguages[*chosen]; });
    }
    y = pane_heading(ui, area, y + 96, ui.words(N_("Language of the stall, its receipts and papers")));
    if (const auto chosen = segments(ui, "language.shop", {area.x, y, area.w, 64}, {"Indonesia", "English"},
                                     position_of(kLanguages, desk.profile.language))) {
      desk.save([&](Profile& p) { p.language = kLanguages[*chosen]; });
    }
    return y + 64;
  }
};

}  // namespace

std::unique_ptr<SettingsPane> make_shop_pane() {
  return std::make_unique<ShopPane>();
}
std::unique_ptr<SettingsPane> make_look_pane() {
  return std::make_unique<LookPane>();
}
std::unique_ptr<SettingsPane> make_language_pane() {
  return std::make_unique<LanguagePane>();
}

}  // namespace lapak
