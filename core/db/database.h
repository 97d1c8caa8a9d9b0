// db: one connection to one SQLite file. All that knows sqlite3 stands in this room.
//
// SQL stands in the *_store files of the rooms as text that can be pasted into `sqlite3`. Statements are prepared once
// and kept. A failure of the machine is a DatabaseError; the transaction it happened in is rolled back by RAII.
// A connection belongs to one thread at a time.
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

#include "core/base/date.h"
#include "core/base/id.h"
#include "core/base/money.h"

struct sqlite3;
struct sqlite3_stmt;

namespace lapak {

class DatabaseError : public std::runtime_error {
 public:
  DatabaseError(int code, const std::string& message);
  int code() const { return code_; }  // SQLite's extended result code
  bool is_disk_full() const;
  bool is_read_only() const;
  bool is_damaged() const;

 private:
  int code_;
};

using Blob = std::span<const std::uint8_t>;

// What a column or a parameter can be. Dates are ISO text, instants milliseconds, ids 16 bytes.
namespace column {
void bind(sqlite3_stmt* statement, int index, std::int64_t value);
void bind(sqlite3_stmt* statement, int index, std::string_view value);
void bind(sqlite3_stmt* statement, int index, Blob value);
void bind_null(sqlite3_stmt* statement, int index);
inline void bind(sqlite3_stmt* s, int i, int value) {
  bind(s, i, std::int64_t{value});
}
inline void bind(sqlite3_stmt* s, int i, bool value) {
  bind(s, i, std::int64_t{value});
}
inline void bind(sqlite3_stmt* s, int i, const std::string& value) {
  bind(s, i, std::string_view(value));
}
inline void bind(sqlite3_stmt* s, int i, const char* value) {
  bind(s, i, std::string_view(value));
}
inline void bind(sqlite3_stmt* s, int i, Money value) {
  bind(s, i, value.minor);
}
inline void bind(sqlite3_stmt* s, int i, Quantity value) {
  bind(s, i, value.thousandths);
}
inline void bind(sqlite3_stmt* s, int i, Instant value) {
  bind(s, i, value.utc_ms);
}
inline void bind(sqlite3_stmt* s, int i, Date value) {
  bind(s, i, std::string_view(value.iso()));
}
template <class Thing>
void bind(sqlite3_stmt* s, int i, const Id<Thing>& id) {
  bind(s, i, Blob(id.bytes));
}
template <class T>
void bind(sqlite3_stmt* s, int i, const std::optional<T>& value) {
  value ? bind(s, i, *value) : bind_null(s, i);
}

bool is_null(sqlite3_stmt* statement, int index);
bool is_integer(sqlite3_stmt* statement, int index);
std::int64_t integer(sqlite3_stmt* statement, int index);
std::string_view text(sqlite3_stmt* statement, int index);
Blob blob(sqlite3_stmt* statement, int index);
IdBytes id_bytes(sqlite3_stmt* statement, int index);
Date date(sqlite3_stmt* statement, int index);

template <class T>
struct Reader;
template <class T>
T read(sqlite3_stmt* statement, int index) {
  return Reader<T>::read(statement, index);
}
template <class T>
requires std::is_integral_v<T>
struct Reader<T> {
  static T read(sqlite3_stmt* s, int i) { return static_cast<T>(integer(s, i)); }
};
template <>
struct Reader<std::string> {
  static std::string read(sqlite3_stmt* s, int i) { return std::string(text(s, i)); }
};
template <>
struct Reader<std::string_view> {  // valid until the next step
  static std::string_view read(sqlite3_stmt* s, int i) { return text(s, i); }
};
template <>
struct Reader<Blob> {  // valid until the next step
  static Blob read(sqlite3_stmt* s, int i) { return blob(s, i); }
};
template <>
struct Reader<Money> {
  static Money read(sqlite3_stmt* s, int i) { return Money{integer(s, i)}; }
};
template <>
struct Reader<Quantity> {
  static Quantity read(sqlite3_stmt* s, int i) { return Quantity{integer(s, i)}; }
};
template <>
struct Reader<Instant> {
  static Instant read(sqlite3_stmt* s, int i) { return Instant{integer(s, i)}; }
};
template <>
struct Reader<Date> {
  static Date read(sqlite3_stmt* s, int i) { return date(s, i); }
};
template <class Thing>
struct Reader<Id<Thing>> {
  static Id<Thing> read(sqlite3_stmt* s, int i) { return Id<Thing>{id_bytes(s, i)}; }
};
template <class T>
struct Reader<std::optional<T>> {
  static std::optional<T> read(sqlite3_stmt* s, int i) {
    return is_null(s, i) ? std::nullopt : std::optional<T>(column::read<T>(s, i));
  }
};
}  // namespace column

// The answer to a question, row by row:
//   for (Rows rows = db.query("SELECT name, price FROM product WHERE hidden = ?", 0); rows.next();)
//     use(rows.get<std::string>(0), rows.get<Money>(1));
class Rows {
 public:
  Rows(Rows&&) noexcept;
  Rows& operator=(Rows&&) = delete;
  ~Rows();

  bool next();
  template <class T>
  T get(int index) const {
    return column::read<T>(statement_, index);
  }
  bool is_null(int index) const { return column::is_null(statement_, index); }
  bool is_integer(int index) const { return column::is_integer(statement_, index); }
  int column_count() const;

 private:
  friend class Database;
  struct Prepared;
  explicit Rows(Prepared* prepared);

  Prepared* prepared_;
  sqlite3_stmt* statement_;
};

enum class Durability {
  Full,    // a committed transaction survives a power cut (facts)
  Normal,  // survives a crash; a power cut may take the last ones (drafts)
};

class Database {
 public:
  // Opens or creates the file for writing: WAL, foreign keys, recursive triggers, psow=0 (see facts in the README).
  static Database open(const std::filesystem::path& path, Durability durability);
  // Opens a copy that nobody else uses for writing: no log beside it, so that the one file is all there is.
  static Database open_copy(const std::filesystem::path& path);
  static Database open_read_only(const std::filesystem::path& path);
  static Database in_memory();

  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;
  ~Database();

  // One statement to its end. Throws DatabaseError.
  template <class... Arguments>
  void run(std::string_view sql, const Arguments&... arguments) {
    Rows rows = start(sql);
    bind_all(rows, arguments...);
    while (rows.next()) {
    }
  }

  // A question; const because it must not change anything (asserted for every statement).
  template <class... Arguments>
  Rows query(std::string_view sql, const Arguments&... arguments) const {
    Rows rows = start_reading(sql);
    bind_all(rows, arguments...);
    return rows;
  }

  // The first column of the first row; nullopt when there is no row or it is NULL.
  template <class T, class... Arguments>
  std::optional<T> value(std::string_view sql, const Arguments&... arguments) const {
    static_assert(!std::is_same_v<T, std::string_view>, "the row is gone when value() returns");
    Rows rows = query(sql, arguments...);
    if (!rows.next() || rows.is_null(0)) return std::nullopt;
    return rows.get<T>(0);
  }

  // Several statements without parameters, as in a migration.
  void run_script(const std::string& sql);

  std::int64_t changed_rows() const;  // by the last run()
  bool in_transaction() const;
  // How many bytes of pages are kept in memory. A large transaction that outgrows them is written to the log twice.
  void keep_in_memory(std::int64_t bytes);
  // Moves the log into the file and cuts it to nothing; what was deleted leaves no byte behind in it.
  void checkpoint();
  // From here on this connection refuses to change the schema, or to update or delete rows of `facts`:
  // all it takes is that words about a person are forgotten (the triggers see to it that they are).
  void guard_facts(std::span<const std::string_view> facts);

 private:
  struct Connection;
  explicit Database(std::unique_ptr<Connection> connection);
  Rows start(std::string_view sql);
  Rows start_reading(std::string_view sql) const;
  template <class... Arguments>
  static void bind_all(Rows& rows, const Arguments&... arguments) {
    [[maybe_unused]] int index = 0;
    (column::bind(rows.statement_, ++index, arguments), ...);
  }

  std::unique_ptr<Connection> connection_;
};

inline constexpr std::int64_t kUsualCache_bytes = 2 << 20;  // SQLite's own
inline constexpr std::int64_t kLargeCache_bytes = 160 << 20;

// Room for a transaction that writes tens of megabytes, given back afterwards.
class LargeCache {
 public:
  explicit LargeCache(Database& database) : database_(database) { database_.keep_in_memory(kLargeCache_bytes); }
  ~LargeCache() { database_.keep_in_memory(kUsualCache_bytes); }
  LargeCache(const LargeCache&) = delete;
  LargeCache& operator=(const LargeCache&) = delete;

 private:
  Database& database_;
};

// BEGIN IMMEDIATE … COMMIT. Rolls back when it goes out of scope without commit().
class Transaction {
 public:
  explicit Transaction(Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  void commit();

 private:
  Database& database_;
  bool open_ = true;
};

}  // namespace lapak
