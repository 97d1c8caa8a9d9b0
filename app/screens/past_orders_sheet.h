// screens: what a client's earlier orders tell: what an hour brought, the promises kept, the prices given, and when it
// is time to ask for more.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/parts/ui.h"
#include "core/order/past_orders.h"

namespace lapak {

// "3 earlier orders".
std::string past_orders_count(const Ui& ui, const std::vector<PastOrder>& past);
// "3 earlier orders · Rp 52.000 an hour"; empty without any.
std::string past_orders_said(const Ui& ui, const std::vector<PastOrder>& past);

class PastOrdersSheet {
 public:
  // Whether a higher price can be taken from here, or is only told of.
  enum class Raise { Told, Offered };
  explicit PastOrdersSheet(Raise raise) : raise_(raise) {}

  void open(std::string title) {
    title_ = std::move(title);
    is_open_ = true;
  }
  // Drawn last, every frame. The price of a piece that was taken from what is suggested. Names "past.raise",
  // "past.<i>".
  std::optional<Money> draw(Ui& ui, const std::vector<PastOrder>& past);

 private:
  Raise raise_;
  bool is_open_ = false;
  std::string title_;
};

}  // namespace lapak
