// parts: photos on the screen by the name the shop knows them by. What is not there yet is wished for, and comes in a
// later frame: App reads and uploads at most two a frame. Main thread.
#pragma once
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "app/look/texture.h"

namespace lapak {

class Photos {
 public:
  static constexpr std::size_t kMostTextures = 400;

  // The photo, or none while it is on its way (or when `name` is empty or unreadable).
  Texture find(const std::string& name) {
    if (name.empty()) return {};
    const auto [entry, is_new] = shelf_.try_emplace(name);
    entry->second.used = ++clock_;
    if (is_new) wishes_.push_back(name);
    return entry->second.texture;
  }

  bool has_wishes() const { return !wishes_.empty(); }
  std::string take_wish() {
    std::string name = std::move(wishes_.back());
    wishes_.pop_back();
    return name;
  }
  // A texture that came; an empty one says that there is nothing to show. Drops what was not seen for longest.
  void give(const std::string& name, Texture texture, Textures& textures) {
    shelf_[name] = {texture, ++clock_};
    if (shelf_.size() <= kMostTextures) return;
    auto oldest = shelf_.begin();
    for (auto it = shelf_.begin(); it != shelf_.end(); ++it) {
      if (it->second.used < oldest->second.used) oldest = it;
    }
    if (oldest->second.texture) textures.drop(oldest->second.texture);
    shelf_.erase(oldest);
  }

 private:
  struct Place {
    Texture texture;
    std::uint64_t used = 0;
  };
  std::unordered_map<std::string, Place> shelf_;
  std::vector<std::string> wishes_;
  std::uint64_t clock_ = 0;
};

}  // namespace lapak
