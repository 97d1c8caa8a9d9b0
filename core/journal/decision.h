// journal: the two halves of a change, the same in every room.
//
// decide(command, Deciding) → Result<Decision>: checks rights and rules and fixes everything that was open: ids, times,
// prices, numbers. It reads and never writes; a refusal touches nothing.
// apply(fact, Applying): changes the tables; needs no clock, no randomness, no settings, and cannot refuse.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/problem.h"
#include "core/journal/journal.h"
#include "core/journal/rights.h"

namespace lapak {

struct Profile;

enum class Role { Owner, Helper };

// Who is at the till. Handed in with each command, never looked up by a rule.
struct Actor {
  std::optional<Id<Seller>> seller;
  Role role = Role::Owner;
  Rights rights;  // the owner has all of them
  bool is_owner() const { return role == Role::Owner; }
  bool may(Right right) const { return role == Role::Owner || rights.has(right); }
};

struct Deciding {
  const Database& database;
  IdSource& ids;
  Instant now;
  Zone zone;
  Actor actor;
  const Profile& profile;
  Date today() const { return zone.local(now).date; }
};

struct Applying {
  Database& database;
  const EntryHeader& header;
};

// What a screen may want to say about what was done: "Lilin dihapus · Urungkan".
struct Outcome {
  std::string kind;   // the command, as in the journal
  IdBytes subject{};  // the sale, product, contact … it made or changed; nil when none
  std::string label;  // its name or number
  bool is_undoable = false;
};

// A picture that a fact names by its hash: kept in the file, content-addressed, not in the journal.
struct Attachment {
  Hash hash{};  // of `jpeg`
  std::string jpeg;
  std::string thumbnail;
};

// How the facts of a decision become entries. What a person can ask to be forgotten is forgotten by the entry, so the
// cards of many people are an entry each.
enum class Entries { One, OneAFact };

struct Decision {
  std::vector<Fact> facts;
  std::vector<Attachment> attachments;
  // The facts that take this back, newest first; empty when a correction is a business of its own (a paid sale).
  std::vector<Fact> opposite;
  Entries entries = Entries::One;
  Outcome outcome;
};

}  // namespace lapak
