// words: every problem can be said, in every language.
#include "core/words/sentences.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>

namespace lapak {
namespace {

std::string file_text(const std::filesystem::path& path) {
  std::ifstream file(path);
  REQUIRE(file.is_open());
  return {std::istreambuf_iterator<char>(file), {}};
}

const Currency& rupiah() {
  return *find_currency("IDR");
}

// The codes and the number of their facts, as problem.h declares them.
std::vector<Problem> one_of_each() {
  const std::string header = file_text(LAPAK_SOURCE_DIR "/core/base/problem.h");
  const std::size_t begin = header.find("enum class ProblemCode");
  const std::string body = header.substr(begin, header.find("};", begin) - begin);
  static const std::regex entry(R"(\n  (\w+), +// \{(.*)\})");
  std::vector<Problem> problems;
  for (std::sregex_iterator it(body.begin(), body.end(), entry), end; it != end; ++it) {
    Problem problem{static_cast<ProblemCode>(problems.size()), {}};
    std::istringstream facts((*it)[2].str());
    for (std::string fact; std::getline(facts, fact, ',');) problem.facts.emplace_back(std::string("<fact>"));
    problems.push_back(problem);
  }
  return problems;
}

TEST_CASE("every problem is a sentence in every language") {
  const auto problems = one_of_each();
  REQUIRE(problems.size() == static_cast<std::size_t>(ProblemCode::NothingToUndo) + 1);
  for (const Problem& problem : problems) {
    CAPTURE(static_cast<int>(problem.code));
    const std::string english = sentence(problem, Words::in(Language::English), rupiah());
    const std::string indonesian = sentence(problem, Words::in(Language::Indonesian), rupiah());
    CHECK(english != indonesian);
    for (const std::string& said : {english, indonesian}) {
      CAPTURE(said);
      CHECK(said.size() > 10);
      CHECK((said.ends_with('.') || said.ends_with("…")));
      for (const char* never : {"!", "{", "}", "Error", "error", "Anda yakin", "kamu"})
        CHECK(said.find(never) == std::string::npos);
    }
    CHECK(sentence(Problem{problem.code, {}}, Words::in(Language::Pseudo), rupiah()).starts_with("["));
  }
}

TEST_CASE("a sentence carries its facts in the seller's own writing") {
  const Words& id = Words::in(Language::Indonesian);
  const Words& en = Words::in(Language::English);
  const Problem short_by{ProblemCode::PaymentMissing, {std::int64_t{30'000}}};
  CHECK(sentence(short_by, id, rupiah()) == "Masih kurang Rp 30.000.");
  CHECK(sentence(short_by, en, *find_currency("USD")) == "$300.00 still missing.");
  const Problem taken{ProblemCode::CodeTaken, {std::string("A1"), std::string("Tas {0}")}};
  CHECK(sentence(taken, en, rupiah()) == "Code A1 already belongs to “Tas {0}”. Choose another one.");
  CHECK(sentence({ProblemCode::CsvBadRows, {std::int64_t{1}}}, en, rupiah()).starts_with("1 row needs"));
  CHECK(sentence({ProblemCode::CsvBadRows, {std::int64_t{2}}}, en, rupiah()).starts_with("2 rows need"));
  CHECK(sentence({ProblemCode::CsvBadRows, {std::int64_t{2}}}, id, rupiah()).starts_with("2 baris perlu"));
}

// ---- every message of the sources is in the catalogue ----

// The C++ string literals that begin at `at`, joined; `at` ends behind them. Nullopt when there is none.
std::optional<std::string> literal(const std::string& source, std::size_t& at) {
  const auto skip_blanks = [&] { at = std::min(source.find_first_not_of(" \n", at), source.size()); };
  std::optional<std::string> text;
  for (skip_blanks(); at < source.size() && source[at] == '"'; skip_blanks()) {
    if (!text) text.emplace();
    for (++at; at < source.size() && source[at] != '"'; ++at) {
      if (source[at] == '\\') {
        ++at;
        *text += source[at] == 'n' ? '\n' : source[at];
      } else {
        *text += source[at];
      }
    }
    ++at;
  }
  return text;
}

struct Message {
  std::string key;  // as the catalogue keys it
  std::string file;
};

std::vector<Message> messages_of(const std::filesystem::path& root) {
  struct Keyword {
    const char* text;
    char joined_by;  // between two literals; 0 when the message is one
  };
  constexpr Keyword keywords[] = {
      {"words(", 0}, {"words_(", 0}, {"N_(", 0}, {".plural(", '\0'}, {".in_context(", '\x04'}};
  std::vector<Message> found;
  for (const char* folder : {"core", "app"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
      if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h") continue;
      const std::string source = std::regex_replace(file_text(entry.path()), std::regex("(^|\n) *//[^\n]*"), "$1");
      const std::string name = std::filesystem::relative(entry.path(), root).string();
      for (const Keyword& keyword : keywords) {
        for (std::size_t at = source.find(keyword.text); at != std::string::npos; at = source.find(keyword.text, at)) {
          at += std::string_view(keyword.text).size();
          auto first = literal(source, at);
          if (!first) continue;
          const bool is_pair = *keyword.text == '.';
          if (is_pair) {
            if (at >= source.size() || source[at] != ',') continue;
            ++at;
            const auto second = literal(source, at);
            if (!second) continue;
            *first += keyword.joined_by + *second;
          }
          found.push_back({*first, name});
        }
      }
    }
  }
  return found;
}

TEST_CASE("every message of core and app has Indonesian words") {
  const auto messages = messages_of(LAPAK_SOURCE_DIR);
  REQUIRE(messages.size() > 100);
  const auto& catalogue = Words::in(Language::Indonesian).messages();
  for (const Message& message : messages) {
    const auto words = catalogue.find(message.key);
    CAPTURE(message.file);
    CAPTURE(message.key);
    CHECK_MESSAGE((words != catalogue.end() && !words->second.empty()), "no Indonesian words");
  }
}

TEST_CASE("translations have the same fields as their messages") {
  static const std::regex field(R"(\{[^}]*\})");
  const auto fields = [](const std::string& text) {
    return std::multiset<std::string>(std::sregex_token_iterator(text.begin(), text.end(), field), {});
  };
  for (const auto& [english, indonesian] : Words::in(Language::Indonesian).messages()) {
    const std::string one = english.substr(0, english.find('\0'));
    CAPTURE(one);
    const auto wanted = fields(one), got = fields(indonesian.substr(0, indonesian.find('\0')));
    CHECK(std::set(wanted.begin(), wanted.end()) == std::set(got.begin(), got.end()));
  }
}

}  // namespace
}  // namespace lapak
