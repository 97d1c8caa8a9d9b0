// screens: what was asked for at the fair and not sold: why is chosen, what is tapped, and it is noted.
#pragma once
#include <string>

#include "app/parts/ui.h"
#include "app/screens/screen.h"
#include "app/screens/watched.h"
#include "core/fair/fair_store.h"

namespace lapak {

class AskedSheet {
 public:
  void open();
  void refresh(const Shop& shop);
  // Whether there is a fair to note it for.
  bool is_at_a_fair() const { return is_at_a_fair_; }
  // Drawn last, every frame. Names "asked.reason.<i>", "asked.what", "asked.words", "asked.<i>".
  void draw(Ui& ui, Intents& out);
  // The screen hands on what it hears.
  static void performed(const Outcome& outcome, const Words& words, Intents& out);

 private:
  bool is_open_ = false;
  bool is_at_a_fair_ = false;
  AskedReason reason_ = AskedReason::None;
  std::string what_;
  Watched<std::string, std::vector<ProductCard>> found_;
};

}  // namespace lapak
