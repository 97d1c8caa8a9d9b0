// screens: who owes whom.
#include "app/screens/owed_card.h"

#include <array>

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/wording.h"
#include "core/books/expense_commands.h"
#include "core/books/income_commands.h"
#include "core/people/people_store.h"
#include "core/till/till_store.h"

namespace lapak {
namespace {

constexpr float kRow = 116;
constexpr std::array kInto{PaidInto::Till, PaidInto::Bank, PaidInto::OwnPocket};
constexpr std::array kFrom{PaidFrom::Till, PaidFrom::Bank, PaidFrom::OwnPocket};

}  // namespace

void OwedCard::refresh(const Shop& shop) {
  today_ = shop.today();
  view_.refresh(
      shop, today_,
      rooms(&Revisions::books, &Revisions::sale, &Revisions::people, &Revisions::order, &Revisions::till,
            &Revisions::profile),
      [side = side_](const Shop& s, Date) {
        View view;
        Owed all = owed(s.facts(), s.profile());
        view.sum = side == OwedSide::ToMe ? all.to_me_sum : all.by_me_sum;
        view.is_day_open = day_view(s.facts()).is_open;
        for (OwedRow& one : side == OwedSide::ToMe ? all.to_me : all.by_me) {
          Row row{.owed = std::move(one), .phone = {}, .email = {}, .language = s.profile().language};
          if (const auto card = row.owed.contact ? find_contact(s.facts(), *row.owed.contact) : std::nullopt) {
            row.phone = chat_phone(*card);
            row.email = card->email;
            row.may_write = card->consent_at.has_value();
            if (!card->language.empty()) row.language = card->language;
          }
          view.rows.push_back(std::move(row));
        }
        return view;
      });
}

void OwedCard::draw(Ui& ui, Rect area) {
  plate(ui, area);
  const Rect inside = area.inset(16);
  const std::string_view heading =
      side_ == OwedSide::ToMe ? ui.words(N_("Not paid to me yet")) : ui.words(N_("Not paid by me yet"));
  text(ui, {inside.x, inside.y - 4, inside.w * 0.62f, 28}, heading,
       {.type = Type::SmallStrong, .color = ui.theme().ink2});
  amount(ui, {inside.x + inside.w * 0.62f, inside.y - 4, inside.w * 0.38f, 28}, ui.bare_money(view_->sum),
         {.size = AmountSize::Text, .name = "owed.sum"});
  const std::vector<Row>& rows = view_->rows;
  const Rect list{inside.x, inside.y + 32, inside.w, inside.h - 32};
  if (rows.empty()) {
    text(ui, list.top_part(28), ui.words(N_("Nothing is open.")), {.type = Type::Text, .color = ui.theme().ink2});
    return;
  }
  const RowList shown(ui, "owed.list", list, {.count = rows.size(), .row_height = kRow});
  for (const RowList::Item& item : shown.visible()) draw_row(ui, item.rect, rows[item.index], item.index);
}

void OwedCard::draw_row(Ui& ui, Rect place, const Row& row, std::size_t index) {
  const OwedRow& owed = row.owed;
  const std::string name = fmt::format("owed.{}", index);
  const bool is_late = owed.due && *owed.due < today_;
  const std::string who = !owed.name.empty() ? owed.name : owed.what;
  if (lapak::row(ui, name, place.top_part(56),
                 {.title = who,
                  .subtitle = owed.name.empty() ? std::string_view() : std::string_view(owed.what),
                  .trailing = ui.bare_money(owed.amount),
                  .has_divider = false}))
    take_payment(ui, owed);
  const Rect foot{place.x, place.y + 64, place.w, 48};
  const float act = 120;
  const std::string due = owed.due
                              ? say(ui, is_late ? N_("late since {}") : N_("due {}"), ui.words().short_date(*owed.due))
                              : ui.words().short_date(owed.since);
  if (is_late)
    pill(ui, {foot.x, foot.y + 8}, {.label = due, .tone = Tone::Warning});
  else
    text(ui, {foot.x, foot.y, foot.w - act - 8, 48}, due, {.type = Type::Small, .color = ui.theme().ink2});
  const Rect button_place = foot.right_part(act);
  if (side_ == OwedSide::ByMe) {
    if (button(ui, name + ".act", button_place, {.label = ui.words(N_("Pay"))})) take_payment(ui, owed);
  } else if (button(ui, name + ".act", button_place,
                    {.label = ui.words(N_("Remind")), .enabled = owed.contact.has_value()})) {
    remind(row);
  }
}

void OwedCard::take_payment(Ui& ui, const OwedRow& owed) {
  paid_ = owed;
  if (owed.sale)
    settle_.open(*owed.sale, owed.amount, ui.currency());
  else
    is_paying_ = true;
}

void OwedCard::remind(const Row& row) {
  message_.open({.contact = *row.owed.contact,
                 .name = row.owed.name,
                 .phone = row.phone,
                 .email = row.email,
                 .may_write = row.may_write,
                 .language = row.language,
                 .text = row.owed.message});
}

void OwedCard::draw_paid(Ui& ui, Intents& out) {
  const bool is_mine = side_ == OwedSide::ByMe;
  Sheet sheet(ui, "owed_paid", is_paying_,
              {.title = ui.words(is_mine ? N_("Pay") : N_("It was paid")), .close_label = ui.words(N_("Close"))});
  if (!sheet.visible()) return;
  const Rect content = sheet.content();
  text(ui, content.top_part(28), paid_.name.empty() ? paid_.what : paid_.name,
       {.type = Type::Strong, .cut = Cut::Names});
  amount(ui, {content.x, content.y + 32, content.w, 48}, ui.money(paid_.amount),
         {.size = AmountSize::M, .align = Side::Left});
  text(ui, {content.x, content.y + 96, content.w, 28},
       ui.words(is_mine ? N_("Paid from where?") : N_("Where did it go?")),
       {.type = Type::SmallStrong, .color = ui.theme().ink2});
  for (std::size_t i = 0; i < kInto.size(); ++i) {
    const bool is_till = i == 0;
    if (!button(ui, fmt::format("owed_paid.{}", i),
                {content.x, content.y + 132 + static_cast<float>(i) * 72, content.w, 64},
                {.label = is_mine ? paid_from_name(kFrom[i], ui.words()) : paid_into_name(kInto[i], ui.words()),
                 .icon = is_till  ? Icon(icon::cash_register)
                         : i == 1 ? Icon(icon::bank)
                                  : Icon(icon::wallet),
                 .left_aligned = true,
                 .enabled = !is_till || view_->is_day_open}))
      continue;
    if (paid_.expense) out.perform(ExpenseCommand(PayExpense{*paid_.expense, kFrom[i]}));
    if (paid_.income) out.perform(IncomeCommand(ReceiveIncome{*paid_.income, kInto[i]}));
    is_paying_ = false;
  }
  if (sheet.dismissed()) is_paying_ = false;
}

void OwedCard::draw_above(Ui& ui, Intents& out) {
  draw_paid(ui, out);
  if (side_ == OwedSide::ByMe) return;
  message_.draw(ui, out);
  if (const auto payment = settle_.draw(ui)) out.perform(SaleCommand(*payment));
}

void OwedCard::performed(const Outcome& outcome, const Words& words, Intents& out) {
  if (outcome.kind == "settle_owed") settle_.close();
  if (outcome.kind != "pay_expense" && outcome.kind != "receive_income" && outcome.kind != "settle_owed") return;
  out.add(ShowToast{.sentence = say(words, N_("Noted: {}"), outcome.label),
                    .icon = icon::check_circle,
                    .offers_undo = outcome.is_undoable});
}

}  // namespace lapak
