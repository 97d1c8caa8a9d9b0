// screens: the quick amount.
#include "app/screens/quick_amount_sheet.h"

#include <array>

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/sheet.h"
#include "app/screens/amount_sheet.h"
#include "app/screens/wording.h"

namespace lapak {
namespace {

constexpr std::array<std::string_view, 3> kLabels{N_("Misc item"), N_("Sewing"), N_("Shipping")};

}  // namespace

void QuickAmountSheet::open(const Currency& currency) {
  entry_ = NumberEntry(currency.decimals, 9);
  label_ = 0;
  is_open_ = true;
}

void QuickAmountSheet::draw(Ui& ui, Intents& out) {
  Sheet sheet(ui, "quick", is_open_, {.title = ui.words(N_("Quick amount")), .close_label = ui.words(N_("Close"))});
  if (!sheet.visible()) return;
  const Rect content = sheet.content();
  const std::string shown = ui.money(Money{entry_.value()});
  amount_field(ui, "quick.amount", {content.x, 80, content.w, 96}, shown, {.selected = true});
  for (std::size_t i = 0; i < kLabels.size(); ++i) {
    const Rect box = Rect{content.x, 192, content.w, 48}.column(static_cast<int>(i), 3, kGap);
    if (chip(ui, fmt::format("quick.label.{}", i), box, ui.words(kLabels[i]), {.selected = label_ == i})) label_ = i;
  }
  number_pad(ui, "key", pad_place(ui, content), entry_);
  if (button(ui, "quick.add", foot_of(ui, sheet.area()),
             {.label = say(ui, N_("Add {}"), shown),
              .kind = ButtonKind::Primary,
              .enabled = entry_.value() > 0,
              .type = Type::Main,
              .shortcut = {Key::Enter}})) {
    out.perform(CartCommand(AddAmount{std::string(ui.words(kLabels[label_])), Money{entry_.value()}}));
    is_open_ = false;
  }
  if (sheet.dismissed()) is_open_ = false;
}

}  // namespace lapak
