// cli: incomes listed and taken back, classes with who takes part and who came, and what is in a pot.
#include "tests/app/cli/cli_fixture.h"

namespace lapak {
namespace {

struct BooksLine : CommandLine {
  std::string shop = path("s.lapak");
  BooksLine() { did({"new", shop, "--name", "Rumah Benang", "--language", "id"}); }
  auto books(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"books", shop});
    return run(arguments);
  }
};

TEST_CASE("an income is listed until it is taken back, which is done once") {
  BooksLine cli;
  const std::string id = cli.books({"income", "500000", "--contact", "Kopi Senja", "--note", "tiga foto"}).out;
  const auto listed = cli.books({"incomes", "--json"}).json()["incomes"];
  REQUIRE(listed.size() == 1);
  CHECK(listed[0]["from"] == "Kopi Senja");
  CHECK(listed[0]["note"] == "tiga foto");
  CHECK(cli.books({"take-back-income", id.substr(0, 36)}).exit_code == kDone);
  CHECK(cli.books({"incomes", "--json"}).json()["incomes"].empty());
  CHECK(cli.books({"take-back-income", id.substr(0, 36)}).exit_code == kProblem);
  CHECK(cli.run({"verify", cli.shop}).exit_code == kDone);
}

TEST_CASE("who takes part in a class, what is paid and who came is told, until it is called off") {
  BooksLine cli;
  CHECK(cli.books({"class", "Makrame", "--on", "2099-12-05", "--seats", "3", "--price", "150000", "--deposit", "30",
                   "--minutes", "180", "--place", "Di rumah"})
            .exit_code == kDone);
  CHECK(cli.books({"classes", "--json"}).json()["classes"][0]["deposit_percent"] == 30);
  CHECK(cli.books({"join", "makrame", "--client", "Ratna", "--seats", "2"}).out == "1\n");
  CHECK(cli.did({"order", cli.shop, "deposit", "1", "--pay", "cash:90000"}).out == "A1-000001\n");
  CHECK(cli.books({"attend", "makrame", "1", "came"}).exit_code == kDone);
  CHECK(cli.books({"attend", "makrame", "2", "came"}).exit_code == kProblem);
  const auto told = cli.books({"participants", "makrame", "--json"}).json();
  CHECK(told["taken"] == 2);
  CHECK(told["came"] == 2);
  CHECK(told["received"] == 90'000);
  CHECK(told["hourly"] == 100'000);
  CHECK(told["participants"][0]["attendance"] == "came");
  CHECK(cli.books({"call-off-class", "makrame"}).exit_code == kDone);
  CHECK(cli.books({"classes", "--json"}).json()["classes"].empty());
  CHECK(cli.run({"verify", cli.shop}).exit_code == kDone);
}

TEST_CASE("what was moved of a pot is listed, and an empty pot is put away") {
  BooksLine cli;
  CHECK(cli.books({"pot", "wage", "--percent", "50"}).exit_code == kDone);
  CHECK(cli.books({"move", "wage", "20000"}).exit_code == kDone);
  CHECK(cli.books({"hide-pot", "wage"}).exit_code == kProblem);
  CHECK(cli.books({"move", "wage", "-20000"}).exit_code == kDone);
  const auto moves = cli.books({"pot-moves", "wage", "--json"}).json();
  CHECK(moves["balance"] == 0);
  CHECK(moves["moves"].size() == 2);
  CHECK(moves["moves"][0]["amount"] == -20'000);
  CHECK(cli.books({"hide-pot", "wage"}).exit_code == kDone);
  CHECK(cli.books({"pots", "--json"}).json()["pots"].empty());
}

}  // namespace
}  // namespace lapak
