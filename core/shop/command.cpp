// shop: commands of any room.
#include "core/shop/command.h"

namespace lapak {

Command::Command(ProfileCommand command) : any_(std::move(command)) {}
Command::Command(CatalogCommand command) : any_(std::move(command)) {}
Command::Command(LabelCommand command) : any_(std::move(command)) {}
Command::Command(StockCommand command) : any_(std::move(command)) {}
Command::Command(StocktakeCommand command) : any_(std::move(command)) {}
Command::Command(PeopleCommand command) : any_(std::move(command)) {}
Command::Command(SaleCommand command) : any_(std::move(command)) {}
Command::Command(TillCommand command) : any_(std::move(command)) {}
Command::Command(OrderCommand command) : any_(std::move(command)) {}
Command::Command(RoundCommand command) : any_(std::move(command)) {}
Command::Command(PartnerCommand command) : any_(std::move(command)) {}
Command::Command(PortfolioCommand command) : any_(std::move(command)) {}
Command::Command(ExpenseCommand command) : any_(std::move(command)) {}
Command::Command(FairCommand command) : any_(std::move(command)) {}
Command::Command(IncomeCommand command) : any_(std::move(command)) {}
Command::Command(ClassCommand command) : any_(std::move(command)) {}
Command::Command(PotCommand command) : any_(std::move(command)) {}
Command::Command(BankCommand command) : any_(std::move(command)) {}
Command::Command(TaxCommand command) : any_(std::move(command)) {}
Command::Command(MaterialCommand command) : any_(std::move(command)) {}
Command::Command(RecipeCommand command) : any_(std::move(command)) {}
Command::Command(BatchCommand command) : any_(std::move(command)) {}
Command::Command(CartCommand command) : any_(std::move(command)) {}
Command::Command(ImportSales command) : any_(std::move(command)) {}
Command::Command(const Command&) = default;
Command::Command(Command&&) noexcept = default;
Command& Command::operator=(const Command&) = default;
Command& Command::operator=(Command&&) noexcept = default;
Command::~Command() = default;

}  // namespace lapak
