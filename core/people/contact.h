// people: contacts (buyers, partner vendors) and what is remembered about them. Pure.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/id.h"
#include "core/base/problem.h"

namespace lapak {

struct Sale;

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
  friend bool operator==(const Contact&, const Contact&) = default;
};

struct Note {
  Id<Note> id;
  Id<Contact> contact;
  std::optional<Id<Sale>> sale;  // on which occasion
  Instant at;
  bool pinned = false;
  std::string text;
};

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
