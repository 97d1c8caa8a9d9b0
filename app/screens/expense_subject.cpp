// screens: what an expense was for.
#include "app/screens/expense_subject.h"

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/screens/fair_said.h"
#include "app/screens/wording.h"
#include "core/fair/fair_store.h"
#include "core/order/order_store.h"

namespace lapak {
namespace {

constexpr int kMostOrders = 100;

std::string order_name(const CustomOrder& order) {
  return fmt::format("#{} {}", order.number, order.what);
}

}  // namespace

ExpenseSubject subject_of(const Expense& expense) {
  return {expense.fair, expense.order, expense.product};
}

std::string subject_name(const Database& database, const ExpenseSubject& subject) {
  if (subject.fair) {
    const auto fair = find_fair(database, *subject.fair);
    return fair ? fair->name : std::string();
  }
  if (subject.order) {
    const auto order = find_order(database, *subject.order);
    return order ? order_name(*order) : std::string();
  }
  return subject.product ? product_label(database, *subject.product) : std::string();
}

void ExpenseSubjectSheet::refresh(const Shop& shop) {
  pick_.refresh(shop);
  if (!is_open_) return;
  rows_.refresh(
      shop, shop.today(), rooms(&Revisions::fair, &Revisions::order, &Revisions::people), [](const Shop& s, Date) {
        Rows rows;
        const Words& words = s.profile().screen_words();
        for (const Fair& fair : fairs(s.facts()))
          rows.fairs.push_back({{.fair = fair.id, .order = {}, .product = {}}, fair.name, fair_days(fair, words)});
        for (const OrderRow& row : orders(s.facts(), {.count = kMostOrders}))
          rows.orders.push_back(
              {{.fair = {}, .order = row.order.id, .product = {}}, order_name(row.order), row.client});
        return rows;
      });
}

std::optional<ExpenseSubject> ExpenseSubjectSheet::draw(Ui& ui, Intents& out) {
  std::optional<ExpenseSubject> chosen;
  {
    Sheet sheet(ui, "subject", is_open_, {.title = ui.words(N_("What for?")), .close_label = ui.words(N_("Close"))});
    if (sheet.visible()) {
      const Rect content = sheet.content();
      const std::vector<std::string> kinds{std::string(ui.words(N_("Fairs"))), std::string(ui.words(N_("Orders")))};
      if (const auto kind =
              segments(ui, "subject.kind", content.top_part(56), kinds, static_cast<std::size_t>(kind_))) {
        kind_ = static_cast<Kind>(*kind);
        scroll_to_start(ui, "subject.list");
      }
      const Rect foot = content.bottom_part(56);
      if (button(ui, "subject.item", foot.column(0, 2, kGap), {.label = ui.words(N_("An item")), .icon = icon::tag})) {
        pick_.open(std::string(ui.words(N_("For which item?"))));
        is_open_ = false;
      }
      if (button(ui, "subject.none", foot.column(1, 2, kGap), {.label = ui.words(N_("None of these"))}))
        chosen = ExpenseSubject{};
      const std::vector<Row>& rows = kind_ == Kind::Fairs ? rows_->fairs : rows_->orders;
      const Rect list{content.x, content.y + 72, content.w, foot.y - content.y - 72 - 16};
      if (rows.empty())
        empty_state(
            ui, "subject.empty", list,
            {.icon = kind_ == Kind::Fairs ? Icon(icon::tent) : Icon(icon::kanban),
             .sentence = ui.words(kind_ == Kind::Fairs ? N_("No fair was written down yet.") : N_("No order is open.")),
             .is_main = false});
      const RowList shown(ui, "subject.list", list, {.count = rows.size()});
      for (const RowList::Item& item : shown.visible())
        if (row(ui, fmt::format("subject.{}", item.index), item.rect,
                {.title = rows[item.index].title,
                 .subtitle = rows[item.index].below,
                 .icon = kind_ == Kind::Fairs ? Icon(icon::tent) : Icon(icon::kanban)}))
          chosen = rows[item.index].subject;
      if (sheet.dismissed() || chosen) is_open_ = false;
    }
  }
  if (const auto picked = pick_.draw(ui, out))
    chosen = ExpenseSubject{.fair = {}, .order = {}, .product = picked->card};
  return chosen;
}

}  // namespace lapak
