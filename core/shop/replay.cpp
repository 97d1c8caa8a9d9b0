// shop: replaying the journal, and verifying the tables against it.
#include "core/shop/replay.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/books/books.h"
#include "core/catalog/catalog_commands.h"
#include "core/catalog/label_commands.h"
#include "core/catalog/photo.h"
#include "core/db/schema.h"
#include "core/fair/fair_commands.h"
#include "core/fair/fair_store.h"
#include "core/journal/fact.h"
#include "core/making/making.h"
#include "core/order/order_commands.h"
#include "core/order/order_picture_store.h"
#include "core/order/order_store.h"
#include "core/partner/partner_commands.h"
#include "core/partner/partner_store.h"
#include "core/people/people_commands.h"
#include "core/portfolio/piece_store.h"
#include "core/portfolio/portfolio_commands.h"
#include "core/portfolio/testimonial_store.h"
#include "core/profile/profile_commands.h"
#include "core/sale/goods_cost.h"
#include "core/sale/sale_commands.h"
#include "core/sale/sale_store.h"
#include "core/stock/stock_commands.h"
#include "core/till/till_commands.h"

namespace lapak {
namespace {

constexpr std::size_t most_differences = 50;

// One row as text, with every column's type and value; ids and hashes in hexadecimal.
std::string row_text(const Rows& rows) {
  std::string text;
  for (int column = 0; column < rows.column_count(); ++column) {
    if (column > 0) text += '|';
    text += rows.get<std::string_view>(column);
  }
  return text;
}

// Every table in an order of its own, blobs quoted, so that rows can be compared as texts.
std::string ordered_query(const Database& database, std::string_view table) {
  std::string columns, order;
  for (Rows rows = database.query("SELECT name, pk FROM pragma_table_info(?) ORDER BY cid", table); rows.next();) {
    const auto name = rows.get<std::string>(0);
    if (!columns.empty()) columns += ", ";
    columns += "quote(\"" + name + "\")";
    if (rows.get<int>(1) > 0) order += (order.empty() ? "\"" : ", \"") + name + "\"";
  }
  return "SELECT " + columns + " FROM \"" + std::string(table) + "\" ORDER BY " + order;
}

void compare_table(const Database& shop, const Database& shadow, std::string_view table, Verification& result) {
  const std::string sql = ordered_query(shop, table);
  Rows ours = shop.query(sql), theirs = shadow.query(sql);
  bool more_ours = ours.next(), more_theirs = theirs.next();
  while (more_ours || more_theirs) {
    const std::string our_row = more_ours ? row_text(ours) : std::string();
    const std::string their_row = more_theirs ? row_text(theirs) : std::string();
    if (our_row != their_row) {
      if (result.differences.size() < most_differences)
        result.differences.push_back(fmt::format("{}: the table has {}, the journal gives {}", table,
                                                 more_ours ? our_row : "no such row",
                                                 more_theirs ? their_row : "no such row"));
      return;  // what follows would be out of step
    }
    ++result.rows;
    more_ours = ours.next();
    more_theirs = theirs.next();
  }
}

void check_photos(const Database& shop, Verification& result) {
  for (Rows rows = shop.query("SELECT hash, jpeg, thumbnail_hash, thumbnail FROM photo"); rows.next();) {
    const auto is = [&](int picture, int named) {
      return rows.is_null(named) ||
             std::ranges::equal(content_hash(rows.get<std::string_view>(picture)), rows.get<Blob>(named));
    };
    if (!is(1, 0) || !is(3, 2)) result.differences.push_back("photo: a picture is not what its name says");
    ++result.rows;
  }
}

// What the tables, indexes and triggers themselves are. Where they begin is each file's own.
void compare_schema(const Database& shop, const Database& shadow, Verification& result) {
  const auto said = [](const Database& database) {
    std::string text;
    for (Rows rows = database.query("SELECT quote(type), quote(name), quote(tbl_name), quote(sql) FROM sqlite_schema "
                                    "WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\' ORDER BY name");
         rows.next();)
      text += row_text(rows) + '\n';
    return text;
  };
  if (said(shop) != said(shadow)) result.differences.push_back("schema: a table is not made as it should be");
}

void apply_in_room(const Fact& fact, const Applying& applying) {
  const std::string_view room = std::string_view(fact.kind).substr(0, fact.kind.find('.'));
  if (room == "sale") return apply_sale(fact, applying);
  if (room == "stock") return apply_stock(fact, applying);
  if (room == "catalog") return apply_catalog(fact, applying);
  if (room == "label") return apply_label(fact, applying);
  if (room == "people") {
    if (const auto forgotten = forgotten_by(fact)) {
      forget_words_of_sales(applying.database, *forgotten);
      forget_words_of_partner(applying.database, *forgotten);
      forget_words_of_orders(applying.database, *forgotten);
      forget_pictures_of_orders(applying.database, *forgotten);
      forget_testimonials(applying.database, *forgotten);
      forget_pieces(applying.database, *forgotten);
      forget_words_of_books(applying.database, *forgotten);
      forget_words_of_fairs(applying.database, *forgotten);
    }
    return apply_people(fact, applying);
  }
  if (room == "till") return apply_till(fact, applying);
  if (room == "order") return apply_order(fact, applying);
  if (room == "partner") return apply_partner(fact, applying);
  if (room == "portfolio") return apply_portfolio(fact, applying);
  if (room == "making") return apply_making(fact, applying);
  if (room == "books") return apply_books(fact, applying);
  if (room == "fair") return apply_fair(fact, applying);
  if (room == "profile") return apply_profile(fact, applying);
  LAPAK_ASSERT(false);
}

}  // namespace

void apply_fact(const Fact& fact, const Applying& applying) {
  apply_in_room(fact, applying);
  follow_goods(fact, applying);
}

Verification verify(const Database& shop, const IsStopped& is_stopped) {
  Verification result;
  const auto must_stop = [&] { return is_stopped && is_stopped(); };
  Database shadow = Database::in_memory();
  migrate(shadow);
  Transaction transaction(shadow);
  const Walk walk = walk_journal(shop, [&](const Entry& entry) {
    if (must_stop()) return;
    for (const Fact& fact : entry.facts) apply_fact(fact, Applying{shadow, entry.header});
  });
  transaction.commit();
  result.entries = walk.entries;
  if (walk.broken_at)
    result.differences.push_back(fmt::format("journal: entry {} does not follow from the one before", *walk.broken_at));
  compare_schema(shop, shadow, result);
  for (const std::string_view table : replayed_tables()) {
    if (must_stop()) return result;
    compare_table(shop, shadow, table, result);
    ++result.tables;
  }
  if (!must_stop()) check_photos(shop, result);
  return result;
}

}  // namespace lapak
