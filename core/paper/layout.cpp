// paper: measuring and breaking text, and a document as text.
#include "core/paper/layout.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>

#include "core/base/check.h"
#include "core/base/text.h"
#include "core/paper/face.h"

namespace lapak {
namespace {

constexpr std::string_view missing_letter = "□";
constexpr std::string_view ellipsis = "…";

// The code point that begins at `at`, and `at` moved behind it; nullopt for a byte that is no UTF-8.
std::optional<char32_t> next_letter(std::string_view text, std::size_t& at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) {
    ++at;
    return byte;
  }
  utf8proc_int32_t letter = 0;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at;
  const utf8proc_ssize_t length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &letter);
  if (length <= 0) {
    ++at;
    return std::nullopt;
  }
  at += static_cast<std::size_t>(length);
  return static_cast<char32_t>(letter);
}

bool prints_as_it_is(std::string_view text) {
  bool after_blank = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::optional<char32_t> letter = next_letter(text, at);
    if (!letter) return false;
    const bool blank = *letter == ' ';
    const bool composing = *letter >= 0x300 && *letter < 0x370;
    if (composing || (blank && after_blank) || !face_has(*letter) || (*letter >= 0x7f && *letter <= 0xa0) ||
        (*letter >= 0x2000 && *letter < 0x2010))
      return false;
    after_blank = blank;
  }
  return text.empty() || !after_blank;
}

std::string without_broken_bytes(std::string_view text) {
  std::string whole;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    whole += next_letter(text, at) ? text.substr(begin, at - begin) : missing_letter;
  }
  return whole;
}

std::string composed(const std::string& utf8) {
  utf8proc_uint8_t* mapped = nullptr;
  const utf8proc_ssize_t length =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(utf8.data()), static_cast<utf8proc_ssize_t>(utf8.size()),
                   &mapped, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  if (length < 0) return utf8;
  std::string text(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length));
  std::free(mapped);
  return text;
}

enum class Printing { Letter, Blank, Nothing, Accent };

Printing printing_of(char32_t letter) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(letter))) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return Printing::Blank;
    case UTF8PROC_CATEGORY_CC:
      return letter >= '\t' && letter <= '\r' ? Printing::Blank : Printing::Nothing;
    case UTF8PROC_CATEGORY_CF:
      return Printing::Nothing;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_ME:
      return letter >= 0xfe00 && letter <= 0xfe0f ? Printing::Nothing : Printing::Accent;
    case UTF8PROC_CATEGORY_SK:  // the skin colours of emoji
      return letter >= 0x1f3fb && letter <= 0x1f3ff ? Printing::Nothing : Printing::Letter;
    default:
      return Printing::Letter;
  }
}

std::string_view weight_name(Weight weight) {
  switch (weight) {
    case Weight::Regular:
      return "regular";
    case Weight::Medium:
      return "medium";
    case Weight::Bold:
      return "bold";
  }
  LAPAK_ASSERT(false);
}

std::string_view align_name(Align align) {
  switch (align) {
    case Align::Left:
      return "left";
    case Align::Centre:
      return "centre";
    case Align::Right:
      return "right";
  }
  LAPAK_ASSERT(false);
}

std::string ink_name(Ink ink) {
  return ink == Ink{} ? std::string() : fmt::format(" #{:02x}{:02x}{:02x}", ink.red, ink.green, ink.blue);
}

// A mark's place and its line of text.
struct Described {
  double y, x;
  std::string text;
};

double anchor_of(const TextRun& run) {
  switch (run.align) {
    case Align::Left:
      return run.left;
    case Align::Centre:
      return run.left + run.width / 2;
    case Align::Right:
      return run.left + run.width;
  }
  LAPAK_ASSERT(false);
}

Described described(const TextRun& run) {
  return {run.baseline, run.left,
          fmt::format("{} {} {}{} {:.1f} | {}", weight_name(run.style.weight), run.style.size, align_name(run.align),
                      ink_name(run.style.ink), anchor_of(run), run.text)};
}
Described described(const LineMark& line) {
  return {
      line.y1, line.x1,
      fmt::format("line to {:.1f} {:.1f}{}{}", line.x2, line.y2, line.dash > 0 ? " dashed" : "", ink_name(line.ink))};
}
Described described(const BoxMark& box) {
  return {box.top, box.left, fmt::format("box {:.1f} × {:.1f}{}", box.width, box.height, ink_name(box.fill))};
}
Described described(const ImageMark& image) {
  return {image.top, image.left, fmt::format("image {:.1f} × {:.1f} | {}", image.width, image.height, image.name)};
}
Described described(const SymbolMark& code) {
  return {code.top, code.left,
          fmt::format("code {} × {} modules, {:.1f} × {:.1f} | {}", code.symbol.columns, code.symbol.rows, code.width,
                      code.height, code.name)};
}

}  // namespace

std::string printable(std::string_view text) {
  if (prints_as_it_is(text)) return std::string(text);
  const std::string whole = composed(without_broken_bytes(text));
  std::string printed;
  for (std::size_t at = 0; at < whole.size();) {
    const std::size_t begin = at;
    const char32_t letter = next_letter(whole, at).value_or(U'□');
    const Printing printing = printing_of(letter);
    if (printing == Printing::Nothing) continue;
    if (printing == Printing::Blank) {
      if (!printed.empty() && printed.back() != ' ') printed += ' ';
      continue;
    }
    if (face_has(letter)) {
      printed += std::string_view(whole).substr(begin, at - begin);
    } else if (printing != Printing::Accent || !printed.ends_with(missing_letter)) {
      printed += missing_letter;
    }
  }
  if (printed.ends_with(' ')) printed.pop_back();
  return printed;
}

double text_width(std::string_view printable_text, Weight weight, double size) {
  std::int64_t thousandths = 0;
  for (std::size_t at = 0; at < printable_text.size();)
    thousandths += advance_thousandths(next_letter(printable_text, at).value_or(0), weight);
  return static_cast<double>(thousandths) * size / 1000;
}

std::string ellipsized(std::string_view printable_text, Weight weight, double size, double width) {
  const double room = width * 1000 / size;
  const double room_before_dots = room - advance_thousandths(U'…', weight);
  double used = 0;
  std::size_t fits = 0;  // bytes that fit with dots after them
  for (std::size_t at = 0; at < printable_text.size();) {
    used += advance_thousandths(next_letter(printable_text, at).value_or(0), weight);
    if (used <= room_before_dots) fits = at;
    if (used > room) {
      std::string cut(printable_text.substr(0, fits));
      while (cut.ends_with(' ')) cut.pop_back();
      return cut += ellipsis;
    }
  }
  return std::string(printable_text);
}

std::vector<std::string> wrapped(std::string_view text, Weight weight, double size, double width,
                                 std::size_t max_lines) {
  std::vector<std::string> lines;
  const double room = width * 1000 / size;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string paragraph = printable(text.substr(begin, end - begin));
    begin = end + 1;
    for (std::string_view rest = paragraph; !rest.empty();) {
      if (lines.size() + 1 == max_lines) {
        std::string last = ellipsized(rest, weight, size, width);
        const bool more_follows = !trimmed(text.substr(std::min(begin, text.size()))).empty();
        if (more_follows && !last.ends_with(ellipsis)) last = ellipsized(last + " …", weight, size, width);
        lines.push_back(std::move(last));
        return lines;
      }
      double used = 0;
      std::size_t fits = 0, at = 0;      // bytes that fit
      std::optional<std::size_t> blank;  // the last blank among them, or just behind
      while (at < rest.size()) {
        const std::size_t letter_begin = at;
        const char32_t letter = next_letter(rest, at).value_or(0);
        if (letter == ' ') blank = letter_begin;
        used += advance_thousandths(letter, weight);
        if (used > room) break;
        fits = at;
      }
      if (fits < rest.size() && blank && *blank > 0) fits = *blank;
      if (fits == 0) fits = std::max<std::size_t>(1, at);  // one letter wider than the line
      lines.emplace_back(trimmed(rest.substr(0, fits)));
      rest = trimmed(rest.substr(fits));
    }
  }
  return lines;
}

TextRun text_run(std::string_view text, const TextStyle& style, double anchor, double baseline, Align align) {
  std::string printed = printable(text);
  const double width = text_width(printed, style.weight, style.size);
  const double left = align == Align::Left ? anchor : align == Align::Right ? anchor - width : anchor - width / 2;
  return {left, baseline, width, align, style, std::move(printed)};
}

std::string to_text(const Document& document) {
  std::string text = fmt::format("\"{}\" by {}, {} {:02}:{:02}\n", document.title, document.author,
                                 document.made_at.date.iso(), document.made_at.hour, document.made_at.minute);
  for (std::size_t number = 0; number < document.pages.size(); ++number) {
    const Page& page = document.pages[number];
    text +=
        fmt::format("\npage {} of {}, {:.1f} × {:.1f}\n", number + 1, document.pages.size(), page.width, page.height);
    std::vector<Described> marks;
    for (const Mark& mark : page.marks) marks.push_back(std::visit([](const auto& m) { return described(m); }, mark));
    std::ranges::stable_sort(marks, {}, [](const Described& d) { return std::pair(std::round(d.y * 10), d.x); });
    for (const Described& mark : marks) text += fmt::format("{:6.1f} {:6.1f}  {}\n", mark.y, mark.x, mark.text);
  }
  return text;
}

}  // namespace lapak
