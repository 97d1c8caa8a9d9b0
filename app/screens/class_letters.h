// screens: writing to all who take part in a class, one draft after the other.
#pragma once
#include <string>
#include <vector>

#include "app/parts/ui.h"

namespace lapak {

struct ClassLetter {
  std::string name;
  std::string phone;  // E.164; empty: none is known, and the sender picks whom
  std::string text;
};

class ClassLettersSheet {
 public:
  void open(std::string title);
  // Drawn last, every frame; the letter that was tapped, to be opened as a draft. Names "letters.<i>".
  const ClassLetter* draw(Ui& ui, const std::vector<ClassLetter>& letters);

 private:
  bool is_open_ = false;
  std::string title_;
  std::vector<bool> begun_;  // drafts that were looked at
};

}  // namespace lapak
