// window: OpenGL, by ImGui's own backend; textures are ours.
#include "app/window/renderer.h"

#include <GL/gl.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "core/base/check.h"

namespace lapak {
namespace {

// Newer than the OpenGL 1.1 of gl.h.
constexpr GLint kClampToEdge = 0x812F;
constexpr GLint kRed8 = 0x8229;
constexpr GLenum kSwizzleRgba = 0x8E46;

// A new texture; what was bound is bound again.
GLuint make_texture(const void* bytes, int width, int height, GLint kept, GLenum given,
                    const std::array<GLint, 4>* swizzle) {
  GLuint name = 0;
  GLint before = 0;
  glGetIntegerv(GL_TEXTURE_BINDING_2D, &before);
  glGenTextures(1, &name);
  glBindTexture(GL_TEXTURE_2D, name);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, kClampToEdge);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, kClampToEdge);
  if (swizzle) glTexParameteriv(GL_TEXTURE_2D, kSwizzleRgba, swizzle->data());
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glTexImage2D(GL_TEXTURE_2D, 0, kept, width, height, 0, given, GL_UNSIGNED_BYTE, bytes);
  glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(before));
  return name;
}

}  // namespace

Renderer::Renderer(const char* glsl) : keeps_opacity_alone_(std::string_view(glsl).starts_with("#version 330")) {
  LAPAK_ASSERT(ImGui_ImplOpenGL3_Init(glsl));
}

Renderer::~Renderer() {
  if (!textures_.empty()) glDeleteTextures(static_cast<GLsizei>(textures_.size()), textures_.data());
  ImGui_ImplOpenGL3_Shutdown();
}

void Renderer::take_fonts() {
  ImFontAtlas& fonts = *ImGui::GetIO().Fonts;
  ImGui_ImplOpenGL3_NewFrame();  // makes the shaders, and at the first time a font texture
  ImGui_ImplOpenGL3_DestroyFontsTexture();
  if (fonts_) drop(std::exchange(fonts_, {}));
  if (keeps_opacity_alone_) {
    // A byte a texel, read as white of that opacity: the backend's four are 12 MB more where memory is the card's.
    constexpr std::array<GLint, 4> kWhite{GL_ONE, GL_ONE, GL_ONE, GL_RED};
    unsigned char* opacity = nullptr;
    fonts.GetTexDataAsAlpha8(&opacity, &fonts_.width, &fonts_.height);
    fonts_.handle = make_texture(opacity, fonts_.width, fonts_.height, kRed8, GL_RED, &kWhite);
    textures_.push_back(static_cast<GLuint>(fonts_.handle));
    fonts.SetTexID(ImTextureID(fonts_.handle));
  } else {
    ImGui_ImplOpenGL3_CreateFontsTexture();
  }
  fonts.ClearTexData();
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
  const GLuint name = make_texture(rgba.bytes.data(), rgba.width, rgba.height, GL_RGBA, GL_RGBA, nullptr);
  textures_.push_back(name);
  return {name, rgba.width, rgba.height};
}

void Renderer::drop(Texture texture) {
  const auto name = static_cast<GLuint>(texture.handle);
  std::erase(textures_, name);
  glDeleteTextures(1, &name);
}

}  // namespace lapak
