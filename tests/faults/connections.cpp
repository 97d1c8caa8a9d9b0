// faults: the SQLite connections that are open in this process.
#include "tests/faults/connections.h"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <algorithm>
#include <cstdlib>

namespace lapak {

bool is_soaking() {
  return std::getenv("LAPAK_SOAK") != nullptr;
}
std::int64_t fault_points(std::int64_t usual) {
  return is_soaking() ? 10 * usual : usual;
}
std::vector<std::int64_t> operations_to_fail(std::int64_t count) {
  constexpr std::int64_t near_an_end = 60, between = 60;
  std::vector<std::int64_t> operations;
  const std::int64_t step = std::max<std::int64_t>(1, (count - 2 * near_an_end) / between);
  for (std::int64_t operation = 1; operation <= count; ++operation)
    if (is_soaking() || operation <= near_an_end || operation > count - near_an_end || operation % step == 0)
      operations.push_back(operation);
  return operations;
}

Connections& Connections::instance() {
  static Connections connections;
  return connections;
}

Connections::Connections() {
  REQUIRE(sqlite3_auto_extension(reinterpret_cast<void (*)()>(&Connections::opened)) == SQLITE_OK);
}

// A function nobody calls tells, by its end, that the connection is closed.
int Connections::opened(sqlite3* connection, char**, const void*) {
  Connections& connections = instance();
  const std::lock_guard lock(connections.guard_);
  connections.open_.insert(connection);
  sqlite3_wal_autocheckpoint(connection, connections.pages_);
  return sqlite3_create_function_v2(
      connection, "open_until", 0, SQLITE_UTF8, connection, [](sqlite3_context*, int, sqlite3_value**) {}, nullptr,
      nullptr, &Connections::closed);
}

void Connections::closed(void* connection) {
  Connections& connections = instance();
  const std::lock_guard lock(connections.guard_);
  connections.open_.erase(static_cast<sqlite3*>(connection));
}

void Connections::run_on_each(const std::string& sql) {
  const std::lock_guard lock(guard_);
  for (sqlite3* connection : open_)
    REQUIRE(sqlite3_exec(connection, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
}

}  // namespace lapak
