// shop: the portfolio, filled from the facts.
#include "core/shop/portfolio_papers.h"

#include <fmt/format.h>

#include "core/base/text.h"
#include "core/paper/portfolio_paper.h"
#include "core/paper/raster.h"
#include "core/portfolio/piece_store.h"
#include "core/shop/documents.h"

namespace lapak {
namespace {

constexpr int post_quality = 92;

PortfolioCard card_of(const Database& database, const ShownPiece& shown) {
  PortfolioCard card{.title = shown.piece.title,
                     .year = shown.piece.year == 0 ? std::string() : std::to_string(shown.piece.year),
                     .story = shown.piece.story,
                     .quote = {},
                     .quoted = {},
                     .picture = shared_photo(database, shown.photo)};
  if (shown.quote) {
    card.quote = shown.quote->text;
    card.quoted = shown.quote->named;
  }
  return card;
}

std::string jpeg_of(const PortfolioCard& card, const Letterhead& head, int width_px) {
  return encode_jpeg(rasterised(portfolio_post(card, head).pages.front(), width_px), post_quality);
}

// A title as a file may be called: what folders take for a separator becomes a blank.
std::string file_name_of(std::string title) {
  for (char& letter : title)
    if (std::string_view("/\\:*?\"<>|\n\t").find(letter) != std::string_view::npos) letter = ' ';
  return std::string(trimmed(title));
}

}  // namespace

Document portfolio_of(const Database& database, const Profile& profile, Instant now) {
  PortfolioView view{.head = letterhead_of(database, profile), .cards = {}};
  for (const ShownPiece& shown : portfolio(database)) view.cards.push_back(card_of(database, shown));
  Document document = portfolio_paper(view, SheetPaper::A4, profile.words());
  document.made_at = profile.clock().local(now);
  return document;
}

std::vector<Post> posts_of(const Database& database, const Profile& profile) {
  const Letterhead head = letterhead_of(database, profile);
  std::vector<Post> posts;
  for (const ShownPiece& shown : portfolio(database))
    posts.push_back({fmt::format("{:02} {}.jpg", posts.size() + 1, file_name_of(shown.piece.title)),
                     jpeg_of(card_of(database, shown), head, kPostWidth_px)});
  return posts;
}

std::string post_of(const Database& database, const Profile& profile, Id<Piece> piece, int width_px) {
  const std::optional<ShownPiece> shown = find_shown_piece(database, piece);
  return shown ? jpeg_of(card_of(database, *shown), letterhead_of(database, profile), width_px) : std::string();
}

}  // namespace lapak
