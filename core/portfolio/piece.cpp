// portfolio: what makes a piece whole.
#include "core/portfolio/piece.h"

#include "core/base/text.h"

namespace lapak {

Result<Piece> checked_piece(Piece piece) {
  Result<std::string> title = checked_name(piece.title);
  if (!title) return std::unexpected(title.error());
  piece.title = std::move(*title);
  Result<std::string> story = checked_note(trimmed(piece.story));
  if (!story) return std::unexpected(story.error());
  piece.story = std::move(*story);
  if (piece.year != 0 && (piece.year < 1900 || piece.year > 2200))
    return refuse(ProblemCode::NotADate, std::to_string(piece.year));
  return piece;
}

}  // namespace lapak
