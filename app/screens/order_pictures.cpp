// screens: the pictures of an order.
#include "app/screens/order_pictures.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "core/catalog/product_store.h"
#include "core/shop/shop.h"
#include "core/words/words.h"

namespace lapak {
namespace {

constexpr int kLargeSide_px = 960;  // twice a sheet's width, for screens with small pixels

std::string large_name(const std::string& photo) {
  return "large " + photo;
}

// All of a picture, as large as there is room, at its top.
Rect whole_in(Rect room, Texture picture) {
  if (!picture) return room.top_part(std::min(room.w, room.h));
  const auto width = static_cast<float>(picture.width), height = static_cast<float>(picture.height);
  const float scale = std::min(room.w / width, room.h / height);
  return {room.centre().x - width * scale / 2, room.y, width * scale, height * scale};
}

}  // namespace

void OrderPictures::refresh(const Shop& shop) {
  if (!is_open_ || !looked_at_ || large_ == looked_at_->photo) return;
  large_ = looked_at_->photo;
  const std::string jpeg = photo_jpeg(shop.facts(), large_);
  if (!jpeg.empty()) to_bring_ = BringPhoto{large_name(large_), smaller_jpeg(jpeg, kLargeSide_px)};
}

void OrderPictures::draw(Ui& ui, Intents& out, Rect line, const std::vector<OrderPicture>& pictures, More more) {
  const auto tiles = static_cast<float>(pictures.size() + (more == More::Offered ? 1 : 0));
  const ScrollArea scroll(ui, "pictures", line, tiles * (kHeight + kGap) - kGap, Axis::Horizontal);
  Rect tile{scroll.origin().x, line.y, kHeight, kHeight};
  for (std::size_t i = 0; i < pictures.size(); ++i, tile.x += kHeight + kGap) {
    if (picture_tile(ui, fmt::format("pictures.{}", i), tile, ui.photo(pictures[i].photo), ui.words(N_("Picture")))) {
      looked_at_ = pictures[i];
      is_open_ = true;
    }
  }
  if (more == More::Absent) return;
  if (picture_tile(ui, "pictures.add", tile, {}, reading_.is_busy() ? "…" : ui.words(N_("Picture"))))
    files_.open({.kind = FileKind::Picture, .title = std::string(ui.words(N_("Choose a photo")))}, out);
}

std::optional<OrderPicture> OrderPictures::draw_sheets(Ui& ui, Intents& out) {
  if (to_bring_) out.add(*std::exchange(to_bring_, std::nullopt));
  if (const auto file = files_.draw(ui)) read(*file, out);
  const bool is_kept = looked_at_ && !looked_at_->id.is_nil();
  Sheet sheet(ui, "picture", is_open_,
              {.title = ui.words(looked_at_ && looked_at_->shows == PictureShows::Work ? N_("The finished work")
                                                                                       : N_("What was asked for")),
               .close_label = ui.words(N_("Close")),
               .foot = 64});
  if (!sheet.visible() || !looked_at_) return std::nullopt;
  if (sheet.dismissed()) is_open_ = false;
  Rect content = sheet.content();
  std::optional<OrderPicture> changed;
  if (is_kept) {
    const Rect choice = content.top_part(56);
    const std::vector<std::string> labels{std::string(ui.words(N_("Asked for"))),
                                          std::string(ui.words(N_("Finished")))};
    if (const auto shows =
            segments(ui, "picture.shows", choice, labels, looked_at_->shows == PictureShows::Work ? 1 : 0)) {
      looked_at_->shows = *shows == 1 ? PictureShows::Work : PictureShows::Wish;
      changed = looked_at_;
    }
    content = content.bottom_part(content.h - 56 - 16);
  }
  const Texture large = ui.photo(large_name(looked_at_->photo));
  const Texture shown = large ? large : ui.photo(looked_at_->photo);
  photo(ui, whole_in(content.top_part(content.h - 80), shown), shown, kCardRadius);
  if (button(ui, "picture.remove", sheet.foot(),
             {.label = ui.words(N_("Take the picture off")), .icon = icon::trash, .kind = ButtonKind::Outline})) {
    looked_at_->pinned = Pinned::TakenOff;
    changed = looked_at_;
    is_open_ = false;
  }
  return changed;
}

}  // namespace lapak
