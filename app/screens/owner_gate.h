// screens: figures: while a helper who may not see them is at the till, the owner's PIN is asked first (ux.md §2.28).
#pragma once
#include "app/screens/pin_pad.h"
#include "app/screens/screen.h"

namespace lapak {

// Whether the owner looked over the helper's shoulder: it holds until the place is left.
enum class Gate { Shut, Open };

class OwnerGate {
 public:
  explicit OwnerGate(Gate gate = Gate::Shut) : gate_(gate) {}
  void refresh(const Shop& shop);
  // A page reads and shows nothing while it is shut.
  bool is_shut() const { return is_guarded_ && gate_ == Gate::Shut; }
  Gate gate() const { return gate_; }
  // The pad, in the middle of the page.
  void draw(Ui& ui, Rect page, Intents& out);
  // The screen hands on what it hears; true when it was the gate's.
  bool performed(const Outcome& outcome);
  bool refused(const Problem& problem);

 private:
  Gate gate_;
  bool is_guarded_ = false;
  PinPad pad_;
};

}  // namespace lapak
