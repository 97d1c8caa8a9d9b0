// window: OpenGL, by ImGui's own backend.
#include "app/window/renderer.h"

#include <GL/gl.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include <algorithm>

#include "core/base/check.h"

namespace lapak {

Renderer::Renderer(const char* glsl) { LAPAK_ASSERT(ImGui_ImplOpenGL3_Init(glsl)); }

Renderer::~Renderer() {
  if (!textures_.empty()) glDeleteTextures(static_cast<GLsizei>(textures_.size()), textures_.data());
  ImGui_ImplOpenGL3_Shutdown();
}

void Renderer::take_fonts() {
  ImGui_ImplOpenGL3_NewFrame();  // makes the shaders and the first font texture
  ImGui_ImplOpenGL3_DestroyFontsTexture();
  ImGui_ImplOpenGL3_CreateFontsTexture();
}

void Renderer::render(const Stage& stage, int width_px, int height_px) {
  const Color ground = stage.ground();
  glViewport(0, 0, width_px, height_px);
  glDisable(GL_SCISSOR_TEST);
  glClearColor(static_cast<float>(ground.r) / 255, static_cast<float>(ground.g) / 255,
               static_cast<float>(ground.b) / 255, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(stage.draw_data());
}

Texture Renderer::upload(const Pixels& rgba) {
  LAPAK_ASSERT(rgba.channels == 4 && rgba.width > 0 && rgba.height > 0);
  GLuint name = 0;
  GLint before = 0;
  glGetIntegerv(GL_TEXTURE_BINDING_2D, &before);
  glGenTextures(1, &name);
  glBindTexture(GL_TEXTURE_2D, name);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  constexpr GLint kClampToEdge = 0x812F;
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, kClampToEdge);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, kClampToEdge);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, rgba.width, rgba.height, 0, GL_RGBA, GL_UNSIGNED_BYTE, rgba.bytes.data());
  glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(before));
  textures_.push_back(name);
  return {name, rgba.width, rgba.height};
}

void Renderer::drop(Texture texture) {
  const auto name = static_cast<GLuint>(texture.handle);
  std::erase(textures_, name);
  glDeleteTextures(1, &name);
}

}  // namespace lapak
