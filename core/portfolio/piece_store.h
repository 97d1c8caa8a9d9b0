// portfolio: the rows of the portfolio, and what could still come into it.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/db/database.h"
#include "core/people/people_store.h"
#include "core/portfolio/piece.h"
#include "core/portfolio/testimonial.h"

namespace lapak {

// As the card has it, also one that was taken out. None once forgotten.
std::optional<Piece> find_piece(const Database& database, Id<Piece> id);
std::optional<Id<Piece>> piece_showing(const Database& database, std::optional<Id<CustomOrder>> order,
                                       std::optional<Id<Product>> product);

// What is shown, in the seller's order: pieces that have a picture.
struct ShownPiece {
  Piece piece;
  std::string photo;                 // the finished work first; the product's own
  std::optional<Testimonial> quote;  // that may be published
};
std::vector<ShownPiece> portfolio(const Database& database);
// One of them; none when it is not shown.
std::optional<ShownPiece> find_shown_piece(const Database& database, Id<Piece> id);

// Finished work with a picture that is not in the portfolio: orders handed over, newest first, then products by name.
// The piece has no id yet; title, story and year are what is known.
struct PieceChoice {
  Piece piece;
  std::string photo;
};
std::vector<PieceChoice> pieces_to_choose(const Database& database);

// Writing, for apply_portfolio alone.
void put_piece(Database& database, const Piece& piece, PersonalWords words);
void put_arranged(Database& database, const std::vector<Id<Piece>>& pieces);
std::vector<Id<Piece>> arrangement(const Database& database);
// The words on pieces that were made for the person, or for those merged into her, are no more.
void forget_pieces(Database& database, Id<Contact> client);

}  // namespace lapak
