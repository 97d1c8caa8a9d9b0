// people: two cards of one person.
#include "core/people/doubles.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <unordered_map>

#include "core/base/text.h"

namespace lapak {
namespace {

constexpr std::size_t shortest_with_a_slip = 5;  // letters of a word that may have one wrong
constexpr std::size_t most_of_a_word = 60;       // a first letter and length shared by more tells nothing

bool is_address(std::string_view word) {
  constexpr std::array forms{"bu",    "ibu", "pak", "bapak", "mbak", "mba",  "mas",  "kak", "bang", "bung", "om",
                             "tante", "mr",  "mrs", "ms",    "miss", "herr", "frau", "dr",  "drs",  "hj",   "h"};
  return std::ranges::find(forms, word) != forms.end();
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

// The words that tell who it is, as they are spelt today, in the order of the alphabet.
std::vector<std::string> telling_words(std::string_view name) {
  std::string text = folded(name);
  for (char& c : text)
    if (c == '.' || c == ',' || c == '-' || c == '(' || c == ')' || c == '\'') c = ' ';
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    std::string word = text.substr(at, end - at);
    at = end + 1;
    if (word.empty() || is_address(word)) continue;
    for (const auto& [old_way, today] :
         {std::pair{"oe", "u"}, {"dj", "j"}, {"tj", "c"}, {"sj", "sy"}, {"nj", "ny"}, {"dh", "d"}, {"th", "t"}})
      replace_all(word, old_way, today);
    word.erase(std::ranges::unique(word).begin(), word.end());  // "Annisa" is "Anisa"
    words.push_back(std::move(word));
  }
  std::ranges::sort(words);
  return words;
}

bool differ_by_one_letter(std::string_view one, std::string_view other) {
  if (one.size() > other.size()) std::swap(one, other);
  if (other.size() - one.size() > 1) return false;
  std::size_t same = 0;
  while (same < one.size() && one[same] == other[same]) ++same;
  return one.substr(one.size() == other.size() ? std::min(same + 1, one.size()) : same) ==
         other.substr(std::min(same + 1, other.size()));
}

bool words_alike(std::string_view one, std::string_view other) {
  if (one == other) return true;
  if (one.size() == 1 || other.size() == 1) return one.front() == other.front();
  return std::min(one.size(), other.size()) >= shortest_with_a_slip && differ_by_one_letter(one, other);
}

bool alike(const std::vector<std::string>& one, const std::vector<std::string>& other) {
  if (one.size() != other.size() || one.empty()) return false;
  bool has_whole_word = false;
  for (std::size_t i = 0; i < one.size(); ++i) {
    if (!words_alike(one[i], other[i])) return false;
    has_whole_word = has_whole_word || (one[i].size() > 1 && other[i].size() > 1);
  }
  return has_whole_word;
}

}  // namespace

bool names_alike(std::string_view one, std::string_view other) {
  return alike(telling_words(one), telling_words(other));
}

std::vector<Doubles> find_doubles(const Database& database, int limit) {
  std::vector<Doubles> all;
  std::set<std::pair<Id<Contact>, Id<Contact>>> known;
  for (Rows rows = database.query("SELECT one, other FROM contact_apart"); rows.next();)
    known.emplace(rows.get<Id<Contact>>(0), rows.get<Id<Contact>>(1));
  const auto add = [&](Id<Contact> one, Id<Contact> other, Likeness why) {
    const auto pair = std::minmax(one, other);
    if (std::ssize(all) < limit && known.emplace(pair.first, pair.second).second)
      all.push_back({pair.first, pair.second, why});
  };
  for (Rows rows =
           database.query("SELECT a.id, b.id FROM contact a JOIN contact b ON b.phone = a.phone AND b.id > a.id "
                          "WHERE a.phone <> '' AND a.hidden = 0 AND b.phone <> '' AND b.hidden = 0");
       rows.next() && std::ssize(all) < limit;)
    add(rows.get<Id<Contact>>(0), rows.get<Id<Contact>>(1), Likeness::SamePhone);
  struct Named {
    Id<Contact> id;
    std::vector<std::string> words;
  };
  // Compared are names of as many words that begin with the same letters.
  std::unordered_map<std::string, std::vector<Named>> drawers;
  for (Rows rows =
           database.query("SELECT id, name FROM contact WHERE hidden = 0 AND name <> '' AND source = '' ORDER BY id");
       rows.next();) {
    Named named{rows.get<Id<Contact>>(0), telling_words(rows.get<std::string_view>(1))};
    std::string drawer;
    for (const std::string& word : named.words) drawer += word.substr(0, 1);
    const auto longest = std::ranges::max_element(named.words, {}, &std::string::size);
    if (longest != named.words.end()) drawer += ' ' + longest->substr(0, 3);
    drawers[drawer].push_back(std::move(named));
  }
  for (const auto& [drawer, names] : drawers) {
    if (names.size() > most_of_a_word) continue;
    for (std::size_t i = 0; i < names.size(); ++i)
      for (std::size_t k = i + 1; k < names.size(); ++k)
        if (alike(names[i].words, names[k].words)) add(names[i].id, names[k].id, Likeness::LikeNames);
  }
  std::ranges::stable_sort(all, [](const Doubles& a, const Doubles& b) {
    return std::tie(a.why, a.older, a.newer) < std::tie(b.why, b.older, b.newer);
  });
  return all;
}

}  // namespace lapak
