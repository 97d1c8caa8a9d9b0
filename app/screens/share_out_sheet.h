// screens: sharing a day's money out among the pots: what their rules suggest, changed by hand where it is to differ.
#pragma once
#include <optional>
#include <vector>

#include "app/screens/number_sheet.h"
#include "app/screens/screen.h"
#include "app/screens/watched.h"
#include "core/books/pot_store.h"

namespace lapak {

class ShareOutSheet {
 public:
  void open(Date day);
  bool is_open() const { return is_open_; }
  // Its command is on its way: what performed() says is its own.
  bool is_sharing() const { return is_sharing_; }
  void refresh(const Shop& shop);
  // Drawn last, every frame. Names "share_out.<i>", "share_out.ok".
  void draw(Ui& ui, Intents& out);
  // The screen hands on what it hears.
  void performed(const Outcome& outcome, const Words& words, Intents& out);

 private:
  struct View {
    Money money;  // of the day
    std::vector<PotStanding> pots;
    std::vector<Money> suggested;
    bool is_shared_out = false;
  };
  bool is_open_ = false, is_sharing_ = false, is_begun_ = false;
  Date day_;
  Watched<Date, View> view_;
  std::vector<Money> parts_;  // one a pot
  std::size_t asked_ = 0;
  NumberSheet pad_{"share_out.pad"};
};

}  // namespace lapak
