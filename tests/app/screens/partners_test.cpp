// Partners: agreeing, receiving, being paid, and the neighbour book, by taps.
#include "app/screens/partners.h"

#include <doctest/doctest.h>

#include "app/screens/sell.h"
#include "app/screens/stock.h"
#include "core/partner/partner_store.h"
#include "core/stock/stock_commands.h"
#include "tests/app/screens/demo_stand.h"
#include "tests/app/screens/stall.h"

namespace lapak::test {
namespace {

struct PartnerStand : DemoStand {
  explicit PartnerStand(MakeScreen make = make_partners_screen, Filling filling = Filling::OnDisk)
      : DemoStand(std::move(make), filling) {}

  Id<Contact> add_wulan() {
    Contact wulan;
    wulan.name = "Wulan";
    wulan.is_partner = true;
    return Id<Contact>{must(SaveContact{wulan, {}}).subject};
  }
  Id<Product> add_bowl() {
    return Id<Product>{must(SaveProduct{{.name = "Mangkuk", .price = Money{50'000}}, {}, {}}).subject};
  }
  Outcome must(const Command& command) {
    const auto done = shop->execute(command);
    REQUIRE(done);
    return *done;
  }
  BookStanding standing(Id<Contact> partner, Book book) { return standing_of(shop->facts(), partner, book); }
};

}  // namespace

TEST_CASE("shares are agreed, goods come on a slip, are sold and paid, all by taps") {
  PartnerStand s;
  const Id<Contact> wulan = s.add_wulan();
  const Id<Product> bowl = s.add_bowl();
  s.begin();
  s.tap("partners.0");
  CHECK(s.rig.text_of("title") == "Wulan");
  CHECK_FALSE(s.rig.at("partner.take").enabled);
  s.tap("save");
  CHECK(s.rig.text_of("agreement.said") == "Wulan dapat 70 %, Anda dapat 30 %.");
  s.tap("agreement.share.plus");
  CHECK(s.rig.text_of("agreement.said") == "Wulan dapat 75 %, Anda dapat 25 %.");
  s.tap("agreement.cut.2");
  s.tap("agreement.ok");
  const Agreement agreed = find_agreement(s.shop->facts(), wulan, Book::Consignment).value();
  CHECK(agreed.share_bp == 7'500);
  CHECK(agreed.discount == Bearer::Keeper);
  s.tap("partner.take");
  s.tap("goods.add");
  s.finish_work();
  s.tap("pick.0");
  s.tap("goods.number.key.6");
  s.tap("goods.number.ok");
  s.tap("goods.note");
  s.rig.type("dua retak");
  s.tap("goods.words.ok");
  CHECK(s.rig.at("goods.note").label == "dua retak");
  s.tap("goods.ok");
  CHECK(on_hand(s.shop->facts(), bowl) == Quantity::of(6));
  CHECK(s.shop->facts().value<std::string>("SELECT note FROM slip") == "dua retak");
  CHECK(consigned_of(s.shop->facts(), bowl)->partner == wulan);

  s.must(AddProduct{bowl, Quantity::of(2), {}});
  s.must(Sell{s.shop->cart(), {{.amount = Money{100'000}}}, {}});
  s.rig.wait(0.3);
  CHECK(s.rig.text_of("partner.balance") == "Rp 75.000");
  CHECK(s.rig.text_of("partner.owes") == "Harus dibayar ke Wulan");
  s.tap("save");
  s.tap("payout.by.1");
  s.tap("payout.ok");
  CHECK(s.standing(wulan, Book::Consignment).balance == Money{});
  CHECK(s.rig.has("partner.payments.0"));
}

TEST_CASE("a share that grows with the pieces sold is agreed step by step, and a step can be taken out again") {
  PartnerStand s;
  const Id<Contact> wulan = s.add_wulan();
  s.begin();
  const auto enter = [&](std::initializer_list<const char*> keys) {
    for (const char* key : keys) s.tap(std::string("agreement.number.key.") + key);
    s.tap("agreement.number.ok");
  };
  for (const char* name : {"partners.0", "save", "agreement.tiers", "tiers.add"}) s.tap(name);
  enter({"2", "0"});
  enter({"8", "0"});
  s.tap("tiers.add");
  enter({"1", "0"});
  enter({"7", "5"});
  s.tap("tiers.done");
  s.tap("agreement.ok");
  const std::vector<Tier> both{{Quantity::of(10), 7'500}, {Quantity::of(20), 8'000}};
  CHECK(find_agreement(s.shop->facts(), wulan, Book::Consignment)->tiers == both);
  for (const char* name : {"partner.agree", "agreement.tiers", "tiers.0.remove", "tiers.done", "agreement.ok"})
    s.tap(name);
  CHECK(find_agreement(s.shop->facts(), wulan, Book::Consignment)->tiers.size() == 1);
}

TEST_CASE("goods are the maker's or mine by one switch in the item's editor") {
  PartnerStand s(make_stock_screen);
  const Id<Contact> wulan = s.add_wulan();
  Agreement agreement;
  agreement.partner = wulan;
  s.must(SaveAgreement{agreement});
  const Id<Product> bowl{
      s.must(SaveProduct{{.name = "Mangkuk", .price = Money{50'000}, .maker = wulan}, {}, {}}).subject};
  s.begin();
  s.finish_work();
  s.tap("row.0");
  s.tap("consigned");
  CHECK(consigned_of(s.shop->facts(), bowl)->partner == wulan);
  CHECK(s.rig.at("consigned").selected);
  s.tap("consigned");
  CHECK_FALSE(consigned_of(s.shop->facts(), bowl).has_value());
}

TEST_CASE("goods that came on a slip show their owner, and stay the owner's while some are here") {
  PartnerStand s(make_stock_screen);
  const Id<Contact> wulan = s.add_wulan();
  const Id<Product> bowl = s.add_bowl();  // of no maker
  s.must(SaveAgreement{{.partner = wulan}});
  s.must(HandOver{wulan, Book::Consignment, SlipKind::Taken, {{bowl, Quantity::of(6), {}}}, {}});
  s.begin();
  s.finish_work();
  s.tap("row.0");
  CHECK(s.rig.at("maker.1").label == "Wulan");
  CHECK(s.rig.at("maker.1").selected);
  CHECK(s.rig.at("consigned").selected);
  s.tap("consigned");
  CHECK(s.rig.at("consigned").selected);
  CHECK(consigned_of(s.shop->facts(), bowl)->partner == wulan);
  CHECK(s.rig.text_of("toast").find("Wulan") != std::string::npos);
  s.tap("maker.0");  // made by us, hers all the same
  CHECK(s.rig.at("consigned").label == "Barang Wulan, dijual bagi hasil");
  CHECK(s.rig.at("consigned").selected);
}

TEST_CASE("partners lie under People, whichever way one came to them") {
  Stall s;
  REQUIRE(s.shop->execute(SaveContact{{.name = "Wulan", .is_partner = true}, {}}));
  s.settle();
  s.tap({"more", "more.neighbours", "neighbours.all"});
  CHECK(s.rig.has("partners.add"));
  CHECK(s.rig.at("rail.people").selected);
  CHECK_FALSE(s.rig.at("rail.sell").selected);
  s.tap({"back", "people.tab.1", "people.row.0", "person.more", "person_more.partner"});
  CHECK(s.rig.text_of("title") == "Wulan");
  CHECK(s.rig.has("partner.book.0"));
}

TEST_CASE("what was sold in another shop is checked before it is written down") {
  PartnerStand s;
  const Id<Contact> wulan = s.add_wulan();
  const Id<Product> bowl = s.add_bowl();
  s.must(MoveStock{bowl, MovementKind::Opening, Quantity::of(10), {}});
  Agreement agreement;
  agreement.partner = wulan;
  agreement.book = Book::Shelf;
  agreement.share_bp = 6'000;
  s.must(SaveAgreement{agreement});
  s.must(HandOver{wulan, Book::Shelf, SlipKind::Taken, {{bowl, Quantity::of(6), {}}}, {}});
  s.begin();
  s.tap("partners.0");
  s.tap("partner.book.1");
  s.tap("partner.report");
  s.tap("goods.0");
  s.tap("goods.number.key.2");
  s.tap("goods.number.ok");  // two were sold
  s.tap("goods.number.ok");  // for what they should bring
  s.tap("goods.number.ok");  // and the rest is there
  CHECK(s.rig.text_of("goods.check") == "Harus dibayar ke Anda: Rp 60.000");
  s.tap("goods.ok");
  CHECK(s.standing(wulan, Book::Shelf).balance == Money{-60'000});
  CHECK(s.rig.text_of("partner.owes") == "Wulan harus bayar");
}

TEST_CASE("a favour between neighbours is three taps from Sell, and can be taken back") {
  PartnerStand s(make_sell_screen);
  const Id<Contact> wulan = s.add_wulan();
  s.must(OpenDay{{{Money{}, 200'000}}});
  s.begin();
  s.tap("more");
  s.tap("more.neighbours");
  s.tap("neighbours.0");
  for (const char* key : {"favour.key.5", "favour.key.0", "favour.key.zeros"}) s.tap(key);
  s.tap("favour.ok");
  CHECK(s.standing(wulan, Book::Neighbour).balance == Money{-50'000});
  CHECK(s.shop->facts().value<Money>("SELECT sum(amount) FROM cash_entry") == Money{-50'000});
  CHECK(s.rig.has("toast"));
  REQUIRE(s.shop->undo());
  CHECK(s.standing(wulan, Book::Neighbour).balance == Money{});
  CHECK(s.shop->facts().value<Money>("SELECT sum(amount) FROM cash_entry") == Money{});
}

TEST_CASE("all partners are paid at once, but who has less to get than was agreed waits") {
  PartnerStand s;
  const Id<Product> bowl = s.add_bowl();
  const Id<Product> cup{s.must(SaveProduct{{.name = "Cangkir", .price = Money{20'000}}, {}, {}}).subject};
  s.must(TakeInGoods{{{bowl, "Wulan", Quantity::of(5), {}}, {cup, "Rina", Quantity::of(5), {}}}, {}});
  const Id<Contact> rina = consigned_of(s.shop->facts(), cup)->partner;
  Agreement agreement = find_agreement(s.shop->facts(), rina, Book::Consignment).value();
  agreement.minimum_payout = Money{100'000};
  s.must(SaveAgreement{agreement});
  for (const Id<Product> piece : {bowl, cup}) s.must(AddProduct{piece, Quantity::of(1), {}});
  s.must(Sell{s.shop->cart(), {{.amount = Money{70'000}}}, {}});
  s.begin();
  s.tap("save");
  CHECK(s.rig.text_of("pay_all.sum") == "Rp 35.000");
  s.tap("pay_all.by.1");
  s.tap("pay_all.ok");
  CHECK(s.standing(consigned_of(s.shop->facts(), bowl)->partner, Book::Consignment).balance == Money{});
  CHECK(s.standing(rina, Book::Consignment).balance == Money{14'000});
  CHECK_FALSE(s.rig.at("save").enabled);
}

}  // namespace lapak::test
