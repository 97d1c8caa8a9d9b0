// The window: start, memory and idling of the real program, against a bare Dear ImGui window in the same run; and what
// building one frame of Sell costs.
//
// Both programs are watched from outside: a window is there when the screen is no longer black. Needs a display
// (xvfb-run); says so where there is none.
#include <GLFW/glfw3.h>
#include <fmt/format.h>
#include <imgui.h>
#include <imgui_impl_glfw.h>
#include <imgui_impl_opengl3.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <sstream>
#include <thread>

#include "app/screens/app.h"
#include "app/screens/places.h"
#include "app/window/stage.h"
#include "core/base/check.h"
#include "core/db/database.h"
#include "core/shop/demo.h"
#include "core/shop/jobs.h"
#include "tests/bench/bench.h"
#include "tests/bench/eye.h"

namespace lapak::bench {
namespace {

class Running {
 public:
  explicit Running(const std::vector<std::string>& command) : pid_(fork()) {
    if (pid_ != 0) return;
    std::vector<char*> arguments;
    for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    if (freopen("/dev/null", "w", stderr) == nullptr) _exit(127);
    execv(arguments[0], arguments.data());
    _exit(127);
  }
  ~Running() {
    kill(pid_, SIGTERM);
    waitpid(pid_, nullptr, 0);
  }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  double resident_mb() const {
    std::ifstream status(fmt::format("/proc/{}/status", pid_));
    for (std::string line; std::getline(status, line);)
      if (line.starts_with("VmRSS:")) return std::stod(line.substr(6)) / 1024;
    return 0;
  }
  double processor_seconds() const {
    std::ifstream stat(fmt::format("/proc/{}/stat", pid_));
    std::string text((std::istreambuf_iterator<char>(stat)), {});
    std::istringstream fields(text.substr(text.rfind(')') + 2));
    std::string word;
    double ticks = 0;
    for (int field = 3; fields >> word; ++field)
      if (field == 14 || field == 15) ticks += std::stod(word);
    return ticks / static_cast<double>(sysconf(_SC_CLK_TCK));
  }

 private:
  pid_t pid_;
};

struct Start {
  double seconds = 0;
  double resident_mb = 0;
};

void wait_for_dark(const Eye& eye) {
  while (eye.sees_something()) std::this_thread::sleep_for(std::chrono::milliseconds(20));
}

Start start_of(const Eye& eye, const std::vector<std::string>& command) {
  wait_for_dark(eye);
  Start start;
  std::optional<Running> program;
  start.seconds = timed([&] {
                    program.emplace(command);
                    while (!eye.sees_something()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
                  }).count();
  std::this_thread::sleep_for(std::chrono::seconds(2));
  start.resident_mb = program->resident_mb();
  return start;
}

// A shop of 100,000 products, made once.
void make_large_shop(const std::filesystem::path& path) {
  SystemClock clock;
  SeededRandom random(3);
  SystemFiles files;
  auto shop = Shop::create(path, demo_card(Language::Indonesian), Seams{clock, random, files});
  LAPAK_ASSERT(shop.has_value());
  SaveProducts many;
  for (int i = 0; i < 100'000; ++i)
    many.products.push_back({.code = fmt::format("P{:06}", i),
                             .name = fmt::format("Barang buatan tangan {}", i),
                             .price = Money{10'000 + i % 100 * 500}});
  LAPAK_ASSERT((*shop)->execute(std::move(many)).has_value());
  (*shop)->jobs().finish();
}

std::string beside_us(const std::string& program) {
  return (std::filesystem::read_symlink("/proc/self/exe").parent_path() / program).string();
}

void bench_frame(Table& table) {
  FixedClock clock(Instant{1'795'315'200'000});
  SeededRandom random(5);
  SystemFiles files;
  const Instant now = clock.now();
  clock.advance_ms(-23LL * 24 * 3'600'000);
  const auto shop = Shop::in_memory(demo_card(Language::Indonesian), Seams{clock, random, files});
  fill_demo(*shop, clock, now);
  App app(*shop, files, shop_places());
  Stage stage;
  class NoTextures final : public Textures {
   public:
    Texture upload(const Pixels& rgba) override { return {1, rgba.width, rgba.height}; }
    void drop(Texture) override {}
  } textures;
  double now_s = 0;
  std::vector<double> times_ms;
  for (int n = 0; n < 400; ++n) {
    now_s += 1.0 / 60;
    app.refresh(now_s, textures);
    const Frame frame = frame_of(app.taste(), now_s, 1280, 800, 1);
    stage.prepare(frame);
    const double ms = timed([&] { stage.draw(frame, [&](Ui& ui) { app.draw(ui); }); }).count() * 1000;
    app.finish(now_s, stage.touch());
    if (n >= 100) times_ms.push_back(ms);
  }
  table.add({"building a frame of Sell", median(times_ms), 1.0, "ms"});
}

}  // namespace

int show_bare_window() {
  if (!glfwInit()) return 1;
  GLFWwindow* window = glfwCreateWindow(1280, 800, "bare", nullptr, nullptr);
  if (window == nullptr) return 1;
  glfwMakeContextCurrent(window);
  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;
  ImGui_ImplGlfw_InitForOpenGL(window, true);
  ImGui_ImplOpenGL3_Init("#version 130");
  while (!glfwWindowShouldClose(window)) {
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    ImGui::NewFrame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    ImGui::Begin("bare", nullptr, ImGuiWindowFlags_NoDecoration);
    ImGui::TextUnformatted("bare");
    ImGui::End();
    ImGui::Render();
    glClearColor(1, 1, 1, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    glfwSwapBuffers(window);
    glfwWaitEvents();
  }
  return 0;
}

void bench_window(Table& table) {
  bench_frame(table);
  const Eye eye;
  if (!eye.is_open()) return table.skip("start, memory and idling of the window", "no display (xvfb-run)");
  const Scratch scratch("window");
  make_large_shop(scratch / "large.lapak");
  const std::vector<std::string> ours{beside_us("../app/lapak"), scratch / "large.lapak"};
  const std::vector<std::string> bare{beside_us("lapak_bench"), "--bare-window"};
  std::vector<double> our_s, bare_s, our_mb, bare_mb;
  for (int round = 0; round < 5; ++round) {
    const Start one = start_of(eye, ours), other = start_of(eye, bare);
    our_s.push_back(one.seconds), our_mb.push_back(one.resident_mb);
    bare_s.push_back(other.seconds), bare_mb.push_back(other.resident_mb);
  }
  table.add(
      {"start to first frame with 100,000 products, against a bare window", median(our_s) / median(bare_s), 2.0, "x"});
  table.add({"memory with 100,000 products, above a bare window", median(our_mb) - median(bare_mb), 60.0, "MB"});
  wait_for_dark(eye);
  const Running idle(ours);
  std::this_thread::sleep_for(std::chrono::seconds(5));
  const double before = idle.processor_seconds();
  std::this_thread::sleep_for(std::chrono::seconds(20));
  table.add({"processor while nothing happens, 20 seconds", (idle.processor_seconds() - before) / 20 * 100, 0.1, "%"});
}

}  // namespace lapak::bench
