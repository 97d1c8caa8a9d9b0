// screens: bringing a copy back: which copies there are and what each holds, and the moment while one takes the shop's
// place.
#pragma once
#include <filesystem>
#include <memory>
#include <vector>

#include "app/screens/screen.h"

namespace lapak {

// The copies in these folders, on sticks and beside `shop`, which may be open, damaged or gone. One that is tapped is
// read to its last byte before it is offered; asks for a RestoreShop of it.
std::unique_ptr<Screen> make_restore_page(std::filesystem::path shop, std::vector<std::filesystem::path> folders);

// Brings `copy` back on the worker, which must be the only one that has `shop` open; then asks for an OpenShop of it.
std::unique_ptr<Screen> make_restoring_screen(std::filesystem::path copy, std::filesystem::path shop);

}  // namespace lapak
