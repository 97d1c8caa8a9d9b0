// words: a message of the catalogue with its fields filled in. Apart from words.h, because fmt costs the compiler in
// each file that sees it.
#pragma once
#include <fmt/format.h>

#include <string>
#include <string_view>

namespace lapak {

// (A test compares the fields of all translations.)
template <class... Fields>
std::string filled(std::string_view message, const Fields&... fields) {
  return fmt::format(fmt::runtime(message), fields...);
}

}  // namespace lapak
