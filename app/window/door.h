// window: so that who starts Lapak again with a shop that already has a window is led to that window, instead of to a
// shop whose file is taken.
//
// A name in the kernel's own list (an abstract socket) for each user, display and shop: nothing is left on the disk.
#pragma once
#include <filesystem>
#include <functional>
#include <string>
#include <thread>

namespace lapak {

class Door {
 public:
  // `knocked` is called on the door's own thread.
  explicit Door(std::function<void()> knocked);
  ~Door();
  Door(const Door&) = delete;
  Door& operator=(const Door&) = delete;

  // From now on this window has this shop. Where another window has it, or there are no sockets, nobody is led here.
  void stand_at(const std::filesystem::path& shop);

  // True when a window has this shop: it was asked to come forward.
  static bool knock(const std::filesystem::path& shop);

 private:
  void leave();
  void listen();

  std::function<void()> knocked_;
  int socket_ = -1;
  int leaving_ = -1;
  std::string name_;
  std::thread thread_;
};

}  // namespace lapak
