// cli: who sells, and who did what.
#include "tests/app/cli/cli_fixture.h"

namespace lapak {
namespace {

TEST_CASE("a helper is given rights, and what was done is read, from the command line") {
  CommandLine cli;
  const std::string shop = cli.path("s.lapak");
  cli.did({"new", shop, "--name", "Kriya", "--language", "en"});
  auto list = cli.run({"seller", shop, "save", "Dina", "--discount", "15", "--may", "refund,drawer", "--json"})
                  .json()["sellers"];
  REQUIRE(list.size() == 2);
  CHECK(list[1]["role"] == "helper");
  CHECK(list[1]["discount_percent"] == 15);
  CHECK(list[1]["may"] == nlohmann::json::array({"refund", "drawer"}));
  list = cli.run({"seller", shop, "save", "dina", "--pin", "1234", "--json"}).json()["sellers"];
  CHECK_MESSAGE(list[1]["may"].size() == 2, "what is not said stays");
  CHECK(list[1]["has_pin"] == true);
  CHECK(cli.run({"seller", shop, "save", "Dina", "--pin", "12"}).exit_code == kProblem);
  CHECK(cli.run({"seller", shop, "save", "Dina", "--may", "fly"}).exit_code == kUsage);

  const auto deeds = cli.run({"journal", shop, "--about", "settings", "--json"}).json()["deeds"];
  REQUIRE(deeds.size() == 3);
  CHECK(deeds[1]["what"] == "Seller changed");
  CHECK(deeds[1]["about"] == "Dina");
  CHECK(cli.run({"journal", shop, "--who", "Wulan"}).exit_code == kProblem);
  CHECK(cli.run({"journal", shop, "--from", "soon"}).exit_code == kProblem);
  cli.did({"journal", shop, "-o", cli.path("j.csv")});
  CHECK(cli.read("j.csv").find("Seller changed") != std::string::npos);
  CHECK(cli.run({"verify", shop}).exit_code == kDone);
}

}  // namespace
}  // namespace lapak
