// cli: an answer as lines of text.
#include "app/cli/rows.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace lapak {

void print_rows(const nlohmann::ordered_json& json, std::ostream& out) {
  for (const auto& [key, value] : json.items()) {
    if (!value.is_array()) {
      out << fmt::format("{}\t{}\n", key, value.is_string() ? value.get<std::string>() : value.dump());
      continue;
    }
    for (const nlohmann::ordered_json& row : value) {
      std::string line;
      for (const auto& [name, cell] : row.items())
        if (!cell.is_array())
          line += (line.empty() ? "" : "\t") + (cell.is_string() ? cell.get<std::string>()
                                                : cell.is_null() ? "-"
                                                                 : cell.dump());
      out << line << '\n';
    }
  }
}

void print_answer(const nlohmann::ordered_json& json, bool as_json, std::ostream& out) {
  if (as_json)
    out << json.dump() << '\n';
  else
    print_rows(json, out);
}

}  // namespace lapak
