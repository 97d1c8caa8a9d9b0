// safety: verified copies, damage that must be noticed, restoring, and sticks.
#include "core/safety/backup.h"

#include <atomic>
#include <thread>

#include "core/journal/fact.h"
#include "core/safety/shop_file.h"
#include "core/safety/stick.h"
#include "tests/core/safety/safety_fixture.h"

namespace lapak {
namespace {

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
  std::ranges::sort(names);
  return names;
}

void add_people(TestShop& shop, int count) {
  SaveContacts many;
  for (int i = 0; i < count; ++i)
    many.contacts.push_back({.name = "Pembeli " + std::to_string(i), .town = "Kota", .tags = {"Biru", "Hadiah"}});
  REQUIRE(shop.execute(many).has_value());
}

TEST_CASE("a copy holds every row of a shop that is open, in one file") {
  const TestFolder folder;
  const fs::path path = folder / "toko.lapak";
  TestShop shop(Database::open(path, Durability::Normal));
  add_people(shop, 50);
  const Result<BackupCopy> copy = write_verified_copy(path, folder / "copy.lapak");
  REQUIRE(copy.has_value());
  CHECK(copy->file == folder / "copy.lapak");
  CHECK(copy->bytes == fs::file_size(folder / "copy.lapak"));
  CHECK(copy->head.seq == 50);
  const Database copied = Database::open_read_only(copy->file);
  CHECK(content_digest(copied) == content_digest(shop.database));
  for (const std::string_view table : replayed_tables())
    CHECK(TestShop::rows_of(copied, table) == TestShop::rows_of(shop.database, table));
  CHECK(check_copy(copy->file)->head.hash == journal_head(shop.database).hash);
  CHECK(names_in(folder.path()) ==
        std::vector<std::string>{"copy.lapak", "toko.lapak", "toko.lapak-shm", "toko.lapak-wal"});
}

TEST_CASE("the digest of a shop changes with any cell, drafts apart") {
  TestShop shop;
  add_people(shop, 2);
  const Hash before = content_digest(shop.database);
  shop.database.run("INSERT INTO draft(id, kind, name, at, state, history) VALUES (zeroblob(16), 'x', '', 0, '', '')");
  CHECK(content_digest(shop.database) == before);
  shop.database.run("UPDATE contact SET is_partner = 1 WHERE rowid = 2");
  CHECK(content_digest(shop.database) != before);
  shop.database.run("UPDATE contact SET is_partner = 0 WHERE rowid = 2");
  CHECK(content_digest(shop.database) == before);
  shop.database.run("CREATE INDEX another ON contact(town)");
  CHECK(content_digest(shop.database) != before);
}

TEST_CASE("a shop is copied while it is being changed") {
  const TestFolder folder;
  const fs::path path = folder / "toko.lapak";
  TestShop shop(Database::open(path, Durability::Normal));
  add_people(shop, 200);
  std::atomic<bool> finished = false;
  Result<BackupCopy> copy;
  std::thread worker([&] {
    copy = write_verified_copy(path, folder / "copy.lapak");
    finished = true;
  });
  // As fast as a hand: a change between the two connections of the copier has it done again.
  for (int i = 0; !finished; ++i) {
    REQUIRE(shop.execute(SaveContact{{.name = "Lagi " + std::to_string(i)}, ""}).has_value());
    std::this_thread::yield();
  }
  worker.join();
  REQUIRE(copy.has_value());
  CHECK(check_copy(copy->file)->head.seq == copy->head.seq);
}

TEST_CASE("a copy replaces the one of the same name only when it is whole") {
  const TestFolder folder;
  const fs::path path = folder / "toko.lapak";
  TestShop shop(Database::open(path, Durability::Normal));
  add_people(shop, 3);
  REQUIRE(write_verified_copy(path, folder / "copy.lapak").has_value());
  add_people(shop, 3);
  REQUIRE(write_verified_copy(path, folder / "copy.lapak")->head.seq == 6);
  CHECK(check_copy(folder / "copy.lapak")->head.seq == 6);
}

TEST_CASE("every page that holds something shows when it was damaged") {
  const TestFolder folder;
  const fs::path path = folder / "toko.lapak";
  {
    TestShop shop(Database::open(path, Durability::Normal));
    add_people(shop, 100);
    REQUIRE(shop.execute(OpenDay{}).has_value());
  }
  const fs::path copy = write_verified_copy(path, folder / "copy.lapak")->file;
  const std::string whole = bytes_of(copy);
  constexpr std::size_t page_bytes = 4'096;
  REQUIRE(whole.size() % page_bytes == 0);
  int tried = 0;
  for (std::size_t page = 0; page < whole.size() / page_bytes; ++page) {
    const std::size_t header = page * page_bytes + (page == 0 ? 100 : 0);
    const bool is_tree = whole[header] == 2 || whole[header] == 5 || whole[header] == 10 || whole[header] == 13;
    // A page without cells holds nothing that could be damaged.
    if (is_tree && whole[header + 3] == 0 && whole[header + 4] == 0) continue;
    // Inside the page's first cell: in a leaf its record, above it the page it points to. An overflow page is filled
    // from its beginning.
    std::size_t place = page * page_bytes + 10;
    if (is_tree) {
      const bool is_leaf = whole[header] >= 10;
      const std::size_t pointer = header + (is_leaf ? 8 : 12);
      const auto byte = [&](std::size_t at) { return static_cast<std::size_t>(static_cast<unsigned char>(whole[at])); };
      place = page * page_bytes + byte(pointer) * 256 + byte(pointer + 1) + (is_leaf ? 8 : 1);
    }
    std::string damaged = whole;
    damaged[place] = static_cast<char>(damaged[place] ^ 1);
    write_bytes(copy, damaged);
    INFO("page ", page + 1, " of kind ", int{whole[header]}, ", byte ", place % page_bytes);
    const Result<BackupCopy> checked = check_copy(copy);
    REQUIRE_FALSE(checked.has_value());
    CHECK(checked.error().code == ProblemCode::ShopDamaged);
    CHECK(bytes_of(copy) == damaged);
    ++tried;
  }
  CHECK(tried > 20);
  write_bytes(copy, std::string_view(whole).substr(0, whole.size() - page_bytes));
  CHECK(check_copy(copy).error().code == ProblemCode::ShopDamaged);
  write_bytes(copy, whole);
  CHECK(check_copy(copy).has_value());
}

TEST_CASE("a damaged shop is not copied as if it were whole") {
  const TestFolder folder;
  const fs::path path = folder / "toko.lapak";
  {
    TestShop shop(Database::open(path, Durability::Normal));
    add_people(shop, 200);
  }
  std::string bytes = bytes_of(path);
  std::fill(bytes.end() - 8 * 4'096, bytes.end(), 'x');
  write_bytes(path, bytes);
  CHECK(write_verified_copy(path, folder / "copy.lapak").error().code == ProblemCode::ShopDamaged);
  CHECK_FALSE(fs::exists(folder / "copy.lapak"));
  CHECK_FALSE(fs::exists(folder / "copy.lapak.writing"));
}

TEST_CASE("a folder that is not there is said, and nothing is left behind") {
  const TestFolder folder;
  const fs::path path = folder / "toko.lapak";
  const TestShop shop(Database::open(path, Durability::Normal));
  CHECK(write_verified_copy(path, folder / "gone" / "copy.lapak").error() ==
        Problem{ProblemCode::FolderMissing, {(folder / "gone").string()}});
  CHECK(back_up_into(path, folder / "gone" / "deeper", "Toko", {Date::of(2026, 11, 22), {}}).error().code ==
        ProblemCode::FolderMissing);
  CHECK(write_verified_copy(folder / "nothing.lapak", folder / "copy.lapak").error().code == ProblemCode::FileMissing);
  CHECK_FALSE(fs::exists(folder / "copy.lapak"));
}

TEST_CASE("a full disk leaves no half copy and the old one as it was") {
  const TestFolder folder;
  const fs::path path = folder / "toko.lapak";
  TestShop shop(Database::open(path, Durability::Normal));
  add_people(shop, 300);
  write_bytes(folder / "copy.lapak", "the old one");
  const int outcome = in_another_process([&] {
    fill_disk(100'000);
    const Result<BackupCopy> copy = write_verified_copy(path, folder / "copy.lapak");
    return !copy && copy.error().code == ProblemCode::DiskFull ? 42 : 1;
  });
  CHECK(outcome == 42);
  CHECK(bytes_of(folder / "copy.lapak") == "the old one");
  CHECK_FALSE(fs::exists(folder / "copy.lapak.writing"));
  CHECK_FALSE(fs::exists(folder / "copy.lapak.writing-journal"));
  CHECK_MESSAGE(write_verified_copy(path, folder / "copy.lapak").has_value(), "the next try works");
}

TEST_CASE("a backup is named by shop, day and last receipt, whatever the shop is called") {
  CHECK(backup_file_name("Rumah Benang", {Date::of(2026, 11, 22), {}}, "A1-000041") ==
        "Rumah Benang 2026-11-22 A1-000041.lapak");
  CHECK(backup_file_name("../a/b", {Date::of(2026, 11, 22), {}}, "").find('/') == std::string::npos);
  const TestFolder folder;
  const fs::path path = folder / "toko.lapak";
  const TestShop shop(Database::open(path, Durability::Normal));
  const Result<BackupCopy> copy = back_up_into(path, folder / "backups", "Rumah Benang", {Date::of(2026, 11, 22), {}});
  REQUIRE(copy.has_value());
  CHECK(names_in(folder / "backups") == std::vector<std::string>{"Rumah Benang 2026-11-22.lapak"});
  CHECK(check_copy(copy->file).has_value());
}

TEST_CASE("restoring keeps what stood there, brings the copy back and begins a new epoch above all that are known") {
  const TestFolder folder;
  const fs::path path = folder / "toko.lapak";
  FixedClock clock{kTestMorning};
  SeededRandom random{7};
  IdSource ids{clock, random};
  SystemFiles files;
  const Zone zone = Zone::named("Asia/Jakarta").value();
  {
    TestShop shop(Database::open(path, Durability::Normal));
    add_people(shop, 5);
    REQUIRE(write_verified_copy(path, folder / "copy.lapak").has_value());
    // After the copy: two more entries, and an epoch the copy knows nothing of.
    add_people(shop, 1);
    Transaction transaction(shop.database);
    begin_epoch(shop.database, ids, clock.now(), "A", "restored");
    transaction.commit();
    add_people(shop, 1);
    write_witness(files, path, journal_head(shop.database));
  }
  const Result<BackupCopy> restored = restore(folder / "copy.lapak", path, ids, clock.now(), zone);
  REQUIRE(restored.has_value());
  CHECK(restored->file == path);
  CHECK(restored->head.seq == 5);
  CHECK(names_in(folder.path()) == std::vector<std::string>{"copy.lapak", "toko.lapak",
                                                            "toko.lapak.before-restore-2026-11-22-104200",
                                                            "toko.lapak.lock"});
  const Database before = Database::open_read_only(folder / "toko.lapak.before-restore-2026-11-22-104200");
  CHECK(journal_head(before).seq == 7);

  REQUIRE(recognise(path).has_value());
  Database shop = Database::open(path, Durability::Normal);
  CHECK(check_witness(files, path, shop).has_value());
  CHECK(people(shop, {}).total == 5);
  CHECK(current_epoch(shop).number == 3);
  CHECK(shop.value<int>("SELECT count(*) FROM copy_seal") == 0);
  CHECK(!walk_journal(shop, [](const Entry&) {}).broken_at);
  CHECK_MESSAGE(check_copy(folder / "copy.lapak").has_value(), "the copy stays a copy");
}

TEST_CASE("a copy that is opened to sell in begins an epoch of its own, and a shop that is opened again does not") {
  const TestFolder folder;
  const fs::path path = folder / "toko.lapak";
  TestShop shop(Database::open(path, Durability::Normal));
  begin_life_of_copy(shop.database, shop.ids, shop.clock.now());
  CHECK(current_epoch(shop.database).number == 1);
  const fs::path copy = write_verified_copy(path, folder / "copy.lapak")->file;
  {
    Database opened = Database::open(copy, Durability::Normal);
    begin_life_of_copy(opened, shop.ids, shop.clock.now());
    begin_life_of_copy(opened, shop.ids, shop.clock.now());
    CHECK(current_epoch(opened).number == 2);
  }
  CHECK_MESSAGE(check_copy(copy).has_value(), "without its seal it is a shop like another");
}

TEST_CASE("a copy is brought back where nothing stands") {
  const TestFolder folder;
  FixedClock clock{kTestMorning};
  SeededRandom random{7};
  IdSource ids{clock, random};
  {
    TestShop shop(Database::open(folder / "toko.lapak", Durability::Normal));
    add_people(shop, 5);
    REQUIRE(write_verified_copy(folder / "toko.lapak", folder / "copy.lapak").has_value());
  }
  REQUIRE(restore(folder / "copy.lapak", folder / "new.lapak", ids, clock.now(), Zone()).has_value());
  CHECK(current_epoch(Database::open_read_only(folder / "new.lapak")).number == 2);
}

TEST_CASE("what is no whole shop is not brought back, and one that is open is not replaced") {
  const TestFolder folder;
  FixedClock clock{kTestMorning};
  SeededRandom random{7};
  IdSource ids{clock, random};
  const fs::path path = folder / "toko.lapak";
  {
    TestShop shop(Database::open(path, Durability::Normal));
    add_people(shop, 50);
    REQUIRE(write_verified_copy(path, folder / "copy.lapak").has_value());
  }
  const std::string before = bytes_of(path);
  const auto problem = [&](const fs::path& backup) {
    return restore(backup, path, ids, clock.now(), Zone()).error().code;
  };
  write_bytes(folder / "letter.lapak", "hello");
  CHECK(problem(folder / "letter.lapak") == ProblemCode::NotAShop);
  CHECK(problem(folder / "nothing.lapak") == ProblemCode::FileMissing);
  std::string damaged = bytes_of(folder / "copy.lapak");
  damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 0x55);
  damaged.resize(damaged.size() - 4'096);
  write_bytes(folder / "damaged.lapak", damaged);
  CHECK(problem(folder / "damaged.lapak") == ProblemCode::ShopDamaged);
  const Result<ShopLock> lock = ShopLock::take(path);
  REQUIRE(lock.has_value());
  CHECK(problem(folder / "copy.lapak") == ProblemCode::ShopOpenElsewhere);
  CHECK(bytes_of(path) == before);
}

TEST_CASE("a damaged shop is replaced by its copy and kept") {
  const TestFolder folder;
  FixedClock clock{kTestMorning};
  SeededRandom random{7};
  IdSource ids{clock, random};
  const fs::path path = folder / "toko.lapak";
  {
    TestShop shop(Database::open(path, Durability::Normal));
    add_people(shop, 5);
    REQUIRE(write_verified_copy(path, folder / "copy.lapak").has_value());
  }
  const std::string broken(10'000, 'x');
  write_bytes(path, broken);
  REQUIRE(restore(folder / "copy.lapak", path, ids, clock.now(), Zone()).has_value());
  CHECK(people(Database::open_read_only(path), {}).total == 5);
  CHECK(bytes_of(folder / "toko.lapak.before-restore-2026-11-22-034200") == broken);
}

TEST_CASE("sticks are the devices mounted for writing where a desktop mounts them") {
  const TestFolder root;
  for (const char* place : {"proc/self", "media/siti/LAPAK", "media/siti/my stick", "run/media/siti/ARSIP", "mnt",
                            "home/siti", "media/siti/CD"})
    fs::create_directories(root.path() / place);
  write_bytes(root.path() / "proc/self/mountinfo",
              "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n"
              "23 22 8:2 / /home/siti rw,relatime shared:1 - ext4 /dev/sda2 rw\n"
              "36 22 8:17 / /media/siti/LAPAK rw,nosuid shared:2 master:1 - vfat /dev/sdb1 rw,uid=1000\n"
              "37 22 8:33 / /media/siti/my\\040stick rw - vfat /dev/sdc1 rw\n"
              "38 22 11:0 / /media/siti/CD ro,nosuid - iso9660 /dev/sr0 ro\n"
              "39 22 0:50 / /media/siti/gone rw - vfat /dev/sdd1 rw\n"
              "40 22 0:51 / /mnt rw - tmpfs tmpfs rw\n"
              "41 22 8:49 / /run/media/siti/ARSIP rw - exfat /dev/sde1 rw\n");
  std::vector<std::string> names;
  for (const Stick& stick : plugged_sticks(root.path())) {
    names.push_back(stick.name);
    CHECK(stick.free_bytes > 0);
    CHECK(fs::is_directory(stick.folder));
  }
  CHECK(names == std::vector<std::string>{"LAPAK", "my stick", "ARSIP"});
  CHECK(plugged_sticks(root.path() / "home").empty());
}

}  // namespace
}  // namespace lapak
