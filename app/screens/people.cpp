// screens: People.
#include "app/screens/people.h"

#include <array>

#include "app/parts/badge.h"
#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/contact_editor.h"
#include "app/screens/contact_page.h"
#include "app/screens/contact_pick.h"
#include "app/screens/due_cards.h"
#include "app/screens/import_screen.h"
#include "app/screens/page.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"
#include "core/people/doubles.h"

namespace lapak {
namespace {

constexpr int kWindow = 120;  // rows asked for at once
constexpr float kRow = 72;
constexpr int kMostDoubles = 50;

struct Tab {
  std::string_view label;
  std::optional<PeopleFilter> filter;  // none: who is to be written to
};
constexpr std::array<Tab, 6> kTabs{{{N_("To write to"), std::nullopt},
                                    {N_("All"), PeopleFilter::All},
                                    {N_("Buyers"), PeopleFilter::Buyers},
                                    {N_("Partners"), PeopleFilter::Partners},
                                    {N_("Circle"), PeopleFilter::Circle},
                                    {N_("Communities"), PeopleFilter::Communities}}};

struct Pair {
  Doubles doubles;
  std::string older, newer;
};

class PeopleScreen final : public Screen {
 public:
  void refresh(const Shop& shop) override {
    home_ = home_country_code(shop.profile().currency);
    is_helper_ = !shop.may(Right::People);
    if (!is_helper_) due_.refresh(shop);
    // Who comes for the first time sees whom to write to, if there is anybody.
    if (!tab_) tab_ = !is_helper_ && due_.due_count() > 0 ? 0 : 1;
    list_.refresh(shop, question_, rooms(&Revisions::people),
                  [](const Shop& s, const PeopleQuestion& q) { return people(s.facts(), q); });
    if (is_pairing_)
      pairs_.refresh(shop, 0, rooms(&Revisions::people), [&](const Shop& s, int) { return pairs_of(s); });
  }

  void draw(Ui& ui, Intents& out) override {
    remember_words(ui);
    const PageFrame frame = draw_page(ui, {.title = ui.words(N_("People")),
                                           .has_back = false,
                                           .main = is_helper_ ? std::string_view() : ui.words(N_("Contact")),
                                           .main_icon = icon::plus,
                                           .side = is_helper_ ? 0.0f : 240.0f});
    if (frame.main == Press::Tap) out.add(Open{make_contact_editor(std::nullopt)});
    if (!is_helper_ &&
        button(ui, "people.doubles", frame.side,
               {.label = ui.words(N_("Maybe one person")), .icon = icon::users, .kind = ButtonKind::Quiet}))
      is_pairing_ = true;
    draw_tabs(ui, frame.content.top_part(48));
    const Rect below{frame.content.x, frame.content.y + 60, frame.content.w, frame.content.h - 60};
    if (is_due_shown()) {
      if (const auto contact = due_.draw(ui, below, out)) out.add(Open{make_contact_page(*contact)});
    } else {
      draw_list(ui, out, below);
    }
    due_.draw_above(ui, out);
    draw_pairs(ui, out);
  }

  void performed(const Outcome& outcome, Intents& out) override {
    std::string said;
    if (outcome.kind == "put_off") said = fmt::format(fmt::runtime(put_off_), outcome.label);
    if (outcome.kind == "let_go") said = fmt::format(fmt::runtime(let_go_), outcome.label);
    if (outcome.kind == "greet") said = fmt::format(fmt::runtime(noted_), outcome.label);
    if (outcome.kind == "merge_contacts") said = merged_;
    if (!said.empty())
      out.add(ShowToast{.sentence = said, .icon = icon::check_circle, .offers_undo = outcome.is_undoable});
  }

 private:
  static std::vector<Pair> pairs_of(const Shop& shop) {
    std::vector<Pair> pairs;
    const std::string_view home = home_country_code(shop.profile().currency);
    for (const Doubles& doubles : find_doubles(shop.facts(), kMostDoubles)) {
      const auto older = find_contact(shop.facts(), doubles.older), newer = find_contact(shop.facts(), doubles.newer);
      if (older && newer) pairs.push_back({doubles, shown_name(*older, home), shown_name(*newer, home)});
    }
    return pairs;
  }
  bool is_due_shown() const { return tab_ == 0u && !is_helper_; }
  void remember_words(const Ui& ui) {
    put_off_ = ui.words(N_("{} was put off for a week."));
    let_go_ = ui.words(N_("{} was let go."));
    noted_ = ui.words(N_("Noted: {}"));
    merged_ = ui.words(N_("They are one now."));
  }
  void draw_tabs(Ui& ui, Rect place);
  void draw_list(Ui& ui, Intents& out, Rect area);
  void draw_contact(Ui& ui, Intents& out, const RowList::Item& item, const Contact& contact);
  void draw_pairs(Ui& ui, Intents& out);

  std::optional<std::size_t> tab_;
  PeopleQuestion question_{.search = {}, .first = 0, .count = kWindow};
  Watched<PeopleQuestion, PeopleView> list_;
  DueCards due_;
  Watched<int, std::vector<Pair>> pairs_;
  bool is_pairing_ = false;
  bool is_helper_ = false;
  std::string_view home_;
  std::string put_off_, let_go_, noted_, merged_;
};

void PeopleScreen::draw_tabs(Ui& ui, Rect place) {
  std::vector<std::string> labels;
  for (const Tab& tab : kTabs) labels.emplace_back(ui.words(tab.label));
  if (due_.due_count() > 0) labels[0] += fmt::format(" {}", due_.due_count());
  const std::size_t hidden = is_helper_ ? 1 : 0;  // a helper writes to nobody
  labels.erase(labels.begin(), labels.begin() + static_cast<std::ptrdiff_t>(hidden));
  const auto tapped = chips(ui, "people.tab", place, labels, tab_.value_or(1) - hidden);
  if (!tapped) return;
  tab_ = *tapped + hidden;
  question_.filter = kTabs[*tab_].filter.value_or(PeopleFilter::All);
  question_.first = 0;
  scroll_to_start(ui, "people.list");
  ui.keep_drawing();
}

void PeopleScreen::draw_list(Ui& ui, Intents& out, Rect area) {
  const float beside = is_helper_ ? 0 : 216;
  if (!is_helper_ && button(ui, "people.import", {area.right() - 208, area.y, 208, 56},
                            {.label = ui.words(N_("Take in a list")), .icon = icon::file_csv}))
    out.add(Open{make_import_screen()});
  if (search_field(ui, "people.search", {area.x, area.y, area.w - beside, 56}, question_.search,
                   ui.words(N_("Name, number or tag")))
          .edited) {
    question_.first = 0;
    scroll_to_start(ui, "people.list");
    ui.keep_drawing();
  }
  const Rect below{area.x, area.y + 68, area.w, area.h - 68};
  if (list_->total == 0) {
    const std::string nobody = say(ui, N_("Nobody is like \"{}\"."), question_.search);
    const std::string_view sentence =
        question_.search.empty() ? ui.words(N_("People appear here once you have greeted them on the Done screen."))
                                 : std::string_view(nobody);
    empty_state(ui, "people.empty", below, {.icon = icon::users, .sentence = sentence, .is_main = false});
    return;
  }
  const RowList rows(ui, "people.list", below, {.count = static_cast<std::size_t>(list_->total), .row_height = kRow});
  if (rows.visible().empty()) return;
  for (const RowList::Item& item : rows.visible()) {
    const std::size_t at = item.index - static_cast<std::size_t>(question_.first);
    if (item.index >= static_cast<std::size_t>(question_.first) && at < list_->rows.size())
      draw_contact(ui, out, item, list_->rows[at]);
  }
  const int first = static_cast<int>(rows.visible().front().index);
  const int last = static_cast<int>(rows.visible().back().index);
  if (first >= question_.first && last < question_.first + kWindow) return;
  question_.first = std::max(0, first - kWindow / 3);
  ui.keep_drawing();
}

void PeopleScreen::draw_contact(Ui& ui, Intents& out, const RowList::Item& item, const Contact& contact) {
  std::string subtitle;
  if (!is_helper_) {
    subtitle = contact.phone.empty() ? contact.town : written_phone(contact.phone, home_);
    if (!contact.phone.empty() && !contact.town.empty()) subtitle += " · " + contact.town;
    for (const std::string& tag : contact.tags) subtitle += (subtitle.empty() ? "" : " · ") + tag;
  }
  std::optional<Pill> pill;
  if (contact.is_partner) pill = Pill{.label = std::string(ui.words(N_("Partner vendor"))), .tone = Tone::Primary};
  if (row(ui, fmt::format("people.row.{}", item.index), item.rect,
          {.title = shown_name(contact, home_),
           .subtitle = subtitle,
           .icon = contact.kind == ContactKind::Group ? icon::users : icon::user,
           .pill = pill,
           .has_arrow = true}))
    out.add(Open{make_contact_page(contact.id)});
}

void PeopleScreen::draw_pairs(Ui& ui, Intents& out) {
  Sheet sheet(ui, "pairs", is_pairing_,
              {.title = ui.words(N_("Maybe one person")), .close_label = ui.words(N_("Close"))});
  if (!sheet.visible()) return;
  const Rect content = sheet.content();
  const std::vector<Pair>& pairs = pairs_.view();
  if (pairs.empty()) {
    empty_state(ui, "pairs.empty", content,
                {.icon = icon::check_circle, .sentence = ui.words(N_("No two cards look alike.")), .is_main = false});
  }
  const RowList rows(ui, "pairs.list", content, {.count = pairs.size(), .row_height = 176, .gap = 12});
  for (const RowList::Item& item : rows.visible()) {
    const Pair& pair = pairs[item.index];
    const std::string name = fmt::format("pairs.{}", item.index);
    const Rect inside = item.rect;
    text(ui, {inside.x, inside.y + 8, inside.w, 28}, pair.older, {.type = Type::Strong, .cut = Cut::Names});
    text(ui, {inside.x, inside.y + 36, inside.w, 28}, pair.newer, {.type = Type::Strong, .cut = Cut::Names});
    text(ui, {inside.x, inside.y + 66, inside.w, 26},
         pair.doubles.why == Likeness::SamePhone ? ui.words(N_("The same number")) : ui.words(N_("Names alike")),
         {.type = Type::Small, .color = ui.theme().ink2});
    const Rect buttons{inside.x, inside.y + 104, inside.w, 56};
    if (button(ui, name + ".one", buttons.column(0, 2, kGap), {.label = ui.words(N_("One person"))}))
      out.perform(PeopleCommand(MergeContacts{pair.doubles.newer, pair.doubles.older}));
    if (button(ui, name + ".two", buttons.column(1, 2, kGap),
               {.label = ui.words(N_("Two people")), .kind = ButtonKind::Outline}))
      out.perform(PeopleCommand(KeepApart{pair.doubles.older, pair.doubles.newer}));
  }
  if (sheet.dismissed()) is_pairing_ = false;
}

}  // namespace

std::unique_ptr<Screen> make_people_screen() {
  return std::make_unique<PeopleScreen>();
}

}  // namespace lapak
