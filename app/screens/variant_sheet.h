// screens: which colour, which size (ux.md §2.3). One group of options: a tap is the choice.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/screens/screen.h"
#include "app/screens/watched.h"

namespace lapak {

class VariantSheet {
 public:
  explicit VariantSheet(std::string name) : name_(std::move(name)) {}

  // To put one of them into the cart, `quantity` times.
  void open(Id<Product> parent, Quantity quantity);
  // To put another one in place of a line's.
  void open_for_line(Id<Product> parent, Id<CartLine> line);
  void refresh(const Shop& shop);
  void draw(Ui& ui, Intents& out);

 private:
  struct Choice {
    Product product;
    Quantity on_hand;
  };
  struct View {
    Product parent;
    std::vector<Choice> choices;
    std::vector<std::vector<std::string>> values;  // of each option, in the order they come
    std::vector<std::size_t> often;                // indexes of `choices`
  };
  static View ask(const Shop& shop, Id<Product> parent);
  const Choice* chosen() const;
  const Choice* with_value(std::size_t option, const std::string& value) const;
  void choose(const Choice& choice, Intents& out);
  void draw_options(Ui& ui, Intents& out, Rect content, float& y);
  void draw_often(Ui& ui, Intents& out, Rect content, float y);

  std::string name_;
  Watched<Id<Product>, View> view_;
  Id<Product> parent_;
  std::optional<Id<CartLine>> line_;
  Quantity quantity_ = Quantity::of(1);
  std::vector<std::string> picked_;
  bool is_wanted_ = false;
  bool is_open_ = false;
};

}  // namespace lapak
