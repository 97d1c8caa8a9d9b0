// Copies of the shop as the screens make them: at the closing, by hand, onto a stick, and when they cannot be made.
#include "core/safety/backup.h"

#include <doctest/doctest.h>

#include <fstream>

#include "app/screens/backup_run.h"
#include "app/screens/end_of_day.h"
#include "app/screens/hourly_copy.h"
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

TEST_CASE("an hour in which something was written leaves a copy by itself, an idle one none") {
  DemoStand s(make_settings_screen, Filling::OnDisk);
  Profile profile = s.shop->profile();
  profile.is_demo = false;
  REQUIRE(s.shop->execute(SaveProfile{profile}));
  s.begin();
  const auto copies_after = [&](std::int64_t minutes) {
    s.clock.advance_ms(minutes * 60'000);
    s.app->rest();
    s.finish_work();
    return copies_in(s.folder / "backups").size();
  };
  CHECK(copies_after(0) == 1);
  CHECK(copies_after(61) == 1);  // nothing was written since
  REQUIRE(s.shop->execute(OpenDay{}));
  CHECK(copies_after(1) == 2);
  REQUIRE(s.shop->execute(MoveCash{Money{1'000}, "uang kecil"}));
  CHECK(copies_after(30) == 2);  // not yet an hour
  CHECK(copies_after(30) == 3);
  CHECK_FALSE(s.rig.has("toast"));
  for (const auto& copy : copies_in(s.folder / "backups")) CHECK(check_copy(copy).has_value());
}

TEST_CASE("a program that starts anew makes no second copy of the same hour") {
  DemoStand s(make_settings_screen, Filling::OnDisk);
  Profile profile = s.shop->profile();
  profile.is_demo = false;
  REQUIRE(s.shop->execute(SaveProfile{profile}));
  s.begin();
  for (int start = 0; start < 2; ++start) {
    HourlyCopy copies;
    copies.start_when_due(*s.shop);
    s.finish_work();
    s.clock.advance_ms(20 * 60'000);
    CHECK_FALSE(copies.take_failure());
  }
  CHECK(copies_in(s.folder / "backups").size() == 1);
}

TEST_CASE("a copy of the hour that cannot be made is said once, until one can") {
  DemoStand s(make_settings_screen, Filling::OnDisk);
  Profile profile = s.shop->profile();
  profile.is_demo = false;
  profile.backup_folder = (s.folder / "gone" / "away").string();
  REQUIRE(s.shop->execute(SaveProfile{profile}));
  HourlyCopy copies;
  const auto fails_in_an_hour = [&] {
    s.clock.advance_ms(61 * 60'000);
    REQUIRE(s.shop->execute(AddAmount{"Jasa", Money{1'000}}));
    REQUIRE(s.shop->execute(Sell{s.shop->cart(), {{.amount = Money{1'000}}}}));
    copies.start_when_due(*s.shop);
    s.shop->jobs().finish();
    return copies.take_failure();
  };
  CHECK(fails_in_an_hour());
  CHECK_FALSE(fails_in_an_hour());
  std::filesystem::create_directories(s.folder / "gone");
  CHECK_FALSE(fails_in_an_hour());
  std::filesystem::remove_all(s.folder / "gone");
  CHECK(fails_in_an_hour());
}

TEST_CASE("how old the newest copy is stands at the end of the day, and after three days it is overdue") {
  DemoStand s(make_end_of_day_screen, Filling::OnDisk);
  const auto file_of = [&](int days_ago) {
    return s.folder / "backups" /
           backup_file_name(s.shop->profile().name, {s.shop->today().plus_days(-days_ago), {}}, "A1-000001");
  };
  const auto run_of_today = [&] {
    BackupRun run(s.folder / "no-machine");
    run.refresh(*s.shop);
    return run;
  };
  CHECK_FALSE(run_of_today().is_overdue());  // nothing to copy yet
  REQUIRE(s.shop->execute(AddAmount{"Lilin", Money{45'000}}));
  REQUIRE(s.shop->execute(Sell{s.shop->cart(), {{.amount = Money{45'000}}}}));
  CHECK(run_of_today().is_overdue());
  std::filesystem::create_directory(s.folder / "backups");
  std::ofstream(file_of(4)) << "x";
  CHECK(run_of_today().is_overdue());
  s.begin();
  CHECK(s.rig.text_of("backup.says").starts_with("Salinan terbaru: 4 hari lalu."));
  std::ofstream(file_of(3)) << "x";
  CHECK_FALSE(run_of_today().is_overdue());
  BackupRun run = run_of_today();
  CHECK(copy(s, run).starts_with("Tersalin"));
  CHECK_FALSE(run.is_overdue());
}

}  // namespace lapak::test
