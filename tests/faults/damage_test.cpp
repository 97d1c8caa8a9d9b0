// faults: bytes of a shop's file go bad. The program notices, says so, and leaves the file as it found it.
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <set>

#include "core/catalog/photo.h"
#include "core/catalog/product_store.h"
#include "core/safety/backup.h"
#include "core/safety/shop_file.h"
#include "core/shop/soundness.h"
#include "core/words/sentences.h"
#include "tests/core/fixture.h"
#include "tests/faults/connections.h"
#include "tests/faults/storm.h"

namespace lapak {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t page_bytes = 4'096;

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write_bytes(const fs::path& path, std::string_view bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc)
      .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

// A day's trade with a picture. Where it is left open, its last sales stand in the log still.
enum class Left { Closed, Running };
void fill_shop(const fs::path& path, Left left, const fs::path& image) {
  FailingDisk::instance().watch_nothing();
  make_storm_shop(path, 1);
  Storm storm(path, 1);
  Pixels picture{64, 64, 3, std::vector<std::uint8_t>(64 * 64 * 3, 200)};
  const Photo photo = kept_photo(std::move(picture));
  Attachment attachment{{}, photo.jpeg, photo.thumbnail_jpeg};
  std::copy(photo.content_hash.begin(), photo.content_hash.end(), attachment.hash.begin());
  const auto product = *storm.shop().facts().value<Id<Product>>("SELECT id FROM product WHERE code = 'P0'");
  REQUIRE(storm.shop().execute(SaveProduct{*find_product(storm.shop().facts(), product), {}, attachment}));
  for (int i = 0; i < 150; ++i) storm.act();
  storm.sell();
  if (left == Left::Closed) return;
  for (const std::string_view ending : {"", "-wal", ".head"})
    fs::copy_file(beside(path, ending), beside(image, ending));
}

// What stands in it, without asking whether it is right; nullopt when it cannot be read.
std::optional<Hash> content_of(const fs::path& path) {
  try {
    return content_digest(Database::open_read_only(path));
  } catch (const DatabaseError&) {
    return std::nullopt;
  }
}

// Whether the next start notices: at once, or in what it reads beside the first frames. A sentence is said for either.
bool is_noticed(const fs::path& path) {
  const std::string before = bytes_of(path);
  FixedClock clock{kTestMorning};
  SeededRandom random{5};
  SystemFiles files;
  try {
    const auto shop = Shop::open(path, {clock, random, files});
    if (!shop) {
      CHECK(bytes_of(path) == before);
      CHECK(sentence(shop.error(), Words::in(Language::Indonesian), Currency{}).size() > 20);
      return true;
    }
    const Result<Verification> sound = check_soundness(path);
    return !sound || !sound->is_clean();
  } catch (const DatabaseError&) {
    return true;
  }
}

struct Tally {
  std::int64_t points = 0, content = 0, unnoticed = 0;
};

void say(std::string_view what, const Tally& tally) {
  MESSAGE(what << ": " << tally.points << " points, " << tally.content << " of them in the content, " << tally.unnoticed
               << " of these unnoticed");
}

}  // namespace

TEST_CASE("a page of the file that went bad is noticed") {
  Connections::instance();
  const TestFolder folder;
  fill_shop(folder / "toko.lapak", Left::Closed, {});
  const std::string whole = bytes_of(folder / "toko.lapak");
  const std::size_t pages = whole.size() / page_bytes;
  const std::optional<Hash> content = content_of(folder / "toko.lapak");
  std::set<std::int64_t> searched;  // pages of the search for people, which is made anew of what the tables say
  {
    const Database shop = Database::open_read_only(folder / "toko.lapak");
    for (Rows rows = shop.query("SELECT pageno FROM dbstat WHERE name LIKE 'contact_part%'"); rows.next();)
      searched.insert(rows.get<std::int64_t>(0));
  }
  std::mt19937_64 dice(1);
  Tally tally;
  const fs::path image = folder / "image.lapak";
  for (const std::int64_t most = fault_points(200); tally.content < most; ++tally.points) {
    const std::size_t page = static_cast<std::size_t>(tally.points) % pages;
    if (searched.contains(static_cast<std::int64_t>(page) + 1)) continue;
    std::size_t at = page * page_bytes + dice() % page_bytes;
    for (int tries = 0; whole[at] == 0 && tries < 100; ++tries) at = page * page_bytes + dice() % page_bytes;
    CAPTURE(at);
    std::string bad = whole;
    bad[at] = static_cast<char>(bad[at] ^ static_cast<char>(1U << dice() % 8));
    write_bytes(image, bad);
    if (content_of(image) == content) continue;  // free space, an index, a cart
    ++tally.content;
    const bool noticed = is_noticed(image);
    tally.unnoticed += noticed ? 0 : 1;
    if (!noticed) MESSAGE("unnoticed: page " << page + 1 << ", byte " << at % page_bytes);
  }
  say("pages", tally);
  CHECK(tally.points >= static_cast<std::int64_t>(pages));
  CHECK(tally.unnoticed * 100 <= tally.content);
}

TEST_CASE("a log that went bad, was cut or is missing is noticed") {
  Connections::instance();
  const TestFolder folder;
  const fs::path kept = folder / "kept.lapak", image = folder / "image.lapak", plain = folder / "plain.lapak";
  fill_shop(folder / "toko.lapak", Left::Running, kept);
  const std::string whole = bytes_of(kept), log = bytes_of(beside(kept, "-wal"));
  REQUIRE(log.size() > page_bytes);
  const auto lay_out = [&](const fs::path& path, const std::string& bad) {
    write_bytes(path, whole);
    fs::remove(beside(path, "-shm"));
    write_bytes(beside(path, "-wal"), bad);
  };
  lay_out(plain, log);
  const std::optional<Hash> content = content_of(plain);
  std::mt19937_64 dice(2);
  Tally tally;
  for (const std::int64_t most = fault_points(200); tally.points < most; ++tally.points) {
    std::string bad = log;
    const std::size_t at = dice() % log.size();
    if (tally.points % 10 == 0)
      bad.clear();
    else if (tally.points % 10 == 1)
      bad.resize(at);
    else
      bad[at] = static_cast<char>(bad[at] ^ static_cast<char>(1U << dice() % 8));
    lay_out(plain, bad);
    if (content_of(plain) == content) continue;
    ++tally.content;
    lay_out(image, bad);
    if (bad.empty()) fs::remove(beside(image, "-wal"));
    fs::copy_file(beside(kept, ".head"), beside(image, ".head"), fs::copy_options::overwrite_existing);
    tally.unnoticed += is_noticed(image) ? 0 : 1;
  }
  say("log", tally);
  CHECK(tally.content > tally.points / 4);
  CHECK(tally.unnoticed * 100 <= tally.content);
}

TEST_CASE("a file that was cut short is noticed at the start") {
  Connections::instance();
  const TestFolder folder;
  fill_shop(folder / "toko.lapak", Left::Closed, {});
  const std::string whole = bytes_of(folder / "toko.lapak");
  std::mt19937_64 dice(3);
  const fs::path image = folder / "image.lapak";
  for (std::int64_t i = 0; i < fault_points(40); ++i) {
    const std::size_t length = i == 0 ? 0 : dice() % whole.size();
    CAPTURE(length);
    write_bytes(image, std::string_view(whole).substr(0, length));
    write_bytes(beside(image, ".head"), bytes_of(beside(folder / "toko.lapak", ".head")));
    FixedClock clock{kTestMorning};
    SeededRandom random{5};
    SystemFiles files;
    const auto shop = Shop::open(image, {clock, random, files});
    REQUIRE(!shop.has_value());
    CHECK(shop.error().code == ProblemCode::ShopDamaged);
    CHECK(fs::file_size(image) == length);
  }
}

}  // namespace lapak
