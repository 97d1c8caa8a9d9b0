// order: the rows of orders' pictures.
#pragma once
#include <optional>
#include <vector>

#include "core/base/clock.h"
#include "core/db/database.h"
#include "core/order/order_picture.h"

namespace lapak {

struct Seller;

// Not taken off and not forgotten: what was asked for first, then the work, each as they came.
std::vector<OrderPicture> pictures_of(const Database& database, Id<CustomOrder> order);
std::optional<OrderPicture> find_order_picture(const Database& database, Id<OrderPicture> id);

// Writing, for apply_order alone. Without a photo: it was forgotten.
void put_picture(Database& database, const OrderPicture& picture, Instant at, std::optional<Id<Seller>> who);
void put_picture_mark(Database& database, const OrderPicture& picture);
// All pictures of the person's orders, and of those merged into her, are let go of.
void forget_pictures_of_orders(Database& database, Id<Contact> client);

}  // namespace lapak
