// screens: who stands where.
#include "app/screens/places.h"

#include "app/screens/sell.h"

namespace lapak {

std::vector<PlaceCard> shop_places() {
  return {{Section::Sell, "sell", N_("Sell"), icon::storefront, false, make_sell_screen}};
}

}  // namespace lapak
