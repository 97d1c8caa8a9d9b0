// screens: one pane of the settings, and what the panes share.
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "app/parts/field.h"
#include "app/screens/screen.h"

namespace lapak {

// What a pane is drawn from, and what it asks for: changes go through here, so that the owner may stand in.
struct SettingsDesk {
  const Profile& profile;
  const std::optional<std::string>& owner_pin;  // of the owner who stands in
  Intents& out;

  void perform(Command command);
  // desk.save([&](Profile& p) { p.tips = true; });
  template <class Change>
  void save(Change&& change) {
    if (!wanted) wanted = profile;
    change(*wanted);
  }
  // Once a frame, after the pane: a field that was left and the choice that was tapped instead are one change.
  void finish();

  std::optional<Profile> wanted = {};
};

class SettingsPane {
 public:
  virtual ~SettingsPane() = default;
  virtual void refresh(const Shop&) {}
  // Draws from `area`'s top on; how far down it came. What is beyond the area is scrolled to.
  virtual float draw(Ui& ui, Rect area, SettingsDesk& desk) = 0;
  // Above the page: sheets.
  virtual void draw_above(Ui&, SettingsDesk&) {}
  virtual void performed(const Outcome&) {}
  // A file dropped on the window; true when the pane takes it.
  virtual bool dropped(const std::filesystem::path&, Intents&) { return false; }
};

std::unique_ptr<SettingsPane> make_shop_pane();
std::unique_ptr<SettingsPane> make_look_pane();
std::unique_ptr<SettingsPane> make_paying_pane();
std::unique_ptr<SettingsPane> make_till_pane();
std::unique_ptr<SettingsPane> make_categories_pane();
std::unique_ptr<SettingsPane> make_people_pane();
std::unique_ptr<SettingsPane> make_backup_pane();
std::unique_ptr<SettingsPane> make_language_pane();
std::unique_ptr<SettingsPane> make_about_pane();

// A field that shows what is saved until something is typed, and is saved when it is left.
class SavedField {
 public:
  // True when `text()` is to be saved. `box` has its label above it.
  bool draw(Ui& ui, std::string_view name, Rect box, const std::string& saved, const FieldSpec& spec);
  const std::string& text() const { return text_; }
  // What is typed, or what is saved.
  bool is_changed() const { return changed_; }

 private:
  std::string text_;
  bool changed_ = false;
};

inline constexpr float kFieldStep = 96;  // a field of 56 with its label
inline constexpr float kFieldLabel = 28;
// A word above a group of choices; gives where they begin.
float pane_heading(Ui& ui, Rect area, float y, std::string_view words);

}  // namespace lapak
