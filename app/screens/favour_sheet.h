// screens: writing down what neighbours lend each other and sell for each other: first whom, then what.
#pragma once
#include <optional>
#include <string>

#include "app/parts/number_pad.h"
#include "app/screens/screen.h"
#include "app/screens/watched.h"
#include "core/partner/partner_store.h"

namespace lapak {

class FavourSheet {
 public:
  // Whom is chosen on the sheet; all partners are one tap further.
  void open();
  // For this partner.
  void open(Id<Contact> partner, std::string name);
  bool is_open() const { return is_open_ || is_choosing_; }
  void refresh(const Shop& shop);
  // Drawn last, every frame. Names "neighbours.search", "neighbours.<i>", "neighbours.new", "neighbours.all",
  // "favour.kind", "favour.way", "favour.amount", "favour.text", "favour.ok".
  void draw(Ui& ui, Intents& out);
  // The screen hands on what it hears.
  void performed(const Outcome& outcome, const Words& words, Intents& out);

 private:
  enum class Kind { Change, Sold, Things };
  void draw_choice(Ui& ui, Intents& out);
  void draw_favour(Ui& ui, Intents& out);
  NoteFavour favour() const;

  bool is_choosing_ = false;
  bool is_open_ = false;
  bool waits_for_contact_ = false;
  bool has_drawer_ = false;
  std::string search_;
  Watched<std::string, std::vector<PartnerRow>> partners_;
  Watched<int, bool> drawer_;
  Id<Contact> partner_;
  std::string name_;
  Kind kind_ = Kind::Change;
  bool is_to_them_ = true;
  NumberEntry amount_{0, 9};
  NumberEntry pieces_{0, 5};
  std::string text_;
  bool is_begun_ = false;
};

}  // namespace lapak
