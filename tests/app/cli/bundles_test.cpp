// cli: bundles from the command line.
#include "tests/app/cli/cli_fixture.h"

namespace lapak {
namespace {

TEST_CASE("a bundle is made, sold, changed and stopped from the command line") {
  CommandLine cli;
  const std::string shop = cli.path("s.lapak");
  cli.did({"new", shop, "--name", "Kriya", "--language", "en"});
  cli.write("goods.csv", "code,name,price,category\nK1,Kunci,35000,Kecil\nB1,Bros \xF0\x9F\x8D\x93,40000,Kecil\n");
  cli.did({"import", shop, "products", cli.path("goods.csv")});
  const auto saved = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"bundle", shop});
    arguments.push_back("--json");
    return cli.run(arguments).json()["bundles"];
  };
  auto list = saved({"save", "Kecil-kecil", "--pieces", "3", "--price", "100000", "--category", "kecil"});
  CHECK(list[0]["category"] == "Kecil");
  CHECK(list[0]["price"] == 100'000);
  cli.did({"sell", shop, "--line", "K1:2", "--line", "B1", "--pay", "cash:100000"});
  CHECK(cli.run({"sell", shop, "--line", "K1:2", "--line", "B1", "--pay", "cash:99999"}).exit_code == kProblem);
  list = saved({"save", "kecil-kecil", "--items", "K1", "--pieces", "2"});
  CHECK(list.size() == 1);
  CHECK(list[0]["name"] == "Kecil-kecil");
  CHECK(list[0]["pieces"] == 2);
  CHECK(list[0]["items"][0]["code"] == "K1");
  CHECK(saved({"stop", "Kecil-kecil"})[0]["stopped"] == true);
  cli.did({"sell", shop, "--line", "K1:2", "--pay", "cash:70000"});
  CHECK(saved({"start", "Kecil-kecil"})[0]["stopped"] == false);
  CHECK(cli.did({"bundle", shop, "list"}).out.find("Kecil-kecil\t2\t100000") == 0);
  for (const std::vector<std::string>& wrong : {std::vector<std::string>{"stop", "Besar"},
                                                {"save", "Besar", "--pieces", "1", "--price", "10", "--items", "K1"},
                                                {"save", "Besar", "--pieces", "2", "--items", "K1"},
                                                {"save", "Besar", "--pieces", "2", "--price", "10", "--items", "K9"},
                                                {"save", "Besar", "--pieces", "2", "--price", "10", "--category", "K9"},
                                                {"save", "Besar", "--pieces", "2", "--price", "10"}}) {
    std::vector<std::string> arguments{"bundle", shop};
    arguments.insert(arguments.end(), wrong.begin(), wrong.end());
    CHECK(cli.run(arguments).exit_code == kProblem);
  }
  CHECK(cli.run({"verify", shop}).exit_code == kDone);
}

}  // namespace
}  // namespace lapak
