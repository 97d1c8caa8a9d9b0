// paper: cards that go with a piece: its picture, who made it, its story, of what it is and how it wants to be kept.
#include <algorithm>

#include "core/paper/drafting.h"
#include "core/paper/label.h"

namespace lapak {
namespace {

constexpr double card_width = 105 * kPointsPerMm, card_height = 148.5 * kPointsPerMm, margin = 9 * kPointsPerMm;

class CardWriter {
 public:
  CardWriter(Page& page, const Letterhead& head, const Words& words, double left, double top)
      : page_(page), head_(head), words_(words), left_(left), top_(top) {}

  void write(const StoryCard& card) {
    const double x = left_ + margin, width = card_width - 2 * margin, bottom = top_ + card_height - margin;
    double y = top_ + margin;
    if (card.picture) {
      constexpr double picture_height = 55 * kPointsPerMm;
      page_.marks.emplace_back(ImageMark{x, y, width, picture_height, 6, Fit::Cover, card.picture, card.name});
      y += picture_height + 12;
    }
    for (const std::string& line : wrapped(card.name, Weight::Bold, 14, width, 2))
      put_text(page_, line, {Weight::Bold, 14, kText}, x, (y += 16) - 2);
    if (!card.maker.empty())
      put_text_in(page_, filled(words_(N_("by {}")), card.maker), {Weight::Medium, 9, kSoga}, x, y += 13, width);
    y += 6;
    const double foot = foot_top(card, bottom);
    put_facts(card, x, put_story(card, x, y, width, foot), width, foot);
    put_foot(card, x, width, bottom);
  }

 private:
  static constexpr double code_side = 25 * kPointsPerMm;

  // A third of a millimetre a module; an address that needs more of them is left out.
  static bool is_readable(const std::string& coded) {
    const Result<CodeSymbol> symbol = qr_symbol(coded);
    return symbol && (symbol->columns + 2 * symbol->quiet_modules) * 0.33 * kPointsPerMm <= code_side;
  }
  static double foot_top(const StoryCard& card, double bottom) {
    return !is_readable(card.coded) ? bottom - 14 : bottom - code_side - 6;
  }
  std::vector<std::string> facts(const StoryCard& card) const {
    std::vector<std::string> all;
    if (!card.material.empty()) all.push_back(filled(words_(N_("Material: {}")), card.material));
    if (!card.care.empty()) all.push_back(filled(words_(N_("Care: {}")), card.care));
    return all;
  }
  // The largest type with which all of it fits; what does not fit with the least is cut. Gives back where it ends.
  double put_story(const StoryCard& card, double x, double y, double width, double bottom) const {
    const double kept = facts(card).empty() ? 0 : 11.0 * 2.0 * static_cast<double>(facts(card).size()) + 6;
    const double room = std::max(0.0, bottom - kept - y);
    for (double size = 10; size >= 7; size -= 0.5) {
      const auto most = static_cast<std::size_t>(room / (size * 1.35));
      if (most == 0) return y;
      const bool fits = wrapped(card.story, Weight::Regular, size, width, most + 1).size() <= most;
      if (!fits && size > 7) continue;
      for (const std::string& line : wrapped(card.story, Weight::Regular, size, width, most))
        put_text(page_, line, {Weight::Regular, size, kText}, x, y += size * 1.35);
      return y;
    }
    return y;
  }
  void put_facts(const StoryCard& card, double x, double y, double width, double bottom) const {
    y += 6;
    for (const std::string& fact : facts(card))
      for (const std::string& line : wrapped(fact, Weight::Medium, 8, width, 2)) {
        if (y + 11 > bottom) return;
        put_text(page_, line, {Weight::Medium, 8, kSoft}, x, y += 11);
      }
  }
  void put_foot(const StoryCard& card, double x, double width, double bottom) const {
    double right = x + width;
    if (is_readable(card.coded) && put_qr(page_, card.coded, right - code_side, bottom - code_side, code_side))
      right -= code_side + 6;
    if (!card.price.empty()) put_text_in(page_, card.price, {Weight::Bold, 12, kText}, x, bottom - 14, right - x);
    put_text_in(page_, head_.shop_name, {Weight::Medium, 8, kSoft}, x, bottom - 1, right - x);
  }

  Page& page_;
  const Letterhead& head_;
  const Words& words_;
  double left_, top_;
};

}  // namespace

Document story_cards(const std::vector<StoryCard>& cards, const Letterhead& head, CardPaper paper, const Words& words) {
  Document document;
  document.title = std::string(words(N_("Story cards")));
  document.author = head.shop_name;
  const std::size_t each = paper == CardPaper::A6 ? 1 : 4;
  for (std::size_t n = 0; n < cards.size(); ++n) {
    const std::size_t place = n % each;
    if (place == 0)
      document.pages.push_back(paper == CardPaper::A6 ? Page{card_width, card_height, {}}
                                                      : Page{2 * card_width, 2 * card_height, {}});
    Page& page = document.pages.back();
    if (each == 4 && place == 0) {
      page.marks.emplace_back(LineMark{card_width, 0, card_width, page.height, 0.4, 3, kRule});
      page.marks.emplace_back(LineMark{0, card_height, page.width, card_height, 0.4, 3, kRule});
    }
    CardWriter(page, head, words, place % 2 == 0 ? 0 : card_width, place < 2 ? 0 : card_height).write(cards[n]);
  }
  return document;
}

}  // namespace lapak
