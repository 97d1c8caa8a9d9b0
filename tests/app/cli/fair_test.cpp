// cli: fairs from the command line.
#include "tests/app/cli/cli_fixture.h"

namespace lapak {
namespace {

TEST_CASE("a fair is planned, packed for, sold at, brought home from and reported on") {
  CommandLine cli;
  const std::string shop = cli.path("s.lapak");
  cli.did({"new", shop, "--name", "Rumah Benang", "--currency", "IDR", "--language", "id"});
  cli.write("goods.csv", "code,name,price,cost,stock\nTAS,Tas,85000,45000,12\nSABUN,Sabun,28000,12000,30\n");
  cli.did({"import", shop, "products", cli.path("goods.csv")});
  const auto fair = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"fair", shop});
    return cli.run(arguments);
  };
  CHECK(fair({"new",
              "Kota Lama",
              "--day",
              "2026-11-22:9.00-17.00",
              "2026-11-23",
              "--stall",
              "B-12",
              "--organiser",
              "Bu Rini",
              "--fee",
              "100000",
              "--fee-percent",
              "10",
              "--fee-min",
              "120000",
              "--cost",
              "Transport:60000",
              "--helper",
              "Dina:480:50000",
              "--own-minutes",
              "600"})
            .exit_code == kDone);
  CHECK(fair({"edit", "kota lama", "--state", "paid", "--again", "yes", "--note", "Bawa terpal"}).exit_code == kDone);
  CHECK(fair({"pack", "Kota Lama", "--take", "TAS:5", "SABUN:10"}).exit_code == kDone);
  CHECK(fair({"packing", "Kota Lama", "--json"}).out.find(R"("in_box_thousandths":5000)") != std::string::npos);
  CHECK(fair({"asked", "--what", "Topi"}).err == "Kasir tidak sedang buka di bazar.\n");
  CHECK(fair({"open", "Kota Lama", "--float", "200000"}).exit_code == kDone);
  cli.did({"sell", shop, "--line", "TAS:2", "SABUN:3", "--pay", "cash:254000"});
  CHECK(fair({"asked", "--what", "Topi", "--reason", "size"}).exit_code == kDone);
  cli.did({"day", shop, "close", "--counted", "454000"});
  CHECK(fair({"home", "Kota Lama", "--found", "SABUN:6", "--reason", "pecah"}).exit_code == kDone);
  // 254,000 − goods 2 × 45,000 + 3 × 12,000 − a lost soap of 12,000 − fee 100,000 + 25,400 − transport 60,000 − Dina
  // 50,000; that is −119,400, in ten hours −11,940 each.
  const Said report = cli.run({"report", shop, "fair", "Kota Lama", "--json"});
  CHECK(report.exit_code == kDone);
  for (const char* figure : {R"("sales_count":1)", R"("sales":254000)", R"("goods":126000)", R"("lost":12000)",
                             R"("fee":125400)", R"("costs":60000)", R"("helpers":50000)", R"("profit":-119400)",
                             R"("per_hour":-11940)", R"("what":"Topi","reason":"size","times":1)"})
    CHECK_MESSAGE(report.out.find(figure) != std::string::npos, figure, " in ", report.out);
  CHECK(cli.run({"report", shop, "fair", "Kota Lama"}).out.find("profit\t") != std::string::npos);
  const std::string listed = fair({"list", "--json"}).out;
  CHECK(listed.find(R"("name":"Kota Lama")") != std::string::npos);
  CHECK(listed.find(R"("state":"paid")") != std::string::npos);
  CHECK(cli.run({"report", shop, "fair", "Kota Lama", "-o", cli.path("fair.pdf")}).out.empty());
  CHECK(cli.read("fair.pdf").starts_with("%PDF"));
  CHECK(fair({"organiser", "Kota Lama", "-o", cli.path("organiser.pdf")}).exit_code == kDone);
  CHECK(fair({"packing", "Kota Lama", "-o", cli.path("packing.pdf")}).exit_code == kDone);
  CHECK(cli.read("organiser.pdf").starts_with("%PDF"));
  CHECK(cli.read("packing.pdf").starts_with("%PDF"));
  CHECK(fair({"agenda"}).out.find("2026-11-22\t480\tKota Lama\n") != std::string::npos);
  CHECK(fair({"agenda", "-o", cli.path("agenda.ics")}).exit_code == kDone);
  CHECK(cli.read("agenda.ics").starts_with("BEGIN:VCALENDAR\r\n"));
  CHECK(cli.run({"report", shop, "fair", "Sekaten"}).err == "Tidak ada bazar “Sekaten”.\n");
  CHECK(fair({"new", "Sekaten", "--day", "besok"}).exit_code == kProblem);
  CHECK(fair({"new", "Sekaten", "--day", "2026-11-22:9.00"}).err == "Jam dalam sehari dari 0.00 sampai 23.59.\n");
  CHECK(fair({"new", "Sekaten"}).exit_code == kUsage);
  CHECK(cli.run({"verify", shop}).exit_code == kDone);
}

TEST_CASE("a fair's own prices and tax hold while the day is open at it, and stand in its price list") {
  CommandLine cli;
  const std::string shop = cli.path("s.lapak");
  cli.did({"new", shop, "--name", "Rumah Benang", "--currency", "IDR", "--language", "id"});
  cli.write("goods.csv", "code,name,price,cost,stock\nTAS,Tas,85000,45000,12\nSABUN,Sabun,28000,12000,30\n");
  cli.did({"import", shop, "products", cli.path("goods.csv")});
  cli.did({"fair", shop, "new", "Kota Lama", "--day", "2026-11-22", "--price-change", "10", "--price", "SABUN:33000",
           "--tax", "Pajak:10:added"});
  cli.did({"fair", shop, "open", "Kota Lama"});
  // 93,500 for the bag, 33,000 for the soap, a tenth on top.
  CHECK(cli.run({"sell", shop, "--line", "TAS", "SABUN", "--pay", "cash:100000"}).exit_code == kProblem);
  cli.did({"sell", shop, "--line", "TAS", "SABUN", "--pay", "cash:139150"});
  const nlohmann::json report = cli.run({"report", shop, "fair", "Kota Lama", "--json"}).json();
  CHECK(report["figures"]["sales"] == 126'500);
  CHECK(report["figures"]["tax_included"] == 0);
  cli.did({"price-list", shop, "-o", cli.path("list.pdf"), "--fair", "Kota Lama"});
  CHECK(cli.read("list.pdf").starts_with("%PDF"));
  CHECK(cli.run({"price-list", shop, "-o", cli.path("x.pdf"), "--fair", "Sekaten"}).exit_code == kProblem);
  cli.did({"day", shop, "close", "--counted", "139150"});
  cli.did({"fair", shop, "edit", "Kota Lama", "--tax", "none", "--price-change", "-5"});
  cli.did({"sell", shop, "--line", "TAS", "--pay", "cash:85000"});
  CHECK(cli.run({"fair", shop, "edit", "Kota Lama", "--price", "TOPI:1"}).exit_code == kProblem);
  CHECK(cli.run({"verify", shop}).exit_code == kDone);
}

TEST_CASE("the tax inside a fair's prices is not its profit") {
  CommandLine cli;
  const std::string shop = cli.path("s.lapak");
  cli.did({"new", shop, "--name", "Rumah Benang", "--currency", "IDR", "--language", "id"});
  cli.write("goods.csv", "code,name,price,cost,stock\nTAS,Tas,110000,45000,12\n");
  cli.did({"import", shop, "products", cli.path("goods.csv")});
  cli.did({"fair", shop, "new", "Kota Lama", "--day", "2026-11-22", "--tax", "PPN:10"});
  cli.did({"fair", shop, "open", "Kota Lama"});
  cli.did({"sell", shop, "--line", "TAS:2", "--pay", "cash:220000"});
  const nlohmann::json figures = cli.run({"report", shop, "fair", "Kota Lama", "--json"}).json()["figures"];
  CHECK(figures["sales"] == 220'000);
  CHECK(figures["tax_included"] == 20'000);
  CHECK(figures["profit"] == 220'000 - 20'000 - 90'000);
}

TEST_CASE("all that is suggested goes into the box at once: what the last fair sold, and three tenths more") {
  CommandLine cli;
  const std::string shop = cli.path("s.lapak");
  cli.did({"new", shop, "--name", "Rumah Benang", "--currency", "IDR", "--language", "id"});
  cli.write("goods.csv", "code,name,price,cost\nTAS,Tas,85000,45000\nSABUN,Sabun,28000,12000\n");
  cli.did({"import", shop, "products", cli.path("goods.csv")});
  cli.did({"fair", shop, "new", "Kota Lama", "--day", "2026-11-22"});
  cli.did({"fair", shop, "pack", "Kota Lama", "--take", "TAS:5", "SABUN:4"});
  cli.did({"fair", shop, "open", "Kota Lama"});
  cli.did({"sell", shop, "--line", "TAS:5", "SABUN:4", "--pay", "cash:537000"});
  cli.did({"day", shop, "close", "--counted", "537000"});
  // Counted at last: of what was never written down 7 bags and a soap are at home.
  cli.did({"fair", shop, "home", "Kota Lama", "--found", "TAS:12", "SABUN:5"});
  cli.did({"fair", shop, "new", "Pasar Minggu", "--day", "2026-12-06"});
  cli.did({"fair", shop, "pack", "Pasar Minggu", "--suggested"});
  const nlohmann::json list = cli.run({"fair", shop, "packing", "Pasar Minggu", "--json"}).json();
  CHECK(list["like"] == "Kota Lama");
  // 5 × 1.3 are 7 whole bags, of the 7 that are left; of soap one is left.
  CHECK(list["rows"][0]["in_box_thousandths"] == 7'000);
  CHECK(list["rows"][1]["in_box_thousandths"] == 1'000);
  CHECK(list["pieces_thousandths"] == 8'000);
}

TEST_CASE("places are told from the command line, of all goods and of one") {
  CommandLine cli;
  const std::string shop = cli.path("s.lapak");
  cli.did({"new", shop, "--name", "Rumah Benang", "--currency", "IDR", "--language", "id"});
  cli.write("goods.csv", "code,name,price,cost\nTAS,Tas,85000,45000\n");
  cli.did({"import", shop, "products", cli.path("goods.csv")});
  cli.did({"fair", shop, "new", "Kota Lama", "--day", "2026-11-22"});
  cli.did({"fair", shop, "pack", "Kota Lama", "--take", "TAS:5"});
  const nlohmann::json bags = cli.run({"places", shop, "--product", "TAS", "--json"}).json()["places"];
  REQUIRE(bags.size() == 2);
  CHECK(bags[0]["kind"] == "home");
  CHECK(bags[0]["pieces_thousandths"] == -5'000);
  CHECK(bags[1]["name"] == "Kota Lama");
  CHECK(cli.run({"places", shop}).out == "fair_box\tKota Lama\t5\n");
  CHECK(cli.run({"places", shop, "--product", "TOPI"}).exit_code == kProblem);
}

TEST_CASE("goods go from box to box and to a partner's shop from the command line, and a list of equipment is kept") {
  CommandLine cli;
  const std::string shop = cli.path("s.lapak");
  cli.did({"new", shop, "--name", "Rumah Benang", "--currency", "IDR", "--language", "id"});
  cli.write("goods.csv", "code,name,price,cost,stock\nTAS,Tas,85000,45000,12\n");
  cli.did({"import", shop, "products", cli.path("goods.csv")});
  cli.did({"fair", shop, "new", "Kota Lama", "--day", "2026-11-22"});
  cli.did({"fair", shop, "new", "Pasar Minggu", "--day", "2026-11-29"});
  cli.did({"fair", shop, "pack", "Kota Lama", "--take", "TAS:5"});
  cli.did({"move", shop, "--from", "fair:Kota Lama", "--to", "fair:Pasar Minggu", "TAS:2"});
  CHECK(cli.run({"places", shop}).out.find("fair_box\tPasar Minggu\t2\n") != std::string::npos);
  CHECK(cli.run({"move", shop, "--from", "home", "--to", "home", "TAS:1"}).exit_code == kProblem);
  CHECK(cli.run({"move", shop, "--from", "home", "--to", "fair:Sekaten", "TAS:1"}).err ==
        "Tidak ada bazar “Sekaten”.\n");
  CHECK(cli.run({"move", shop, "--from", "home", "--to", "gudang", "TAS:1"}).err ==
        "Tidak ada tempat Anda yang bernama “gudang”.\n");
  CHECK(cli.run({"fair", shop, "kit", "Kota Lama", "--equipment", "Meja", "Tenda", "--money", "Receh", "--packed", "Tenda"})
            .out == "equipment\tMeja\t-\nequipment\tTenda\tx\nmoney\tReceh\t-\n");
  CHECK(cli.run({"fair", shop, "kit", "Pasar Minggu", "--json"}).json()["kit"][1]["packed"] == false);
}

TEST_CASE("stock is counted from the command line while selling goes on") {
  CommandLine cli;
  const std::string shop = cli.path("s.lapak");
  cli.did({"new", shop, "--name", "Rumah Benang", "--currency", "IDR", "--language", "id"});
  cli.write("goods.csv", "code,name,price,cost,stock\nTAS,Tas,85000,45000,12\nTOPI,Topi,40000,15000,6\n");
  cli.did({"import", shop, "products", cli.path("goods.csv")});
  CHECK(cli.run({"stocktake", shop, "show"}).exit_code == kProblem);
  cli.did({"stocktake", shop, "begin", "--blind"});
  CHECK(cli.run({"stocktake", shop, "begin"}).exit_code == kProblem);
  cli.did({"stocktake", shop, "count", "TAS:10", "--reason", "lost"});
  cli.did({"sell", shop, "--line", "TAS:1", "--pay", "cash:85000"});
  CHECK(cli.run({"stocktake", shop, "show"}).out == "TAS\tTas\t10\t12\nTOPI\tTopi\t-\t-\n");
  CHECK(cli.run({"stocktake", shop, "show", "--json"}).json()["missing"] == 90'000);
  cli.did({"stocktake", shop, "finish"});
  CHECK(cli.run({"places", shop, "--product", "TAS"}).out == "home\t\t9\n");
  CHECK(cli.run({"stocktake", shop, "past", "--json"}).json()["stocktakes"][0]["missing"] == 90'000);
}

TEST_CASE("fairs are compared from the command line, as a table and on paper") {
  CommandLine cli;
  const std::string shop = cli.path("s.lapak");
  cli.did({"new", shop, "--name", "Rumah Benang", "--currency", "IDR", "--language", "id"});
  cli.write("goods.csv", "code,name,price,cost,stock\nTAS,Tas,85000,45000,12\n");
  cli.did({"import", shop, "products", cli.path("goods.csv")});
  cli.did({"fair", shop, "new", "Kota Lama", "--day", "2026-11-22", "--own-minutes", "60"});
  cli.did({"fair", shop, "new", "Sekaten", "--day", "2026-11-29"});
  cli.did({"fair", shop, "open", "Kota Lama"});
  cli.did({"sell", shop, "--line", "TAS:2", "--pay", "cash:170000"});
  const nlohmann::json fairs = cli.run({"fair", shop, "list", "--compare", "--json"}).json()["fairs"];
  REQUIRE(fairs.size() == 1);
  CHECK(fairs[0]["figures"]["per_hour"] == 80'000);
  cli.did({"fair", shop, "list", "--compare", "-o", cli.path("all.pdf")});
  CHECK(cli.read("all.pdf").starts_with("%PDF"));
}

}  // namespace
}  // namespace lapak
