// screens: what was spent on a fair, each with the photo of its receipt, which can follow.
#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/fair_expense_sheet.h"
#include "app/screens/fairs.h"
#include "app/screens/page.h"
#include "app/screens/photo_box.h"
#include "app/screens/screen.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"
#include "core/books/expense_commands.h"
#include "core/books/expense_store.h"
#include "core/fair/fair_store.h"

namespace lapak {
namespace {

class FairExpensesScreen final : public Screen {
 public:
  explicit FairExpensesScreen(Id<Fair> fair) : fair_(fair) {}

  void refresh(const Shop& shop) override {
    view_.refresh(shop, 0, rooms(&Revisions::fair, &Revisions::books), [&](const Shop& s, int) {
      View view{.name = find_fair(s.facts(), fair_).value_or(Fair{}).name,
                .booked = expenses(s.facts(), {.fair = fair_}),
                .sum = expenses_sum(s.facts(), {.fair = fair_})};
      return view;
    });
    sheet_.refresh(shop);
    if (looked_at_) photo_.refresh(shop, looked_at_->photo);
  }

  void draw(Ui& ui, Intents& out) override {
    words_ = &ui.words();
    const View& view = view_.view();
    const PageFrame page = draw_page(
        ui,
        {.title = say(ui, N_("Expenses: {}"), view.name), .main = ui.words(N_("Expense")), .main_icon = icon::plus});
    if (page.back) out.add(Back{});
    if (page.main == Press::Tap) sheet_.open(fair_);
    if (view.booked.empty()) {
      empty_state(ui, "fair_expenses", page.content,
                  {.icon = icon::receipt,
                   .sentence = ui.words(N_("What you spend on this fair stands here, with its receipt.")),
                   .is_main = false});
    } else {
      text(ui, page.content.bottom_part(40), say(ui, N_("Together {}"), ui.money(view.sum)),
           {.type = Type::Strong, .name = "fair_expenses.sum"});
      const Rect area{page.content.x, page.content.y, page.content.w, page.content.h - 48};
      const RowList rows(ui, "fair_expenses.list", area, {.count = view.booked.size()});
      for (const RowList::Item& item : rows.visible())
        draw_expense(ui, item.rect, item.index, view.booked[item.index].expense);
    }
    sheet_.draw(ui, out);
    draw_photo(ui, out);
  }

  void performed(const Outcome& outcome, Intents& out) override {
    if (sheet_.is_open()) return sheet_.performed(outcome, *words_, out);
    is_looking_ = false;
    out.add(ShowToast{.sentence = std::string((*words_)(N_("Saved"))),
                      .icon = icon::check_circle,
                      .offers_undo = outcome.is_undoable});
  }

 private:
  struct View {
    std::string name;
    std::vector<BookedExpense> booked;
    Money sum;
  };

  void draw_expense(Ui& ui, Rect place, std::size_t index, const Expense& expense) {
    const Words& words = ui.words();
    std::string about = words.weekday_date(expense.business_date);
    about += " · " + std::string(paid_from_name(expense.paid_from, words));
    if (!expense.note.empty()) about += " · " + expense.note;
    if (!row(ui, fmt::format("fair_expenses.{}", index), place,
             {.title = expense_category_name(expense.category, words),
              .subtitle = about,
              .trailing = ui.bare_money(expense.amount),
              .icon = expense.photo.empty() ? icon::camera : Icon(),
              .photo = expense.photo.empty() ? Texture() : ui.photo(expense.photo),
              .has_arrow = true}))
      return;
    looked_at_ = expense;
    photo_ = PhotoBox();
    is_looking_ = true;
  }
  void draw_photo(Ui& ui, Intents& out) {
    draw_receipt(ui, out);
    if (is_looking_) photo_.draw_files(ui, out);
  }
  void draw_receipt(Ui& ui, Intents& out) {
    Sheet sheet(ui, "fair_expense", is_looking_,
                {.title = ui.words(N_("Receipt")), .close_label = ui.words(N_("Close")), .foot = 80});
    if (!sheet.visible() || !looked_at_) return;
    if (sheet.dismissed()) is_looking_ = false;
    const Rect content = sheet.content();
    const float side = std::min(content.w, content.h - 96 - 80);
    const Rect picture{content.x + (content.w - side) / 2, content.y, side, side};
    photo_.draw(ui, out, picture, looked_at_->photo);
    if (button(ui, "fair_expense.ok", sheet.foot(),
               {.label = ui.words(N_("Save")), .kind = ButtonKind::Primary, .type = Type::Title}))
      out.perform(ExpenseCommand(BookExpense{*looked_at_, photo_.attachment()}));
  }

  Id<Fair> fair_;
  Watched<int, View> view_;
  FairExpenseSheet sheet_;
  std::optional<Expense> looked_at_;
  bool is_looking_ = false;
  PhotoBox photo_;
  const Words* words_ = nullptr;
};

}  // namespace

std::unique_ptr<Screen> make_fair_expenses(Id<Fair> fair) {
  return std::make_unique<FairExpensesScreen>(fair);
}

}  // namespace lapak
