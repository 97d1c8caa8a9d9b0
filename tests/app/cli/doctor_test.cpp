// cli: what the doctor says of a shop that is well, of one that is not, and of a file that is none.
#include <fstream>

#include "core/safety/backup.h"
#include "tests/app/cli/cli_fixture.h"

namespace lapak {
namespace {

struct Patient : CommandLine {
  Patient() {
    did({"new", shop, "--name", "Kiln & Co", "--currency", "GBP", "--language", "en", "--zone", "Europe/London"});
    did({"import", shop, "products", write("p.csv", "code,name,price\nM1,Mug,12.50\n")});
    did({"sell", shop, "--line", "M1", "--pay", "cash:12.50"});
  }
  std::string shop = path("s.lapak");
};

std::string line_about(const std::string& out, const std::string& about) {
  const std::size_t at = out.find('\t' + about + '\t');
  if (at == std::string::npos) return {};
  const std::size_t begin = out.rfind('\n', at) + 1;
  return out.substr(begin, out.find('\n', at) - begin);
}

TEST_CASE("a shop with a fresh copy is well, and each thing is told in a sentence") {
  Patient cli;
  REQUIRE(back_up_into(cli.shop, cli.path("backups"), "Kiln & Co", {Date::of(2026, 11, 22), {}}));
  const Said said = cli.run({"doctor", cli.shop});
  CHECK(said.exit_code == kDone);
  CHECK(line_about(said.out, "file") == "good\tfile\tThe file is whole.");
  CHECK(line_about(said.out, "journal").starts_with("good\tjournal\t3 entries follow"));
  CHECK(line_about(said.out, "copies").ends_with("is whole and ends with A1-000001."));
  for (const char* about : {"disk", "clock", "printer", "fonts"}) CHECK_FALSE(line_about(said.out, about).empty());
  CHECK(cli.run({"doctor", cli.shop, "--json"}).out.starts_with("[{\"about\":"));
}

TEST_CASE("a shop without a copy is told to make one") {
  Patient cli;
  // What its import left.
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(cli.shop).parent_path()))
    if (entry.path().string().find(kBeforeImport) != std::string::npos) std::filesystem::remove(entry.path());
  const Said said = cli.run({"doctor", cli.shop});
  CHECK(said.exit_code == kProblem);
  CHECK(line_about(said.out, "copies").starts_with("bad\tcopies\tThere is no copy of the shop in "));
}

TEST_CASE("a shop whose tables are not what its journal says is told to be brought back, and stays as it is") {
  Patient cli;
  {
    Database database = Database::open(cli.shop, Durability::Full);
    database.run("DROP TRIGGER sale_is_never_rewritten");
    database.run("UPDATE sale SET total = total + 1");
  }
  const Said said = cli.run({"doctor", cli.shop});
  CHECK(said.exit_code == kProblem);
  CHECK(line_about(said.out, "journal").starts_with("bad\tjournal\tPart of the file is not what was written into it"));
}

TEST_CASE("what is no shop is said to be none, and the machine is examined all the same") {
  CommandLine cli;
  const Said said = cli.run({"doctor", cli.write("letter.lapak", "Dear Sir or Madam")});
  CHECK(said.exit_code == kProblem);
  CHECK(line_about(said.out, "file").starts_with("bad\tfile\t"));
  CHECK_FALSE(line_about(said.out, "disk").empty());
  CHECK(cli.read("letter.lapak") == "Dear Sir or Madam");
}

}  // namespace
}  // namespace lapak
