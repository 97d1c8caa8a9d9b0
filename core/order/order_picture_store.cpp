// order: the rows of orders' pictures.
#include "core/order/order_picture_store.h"

#include "core/people/people_store.h"

namespace lapak {
namespace {

const std::string select_pictures =
    "SELECT p.id, p.custom_order, p.photo, m.shows, m.withdrawn "
    "FROM order_picture p JOIN order_picture_mark m ON m.picture = p.id ";

OrderPicture read_picture(const Rows& rows) {
  return OrderPicture{.id = rows.get<Id<OrderPicture>>(0),
                      .order = rows.get<Id<CustomOrder>>(1),
                      .photo = rows.get<std::string>(2),
                      .shows = find_picture_code(rows.get<std::string_view>(3)).value(),
                      .pinned = rows.get<bool>(4) ? Pinned::TakenOff : Pinned::On};
}

}  // namespace

std::vector<OrderPicture> pictures_of(const Database& database, Id<CustomOrder> order) {
  static const std::string sql =
      select_pictures + "WHERE p.custom_order = ? AND p.photo IS NOT NULL AND NOT m.withdrawn ORDER BY m.shows, p.id";
  std::vector<OrderPicture> pictures;
  for (Rows rows = database.query(sql, order); rows.next();) pictures.push_back(read_picture(rows));
  return pictures;
}

std::optional<OrderPicture> find_order_picture(const Database& database, Id<OrderPicture> id) {
  static const std::string sql = select_pictures + "WHERE p.id = ?";
  Rows rows = database.query(sql, id);
  return rows.next() ? std::optional(read_picture(rows)) : std::nullopt;
}

void put_picture(Database& database, const OrderPicture& picture, Instant at, std::optional<Id<Seller>> who) {
  const auto photo = picture.photo.empty() ? std::nullopt : std::optional(picture.photo);
  database.run("INSERT INTO order_picture(id, custom_order, at, who, photo) VALUES (?, ?, ?, ?, ?)", picture.id,
               picture.order, at, who, photo);
  put_picture_mark(database, picture);
}

void put_picture_mark(Database& database, const OrderPicture& picture) {
  database.run(
      "INSERT INTO order_picture_mark(picture, shows, withdrawn) VALUES (?1, ?2, ?3) "
      "ON CONFLICT(picture) DO UPDATE SET shows = ?2, withdrawn = ?3",
      picture.id, picture_code(picture.shows), picture.pinned == Pinned::TakenOff);
}

void forget_pictures_of_orders(Database& database, Id<Contact> client) {
  const std::string theirs = "photo IS NOT NULL AND custom_order IN (SELECT id FROM custom_order WHERE client = ?)";
  for (const Id<Contact>& same : same_contacts(database, client)) {
    std::vector<std::string> photos;
    for (Rows rows = database.query("SELECT photo FROM order_picture WHERE " + theirs, same); rows.next();)
      photos.push_back(rows.get<std::string>(0));
    database.run("UPDATE order_picture SET photo = NULL WHERE " + theirs, same);
    for (const std::string& photo : photos) let_go_of_photo(database, photo);
  }
}

}  // namespace lapak
