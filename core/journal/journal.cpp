// journal: every change of the shop, chained.
#include "core/journal/journal.h"

#include <sodium.h>

#include <cstring>

#include "core/db/damage.h"
#include "core/journal/fact.h"

namespace lapak {
namespace {

constexpr std::int64_t body_version = 1;

class Hasher {
 public:
  Hasher() { crypto_generichash_init(&state_, nullptr, 0, std::tuple_size_v<Hash>); }
  // Each part is preceded by its length, so that no two different rows hash the same bytes.
  Hasher& part(Blob bytes) {
    number(static_cast<std::int64_t>(bytes.size()));
    crypto_generichash_update(&state_, bytes.data(), bytes.size());
    return *this;
  }
  Hasher& part(std::string_view text) {
    return part(Blob(reinterpret_cast<const std::uint8_t*>(text.data()), text.size()));
  }
  Hasher& number(std::int64_t value) {
    std::array<std::uint8_t, 8> bytes{};
    for (std::size_t i = 0; i < 8; ++i)
      bytes[i] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(value) >> (8 * i));
    crypto_generichash_update(&state_, bytes.data(), bytes.size());
    return *this;
  }
  Hash finish() {
    Hash hash{};
    crypto_generichash_final(&state_, hash.data(), hash.size());
    return hash;
  }

 private:
  crypto_generichash_state state_;
};

struct Row {
  EntryHeader header;
  Id<Epoch> epoch;
  std::int64_t epoch_seq = 0;
  std::int64_t version = 0;
  std::string body;
  std::optional<Hash> personal_hash;
};

Hash hash_of(const Hash& previous, const Row& row) {
  Hasher hasher;
  hasher.part(Blob(previous)).part(Blob(row.header.id.bytes)).part(Blob(row.epoch.bytes)).number(row.epoch_seq);
  hasher.number(row.header.at.utc_ms);
  hasher.part(row.header.who ? Blob(row.header.who->bytes) : Blob());
  hasher.part(row.header.kind).number(row.version).part(row.body);
  hasher.part(row.personal_hash ? Blob(*row.personal_hash) : Blob());
  return hasher.finish();
}

std::optional<Hash> hash_column(const Rows& rows, int column) {
  const Blob bytes = rows.get<Blob>(column);
  if (bytes.size() != std::tuple_size_v<Hash>) return std::nullopt;
  Hash hash{};
  std::memcpy(hash.data(), bytes.data(), hash.size());
  return hash;
}

}  // namespace

EpochCard current_epoch(const Database& database) {
  Rows rows = database.query("SELECT id, number, till FROM epoch ORDER BY rowid DESC LIMIT 1");
  if (!rows.next()) throw_damaged("no epoch");
  return EpochCard{rows.get<Id<Epoch>>(0), rows.get<std::int64_t>(1), rows.get<std::string>(2)};
}

EpochCard begin_epoch(Database& database, IdSource& ids, Instant at, std::string_view till, std::string_view reason) {
  LAPAK_ASSERT(database.in_transaction());
  const std::int64_t highest =
      database.value<std::int64_t>("SELECT max(number) FROM epoch WHERE till = ?", till).value_or(0);
  EpochCard card{ids.next<Epoch>(), highest + 1, std::string(till)};
  database.run("INSERT INTO epoch(id, number, till, begun_at, reason) VALUES (?, ?, ?, ?, ?)", card.id, card.number,
               card.till, at, reason);
  return card;
}

Head journal_head(const Database& database) {
  Rows rows = database.query("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1");
  if (!rows.next()) return {};
  return Head{rows.get<std::int64_t>(0), hash_column(rows, 1).value_or(Hash{})};
}

Hash append_entry(Database& database, const Entry& entry, const std::array<std::uint8_t, 16>& salt) {
  LAPAK_ASSERT(database.in_transaction());
  // Written out part by part: copying the facts into one tree would cost more than all the rest.
  std::string body;
  Json personal = Json::array();
  bool is_personal = false;
  for (const Fact& fact : entry.facts) {
    body +=
        (body.empty() ? "[{\"fact\":" : ",{\"fact\":") + fact.body.dump() + ",\"kind\":" + Json(fact.kind).dump() + "}";
    personal.push_back(fact.personal);
    is_personal |= !fact.personal.is_null();
  }
  Row row{.header = entry.header,
          .epoch = {},
          .version = body_version,
          .body = body.empty() ? "[]" : body + "]",
          .personal_hash = {}};
  std::optional<std::string> personal_text;
  if (is_personal) {
    Json salted{{"salt", id_text(salt)}, {"facts", std::move(personal)}};
    personal_text = salted.dump();
    row.personal_hash = Hasher().part(*personal_text).finish();
  }
  const EpochCard epoch = current_epoch(database);
  row.epoch = epoch.id;
  // The chain is one per epoch: its first entry follows a hash of zeros.
  Hash previous{};
  {
    Rows last =
        database.query("SELECT epoch_seq, hash FROM journal WHERE epoch = ? ORDER BY epoch_seq DESC LIMIT 1", epoch.id);
    if (last.next()) {
      row.epoch_seq = last.get<std::int64_t>(0);
      previous = hash_column(last, 1).value_or(Hash{});
    }
  }
  ++row.epoch_seq;
  const Hash hash = hash_of(previous, row);
  std::optional<Blob> personal_hash;
  if (row.personal_hash) personal_hash = Blob(*row.personal_hash);
  database.run(
      "INSERT INTO journal(id, epoch, epoch_seq, at, who, kind, version, body, personal, personal_hash, hash) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      entry.header.id, epoch.id, row.epoch_seq, entry.header.at, entry.header.who, entry.header.kind, row.version,
      row.body, personal_text, personal_hash, Blob(hash));
  return hash;
}

Walk walk_journal(const Database& database, const std::function<void(const Entry&)>& visit) {
  Walk walk;
  Hash previous{};
  Id<Epoch> epoch{};
  std::int64_t epoch_seq = 0;
  Rows rows = database.query(
      "SELECT seq, id, epoch, epoch_seq, at, who, kind, version, body, personal, personal_hash, hash "
      "FROM journal ORDER BY seq");
  while (rows.next()) {
    Row row;
    const auto seq = rows.get<std::int64_t>(0);
    row.header = EntryHeader{rows.get<Id<JournalEntry>>(1), rows.get<Instant>(4),
                             rows.get<std::optional<Id<Seller>>>(5), rows.get<std::string>(6)};
    row.epoch = rows.get<Id<Epoch>>(2);
    row.epoch_seq = rows.get<std::int64_t>(3);
    row.version = rows.get<std::int64_t>(7);
    row.body = rows.get<std::string>(8);
    row.personal_hash = hash_column(rows, 10);
    if (row.epoch != epoch) {
      epoch = row.epoch;
      epoch_seq = 0;
      previous = {};
    }
    const auto personal_text = rows.get<std::optional<std::string>>(9);
    const bool words_match =
        !personal_text || (row.personal_hash && Hasher().part(*personal_text).finish() == *row.personal_hash);
    const Hash hash = hash_of(previous, row);
    if (row.epoch_seq != epoch_seq + 1 || !words_match || hash_column(rows, 11) != hash || seq != walk.entries + 1) {
      walk.broken_at = seq;
      return walk;
    }
    epoch_seq = row.epoch_seq;
    previous = hash;
    const Json body = Json::parse(row.body);
    const Json personal = personal_text ? Json::parse(*personal_text).at("facts") : Json::array();
    Entry entry{row.header, {}};
    for (std::size_t i = 0; i < body.size(); ++i)
      entry.facts.push_back(Fact{body[i].at("kind"), body[i].at("fact"), i < personal.size() ? personal[i] : Json()});
    visit(entry);
    ++walk.entries;
  }
  return walk;
}

}  // namespace lapak
