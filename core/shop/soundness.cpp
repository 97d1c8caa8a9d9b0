// shop: whether a shop's file still says what was written into it.
#include "core/shop/soundness.h"

#include "core/safety/shop_file.h"

namespace lapak {

Result<Verification> check_soundness(const std::filesystem::path& shop, const IsStopped& is_stopped) {
  if (const Result<Recognised> known = recognise(shop); !known) return std::unexpected(known.error());
  Verification verification;
  try {
    Database facts = Database::open_read_only(shop);
    facts.run("BEGIN");  // one moment, whoever sells meanwhile; closing the file ends it
    std::vector<std::string> broken;
    for (Rows rows = facts.query("PRAGMA integrity_check(10)"); rows.next();)
      if (std::string line = rows.get<std::string>(0); line != "ok") broken.push_back(std::move(line));
    // Where the structure is broken, what stands in it would be said twice.
    if (broken.empty()) return verify(facts, is_stopped);
    verification.differences = std::move(broken);
  } catch (const DatabaseError& error) {
    if (!error.is_damaged()) throw;
    verification.differences.emplace_back(error.what());
  }
  return verification;
}

}  // namespace lapak
