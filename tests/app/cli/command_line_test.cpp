// cli: the verbs, from the arguments to the exit code.
#include "core/safety/copy_shelf.h"
#include "tests/app/cli/cli_fixture.h"

namespace lapak {
namespace {

// A shop in pounds with two products.
struct PoundShop : CommandLine {
  PoundShop() {
    did({"new", shop, "--name", "Kiln & Co", "--currency", "GBP", "--language", "en", "--zone", "Europe/London"});
    did({"import", shop, "products", write("p.csv", "code,name,price\nM1,Mug,12.50\nB:1,Bowl,20\n")});
  }
  std::string shop = path("s.lapak");
};

TEST_CASE("usage mistakes exit with 2, problems with 1, and say why on standard error") {
  CommandLine cli;
  for (const std::vector<std::string>& wrong :
       std::vector<std::vector<std::string>>{{"new"},
                                             {"nonsense", "a", "b"},
                                             {"import", "s", "stars", "f"},
                                             {"day", "s"},
                                             {"sell", "s"},
                                             {"report", "s", "--colour"},
                                             {"shots", "d", "s", "--size", "huge"}}) {
    const Said said = cli.run(wrong);
    CHECK(said.exit_code == kUsage);
    CHECK(said.out.empty());
    CHECK_FALSE(said.err.empty());
  }
  const Said missing = cli.run({"report", cli.path("none.lapak")});
  CHECK(missing.exit_code == kProblem);
  CHECK(missing.err.starts_with("There is no file"));
  CHECK(cli.run({"new", cli.path("x.lapak"), "--name", "X", "--currency", "XYZ"}).exit_code == kProblem);
  CHECK(cli.run({"report", cli.write("text.lapak", "not a shop")}).exit_code == kProblem);
  CHECK(cli.read("text.lapak") == "not a shop");
}

TEST_CASE("the version is one line") {
  const Said said = CommandLine().did({"--version"});
  CHECK(said.out.starts_with("lapak 0."));
  CHECK(said.out.find('\n') == said.out.size() - 1);
}

TEST_CASE("a shop is not made over another one") {
  CommandLine cli;
  cli.did({"new", cli.path("s.lapak"), "--name", "A"});
  const Said again = cli.run({"new", cli.path("s.lapak"), "--name", "B"});
  CHECK(again.exit_code == kProblem);
}

TEST_CASE("sentences come in the shop's language") {
  CommandLine cli;
  cli.did({"new", cli.path("s.lapak"), "--name", "Rumah Benang", "--currency", "IDR", "--language", "id"});
  const Said said = cli.run({"sell", cli.path("s.lapak"), "--line", "X", "--pay", "cash:1000"});
  CHECK(said.exit_code == kProblem);
  CHECK(said.err == "Kode X belum ada. Buat barangnya dulu.\n");
}

TEST_CASE("sales, a day and its report agree") {
  PoundShop cli;
  cli.did({"day", cli.shop, "open", "--float", "5000"});
  const std::string first = cli.did({"sell", cli.shop, "--line", "M1:2", "--pay", "cash:3000"}).out;
  CHECK(first == "A1-000001\n");
  CHECK(cli.did({"sell", cli.shop, "--line", "B:1:1:1800", "M1", "--pay", "card:1000", "cash:2050"}).out ==
        "A1-000002\n");
  const auto report = cli.did({"report", cli.shop, "--json"}).json();
  CHECK(report["currency"] == "GBP");
  CHECK(report["from"] == "2026-11-22");
  CHECK(report["sales_count"] == 2);
  CHECK(report["items_sold"] == 4'000);
  CHECK(report["gross_sales"] == 25'00 + 18'00 + 12'50);
  CHECK(report["net_sales"] == 55'50);
  CHECK(report["by_day"][0]["date"] == "2026-11-22");
  CHECK(report["by_product"][0]["code"] == "M1");
  CHECK(report["by_product"][0]["quantity"] == 3'000);
  for (const char* key : {"to", "refund_count", "discounts", "refunds", "tax", "rounding", "by_payment"})
    CHECK(report.contains(key));
  // M1 and B were 12.50 and 20.00 on the list: what 18.00 for B gave up.
  CHECK(report["given_up"] == 2'00);
  CHECK(report["bargains"][0]["at_list"] == 20'00);
  CHECK(report["bargains"][0]["agreed"] == 18'00);
  CHECK(report["profit"] == 55'50 - report["goods_cost"].get<int>());
  CHECK(report["by_weekday_hour"][0]["weekday"] == 0);  // a Sunday

  const auto bargains = cli.did({"report", cli.shop, "--table", "bargains", "--json"}).json();
  CHECK(bargains["rows"].size() == 1);
  CHECK(bargains["rows"][0][4] == 2'00);
  CHECK(cli.did({"report", cli.shop, "--table", "payments"}).out.starts_with("Paid by"));
  for (const char* part : {"days", "hours", "buyers", "stock_age", "weeks"}) {
    cli.did({"report", cli.shop, "--table", part, "-o", cli.path("table.csv")});
    CHECK(cli.read("table.csv").find('\n') != std::string::npos);
    cli.did({"report", cli.shop, "--table", part, "-o", cli.path("table.pdf")});
    CHECK(cli.read("table.pdf").starts_with("%PDF-"));
  }
  cli.did({"report", cli.shop, "-o", cli.path("all.xlsx")});
  CHECK(cli.read("all.xlsx").starts_with("PK"));
  CHECK(cli.run({"report", cli.shop, "-o", cli.path("all.doc")}).exit_code == kUsage);
  CHECK(cli.run({"report", cli.shop, "--table", "moon"}).exit_code == kUsage);

  const auto status = cli.did({"day", cli.shop, "status", "--json"}).json();
  CHECK(status["expected"] == 50'00 + 25'00 + 20'50);
  const auto closed = cli.did({"day", cli.shop, "close", "--counted", "9500", "--json"}).json();
  CHECK(closed["difference"] == -50);
  CHECK_FALSE(closed["open"].get<bool>());
  CHECK(cli.run({"day", cli.shop, "close", "--counted", "1"}).exit_code == kProblem);
  CHECK(cli.did({"verify", cli.shop}).out.find("differences\t0") != std::string::npos);
}

TEST_CASE("a sale that cannot be is refused and leaves no trace") {
  PoundShop cli;
  for (const std::vector<std::string>& wrong :
       std::vector<std::vector<std::string>>{{"--line", "M1:0", "--pay", "cash:2000"},
                                             {"--line", "M1:-1", "--pay", "cash:2000"},
                                             {"--line", "M1:two", "--pay", "cash:2000"},
                                             {"--line", "M1:99999999999999999999", "--pay", "cash:2000"},
                                             {"--line", "M1:1:-5", "--pay", "cash:2000"},
                                             {"--line", "M1:1:12345678901234567890", "--pay", "cash:2000"},
                                             {"--line", "M1:900000000:99999999999", "--pay", "cash:2000"},
                                             {"--line", "nothing", "--pay", "cash:2000"},
                                             {"--line", "M1", "--pay", "cash:1000"},
                                             {"--line", "M1", "--pay", "card:2000"},
                                             {"--line", "M1", "--pay", "shells:1250"},
                                             {"--line", "M1", "--pay", "cash:much"},
                                             {"--line", "M1"}}) {
    std::vector<std::string> arguments{"sell", cli.shop};
    arguments.insert(arguments.end(), wrong.begin(), wrong.end());
    const Said said = cli.run(arguments);
    INFO(wrong[1]);
    CHECK(said.exit_code == kProblem);
    CHECK(said.out.empty());
    CHECK(said.err.size() > 10);
  }
  CHECK(cli.did({"report", cli.shop, "--json"}).json()["sales_count"] == 0);
}

TEST_CASE("an import keeps a copy of the shop as it was before, and a dry run none") {
  PoundShop cli;
  const std::string list = cli.write("more.csv", "code,name,price\nM9,Lamp,30\n");
  const auto copies = [&] {
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(cli.shop).parent_path()))
      if (entry.path().filename().string().find(kBeforeImport) != std::string::npos) found.push_back(entry.path());
    return found;
  };
  const std::size_t before = copies().size();
  cli.did({"import", cli.shop, "products", list, "--dry-run"});
  CHECK(copies().size() == before);
  for (const std::filesystem::path& copy : copies()) std::filesystem::remove(copy);
  cli.did({"import", cli.shop, "products", list});
  REQUIRE(copies().size() == 1);
  cli.did({"verify", copies().front().string()});
  cli.did({"export", copies().front().string(), "products", "-o", cli.path("then.csv")});
  CHECK_MESSAGE(cli.read("then.csv").find("Lamp") == std::string::npos, "as it was before");
  CHECK(cli.read("then.csv").find("Mug") != std::string::npos);
}

TEST_CASE("an import says what it would do, does it once, and nothing by halves") {
  PoundShop cli;
  const std::string good = cli.write("sales.csv",
                                     "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID\n"
                                     "1,X,Lantern,2,2010-12-01 08:26,1.255,17850\n"
                                     "1,x,Small lantern,1,2010-12-01 08:26,1,17850\n"
                                     "C2,X,Lantern,-1,2010-12-02 09:00,1.255,\n"
                                     "3,X,,-4,2010-12-03 09:00,0,\n");
  const std::vector<std::string> import{"import", cli.shop, "sales", good, "--json"};
  std::vector<std::string> dry = import;
  dry.push_back("--dry-run");
  CHECK(cli.did(dry).json()["new"] == 4);
  CHECK(cli.did({"report", cli.shop, "--from", "2010-12-01", "--to", "2010-12-31", "--json"}).json()["sales_count"] ==
        0);
  CHECK(cli.did(import).json()["new"] == 4);
  const auto again = cli.did(import).json();
  CHECK(again["new"] == 0);
  CHECK(again["same"] == 4);
  const auto report = cli.did({"report", cli.shop, "--from", "2010-12-01", "--to", "2010-12-31", "--json"}).json();
  CHECK(report["sales_count"] == 1);
  CHECK(report["refund_count"] == 1);
  CHECK(report["gross_sales"] == 2'51 + 1'00);
  CHECK(report["refunds"] == 1'26);
  CHECK(report["net_sales"] == 2'25);
  CHECK(report["by_payment"][0]["method"] == "imported");
  CHECK(report["by_product"].size() == 2);
  cli.did({"verify", cli.shop});

  const Said bad = cli.run(
      {"import", cli.shop, "products", cli.write("bad.csv", "code,name,price\nN1,New,1\nN2,Newer,\nN3,=cmd(),abc\n")});
  CHECK(bad.exit_code == kProblem);
  CHECK(bad.err.find("Row 3: “price” is empty.") != std::string::npos);
  CHECK(bad.err.find("Row 4: “abc” is not an amount.") != std::string::npos);
  CHECK(bad.err.find("2 rows need a look. Nothing was imported.") != std::string::npos);
  CHECK(cli.run({"sell", cli.shop, "--line", "N1", "--pay", "cash:100"}).exit_code == kProblem);
}

TEST_CASE("a table shared by many makers: goods come from a list, and each maker's statement from the shop") {
  PoundShop cli;
  const std::string list = cli.write("goods.csv",
                                     "code,name,price,owner,quantity,owner price\n"
                                     "W1,Bowl,20.00,Wulan,4,\n"
                                     "W2,Vase,35.00,Wulan,2,\n"
                                     "R1,Candle,9.50,Rina,10,6.00\n");
  cli.did({"import", cli.shop, "goods", list, "--share", "60"});
  cli.did({"import", cli.shop, "goods", list, "--share", "60"});
  cli.did({"sell", cli.shop, "--line", "W1:2", "--line", "M1", "--pay", "cash:52.50"});
  const auto statement = cli.did({"statement", cli.shop, "wulan", "--json"}).json();
  CHECK(statement["closing"] == 24'00);
  REQUIRE(statement["goods"].size() == 2);
  CHECK(statement["goods"][0]["taken"] == 4'000);
  CHECK(statement["goods"][0]["left"] == 2'000);
  CHECK(statement["entries"][0]["receipt"] == "A1-000001");
  const auto day =
      cli.did({"statement", cli.shop, "Wulan", "--from", "2020-01-01", "--to", "2020-01-02", "--json"}).json();
  CHECK(day["closing"] == 0);
  CHECK(cli.did({"statement", cli.shop, "Wulan"}).out.find("You owe Wulan £24.00") != std::string::npos);
  cli.did({"statement", cli.shop, "Wulan", "-o", cli.path("wulan.pdf")});
  CHECK(cli.read("wulan.pdf").starts_with("%PDF"));
  cli.did({"export", cli.shop, "consignment", "-o", cli.path("c.csv")});
  CHECK(cli.read("c.csv").find("Wulan,consignment,1,sold,W1,Bowl,,A1-000001,2,40.00,24.00,,") != std::string::npos);
  CHECK(cli.run({"statement", cli.shop, "Nobody"}).exit_code == kProblem);
  CHECK(cli.run({"statement", cli.shop, "Wulan", "--from", "2026-12-02", "--to", "2026-12-01"}).exit_code == kUsage);
  CHECK(
      cli.run({"import", cli.shop, "goods", cli.write("no.csv", "code,name,price,owner\nX,Thing,1.00,\n")}).exit_code ==
      kProblem);
  cli.did({"verify", cli.shop});
}

TEST_CASE("exports open in a spreadsheet without running anything") {
  PoundShop cli;
  cli.did({"import", cli.shop, "products", cli.write("f.csv", "code,name,price\nF,\"=HYPERLINK(\"\"x\"\")\",1\n")});
  cli.did({"import", cli.shop, "customers", cli.write("c.csv", "name,phone\nWulan,+6281234567890\n")});
  cli.did({"sell", cli.shop, "--line", "F:2", "--pay", "qris:200"});
  for (const char* table : {"products", "sales", "lines", "customers", "stock"})
    cli.did({"export", cli.shop, table, "-o", cli.path(std::string(table) + ".out.csv")});
  CHECK(cli.read("products.out.csv").find("F,\"'=HYPERLINK(\"\"x\"\")\",1.00,") != std::string::npos);
  CHECK(cli.read("lines.out.csv").find("A1-000001,sale,2026-11-22 03:42:00,") != std::string::npos);
  CHECK(cli.read("sales.out.csv").find(",2.00,0.00,qris,0,") != std::string::npos);
  CHECK(cli.read("customers.out.csv").find("Wulan,'+6281234567890,") != std::string::npos);
  cli.did({"export", cli.shop, "payments", "-o", cli.path("payments.csv")});
  CHECK(cli.read("payments.csv").find(",qris,2.00,2.00,0.00,") != std::string::npos);
  for (const char* program : {"shopify", "etsy", "square", "loyverse", "woocommerce"}) {
    cli.did({"export", cli.shop, program, "-o", cli.path("web.csv")});
    CHECK(cli.read("web.csv").find("\"'=HYPERLINK(\"\"x\"\")\"") != std::string::npos);
    CHECK(cli.did({"import", cli.shop, "products", cli.path("web.csv"), "--json"}).json()["same"] == 3);
  }
  for (const char* table : {"everything", "sales"}) {
    cli.did({"export", cli.shop, table, "-o", cli.path("book.xlsx")});
    CHECK(cli.read("book.xlsx").starts_with("PK"));
  }
  CHECK(cli.run({"export", cli.shop, "products", "-o", cli.path("no/such/folder/p.csv")}).exit_code == kProblem);
  CHECK(cli.did({"import", cli.shop, "products", cli.path("products.out.csv"), "--json"}).json()["same"] == 3);
  CHECK(cli.did({"import", cli.shop, "customers", cli.path("customers.out.csv"), "--json"}).json()["same"] == 1);
}

TEST_CASE("a merchant code is explained, priced, or refused with a reason") {
  CommandLine cli;
  const std::string code =
      "00020101021126690017ID.CO.EXAMPLE.WWW011893600000000000000102150000000000000010303UMI51440014ID.CO.QRIS.WWW0215"
      "ID00000000000010303UMI5204594753033605802ID5912KRIYA CONTOH6007BANDUNG610540111630469E9";
  CHECK(cli.did({"qris", code}).out == code + "\nKRIYA CONTOH\nBANDUNG\nIDR\n");
  const std::string priced = cli.did({"qris", code, "--amount", "75000"}).out;
  CHECK(priced.find("5405750005802ID") != std::string::npos);
  CHECK(priced.ends_with("\n75000\n"));
  const Said cut = cli.run({"qris", code.substr(0, 60)});
  CHECK(cut.exit_code == kProblem);
  CHECK(cut.out.empty());
  CHECK(cut.err.find("cannot be read from character") != std::string::npos);
  CHECK(cli.run({"qris", code, "--amount", "0"}).exit_code == kProblem);
}

TEST_CASE("papers are PDFs") {
  PoundShop cli;
  cli.did({"sell", cli.shop, "--line", "M1", "--pay", "cash:2000"});
  cli.did({"receipt", cli.shop, "last", "-o", cli.path("r.pdf")});
  cli.did({"receipt", cli.shop, "A1-000001", "-o", cli.path("a6.pdf"), "--paper", "a6"});
  cli.did({"price-list", cli.shop, "-o", cli.path("p.pdf"), "--layout", "cards6"});
  cli.did({"report", cli.shop, "-o", cli.path("d.pdf")});
  cli.did({"report", cli.shop, "--from", "2026-11-01", "--to", "2026-11-30", "-o", cli.path("m.pdf")});
  for (const char* file : {"r.pdf", "a6.pdf", "p.pdf", "d.pdf", "m.pdf"}) CHECK(cli.read(file).starts_with("%PDF-"));
  cli.did({"report", cli.shop, "--from", "2026-11-01", "--to", "2026-11-30", "-o", cli.path("m.csv")});
  CHECK(cli.read("m.csv").find("total,net_sales,,,,12.50\r\n") != std::string::npos);
  CHECK(cli.run({"receipt", cli.shop, "A1-000009", "-o", cli.path("x.pdf")}).exit_code == kProblem);
  CHECK(cli.run({"price-list", cli.shop, "-o", cli.path("x.pdf"), "--category", "Hats"}).exit_code == kProblem);
  CHECK(cli.run({"report", cli.shop, "--from", "2026-02-30"}).exit_code == kProblem);
  CHECK(cli.run({"report", cli.shop, "--from", "2026-11-30", "--to", "2026-11-01"}).exit_code == kUsage);
}

TEST_CASE("a copy is made and brought back") {
  PoundShop cli;
  cli.did({"sell", cli.shop, "--line", "M1", "--pay", "cash:2000"});
  cli.did({"backup", cli.shop, cli.path("copy.lapak")});
  cli.did({"restore", cli.path("copy.lapak"), cli.path("back.lapak")});
  CHECK(cli.did({"report", cli.path("back.lapak"), "--json"}).json()["net_sales"] == 12'50);
  CHECK(cli.run({"restore", cli.write("junk", "junk"), cli.path("other.lapak")}).exit_code == kProblem);
}

TEST_CASE("a window and its pictures are left to whoever draws") {
  CommandLine cli;
  const auto what = [&](std::vector<const char*> arguments) {
    arguments.insert(arguments.begin(), "lapak");
    std::ostringstream out, err;
    return run_command_line(static_cast<int>(arguments.size()), arguments.data(),
                            {out, err, {cli.clock, cli.random, cli.files}});
  };
  CHECK(std::get<OpenWindow>(what({})).shop.empty());
  CHECK(std::get<OpenWindow>(what({"my.lapak"})).shop == "my.lapak");
  CHECK(std::get<OpenWindow>(what({"--demo"})).is_demo);
  const auto shots = std::get<TakeShots>(what({"shots", "d", "s.lapak", "--theme", "terik", "--size", "1024x768"}));
  CHECK(shots.theme == "terik");
  CHECK(shots.width_px == 1024);
}

}  // namespace
}  // namespace lapak
