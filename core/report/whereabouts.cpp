// report: where the goods are.
#include "core/report/whereabouts.h"

#include "core/base/check.h"

namespace lapak {
namespace {

// Columns 0 to 2 of: whether it is a partner's, whether a fair's, and whose.
constexpr std::string_view named_places =
    " SELECT p.id AS place, p.partner IS NOT NULL AS is_shop, p.fair IS NOT NULL AS is_box,"
    " coalesce(f.name, c.name, '') AS name, p.position AS position FROM place p"
    " LEFT JOIN fair f ON f.id = p.fair LEFT JOIN contact c ON c.id = p.partner ";

PlaceKind kind_of(const Rows& rows) {
  if (rows.get<bool>(0)) return PlaceKind::PartnersShop;
  return rows.get<bool>(1) ? PlaceKind::FairBox : PlaceKind::Home;
}

}  // namespace

std::string_view place_kind_code(PlaceKind kind) {
  switch (kind) {
    case PlaceKind::Home:
      return "home";
    case PlaceKind::FairBox:
      return "fair_box";
    case PlaceKind::PartnersShop:
      return "partners_shop";
  }
  LAPAK_ASSERT(false);
}

std::vector<AtPlace> whereabouts(const Database& database, Id<Product> product) {
  static const std::string sql = "SELECT n.is_shop, n.is_box, n.name, h.quantity FROM on_hand h JOIN (" +
                                 std::string(named_places) +
                                 ") n ON n.place = h.place WHERE h.product = ? AND h.quantity <> 0 "
                                 "ORDER BY 1, 2, n.position, n.place";
  std::vector<AtPlace> all;
  for (Rows rows = database.query(sql, product); rows.next();)
    all.push_back({kind_of(rows), rows.get<std::string>(2), rows.get<Quantity>(3)});
  return all;
}

std::vector<PlaceSum> place_sums(const Database& database) {
  static const std::string sql = "SELECT n.is_shop, n.is_box, n.name, count(*), sum(h.quantity) FROM on_hand h JOIN (" +
                                 std::string(named_places) +
                                 ") n ON n.place = h.place WHERE h.quantity > 0 GROUP BY n.place "
                                 "ORDER BY 1, 2, n.position, n.place";
  std::vector<PlaceSum> all;
  for (Rows rows = database.query(sql); rows.next();)
    all.push_back({kind_of(rows), rows.get<std::string>(2), rows.get<int>(3), rows.get<Quantity>(4)});
  return all;
}

}  // namespace lapak
