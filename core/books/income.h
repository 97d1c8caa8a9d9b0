// books: what the shop earns beside its sales, and the hours that went into each stream of a livelihood. Pure.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/date.h"
#include "core/base/id.h"
#include "core/base/money.h"
#include "core/base/problem.h"
#include "core/words/words.h"

namespace lapak {

struct Contact;

// Goods and Orders come from sales by themselves, and Classes as far as seats were sold.
enum class Stream { Goods, Orders, Classes, Content, Volunteering, Other };
inline constexpr Stream kStreams[]{Stream::Goods,   Stream::Orders,       Stream::Classes,
                                   Stream::Content, Stream::Volunteering, Stream::Other};
std::string_view stream_code(Stream stream);  // "goods", "orders", "classes", "content", "volunteering", "other"
std::optional<Stream> find_stream(std::string_view code);
std::string_view stream_name(Stream stream, const Words& words);
// Whether income of the stream is written down by hand.
constexpr bool is_written_down(Stream stream) {
  return stream != Stream::Goods && stream != Stream::Orders;
}

// NotYet: an invoice that is open until ReceiveIncome.
enum class PaidInto { Till, Bank, OwnPocket, NotYet };
std::string_view paid_into_code(PaidInto into);  // "till", "bank", "own", "later"
std::optional<PaidInto> find_paid_into(std::string_view code);
std::string_view paid_into_name(PaidInto into, const Words& words);

struct Income {
  Id<Income> id;
  Instant at;
  Date business_date;
  Stream stream = Stream::Content;
  Money amount;                        // > 0
  std::optional<Id<Contact>> contact;  // the client or brand
  PaidInto paid_into = PaidInto::Bank;
  std::optional<Date> due;  // of NotYet
  std::string note;         // what it is for
  friend bool operator==(const Income&, const Income&) = default;
};
// Texts cleaned; a due day only of what is not paid yet. Problems: QuantityZero (no amount), AmountNegative,
// AmountTooLarge, NameTooLong, TextNotUtf8. Asserts: is_written_down.
Result<Income> checked_income(Income income);

// Work on a stream, as it was noted.
struct WorkTime {
  Id<WorkTime> id;
  Date business_date;
  Stream stream = Stream::Goods;
  std::int64_t minutes = 0;  // < 0 corrects
};
inline constexpr std::int64_t kLongestWork_minutes = 31 * 24 * 60;

// What an hour brought: income × 60 / minutes, rounded half away from zero; none where no time was noted, or the sum
// is beyond kLargestMoney.
std::optional<Money> hourly_rate(Money income, std::int64_t minutes);

}  // namespace lapak
