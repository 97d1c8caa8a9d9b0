// sale: QRIS and every other EMVCo merchant code: read, explained, and made again with an amount.
//
// A code is a list of data objects (tag, length in characters, value) that ends with a checksum over its UTF-8 bytes.
// The amount is put in by editing that list, never by replacing text: a shop may well be called "Toko 5802ID".
// A code with an amount is still the sticker's own code: nobody is told by a bank that it was paid.
// Pure. Any thread.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/currency.h"
#include "core/base/money.h"
#include "core/base/problem.h"

namespace lapak {

// CRC-16/CCITT-FALSE: polynomial 0x1021, start 0xFFFF, not reflected.
std::uint16_t qris_checksum(std::string_view bytes);

class Qris {
 public:
  // Blanks and line breaks around the code are ignored.
  // Problems: QrisTooShort, QrisNotEmv, QrisBroken, QrisMissing, QrisWrongChecksum, TextNotUtf8.
  static Result<Qris> parse(std::string_view text);

  // The code as it is drawn: byte for byte what was read, until an amount is put in.
  std::string payload() const;

  std::string_view merchant_name() const;               // empty where the country's codes carry none
  std::string_view city() const;                        // the same
  std::string_view country() const;                     // "ID"
  int currency_numeric() const;                         // 360
  std::string currency_name() const;                    // "IDR"; the number where Lapak does not know the currency
  std::optional<std::string_view> nmid() const;         // national merchant id; Indonesian codes only
  bool is_dynamic() const;                              // made for one payment (tag 01 is 12)
  std::optional<std::string_view> amount_text() const;  // as written in the code: "75000", "6000.00"

  // The same code, asking for `amount` in `currency`: tag 01 becomes 12, an older amount is replaced, the new one
  // follows tag 53, the checksum is new. No other tag changes; a tip or fee (55–57) is never added.
  // Problems: QrisOtherCurrency; QrisAmountRefused when the amount is not positive or longer than 13 characters.
  Result<Qris> with_amount(Money amount, const Currency& currency) const;

 private:
  struct Field {
    int tag;
    std::string value;
  };
  const Field* find(int tag) const;

  std::vector<Field> fields_;  // all, in the order of the code; the checksum is the last
};

}  // namespace lapak
