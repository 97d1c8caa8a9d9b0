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

// Code points; invalid bytes count one each.
std::size_t length_in_code_points(std::string_view text);

inline constexpr std::size_t kLongestName_bytes = 65'536;
inline constexpr std::size_t kLongestNote_bytes = 1'000'000;

// A name that may be kept: trimmed, not empty, UTF-8, at most kLongestName_bytes. Control characters become blanks.
// Problems: NameEmpty, NameTooLong, TextNotUtf8.
Result<std::string> checked_name(std::string_view text);

// The same for a longer text, which may be empty and have line breaks. Problems: NameTooLong, TextNotUtf8.
Result<std::string> checked_note(std::string_view text);

}  // namespace lapak
