// screens: a sheet with a number pad that asks for one amount: a price, a discount, an agreed total, a part of the bill.
#pragma once
#include <optional>
#include <string>

#include "app/parts/number_pad.h"
#include "app/parts/ui.h"

namespace lapak {

struct AmountAsk {
  std::string title;
  std::string button;  // with a gap for the amount: "Add {}"
  std::optional<Money> prefill = std::nullopt;
  bool may_be_zero = false;
};

class AmountSheet {
 public:
  explicit AmountSheet(std::string name) : name_(std::move(name)) {}

  void open(AmountAsk ask, const Currency& currency);
  void close() { is_open_ = false; }
  bool is_open() const { return is_open_; }
  // As typed so far.
  Money amount() const { return Money{entry_.value()}; }

  // Draws; the amount when its button was tapped, which closes the sheet. `warning` stands under the amount.
  std::optional<Money> draw(Ui& ui, std::string_view warning = {});

 private:
  std::string name_;
  AmountAsk ask_;
  NumberEntry entry_{0, 9};
  bool is_open_ = false;
};

// The pad of ux.md §2.4 between y = 256 and the main button.
Rect pad_place(const Ui& ui, Rect content);
// The main button at the foot of a sheet.
Rect foot_of(const Ui& ui, Rect sheet);

}  // namespace lapak
