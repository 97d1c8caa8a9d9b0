// base: text as people type it.
#include "core/base/text.h"

#include <utf8proc.h>

#include <array>
#include <cstdlib>
#include <memory>
#include <optional>

namespace lapak {
namespace {

bool is_ascii(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  return true;
}

bool is_ascii_blank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

std::string with_single_blanks(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  bool pending = false;
  for (const char c : text) {
    if (is_ascii_blank(c)) {
      pending = !result.empty();
      continue;
    }
    if (pending) result += ' ';
    pending = false;
    result += c;
  }
  return result;
}

std::string ascii_lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

constexpr std::array<std::string_view, 2> wide_blanks{"\u00a0", "\u3000"};

}  // namespace

bool is_utf8(std::string_view text) {
  if (is_ascii(text)) return true;
  auto rest = static_cast<utf8proc_ssize_t>(text.size());
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  while (rest > 0) {
    utf8proc_int32_t code_point = 0;
    const utf8proc_ssize_t used = utf8proc_iterate(bytes, rest, &code_point);
    if (used < 1) return false;
    bytes += used;
    rest -= used;
  }
  return true;
}

std::string folded(std::string_view text) {
  if (is_ascii(text)) return with_single_blanks(ascii_lower(text));
  utf8proc_uint8_t* mapped = nullptr;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD |
                                                      UTF8PROC_COMPAT | UTF8PROC_STABLE | UTF8PROC_IGNORE);
  const utf8proc_ssize_t size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                             static_cast<utf8proc_ssize_t>(text.size()), &mapped, options);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
  if (size < 0) return with_single_blanks(ascii_lower(text));
  return with_single_blanks(std::string_view(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size)));
}

std::string_view trimmed(std::string_view text) {
  for (bool again = true; again;) {
    again = false;
    while (!text.empty() && is_ascii_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_ascii_blank(text.back())) text.remove_suffix(1);
    for (const std::string_view blank : wide_blanks) {
      if (text.starts_with(blank)) text.remove_prefix(blank.size()), again = true;
      if (text.ends_with(blank)) text.remove_suffix(blank.size()), again = true;
    }
  }
  return text;
}

std::string_view shortened(std::string_view text, std::size_t limit_bytes) {
  if (text.size() <= limit_bytes) return text;
  std::size_t end = limit_bytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  return text.substr(0, end);
}

std::string_view first_line(std::string_view text) {
  return text.substr(0, text.find('\n'));
}

std::size_t length_in_code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  return count;
}

namespace {

struct CardNumber {
  std::size_t begin, end;
  std::string last_four;
};

bool passes_luhn(std::string_view digits) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const int digit = digits[digits.size() - 1 - i] - '0';
    const int doubled = i % 2 == 1 ? 2 * digit : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 == 0;
}

// The next run of digits, from `from` on, that is a card's.
std::optional<CardNumber> next_card(std::string_view text, std::size_t from) {
  const auto is_digit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
  while (from < text.size()) {
    if (!is_digit(from)) {
      ++from;
      continue;
    }
    CardNumber card{from, from, {}};
    std::string digits;
    for (std::size_t at = from; is_digit(at) || ((text[at] == ' ' || text[at] == '-') && is_digit(at + 1));) {
      if (is_digit(at)) digits += text[at];
      card.end = ++at;
      if (at >= text.size()) break;
    }
    // A number of the country, or one of Indonesia with its code.
    const bool is_phone = (from > 0 && text[from - 1] == '+') || digits.starts_with('0') ||
                          (digits.starts_with("628") && digits.size() < 16);
    if (!is_phone && digits.size() >= 13 && digits.size() <= 19 && passes_luhn(digits)) {
      card.last_four = digits.substr(digits.size() - 4);
      return card;
    }
    from = card.end;
  }
  return std::nullopt;
}

}  // namespace

bool has_card_number(std::string_view text) {
  return next_card(text, 0).has_value();
}

std::string with_cards_covered(std::string_view text) {
  std::string covered;
  std::size_t from = 0;
  while (const auto card = next_card(text, from)) {
    covered += text.substr(from, card->begin - from);
    covered += "•••• " + card->last_four;
    from = card->end;
  }
  covered += text.substr(from);
  return covered;
}

Result<std::string> checked_code(std::string_view text) {
  const std::string_view name = trimmed(text);
  if (name.empty()) return refuse(ProblemCode::NameEmpty);
  if (name.size() > kLongestName_bytes)
    return refuse(ProblemCode::NameTooLong, static_cast<std::int64_t>(name.size()),
                  static_cast<std::int64_t>(kLongestName_bytes));
  if (!is_utf8(name)) return refuse(ProblemCode::TextNotUtf8);
  std::string result(name);
  for (char& c : result)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  return result;
}

Result<std::string> checked_name(std::string_view text) {
  Result<std::string> name = checked_code(text);
  if (name && has_card_number(*name)) *name = with_cards_covered(*name);
  return name;
}

Result<std::string> checked_note(std::string_view text) {
  if (text.size() > kLongestNote_bytes)
    return refuse(ProblemCode::NameTooLong, static_cast<std::int64_t>(text.size()),
                  static_cast<std::int64_t>(kLongestNote_bytes));
  if (!is_utf8(text)) return refuse(ProblemCode::TextNotUtf8);
  std::string result(text);
  for (char& c : result)
    if ((static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7f) c = ' ';
  return has_card_number(result) ? with_cards_covered(result) : result;
}

}  // namespace lapak
