// paper: the exhibition price list, as cards or as a table.
#include "core/paper/price_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

#include "core/base/check.h"
#include "core/paper/drafting.h"

namespace lapak {
namespace {

constexpr double margin = 42;
constexpr double footer_height = 22;
constexpr double running_head_height = 26;
constexpr double section_height = 30;

// What the screens tint a card without a photo with.
constexpr std::array<Ink, 8> tile_inks{{{0xc9, 0x8b, 0x6b},
                                        {0x7e, 0x9b, 0xb0},
                                        {0xd6, 0xa2, 0x4a},
                                        {0x9b, 0xaa, 0x7c},
                                        {0x6b, 0x5c, 0x8a},
                                        {0xa4, 0x50, 0x6a},
                                        {0x4f, 0x8a, 0x8b},
                                        {0x8a, 0x6b, 0x4e}}};

struct Grid {
  int columns, rows;
};
Grid grid_of(PriceListLayout layout) {
  switch (layout) {
    case PriceListLayout::Cards4:
      return {2, 2};
    case PriceListLayout::Cards6:
      return {3, 2};
    case PriceListLayout::Cards9:
      return {3, 3};
    case PriceListLayout::Table:
      return {1, 0};
  }
  LAPAK_ASSERT(false);
}

class PriceListWriter {
 public:
  PriceListWriter(const PriceListView& view, PriceListLayout layout, SheetPaper paper, Stories stories,
                  const Words& words, Document& document)
      : view_(view),
        layout_(layout),
        stories_(stories),
        words_(words),
        document_(document),
        size_(sheet_size(paper)),
        title_(view.title.empty() ? std::string(words(N_("Price list"))) : view.title) {}

  void write() {
    begin_page();
    if (std::ranges::all_of(view_.sections, [](const PriceListSection& s) { return s.items.empty(); })) {
      put_text(page(), words_(N_("Nothing on the list yet")), {Weight::Regular, 11, kSoft}, margin, y_ + 24);
    } else if (layout_ == PriceListLayout::Table) {
      table();
    } else {
      cards();
    }
    finish();
  }

 private:
  double left() const { return margin; }
  double right() const { return size_.width - margin; }
  double width() const { return right() - left(); }
  double bottom() const { return size_.height - margin - footer_height; }
  Page& page() { return document_.pages.back(); }

  std::string_view category_name(const PriceListSection& section) const {
    return section.category.empty() ? words_(N_("Other")) : std::string_view(section.category);
  }

  // The first page has the shop's head, the others a line that says what one is reading.
  void begin_page() {
    document_.pages.push_back(Page{size_.width, size_.height, {}});
    y_ = margin;
    if (document_.pages.size() == 1) {
      title_head();
    } else {
      const double used =
          put_text_in(page(), view_.head.shop_name, {Weight::Bold, 9, kText}, left(), y_ + 8, width() * 0.4);
      put_text_in(page(), title_, {Weight::Regular, 9, kSoft}, left() + used + 8, y_ + 8, width() * 0.3);
      if (section_)
        put_text_in(page(), category_name(*section_), {Weight::Medium, 9, kSoga}, right(), y_ + 8, width() * 0.25,
                    Align::Right);
      put_rule(page(), left(), right(), y_ + 14);
      y_ += running_head_height;
    }
  }

  void title_head() {
    const double qr_side = 74;
    const bool has_qr = put_qr(page(), view_.head.link, right() - qr_side + 8, y_ - 8, qr_side);
    if (has_qr)
      put_text(page(), words_(N_("Scan to order")), {Weight::Medium, 7.5, kSoft}, right(), y_ + qr_side - 4,
               Align::Right);
    double x = left();
    if (view_.head.logo) {
      page().marks.emplace_back(ImageMark{x, y_, 58, 58, 8, Fit::Cover, view_.head.logo, "logo"});
      x += 72;
    }
    const double room = right() - x - (has_qr ? qr_side + 12 : 0);
    double line_y = y_;
    put_text_in(page(), title_, {Weight::Medium, 10, kSoga}, x, line_y + 9, room);
    line_y += 15;
    for (const std::string& line : wrapped(view_.head.shop_name, Weight::Bold, 23, room, 2)) {
      put_text(page(), line, {Weight::Bold, 23, kText}, x, line_y + 21);
      line_y += 28;
    }
    std::string about = words_.full_date(view_.date);
    for (const std::string& line : view_.head.lines) about += " · " + line;
    for (const std::string& line : wrapped(about, Weight::Regular, 8.5, room, 2)) {
      put_text(page(), line, {Weight::Regular, 8.5, kSoft}, x, line_y + 9);
      line_y += 12;
    }
    if (!view_.order_note.empty()) {
      for (const std::string& line : wrapped(view_.order_note, Weight::Medium, 8.5, room, 2)) {
        put_text(page(), line, {Weight::Medium, 8.5, kText}, x, line_y + 9);
        line_y += 12;
      }
    }
    y_ = std::max(line_y, y_ + (has_qr ? qr_side + 2 : view_.head.logo ? 60 : 0)) + 8;
    put_rule(page(), left(), right(), y_, kText, 1);
    y_ += 8;
  }

  void section_head(const PriceListSection& section) {
    const double baseline = y_ + section_height - 11;
    const double used =
        put_text_in(page(), category_name(section), {Weight::Bold, 13, kIndigo}, left(), baseline, width() * 0.7);
    put_text(page(), words_.count(static_cast<std::int64_t>(section.items.size())), {Weight::Regular, 9, kSoft},
             left() + used + 7, baseline);
    y_ += section_height;
  }

  void finish() {
    for (std::size_t i = 0; i < document_.pages.size(); ++i) {
      Page& sheet = document_.pages[i];
      const double baseline = size_.height - margin + 4;
      put_rule(sheet, left(), right(), baseline - 14);
      const std::string number = filled(words_(N_("Page {} of {}")), i + 1, document_.pages.size());
      const TextStyle style{Weight::Regular, 8, kSoft};
      const double used = put_text(sheet, number, style, right(), baseline, Align::Right);
      put_text_in(sheet, spoken_link(view_.head.link), style, left(), baseline, width() - used - 20);
    }
  }

  // --- prices and marks ---

  struct PriceText {
    std::string before;  // "from"
    std::string amount;
  };
  PriceText price_of(const PriceListItem& item) const {
    switch (item.price_kind) {
      case PriceKind::Exact:
        return {{}, words_.money(item.price, view_.head.currency)};
      case PriceKind::From:
        return {std::string(words_(N_("from"))), words_.money(item.price, view_.head.currency)};
      case PriceKind::Asked:
        return {{}, std::string(words_(N_("on request")))};
    }
    LAPAK_ASSERT(false);
  }

  std::string_view mark_of(ItemMark mark) const {
    switch (mark) {
      case ItemMark::None:
        return {};
      case ItemMark::OneOfAKind:
        return words_(N_("One of a kind"));
      case ItemMark::Sold:
        return words_(N_("Sold"));
    }
    LAPAK_ASSERT(false);
  }

  static Ink mark_ink(ItemMark mark) { return mark == ItemMark::Sold ? kBrick : kSoga; }

  // --- cards ---

  // As many rows a page as the layout promises; headings take their height from the photos of that page.
  void cards() {
    const Grid grid = grid_of(layout_);
    struct Row {
      const PriceListSection* section;
      std::size_t first, count;
      bool begins_section;
    };
    std::vector<Row> rows;
    const auto columns = static_cast<std::size_t>(grid.columns);
    for (const PriceListSection& section : view_.sections)
      for (std::size_t first = 0; first < section.items.size(); first += columns)
        rows.push_back({&section, first, std::min(columns, section.items.size() - first), first == 0});
    const auto rows_a_page = static_cast<std::size_t>(grid.rows);
    for (std::size_t at = 0; at < rows.size(); at += rows_a_page) {
      const std::size_t end = std::min(at + rows_a_page, rows.size());
      section_ = rows[at].section;
      if (at > 0) begin_page();
      std::size_t headings = 0;
      for (std::size_t i = at; i < end; ++i) headings += rows[i].begins_section ? 1u : 0u;
      const double row_height = (bottom() - y_ - static_cast<double>(headings) * section_height) / grid.rows;
      for (std::size_t i = at; i < end; ++i) {
        if (rows[i].begins_section) section_head(*rows[i].section);
        card_row(std::span(rows[i].section->items).subspan(rows[i].first, rows[i].count), grid, row_height);
        y_ += row_height;
      }
    }
  }

  // The words of a card, broken into lines.
  struct CardWords {
    std::vector<std::string> name, options, story;
  };

  // Type sizes and widths of the cards of a grid.
  struct CardShape {
    double width, name_size, price_size, note_size;
    std::size_t story_lines;
    double note_leading() const { return note_size * 1.35; }
    double name_leading() const { return name_size * 1.25; }
  };
  static constexpr double gutter = 16;
  CardShape shape_of(const Grid& grid) const {
    const double card_width = (width() - gutter * (grid.columns - 1)) / grid.columns;
    if (grid.columns == 3) return {card_width, 10, 12, 7.5, grid.rows == 3 ? 3u : 5u};
    return {card_width, 12, 14.5, 8.5, 4};
  }

  CardWords words_of(const PriceListItem& item, const CardShape& shape) const {
    std::string told = item.maker.empty() ? std::string() : filled(words_(N_("by {}")), item.maker);
    const bool has_story = stories_ == Stories::Shown && !item.story.empty();
    if (has_story) told += (told.empty() ? "" : " – ") + item.story;
    return {wrapped(item.name, Weight::Bold, shape.name_size, shape.width, 2),
            wrapped(item.options, Weight::Regular, shape.note_size, shape.width, 1),
            wrapped(told, Weight::Regular, shape.note_size, shape.width, has_story ? shape.story_lines : 1)};
  }

  // The words first: what height the longest of the row leave is the photos'.
  void card_row(std::span<const PriceListItem> items, const Grid& grid, double row_height) {
    const CardShape shape = shape_of(grid);
    std::vector<CardWords> texts;
    double words_height = 0;
    for (const PriceListItem& item : items) {
      texts.push_back(words_of(item, shape));
      const CardWords& text = texts.back();
      words_height = std::max(words_height,
                              shape.name_leading() * static_cast<double>(text.name.size()) +
                                  shape.note_leading() * static_cast<double>(text.options.size() + text.story.size()));
    }
    words_height += 8 + shape.price_size * 1.5 + 16;
    const double photo_height =
        std::clamp(row_height - words_height, row_height * 0.25, std::max(shape.width * 1.2, row_height * 0.25));
    for (std::size_t i = 0; i < items.size(); ++i)
      card(items[i], texts[i], shape, left() + static_cast<double>(i) * (shape.width + gutter), photo_height);
  }

  void card(const PriceListItem& item, const CardWords& text, const CardShape& shape, double x, double photo_height) {
    photo(item, x, y_, shape.width, photo_height, shape.note_size);
    double line_y = y_ + photo_height + 8;
    for (const std::string& line : text.name) {
      put_text(page(), line, {Weight::Bold, shape.name_size, kText}, x, line_y + shape.name_size * 0.85);
      line_y += shape.name_leading();
    }
    for (const auto& [lines, ink] : {std::pair(&text.options, kSoft), std::pair(&text.story, kText)}) {
      for (const std::string& line : *lines) {
        put_text(page(), line, {Weight::Regular, shape.note_size, ink}, x, line_y + shape.note_size);
        line_y += shape.note_leading();
      }
    }
    const PriceText price = price_of(item);
    const double baseline = line_y + shape.price_size * 1.2;
    double price_x = x;
    if (!price.before.empty())
      price_x += put_text(page(), price.before, {Weight::Regular, shape.note_size + 0.5, kSoft}, x, baseline) + 4;
    const Ink ink = item.mark == ItemMark::Sold ? kSoft : kIndigo;
    const double used = put_text(page(), price.amount, {Weight::Bold, shape.price_size, ink}, price_x, baseline);
    put_text_in(page(), item.code, {Weight::Regular, shape.note_size, kSoft}, x + shape.width, baseline,
                x + shape.width - price_x - used - 8, Align::Right);
  }

  void photo(const PriceListItem& item, double x, double y, double w, double h, double note_size) {
    if (item.photo) {
      page().marks.emplace_back(ImageMark{x, y, w, h, 6, Fit::Cover, item.photo, printable(item.name)});
    } else {
      // The same tile for the same piece on every list.
      unsigned sum = 0;
      for (const char c : item.name) sum = sum * 31 + static_cast<unsigned char>(c);
      put_box(page(), x, y, w, h, tile_inks[sum % tile_inks.size()], 6);
      const std::string name = printable(item.name);
      std::size_t letter_bytes = 1;
      while (letter_bytes < name.size() && (static_cast<unsigned char>(name[letter_bytes]) & 0xc0) == 0x80)
        ++letter_bytes;
      const double letter_size = std::min(h * 0.5, 64.0);
      put_text(page(), std::string_view(name).substr(0, letter_bytes), {Weight::Bold, letter_size, kWhite}, x + w / 2,
               y + h / 2 + letter_size * 0.36, Align::Centre);
    }
    const std::string_view mark = mark_of(item.mark);
    if (mark.empty()) return;
    const TextStyle style{Weight::Bold, note_size, kWhite};
    const double pill_height = style.size * 2;
    const double pill_width = text_width(printable(mark), style.weight, style.size) + pill_height;
    put_box(page(), x + 8, y + 8, pill_width, pill_height, mark_ink(item.mark), pill_height / 2);
    put_text(page(), mark, style, x + 8 + pill_width / 2, y + 8 + pill_height / 2 + style.size * 0.36, Align::Centre);
  }

  // --- table ---

  void table() {
    constexpr double row_height = 15.5, story_leading = 10;
    const double code_width = 74, name_left = left() + code_width + 8;
    const TextStyle code_style{Weight::Regular, 8, kSoft}, name_style{Weight::Medium, 9.5, kText};
    const TextStyle price_style{Weight::Bold, 9.5, kText}, note_style{Weight::Regular, 8, kSoft};
    for (const PriceListSection& section : view_.sections) {
      if (section.items.empty()) continue;
      section_ = &section;
      if (y_ + section_height + 2 * row_height > bottom()) begin_page();
      section_head(section);
      for (const PriceListItem& item : section.items) {
        const std::vector<std::string> story =
            stories_ == Stories::Shown ? wrapped(item.story, Weight::Regular, 8, right() - name_left - 90, 2)
                                       : std::vector<std::string>();
        const double height = row_height + story_leading * static_cast<double>(story.size()) + (story.empty() ? 0 : 3);
        if (y_ + height > bottom()) begin_page();
        const double baseline = y_ + 10.5;
        put_text_in(page(), item.code, code_style, left(), baseline, code_width);

        const PriceText price = price_of(item);
        double room_right =
            right() - put_text(page(), price.amount,
                               item.mark == ItemMark::Sold ? TextStyle{Weight::Bold, 9.5, kSoft} : price_style, right(),
                               baseline, Align::Right);
        if (!price.before.empty()) {
          room_right -= 4;
          room_right -= put_text(page(), price.before, note_style, room_right, baseline, Align::Right);
        }
        if (item.mark != ItemMark::None) {
          room_right -= 10;
          room_right -= put_text(page(), mark_of(item.mark), {Weight::Medium, 8, mark_ink(item.mark)}, room_right,
                                 baseline, Align::Right);
        }
        double x = name_left;
        x += put_text_in(page(), item.name, name_style, x, baseline, room_right - 10 - x) + 7;
        std::string note = item.options;
        if (!item.maker.empty()) note += (note.empty() ? "" : " · ") + filled(words_(N_("by {}")), item.maker);
        if (!note.empty() && room_right - x > 40)
          put_text_in(page(), note, note_style, x, baseline, room_right - 10 - x);
        double story_y = y_ + row_height;
        for (const std::string& line : story) {
          put_text(page(), line, note_style, name_left, story_y + 6);
          story_y += story_leading;
        }
        y_ += height;
        put_rule(page(), left(), right(), y_ - 1.5, kRule, 0.4);
      }
      y_ += 6;
    }
  }

  const PriceListView& view_;
  PriceListLayout layout_;
  Stories stories_;
  const Words& words_;
  Document& document_;
  SheetSize size_;
  std::string title_;
  const PriceListSection* section_ = nullptr;  // the one being written
  double y_ = 0;
};

}  // namespace

Document price_list(const PriceListView& view, PriceListLayout layout, SheetPaper paper, Stories stories,
                    const Words& words) {
  Document document;
  document.title = view.title.empty() ? std::string(words(N_("Price list"))) : view.title;
  document.author = view.head.shop_name;
  document.made_at.date = view.date;
  PriceListWriter(view, layout, paper, stories, words, document).write();
  return document;
}

}  // namespace lapak
