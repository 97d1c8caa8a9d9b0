// paper: tables on sheets, page after page.
#include "core/paper/table_paper.h"

#include <algorithm>

#include "core/base/check.h"
#include "core/paper/drafting.h"

namespace lapak {
namespace {

constexpr double margin = 40;
constexpr double leading = 11;
constexpr double row_padding = 5;
constexpr double cell_gap = 8;
constexpr double foot_height = 34;
constexpr double signature_height = 76;
constexpr double picture_side = 132;
constexpr std::size_t most_cell_lines = 2;

constexpr TextStyle body{Weight::Regular, 9, kText};
constexpr TextStyle strong{Weight::Bold, 9, kText};
constexpr TextStyle soft{Weight::Regular, 8, kSoft};

class TableWriter {
 public:
  TableWriter(const TablePaper& view, SheetPaper paper, const Words& words)
      : view_(view), words_(words), size_(sheet_size(paper)) {}

  Document write() {
    begin_page();
    head();
    for (const PaperChart& one : view_.charts) chart(one);
    for (const PaperTable& one : view_.tables) table(one);
    note();
    signatures();
    number_pages();
    return std::move(document_);
  }

 private:
  struct Column {
    double left, width;
    Align align;
    double anchor() const {
      return align == Align::Right ? left + width : align == Align::Centre ? left + width / 2 : left;
    }
  };

  Page& page() { return document_.pages.back(); }
  double left() const { return margin; }
  double right() const { return size_.width - margin; }
  double width() const { return right() - left(); }
  double bottom() const { return size_.height - margin - foot_height; }

  void begin_page() {
    Page& fresh = document_.pages.emplace_back();
    fresh.width = size_.width;
    fresh.height = size_.height;
    y_ = margin;
  }

  void need(double height) {
    if (y_ + height > bottom()) begin_page();
  }

  void head() {
    document_.title = view_.kind + " – " + view_.title;
    document_.author = view_.head.shop_name;
    double x = left();
    if (view_.head.logo) {
      page().marks.emplace_back(ImageMark{x, y_, 40, 40, 6, Fit::Cover, view_.head.logo, "logo"});
      x += 52;
    }
    double beside_width = 0;
    double beside_y = y_ + 9;
    for (const std::string& line : view_.beside) {
      const TextStyle style = beside_y < y_ + 10 ? TextStyle{Weight::Bold, 10, kText} : soft;
      beside_width =
          std::max(beside_width, put_text_in(page(), line, style, right(), beside_y, width() * 0.4, Align::Right));
      beside_y += 12;
    }
    const double room = right() - x - beside_width - 16;
    put_text_in(page(), view_.kind, {Weight::Medium, 9.5, kSoga}, x, y_ + 9, room);
    put_text_in(page(), view_.title, {Weight::Bold, 18, kText}, x, y_ + 30, room);
    std::string from = view_.head.shop_name;
    for (const std::string& line : view_.head.lines) from += "  ·  " + line;
    put_text_in(page(), from, soft, x, y_ + 43, room);
    y_ = std::max(y_ + 52, beside_y);
    put_rule(page(), left(), right(), y_, kText, 1);
    y_ += 14;
    if (view_.figure) {
      put_box(page(), left(), y_, width(), 50, kTint, 8);
      put_text_in(page(), view_.figure->caption, {Weight::Medium, 9, kSoft}, left() + 14, y_ + 17, width() - 28);
      put_text_in(page(), view_.figure->amount, {Weight::Bold, 21, kIndigo}, left() + 14, y_ + 40, width() - 28);
      y_ += 62;
    }
    const double top = y_;
    const double said_width = view_.picture ? width() - picture_side - 16 : width();
    for (const std::string& sentence : view_.said)
      for (const std::string& line : wrapped(sentence, soft.weight, soft.size, said_width, view_.picture ? 6 : 3)) {
        put_text(page(), line, soft, left(), y_ + 8);
        y_ += leading;
      }
    if (view_.picture) {
      page().marks.emplace_back(ImageMark{right() - picture_side, top, picture_side, picture_side, 8, Fit::Cover,
                                          view_.picture, view_.title});
      y_ = std::max(y_, top + picture_side);
    }
    if (!view_.said.empty()) y_ += 8;
  }

  std::vector<Column> columns_of(const PaperTable& table) const {
    int parts = 0;
    for (const PaperColumn& column : table.columns) parts += column.parts;
    const double room = width() - cell_gap * static_cast<double>(table.columns.size() - 1);
    std::vector<Column> columns;
    double x = left();
    for (const PaperColumn& column : table.columns) {
      const double wide = room * column.parts / parts;
      columns.push_back({x, wide, column.align});
      x += wide + cell_gap;
    }
    return columns;
  }

  void table_head(const PaperTable& table, const std::vector<Column>& columns) {
    for (std::size_t i = 0; i < columns.size(); ++i)
      put_text_in(page(), table.columns[i].name, {Weight::Medium, 8, kSoft}, columns[i].anchor(), y_ + 9,
                  columns[i].width, columns[i].align);
    y_ += 14;
    put_rule(page(), left(), right(), y_, kText, 0.7);
  }

  void chart(const PaperChart& chart) {
    need(height_of(chart));
    y_ = put_chart(page(), chart, left(), y_, width());
  }

  void table(const PaperTable& table) {
    LAPAK_ASSERT(!table.columns.empty());
    need(64);
    if (!table.heading.empty()) {
      put_text_in(page(), table.heading, {Weight::Bold, 11, kText}, left(), y_ + 12, width());
      y_ += 20;
    }
    const std::vector<Column> columns = columns_of(table);
    table_head(table, columns);
    if (table.rows.empty()) {
      put_text_in(page(), table.when_empty, soft, left(), y_ + 14, width());
      y_ += 22;
    }
    for (const PaperRow& one : table.rows) row(table, columns, one);
    y_ += 16;
  }

  void row(const PaperTable& table, const std::vector<Column>& columns, const PaperRow& row) {
    LAPAK_ASSERT(row.cells.size() == columns.size());
    const TextStyle& style = row.tone == RowTone::Strong ? strong : body;
    std::vector<std::vector<std::string>> cells;
    std::size_t lines = 1;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      cells.push_back(wrapped(row.cells[i], style.weight, style.size, columns[i].width, most_cell_lines));
      lines = std::max(lines, cells.back().size());
    }
    const double height = static_cast<double>(lines) * leading + row_padding;
    if (y_ + height > bottom()) {
      begin_page();
      table_head(table, columns);
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
      double baseline = y_ + 11;
      for (const std::string& line : cells[i]) {
        put_text_in(page(), line, style, columns[i].anchor(), baseline, columns[i].width, columns[i].align);
        baseline += leading;
      }
    }
    y_ += height;
    put_rule(page(), left(), right(), y_, row.tone == RowTone::Strong ? kText : kRule);
  }

  void note() {
    for (const std::string& line : wrapped(view_.note, body.weight, body.size, width(), 6)) {
      need(leading);
      put_text(page(), line, body, left(), y_ + 9);
      y_ += leading;
    }
  }

  void signatures() {
    if (view_.signers.empty()) return;
    LAPAK_ASSERT(view_.signers.size() <= 3);
    need(signature_height);
    const double step = width() / static_cast<double>(view_.signers.size());
    double x = left();
    for (const std::string& signer : view_.signers) {
      put_rule(page(), x, x + step - 24, y_ + 52, kText);
      put_text_in(page(), signer, soft, x, y_ + 63, step - 24);
      x += step;
    }
    y_ += signature_height;
  }

  void number_pages() {
    const std::size_t pages = document_.pages.size();
    for (std::size_t i = 0; i < pages; ++i) {
      Page& one = document_.pages[i];
      const double baseline = size_.height - margin;
      if (pages > 1)
        put_text(one, filled(words_(N_("Page {} of {}")), i + 1, pages), soft, right(), baseline, Align::Right);
      put_text_in(one, i == 0 ? view_.head.shop_name : document_.title, soft, left(), baseline, width() * 0.7);
    }
  }

  const TablePaper& view_;
  const Words& words_;
  SheetSize size_;
  Document document_;
  double y_ = 0;
};

}  // namespace

Document table_paper(const TablePaper& view, SheetPaper paper, const Words& words) {
  return TableWriter(view, paper, words).write();
}

}  // namespace lapak
