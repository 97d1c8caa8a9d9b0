// window: crash reports. All that is done after a fault is safe in a signal handler (signal-safety(7)); the stack is
// written by glibc's backtrace_symbols_fd, which is loaded before.
#include "app/window/crash_report.h"

#include <execinfo.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>

#include "core/base/check.h"

namespace lapak {
namespace {

constexpr std::array kSignals{SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL};
constexpr std::size_t most_steps = 40, step_bytes = 48, most_frames = 64;

// A text of fixed room: what does not fit is cut.
template <std::size_t room>
struct Line {
  std::array<char, room> bytes{};
  std::size_t length = 0;

  void set(std::string_view text) {
    length = std::min(text.size(), room);
    std::memcpy(bytes.data(), text.data(), length);
  }
  std::string_view view() const { return {bytes.data(), length}; }
};

struct Kept {
  Line<4'096> path;  // ends with a zero
  Line<400> head, promise;
  std::array<Line<step_bytes>, most_steps> steps;
  std::atomic<std::size_t> step_count{0};
  std::atomic<bool> is_written{false};
};
Kept kept;
std::array<char, 65'536> handler_stack;

void write_text(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(file, text.data(), text.size());
    if (written <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

void write_number(int file, std::int64_t number) {
  std::array<char, 20> digits{};
  std::size_t at = digits.size();
  do {
    digits[--at] = static_cast<char>('0' + number % 10);
    number /= 10;
  } while (number > 0 && at > 0);
  write_text(file, {digits.data() + at, digits.size() - at});
}

void write_report(int signal) {
  const int file = ::open(kept.path.bytes.data(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0) return;
  write_text(file, kept.head.view());
  write_text(file, "\nsignal ");
  write_number(file, signal);
  timespec now{};
  ::clock_gettime(CLOCK_REALTIME, &now);
  write_text(file, ", second ");
  write_number(file, now.tv_sec);
  write_text(file, "\n");
  if (kept.promise.length > 0) {
    write_text(file, kept.promise.view());
    write_text(file, "\n");
  }
  write_text(file, "\nlast steps\n");
  const std::size_t count = kept.step_count;
  for (std::size_t i = count > most_steps ? count - most_steps : 0; i < count; ++i) {
    write_text(file, kept.steps[i % most_steps].view());
    write_text(file, "\n");
  }
  write_text(file, "\nstack\n");
  std::array<void*, most_frames> frames{};
  ::backtrace_symbols_fd(frames.data(), ::backtrace(frames.data(), most_frames), file);
  ::fsync(file);
  ::close(file);
}

void on_signal(int signal) {
  if (!kept.is_written.exchange(true)) write_report(signal);
  ::signal(signal, SIG_DFL);
  ::raise(signal);
}

}  // namespace

void keep_crash_reports(const std::filesystem::path& file, std::string_view version) {
  kept.path.set(file.string().substr(0, kept.path.bytes.size() - 1));
  utsname machine{};
  ::uname(&machine);
  kept.head.set("Lapak " + std::string(version) + ", " + machine.sysname + " " + machine.release + " " +
                machine.machine);
  set_assertion_hook([](const char* text) { kept.promise.set(text); });
  std::array<void*, 1> frame{};
  ::backtrace(frame.data(), 1);  // loads what it needs while memory can still be asked for
  stack_t own{};
  own.ss_sp = handler_stack.data();
  own.ss_size = handler_stack.size();
  ::sigaltstack(&own, nullptr);
  for (const int signal : kSignals) {
    struct sigaction action {};
    action.sa_handler = on_signal;
    action.sa_flags = SA_ONSTACK;
    ::sigaction(signal, &action, nullptr);
  }
}

void note_for_crash_report(std::string_view step) {
  kept.steps[kept.step_count++ % most_steps].set(step);
}

}  // namespace lapak
