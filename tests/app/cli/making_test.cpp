// cli: the workshop from the command line: bought, written as a recipe, planned, made, taken back, and what it costs.
#include "tests/app/cli/cli_fixture.h"

namespace lapak {
namespace {

struct WorkshopLine : CommandLine {
  std::string shop = path("s.lapak");
  WorkshopLine() {
    did({"new", shop, "--name", "Lilin Senja", "--language", "id"});
    write("goods.csv", "code,name,price\nL1,Lilin aroma,45000\nL2,Lilin kecil,5000\n");
    did({"import", shop, "products", path("goods.csv")});
    did({"material", shop, "save", "Lilin", "--unit", "g", "--bought", "kg", "--low", "200"});
    did({"material", shop, "save", "Sumbu"});
  }
  nlohmann::json asked(const std::string& verb, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {verb, shop});
    arguments.push_back("--json");
    return run(arguments).json();
  }
  std::string id_of(const std::vector<std::string>& arguments) { return did(arguments).out.substr(0, 36); }
};

TEST_CASE("materials are bought with shipping shared out, counted, moved, and the purchase taken back") {
  WorkshopLine cli;
  const std::string purchase = cli.id_of({"material", cli.shop, "buy", "Lilin:2kg:80000:2027-05-01", "Sumbu:100:20000",
                                          "--shipping", "10000", "--supplier", "Toko Kimia"});
  const auto wax = cli.asked("material", {"list"})["materials"][0];
  CHECK(wax["quantity"] == 2'000);
  CHECK(wax["value"] == 88'000);
  CHECK(wax["expires"] == "2027-05-01");
  CHECK(cli.asked("material", {"purchases"})["purchases"][0]["supplier"] == "Toko Kimia");
  cli.did({"material", cli.shop, "move", "lost", "lilin", "0.5kg"});
  cli.did({"material", cli.shop, "count", "Lilin", "150"});
  CHECK(cli.asked("material", {"moves", "Lilin"})["moves"].size() == 3);
  const auto list = cli.asked("material", {"shopping"})["shopping"];
  CHECK(list[0]["name"] == "Lilin");
  CHECK(list[0]["buy"] == 1);
  cli.did({"material", cli.shop, "take-back", purchase});
  CHECK(cli.asked("material", {"list"})["materials"][1]["quantity"] == 0);
  CHECK(cli.run({"material", cli.shop, "take-back", purchase}).exit_code == kProblem);
  CHECK(cli.run({"material", cli.shop, "buy", "Kayu:1:5"}).err.find("Kayu") != std::string::npos);
  CHECK(cli.run({"verify", cli.shop}).exit_code == kDone);
}

TEST_CASE("a recipe says what a piece costs and what to sell it for, and what is sold below that") {
  WorkshopLine cli;
  cli.did({"material", cli.shop, "buy", "Lilin:1kg:40000", "Sumbu:10:5000"});
  cli.did({"cost", cli.shop, "rules", "--wage", "12000", "--factor", "2.5", "--step", "500"});
  cli.did({"recipe", cli.shop, "save", "--product", "L1", "--use", "Lilin:0.2kg:5", "Sumbu:1", "--minutes", "10",
           "--other", "1000"});
  cli.did({"recipe", cli.shop, "save", "--product", "L2", "--use", "Lilin:200"});
  const auto cost = cli.asked("cost", {"show", "L1"});
  CHECK(cost["materials"] == 8'900);
  CHECK(cost["work"] == 2'000);
  CHECK(cost["cost"] == 11'900);
  CHECK(cost["suggested"] == 30'000);
  CHECK(cost["wholesale"] == 21'000);
  const auto below = cli.asked("cost", {"below"})["products"];
  REQUIRE(below.size() == 1);
  CHECK(below[0]["name"] == "Lilin kecil");
  CHECK(cli.asked("recipe", {"show", "--product", "L1"})["lines"][0]["waste_bp"] == 500);
  CHECK(cli.asked("recipe", {"list"})["recipes"].size() == 2);
  CHECK(cli.asked("cost", {"list"})["products"].size() == 2);
  CHECK(cli.asked("cost", {"show-rules"})["factor_bp"] == 25'000);
  cli.did({"recipe", cli.shop, "remove", "--product", "L2"});
  CHECK(cli.run({"recipe", cli.shop, "show", "--product", "L2"}).exit_code == kProblem);
  const Said ring = cli.run({"recipe", cli.shop, "save", "--material", "Lilin", "--use", "Lilin:1"});
  CHECK(ring.err.find("Lilin → Lilin") != std::string::npos);
  cli.did({"sell", cli.shop, "--line", "L1:2", "--pay", "cash:90000"});
  const auto next = cli.asked("batch", {"next"})["next"];
  REQUIRE(next.size() == 1);
  CHECK(next[0]["name"] == "Lilin aroma");
  CHECK(next[0]["make"] == 2);
  CHECK(next[0]["possible"] == 4);
}

TEST_CASE("a batch is planned, made as it really was, and taken back") {
  WorkshopLine cli;
  cli.did({"material", cli.shop, "buy", "Lilin:1kg:40000"});
  cli.did({"recipe", cli.shop, "save", "--product", "L1", "--use", "Lilin:200", "--ready-after", "2"});
  CHECK(cli.asked("batch", {"possible"})["possible"][0]["pieces"] == 5);
  const std::string plan = cli.id_of({"batch", cli.shop, "plan", "4", "--product", "L1", "--on", "2026-12-01"});
  CHECK(cli.asked("batch", {"plans"})["plans"][0]["quantity"] == 4);
  CHECK(cli.asked("batch", {"possible"})["possible"][0]["pieces"] == 1);
  const std::string batch = cli.id_of({"batch", cli.shop, "make", "4", "--product", "L1", "--plan", plan, "--rejects",
                                       "1", "--use", "Lilin:0.9kg", "--lot", "A7"});
  const auto made = cli.asked("batch", {"list"})["batches"][0];
  CHECK(made["lot"] == "A7");
  CHECK(made["cost"] == 36'000);
  CHECK(made["ready_from"] == "2026-11-24");
  CHECK(cli.asked("batch", {"plans"})["plans"].empty());
  cli.did({"batch", cli.shop, "take-back", batch});
  CHECK(cli.asked("batch", {"list"})["batches"][0]["taken_back"] == true);
  cli.did({"batch", cli.shop, "call-off", plan});
  CHECK(cli.asked("batch", {"plans"})["plans"].empty());
  CHECK(cli.run({"batch", cli.shop, "take-back", batch}).exit_code == kProblem);
  CHECK(cli.run({"verify", cli.shop}).exit_code == kDone);
}

}  // namespace
}  // namespace lapak
