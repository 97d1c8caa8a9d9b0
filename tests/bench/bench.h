// The benchmark program: each row is a cost against a bare baseline measured in the same run, never a time alone.
//
// Runs are interleaved (ours, bare, ours, bare …) and medians compared, so that a busy machine slows both.
#pragma once
#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace lapak::bench {

using Seconds = std::chrono::duration<double>;

struct Row {
  std::string name;
  double value = 0;
  double limit = 0;
  std::string unit;  // "x" for a ratio, "ms", "MB", "%"
  bool is_over() const { return value > limit; }
};

class Table {
 public:
  void add(Row row);
  void skip(const std::string& name, const std::string& why);
  bool is_over() const { return over_; }

 private:
  bool over_ = false;
};

Seconds timed(const std::function<void()>& work);
double median(std::vector<double> values);

// The median time of `ours` divided by that of `bare`, over `rounds` interleaved rounds.
double ratio(int rounds, const std::function<void()>& ours, const std::function<void()>& bare);

// A folder on a real disk, emptied, gone with the object.
class Scratch {
 public:
  explicit Scratch(const std::string& name);
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  std::filesystem::path operator/(const std::string& file) const { return folder_ / file; }

 private:
  std::filesystem::path folder_;
};

// A file of ../shared/data, unpacked into `scratch`; nullopt where it does not stand.
std::optional<std::filesystem::path> shared_file(const Scratch& scratch, const std::string& packed_name);

// One function a subject; each adds its rows.
void bench_sales(Table& table);
void bench_search(Table& table);
void bench_paper(Table& table);
void bench_import(Table& table);
void bench_reports(Table& table);
void bench_people(Table& table);
void bench_fairs(Table& table);
void bench_making(Table& table);
void bench_window(Table& table);
// The baseline of bench_window, a program of its own: `lapak_bench --bare-window`.
int show_bare_window();

}  // namespace lapak::bench
