// window: draws a stage's frames through OpenGL and keeps textures. Needs a current OpenGL context for its whole life.
#pragma once
#include <vector>

#include "app/look/texture.h"
#include "app/window/stage.h"

namespace lapak {

class Renderer final : public Textures {
 public:
  // `glsl` is the "#version …" line of the context.
  explicit Renderer(const char* glsl);
  ~Renderer() override;
  Renderer(const Renderer&) = delete;
  Renderer& operator=(const Renderer&) = delete;

  // After Stage::prepare answered true.
  void take_fonts();
  // Clears and draws the last frame of the stage into what is bound.
  void render(const Stage& stage, int width_px, int height_px);

  Texture upload(const Pixels& rgba) override;
  void drop(Texture texture) override;

 private:
  std::vector<unsigned int> textures_;
  Texture fonts_;             // one of them; none where the backend keeps the fonts
  bool keeps_opacity_alone_;  // OpenGL 3.3 can
};

}  // namespace lapak
