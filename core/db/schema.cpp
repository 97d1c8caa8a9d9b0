// db: the schema and its history.
#include "core/db/schema.h"

#include <array>
#include <string>

#include "lapak_core_embed.h"

namespace lapak {
namespace {

std::string_view embedded(const unsigned char* bytes, std::size_t size) {
  return {reinterpret_cast<const char*>(bytes), size};
}

// The n-th entry leads from schema n to schema n + 1.
const std::array<std::string_view, 23>& migrations() {
  static const std::array<std::string_view, 23> all{
      embedded(migration_001, migration_001_size), embedded(migration_002, migration_002_size),
      embedded(migration_003, migration_003_size), embedded(migration_004, migration_004_size),
      embedded(migration_005, migration_005_size), embedded(migration_006, migration_006_size),
      embedded(migration_007, migration_007_size), embedded(migration_008, migration_008_size),
      embedded(migration_009, migration_009_size), embedded(migration_010, migration_010_size),
      embedded(migration_011, migration_011_size), embedded(migration_012, migration_012_size),
      embedded(migration_013, migration_013_size), embedded(migration_014, migration_014_size),
      embedded(migration_015, migration_015_size), embedded(migration_016, migration_016_size),
      embedded(migration_017, migration_017_size), embedded(migration_018, migration_018_size),
      embedded(migration_019, migration_019_size), embedded(migration_020, migration_020_size),
      embedded(migration_021, migration_021_size), embedded(migration_022, migration_022_size),
      embedded(migration_023, migration_023_size)};
  return all;
}

constexpr std::string_view facts[]{
    "journal",       "epoch",          "note",
    "encounter",     "reminder",       "movement",
    "sale",          "sale_line",      "sale_bundle",
    "sale_tax",      "payment",        "till_day",
    "cash_entry",    "till_closing",   "till_reopening",
    "partner_entry", "slip",           "slip_line",
    "together",      "order_step",     "order_work",
    "order_picture", "order_revision", "testimonial",
    "expense",       "expense_cash",   "fair_asked",
    "income",        "income_cash",    "work_time",
    "pot_move",      "bank_line",      "material_purchase",
    "material_move", "batch_made",     "batch_used",
};

constexpr std::string_view replayed[]{
    "setting",
    "category",
    "product",
    "set_part",
    "bundle_rule",
    "bundle_rule_product",
    "label_facts",
    "label_sheet",
    "seller",
    "contact",
    "contact_tag",
    "note",
    "contact_member",
    "contact_apart",
    "note_mark",
    "encounter",
    "encounter_withdrawn",
    "reminder",
    "reminder_open",
    "contact_clock",
    "occasion_passed",
    "message_template",
    "place",
    "movement",
    "on_hand",
    "stocktake",
    "stocktake_count",
    "sale",
    "sale_bundle",
    "sale_line",
    "sale_customer",
    "sale_tax",
    "payment",
    "payment_seen",
    "deposit",
    "owed",
    "series",
    "till_day",
    "cash_entry",
    "till_closing",
    "till_reopening",
    "till_open",
    "period_sum",
    "product_sum",
    "method_sum",
    "hour_sum",
    "seller_sum",
    "bargain_sum",
    "partner_sum",
    "till_hour_sum",
    "till_partner_sum",
    "till_product_sum",
    "custom_order",
    "order_step",
    "order_work",
    "order_picture",
    "testimonial",
    "order_picture_mark",
    "testimonial_mark",
    "portfolio_piece",
    "order_revision",
    "order_round",
    "round_item",
    "round_pick",
    "material",
    "material_purchase",
    "material_move",
    "material_stock",
    "recipe",
    "recipe_line",
    "cost_rules",
    "batch_plan",
    "batch_need",
    "batch_open",
    "batch_made",
    "batch_used",
    "batch_taken_back",
    "lot",
    "lot_taken",
    "agreement",
    "consigned",
    "partner_entry",
    "partner_book",
    "slip",
    "slip_line",
    "vendor",
    "together",
    "expense",
    "expense_paid",
    "expense_withdrawn",
    "expense_cash",
    "recurring_expense",
    "recurring_skipped",
    "fair",
    "fair_day",
    "fair_cost",
    "fair_helper",
    "fair_price",
    "fair_till_day",
    "fair_asked",
    "fair_kit",
    "income",
    "income_paid",
    "income_withdrawn",
    "income_cash",
    "work_time",
    "pot",
    "pot_move",
    "class_session",
    "class_seat",
    "bank_line",
    "bank_match",
    "bank_left_out",
    "tax_choice",
    "tax_paid",
};

}  // namespace

std::int64_t current_schema() {
  return static_cast<std::int64_t>(migrations().size());
}
std::int64_t schema_of(const Database& database) {
  return database.value<std::int64_t>("PRAGMA user_version").value_or(0);
}
bool is_shop(const Database& database) {
  return database.value<std::int64_t>("PRAGMA application_id").value_or(0) == kApplicationId;
}

void migrate(Database& database) {
  const std::int64_t from = schema_of(database);
  LAPAK_ASSERT(from <= current_schema());
  if (from == current_schema()) return;
  Transaction transaction(database);
  for (std::int64_t schema = from; schema < current_schema(); ++schema)
    database.run_script(std::string(migrations()[static_cast<std::size_t>(schema)]));
  database.run_script("PRAGMA application_id = " + std::to_string(kApplicationId) +
                      "; PRAGMA user_version = " + std::to_string(current_schema()));
  transaction.commit();
}

std::span<const std::string_view> fact_tables() {
  return facts;
}
std::span<const std::string_view> replayed_tables() {
  return replayed;
}

}  // namespace lapak
