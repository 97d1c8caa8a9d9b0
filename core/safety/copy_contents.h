// safety: what a copy holds, so that a seller can tell which one to bring back.
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/problem.h"
#include "core/db/database.h"
#include "core/journal/journal.h"

namespace lapak {

struct CopyContents {
  Head head;
  std::int64_t sales = 0;   // of our own, refunds and voids among them
  std::string last_number;  // of our own receipts, or empty
  std::optional<Instant> last_sale_at;
};

CopyContents contents_of(const Database& shop);
// Looks into a file, of which it does not check that it is whole: check_copy() does, and takes as long as reading it.
// Problems: those of recognise(), ShopDamaged. Throws DatabaseError. Any thread.
Result<CopyContents> contents_of(const std::filesystem::path& copy);

// How many sales `shop` knows that `copy` does not; nullopt when the copy is not of an earlier day of this shop.
std::optional<std::int64_t> sales_since(const CopyContents& copy, const Database& shop);

struct RestorableCopy {
  std::filesystem::path file;
  Instant made_at;  // as the disk says
  std::uint64_t bytes = 0;
  CopyContents contents;
};

// Every copy that can be looked into: the files of these folders, and what was kept beside `shop` before migrations and
// restores. Newest first, at most `most`. What cannot be read is left out. Any thread.
std::vector<RestorableCopy> restorable_copies(const std::filesystem::path& shop,
                                              const std::vector<std::filesystem::path>& folders, std::size_t most);

}  // namespace lapak
