// screens: sentences with something in them.
#pragma once
#include <fmt/format.h>

#include <string>
#include <string_view>

#include "app/parts/ui.h"

namespace lapak {

// say(ui, N_("{} left"), "3"): the catalogue's sentence with its gaps filled.
template <class... Facts>
std::string say(const Words& words, std::string_view english, const Facts&... facts) {
  return fmt::format(fmt::runtime(words(english)), facts...);
}
template <class... Facts>
std::string say(const Ui& ui, std::string_view english, const Facts&... facts) {
  return say(ui.words(), english, facts...);
}

}  // namespace lapak
