// window: the window on the desktop: GLFW, OpenGL, the frame loop that sleeps while nothing happens.
#pragma once
#include <memory>
#include <stdexcept>
#include <string>

#include "app/look/texture.h"
#include "app/window/program.h"

namespace lapak {

// No display, or no OpenGL on it.
struct NoDisplay : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct WindowOptions {
  int width_px = 1280;
  int height_px = 800;
  bool full_screen = false;
};

class Window {
 public:
  // Throws NoDisplay.
  explicit Window(const WindowOptions& options);
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  Textures& textures();
  // Shows the program until it or the user ends it.
  void run(Program& program);
  // Draws a frame soon, although nothing was touched. Any thread.
  static void wake();
  // How many frames were drawn, for measurements.
  long frames_drawn() const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace lapak
