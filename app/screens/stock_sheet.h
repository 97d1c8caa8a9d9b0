// screens: what happened to the pieces of one item: what came, what went, what was counted, and what it was before.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/parts/number_pad.h"
#include "app/screens/screen.h"
#include "app/screens/watched.h"
#include "core/report/whereabouts.h"

namespace lapak {

enum class StockAct { In, Out, Count, History };

class StockSheet {
 public:
  void open(Id<Product> product, std::string name, Quantity on_hand, StockAct act);
  bool is_open() const { return is_open_; }
  void close() { is_open_ = false; }

  void refresh(const Shop& shop);
  // Drawn last, every frame. Asks for MoveStock, CountStock, HideProduct.
  void draw(Ui& ui, Intents& out);
  void performed(const Outcome& outcome, const Words& words, Intents& out);

 private:
  void draw_history(Ui& ui, Rect rect);
  void begin_typing();
  Quantity typed() const;

  bool is_open_ = false;
  Id<Product> product_;
  std::string name_;
  Quantity on_hand_;
  bool is_hidden_ = false;
  StockAct act_ = StockAct::In;
  std::size_t kind_ = 0;
  NumberEntry pieces_{0, 6};  // thousandths when it is by measure
  bool is_by_measure_ = false;
  bool is_waiting_for_pad_ = false;  // until it is known how this item is counted
  std::string said_on_hand(const Ui& ui) const;
  Watched<Id<Product>, std::vector<AtPlace>> whereabouts_;
  Watched<Id<Product>, std::vector<Movement>> movements_;
  Zone zone_;
};

// "Goods in", "Sold", … as a movement is called.
std::string_view movement_name(MovementKind kind, const Words& words);

}  // namespace lapak
