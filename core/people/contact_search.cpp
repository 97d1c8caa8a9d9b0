// people: finding a contact.
#include "core/people/contact_search.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <unordered_set>

#include "core/base/text.h"
#include "core/people/people_store.h"

namespace lapak {
namespace {

constexpr std::size_t shortest_part = 3;  // letters: a trigram
constexpr int most_looked_at = 4'000;     // where several words must all be there

// A line each for the name, the town, the digits of the phone as one dials them, and each tag, folded.
std::string search_text(const Contact& contact) {
  std::string text = folded(contact.name) + '\n' + folded(contact.town);
  for (const std::string* phone : {&contact.phone, &contact.whatsapp})
    if (!phone->empty()) text += '\n' + phone->substr(1);
  for (const std::string* words : {&contact.instagram, &contact.makes})
    if (!words->empty()) text += '\n' + folded(*words);
  for (const std::string& tag : contact.tags) text += '\n' + folded(tag);
  return text;
}

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
    if (end > 0) words.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

// A number is looked for by its digits, without the zeros or the + that it is dialled with.
std::vector<std::string> search_words(std::string_view search) {
  if (!looks_like_phone(search)) return words_in(folded(search));
  std::string digits;
  for (const char c : search)
    if (c >= '0' && c <= '9' && !(c == '0' && digits.empty())) digits += c;
  return digits.empty() ? std::vector<std::string>() : std::vector{digits};
}

// Where the letters of a folded text begin; most have one byte.
std::vector<std::string_view> letters_of(std::string_view text) {
  std::vector<std::string_view> letters;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) ++end;
    letters.push_back(text.substr(at, end - at));
    at = end;
  }
  return letters;
}

// All trigrams of the words, as FTS5 asks for them.
std::string trigrams(const std::vector<std::string>& words) {
  std::set<std::string> all;
  for (const std::string& word : words) {
    const std::vector<std::string_view> letters = letters_of(word);
    for (std::size_t i = 0; i + shortest_part <= letters.size(); ++i) {
      std::string quoted;
      for (std::size_t k = i; k < i + shortest_part; ++k)
        quoted += letters[k] == "\"" ? "\"\"" : std::string(letters[k]);
      all.insert('"' + quoted + '"');
    }
  }
  std::string question;
  for (const std::string& each : all) question += (question.empty() ? "" : " AND ") + each;
  return question;
}

enum class Match { BeginsName, BeginsWord, Inside, None };

Match match_of(std::string_view text, std::string_view word) {
  if (text.starts_with(word)) return Match::BeginsName;
  Match best = Match::None;
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    if (text[at - 1] == '\n' || text[at - 1] == ' ') return Match::BeginsWord;
    best = Match::Inside;
  }
  return best;
}

Match match_of(std::string_view text, const std::vector<std::string>& words) {
  Match worst = Match::BeginsName;
  for (const std::string& word : words) {
    worst = std::max(worst, match_of(text, word));
    if (worst == Match::None) break;
  }
  return worst;
}

// What sorts behind everything that begins with `start`.
std::string behind(std::string_view start) {
  return std::string(start) + "\xf4\x8f\xbf\xbf";
}

// Contacts found so far, each once, in heaps of equal worth.
class Heaps {
 public:
  explicit Heaps(const std::vector<std::string>& words) : words_(words) {}

  // Looks at each row (text, contact) until there are enough, or too many were looked at.
  void look_at(Rows rows, int most) {
    for (int seen = 0; seen < most && total() < kMostFound && rows.next(); ++seen) {
      const auto id = rows.get<Id<Contact>>(1);
      const auto text = rows.get<std::string_view>(0);
      const Match match = match_of(text, words_);
      if (match == Match::None || !known_.insert(id).second) continue;
      heaps_[static_cast<std::size_t>(match)].emplace_back(std::string(text), id);
    }
  }
  int total() const { return static_cast<int>(known_.size()); }
  FoundContacts page(int first, int count) {
    FoundContacts found{.page = {}, .total = total()};
    int position = 0;
    for (auto& heap : heaps_) {
      std::ranges::sort(heap);
      for (const auto& [text, id] : heap) {
        if (position >= first && position < first + count) found.page.push_back(id);
        ++position;
      }
    }
    return found;
  }

 private:
  const std::vector<std::string>& words_;
  std::unordered_set<Id<Contact>> known_;
  std::array<std::vector<std::pair<std::string, Id<Contact>>>, static_cast<std::size_t>(Match::None)> heaps_;
};

}  // namespace

std::optional<FoundContacts> search_contacts(const Database& database, std::string_view search, int first, int count) {
  const std::vector<std::string> words = search_words(search);
  if (words.empty()) return std::nullopt;
  const std::string& longest = *std::ranges::max_element(words, {}, &std::string::size);
  const int most = words.size() == 1 ? kMostFound : most_looked_at;
  Heaps heaps(words);
  heaps.look_at(database.query("SELECT text, contact FROM contact_search WHERE text >= ? AND text < ? ORDER BY text",
                               longest, behind(longest)),
                most);
  if (heaps.total() < kMostFound)
    heaps.look_at(database.query("SELECT s.text, s.contact FROM contact_word w CROSS JOIN contact_search s "
                                 "ON s.number = w.contact WHERE w.word >= ? AND w.word < ? ORDER BY w.word",
                                 longest, behind(longest)),
                  most);
  const std::string parts = trigrams(words);
  if (heaps.total() < kMostFound && !parts.empty())
    heaps.look_at(database.query("SELECT s.text, s.contact FROM contact_part p CROSS JOIN contact_search s "
                                 "ON s.number = p.rowid WHERE contact_part MATCH ?",
                                 parts),
                  most_looked_at);
  return heaps.page(first, count);
}

void index_contact(Database& database, const Contact& contact) {
  const std::string text = search_text(contact);
  if (database.value<std::string>("SELECT text FROM contact_search WHERE contact = ?", contact.id) == text) return;
  unindex_contact(database, contact.id);
  database.run("INSERT INTO contact_search(contact, text) VALUES (?, ?)", contact.id, text);
  const auto number = *database.value<std::int64_t>("SELECT number FROM contact_search WHERE contact = ?", contact.id);
  database.run("INSERT INTO contact_part(rowid, text) VALUES (?, ?)", number, text);
  for (const std::string& word : words_in(text))
    database.run("INSERT INTO contact_word(word, contact) VALUES (?, ?) ON CONFLICT DO NOTHING", word, number);
}

void unindex_contact(Database& database, Id<Contact> contact) {
  std::int64_t number = 0;
  std::string text;
  {
    Rows rows = database.query("SELECT number, text FROM contact_search WHERE contact = ?", contact);
    if (!rows.next()) return;
    number = rows.get<std::int64_t>(0);
    text = rows.get<std::string>(1);
  }
  database.run("INSERT INTO contact_part(contact_part, rowid, text) VALUES ('delete', ?, ?)", number, text);
  for (const std::string& word : words_in(text))
    database.run("DELETE FROM contact_word WHERE word = ? AND contact = ?", word, number);
  database.run("DELETE FROM contact_search WHERE number = ?", number);
}

void clean_contact_index(Database& database) {
  database.run("INSERT INTO contact_part(contact_part) VALUES ('optimize')");
}

}  // namespace lapak
