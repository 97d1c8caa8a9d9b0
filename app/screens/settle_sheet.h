// screens: a part or all of what a sale still owes is paid: amount and method.
#pragma once
#include <optional>

#include "app/parts/number_pad.h"
#include "app/parts/ui.h"
#include "core/sale/sale_commands.h"

namespace lapak {

class SettleSheet {
 public:
  void open(Id<Sale> sale, Money owed, const Currency& currency);
  void close() { is_open_ = false; }
  // The payment when its button was tapped; the sheet stays until it was taken.
  std::optional<SettleOwed> draw(Ui& ui);

 private:
  Id<Sale> sale_;
  Money owed_;
  Method method_ = Method::Cash;
  NumberEntry entry_{0, 12};
  bool is_open_ = false;
};

}  // namespace lapak
