// fair: the rows of fairs, and the questions about them alone. What a fair came to crosses rooms:
// core/report/fair_report.h.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/catalog/product.h"
#include "core/db/database.h"
#include "core/fair/fair.h"
#include "core/journal/journal.h"

namespace lapak {

struct FairAsked;
struct Place;

// Also one that is hidden: its making was taken back.
std::optional<Fair> find_fair(const Database& database, Id<Fair> id);
// Of this name, in any case of letters; the one that is nearest to `day` where several bear it.
std::optional<Id<Fair>> find_fair(const Database& database, std::string_view name, Date day);
// All that are not hidden, the latest first.
std::vector<Fair> fairs(const Database& database);
// The one held on `day`, were it not refused; the one that opens first where there are two.
std::optional<Fair> fair_on(const Database& database, Date day);
// The last one of this name, in any case of letters, that ended before `before` began and was gone to.
std::optional<Fair> last_fair_like(const Database& database, const Fair& before);
// The same of any name.
std::optional<Fair> last_fair_before(const Database& database, const Fair& before);

// Where the day is that is open at this till; none: no day is open, or at no fair.
std::optional<Id<Fair>> fair_open_now(const Database& database);
std::optional<Id<Fair>> fair_of_day(const Database& database, Id<TillDay> day);
// The till's days at the fair, in order.
struct FairTillDay {
  Id<TillDay> id;
  Date business_date;
  Instant opened_at;
};
std::vector<FairTillDay> till_days_of(const Database& database, Id<Fair> fair);

// What it sold of each product, of all its days: sums kept as sales are written (core/sale/sale_sums.h).
struct FairSold {
  std::optional<Id<Product>> product;  // none: amounts that were typed
  Quantity quantity;
  Money net;
  std::optional<Money> cost;  // of one now; none where it is not known
  Quantity of_lots;           // pieces that a batch made …
  Money lot_cost;             // … and what those cost
};
std::vector<FairSold> sold_at(const Database& database, Id<Fair> fair);

// The box that goes to the fair: a place of its own. What is in it now, and what became of what was.
std::optional<Id<Place>> box_of(const Database& database, Id<Fair> fair);
struct BoxRow {
  Id<Product> product;
  Quantity brought;  // corrections of the packing included
  Quantity lost;     // broken, missed when it was unpacked
  Quantity given;
  Quantity back;  // taken home again
  Quantity now;   // what should be in the box
};
std::vector<BoxRow> box_rows(const Database& database, Id<Fair> fair);

// What was asked for and not sold, most asked first. What was typed and forgotten since is left out.
enum class AskedReason { None, Price, Colour, Size };
std::string_view asked_code(AskedReason reason);  // "none", "price", …
std::optional<AskedReason> find_asked(std::string_view code);
struct AskedRow {
  std::optional<Id<Product>> product;
  std::string what;  // the product's name, or what was typed
  AskedReason reason = AskedReason::None;
  int times = 0;
};
std::vector<AskedRow> asked_at(const Database& database, Id<Fair> fair);

// Of all that was sold at fairs, or, before the first fair, of all that was sold: what is left of a sale after the cost
// of the goods, over the products whose cost is known.
PastMargin past_margin(const Database& database);

// Those that she, or a card that was merged into hers, organises or helps at.
std::vector<Id<Fair>> fairs_naming(const Database& database, Id<Contact> contact);

// Writing, for apply_fair alone. The note is none when it was forgotten.
void put_fair(Database& database, const Fair& fair, const std::optional<std::string>& note);
void put_till_day(Database& database, Id<TillDay> day, const std::optional<Id<Fair>>& fair);
void put_asked(Database& database, Id<FairAsked> id, Id<Fair> fair, const std::optional<Id<Product>>& product,
               AskedReason reason, int count, const std::optional<std::string>& what, const EntryHeader& header);
// The notes of those fairs become NULL: she is forgotten.
void forget_words_of_fairs(Database& database, Id<Contact> contact);

}  // namespace lapak
