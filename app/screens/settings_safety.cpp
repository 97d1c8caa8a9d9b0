// screens: the settings' panes about the file: copies of it, and what the program is.
#include <array>
#include <filesystem>

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/row.h"
#include "app/parts/text.h"
#include "app/screens/backup_run.h"
#include "app/screens/import_screen.h"
#include "app/screens/restore.h"
#include "app/screens/settings_pane.h"
#include "app/screens/wording.h"
#include "core/base/text.h"

namespace lapak {
namespace {

std::string newest_copy(const std::filesystem::path& folder) {
  std::error_code none;  // a folder that is not there holds no copies
  std::filesystem::file_time_type newest{};
  std::string name;
  for (const auto& entry : std::filesystem::directory_iterator(folder, none)) {
    const auto written = entry.last_write_time(none);
    if (none || entry.path().extension() != ".lapak") continue;
    if (name.empty() || written > newest) {
      newest = written;
      name = entry.path().filename().string();
    }
  }
  return name;
}

class BackupPane final : public SettingsPane {
 public:
  void refresh(const Shop& shop) override {
    run_.refresh(shop);
    shop_ = shop.path();
    today_ = shop.today();
    const bool is_news = run_.take_end() || folder_ != run_.folder();
    if (!is_news) return;
    folder_ = run_.folder();
    last_copy_ = newest_copy(folder_);
  }

  float draw(Ui& ui, Rect area, SettingsDesk& desk) override {
    float y = area.y + kFieldLabel;
    if (place_.draw(ui, "backup.folder", {area.x, y, area.w, 56}, desk.profile.backup_folder,
                    {.label = ui.words(N_("Folder for copies: best on a USB stick")),
                     .placeholder = folder_.string(),
                     .icon = icon::folder})) {
      desk.save([&](Profile& p) { p.backup_folder = trimmed(place_.text()); });
    }
    y += 80;
    plain_row(ui, "backup.last", {area.x, y, area.w, 72},
              {.title = last_copy_.empty() ? ui.words(N_("No copy yet")) : std::string_view(last_copy_),
               .subtitle = last_copy_.empty() ? std::string_view() : ui.words(N_("The newest copy in this folder")),
               .icon = icon::hard_drives});
    y += 88;
    if (button(ui, "backup.now", {area.x, y, area.w, 80},
               {.label = run_.is_running() ? ui.words(N_("Copying and comparing…")) : ui.words(N_("Back up now")),
                .icon = icon::floppy_disk,
                .kind = ButtonKind::Primary,
                .enabled = run_.can_start(),
                .type = Type::Title})) {
      run_.start(desk.out, today_);
    }
    y += 96;
    text(ui, {area.x, y, area.w, 78}, run_.says(ui),
         {.type = Type::Body,
          .color = run_.has_failed() ? ui.theme().danger : ui.theme().ink2,
          .upright = Upright::Top,
          .lines = 3,
          .name = "backup.said"});
    y += 84;
    text(ui, {area.x, y, area.w, 52},
         ui.words(N_("A copy is one file with everything in it, compared with the shop after it is written.")),
         {.type = Type::Body, .color = ui.theme().ink2, .upright = Upright::Top, .lines = 2});
    y += 72;
    const Rect ways{area.x, y, area.w, 56};
    if (button(ui, "backup.restore", ways.column(0, 2, kGap),
               {.label = ui.words(N_("Bring back a copy")),
                .icon = icon::clock_counter_clockwise,
                .kind = ButtonKind::Outline,
                .enabled = !shop_.empty()}))
      desk.out.add(Open{make_restore_page(shop_, {folder_})});
    if (button(ui, "backup.import", ways.column(1, 2, kGap),
               {.label = ui.words(N_("Take in a list")), .icon = icon::file_csv, .kind = ButtonKind::Outline}))
      desk.out.add(Open{make_import_screen()});
    return y + 56;
  }

 private:
  SavedField place_;
  std::filesystem::path shop_;  // empty in memory
  std::filesystem::path folder_;
  std::string last_copy_;  // file name of the newest one, or empty
  Date today_;
  BackupRun run_;
};

struct Part {
  std::string_view name;
  std::string_view licence;
};
constexpr std::array<Part, 10> kParts{{{"Dear ImGui, GLFW, stb", "MIT, zlib, MIT"},
                                       {"SQLite", "public domain"},
                                       {"libharu, Zint", "zlib, BSD"},
                                       {"ZBar, libcsv", "LGPL 2.1"},
                                       {"libheif", "LGPL 3"},
                                       {"libjpeg-turbo, libwebp", "BSD"},
                                       {"libsodium, utf8proc", "ISC, MIT"},
                                       {"date, fmt, spdlog, JSON, CLI11", "MIT, BSD"},
                                       {"Plus Jakarta Sans", "SIL OFL 1.1"},
                                       {"Phosphor Icons", "MIT"}}};

class AboutPane final : public SettingsPane {
 public:
  void refresh(const Shop& shop) override { path_ = shop.path().string(); }
  float draw(Ui& ui, Rect area, SettingsDesk&) override {
    float y = area.y;
    text(ui, {area.x, y, area.w, 36}, "Lapak " LAPAK_VERSION, {.type = Type::Headline, .name = "about.version"});
    y += 40;
    text(ui, {area.x, y, area.w, 26}, ui.words(N_("Your data stays on this computer, in one file.")),
         {.type = Type::Body});
    y += 28;
    text(ui, {area.x, y, area.w, 26}, path_, {.type = Type::Small, .color = ui.theme().ink2, .cut = Cut::Names});
    y = pane_heading(ui, area, y + 40, ui.words(N_("Made with")));
    for (const Part& part : kParts) {
      const Rect line{area.x, y, area.w, 32};
      text(ui, line, part.name, {.type = Type::Body});
      text(ui, line, part.licence, {.type = Type::Body, .color = ui.theme().ink2, .align = Side::Right});
      y += 36;
    }
    return y;
  }

 private:
  std::string path_;
};

}  // namespace

std::unique_ptr<SettingsPane> make_backup_pane() {
  return std::make_unique<BackupPane>();
}
std::unique_ptr<SettingsPane> make_about_pane() {
  return std::make_unique<AboutPane>();
}

}  // namespace lapak
