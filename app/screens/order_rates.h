// screens: what an hour of work brought, by kind of order and by client, and whether promises were kept.
#pragma once
#include <memory>

namespace lapak {

class Screen;

// Names "rates.kind.<i>", "rates.<i>".
std::unique_ptr<Screen> make_order_rates_screen();

}  // namespace lapak
