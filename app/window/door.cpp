// window: knocking and listening.
#include "app/window/door.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace lapak {
namespace {

constexpr char kHere = 'h';
constexpr int kPatience_s = 1;

std::string name_of(const std::filesystem::path& shop) {
  std::error_code ignored;
  const std::filesystem::path path = std::filesystem::weakly_canonical(shop, ignored);
  const char* display = std::getenv("DISPLAY");
  const std::size_t which = std::hash<std::string>()(path.string() + '\n' + (display ? display : ""));
  return fmt::format("lapak-{}-{:016x}", getuid(), which);
}

// An abstract address: a zero byte before the name.
struct Address {
  sockaddr_un address{};
  socklen_t length = 0;
  explicit Address(const std::string& name) {
    address.sun_family = AF_UNIX;
    const std::size_t size = std::min(name.size(), sizeof address.sun_path - 1);
    std::memcpy(address.sun_path + 1, name.data(), size);
    length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + size);
  }
  const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&address); }
};

bool is_ours(int peer) {
  ucred who{};
  socklen_t size = sizeof who;
  return getsockopt(peer, SOL_SOCKET, SO_PEERCRED, &who, &size) == 0 && who.uid == getuid();
}

}  // namespace

Door::Door(std::function<void()> knocked) : knocked_(std::move(knocked)) {}

Door::~Door() {
  leave();
}

void Door::leave() {
  if (thread_.joinable()) {
    const std::uint64_t one = 1;
    static_cast<void>(!write(leaving_, &one, sizeof one));
    thread_.join();
  }
  for (int* fd : {&socket_, &leaving_}) {
    if (*fd >= 0) close(std::exchange(*fd, -1));
  }
  name_.clear();
}

void Door::stand_at(const std::filesystem::path& shop) {
  const std::string name = name_of(shop);
  if (name == name_) return;
  leave();
  socket_ = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
  leaving_ = eventfd(0, EFD_CLOEXEC);
  const Address address(name);
  const bool is_free =
      socket_ >= 0 && leaving_ >= 0 && bind(socket_, address.get(), address.length) == 0 && ::listen(socket_, 4) == 0;
  if (!is_free) {
    leave();
    return;
  }
  name_ = name;
  thread_ = std::thread([this] { listen(); });
}

void Door::listen() {
  while (true) {
    std::array<pollfd, 2> sources{{{socket_, POLLIN, 0}, {leaving_, POLLIN, 0}}};
    if (poll(sources.data(), sources.size(), -1) < 0 && errno != EINTR) return;
    if (sources[1].revents != 0) return;
    if (sources[0].revents == 0) continue;
    const int peer = accept4(socket_, nullptr, nullptr, SOCK_CLOEXEC);
    if (peer < 0) continue;
    if (is_ours(peer)) {
      static_cast<void>(send(peer, &kHere, 1, MSG_NOSIGNAL));
      knocked_();
    }
    close(peer);
  }
}

bool Door::knock(const std::filesystem::path& shop) {
  const int peer = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
  if (peer < 0) return false;
  const timeval patience{kPatience_s, 0};
  setsockopt(peer, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  const Address address(name_of(shop));
  char answer = 0;
  const bool is_here = connect(peer, address.get(), address.length) == 0 && is_ours(peer) &&
                       recv(peer, &answer, 1, 0) == 1 && answer == kHere;
  close(peer);
  return is_here;
}

}  // namespace lapak
