// screens: one pot: what was moved, putting in, taking out, and the rule by which it is filled.
#pragma once
#include <optional>
#include <vector>

#include "app/screens/number_sheet.h"
#include "app/screens/screen.h"
#include "app/screens/watched.h"
#include "core/books/pot_store.h"

namespace lapak {

class PotSheet {
 public:
  void open(const PotStanding& standing);
  // A new one, of a kind of which there is none, or with a name of its own.
  void open_new(const std::vector<PotStanding>& known);
  // Its money is taken out right away: what could be taken stands on the pad.
  void take_from(const PotStanding& standing, const Currency& currency, const Words& words);
  bool is_open() const { return is_open_; }
  void refresh(const Shop& shop);
  // Drawn last, every frame. Names "pot.in", "pot.out", "pot.rule", "pot.kind.<i>", "pot.name", "pot.share",
  // "pot.full_at", "pot.hide", "pot.ok".
  void draw(Ui& ui, Intents& out);

 private:
  void draw_moves(Ui& ui, Rect content);
  void draw_rule(Ui& ui, Intents& out, Rect content);
  void ask(int question, std::string_view title, Money prefill, const Currency& currency);

  bool is_open_ = false, changes_rule_ = false;
  Pot pot_;
  Money balance_;
  std::vector<PotKind> kinds_;     // of a new one
  std::int64_t others_share_ = 0;  // of all pots but this
  Watched<Id<Pot>, std::vector<PotMoveRow>> moves_;
  NumberSheet pad_{"pot.pad"};
};

// "30 % each closing", "until 5.000.000", or both.
std::string pot_rule(const Ui& ui, const Pot& pot);
Icon pot_icon(PotKind kind);

}  // namespace lapak
