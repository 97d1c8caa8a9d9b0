// The command line in this process: arguments in, exit code and both outputs out, in a folder of its own.
#pragma once
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "app/cli/command_line.h"
#include "tests/core/fixture.h"

namespace lapak {

struct Said {
  int exit_code = 0;
  std::string out, err;

  nlohmann::json json() const {
    REQUIRE_MESSAGE(exit_code == kDone, err);
    return nlohmann::json::parse(out);
  }
};

class CommandLine {
 public:
  CommandLine() { ::setenv("LC_ALL", "en_GB.UTF-8", 1); }

  Said run(const std::vector<std::string>& arguments) {
    std::vector<const char*> raw{"lapak"};
    for (const std::string& argument : arguments) raw.push_back(argument.c_str());
    std::ostringstream out, err;
    const WhatToDo what =
        run_command_line(static_cast<int>(raw.size()), raw.data(), {out, err, {clock, random, files}});
    REQUIRE(std::holds_alternative<Finished>(what));
    return {std::get<Finished>(what).exit_code, out.str(), err.str()};
  }
  // That must succeed.
  Said did(const std::vector<std::string>& arguments) {
    Said said = run(arguments);
    INFO(said.err);
    REQUIRE(said.exit_code == kDone);
    return said;
  }
  std::string path(const std::string& name) const { return (folder / name).string(); }
  std::string write(const std::string& name, std::string_view bytes) const {
    std::ofstream(folder / name, std::ios::binary) << bytes;
    return path(name);
  }
  std::string read(const std::string& name) const {
    std::ifstream file(folder / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  TestFolder folder;
  FixedClock clock{kTestMorning};
  SeededRandom random{7};
  SystemFiles files;
};

}  // namespace lapak
