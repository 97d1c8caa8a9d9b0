// screens: the QRIS page (ux.md §2.7): black on white in every theme, and what the seller has to watch.
#pragma once
#include <optional>
#include <string>

#include "app/parts/ui.h"
#include "core/paper/code_symbol.h"
#include "core/profile/profile.h"

namespace lapak {

enum class QrisWish { None, Back, Arrived };

class QrisPanel {
 public:
  // Reads the shop's code for this amount; nothing when both are as before.
  void show(const Profile& profile, Money amount);
  QrisWish draw(Ui& ui);

 private:
  std::string sticker_;
  std::string merchant_;
  Money amount_;
  std::optional<CodeSymbol> with_amount_;
  std::optional<CodeSymbol> plain_;
  bool is_plain_ = false;
  bool is_turned_ = false;
  bool was_shown_ = false;
};

}  // namespace lapak
