// screens: a list from another program is taken in: items, people, or items with the makers whose goods they are.
#pragma once
#include <filesystem>
#include <memory>

#include "app/screens/screen.h"

namespace lapak {

// With a file it is read at once, without one she picks it. Names "import.action", "import.pick", "import.kind.<i>",
// "import.share", "save".
std::unique_ptr<Screen> make_import_screen(std::filesystem::path file = {});

}  // namespace lapak
