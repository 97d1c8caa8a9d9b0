// sale: QRIS and other EMVCo merchant codes.
#include "core/sale/qris.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/base/text.h"

namespace lapak {
namespace {

constexpr int format_tag = 0, kind_tag = 1, category_tag = 52, currency_tag = 53, amount_tag = 54, country_tag = 58,
              name_tag = 59, city_tag = 60, checksum_tag = 63;
constexpr int first_merchant_tag = 2, first_template_tag = 26, last_merchant_tag = 51;
constexpr std::string_view static_kind = "11", dynamic_kind = "12";
constexpr std::string_view emv_start = "000201";
constexpr std::size_t checksum_length = 4, shortest_code = emv_start.size() + 8, longest_amount = 13;
constexpr std::string_view national_domain = "ID.CO.QRIS.WWW";

bool is_template(int tag) {
  return (tag >= first_template_tag && tag <= last_merchant_tag) || tag == 62 || tag == 64 || tag >= 80;
}

bool are_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

int number_of(std::string_view two_digits) {
  return (two_digits[0] - '0') * 10 + (two_digits[1] - '0');
}

// Bytes of the first `characters` code points of valid UTF-8; npos when there are fewer.
std::size_t bytes_of(std::string_view text, int characters) {
  std::size_t at = 0;
  for (; characters > 0; --characters) {
    if (at >= text.size()) return std::string_view::npos;
    do ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  }
  return at;
}

// One data object: its tag and value, and how many bytes it takes.
struct Object {
  int tag = 0;
  std::string_view value;
  std::size_t size_bytes = 0;
};

std::optional<Object> object_at_start(std::string_view text) {
  if (text.size() < 4 || !are_digits(text.substr(0, 4))) return std::nullopt;
  const std::size_t length = bytes_of(text.substr(4), number_of(text.substr(2, 2)));
  if (length == std::string_view::npos) return std::nullopt;
  return Object{number_of(text), text.substr(4, length), 4 + length};
}

// Calls visit(object, byte position) for each object. The position of the first byte that is no object, if any.
template <class Visit>
std::optional<std::size_t> for_each_object(std::string_view text, Visit visit) {
  std::size_t at = 0;
  while (at < text.size()) {
    const auto object = object_at_start(text.substr(at));
    if (!object || !visit(*object, at)) return at;
    at += object->size_bytes;
  }
  return std::nullopt;
}

std::optional<std::string_view> sub_value(std::string_view text, int tag) {
  std::optional<std::string_view> found;
  for_each_object(text, [&](const Object& object, std::size_t) {
    if (object.tag == tag) found = object.value;
    return !found;
  });
  return found;
}

bool is_amount(std::string_view text) {
  const std::size_t point = text.find('.');
  if (text.size() > longest_amount || !are_digits(text.substr(0, point))) return false;
  return point == text.npos || point + 1 == text.size() || are_digits(text.substr(point + 1));
}

bool value_is_right(const Object& object) {
  switch (object.tag) {
    case kind_tag:
      return object.value == static_kind || object.value == dynamic_kind;
    case currency_tag:
      return object.value.size() == 3 && are_digits(object.value);
    case amount_tag:
      return is_amount(object.value);
    case checksum_tag:
      return object.value.size() == checksum_length;
    default:
      return true;
  }
}

std::string upper(std::string_view ascii) {
  std::string result(ascii);
  for (char& c : result)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return result;
}

}  // namespace

std::uint16_t qris_checksum(std::string_view bytes) {
  std::uint32_t crc = 0xFFFF;
  for (const char c : bytes) {
    crc ^= static_cast<std::uint32_t>(static_cast<unsigned char>(c)) << 8;
    for (int bit = 0; bit < 8; ++bit) crc = (crc & 0x8000) != 0 ? crc << 1 ^ 0x1021 : crc << 1;
    crc &= 0xFFFF;
  }
  return static_cast<std::uint16_t>(crc);
}

Result<Qris> Qris::parse(std::string_view text) {
  text = trimmed(text);
  if (!is_utf8(text)) return refuse(ProblemCode::TextNotUtf8);
  if (text.size() < shortest_code) return refuse(ProblemCode::QrisTooShort);
  if (!text.starts_with(emv_start)) return refuse(ProblemCode::QrisNotEmv);
  const auto broken_at = [&](std::size_t at) {
    return refuse(ProblemCode::QrisBroken, static_cast<std::int64_t>(length_in_code_points(text.substr(0, at)) + 1));
  };

  Qris code;
  std::array<bool, 100> seen{};
  std::size_t inner_fault = text.npos;
  const auto fault = for_each_object(text, [&](const Object& object, std::size_t at) {
    if (seen[static_cast<std::size_t>(object.tag)] || seen[checksum_tag] || !value_is_right(object)) return false;
    if (is_template(object.tag)) {
      const auto inner = for_each_object(object.value, [](const Object&, std::size_t) { return true; });
      if (inner) {
        inner_fault = at + 4 + *inner;
        return false;
      }
    }
    seen[static_cast<std::size_t>(object.tag)] = true;
    code.fields_.push_back({object.tag, std::string(object.value)});
    return true;
  });
  if (fault) return broken_at(inner_fault == text.npos ? *fault : inner_fault);

  const auto missing = [](int tag) { return refuse(ProblemCode::QrisMissing, fmt::format("{:02}", tag)); };
  if (!seen[checksum_tag]) return missing(checksum_tag);
  const std::string expected = fmt::format("{:04X}", qris_checksum(text.substr(0, text.size() - checksum_length)));
  const std::string& found = code.fields_.back().value;
  if (upper(found) != expected) return refuse(ProblemCode::QrisWrongChecksum, found, expected);

  const bool has_merchant = std::ranges::any_of(code.fields_, [](const Field& field) {
    return field.tag >= first_merchant_tag && field.tag <= last_merchant_tag;
  });
  if (!has_merchant) return missing(first_template_tag);
  for (const int tag : {currency_tag, country_tag})
    if (!seen[static_cast<std::size_t>(tag)]) return missing(tag);
  // EMVCo asks for these everywhere and Bank Indonesia insists; other countries' everyday codes go without them.
  if (code.country() == "ID")
    for (const int tag : {category_tag, name_tag, city_tag})
      if (!seen[static_cast<std::size_t>(tag)]) return missing(tag);
  return code;
}

std::string Qris::payload() const {
  std::string text;
  for (const Field& field : fields_)
    text += fmt::format("{:02}{:02}{}", field.tag, length_in_code_points(field.value), field.value);
  return text;
}

const Qris::Field* Qris::find(int tag) const {
  const auto found = std::ranges::find(fields_, tag, &Field::tag);
  return found == fields_.end() ? nullptr : &*found;
}

std::string_view Qris::merchant_name() const {
  const Field* name = find(name_tag);
  return name ? std::string_view(name->value) : std::string_view();
}

std::string_view Qris::city() const {
  const Field* city = find(city_tag);
  return city ? std::string_view(city->value) : std::string_view();
}

std::string_view Qris::country() const {
  return find(country_tag)->value;
}

int Qris::currency_numeric() const {
  return std::stoi(find(currency_tag)->value);
}

std::string Qris::currency_name() const {
  const Currency* currency = find_currency(currency_numeric());
  return currency ? std::string(currency->code) : find(currency_tag)->value;
}

std::optional<std::string_view> Qris::nmid() const {
  for (const Field& field : fields_)
    if (field.tag >= first_template_tag && field.tag <= last_merchant_tag &&
        sub_value(field.value, 0) == national_domain)
      return sub_value(field.value, 2);
  return std::nullopt;
}

bool Qris::is_dynamic() const {
  const Field* kind = find(kind_tag);
  return kind && kind->value == dynamic_kind;
}

std::optional<std::string_view> Qris::amount_text() const {
  const Field* amount = find(amount_tag);
  return amount ? std::optional<std::string_view>(amount->value) : std::nullopt;
}

Result<Qris> Qris::with_amount(Money amount, const Currency& currency) const {
  if (currency.numeric != currency_numeric()) return refuse(ProblemCode::QrisOtherCurrency, currency_name());
  const std::string text = plain_decimal(amount.minor, currency.decimals);
  if (amount.minor <= 0 || text.size() > longest_amount) return refuse(ProblemCode::QrisAmountRefused);

  Qris code = *this;
  std::erase_if(code.fields_, [](const Field& field) { return field.tag == amount_tag || field.tag == kind_tag; });
  // Where the kind stood: it always follows the format, even in a code that had none.
  code.fields_.insert(code.fields_.begin() + 1, Field{kind_tag, std::string(dynamic_kind)});
  const auto after_currency = std::ranges::find(code.fields_, currency_tag, &Field::tag) + 1;
  code.fields_.insert(after_currency, Field{amount_tag, text});
  code.fields_.back().value = "0000";
  const std::string unsigned_text = code.payload();
  const std::string_view covered = std::string_view(unsigned_text).substr(0, unsigned_text.size() - checksum_length);
  code.fields_.back().value = fmt::format("{:04X}", qris_checksum(covered));
  return code;
}

}  // namespace lapak
