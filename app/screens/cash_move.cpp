// screens: money in and out of the drawer.
#include "app/screens/cash_move.h"

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/sheet.h"
#include "app/screens/page.h"
#include "app/screens/wording.h"

namespace lapak {

void CashMoveSheet::begin(const Ui& ui) {
  amount_ = NumberEntry(ui.currency().decimals, 9);
  reason_.clear();
  is_out_ = true;
  is_begun_ = true;
}

void CashMoveSheet::draw(Ui& ui, Intents& out) {
  Sheet sheet(ui, "move", is_open_, {.title = ui.words("Cash in / out"), .close_label = ui.words("Close"), .foot = 80});
  if (!sheet.visible()) {
    is_begun_ = false;
    return;
  }
  if (!is_begun_) begin(ui);
  if (sheet.dismissed()) is_open_ = false;
  const Rect content = sheet.content();
  const std::vector<std::string> ways{std::string(ui.words("Money out")), std::string(ui.words("Money in"))};
  if (const auto way = segments(ui, "move.way", {content.x, 80, content.w, 56}, ways, is_out_ ? 0 : 1))
    is_out_ = *way == 0;
  amount_field(ui, "move.amount", {content.x, 144, content.w, 80}, ui.money(Money{amount_.value()}),
               {.selected = true});

  const std::vector<std::string> reasons =
      is_out_ ? std::vector<std::string>{std::string(ui.words("Food and drink")), std::string(ui.words("Stall rent")),
                                         std::string(ui.words("Parking")), std::string(ui.words("Taken home"))}
              : std::vector<std::string>{std::string(ui.words("Small notes / coins")), std::string(ui.words("Put in"))};
  std::vector<std::size_t> chosen;
  for (std::size_t i = 0; i < reasons.size(); ++i) {
    if (reasons[i] == reason_) chosen.push_back(i);
  }
  const FlowedChips chips = flowed_chips(ui, "move.why", {content.x, 232, content.w, 0}, reasons, chosen);
  if (chips.tapped) reason_ = reasons[*chips.tapped];
  field(ui, "move.reason", {content.x, chips.bottom + 8, content.w, 56}, reason_,
        {.placeholder = ui.words("What for?")});

  const float foot = ui.height() - 16 - 80;
  const float top = chips.bottom + 72;
  number_pad(ui, "move", {content.x, top, content.w, foot - 16 - top}, amount_);
  const bool is_ready = amount_.value() > 0 && !reason_.empty();
  const Press done =
      press(ui, "move.ok", sheet.foot(),
            {.label = say(ui, is_out_ ? N_("Take out {}") : N_("Put in {}"), ui.money(Money{amount_.value()})),
             .kind = ButtonKind::Primary,
             .enabled = is_ready,
             .type = Type::Title,
             .shortcut = {Key::Enter}});
  if (done == Press::Tap) out.perform(MoveCash{is_out_ ? Money{-amount_.value()} : Money{amount_.value()}, reason_});
  if (done == Press::TapDisabled) {
    out.add(ShowToast{.sentence = std::string(
                          ui.words(amount_.value() == 0 ? N_("Enter an amount first.") : N_("Say what it is for."))),
                      .icon = icon::info});
  }
}

void CashMoveSheet::performed(const Outcome& outcome, const Words& words, Intents& out) {
  if (!is_open_ || !outcome.is_undoable) return;
  is_open_ = false;
  out.add(ShowToast{.sentence = say(words, N_("Noted: {}"), reason_), .icon = icon::coins, .offers_undo = true});
}

}  // namespace lapak
