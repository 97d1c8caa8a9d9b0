// cli: what the verbs say when something cannot be done, and the way they open a shop. Internal to the room.
#pragma once
#include <fmt/format.h>

#include <filesystem>
#include <functional>
#include <string_view>

#include "app/cli/command_line.h"
#include "core/words/words.h"

namespace lapak {

// Says sentences on standard error, in the shop's language once there is a shop, before that in the machine's.
struct Speech {
  std::ostream& err;
  const Words& words;
  const Currency& currency;

  // Always kProblem, to be returned.
  int say(const Problem& problem) const;
  int say(std::string_view sentence) const;
};

// Of LC_ALL, LC_MESSAGES or LANG; English for every language that Lapak does not speak.
const Words& machine_words();
Speech speech_before_shop(const Terminal& terminal);

// Opens the shop and runs `act` on it. Problems, and failures of the machine, become sentences and kProblem.
int with_shop(const std::filesystem::path& path, const Terminal& terminal,
              const std::function<int(Shop&, const Speech&)>& act);
// The same guard for what needs no shop.
int guarded(const Terminal& terminal, const std::function<int(const Speech&)>& act);

// An amount as the command line takes it: whole numbers are minor units ("1250" is £12.50), anything with a decimal
// mark or symbol is read as people write it ("12.50"). Problems: NotAnAmount, AmountTooLarge.
Result<Money> parse_amount_argument(std::string_view text, const Currency& currency);
// "cash:50000". Problems: MethodUnknown, AmountNegative, and those above.
Result<Tender> parse_payment(std::string_view text, const Currency& currency);

}  // namespace lapak
