// screens: some of a material turned up, was spoilt, or was counted.
#pragma once
#include <optional>
#include <string>

#include "app/parts/number_pad.h"
#include "app/screens/screen.h"
#include "core/making/material.h"

namespace lapak {

class MaterialSheet {
 public:
  enum class Act { In, Out, Count };

  void open(const Material& material, Quantity on_hand, Act act);
  bool is_open() const { return is_open_; }
  // Drawn last, every frame. Asks for MoveMaterial, CountMaterial. Names "move.act.<i>", "move.kind.<i>",
  // "move.quantity", "move.worth", "move.key.7", "move.ok".
  void draw(Ui& ui, Intents& out);
  void performed(const Outcome& outcome, const Words& words, Intents& out);
  void refused() { is_saving_ = false; }

 private:
  void begin();

  Material material_;
  Quantity on_hand_;
  Act act_ = Act::Count;
  std::size_t kind_ = 0;
  bool types_worth_ = false;
  NumberEntry quantity_{3, 9, NumberEntry::Typing::WholeFirst};
  NumberEntry worth_{0, 11};
  bool is_open_ = false, is_saving_ = false, is_begun_ = false;
};

}  // namespace lapak
