// people: what can be done to contacts, notes and sellers.
#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/journal/decision.h"
#include "core/people/contact.h"
#include "core/people/follow_up_commands.h"
#include "core/people/people_store.h"
#include "core/people/seller.h"

namespace lapak {

// Adds (nil id) or changes a card. With neither name nor phone it is named `fallback_name` ("Pembeli 22 Nov 10.42").
// Undoable. Problems: NameTooLong, TextNotUtf8, PhoneIncomplete, EmailIncomplete, NotADate, ContactUnknown (also of who
// brought us together and of members), SameContact (a community is not its own member).
struct SaveContact {
  Contact contact;
  std::string fallback_name;
  std::optional<Attachment> photo;  // new bytes for contact.photo
};
// Two cards of one person: `from` is hidden and points to `into`, which takes over what it does not say itself; sales,
// notes and promises of both stand on its page from here on. The card of a partner is kept, whichever was named.
// Undoable. Problems: ContactUnknown, SameContact, BothArePartners.
struct MergeContacts {
  Id<Contact> from, into;
};
// They look alike and are two: never proposed again. Problems: ContactUnknown, SameContact.
struct KeepApart {
  Id<Contact> one, other;
};
// All that is known about a person, and about those merged into her, goes: from the tables, the journal, the search and
// the log beside the file. Her sales stay, without her and without what was noted on them. Cannot be taken back.
// Problems: ContactUnknown, OwnerOnly (a helper, once the owner has a PIN).
struct ForgetContact {
  Id<Contact> contact;
};
// Pins or unpins a note. Undoable. Problems: NoteUnknown.
struct PinNote {
  Id<Note> note;
  bool pinned = true;
};
// Undoable. Problems: NameEmpty, NameTooLong, ContactUnknown.
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

using PeopleCommand =
    std::variant<SaveContact, AddNote, RememberBuyer, SaveSeller, SaveContacts, MergeContacts, KeepApart, ForgetContact,
                 PinNote, SetReminder, SetRhythm, Greet, PutOff, LetGo, SaveTemplate>;

// Facts: names, phones, towns, words and tags of people stand in Fact::personal, never in Fact::body. An entry speaks
// of one person only, so that she can be forgotten by herself.
Result<Decision> decide(const PeopleCommand& command, const Deciding& deciding);
void apply_people(const Fact& fact, const Applying& applying);
// Whose words the personal part of a fact of this room holds; empty for a seller's or for none.
std::vector<Id<Contact>> people_of(const Fact& fact);
// The contact that this fact forgets, if that is what it does.
std::optional<Id<Contact>> forgotten_by(const Fact& fact);
// The fact that a card is as given, for rooms that make contacts by their own entries (an import of sales).
Fact contact_saved(const Contact& contact);

// The fact that the owner allowed what its entry tells, with her PIN, while another was at the till. It changes
// nothing.
inline constexpr std::string_view kOwnerStoodIn = "people.owner_stood_in";

// Whether what is the owner's alone must be refused: a helper acts, and a PIN tells who the owner is.
bool needs_owner(const Deciding& deciding);
// The same of what a helper may be allowed.
bool needs_owner(const Deciding& deciding, Right right);

}  // namespace lapak
