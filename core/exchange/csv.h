// exchange: tables as text, in and out: RFC 4180 and what people's programs make of it.
//
// Reading takes UTF-8 with or without a mark, UTF-16 with one, or Windows-1252; commas, semicolons or tabs; any line
// ends; line breaks and doubled quotes inside quotes. Cells are kept letter for letter, but for the apostrophe that
// keeps a spreadsheet from taking a text for a formula: it is put on by writing and taken off by reading. Pure.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/problem.h"

namespace lapak {

// The file's text as UTF-8, without a byte order mark. Never fails: every byte means something in Windows-1252.
std::string decoded(std::string_view bytes);

// Whether it holds UTF-8 that was read as Windows-1252 and saved again: "â€“" for "–".
bool is_garbled(std::string_view text);

class CsvTable {
 public:
  // Problems: CsvEmpty (no header), CsvQuoteOpen.
  static Result<CsvTable> read(std::string_view bytes);

  const std::vector<std::string>& header() const { return header_; }
  char separator() const { return separator_; }

  // Rows below the header; blank lines are none.
  std::size_t row_count() const { return rows_.size(); }
  // As a spreadsheet numbers them: the header is row 1.
  std::int64_t number(std::size_t row) const { return rows_[row].number; }
  std::size_t cell_count(std::size_t row) const { return cells_of(row); }
  // Valid as long as the table. Asserts: both exist.
  std::string_view cell(std::size_t row, std::size_t column) const;

 private:
  struct Row {
    std::size_t first_cell;
    std::int64_t number;
  };
  struct Reading;
  std::size_t cells_of(std::size_t row) const {
    return (row + 1 < rows_.size() ? rows_[row + 1].first_cell : cell_ends_.size() - 1) - rows_[row].first_cell;
  }

  char separator_ = ',';
  std::vector<std::string> header_;
  std::string text_;                       // all cells, one after the other
  std::vector<std::size_t> cell_ends_{0};  // where cell i − 1 ends and cell i begins
  std::vector<Row> rows_;
};

// Writes a table: commas, CRLF, quotes where needed.
class CsvWriter {
 public:
  // A cell of words. What a spreadsheet would take for a formula gets an apostrophe in front.
  void text(std::string_view text);
  // A cell that we wrote ourselves (plain_decimal, a date): as it is.
  void number(std::string_view plain);
  void end_row();
  const std::string& bytes() const { return bytes_; }

 private:
  void separate();

  std::string bytes_;
  bool row_begun_ = false;
};

}  // namespace lapak
