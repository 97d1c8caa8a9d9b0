// screens: the settings' panes about the file: copies of it, and what the program is.
#include <array>
#include <filesystem>

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/row.h"
#include "app/parts/text.h"
#include "app/screens/settings_pane.h"
#include "app/screens/wording.h"
#include "core/base/text.h"
#include "core/safety/backup.h"
#include "core/words/sentences.h"

namespace lapak {
namespace {

// Written between frames, looked at while drawing; outlives the pane when the pane is left meanwhile.
struct BackupTry {
  bool is_running = false;
  bool was_refused_by_machine = false;
  std::optional<Problem> problem;
  std::string last_copy;  // file name of the newest one, or empty
};

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
    shop_ = shop.path();
    today_ = shop.today();
    const std::string& wished = shop.profile().backup_folder;
    const std::filesystem::path folder =
        wished.empty() ? shop_.parent_path() / "backups" : std::filesystem::path(wished);
    if (folder == folder_ && !has_news_) return;
    folder_ = folder;
    has_news_ = false;
    try_->last_copy = newest_copy(folder_);
  }

  float draw(Ui& ui, Rect area, SettingsDesk& desk) override {
    const Theme& t = ui.theme();
    float y = area.y + kFieldLabel;
    if (place_.draw(ui, "backup.folder", {area.x, y, area.w, 56}, desk.profile.backup_folder,
                    {.label = ui.words(N_("Folder for copies: best on a USB stick")),
                     .placeholder = folder_.string(),
                     .icon = icon::folder})) {
      desk.save([&](Profile& p) { p.backup_folder = trimmed(place_.text()); });
    }
    y += 80;
    plain_row(
        ui, "backup.last", {area.x, y, area.w, 72},
        {.title = try_->last_copy.empty() ? ui.words(N_("No copy yet")) : std::string_view(try_->last_copy),
         .subtitle = try_->last_copy.empty() ? std::string_view() : ui.words(N_("The newest copy in this folder")),
         .icon = icon::hard_drives});
    y += 88;
    if (button(ui, "backup.now", {area.x, y, area.w, 80},
               {.label = try_->is_running ? ui.words(N_("Copying and comparing…")) : ui.words(N_("Back up now")),
                .icon = icon::floppy_disk,
                .kind = ButtonKind::Primary,
                .enabled = !try_->is_running && !shop_.empty(),
                .type = Type::Title})) {
      start(desk);
    }
    y += 96;
    std::string said(
        ui.words(N_("A copy is one file with everything in it. It is compared with the shop, row by row.")));
    if (try_->problem) said = sentence(*try_->problem, ui.words(), ui.currency());
    if (try_->was_refused_by_machine)
      said = ui.words(N_("The copy could not be written. Is the disk full or the stick gone?"));
    text(ui, {area.x, y, area.w, 78}, said,
         {.type = Type::Body,
          .color = try_->problem || try_->was_refused_by_machine ? t.danger : t.ink2,
          .upright = Upright::Top,
          .lines = 3,
          .name = "backup.said"});
    if (try_->is_running) has_news_ = true;
    return y + 80;
  }

 private:
  void start(SettingsDesk& desk) {
    try_->is_running = true;
    try_->was_refused_by_machine = false;
    try_->problem.reset();
    desk.out.add(InBackground{.work = [shop = shop_, folder = folder_, name = desk.profile.name, today = today_,
                                       kept = try_](Progress&) -> Jobs::Afterwards {
                                const auto copy = back_up_into(shop, folder, name, today);
                                return [kept, copy] {
                                  kept->is_running = false;
                                  if (copy) {
                                    kept->last_copy = copy->file.filename().string();
                                  } else {
                                    kept->problem = copy.error();
                                  }
                                };
                              },
                              .failed =
                                  [kept = try_](const std::exception&) {
                                    kept->is_running = false;
                                    kept->was_refused_by_machine = true;
                                  }});
  }

  SavedField place_;
  std::filesystem::path shop_;
  std::filesystem::path folder_;
  Date today_;
  bool has_news_ = true;
  std::shared_ptr<BackupTry> try_ = std::make_shared<BackupTry>();
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
