// parts: what scrolls under a finger: free areas, rows, grids. Only what is seen is drawn: 100,000 rows cost nothing.
//
//   RowList rows(ui, "stock", rect, {.count = n, .row_height = 72});
//   for (const RowList::Item& item : rows.visible()) row(ui, name_of(item.index), item.rect, …);
#pragma once
#include <string_view>
#include <vector>

#include "app/parts/ui.h"

namespace lapak {

// A scrolling area of free content; ends with the scope. Content is laid out from `origin()` downwards.
class ScrollArea {
 public:
  ScrollArea(Ui& ui, std::string_view name, Rect area, double content_length, Axis axis = Axis::Vertical);
  ~ScrollArea();
  ScrollArea(const ScrollArea&) = delete;
  ScrollArea& operator=(const ScrollArea&) = delete;

  // Where the content's top left corner stands now.
  Point origin() const;
  double offset() const { return offset_; }
  Rect area() const { return area_; }
  bool shows(Rect rect) const { return rect.overlaps(area_); }

 private:
  Ui& ui_;
  ControlId id_;
  Rect area_;
  Axis axis_;
  double content_length_;
  double offset_;
};

struct RowsSpec {
  std::size_t count = 0;
  float row_height = 72;
  int columns = 1;
  float gap = 0;   // between rows, and between columns
  float lead = 0;  // free space before the first row and after the last
  float side = 0;  // and at both sides, for shadows
};

// Equal rows, or a grid of equal cells.
class RowList {
 public:
  struct Item {
    std::size_t index;
    Rect rect;
  };
  RowList(Ui& ui, std::string_view name, Rect area, const RowsSpec& spec);
  const std::vector<Item>& visible() const { return visible_; }

 private:
  ScrollArea scroll_;
  std::vector<Item> visible_;
};

// Moves the area so that this row is seen.
void reveal_row(Ui& ui, std::string_view list_name, Rect area, const RowsSpec& spec, std::size_t index);
void scroll_to_start(Ui& ui, std::string_view list_name);

// The grid of ux.md §1.4: how many columns and how high the cells are in an area.
struct GridShape {
  int columns;
  float cell_height;
};
GridShape card_grid(Rect area);

}  // namespace lapak
