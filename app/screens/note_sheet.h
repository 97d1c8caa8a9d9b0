// screens: a sheet that asks for a few words: a note on the cart, a name for a held one, what to remember of a buyer.
#pragma once
#include <optional>
#include <string>

#include "app/parts/ui.h"

namespace lapak {

class NoteSheet {
 public:
  explicit NoteSheet(std::string name) : name_(std::move(name)) {}

  void open(std::string title, std::string text);
  bool is_open() const { return is_open_; }
  // Draws; the words when they were saved, which closes the sheet.
  std::optional<std::string> draw(Ui& ui);

 private:
  std::string name_;
  std::string title_;
  std::string text_;
  bool is_open_ = false;
  bool was_opened_ = false;
};

}  // namespace lapak
