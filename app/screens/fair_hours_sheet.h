// screens: the hours that went into a fair: the maker's own and those of who helped, noted while one sells or after it.
#pragma once
#include <string>
#include <vector>

#include "app/parts/ui.h"
#include "app/screens/screen.h"
#include "core/report/fair_report.h"

namespace lapak {

class FairHoursSheet {
 public:
  void open(const FairPage& page);
  bool is_open() const { return is_open_; }
  // Drawn last, every frame. Asks for SaveFair. Names "fair_hours.own", "fair_hours.<i>", "fair_hours.ok".
  void draw(Ui& ui, Intents& out);

 private:
  void draw_line(Ui& ui, Rect line, std::string_view name, std::string_view label, std::int64_t& minutes) const;

  bool is_open_ = false;
  Fair fair_;
  std::vector<std::string> helpers_;
};

}  // namespace lapak
