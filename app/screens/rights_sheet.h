// screens: what a helper may do without the owner: a sheet of switches.
#pragma once
#include <optional>

#include "app/parts/ui.h"
#include "core/people/seller.h"

namespace lapak {

class RightsSheet {
 public:
  void open(const Seller& seller);
  void close() { is_open_ = false; }
  // The seller as she is to be saved, once Save was tapped; the sheet stays until close().
  std::optional<Seller> draw(Ui& ui);

 private:
  bool is_open_ = false;
  Seller edited_;
};

// In words: "Refunds".
std::string_view right_label(Right right);  // a message

}  // namespace lapak
