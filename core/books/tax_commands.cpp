// books: which tax the shop reckons by.
#include "core/books/tax_commands.h"

#include <algorithm>

#include "core/journal/fact_json.h"
#include "core/profile/profile.h"

namespace lapak {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(TaxChoice, valid_from, code, rate)

namespace {

struct TaxChosen {
  static constexpr std::string_view kind = "books.tax_chosen";
  Date day;
  std::optional<TaxChoice> choice;  // none: nothing is chosen for that day any more
};
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(TaxChosen, day, choice)

Result<Decision> decide_one(const ChooseTax& command, const Deciding& deciding) {
  const Result<TaxChoice> choice = checked_tax_choice(command.choice);
  if (!choice) return std::unexpected(choice.error());
  const std::vector<TaxChoice> known = tax_choices(deciding.database);
  const auto before = std::ranges::find(known, choice->valid_from, &TaxChoice::valid_from);
  Decision decision;
  decision.facts.push_back(fact_of(TaxChosen{choice->valid_from, *choice}));
  decision.opposite.push_back(
      fact_of(TaxChosen{choice->valid_from, before == known.end() ? std::nullopt : std::optional(*before)}));
  const auto rule = std::ranges::find(tax_rules(), choice->code, &TaxRule::code);
  decision.outcome = {
      .kind = "choose_tax", .label = std::string(deciding.profile.words()(rule->name)), .is_undoable = true};
  return decision;
}

}  // namespace

Result<Decision> decide(const TaxCommand& command, const Deciding& deciding) {
  return std::visit([&](const auto& one) { return decide_one(one, deciding); }, command);
}

void apply_tax(const Fact& fact, const Applying& applying) {
  LAPAK_ASSERT(fact.kind == TaxChosen::kind);
  const auto chosen = fact.body.get<TaxChosen>();
  applying.database.run("DELETE FROM tax_choice WHERE valid_from = ?", chosen.day);
  if (!chosen.choice) return;
  applying.database.run("INSERT INTO tax_choice(valid_from, code, numerator, denominator) VALUES (?, ?, ?, ?)",
                        chosen.day, chosen.choice->code, chosen.choice->rate.numerator,
                        chosen.choice->rate.denominator);
}

std::vector<TaxChoice> tax_choices(const Database& database) {
  std::vector<TaxChoice> all;
  for (Rows rows =
           database.query("SELECT valid_from, code, numerator, denominator FROM tax_choice ORDER BY valid_from");
       rows.next();)
    all.push_back(
        {rows.get<Date>(0), rows.get<std::string>(1), {rows.get<std::int64_t>(2), rows.get<std::int64_t>(3)}});
  return all;
}

}  // namespace lapak
