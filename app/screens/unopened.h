// screens: a shop that cannot be shown, and what can be done instead; and the moment while the sample shop is made.
#pragma once
#include <filesystem>
#include <memory>
#include <vector>

#include "app/screens/screen.h"

namespace lapak {

// Says why `shop` was not opened, where its backups lie, and asks for an OpenShop or BeginFirstRun. A shop's file may
// be dropped on it. `looked_in`: folders where other shops may be.
std::unique_ptr<Screen> make_unopened_screen(std::filesystem::path shop, Problem why,
                                             std::vector<std::filesystem::path> looked_in);

// Makes the sample shop at `path` on the worker, then asks for an OpenShop of it. `files` outlives the screen.
std::unique_ptr<Screen> make_preparing_demo_screen(std::filesystem::path path, Files& files);

}  // namespace lapak
