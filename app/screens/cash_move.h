// screens: money that goes into the drawer or out of it without a sale, with its reason. A sheet of other screens.
#pragma once
#include "app/parts/number_pad.h"
#include "app/screens/screen.h"

namespace lapak {

class CashMoveSheet {
 public:
  void open() { is_open_ = true; }
  bool is_open() const { return is_open_; }
  // Drawn last, every frame. Asks for MoveCash.
  void draw(Ui& ui, Intents& out);
  // The screen's Screen::performed hands on what it hears.
  void performed(const Outcome& outcome, const Words& words, Intents& out);

 private:
  void begin(const Ui& ui);

  bool is_open_ = false;
  bool is_begun_ = false;
  bool is_out_ = true;
  NumberEntry amount_{0, 9};
  std::string reason_;
};

}  // namespace lapak
