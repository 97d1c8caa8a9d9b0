// screens: the pictures of an order: looked at large, added from a list or dropped on the window, taken off.
#pragma once
#include <filesystem>
#include <optional>
#include <vector>

#include "app/parts/ui.h"
#include "app/screens/file_sheet.h"
#include "app/screens/picture_reading.h"
#include "core/order/order_picture.h"

namespace lapak {

class Shop;

class OrderPictures {
 public:
  static constexpr float kHeight = 88;

  void refresh(const Shop& shop);
  // A file that was dropped on the window.
  void read(const std::filesystem::path& file, Intents& out) { reading_.begin(file, out); }
  // What has come since.
  std::vector<Attachment> take(Intents& out) { return reading_.take(out); }

  // A line of tiles that is drawn along with a finger, kHeight high: "pictures.<i>", and "pictures.add" at its end.
  enum class More { Offered, Absent };
  void draw(Ui& ui, Intents& out, Rect line, const std::vector<OrderPicture>& pictures, More more);
  // The one that is looked at, and where files are chosen: after all else of the screen. Gives the picture as it is to
  // be from now on. Names "picture.shows.<i>", "picture.remove".
  std::optional<OrderPicture> draw_sheets(Ui& ui, Intents& out);

 private:
  FileSheet files_;
  PictureReading reading_;
  std::optional<OrderPicture> looked_at_;
  bool is_open_ = false;
  std::string large_;  // the one whose large picture was brought
  std::optional<BringPhoto> to_bring_;
};

}  // namespace lapak
