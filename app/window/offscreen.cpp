// window: drawing into memory.
#include "app/window/offscreen.h"

#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <GL/gl.h>
#include <GL/glext.h>
#include <stb_image_write.h>

#include <cmath>
#include <cstdlib>
#include <optional>
#include <stdexcept>

namespace lapak {
namespace {

constexpr double kFrame_s = 1.0 / 60;
constexpr int kMostFrames = 600;  // ten seconds: what moves longer is not waited for

template <class Function>
Function gl(const char* name) {
  return reinterpret_cast<Function>(eglGetProcAddress(name));
}

// A context that is current from birth to death.
class Context {
 public:
  Context() {
    const auto get_display = gl<PFNEGLGETPLATFORMDISPLAYEXTPROC>("eglGetPlatformDisplayEXT");
    if (!get_display) throw std::runtime_error("EGL without platforms");
    display_ = get_display(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
    if (display_ == EGL_NO_DISPLAY || !eglInitialize(display_, nullptr, nullptr)) {
      throw std::runtime_error("EGL without a surfaceless display");
    }
    eglBindAPI(EGL_OPENGL_API);
    constexpr EGLint kWanted[] = {
        EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
        EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
    context_ = eglCreateContext(display_, EGL_NO_CONFIG_KHR, EGL_NO_CONTEXT, kWanted);
    if (context_ == EGL_NO_CONTEXT || !eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, context_)) {
      eglTerminate(display_);
      throw std::runtime_error("EGL without OpenGL 3.3");
    }
  }
  ~Context() {
    eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    eglDestroyContext(display_, context_);
    eglTerminate(display_);
  }
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;

 private:
  EGLDisplay display_ = EGL_NO_DISPLAY;
  EGLContext context_ = EGL_NO_CONTEXT;
};

// What is drawn into.
class Canvas {
 public:
  Canvas(int width, int height) : width_(width), height_(height) {
    gl<PFNGLGENFRAMEBUFFERSPROC>("glGenFramebuffers")(1, &frame_);
    gl<PFNGLGENRENDERBUFFERSPROC>("glGenRenderbuffers")(1, &color_);
    gl<PFNGLBINDRENDERBUFFERPROC>("glBindRenderbuffer")(GL_RENDERBUFFER, color_);
    gl<PFNGLRENDERBUFFERSTORAGEPROC>("glRenderbufferStorage")(GL_RENDERBUFFER, GL_RGBA8, width, height);
    gl<PFNGLBINDFRAMEBUFFERPROC>("glBindFramebuffer")(GL_FRAMEBUFFER, frame_);
    gl<PFNGLFRAMEBUFFERRENDERBUFFERPROC>("glFramebufferRenderbuffer")(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0,
                                                                      GL_RENDERBUFFER, color_);
  }
  ~Canvas() {
    gl<PFNGLDELETEFRAMEBUFFERSPROC>("glDeleteFramebuffers")(1, &frame_);
    gl<PFNGLDELETERENDERBUFFERSPROC>("glDeleteRenderbuffers")(1, &color_);
  }
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  int width() const { return width_; }
  int height() const { return height_; }

  Pixels read() const {
    Pixels pixels{width_, height_, 4, {}};
    const auto row = static_cast<std::size_t>(width_) * 4;
    std::vector<std::uint8_t> upside_down(row * static_cast<std::size_t>(height_));
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, width_, height_, GL_RGBA, GL_UNSIGNED_BYTE, upside_down.data());
    pixels.bytes.resize(upside_down.size());
    for (int y = 0; y < height_; ++y) {
      const auto from = upside_down.begin() + static_cast<std::ptrdiff_t>(row) * (height_ - 1 - y);
      std::copy_n(from, row, pixels.bytes.begin() + static_cast<std::ptrdiff_t>(row) * y);
    }
    for (std::size_t i = 3; i < pixels.bytes.size(); i += 4) pixels.bytes[i] = 255;
    return pixels;
  }

 private:
  int width_;
  int height_;
  unsigned int frame_ = 0;
  unsigned int color_ = 0;
};

}  // namespace

struct Offscreen::Inside {
  Context context;
  Stage stage;
  std::optional<Renderer> renderer;
  std::optional<Canvas> canvas;
};

Offscreen::Offscreen() {
  // One renderer for everyone's pictures, whatever card this machine has. Before the first context; a user's own wish
  // wins.
  setenv("LIBGL_ALWAYS_SOFTWARE", "1", 0);
  inside_ = std::make_unique<Inside>();
  inside_->renderer.emplace("#version 330 core");
}

Offscreen::~Offscreen() {
  inside_->canvas.reset();
  inside_->renderer.reset();
}

Stage& Offscreen::stage() {
  return inside_->stage;
}
Textures& Offscreen::textures() {
  return *inside_->renderer;
}

void Offscreen::step(Frame& frame, const std::function<void(Ui&)>& content) {
  if (inside_->stage.prepare(frame)) inside_->renderer->take_fonts();
  inside_->stage.draw(frame, content);
  frame.now_s += kFrame_s;
}

Pixels Offscreen::picture(Frame& frame, const std::function<void(Ui&)>& content) {
  for (int i = 0; i < kMostFrames; ++i) {
    step(frame, content);
    if (i >= 2 && !inside_->stage.wants_frame()) break;
  }
  const int width = static_cast<int>(std::lround(frame.width * frame.scale));
  const int height = static_cast<int>(std::lround(frame.height * frame.scale));
  if (!inside_->canvas || inside_->canvas->width() != width || inside_->canvas->height() != height) {
    inside_->canvas.emplace(width, height);
  }
  inside_->renderer->render(inside_->stage, width, height);
  return inside_->canvas->read();
}

void save_png(const Pixels& rgba, const std::filesystem::path& path) {
  if (stbi_write_png(path.c_str(), rgba.width, rgba.height, rgba.channels, rgba.bytes.data(),
                     rgba.width * rgba.channels) == 0) {
    throw std::runtime_error("cannot write " + path.string());
  }
}

}  // namespace lapak
