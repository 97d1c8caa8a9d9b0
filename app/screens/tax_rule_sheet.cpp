// screens: by which rule the shop reckons its tax.
#include "app/screens/tax_rule_sheet.h"

#include <algorithm>

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/page.h"
#include "app/screens/percent.h"
#include "app/screens/settings.h"
#include "app/screens/wording.h"
#include "core/books/tax_commands.h"
#include "core/profile/profile_commands.h"

namespace lapak {
namespace {

enum NumberQuestion { Free, Stamp };
constexpr Money kUsualStamp{5'000'000};  // UU 10/2020
constexpr int kLatestDue = 28;
constexpr float kBox = 56;

// What is free, and where it is written.
std::string law_of(const Ui& ui, const TaxRule& rule) {
  std::string law(rule.source);
  if (rule.free_each_year > Money{})
    law = say(ui, N_("the first {} of a year free"), ui.bare_money(rule.free_each_year)) + " · " + law;
  return law;
}

}  // namespace

std::string tax_rule_name(const Ui& ui, const std::optional<TaxChoice>& choice) {
  const auto rules = tax_rules();
  const auto rule = std::ranges::find(rules, choice ? std::string_view(choice->code) : kNoTax, &TaxRule::code);
  std::string name(ui.words(rule == rules.end() ? rules[0].name : rule->name));
  if (choice && choice->code == kPercentTax) name += fmt::format(": {} %", percent_text(ui.words(), choice->rate));
  return name;
}

void TaxRuleSheet::open(const std::optional<TaxChoice>& choice, Date today) {
  choice_ = choice.value_or(TaxChoice{});
  choice_.valid_from = today.first_of_month();
  today_ = today;
  is_begun_ = false;
  is_open_ = true;
}

void TaxRuleSheet::refresh(const Shop& shop) {
  if (is_open_) profile_ = shop.profile();
}

void TaxRuleSheet::draw(Ui& ui, Intents& out) {
  {
    Sheet sheet(ui, "tax_rule", is_open_,
                {.title = ui.words(N_("Tax on the turnover")), .close_label = ui.words(N_("Close")), .foot = 80});
    if (sheet.visible()) {
      if (sheet.dismissed()) is_open_ = false;
      if (!is_begun_) percent_ = choice_.rate.numerator == 0 ? std::string() : percent_text(ui.words(), choice_.rate);
      is_begun_ = true;
      const Rect content = sheet.content();
      const auto share = percent_from(percent_, ui.words().number_style());
      {
        ScrollArea scroll(ui, "tax_rule.list", {content.x, content.y, content.w, content.h - 96}, length_);
        const Rect room{content.x, content.y, content.w, 0};
        float y = draw_rules(ui, room, scroll.origin().y);
        if (choice_.code == kPercentTax) y = draw_own(ui, room, y);
        y = draw_receipts(ui, room, y, out);
        length_ = y + 8 - scroll.origin().y;
      }
      const bool is_ready = choice_.code != kPercentTax || share.has_value();
      if (button(ui, "tax_rule.ok", sheet.foot(),
                 {.label = ui.words(N_("Save")),
                  .icon = icon::check,
                  .kind = ButtonKind::Primary,
                  .enabled = is_ready,
                  .type = Type::Main})) {
        choice_.rate = share.value_or(Fraction{});
        out.perform(TaxCommand(ChooseTax{choice_}));
      }
      if (!is_open_) ui.leave_field();
    }
  }
  if (const auto answer = number_.draw(ui)) {
    if (answer->question == Free) {
      choice_.free_each_year = answer->money();
    } else {
      profile_.stamp_duty_above = answer->money();
      out.perform(ProfileCommand(SaveProfile{profile_}));
    }
  }
}

float TaxRuleSheet::draw_rules(Ui& ui, Rect room, float y) {
  for (const TaxRule& rule : tax_rules()) {
    if (!rule.currency.empty() && rule.currency != profile_.currency) continue;
    const bool is_chosen = choice_.code == rule.code;
    if (row(ui, fmt::format("tax_rule.{}", rule.code), {room.x, y, room.w, 72},
            {.title = ui.words(rule.name),
             .subtitle = law_of(ui, rule),
             .icon = is_chosen ? Icon(icon::check_circle) : Icon(icon::circle),
             .selected = is_chosen}))
      choice_.code = rule.code;
    y += 72;
  }
  text(ui, {room.x, y + 8, room.w, 24}, ui.words(N_("From this month on")),
       {.type = Type::SmallStrong, .color = ui.theme().ink2});
  const Step step =
      stepper(ui, "tax_rule.from", {room.x, y + 36, room.w, 64}, {.value = ui.words().month(choice_.valid_from)});
  if (step == Step::Less) choice_.valid_from = choice_.valid_from.plus_days(-1).first_of_month();
  if (step == Step::More) choice_.valid_from = choice_.valid_from.last_of_month().plus_days(1);
  return y + 36 + 64 + kGap;
}

float TaxRuleSheet::draw_own(Ui& ui, Rect room, float y) {
  y += 24;
  field(ui, "tax_rule.rate", {room.x, y, room.w, kBox}, percent_,
        {.label = ui.words(N_("Percent")), .placeholder = "0,5", .longest_bytes = 12});
  y += kBox + kGap;
  if (amount_field(ui, "tax_rule.free", {room.x, y, room.w, kBox}, ui.money(choice_.free_each_year),
                   {.label = ui.words(N_("Free each year"))}))
    number_.open({.title = std::string(ui.words(N_("Free each year"))),
                  .prefill = choice_.free_each_year.minor,
                  .question = Free},
                 ui.currency());
  y += kBox + kGap;
  const std::string due = choice_.due_day == 0 ? std::string(ui.words(N_("No day")))
                                               : say(ui, N_("by the {} of the next month"), choice_.due_day);
  const Step step =
      stepper(ui, "tax_rule.due", {room.x, y, room.w, 64}, {.value = due, .can_go_down = choice_.due_day > 0});
  if (step == Step::Less) --choice_.due_day;
  if (step == Step::More) choice_.due_day = std::min(choice_.due_day + 1, kLatestDue);
  y += 64 + 28;
  field(ui, "tax_rule.source", {room.x, y, room.w, kBox}, choice_.source,
        {.label = ui.words(N_("Where it is written")), .longest_bytes = 500});
  return y + kBox + kGap;
}

float TaxRuleSheet::draw_receipts(Ui& ui, Rect room, float y, Intents& out) {
  const auto entry = [&](std::string_view name, std::string_view title, const std::string& below, Icon icon) {
    const Rect place{room.x, y, room.w, 72};
    y += 72;
    return row(ui, name, place, {.title = title, .subtitle = below, .icon = icon, .has_arrow = true});
  };
  const TaxRate* rate = tax_rate_on(profile_.tax_rates, "", today_);
  const std::string added = rate ? fmt::format("{} {} %, {}", rate->name, percent_text(ui.words(), rate->rate),
                                               ui.words(rate->included ? N_("In the price") : N_("On top")))
                                 : std::string(ui.words(N_("None")));
  if (entry("tax_rule.added", ui.words(N_("Tax on each receipt")), added, icon::receipt))
    out.add(GoTo{Section::Settings, make_settings_screen_at("till")});
  const Money stamp = profile_.stamp_duty_above;
  if (entry("tax_rule.stamp", ui.words(N_("Duty stamp on receipts")),
            stamp.is_zero() ? std::string(ui.words(N_("No reminder"))) : say(ui, N_("above {}"), ui.money(stamp)),
            icon::seal_check))
    number_.open({.title = std::string(ui.words(N_("Remind of the duty stamp above"))),
                  .need = NumberNeed::Optional,
                  .prefill = (stamp.is_zero() && profile_.currency == "IDR" ? kUsualStamp : stamp).minor,
                  .question = Stamp},
                 ui.currency());
  return y;
}

void TaxRuleSheet::performed(const Outcome& outcome, const Words& words, Intents& out) {
  if (outcome.kind != "choose_tax") return;
  is_open_ = false;
  out.add(ShowToast{.sentence = say(words, N_("Noted: {}"), outcome.label),
                    .icon = icon::check_circle,
                    .offers_undo = outcome.is_undoable});
}

}  // namespace lapak
