// profile: the shop's own card: what it is called, its money, language and clock, how it is paid, what its paper says.
//
// Every room may read it. Pure types; the rows are `setting`, one a field, changed by SaveProfile.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/currency.h"
#include "core/base/date.h"
#include "core/base/money.h"
#include "core/words/words.h"

namespace lapak {

// How money changes hands. "Pay later" is no method: it is a sale with something owed.
// Exchange and Deposit are no tenders of their own: goods that came back, and what was paid before for an order.
enum class Method { Cash, Qris, Transfer, Card, Exchange, Deposit, Imported };

std::string_view method_code(Method method);  // "cash", "qris", … as in the file and on the command line
std::optional<Method> find_method(std::string_view code);
// Whether it is something handed over: an exchange and a deposit are worth what was given earlier.
constexpr bool is_tender(Method method) {
  return method != Method::Exchange && method != Method::Deposit;
}
std::string_view method_name(Method method, const Words& words);

struct BankAccount {
  std::string bank;  // "BCA", "DANA"
  std::string number;
  std::string holder;
  friend bool operator==(const BankAccount&, const BankAccount&) = default;
};

// From `valid_from` on, goods of `tax_class` bear this tax. Included: it is inside the price (T × n/(d+n));
// added: it comes on top (T × n/d).
struct TaxRate {
  std::string tax_class;  // "" is the ordinary one
  std::string name;       // "PPN"
  Fraction rate;          // 11/100
  bool included = true;
  Date valid_from;
  friend bool operator==(const TaxRate&, const TaxRate&) = default;
};

// The class of goods that bear no tax: there is never a rate for it.
inline constexpr std::string_view kUntaxed = "untaxed";

// The rate of a class on a day: the one with the latest valid_from that has begun; nullptr for none.
const TaxRate* tax_rate_on(const std::vector<TaxRate>& rates, std::string_view tax_class, Date day);

struct CashRounding {
  Money step;                                             // 0: none
  RoundingDirection direction = RoundingDirection::Down;  // in the buyer's favour
  friend bool operator==(const CashRounding&, const CashRounding&) = default;
};

struct MethodFee {
  std::string method;  // method_code
  Fraction fee;        // 7/1000
  friend bool operator==(const MethodFee&, const MethodFee&) = default;
};

struct Profile {
  std::string name;
  std::string address;
  std::string phone;
  std::string link;    // printed as a QR on receipts and price lists
  std::string thanks;  // last words of a receipt; empty: the catalogue's
  std::string logo;    // hex content hash of a photo, or empty
  std::string currency = "IDR";
  std::string language = "id";
  std::string zone = "Asia/Jakarta";
  CashRounding cash_rounding;
  std::vector<TaxRate> tax_rates;
  std::vector<BankAccount> accounts;
  std::vector<MethodFee> fees;
  std::string qris;                 // the merchant's own static code, empty for none
  bool qris_amount_tested = false;  // she tried the code with an amount once: use it by default
  bool one_tap_cash = true;         // cash suggestions complete the sale
  bool tips = false;
  std::string receipt_paper = "58";     // "58", "80", "a6"
  Money stamp_duty_above;               // hint on receipts above it; 0: none
  std::int64_t week_half_slots = 0;     // how many custom orders a week holds, in half slots; 0: no limit
  std::int64_t week_minutes = 0;        // and how much work; 0: no limit
  std::string backup_folder;            // empty: "backups" beside the shop
  std::string theme = "mori";           // "mori", "malam", "terik"
  bool theme_by_hour = false;           // theme_at() chooses, not `theme`
  std::string display_size = "medium";  // "small", "medium", "large", "largest"
  std::string hand = "right";
  bool reduced_motion = false;
  std::string screen_keyboard = "auto";  // "auto": for a finger; "always", "off"
  std::string screen_language;           // empty: the shop's
  int lock_after_minutes = 15;           // nobody touching anything, once the owner has a PIN; 0: never
  bool is_demo = false;
  bool has_sold = false;  // the coach line on Sell is shown until the first sale

  const Currency& money() const;  // asserts: known (checked when the profile is saved)
  const Words& words() const;     // the shop's language
  const Words& screen_words() const;
  Zone clock() const;
  friend bool operator==(const Profile&, const Profile&) = default;
};

// The theme of an hour of the day, 0 … 23: "terik" where the sun stands high, "malam" in the dark, "mori" between.
std::string_view theme_at(int hour);

}  // namespace lapak
