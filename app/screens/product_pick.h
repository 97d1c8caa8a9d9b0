// screens: a sheet to find one thing that can be sold, a variant or an item without any, by searching or scanning.
#pragma once
#include <optional>
#include <string>

#include "app/parts/ui.h"
#include "app/screens/read_aside.h"
#include "core/catalog/product_store.h"

namespace lapak {

class ProductPick {
 public:
  // `title` in place of what an exchange asks.
  void open(std::string title = {});
  void refresh(const Shop& shop);
  // Drawn last, every frame: what was tapped; then it is closed. Names "pick.search", "pick.<i>".
  std::optional<StockRow> draw(Ui& ui, Intents& out);

 private:
  StockQuestion question_;
  ReadAside<StockQuestion, StockView> found_;
  std::string title_;
  bool is_open_ = false;
};

}  // namespace lapak
