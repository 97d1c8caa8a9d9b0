// Copies of the shop as the screens make them: at the closing, by hand, onto a stick, and when they cannot be made.
#include "core/safety/backup.h"

#include <doctest/doctest.h>

#include <fstream>

#include "app/screens/backup_run.h"
#include "app/screens/end_of_day.h"
#include "app/screens/settings.h"
#include "core/till/till_store.h"
#include "tests/app/screens/demo_stand.h"

namespace lapak::test {
namespace {

std::vector<std::filesystem::path> copies_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> copies;
  std::error_code none;
  for (const auto& entry : std::filesystem::directory_iterator(folder, none)) copies.push_back(entry.path());
  return copies;
}

// A machine whose stick LAPAK is plugged in below `root`.
void plug_in_stick(const std::filesystem::path& root) {
  std::filesystem::create_directories(root / "proc/self");
  std::filesystem::create_directories(root / "media/siti/LAPAK");
  std::ofstream(root / "proc/self/mountinfo")
      << "36 35 8:17 / /media/siti/LAPAK rw,nosuid shared:1 - vfat /dev/sdb1 rw\n";
}

// One run to its end, and what it says then.
std::string copy(DemoStand& s, BackupRun& run) {
  run.refresh(*s.shop);
  Intents out;
  run.start(out, s.shop->today());
  for (Intent& intent : out.take()) {
    auto& slow = *intent.get_if<InBackground>();
    s.shop->jobs().submit(std::move(slow.work), std::move(slow.failed));
  }
  s.shop->jobs().finish();
  std::string said;
  s.rig.draw_with([&](Ui& ui) { said = run.says(ui); });
  s.rig.frame();
  return said;
}

}  // namespace

TEST_CASE("closing the day leaves a checked copy and says where") {
  DemoStand s(make_end_of_day_screen, Filling::OnDisk);
  REQUIRE(s.shop->execute(OpenDay{}));
  s.begin();
  s.tap("save");  // leads to the count
  s.tap("save");
  s.tap("save");
  s.finish_work();
  CHECK(s.rig.text_of("toast") == "Kasir ditutup. Tersalin ke backups dan sudah diperiksa.");
  const auto copies = copies_in(s.folder / "backups");
  REQUIRE(copies.size() == 1);
  CHECK(copies[0].filename().string().contains(s.shop->today().iso()));
  CHECK(check_copy(copies[0]).has_value());
}

TEST_CASE("the day is closed although no copy can be made, and that is said") {
  DemoStand s(make_end_of_day_screen, Filling::OnDisk);
  Profile profile = s.shop->profile();
  profile.backup_folder = (s.folder / "gone" / "gone").string();
  REQUIRE(s.shop->execute(SaveProfile{profile}));
  REQUIRE(s.shop->execute(OpenDay{}));
  s.begin();
  for (int i = 0; i < 3; ++i) s.tap("save");
  s.finish_work();
  CHECK_FALSE(day_view(s.shop->facts()).is_open);
  CHECK(s.rig.text_of("toast").starts_with("Kasir ditutup. Salinan gagal dibuat; datanya sendiri aman."));
  CHECK(s.rig.at("backup").enabled);
  // Another try, once the folder is there.
  std::filesystem::create_directories(s.folder / "gone");
  s.tap("backup");
  s.finish_work();
  CHECK(s.rig.text_of("backup.says") == "Tersalin ke gone dan sudah diperiksa.");
  CHECK(copies_in(profile.backup_folder).size() == 1);
}

TEST_CASE("a copy is made by hand from the settings, and is the newest there") {
  DemoStand s(make_settings_screen, Filling::OnDisk);
  s.begin();
  s.tap("settings.backup");
  s.tap("backup.now");
  s.finish_work();
  const auto copies = copies_in(s.folder / "backups");
  REQUIRE(copies.size() == 1);
  CHECK(s.rig.text_of("backup.said") == "Tersalin ke backups dan sudah diperiksa.");
  CHECK(s.rig.text_of("backup.last") == copies[0].filename().string());
}

TEST_CASE("a stick that is plugged in gets a copy too") {
  DemoStand s(make_settings_screen, Filling::OnDisk);
  const std::filesystem::path root = s.folder / "machine";
  BackupRun run(root);
  run.refresh(*s.shop);  // the screen was open before the stick came
  plug_in_stick(root);
  CHECK(copy(s, run) == "Tersalin ke backups dan ke USB “LAPAK”, sudah diperiksa.");
  CHECK(copies_in(root / "media/siti/LAPAK/Lapak").size() == 1);
  CHECK(copies_in(s.folder / "backups").size() == 1);
}

TEST_CASE("a stick that takes no copy does not keep the folder from its own, nor the other way round") {
  DemoStand s(make_settings_screen, Filling::OnDisk);
  const std::filesystem::path root = s.folder / "machine";
  plug_in_stick(root);
  std::ofstream(root / "media/siti/LAPAK/Lapak") << "a file where the folder should be";
  BackupRun run(root);
  CHECK(copy(s, run).starts_with("Tersalin ke backups, tetapi tidak ke USB “LAPAK”: "));
  CHECK(run.has_failed());
  CHECK(run.is_done());

  std::filesystem::remove(root / "media/siti/LAPAK/Lapak");
  Profile profile = s.shop->profile();
  profile.backup_folder = (s.folder / "gone" / "away").string();
  REQUIRE(s.shop->execute(SaveProfile{profile}));
  CHECK(copy(s, run).starts_with("Tersalin ke USB “LAPAK”, tetapi tidak ke away: "));
}

}  // namespace lapak::test
