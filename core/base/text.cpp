// base: text as people type it.
#include "core/base/text.h"

#include <utf8proc.h>

#include <array>
#include <cstdlib>
#include <memory>

namespace lapak {
namespace {

bool is_ascii(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  return true;
}

bool is_ascii_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

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
  const utf8proc_ssize_t size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                   &mapped, options);
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

std::size_t length_in_code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  return count;
}

Result<std::string> checked_name(std::string_view text) {
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

Result<std::string> checked_note(std::string_view text) {
  if (text.size() > kLongestNote_bytes)
    return refuse(ProblemCode::NameTooLong, static_cast<std::int64_t>(text.size()),
                  static_cast<std::int64_t>(kLongestNote_bytes));
  if (!is_utf8(text)) return refuse(ProblemCode::TextNotUtf8);
  std::string result(text);
  for (char& c : result)
    if ((static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7f) c = ' ';
  return result;
}

}  // namespace lapak
