// exchange: tables as text. All that knows libcsv.
#include "core/exchange/csv.h"

#include <csv.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "core/base/check.h"
#include "core/base/text.h"

namespace lapak {
namespace {

// ---- encodings ----

void append_utf8(std::string& text, char32_t c) {
  const auto byte = [&](char32_t bits) { text += static_cast<char>(static_cast<unsigned char>(bits)); };
  if (c < 0x80) {
    byte(c);
  } else if (c < 0x800) {
    byte(0xC0 | c >> 6);
    byte(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    byte(0xE0 | c >> 12);
    byte(0x80 | (c >> 6 & 0x3F));
    byte(0x80 | (c & 0x3F));
  } else {
    byte(0xF0 | c >> 18);
    byte(0x80 | (c >> 12 & 0x3F));
    byte(0x80 | (c >> 6 & 0x3F));
    byte(0x80 | (c & 0x3F));
  }
}

// What Windows-1252 has where Latin-1 has control characters (0x80–0x9F); 0: undefined, taken as the control.
constexpr std::array<char16_t, 32> windows_1252{u'€', 0,    u'‚', u'ƒ', u'„', u'…', u'†', u'‡', u'ˆ', u'‰', u'Š',
                                                u'‹', u'Œ', 0,    u'Ž', 0,    0,    u'‘', u'’', u'“', u'”', u'•',
                                                u'–', u'—', u'˜', u'™', u'š', u'›', u'œ', 0,    u'ž', u'Ÿ'};

std::string from_windows_1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 16);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const char16_t special = byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80u] : u'\0';
    append_utf8(text, special != 0 ? special : byte);
  }
  return text;
}

enum class ByteOrder { LittleEndian, BigEndian };

std::string from_utf16(std::string_view bytes, ByteOrder order) {
  constexpr char32_t replacement = 0xFFFD;
  const auto unit = [&](std::size_t i) -> char32_t {
    const auto first = static_cast<unsigned char>(bytes[i]), second = static_cast<unsigned char>(bytes[i + 1]);
    return order == ByteOrder::LittleEndian ? first | char32_t{second} << 8 : second | char32_t{first} << 8;
  };
  std::string text;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    const char32_t c = unit(i);
    const bool high = c >= 0xD800 && c < 0xDC00, low = c >= 0xDC00 && c < 0xE000;
    if (high && i + 3 < bytes.size() && unit(i + 2) >= 0xDC00 && unit(i + 2) < 0xE000) {
      append_utf8(text, 0x10000 + ((c - 0xD800) << 10) + (unit(i + 2) - 0xDC00));
      i += 2;
    } else {
      append_utf8(text, high || low ? replacement : c);
    }
  }
  return text;
}

// The byte beyond ASCII that Windows-1252 writes this character as.
std::optional<char> windows_1252_byte(utf8proc_int32_t c) {
  if (c >= 0xA0 && c <= 0xFF) return static_cast<char>(c);
  for (std::size_t i = 0; i < windows_1252.size(); ++i)
    if (c == (windows_1252[i] != 0 ? windows_1252[i] : static_cast<int>(0x80 + i))) return static_cast<char>(0x80 + i);
  return std::nullopt;
}

// ---- formulas ----

// A spreadsheet would run such a cell. The full-width forms are read as the plain ones by some.
bool looks_like_formula(std::string_view text) {
  if (text.empty()) return false;
  if (std::string_view("=+-@\t\r\n").find(text[0]) != std::string_view::npos || text[0] == '\0') return true;
  for (const std::string_view wide : {"＝", "＋", "－", "＠"})
    if (text.starts_with(wide)) return true;
  return false;
}

std::string_view without_apostrophes(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of('\''), text.size()));
}

// An apostrophe that is there to keep a formula from running. Our own text "'=x" carries two.
bool is_shielded(std::string_view text) {
  return text.starts_with('\'') && looks_like_formula(without_apostrophes(text));
}

bool needs_shield(std::string_view text) {
  return looks_like_formula(without_apostrophes(text));
}

// ---- separators ----

// The one that parts the most cells of the first line with words in it.
char separator_of(std::string_view text) {
  constexpr std::string_view candidates = ",;\t";
  std::array<int, candidates.size()> counts{};
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if ((c == '\n' || c == '\r') && std::ranges::max(counts) > 0) break;
    if (const std::size_t i = candidates.find(c); i != candidates.npos) ++counts[i];
  }
  return candidates[static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin())];
}

// Excel's own way to say it: "sep=;" on a line before the header.
bool take_separator_line(std::string_view& text, char& separator) {
  if (!text.starts_with("sep=") || text.size() < 6 || (text[5] != '\r' && text[5] != '\n')) return false;
  separator = text[4];
  text.remove_prefix(text.substr(5).starts_with("\r\n") ? 7 : 6);
  return true;
}

int no_blanks(unsigned char) {
  return 0;
}  // libcsv would trim cells

}  // namespace

std::string decoded(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (bytes.starts_with("\xFF\xFE")) return from_utf16(bytes.substr(2), ByteOrder::LittleEndian);
  if (bytes.starts_with("\xFE\xFF")) return from_utf16(bytes.substr(2), ByteOrder::BigEndian);
  return is_utf8(bytes) ? std::string(bytes) : from_windows_1252(bytes);
}

// Collects what libcsv reports.
struct CsvTable::Reading {
  CsvTable& table;
  std::int64_t row_number = 1;
  std::size_t row_begin = 0;
  bool has_words = false;
  int last_end = -1;

  void cell(std::string_view text) {
    if (is_shielded(text)) text.remove_prefix(1);
    has_words = has_words || !trimmed(text).empty();
    table.text_ += text;
    table.cell_ends_.push_back(table.text_.size());
  }

  void end_row(int end) {
    const std::size_t row_end = table.cell_ends_.size() - 1;
    // With every line end reported, CRLF comes as two: the second ends nothing.
    const bool is_second_half = end == '\n' && last_end == '\r' && row_end == row_begin;
    last_end = end;
    if (is_second_half) return;
    if (!has_words) {
      table.cell_ends_.resize(row_begin + 1);  // a blank line, or one of separators only
      table.text_.resize(table.cell_ends_.back());
    } else if (table.header_.empty()) {
      for (std::size_t i = row_begin; i < row_end; ++i) {
        const std::size_t begin = table.cell_ends_[i];
        table.header_.emplace_back(
            trimmed(std::string_view(table.text_).substr(begin, table.cell_ends_[i + 1] - begin)));
      }
      table.text_.clear();
      table.cell_ends_ = {0};
    } else {
      table.rows_.push_back({row_begin, row_number});
    }
    row_begin = table.cell_ends_.size() - 1;
    has_words = false;
    ++row_number;
  }
};

bool is_garbled(std::string_view text) {
  std::string run;  // of characters that are one byte beyond ASCII there
  const auto is_another_text = [&] { return run.size() > 1 && is_utf8(run); };
  while (!text.empty()) {
    utf8proc_int32_t c = 0;
    const auto used = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &c);
    if (used < 1) return false;
    text.remove_prefix(static_cast<std::size_t>(used));
    if (const auto byte = windows_1252_byte(c)) {
      run += *byte;
      continue;
    }
    if (is_another_text()) return true;
    run.clear();
  }
  return is_another_text();
}

Result<CsvTable> CsvTable::read(std::string_view bytes) {
  const std::string all = decoded(bytes);
  std::string_view text = all;
  CsvTable table;
  Reading reading{.table = table};
  if (take_separator_line(text, table.separator_))
    ++reading.row_number;
  else
    table.separator_ = separator_of(text);
  table.text_.reserve(text.size());

  csv_parser parser;
  LAPAK_ASSERT(csv_init(&parser, CSV_REPALL_NL) == 0);
  const std::unique_ptr<csv_parser, void (*)(csv_parser*)> freed(&parser, csv_free);
  csv_set_delim(&parser, static_cast<unsigned char>(table.separator_));
  csv_set_space_func(&parser, no_blanks);
  const auto on_cell = [](void* cell, std::size_t size, void* to) {
    static_cast<Reading*>(to)->cell({static_cast<const char*>(cell), size});
  };
  const auto on_end = [](int end, void* to) { static_cast<Reading*>(to)->end_row(end); };
  if (csv_parse(&parser, text.data(), text.size(), on_cell, on_end, &reading) != text.size()) throw std::bad_alloc();
  // Strict only at the end: a lone quote inside a cell (5" plate) is a letter, one never closed is a mistake.
  csv_set_opts(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
  if (csv_fini(&parser, on_cell, on_end, &reading) != 0) return refuse(ProblemCode::CsvQuoteOpen, reading.row_number);
  if (table.header_.empty()) return refuse(ProblemCode::CsvEmpty);
  return table;
}

std::string_view CsvTable::cell(std::size_t row, std::size_t column) const {
  LAPAK_ASSERT(row < rows_.size() && column < cells_of(row));
  const std::size_t i = rows_[row].first_cell + column;
  return std::string_view(text_).substr(cell_ends_[i], cell_ends_[i + 1] - cell_ends_[i]);
}

void CsvWriter::separate() {
  if (row_begun_) bytes_ += ',';
  row_begun_ = true;
}

void CsvWriter::text(std::string_view text) {
  separate();
  const bool shield = needs_shield(text);
  const bool quote = text.find_first_of(",;\"\r\n\t") != text.npos || text.starts_with(' ') || text.ends_with(' ');
  if (quote) bytes_ += '"';
  if (shield) bytes_ += '\'';
  for (const char c : text) {
    if (c == '"') bytes_ += '"';
    bytes_ += c;
  }
  if (quote) bytes_ += '"';
}

void CsvWriter::number(std::string_view plain) {
  separate();
  bytes_ += plain;
}

void CsvWriter::end_row() {
  bytes_ += "\r\n";
  row_begun_ = false;
}

}  // namespace lapak
