// order: what a picture of an order shows.
#include "core/order/order_picture.h"

namespace lapak {

std::string_view picture_code(PictureShows shows) {
  return shows == PictureShows::Work ? "work" : "wish";
}

std::optional<PictureShows> find_picture_code(std::string_view code) {
  if (code == "wish") return PictureShows::Wish;
  if (code == "work") return PictureShows::Work;
  return std::nullopt;
}

PictureShows picture_shows_at(OrderStage stage) {
  return stage == OrderStage::Ready || stage == OrderStage::HandedOver ? PictureShows::Work : PictureShows::Wish;
}

}  // namespace lapak
