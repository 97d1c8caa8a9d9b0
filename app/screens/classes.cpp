// screens: all classes.
#include "app/screens/classes.h"

#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/screens/class_said.h"
#include "app/screens/page.h"
#include "app/screens/screen.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"

namespace lapak {
namespace {

class ClassesScreen final : public Screen {
 public:
  void refresh(const Shop& shop) override {
    today_ = shop.today();
    classes_.refresh(shop, today_, rooms(&Revisions::books, &Revisions::order, &Revisions::sale),
                     [](const Shop& s, Date today) {
                       std::vector<ClassRow> all = classes_to_settle(s.facts());
                       for (ClassRow& row : classes(s.facts(), today)) all.push_back(std::move(row));
                       return all;
                     });
  }

  void draw(Ui& ui, Intents& out) override {
    const std::vector<ClassRow>& all = classes_.view();
    const PageFrame page = draw_page(ui, {.title = ui.words(N_("Classes")),
                                          .main = all.empty() ? std::string_view() : ui.words(N_("New class")),
                                          .main_icon = icon::plus});
    written_ = ui.words(N_("Written down"));
    if (page.back) out.add(Back{});
    if (page.main == Press::Tap) out.add(Open{make_class_editor(std::nullopt)});
    if (all.empty()) {
      if (empty_state(ui, "classes.empty", page.content,
                      {.icon = icon::graduation_cap,
                       .sentence = ui.words(N_("Offer the first class: a day, a number of seats and a price.")),
                       .action = ui.words(N_("New class"))}))
        out.add(Open{make_class_editor(std::nullopt)});
      return;
    }
    const RowList rows(ui, "classes.list", page.content, {.count = all.size(), .row_height = 88});
    for (const RowList::Item& item : rows.visible()) {
      const ClassRow& each = all[item.index];
      std::string about = class_when(each.session, ui.words());
      if (!each.session.place.empty()) about += " · " + each.session.place;
      if (row(ui, fmt::format("classes.{}", item.index), item.rect,
              {.title = each.session.name,
               .subtitle = about,
               .trailing = ui.bare_money(each.session.price),
               .trailing_sub = class_seats(each, ui.words()),
               .icon = icon::graduation_cap,
               .pill = class_pill(each, today_, ui.words()),
               .has_arrow = true}))
        out.add(Open{make_class_page(each.session.id)});
    }
  }

  // From the editor of a new one.
  void performed(const Outcome& outcome, Intents& out) override {
    if (outcome.kind != "save_class") return;
    out.add(Open{make_class_page(Id<ClassSession>{outcome.subject})});
    out.add(ShowToast{.sentence = written_, .icon = icon::check_circle, .offers_undo = outcome.is_undoable});
  }

 private:
  Date today_;
  Watched<Date, std::vector<ClassRow>> classes_;
  std::string written_;
};

}  // namespace

std::unique_ptr<Screen> make_classes_screen() {
  return std::make_unique<ClassesScreen>();
}

}  // namespace lapak
