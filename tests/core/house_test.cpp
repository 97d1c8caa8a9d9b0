// The order of the rooms: every #include is read, and an arrow that runs the wrong way fails here.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Storey = std::vector<std::string_view>;

// A room may use the storeys before its own, and itself, but not the rooms beside it.
const std::array core_storeys = {Storey{"base"},
                                 Storey{"words"},
                                 Storey{"db"},
                                 Storey{"journal"},
                                 Storey{"profile"},
                                 Storey{"catalog", "people"},
                                 Storey{"stock"},
                                 Storey{"making"},
                                 Storey{"sale"},
                                 Storey{"till"},
                                 Storey{"order", "partner"},
                                 Storey{"books"},
                                 Storey{"fair"},
                                 Storey{"portfolio"},
                                 Storey{"report"},
                                 Storey{"paper", "exchange", "safety", "print"},
                                 Storey{"shop"}};
const std::array app_storeys = {Storey{"touch"},  Storey{"look"},    Storey{"parts"},
                                Storey{"window"}, Storey{"screens"}, Storey{"cli"}};

// Libraries that only one half of the house may see, and the one room of that half that knows it, if it is one.
struct Library {
  std::string_view header_start;
  std::string_view half;
  std::string_view room;
};
constexpr Library libraries[] = {
    {"imgui", "app", ""},      {"GLFW/", "app", "window"}, {"GL/", "app", "window"},          {"sqlite3", "core", "db"},
    {"hpdf", "core", "paper"}, {"cups/", "core", "print"}, {"xlsxwriter", "core", "exchange"}};

// The `index`-th folder of a path: folder("core/sale/cart.h", 1) is "sale". Empty where there is none.
std::string_view folder(std::string_view path, int index) {
  for (;; --index) {
    const auto slash = path.find('/');
    if (slash == std::string_view::npos) return {};
    if (index == 0) return path.substr(0, slash);
    path.remove_prefix(slash + 1);
  }
}

std::optional<std::size_t> storey_of(std::string_view room, std::span<const Storey> storeys) {
  for (std::size_t i = 0; i < storeys.size(); ++i) {
    if (std::ranges::find(storeys[i], room) != storeys[i].end()) return i;
  }
  return std::nullopt;
}

// What is wrong with `file` (as "core/sale/cart.cpp") including `header`, as a sentence; empty when nothing is.
std::string wrong_arrow(std::string_view file, std::string_view header) {
  const std::string sentence = std::string(file) + " may not include " + std::string(header);
  const std::string_view half = folder(file, 0);
  const std::string_view room = folder(file, 1);
  for (const Library& library : libraries) {
    if (!header.starts_with(library.header_start)) continue;
    if (half != library.half) return sentence + ": only " + std::string(library.half) + " knows that library";
    if (library.room.empty() || room == library.room) return {};
    return sentence + ": use the room " + std::string(library.room);
  }
  if (half == "core" && folder(header, 0) == "app") return sentence + ": core knows no screen";
  if (half == "app" && room.empty()) return {};  // main.cpp puts everything together
  const std::span<const Storey> storeys = half == "core" ? std::span<const Storey>(core_storeys) : app_storeys;
  const auto own = storey_of(room, storeys);
  if (!own) return std::string(file) + " stands in no room: give it one, or name the room in this test";
  if (folder(header, 0) != half || folder(header, 1) == room) return {};
  const auto other = storey_of(folder(header, 1), storeys);
  if (other && *other < *own) return {};
  std::string may_use;
  for (std::size_t i = 0; i < *own; ++i) {
    for (const std::string_view name : storeys[i]) may_use += " " + std::string(name);
  }
  return sentence + ": " + std::string(room) + " may use" + (may_use.empty() ? " no other room" : may_use);
}

std::vector<fs::path> sources(std::string_view top) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(LAPAK_SOURCE_DIR) / top)) {
    if (entry.path().extension() == ".h" || entry.path().extension() == ".cpp") found.push_back(entry.path());
  }
  std::ranges::sort(found);
  return found;
}

std::string name_of(const fs::path& path) {
  return fs::relative(path, LAPAK_SOURCE_DIR).generic_string();
}

// The header that a line includes, or nothing.
std::string_view included(std::string_view line) {
  if (!line.starts_with("#include")) return {};
  const auto open = line.find_first_of("<\"");
  if (open == std::string_view::npos) return {};
  const auto close = line.find_first_of(">\"", open + 1);
  return close == std::string_view::npos ? std::string_view{} : line.substr(open + 1, close - open - 1);
}

}  // namespace

TEST_CASE("every include of core and app runs to a room on its left") {
  for (const std::string_view half : {"core", "app"}) {
    for (const fs::path& path : sources(half)) {
      std::ifstream file(path);
      for (std::string line; std::getline(file, line);) {
        const std::string_view header = included(line);
        const std::string wrong = header.empty() ? "" : wrong_arrow(name_of(path), header);
        if (wrong.empty()) continue;
        FAIL_CHECK(wrong);
        break;  // one a file is enough to know where to look
      }
    }
  }
}

TEST_CASE("an arrow that runs the wrong way is named with the rooms that may be used") {
  CHECK(wrong_arrow("core/stock/stock.cpp", "core/sale/cart.h") ==
        "core/stock/stock.cpp may not include core/sale/cart.h: stock may use base words db journal profile catalog "
        "people");
  CHECK(wrong_arrow("core/base/money.h", "core/db/database.h") ==
        "core/base/money.h may not include core/db/database.h: base may use no other room");
  CHECK(wrong_arrow("core/sale/cart_store.cpp", "sqlite3.h") ==
        "core/sale/cart_store.cpp may not include sqlite3.h: use the room db");
  CHECK(wrong_arrow("core/people/contact.h", "core/catalog/product.h") != "");
  CHECK(wrong_arrow("core/sale/cart.cpp", "app/look/theme.h") != "");
  CHECK(wrong_arrow("core/sale/cart.cpp", "imgui.h") != "");
  CHECK(wrong_arrow("core/loose.cpp", "core/base/money.h") != "");
  CHECK(wrong_arrow("app/parts/button.cpp", "app/screens/sell.h") != "");
  CHECK(wrong_arrow("app/parts/button.cpp", "hpdf.h") != "");

  CHECK(wrong_arrow("core/shop/shop.cpp", "core/base/money.h") == "");
  CHECK(wrong_arrow("core/db/database.cpp", "sqlite3.h") == "");
  CHECK(wrong_arrow("core/sale/cart.cpp", "core/sale/cart.h") == "");
  CHECK(wrong_arrow("core/sale/cart.cpp", "vector") == "");
  CHECK(wrong_arrow("app/screens/sell.cpp", "core/shop/shop.h") == "");
  CHECK(wrong_arrow("app/main.cpp", "app/screens/sell.h") == "");
}

TEST_CASE("no property is checked without being able to fail its test") {
  for (const fs::path& path : sources("tests")) {
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
      const auto at = line.find("rc::check(");
      CHECK_MESSAGE((at == line.npos || at != line.find_first_not_of(' ')),
                    (name_of(path) + ": its answer is dropped, write CHECK(rc::check(…))"));
    }
  }
}

TEST_CASE("every source file begins by saying what it is for") {
  for (const std::string_view top : {"core", "app", "fonts", "tests"}) {
    for (const fs::path& path : sources(top)) {
      std::ifstream file(path);
      std::string line;
      std::getline(file, line);
      CHECK_MESSAGE(line.starts_with("// "), name_of(path));
    }
  }
}
