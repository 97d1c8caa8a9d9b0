// exchange: the shop's goods with their stock and prices as another program takes them in, so that the web shop can be
// brought up to date after a fair. Reads the database; any thread that has a connection of its own.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "core/db/database.h"
#include "core/exchange/goods_list.h"
#include "core/profile/profile.h"

namespace lapak {

// "shopify", "etsy", "square", "loyverse", "woocommerce"; nullopt for anything else.
std::optional<Dialect> find_dialect(std::string_view name);

// All that is not hidden, under the very headers of that program. Pieces are whole ones and never below nothing: a web
// shop cannot sell the half of one. What is not counted says nothing of its stock. What varies in more ways than the
// program knows is written as one choice of all of them. Read again by plan_products it is what the shop has.
// Asserts: not Plain, whose list is export_csv.
std::string goods_csv(const Database& database, const Profile& profile, Dialect dialect);

}  // namespace lapak
