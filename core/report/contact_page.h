// report: a person's page: who she is, what was promised, and all that happened, in one stream.
//
// Sums are not in it: a person is no turnover.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/db/database.h"
#include "core/people/follow_up.h"
#include "core/people/people_store.h"

namespace lapak {

enum class MomentKind {
  Bought,
  Returned,
  Deposited,
  Ordered,
  Noted,
  Written,
  Talked,
  Met,
  Promised,
  Quoted,
  GoodsCame,
  GoodsWent
};

std::string_view moment_name(MomentKind kind);  // "Purchase": English, looked up in the words

struct Moment {
  MomentKind kind = MomentKind::Noted;
  Instant at;
  IdBytes id{};             // of the sale, order, note, encounter, reminder, testimonial, or slip of goods
  std::string text;         // what was ordered, bought ("Tas rajut, Lilin +2"), noted, written, promised
  std::string number;       // of a sale, "#8" of an order and of a slip
  Money amount;             // of that one sale; of a deposit < 0 what was given back
  bool pinned = false;      // a note
  std::optional<Date> due;  // a promise that is still open
};

// Money changed hands, on a receipt.
bool is_receipt(MomentKind kind);
// On a slip, between the shop and a partner.
bool is_about_goods(MomentKind kind);

struct PersonName {
  Id<Contact> id;
  std::string name;
};

// Who is not the owner sees the name and the pinned notes.
enum class Sight { Whole, NameAndPinned };

struct ContactPage {
  Contact contact;
  bool has_bought = false;
  std::optional<Reminder> promise;  // the earliest that is open
  std::string last_words;           // the newest note, or what was said last
  std::string last_piece;
  std::optional<Instant> last_piece_at;
  std::optional<Money> owed;
  Clockwork clockwork;
  std::optional<Date> due;  // by her rhythm
  std::optional<PersonName> through;
  std::vector<PersonName> members;
  std::vector<PersonName> communities;  // she is a member of
  std::vector<Moment> timeline;         // newest first
  bool has_more = false;
};
struct ContactPageQuestion {
  Id<Contact> contact;
  int moments = 60;
  Sight sight = Sight::Whole;
  friend bool operator==(const ContactPageQuestion&, const ContactPageQuestion&) = default;
};
// nullopt when she is not known, forgotten, or was merged into another (ask kept_contact).
std::optional<ContactPage> contact_page(const Database& database, const ContactPageQuestion& question);

}  // namespace lapak
