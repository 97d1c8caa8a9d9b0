// exchange: vCards.
#include "core/exchange/vcard.h"

#include <algorithm>
#include <optional>

#include "core/base/text.h"
#include "core/exchange/csv.h"

namespace lapak {
namespace {

constexpr std::size_t longest_line_bytes = 75;

std::string upper(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return result;
}

std::optional<int> hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return std::nullopt;
}

struct Line {
  std::int64_t number;
  std::string text;
};

bool has_parameter(std::string_view head, std::string_view wanted) {
  return upper(head).find(wanted) != std::string::npos;
}

// Lines as they were before they were folded: at a blank, or in quoted-printable at a "=" at the end.
std::vector<Line> unfolded(std::string_view bytes) {
  std::vector<Line> lines;
  std::int64_t number = 0;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find_first_of("\r\n"), bytes.size());
    std::string_view text = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + (bytes.substr(end).starts_with("\r\n") ? 2 : 1), bytes.size()));
    ++number;
    if (!lines.empty()) {
      std::string& before = lines.back().text;
      const std::string_view head = std::string_view(before).substr(0, before.find(':'));
      if (before.ends_with('=') && has_parameter(head, "QUOTED-PRINTABLE")) {
        before.pop_back();
        before += text;
        continue;
      }
      if (text.starts_with(' ') || text.starts_with('\t')) {
        before += text.substr(1);
        continue;
      }
    }
    if (!text.empty()) lines.push_back({number, std::string(text)});
  }
  return lines;
}

std::string from_quoted_printable(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto high = i + 2 < text.size() && text[i] == '=' ? hex_digit(text[i + 1]) : std::nullopt;
    const auto low = high ? hex_digit(text[i + 2]) : std::nullopt;
    if (low) {
      plain += static_cast<char>(*high * 16 + *low);
      i += 2;
    } else {
      plain += text[i];
    }
  }
  return plain;
}

// Split at a mark that is not escaped; what is escaped is taken as it is meant.
std::vector<std::string> parts_of(std::string_view value, char mark) {
  std::vector<std::string> parts(1);
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] == '\\' && i + 1 < value.size()) {
      ++i;
      parts.back() += value[i] == 'n' || value[i] == 'N' ? '\n' : value[i];
    } else if (value[i] == mark) {
      parts.emplace_back();
    } else {
      parts.back() += value[i];
    }
  }
  return parts;
}

std::string whole(std::string_view value) {
  return std::string(trimmed(parts_of(value, '\0').front()));
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string all;
  for (const std::string& part : parts)
    if (!trimmed(part).empty()) all += (all.empty() ? "" : std::string(between)) + std::string(trimmed(part));
  return all;
}

std::string without_scheme(std::string value, std::string_view scheme) {
  if (upper(value.substr(0, scheme.size())) == upper(scheme)) value.erase(0, scheme.size());
  return value;
}

// How much a number wants to be the one: a telephone's own card lists several.
int rank_of(const std::string& parameters) {
  if (parameters.find("FAX") != std::string::npos) return 0;
  int rank = 1;
  if (parameters.find("CELL") != std::string::npos) rank += 1;
  if (parameters.find("PREF") != std::string::npos) rank += 2;
  return rank;
}

class CardReader {
 public:
  void begin(std::int64_t line) {
    card_ = VCard{.line = line};
    phone_rank_ = -1;
    given_.clear();
    organisation_.clear();
  }
  VCard finish() {
    if (card_.name.empty()) card_.name = given_.empty() ? organisation_ : given_;
    return std::move(card_);
  }
  void take(std::string_view head, std::string value) {
    const std::size_t semicolon = std::min(head.find(';'), head.size());
    std::string name = upper(head.substr(0, semicolon));
    if (const std::size_t dot = name.find('.'); dot != std::string::npos) name.erase(0, dot + 1);
    const std::string parameters = upper(head.substr(semicolon));
    if (parameters.find("QUOTED-PRINTABLE") != std::string::npos) value = decoded(from_quoted_printable(value));
    if (name == "FN")
      card_.name = whole(value);
    else if (name == "N")
      take_names(value);
    else if (name == "ORG")
      organisation_ = joined(parts_of(value, ';'), ", ");
    else if (name == "TEL")
      take_phone(parameters, without_scheme(whole(value), "tel:"));
    else if (name == "X-WHATSAPP")
      card_.whatsapp = whole(value);
    else if (name == "EMAIL")
      take_once(card_.email, without_scheme(whole(value), "mailto:"));
    else if (name == "ADR")
      take_address(value);
    else if (name == "BDAY")
      card_.birthday = birthday_of(whole(value));
    else if (name == "NOTE")
      take_once(card_.note, whole(value));
    else if (name == "LANG")
      take_once(card_.language, whole(value));
    else if (name == "CATEGORIES")
      for (std::string& each : parts_of(value, ',')) card_.categories.push_back(std::move(each));
    else if (name == "X-MAKES")
      card_.makes = whole(value);
    else if (name == "X-MET-WHERE")
      card_.met_where = whole(value);
    else if (is_instagram(name, parameters, value))
      take_once(card_.instagram, whole(value));
  }

 private:
  static void take_once(std::string& target, std::string value) {
    if (target.empty()) target = std::move(value);
  }
  static bool is_instagram(std::string_view name, const std::string& parameters, const std::string& value) {
    if (name == "X-INSTAGRAM") return true;
    if (name != "X-SOCIALPROFILE" && name != "URL" && name != "IMPP") return false;
    return parameters.find("INSTAGRAM") != std::string::npos || value.find("instagram.com/") != std::string::npos;
  }
  // "1990-05-04T00:00:00Z" and "19900504" to what a birthday is kept as.
  static std::string birthday_of(std::string text) {
    text = text.substr(0, text.find('T'));
    const bool is_packed = text.size() == 8 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    if (is_packed) text = text.substr(0, 4) + '-' + text.substr(4, 2) + '-' + text.substr(6);
    if (text.starts_with("1604-")) text.erase(0, 5);  // Apple's year of a birthday without one
    return text;
  }
  // Family; given; further; before; after.
  void take_names(std::string_view value) {
    std::vector<std::string> names = parts_of(value, ';');
    names.resize(5);
    given_ = joined({names[3], names[1], names[2], names[0], names[4]}, " ");
  }
  void take_phone(const std::string& parameters, std::string number) {
    const int rank = rank_of(parameters);
    if (number.empty() || rank <= phone_rank_) return;
    phone_rank_ = rank;
    card_.phone = std::move(number);
  }
  // Box; extended; street; town; region; code; country.
  void take_address(std::string_view value) {
    std::vector<std::string> parts = parts_of(value, ';');
    parts.resize(7);
    take_once(card_.town, std::string(trimmed(parts[3])));
    take_once(card_.address, joined({parts[0], parts[1], parts[2], joined({parts[5], parts[4]}, " "), parts[6]}, "\n"));
  }

  VCard card_;
  int phone_rank_ = -1;
  std::string given_, organisation_;
};

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '\n') {
      result += "\\n";
      continue;
    }
    if (c == '\\' || c == ',' || c == ';') result += '\\';
    result += c;
  }
  return result;
}

class CardWriter {
 public:
  void line(std::string_view head, std::string_view text) {
    if (!text.empty()) raw(std::string(head) + ':' + escaped(text));
  }
  void raw(std::string_view text) {
    for (std::size_t room = longest_line_bytes; text.size() > room; room = longest_line_bytes - 1) {
      const std::string_view part = shortened(text, room);
      bytes_ += std::string(part) + "\r\n ";
      text.remove_prefix(part.size());
    }
    bytes_ += std::string(text) + "\r\n";
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

}  // namespace

Result<std::vector<VCard>> read_vcards(std::string_view bytes) {
  std::vector<VCard> cards;
  CardReader reader;
  bool is_inside = false;
  const std::string text = decoded(bytes);
  for (Line& line : unfolded(text)) {
    const std::size_t colon = line.text.find(':');
    if (colon == std::string::npos) continue;
    const std::string_view head = std::string_view(line.text).substr(0, colon);
    std::string value = line.text.substr(colon + 1);
    const bool is_about_a_card = upper(trimmed(value)) == "VCARD";
    if (upper(head) == "BEGIN" && is_about_a_card) {
      reader.begin(line.number);
      is_inside = true;
    } else if (upper(head) == "END" && is_about_a_card) {
      if (is_inside) cards.push_back(reader.finish());
      is_inside = false;
    } else if (is_inside) {
      reader.take(head, std::move(value));
    }
  }
  if (cards.empty()) return refuse(ProblemCode::CsvEmpty);
  return cards;
}

std::string written_vcard(const Contact& contact) {
  CardWriter card;
  card.raw("BEGIN:VCARD");
  card.raw("VERSION:3.0");
  const std::string& shown = contact.name.empty() ? contact.phone : contact.name;
  card.line("FN", shown);
  card.raw("N:" + escaped(shown) + ";;;;");
  card.line("TEL;TYPE=CELL", contact.phone);
  card.line("X-WHATSAPP", contact.whatsapp);
  card.line("X-INSTAGRAM", contact.instagram);
  card.line("EMAIL", contact.email);
  if (!contact.address.empty() || !contact.town.empty())
    card.raw("ADR:;;" + escaped(contact.address) + ';' + escaped(contact.town) + ";;;");
  card.line("BDAY", contact.birthday.size() == 5 ? "--" + contact.birthday : contact.birthday);
  card.line("LANG", contact.language);
  card.line("NOTE", contact.prefers);
  card.line("X-MAKES", contact.makes);
  card.line("X-MET-WHERE", contact.met_where);
  std::string categories;
  for (const std::string& tag : contact.tags) categories += (categories.empty() ? "" : ",") + escaped(tag);
  if (!categories.empty()) card.raw("CATEGORIES:" + categories);
  card.raw("END:VCARD");
  return card.take();
}

}  // namespace lapak
