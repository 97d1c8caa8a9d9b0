// screens: noting hours of work in two taps: which stream, how long.
#pragma once
#include <optional>

#include "app/screens/number_sheet.h"
#include "app/screens/screen.h"
#include "core/books/income.h"

namespace lapak {

class TimeSheet {
 public:
  // With a stream the hours alone are asked for.
  void open(std::optional<Stream> stream = {});
  bool is_open() const { return is_open_; }
  // Drawn last, every frame. Names "time.stream.<i>", "time.hours.<i>", "time.other".
  void draw(Ui& ui, Intents& out);
  // The screen hands on what it hears.
  void performed(const Outcome& outcome, const Words& words, Intents& out);

 private:
  void note(Intents& out, std::int64_t minutes);

  bool is_open_ = false, is_noting_ = false;
  std::optional<Stream> stream_;
  NumberSheet other_{"time.pad"};
};

Icon stream_icon(Stream stream);

}  // namespace lapak
