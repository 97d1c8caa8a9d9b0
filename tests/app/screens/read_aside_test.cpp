// What is read beside the frames: the old view stands until the new one is there, and one reading runs at a time.
#include "app/screens/read_aside.h"

#include <doctest/doctest.h>

#include <stdexcept>

#include "core/base/clock.h"
#include "core/base/files.h"
#include "core/shop/demo.h"

namespace lapak::test {
namespace {

// A screen with one such view, and the worker's part done by hand.
struct Desk {
  FixedClock clock{Instant{1'763'800'000'000}};
  SeededRandom random{7};
  SystemFiles files;
  std::unique_ptr<Shop> shop = Shop::in_memory(demo_card(Language::Indonesian), {clock, random, files});
  ReadAside<std::string, std::string> view;
  std::vector<ReadInBackground> under_way;

  void frame(const std::string& question) {
    view.refresh(*shop, question, rooms(&Revisions::profile));
    Intents out;
    view.read(out, [](const Database&, const Profile& profile, const std::string& q) { return q + profile.name; });
    for (Intent& intent : out.take()) under_way.push_back(std::move(*intent.get_if<ReadInBackground>()));
  }
  void come_back() {
    REQUIRE(under_way.size() == 1);
    under_way[0].work(shop->facts(), shop->profile())();
    under_way.clear();
  }
};

}  // namespace

TEST_CASE("what is read aside stands until the next answer is there, and is asked again only when something changed") {
  Desk desk;
  desk.frame("a ");
  CHECK_FALSE(desk.view.has_view());
  desk.come_back();
  CHECK(desk.view.view() == "a " + desk.shop->profile().name);
  desk.frame("a ");
  CHECK(desk.under_way.empty());
  desk.frame("b ");
  CHECK(desk.view.question() == "a ");
  desk.come_back();
  CHECK(desk.view.view() == "b " + desk.shop->profile().name);
  Profile profile = desk.shop->profile();
  profile.name = "Kedai Mori";
  REQUIRE(desk.shop->execute(ProfileCommand(SaveProfile{profile})));
  desk.frame("b ");
  desk.come_back();
  CHECK(desk.view.view() == "b Kedai Mori");
}

TEST_CASE("what was typed while a reading is on its way is asked once, after it") {
  Desk desk;
  for (const char* typed : {"t", "ta", "tas"}) desk.frame(typed);
  desk.come_back();
  CHECK(desk.view.question() == "t");
  desk.frame("tas");
  desk.come_back();
  CHECK(desk.view.question() == "tas");
  desk.frame("tas");
  CHECK(desk.under_way.empty());
}

TEST_CASE("a reading that failed leaves the old view, and is not asked again for ever") {
  Desk desk;
  desk.frame("a ");
  desk.come_back();
  desk.frame("b ");
  REQUIRE(desk.under_way.size() == 1);
  desk.under_way[0].failed(std::runtime_error("the disk is gone"));
  desk.under_way.clear();
  CHECK(desk.view.view() == "a " + desk.shop->profile().name);
  desk.frame("b ");
  CHECK(desk.under_way.empty());
  desk.frame("c ");
  CHECK(desk.under_way.size() == 1);
}

TEST_CASE("an answer that comes when its screen is gone harms nothing") {
  auto desk = std::make_unique<Desk>();
  desk->frame("a ");
  const ReadInBackground late = std::move(desk->under_way.at(0));
  const Jobs::Afterwards afterwards = late.work(desk->shop->facts(), desk->shop->profile());
  desk.reset();
  CHECK_NOTHROW(afterwards());
}

}  // namespace lapak::test
