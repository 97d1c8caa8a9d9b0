// screens: a sheet to choose one day: what is promised, when a bill is due, when something was bought.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "app/screens/screen.h"
#include "core/base/date.h"

namespace lapak {

enum class DayNeed { Required, Optional };  // Optional: a button takes the day away
enum class DaySide { ToCome, Past };        // of today, which is on both

struct DayAsk {
  std::string title;
  Date day;  // proposed
  Date today;
  DayNeed need = DayNeed::Required;
  DaySide side = DaySide::ToCome;
  int question = 0;  // the screen's own name for what it asks, where one sheet serves several
};

class DaySheet {
 public:
  struct Answer {
    int question;
    std::optional<Date> day;
  };

  explicit DaySheet(std::string name) : name_(std::move(name)) {}

  void open(DayAsk ask);
  Date day() const { return ask_.day; }  // as chosen so far
  // Drawn last, every frame; the answer closes it. `said` stands under the month. Names "<name>.day.2026-11-22",
  // "<name>.said", "<name>.none", "<name>.ok".
  std::optional<Answer> draw(Ui& ui, std::string_view said = {});

 private:
  std::string name_;
  DayAsk ask_;
  Date month_;  // that is seen
  bool is_open_ = false;
};

}  // namespace lapak
