// portfolio: the rows of the portfolio.
#include "core/portfolio/piece_store.h"

#include "core/base/hex.h"
#include "core/base/text.h"
#include "core/order/order_picture_store.h"
#include "core/portfolio/testimonial_store.h"

namespace lapak {
namespace {

const std::string select_pieces =
    "SELECT id, custom_order, product, title, story, year, hidden FROM portfolio_piece WHERE title IS NOT NULL AND ";

Piece read_piece(const Rows& rows) {
  return {.id = rows.get<Id<Piece>>(0),
          .order = rows.get<std::optional<Id<CustomOrder>>>(1),
          .product = rows.get<std::optional<Id<Product>>>(2),
          .title = rows.get<std::string>(3),
          .story = rows.get<std::string>(4),
          .year = rows.get<int>(5),
          .hidden = rows.get<bool>(6)};
}

std::string photo_of(const Database& database, const Piece& piece) {
  if (piece.product) {
    Rows rows = database.query("SELECT photo FROM product WHERE id = ?", *piece.product);
    return rows.next() ? hex(rows.get<Blob>(0)) : std::string();
  }
  for (const OrderPicture& picture : pictures_of(database, piece.order.value()))
    if (picture.shows == PictureShows::Work) return picture.photo;
  return {};
}

// As it is shown; none without a picture.
std::optional<ShownPiece> shown(const Database& database, Piece piece) {
  ShownPiece shown{.piece = std::move(piece), .photo = {}, .quote = {}};
  shown.photo = photo_of(database, shown.piece);
  if (shown.photo.empty()) return std::nullopt;
  shown.quote = shown.piece.order ? published_quote(database, *shown.piece.order)
                                  : published_quote(database, shown.piece.product.value());
  return shown;
}

}  // namespace

std::optional<Piece> find_piece(const Database& database, Id<Piece> id) {
  static const std::string sql = select_pieces + "id = ?";
  Rows rows = database.query(sql, id);
  return rows.next() ? std::optional(read_piece(rows)) : std::nullopt;
}

std::optional<Id<Piece>> piece_showing(const Database& database, std::optional<Id<CustomOrder>> order,
                                       std::optional<Id<Product>> product) {
  return database.value<Id<Piece>>("SELECT id FROM portfolio_piece WHERE custom_order IS ? AND product IS ?", order,
                                   product);
}

std::vector<ShownPiece> portfolio(const Database& database) {
  static const std::string sql = select_pieces + "hidden = 0 ORDER BY position, id";
  std::vector<ShownPiece> all;
  for (Rows rows = database.query(sql); rows.next();)
    if (auto one = shown(database, read_piece(rows))) all.push_back(*std::move(one));
  return all;
}

std::optional<ShownPiece> find_shown_piece(const Database& database, Id<Piece> id) {
  std::optional<Piece> piece = find_piece(database, id);
  if (!piece || piece->hidden) return std::nullopt;
  return shown(database, *std::move(piece));
}

std::vector<PieceChoice> pieces_to_choose(const Database& database) {
  std::vector<PieceChoice> all;
  for (Rows rows = database.query(
           "SELECT o.id, o.what, (SELECT CAST(strftime('%Y', max(s.at) / 1000, 'unixepoch') AS INTEGER) FROM "
           "order_step s "
           "WHERE s.custom_order = o.id AND s.stage = 'handed_over') FROM custom_order o "
           "WHERE o.stage = 'handed_over' AND o.what IS NOT NULL "
           "AND NOT EXISTS (SELECT 1 FROM portfolio_piece p WHERE p.custom_order = o.id AND p.hidden = 0) "
           "ORDER BY o.number DESC");
       rows.next();) {
    PieceChoice choice{.piece = {.order = rows.get<Id<CustomOrder>>(0),
                                 .title = std::string(first_line(rows.get<std::string_view>(1))),
                                 .year = rows.get<int>(2)},
                       .photo = {}};
    choice.photo = photo_of(database, choice.piece);
    if (!choice.photo.empty()) all.push_back(std::move(choice));
  }
  for (Rows rows = database.query(
           "SELECT id, name, story, photo FROM product r WHERE hidden = 0 AND parent IS NULL AND length(photo) > 0 "
           "AND NOT EXISTS (SELECT 1 FROM portfolio_piece p WHERE p.product = r.id AND p.hidden = 0) ORDER BY name, "
           "id");
       rows.next();)
    all.push_back({.piece = {.product = rows.get<Id<Product>>(0),
                             .title = rows.get<std::string>(1),
                             .story = rows.get<std::string>(2)},
                   .photo = hex(rows.get<Blob>(3))});
  return all;
}

void put_piece(Database& database, const Piece& piece, PersonalWords words) {
  const auto if_known = [&](const std::string& typed) {
    return words == PersonalWords::Known ? std::optional(typed) : std::nullopt;
  };
  database.run(
      "INSERT INTO portfolio_piece(id, custom_order, product, title, story, year, hidden, position) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, (SELECT coalesce(max(position), 0) + 1 FROM portfolio_piece)) "
      "ON CONFLICT(id) DO UPDATE SET title = ?4, story = ?5, year = ?6, hidden = ?7",
      piece.id, piece.order, piece.product, if_known(piece.title), if_known(piece.story), piece.year, piece.hidden);
}

void put_arranged(Database& database, const std::vector<Id<Piece>>& pieces) {
  for (std::size_t i = 0; i < pieces.size(); ++i)
    database.run("UPDATE portfolio_piece SET position = ? WHERE id = ?", static_cast<std::int64_t>(i), pieces[i]);
}

std::vector<Id<Piece>> arrangement(const Database& database) {
  std::vector<Id<Piece>> pieces;
  for (Rows rows = database.query("SELECT id FROM portfolio_piece ORDER BY position, id"); rows.next();)
    pieces.push_back(rows.get<Id<Piece>>(0));
  return pieces;
}

void forget_pieces(Database& database, Id<Contact> client) {
  for (const Id<Contact>& same : same_contacts(database, client))
    database.run(
        "UPDATE portfolio_piece SET title = NULL, story = NULL "
        "WHERE custom_order IN (SELECT id FROM custom_order WHERE client = ?)",
        same);
}

}  // namespace lapak
