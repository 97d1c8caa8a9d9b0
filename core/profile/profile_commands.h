// profile: what can be done to the shop's card.
#pragma once
#include <string>
#include <variant>

#include "core/journal/decision.h"
#include "core/profile/profile.h"

namespace lapak {

// Changes every field that differs. Of who may (Right::Settings), but for the display (theme, its hours, size, hand,
// motion, screen_keyboard, screen_language). Problems: NameEmpty, UnknownCurrency, UnknownLanguage, UnknownZone,
// OwnerOnly, Qris…
struct SaveProfile {
  Profile profile;
};

using ProfileCommand = std::variant<SaveProfile>;

Result<Decision> decide(const ProfileCommand& command, const Deciding& deciding);
void apply_profile(const Fact& fact, const Applying& applying);

Profile load_profile(const Database& database);

}  // namespace lapak
