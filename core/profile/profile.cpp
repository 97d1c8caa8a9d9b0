// profile: the shop's own card.
#include "core/profile/profile.h"

#include <array>

namespace lapak {
namespace {

constexpr std::array<std::pair<Method, std::string_view>, 7> codes{{{Method::Cash, "cash"},
                                                                    {Method::Qris, "qris"},
                                                                    {Method::Transfer, "transfer"},
                                                                    {Method::Card, "card"},
                                                                    {Method::Exchange, "exchange"},
                                                                    {Method::Deposit, "deposit"},
                                                                    {Method::Imported, "imported"}}};

}  // namespace

std::string_view method_code(Method method) {
  for (const auto& [known, code] : codes)
    if (known == method) return code;
  LAPAK_ASSERT(false);
}

std::optional<Method> find_method(std::string_view code) {
  for (const auto& [method, known] : codes)
    if (known == code) return method;
  return std::nullopt;
}

std::string_view method_name(Method method, const Words& words) {
  switch (method) {
    case Method::Cash:
      return words("Cash");
    case Method::Qris:
      return words("QRIS");
    case Method::Transfer:
      return words("Bank transfer");
    case Method::Card:
      return words("Card terminal");
    case Method::Exchange:
      return words("Exchange");
    case Method::Deposit:
      return words(N_("Deposit"));
    case Method::Imported:
      return words("Imported");
  }
  LAPAK_ASSERT(false);
}

const TaxRate* tax_rate_on(const std::vector<TaxRate>& rates, std::string_view tax_class, Date day) {
  const TaxRate* latest = nullptr;
  for (const TaxRate& rate : rates)
    if (rate.tax_class == tax_class && rate.valid_from <= day &&
        (latest == nullptr || rate.valid_from > latest->valid_from))
      latest = &rate;
  return latest;
}

const Currency& Profile::money() const {
  const Currency* found = find_currency(currency);
  LAPAK_ASSERT(found != nullptr);
  return *found;
}

const Words& Profile::words() const {
  return Words::in(find_language(language).value_or(Language::Indonesian));
}

const Words& Profile::screen_words() const {
  const auto chosen = find_language(screen_language);
  return chosen ? Words::in(*chosen) : words();
}

std::string_view theme_at(int hour) {
  if (hour >= 9 && hour < 16) return "terik";
  return hour >= 18 || hour < 6 ? "malam" : "mori";
}

Zone Profile::clock() const {
  return Zone::named(zone).value_or(Zone{});
}

}  // namespace lapak
