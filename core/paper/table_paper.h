// paper: a sheet of tables under a head: statements, slips of goods, sheets of totals, directories.
//
// Plain values in, a Document of as many pages as it takes out; any thread. Amounts and quantities come as text, as
// they are kept: nothing is added up here. A table's head is repeated where it goes on.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/paper/chart.h"
#include "core/paper/layout.h"
#include "core/paper/letterhead.h"
#include "core/words/words.h"

namespace lapak {

struct PaperColumn {
  std::string name;
  Align align = Align::Left;
  int parts = 1;  // of the width, among the columns
};

enum class RowTone { Plain, Strong };
struct PaperRow {
  std::vector<std::string>
      cells;  // one a column; a cell too long for its column goes on in a second line, then ends in dots
  RowTone tone = RowTone::Plain;
};

struct PaperTable {
  std::string heading;  // may be empty
  std::vector<PaperColumn> columns;
  std::vector<PaperRow> rows;
  std::string when_empty;  // said in place of rows
};

struct PaperFigure {  // the one number of the sheet
  std::string caption;
  std::string amount;
};

struct TablePaper {
  Letterhead head;
  std::string kind;                 // "Statement"
  std::string title;                // whom it is about
  std::vector<std::string> beside;  // at the right of the title: dates, a number
  std::optional<PaperFigure> figure;
  std::vector<std::string> said;   // sentences under the head: what was agreed
  JpegBytes picture = nullptr;     // beside them: what it is about
  std::vector<PaperChart> charts;  // above the tables
  std::vector<PaperTable> tables;
  std::string note;
  std::vector<std::string> signers;  // a line to sign on for each; at most three
};

Document table_paper(const TablePaper& view, SheetPaper paper, const Words& words);

}  // namespace lapak
