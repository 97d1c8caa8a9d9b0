// parts: the number pad (ux.md §4.7) and the number that is typed on it.
#pragma once
#include <cstdint>
#include <string_view>

#include "app/parts/ui.h"

namespace lapak {

// A whole number being typed: minor units of a currency, or thousandths of a piece. Cents come first: 1 2 5 0 is 12.50.
// A separator switches to whole units: "12." is 12.00, then up to `decimals` digits behind it. WholeFirst begins with
// whole units, as one types 12,5 metres.
class NumberEntry {
 public:
  enum class Typing { CentsFirst, WholeFirst };
  NumberEntry(int decimals, int most_digits, Typing typing = Typing::CentsFirst)
      : decimals_(decimals), most_digits_(most_digits), typing_(typing) {}

  void digit(int d);
  void zeros(int count);
  void separator();
  void backspace();
  void clear();
  // Shown as if typed; the next digit replaces it.
  void prefill(std::int64_t value);

  std::int64_t value() const;
  bool empty() const { return digits_ == 0 && !prefilled_; }
  bool prefilled() const { return prefilled_; }
  int decimals() const { return decimals_; }
  Typing typing() const { return typing_; }

 private:
  int decimals_;
  int most_digits_;
  Typing typing_;
  std::int64_t value_ = 0;
  int digits_ = 0;
  int behind_ = -1;  // digits behind a typed separator, −1 without one
  bool prefilled_ = false;
};

struct NumberPadSpec {
  float gap = 8;
  bool has_zeros = true;         // the key at the bottom left: 000, or 00 with decimals; the separator of WholeFirst
  bool takes_keyboard = true;    // digits and Backspace of a real keyboard
  std::string_view corner = {};  // instead of zeros: a word ("Forgot?"); name "<name>.corner"
};

// Draws 1-2-3 / 4-5-6 / 7-8-9 / 000-0-⌫ and types into `entry`; keys fire on press, ⌫ held clears. Names "<name>.7",
// "<name>.zeros", "<name>.separator", "<name>.backspace". True when the number changed.
bool number_pad(Ui& ui, std::string_view name, Rect rect, NumberEntry& entry, const NumberPadSpec& spec = {});

}  // namespace lapak
