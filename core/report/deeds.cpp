// report: who did what, read from the journal and said in words.
#include "core/report/deeds.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ranges>
#include <unordered_map>

#include "core/base/text.h"
#include "core/journal/fact.h"
#include "core/people/people_commands.h"

namespace lapak {
namespace {

// Every kind that is written today; a test reads the sources for those that are missing.
constexpr std::array kKinds{std::to_array<DeedKind>({
    {"sell", DeedGroup::Sales, N_("Sale")},
    {"refund", DeedGroup::Sales, N_("Money given back")},
    {"exchange", DeedGroup::Sales, N_("Exchange")},
    {"void_sale", DeedGroup::Sales, N_("Sale taken back")},
    {"settle_owed", DeedGroup::Sales, N_("Debt paid")},
    {"mark_payment_seen", DeedGroup::Sales, N_("Payment arrived")},
    {"take_deposit", DeedGroup::Sales, N_("Deposit taken")},
    {"return_deposit", DeedGroup::Sales, N_("Deposit given back")},
    {"import_sale", DeedGroup::Sales, N_("Past sale imported")},
    {"import_sales", DeedGroup::Sales, N_("Past sales imported")},
    {"import_correction", DeedGroup::Sales, N_("Past sale corrected")},
    {"import_customer", DeedGroup::Sales, N_("Buyer of a past sale")},
    {"open_day", DeedGroup::Money, N_("Day opened")},
    {"close_day", DeedGroup::Money, N_("Day closed")},
    {"reopen_day", DeedGroup::Money, N_("Day opened again")},
    {"move_cash", DeedGroup::Money, N_("Cash in or out")},
    {"book_expense", DeedGroup::Money, N_("Expense")},
    {"pay_expense", DeedGroup::Money, N_("Expense paid")},
    {"take_back_expense", DeedGroup::Money, N_("Expense taken back")},
    {"save_recurring", DeedGroup::Money, N_("Recurring expense")},
    {"book_income", DeedGroup::Money, N_("Income")},
    {"take_back_income", DeedGroup::Money, N_("Income taken back")},
    {"note_time", DeedGroup::Money, N_("Hours noted")},
    {"import_bank", DeedGroup::Money, N_("Bank statement imported")},
    {"match_bank", DeedGroup::Money, N_("Bank line matched")},
    {"take_back_match", DeedGroup::Money, N_("Match taken back")},
    {"leave_out_bank_line", DeedGroup::Money, N_("Bank line left out")},
    {"save_vendor", DeedGroup::Money, N_("Shop on the bank statement")},
    {"save_pot", DeedGroup::Money, N_("Pot changed")},
    {"move_pots", DeedGroup::Money, N_("Pots filled or emptied")},
    {"choose_tax", DeedGroup::Money, N_("Tax rule chosen")},
    {"pay_tax", DeedGroup::Money, N_("Tax paid")},
    {"save_product", DeedGroup::Goods, N_("Item changed")},
    {"save_products", DeedGroup::Goods, N_("Items changed")},
    {"import_products", DeedGroup::Goods, N_("Items imported")},
    {"hide_product", DeedGroup::Goods, N_("Item hidden")},
    {"show_product", DeedGroup::Goods, N_("Item shown again")},
    {"save_category", DeedGroup::Goods, N_("Category changed")},
    {"arrange_categories", DeedGroup::Goods, N_("Categories arranged")},
    {"save_bundle_rule", DeedGroup::Goods, N_("Bundle changed")},
    {"save_label_facts", DeedGroup::Goods, N_("Label changed")},
    {"save_label_sheet", DeedGroup::Goods, N_("Label sheet changed")},
    {"give_barcode", DeedGroup::Goods, N_("Barcode given")},
    {"give_barcodes", DeedGroup::Goods, N_("Barcodes given")},
    {"count_stock", DeedGroup::Goods, N_("Stock counted")},
    {"move_stock", DeedGroup::Goods, N_("Stock moved")},
    {"begin_stocktake", DeedGroup::Goods, N_("Stocktake begun")},
    {"count_pieces", DeedGroup::Goods, N_("Pieces counted")},
    {"finish_stocktake", DeedGroup::Goods, N_("Stocktake finished")},
    {"give_up_stocktake", DeedGroup::Goods, N_("Stocktake given up")},
    {"save_material", DeedGroup::Goods, N_("Material changed")},
    {"buy_materials", DeedGroup::Goods, N_("Materials bought")},
    {"take_back_purchase", DeedGroup::Goods, N_("Purchase taken back")},
    {"count_material", DeedGroup::Goods, N_("Material counted")},
    {"move_material", DeedGroup::Goods, N_("Material moved")},
    {"save_recipe", DeedGroup::Goods, N_("Recipe changed")},
    {"remove_recipe", DeedGroup::Goods, N_("Recipe removed")},
    {"save_cost_rules", DeedGroup::Goods, N_("Rules of cost changed")},
    {"plan_batch", DeedGroup::Goods, N_("Batch planned")},
    {"make_batch", DeedGroup::Goods, N_("Batch made")},
    {"take_back_batch", DeedGroup::Goods, N_("Batch taken back")},
    {"save_contact", DeedGroup::People, N_("Contact changed")},
    {"save_contacts", DeedGroup::People, N_("Contacts imported")},
    {"merge_contacts", DeedGroup::People, N_("Contacts made one")},
    {"keep_apart", DeedGroup::People, N_("Contacts kept apart")},
    {"forget_contact", DeedGroup::People, N_("Contact forgotten")},
    {"add_note", DeedGroup::People, N_("Note")},
    {"pin_note", DeedGroup::People, N_("Note pinned or unpinned")},
    {"remember_buyer", DeedGroup::People, N_("Buyer remembered")},
    {"set_reminder", DeedGroup::People, N_("Reminder")},
    {"set_rhythm", DeedGroup::People, N_("How often to write")},
    {"greet", DeedGroup::People, N_("Message sent")},
    {"put_off", DeedGroup::People, N_("Message put off")},
    {"let_go", DeedGroup::People, N_("Message left out")},
    {"save_template", DeedGroup::People, N_("Message template changed")},
    {"new_people", DeedGroup::People, N_("New people")},
    {"save_agreement", DeedGroup::People, N_("Agreement changed")},
    {"consign_product", DeedGroup::People, N_("Goods on consignment")},
    {"take_in_goods", DeedGroup::People, N_("Goods taken in")},
    {"hand_over", DeedGroup::People, N_("Goods handed over")},
    {"move_goods", DeedGroup::People, N_("Goods moved")},
    {"report_sold", DeedGroup::People, N_("Sold by a partner")},
    {"note_favour", DeedGroup::People, N_("Favour noted")},
    {"note_together", DeedGroup::People, N_("Idea for together")},
    {"settle", DeedGroup::People, N_("Partner settled")},
    {"settle_all", DeedGroup::People, N_("Partners settled")},
    {"save_piece", DeedGroup::People, N_("Portfolio piece changed")},
    {"arrange_pieces", DeedGroup::People, N_("Portfolio arranged")},
    {"take_piece_out", DeedGroup::People, N_("Portfolio piece taken out")},
    {"give_testimonial", DeedGroup::People, N_("Words of a buyer")},
    {"withdraw_testimonial", DeedGroup::People, N_("Words of a buyer withdrawn")},
    {"save_order", DeedGroup::Orders, N_("Order changed")},
    {"move_order", DeedGroup::Orders, N_("Order moved on")},
    {"call_off", DeedGroup::Orders, N_("Order called off")},
    {"note_shipping", DeedGroup::Orders, N_("Order sent off")},
    {"note_work", DeedGroup::Orders, N_("Work noted")},
    {"note_revision", DeedGroup::Orders, N_("Revision noted")},
    {"add_pictures", DeedGroup::Orders, N_("Pictures added")},
    {"mark_picture", DeedGroup::Orders, N_("Picture marked")},
    {"save_round", DeedGroup::Orders, N_("Round changed")},
    {"set_round_state", DeedGroup::Orders, N_("Round opened or closed")},
    {"join_round", DeedGroup::Orders, N_("Round joined")},
    {"save_class", DeedGroup::Orders, N_("Class changed")},
    {"join_class", DeedGroup::Orders, N_("Seat in a class")},
    {"note_attendance", DeedGroup::Orders, N_("Attendance noted")},
    {"save_fair", DeedGroup::Fairs, N_("Fair changed")},
    {"set_day_fair", DeedGroup::Fairs, N_("Fair of the day chosen")},
    {"pack_for_fair", DeedGroup::Fairs, N_("Packed for a fair")},
    {"bring_home", DeedGroup::Fairs, N_("Brought home")},
    {"note_asked", DeedGroup::Fairs, N_("Asked for")},
    {"save_kit", DeedGroup::Fairs, N_("Packing list changed")},
    {"new_shop", DeedGroup::Settings, N_("Shop made")},
    {"save_profile", DeedGroup::Settings, N_("Settings changed")},
    {"save_seller", DeedGroup::Settings, N_("Seller changed")},
})};

constexpr std::string_view undone = "undo_";
// Of more than this an import's entry is made; what it is about is a number of rows and not worth its reading.
constexpr std::int64_t longest_body = 200'000;

// The first of these keys that the fact has, itself or one step inside.
const Json* find_key(const Json& fact, std::string_view key) {
  if (!fact.is_object()) return nullptr;
  if (const auto found = fact.find(key); found != fact.end() && !found->is_null()) return &*found;
  for (const Json& inside : fact)
    if (inside.is_object())
      if (const auto found = inside.find(key); found != inside.end() && !found->is_null()) return &*found;
  return nullptr;
}

std::string text_at(const Json& fact, std::string_view key) {
  const Json* const found = find_key(fact, key);
  return found && found->is_string() ? found->get<std::string>() : std::string();
}

// What an entry is about, looked up once each.
class Subjects {
 public:
  explicit Subjects(const Database& database) : database_(database) {}

  std::string about(const Json& fact, const Json& personal) {
    for (const std::string_view key : {"number", "name"})
      if (std::string text = text_at(fact, key); !text.empty() && text_at(fact, "value").empty()) return text;
    for (const auto& [key, sql] : lookups)
      if (std::string text = named(text_at(fact, key), sql); !text.empty()) return text;
    for (const std::string_view key : {"name", "reason", "note", "text"})
      if (std::string text = text_at(personal, key); !text.empty()) return text;
    return {};
  }

 private:
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> lookups{
      {{"product", "SELECT name FROM product WHERE id = ?"},
       {"contact", "SELECT name FROM contact WHERE id = ?"},
       {"partner", "SELECT name FROM contact WHERE id = ?"},
       {"customer", "SELECT name FROM contact WHERE id = ?"},
       {"sale", "SELECT number FROM sale WHERE id = ?"},
       {"fair", "SELECT name FROM fair WHERE id = ?"},
       {"material", "SELECT name FROM material WHERE id = ?"},
       {"order", "SELECT what FROM custom_order WHERE id = ?"}}};

  std::string named(const std::string& id, std::string_view sql) {
    if (id.empty()) return {};
    const auto [found, is_new] = known_.try_emplace(std::string(sql.substr(12, 12)) + id);
    if (!is_new) return found->second;
    if (const auto bytes = parse_id(id))
      found->second = database_.value<std::string>(sql, Blob(*bytes)).value_or(std::string());
    return found->second;
  }

  const Database& database_;
  std::unordered_map<std::string, std::string> known_;
};

std::optional<Money> amount_of(const Database& database, const Json& fact) {
  if (const Json* const sale =
          fact.is_object() && fact.contains("sale") && fact["sale"].is_object() ? &fact["sale"] : nullptr) {
    if (const auto id = parse_id(sale->value("id", std::string())))
      return database.value<Money>("SELECT total FROM sale WHERE id = ?", Blob(*id));
    return std::nullopt;
  }
  for (const std::string_view key : {"amount", "counted"})
    if (const Json* const found = find_key(fact, key); found && found->is_number_integer() && *found != 0)
      return Money{found->get<std::int64_t>()};
  return std::nullopt;
}

std::string label_of(std::string_view kind, const Words& words) {
  const bool is_undone = kind.starts_with(undone);
  const std::string_view bare = is_undone ? kind.substr(undone.size()) : kind;
  const DeedKind* const known = deed_kind(bare);
  const std::string label(known ? words(known->label) : bare);
  return is_undone ? fmt::format(fmt::runtime(words(N_("Taken back: {}"))), label) : label;
}

// The kinds of a group, as SQL: our own words, never a user's.
std::string kinds_in(DeedGroup group) {
  std::string list;
  for (const DeedKind& kind : kKinds)
    if (kind.group == group) list += fmt::format("{0}'{1}', '{2}{1}'", list.empty() ? "" : ", ", kind.kind, undone);
  return list;
}

}  // namespace

std::string_view deed_group_label(DeedGroup group) {
  switch (group) {
    case DeedGroup::Sales:
      return N_("Sales");
    case DeedGroup::Money:
      return N_("Money");
    case DeedGroup::Goods:
      return N_("Stock");
    case DeedGroup::People:
      return N_("People");
    case DeedGroup::Orders:
      return N_("Orders");
    case DeedGroup::Fairs:
      return N_("Fairs");
    case DeedGroup::Settings:
      return N_("Settings");
  }
  return {};
}

const DeedKind* deed_kind(std::string_view entry_kind) {
  const auto* const found = std::ranges::find(kKinds, entry_kind, &DeedKind::kind);
  return found == kKinds.end() ? nullptr : found;
}

Deeds deeds(const Database& database, const Profile& profile, const Words& words, const DeedQuestion& question) {
  const Zone zone = profile.clock();
  const auto start_of = [&](Date day) { return zone.instant({.date = day}); };
  std::string sql =
      "SELECT j.seq, j.at, s.name, j.kind, iif(length(j.body) > ?1, '', j.body), j.personal FROM journal j "
      "LEFT JOIN seller s ON s.id = j.who WHERE 1";
  if (question.who) sql += " AND j.who = ?2";
  if (question.group) sql += " AND j.kind IN (" + kinds_in(*question.group) + ")";
  if (question.from) sql += " AND j.at >= ?3";
  if (question.to) sql += " AND j.at < ?4";
  sql += " ORDER BY j.seq DESC LIMIT ?5";
  Deeds all;
  Subjects subjects(database);
  for (Rows rows = database.query(sql, longest_body, question.who.value_or(Id<Seller>{}),
                                  question.from ? start_of(*question.from) : Instant{},
                                  question.to ? start_of(question.to->plus_days(1)) : Instant{}, question.most + 1);
       rows.next();) {
    if (std::ssize(all.newest_first) == question.most) {
      all.is_cut = true;
      break;
    }
    Deed deed{.seq = rows.get<std::int64_t>(0),
              .at = zone.local(rows.get<Instant>(1)),
              .who = rows.get<std::optional<std::string>>(2).value_or(std::string()),
              .what = label_of(rows.get<std::string_view>(3), words)};
    // An entry of a later version or one that is damaged is told without what it is about.
    const Json body = Json::parse(rows.get<std::string_view>(4), nullptr, false);
    const Json personal = Json::parse(rows.get<std::string>(5), nullptr, false);
    if (body.is_array() && !body.empty()) {
      const Json& first = body.front();
      const Json fact = first.is_object() ? first.value("fact", Json()) : Json();
      const bool has_words = personal.is_object() && personal.contains("facts") && personal["facts"].is_array() &&
                             !personal["facts"].empty();
      deed.about = subjects.about(fact, has_words ? personal["facts"].front() : Json());
      deed.amount = amount_of(database, fact);
      deed.is_by_owner_pin = std::ranges::any_of(
          body, [](const Json& one) { return one.is_object() && one.value("kind", "") == kOwnerStoodIn; });
    }
    all.newest_first.push_back(std::move(deed));
  }
  return all;
}

ReportTable deeds_table(const Deeds& deeds, const Words& words) {
  ReportTable table{.heading = N_("Who did what"), .columns = {}, .rows = {}};
  for (const std::string_view column : {N_("Day"), N_("Time"), N_("Who"), N_("What"), N_("About"), N_("Amount")})
    table.columns.emplace_back(words(column));
  for (const Deed& deed : std::views::reverse(deeds.newest_first)) {
    std::string what = deed.what;
    if (deed.is_by_owner_pin) what += fmt::format(" ({})", words(N_("with the owner's PIN")));
    table.rows.push_back({deed.at.date.iso(), fmt::format("{:02}:{:02}", deed.at.hour, deed.at.minute), deed.who,
                          std::move(what), deed.about,
                          deed.amount ? ReportCell(*deed.amount) : ReportCell(std::string())});
  }
  return table;
}

}  // namespace lapak
