// screens: a look at an item while selling, by a long press on its card (ux.md §4.1): its story, so that a helper can
// answer "who made it, of what?", its stock and variants, and the way to change it.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/screens/screen.h"
#include "app/screens/watched.h"

namespace lapak {

class PeekSheet {
 public:
  enum class Wish { None, Add };

  void open(Id<Product> product);
  void refresh(const Shop& shop);
  Wish draw(Ui& ui, Intents& out);
  // What is looked at.
  const Product& product() const { return view_->product; }

 private:
  struct Variant {
    std::string label;
    Money price;
    Quantity on_hand;
    bool is_tracked = false;
  };
  struct View {
    Product product;
    std::string category;
    std::string maker;
    Quantity on_hand;
    std::vector<Variant> variants;
  };
  static View ask(const Shop& shop, Id<Product> product);
  void draw_facts(Ui& ui, Rect area);

  Id<Product> product_;
  Watched<Id<Product>, View> view_;
  float facts_height_ = 0;
  bool is_open_ = false;
  bool was_opened_ = false;
};

}  // namespace lapak
