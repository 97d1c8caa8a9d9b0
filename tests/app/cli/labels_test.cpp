// cli: labels, sheets and bar codes from the command line.
#include "tests/app/cli/cli_fixture.h"

namespace lapak {
namespace {

struct LabelLine : CommandLine {
  std::string shop = path("s.lapak");
  LabelLine() {
    did({"new", shop, "--name", "Dapur Tini", "--language", "en"});
    write("goods.csv", "code,name,price,stock\nJ1,Selai nanas,45000,3\nJ2,Selai \xF0\x9F\x8D\x93,50000,2\n");
    did({"import", shop, "products", path("goods.csv")});
  }
  nlohmann::json asked(const std::string& verb, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {verb, shop});
    arguments.push_back("--json");
    return run(arguments).json();
  }
};

TEST_CASE("bar codes are given and listed") {
  LabelLine cli;
  CHECK(cli.asked("code", {"give", "J2"})["codes"][1]["barcode"] == "2900000000018");
  CHECK(cli.asked("code", {"give", "--all"})["codes"][0]["barcode"] == "2900000000025");
  CHECK(cli.run({"code", cli.shop, "give", "--all"}).err.find("already") != std::string::npos);
  CHECK(cli.run({"code", cli.shop, "give", "J9"}).exit_code == kProblem);
  CHECK(cli.run({"verify", cli.shop}).exit_code == kDone);
}

TEST_CASE("labels are printed as said, as in stock and as just made, and what is wrong is said") {
  LabelLine cli;
  const auto stock = cli.asked("labels", {"print", cli.path("a.pdf"), "--stock", "--start", "20"});
  CHECK(stock["labels"] == 5);
  CHECK(stock["pages"] == 2);
  CHECK(stock["warnings"].empty());
  CHECK(cli.asked("labels", {"print", cli.path("a.pdf"), "J1:22", "J2"})["labels"] == 23);
  cli.did({"labels", cli.shop, "save-facts", "J1", "--material", std::string(5'000, 'm')});
  const auto cut =
      cli.asked("labels", {"print", cli.path("a.pdf"), "J1", "--print", "name,material", "--code", "none"});
  CHECK(cut["warnings"].size() == 1);
  cli.did({"material", cli.shop, "save", "Gula", "--unit", "g"});
  cli.did({"recipe", cli.shop, "save", "--product", "J1", "--use", "Gula:100", "--best-before", "30"});
  const std::string batch =
      cli.did({"batch", cli.shop, "make", "4", "--product", "J1", "--lot", "N-7"}).out.substr(0, 36);
  CHECK(cli.asked("labels", {"print", cli.path("b.pdf"), "--batch", "N-7", "--sheet", "a4-2x7"})["labels"] == 4);
  CHECK(cli.asked("labels", {"print", cli.path("b.pdf"), "--batch", batch, "J1"})["labels"] == 1);
  CHECK(cli.run({"labels", cli.shop, "print", cli.path("b.pdf"), "--batch", "N-8"}).exit_code == kProblem);
  CHECK(cli.run({"labels", cli.shop, "print", cli.path("b.pdf")}).exit_code == kProblem);
  CHECK(cli.asked("labels", {"facts", "J1"})["ingredients"] == "Gula");
  cli.did({"labels", cli.shop, "cards", cli.path("c.pdf"), "J1", "J2", "--paper", "a4"});
  cli.did({"labels", cli.shop, "ruler", cli.path("r.pdf")});
  CHECK(std::filesystem::file_size(cli.path("c.pdf")) > 1'000);
}

TEST_CASE("a sheet of one's own is a copy with other measures, nudged, and hidden again") {
  LabelLine cli;
  cli.did({"labels", cli.shop,  "save-sheet", "Tom & Jerry 121", "--from",
           "a4-2x7", "--paper", "165x210",    "--columns",       "2",
           "--rows", "5",       "--size",     "75x38",           "--margin",
           "5x7.5",  "--gap",   "3x1",        "--print",         "name,price,net_content"});
  const auto sheet = cli.asked("labels", {"sheets"})["sheets"].back();
  CHECK(sheet["sheet"] == "Tom & Jerry 121");
  CHECK(sheet["top_um"] == 7'500);
  CHECK(sheet["print"].size() == 3);
  cli.did({"labels", cli.shop, "nudge", "Tom & Jerry 121", "1.5x-0.25"});
  CHECK(cli.asked("labels", {"sheets"})["sheets"].back()["nudge_y_um"] == -250);
  cli.did({"labels", cli.shop, "nudge", "a4-3x7", "-1x0"});
  CHECK(cli.run({"labels", cli.shop, "save-sheet", "a4-3x7", "--columns", "2"}).exit_code == kProblem);
  CHECK(cli.run({"labels", cli.shop, "save-sheet", "Tom & Jerry 121", "--columns", "9"}).exit_code == kProblem);
  CHECK(cli.run({"labels", cli.shop, "nudge", "Zebra", "1x1"}).exit_code == kProblem);
  CHECK(cli.run({"labels", cli.shop, "nudge", "a4-3x7", "left"}).exit_code == kProblem);
  cli.did({"labels", cli.shop, "hide-sheet", "tom & jerry 121"});
  CHECK(cli.asked("labels", {"sheets"})["sheets"].size() == 6);
  CHECK(cli.run({"verify", cli.shop}).exit_code == kDone);
}

}  // namespace
}  // namespace lapak
