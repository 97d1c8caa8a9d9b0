// paper: QR, EAN-13 and Code 128 as a matrix of modules, for paper and screen alike. All that knows zint is behind it.
//
// Any thread.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/problem.h"

namespace lapak {

// Modules in rows, without the quiet zone around them. A bar code has one row, to be drawn as high as wanted.
struct CodeSymbol {
  int columns = 0;
  int rows = 0;
  int quiet_modules = 0;           // of white that whoever draws it leaves on each side
  std::vector<std::uint8_t> dark;  // rows × columns, 1 is dark

  bool is_dark(int column, int row) const { return dark[static_cast<std::size_t>(row * columns + column)] != 0; }
  friend bool operator==(const CodeSymbol&, const CodeSymbol&) = default;
};

// How much of a QR may be dirty or covered and still be read: about 7, 15, 25 and 30 %.
enum class QrRepair { Low, Medium, Quarter, High };

// Any UTF-8. Problems: CodeNotDrawable (empty, not UTF-8, or longer than a QR holds: about 2,300 bytes).
Result<CodeSymbol> qr_symbol(std::string_view text, QrRepair repair = QrRepair::Medium);

// Twelve digits, or thirteen with a right check digit. Problems: CodeNotDrawable.
Result<CodeSymbol> ean13_symbol(std::string_view digits);

// Printable ASCII, at most 60 characters (scanners read other letters wrongly). Problems: CodeNotDrawable.
Result<CodeSymbol> code128_symbol(std::string_view text);

}  // namespace lapak
