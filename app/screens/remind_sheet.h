// screens: a promise and its day; and how often somebody of the circle is to be in touch with.
#pragma once
#include <optional>
#include <string>

#include "app/screens/screen.h"
#include "core/people/follow_up_commands.h"

namespace lapak {

class RemindSheet {
 public:
  // `sale`: on which occasion.
  void open(Id<Contact> contact, Date today, std::optional<Id<Sale>> sale = {});
  bool is_open() const { return is_open_; }
  // Drawn last, every frame. Names "remind.text", "remind.day.<i>", "remind.date", "remind.ok".
  void draw(Ui& ui, Intents& out);

 private:
  Id<Contact> contact_;
  std::optional<Id<Sale>> sale_;
  Date today_, due_;
  std::string text_;
  bool is_open_ = false;
  bool was_opened_ = false;
};

class RhythmSheet {
 public:
  void open(Id<Contact> contact, std::string name, int every_weeks);
  bool is_open() const { return is_open_; }
  // Names "rhythm.weeks", "rhythm.<i>", "rhythm.none", "rhythm.ok".
  void draw(Ui& ui, Intents& out);

 private:
  Id<Contact> contact_;
  std::string name_;
  int weeks_ = 4;
  bool was_in_ = false;
  bool is_open_ = false;
};

}  // namespace lapak
