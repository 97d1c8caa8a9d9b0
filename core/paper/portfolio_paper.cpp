// paper: the portfolio.
#include "core/paper/portfolio_paper.h"

#include <algorithm>

#include "core/base/check.h"
#include "core/paper/drafting.h"

namespace lapak {
namespace {

constexpr double margin = 40;
constexpr double head_height = 88;
constexpr double foot_height = 30;
constexpr double gap = 24;
constexpr std::size_t cards_a_page = 2;

constexpr double post_width = 432, post_height = 540;  // 2.5 pixels a point

// Lines of text from `y` on, no further than `bottom`; gives where the next would begin.
double put_lines(Page& page, std::string_view text, const TextStyle& style, double left, double y, double width,
                 double bottom) {
  const double leading = style.size * 1.4;
  const auto most = static_cast<std::size_t>(std::max(0.0, (bottom - y) / leading));
  if (text.empty() || most == 0) return y;
  for (const std::string& line : wrapped(text, style.weight, style.size, width, most)) {
    put_text(page, line, style, left, y + style.size);
    y += leading;
  }
  return y;
}

// What somebody said, between marks, and whose words they are.
double put_quote(Page& page, const PortfolioCard& card, double size, double left, double y, double width,
                 double bottom) {
  if (card.quote.empty()) return y;
  const double below = card.quoted.empty() ? bottom : bottom - size * 1.5;
  const double top = y;
  y = put_lines(page, "“" + card.quote + "”", {Weight::Medium, size, kSoga}, left + 12, y, width - 12, below);
  if (!card.quoted.empty()) {
    put_text_in(page, "– " + card.quoted, {Weight::Regular, size * 0.88, kSoft}, left + 12, y + size, width - 12);
    y += size * 1.5;
  }
  put_box(page, left, top, 3, y - top, kSoga, 1.5);
  return y;
}

class PortfolioWriter {
 public:
  PortfolioWriter(const PortfolioView& view, SheetPaper paper, const Words& words)
      : view_(view), words_(words), size_(sheet_size(paper)) {}

  Document write() {
    document_.title = std::string(words_(N_("Portfolio"))) + " – " + view_.head.shop_name;
    document_.author = view_.head.shop_name;
    const std::size_t pages = (view_.cards.size() + cards_a_page - 1) / cards_a_page;
    for (std::size_t number = 0; number < std::max<std::size_t>(pages, 1); ++number) {
      Page& page = document_.pages.emplace_back();
      page.width = size_.width;
      page.height = size_.height;
      head(page);
      const double height = (size_.height - 2 * margin - head_height - foot_height - gap) / cards_a_page;
      for (std::size_t i = 0; i < cards_a_page && number * cards_a_page + i < view_.cards.size(); ++i)
        card(page, view_.cards[number * cards_a_page + i],
             margin + head_height + static_cast<double>(i) * (height + gap), height, i % 2 == 1);
      foot(page, number + 1, std::max<std::size_t>(pages, 1));
    }
    return std::move(document_);
  }

 private:
  double left() const { return margin; }
  double right() const { return size_.width - margin; }
  double width() const { return right() - left(); }

  void head(Page& page) const {
    double x = left(), end = right();
    if (view_.head.logo) {
      page.marks.emplace_back(ImageMark{x, margin, 52, 52, 8, Fit::Cover, view_.head.logo, "logo"});
      x += 66;
    }
    if (put_qr(page, view_.head.link, right() - 64, margin - 6, 64)) {
      end -= 72;
      put_text_in(page, spoken_link(view_.head.link), {Weight::Regular, 8, kSoft}, end, margin + 50, 170, Align::Right);
    }
    put_text_in(page, words_(N_("Portfolio")), {Weight::Medium, 10, kSoga}, x, margin + 10, end - x);
    put_text_in(page, view_.head.shop_name, {Weight::Bold, 22, kText}, x, margin + 34, end - x);
    std::string lines;
    for (const std::string& line : view_.head.lines) lines += (lines.empty() ? "" : "  ·  ") + line;
    put_text_in(page, lines, {Weight::Regular, 8, kSoft}, x, margin + 50,
                end - x - (view_.head.link.empty() ? 0 : 180));
    put_rule(page, left(), right(), margin + 64, kText, 1);
  }

  // The picture on one side, the words beside it; every other card the other way round.
  void card(Page& page, const PortfolioCard& card, double top, double height, bool is_turned) const {
    const double picture = height * 0.8, words = width() - picture - gap;
    const double picture_x = is_turned ? right() - picture : left();
    const double x = is_turned ? left() : left() + picture + gap;
    page.marks.emplace_back(ImageMark{picture_x, top, picture, height, 10, Fit::Cover, card.picture, card.title});
    const double bottom = top + height;
    double y = top;
    if (!card.year.empty()) {
      put_text_in(page, card.year, {Weight::Medium, 10, kSoga}, x, y + 10, words);
      y += 18;
    }
    y = put_lines(page, card.title, {Weight::Bold, 17, kText}, x, y, words, std::min(bottom, y + 72)) + 6;
    const double for_quote = card.quote.empty() ? 0 : 110;
    y = put_lines(page, card.story, {Weight::Regular, 10.5, kText}, x, y, words, bottom - for_quote) + 12;
    put_quote(page, card, 11.5, x, y, words, bottom);
  }

  void foot(Page& page, std::size_t number, std::size_t of) const {
    if (of < 2) return;
    put_text(page, filled(words_(N_("Page {} of {}")), number, of), {Weight::Regular, 8, kSoft}, right(),
             size_.height - margin, Align::Right);
  }

  const PortfolioView& view_;
  const Words& words_;
  SheetSize size_;
  Document document_;
};

}  // namespace

Document portfolio_paper(const PortfolioView& view, SheetPaper paper, const Words& words) {
  return PortfolioWriter(view, paper, words).write();
}

Document portfolio_post(const PortfolioCard& card, const Letterhead& head) {
  constexpr double edge = 28, foot_top = post_height - 46;
  // Where there is only a title the picture takes the place of words.
  const double picture_height = card.quote.empty() && card.story.empty() ? 408 : 352;
  Document document{.title = card.title, .author = head.shop_name, .made_at = {}, .pages = {}};
  Page& page = document.pages.emplace_back();
  page.width = post_width;
  page.height = post_height;
  const double width = post_width - 2 * edge;
  put_box(page, 0, 0, post_width, post_height, kTint);
  page.marks.emplace_back(ImageMark{0, 0, post_width, picture_height, 0, Fit::Cover, card.picture, card.title});
  double y = picture_height + 18;
  y = put_lines(page, card.title, {Weight::Bold, 20, kText}, edge, y, width, y + 58) + 4;
  if (card.quote.empty())
    put_lines(page, card.story, {Weight::Regular, 12.5, kText}, edge, y, width, foot_top - 8);
  else
    put_quote(page, card, 12.5, edge, y + 2, width, foot_top - 8);
  put_rule(page, edge, post_width - edge, foot_top);
  double x = edge;
  if (head.logo) {
    page.marks.emplace_back(ImageMark{x, foot_top + 9, 24, 24, 5, Fit::Cover, head.logo, "logo"});
    x += 32;
  }
  const double used =
      put_text_in(page, card.year, {Weight::Medium, 11, kSoga}, post_width - edge, foot_top + 26, 80, Align::Right);
  std::string from = head.shop_name;
  if (!head.link.empty()) from += "  ·  " + std::string(spoken_link(head.link));
  put_text_in(page, from, {Weight::Medium, 11, kSoft}, x, foot_top + 26, post_width - edge - x - used - 12);
  return document;
}

}  // namespace lapak
