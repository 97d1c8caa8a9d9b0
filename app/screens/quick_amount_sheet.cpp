// screens: the quick amount.
#include "app/screens/quick_amount_sheet.h"

#include <algorithm>
#include <array>

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/list.h"
#include "app/parts/sheet.h"
#include "app/screens/number_sheet.h"
#include "app/screens/wording.h"
#include "core/base/text.h"
#include "core/sale/sale_store.h"

namespace lapak {
namespace {

constexpr int kMostLabels = 9;
// The first is what an amount is called when nobody says: it stays in its place.
constexpr std::string_view kPlainLabel = N_("Misc item");
constexpr std::array<std::string_view, 2> kFirstLabels{N_("Sewing"), N_("Shipping")};

}  // namespace

void QuickAmountSheet::open(const Currency& currency) {
  entry_ = NumberEntry(currency.decimals, 9);
  chosen_ = 0;
  is_naming_ = false;
  is_open_ = was_opened_ = true;
}

void QuickAmountSheet::refresh(const Shop& shop) {
  if (!was_opened_) return;
  was_opened_ = false;
  const Words& words = shop.profile().screen_words();
  used_.refresh(shop, words.language(), rooms(&Revisions::sale), [&words](const Shop& s, Language) {
    std::vector<std::string> first;
    for (const std::string_view label : kFirstLabels) first.emplace_back(words(label));
    return typed_labels(s.facts(), first, kMostLabels);
  });
  const std::string plain(words(kPlainLabel));
  labels_ = {plain};
  std::ranges::remove_copy(used_.view(), std::back_inserter(labels_), plain);
}

void QuickAmountSheet::draw(Ui& ui, Intents& out) {
  Sheet sheet(ui, "quick", is_open_,
              {.title = ui.words(N_("Quick amount")), .close_label = ui.words(N_("Close")), .foot = 96});
  if (!sheet.visible() || labels_.empty()) return;
  const Rect content = sheet.content();
  const std::string shown = ui.money(Money{entry_.value()});
  amount_field(ui, "quick.amount", {content.x, 80, content.w, 96}, shown, {.selected = true});
  draw_labels(ui, {content.x, 192, content.w, 48});
  const bool words_are_typed = is_naming_ && ui.memory().screen_keyboard.open;
  if (!words_are_typed) number_pad(ui, "key", pad_place(ui, content), entry_);
  if (button(ui, "quick.add", sheet.foot(),
             {.label = say(ui, N_("Add {}"), shown),
              .kind = ButtonKind::Primary,
              .enabled = entry_.value() > 0,
              .type = Type::Main,
              .shortcut = {Key::Enter}})) {
    out.perform(CartCommand(AddAmount{labels_[chosen_], Money{entry_.value()}}));
    is_open_ = false;
  }
  if (sheet.dismissed()) is_open_ = false;
  if (!is_open_ && std::exchange(is_naming_, false)) ui.leave_field();
}

void QuickAmountSheet::draw_labels(Ui& ui, Rect place) {
  if (is_naming_) {
    const FieldEvents events =
        field(ui, "quick.name", place, new_label_, {.placeholder = ui.words(N_("What is it?")), .longest_bytes = 60});
    if (!events.left && !events.submitted) return;
    is_naming_ = false;
    const std::string label(trimmed(new_label_));
    if (label.empty()) return;
    const auto known = std::ranges::find(labels_, label);
    chosen_ = static_cast<std::size_t>(known - labels_.begin());
    if (known == labels_.end()) {
      labels_.insert(labels_.begin() + 1, label);
      chosen_ = 1;
    }
    scroll_to_start(ui, "quick.label");
    ui.keep_drawing();
    return;
  }
  const Rect add = place.right_part(56);
  if (const auto tapped =
          chips(ui, "quick.label", {place.x, place.y, place.w - 56 - kGap, place.h}, labels_, chosen_)) {
    chosen_ = *tapped;
  }
  if (icon_button(ui, "quick.new_label", {add.x, add.y, 56, 48}, icon::plus, ui.words(N_("Another label")))) {
    is_naming_ = true;
    new_label_.clear();
    ui.focus_field("quick.name");
  }
}

}  // namespace lapak
