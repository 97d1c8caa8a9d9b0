// screens: what is to be bought so that what is planned can be made and nothing is low: seen, printed, sent.
#pragma once
#include <string>
#include <vector>

#include "app/screens/screen.h"
#include "app/screens/share_sheet.h"
#include "app/screens/watched.h"
#include "core/making/material_store.h"

namespace lapak {

class ShoppingSheet {
 public:
  void open() { is_open_ = true; }
  bool is_open() const { return is_open_; }
  void refresh(const Shop& shop);
  // Drawn last, every frame. Names "shopping.pdf", "shopping.send", "shopping.<i>".
  void draw(Ui& ui, Intents& out);

 private:
  struct View {
    std::vector<ShoppingRow> rows;
    std::string message;
  };
  void draw_rows(Ui& ui, Rect area);

  bool is_open_ = false;
  Instant now_;
  Watched<int, View> view_;
  ShareSheet share_;
};

}  // namespace lapak
