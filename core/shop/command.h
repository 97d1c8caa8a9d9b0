// shop: what can be done, of whichever room, as one value.
//
// A room's command converts by itself: `shop.execute(OpenDay{notes})`. The variant of all of them is made and
// destroyed in command.cpp alone: each file that does so itself costs the compiler seconds.
#pragma once
#include <concepts>
#include <type_traits>
#include <utility>
#include <variant>

#include "core/books/bank_commands.h"
#include "core/books/class_commands.h"
#include "core/books/expense_commands.h"
#include "core/books/income_commands.h"
#include "core/books/pot_commands.h"
#include "core/books/tax_commands.h"
#include "core/catalog/catalog_commands.h"
#include "core/catalog/label_commands.h"
#include "core/fair/fair_commands.h"
#include "core/making/batch_commands.h"
#include "core/making/material_commands.h"
#include "core/making/recipe_commands.h"
#include "core/order/order_commands.h"
#include "core/order/round_commands.h"
#include "core/partner/partner_commands.h"
#include "core/people/people_commands.h"
#include "core/portfolio/portfolio_commands.h"
#include "core/profile/profile_commands.h"
#include "core/sale/cart_drafts.h"
#include "core/sale/sale_commands.h"
#include "core/stock/stock_commands.h"
#include "core/stock/stocktake.h"
#include "core/till/till_commands.h"

namespace lapak {

// One variant a room; an import is a room's only command of its kind.
using AnyCommand =
    std::variant<ProfileCommand, CatalogCommand, LabelCommand, StockCommand, StocktakeCommand, PeopleCommand,
                 SaleCommand, TillCommand, OrderCommand, RoundCommand, PartnerCommand, PortfolioCommand, ExpenseCommand,
                 FairCommand, IncomeCommand, ClassCommand, PotCommand, BankCommand, TaxCommand, MaterialCommand,
                 RecipeCommand, BatchCommand, CartCommand, ImportSales>;

template <class One, class Variant>
inline constexpr bool is_among = false;
template <class One, class... Kinds>
inline constexpr bool is_among<One, std::variant<Kinds...>> = (std::same_as<One, Kinds> || ...);

namespace of_room {
template <class One, class Room, class... More>
consteval auto find(std::type_identity<std::variant<Room, More...>>) {
  if constexpr (is_among<One, Room>)
    return std::type_identity<Room>();
  else if constexpr (sizeof...(More) > 0)
    return find<One>(std::type_identity<std::variant<More...>>());
  else
    return;
}
template <class One>
using Found = decltype(find<One>(std::type_identity<AnyCommand>()));
}  // namespace of_room

class Command {
 public:
  template <class One>
  requires(!std::is_void_v<of_room::Found<One>>) Command(One one)
      : Command(typename of_room::Found<One>::type(std::move(one))) {}
  Command(ProfileCommand command);
  Command(CatalogCommand command);
  Command(LabelCommand command);
  Command(StockCommand command);
  Command(StocktakeCommand command);
  Command(PeopleCommand command);
  Command(SaleCommand command);
  Command(TillCommand command);
  Command(OrderCommand command);
  Command(RoundCommand command);
  Command(PartnerCommand command);
  Command(PortfolioCommand command);
  Command(ExpenseCommand command);
  Command(FairCommand command);
  Command(IncomeCommand command);
  Command(ClassCommand command);
  Command(PotCommand command);
  Command(BankCommand command);
  Command(TaxCommand command);
  Command(MaterialCommand command);
  Command(RecipeCommand command);
  Command(BatchCommand command);
  Command(CartCommand command);
  Command(ImportSales command);
  Command(const Command&);
  Command(Command&&) noexcept;
  Command& operator=(const Command&);
  Command& operator=(Command&&) noexcept;
  ~Command();

  const AnyCommand& any() const { return any_; }

 private:
  AnyCommand any_;
};

}  // namespace lapak
