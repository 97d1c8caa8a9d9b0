// portfolio: what can be done with testimonials and with the portfolio.
#pragma once
#include <optional>
#include <variant>
#include <vector>

#include "core/journal/decision.h"
#include "core/portfolio/piece.h"
#include "core/portfolio/testimonial.h"

namespace lapak {

// Writes down what somebody said (nil id), or says a known one anew: then the former is withdrawn. Undoable. Problems:
// those of checked_testimonial, ContactUnknown, OrderUnknown, ProductUnknown, NoteUnknown.
struct GiveTestimonial {
  Testimonial testimonial;
  std::optional<Attachment> photo = {};  // new bytes for testimonial.photo
};
// It is not hers any more, and published nowhere. Undoable. Problems: NoteUnknown.
struct WithdrawTestimonial {
  Id<Testimonial> testimonial;
};
// Chooses finished work (nil id; what was taken out before comes back), or changes what stands beside it. Undoable.
// Problems: those of checked_piece, OrderUnknown, ProductUnknown.
struct SavePiece {
  Piece piece;
};
// Undoable. Problems: ProductUnknown.
struct TakePieceOut {
  Id<Piece> piece;
};
// In this order, before all others. Undoable. Problems: ProductUnknown.
struct ArrangePieces {
  std::vector<Id<Piece>> pieces;
};

using PortfolioCommand = std::variant<GiveTestimonial, WithdrawTestimonial, SavePiece, TakePieceOut, ArrangePieces>;

// Facts: what was said, how she is named and the words on a piece stand in Fact::personal.
Result<Decision> decide(const PortfolioCommand& command, const Deciding& deciding);
void apply_portfolio(const Fact& fact, const Applying& applying);

// Of a fact with words: whose they are. A piece's are its client's.
struct PortfolioWords {
  std::optional<Id<Contact>> contact;
  std::optional<Id<CustomOrder>> order;
};
PortfolioWords words_of_portfolio(const Fact& fact);

}  // namespace lapak
