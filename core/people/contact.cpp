// people: contacts. Pure.
#include "core/people/contact.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/text.h"

namespace lapak {
namespace {

constexpr std::size_t shortest_phone = 8;  // digits, country code included
constexpr std::size_t longest_phone = 15;  // E.164

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Hyphens, blanks and direction marks of a number copied from a message: U+2000…U+206F and U+00A0.
std::size_t written_mark_bytes(std::string_view text) {
  if (text.starts_with("\u00a0")) return 2;
  if (text.starts_with("\xe2\x80") || text.starts_with("\xe2\x81")) return std::min<std::size_t>(3, text.size());
  return 0;
}

struct TypedPhone {
  std::string digits;
  bool is_international = false;  // begins with + or 00
  bool is_phone = true;           // nothing stands in it that a number cannot have
};

TypedPhone read_phone(std::string_view text) {
  TypedPhone typed;
  while (!text.empty()) {
    const char c = text.front();
    std::size_t used = 1;
    if (is_digit(c)) {
      typed.digits += c;
    } else if (typed.is_international && text.starts_with("(0)")) {
      used = 3;  // "+62 (0)812": the zero is for those who call from inside
    } else if (c == '+' && typed.digits.empty() && !typed.is_international) {
      typed.is_international = true;
    } else if (const std::size_t mark = written_mark_bytes(text); mark > 0) {
      used = mark;
    } else if (std::string_view(" \t-.()/").find(c) == std::string_view::npos) {
      typed.is_phone = false;
      return typed;
    }
    text.remove_prefix(used);
  }
  if (!typed.is_international && typed.digits.starts_with("00")) {
    typed.is_international = true;
    typed.digits.erase(0, 2);
  }
  return typed;
}

// Where numbers are dialled inside the country with a leading 0.
bool has_trunk_zero(std::string_view country_code) {
  return country_code != "1" && country_code != "65";
}

// How many digits of an E.164 number are the country's: ITU-T E.164, annex of assigned codes.
std::size_t country_code_length(std::string_view digits) {
  if (digits.starts_with('1') || digits.starts_with('7')) return 1;
  constexpr std::string_view two_digits =
      "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 "
      "90 91 92 93 94 95 98 ";
  return two_digits.find(std::string(digits.substr(0, 2)) + ' ') != std::string_view::npos ? 2 : 3;
}

// Digits as they are read aloud: in groups of three and four.
std::string grouped(std::string_view digits, char separator) {
  static constexpr std::array<std::array<std::size_t, 3>, 7> groups{
      {{3, 3, 0}, {3, 4, 0}, {4, 4, 0}, {3, 3, 3}, {3, 3, 4}, {3, 4, 4}, {3, 4, 5}}};
  if (digits.size() < 6 || digits.size() > 12) return std::string(digits);
  std::string text;
  for (const std::size_t size : groups[digits.size() - 6]) {
    if (size == 0) break;
    if (!text.empty()) text += separator;
    text += digits.substr(0, size);
    digits.remove_prefix(size);
  }
  return text;
}

constexpr std::array<std::pair<ContactRole, std::string_view>, 5> role_names{{{ContactRole::Shop, "shop"},
                                                                              {ContactRole::Client, "client"},
                                                                              {ContactRole::Participant, "participant"},
                                                                              {ContactRole::Organiser, "organiser"},
                                                                              {ContactRole::Supplier, "supplier"}}};

bool is_day_of_a_year(int month, int day) {
  constexpr std::array longest{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month >= 1 && month <= 12 && day >= 1 && day <= longest[static_cast<std::size_t>(month - 1)];
}

}  // namespace

std::string_view role_name(ContactRole role) {
  return std::ranges::find(role_names, role, &std::pair<ContactRole, std::string_view>::first)->second;
}

std::optional<ContactRole> find_contact_role(std::string_view name) {
  const auto found = std::ranges::find(role_names, name, &std::pair<ContactRole, std::string_view>::second);
  return found == role_names.end() ? std::nullopt : std::optional(found->first);
}

const std::string& chat_phone(const Contact& contact) {
  return contact.whatsapp.empty() ? contact.phone : contact.whatsapp;
}

Result<std::string> checked_birthday(std::string_view text) {
  const std::string_view typed = trimmed(text);
  if (typed.empty()) return std::string();
  std::vector<int> parts;
  std::vector<std::size_t> lengths;
  for (std::size_t at = 0; at < typed.size();) {
    if (!is_digit(typed[at])) {
      if (std::string_view("-/. ").find(typed[at]) == std::string_view::npos)
        return refuse(ProblemCode::NotADate, std::string(typed));
      ++at;
      continue;
    }
    int number = 0;
    const std::size_t begin = at;
    for (; at < typed.size() && is_digit(typed[at]) && at - begin < 4; ++at) number = number * 10 + (typed[at] - '0');
    parts.push_back(number);
    lengths.push_back(at - begin);
  }
  int year = 0, month = 0, day = 0;
  if (parts.size() == 3 && lengths[0] == 4) {
    year = parts[0], month = parts[1], day = parts[2];
  } else if (parts.size() == 3 && lengths[2] == 4) {
    day = parts[0], month = parts[1], year = parts[2];
  } else if (parts.size() == 2 && typed.find('-') != std::string_view::npos) {
    month = parts[0], day = parts[1];  // as a file has it: "05-04", "--05-04"
  } else if (parts.size() == 2) {
    day = parts[0], month = parts[1];
  } else if (parts.size() == 1 && lengths[0] == 4 && typed.starts_with("--")) {
    month = parts[0] / 100, day = parts[0] % 100;  // vCard: "--0504"
  } else {
    return refuse(ProblemCode::NotADate, std::string(typed));
  }
  const bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  if (!is_day_of_a_year(month, day) || (year != 0 && month == 2 && day == 29 && !is_leap))
    return refuse(ProblemCode::NotADate, std::string(typed));
  return year == 0 ? fmt::format("{:02}-{:02}", month, day) : fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

Result<std::string> checked_instagram(std::string_view text) {
  std::string_view name = trimmed(text);
  if (const std::size_t host = name.find("instagram.com/"); host != std::string_view::npos)
    name.remove_prefix(host + std::string_view("instagram.com/").size());
  while (name.starts_with('@')) name.remove_prefix(1);
  name = name.substr(0, name.find_first_of("/?"));
  return name.empty() ? Result<std::string>() : checked_name(name);
}

Result<std::string> checked_email(std::string_view text) {
  const std::string_view typed = trimmed(text);
  if (typed.empty()) return std::string();
  const std::size_t at = typed.find('@');
  const bool is_whole = at != std::string_view::npos && at > 0 && at + 1 < typed.size() &&
                        typed.find('@', at + 1) == std::string_view::npos &&
                        typed.find_first_of(" \t\r\n<>\"") == std::string_view::npos;
  if (!is_whole) return refuse(ProblemCode::EmailIncomplete, std::string(typed));
  return checked_code(typed);
}

std::vector<std::string> written_tags(std::string_view text) {
  std::vector<std::string> tags;
  while (!text.empty()) {
    const std::string_view part = text.substr(0, text.find(','));
    text.remove_prefix(std::min(part.size() + 1, text.size()));
    tags.emplace_back(trimmed(part));
  }
  return tags;
}

Result<std::string> checked_phone(std::string_view text, std::string_view home_country_code) {
  TypedPhone typed = read_phone(text);
  if (typed.is_phone && typed.digits.empty() && !typed.is_international) return std::string();
  const std::string home(home_country_code);
  std::string digits = typed.digits;
  if (!typed.is_international && !home.empty()) {
    if (digits.starts_with('0') && has_trunk_zero(home))
      digits = home + digits.substr(1);
    else if (!digits.starts_with(home) || digits.size() < 10)
      digits = home + digits;
  }
  if (!home.empty() && has_trunk_zero(home) && digits.starts_with(home + '0')) digits.erase(home.size(), 1);
  if (!typed.is_phone || digits.starts_with('0') || digits.size() < shortest_phone || digits.size() > longest_phone ||
      (!typed.is_international && home.empty()))
    return refuse(ProblemCode::PhoneIncomplete, std::string(text));
  return '+' + digits;
}

std::string_view home_country_code(std::string_view currency_code) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> countries{{{"IDR", "62"},
                                                                                    {"USD", "1"},
                                                                                    {"GBP", "44"},
                                                                                    {"JPY", "81"},
                                                                                    {"MYR", "60"},
                                                                                    {"SGD", "65"},
                                                                                    {"AUD", "61"},
                                                                                    {"CHF", "41"}}};
  for (const auto& [currency, code] : countries)
    if (currency == currency_code) return code;
  return {};
}

std::string written_phone(std::string_view e164, std::string_view home_country_code) {
  if (!e164.starts_with('+')) return std::string(e164);
  const std::string_view digits = e164.substr(1);
  if (!home_country_code.empty() && digits.starts_with(home_country_code)) {
    std::string national = grouped(digits.substr(home_country_code.size()), '-');
    if (has_trunk_zero(home_country_code)) national.insert(0, "0");
    // Without a zero before it, it may read as if it began with the country's code.
    if (checked_phone(national, home_country_code) == std::string(e164)) return national;
  }
  const std::size_t length = std::min(country_code_length(digits), digits.size());
  return '+' + std::string(digits.substr(0, length)) + ' ' + grouped(digits.substr(length), ' ');
}

bool looks_like_phone(std::string_view text) {
  const TypedPhone typed = read_phone(text);
  return typed.is_phone && typed.digits.size() >= 4;
}

}  // namespace lapak
