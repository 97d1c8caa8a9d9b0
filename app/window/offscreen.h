// window: a picture of a frame without any display: EGL on Mesa's software renderer. The same frame gives the same
// bytes every time, so pictures can be compared.
#pragma once
#include <filesystem>
#include <memory>

#include "app/window/renderer.h"

namespace lapak {

class Offscreen {
 public:
  // Throws std::runtime_error when this machine has no such renderer.
  Offscreen();
  ~Offscreen();
  Offscreen(const Offscreen&) = delete;
  Offscreen& operator=(const Offscreen&) = delete;

  Stage& stage();
  Textures& textures();

  // Draws `content` at `frame` until nothing moves any more (`frame.now_s` is carried on), and reads the pixels back.
  Pixels picture(Frame& frame, const std::function<void(Ui&)>& content);
  // One frame, shown nowhere.
  void step(Frame& frame, const std::function<void(Ui&)>& content);

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

// Throws FileError when it cannot be written.
void save_png(const Pixels& rgba, const std::filesystem::path& path);

}  // namespace lapak
