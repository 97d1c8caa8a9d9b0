// catalog: finding a product by any part of its name, code, barcode or category.
//
// All folded texts stand in one string. For every pair of neighbouring bytes (a bigram) a list names the products
// that have it and how well it stands there: a question of two letters is answered by its list alone, a longer one by
// looking at the products of the shortest list among its bigrams. One letter asks for words that begin with it.
#include "core/catalog/product_search.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <unordered_map>

#include "core/base/text.h"

namespace lapak {
namespace {

constexpr char field_end = '\n';
constexpr std::size_t bigrams = 65'536;

std::size_t bigram_of(char a, char b) {
  return static_cast<std::size_t>(static_cast<unsigned char>(a)) << 8 | static_cast<unsigned char>(b);
}

// Best first.
enum class Rank { WholeCode, NameBegins, WordBegins, Inside };
constexpr std::size_t ranks = 4;

bool begins_word(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const char before = text[at - 1];
  return before == ' ' || before == field_end || before == '-' || before == '(' || before == '/' || before == '"';
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

}  // namespace

struct ProductSearch::Index {
  using Number = std::uint32_t;  // a product's place in the grid's order: smaller is better

  struct Posting {
    std::uint32_t number : 30;
    std::uint32_t rank : 2;  // the best it stands for there
  };
  using Postings = std::vector<Posting>;

  std::string texts;                  // "name \n code \n barcode \n category \n variants' codes" for each
  std::vector<std::uint32_t> begins;  // where each product's text begins; one more than products
  std::vector<std::uint32_t> fields;  // where what follows the name begins
  std::vector<Id<Product>> ids;
  std::vector<Postings> by_bigram = std::vector<Postings>(bigrams);
  std::array<Postings, 256> by_first_letter;

  std::string_view text(Number n) const { return {texts.data() + begins[n], begins[n + 1] - begins[n]}; }

  void add(Id<Product> id, std::string_view name, std::string_view rest) {
    const auto number = static_cast<Number>(ids.size());
    ids.push_back(id);
    begins.push_back(static_cast<std::uint32_t>(texts.size()));
    texts += folded(name);
    texts += field_end;
    fields.push_back(static_cast<std::uint32_t>(texts.size()));
    texts += rest;
    const std::string_view whole(texts.data() + begins.back(), texts.size() - begins.back());
    for (std::size_t i = 0; i < whole.size(); ++i) {
      if (!is_letter(whole[i])) continue;
      if (begins_word(whole, i))
        note(by_first_letter[static_cast<unsigned char>(whole[i])], number, rank_at(whole, i, 1));
      if (i + 1 < whole.size() && is_letter(whole[i + 1]))
        note(by_bigram[bigram_of(whole[i], whole[i + 1])], number, rank_at(whole, i, 2));
    }
  }

  static bool is_letter(char c) { return c != field_end && c != ' '; }

  static Rank rank_at(std::string_view whole, std::size_t at, std::size_t length) {
    if (at == 0) return Rank::NameBegins;
    if (whole[at - 1] == field_end && at + length < whole.size() && whole[at + length] == field_end)
      return Rank::WholeCode;
    return begins_word(whole, at) ? Rank::WordBegins : Rank::Inside;
  }

  static void note(Postings& list, Number number, Rank rank) {
    const auto value = static_cast<std::uint32_t>(rank);
    if (list.empty() || list.back().number != number)
      list.push_back({number & 0x3fffffffu, value & 3u});
    else if (value < list.back().rank)
      list.back().rank = value & 3u;
  }

  void shrink_to_fit() {
    texts.shrink_to_fit();
    begins.shrink_to_fit();
    fields.shrink_to_fit();
    ids.shrink_to_fit();
    for (Postings& list : by_bigram) list.shrink_to_fit();
    for (Postings& list : by_first_letter) list.shrink_to_fit();
  }

  // The list that answers the whole question by itself.
  const Postings* answer_of(std::string_view question) const {
    if (question.size() == 1) return &by_first_letter[static_cast<unsigned char>(question[0])];
    if (question.size() == 2 && is_letter(question[1])) return &by_bigram[bigram_of(question[0], question[1])];
    return nullptr;
  }

  const Postings& candidates(const std::vector<std::string_view>& words) const {
    const Postings* shortest = nullptr;
    const auto consider = [&](const Postings& list) {
      if (shortest == nullptr || list.size() < shortest->size()) shortest = &list;
    };
    for (const std::string_view word : words) {
      if (word.size() == 1) consider(by_first_letter[static_cast<unsigned char>(word[0])]);
      for (std::size_t i = 0; i + 1 < word.size(); ++i) consider(by_bigram[bigram_of(word[i], word[i + 1])]);
    }
    return *shortest;
  }

  // How well a product answers; nullopt: a word does not occur.
  std::optional<Rank> rank(Number number, std::string_view question, const std::vector<std::string_view>& words) const {
    const std::string_view whole = text(number);
    Rank worst = Rank::WordBegins;
    for (const std::string_view word : words) {
      const std::optional<Rank> one = rank_of_word(whole, word);
      if (!one || (word.size() == 1 && *one == Rank::Inside)) return std::nullopt;
      worst = std::max(worst, *one);
    }
    if (is_field({texts.data() + fields[number], begins[number + 1] - fields[number]}, question))
      return Rank::WholeCode;
    return whole.starts_with(question) ? Rank::NameBegins : worst;
  }

  static std::optional<Rank> rank_of_word(std::string_view whole, std::string_view word) {
    bool occurs = false;
    for (std::size_t at = find(whole, word, 0); at != whole.npos; at = find(whole, word, at + 1)) {
      if (begins_word(whole, at)) return Rank::WordBegins;
      occurs = true;
    }
    return occurs ? std::optional(Rank::Inside) : std::nullopt;
  }

  static bool is_field(std::string_view fields, std::string_view question) {
    while (!fields.empty()) {
      const std::size_t end = fields.find(field_end);
      if (end == question.size() && fields.starts_with(question)) return true;
      fields.remove_prefix(end + 1);
    }
    return false;
  }

  // Texts are short: looking for the first byte and comparing beats a general search.
  static std::size_t find(std::string_view whole, std::string_view word, std::size_t from) {
    const char* const end = whole.data() + whole.size();
    for (const char* at = whole.data() + from; end - at >= static_cast<std::ptrdiff_t>(word.size()); ++at) {
      at = static_cast<const char*>(std::memchr(at, word.front(), static_cast<std::size_t>(end - at)));
      if (at == nullptr || end - at < static_cast<std::ptrdiff_t>(word.size())) return whole.npos;
      if (std::memcmp(at, word.data(), word.size()) == 0) return static_cast<std::size_t>(at - whole.data());
    }
    return whole.npos;
  }
};

ProductSearch::ProductSearch(std::unique_ptr<Index> index) : index_(std::move(index)) {}
ProductSearch::~ProductSearch() = default;
ProductSearch::ProductSearch(ProductSearch&&) noexcept = default;
ProductSearch& ProductSearch::operator=(ProductSearch&&) noexcept = default;

ProductSearch ProductSearch::build(const Database& database) {
  auto index = std::make_unique<Index>();
  std::unordered_map<Id<Product>, std::string> variants;
  for (Rows rows = database.query(
           "SELECT parent, code, barcode, option_values FROM product WHERE parent IS NOT NULL AND hidden = 0");
       rows.next();) {
    std::string& text = variants[rows.get<Id<Product>>(0)];
    for (const int column : {1, 2, 3}) {
      text += folded(rows.get<std::string_view>(column));
      text += field_end;
    }
  }
  for (Rows rows = database.query("SELECT p.id, p.name, p.code, p.barcode, coalesce(c.name, '') FROM product p "
                                  "LEFT JOIN category c ON c.id = p.category WHERE p.parent IS NULL AND p.hidden = 0 "
                                  "ORDER BY p.favourite DESC, p.position, p.name");
       rows.next();) {
    std::string rest;
    for (const int column : {2, 3, 4}) {
      rest += folded(rows.get<std::string_view>(column));
      rest += field_end;
    }
    const auto id = rows.get<Id<Product>>(0);
    if (const auto found = variants.find(id); found != variants.end()) rest += found->second;
    index->add(id, rows.get<std::string_view>(1), rest);
  }
  index->begins.push_back(static_cast<std::uint32_t>(index->texts.size()));
  index->shrink_to_fit();
  return ProductSearch(std::move(index));
}

ProductSearch::Found ProductSearch::find(std::string_view question, int limit) const {
  Found found;
  const std::string wanted = folded(trimmed(question));
  const std::vector<std::string_view> words = words_of(wanted);
  if (words.empty()) return found;
  std::array<std::vector<Index::Number>, ranks> by_rank;
  const auto enough = static_cast<std::size_t>(std::max(limit, 0));
  const auto take = [&](Index::Number number, Rank rank) {
    ++found.total;
    if (auto& list = by_rank[static_cast<std::size_t>(rank)]; list.size() < enough) list.push_back(number);
  };
  if (const Index::Postings* answer = index_->answer_of(wanted)) {
    for (const Index::Posting& posting : *answer) take(posting.number, static_cast<Rank>(posting.rank));
  } else {
    for (const Index::Posting& posting : index_->candidates(words))
      if (const auto rank = index_->rank(posting.number, wanted, words)) take(posting.number, *rank);
  }
  for (const auto& list : by_rank)
    for (const Index::Number number : list)
      if (found.best.size() < enough) found.best.push_back(index_->ids[number]);
  return found;
}

}  // namespace lapak
