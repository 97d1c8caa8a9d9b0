// order: the pictures of an order: what was asked for, as the client showed it, and the finished work. Pure.
//
// Their bytes are photos of the file (core/catalog/photo.h), named by their hash. Pictures and what is said of them
// are facts: one that is taken off can come back, and all of a client's go when she is forgotten.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "core/order/custom_order.h"

namespace lapak {

enum class PictureShows { Wish, Work };
std::string_view picture_code(PictureShows shows);  // "wish", "work"
std::optional<PictureShows> find_picture_code(std::string_view code);
// What a picture taken now most likely shows: from Ready on the work.
PictureShows picture_shows_at(OrderStage stage);

enum class Pinned { On, TakenOff };

struct OrderPicture {
  Id<OrderPicture> id;
  Id<CustomOrder> order;
  std::string photo;  // a PhotoName; empty once forgotten
  PictureShows shows = PictureShows::Wish;
  Pinned pinned = Pinned::On;
};

}  // namespace lapak
