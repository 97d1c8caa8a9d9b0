// db: damage that SQLite reads without complaint.
#include "core/db/damage.h"

#include <sqlite3.h>

#include "core/db/database.h"

namespace lapak {

void throw_damaged(const std::string& message) {
  throw DatabaseError(SQLITE_CORRUPT, message);
}

}  // namespace lapak
