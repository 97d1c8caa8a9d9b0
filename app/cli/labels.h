// cli: `lapak labels` and `lapak code`. Internal to the room.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "app/cli/command_line.h"

namespace CLI {
class App;
}

namespace lapak {

enum class LabelAct { Print, Sheets, SaveSheet, HideSheet, Nudge, Ruler, Facts, SaveFacts, Cards, GiveCodes, Codes };
struct LabelRequest {
  std::filesystem::path shop, output;
  LabelAct act = LabelAct::Sheets;
  std::string sheet = "a4-3x7", name, copied_from = "a4-3x7", batch, code, product, paper = "a6";
  std::vector<std::string> lines, parts;             // "CODE[:COPIES]"; codes of label parts
  std::string paper_size, size, margin, gap, nudge;  // "210x297" in millimetres
  int columns = 0, rows = 0, start = 1;
  bool in_stock = false, is_roll = false, all = false, as_json = false;
  std::string material, care, ingredients, allergens, net, registrations, link;
  std::vector<std::string> said;  // which of these were given, so that an empty one clears
};

// Adds the two verbs; `request` is filled while parsing and outlives the program's arguments.
std::vector<CLI::App*> add_label_verbs(CLI::App& program, LabelRequest& request);
int carry_out_labels(const LabelRequest& request, const Terminal& terminal);

}  // namespace lapak
