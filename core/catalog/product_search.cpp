// catalog: finding a product by any part of its name, code, barcode or category.
//
// All folded texts stand in one string. For every pair of neighbouring bytes (a bigram) a list names the products
// that have it: a question is answered by the shortest list among its bigrams, and only those are looked at. One
// letter alone asks for words that begin with it, from lists kept per first letter.
#include "core/catalog/product_search.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <unordered_map>

#include "core/base/text.h"

namespace lapak {
namespace {

constexpr char field_end = '\n';
constexpr std::size_t bigram_buckets = 4096;

std::size_t bigram_of(char a, char b) {
  const auto x = static_cast<unsigned char>(a), y = static_cast<unsigned char>(b);
  return (x * 61u + y) % bigram_buckets;
}

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

  std::string texts;                  // "name \n code \n barcode \n category \n variants' codes" for each
  std::vector<std::uint32_t> begins;  // where each product's text begins; one more than products
  std::vector<Id<Product>> ids;
  std::array<std::vector<Number>, bigram_buckets> by_bigram;
  std::array<std::vector<Number>, 256> by_first_letter;

  std::string_view text(Number n) const { return {texts.data() + begins[n], begins[n + 1] - begins[n]}; }

  void add(Id<Product> id, std::string_view name, std::string_view rest) {
    const auto number = static_cast<Number>(ids.size());
    ids.push_back(id);
    begins.push_back(static_cast<std::uint32_t>(texts.size()));
    texts += folded(name);
    texts += field_end;
    texts += rest;
    const std::string_view whole(texts.data() + begins.back(), texts.size() - begins.back());
    for (std::size_t i = 0; i < whole.size(); ++i) {
      if (whole[i] == field_end || whole[i] == ' ') continue;
      if (begins_word(whole, i)) note(by_first_letter[static_cast<unsigned char>(whole[i])], number);
      if (i + 1 < whole.size() && whole[i + 1] != field_end && whole[i + 1] != ' ')
        note(by_bigram[bigram_of(whole[i], whole[i + 1])], number);
    }
  }

  static void note(std::vector<Number>& list, Number number) {
    if (list.empty() || list.back() != number) list.push_back(number);
  }

  const std::vector<Number>& candidates(const std::vector<std::string_view>& words) const {
    const std::vector<Number>* shortest = nullptr;
    const auto consider = [&](const std::vector<Number>& list) {
      if (shortest == nullptr || list.size() < shortest->size()) shortest = &list;
    };
    for (const std::string_view word : words) {
      if (word.size() == 1) consider(by_first_letter[static_cast<unsigned char>(word[0])]);
      for (std::size_t i = 0; i + 1 < word.size(); ++i) consider(by_bigram[bigram_of(word[i], word[i + 1])]);
    }
    return *shortest;
  }

  // 0 is best; nullopt: does not match.
  std::optional<int> rank(Number number, std::string_view question, const std::vector<std::string_view>& words) const {
    const std::string_view whole = text(number);
    int rank = 3;
    bool all_begin_words = true;
    for (const std::string_view word : words) {
      std::size_t at = find(whole, word, 0);
      if (at == whole.npos) return std::nullopt;
      while (at != whole.npos && !begins_word(whole, at)) at = find(whole, word, at + 1);
      if (at != whole.npos) continue;
      if (word.size() == 1) return std::nullopt;
      all_begin_words = false;
    }
    if (all_begin_words) rank = 2;
    if (whole.starts_with(question)) rank = 1;
    const std::size_t name_end = whole.find(field_end);
    std::string_view codes = whole.substr(name_end + 1);
    for (std::size_t end = codes.find(field_end); end != codes.npos; end = codes.find(field_end)) {
      if (codes.substr(0, end) == question) return 0;
      codes.remove_prefix(end + 1);
    }
    return rank;
  }

  static std::size_t find(std::string_view whole, std::string_view word, std::size_t from) {
    if (from >= whole.size()) return whole.npos;
    const void* found = ::memmem(whole.data() + from, whole.size() - from, word.data(), word.size());
    return found == nullptr ? whole.npos : static_cast<std::size_t>(static_cast<const char*>(found) - whole.data());
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
  for (Rows rows = database.query(
           "SELECT p.id, p.name, p.code, p.barcode, coalesce(c.name, '') FROM product p "
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
  for (auto& list : index->by_bigram) list.shrink_to_fit();
  return ProductSearch(std::move(index));
}

ProductSearch::Found ProductSearch::find(std::string_view question, int limit) const {
  Found found;
  const std::string wanted = folded(trimmed(question));
  const std::vector<std::string_view> words = words_of(wanted);
  if (words.empty()) return found;
  const auto& candidates = index_->candidates(words);
  std::array<std::vector<Index::Number>, 4> by_rank;
  const auto enough = static_cast<std::size_t>(std::max(limit, 0));
  if (words.size() == 1 && wanted.size() == 1) {
    // The list is exactly the products with such a word, best first already but for codes and first words.
    found.total = static_cast<int>(candidates.size());
    for (const Index::Number number : candidates) {
      if (by_rank[0].size() + by_rank[1].size() >= enough) break;
      if (const auto rank = index_->rank(number, wanted, words))
        if (auto& list = by_rank[static_cast<std::size_t>(*rank)]; list.size() < enough) list.push_back(number);
    }
  } else {
    for (const Index::Number number : candidates) {
      const auto rank = index_->rank(number, wanted, words);
      if (!rank) continue;
      ++found.total;
      if (auto& list = by_rank[static_cast<std::size_t>(*rank)]; list.size() < enough) list.push_back(number);
    }
  }
  for (const auto& list : by_rank)
    for (const Index::Number number : list)
      if (found.best.size() < enough) found.best.push_back(index_->ids[number]);
  return found;
}

}  // namespace lapak
