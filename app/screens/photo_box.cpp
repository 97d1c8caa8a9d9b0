// screens: the photo of a thing or a person, while it is edited.
#include "app/screens/photo_box.h"

#include <utility>

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/text.h"
#include "core/base/hex.h"
#include "core/catalog/product_store.h"
#include "core/shop/shop.h"
#include "core/words/words.h"

namespace lapak {

void PhotoBox::refresh(const Shop& shop, const PhotoName& photo) {
  if (std::exchange(must_turn_, false)) turned_ = attachment_ ? attachment_->jpeg : photo_jpeg(shop.facts(), photo);
}

void PhotoBox::take(PhotoName& photo, Intents& out) {
  for (Attachment& arrived : reading_.take(out)) {
    photo = hex(arrived.hash);
    attachment_ = std::move(arrived);
  }
}

float PhotoBox::draw(Ui& ui, Intents& out, Rect picture, PhotoName& photo) {
  take(photo, out);
  if (turned_) reading_.begin([jpeg = *std::exchange(turned_, std::nullopt)] { return turned_photo(jpeg); }, {}, out);
  const ControlState tapped =
      ui.control({.name = "photo", .rect = picture, .kind = ControlKind::Picture, .label = ui.words("Photo")});
  if (photo.empty()) {
    ui.paint().fill(picture, ui.theme().surface2, kCardRadius);
    ui.paint().dashed_outline(picture, ui.theme().outline, 2, kCardRadius);
    ui.paint().icon({picture.centre().x, picture.centre().y - 24}, icon::camera, ui.theme().ink2, IconWeight::Bold,
                    IconSize::Picture);
    text(ui, {picture.x + 16, picture.centre().y + 32, picture.w - 32, picture.h / 2 - 32},
         reading_.is_busy() ? ui.words("One moment…") : ui.words("Tap to choose a photo, or drop one here"),
         {.type = Type::Small, .color = ui.theme().ink2, .align = Side::Centre, .upright = Upright::Top, .lines = 3});
  } else {
    lapak::photo(ui, picture, ui.photo(photo), kCardRadius);
  }
  if (tapped.focused) ui.draw_focus_ring(picture, kCardRadius);
  if (tapped.tapped) files_.open({.kind = FileKind::Picture, .title = std::string(ui.words("Choose a photo"))}, out);
  if (photo.empty()) return picture.bottom() + 12;
  const Rect pair{picture.x, picture.bottom() + 12, picture.w, 56};
  if (button(ui, "photo.turn", pair.column(0, 2, kGap),
             {.label = ui.words("Rotate"), .kind = ButtonKind::Outline, .enabled = !reading_.is_busy()}))
    must_turn_ = true;
  if (button(ui, "photo.remove", pair.column(1, 2, kGap),
             {.label = ui.words("Remove photo"), .kind = ButtonKind::Outline, .enabled = !reading_.is_busy()})) {
    photo.clear();
    attachment_.reset();
  }
  return pair.bottom() + 8;
}

void PhotoBox::draw_files(Ui& ui, Intents& out) {
  if (const auto file = files_.draw(ui)) reading_.begin(*file, out);
}

}  // namespace lapak
