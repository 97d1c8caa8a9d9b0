// screens: setting right how much of a material there is.
#include "app/screens/material_sheet.h"

#include <array>

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/material_said.h"
#include "app/screens/page.h"
#include "app/screens/wording.h"
#include "core/making/material_commands.h"

namespace lapak {
namespace {

constexpr std::array kDepartures{MaterialMove::Lost, MaterialMove::OwnUse};

}  // namespace

void MaterialSheet::open(const Material& material, Quantity on_hand, Act act) {
  material_ = material;
  on_hand_ = on_hand;
  act_ = act;
  is_open_ = true;
  is_saving_ = is_begun_ = false;
}

void MaterialSheet::begin() {
  kind_ = 0;
  types_worth_ = false;
  quantity_.clear();
  worth_.clear();
  if (act_ == Act::Count) quantity_.prefill(std::max<std::int64_t>(0, on_hand_.thousandths));
}

void MaterialSheet::draw(Ui& ui, Intents& out) {
  Sheet sheet(ui, "move", is_open_, {.title = material_.name, .close_label = ui.words("Close"), .foot = 80});
  if (!sheet.visible()) return;
  if (sheet.dismissed()) is_open_ = false;
  if (!is_begun_) {
    worth_ = NumberEntry(ui.currency().decimals, 11);
    begin();
    is_begun_ = true;
  }
  const Words& words = ui.words();
  const Rect content = sheet.content();
  const std::vector<std::string> acts{std::string(words("In")), std::string(words("Out")), std::string(words("Count"))};
  if (const auto act = segments(ui, "move.act", content.top_part(56), acts, static_cast<std::size_t>(act_))) {
    act_ = static_cast<Act>(*act);
    begin();
  }
  float y = content.y + 64;
  text(ui, {content.x, y, content.w, 32}, say(ui, N_("In stock: {}"), measured(on_hand_, material_.unit, words)),
       {.color = ui.theme().ink2, .cut = Cut::Names, .name = "move.now"});
  y += 40;
  if (act_ == Act::Out) {
    std::vector<std::string> names;
    for (const MaterialMove kind : kDepartures) names.emplace_back(material_move_name(kind, words));
    const FlowedChips chosen = flowed_chips(ui, "move.kind", {content.x, y, content.w, 0}, names, {kind_});
    if (chosen.tapped) kind_ = *chosen.tapped;
    y = chosen.bottom + 8;
  }
  const Quantity typed{quantity_.value()};
  if (amount_field(ui, "move.quantity", {content.x, y, content.w, 72}, words.quantity(typed),
                   {.label = words(act_ == Act::Count ? N_("Counted") : N_("How many")),
                    .selected = !types_worth_,
                    .prefilled = quantity_.prefilled(),
                    .hint = unit_name(material_.unit, words)}))
    types_worth_ = false;
  y += 80;
  if (act_ == Act::In) {
    if (amount_field(ui, "move.worth", {content.x, y, content.w, 72}, ui.money(Money{worth_.value()}),
                     {.label = words(N_("Worth")), .selected = types_worth_}))
      types_worth_ = true;
    y += 80;
  }
  const float bottom = content.bottom() - 80 - kGap;
  number_pad(ui, "move.key", {content.x, y, content.w, std::min(bottom - y, 4 * 96.0f + 24)},
             types_worth_ ? worth_ : quantity_);
  const bool is_count = act_ == Act::Count;
  const std::string label = say(ui,
                                is_count          ? N_("There are {}")
                                : act_ == Act::In ? N_("{} came in")
                                                  : N_("{} went out"),
                                measured(typed, material_.unit, words));
  if (!button(ui, "move.ok", sheet.foot(),
              {.label = label,
               .kind = ButtonKind::Primary,
               .enabled = (is_count || typed > Quantity{}) && !is_saving_,
               .type = Type::Title,
               .shortcut = {Key::Enter}}))
    return;
  is_saving_ = true;
  if (is_count)
    out.perform(CountMaterial{material_.id, typed});
  else if (act_ == Act::In)
    out.perform(MoveMaterial{material_.id, MaterialMove::Opening, typed, Money{worth_.value()}});
  else
    out.perform(MoveMaterial{material_.id, kDepartures[kind_], typed, {}});
}

void MaterialSheet::performed(const Outcome& outcome, const Words& words, Intents& out) {
  if (!is_open_ || !is_saving_) return;
  is_open_ = is_saving_ = false;
  const std::string amount = measured(Quantity{quantity_.value()}, material_.unit, words);
  out.add(ShowToast{.sentence = say(words,
                                    act_ == Act::Count ? N_("{}: {} counted")
                                    : act_ == Act::In  ? N_("{}: {} came in")
                                                       : N_("{}: {} went out"),
                                    material_.name, amount),
                    .icon = icon::package,
                    .offers_undo = outcome.is_undoable,
                    .lasts_s = 10});
}

}  // namespace lapak
