// words: the catalogues. One immutable value a language; a screen, a layout or a sentence is handed one.
//
// The English text is the message id, as in gettext; `id.po` holds the Indonesian. Catalogues are compiled by msgfmt
// and embedded, so nothing has to be found at run time. Any thread.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/base/currency.h"
#include "core/base/date.h"

namespace lapak {

enum class Language {
  Indonesian,
  English,
  Pseudo,  // English with brackets and 40 % more letters: shows on a screen what is not translated, or cut
};

std::string_view language_code(Language language);  // "id", "en", "xx"
std::optional<Language> find_language(std::string_view code);

class Words {
 public:
  static const Words& in(Language language);

  Language language() const { return language_; }
  NumberStyle number_style() const;

  // The words for an English message; the message itself where the catalogue lacks it.
  // `context` tells apart one English word that is two elsewhere ("verb|Sale").
  std::string_view operator()(std::string_view english) const;
  std::string_view in_context(std::string_view context, std::string_view english) const;
  // Chosen by the language's plural rule: plural("{} item", "{} items", 3) is not formatted yet.
  std::string_view plural(std::string_view one, std::string_view many, std::int64_t count) const;

  std::string money(Money amount, const Currency& currency, Symbol symbol = Symbol::Shown) const;
  std::string quantity(Quantity quantity) const;
  std::string count(std::int64_t count) const;
  // A share of 1 as whole percent: "42 %" / "42%".
  std::string percent(Fraction share) const;

  std::string short_date(Date date) const;           // "22 Nov"
  std::string weekday_date(Date date) const;         // "Min 22 Nov" / "Sun 22 Nov"
  std::string full_date(Date date) const;            // "22 November 2026"
  std::string month(Date date) const;                // "November 2026"
  std::string time(const LocalTime& local) const;    // "10.42" / "10:42"
  std::string_view weekday_name(int weekday) const;  // short; 0 = Sunday

  // Every English message with its words, for the tests that compare catalogues.
  const std::unordered_map<std::string, std::string>& messages() const { return messages_; }

 private:
  explicit Words(Language language);

  Language language_;
  std::unordered_map<std::string, std::string> messages_;
};

// Marks a message for xgettext where it stands in a table, to be looked up later.
constexpr std::string_view N_(std::string_view english) {
  return english;
}

}  // namespace lapak
