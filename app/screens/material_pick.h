// screens: a sheet to choose a material from; one that is not there yet is made by its name.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/screens/screen.h"
#include "app/screens/watched.h"
#include "core/making/material_store.h"

namespace lapak {

class MaterialPick {
 public:
  void open();
  bool is_open() const { return is_open_; }
  void refresh(const Shop& shop);
  // Drawn last, every frame: what was tapped; then it is closed. Opens the editor for a new one, and hears of it by
  // `performed`. Names "pick_material.search", "pick_material.new", "pick_material.<i>".
  std::optional<Material> draw(Ui& ui, Intents& out);
  // The screen hands on what it hears: what the editor made is the answer of the next draw.
  void performed(const Outcome& outcome);

 private:
  std::string search_;
  Watched<int, std::vector<MaterialOnHand>> all_;
  std::optional<Id<Material>> made_;
  bool is_open_ = false, waits_ = false;
};

}  // namespace lapak
