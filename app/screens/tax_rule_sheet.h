// screens: by which rule the shop reckons its tax, from which month on; what the law is, and where it is written.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/screens/number_sheet.h"
#include "app/screens/screen.h"
#include "core/books/tax.h"
#include "core/profile/profile.h"

namespace lapak {

class TaxRuleSheet {
 public:
  // On the choice that holds now; none: no tax.
  void open(const std::optional<TaxChoice>& choice, Date today);
  void refresh(const Shop& shop);
  // Drawn last, every frame. Names "tax_rule.<code>", "tax_rule.rate", "tax_rule.free", "tax_rule.due.…",
  // "tax_rule.source", "tax_rule.from.…", "tax_rule.added", "tax_rule.stamp", "tax_rule.ok".
  void draw(Ui& ui, Intents& out);
  void performed(const Outcome& outcome, const Words& words, Intents& out);

 private:
  float draw_rules(Ui& ui, Rect room, float y);
  float draw_own(Ui& ui, Rect room, float y);
  float draw_receipts(Ui& ui, Rect room, float y, Intents& out);

  TaxChoice choice_;
  std::string percent_;
  Profile profile_;
  Date today_;
  NumberSheet number_{"tax_number"};
  float length_ = 700;
  bool is_begun_ = false;
  bool is_open_ = false;
};

// "PPh final 0.5 %, …" as the shop's words have it; of an own percentage with the percentage.
std::string tax_rule_name(const Ui& ui, const std::optional<TaxChoice>& choice);

}  // namespace lapak
