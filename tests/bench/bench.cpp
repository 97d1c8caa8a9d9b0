// The benchmark program: `tests/run bench [subject …]`. One line a row; exits 1 when one is over its limit.
#include "tests/bench/bench.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>

namespace lapak::bench {

void Table::add(Row row) {
  fmt::print("{:<58} {:>9.3f} {:<3} limit {:>7.3f}  {}\n", row.name, row.value, row.unit, row.limit,
             row.is_over() ? "over" : "ok");
  std::fflush(stdout);
  over_ = over_ || row.is_over();
}

void Table::skip(const std::string& name, const std::string& why) {
  fmt::print("{:<58} not run: {}\n", name, why);
  std::fflush(stdout);
}

Seconds timed(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::steady_clock::now() - start;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values.empty() ? 0 : values[values.size() / 2];
}

double ratio(int rounds, const std::function<void()>& ours, const std::function<void()>& bare) {
  std::vector<double> our_times, bare_times;
  for (int round = 0; round < rounds; ++round) {
    our_times.push_back(timed(ours).count());
    bare_times.push_back(timed(bare).count());
  }
  return median(our_times) / median(bare_times);
}

Scratch::Scratch(const std::string& name) {
  // Beside the program, not in /tmp, which may be memory.
  folder_ = std::filesystem::read_symlink("/proc/self/exe").parent_path() / ("bench-" + name);
  std::filesystem::remove_all(folder_);
  std::filesystem::create_directories(folder_);
}

Scratch::~Scratch() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::optional<std::filesystem::path> shared_file(const Scratch& scratch, const std::string& packed_name) {
  const std::filesystem::path packed =
      std::filesystem::path(LAPAK_SOURCE_DIR).parent_path() / "shared" / "data" / packed_name;
  if (!std::filesystem::exists(packed)) return std::nullopt;
  const std::filesystem::path unpacked = scratch / std::filesystem::path(packed_name).stem().string();
  const std::string command = "xz -dc '" + packed.string() + "' > '" + unpacked.string() + "'";
  if (std::system(command.c_str()) != 0) return std::nullopt;
  return unpacked;
}

}  // namespace lapak::bench

int main(int argc, char** argv) {
  using namespace lapak::bench;
  if (argc == 2 && std::string_view(argv[1]) == "--bare-window") return show_bare_window();
  const std::map<std::string, void (*)(Table&)> subjects{
      {"sales", bench_sales},   {"search", bench_search},   {"paper", bench_paper},
      {"import", bench_import}, {"reports", bench_reports}, {"people", bench_people},
      {"fairs", bench_fairs},   {"making", bench_making},   {"window", bench_window}};
  Table table;
  for (const auto& [name, run] : subjects) {
    const bool is_wanted =
        argc < 2 || std::any_of(argv + 1, argv + argc, [&name = name](const char* wanted) { return name == wanted; });
    if (is_wanted) run(table);
  }
  return table.is_over() ? 1 : 0;
}
