// screens: choosing a contact.
#include "app/screens/contact_pick.h"

#include "app/parts/field.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/screens/wording.h"
#include "core/base/text.h"

namespace lapak {

std::string shown_name(const Contact& contact, std::string_view home_code) {
  return contact.name.empty() ? written_phone(contact.phone, home_code) : contact.name;
}

void ContactPick::open(std::string title, Id<Contact> except, int question, Newcomers newcomers) {
  newcomers_ = newcomers;
  title_ = std::move(title);
  except_ = except;
  question_ = question;
  search_.clear();
  is_open_ = was_opened_ = true;
}

void ContactPick::refresh(const Shop& shop) {
  if (!is_open_) return;
  people_.refresh(shop, PeopleQuestion{.search = search_, .count = 60}, rooms(&Revisions::people),
                  [](const Shop& s, const PeopleQuestion& q) { return people(s.facts(), q); });
}

std::optional<ContactPick::Answer> ContactPick::draw(Ui& ui) {
  std::optional<Answer> answer;
  Sheet sheet(ui, "pick_person", is_open_, {.title = title_, .close_label = ui.words(N_("Close"))});
  if (!sheet.visible()) return answer;
  if (std::exchange(was_opened_, false)) ui.focus_field("pick_person.search");
  const Rect content = sheet.content();
  search_field(ui, "pick_person.search", {content.x, 80, content.w, 56}, search_, ui.words(N_("Name, number or tag")));
  std::vector<const Contact*> found;
  for (const Contact& contact : people_->rows)
    if (contact.id != except_) found.push_back(&contact);
  Rect area{content.x, 152, content.w, ui.height() - 168};
  if (newcomers_ == Newcomers::Offered && !trimmed(search_).empty()) {
    if (row(ui, "pick_person.new", area.top_part(72),
            {.title = ui.words(N_("New contact")), .subtitle = search_, .icon = icon::user_plus})) {
      answer = Answer{question_, {}, search_};
      is_open_ = false;
    }
    area = area.bottom_part(area.h - 72);
  }
  if (found.empty() && !(newcomers_ == Newcomers::Offered && !trimmed(search_).empty())) {
    empty_state(ui, "pick_person.empty", area,
                {.icon = icon::users, .sentence = ui.words(N_("Nobody of that name is here.")), .is_main = false});
  }
  const RowList rows(ui, "pick_person.list", area, {.count = found.size(), .row_height = 72});
  for (const RowList::Item& item : rows.visible()) {
    const Contact& contact = *found[item.index];
    if (row(ui, fmt::format("pick_person.{}", item.index), item.rect,
            {.title = shown_name(contact, {}), .subtitle = contact.town, .icon = icon::user})) {
      answer = Answer{question_, contact.id, shown_name(contact, {})};
      is_open_ = false;
    }
  }
  if (sheet.dismissed()) is_open_ = false;
  if (!is_open_) ui.leave_field();
  return answer;
}

}  // namespace lapak
