// portfolio: what can be done with testimonials and with the portfolio.
#include "core/portfolio/portfolio_commands.h"

#include <algorithm>

#include "core/base/hex.h"
#include "core/catalog/product_store.h"
#include "core/journal/fact_json.h"
#include "core/order/order_store.h"
#include "core/people/people_store.h"
#include "core/portfolio/piece_store.h"
#include "core/portfolio/testimonial_store.h"

namespace lapak {

// Without their words.
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Testimonial, id, contact, order, product, consented_on)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Piece, id, order, product, year, hidden)

namespace {

constexpr std::string_view given = "portfolio.testimonial_given", marked = "portfolio.testimonial_marked",
                           piece_saved = "portfolio.piece_saved", arranged = "portfolio.arranged";

Fact given_fact(const Testimonial& said) {
  return {std::string(given), Json(said),
          Json{{"text", said.text},
               {"named", said.named},
               {"about", said.about},
               {"photo", said.photo},
               {"given_how", said.given_how}}};
}

Fact marked_fact(Id<Testimonial> testimonial, bool withdrawn) {
  return {std::string(marked), Json{{"testimonial", testimonial}, {"withdrawn", withdrawn}}, Json()};
}

Fact piece_fact(const Piece& piece) {
  return {std::string(piece_saved), Json(piece), Json{{"title", piece.title}, {"story", piece.story}}};
}

Fact arranged_fact(const std::vector<Id<Piece>>& pieces) {
  return {std::string(arranged), Json{{"pieces", pieces}}, Json()};
}

template <class Thing>
Decision decided(std::string_view kind, Id<Thing> subject, std::string label) {
  Decision decision;
  decision.outcome = {
      .kind = std::string(kind), .subject = subject.bytes, .label = std::move(label), .is_undoable = true};
  return decision;
}

Result<void> check_subject(const Database& database, const std::optional<Id<CustomOrder>>& order,
                           const std::optional<Id<Product>>& product) {
  if (order && !find_order(database, *order)) return refuse(ProblemCode::OrderUnknown);
  if (product && !find_product(database, *product)) return refuse(ProblemCode::ProductUnknown);
  return {};
}

Result<Decision> decide_one(const GiveTestimonial& command, const Deciding& deciding) {
  Result<Testimonial> said = checked_testimonial(command.testimonial);
  if (!said) return std::unexpected(said.error());
  const std::optional<Contact> contact = find_contact(deciding.database, said->contact);
  if (!contact) return refuse(ProblemCode::ContactUnknown);
  if (const auto subject = check_subject(deciding.database, said->order, said->product); !subject)
    return std::unexpected(subject.error());
  const Id<Testimonial> before = said->id;
  if (!before.is_nil() && !find_testimonial(deciding.database, before)) return refuse(ProblemCode::NoteUnknown);
  said->id = deciding.ids.next<Testimonial>();
  Decision decision = decided("give_testimonial", said->id, contact->name);
  if (command.photo) {
    said->photo = hex(command.photo->hash);
    decision.attachments.push_back(*command.photo);
  }
  decision.facts.push_back(given_fact(*said));
  decision.opposite.push_back(marked_fact(said->id, true));
  if (!before.is_nil()) {
    decision.facts.push_back(marked_fact(before, true));
    decision.opposite.push_back(marked_fact(before, false));
  }
  return decision;
}

Result<Decision> decide_one(const WithdrawTestimonial& command, const Deciding& deciding) {
  const std::optional<Testimonial> said = find_testimonial(deciding.database, command.testimonial);
  if (!said) return refuse(ProblemCode::NoteUnknown);
  Decision decision = decided("withdraw_testimonial", said->id, kept_name(deciding.database, said->contact));
  decision.facts.push_back(marked_fact(said->id, true));
  decision.opposite.push_back(marked_fact(said->id, false));
  return decision;
}

Result<Decision> decide_one(const SavePiece& command, const Deciding& deciding) {
  Result<Piece> piece = checked_piece(command.piece);
  if (!piece) return std::unexpected(piece.error());
  if (piece->order.has_value() == piece->product.has_value()) return refuse(ProblemCode::ProductUnknown);
  if (const auto subject = check_subject(deciding.database, piece->order, piece->product); !subject)
    return std::unexpected(subject.error());
  // What was taken out comes back where it stood.
  if (piece->id.is_nil())
    piece->id = piece_showing(deciding.database, piece->order, piece->product).value_or(Id<Piece>());
  const std::optional<Piece> before = find_piece(deciding.database, piece->id);
  if (!before && !piece->id.is_nil()) return refuse(ProblemCode::ProductUnknown);
  if (!before) piece->id = deciding.ids.next<Piece>();
  piece->hidden = false;
  Decision decision = decided("save_piece", piece->id, piece->title);
  decision.facts.push_back(piece_fact(*piece));
  Piece opposite = before.value_or(*piece);
  if (!before) opposite.hidden = true;
  decision.opposite.push_back(piece_fact(opposite));
  return decision;
}

Result<Decision> decide_one(const TakePieceOut& command, const Deciding& deciding) {
  const std::optional<Piece> piece = find_piece(deciding.database, command.piece);
  if (!piece) return refuse(ProblemCode::ProductUnknown);
  Piece out = *piece;
  out.hidden = true;
  Decision decision = decided("take_piece_out", piece->id, piece->title);
  decision.facts.push_back(piece_fact(out));
  decision.opposite.push_back(piece_fact(*piece));
  return decision;
}

Result<Decision> decide_one(const ArrangePieces& command, const Deciding& deciding) {
  const std::vector<Id<Piece>> before = arrangement(deciding.database);
  std::vector<Id<Piece>> after = command.pieces;
  for (const Id<Piece>& piece : after)
    if (std::ranges::find(before, piece) == before.end()) return refuse(ProblemCode::ProductUnknown);
  std::ranges::copy_if(before, std::back_inserter(after), [&](const Id<Piece>& piece) {
    return std::ranges::find(command.pieces, piece) == command.pieces.end();
  });
  Decision decision = decided("arrange_pieces", Id<Piece>(), {});
  decision.facts.push_back(arranged_fact(after));
  decision.opposite.push_back(arranged_fact(before));
  return decision;
}

void apply_given(const Fact& fact, const Applying& applying) {
  auto said = fact.body.get<Testimonial>();
  said.at = applying.header.at;
  const bool is_known = !fact.personal.is_null();
  if (is_known) {
    said.text = fact.personal.value("text", "");
    said.named = fact.personal.value("named", "");
    said.about = fact.personal.value("about", "");
    said.photo = fact.personal.value("photo", "");
    said.given_how = fact.personal.value("given_how", "");
  }
  put_testimonial(applying.database, said, applying.header.who,
                  is_known ? PersonalWords::Known : PersonalWords::Forgotten);
}

void apply_piece(const Fact& fact, Database& database) {
  auto piece = fact.body.get<Piece>();
  const bool is_known = !fact.personal.is_null();
  if (is_known) {
    piece.title = fact.personal.value("title", "");
    piece.story = fact.personal.value("story", "");
  }
  put_piece(database, piece, is_known ? PersonalWords::Known : PersonalWords::Forgotten);
}

}  // namespace

Result<Decision> decide(const PortfolioCommand& command, const Deciding& deciding) {
  return std::visit([&](const auto& one) { return decide_one(one, deciding); }, command);
}

void apply_portfolio(const Fact& fact, const Applying& applying) {
  Database& database = applying.database;
  if (fact.kind == given) return apply_given(fact, applying);
  if (fact.kind == piece_saved) return apply_piece(fact, database);
  if (fact.kind == arranged) return put_arranged(database, fact.body.at("pieces").get<std::vector<Id<Piece>>>());
  LAPAK_ASSERT(fact.kind == marked);
  put_withdrawn(database, fact.body.at("testimonial").get<Id<Testimonial>>(), fact.body.at("withdrawn").get<bool>());
}

PortfolioWords words_of_portfolio(const Fact& fact) {
  if (fact.kind == given) return {.contact = fact.body.get<Testimonial>().contact, .order = {}};
  if (fact.kind == piece_saved) return {.contact = {}, .order = fact.body.get<Piece>().order};
  return {};
}

}  // namespace lapak
