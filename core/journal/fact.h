// journal: a fact, as rooms make it and read it. Apart from journal.h, because JSON costs the compiler a second in each
// file that sees it.
#pragma once
#include <nlohmann/json.hpp>
#include <string>

namespace lapak {

using Json = nlohmann::json;

// One thing that became true, of one room: "sale.sold", "catalog.product_saved". Rooms make facts from their own
// structs and turn them back (core/journal/fact_json.h).
struct Fact {
  std::string kind;
  Json body;
  Json personal;  // null, or an object with what must be forgettable
};

// A fact struct `T` names itself by `static constexpr std::string_view kind`.
template <class T>
Fact fact_of(const T& fact) {
  return Fact{std::string(T::kind), Json(fact), Json()};
}

}  // namespace lapak
