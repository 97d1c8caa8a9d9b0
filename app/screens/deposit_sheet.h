// screens: money for an order before it is handed over: taken, given back where the price became less than was paid,
// or, when it is called off, given back or kept.
#pragma once
#include <array>
#include <string>

#include "app/parts/number_pad.h"
#include "app/screens/screen.h"
#include "core/order/order_commands.h"
#include "core/order/order_store.h"

namespace lapak {

class DepositSheet {
 public:
  // Of an order of which more was paid than its price it gives the rest back.
  void open(const OrderRow& row, const Currency& currency);
  void close() { is_open_ = false; }
  // Drawn last, every frame; the screen closes it when it was done. Names "deposit.amount", "deposit.share.<i>",
  // "deposit.by.<method>", "deposit.key.<k>", "deposit.ok".
  void draw(Ui& ui, Intents& out);

 private:
  bool gives_back() const { return row_.rest < Money{}; }
  Money most() const { return gives_back() ? -row_.rest : row_.rest; }

  OrderRow row_;
  NumberEntry entry_{0, 9};
  Method method_ = Method::Cash;
  bool is_open_ = false;
};

class CallOffSheet {
 public:
  void open(const OrderRow& row);
  void close() { is_open_ = false; }
  // Drawn last, every frame. Names "call_off.held", "call_off.by.<method>", "call_off.reason", "call_off.ok".
  void draw(Ui& ui, Intents& out);

 private:
  OrderRow row_;
  HeldDeposit deposit_ = HeldDeposit::GivenBack;
  Method method_ = Method::Cash;
  std::string reason_;
  bool is_open_ = false;
};

// 0, 30, 50 and 100 % of a price: the deposits that are proposed.
inline constexpr std::array<std::int64_t, 4> kDepositShares{0, 30, 50, 100};
Money deposit_share(Money price, std::int64_t percent);

}  // namespace lapak
