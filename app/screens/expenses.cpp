// screens: Reports · Expenses.
#include "app/screens/expenses.h"

#include <algorithm>
#include <map>

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/menu.h"
#include "app/parts/row.h"
#include "app/parts/text.h"
#include "app/screens/expense_sheet.h"
#include "app/screens/expense_view.h"
#include "app/screens/owed_card.h"
#include "app/screens/range_chips.h"
#include "app/screens/read_aside.h"
#include "app/screens/reports_frame.h"
#include "app/screens/wording.h"
#include "core/books/expense_commands.h"
#include "core/books/expense_store.h"

namespace lapak {
namespace {

constexpr int kMostRows = 5'000;
constexpr float kDueRow = 72, kSumRow = 48;

struct SpentRow {
  BookedExpense booked;
  std::string subject;
};
struct Spent {
  std::vector<SpentRow> rows;
  std::vector<CategorySum> categories;
  Money sum;
};

Spent spent(const Database& database, const ExpenseQuestion& question) {
  Spent all{
      .rows = {}, .categories = expenses_by_category(database, question), .sum = expenses_sum(database, question)};
  for (BookedExpense& booked : expenses(database, question)) {
    std::string subject = subject_name(database, subject_of(booked.expense));
    all.rows.push_back({std::move(booked), std::move(subject)});
  }
  return all;
}

std::string due_name(const RecurringExpense& recurring, const Words& words) {
  return recurring.name.empty() ? expense_category_name(recurring.category, words) : recurring.name;
}

class ExpensesScreen final : public Screen {
 public:
  explicit ExpensesScreen(Gate gate) : frame_(ReportsTab::Expenses, gate) {}

  void refresh(const Shop& shop) override {
    today_ = shop.today();
    frame_.refresh(shop);
    if (frame_.is_shut()) return;
    const DateRange days = range_.days(today_);
    spent_.refresh(shop, ExpenseQuestion{.from = days.from, .to = days.to, .count = kMostRows},
                   rooms(&Revisions::books, &Revisions::fair, &Revisions::order, &Revisions::catalog));
    due_.refresh(shop, today_, rooms(&Revisions::books),
                 [](const Shop& s, Date today) { return recurring_due(s.facts(), today); });
    owed_.refresh(shop);
    view_.refresh(shop);
    sheet_.refresh(shop);
  }

  void draw(Ui& ui, Intents& out) override {
    words_ = &ui.words();
    const auto page = frame_.draw(ui, {.main = ui.words(N_("Expense")), .main_icon = icon::plus}, out);
    if (!page) return;
    if (page->main == Press::Tap) sheet_.open();
    spent_.read(out, [](const Database& facts, const Profile&, const ExpenseQuestion& question) {
      return spent(facts, question);
    });
    const Rect area = page->content;
    if (range_.draw(ui, area.top_part(48), today_)) scroll_to_start(ui, "expenses.list");
    amount(ui, {area.right() - 280, area.y, 280, 48}, ui.money(spent_->sum),
           {.size = AmountSize::S, .name = "expenses.sum"});
    const float side = ui.size() == SizeClass::Compact ? 304.0f : 368.0f;
    const Rect below = area.bottom_part(area.h - 64);
    draw_list(ui, below.left_part(below.w - side - 16));
    draw_side(ui, below.right_part(side), out);
    range_.draw_sheet(ui, today_);
    owed_.draw_above(ui, out);
    draw_due_sheet(ui, out);
    if (const auto anew = view_.draw(ui, out)) sheet_.open(*anew);
    sheet_.draw(ui, out);
  }

  void performed(const Outcome& outcome, Intents& out) override {
    if (frame_.performed(outcome)) return;
    if (sheet_.performed(outcome, *words_, out) || sheet_.is_open()) return;
    view_.performed(outcome, *words_, out);
    owed_.performed(outcome, *words_, out);
    const bool is_due =
        outcome.kind == "book_expense" || outcome.kind == "skip_recurring" || outcome.kind == "save_recurring";
    if (is_due)
      out.add(ShowToast{.sentence = say(*words_, N_("Noted: {}"), outcome.label),
                        .icon = icon::check_circle,
                        .offers_undo = outcome.is_undoable});
  }
  bool refused(const Problem& problem) override {
    sheet_.refused();
    return frame_.refused(problem);
  }
  bool dropped(const std::filesystem::path& file, Intents& out) override {
    return is_of_kind(file, FileKind::Picture) && sheet_.dropped(file, out);
  }

 private:
  void draw_list(Ui& ui, Rect area);
  void draw_side(Ui& ui, Rect area, Intents& out);
  void draw_categories(Ui& ui, Rect area);
  void draw_due(Ui& ui, Rect area, Intents& out);
  void draw_due_sheet(Ui& ui, Intents& out);
  void book(const DueExpense& due, Intents& out) { out.perform(ExpenseCommand(BookExpense{occurrence(due)})); }
  static Expense occurrence(const DueExpense& due) {
    return {.business_date = due.day,
            .category = due.recurring.category,
            .amount = due.recurring.amount,
            .paid_from = due.recurring.paid_from,
            .recurring = due.recurring.id,
            .recurring_day = due.day,
            .note = due.recurring.name};
  }

  ReportsFrame frame_;
  const Words* words_ = nullptr;
  Date today_;
  RangeChips range_;
  ReadAside<ExpenseQuestion, Spent> spent_;
  Watched<Date, std::vector<DueExpense>> due_;
  OwedCard owed_{OwedSide::ByMe};
  ExpenseView view_;
  ExpenseSheet sheet_;
  std::optional<DueExpense> asked_;  // what its sheet is about
  bool is_asking_ = false;
};

void ExpensesScreen::draw_list(Ui& ui, Rect area) {
  const std::vector<SpentRow>& rows = spent_->rows;
  if (rows.empty()) {
    if (spent_.has_view())
      empty_state(
          ui, "expenses.empty", area,
          {.icon = icon::receipt, .sentence = ui.words(N_("Nothing was spent in these days.")), .is_main = false});
    return;
  }
  const RowList shown(ui, "expenses.list", area, {.count = rows.size()});
  for (const RowList::Item& item : shown.visible()) {
    const auto& [booked, subject] = rows[item.index];
    const Expense& expense = booked.expense;
    const std::string category = expense_category_name(expense.category, ui.words());
    std::string below = expense.note.empty() ? std::string() : category;
    const auto add = [&](std::string_view part) {
      if (part.empty()) return;
      if (!below.empty()) below += " · ";
      below += part;
    };
    add(subject);
    add(paid_from_name(booked.paid_later.value_or(expense.paid_from), ui.words()));
    if (row(ui, fmt::format("expenses.{}", item.index), item.rect,
            {.title = expense.note.empty() ? category : expense.note,
             .subtitle = below,
             .trailing = ui.bare_money(expense.amount),
             .trailing_sub = ui.words().short_date(expense.business_date),
             .icon = category_icon(expense.category)}))
      view_.open(expense.id);
  }
}

void ExpensesScreen::draw_side(Ui& ui, Rect area, Intents& out) {
  constexpr float kHead = 64;
  const std::size_t shown_due = std::min<std::size_t>(due_->size(), 2);
  const float due = due_->empty() ? 0 : kHead + static_cast<float>(shown_due) * kDueRow;
  const float owed = owed_.is_empty() ? 0 : 184;
  const float taken = due + owed + (due > 0 ? 16 : 0) + (owed > 0 ? 16 : 0);
  float y = area.y;
  const auto card = [&](float height) {
    const Rect place{area.x, y, area.w, height};
    y += height + 16;
    return place;
  };
  draw_categories(ui, card(area.h - taken));
  if (due > 0) draw_due(ui, card(due), out);
  if (owed > 0) owed_.draw(ui, card(owed));
}

void ExpensesScreen::draw_categories(Ui& ui, Rect area) {
  plate(ui, area);
  const Rect inside = area.inset(16);
  text(ui, inside.top_part(26).inset(0, -5), ui.words(N_("By category")),
       {.type = Type::SmallStrong, .color = ui.theme().ink2});
  const std::vector<CategorySum>& sums = spent_->categories;
  const Rect list{inside.x, inside.y + 32, inside.w, inside.h - 32};
  const RowList shown(ui, "expenses.categories", list, {.count = sums.size(), .row_height = kSumRow});
  for (const RowList::Item& item : shown.visible()) {
    const CategorySum& sum = sums[item.index];
    const Rect line = item.rect;
    text(ui, {line.x, line.y, line.w * 0.55f, 28}, expense_category_name(sum.category, ui.words()),
         {.type = Type::Text, .cut = Cut::Names});
    amount(ui, {line.x + line.w * 0.55f, line.y, line.w * 0.45f, 28}, ui.bare_money(sum.amount),
           {.size = AmountSize::Text});
    const auto part =
        static_cast<float>(sum.amount.minor) / static_cast<float>(std::max<std::int64_t>(1, sums.front().amount.minor));
    ui.paint().fill({line.x, line.y + 32, std::max(6.0f, line.w * part), 6}, ui.theme().c2, 3);
  }
}

void ExpensesScreen::draw_due(Ui& ui, Rect area, Intents& out) {
  plate(ui, area);
  const Rect inside = area.inset(16);
  text(ui, inside.top_part(26).inset(0, -5), ui.words(N_("Due again")),
       {.type = Type::SmallStrong, .color = ui.theme().ink2});
  const std::vector<DueExpense>& due = due_.view();
  const Rect list{inside.x, inside.y + 32, inside.w, inside.h - 32};
  const RowList shown(ui, "due_again.list", list, {.count = due.size(), .row_height = kDueRow});
  for (const RowList::Item& item : shown.visible()) {
    const DueExpense& one = due[item.index];
    const std::string name = fmt::format("due_again.{}", item.index);
    const Rect place = item.rect;
    const std::string below =
        fmt::format("{} · {}", ui.words().short_date(one.day), ui.bare_money(one.recurring.amount));
    if (row(ui, name, place.left_part(place.w - 128),
            {.title = due_name(one.recurring, ui.words()), .subtitle = below, .has_divider = false})) {
      asked_ = one;
      is_asking_ = true;
    }
    if (button(ui, name + ".book", {place.right() - 120, place.y + 8, 120, 56}, {.label = ui.words(N_("Write down"))}))
      book(one, out);
  }
}

void ExpensesScreen::draw_due_sheet(Ui& ui, Intents& out) {
  Sheet sheet(ui, "due_again", is_asking_,
              {.title = asked_ ? due_name(asked_->recurring, ui.words()) : std::string(),
               .close_label = ui.words(N_("Close"))});
  if (!sheet.visible() || !asked_) return;
  SheetMenu menu(ui, sheet, is_asking_);
  if (menu.entry("due_again.as_usual", say(ui, N_("Write down {}"), ui.money(asked_->recurring.amount)), icon::check))
    book(*asked_, out);
  if (menu.entry("due_again.other", ui.words(N_("Another amount this time")), icon::pencil))
    sheet_.open(occurrence(*asked_));
  if (menu.entry("due_again.skip", ui.words(N_("Not this time")), icon::arrow_right))
    out.perform(ExpenseCommand(SkipRecurring{asked_->recurring.id, asked_->day}));
  if (menu.entry("due_again.stop", ui.words(N_("It does not come back any more")), icon::trash)) {
    RecurringExpense over = asked_->recurring;
    over.hidden = true;
    out.perform(ExpenseCommand(SaveRecurring{over}));
  }
  if (sheet.dismissed()) is_asking_ = false;
}

}  // namespace

std::unique_ptr<Screen> make_expenses_screen(Gate gate) {
  return std::make_unique<ExpensesScreen>(gate);
}

}  // namespace lapak
