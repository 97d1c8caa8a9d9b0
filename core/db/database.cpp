// db: one connection to one SQLite file.
#include "core/db/database.h"

#include <sqlite3.h>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace lapak {
namespace {

[[noreturn]] void fail(sqlite3* connection, std::string_view doing) {
  throw DatabaseError(sqlite3_extended_errcode(connection), std::string(doing) + ": " + sqlite3_errmsg(connection));
}

void check(int code, sqlite3_stmt* statement) {
  if (code != SQLITE_OK) fail(sqlite3_db_handle(statement), "bind");
}

// `?` and `#` would end the path in a file: URI.
std::string uri_of(const std::filesystem::path& path, std::string_view query) {
  std::string uri = "file:";
  for (const char c : std::filesystem::absolute(path).string()) {
    if (c == '%' || c == '?' || c == '#') {
      static constexpr char digits[] = "0123456789ABCDEF";
      uri += '%';
      uri += digits[static_cast<unsigned char>(c) >> 4];
      uri += digits[static_cast<unsigned char>(c) & 15];
    } else {
      uri += c;
    }
  }
  return uri + std::string(query);
}

}  // namespace

DatabaseError::DatabaseError(int code, const std::string& message) : std::runtime_error(message), code_(code) {}

bool DatabaseError::is_disk_full() const {
  return (code_ & 0xff) == SQLITE_FULL || code_ == SQLITE_IOERR_WRITE;
}
bool DatabaseError::is_read_only() const {
  return (code_ & 0xff) == SQLITE_READONLY || (code_ & 0xff) == SQLITE_CANTOPEN || (code_ & 0xff) == SQLITE_PERM;
}
bool DatabaseError::is_damaged() const {
  return (code_ & 0xff) == SQLITE_CORRUPT || (code_ & 0xff) == SQLITE_NOTADB;
}

namespace column {

void bind(sqlite3_stmt* statement, int index, std::int64_t value) {
  check(sqlite3_bind_int64(statement, index, value), statement);
}
void bind(sqlite3_stmt* statement, int index, std::string_view value) {
  const char* text = value.data() == nullptr ? "" : value.data();
  check(sqlite3_bind_text64(statement, index, text, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8), statement);
}
void bind(sqlite3_stmt* statement, int index, Blob value) {
  check(sqlite3_bind_blob64(statement, index, value.data(), value.size(), SQLITE_TRANSIENT), statement);
}
void bind_null(sqlite3_stmt* statement, int index) {
  check(sqlite3_bind_null(statement, index), statement);
}

bool is_null(sqlite3_stmt* statement, int index) {
  return sqlite3_column_type(statement, index) == SQLITE_NULL;
}
bool is_integer(sqlite3_stmt* statement, int index) {
  return sqlite3_column_type(statement, index) == SQLITE_INTEGER;
}
std::int64_t integer(sqlite3_stmt* statement, int index) {
  return sqlite3_column_int64(statement, index);
}
std::string_view text(sqlite3_stmt* statement, int index) {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement, index));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement, index))};
}
Blob blob(sqlite3_stmt* statement, int index) {
  const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement, index));
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement, index))};
}
IdBytes id_bytes(sqlite3_stmt* statement, int index) {
  IdBytes id{};
  const Blob bytes = blob(statement, index);
  if (bytes.size() == id.size()) std::copy(bytes.begin(), bytes.end(), id.begin());
  return id;
}
Date date(sqlite3_stmt* statement, int index) {
  return parse_date(text(statement, index)).value_or(Date{});
}

}  // namespace column

struct Rows::Prepared {
  sqlite3_stmt* statement = nullptr;
  bool busy = false;
  bool is_kept = true;  // a second use of a busy statement is prepared apart and finalised after it

  ~Prepared() { sqlite3_finalize(statement); }
};

Rows::Rows(Prepared* prepared) : prepared_(prepared), statement_(prepared->statement) {
  prepared_->busy = true;
}

Rows::Rows(Rows&& other) noexcept : prepared_(other.prepared_), statement_(other.statement_) {
  other.prepared_ = nullptr;
}

Rows::~Rows() {
  if (prepared_ == nullptr) return;
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
  prepared_->busy = false;
  if (!prepared_->is_kept) delete prepared_;
}

bool Rows::next() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  fail(sqlite3_db_handle(statement_), sqlite3_sql(statement_));
}

int Rows::column_count() const {
  return sqlite3_column_count(statement_);
}

// Lets a statement be found by a view of its text.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

// What a person can ask to be forgotten, wherever it stands.
constexpr std::string_view words_about_people[] = {"personal",  "text",  "note",  "reason",
                                                   "reference", "photo", "named", "given_how"};

struct Database::Connection {
  sqlite3* handle = nullptr;
  // Keyed by the text itself: SQL is written as literals, so the set is small and closed.
  std::unordered_map<std::string, std::unique_ptr<Rows::Prepared>, TextHash, std::equal_to<>> statements;
  std::unordered_set<std::string> facts;

  Connection() {
    // SQLite would count its memory under one lock for all connections; nobody asks for the count.
    [[maybe_unused]] static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection() {
    statements.clear();
    sqlite3_close(handle);
  }

  std::unique_ptr<Rows::Prepared> prepare(std::string_view sql) const {
    auto prepared = std::make_unique<Rows::Prepared>();
    const int code = sqlite3_prepare_v3(handle, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &prepared->statement, nullptr);
    if (code != SQLITE_OK) fail(handle, sql);
    LAPAK_ASSERT(prepared->statement != nullptr);
    return prepared;
  }

  Rows::Prepared* take(std::string_view sql) {
    auto kept = statements.find(sql);
    if (kept == statements.end()) kept = statements.emplace(std::string(sql), prepare(sql)).first;
    if (!kept->second->busy) return kept->second.get();
    auto apart = prepare(sql);
    apart->is_kept = false;
    return apart.release();
  }

  static int authorize(void* self, int action, const char* first, const char* second, const char*, const char*) {
    const auto& facts = static_cast<Connection*>(self)->facts;
    switch (action) {
      case SQLITE_UPDATE:
        // The triggers see to it that words are only ever set to NULL.
        if (second != nullptr && std::ranges::find(words_about_people, second) != std::end(words_about_people))
          return SQLITE_OK;
        [[fallthrough]];
      case SQLITE_DELETE:
        return first != nullptr && facts.contains(first) ? SQLITE_DENY : SQLITE_OK;
      case SQLITE_DROP_TABLE:
      case SQLITE_DROP_TRIGGER:
      case SQLITE_DROP_INDEX:
      case SQLITE_DROP_VIEW:
      case SQLITE_ALTER_TABLE:
      case SQLITE_CREATE_TRIGGER:
      case SQLITE_CREATE_TABLE:
        return SQLITE_DENY;
      default:
        return SQLITE_OK;
    }
  }
};

Database::Database(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Database Database::open(const std::filesystem::path& path, Durability durability) {
  auto connection = std::make_unique<Connection>();
  // psow=0: the sector being written may become garbage at a power cut, so the log must not share it with a commit.
  const std::string uri = uri_of(path, "?psow=0");
  if (sqlite3_open_v2(uri.c_str(), &connection->handle,
                      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX,
                      nullptr) != SQLITE_OK)
    fail(connection->handle, path.string());
  sqlite3_extended_result_codes(connection->handle, 1);
  sqlite3_busy_timeout(connection->handle, 5'000);
  sqlite3_db_config(connection->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  Database database(std::move(connection));
  database.run_script(
      "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA secure_delete = ON;"
      "PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON;");
  // The larger cache keeps an import of a year of sales from writing each page of the sums over and over.
  database.run_script(durability == Durability::Full ? "PRAGMA synchronous = FULL; PRAGMA cache_size = -32768"
                                                     : "PRAGMA synchronous = NORMAL");
  return database;
}

Database Database::open_copy(const std::filesystem::path& path) {
  auto connection = std::make_unique<Connection>();
  if (sqlite3_open_v2(uri_of(path, "?psow=0").c_str(), &connection->handle,
                      SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr) != SQLITE_OK)
    fail(connection->handle, path.string());
  sqlite3_extended_result_codes(connection->handle, 1);
  Database database(std::move(connection));
  // EXTRA: that the rollback journal is gone must be on the disk too, or a power cut takes the change back.
  database.run_script(
      "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA secure_delete = ON;"
      "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA;"
      "PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON;");
  return database;
}

Database Database::open_read_only(const std::filesystem::path& path) {
  auto connection = std::make_unique<Connection>();
  if (sqlite3_open_v2(uri_of(path, "").c_str(), &connection->handle,
                      SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr) != SQLITE_OK)
    fail(connection->handle, path.string());
  sqlite3_extended_result_codes(connection->handle, 1);
  sqlite3_busy_timeout(connection->handle, 5'000);
  Database database(std::move(connection));
  // A report over years looks sales up by the hundred thousand: with SQLite's own 2 MB it reads most pages twice.
  database.run_script("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA cache_size = -32768");
  return database;
}

Database Database::in_memory() {
  auto connection = std::make_unique<Connection>();
  if (sqlite3_open_v2(":memory:", &connection->handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr) !=
      SQLITE_OK)
    fail(connection->handle, "memory");
  sqlite3_extended_result_codes(connection->handle, 1);
  Database database(std::move(connection));
  database.run_script("PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON;");
  return database;
}

Rows Database::start(std::string_view sql) {
  return Rows(connection_->take(sql));
}

Rows Database::start_reading(std::string_view sql) const {
  Rows rows(connection_->take(sql));
  LAPAK_ASSERT(sqlite3_stmt_readonly(rows.statement_));
  return rows;
}

void Database::run_script(const std::string& sql) {
  if (sqlite3_exec(connection_->handle, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
    fail(connection_->handle, "script");
}

std::int64_t Database::changed_rows() const {
  return sqlite3_changes64(connection_->handle);
}
bool Database::in_transaction() const {
  return sqlite3_get_autocommit(connection_->handle) == 0;
}

void Database::keep_in_memory(std::int64_t bytes) {
  run_script("PRAGMA cache_size = " + std::to_string(-bytes / 1024));  // negative: kibibytes
}

void Database::checkpoint() {
  sqlite3_wal_checkpoint_v2(connection_->handle, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
}

void Database::guard_facts(std::span<const std::string_view> facts) {
  connection_->facts.clear();
  for (const std::string_view fact : facts) connection_->facts.emplace(fact);
  sqlite3_set_authorizer(connection_->handle, &Connection::authorize, connection_.get());
}

Transaction::Transaction(Database& database) : database_(database) {
  database_.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  if (!open_ || !database_.in_transaction()) return;
  try {
    database_.run("ROLLBACK");
  } catch (const DatabaseError&) {
    // SQLite has rolled back by itself (disk full, I/O error); nothing is left to undo.
  }
}

void Transaction::commit() {
  LAPAK_ASSERT(open_);
  database_.run("COMMIT");
  open_ = false;
}

}  // namespace lapak
