// screens: all that is known of an expense.
#include "app/screens/expense_view.h"

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/expense_sheet.h"
#include "app/screens/wording.h"
#include "core/books/bank_store.h"
#include "core/books/expense_commands.h"

namespace lapak {

void ExpenseView::open(Id<Expense> expense) {
  expense_ = expense;
  is_open_ = true;
}

void ExpenseView::refresh(const Shop& shop) {
  if (!is_open_) return;
  view_.refresh(shop, expense_,
                rooms(&Revisions::books, &Revisions::fair, &Revisions::order, &Revisions::catalog, &Revisions::people),
                [](const Shop& s, Id<Expense> id) {
                  View view{.booked = find_expense(s.facts(), id), .subject = {}, .contact = {}};
                  if (!view.booked) return view;
                  const Expense& expense = view.booked->expense;
                  view.subject = subject_name(s.facts(), subject_of(expense));
                  if (expense.contact) view.contact = kept_name(s.facts(), *expense.contact);
                  view.is_matched = line_of(s.facts(), id.bytes).has_value();
                  return view;
                });
}

std::optional<Expense> ExpenseView::draw(Ui& ui, Intents& out) {
  std::optional<Expense> anew;
  const bool is_known = view_->booked && view_->booked->expense.id == expense_;
  Sheet sheet(ui, "spent", is_open_ && is_known,
              {.title = is_known ? expense_category_name(view_->booked->expense.category, ui.words()) : std::string(),
               .close_label = ui.words(N_("Close")),
               .foot = 56});
  if (!sheet.visible() || !view_->booked) return anew;
  const BookedExpense& booked = *view_->booked;
  const Expense& expense = booked.expense;
  const Rect content = sheet.content();
  amount(ui, content.top_part(56), ui.money(expense.amount),
         {.size = AmountSize::L, .align = Side::Left, .name = "spent.amount"});
  float y = content.y + 64;
  if (!expense.note.empty()) {
    text(ui, {content.x, y, content.w, 56}, expense.note,
         {.type = Type::Text, .upright = Upright::Top, .cut = Cut::Names, .lines = 2});
    y += 64;
  }
  const auto told = [&](std::string_view title, const std::string& below, Icon icon) {
    if (below.empty()) return;
    plain_row(ui, "", {content.x, y, content.w, 64}, {.title = title, .subtitle = below, .icon = icon});
    y += 64;
  };
  const bool is_owed = !booked.paid_on;
  std::string paid(paid_from_name(booked.paid_later.value_or(expense.paid_from), ui.words()));
  if (booked.paid_later) paid += " · " + ui.words().full_date(*booked.paid_on);
  if (is_owed && expense.due) paid += " · " + ui.words().full_date(*expense.due);
  told(ui.words(N_("Bought on")), ui.words().full_date(expense.business_date), icon::calendar);
  told(ui.words(N_("Paid from")), paid, icon::wallet);
  told(ui.words(N_("For a fair, order or item")), view_->subject, icon::tag);
  told(ui.words(N_("Paid to")), view_->contact, icon::user);
  if (view_->is_matched) told(ui.words(N_("Bank")), std::string(ui.words(N_("Found in the bank's file"))), icon::bank);
  const float room = content.bottom() - 56 - 16 - y;
  if (!expense.photo.empty() && room > 96) photo(ui, {content.x, y + 8, content.w, room - 8}, ui.photo(expense.photo));
  const Rect foot = sheet.foot();
  if (button(ui, "spent.take_back", foot.column(0, 2, kGap),
             {.label = ui.words(N_("Take it back")), .icon = icon::trash, .kind = ButtonKind::Outline}))
    out.perform(ExpenseCommand(TakeBackExpense{expense.id}));
  if (button(ui, "spent.change", foot.column(1, 2, kGap), {.label = ui.words(N_("Edit")), .icon = icon::pencil})) {
    anew = expense;
    is_open_ = false;
  }
  if (sheet.dismissed()) is_open_ = false;
  return anew;
}

void ExpenseView::performed(const Outcome& outcome, const Words& words, Intents& out) {
  if (outcome.kind != "take_back_expense") return;
  is_open_ = false;
  out.add(ShowToast{.sentence = say(words, N_("Taken back: {}"), outcome.label),
                    .icon = icon::trash,
                    .offers_undo = outcome.is_undoable});
}

}  // namespace lapak
