// screens: asking for the owner before a page is shown.
#include "app/screens/owner_gate.h"

#include <algorithm>

#include "core/shop/shop.h"

namespace lapak {

void OwnerGate::refresh(const Shop& shop) {
  is_guarded_ = !shop.may(Right::Reports);
}

void OwnerGate::draw(Ui& ui, Rect page, Intents& out) {
  const Rect place{page.centre().x - 200, 120, 400, std::min(page.h - 160, 560.0f)};
  if (const auto pin = pad_.draw(ui, "owner.pin", place, ui.words(N_("This needs the owner."))))
    out.add(CheckOwner{*pin});
}

bool OwnerGate::performed(const Outcome& outcome) {
  if (outcome.kind != "owner_checked") return false;
  gate_ = Gate::Open;
  return true;
}

bool OwnerGate::refused(const Problem& problem) {
  if (!is_shut()) return false;
  pad_.refuse(problem);
  return true;
}

}  // namespace lapak
