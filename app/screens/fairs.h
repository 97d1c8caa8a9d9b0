// screens: fairs: all of them, the page of one, its card, its opening, its packing and what it came to.
#pragma once
#include <memory>
#include <optional>

#include "core/fair/fair.h"

namespace lapak {

class Screen;

std::unique_ptr<Screen> make_fairs_screen();
std::unique_ptr<Screen> make_fair_page(Id<Fair> fair);
// None: a new one.
std::unique_ptr<Screen> make_fair_editor(std::optional<Fair> fair);
// Its first minutes: what is known of it, and the float (ux.md §2.21).
std::unique_ptr<Screen> make_open_fair_screen(Id<Fair> fair);
// What is asked there.
std::unique_ptr<Screen> make_fair_prices(Id<Fair> fair);
std::unique_ptr<Screen> make_packing_screen(Id<Fair> fair);
// What was spent on it.
std::unique_ptr<Screen> make_fair_expenses(Id<Fair> fair);
std::unique_ptr<Screen> make_unpacking_screen(Id<Fair> fair);
std::unique_ptr<Screen> make_fair_result(Id<Fair> fair);
// What became of its goods, and whom one met there.
std::unique_ptr<Screen> make_fair_goods(Id<Fair> fair);
std::unique_ptr<Screen> make_fair_greet(Id<Fair> fair);
// All that were gone to, side by side.
std::unique_ptr<Screen> make_fair_comparison();
// Fairs, promised orders, classes and paid days, week by week.
std::unique_ptr<Screen> make_agenda_screen();

}  // namespace lapak
