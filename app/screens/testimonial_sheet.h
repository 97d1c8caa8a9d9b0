// screens: what somebody said, written down: her words, how she is named, whether they may be shown; and asking for it.
#pragma once
#include <filesystem>
#include <string>

#include "app/screens/file_sheet.h"
#include "app/screens/message_sheet.h"
#include "app/screens/picture_reading.h"
#include "app/screens/product_pick.h"
#include "app/screens/screen.h"
#include "core/portfolio/testimonial.h"

namespace lapak {

class TestimonialSheet {
 public:
  struct Wanted {
    Testimonial said;  // begun, or one that is known
    std::string piece;
    MessageSheet::Message ask = {};  // with words: may be sent before anything is written down
  };
  void open(Wanted wanted, Date today);
  void close() { is_open_ = false; }
  bool is_open() const { return is_open_ || message_.is_open(); }
  void refresh(const Shop& shop) { pick_.refresh(shop); }
  // A file that was dropped on the window becomes its picture; false: it has none of its own now.
  bool dropped(const std::filesystem::path& file, Intents& out);
  // Drawn last, every frame. Names "testimonial.ask", "testimonial.text", "testimonial.picture", "testimonial.named",
  // "testimonial.about", "testimonial.item", "testimonial.consent", "testimonial.how.<i>", "testimonial.withdraw",
  // "testimonial.ok".
  void draw(Ui& ui, Intents& out);

 private:
  bool has_own_picture() const { return !wanted_.said.order && !wanted_.said.product; }
  void draw_picture(Ui& ui, Intents& out, Rect tile);

  Wanted wanted_;
  Date today_;
  bool is_open_ = false;
  MessageSheet message_;
  FileSheet files_;
  PictureReading reading_;
  std::optional<Attachment> photo_;  // new bytes
  ProductPick pick_;
};

// What she says of an order: what she said already, or begun, with the message that asks her.
TestimonialSheet::Wanted testimonial_about(const Shop& shop, const CustomOrder& order, const Contact& client);

}  // namespace lapak
