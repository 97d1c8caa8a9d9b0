// sale: cash suggestions and change.
#include "core/sale/cash.h"

#include <doctest/doctest.h>

#include <string>

namespace lapak {
namespace {

std::vector<std::int64_t> suggested(std::int64_t total, std::string_view currency) {
  std::vector<std::int64_t> amounts;
  for (const Money amount : cash_suggestions(Money{total}, *find_currency(currency))) amounts.push_back(amount.minor);
  return amounts;
}

TEST_CASE("cash suggestions are those of the design's table") {
  struct Row {
    std::string_view currency;
    std::int64_t total;
    std::vector<std::int64_t> amounts;
  };
  const std::vector<Row> table{
      {"IDR", 5'000, {10'000, 20'000, 50'000, 100'000}},
      {"IDR", 15'000, {20'000, 50'000, 100'000}},
      {"IDR", 25'000, {30'000, 40'000, 50'000, 100'000}},
      {"IDR", 37'500, {40'000, 50'000, 100'000}},
      {"IDR", 45'000, {50'000, 100'000}},
      {"IDR", 67'000, {70'000, 100'000}},
      {"IDR", 85'000, {90'000, 100'000}},
      {"IDR", 99'000, {100'000}},
      {"IDR", 135'000, {140'000, 150'000, 200'000}},
      {"IDR", 230'000, {240'000, 250'000, 300'000}},
      {"IDR", 245'000, {250'000, 300'000}},
      {"IDR", 512'500, {520'000, 550'000, 600'000}},
      {"IDR", 1'245'000, {1'250'000, 1'300'000}},
      {"IDR", 2'750'000, {2'800'000}},
      {"USD", 450, {500, 1'000, 2'000, 5'000, 10'000}},
      {"USD", 23'50, {25'00, 30'00, 40'00, 50'00, 100'00}},
      {"USD", 38'00, {40'00, 50'00, 100'00}},
      {"USD", 119'99, {120'00, 150'00, 200'00}},
      {"EUR", 18'50, {19'00, 20'00, 50'00, 100'00}},
      {"EUR", 64'20, {65'00, 70'00, 100'00}},
  };
  for (const Row& row : table) {
    CAPTURE(row.currency);
    CAPTURE(row.total);
    CHECK(suggested(row.total, row.currency) == row.amounts);
  }
}

TEST_CASE("suggestions are few, ascending and above the total, whatever the total") {
  for (const Currency& currency : currencies()) {
    for (std::int64_t total = -5; total < 400'000; total += 137) {
      const auto amounts = cash_suggestions(Money{total}, currency);
      CHECK(amounts.size() <= 5);
      for (std::size_t i = 0; i < amounts.size(); ++i) CHECK(amounts[i] > (i == 0 ? Money{total} : amounts[i - 1]));
    }
    CHECK(cash_suggestions(kLargestMoney, currency).size() <= 5);
  }
}

TEST_CASE("change is handed over in the biggest notes first") {
  const Currency& rupiah = *find_currency("IDR");
  const HandedNotes change = notes_for(Money{70'000}, rupiah);
  CHECK(change.notes == std::vector<NoteCount>{{Money{50'000}, 1}, {Money{20'000}, 1}});
  CHECK(change.left_over.is_zero());
  CHECK(notes_for(Money{50}, rupiah).left_over == Money{50});
  CHECK(notes_for(Money{}, rupiah).notes.empty());
  CHECK(notes_for(Money{-500}, rupiah).left_over.is_zero());
}

TEST_CASE("change takes no note that is not in the drawer") {
  const Currency& rupiah = *find_currency("IDR");
  const std::vector<NoteCount> drawer{{Money{20'000}, 2}, {Money{10'000}, 1}, {Money{5'000}, 9}};
  const HandedNotes change = notes_for(Money{70'000}, rupiah, drawer);
  CHECK(change.notes == std::vector<NoteCount>{{Money{20'000}, 2}, {Money{10'000}, 1}, {Money{5'000}, 4}});
  CHECK(change.left_over.is_zero());
  CHECK(notes_for(Money{1'000}, rupiah, drawer).left_over == Money{1'000});
}

}  // namespace
}  // namespace lapak
