// A sale of five lines through the shop, against the same rows written by bare SQLite.
//
// The bare side writes what the shop wrote: the same rows of the same tables (journal and sums included) of a like file
// with the same pragmas, one transaction a sale, statements prepared once. What is measured is what deciding, checking,
// hashing and turning facts into rows adds.
#include <fmt/format.h>
#include <sqlite3.h>

#include <map>
#include <string>

#include "core/base/check.h"
#include "tests/bench/bench.h"
#include "tests/bench/trade.h"

namespace lapak::bench {
namespace {

// The statements that write the same rows, over a copy of the file.
class BareSqlite {
 public:
  explicit BareSqlite(const std::filesystem::path& path) {
    LAPAK_ASSERT(sqlite3_open_v2(("file:" + path.string() + "?psow=0").c_str(), &database_,
                                 SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI, nullptr) == SQLITE_OK);
    run("PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA secure_delete=ON; PRAGMA journal_mode=WAL;"
        "PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON; PRAGMA synchronous=FULL");
    // The rows of the last sale are the model: copied aside once, written again under new keys each round.
    run("CREATE TEMP TABLE m_sale AS SELECT * FROM sale WHERE source = '' ORDER BY rowid DESC LIMIT 1;"
        "CREATE TEMP TABLE m_line AS SELECT * FROM sale_line WHERE sale = (SELECT id FROM m_sale);"
        "CREATE TEMP TABLE m_payment AS SELECT * FROM payment WHERE sale = (SELECT id FROM m_sale);"
        "CREATE TEMP TABLE m_movement AS SELECT * FROM movement WHERE sale = (SELECT id FROM m_sale);"
        "CREATE TEMP TABLE m_journal AS SELECT * FROM journal ORDER BY seq DESC LIMIT 1");
    once_.push_back(prepare(copy_of("sale", "m_sale", {{"id", "?1"}, {"number", "?2"}})));
    once_.push_back(prepare(copy_of("payment", "m_payment", {{"id", "?1"}, {"sale", "?1"}})));
    once_.push_back(prepare("UPDATE series SET last = last + 1"));
    once_.push_back(
        prepare(copy_of("journal", "m_journal", {{"seq", "NULL"}, {"id", "?1"}, {"epoch_seq", "epoch_seq + ?3"}})));
    line_ = prepare(copy_of("sale_line", "m_line", {{"sale", "?1"}}) + " LIMIT 1 OFFSET ?3");
    movement_ = prepare(copy_of("movement", "m_movement", {{"id", "?1"}, {"sale", "?2"}}) + " LIMIT 1 OFFSET ?3");
    on_hand_ = prepare(
        "UPDATE on_hand SET quantity = quantity - 1000 WHERE product = (SELECT product FROM m_line "
        "LIMIT 1 OFFSET ?1)");
    for (const int letters : {4, 7, 10}) {
      const std::string period = fmt::format("(SELECT substr(business_date, 1, {}) FROM m_sale)", letters);
      for (const char* table : {"period_sum SET gross = gross + 1", "method_sum SET amount = amount + 1",
                                "hour_sum SET net = net + 1", "seller_sum SET net = net + 1"})
        once_.push_back(prepare(fmt::format("UPDATE {} WHERE period = {}", table, period)));
      product_sums_.push_back(
          prepare(fmt::format("UPDATE product_sum SET quantity = quantity + 1000 WHERE period = {} AND product = "
                              "(SELECT product FROM m_line LIMIT 1 OFFSET ?1)",
                              period)));
    }
  }
  ~BareSqlite() {
    for (auto* list : {&once_, &product_sums_})
      for (sqlite3_stmt* statement : *list) sqlite3_finalize(statement);
    for (sqlite3_stmt* statement : {line_, movement_, on_hand_}) sqlite3_finalize(statement);
    sqlite3_close(database_);
  }
  BareSqlite(const BareSqlite&) = delete;
  BareSqlite& operator=(const BareSqlite&) = delete;

  void sell() {
    ++sold_;
    const std::string key = fmt::format("{:016}", 1'000'000'000 + sold_);
    run("BEGIN IMMEDIATE");
    for (sqlite3_stmt* statement : once_) step(statement, key, fmt::format("Z9-{:06}", sold_), 1'000'000 + sold_);
    for (int line = 0; line < 5; ++line) {
      step(line_, key, "", line);
      step(movement_, fmt::format("{:014}{:02}", 1'000'000'000 + sold_, line), key, line);
      step(on_hand_, line);
      for (sqlite3_stmt* statement : product_sums_) step(statement, line);
    }
    run("COMMIT");
  }

 private:
  // Inserts the model's rows again, under other keys: whatever columns the table has by now.
  std::string copy_of(const std::string& table, const std::string& model,
                      const std::map<std::string, std::string>& keys) {
    sqlite3_stmt* columns = prepare(fmt::format("SELECT name FROM pragma_table_info('{}')", table));
    std::string values;
    while (sqlite3_step(columns) == SQLITE_ROW) {
      const std::string name = reinterpret_cast<const char*>(sqlite3_column_text(columns, 0));
      const auto key = keys.find(name);
      values += (values.empty() ? "" : ", ") + (key == keys.end() ? name : key->second);
    }
    sqlite3_finalize(columns);
    return fmt::format("INSERT INTO {} SELECT {} FROM {}", table, values, model);
  }
  sqlite3_stmt* prepare(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database_, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
      fmt::print(stderr, "{}: {}\n", sql, sqlite3_errmsg(database_));
    LAPAK_ASSERT(statement != nullptr);
    return statement;
  }
  void run(const char* sql) {
    if (sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
      fmt::print(stderr, "{}: {}\n", sql, sqlite3_errmsg(database_));
      LAPAK_ASSERT(false);
    }
  }
  void step(sqlite3_stmt* statement, const std::string& key, const std::string& text, std::int64_t number) {
    sqlite3_bind_blob(statement, 1, key.data(), static_cast<int>(key.size()), SQLITE_TRANSIENT);
    const int parameters = sqlite3_bind_parameter_count(statement);
    if (parameters >= 2) sqlite3_bind_text(statement, 2, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
    if (statement == movement_)
      sqlite3_bind_blob(statement, 2, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
    if (parameters >= 3) sqlite3_bind_int64(statement, 3, number);
    finish(statement);
  }
  void step(sqlite3_stmt* statement, std::int64_t number) {
    sqlite3_bind_int64(statement, 1, number);
    finish(statement);
  }
  void finish(sqlite3_stmt* statement) {
    const int code = sqlite3_step(statement);
    if (code != SQLITE_DONE) fmt::print(stderr, "{}: {}\n", sqlite3_sql(statement), sqlite3_errmsg(database_));
    LAPAK_ASSERT(code == SQLITE_DONE);
    sqlite3_reset(statement);
  }

  sqlite3* database_ = nullptr;
  std::vector<sqlite3_stmt*> once_, product_sums_;
  sqlite3_stmt* line_ = nullptr;
  sqlite3_stmt* movement_ = nullptr;
  sqlite3_stmt* on_hand_ = nullptr;
  std::int64_t sold_ = 0;
};

}  // namespace

void bench_sales(Table& table) {
  constexpr int rounds = 15, sales_a_round = 40;
  const Scratch scratch("sales");
  {
    Stall stall(scratch / "ours.lapak");
    stall.sell(1'000);
    stall.shop().rest();
    std::filesystem::copy_file(scratch / "ours.lapak", scratch / "bare.lapak");
    BareSqlite bare(scratch / "bare.lapak");
    const double factor = ratio(
        rounds, [&] { stall.sell(sales_a_round); },
        [&] {
          for (int n = 0; n < sales_a_round; ++n) bare.sell();
        });
    table.add({"sale of 5 lines, against the same rows in bare SQLite", factor, 2.0, "x"});
  }
  {
    Stall small(scratch / "small.lapak"), large(scratch / "large.lapak");
    small.sell(1'000);
    large.sell(100'000);
    const double growth = ratio(
        rounds, [&] { large.sell(sales_a_round); }, [&] { small.sell(sales_a_round); });
    table.add({"sale at 100,000 sales, against one at 1,000", growth, 1.3, "x"});
  }
}

}  // namespace lapak::bench
