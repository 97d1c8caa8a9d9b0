// screens: the frame of the pages of Reports: their head, the tabs from one to the other, and the owner's PIN first.
#pragma once
#include <optional>

#include "app/screens/owner_gate.h"
#include "app/screens/page.h"

namespace lapak {

enum class ReportsTab { Sales, Income, Expenses, CashBook, Pots, Tax };

class ReportsFrame {
 public:
  explicit ReportsFrame(ReportsTab here, Gate gate) : here_(here), gate_(gate) {}
  void refresh(const Shop& shop) { gate_.refresh(shop); }
  // A page asks nothing of the shop while it is shut.
  bool is_shut() const { return gate_.is_shut(); }
  // For another page of Reports that is opened from this one.
  Gate gate() const { return gate_.gate(); }
  // The head with the page's main button and side, and the tabs; content is what is left below them. None while shut:
  // then the pad is drawn.
  std::optional<PageFrame> draw(Ui& ui, PageSpec spec, Intents& out);
  // The screen hands on what it hears; true when it was the gate's.
  bool performed(const Outcome& outcome) { return gate_.performed(outcome); }
  bool refused(const Problem& problem) { return gate_.refused(problem); }

 private:
  ReportsTab here_;
  OwnerGate gate_;
};

}  // namespace lapak
