// shop: the ready-made shop of a maker: 40 products with pictures drawn by the program, and three weeks of sales.
//
// For trying Lapak out, for the screenshots and for tests. The same moment gives the same shop.
#pragma once
#include <filesystem>
#include <memory>

#include "core/base/clock.h"
#include "core/shop/shop.h"

namespace lapak {

// The demo's card: "Rumah Benang", rupiah, in this language.
NewShop demo_card(Language language);

// Fills an empty shop that was made with `clock`: three weeks of trading that end at `now`, where the clock then
// stands.
void fill_demo(Shop& shop, FixedClock& clock, Instant now);

// Makes the demo as a file. Problems: FileExists, FolderMissing. Throws FileError, DatabaseError.
Result<void> create_demo(const std::filesystem::path& path, Language language, Instant now, Files& files);

}  // namespace lapak
