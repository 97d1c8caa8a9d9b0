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
  // ".tier", ".ok".
  void draw(Ui& ui, Intents& out);

 private:
  bool is_open_ = false;
  Agreement agreement_;
  std::string partner_;
  Date today_;
  NumberSheet number_{"agreement.number"};
};

}  // namespace lapak
