// people: what can be done to contacts, notes and sellers.
#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/journal/decision.h"
#include "core/people/contact.h"
#include "core/people/seller.h"

namespace lapak {

// Adds (nil id) or changes a card. With neither name nor phone it is named `fallback_name` ("Pembeli 22 Nov 10.42").
// Undoable. Problems: NameTooLong, TextNotUtf8, PhoneIncomplete, ContactUnknown.
struct SaveContact {
  Contact contact;
  std::string fallback_name;
};
// Problems: NameEmpty, NameTooLong, ContactUnknown.
struct AddNote {
  Id<Contact> contact;
  std::optional<Id<Sale>> sale;
  std::string text;
  bool pinned = true;
};
// "Remember this buyer" on Done: makes the contact if there is none yet (nil), adds tags and a note, and attaches the
// sale just made to it by a fact of its own. Problems: those of SaveContact.
struct RememberBuyer {
  Id<Sale> sale;
  Id<Contact> contact;
  std::string name_or_phone;
  std::string fallback_name;
  std::vector<std::string> tags;
  std::string note;
};
// Adds (nil id) or changes. `pin`: empty keeps it, "-" takes it away. Once an owner has a PIN: owner only.
// Problems: NameEmpty, NameTooLong, PinFormat, OwnerOnly, SellerUnknown.
struct SaveSeller {
  Seller seller;
  std::string pin;
};
// Many at once, in one entry: what an import does.
struct SaveContacts {
  std::vector<Contact> contacts;
};

using PeopleCommand = std::variant<SaveContact, AddNote, RememberBuyer, SaveSeller, SaveContacts>;

// Facts: names, phones, towns, words and tags of people stand in Fact::personal, never in Fact::body.
Result<Decision> decide(const PeopleCommand& command, const Deciding& deciding);
void apply_people(const Fact& fact, const Applying& applying);

std::optional<Contact> find_contact(const Database& database, Id<Contact> id);
std::optional<Contact> find_contact_by_phone(const Database& database, std::string_view e164);
std::vector<Note> notes_of(const Database& database, Id<Contact> contact, int limit);  // newest first
std::vector<Seller> sellers(const Database& database);  // not hidden, owner first
std::optional<Seller> find_seller(const Database& database, Id<Seller> id);

struct PeopleQuestion {
  std::string search;  // any part of name, phone, town, tag
  int first = 0;
  int count = 40;
  friend bool operator==(const PeopleQuestion&, const PeopleQuestion&) = default;
};
struct PeopleView {
  std::vector<Contact> rows;  // best match first; without a search those met last first
  int total = 0;
};
PeopleView people(const Database& database, const PeopleQuestion& question);

// The tags used most, for the chips on Done, filled up from `fallback`.
std::vector<std::string> frequent_tags(const Database& database, const std::vector<std::string>& fallback, int count);

}  // namespace lapak
