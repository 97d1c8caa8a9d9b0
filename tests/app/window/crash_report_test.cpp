// What a crash leaves behind, in a process of its own.
#include "app/window/crash_report.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

#include "core/base/check.h"
#include "tests/core/test_folder.h"

namespace lapak::test {
namespace {

template <class Wrong>
std::string report_of(const Wrong& wrong, int& status) {
  const TestFolder folder;
  const auto file = folder / "crash-report.txt";
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    keep_crash_reports(file, "9.9.9");
    for (int i = 0; i < 100; ++i) note_for_crash_report("step " + std::to_string(i));
    wrong();
    _exit(0);
  }
  REQUIRE(waitpid(child, &status, 0) == child);
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("a failed assertion leaves the promise, the version, the last steps and the stack, and ends the process") {
  int status = 0;
  const std::string report = report_of([] { assertion_failed("two == three", "shop.cpp", 7); }, status);
  CHECK(WIFSIGNALED(status));
  CHECK(WTERMSIG(status) == SIGABRT);
  CHECK(report.starts_with("Lapak 9.9.9, Linux "));
  CHECK(report.contains("assertion failed: two == three (shop.cpp:7)"));
  CHECK(report.contains("\nstep 60\n"));
  CHECK(report.contains("\nstep 99\n"));
  CHECK_FALSE(report.contains("\nstep 59\n"));
  CHECK(report.substr(report.find("\nstack\n")).size() > 50);
}

TEST_CASE("an exception that nobody catches leaves a report too") {
  int status = 0;
  const std::string report = report_of([] { std::terminate(); }, status);
  CHECK(WIFSIGNALED(status));
  CHECK(report.contains("\nsignal 6, second "));
}

}  // namespace lapak::test
