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

struct PhotoBox::Arrival {
  bool is_done = false;
  std::optional<Result<Photo>> photo;
};

PhotoBox::PhotoBox() = default;
PhotoBox::~PhotoBox() = default;

void PhotoBox::refresh(const Shop& shop, const PhotoName& photo) {
  if (std::exchange(must_turn_, false)) turned_ = attachment_ ? attachment_->jpeg : photo_jpeg(shop.facts(), photo);
}

void PhotoBox::read(const std::filesystem::path& file, Intents& out) {
  const std::string name = file.filename().string();
  make(
      [file, name] {
        const auto bytes = SystemFiles().read(file, kLargestPhotoFile_bytes);
        return bytes ? make_photo(*bytes, name) : Result<Photo>(refuse(ProblemCode::FileUnreadable, name));
      },
      name, out);
}

void PhotoBox::make(std::function<Result<Photo>()> make, std::string name, Intents& out) {
  arrival_ = std::make_shared<Arrival>();
  out.add(InBackground{[arrival = arrival_, make = std::move(make)](Progress&) -> Jobs::Afterwards {
                         return [arrival, photo = make()] {
                           arrival->photo = photo;
                           arrival->is_done = true;
                         };
                       },
                       [arrival = arrival_, name = std::move(name)](const std::exception&) {
                         arrival->photo = refuse(ProblemCode::FileUnreadable, name);
                         arrival->is_done = true;
                       }});
}

void PhotoBox::take(PhotoName& photo, Intents& out) {
  if (!arrival_ || !arrival_->is_done) return;
  const Result<Photo> made = std::move(*arrival_->photo);
  arrival_.reset();
  if (!made) {
    out.add(ShowProblem{made.error()});
    return;
  }
  attachment_ = Attachment{made->content_hash, made->jpeg, made->thumbnail_jpeg};
  photo = hex(made->content_hash);
  out.add(BringPhoto{photo, made->thumbnail_jpeg});
}

float PhotoBox::draw(Ui& ui, Intents& out, Rect picture, PhotoName& photo) {
  take(photo, out);
  if (turned_) make([jpeg = *std::exchange(turned_, std::nullopt)] { return turned_photo(jpeg); }, {}, out);
  const ControlState tapped =
      ui.control({.name = "photo", .rect = picture, .kind = ControlKind::Picture, .label = ui.words("Photo")});
  if (photo.empty()) {
    ui.paint().fill(picture, ui.theme().surface2, kCardRadius);
    ui.paint().dashed_outline(picture, ui.theme().outline, 2, kCardRadius);
    ui.paint().icon({picture.centre().x, picture.centre().y - 24}, icon::camera, ui.theme().ink2, IconWeight::Bold,
                    IconSize::Picture);
    text(ui, {picture.x + 16, picture.centre().y + 32, picture.w - 32, picture.h / 2 - 32},
         arrival_ ? ui.words("One moment…") : ui.words("Tap to choose a photo, or drop one here"),
         {.type = Type::Small, .color = ui.theme().ink2, .align = Side::Centre, .upright = Upright::Top, .lines = 3});
  } else {
    lapak::photo(ui, picture, ui.photo(photo), kCardRadius);
  }
  if (tapped.focused) ui.draw_focus_ring(picture, kCardRadius);
  if (tapped.tapped) files_.open({.kind = FileKind::Picture, .title = std::string(ui.words("Choose a photo"))}, out);
  if (photo.empty()) return picture.bottom() + 12;
  const Rect pair{picture.x, picture.bottom() + 12, picture.w, 56};
  if (button(ui, "photo.turn", pair.column(0, 2, kGap),
             {.label = ui.words("Rotate"), .kind = ButtonKind::Outline, .enabled = !arrival_}))
    must_turn_ = true;
  if (button(ui, "photo.remove", pair.column(1, 2, kGap),
             {.label = ui.words("Remove photo"), .kind = ButtonKind::Outline, .enabled = !arrival_})) {
    photo.clear();
    attachment_.reset();
  }
  return pair.bottom() + 8;
}

void PhotoBox::draw_files(Ui& ui, Intents& out) {
  if (const auto file = files_.draw(ui)) read(*file, out);
}

}  // namespace lapak
