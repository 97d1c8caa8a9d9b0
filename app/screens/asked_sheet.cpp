// screens: noting what was asked for.
#include "app/screens/asked_sheet.h"

#include <array>

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/screens/fair_said.h"
#include "app/screens/wording.h"
#include "core/base/text.h"
#include "core/fair/fair_commands.h"

namespace lapak {
namespace {

constexpr std::array kReasons{AskedReason::None, AskedReason::Price, AskedReason::Colour, AskedReason::Size};
constexpr int kMostShown = 40;

}  // namespace

void AskedSheet::open() {
  is_open_ = true;
  reason_ = AskedReason::None;
  what_.clear();
}

void AskedSheet::refresh(const Shop& shop) {
  is_at_a_fair_ = fair_open_now(shop.facts()).has_value();
  if (!is_open_) return;
  found_.refresh(
      shop, what_, rooms(&Revisions::catalog, &Revisions::search), [](const Shop& s, const std::string& what) {
        return trimmed(what).empty() ? grid(s.facts(), {.count = kMostShown}).cards : s.search(what, kMostShown).cards;
      });
}

void AskedSheet::performed(const Outcome& outcome, const Words& words, Intents& out) {
  if (outcome.kind != "note_asked") return;
  out.add(ShowToast{.sentence = say(words, N_("Noted: {}"), outcome.label),
                    .icon = icon::check_circle,
                    .offers_undo = outcome.is_undoable});
}

void AskedSheet::draw(Ui& ui, Intents& out) {
  Sheet sheet(ui, "asked", is_open_,
              {.title = ui.words(N_("Asked for, had none")), .close_label = ui.words(N_("Close"))});
  if (!sheet.visible()) return;
  const Rect content = sheet.content();
  for (std::size_t i = 0; i < kReasons.size(); ++i) {
    const int at = static_cast<int>(i);
    const Rect half =
        Rect{content.x, content.y + static_cast<float>(at / 2) * 64, content.w, 56}.column(at % 2, 2, kGap);
    const bool is_chosen = reason_ == kReasons[i];
    if (button(ui, fmt::format("asked.reason.{}", i), half,
               {.label = asked_name(kReasons[i], ui.words()), .kind = choice_kind(is_chosen), .selected = is_chosen}))
      reason_ = kReasons[i];
  }
  float y = content.y + 136;
  if (search_field(ui, "asked.what", {content.x, y, content.w, 56}, what_, ui.words(N_("What was it?"))).edited)
    scroll_to_start(ui, "asked.list");
  y += 64;
  const auto note = [&](NoteAsked asked) {
    asked.reason = reason_;
    out.perform(FairCommand(std::move(asked)));
    is_open_ = false;
  };
  if (!trimmed(what_).empty()) {
    if (button(ui, "asked.words", {content.x, y, content.w, 56},
               {.label = say(ui, N_("Note “{}”"), trimmed(what_)), .icon = icon::pencil}))
      note({.product = {}, .what = what_});
    y += 64;
  }
  const std::vector<ProductCard>& cards = found_.view();
  const RowList rows(ui, "asked.list", {content.x, y, content.w, content.bottom() - y}, {.count = cards.size()});
  for (const RowList::Item& item : rows.visible()) {
    const ProductCard& card = cards[item.index];
    if (row(ui, fmt::format("asked.{}", item.index), item.rect,
            {.title = card.name, .icon = icon::tag, .photo = ui.photo(card.photo)}))
      note({.product = card.id, .what = {}});
  }
  if (sheet.dismissed()) is_open_ = false;
}

}  // namespace lapak
