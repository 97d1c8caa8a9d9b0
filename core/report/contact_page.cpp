// report: a person's page.
#include "core/report/contact_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/check.h"
#include "core/catalog/product_store.h"
#include "core/order/order_store.h"
#include "core/partner/partner_store.h"
#include "core/people/follow_up_store.h"
#include "core/portfolio/testimonial_store.h"
#include "core/sale/sale_store.h"
#include "core/words/words.h"

namespace lapak {
namespace {

std::string items_of(const Database& database, Id<Sale> sale) {
  constexpr int most_named = 3;
  std::string items;
  int count = 0;
  for (Rows rows = database.query("SELECT name FROM sale_line WHERE sale = ? ORDER BY position", sale); rows.next();) {
    if (++count > most_named) continue;
    items += (items.empty() ? "" : ", ") + rows.get<std::string>(0);
  }
  if (count > most_named) items += fmt::format(" +{}", count - most_named);
  return items;
}

// A sale is the customer's it was put down to last. A void and what it took back cancel each other.
void add_sales(const Database& database, Id<Contact> contact, int limit, std::vector<Moment>& moments) {
  for (Rows rows = database.query(
           "SELECT s.id, s.number, s.kind, s.at, CASE s.kind WHEN 'deposit' THEN (SELECT -sum(p.amount) FROM payment p "
           "WHERE p.sale = s.id AND p.method = 'deposit') ELSE s.total END FROM sale_customer k JOIN sale s ON s.id = "
           "k.sale "
           "WHERE k.contact = ?1 AND s.kind <> 'void' "
           "AND NOT EXISTS (SELECT 1 FROM sale_customer l WHERE l.sale = k.sale AND l.at > k.at) "
           "AND NOT EXISTS (SELECT 1 FROM sale v WHERE v.corrects = s.id AND v.kind = 'void') "
           "ORDER BY k.at DESC LIMIT ?2",
           contact, limit);
       rows.next();) {
    const auto id = rows.get<Id<Sale>>(0);
    const auto kind = rows.get<std::string_view>(2);
    const bool is_refund = kind == "refund";
    const Money total = rows.get<Money>(4);
    moments.push_back({.kind = is_refund           ? MomentKind::Returned
                               : kind == "deposit" ? MomentKind::Deposited
                                                   : MomentKind::Bought,
                       .at = rows.get<Instant>(3),
                       .id = id.bytes,
                       .text = items_of(database, id),
                       .number = rows.get<std::string>(1),
                       .amount = is_refund ? -total : total});
  }
}

// On the way to me: theirs to my table, mine back from their shop.
void add_goods(const Database& database, Id<Contact> partner, int limit, std::vector<Moment>& moments) {
  constexpr std::size_t most_named = 3;
  for (Rows rows = database.query("SELECT id, number, at, (book = 'consignment') = (kind = 'taken') FROM slip "
                                  "WHERE partner = ? ORDER BY number DESC LIMIT ?",
                                  partner, limit);
       rows.next();) {
    Moment moment{.kind = rows.get<bool>(3) ? MomentKind::GoodsCame : MomentKind::GoodsWent,
                  .at = rows.get<Instant>(2),
                  .id = rows.get<Id<Slip>>(0).bytes,
                  .number = fmt::format("#{}", rows.get<std::int64_t>(1))};
    const std::vector<SlipLine> lines = find_slip(database, rows.get<Id<Slip>>(0))->lines;
    for (std::size_t i = 0; i < std::min(lines.size(), most_named); ++i)
      moment.text += (i == 0 ? "" : ", ") + product_label(database, lines[i].product);
    if (lines.size() > most_named) moment.text += fmt::format(" +{}", lines.size() - most_named);
    moments.push_back(std::move(moment));
  }
}

MomentKind kind_of(Way way) {
  return way == Way::Written ? MomentKind::Written : way == Way::Talked ? MomentKind::Talked : MomentKind::Met;
}

std::vector<PersonName> names_of(const Database& database, const std::vector<Id<Contact>>& ids) {
  std::vector<PersonName> names;
  for (const Id<Contact>& id : ids)
    if (const auto contact = find_contact(database, kept_contact(database, id)); contact && !contact->name.empty())
      names.push_back({contact->id, contact->name});
  return names;
}

std::vector<Id<Contact>> communities_of(const Database& database, Id<Contact> member) {
  std::vector<Id<Contact>> communities;
  for (Rows rows = database.query("SELECT m.community FROM contact_member m JOIN contact c ON c.id = m.community "
                                  "WHERE m.member = ? AND c.hidden = 0 ORDER BY m.community",
                                  member);
       rows.next();)
    communities.push_back(rows.get<Id<Contact>>(0));
  return communities;
}

// What a helper sees of a card.
Contact bare(const Contact& contact) {
  return Contact{.id = contact.id, .name = contact.name, .hidden = contact.hidden, .kind = contact.kind};
}

}  // namespace

bool is_about_goods(MomentKind kind) {
  return kind == MomentKind::GoodsCame || kind == MomentKind::GoodsWent;
}

bool is_receipt(MomentKind kind) {
  return kind == MomentKind::Bought || kind == MomentKind::Returned || kind == MomentKind::Deposited;
}

std::string_view moment_name(MomentKind kind) {
  switch (kind) {
    case MomentKind::Bought:
      return N_("Purchase");
    case MomentKind::Returned:
      return N_("Refund");
    case MomentKind::Deposited:
      return N_("Deposit");
    case MomentKind::Ordered:
      return N_("Order");
    case MomentKind::Noted:
      return N_("Note");
    case MomentKind::Written:
      return N_("Message");
    case MomentKind::Talked:
      return N_("Talk");
    case MomentKind::Met:
      return N_("Meeting");
    case MomentKind::Promised:
      return N_("Promise");
    case MomentKind::Quoted:
      return N_("Testimonial");
    case MomentKind::GoodsCame:
      return N_("Goods received");
    case MomentKind::GoodsWent:
      return N_("Goods handed over");
  }
  LAPAK_ASSERT(false);
}

std::optional<ContactPage> contact_page(const Database& database, const ContactPageQuestion& question) {
  const std::optional<Contact> contact = find_contact(database, question.contact);
  if (!contact || (contact->name.empty() && contact->phone.empty())) return std::nullopt;
  if (kept_contact(database, contact->id) != contact->id) return std::nullopt;
  const Id<Contact> id = contact->id;
  const int limit = question.moments + 1;
  ContactPage page{.contact = *contact};
  const std::vector<Note> notes = notes_of(database, id, limit);
  if (question.sight == Sight::NameAndPinned) {
    page.contact = bare(*contact);
    for (const Note& note : notes)
      if (note.pinned) page.timeline.push_back({.at = note.at, .id = note.id.bytes, .text = note.text, .pinned = true});
    return page;
  }
  const CustomerCard card = customer_card(database, id).value();
  page.last_piece = card.last_purchase;
  page.last_piece_at = card.last_purchase_at;
  if (!card.owed.is_zero()) page.owed = card.owed;
  page.promise = next_reminder(database, id);
  page.clockwork = clockwork_of(database, id);
  page.due = due_of(page.clockwork);
  page.has_bought = page.clockwork.first_bought.has_value();
  if (contact->met_through)
    for (PersonName& name : names_of(database, {*contact->met_through})) page.through = std::move(name);
  page.members = names_of(database, contact->members);
  page.communities = names_of(database, communities_of(database, id));

  std::vector<Moment>& moments = page.timeline;
  for (const Id<Contact>& same : same_contacts(database, id)) {
    add_sales(database, same, limit, moments);
    add_goods(database, same, limit, moments);
  }
  for (const OrderRow& row : orders_of(database, id))
    moments.push_back({.kind = MomentKind::Ordered,
                       .at = row.order.asked_at,
                       .id = row.order.id.bytes,
                       .text = row.order.what,
                       .number = fmt::format("#{}", row.order.number)});
  for (const Note& note : notes)
    moments.push_back({.at = note.at, .id = note.id.bytes, .text = note.text, .pinned = note.pinned});
  const std::vector<Encounter> encounters = encounters_of(database, id, limit);
  for (const Encounter& encounter : encounters)
    moments.push_back(
        {.kind = kind_of(encounter.way), .at = encounter.at, .id = encounter.id.bytes, .text = encounter.text});
  for (const Reminder& reminder : reminders_of(database, id, limit))
    moments.push_back({.kind = MomentKind::Promised,
                       .at = reminder.at,
                       .id = reminder.id.bytes,
                       .text = reminder.text,
                       .due = reminder.due});
  for (const Testimonial& said : testimonials_by(database, id))
    moments.push_back({.kind = MomentKind::Quoted,
                       .at = said.at,
                       .id = said.id.bytes,
                       .text = "“" + said.text + "”",
                       .number = piece_of(database, said)});
  std::ranges::stable_sort(moments, std::ranges::greater(), &Moment::at);
  page.has_more = std::ssize(moments) > question.moments;
  if (page.has_more) moments.resize(static_cast<std::size_t>(question.moments));
  const auto spoken = std::ranges::find_if(moments, [](const Moment& moment) {
    return !is_receipt(moment.kind) && !is_about_goods(moment.kind) && moment.kind != MomentKind::Ordered &&
           moment.kind != MomentKind::Promised && !moment.text.empty();
  });
  if (spoken != moments.end()) page.last_words = spoken->text;
  return page;
}

}  // namespace lapak
