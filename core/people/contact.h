// people: contacts (buyers, partner vendors) and what is remembered about them. Pure.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/id.h"
#include "core/base/problem.h"

namespace lapak {

struct Sale;

enum class ContactKind { Person, Group };  // a group is a community with its members, a choir, a company

// What a contact is to the shop besides a buyer and a partner vendor.
enum class ContactRole { Shop, Client, Participant, Organiser, Supplier };
inline constexpr std::array kContactRoles{ContactRole::Shop, ContactRole::Client, ContactRole::Participant,
                                          ContactRole::Organiser, ContactRole::Supplier};
std::string_view role_name(ContactRole role);  // "shop"; for files, never for screens
std::optional<ContactRole> find_contact_role(std::string_view name);

struct Contact {
  Id<Contact> id;
  std::string name;   // or "the woman with the yellow scarf"
  std::string phone;  // E.164: "+6281234567890", or empty
  std::string town;
  std::string makes;  // of a partner vendor
  std::vector<std::string> tags;
  bool is_partner = false;
  Instant met_at;
  bool hidden = false;
  std::string source;  // whom an import met in its sales: where it came from and the number there, "csv 17850"
  ContactKind kind = ContactKind::Person;
  std::vector<ContactRole> roles;  // in the order of the enum
  std::string whatsapp;            // E.164; empty: the phone
  std::string instagram;           // without the @
  std::string email;
  std::string address;   // may have lines
  std::string birthday;  // "1990-05-04", or "05-04" without the year
  std::string language;  // "id", "en"; empty: the shop's
  std::string prefers;
  std::string met_where;                   // the fair, the street
  std::optional<Id<Contact>> met_through;  // who brought us together
  std::optional<Instant> consent_at;       // since when we may write
  std::string consent_how;                 // "said so at the stall"
  std::string photo;                       // a PhotoName, or empty
  std::vector<Id<Contact>> members;        // of a community
  friend bool operator==(const Contact&, const Contact&) = default;
};

// The number a message goes to; empty when there is none.
const std::string& chat_phone(const Contact& contact);
// "1990-05-04", "05-04", "4/5/1990" (day first), "4 5" → "1990-05-04", "05-04". Problems: NotADate.
Result<std::string> checked_birthday(std::string_view text);
// "@rina.batik", "https://instagram.com/rina.batik/" → "rina.batik". Problems: TextNotUtf8, NameTooLong.
Result<std::string> checked_instagram(std::string_view text);
// Something before and after one @. Problems: EmailIncomplete.
Result<std::string> checked_email(std::string_view text);

struct Note {
  Id<Note> id;
  Id<Contact> contact;
  std::optional<Id<Sale>> sale;  // on which occasion
  Instant at;
  bool pinned = false;
  std::string text;
};

// "batik, kebaya" → {"batik", "kebaya"}, as typed.
std::vector<std::string> written_tags(std::string_view text);
// A phone number as people type it, of any country, in E.164. A leading 0 takes the home country's code ("62").
// Empty stays empty. Problems: PhoneIncomplete.
Result<std::string> checked_phone(std::string_view text, std::string_view home_country_code);
// The dialling code of the country whose currency this is: "IDR" → "62"; empty where several share it ("EUR").
std::string_view home_country_code(std::string_view currency_code);
// "+6281234567890" → "0812-3456-7890" at home, "+65 8123 4567" elsewhere.
std::string written_phone(std::string_view e164, std::string_view home_country_code);
// Whether what was typed is meant as a phone number rather than a name.
bool looks_like_phone(std::string_view text);

}  // namespace lapak
