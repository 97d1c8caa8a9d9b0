// cli: the books: expenses written down, listed, taken back and paid.
#include "tests/app/cli/cli_fixture.h"

namespace lapak {
namespace {

TEST_CASE("expenses are written down, listed by category, paid later and taken back") {
  CommandLine cli;
  const std::string shop = cli.path("s.lapak");
  cli.did({"new", shop, "--name", "Rumah Benang", "--language", "id"});
  const auto books = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"books", shop});
    return cli.run(arguments);
  };
  CHECK(books({"expense", "50000", "--category", "booth", "--from", "till"}).exit_code == kProblem);
  const std::string rent = books({"expense", "50000", "--category", "booth"}).out;
  CHECK(rent.size() == 37);
  CHECK(books({"expense", "20000", "--category", "Lilin", "--from", "later", "--due", "2099-01-02"}).exit_code ==
        kDone);
  auto listed = books({"expenses", "--json"}).json();
  CHECK(listed["total"] == 70'000);
  CHECK(listed["by_category"][0]["category"] == "booth");
  const std::string bill = books({"due", "--json"}).json()["to_pay"][0]["id"];
  CHECK(books({"pay", bill}).exit_code == kDone);
  CHECK(books({"pay", bill}).exit_code == kProblem);
  CHECK(books({"take-back", rent.substr(0, 36)}).exit_code == kDone);
  listed = books({"expenses", "--json"}).json();
  CHECK(listed["total"] == 20'000);
  CHECK(listed["expenses"][0]["paid_from"] == "bank");
  CHECK(books({"recurring", "300000", "--category", "booth", "--name", "Sewa kios"}).exit_code == kDone);
  CHECK(books({"due"}).out.find("Sewa kios") != std::string::npos);
  CHECK(books({"expense", "10", "--on", "gestern"}).exit_code == kProblem);
  CHECK(books({"take-back", "x"}).err == "Ini tidak ada di pembukuan, atau sudah dibatalkan.\n");
  CHECK(cli.run({"verify", shop}).exit_code == kDone);
}

}  // namespace
}  // namespace lapak
