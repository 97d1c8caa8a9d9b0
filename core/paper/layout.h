// paper: a document as a value: where every letter, line and picture stands, decided before any printer is asked.
//
// Lengths are points (1/72 inch) from the page's top left corner, y growing downwards; geometry may be double, amounts
// never are: they arrive here as text. Widths come from the embedded faces themselves and are those that libharu
// draws with, so wrapping and right alignment are settled here and a printer only draws. Any thread.
#pragma once
#include <compare>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/date.h"
#include "core/paper/code_symbol.h"
#include "core/paper/letterhead.h"

namespace lapak {

inline constexpr double kPointsPerMm = 72.0 / 25.4;

enum class SheetPaper { A4, Letter };

enum class Weight { Regular, Medium, Bold };
enum class Align { Left, Centre, Right };

struct Ink {
  std::uint8_t red = 0, green = 0, blue = 0;
  friend bool operator==(Ink, Ink) = default;
};

struct TextStyle {
  Weight weight = Weight::Regular;
  double size = 9;
  Ink ink;
};

// One run of one style on one line. `text` is printable (see below); it spans [left, left + width].
struct TextRun {
  double left = 0;
  double baseline = 0;
  double width = 0;
  Align align = Align::Left;  // by which side it was placed; the position is settled already
  TextStyle style;
  std::string text;
};

struct LineMark {
  double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
  double thickness = 0.5;
  int dash = 0;  // length of dashes and gaps; 0 is solid
  Ink ink;
};

struct BoxMark {
  double left = 0, top = 0, width = 0, height = 0;
  double radius = 0;
  Ink fill;
};

// A JPEG, cut at its middle to the box's shape when `cover`, whole inside it otherwise.
enum class Fit { Cover, Whole };
struct ImageMark {
  double left = 0, top = 0, width = 0, height = 0;
  double radius = 0;
  Fit fit = Fit::Whole;
  JpegBytes jpeg;
  std::string name;  // what it shows, for the text of the document
};

struct SymbolMark {
  double left = 0, top = 0, width = 0, height = 0;
  CodeSymbol symbol;
  std::string name;  // what it says
};

using Mark = std::variant<BoxMark, LineMark, ImageMark, SymbolMark, TextRun>;

struct Page {
  double width = 0, height = 0;
  std::vector<Mark> marks;  // drawn in order
};

struct Document {
  std::string title;
  std::string author;
  LocalTime made_at;
  std::vector<Page> pages;
};

// A run placed by its left or right side or its middle at `anchor`. Takes text as people typed it.
TextRun text_run(std::string_view text, const TextStyle& style, double anchor, double baseline,
                 Align align = Align::Left);

// One line a mark in reading order (top to bottom, then left to right), with its place and style: what the golden
// tests compare.
std::string to_text(const Document& document);

// What of `text` can be printed: composed (NFC); every letter that the face lacks, and every byte that is no UTF-8,
// shown as □; controls and marks of direction dropped, runs of blanks of any kind made one space, none at the ends.
std::string printable(std::string_view text);

// The width of printable text.
double text_width(std::string_view printable_text, Weight weight, double size);

// Cut to fit, with "…" where something was cut.
std::string ellipsized(std::string_view printable_text, Weight weight, double size, double width);

// Broken at blanks (inside a word that is wider than a line, anywhere) into at most `max_lines`, the last of them
// ellipsized. Line breaks in `text` are kept. Takes text as people typed it and makes it printable.
std::vector<std::string> wrapped(std::string_view text, Weight weight, double size, double width,
                                 std::size_t max_lines);

}  // namespace lapak
