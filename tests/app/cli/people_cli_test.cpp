// The command line about people: in and out, who is due, what is kept, forgetting.
#include "tests/app/cli/cli_fixture.h"

namespace lapak {
namespace {

constexpr std::string_view kCsv =
    "name,phone,town,birthday\nRatna Dewi,0812-3456-7890,Semarang,25/11/1990\nPak Hadi,,Solo,\nHadi,0813 9876 5432,,\n";

TEST_CASE("contacts come in from CSV and vCards, once, and go out as both") {
  CommandLine cli;
  cli.did({"new", cli.path("toko.lapak"), "--name", "Toko"});
  const std::string csv = cli.write("people.csv", kCsv);
  CHECK(cli.did({"import", cli.path("toko.lapak"), "contacts", csv, "--dry-run", "--json"}).json()["new"] == 3);
  CHECK(cli.did({"import", cli.path("toko.lapak"), "contacts", csv, "--json"}).json()["new"] == 3);
  CHECK(cli.did({"import", cli.path("toko.lapak"), "contacts", csv, "--json"}).json()["same"] == 3);
  cli.did({"export", cli.path("toko.lapak"), "contacts", "-o", cli.path("out.vcf")});
  CHECK(cli.read("out.vcf").find("TEL;TYPE=CELL:+6281234567890\r\n") != std::string::npos);
  CHECK(cli.did({"import", cli.path("toko.lapak"), "contacts", cli.path("out.vcf"), "--json"}).json()["same"] == 3);
  cli.did({"export", cli.path("toko.lapak"), "contacts", "-o", cli.path("out.csv")});
  CHECK(cli.read("out.csv").find("Ratna Dewi") != std::string::npos);
  cli.did({"export", cli.path("toko.lapak"), "notes", "-o", cli.path("notes.csv")});
  CHECK(cli.read("notes.csv").starts_with("name,phone,time,kind,text,pinned,due"));
}

TEST_CASE("who is due is said as a table and as JSON, and a person is written down and forgotten") {
  CommandLine cli;
  const std::string shop = cli.path("toko.lapak");
  cli.did({"new", shop, "--name", "Toko", "--language", "en"});
  cli.did({"import", shop, "contacts", cli.write("people.csv", kCsv)});
  const auto due = cli.did({"report", shop, "due", "--json"}).json();
  CHECK(due["suggested"][0]["name"] == "Ratna Dewi");
  CHECK(due["suggested"][0]["occasion"] == "birthday");
  CHECK(due["suggested"][0]["message"] == "Hello Ratna Dewi, happy birthday and all the best. Greetings, Toko.");
  CHECK(cli.did({"report", shop, "due"}).out.find("suggested\tbirthday\t2026-11-25\tRatna Dewi") != std::string::npos);
  CHECK(cli.did({"report", shop}).out.find("Ratna") == std::string::npos);

  cli.did({"person", shop, "0812 3456 7890", "-o", cli.path("ratna.json")});
  CHECK(nlohmann::json::parse(cli.read("ratna.json"))["card"]["town"] == "Semarang");
  cli.did({"person", shop, "ratna", "-o", cli.path("ratna.pdf")});
  CHECK(cli.read("ratna.pdf").starts_with("%PDF"));
  CHECK(cli.run({"person", shop, "ratna", "-o", cli.path("ratna.txt")}).exit_code == kUsage);

  CHECK(cli.run({"forget", shop, "nobody"}).exit_code == kProblem);
  const Said unclear = cli.run({"forget", shop, "had"});
  CHECK(unclear.exit_code == kProblem);
  CHECK(unclear.err.find("Pak Hadi") != std::string::npos);
  CHECK_MESSAGE(cli.run({"forget", shop, "hadi"}).exit_code == kDone, "the one whose whole name it is");
  cli.did({"forget", shop, "Ratna Dewi"});
  CHECK(cli.read("toko.lapak").find("Ratna Dewi") == std::string::npos);
  CHECK(cli.did({"verify", shop, "--json"}).json()["differences"].empty());
  CHECK(cli.run({"person", shop, "Ratna Dewi", "-o", cli.path("again.json")}).exit_code == kProblem);
}

}  // namespace
}  // namespace lapak
