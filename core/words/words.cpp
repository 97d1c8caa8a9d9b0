// words: the catalogues.
#include "core/words/words.h"

#include <fmt/format.h>

#include <array>
#include <cstring>

#include "core/base/check.h"
#include "lapak_core_embed.h"

namespace lapak {
namespace {

constexpr char context_mark = '\x04';  // as msgfmt writes it between context and message

std::uint32_t word_at(std::string_view bytes, std::size_t offset) {
  LAPAK_ASSERT(offset + 4 <= bytes.size());
  std::uint32_t value = 0;
  std::memcpy(&value, bytes.data() + offset, sizeof value);
  return value;
}

// The format of GNU gettext .mo files: https://www.gnu.org/software/gettext/manual/html_node/MO-Files.html
std::unordered_map<std::string, std::string> read_catalogue(std::string_view mo) {
  std::unordered_map<std::string, std::string> messages;
  LAPAK_ASSERT(word_at(mo, 0) == 0x950412de);
  const std::uint32_t count = word_at(mo, 8), originals = word_at(mo, 12), translations = word_at(mo, 16);
  const auto text = [&](std::size_t entry) {
    const std::uint32_t length = word_at(mo, entry), offset = word_at(mo, entry + 4);
    LAPAK_ASSERT(offset + length <= mo.size());
    return std::string(mo.substr(offset, length));
  };
  for (std::uint32_t i = 0; i < count; ++i) messages.emplace(text(originals + 8 * i), text(translations + 8 * i));
  return messages;
}

std::string pseudo(std::string_view english) {
  std::string stretched = "[";
  std::size_t letters = 0;
  bool in_field = false;
  for (const char c : english) {
    stretched += c;
    if (c == '{') in_field = true;
    if (c == '}') in_field = false;
    const bool vowel = std::string_view("aeiouAEIOU").find(c) != std::string_view::npos;
    if (vowel && !in_field) stretched += c;
    ++letters;
  }
  for (std::size_t i = stretched.size(); i < letters + letters * 4 / 10; ++i) stretched += '~';
  return stretched + "]";
}

constexpr std::array<std::string_view, 7> weekdays{N_("Sun"), N_("Mon"), N_("Tue"), N_("Wed"),
                                                   N_("Thu"), N_("Fri"), N_("Sat")};
constexpr std::array<std::string_view, 12> short_months{N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"),
                                                        N_("May"), N_("Jun"), N_("Jul"), N_("Aug"),
                                                        N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec")};
constexpr std::array<std::string_view, 12> months{N_("January"),   N_("February"), N_("March"),    N_("April"),
                                                  N_("May"),       N_("June"),     N_("July"),     N_("August"),
                                                  N_("September"), N_("October"),  N_("November"), N_("December")};

}  // namespace

std::string_view language_code(Language language) {
  switch (language) {
    case Language::Indonesian:
      return "id";
    case Language::English:
      return "en";
    case Language::Pseudo:
      return "xx";
  }
  LAPAK_ASSERT(false);
}

std::optional<Language> find_language(std::string_view code) {
  for (const Language language : {Language::Indonesian, Language::English, Language::Pseudo})
    if (code == language_code(language)) return language;
  return std::nullopt;
}

Words::Words(Language language) : language_(language) {
  const std::string_view indonesian(reinterpret_cast<const char*>(words_id_mo), words_id_mo_size);
  if (language == Language::English) return;
  messages_ = read_catalogue(indonesian);
  if (language == Language::Indonesian) return;
  std::unordered_map<std::string, std::string> stretched;
  for (const auto& [english, words] : messages_) {
    std::string plain = english.substr(0, english.find('\0'));
    if (const std::size_t mark = plain.find(context_mark); mark != plain.npos) plain.erase(0, mark + 1);
    if (!plain.empty()) stretched.emplace(english, pseudo(plain));
  }
  messages_ = std::move(stretched);
}

const Words& Words::in(Language language) {
  static const Words indonesian(Language::Indonesian);
  static const Words english(Language::English);
  static const Words pseudo_words(Language::Pseudo);
  switch (language) {
    case Language::Indonesian:
      return indonesian;
    case Language::English:
      return english;
    case Language::Pseudo:
      return pseudo_words;
  }
  LAPAK_ASSERT(false);
}

NumberStyle Words::number_style() const {
  return language_ == Language::Indonesian ? NumberStyle::CommaDecimal : NumberStyle::PointDecimal;
}

std::string_view Words::operator()(std::string_view english) const {
  if (messages_.empty()) return english;
  const auto found = messages_.find(std::string(english));
  return found == messages_.end() || found->second.empty() ? english : std::string_view(found->second);
}

std::string_view Words::in_context(std::string_view context, std::string_view english) const {
  if (messages_.empty()) return english;
  const auto found = messages_.find(std::string(context) + context_mark + std::string(english));
  return found == messages_.end() || found->second.empty() ? english : std::string_view(found->second);
}

std::string_view Words::plural(std::string_view one, std::string_view many, std::int64_t count) const {
  if (messages_.empty()) return count == 1 ? one : many;
  // msgfmt keys a plural message by both English forms; Indonesian has one form, "nplurals=1".
  const auto found = messages_.find(std::string(one) + '\0' + std::string(many));
  if (found == messages_.end() || found->second.empty()) return count == 1 ? one : many;
  const std::string_view forms = found->second;
  return forms.substr(0, forms.find('\0'));
}

std::string Words::money(Money amount, const Currency& currency, Symbol symbol) const {
  return format_money(amount, currency, number_style(), symbol);
}
std::string Words::quantity(Quantity quantity) const {
  return format_quantity(quantity, number_style());
}
std::string Words::count(std::int64_t count) const {
  return format_count(count, number_style());
}

std::string Words::percent(Fraction share) const {
  const Money whole = part_of(Money{100}, share);
  return fmt::format("{}{}%", count(whole.minor), language_ == Language::Indonesian ? " " : "");
}

std::string_view Words::weekday_name(int weekday) const {
  LAPAK_ASSERT(weekday >= 0 && weekday < 7);
  return (*this)(weekdays[static_cast<std::size_t>(weekday)]);
}

std::string Words::short_date(Date date) const {
  return fmt::format("{} {}", date.day(), (*this)(short_months[static_cast<std::size_t>(date.month() - 1)]));
}

std::string Words::weekday_date(Date date) const {
  return fmt::format("{} {}", weekday_name(date.weekday()), short_date(date));
}

std::string Words::full_date(Date date) const {
  return fmt::format("{} {}", date.day(), month(date));
}

std::string Words::month(Date date) const {
  const std::string_view month = months[static_cast<std::size_t>(date.month() - 1)];
  // "May" is short and long at once in English, but not everywhere.
  const std::string_view name = month == "May" ? in_context("long month", "May") : (*this)(month);
  return fmt::format("{} {}", name, date.year());
}

std::string Words::time(const LocalTime& local) const {
  return fmt::format("{:02}{}{:02}", local.hour, language_ == Language::Indonesian ? '.' : ':', local.minute);
}

}  // namespace lapak
