// screens: who stands where.
#include "app/screens/places.h"

#include "app/screens/fairs.h"
#include "app/screens/history.h"
#include "app/screens/orders.h"
#include "app/screens/people.h"
#include "app/screens/report.h"
#include "app/screens/sell.h"
#include "app/screens/settings.h"
#include "app/screens/stock.h"

namespace lapak {

std::vector<PlaceCard> shop_places() {
  return {{Section::Sell, "sell", N_("Sell"), icon::storefront, false, make_sell_screen},
          {Section::Orders, "orders", N_("Orders"), icon::kanban, false, make_orders_screen},
          {Section::Stock, "stock", N_("Stock"), icon::package, false, make_stock_screen},
          {Section::People, "people", N_("People"), icon::users, false, make_people_screen},
          {Section::Fairs, "fairs", N_("Fairs"), icon::tent, false, make_fairs_screen},
          {Section::History, "history", N_("Receipts"), icon::receipt, false, [] { return make_history_screen(); }},
          {Section::Day, "day", N_("Reports"), icon::chart_bar, false, make_report_screen},
          {Section::Settings, "settings", N_("Settings"), icon::gear_six, true, make_settings_screen}};
}

}  // namespace lapak
