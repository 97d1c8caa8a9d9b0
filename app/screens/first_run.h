// screens: from an empty machine to the first sale (ux.md §2.29).
//
// Its shop is one in memory, where what is chosen is tried: the language and the size of the display are its profile's.
// It ends with a BeginShop or OpenDemo. Nothing is written before that.
#pragma once
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "app/screens/screen.h"
#include "core/shop/shop.h"

namespace lapak {

struct FirstRunPlaces {
  std::filesystem::path shop;                    // where the shop is to be; empty: in `folder`, named as the stall
  std::filesystem::path folder;                  // made when it is missing
  std::vector<std::filesystem::path> looked_in;  // for photos and tables to pick from
};

// `seams` outlive the screen.
std::unique_ptr<Screen> make_first_run_screen(FirstRunPlaces places, Seams seams);

// Where a shop of this name would go: nothing is there yet.
std::filesystem::path place_of_new_shop(const FirstRunPlaces& places, std::string_view name);

}  // namespace lapak
