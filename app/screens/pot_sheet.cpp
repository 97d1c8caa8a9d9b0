// screens: one pot.
#include "app/screens/pot_sheet.h"

#include <algorithm>

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/page.h"
#include "app/screens/wording.h"
#include "core/base/text.h"
#include "core/books/pot_commands.h"

namespace lapak {
namespace {

constexpr int kMostMoves = 200;
constexpr std::int64_t kStep_share = 500;  // 5 %
constexpr float kRow = 72, kLabel = 28, kStepper = 240;
enum Question { kIn, kOut, kFullAt };

}  // namespace

Icon pot_icon(PotKind kind) {
  switch (kind) {
    case PotKind::Materials:
      return icon::yarn;
    case PotKind::Tax:
      return icon::bank;
    case PotKind::Emergency:
      return icon::umbrella;
    case PotKind::Wage:
      return icon::wallet;
    case PotKind::Fairs:
      return icon::tent;
    case PotKind::Own:
      return icon::tip_jar;
  }
  return {};
}

std::string pot_rule(const Ui& ui, const Pot& pot) {
  const Words& words = ui.words();
  std::string said;
  if (pot.share > 0) said = say(ui, N_("{} each closing"), words.percent({pot.share, kWholeShare}));
  if (pot.full_at) said += (said.empty() ? "" : ", ") + say(ui, N_("until {}"), ui.bare_money(*pot.full_at));
  return said.empty() ? std::string(words(N_("by hand"))) : said;
}

void PotSheet::open(const PotStanding& standing) {
  pot_ = standing.pot;
  balance_ = standing.balance;
  changes_rule_ = false;
  is_open_ = true;
}

void PotSheet::open_new(const std::vector<PotStanding>& known) {
  pot_ = Pot{};
  balance_ = {};
  kinds_.clear();
  for (const PotKind kind : kUsualPots)
    if (std::ranges::none_of(known, [&](const PotStanding& one) { return one.pot.kind == kind; }))
      kinds_.push_back(kind);
  kinds_.push_back(PotKind::Own);
  pot_.kind = kinds_.front();
  changes_rule_ = is_open_ = true;
}

void PotSheet::take_from(const PotStanding& standing, const Currency& currency, const Words& words) {
  open(standing);
  ask(kOut, words(N_("Take out")), balance_, currency);
}

void PotSheet::ask(int question, std::string_view title, Money prefill, const Currency& currency) {
  pad_.open({.title = std::string(title),
             .need = question == kFullAt ? NumberNeed::Optional : NumberNeed::Required,
             .prefill = prefill.is_zero() ? std::nullopt : std::optional(prefill.minor),
             .may_be_zero = false,
             .question = question},
            currency);
}

void PotSheet::refresh(const Shop& shop) {
  if (!is_open_) return;
  moves_.refresh(shop, pot_.id, rooms(&Revisions::books),
                 [](const Shop& s, Id<Pot> pot) { return pot_moves(s.facts(), pot, kMostMoves); });
  others_share_ = 0;
  for (const PotStanding& one : pots(shop.facts())) {
    if (one.pot.id == pot_.id)
      balance_ = one.balance;
    else
      others_share_ += one.pot.share;
  }
}

void PotSheet::draw(Ui& ui, Intents& out) {
  const Words& words = ui.words();
  const bool is_new = pot_.id.is_nil();
  {
    const std::string name = is_new ? std::string(words(N_("New pot"))) : pot_name(pot_, words);
    Sheet sheet(ui, "pot", is_open_, {.title = name, .close_label = words(N_("Close")), .foot = 80});
    if (sheet.visible()) {
      if (changes_rule_) {
        draw_rule(ui, out, sheet.content());
        const bool is_complete = pot_.kind != PotKind::Own || !trimmed(pot_.name).empty();
        if (button(ui, "pot.ok", sheet.foot(),
                   {.label = words(N_("Save")),
                    .icon = icon::check,
                    .kind = ButtonKind::Primary,
                    .enabled = is_complete,
                    .type = Type::Title})) {
          out.perform(PotCommand(SavePot{pot_}));
          changes_rule_ = false;
          if (is_new) is_open_ = false;
        }
      } else {
        draw_moves(ui, sheet.content());
        const Rect foot = sheet.foot();
        if (button(ui, "pot.in", foot.column(0, 2, kGap),
                   {.label = words(N_("Put into it")), .icon = icon::plus, .kind = ButtonKind::Primary}))
          ask(kIn, words(N_("Put into it")), {}, ui.currency());
        if (button(ui, "pot.out", foot.column(1, 2, kGap),
                   {.label = words(N_("Take out")), .icon = icon::minus, .enabled = balance_ > Money{}}))
          ask(kOut, words(N_("Take out")), {}, ui.currency());
      }
      if (sheet.dismissed()) is_open_ = false;
      if (!is_open_) ui.leave_field();
    }
  }
  const auto answer = pad_.draw(ui);
  if (!answer) return;
  if (answer->question == kFullAt)
    pot_.full_at = answer->value ? std::optional(answer->money()) : std::nullopt;
  else
    out.perform(
        PotCommand(MovePots{{{pot_.id, answer->question == kIn ? answer->money() : -answer->money()}}, std::nullopt}));
}

void PotSheet::draw_moves(Ui& ui, Rect content) {
  const Words& words = ui.words();
  amount(ui, content.top_part(56), ui.money(balance_), {.size = AmountSize::M, .align = Side::Left, .name = "pot.sum"});
  if (button(ui, "pot.rule", {content.x, content.y + 64, content.w, 56},
             {.label = pot_rule(ui, pot_), .icon = icon::pencil, .kind = ButtonKind::Outline, .left_aligned = true}))
    changes_rule_ = true;
  const Rect list{content.x, content.y + 136, content.w, content.h - 136 - 96};
  const std::vector<PotMoveRow>& moves = moves_.view();
  if (moves.empty()) {
    text(ui, list.top_part(56), words(N_("Nothing was put in yet.")),
         {.type = Type::Text, .color = ui.theme().ink2, .upright = Upright::Top, .lines = 2});
    return;
  }
  const RowList rows(ui, "pot.moves", list, {.count = moves.size(), .row_height = kRow});
  for (const RowList::Item& item : rows.visible()) {
    const PotMoveRow& move = moves[item.index];
    const bool is_in = move.amount > Money{};
    plain_row(ui, fmt::format("pot.move.{}", item.index), item.rect,
              {.title = words(move.of_day ? N_("Shared out")
                              : is_in     ? N_("Put into it")
                                          : N_("Taken out")),
               .subtitle = words.weekday_date(move.business_date),
               .trailing = fmt::format("{}{}", is_in ? "+" : "", ui.bare_money(move.amount)),
               .icon = is_in ? icon::arrow_down : icon::arrow_up});
  }
}

void PotSheet::draw_rule(Ui& ui, Intents& out, Rect content) {
  const Words& words = ui.words();
  float y = content.y;
  if (pot_.id.is_nil()) {
    std::vector<std::string> labels;
    for (const PotKind kind : kinds_)
      labels.push_back(kind == PotKind::Own ? std::string(words(N_("Another"))) : pot_name({.kind = kind}, words));
    const auto at = static_cast<std::size_t>(std::ranges::find(kinds_, pot_.kind) - kinds_.begin());
    const FlowedChips chips = flowed_chips(ui, "pot.kind", {content.x, y, content.w, 0}, labels, {at});
    if (chips.tapped) pot_.kind = kinds_[*chips.tapped];
    y = chips.bottom + 16;
  }
  if (pot_.kind == PotKind::Own) {
    y += kLabel;
    field(ui, "pot.name", {content.x, y, content.w, 56}, pot_.name,
          {.label = words(N_("What for?")), .longest_bytes = 200});
    y += kRow;
  }
  text(ui, {content.x, y, content.w - kStepper - 8, 56}, words(N_("Of each day's money")),
       {.type = Type::Text, .lines = 2});
  const Step step = stepper(ui, "pot.share", {content.right() - kStepper, y, kStepper, 56},
                            {.value = words.percent({pot_.share, kWholeShare}), .can_go_down = pot_.share > 0});
  if (step == Step::Less) pot_.share = std::max<std::int64_t>(0, pot_.share - kStep_share);
  if (step == Step::More || step == Step::Number)
    pot_.share = std::max(pot_.share, std::min(pot_.share + kStep_share, kWholeShare - others_share_));
  y += kRow;
  if (amount_field(ui, "pot.full_at", {content.x, y, content.w, 72},
                   pot_.full_at ? ui.money(*pot_.full_at) : std::string("–"), {.label = words(N_("Full at"))}))
    ask(kFullAt, words(N_("Full at")), pot_.full_at.value_or(Money{}), ui.currency());
  y += 88;
  text(ui, {content.x, y, content.w, 84},
       others_share_ + pot_.share >= kWholeShare ? words(N_("All of the day's money is shared out."))
                                                 : words(N_("With no percent it takes what comes until it is full.")),
       {.type = Type::Text, .color = ui.theme().ink2, .upright = Upright::Top, .lines = 3});
  y += 92;
  if (!pot_.id.is_nil() && balance_.is_zero() &&
      button(ui, "pot.hide", {content.x, y, content.w, 56},
             {.label = words(N_("This pot is no more")), .icon = icon::trash, .kind = ButtonKind::Outline})) {
    pot_.hidden = true;
    out.perform(PotCommand(SavePot{pot_}));
    is_open_ = false;
  }
}

}  // namespace lapak
