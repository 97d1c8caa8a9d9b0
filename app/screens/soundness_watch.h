// screens: after the start the shop's file is read whole, beside the selling: whether it still says what was written
// into it.
#pragma once
#include <filesystem>
#include <memory>

#include "core/shop/jobs.h"
#include "core/shop/shop.h"

namespace lapak {

class SoundnessWatch {
 public:
  // Reads on a thread of its own, once: the first time it is called. Not for a shop in memory. What is found is in the
  // log. Ends early when this is destroyed.
  void begin_once(const Shop& shop);
  // True once, when the file is damaged.
  bool take_damage();
  // Waits for the end. For tests.
  void finish();

 private:
  std::shared_ptr<bool> is_damaged_ = std::make_shared<bool>(false);
  std::unique_ptr<Jobs> jobs_;
};

}  // namespace lapak
