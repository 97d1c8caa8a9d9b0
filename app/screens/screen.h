// screens: what every screen is. A frame is refresh, draw, and then its intents; never anything else.
//
// A screen is made by its factory (make_sell_screen() in sell.h) and known to no other file by its class. It owns only
// what is half done: typed text, an open sheet; what matters is a command. It draws with the parts of app/parts and
// nothing below them.
#pragma once
#include <memory>
#include <string_view>

#include "app/parts/ui.h"
#include "app/screens/intent.h"

namespace lapak {

enum class Surface { Page, FullScreen };  // beside the rail, or over everything

class Screen {
 public:
  virtual ~Screen() = default;

  // Before drawing: may ask the shop; use Watched, so that an unchanged shop costs one compare. May throw
  // DatabaseError.
  virtual void refresh(const Shop& shop) = 0;
  // Draws what refresh has got. No shop in sight; must not throw.
  virtual void draw(Ui& ui, Intents& out) = 0;

  // After its own command was carried out or refused. A refused one that the screen does not take as its own (answers
  // false) is told by a toast.
  virtual void performed(const Outcome& outcome, Intents& out);
  virtual bool refused(const Problem& problem);
  // The button of the last toast it asked for with an `action` was tapped.
  virtual void toast_tapped(Intents& out);

  virtual Surface surface() const { return Surface::Page; }
  // Where a toast does not cover what the hand needs; the Sell screen has its own place.
  virtual Rect toast_place(const Ui& ui) const;
  // Something half done that a file dropped on the window may serve (a photo). True when it was taken.
  virtual bool dropped(const std::filesystem::path& file, Intents& out);
};

}  // namespace lapak
