// report: double-entry bookkeeping as plain text.
#include "core/report/double_entry.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/base/text.h"

namespace lapak {
namespace {

// Words on one line in which a journal finds nothing but words.
std::string plain_words(std::string_view text, std::string_view of_meaning) {
  std::string plain;
  for (const char c : text) {
    const bool is_blank = static_cast<unsigned char>(c) <= ' ' || c == '\x7f';
    const char kept = is_blank ? ' ' : of_meaning.find(c) != std::string_view::npos ? '-' : c;
    if (kept == ' ' && (plain.empty() || plain.back() == ' ')) continue;
    plain += kept;
  }
  while (!plain.empty() && plain.back() == ' ') plain.pop_back();
  return plain;
}

}  // namespace

void Booking::post(std::string account, Money amount) {
  if (amount.is_zero()) return;
  const auto known = std::ranges::find(postings, account, &Posting::account);
  if (known == postings.end())
    postings.push_back({std::move(account), amount});
  else
    known->amount += amount;
}

bool is_balanced(const Booking& booking) {
  Money sum;
  for (const Posting& posting : booking.postings) sum += posting.amount;
  return sum.is_zero();
}

std::string account_part(std::string_view name) {
  std::string part = plain_words(name, ";:()[]{}<>@=\"*!|#%&~");
  return part.empty() ? "-" : part;
}

std::string ledger_text(std::span<const Booking> bookings, const Currency& currency) {
  std::string text = fmt::format("commodity {0}\n    format {0} 1000.{1}\n", currency.code,
                                 std::string(static_cast<std::size_t>(currency.decimals), '0'));
  for (const Booking& booking : bookings) {
    LAPAK_ASSERT(is_balanced(booking));
    if (booking.postings.empty()) continue;
    text += '\n' + booking.date.iso();
    if (!booking.code.empty()) text += " (" + plain_words(booking.code, "();") + ')';
    const std::string what = plain_words(booking.what, ";|()[]*!=\"");
    text += ' ' + (what.empty() ? std::string("-") : what) + '\n';
    for (const Posting& posting : booking.postings)
      text += fmt::format("    {}  {} {}\n", posting.account, currency.code,
                          plain_decimal(posting.amount.minor, currency.decimals));
  }
  return text;
}

std::vector<Posting> account_balances(std::span<const Booking> bookings) {
  std::map<std::string, Money> sums;
  for (const Booking& booking : bookings)
    for (const Posting& posting : booking.postings) sums[posting.account] += posting.amount;
  std::vector<Posting> balances;
  for (const auto& [account, amount] : sums) balances.push_back({account, amount});
  return balances;
}

}  // namespace lapak
