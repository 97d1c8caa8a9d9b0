// screens: who buys.
#include "app/screens/customer_sheet.h"

#include "app/parts/field.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/screens/wording.h"

namespace lapak {

std::optional<CustomerCard> seen_card(const Shop& shop, Id<Contact> contact) {
  std::optional<CustomerCard> card = customer_card(shop.facts(), contact);
  if (!card || shop.may(Right::People)) return card;
  CustomerCard bare{.contact = {.id = card->contact.id, .name = card->contact.name},
                    .notes = {},
                    .last_purchase = {},
                    .last_purchase_at = {},
                    .owed = {},
                    .promise = {},
                    .promise_due = {}};
  for (Note& note : card->notes)
    if (note.pinned) bare.notes.push_back(std::move(note));
  return bare;
}

void CustomerSheet::open() {
  search_.clear();
  is_open_ = was_opened_ = true;
}

void CustomerSheet::refresh(const Shop& shop) {
  if (!is_open_) return;
  people_.refresh(shop, PeopleQuestion{.search = search_, .count = 60}, rooms(&Revisions::people),
                  [](const Shop& s, const PeopleQuestion& q) { return people(s.facts(), q); });
  is_helper_ = !shop.may(Right::People);
  home_code_ = home_country_code(shop.profile().currency);
}

void CustomerSheet::draw(Ui& ui, Intents& out, bool has_customer) {
  Sheet sheet(ui, "customers", is_open_, {.title = ui.words(N_("Customer")), .close_label = ui.words(N_("Close"))});
  if (!sheet.visible()) return;
  if (std::exchange(was_opened_, false)) ui.focus_field("customers.search");
  const Rect content = sheet.content();
  search_field(ui, "customers.search", {content.x, 80, content.w, 56}, search_, ui.words(N_("Name, number or tag")));
  const std::vector<Contact>& found = people_->rows;
  const Rect area{content.x, 152, content.w, ui.height() - 168};
  if (found.empty() && search_.empty()) {
    empty_state(ui, "customers.empty", area,
                {.icon = icon::users, .sentence = ui.words(N_("Buyers you remember on the Done screen appear here."))});
  }
  // Nothing stands at the foot: there the keyboard comes up for a finger.
  const bool has_first = !search_.empty() || has_customer;
  const std::size_t before = has_first ? 1 : 0;
  const RowList rows(ui, "customers.list", area, {.count = found.size() + before, .row_height = 72});
  for (const RowList::Item& item : rows.visible()) {
    if (item.index < before) {
      draw_first(ui, out, item.rect);
      continue;
    }
    const std::size_t index = item.index - before;
    const Contact& contact = found[index];
    std::string subtitle;
    if (!is_helper_) {
      subtitle = contact.phone.empty() ? contact.town : written_phone(contact.phone, home_code_);
      for (const std::string& tag : contact.tags) subtitle += (subtitle.empty() ? "" : " · ") + tag;
    }
    if (row(ui, fmt::format("customers.{}", index), item.rect,
            {.title = contact.name, .subtitle = subtitle, .icon = icon::user})) {
      out.perform(CartCommand(SetCustomer{contact.id}));
      is_open_ = false;
    }
  }
  if (sheet.dismissed()) is_open_ = false;
  if (!is_open_) ui.leave_field();
}

void CustomerSheet::draw_first(Ui& ui, Intents& out, Rect place) {
  if (search_.empty()) {
    if (!row(ui, "customers.none", place, {.title = ui.words(N_("No customer")), .icon = icon::user_minus})) return;
    out.perform(CartCommand(SetCustomer{std::nullopt}));
  } else {
    if (!row(ui, "customers.new", place,
             {.title = ui.words(N_("New customer")), .subtitle = search_, .icon = icon::user_plus})) {
      return;
    }
    Contact contact;
    (looks_like_phone(search_) ? contact.phone : contact.name) = search_;
    waits_for_contact_ = true;
    out.perform(PeopleCommand(SaveContact{.contact = contact, .fallback_name = search_}));
  }
  is_open_ = false;
}

void CustomerSheet::performed(const Outcome& outcome, Intents& out) {
  if (!waits_for_contact_ || outcome.kind != "save_contact") return;
  waits_for_contact_ = false;
  out.perform(CartCommand(SetCustomer{Id<Contact>{outcome.subject}}));
}

}  // namespace lapak
