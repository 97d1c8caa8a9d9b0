// screens: sharing a day's money out among the pots.
#include "app/screens/share_out_sheet.h"

#include <algorithm>
#include <utility>

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/wording.h"
#include "core/books/pot_commands.h"
#include "core/report/livelihood.h"

namespace lapak {
namespace {

constexpr float kRow = 80, kHead = 84, kRest = 64, kStepper = 216;

// A power of ten: ten to a hundred steps are the whole.
Money step_of(Money whole) {
  Money step{1};
  while (step.minor * 100 <= whole.minor) step.minor *= 10;
  return step;
}

}  // namespace

void ShareOutSheet::open(Date day) {
  day_ = day;
  is_begun_ = false;
  is_open_ = true;
}

void ShareOutSheet::refresh(const Shop& shop) {
  if (!is_open_) return;
  const bool is_new = view_.refresh(
      shop, day_,
      rooms(&Revisions::books, &Revisions::sale, &Revisions::till, &Revisions::partner, &Revisions::profile),
      [](const Shop& s, Date day) {
        View view{.money = money_of_day(s.facts(), day), .pots = pots(s.facts()), .suggested = {}};
        view.suggested = shared_out(view.money, view.pots).pots;
        view.is_shared_out = is_shared_out(s.facts(), day);
        return view;
      });
  if (is_new || !std::exchange(is_begun_, true)) parts_ = view_->suggested;
}

void ShareOutSheet::draw(Ui& ui, Intents& out) {
  const Words& words = ui.words();
  {
    Sheet sheet(ui, "share_out", is_open_,
                {.title = words(N_("Share the day's money out")), .close_label = words(N_("Close")), .foot = 80});
    if (!sheet.visible()) return;
    const Rect content = sheet.content();
    const View& view = view_.view();
    Money rest = view.money;
    for (const Money part : parts_) rest -= part;
    text(ui, content.top_part(28), words.weekday_date(day_), {.type = Type::Text, .color = ui.theme().ink2});
    text(ui, {content.x, content.y + 28, content.w, 40}, words(N_("The day's money")), {.type = Type::Strong});
    amount(ui, {content.x, content.y + 28, content.w, 40}, ui.money(view.money),
           {.size = AmountSize::S, .name = "share_out.money"});
    const Rect list{content.x, content.y + kHead, content.w, content.h - 96 - kHead - kRest};
    if (view.pots.empty() || view.is_shared_out) {
      empty_state(ui, "share_out.none", list,
                  {.icon = view.is_shared_out ? icon::check_circle : icon::tip_jar,
                   .sentence = words(view.is_shared_out ? N_("This day's money is shared out already.")
                                                        : N_("There are no pots yet. Make them in Reports.")),
                   .is_main = false});
    } else {
      const Rect left{content.x, list.bottom() + 8, content.w, kRest - 16};
      text(ui, left, words(N_("stays in the till")), {.type = Type::Strong});
      text(ui, left, ui.bare_money(rest),
           {.type = Type::Strong,
            .color = rest < Money{} ? ui.theme().danger : ui.theme().ink,
            .align = Side::Right,
            .name = "share_out.rest"});
      const RowList rows(ui, "share_out.list", list, {.count = view.pots.size(), .row_height = kRow});
      const Money step = step_of(view.money);
      for (const RowList::Item& item : rows.visible()) {
        Money& part = parts_[item.index];
        const Rect keys{item.rect.right() - kStepper, item.rect.y + 12, kStepper, 56};
        text(ui, {item.rect.x, item.rect.y, keys.x - 8 - item.rect.x, kRow}, pot_name(view.pots[item.index].pot, words),
             {.type = Type::Row, .cut = Cut::Names, .lines = 2});
        divider(ui, item.rect.x, item.rect.bottom() - 1, item.rect.w);
        switch (stepper(ui, fmt::format("share_out.{}", item.index), keys,
                        {.value = ui.bare_money(part), .can_go_down = part > Money{}})) {
          case Step::Less:
            part = std::max(Money{}, part - step);
            break;
          case Step::More:
            part += step;
            break;
          case Step::Number:
            asked_ = item.index;
            pad_.open({.title = pot_name(view.pots[item.index].pot, words),
                       .prefill = part.is_zero() ? std::nullopt : std::optional(part.minor)},
                      ui.currency());
            break;
          case Step::None:
            break;
        }
      }
    }
    const bool is_any = std::ranges::any_of(parts_, [](Money part) { return part > Money{}; });
    if (button(ui, "share_out.ok", sheet.foot(),
               {.label = words(N_("Share out")),
                .icon = icon::check,
                .kind = ButtonKind::Primary,
                .enabled = is_any && rest >= Money{} && !view.is_shared_out,
                .type = Type::Title})) {
      MovePots move{.parts = {}, .of_day = day_};
      for (std::size_t i = 0; i < parts_.size(); ++i) move.parts.push_back({view.pots[i].pot.id, parts_[i]});
      is_sharing_ = true;
      is_open_ = false;
      out.perform(PotCommand(std::move(move)));
    }
    if (sheet.dismissed()) is_open_ = false;
  }
  if (const auto typed = pad_.draw(ui); typed && asked_ < parts_.size()) parts_[asked_] = typed->money();
}

void ShareOutSheet::performed(const Outcome& outcome, const Words& words, Intents& out) {
  if (outcome.kind != "move_pots" || !std::exchange(is_sharing_, false)) return;
  out.add(ShowToast{.sentence = std::string(words(N_("The day's money is in its pots."))),
                    .icon = icon::check_circle,
                    .offers_undo = outcome.is_undoable});
}

}  // namespace lapak
