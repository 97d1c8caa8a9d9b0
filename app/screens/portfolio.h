// screens: the portfolio: finished work chosen, put in order, given words, seen as it will be posted, and saved.
#pragma once
#include <memory>

namespace lapak {

class Screen;
std::unique_ptr<Screen> make_portfolio_screen();

}  // namespace lapak
