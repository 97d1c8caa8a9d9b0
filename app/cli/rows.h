// cli: an answer as lines of text. Internal to the room.
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <ostream>

namespace lapak {

// A row of figures to a line, tabs between them, "-" where there is none; lists inside a row are left out.
void print_rows(const nlohmann::ordered_json& json, std::ostream& out);
// What was asked for with --json, or as lines.
void print_answer(const nlohmann::ordered_json& json, bool as_json, std::ostream& out);

}  // namespace lapak
