// History: the list, the receipt beside it, and what is done to a sale of the past.
#include "app/screens/history.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "core/catalog/catalog_commands.h"
#include "core/report/report.h"
#include "core/sale/sale_store.h"
#include "tests/app/screens/demo_stand.h"
#include "tests/print_service.h"

namespace lapak::test {
namespace {

DemoStand::MakeScreen make() {
  return [] { return make_history_screen(); };
}

// Two pieces of one thing, paid as told.
Sale sell_two(Shop& shop, std::vector<Tender> tenders, Remainder remainder = Remainder::Refused,
              std::optional<Id<Contact>> customer = std::nullopt) {
  Cart cart = shop.cart();
  CartLine line;
  line.name = "Tas";
  line.quantity = Quantity::of(2);
  line.list_price = line.agreed_price = Money{50'000};
  cart.lines = {line};
  cart.customer = customer;
  const auto sold = shop.execute(SaleCommand(Sell{cart, std::move(tenders), remainder}));
  REQUIRE(sold);
  return *find_sale(shop.facts(), Id<Sale>{sold->subject});
}

}  // namespace

TEST_CASE("one line of a sale goes back and the money with it in cash") {
  DemoStand s(make(), Filling::Bare);
  const Sale sale = sell_two(*s.shop, {{.method = Method::Cash, .amount = Money{100'000}}});
  s.begin();
  CHECK(s.rig.text_of("receipt.number") == sale.number);
  s.tap("receipt.refund");
  CHECK_FALSE(s.rig.at("refund.ok").enabled);
  s.tap("refund.line.0");
  CHECK(s.rig.text_of("refund.worth") == "Rp 100.000");
  s.tap("refund.line.0.minus");
  CHECK(s.rig.text_of("refund.worth") == "Rp 50.000");
  s.tap("refund.reason.0");
  s.tap("refund.ok");
  const auto refunds = refunds_of(s.shop->facts(), sale.id);
  REQUIRE(refunds.size() == 1);
  CHECK(refunds[0].total == Money{-50'000});
  REQUIRE(refunds[0].payments.size() == 1);
  CHECK(refunds[0].payments[0].method == Method::Cash);
  CHECK(refunds[0].reason == "Rusak");
  CHECK(s.rig.has("history.list"));
}

TEST_CASE("two bags come back for a dearer shawl, and only the difference is paid") {
  DemoStand s(make(), Filling::Bare);
  const auto shawl = s.shop->execute(CatalogCommand(SaveProduct{{.name = "Syal", .price = Money{150'000}}, {}, {}}));
  REQUIRE(shawl);
  const Sale sale = sell_two(*s.shop, {{.method = Method::Cash, .amount = Money{100'000}}});
  s.begin();
  s.tap("receipt.exchange");
  CHECK_FALSE(s.rig.at("exchange.ok").enabled);
  s.tap("exchange.line.0");
  CHECK(s.rig.text_of("exchange.rest") == "Rp 100.000");
  CHECK_FALSE(s.rig.at("exchange.ok").enabled);
  s.tap("exchange.add");
  s.tap("pick.search");
  s.rig.type("sya");
  s.rig.wait(0.3);
  s.tap("pick.0");
  CHECK(s.rig.text_of("exchange.direction") == "Pembeli membayar");
  CHECK(s.rig.text_of("exchange.rest") == "Rp 50.000");
  s.tap("exchange.qris");
  s.tap("exchange.reason.1");
  s.tap("exchange.ok");
  const auto refunds = refunds_of(s.shop->facts(), sale.id);
  REQUIRE(refunds.size() == 1);
  CHECK(refunds[0].total == Money{-100'000});
  const auto bought = find_sale(s.shop->facts(), *last_sale(s.shop->facts()));
  REQUIRE(bought);
  CHECK(bought->total == Money{150'000});
  REQUIRE(bought->payments.size() == 2);
  CHECK(bought->payments[0].method == Method::Exchange);
  CHECK(bought->payments[1].method == Method::Qris);
  CHECK(bought->payments[1].amount == Money{50'000});
  CHECK(s.rig.has("history.list"));
}

TEST_CASE("a cheaper thing is taken in exchange, several of it, and the rest is given back") {
  DemoStand s(make(), Filling::Bare);
  REQUIRE(s.shop->execute(CatalogCommand(SaveProduct{{.name = "Pin", .price = Money{15'000}}, {}, {}})));
  const Sale sale = sell_two(*s.shop, {{.method = Method::Cash, .amount = Money{100'000}}});
  s.begin();
  s.tap("receipt.exchange");
  s.tap("exchange.line.0");
  s.tap("exchange.line.0.minus");
  s.tap("exchange.add");
  s.tap("pick.0");
  s.tap("exchange.taken.0.plus");
  s.tap("exchange.taken.0.plus");
  s.tap("exchange.taken.0.minus");
  CHECK(s.rig.text_of("exchange.rest") == "Rp 20.000");
  CHECK(s.rig.text_of("exchange.direction") == "Dikembalikan");
  s.tap("exchange.ok");
  const auto refunds = refunds_of(s.shop->facts(), sale.id);
  REQUIRE(refunds.size() == 1);
  CHECK(refunds[0].total == Money{-50'000});
  CHECK(find_sale(s.shop->facts(), *last_sale(s.shop->facts()))->total == Money{30'000});
  CHECK(standing_of(s.shop->facts(), sale).refundable[0] == Quantity::of(1));
}

TEST_CASE("an item that asks its price asks for it in an exchange too") {
  DemoStand s(make(), Filling::Bare);
  REQUIRE(s.shop->execute(CatalogCommand(SaveProduct{{.name = "Jahit", .open_price = true}, {}, {}})));
  sell_two(*s.shop, {{.method = Method::Cash, .amount = Money{100'000}}});
  s.begin();
  s.tap("receipt.exchange");
  s.tap("exchange.line.0");
  s.tap("exchange.add");
  s.tap("pick.0");
  for (const char* key : {"number.key.2", "number.key.0", "number.key.zeros", "number.ok"}) s.tap(key);
  CHECK(s.rig.text_of("exchange.price") == "20.000");
}

TEST_CASE("a receipt goes to the printer that was chosen, twice, and the sheet says when it is printed") {
  PrintService service;
  service.add_printer("Kasir", "Printer kasir", PrintService::Standing::Default);
  service.add_printer("Meja", "Epson di meja");
  service.start();
  DemoStand s(make(), Filling::OnDisk);
  sell_two(*s.shop, {{.method = Method::Cash, .amount = Money{100'000}}});
  s.begin();
  s.tap("receipt.print");
  s.finish_work();
  CHECK(s.rig.text_of("print.printer.0") == "Printer kasir");
  CHECK(s.rig.at("print.printer.0").selected);
  s.tap("print.printer.1");
  s.tap("print.copies.plus");
  s.tap("print.ok");
  for (int i = 0; i < 100 && s.rig.text_of("print.said") != "Sudah dicetak."; ++i) {
    s.finish_work();
    s.rig.wait(1.1);  // of the rig's own time: asks again
  }
  CHECK_MESSAGE(s.rig.text_of("print.said") == "Sudah dicetak.", service.log());
  CHECK(service.printed("Meja").starts_with("copies=2\n%PDF-"));
  CHECK(service.printed("Kasir").empty());
}

TEST_CASE("without a print service the sheet says so and keeps the PDF") {
  PrintService::point_to_none();
  DemoStand s(make(), Filling::OnDisk);
  const Sale sale = sell_two(*s.shop, {{.method = Method::Cash, .amount = Money{100'000}}});
  s.begin();
  s.tap("receipt.print");
  s.finish_work();
  CHECK_FALSE(s.rig.has("print.ok"));
  s.tap("print.none.action");
  s.finish_work();
  unsetenv("CUPS_SERVER");
  const std::string name = fmt::format("Struk {}.pdf", sale.number);
  CHECK(s.rig.text_of("toast").contains(name));
  CHECK(std::filesystem::exists(s.folder / "papers" / name));
}

TEST_CASE("a printer that has stopped is told, and the paper waits") {
  PrintService service;
  service.add_printer("Meja", "Epson di meja", PrintService::Standing::Stopped);
  service.start();
  DemoStand s(make(), Filling::OnDisk);
  sell_two(*s.shop, {{.method = Method::Cash, .amount = Money{100'000}}});
  s.begin();
  s.tap("receipt.print");
  s.finish_work();
  s.tap("print.ok");
  for (int i = 0; i < 3; ++i) {
    s.finish_work();
    s.rig.wait(1.1);
  }
  CHECK(s.rig.text_of("print.said") == "Menunggu printer…");
  CHECK(service.printed("Meja").empty());
}

TEST_CASE("a receipt becomes a WhatsApp draft to the buyer, here or on the phone that scans it") {
  DemoStand s(make(), Filling::OnDisk);
  const auto contact =
      s.shop->execute(PeopleCommand(SaveContact{.contact = {.name = "Bu Rina", .phone = "+6281234567890"}}));
  REQUIRE(contact);
  const Sale sale = sell_two(*s.shop, {{.method = Method::Cash, .amount = Money{100'000}}}, Remainder::Refused,
                             Id<Contact>{contact->subject});
  // What a desktop opens links with, and what it was given.
  const std::filesystem::path given = s.folder / "given";
  const std::filesystem::path opener = s.folder / "xdg-open";
  s.files.replace(opener, fmt::format("#!/bin/sh\nprintf %s \"$1\" >{0}.part && mv {0}.part {0}\n", given.string()));
  std::filesystem::permissions(opener, std::filesystem::perms(0755));
  const std::string path = std::getenv("PATH");
  setenv("PATH", fmt::format("{}:{}", s.folder.path().string(), path).c_str(), 1);
  s.begin();
  s.tap("receipt.share");
  CHECK(s.rig.has("share.code"));
  s.tap("share.open");
  s.finish_work();
  setenv("PATH", path.c_str(), 1);
  CHECK(s.rig.text_of("share.said") == "Drafnya terbuka; tidak ada yang terkirim sendiri.");
  for (int i = 0; i < 500 && !std::filesystem::exists(given); ++i) ::usleep(10'000);
  const std::string link = s.files.read(given, 10'000).value_or("");
  CHECK(link.starts_with("https://wa.me/6281234567890?text="));
  CHECK(link.contains(sale.number));
  CHECK(link.contains("Rp%20100.000"));
}

TEST_CASE("where nothing opens links the code remains") {
  DemoStand s(make(), Filling::OnDisk);
  sell_two(*s.shop, {{.method = Method::Cash, .amount = Money{100'000}}});
  const std::string path = std::getenv("PATH");
  std::filesystem::create_symlink("/bin/sh", s.folder / "sh");
  setenv("PATH", s.folder.path().c_str(), 1);
  s.begin();
  s.tap("receipt.share");
  s.tap("share.open");
  s.finish_work();
  setenv("PATH", path.c_str(), 1);
  CHECK(s.rig.text_of("share.said") == "Komputer ini tidak bisa membuka tautan: pindai kodenya dengan ponsel.");
  CHECK(s.rig.has("share.code"));
}

TEST_CASE("what is owed is settled with an amount and a method") {
  DemoStand s(make(), Filling::Bare);
  const auto contact = s.shop->execute(PeopleCommand(SaveContact{.contact = {.name = "Bu Rina"}}));
  REQUIRE(contact);
  const Sale sale = sell_two(*s.shop, {}, Remainder::Owed, Id<Contact>{contact->subject});
  s.begin();
  s.tap("receipt.settle");
  CHECK(s.rig.text_of("settle.amount") == "Rp 100.000");
  for (const char* key : {"settle.key.3", "settle.key.0", "settle.key.zeros"}) s.tap(key);
  s.tap("settle.transfer");
  s.tap("settle.ok");
  CHECK(owed_now(s.shop->facts(), sale.id) == Money{70'000});
  CHECK(s.rig.has("receipt.settle"));
}

TEST_CASE("a transfer that was waited for has arrived") {
  DemoStand s(make(), Filling::Bare);
  const Sale sale = sell_two(*s.shop, {{.method = Method::Transfer, .amount = Money{100'000}, .is_waiting = true}});
  s.begin();
  s.tap("history.filter.3");
  s.tap("receipt.arrived");
  CHECK(standing_of(s.shop->facts(), sale).waiting.empty());
  CHECK_FALSE(s.rig.has("receipt.arrived"));
}

TEST_CASE("a sale is cancelled with its reason") {
  DemoStand s(make(), Filling::Bare);
  const Sale sale = sell_two(*s.shop, {{.method = Method::Cash, .amount = Money{100'000}}});
  s.begin();
  s.tap("receipt.void");
  CHECK_FALSE(s.rig.at("void.ok").enabled);  // not by a second tap on the same place
  s.tap("void.reason.1");
  s.tap("void.ok");
  CHECK(is_voided(s.shop->facts(), sale.id));
  CHECK_FALSE(s.rig.has("receipt.void"));
}

TEST_CASE("a helper's refund needs the owner's PIN") {
  DemoStand s(make(), Filling::Bare);
  Seller owner = sellers(s.shop->facts()).front();
  REQUIRE(s.shop->execute(PeopleCommand(SaveSeller{owner, "0042"})));
  const auto helper = s.shop->execute(PeopleCommand(SaveSeller{{.name = "Dina", .role = Role::Helper}, ""}));
  REQUIRE(helper);
  const Sale sale = sell_two(*s.shop, {{.method = Method::Cash, .amount = Money{100'000}}});
  REQUIRE(s.shop->sign_in(Id<Seller>{helper->subject}, ""));
  s.begin();
  s.tap("receipt.refund");
  s.tap("refund.line.0");
  s.tap("refund.ok");
  CHECK(refunds_of(s.shop->facts(), sale.id).empty());
  for (const char* key : {"9", "0", "4", "2"}) s.tap(fmt::format("owner.pin.key.{}", key));
  CHECK(refunds_of(s.shop->facts(), sale.id).empty());
  for (const char* key : {"0", "0", "4", "2"}) s.tap(fmt::format("owner.pin.key.{}", key));
  CHECK(refunds_of(s.shop->facts(), sale.id).size() == 1);
}

TEST_CASE("history is searched, and scrolls through all of it") {
  DemoStand s(make());
  s.begin();
  const std::string newest = s.rig.text_of("receipt.number");
  for (int i = 0; i < 40; ++i) s.rig.wheel({400, 500}, -20);
  s.tap("history.A1-000001");
  CHECK(s.rig.text_of("receipt.number") == "A1-000001");
  s.tap("history.search");
  s.rig.type(newest);
  s.rig.wait(0.3);
  CHECK(s.rig.has("history." + newest));
  CHECK_FALSE(s.rig.has("history.A1-000001"));
}

TEST_CASE("history and refund are well made in every look") {
  PrintService service;
  service.add_printer("Meja", "Epson di meja", PrintService::Standing::Default);
  service.start();
  DemoStand s(make());
  sell_two(*s.shop, {{.method = Method::Transfer, .amount = Money{100'000}, .is_waiting = true}});
  s.begin();
  for (const RigOptions& look : every_look()) {
    s.wear(look);
    s.check_fits("history");
    s.tap("receipt.void");
    s.check_fits("receipt.void");
    s.tap("void.close");
    s.tap("receipt.refund");
    s.tap("refund.line.0");
    s.check_fits("refund.line.0");
    s.tap("back");
    s.tap("receipt.share");
    s.check_fits("receipt.share");
    s.tap("share.close");
    s.tap("receipt.print");
    s.rig.wait(0.3);
    s.finish_work();
    s.check_fits("history");
    s.tap("print.close");
    s.tap("receipt.exchange");
    s.tap("exchange.line.0");
    s.tap("exchange.add");
    s.check_fits("exchange.add");
    s.tap("pick.1");
    s.check_fits("pick.1");
    s.tap("back");
  }
}

}  // namespace lapak::test
