// paper: what is kept about one person.
#include "core/paper/person_file.h"

#include <algorithm>

#include "core/paper/drafting.h"

namespace lapak {
namespace {

constexpr double margin = 48;
constexpr double line_height = 14;
constexpr double row_gap = 6;
constexpr double label_width = 110;
constexpr double date_width = 84;
constexpr double what_width = 84;
constexpr double amount_width = 90;
constexpr std::size_t most_lines = 200;  // of one text; a note is never cut

constexpr TextStyle body{Weight::Regular, 9.5, kText};
constexpr TextStyle strong{Weight::Bold, 9.5, kText};
constexpr TextStyle soft{Weight::Regular, 8.5, kSoft};

class PersonFileWriter {
 public:
  PersonFileWriter(const PersonFileView& view, SheetPaper paper, const Words& words)
      : view_(view), words_(words), size_(sheet_size(paper)) {
    document_.title = view.name;
    document_.author = view.head.shop_name;
  }

  Document write() {
    turn_page();
    put_text(page(), words_(N_("What is kept about")), {Weight::Medium, 9.5, kSoga}, margin, y_);
    y_ += 24;
    put_text_in(page(), view_.name, {Weight::Bold, 19, kText}, margin, y_, width());
    y_ += 18;
    put_text_in(page(), view_.head.shop_name, soft, margin, y_, width());
    y_ += 20;
    for (const auto& [label, value] : view_.card) {
      const auto lines = wrapped(value, body.weight, body.size, width() - label_width, most_lines);
      block(lines.size(), [&] { put_text_in(page(), label, soft, margin, y_, label_width - 8); });
      put_lines(lines, margin + label_width);
    }
    y_ += 10;
    for (const PersonFileRow& row : view_.rows) {
      const double left = margin + date_width + what_width;
      const auto lines = wrapped(row.text.empty() ? "–" : row.text, body.weight, body.size,
                                 size_.width - margin - amount_width - left, most_lines);
      block(lines.size(), [&] {
        put_rule(page(), margin, size_.width - margin, y_ - line_height + 1);
        put_text(page(), words_.full_date(row.at.date), soft, margin, y_);
        put_text_in(page(), row.what, strong, margin + date_width, y_, what_width - 8);
        put_text(page(), row.amount, body, size_.width - margin, y_, Align::Right);
      });
      put_lines(lines, left);
    }
    for (std::size_t i = 0; i < document_.pages.size(); ++i)
      put_text(document_.pages[i], fmt::format("{}/{}", i + 1, document_.pages.size()), soft, size_.width - margin,
               size_.height - 28, Align::Right);
    return std::move(document_);
  }

 private:
  Page& page() { return document_.pages.back(); }
  double width() const { return size_.width - 2 * margin; }
  double bottom() const { return size_.height - 48; }
  void turn_page() {
    document_.pages.push_back({size_.width, size_.height, {}});
    y_ = margin + 10;
  }
  // Begins what has so many lines; short ones stay on one page.
  template <class Head>
  void block(std::size_t lines, Head&& head) {
    const double height = static_cast<double>(std::min<std::size_t>(lines, 6)) * line_height;
    if (y_ + height > bottom()) turn_page();
    head();
  }
  void put_lines(const std::vector<std::string>& lines, double left) {
    for (const std::string& line : lines) {
      if (y_ > bottom()) turn_page();
      put_text(page(), line, body, left, y_);
      y_ += line_height;
    }
    y_ += row_gap;
  }

  const PersonFileView& view_;
  const Words& words_;
  SheetSize size_;
  Document document_;
  double y_ = 0;
};

}  // namespace

Document person_file(const PersonFileView& view, SheetPaper paper, const Words& words) {
  return PersonFileWriter(view, paper, words).write();
}

}  // namespace lapak
