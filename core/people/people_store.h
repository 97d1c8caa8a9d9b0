// people: the rows of contacts, notes and sellers, and the questions about them.
//
// Words of a person that was forgotten are NULL in the file and empty here.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/db/database.h"
#include "core/people/contact.h"
#include "core/people/seller.h"

namespace lapak {

// As the card has it, also of one that was merged into another.
std::optional<Contact> find_contact(const Database& database, Id<Contact> id);
// The card that stands for this one now: itself, unless it was merged into another.
Id<Contact> kept_contact(const Database& database, Id<Contact> id);
// As the card is called that was kept; empty when she is not known or forgotten.
std::string kept_name(const Database& database, Id<Contact> id);
// The card and those that were merged into it, itself first.
std::vector<Id<Contact>> same_contacts(const Database& database, Id<Contact> id);
// Not hidden. E.164 as the card has it.
std::optional<Contact> find_contact_by_phone(const Database& database, std::string_view e164);
// Newest first, of the merged ones too; what was taken back is left out.
std::vector<Note> notes_of(const Database& database, Id<Contact> contact, int limit);
std::optional<Note> find_note(const Database& database, Id<Note> id);
std::vector<Seller> sellers(const Database& database);  // not hidden, owner first
std::optional<Seller> find_seller(const Database& database, Id<Seller> id);
// Whether an owner has a PIN, so that what is the owner's is guarded from helpers.
bool owner_has_pin(const Database& database);
// Whose sale it is, as learned last: the card kept of those that were merged.
std::optional<Id<Contact>> customer_of(const Database& database, Id<Sale> sale);
// A moment after all that was learned about it: the newest counts. 0 when nothing was.
Instant next_customer_at(const Database& database, Id<Sale> sale);

enum class PeopleFilter { All, Buyers, Partners, Circle, Communities };
struct PeopleQuestion {
  std::string search;  // any part of name, phone, town, tag; several words must all be there; of one or two letters
                       // only what words begin with
  int first = 0;
  int count = 40;
  PeopleFilter filter = PeopleFilter::All;  // without a search
  friend bool operator==(const PeopleQuestion&, const PeopleQuestion&) = default;
};
inline constexpr int kMostFound = 400;  // of a search: who is not among them needs another letter
struct PeopleView {
  std::vector<Contact> rows;  // best match first; without a search those met last first
  int total = 0;
};
PeopleView people(const Database& database, const PeopleQuestion& question);

// The tags used most, for the chips on Done, filled up from `fallback`.
std::vector<std::string> frequent_tags(const Database& database, const std::vector<std::string>& fallback, int count);

// Writing, for apply_people alone. Of a forgotten person only the bare card stands.
enum class PersonalWords { Known, Forgotten };
void put_contact(Database& database, const Contact& contact, PersonalWords words);
void put_note(Database& database, const Note& note, std::optional<Id<Seller>> who, PersonalWords words);
void put_seller(Database& database, const Seller& seller, PersonalWords words);
// `bought`: the day of the purchase; none for what was given back. Winds her clock.
void put_customer(Database& database, Id<Sale> sale, Id<Contact> contact, Instant at, std::optional<Date> bought);
void put_merged(Database& database, Id<Contact> from, std::optional<Id<Contact>> into);
void put_apart(Database& database, Id<Contact> one, Id<Contact> other);
struct NoteMark {
  bool pinned = false;
  bool withdrawn = false;
};
void put_note_mark(Database& database, Id<Note> note, NoteMark mark);
// The bytes of a photo go, unless something still shows it.
void let_go_of_photo(Database& database, const std::string& photo);
// Words about a person and those merged into her become NULL wherever people keeps them; the bare cards stay, hidden.
void put_forgotten(Database& database, Id<Contact> contact);

}  // namespace lapak
