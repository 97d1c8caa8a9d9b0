// people: the rows of contacts, notes and sellers.
#include "core/people/people_store.h"

#include <algorithm>
#include <array>

#include "core/base/text.h"

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
                .pin_hash = rows.get<std::string>(3),
                .hidden = rows.get<bool>(4)};
}

// What the search looks through: a line each for the name, the town, each tag and the digits of the phone, folded.
std::string search_text(const Contact& contact) {
  std::string text = folded(contact.name) + '\n' + folded(contact.town);
  for (const std::string& tag : contact.tags) text += '\n' + folded(tag);
  if (!contact.phone.empty()) text += '\n' + contact.phone.substr(1);
  return text;
}

// A number is looked for by its digits, without the zeros or the + that it is dialled with.
std::vector<std::string> search_words(std::string_view search) {
  if (looks_like_phone(search)) {
    std::string digits;
    for (const char c : search)
      if (c >= '0' && c <= '9' && !(c == '0' && digits.empty())) digits += c;
    return digits.empty() ? std::vector<std::string>() : std::vector{digits};
  }
  std::vector<std::string> words;
  const std::string text = folded(search);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

enum class Match { BeginsName, BeginsWord, Inside, None };

Match match_of(std::string_view text, std::string_view word) {
  if (text.starts_with(word)) return Match::BeginsName;
  Match best = Match::None;
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    if (text[at - 1] == '\n' || text[at - 1] == ' ') return Match::BeginsWord;
    best = Match::Inside;
  }
  return best;
}

Match match_of(std::string_view text, const std::vector<std::string>& words) {
  Match worst = Match::BeginsName;
  for (const std::string& word : words) {
    worst = std::max(worst, match_of(text, word));
    if (worst == Match::None) break;
  }
  return worst;
}

}  // namespace

std::optional<Contact> find_contact(const Database& database, Id<Contact> id) {
  Rows rows =
      database.query("SELECT name, phone, town, makes, is_partner, met_at, hidden, source FROM contact WHERE id = ?", id);
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
                 .source = rows.get<std::string>(7)};
}

std::optional<Contact> find_contact_by_phone(const Database& database, std::string_view e164) {
  if (e164.empty()) return std::nullopt;
  const auto id = database.value<Id<Contact>>(
      "SELECT id FROM contact WHERE phone = ? AND phone <> '' AND hidden = 0 ORDER BY met_at DESC LIMIT 1", e164);
  return id ? find_contact(database, *id) : std::nullopt;
}

std::vector<Note> notes_of(const Database& database, Id<Contact> contact, int limit) {
  std::vector<Note> notes;
  for (Rows rows = database.query("SELECT id, sale, at, pinned, text FROM note WHERE contact = ? AND text IS NOT NULL "
                                  "ORDER BY at DESC, id DESC LIMIT ?",
                                  contact, limit);
       rows.next();)
    notes.push_back(Note{.id = rows.get<Id<Note>>(0),
                         .contact = contact,
                         .sale = rows.get<std::optional<Id<Sale>>>(1),
                         .at = rows.get<Instant>(2),
                         .pinned = rows.get<bool>(3),
                         .text = rows.get<std::string>(4)});
  return notes;
}

std::vector<Seller> sellers(const Database& database) {
  std::vector<Seller> all;
  for (Rows rows = database.query("SELECT id, name, role, pin_hash, hidden FROM seller WHERE hidden = 0 "
                                  "ORDER BY role = 'owner' DESC, id");
       rows.next();)
    all.push_back(read_seller(rows));
  return all;
}

std::optional<Seller> find_seller(const Database& database, Id<Seller> id) {
  Rows rows = database.query("SELECT id, name, role, pin_hash, hidden FROM seller WHERE id = ?", id);
  return rows.next() ? std::optional(read_seller(rows)) : std::nullopt;
}

bool owner_has_pin(const Database& database) {
  return database.value<int>("SELECT 1 FROM seller WHERE role = 'owner' AND hidden = 0 AND pin_hash <> '' LIMIT 1")
      .has_value();
}

std::optional<Id<Contact>> customer_of(const Database& database, Id<Sale> sale) {
  return database.value<Id<Contact>>("SELECT contact FROM sale_customer WHERE sale = ? ORDER BY at DESC LIMIT 1", sale);
}

Instant next_customer_at(const Database& database, Id<Sale> sale) {
  return database.value<Instant>("SELECT max(at) + 1 FROM sale_customer WHERE sale = ?", sale).value_or(Instant{});
}

PeopleView people(const Database& database, const PeopleQuestion& question) {
  PeopleView view;
  const std::vector<std::string> words = search_words(question.search);
  if (words.empty()) {
    view.total = database.value<int>("SELECT count(*) FROM contact WHERE hidden = 0").value_or(0);
    for (Rows rows =
             database.query("SELECT id FROM contact WHERE hidden = 0 ORDER BY met_at DESC, id DESC LIMIT ? OFFSET ?",
                            question.count, question.first);
         rows.next();)
      view.rows.push_back(*find_contact(database, rows.get<Id<Contact>>(0)));
    return view;
  }
  // In the order of the index, which is that of the names, so that each heap of equal matches is sorted already.
  std::array<std::vector<Id<Contact>>, static_cast<std::size_t>(Match::None)> found;
  for (Rows rows = database.query("SELECT text, contact FROM contact_search ORDER BY text"); rows.next();) {
    const Match match = match_of(rows.get<std::string_view>(0), words);
    if (match != Match::None) found[static_cast<std::size_t>(match)].push_back(rows.get<Id<Contact>>(1));
  }
  int position = 0;
  for (const std::vector<Id<Contact>>& heap : found)
    for (const Id<Contact>& id : heap) {
      if (position >= question.first && position < question.first + question.count)
        view.rows.push_back(*find_contact(database, id));
      ++position;
    }
  view.total = position;
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
  std::optional<std::string> name, phone, town, makes, source;
  if (words == PersonalWords::Known) {
    name = contact.name;
    phone = contact.phone;
    town = contact.town;
    makes = contact.makes;
    source = contact.source;
  }
  database.run(
      "INSERT INTO contact(id, name, phone, town, makes, is_partner, met_at, hidden, source) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT(id) DO UPDATE SET "
      "name = ?2, phone = ?3, town = ?4, makes = ?5, is_partner = ?6, met_at = ?7, hidden = ?8, source = ?9",
      contact.id, name, phone, town, makes, contact.is_partner, contact.met_at, contact.hidden, source);
  database.run("DELETE FROM contact_tag WHERE contact = ?", contact.id);
  database.run("DELETE FROM contact_search WHERE contact = ?", contact.id);
  if (words == PersonalWords::Forgotten) return;
  int position = 0;
  for (const std::string& tag : contact.tags)
    database.run("INSERT INTO contact_tag(contact, position, tag) VALUES (?, ?, ?)", contact.id, position++, tag);
  if (!contact.hidden)
    database.run("INSERT INTO contact_search(contact, text) VALUES (?, ?)", contact.id, search_text(contact));
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
      "INSERT INTO seller(id, name, role, pin_hash, hidden) VALUES (?1, ?2, ?3, ?4, ?5) "
      "ON CONFLICT(id) DO UPDATE SET name = ?2, role = ?3, pin_hash = ?4, hidden = ?5",
      seller.id, name, seller.role == Role::Owner ? "owner" : "helper", seller.pin_hash, seller.hidden);
}

void put_customer(Database& database, Id<Sale> sale, Id<Contact> contact, Instant at) {
  database.run("INSERT INTO sale_customer(sale, contact, at) VALUES (?, ?, ?)", sale, contact, at);
}

}  // namespace lapak
