// window: GLFW.
#include "app/window/window.h"

#include <GLFW/glfw3.h>
#include <fcntl.h>
#include <imgui.h>
#include <poll.h>
#include <spdlog/spdlog.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <thread>

#include "app/window/event_times.h"
#include "app/window/power.h"
#include "app/window/renderer.h"
#include "app/window/scale.h"
#include "app/window/sleep.h"
#include "app/window/stage.h"

extern "C" {
// Declared here because glfw3native.h asks for libxrandr's headers. A Display*, or null.
void* glfwGetX11Display(void);
}

namespace lapak {
namespace {

constexpr int kTail = 3;  // frames owed after an event: press, release and what they open are each a frame apart
constexpr double kFrame_s = 1.0 / 60;
constexpr double kRestAfter_s = 2;  // of stillness: time for the program's housekeeping

// Where worker threads ring. The one thing that outlives a window: a wake that comes too late must ring at nothing.
std::atomic<int> bell{-1};
std::atomic<bool> is_called_forward{false};

struct Mode {
  int major, minor, profile;
  const char* glsl;
};
constexpr std::array<Mode, 3> kModes{{{3, 3, GLFW_OPENGL_CORE_PROFILE, "#version 330 core"},
                                      {3, 0, GLFW_OPENGL_ANY_PROFILE, "#version 130"},
                                      {2, 1, GLFW_OPENGL_ANY_PROFILE, "#version 120"}}};

Key key_of(int key) {
  if (key >= GLFW_KEY_A && key <= GLFW_KEY_Z) return static_cast<Key>(static_cast<int>(Key::A) + key - GLFW_KEY_A);
  if (key >= GLFW_KEY_0 && key <= GLFW_KEY_9) return static_cast<Key>(static_cast<int>(Key::Digit0) + key - GLFW_KEY_0);
  if (key >= GLFW_KEY_F1 && key <= GLFW_KEY_F12) return static_cast<Key>(static_cast<int>(Key::F1) + key - GLFW_KEY_F1);
  switch (key) {
    case GLFW_KEY_ENTER:
    case GLFW_KEY_KP_ENTER:
      return Key::Enter;
    case GLFW_KEY_ESCAPE:
      return Key::Escape;
    case GLFW_KEY_TAB:
      return Key::Tab;
    case GLFW_KEY_SPACE:
      return Key::Space;
    case GLFW_KEY_BACKSPACE:
      return Key::Backspace;
    case GLFW_KEY_DELETE:
      return Key::Delete;
    case GLFW_KEY_INSERT:
      return Key::Insert;
    case GLFW_KEY_LEFT:
      return Key::Left;
    case GLFW_KEY_RIGHT:
      return Key::Right;
    case GLFW_KEY_UP:
      return Key::Up;
    case GLFW_KEY_DOWN:
      return Key::Down;
    case GLFW_KEY_HOME:
      return Key::Home;
    case GLFW_KEY_END:
      return Key::End;
    case GLFW_KEY_PAGE_UP:
      return Key::PageUp;
    case GLFW_KEY_PAGE_DOWN:
      return Key::PageDown;
    case GLFW_KEY_SLASH:
      return Key::Slash;
    default:
      return Key::None;
  }
}

// Pixels an inch of the monitor, 0 when it does not say.
float ppi_of(GLFWmonitor* monitor) {
  int width_mm = 0;
  int height_mm = 0;
  if (!monitor) return 0;
  glfwGetMonitorPhysicalSize(monitor, &width_mm, &height_mm);
  const GLFWvidmode* mode = glfwGetVideoMode(monitor);
  if (!mode || width_mm < 50) return 0;
  const float ppi = static_cast<float>(mode->width) / (static_cast<float>(width_mm) / 25.4f);
  return ppi > 60 && ppi < 600 ? ppi : 0;  // some displays lie
}

std::vector<WindowPlace> work_areas() {
  int count = 0;
  GLFWmonitor** monitors = glfwGetMonitors(&count);
  std::vector<WindowPlace> areas;
  for (int i = 0; i < count; ++i) {
    WindowPlace area;
    glfwGetMonitorWorkarea(monitors[i], &area.x, &area.y, &area.width, &area.height);
    if (area.width > 0 && area.height > 0) areas.push_back(area);
  }
  return areas;
}

// For whoever wonders why letters are soft there, or a finger is a mouse.
void log_wayland() {
  const char* display = std::getenv("WAYLAND_DISPLAY");
  if (display && *display) spdlog::info("This is a Wayland session: Lapak's window is shown through XWayland.");
}

}  // namespace

struct Window::Inside {
  GLFWwindow* window = nullptr;
  std::optional<EventTimes> times;
  std::optional<Stage> stage;
  std::optional<Renderer> renderer;
  PowerWatch power;
  SleepWatch sleep;
  Program* program = nullptr;
  float ppi = 0;
  float scale = 1;
  double key_time_s = 0;
  bool touched = false;  // something came in since the last frame
  std::string title;
  bool in_frame = false;
  long frames = 0;
  double framed_s = 0;
  int bell_fd = -1;
  WindowPlace windowed;  // before it was made full screen
  double pointer_x_px = 0, pointer_y_px = 0;

  ~Inside() {
    bell = -1;
    if (bell_fd >= 0) close(bell_fd);
    renderer.reset();
    stage.reset();
    if (window) glfwDestroyWindow(window);
    glfwTerminate();
  }

  void open(const WindowOptions& options);
  void listen();
  void feed(const InputEvent& event) {
    touched = true;
    stage->feed(event);
  }
  Point design(double x, double y) const { return {static_cast<float>(x) / scale, static_cast<float>(y) / scale}; }
  // As the events told. glfwGetCursorPos asks X where the pointer is now: after a long frame that is not where the
  // finger was when it pressed.
  Point pointer() const { return design(pointer_x_px, pointer_y_px); }
  void poll_events();
  void wait_events(std::optional<double> until_s);
  void frame();
  void toggle_full_screen();
  void come_forward();
  WindowPlace place() const;
  // Between the clipboard and the field that is edited, which may hold stand-ins.
  std::string pasted;
  static const char* clipboard_text(void* inside);
  static void set_clipboard_text(void* inside, const char* text);
};

const char* Window::Inside::clipboard_text(void* inside) {
  auto& in = *static_cast<Inside*>(inside);
  const char* text = glfwGetClipboardString(in.window);
  auto& editing = in.stage->memory().editing;
  in.pasted = !text ? "" : editing ? editing->stand_ins.editable(text) : text;
  return in.pasted.c_str();
}

void Window::Inside::set_clipboard_text(void* inside, const char* text) {
  auto& in = *static_cast<Inside*>(inside);
  const auto& editing = in.stage->memory().editing;
  glfwSetClipboardString(in.window, editing ? editing->stand_ins.real(text).c_str() : text);
}

void Window::Inside::open(const WindowOptions& options) {
  setlocale(LC_CTYPE, "");  // X input methods: dead keys and Compose
  glfwSetErrorCallback([](int code, const char* text) { spdlog::debug("GLFW {}: {}", code, text); });
#ifdef GLFW_PLATFORM
  glfwInitHint(GLFW_PLATFORM, GLFW_PLATFORM_X11);  // GLFW 3.4: Wayland sessions run us through XWayland
#endif
  if (!glfwInit()) throw NoDisplay("no display");
  log_wayland();
  const WindowPlace wanted = fitted(options.place.value_or(WindowPlace{}), work_areas());
  for (const Mode& mode : kModes) {
    glfwDefaultWindowHints();
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, mode.major);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, mode.minor);
    glfwWindowHint(GLFW_OPENGL_PROFILE, mode.profile);
    glfwWindowHintString(GLFW_X11_CLASS_NAME, "lapak");
    glfwWindowHintString(GLFW_X11_INSTANCE_NAME, "lapak");
    glfwWindowHint(GLFW_MAXIMIZED, wanted.maximized ? GLFW_TRUE : GLFW_FALSE);
    glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);  // until it stands where it belongs
    window = glfwCreateWindow(wanted.width, wanted.height, "Lapak", nullptr, nullptr);
    if (!window) continue;
    glfwMakeContextCurrent(window);
    glfwSwapInterval(1);
    stage.emplace();
    renderer.emplace(mode.glsl);
    break;
  }
  if (!window) throw NoDisplay("no OpenGL 2.1 on this display");
  glfwSetWindowSizeLimits(window, 800, 560, GLFW_DONT_CARE, GLFW_DONT_CARE);
  ppi = ppi_of(glfwGetPrimaryMonitor());
  times.emplace(glfwGetX11Display());
  bell_fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
  bell = bell_fd;
  ImGuiIO& io = ImGui::GetIO();
  io.ClipboardUserData = this;
  io.GetClipboardTextFn = clipboard_text;
  io.SetClipboardTextFn = set_clipboard_text;
  if (options.place && !wanted.maximized) glfwSetWindowPos(window, wanted.x, wanted.y);
  glfwShowWindow(window);
  if (wanted.full_screen) toggle_full_screen();
}

void Window::Inside::listen() {
  glfwSetWindowUserPointer(window, this);
  glfwGetCursorPos(window, &pointer_x_px, &pointer_y_px);
  glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int button, int action, int) {
    auto& in = *static_cast<Inside*>(glfwGetWindowUserPointer(w));
    if (button != GLFW_MOUSE_BUTTON_LEFT) return;
    in.feed(PointerEvent{action == GLFW_PRESS ? PointerEvent::Kind::Down : PointerEvent::Kind::Up, in.pointer(),
                         steady_now_s()});
  });
  glfwSetCursorPosCallback(window, [](GLFWwindow* w, double x, double y) {
    auto& in = *static_cast<Inside*>(glfwGetWindowUserPointer(w));
    in.pointer_x_px = x;
    in.pointer_y_px = y;
    in.feed(PointerEvent{PointerEvent::Kind::Move, in.pointer(), steady_now_s()});
  });
  glfwSetCursorEnterCallback(window, [](GLFWwindow* w, int entered) {
    auto& in = *static_cast<Inside*>(glfwGetWindowUserPointer(w));
    if (!entered) in.feed(PointerEvent{PointerEvent::Kind::Leave, {}, steady_now_s()});
  });
  glfwSetWindowFocusCallback(window, [](GLFWwindow* w, int focused) {
    auto& in = *static_cast<Inside*>(glfwGetWindowUserPointer(w));
    if (!focused) in.feed(PointerEvent{PointerEvent::Kind::Cancel, {}, steady_now_s()});
  });
  glfwSetScrollCallback(window, [](GLFWwindow* w, double x, double y) {
    auto& in = *static_cast<Inside*>(glfwGetWindowUserPointer(w));
    in.feed(WheelEvent{in.pointer(), static_cast<float>(x), static_cast<float>(y), steady_now_s()});
  });
  glfwSetKeyCallback(window, [](GLFWwindow* w, int key, int scan_code, int action, int mods) {
    auto& in = *static_cast<Inside*>(glfwGetWindowUserPointer(w));
    if (action == GLFW_RELEASE) return;
    in.key_time_s = in.times->of_key(scan_code);
    in.touched = true;
    if (key == GLFW_KEY_F11 && action == GLFW_PRESS) in.toggle_full_screen();
    const Key ours = key_of(key);
    if (ours == Key::None || ours == Key::F11) return;
    in.feed(KeyEvent{{ours, (mods & GLFW_MOD_CONTROL) != 0, (mods & GLFW_MOD_SHIFT) != 0, (mods & GLFW_MOD_ALT) != 0},
                     in.key_time_s});
  });
  glfwSetCharCallback(window, [](GLFWwindow* w, unsigned int character) {
    auto& in = *static_cast<Inside*>(glfwGetWindowUserPointer(w));
    in.feed(CharEvent{static_cast<char32_t>(character), in.key_time_s});
  });
  glfwSetDropCallback(window, [](GLFWwindow* w, int count, const char** paths) {
    auto& in = *static_cast<Inside*>(glfwGetWindowUserPointer(w));
    in.touched = true;
    for (int i = 0; i < count && in.program; ++i) in.program->dropped(paths[i]);
  });
  glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) {
    auto& in = *static_cast<Inside*>(glfwGetWindowUserPointer(w));
    in.touched = true;
    if (!in.in_frame) in.frame();  // while it is being resized nobody else draws
  });
  glfwSetFramebufferSizeCallback(
      window, [](GLFWwindow* w, int, int) { static_cast<Inside*>(glfwGetWindowUserPointer(w))->touched = true; });
}

void Window::Inside::poll_events() {
  times->look_ahead();
  glfwPollEvents();
}

// Sleeps until X, a worker or the clock has something. Our own wait, so that event times can be read first.
void Window::Inside::wait_events(std::optional<double> until_s) {
  const double now_s = steady_now_s();
  if (!times->is_there()) {
    if (until_s) {
      glfwWaitEventsTimeout(std::max(0.001, *until_s - now_s));
    } else {
      glfwWaitEvents();
    }
    return;
  }
  if (!times->has_waiting()) {
    std::array<pollfd, 2> sources{{{times->socket(), POLLIN, 0}, {bell_fd, POLLIN, 0}}};
    const int timeout_ms = until_s ? static_cast<int>(std::ceil(std::max(0.0, *until_s - now_s) * 1000)) : -1;
    poll(sources.data(), sources.size(), timeout_ms);
    if (sources[1].revents != 0) {
      std::uint64_t rings = 0;
      touched = read(bell_fd, &rings, sizeof rings) > 0 || touched;
    }
  }
  poll_events();
}

void Window::Inside::frame() {
  in_frame = true;
  int width_px = 0;
  int height_px = 0;
  glfwGetFramebufferSize(window, &width_px, &height_px);
  const double now_s = steady_now_s();
  if (sleep.slept()) program->slept();
  program->refresh(now_s, *renderer);
  if (std::string now = program->title(); now != title) {
    title = std::move(now);
    glfwSetWindowTitle(window, title.c_str());
  }
  const Program::Taste taste = program->taste();
  scale = scale_for(std::max(1, width_px), std::max(1, height_px), ppi, taste.size);
  Frame settings =
      frame_of(taste, now_s, static_cast<float>(width_px) / scale, static_cast<float>(height_px) / scale, scale);
  settings.caret = power.at(now_s) == PowerSource::Mains ? Caret::Blinks : Caret::Steady;
  if (stage->prepare(settings)) renderer->take_fonts();
  stage->draw(settings, [this](Ui& ui) { program->draw(ui); });
  program->finish(now_s, stage->touch());
  renderer->render(*stage, width_px, height_px);
  glfwSwapBuffers(window);
  ++frames;
  framed_s = now_s;
  in_frame = false;
}

void Window::Inside::toggle_full_screen() {
  GLFWmonitor* monitor = glfwGetPrimaryMonitor();
  if (glfwGetWindowMonitor(window)) {
    glfwSetWindowMonitor(window, nullptr, windowed.x, windowed.y, windowed.width, windowed.height, GLFW_DONT_CARE);
  } else if (monitor) {
    windowed = place();
    const GLFWvidmode* mode = glfwGetVideoMode(monitor);
    glfwSetWindowMonitor(window, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
  }
}

void Window::Inside::come_forward() {
  if (glfwGetWindowAttrib(window, GLFW_ICONIFIED)) glfwRestoreWindow(window);
  glfwFocusWindow(window);
  glfwRequestWindowAttention(window);  // where the desktop lets nobody push to the front
}

WindowPlace Window::Inside::place() const {
  WindowPlace found = windowed;
  found.full_screen = glfwGetWindowMonitor(window) != nullptr;
  if (found.full_screen) return found;
  found.maximized = glfwGetWindowAttrib(window, GLFW_MAXIMIZED) != 0;
  glfwGetWindowPos(window, &found.x, &found.y);
  glfwGetWindowSize(window, &found.width, &found.height);
  return found;
}

WindowPlace Window::place() const {
  return inside_->place();
}

void Window::come_forward() {
  is_called_forward = true;
  wake();
}

Window::Window(const WindowOptions& options) : inside_(std::make_unique<Inside>()) {
  inside_->open(options);
  inside_->listen();
}

Window::~Window() = default;

Textures& Window::textures() {
  return *inside_->renderer;
}

long Window::frames_drawn() const {
  return inside_->frames;
}

void Window::wake() {
  const int fd = bell;
  const std::uint64_t one = 1;
  if (fd >= 0) static_cast<void>(!write(fd, &one, sizeof one));
}

void Window::run(Program& program) {
  Inside& in = *inside_;
  in.program = &program;
  int tail = kTail;
  bool rested = false;
  double next_s = steady_now_s();
  while (!glfwWindowShouldClose(in.window) && !program.is_over()) {
    if (is_called_forward.exchange(false)) in.come_forward();
    const bool moving = in.stage->wants_frame() || program.wants_frame();
    if (moving) {
      // A clock of our own: vertical sync does nothing on a software renderer.
      const double now_s = steady_now_s();
      if (next_s > now_s) in.wait_events(next_s);
      next_s = std::max(next_s, now_s) + kFrame_s;
      in.poll_events();
      tail = kTail;
    } else if (tail > 0) {
      in.poll_events();
    } else {
      in.touched = false;
      const auto wake_s = in.stage->wake_time_s();
      const double rest_s = in.framed_s + kRestAfter_s;
      const bool rests = !rested && (!wake_s || rest_s < *wake_s);
      in.wait_events(rests ? rest_s : wake_s);
      if (rests && !in.touched && steady_now_s() >= rest_s) {
        program.rest();
        rested = true;
      }
      const bool is_time = wake_s && steady_now_s() >= *wake_s;
      if (!in.touched && !is_time) continue;  // X talked about something else
    }
    if (in.touched) tail = kTail;
    in.touched = false;
    if (tail > 0) --tail;
    rested = false;
    in.frame();
  }
  in.program = nullptr;
}

}  // namespace lapak
