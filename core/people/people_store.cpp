// people: the rows of contacts, notes and sellers.
#include "core/people/people_store.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/base/check.h"
#include "core/base/hex.h"
#include "core/base/text.h"
#include "core/people/contact_search.h"
#include "core/people/follow_up_store.h"

namespace lapak {
namespace {

std::vector<std::string> tags_of(const Database& database, Id<Contact> contact) {
  std::vector<std::string> tags;
  for (Rows rows = database.query("SELECT tag FROM contact_tag WHERE contact = ? ORDER BY position", contact);
       rows.next();)
    tags.push_back(rows.get<std::string>(0));
  return tags;
}

Seller read_seller(const Rows& rows) {
  return Seller{.id = rows.get<Id<Seller>>(0),
                .name = rows.get<std::string>(1),
                .role = rows.get<std::string_view>(2) == "owner" ? Role::Owner : Role::Helper,
                .rights = rights_of(rows.get<std::string_view>(5)),
                .pin_hash = rows.get<std::string>(3),
                .hidden = rows.get<bool>(4)};
}

std::optional<std::string> words_if(PersonalWords words, const std::string& text) {
  return words == PersonalWords::Known ? std::optional(text) : std::nullopt;
}

std::string roles_text(const std::vector<ContactRole>& roles) {
  std::string text;
  for (const ContactRole role : roles) text += (text.empty() ? "" : " ") + std::string(role_name(role));
  return text;
}

std::vector<ContactRole> read_roles(std::string_view text) {
  std::vector<ContactRole> roles;
  while (!text.empty()) {
    const std::string_view name = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(name.size() + 1, text.size()));
    if (const auto role = find_contact_role(name)) roles.push_back(*role);
  }
  return roles;
}

std::vector<Id<Contact>> members_of(const Database& database, Id<Contact> community) {
  std::vector<Id<Contact>> members;
  for (Rows rows = database.query("SELECT member FROM contact_member WHERE community = ? ORDER BY position", community);
       rows.next();)
    members.push_back(rows.get<Id<Contact>>(0));
  return members;
}

std::string_view filter_sql(PeopleFilter filter) {
  switch (filter) {
    case PeopleFilter::All:
      return "";
    case PeopleFilter::Buyers:
      return "AND c.id IN (SELECT contact FROM contact_clock WHERE first_bought IS NOT NULL) ";
    case PeopleFilter::Partners:
      return "AND (c.is_partner = 1 OR c.roles <> '') ";
    case PeopleFilter::Circle:
      return "AND c.id IN (SELECT contact FROM contact_clock WHERE due IS NOT NULL) ";
    case PeopleFilter::Communities:
      return "AND c.kind = 'group' ";
  }
  LAPAK_ASSERT(false);
}

}  // namespace

std::optional<Contact> find_contact(const Database& database, Id<Contact> id) {
  Rows rows = database.query(
      "SELECT name, phone, town, makes, is_partner, met_at, hidden, source, kind, roles, whatsapp, instagram, email, "
      "address, birthday, language, prefers, met_where, met_through, consent_at, consent_how, photo "
      "FROM contact WHERE id = ?",
      id);
  if (!rows.next()) return std::nullopt;
  return Contact{.id = id,
                 .name = rows.get<std::string>(0),
                 .phone = rows.get<std::string>(1),
                 .town = rows.get<std::string>(2),
                 .makes = rows.get<std::string>(3),
                 .tags = tags_of(database, id),
                 .is_partner = rows.get<bool>(4),
                 .met_at = rows.get<Instant>(5),
                 .hidden = rows.get<bool>(6),
                 .source = rows.get<std::string>(7),
                 .kind = rows.get<std::string_view>(8) == "group" ? ContactKind::Group : ContactKind::Person,
                 .roles = read_roles(rows.get<std::string_view>(9)),
                 .whatsapp = rows.get<std::string>(10),
                 .instagram = rows.get<std::string>(11),
                 .email = rows.get<std::string>(12),
                 .address = rows.get<std::string>(13),
                 .birthday = rows.get<std::string>(14),
                 .language = rows.get<std::string>(15),
                 .prefers = rows.get<std::string>(16),
                 .met_where = rows.get<std::string>(17),
                 .met_through = rows.get<std::optional<Id<Contact>>>(18),
                 .consent_at = rows.get<std::optional<Instant>>(19),
                 .consent_how = rows.get<std::string>(20),
                 .photo = rows.get<std::string>(21),
                 .members = members_of(database, id)};
}

Id<Contact> kept_contact(const Database& database, Id<Contact> id) {
  while (const auto into = database.value<Id<Contact>>("SELECT merged_into FROM contact WHERE id = ?", id)) id = *into;
  return id;
}

std::string kept_name(const Database& database, Id<Contact> id) {
  return database.value<std::string>("SELECT name FROM contact WHERE id = ?", kept_contact(database, id)).value_or("");
}

std::vector<Id<Contact>> same_contacts(const Database& database, Id<Contact> id) {
  std::vector<Id<Contact>> same{id};
  for (std::size_t i = 0; i < same.size(); ++i)
    for (Rows rows = database.query("SELECT id FROM contact WHERE merged_into = ?", same[i]); rows.next();)
      same.push_back(rows.get<Id<Contact>>(0));
  return same;
}

std::optional<Contact> find_contact_by_phone(const Database& database, std::string_view e164) {
  if (e164.empty()) return std::nullopt;
  const auto id = database.value<Id<Contact>>(
      "SELECT id FROM contact WHERE phone = ? AND phone <> '' AND hidden = 0 ORDER BY met_at DESC LIMIT 1", e164);
  return id ? find_contact(database, *id) : std::nullopt;
}

namespace {

// A note as it stands now: what was marked since counts.
constexpr std::string_view note_columns =
    "SELECT n.id, n.contact, n.sale, n.at, coalesce(m.pinned, n.pinned), n.text FROM note n "
    "LEFT JOIN note_mark m ON m.note = n.id ";

Note read_note(const Rows& rows) {
  return Note{.id = rows.get<Id<Note>>(0),
              .contact = rows.get<Id<Contact>>(1),
              .sale = rows.get<std::optional<Id<Sale>>>(2),
              .at = rows.get<Instant>(3),
              .pinned = rows.get<bool>(4),
              .text = rows.get<std::string>(5)};
}

}  // namespace

std::vector<Note> notes_of(const Database& database, Id<Contact> contact, int limit) {
  static const std::string sql = std::string(note_columns) +
                                 "WHERE n.contact = ? AND n.text IS NOT NULL AND coalesce(m.withdrawn, 0) = 0 ORDER BY "
                                 "n.at DESC, n.id DESC LIMIT ?";
  std::vector<Note> notes;
  for (const Id<Contact>& id : same_contacts(database, contact))
    for (Rows rows = database.query(sql, id, limit); rows.next();) {
      notes.push_back(read_note(rows));
      notes.back().contact = contact;
    }
  std::ranges::stable_sort(notes,
                           [](const Note& a, const Note& b) { return std::tie(a.at, a.id) > std::tie(b.at, b.id); });
  if (std::ssize(notes) > limit) notes.resize(static_cast<std::size_t>(limit));
  return notes;
}

std::optional<Note> find_note(const Database& database, Id<Note> id) {
  static const std::string sql = std::string(note_columns) + "WHERE n.id = ? AND n.text IS NOT NULL";
  Rows rows = database.query(sql, id);
  return rows.next() ? std::optional(read_note(rows)) : std::nullopt;
}

std::vector<Seller> sellers(const Database& database) {
  std::vector<Seller> all;
  for (Rows rows = database.query("SELECT id, name, role, pin_hash, hidden, rights FROM seller WHERE hidden = 0 "
                                  "ORDER BY role = 'owner' DESC, id");
       rows.next();)
    all.push_back(read_seller(rows));
  return all;
}

std::optional<Seller> find_seller(const Database& database, Id<Seller> id) {
  Rows rows = database.query("SELECT id, name, role, pin_hash, hidden, rights FROM seller WHERE id = ?", id);
  return rows.next() ? std::optional(read_seller(rows)) : std::nullopt;
}

bool owner_has_pin(const Database& database) {
  return database.value<int>("SELECT 1 FROM seller WHERE role = 'owner' AND hidden = 0 AND pin_hash <> '' LIMIT 1")
      .has_value();
}

std::optional<Id<Contact>> customer_of(const Database& database, Id<Sale> sale) {
  const auto contact =
      database.value<Id<Contact>>("SELECT contact FROM sale_customer WHERE sale = ? ORDER BY at DESC LIMIT 1", sale);
  return contact ? std::optional(kept_contact(database, *contact)) : std::nullopt;
}

Instant next_customer_at(const Database& database, Id<Sale> sale) {
  return database.value<Instant>("SELECT max(at) + 1 FROM sale_customer WHERE sale = ?", sale).value_or(Instant{});
}

PeopleView people(const Database& database, const PeopleQuestion& question) {
  PeopleView view;
  const auto take = [&](const std::vector<Id<Contact>>& ids) {
    for (const Id<Contact>& id : ids) view.rows.push_back(*find_contact(database, id));
  };
  if (const auto found = search_contacts(database, question.search, question.first, question.count)) {
    view.total = found->total;
    take(found->page);
    return view;
  }
  const std::string_view of_them = filter_sql(question.filter);
  const std::string from = fmt::format("FROM contact c WHERE c.hidden = 0 {}", of_them);
  view.total = database.value<int>("SELECT count(*) " + from).value_or(0);
  std::vector<Id<Contact>> ids;
  for (Rows rows = database.query("SELECT c.id " + from + "ORDER BY c.met_at DESC, c.id DESC LIMIT ? OFFSET ?",
                                  question.count, question.first);
       rows.next();)
    ids.push_back(rows.get<Id<Contact>>(0));
  take(ids);
  return view;
}

std::vector<std::string> frequent_tags(const Database& database, const std::vector<std::string>& fallback, int count) {
  std::vector<std::string> tags;
  const auto add = [&](const std::string& tag) {
    const bool is_known =
        std::ranges::any_of(tags, [&](const std::string& known) { return folded(known) == folded(tag); });
    if (!is_known && std::ssize(tags) < count) tags.push_back(tag);
  };
  for (Rows rows =
           database.query("SELECT tag FROM contact_tag GROUP BY tag ORDER BY count(*) DESC, tag LIMIT ?", 2 * count);
       rows.next();)
    add(rows.get<std::string>(0));
  for (const std::string& tag : fallback) add(tag);
  return tags;
}

void put_contact(Database& database, const Contact& contact, PersonalWords words) {
  database.run(
      "INSERT INTO contact(id, name, phone, town, makes, is_partner, met_at, hidden, source, kind, roles, whatsapp, "
      "instagram, email, address, birthday, language, prefers, met_where, met_through, consent_at, consent_how, photo) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, "
      "?23) "
      "ON CONFLICT(id) DO UPDATE SET name = ?2, phone = ?3, town = ?4, makes = ?5, is_partner = ?6, met_at = ?7, "
      "hidden = ?8, source = ?9, kind = ?10, roles = ?11, whatsapp = ?12, instagram = ?13, email = ?14, address = ?15, "
      "birthday = ?16, language = ?17, prefers = ?18, met_where = ?19, met_through = ?20, consent_at = ?21, "
      "consent_how = ?22, photo = ?23",
      contact.id, words_if(words, contact.name), words_if(words, contact.phone), words_if(words, contact.town),
      words_if(words, contact.makes), contact.is_partner, contact.met_at, contact.hidden,
      words_if(words, contact.source), contact.kind == ContactKind::Group ? "group" : "person",
      roles_text(contact.roles), words_if(words, contact.whatsapp), words_if(words, contact.instagram),
      words_if(words, contact.email), words_if(words, contact.address), words_if(words, contact.birthday),
      words_if(words, contact.language), words_if(words, contact.prefers), words_if(words, contact.met_where),
      contact.met_through, contact.consent_at, words_if(words, contact.consent_how), words_if(words, contact.photo));
  database.run("DELETE FROM contact_tag WHERE contact = ?", contact.id);
  database.run("DELETE FROM contact_member WHERE community = ?", contact.id);
  int position = 0;
  for (const Id<Contact>& member : contact.members)
    database.run("INSERT INTO contact_member(community, position, member) VALUES (?, ?, ?)", contact.id, position++,
                 member);
  position = 0;
  if (words == PersonalWords::Known)
    for (const std::string& tag : contact.tags)
      database.run("INSERT INTO contact_tag(contact, position, tag) VALUES (?, ?, ?)", contact.id, position++, tag);
  const bool is_merged =
      database.value<int>("SELECT 1 FROM contact WHERE id = ? AND merged_into IS NOT NULL", contact.id).has_value();
  if (words == PersonalWords::Forgotten || contact.hidden || is_merged)
    unindex_contact(database, contact.id);
  else
    index_contact(database, contact);
}

void put_note(Database& database, const Note& note, std::optional<Id<Seller>> who, PersonalWords words) {
  std::optional<std::string> text;
  if (words == PersonalWords::Known) text = note.text;
  database.run("INSERT INTO note(id, contact, sale, at, who, pinned, text) VALUES (?, ?, ?, ?, ?, ?, ?)", note.id,
               note.contact, note.sale, note.at, who, note.pinned, text);
}

void put_seller(Database& database, const Seller& seller, PersonalWords words) {
  std::optional<std::string> name;
  if (words == PersonalWords::Known) name = seller.name;
  database.run(
      "INSERT INTO seller(id, name, role, pin_hash, hidden, rights) VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
      "ON CONFLICT(id) DO UPDATE SET name = ?2, role = ?3, pin_hash = ?4, hidden = ?5, rights = ?6",
      seller.id, name, seller.role == Role::Owner ? "owner" : "helper", seller.pin_hash, seller.hidden,
      rights_text(seller.rights));
}

void put_customer(Database& database, Id<Sale> sale, Id<Contact> contact, Instant at, std::optional<Date> bought) {
  const auto before =
      database.value<Id<Contact>>("SELECT contact FROM sale_customer WHERE sale = ? ORDER BY at DESC LIMIT 1", sale);
  database.run(
      "INSERT INTO sale_customer(sale, contact, at, bought, brought) VALUES (?1, ?2, ?3, ?4, "
      "(SELECT gross - discount FROM sale WHERE id = ?1 AND kind = 'sale'))",
      sale, contact, at, bought);
  wind_clock(database, contact);
  if (before && *before != contact) wind_clock(database, *before);
}

void put_merged(Database& database, Id<Contact> from, std::optional<Id<Contact>> into) {
  const Id<Contact> before = kept_contact(database, from);
  database.run("UPDATE contact SET merged_into = ?2, hidden = ?3 WHERE id = ?1", from, into, into.has_value());
  if (into)
    unindex_contact(database, from);
  else
    index_contact(database, *find_contact(database, from));
  wind_clock(database, from);
  wind_clock(database, before);
}

void put_apart(Database& database, Id<Contact> one, Id<Contact> other) {
  const auto [first, second] = std::minmax(one, other);
  database.run("INSERT INTO contact_apart(one, other) VALUES (?, ?) ON CONFLICT DO NOTHING", first, second);
}

void put_note_mark(Database& database, Id<Note> note, NoteMark mark) {
  database.run(
      "INSERT INTO note_mark(note, pinned, withdrawn) VALUES (?1, ?2, ?3) "
      "ON CONFLICT(note) DO UPDATE SET pinned = ?2, withdrawn = ?3",
      note, mark.pinned, mark.withdrawn);
}

void let_go_of_photo(Database& database, const std::string& photo) {
  const auto hash = parse_hex(photo);
  if (!hash || hash->empty()) return;
  const auto bytes = Blob(reinterpret_cast<const std::uint8_t*>(hash->data()), hash->size());
  if (database.value<int>("SELECT 1 FROM photo_shown WHERE name = ? LIMIT 1", photo)) return;
  database.run("INSERT INTO photo_let_go(hash) VALUES (?)", bytes);
  database.run("DELETE FROM photo WHERE hash = ?", bytes);
  database.run("DELETE FROM photo_let_go WHERE hash = ?", bytes);
}

void put_forgotten(Database& database, Id<Contact> contact) {
  for (const Id<Contact>& id : same_contacts(database, contact)) {
    std::optional<Contact> card = find_contact(database, id);
    LAPAK_ASSERT(card.has_value());
    const std::string photo = std::exchange(card->photo, {});
    card->hidden = true;
    put_contact(database, *card, PersonalWords::Forgotten);
    let_go_of_photo(database, photo);
    database.run("UPDATE note SET text = NULL WHERE contact = ?", id);
    database.run("UPDATE encounter SET text = NULL WHERE contact = ?", id);
    database.run("DELETE FROM reminder_open WHERE reminder IN (SELECT id FROM reminder WHERE contact = ?)", id);
    database.run("UPDATE reminder SET text = NULL WHERE contact = ?", id);
    database.run("DELETE FROM contact_clock WHERE contact = ?", id);
    database.run("DELETE FROM occasion_passed WHERE contact = ?", id);
  }
}

}  // namespace lapak
