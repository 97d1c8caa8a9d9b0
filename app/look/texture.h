// look: the handle of a picture on the screen, and where pictures go.
#pragma once
#include <cstdint>

#include "core/catalog/photo.h"

namespace lapak {

// A picture the renderer holds. Handed out by Textures, valid until it is dropped there.
struct Texture {
  std::uintptr_t handle = 0;
  int width = 0;
  int height = 0;
  explicit operator bool() const { return handle != 0; }
  friend bool operator==(Texture, Texture) = default;
};

// The window, the off-screen target and the tests each have theirs. Main thread only.
class Textures {
 public:
  virtual ~Textures() = default;
  // Asserts: four channels, not empty.
  virtual Texture upload(const Pixels& rgba) = 0;
  virtual void drop(Texture texture) = 0;
};

}  // namespace lapak
