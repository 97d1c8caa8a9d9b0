// faults: the SQLite connections that are open in this process, for what the program has no words for.
#pragma once
#include <cstdint>
#include <mutex>
#include <set>
#include <string>
#include <vector>

struct sqlite3;

namespace lapak {

// How many points a fault is looked at: the first number in `tests/run`, ten times as many in `tests/run soak`.
std::int64_t fault_points(std::int64_t usual);
bool is_soaking();
// Which operations of so many are made to fail: all of them when soaking or when they are few; else all near both ends,
// where files are begun and get their names, and some between, where page follows page.
std::vector<std::int64_t> operations_to_fail(std::int64_t count);

class Connections {
 public:
  static Connections& instance();  // the first use watches those that are opened from then on

  void run_on_each(const std::string& sql);
  // Moves the log into the file after so many pages; SQLite's 1,000 would come once in a storm.
  void checkpoint_every(int pages) { pages_ = pages; }

 private:
  Connections();
  static int opened(sqlite3* connection, char** error, const void*);
  static void closed(void* connection);

  std::mutex guard_;
  std::set<sqlite3*> open_;
  int pages_ = 60;
};

}  // namespace lapak
