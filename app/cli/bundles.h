// cli: `lapak bundle`. Internal to the room.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "app/cli/command_line.h"

namespace CLI {
class App;
}

namespace lapak {

enum class BundleAct { List, Save, Stop, Start };
struct BundleRequest {
  std::filesystem::path shop;
  BundleAct act = BundleAct::List;
  std::string name, price, category;
  std::int64_t pieces = 0;
  std::vector<std::string> items;  // codes
  bool as_json = false;
};

// Adds the verb; `request` is filled while parsing and outlives the program's arguments.
CLI::App* add_bundle_verb(CLI::App& program, BundleRequest& request);
int carry_out_bundle(const BundleRequest& request, const Terminal& terminal);

}  // namespace lapak
