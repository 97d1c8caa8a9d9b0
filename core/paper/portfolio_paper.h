// paper: the portfolio: finished work as cards with large pictures and words, and as pictures to post, one a piece.
//
// Plain values in, a Document out; any thread. What is quoted here was let be published: whoever fills it sees to that.
#pragma once
#include <string>
#include <vector>

#include "core/paper/layout.h"
#include "core/paper/letterhead.h"
#include "core/words/words.h"

namespace lapak {

struct PortfolioCard {
  std::string title;
  std::string year;  // may be empty, as all that follows
  std::string story;
  std::string quote;   // in her words, without marks
  std::string quoted;  // whose they are
  JpegBytes picture;
};

struct PortfolioView {
  Letterhead head;  // its link is where to find more
  std::vector<PortfolioCard> cards;
};

Document portfolio_paper(const PortfolioView& view, SheetPaper paper, const Words& words);

// One page of the shape 4 : 5, as posts have it.
Document portfolio_post(const PortfolioCard& card, const Letterhead& head);
inline constexpr int kPostWidth_px = 1080, kPostHeight_px = 1350;

}  // namespace lapak
