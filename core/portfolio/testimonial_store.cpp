// portfolio: the rows of testimonials.
#include "core/portfolio/testimonial_store.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/catalog/product_store.h"
#include "core/order/order_store.h"

namespace lapak {
namespace {

const std::string select_testimonials =
    "SELECT t.id, t.contact, t.text, t.named, t.custom_order, t.product, t.note, t.photo, t.consented_on, t.given_how, "
    "t.at FROM testimonial t JOIN testimonial_mark m ON m.testimonial = t.id "
    "WHERE t.text IS NOT NULL AND NOT m.withdrawn AND ";

std::vector<Testimonial> read_all(Rows rows) {
  std::vector<Testimonial> all;
  while (rows.next())
    all.push_back({.id = rows.get<Id<Testimonial>>(0),
                   .contact = rows.get<Id<Contact>>(1),
                   .text = rows.get<std::string>(2),
                   .named = rows.get<std::string>(3),
                   .order = rows.get<std::optional<Id<CustomOrder>>>(4),
                   .product = rows.get<std::optional<Id<Product>>>(5),
                   .about = rows.get<std::string>(6),
                   .photo = rows.get<std::string>(7),
                   .consented_on = rows.get<std::optional<Date>>(8),
                   .given_how = rows.get<std::string>(9),
                   .at = rows.get<Instant>(10)});
  return all;
}

std::optional<Testimonial> first_of(std::vector<Testimonial> all) {
  return all.empty() ? std::nullopt : std::optional(std::move(all.front()));
}

}  // namespace

std::optional<Testimonial> find_testimonial(const Database& database, Id<Testimonial> id) {
  static const std::string sql = select_testimonials + "t.id = ?";
  return first_of(read_all(database.query(sql, id)));
}

std::vector<Testimonial> testimonials_by(const Database& database, Id<Contact> contact) {
  static const std::string sql = select_testimonials + "t.contact = ?";
  std::vector<Testimonial> all;
  for (const Id<Contact>& same : same_contacts(database, contact))
    std::ranges::move(read_all(database.query(sql, same)), std::back_inserter(all));
  std::ranges::sort(all, std::ranges::greater(), &Testimonial::id);
  return all;
}

std::vector<Testimonial> testimonials_about(const Database& database, Id<CustomOrder> order) {
  static const std::string sql = select_testimonials + "t.custom_order = ? ORDER BY t.id DESC";
  return read_all(database.query(sql, order));
}

std::optional<Testimonial> published_quote(const Database& database, Id<CustomOrder> order) {
  static const std::string sql =
      select_testimonials + "t.custom_order = ? AND t.consented_on IS NOT NULL ORDER BY t.id DESC LIMIT 1";
  return first_of(read_all(database.query(sql, order)));
}

std::optional<Testimonial> published_quote(const Database& database, Id<Product> product) {
  static const std::string sql =
      select_testimonials + "t.product = ? AND t.consented_on IS NOT NULL ORDER BY t.id DESC LIMIT 1";
  return first_of(read_all(database.query(sql, product)));
}

std::string piece_of(const Database& database, const Testimonial& testimonial) {
  if (testimonial.order)
    if (const auto order = find_order(database, *testimonial.order)) return std::string(first_line(order->what));
  if (testimonial.product)
    if (const auto product = find_product(database, *testimonial.product)) return product->name;
  return std::string(first_line(testimonial.about));
}

void put_testimonial(Database& database, const Testimonial& testimonial, std::optional<Id<Seller>> who,
                     PersonalWords words) {
  const auto if_known = [&](const std::string& typed) {
    return words == PersonalWords::Known ? std::optional(typed) : std::nullopt;
  };
  database.run(
      "INSERT INTO testimonial(id, contact, custom_order, product, at, who, consented_on, text, named, note, photo, "
      "given_how) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      testimonial.id, testimonial.contact, testimonial.order, testimonial.product, testimonial.at, who,
      testimonial.consented_on, if_known(testimonial.text), if_known(testimonial.named), if_known(testimonial.about),
      if_known(testimonial.photo), if_known(testimonial.given_how));
  put_withdrawn(database, testimonial.id, false);
}

void put_withdrawn(Database& database, Id<Testimonial> testimonial, bool withdrawn) {
  database.run(
      "INSERT INTO testimonial_mark(testimonial, withdrawn) VALUES (?1, ?2) "
      "ON CONFLICT(testimonial) DO UPDATE SET withdrawn = ?2",
      testimonial, withdrawn);
}

void forget_testimonials(Database& database, Id<Contact> contact) {
  for (const Id<Contact>& same : same_contacts(database, contact)) {
    std::vector<std::string> photos;
    for (Rows rows = database.query("SELECT photo FROM testimonial WHERE contact = ? AND photo <> ''", same);
         rows.next();)
      photos.push_back(rows.get<std::string>(0));
    database.run(
        "UPDATE testimonial SET text = NULL, named = NULL, note = NULL, photo = NULL, given_how = NULL "
        "WHERE contact = ?",
        same);
    for (const std::string& photo : photos) let_go_of_photo(database, photo);
  }
}

}  // namespace lapak
