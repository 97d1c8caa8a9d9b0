// screens: "Ketik harga" (ux.md §2.4): an amount for a thing without a tag, under one of the labels that were used
// before or a new one.
#pragma once
#include <string>
#include <vector>

#include "app/parts/number_pad.h"
#include "app/screens/screen.h"
#include "app/screens/watched.h"

namespace lapak {

class QuickAmountSheet {
 public:
  void open(const Currency& currency);
  void refresh(const Shop& shop);
  void draw(Ui& ui, Intents& out);

 private:
  void draw_labels(Ui& ui, Rect place);

  NumberEntry entry_{0, 9};
  Watched<Language, std::vector<std::string>> used_;
  std::vector<std::string> labels_;  // as they stood when it was opened: no chip moves under a finger
  std::size_t chosen_ = 0;
  std::string new_label_;
  bool is_naming_ = false;
  bool is_open_ = false;
  bool was_opened_ = false;
};

}  // namespace lapak
