// A real touch screen, as X tells it: fingers go down in the input driver of a real X server (with_touch_screen), and
// come as GLFW gives them, the first as a pointer, any other not at all.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <xorg/xf86-input-inputtest-protocol.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <semaphore>
#include <stdexcept>
#include <thread>

#include "app/parts/button.h"
#include "app/parts/card.h"
#include "app/parts/field.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/window/window.h"

namespace lapak::test {
namespace {

constexpr double kWidth = 1280;
constexpr double kHeight = 800;

void pause_s(double seconds) {
  std::this_thread::sleep_for(std::chrono::duration<double>(seconds));
}

// The driver takes one connection in the life of a server: there is one of it.
class TouchScreen {
 public:
  static TouchScreen& the() {
    static TouchScreen screen;
    return screen;
  }
  void down(unsigned finger, Point at) { send_touch(finger, kBegin, at); }
  void move(unsigned finger, Point to) { send_touch(finger, kUpdate, to); }
  void up(unsigned finger, Point at) { send_touch(finger, kEnd, at); }

  void tap(Point at, double held_s = 0.06) {
    down(0, at);
    pause_s(held_s);
    up(0, at);
  }
  // At about 100 events a second, as panels send them.
  void drag(Point from, Point to, double seconds) {
    const int steps = static_cast<int>(seconds * 100);
    down(0, from);
    for (int i = 1; i <= steps; ++i) {
      const float part = static_cast<float>(i) / static_cast<float>(steps);
      pause_s(0.01);
      move(0, {from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part});
    }
    up(0, to);
  }

 private:
  // XI_TouchBegin, XI_TouchUpdate, XI_TouchEnd of the X Input extension.
  static constexpr std::uint32_t kBegin = 18;
  static constexpr std::uint32_t kUpdate = 19;
  static constexpr std::uint32_t kEnd = 20;

  TouchScreen() : socket_(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const char* path = std::getenv("LAPAK_TOUCH_SOCKET");
    if (!path) throw std::runtime_error("run me by with_touch_screen");
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, path, sizeof address.sun_path - 1);
    if (connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
      throw std::runtime_error("no touch screen");
    xf86ITEventClientVersion version{};
    version.major = XF86IT_PROTOCOL_VERSION_MAJOR;
    send(version, XF86IT_EVENT_CLIENT_VERSION);
    xf86ITResponseServerVersion answer{};
    receive(answer);
  }
  ~TouchScreen() { close(socket_); }

  template <class Event>
  void send(Event& event, xf86ITEventType type) {
    event.header.length = sizeof event;
    event.header.type = type;
    if (write(socket_, &event, sizeof event) != static_cast<ssize_t>(sizeof event))
      throw std::runtime_error("the touch screen is gone");
  }
  template <class Answer>
  void receive(Answer& answer) {
    if (read(socket_, &answer, sizeof answer) <= 0) throw std::runtime_error("the touch screen is gone");
  }
  void send_touch(unsigned finger, std::uint32_t type, Point at) {
    xf86ITEventTouch event{};
    event.touchid = finger;
    event.touch_type = type;
    event.valuators.mask[0] = 3;  // x and y, each of 65535 parts
    event.valuators.valuators[0] = static_cast<double>(at.x) * 65535 / kWidth;
    event.valuators.valuators[1] = static_cast<double>(at.y) * 65535 / kHeight;
    send(event, XF86IT_EVENT_TOUCH);
    xf86ITEventWaitForSync wait{};
    send(wait, XF86IT_EVENT_WAIT_FOR_SYNC);
    xf86ITResponseSyncFinished finished{};
    receive(finished);
  }

  int socket_;
};

// A stall: cards in a list, a stepper, a main button, a row that can be swiped away, a field. The fingers follow their
// script on a thread of their own once the window is there.
class Stall final : public Program {
 public:
  explicit Stall(std::function<void(TouchScreen&)> script) : script_(std::move(script)) {}
  ~Stall() override {
    if (hand_.joinable()) hand_.join();
  }

  // For the script: keeps the next frame from its end until it is let go.
  void hold_frame() {
    wants_hold_ = true;
    Window::wake();
    held_.acquire();
  }
  void let_go() { let_go_.release(); }

  Taste taste() override { return {.words = &Words::in(Language::Indonesian), .currency = find_currency("IDR")}; }
  void refresh(double, Textures&) override {}
  void draw(Ui& ui) override {
    draw_cards(ui);
    offset_ = ui.touch().offset(ControlId("cards"));
    const Step step = stepper(ui, "pieces", {500, 40, 180, 56}, {.value = std::to_string(pieces_)});
    if (step == Step::More) ++pieces_;
    if (step == Step::Less) --pieces_;
    pays_ += button(ui, "pay", {500, 140, 240, 80}, {.label = "Bayar", .kind = ButtonKind::Primary});
    const Rect line = Rect{500, 260, 400, 72}.moved(ui.swipe("line", "bin"), 0);
    rows_ += row(ui, "line", line, {.title = "Lilin"});
    swipes_ += ui.swiped_left("line");
    button(ui, "bin", {920, 260, 120, 72}, {.label = "Hapus"});
    field(ui, "name", {500, 380, 400, 56}, name_);
    hovers_ += ui.touch().hovered(ControlId("pay"));
    if (wants_hold_.exchange(false)) {
      held_.release();
      let_go_.acquire();
    }
    if (!hand_.joinable()) {
      hand_ = std::thread([this] {
        pause_s(0.4);
        script_(TouchScreen::the());
        pause_s(0.6);
        over_ = true;
        Window::wake();
      });
    }
  }
  void finish(double, Touch&) override {}
  void dropped(const std::filesystem::path&) override {}
  bool is_over() const override { return over_; }

  void draw_cards(Ui& ui) {
    const Rect area{0, 0, 400, 560};
    const RowList cards(ui, "cards", area, {.count = 90, .row_height = 180, .columns = 2, .gap = 12});
    for (const RowList::Item& item : cards.visible()) {
      if (product_card(ui, fmt::format("card.{}", item.index), item.rect,
                       {.title = "Tas", .price = "85.000", .letters = "T"}) == CardEvent::Tap) {
        ++cards_;
      }
    }
  }

  int cards_ = 0;
  int pieces_ = 1;
  int pays_ = 0;
  int rows_ = 0;
  int swipes_ = 0;
  int hovers_ = 0;
  double offset_ = 0;
  std::string name_;

 private:
  std::function<void(TouchScreen&)> script_;
  std::thread hand_;
  std::atomic<bool> over_ = false;
  std::atomic<bool> wants_hold_ = false;
  std::binary_semaphore held_{0}, let_go_{0};
};

}  // namespace

TEST_CASE("a tap on a card is one, a fast double tap on plus is two, and nothing hovers afterwards") {
  Window window({});
  Stall stall([](TouchScreen& screen) {
    screen.tap({100, 100});
    pause_s(0.2);
    screen.tap({650, 68}, 0.03);
    pause_s(0.04);
    screen.tap({650, 68}, 0.03);
    pause_s(0.2);
    screen.tap({600, 180});
  });
  window.run(stall);
  CHECK(stall.cards_ == 1);
  CHECK(stall.pieces_ == 3);
  CHECK(stall.pays_ == 1);
  CHECK(stall.hovers_ == 0);
}

TEST_CASE("a scroll that starts on a card sells nothing, and a touch stops a fling without tapping") {
  Window window({});
  Stall stall([](TouchScreen& screen) {
    screen.drag({100, 500}, {110, 200}, 0.15);  // a fling
    pause_s(0.1);
    screen.tap({100, 300});
  });
  window.run(stall);
  CHECK(stall.cards_ == 0);
  CHECK(stall.offset_ > 300);
  CHECK(stall.offset_ < 900);  // left alone it would have gone about 950 px
}

TEST_CASE("a row is swiped away, and its tap is none") {
  Window window({});
  Stall stall([](TouchScreen& screen) { screen.drag({800, 296}, {620, 300}, 0.3); });
  window.run(stall);
  CHECK(stall.swipes_ == 1);
  CHECK(stall.rows_ == 0);
}

TEST_CASE("a second finger changes nothing for the first") {
  Window window({});
  Stall stall([](TouchScreen& screen) {
    screen.down(0, {100, 100});
    pause_s(0.05);
    screen.down(1, {600, 180});
    pause_s(0.05);
    screen.up(1, {600, 180});
    screen.up(0, {100, 100});
  });
  window.run(stall);
  CHECK(stall.cards_ == 1);  // X tells GLFW of one finger alone
  CHECK(stall.pays_ == 0);
}

TEST_CASE("a field that is touched brings the keyboard, and fingers type on it") {
  Window window({});
  Stall stall([](TouchScreen& screen) {
    screen.tap({700, 408});
    pause_s(0.5);
    screen.tap({16 + 113.2f * 6.5f + 56, 626});  // j
    screen.tap({16 + 113.2f * 7 + 50, 558});     // i
  });
  window.run(stall);
  CHECK(stall.name_ == "Ji");
}

TEST_CASE("what is tapped while a frame takes long is tapped where it was, not where the finger is by then") {
  Window window({});
  Stall stall([&stall](TouchScreen& screen) {
    screen.tap({700, 408});
    pause_s(0.5);
    stall.hold_frame();
    screen.tap({16 + 113.2f * 6.5f + 56, 626});  // j
    screen.tap({16 + 113.2f * 7 + 50, 558});     // i
    stall.let_go();
  });
  window.run(stall);
  CHECK(stall.name_ == "Ji");
}

}  // namespace lapak::test
