// cli: `lapak seller` and `lapak journal`: who sells and may do what, and who did what. Internal to the room.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/cli/command_line.h"

namespace CLI {
class App;
}

namespace lapak {

enum class SellerAct { List, Save };
struct SellerRequest {
  std::filesystem::path shop;
  SellerAct act = SellerAct::List;
  std::string name, role, pin;
  std::optional<int> discount_percent;
  std::optional<std::vector<std::string>> rights;  // codes
  bool as_json = false;
};
struct JournalRequest {
  std::filesystem::path shop;
  std::string who, group, from, to;
  std::filesystem::path output;  // a CSV
  int most = 100;
  bool as_json = false;
};

// Add the verbs; what they are given is filled while parsing and outlives the program's arguments.
CLI::App* add_seller_verb(CLI::App& program, SellerRequest& request);
CLI::App* add_journal_verb(CLI::App& program, JournalRequest& request);
int carry_out_seller(const SellerRequest& request, const Terminal& terminal);
int carry_out_journal(const JournalRequest& request, const Terminal& terminal);

}  // namespace lapak
