// screens: the cards of the sales report: each question with its chart; a touch reads a value, the head opens its
// table.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/screens/screen.h"
#include "core/report/report_tables.h"

namespace lapak {

struct ReportCardsView {
  const Report& report;
  const WiderReport* wider;  // null: on its way
  Date today;
};

class ReportCards {
 public:
  // The cards below the figures, two beside each other; they scroll. The question whose table was asked for.
  std::optional<ReportPart> draw(Ui& ui, Intents& out, Rect area, const ReportCardsView& view);
  // Other figures came: what was touched is nothing any more.
  void forget_touched();

 private:
  struct Ranked {
    std::string name;
    std::string beside;  // pieces, a count
    std::string figure;
    std::int64_t length = 0;  // of its bar
  };
  // A plate with its question; tapped, its table is wanted.
  bool head(Ui& ui, Rect card, ReportPart part, std::string_view said);
  // Puts what is to be read beside the question into `said`.
  void draw_one(Ui& ui, Intents& out, Rect inside, ReportPart part, const ReportCardsView& view, std::string& said);
  void draw_ranking(Ui& ui, Rect inside, const std::vector<Ranked>& rows, std::string_view when_empty);
  // What the bar or the cell that was touched says.
  std::string draw_days(Ui& ui, Rect inside, const ReportCardsView& view);
  std::string draw_hours(Ui& ui, Rect inside, const ReportCardsView& view);
  void draw_attention(Ui& ui, Intents& out, Rect inside, const Attention& needs);
  void draw_weeks(Ui& ui, Rect inside, const WiderReport& wider);
  // As many as a card may hold, biggest first.
  std::vector<Ranked> ranking(const Ui& ui, const ReportCardsView& view, ReportPart part) const;

  std::optional<std::size_t> day_;   // of the bars
  std::optional<std::size_t> hour_;  // of the map
};

}  // namespace lapak
