// db: damage that SQLite reads without complaint: what stands there is not what anybody wrote.
#pragma once
#include <string>

namespace lapak {

// Throws a DatabaseError that is_damaged().
[[noreturn]] void throw_damaged(const std::string& message);

}  // namespace lapak
