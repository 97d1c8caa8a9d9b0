// window: the window on the desktop: GLFW, OpenGL, the frame loop that sleeps while nothing happens.
#pragma once
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

#include "app/look/texture.h"
#include "app/window/place.h"
#include "app/window/program.h"

namespace lapak {

// No display, or no OpenGL on it.
struct NoDisplay : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct WindowOptions {
  std::optional<WindowPlace> place;  // none: 1280×800 where the desktop puts it
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
  // Brings the window before the others. Any thread.
  static void come_forward();
  // Where it stands, or stood before it was made full screen.
  WindowPlace place() const;
  // How many frames were drawn, for measurements.
  long frames_drawn() const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace lapak
