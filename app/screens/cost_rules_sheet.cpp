// screens: the rules of cost and price.
#include "app/screens/cost_rules_sheet.h"

#include <algorithm>
#include <array>

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/list.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/material_said.h"
#include "app/screens/page.h"
#include "app/screens/wording.h"
#include "core/making/recipe_commands.h"

namespace lapak {
namespace {

enum Question { Wage, Overhead, OverheadHour, Factor, Margin, WantedWage, Wholesale, Rounding };

std::string percent_of(std::int64_t basis_points, const Words& words) {
  return basis_points_text(basis_points, words) + " %";
}

}  // namespace

void CostRulesSheet::open(const CostRules& rules) {
  rules_ = rules;
  is_open_ = true;
}

void CostRulesSheet::take(const NumberSheet::Answer& answer) {
  const std::int64_t hundredths = answer.value.value_or(0) / 10;  // of a typed percent
  switch (static_cast<Question>(answer.question)) {
    case Wage:
      rules_.wage = answer.money();
      break;
    case Overhead:
      rules_.overhead_bp = hundredths;
      break;
    case OverheadHour:
      rules_.overhead_hour = answer.money();
      break;
    case Factor:
      rules_.factor_bp = answer.value.value_or(0) * 10;
      break;
    case Margin:
      rules_.margin_bp = hundredths;
      break;
    case WantedWage:
      rules_.wanted_wage = answer.money();
      break;
    case Wholesale:
      rules_.wholesale_bp = hundredths;
      break;
    case Rounding:
      rules_.step = answer.money();
      break;
  }
}

void CostRulesSheet::draw(Ui& ui, Intents& out) {
  {
    Sheet sheet(ui, "rules", is_open_,
                {.title = ui.words(N_("How costs are reckoned")), .close_label = ui.words(N_("Close")), .foot = 64});
    if (!sheet.visible()) return;
    if (sheet.dismissed()) is_open_ = false;
    const Words& words = ui.words();
    const Rect content = sheet.content();
    const Rect room{content.x, content.y, content.w, content.h - 64 - 16};
    draw_boxes(ui, room);
    if (button(ui, "rules.ok", sheet.foot(),
               {.label = words(N_("Save")), .icon = icon::check, .kind = ButtonKind::Primary}))
      out.perform(SaveCostRules{rules_});
  }
  ui.rise_above_screen();
  if (const auto answer = number_.draw(ui)) take(*answer);
  ui.return_to_page();
}

void CostRulesSheet::draw_boxes(Ui& ui, Rect room) {
  const Words& words = ui.words();
  ScrollArea scroll(ui, "rules.scroll", room, 28 + 56 + 6 * 80.0 + 40);
  float y = scroll.origin().y;
  const auto box = [&](std::string_view name, std::string_view label, const std::string& value, NumberKind kind,
                       std::int64_t now, Question question) {
    const Rect place{room.x, y, room.w, 72};
    y += 80;
    if (!amount_field(ui, name, place, value, {.label = words(label)})) return;
    number_.open({.title = std::string(words(label)), .kind = kind, .prefill = now, .question = question},
                 ui.currency());
  };
  box("rules.wage", N_("My hour of work"), ui.money(rules_.wage), NumberKind::Amount, rules_.wage.minor, Wage);
  box("rules.overhead", N_("Overhead, of the cost"), percent_of(rules_.overhead_bp, words), NumberKind::Measure,
      rules_.overhead_bp * 10, Overhead);
  box("rules.hour", N_("Overhead of an hour"), ui.money(rules_.overhead_hour), NumberKind::Amount,
      rules_.overhead_hour.minor, OverheadHour);
  caption(ui, room.x, y, room.w, words(N_("The suggested price is")));
  const std::vector<std::string> kinds{std::string(words(N_("Times cost"))), std::string(words(N_("Margin"))),
                                       std::string(words(N_("By my wage")))};
  if (const auto kind =
          segments(ui, "rules.kind", {room.x, y + 28, room.w, 56}, kinds, static_cast<std::size_t>(rules_.rule)))
    rules_.rule = static_cast<PriceRule>(*kind);
  y += 28 + 56 + 8;
  if (rules_.rule == PriceRule::Times)
    box("rules.factor", N_("The cost times"), "× " + words.quantity(Quantity{rules_.factor_bp / 10}),
        NumberKind::Measure, rules_.factor_bp / 10, Factor);
  else if (rules_.rule == PriceRule::Margin)
    box("rules.factor", N_("Margin, of the price"), percent_of(rules_.margin_bp, words), NumberKind::Measure,
        rules_.margin_bp * 10, Margin);
  else
    box("rules.factor", N_("An hour shall bring"), ui.money(rules_.wanted_wage), NumberKind::Amount,
        rules_.wanted_wage.minor, WantedWage);
  box("rules.wholesale", N_("Wholesale, of the price"), percent_of(rules_.wholesale_bp, words), NumberKind::Measure,
      rules_.wholesale_bp * 10, Wholesale);
  box("rules.step", N_("Round prices up to"), ui.money(rules_.step), NumberKind::Amount, rules_.step.minor, Rounding);
}

bool CostRulesSheet::performed(const Outcome& outcome, const Words& words, Intents& out) {
  if (outcome.kind != "save_cost_rules" || !is_open_) return false;
  is_open_ = false;
  out.add(ShowToast{.sentence = std::string(words(N_("Costs are reckoned anew"))),
                    .icon = icon::check_circle,
                    .offers_undo = outcome.is_undoable});
  return true;
}

}  // namespace lapak
