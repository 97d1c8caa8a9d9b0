// screens: what is agreed with a partner: shares, who bears a price cut and a loss, payouts, the way back.
#pragma once
#include <optional>
#include <string>

#include "app/screens/number_sheet.h"
#include "app/screens/screen.h"
#include "core/partner/partner_store.h"

namespace lapak {

class AgreementSheet {
 public:
  void open(Agreement agreement, std::string partner, Date today);
  void close() { is_open_ = false; }
  // Drawn last, every frame. Names "agreement.kind", ".share", ".cut", ".loss", ".back", ".payout", ".receipt",
  // ".tiers", ".ok"; of its steps "tiers.<i>", "tiers.<i>.remove", "tiers.add", "tiers.done".
  void draw(Ui& ui, Intents& out);

 private:
  void draw_terms(Ui& ui, Intents& out);
  void draw_tiers(Ui& ui);
  void answered(Ui& ui, const NumberSheet::Answer& answer);
  void ask_tier_share(Ui& ui, std::size_t tier);

  bool is_open_ = false, shows_tiers_ = false;
  std::size_t asked_ = 0;  // which step is asked about
  Agreement agreement_;
  std::string partner_;
  Date today_;
  NumberSheet number_{"agreement.number"};
};

}  // namespace lapak
