// people: what can be done to contacts, notes and sellers.
#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/journal/decision.h"
#include "core/people/contact.h"
#include "core/people/people_store.h"
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
// "Remember this buyer" on Done: makes the contact if there is none yet (nil; a phone that is known is that contact),
// adds tags and a pinned note, and attaches the sale just made to it by a fact of its own. What is typed replaces the
// name or the phone of the contact. Again with the outcome's subject adds to it. Problems: those of SaveContact.
struct RememberBuyer {
  Id<Sale> sale;
  Id<Contact> contact;
  std::string name_or_phone;
  std::string fallback_name;
  std::vector<std::string> tags;
  std::string note;
};
// Adds (nil id) or changes. `pin`: empty keeps it, "-" takes it away; `seller.pin_hash` is not read. Once an owner has
// a PIN: owner only. The last owner stays one. Problems: NameEmpty, NameTooLong, PinFormat, OwnerOnly, SellerUnknown.
struct SaveSeller {
  Seller seller;
  std::string pin;
};
// Many at once, an entry each: what an import does. Nil ids are new. Problems: those of SaveContact.
struct SaveContacts {
  std::vector<Contact> contacts;
};

using PeopleCommand = std::variant<SaveContact, AddNote, RememberBuyer, SaveSeller, SaveContacts>;

// Facts: names, phones, towns, words and tags of people stand in Fact::personal, never in Fact::body.
Result<Decision> decide(const PeopleCommand& command, const Deciding& deciding);
void apply_people(const Fact& fact, const Applying& applying);
// The fact that a card is as given, for rooms that make contacts by their own entries (an import of sales).
Fact contact_saved(const Contact& contact);

}  // namespace lapak
