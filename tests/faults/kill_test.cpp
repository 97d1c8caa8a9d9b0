// faults: the program is killed while it sells. What a seller has seen on the screen is there at the next start.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstring>

#include "core/journal/journal.h"
#include "core/sale/sale_store.h"
#include "tests/core/fixture.h"
#include "tests/faults/connections.h"
#include "tests/faults/storm.h"

namespace lapak {
namespace {

namespace fs = std::filesystem;

// A process of ours, whose words are heard through a pipe until it is killed.
class Victim {
 public:
  template <class Live>
  explicit Victim(const Live& live) {
    std::array<int, 2> ends{};
    REQUIRE(pipe2(ends.data(), O_CLOEXEC) == 0);
    child_ = fork();
    REQUIRE(child_ >= 0);
    if (child_ == 0) {
      live(ends[1]);
      _exit(99);
    }
    close(ends[1]);
    hears_ = ends[0];
  }
  ~Victim() {
    close(hears_);
    if (child_ > 0) kill();
  }
  Victim(const Victim&) = delete;
  Victim& operator=(const Victim&) = delete;

  // As many bytes as are there now, none after its end.
  std::string hear() {
    std::array<char, 4096> bytes;
    const ssize_t got = ::read(hears_, bytes.data(), bytes.size());
    return std::string(bytes.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
  }
  // True when something can be heard, also the end, within that time.
  bool hears_within(std::int64_t microseconds) {
    pollfd waits{hears_, POLLIN, 0};
    const timespec time{microseconds / 1'000'000, (microseconds % 1'000'000) * 1'000};
    return ppoll(&waits, 1, &time, nullptr) > 0;
  }
  // How it ended: of the signal, or by itself with a code.
  int kill() {
    ::kill(child_, SIGKILL);
    int status = 0;
    REQUIRE(waitpid(child_, &status, 0) == child_);
    child_ = -1;
    return status;
  }

 private:
  pid_t child_ = -1;
  int hears_ = -1;
};

// What the screen showed after a command.
struct Shown {
  std::int64_t seq = 0;
  Hash hash{};
  std::int64_t in_cart = 0;  // thousandths of all its lines
};
static_assert(std::is_trivially_copyable_v<Shown>);

std::int64_t in_cart(const Shop& shop) {
  std::int64_t sum = 0;
  for (const CartLine& line : shop.cart().lines) sum += line.quantity.thousandths;
  return sum;
}

[[noreturn]] void sell_until_killed(const fs::path& path, std::uint64_t seed, int out) {
  try {
    Storm storm(path, seed);
    storm.when_shown([&] {
      const Shown shown{storm.acknowledged().seq, storm.acknowledged().hash, in_cart(storm.shop())};
      if (::write(out, &shown, sizeof shown) != ssize_t{sizeof shown}) _exit(98);
    });
    for (;;) storm.act();
  } catch (...) {
    _exit(97);
  }
}

}  // namespace

TEST_CASE("a program that is killed while it sells has lost nothing that was shown, and the cart is still there") {
  Connections::instance();
  FailingDisk::instance().watch_nothing();
  const TestFolder folder;
  std::mt19937_64 dice(1);
  std::int64_t shown_in_all = 0, carts = 0;
  const std::int64_t kills = fault_points(50);
  for (std::int64_t n = 0; n < kills; ++n) {
    CAPTURE(n);
    const fs::path path = folder / ("toko-" + std::to_string(n) + ".lapak");
    const auto seed = static_cast<std::uint64_t>(n + 1);
    make_storm_shop(path, seed);
    std::string heard;
    {
      Victim victim([&](int out) { sell_until_killed(path, seed, out); });
      const std::size_t enough = sizeof(Shown) * (1 + dice() % 40);
      while (heard.size() < enough) {
        const std::string more = victim.hear();
        REQUIRE(!more.empty());
        heard += more;
      }
      const auto moment = static_cast<std::int64_t>(dice() % 2'000);
      if (victim.hears_within(moment) && moment % 2 == 0) heard += victim.hear();
      const int status = victim.kill();
      REQUIRE(WIFSIGNALED(status));
      for (std::string more = victim.hear(); !more.empty(); more = victim.hear()) heard += more;
    }
    REQUIRE(heard.size() % sizeof(Shown) == 0);
    Shown last;
    std::memcpy(&last, heard.data() + heard.size() - sizeof last, sizeof last);
    shown_in_all += static_cast<std::int64_t>(heard.size() / sizeof last);
    const Found found = find_after_fault(path, {.seq = last.seq, .hash = last.hash}, n % 10 == 0);
    CHECK_MESSAGE(found.fault.empty(), found.fault);
    CHECK(found.has_acknowledged);
    StormMachine machine(2);
    const auto shop = Shop::open(path, machine.seams());
    REQUIRE(shop.has_value());
    // A command may have been under way: one more tap, or the payment.
    if (found.head.seq == last.seq) {
      CHECK(in_cart(**shop) >= last.in_cart);
      carts += last.in_cart > 0 ? 1 : 0;
    }
  }
  MESSAGE(kills << " kills, " << shown_in_all << " commands shown before, " << carts << " with a cart");
  CHECK(carts > 0);
}

TEST_CASE("`lapak sell` that is killed at any moment has sold whole or not at all, and what it said it sold is sold") {
  const TestFolder folder;
  const fs::path path = folder / "toko.lapak";
  FailingDisk::instance().watch_nothing();
  make_storm_shop(path, 1);
  const std::string shop = path.string();
  std::mt19937_64 dice(2);
  std::int64_t told = 0, killed = 0, longest = 4'000;
  const std::int64_t kills = fault_points(50);
  while (killed < kills) {
    std::string heard;
    int status = 0;
    {
      Victim victim([&](int out) {
        dup2(out, STDOUT_FILENO);
        execl(LAPAK_PROGRAM, "lapak", "sell", shop.c_str(), "--line", "P0", "--pay", "cash:5000", nullptr);
      });
      // Somewhere between its beginning and a little after the longest that one took.
      const auto patience = static_cast<std::int64_t>(dice() % static_cast<std::uint64_t>(longest * 5 / 4));
      if (victim.hears_within(patience)) heard = victim.hear();
      status = victim.kill();
      for (std::string more = victim.hear(); !more.empty(); more = victim.hear()) heard += more;
      if (heard.empty()) longest = std::max(longest, std::min<std::int64_t>(patience * 2, 1'000'000));
    }
    killed += WIFSIGNALED(status) ? 1 : 0;
    if (!WIFSIGNALED(status)) REQUIRE(WEXITSTATUS(status) == 0);
    const Found found = find_after_fault(path, {}, killed % 10 == 0);
    REQUIRE_MESSAGE(found.fault.empty(), found.fault);
    if (heard.empty() || heard.back() != '\n') continue;
    heard.pop_back();
    ++told;
    StormMachine machine(2);
    const auto opened = Shop::open(path, machine.seams());
    REQUIRE(opened.has_value());
    const auto last = last_sale((*opened)->facts());
    REQUIRE(last.has_value());
    CHECK_MESSAGE(find_sale((*opened)->facts(), *last)->number == heard.substr(0, heard.find(' ')), heard);
  }
  MESSAGE(killed << " kills, " << told << " sales told of");
  CHECK(told > 0);
}

}  // namespace lapak
