// paper: what is kept about one person, to be read by her: her card, then all that happened, over as many pages as it
// takes.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "core/paper/layout.h"
#include "core/words/words.h"

namespace lapak {

struct PersonFileRow {
  LocalTime at;
  std::string what;  // "Purchase", "Note": in the paper's language
  std::string text;
  std::string amount;  // of a purchase, or empty
};
struct PersonFileView {
  Letterhead head;
  std::string name;
  std::vector<std::pair<std::string, std::string>> card;  // "Town", "Semarang"
  std::vector<PersonFileRow> rows;                        // newest first
};
Document person_file(const PersonFileView& view, SheetPaper paper, const Words& words);

}  // namespace lapak
