// shop: forgetting a person in the journal.
#include "core/shop/forgetting.h"

#include <algorithm>
#include <set>

#include "core/books/bank_store.h"
#include "core/books/books.h"
#include "core/fair/fair_commands.h"
#include "core/journal/fact.h"
#include "core/order/order_commands.h"
#include "core/order/order_store.h"
#include "core/partner/partner_commands.h"
#include "core/people/people_commands.h"
#include "core/people/people_store.h"
#include "core/portfolio/portfolio_commands.h"
#include "core/sale/sale_commands.h"
#include "core/sale/sale_store.h"

namespace lapak {
namespace {

using Ids = std::set<IdBytes>;

// Whether one of these ids stands in the text of a body.
bool names_any(std::string_view body, const Ids& ids) {
  constexpr std::size_t id_length = 36;
  for (std::size_t dash = body.find('-'); dash != std::string_view::npos; dash = body.find('-', dash + 1)) {
    if (dash < 8) continue;
    const auto id = parse_id(body.substr(dash - 8, id_length));
    if (id && ids.contains(*id)) return true;
  }
  return false;
}

struct PersonalEntry {
  std::int64_t seq;
  std::vector<Fact> facts;
};

// The entries with words in which one of these ids stands.
std::vector<PersonalEntry> entries_naming(const Database& database, const Ids& ids) {
  std::vector<PersonalEntry> entries;
  for (Rows rows = database.query("SELECT seq, body, personal FROM journal WHERE personal IS NOT NULL"); rows.next();) {
    if (!names_any(rows.get<std::string_view>(1), ids)) continue;
    const Json body = Json::parse(rows.get<std::string_view>(1));
    const Json personal = Json::parse(rows.get<std::string_view>(2)).at("facts");
    PersonalEntry entry{rows.get<std::int64_t>(0), {}};
    for (std::size_t i = 0; i < body.size(); ++i)
      entry.facts.push_back({body[i].at("kind"), body[i].at("fact"), personal.at(i)});
    entries.push_back(std::move(entry));
  }
  return entries;
}

// The people to be forgotten, and what is theirs.
struct Theirs {
  Ids people, sales, orders, bank_lines, fairs;
};

bool is_about(const Fact& fact, const Theirs& theirs) {
  const auto& [people, sales, orders, bank_lines, fairs] = theirs;
  if (fact.personal.is_null()) return false;
  if (fact.kind.starts_with("people."))
    return std::ranges::any_of(people_of(fact), [&](const Id<Contact>& id) { return people.contains(id.bytes); });
  if (fact.kind.starts_with("partner.")) {
    const auto partner = partner_of(fact);
    return partner && people.contains(partner->bytes);
  }
  if (fact.kind.starts_with("portfolio.")) {
    const PortfolioWords whose = words_of_portfolio(fact);
    return (whose.contact && people.contains(whose.contact->bytes)) ||
           (whose.order && orders.contains(whose.order->bytes));
  }
  if (fact.kind.starts_with("books.")) {
    const BooksWords whose = words_of_books(fact);
    return (whose.contact && people.contains(whose.contact->bytes)) ||
           (whose.order && orders.contains(whose.order->bytes)) ||
           (whose.bank_line && bank_lines.contains(whose.bank_line->bytes));
  }
  if (const auto saved = saved_fair_of(fact))
    return fairs.contains(saved->fair.bytes) ||
           std::ranges::any_of(saved->people, [&](const Id<Contact>& id) { return people.contains(id.bytes); });
  if (const auto saved = saved_order_of(fact))
    return orders.contains(saved->order.bytes) || people.contains(saved->client.bytes);
  const auto sale = fact.kind.starts_with("sale.") ? sale_of(fact) : std::nullopt;
  return sale && sales.contains(sale->bytes);
}

}  // namespace

std::vector<Fact> forget_in_journal(Database& database, Id<Contact> contact) {
  Theirs theirs;
  Ids& people = theirs.people;
  for (const Id<Contact>& id : same_contacts(database, contact)) {
    people.insert(id.bytes);
    for (const Id<Sale>& sale : sales_of(database, id)) theirs.sales.insert(sale.bytes);
  }
  for (const OrderRow& row : orders_of(database, contact)) theirs.orders.insert(row.order.id.bytes);
  for (const Id<Fair>& fair : fairs_naming(database, contact)) theirs.fairs.insert(fair.bytes);
  for (const Id<BankLine>& line : forgotten_bank_lines(database)) theirs.bank_lines.insert(line.bytes);
  Ids all = people;
  all.insert(theirs.sales.begin(), theirs.sales.end());
  all.insert(theirs.orders.begin(), theirs.orders.end());
  all.insert(theirs.bank_lines.begin(), theirs.bank_lines.end());
  all.insert(theirs.fairs.begin(), theirs.fairs.end());
  Ids others;  // once merged with her, and parted again: their cards may have held her words
  const auto forget = [&](const PersonalEntry& entry) {
    database.run("UPDATE journal SET personal = NULL WHERE seq = ?", entry.seq);
    for (const Fact& fact : entry.facts)
      if (fact.kind.starts_with("people.") && people_of(fact).size() > 1)
        for (const Id<Contact>& id : people_of(fact))
          if (!people.contains(id.bytes)) others.insert(id.bytes);
  };
  for (const PersonalEntry& entry : entries_naming(database, all))
    if (std::ranges::any_of(entry.facts, [&](const Fact& fact) { return is_about(fact, theirs); })) forget(entry);
  std::vector<Fact> said_again;
  if (others.empty()) return said_again;
  for (const PersonalEntry& entry : entries_naming(database, others)) {
    const bool holds_a_card = std::ranges::any_of(entry.facts, [&](const Fact& fact) {
      return fact.kind == "people.contact_saved" &&
             is_about(fact, {.people = others, .sales = {}, .orders = {}, .bank_lines = {}, .fairs = {}});
    });
    // A card saved with a note in one entry (a buyer remembered) was typed at the till, not taken over from hers.
    if (holds_a_card && entry.facts.size() == 1)
      database.run("UPDATE journal SET personal = NULL WHERE seq = ?", entry.seq);
  }
  for (const IdBytes& id : others)
    if (const auto card = find_contact(database, Id<Contact>{id})) said_again.push_back(contact_saved(*card));
  return said_again;
}

}  // namespace lapak
