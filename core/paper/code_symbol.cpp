// paper: QR, EAN-13 and Code 128 through zint.
#include "core/paper/code_symbol.h"

#include <zint.h>

#include <algorithm>
#include <memory>
#include <string>

#include "core/base/check.h"
#include "core/base/text.h"

namespace lapak {
namespace {

constexpr int linear_quiet_modules = 10;
constexpr int qr_quiet_modules = 4;

struct FreeSymbol {
  void operator()(zint_symbol* symbol) const { ZBarcode_Delete(symbol); }
};
using ZintSymbol = std::unique_ptr<zint_symbol, FreeSymbol>;

ZintSymbol zint(int symbology) {
  ZintSymbol symbol(ZBarcode_Create());
  if (!symbol) throw std::bad_alloc();
  symbol->symbology = symbology;
  return symbol;
}

Result<CodeSymbol> encoded(zint_symbol& symbol, std::string_view text, int quiet_modules) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  if (text.empty() || ZBarcode_Encode(&symbol, bytes, static_cast<int>(text.size())) >= ZINT_ERROR)
    return refuse(ProblemCode::CodeNotDrawable, std::string(shortened(text, 60)));
  CodeSymbol code{.columns = symbol.width, .rows = symbol.rows, .quiet_modules = quiet_modules, .dark = {}};
  code.dark.reserve(static_cast<std::size_t>(code.columns * code.rows));
  for (int row = 0; row < code.rows; ++row)
    for (int column = 0; column < code.columns; ++column)
      code.dark.push_back(symbol.encoded_data[row][column / 8] >> (column % 8) & 1);
  return code;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

Result<CodeSymbol> qr_symbol(std::string_view text, QrRepair repair) {
  constexpr std::size_t longest_bytes = 2953;  // of version 40 with the least repair
  if (text.size() > longest_bytes || !is_utf8(text) || text.find('\0') != text.npos)
    return refuse(ProblemCode::CodeNotDrawable, std::string(shortened(text, 60)));
  const ZintSymbol symbol = zint(BARCODE_QRCODE);
  symbol->input_mode = UNICODE_MODE;
  symbol->option_1 = static_cast<int>(repair) + 1;
  // Old scanners stumble over an ECI, so it is there only where letters need it.
  const bool ascii = std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (!ascii) symbol->eci = 26;  // UTF-8
  return encoded(*symbol, text, qr_quiet_modules);
}

Result<CodeSymbol> ean13_symbol(std::string_view digits) {
  if ((digits.size() != 12 && digits.size() != 13) || !std::ranges::all_of(digits, is_digit))
    return refuse(ProblemCode::CodeNotDrawable, std::string(shortened(digits, 60)));
  const ZintSymbol symbol = zint(digits.size() == 13 ? BARCODE_EANX_CHK : BARCODE_EANX);
  return encoded(*symbol, digits, linear_quiet_modules);
}

Result<CodeSymbol> code128_symbol(std::string_view text) {
  const bool printable_ascii = std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
  if (text.size() > 60 || !printable_ascii)
    return refuse(ProblemCode::CodeNotDrawable, std::string(shortened(text, 60)));
  return encoded(*zint(BARCODE_CODE128), text, linear_quiet_modules);
}

}  // namespace lapak
