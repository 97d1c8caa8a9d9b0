// report: who did what, in words.
#include "core/report/deeds.h"

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

#include "core/exchange/export.h"
#include "core/people/people_store.h"
#include "core/shop/demo.h"
#include "tests/core/shop/stall.h"

namespace lapak {
namespace {

namespace fs = std::filesystem;

Deeds asked(const Shop& shop, const DeedQuestion& question = {}) {
  return deeds(shop.facts(), shop.profile(), Words::in(Language::English), question);
}

TEST_CASE("every kind of entry that the sources write has its words") {
  // The cart is no entry, and a prefix is none.
  const std::set<std::string> others{"cart", "cart_out_of_stock", "hold_cart", "undo_"};
  const std::regex outcome(R"re((?:outcome = \{\.kind = |outcome\.kind = |Outcome\{\.kind = |decided\()"([a-z_]+)")re");
  std::size_t found = 0;
  for (const auto& file : fs::recursive_directory_iterator(fs::path(LAPAK_SOURCE_DIR) / "core")) {
    if (file.path().extension() != ".cpp") continue;
    std::ifstream in(file.path());
    const std::string source(std::istreambuf_iterator<char>(in), {});
    for (std::sregex_iterator match(source.begin(), source.end(), outcome), end; match != end; ++match) {
      const std::string kind = (*match)[1];
      if (others.contains(kind)) continue;
      ++found;
      CHECK_MESSAGE(deed_kind(kind) != nullptr, kind, " in ", file.path().filename().string());
    }
  }
  CHECK(found > 60);
}

TEST_CASE("a sale is told with who made it, its number and what it came to") {
  Stall stall;
  const Id<Product> mug = stall.product("Mangkuk", 50'000, 9);
  const Id<Seller> dina{stall.done(SaveSeller{{.name = "Dina"}, ""}).subject};
  REQUIRE(stall.shop->sign_in(dina, "").has_value());
  stall.sell(mug, 2);
  const Deed last = asked(*stall.shop).newest_first.front();
  CHECK(last.who == "Dina");
  CHECK(last.what == "Sale");
  CHECK(last.about == "A1-000001");
  CHECK(last.amount == Money{100'000});
  CHECK(last.at.date == stall.shop->today());
}

TEST_CASE("what was done is asked for by person, by what it is about and by days, the newest first") {
  Stall stall;
  const Id<Product> mug = stall.product("Mangkuk", 50'000, 9);
  const Id<Seller> dina{stall.done(SaveSeller{{.name = "Dina"}, ""}).subject};
  stall.sell(mug);
  REQUIRE(stall.shop->sign_in(dina, "").has_value());
  stall.sell(mug);
  CHECK(asked(*stall.shop, {.who = dina}).newest_first.size() == 1);
  const Deeds sales = asked(*stall.shop, {.group = DeedGroup::Sales});
  REQUIRE(sales.newest_first.size() == 2);
  CHECK(sales.newest_first[0].about == "A1-000002");
  CHECK_FALSE(sales.is_cut);
  const Deeds cut = asked(*stall.shop, {.group = DeedGroup::Sales, .most = 1});
  CHECK(cut.newest_first.size() == 1);
  CHECK(cut.is_cut);
  const Date today = stall.shop->today();
  CHECK(asked(*stall.shop, {.from = today, .to = today}).newest_first.size() == asked(*stall.shop).newest_first.size());
  CHECK(asked(*stall.shop, {.from = today.plus_days(1)}).newest_first.empty());
}

TEST_CASE("what was taken back is told as that") {
  Stall stall;
  const Id<Product> mug = stall.product("Mangkuk", 50'000, 9);
  stall.done(CountStock{mug, Quantity::of(7), "hitung"});
  REQUIRE(stall.shop->undo().has_value());
  const Deeds all = asked(*stall.shop, {.group = DeedGroup::Goods});
  CHECK(all.newest_first[0].what == "Taken back: Stock counted");
  CHECK(all.newest_first[0].about == "Mangkuk");
}

TEST_CASE("the journal in words forgets who was forgotten") {
  Stall stall;
  const Id<Contact> ratna{stall.done(SaveContact{{.name = "Ratna Dewi"}, "", {}}).subject};
  CHECK(asked(*stall.shop).newest_first.front().about == "Ratna Dewi");
  stall.done(ForgetContact{ratna});
  for (const Deed& deed : asked(*stall.shop).newest_first) CHECK(deed.about.find("Ratna") == std::string::npos);
}

TEST_CASE("as a table a name that is a formula stays a name") {
  Stall stall;
  stall.product("=HYPERLINK(\"http://x\")", 50'000, 1);
  const Words& words = stall.shop->profile().words();
  const std::string csv = table_csv(deeds_table(deeds(stall.shop->facts(), stall.shop->profile(), words, {}), words),
                                    stall.shop->profile());
  CHECK(csv.find("'=HYPERLINK") != std::string::npos);
  CHECK(csv.find(",=HYPERLINK") == std::string::npos);
}

TEST_CASE("an entry whose words cannot be read is told without them") {
  Stall stall;
  stall.product("Mangkuk", 50'000, 1);
  stall.shop->facts();
  Database copy = Database::in_memory();
  migrate(copy);
  copy.run(
      "INSERT INTO journal(id, epoch, epoch_seq, at, who, kind, version, hash, body) "
      "VALUES (zeroblob(16), zeroblob(16), 1, 0, NULL, 'weave', 1, zeroblob(32), 'no json')");
  const Deeds all = deeds(copy, stall.shop->profile(), Words::in(Language::English), {});
  REQUIRE(all.newest_first.size() == 1);
  CHECK(all.newest_first[0].what == "weave");
  CHECK(all.newest_first[0].about.empty());
}

}  // namespace
}  // namespace lapak
