// window: what a window shows: a shop's screens (App), or the first run before there is a shop.
#pragma once
#include <filesystem>

#include "app/parts/ui.h"

namespace lapak {

class Program {
 public:
  // What the seller chose about the display. Asked before every frame.
  struct Taste {
    ThemeName theme = ThemeName::Mori;
    Hand hand = Hand::Right;
    MotionTaste motion = MotionTaste::Full;
    KeyboardTaste keyboard = KeyboardTaste::ForFingers;
    float size = 1;  // on top of what the display asks for: 0.9 … 1.3
    const Words* words = nullptr;
    const Currency* currency = nullptr;
    Photos* photos = nullptr;
  };

  virtual ~Program() = default;
  virtual Taste taste() = 0;
  virtual std::string title() const { return "Lapak"; }
  // The frame, in this order. None of them throws.
  virtual void refresh(double now_s, Textures& textures) = 0;
  virtual void draw(Ui& ui) = 0;
  virtual void finish(double now_s, Touch& touch) = 0;
  // A file was let fall on the window.
  virtual void dropped(const std::filesystem::path& file) = 0;
  // The machine slept since the last frame: a lid was closed. Called before refresh().
  virtual void slept() {}
  // Nothing will happen for a while: time for housekeeping.
  virtual void rest() {}
  // It has more to show at once (photos that came, a change that was made).
  virtual bool wants_frame() const { return false; }
  virtual bool is_over() const { return false; }
};

inline Frame frame_of(const Program::Taste& taste, double now_s, float width, float height, float scale) {
  return {.now_s = now_s,
          .width = width,
          .height = height,
          .scale = scale,
          .hand = taste.hand,
          .motion = taste.motion,
          .keyboard = taste.keyboard,
          .theme = taste.theme,
          .words = taste.words,
          .currency = taste.currency,
          .photos = taste.photos};
}

}  // namespace lapak
