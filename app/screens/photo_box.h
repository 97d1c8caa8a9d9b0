// screens: the photo of a thing or a person, while it is edited: chosen, dropped, turned, taken away.
#pragma once
#include <filesystem>
#include <optional>

#include "app/parts/ui.h"
#include "app/screens/file_sheet.h"
#include "app/screens/picture_reading.h"

namespace lapak {

class Shop;

// The editor keeps the photo's name and saves it with `attachment`, the bytes that are new. Pictures are read and
// turned in the background.
class PhotoBox {
 public:
  void refresh(const Shop& shop, const PhotoName& photo);
  // A file that was dropped on the window.
  void read(const std::filesystem::path& file, Intents& out) { reading_.begin(file, out); }
  // The picture, and below it what can be done to it once there is one. Gives the y below. Controls: photo, photo.turn,
  // photo.remove.
  float draw(Ui& ui, Intents& out, Rect picture, PhotoName& photo);
  // Where files are chosen: after all else of the screen.
  void draw_files(Ui& ui, Intents& out);

  const std::optional<Attachment>& attachment() const { return attachment_; }

 private:
  void take(PhotoName& photo, Intents& out);

  FileSheet files_;
  PictureReading reading_;
  std::optional<Attachment> attachment_;
  bool must_turn_ = false;
  std::optional<std::string> turned_;  // the photo that is to be turned
};

}  // namespace lapak
