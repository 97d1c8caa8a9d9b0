// base: text as people type it: UTF-8, kept byte for byte, compared without accents or case.
#pragma once
#include <string>
#include <string_view>

#include "core/base/problem.h"

namespace lapak {

bool is_utf8(std::string_view text);

// The form that is searched and sorted: accents and case folded away, compatibility forms unified, runs of blanks
// made one blank ("ÑANDÚ  Ströß" → "nandu stross"). Invalid UTF-8 is folded byte by byte as ASCII, never dropped.
std::string folded(std::string_view text);

// Blanks (Unicode White_Space, in ASCII and U+00A0, U+3000) removed at both ends.
std::string_view trimmed(std::string_view text);

// At most `limit` bytes, cut at a code point's border.
std::string_view shortened(std::string_view text, std::size_t limit_bytes);

// What stands before the first line break; all of it where there is none.
std::string_view first_line(std::string_view text);

// Code points; invalid bytes count one each.
std::size_t length_in_code_points(std::string_view text);

inline constexpr std::size_t kLongestName_bytes = 65'536;
inline constexpr std::size_t kLongestNote_bytes = 1'000'000;

// Whether something in it looks like the number of a payment card: 13 to 19 digits, with blanks or hyphens between
// them, whose last is their check digit (Luhn). What is written as a phone number is none.
bool has_card_number(std::string_view text);
// The same text with every such number covered but for its last four digits: "•••• 1111".
std::string with_cards_covered(std::string_view text);

// A name that may be kept: trimmed, not empty, UTF-8, at most kLongestName_bytes. Control characters become blanks,
// numbers of cards are covered.
// Problems: NameEmpty, NameTooLong, TextNotUtf8.
Result<std::string> checked_name(std::string_view text);
// The same for codes and barcodes, which are as long as cards' numbers and stay as they are.
Result<std::string> checked_code(std::string_view text);

// The same for a longer text, which may be empty and have line breaks. Problems: NameTooLong, TextNotUtf8.
Result<std::string> checked_note(std::string_view text);

}  // namespace lapak
