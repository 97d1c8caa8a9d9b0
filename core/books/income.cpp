// books: what makes an income whole, and what an hour brought.
#include "core/books/income.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/text.h"

namespace lapak {
namespace {

constexpr std::array<std::pair<Stream, std::string_view>, 6> streams{{{Stream::Goods, "goods"},
                                                                      {Stream::Orders, "orders"},
                                                                      {Stream::Classes, "classes"},
                                                                      {Stream::Content, "content"},
                                                                      {Stream::Volunteering, "volunteering"},
                                                                      {Stream::Other, "other"}}};
constexpr std::array<std::pair<PaidInto, std::string_view>, 4> purses{
    {{PaidInto::Till, "till"}, {PaidInto::Bank, "bank"}, {PaidInto::OwnPocket, "own"}, {PaidInto::NotYet, "later"}}};

}  // namespace

std::string_view stream_code(Stream stream) {
  return std::ranges::find(streams, stream, &std::pair<Stream, std::string_view>::first)->second;
}

std::optional<Stream> find_stream(std::string_view code) {
  for (const auto& [stream, known] : streams)
    if (known == code) return stream;
  return std::nullopt;
}

std::string_view stream_name(Stream stream, const Words& words) {
  switch (stream) {
    case Stream::Goods:
      return words(N_("Goods sold"));
    case Stream::Orders:
      return words(N_("Custom orders"));
    case Stream::Classes:
      return words(N_("Classes"));
    case Stream::Content:
      return words(N_("Content and brands"));
    case Stream::Volunteering:
      return words(N_("Paid volunteering"));
    case Stream::Other:
      return words(N_("Other income"));
  }
  LAPAK_ASSERT(false);
}

std::string_view paid_into_code(PaidInto into) {
  return std::ranges::find(purses, into, &std::pair<PaidInto, std::string_view>::first)->second;
}

std::optional<PaidInto> find_paid_into(std::string_view code) {
  for (const auto& [into, known] : purses)
    if (known == code) return into;
  return std::nullopt;
}

std::string_view paid_into_name(PaidInto into, const Words& words) {
  switch (into) {
    case PaidInto::Till:
      return words(N_("Into the till"));
    case PaidInto::Bank:
      return words(N_("Into the bank"));
    case PaidInto::OwnPocket:
      return words(N_("Into my own pocket"));
    case PaidInto::NotYet:
      return words(N_("Not received yet"));
  }
  LAPAK_ASSERT(false);
}

Result<Income> checked_income(Income income) {
  LAPAK_ASSERT(is_written_down(income.stream));
  if (income.amount.is_zero()) return refuse(ProblemCode::QuantityZero);
  if (income.amount < Money{}) return refuse(ProblemCode::AmountNegative);
  if (const auto within = bounded(income.amount); !within) return std::unexpected(within.error());
  Result<std::string> note = checked_note(trimmed(income.note));
  if (!note) return std::unexpected(note.error());
  income.note = *std::move(note);
  if (income.paid_into != PaidInto::NotYet) income.due.reset();
  return income;
}

std::optional<Money> hourly_rate(Money income, std::int64_t minutes) {
  if (minutes <= 0) return std::nullopt;
  std::int64_t times_sixty = 0;
  if (__builtin_mul_overflow(magnitude(income).minor, std::int64_t{60}, &times_sixty)) return std::nullopt;
  const Money rate{times_sixty / minutes + (times_sixty % minutes * 2 >= minutes ? 1 : 0)};
  if (!bounded(rate)) return std::nullopt;
  return income < Money{} ? -rate : rate;
}

}  // namespace lapak
