// cli: the program itself, as a process: what a script sees of it.
#include <sys/wait.h>

#include "tests/app/cli/cli_fixture.h"

namespace lapak {
namespace {

// A shell's view of one run, both outputs apart.
struct Process {
  TestFolder folder;

  std::string path(const std::string& name) const { return (folder / name).string(); }
  Said run(const std::string& arguments) const {
    const std::string command =
        "LC_ALL=C.UTF-8 '" LAPAK_PROGRAM "' " + arguments + " >'" + path("out") + "' 2>'" + path("err") + "'";
    const int status = std::system(command.c_str());
    REQUIRE(WIFEXITED(status));
    return {WEXITSTATUS(status), text(path("out")), text(path("err"))};
  }

 private:
  static std::string text(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }
};

}  // namespace

TEST_CASE("the program trades from a script: figures on standard output, exit code 0") {
  const Process lapak;
  const std::string shop = "'" + lapak.path("s.lapak") + "'";
  std::ofstream(lapak.path("p.csv")) << "code,name,price\nM1,Mug,12.50\n";
  const Said made = lapak.run("new " + shop + " --name Kiln --currency GBP --language en");
  CHECK(made.exit_code == 0);
  CHECK(made.err.empty());
  CHECK(lapak.run("import " + shop + " products '" + lapak.path("p.csv") + "'").exit_code == 0);
  const Said sold = lapak.run("sell " + shop + " --line M1:2 --pay cash:30.00");
  CHECK(sold.exit_code == 0);
  CHECK(sold.out.find("A1-000001") != sold.out.npos);
  CHECK(sold.err.empty());
  const Said report = lapak.run("report " + shop + " --json");
  CHECK(report.json()["net_sales"] == 2'500);
  CHECK(report.err.empty());
  CHECK(lapak.run("verify " + shop).exit_code == 0);
}

TEST_CASE("the program says what is wrong on standard error alone: 1 for a problem, 2 for a wrong word") {
  const Process lapak;
  const Said missing = lapak.run("report '" + lapak.path("none.lapak") + "'");
  CHECK(missing.exit_code == 1);
  CHECK(missing.out.empty());
  CHECK(missing.err.find("There is no file") != missing.err.npos);
  const Said wrong = lapak.run("report --colour");
  CHECK(wrong.exit_code == 2);
  CHECK(wrong.out.empty());
  CHECK_FALSE(wrong.err.empty());
  const Said version = lapak.run("--version");
  CHECK(version.exit_code == 0);
  CHECK(std::ranges::count(version.out, '\n') == 1);
}

}  // namespace lapak
