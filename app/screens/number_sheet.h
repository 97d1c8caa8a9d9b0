// screens: a sheet with a number pad that asks for one number: a price, a discount, a part of the bill, a count of
// pieces.
#pragma once
#include <optional>
#include <string>

#include "app/parts/number_pad.h"
#include "app/parts/ui.h"

namespace lapak {

enum class NumberKind { Amount, Pieces, Measure };  // Measure: of what is sold in parts, 12,5 metres
enum class NumberNeed { Required, Optional };       // Optional: a button takes the number away

struct NumberAsk {
  std::string title;
  std::string button = {};  // with a gap for the number: "Add {}"; empty: "Done"
  NumberKind kind = NumberKind::Amount;
  NumberNeed need = NumberNeed::Required;
  std::optional<std::int64_t> prefill = std::nullopt;  // counts as the answer does
  bool may_be_zero = true;
  int question = 0;  // the screen's own name for what it asks, where one sheet serves several
};

class NumberSheet {
 public:
  struct Answer {
    int question;
    std::optional<std::int64_t> value;  // minor units, or thousandths of a piece; none: taken away
    Money money() const { return Money{value.value_or(0)}; }
  };

  explicit NumberSheet(std::string name = "number") : name_(std::move(name)) {}

  void open(NumberAsk ask, const Currency& currency);
  void close() { is_open_ = false; }
  bool is_open() const { return is_open_; }
  // As typed so far; counts as the answer does.
  std::int64_t value() const;

  // Drawn last, every frame. The answer closes it. `warning` stands under the number. Names are "<name>.amount",
  // "<name>.key.7", "<name>.none", "<name>.ok".
  std::optional<Answer> draw(Ui& ui, std::string_view warning = {});

 private:
  std::string name_;
  NumberAsk ask_;
  NumberEntry entry_{0, 9};
  bool is_open_ = false;
};

// The pad of ux.md §2.4 between y = 256 and the main button.
Rect pad_place(const Ui& ui, Rect content);

}  // namespace lapak
