// A real window on a screen of its own (Xvfb): start-up, drawing, pointer and keys from X, and sleep.
#include "app/window/window.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <time.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/window/event_times.h"

namespace lapak::test {
namespace {

double processor_s() {
  timespec used{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
  return static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) * 1e-9;
}

// Runs xdotool commands after the first frames, and ends when `is_done` or after a while.
class Driven final : public Program {
 public:
  explicit Driven(std::string script, double lasts_s) : script_(std::move(script)), lasts_s_(lasts_s) {}

  Taste taste() override { return {.words = &Words::in(Language::English), .currency = find_currency("IDR")}; }
  void refresh(double now_s, Textures&) override {
    if (began_s_ == 0) began_s_ = now_s;
  }
  void draw(Ui& ui) override {
    if (ui.now_s() < began_s_ + lasts_s_)
      ui.wake_at(began_s_ + lasts_s_);
    else
      over_ = true;
    taps_ += button(ui, "pay", {400, 300, 240, 80}, {.label = "Pay", .kind = ButtonKind::Primary});
    field(ui, "name", {400, 450, 400, 56}, name_);
    if (ui.scan()) scan_ = *ui.scan();
    if (!sent_) {
      sent_ = true;
      CHECK(std::system(fmt::format("({}) >/dev/null 2>&1 &", script_).c_str()) == 0);
    }
  }
  void finish(double, Touch&) override {}
  void dropped(const std::filesystem::path&) override {}
  bool is_over() const override { return over_; }

  int taps() const { return taps_; }
  const std::string& name() const { return name_; }
  const std::string& scan() const { return scan_; }

 private:
  std::string script_;
  double lasts_s_;
  double began_s_ = 0;
  bool sent_ = false;
  bool over_ = false;
  int taps_ = 0;
  std::string name_;
  std::string scan_;
};

// What is logged while a window opens: it goes to standard output, which is a file for so long.
std::string log_of_a_start() {
  std::FILE* file = std::tmpfile();
  REQUIRE(file != nullptr);
  std::fflush(stdout);
  const int usual = dup(STDOUT_FILENO);
  dup2(fileno(file), STDOUT_FILENO);
  { const Window window({}); }
  std::fflush(stdout);
  dup2(usual, STDOUT_FILENO);
  close(usual);
  std::fseek(file, 0, SEEK_END);
  std::string log(static_cast<std::size_t>(std::ftell(file)), '\0');
  std::rewind(file);
  log.resize(std::fread(log.data(), 1, log.size(), file));
  std::fclose(file);
  return log;
}

}  // namespace

TEST_CASE("a real pointer and a real keyboard reach the controls") {
  Window window({});
  Driven program(
      "sleep 0.4; xdotool mousemove 500 340 click 1 sleep 0.6 mousemove 500 470 click 1 sleep 0.2; "
      "xdotool type --delay 160 'Siti Ayu'",
      4);
  window.run(program);
  CHECK(program.taps() == 1);
  CHECK(program.name() == "Siti Ayu");
  CHECK(program.scan().empty());
}

TEST_CASE("a scanner's burst is told from typing by the times of X, although it comes after a sleep") {
  Window window({});
  Driven program(
      "sleep 0.4; xdotool mousemove 500 470 click 1 sleep 0.3; xdotool type --delay 8 8991234567; "
      "xdotool key Return",
      2);
  window.run(program);
  CHECK(program.scan() == "8991234567");
  CHECK(program.name().empty());
}

TEST_CASE("a window stands where it is told, F11 fills the screen, and F11 again gives the place back") {
  const WindowPlace place{.x = 40, .y = 30, .width = 1000, .height = 700};
  Window window({.place = place});
  const std::string f11 = "sleep 0.4; xdotool mousemove 500 340 key F11";
  Driven out(f11, 1.5);
  window.run(out);
  WindowPlace filled = place;
  filled.full_screen = true;
  CHECK(window.place() == filled);
  Driven back(f11, 1.5);
  window.run(back);
  CHECK(window.place() == place);
}

TEST_CASE("a window that was larger than this screen is made to fit") {
  Window window({.place = WindowPlace{.x = 900, .y = 500, .width = 2000, .height = 1500}});
  CHECK(window.place() == WindowPlace{.x = 0, .y = 0, .width = 1280, .height = 800});
}

TEST_CASE("in a Wayland session the log says that the window is shown through XWayland, elsewhere it does not") {
  CHECK(log_of_a_start().find("XWayland") == std::string::npos);
  REQUIRE(setenv("WAYLAND_DISPLAY", "wayland-0", 1) == 0);
  CHECK(log_of_a_start().find("This is a Wayland session") != std::string::npos);
  unsetenv("WAYLAND_DISPLAY");
}

TEST_CASE("a call from a second start wakes the window") {
  Window window({});
  Driven settles("true", 1);
  window.run(settles);
  const long frames = window.frames_drawn();
  Window::come_forward();
  Driven still("true", 0.5);
  window.run(still);
  CHECK(window.frames_drawn() > frames);
}

TEST_CASE("while nothing happens no frame is drawn and the processor sleeps") {
  Window window({});
  Driven first("true", 1);
  window.run(first);
  const long frames = window.frames_drawn();
  const double began_s = processor_s();
  Driven still("true", 5);
  window.run(still);
  const double used_s = processor_s() - began_s;
  MESSAGE("idle for 5 s: ", window.frames_drawn() - frames, " frames, ", used_s * 1000, " ms of processor");
  CHECK(window.frames_drawn() - frames <= 6);  // three at each end
}

}  // namespace lapak::test
