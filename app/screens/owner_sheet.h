// screens: the owner stands in: a sheet that asks for the owner's PIN and hands it on.
#pragma once
#include <optional>
#include <string>

#include "app/screens/pin_pad.h"

namespace lapak {

class OwnerSheet {
 public:
  void open();
  void close() { is_open_ = false; }
  bool is_open() const { return is_open_; }
  // True when the problem is about the PIN that was typed here.
  bool refused(const Problem& problem);
  // The PIN once it was typed; the sheet stays until it was taken.
  std::optional<std::string> draw(Ui& ui);

 private:
  PinPad pad_;
  bool is_open_ = false;
};

}  // namespace lapak
