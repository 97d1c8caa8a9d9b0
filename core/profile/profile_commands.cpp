// profile: what can be done to the shop's card.
#include "core/profile/profile_commands.h"

#include <set>

#include "core/base/text.h"
#include "core/journal/fact_json.h"

namespace lapak {

struct SettingChanged {
  static constexpr std::string_view kind = "profile.setting_changed";
  std::string name;
  Json value;
};

NLOHMANN_JSON_SERIALIZE_ENUM(RoundingDirection, {{RoundingDirection::Down, "down"},
                                                 {RoundingDirection::Nearest, "nearest"},
                                                 {RoundingDirection::Up, "up"}})
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(BankAccount, bank, number, holder)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(TaxRate, tax_class, name, rate, included, valid_from)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(CashRounding, step, direction)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(MethodFee, method, fee)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Profile, name, address, phone, link, thanks, logo, currency, language,
                                                zone, cash_rounding, tax_rates, accounts, fees, qris,
                                                qris_amount_tested, one_tap_cash, tips, receipt_paper, stamp_duty_above,
                                                week_half_slots, week_minutes, backup_folder, theme, theme_by_hour,
                                                display_size, hand, reduced_motion, screen_keyboard, screen_language,
                                                lock_after_minutes, is_demo, has_sold)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(SettingChanged, name, value)

namespace {

// What a helper may change: how the screen looks, nothing about the shop.
const std::set<std::string> display_settings{"theme",          "theme_by_hour",   "display_size",   "hand",
                                             "reduced_motion", "screen_keyboard", "screen_language"};

Result<Profile> checked(Profile profile) {
  Result<std::string> name = checked_name(profile.name);
  if (!name) return std::unexpected(name.error());
  profile.name = *name;
  for (std::string* text : {&profile.address, &profile.phone, &profile.link, &profile.thanks}) {
    Result<std::string> note = checked_note(*text);
    if (!note) return std::unexpected(note.error());
    *text = *note;
  }
  const Currency* currency = find_currency(profile.currency);
  if (currency == nullptr) return refuse(ProblemCode::UnknownCurrency, profile.currency);
  profile.currency = currency->code;
  if (!find_language(profile.language)) return refuse(ProblemCode::UnknownLanguage, profile.language);
  if (!profile.screen_language.empty() && !find_language(profile.screen_language))
    return refuse(ProblemCode::UnknownLanguage, profile.screen_language);
  if (!Zone::named(profile.zone)) return refuse(ProblemCode::UnknownZone, profile.zone);
  for (const TaxRate& rate : profile.tax_rates)
    if (rate.rate.denominator <= 0 || rate.rate.numerator < 0 || rate.rate.numerator > rate.rate.denominator)
      return refuse(ProblemCode::NotAnAmount, rate.name);
  for (const MethodFee& fee : profile.fees)
    if (fee.fee.denominator <= 0 || fee.fee.numerator < 0 || fee.fee.numerator > fee.fee.denominator)
      return refuse(ProblemCode::NotAnAmount, fee.method);
  if (profile.week_half_slots < 0 || profile.week_minutes < 0) return refuse(ProblemCode::QuantityNegative);
  if (profile.lock_after_minutes < 0) return refuse(ProblemCode::NotAnAmount);
  if (profile.cash_rounding.step.minor < 0 || profile.stamp_duty_above.minor < 0)
    return refuse(ProblemCode::AmountNegative);
  return profile;
}

}  // namespace

Result<Decision> decide(const ProfileCommand& command, const Deciding& deciding) {
  Result<Profile> wanted = checked(std::get<SaveProfile>(command).profile);
  if (!wanted) return std::unexpected(wanted.error());
  const Json before = deciding.profile, after = *wanted;
  Decision decision;
  decision.outcome = {.kind = "save_profile", .label = wanted->name, .is_undoable = true};
  for (const auto& [name, value] : after.items()) {
    if (before.at(name) == value) continue;
    if (!deciding.actor.may(Right::Settings) && !display_settings.contains(name)) return refuse(ProblemCode::OwnerOnly);
    decision.facts.push_back(fact_of(SettingChanged{name, value}));
    decision.opposite.push_back(fact_of(SettingChanged{name, before.at(name)}));
  }
  return decision;
}

void apply_profile(const Fact& fact, const Applying& applying) {
  LAPAK_ASSERT(fact.kind == SettingChanged::kind);
  const auto changed = fact.body.get<SettingChanged>();
  applying.database.run(
      "INSERT INTO setting(name, value) VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value",
      changed.name, changed.value.dump());
}

Profile load_profile(const Database& database) {
  Json fields = Json::object();
  for (Rows rows = database.query("SELECT name, value FROM setting"); rows.next();)
    fields[rows.get<std::string>(0)] = Json::parse(rows.get<std::string>(1));
  return fields.get<Profile>();
}

}  // namespace lapak
