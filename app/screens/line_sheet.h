// screens: one line of the cart (ux.md §2.2): how many, for how much, what is taken off, what to remember. Edits apply
// at once.
#pragma once
#include <optional>
#include <string>

#include "app/parts/sheet.h"
#include "app/screens/cart_view.h"
#include "app/screens/number_sheet.h"
#include "app/screens/screen.h"
#include "app/screens/variant_sheet.h"

namespace lapak {

class LineSheet {
 public:
  void open(Id<CartLine> line);
  void refresh(const Shop& shop);
  void draw(Ui& ui, Intents& out, const CartView& view);

 private:
  // Its product, for the variants it can be changed to.
  struct Origin {
    std::optional<Id<Product>> parent;
    std::optional<Money> floor;
  };
  void draw_controls(Ui& ui, Intents& out, const CartLine& line, Sheet& sheet);
  void draw_discounts(Ui& ui, Intents& out, const CartLine& line, Rect row_place);

  Id<CartLine> line_;
  std::optional<CartLine> shown_;  // kept while it slides out
  std::string note_;
  Watched<Id<Product>, Origin> origin_;
  NumberSheet price_{"line.price"};
  NumberSheet off_{"line.off"};
  VariantSheet variants_{"other"};
  bool is_open_ = false;
  bool is_typing_note_ = false;
};

}  // namespace lapak
