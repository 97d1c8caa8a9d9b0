// cli: sets from the command line.
#include "tests/app/cli/cli_fixture.h"

namespace lapak {
namespace {

TEST_CASE("a set and a dozen are made, sold from their parts' stock, and come back from a list of our own") {
  CommandLine cli;
  const std::string shop = cli.path("s.lapak");
  cli.did({"new", shop, "--name", "Kriya", "--language", "en"});
  cli.write("goods.csv", "code,name,price,stock\nS1,Sabun,28000,26\nL:1,Lilin \xF0\x9F\x8D\x93,45000,5\n");
  cli.did({"import", shop, "products", cli.path("goods.csv")});
  const auto asked = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"set", shop});
    arguments.push_back("--json");
    return cli.run(arguments).json()["sets"];
  };
  auto sets = asked({"save", "K1", "--name", "Kado", "--price", "90000", "--part", "S1:2", "--part", "L:1"});
  CHECK(sets[0]["can_be_sold"] == 5);
  CHECK(sets[0]["parts"][0]["quantity_thousandths"] == 2'000);
  CHECK(sets[0]["parts"][1]["code"] == "L:1");
  sets = asked({"dozen", "S1", "S12"});
  CHECK(sets[1]["name"] == "Sabun, a dozen");
  CHECK(sets[1]["price"] == 336'000);
  CHECK(sets[1]["can_be_sold"] == 2);
  cli.did({"sell", shop, "--line", "K1:2", "--line", "S12:1:300000", "--pay", "cash:480000"});
  CHECK(asked({"list"})[0]["can_be_sold"] == 3);
  CHECK(asked({"list"})[1]["can_be_sold"] == 0);

  cli.did({"export", shop, "products", "-o", cli.path("list.csv")});
  CHECK(cli.read("list.csv").find("made_of") != std::string::npos);
  const std::string other = cli.path("t.lapak");
  cli.did({"new", other, "--name", "Kriya", "--language", "en"});
  cli.did({"import", other, "products", cli.path("list.csv")});
  cli.did({"export", other, "products", "-o", cli.path("again.csv")});
  CHECK(cli.read("again.csv") == cli.read("list.csv"));

  CHECK(asked({"undo", "K1"}).size() == 1);
  for (const std::vector<std::string>& wrong : {std::vector<std::string>{"save", "K2", "--name", "X", "--part", "S1"},
                                                {"save", "K2", "--name", "X", "--price", "1", "--part", "S9"},
                                                {"save", "K2", "--name", "X", "--price", "1", "--part", "S12"},
                                                {"save", "K2", "--name", "X", "--price", "1", "--part", "S1:0"},
                                                {"dozen", "S12", "S144"},
                                                {"undo", "S9"}}) {
    std::vector<std::string> arguments{"set", shop};
    arguments.insert(arguments.end(), wrong.begin(), wrong.end());
    CHECK(cli.run(arguments).exit_code == kProblem);
  }
  CHECK(cli.run({"verify", shop}).exit_code == kDone);
  CHECK(cli.run({"verify", other}).exit_code == kDone);
}

}  // namespace
}  // namespace lapak
