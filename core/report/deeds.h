// report: who did what, read from the journal and said in words.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/id.h"
#include "core/base/money.h"
#include "core/db/database.h"
#include "core/profile/profile.h"
#include "core/report/report_tables.h"

namespace lapak {

struct Seller;

enum class DeedGroup { Sales, Money, Goods, People, Orders, Fairs, Settings };
inline constexpr DeedGroup kDeedGroups[]{DeedGroup::Sales,  DeedGroup::Money, DeedGroup::Goods,   DeedGroup::People,
                                         DeedGroup::Orders, DeedGroup::Fairs, DeedGroup::Settings};
std::string_view deed_group_label(DeedGroup group);  // a message

// What an entry of this kind is called ("sell": "Sale"), a message, and where it belongs; nothing for a kind that only
// a later version writes.
struct DeedKind {
  std::string_view kind;
  DeedGroup group;
  std::string_view label;
};
const DeedKind* deed_kind(std::string_view entry_kind);

struct DeedQuestion {
  std::optional<Id<Seller>> who;
  std::optional<DeedGroup> group;
  std::optional<Date> from, to;  // both inclusive, by the shop's clock
  int most = 500;                // of the newest
  friend bool operator==(const DeedQuestion&, const DeedQuestion&) = default;
};

struct Deed {
  std::int64_t seq = 0;
  LocalTime at;
  std::string who;    // empty: nobody had signed in
  std::string what;   // "Sale", "Taken back: Price changed"
  std::string about;  // a number, a name, a reason; empty when there is none or it was forgotten
  std::optional<Money> amount;
  bool is_by_owner_pin = false;  // the owner stood in with her PIN
};

struct Deeds {
  std::vector<Deed> newest_first;
  bool is_cut = false;  // there are more than were asked for
};
// In `words`. Slow over many entries: for the worker.
Deeds deeds(const Database& database, const Profile& profile, const Words& words, const DeedQuestion& question);

// The same as a table, the oldest first.
ReportTable deeds_table(const Deeds& deeds, const Words& words);

}  // namespace lapak
