// cli: `lapak set`. Internal to the room.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "app/cli/command_line.h"

namespace CLI {
class App;
}

namespace lapak {

enum class SetAct { List, Save, Dozen, Undo };
struct SetRequest {
  std::filesystem::path shop;
  SetAct act = SetAct::List;
  std::string code, of, name, price;
  std::vector<std::string> parts;  // "CODE[:QUANTITY]"
  std::int64_t pieces = 12;
  bool as_json = false;
};

// Adds the verb; `request` is filled while parsing and outlives the program's arguments.
CLI::App* add_set_verb(CLI::App& program, SetRequest& request);
int carry_out_set(const SetRequest& request, const Terminal& terminal);

}  // namespace lapak
