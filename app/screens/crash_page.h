// screens: the report that a crash left behind, to be read, kept as a file or thrown away.
#pragma once
#include <filesystem>
#include <memory>
#include <string>

#include "app/screens/screen.h"

namespace lapak {

// `report` is its text, `file` where it lies.
std::unique_ptr<Screen> make_crash_page(std::string report, std::filesystem::path file);

}  // namespace lapak
