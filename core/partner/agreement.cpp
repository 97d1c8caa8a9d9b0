// partner: agreements and the shares they give.
#include "core/partner/agreement.h"

#include <algorithm>
#include <array>

#include "core/words/filled.h"

namespace lapak {
namespace {

constexpr std::array<std::pair<Book, std::string_view>, 3> codes{
    {{Book::Consignment, "consignment"}, {Book::Shelf, "shelf"}, {Book::Neighbour, "neighbour"}}};

// The owner's part of each piece of a line that may reach over several tiers.
Fraction share_of_pieces(const Agreement& agreement, Quantity before, Quantity quantity) {
  std::int64_t from = std::max<std::int64_t>(before.thousandths, 0), share_bp = agreement.share_bp, weighed = 0;
  const std::int64_t end = from + quantity.thousandths;
  for (const Tier& tier : agreement.tiers) {
    const std::int64_t reached = std::clamp(tier.after.thousandths, from, end);
    weighed += (reached - from) * share_bp;
    from = reached;
    share_bp = tier.share_bp;
  }
  weighed += (end - from) * share_bp;
  return {weighed, quantity.thousandths * kWhole_bp};
}

// S of the formula.
Result<Money> full_share(const Agreement& agreement, Quantity quantity, Money worth, Money piece_price,
                         Quantity before) {
  if (agreement.kind == ShareKind::PerPiece) return times(piece_price, quantity);
  return part_of(worth, share_of_pieces(agreement, before, quantity));
}

std::string who_bears(Bearer bearer, bool partner_owns, std::string_view partner, const Words& words,
                      std::string_view both, std::string_view they, std::string_view you) {
  if (bearer == Bearer::Both) return std::string(words(both));
  return (bearer == Bearer::Owner) == partner_owns ? filled(words(they), partner) : std::string(words(you));
}

}  // namespace

std::string_view book_code(Book book) {
  for (const auto& [known, code] : codes)
    if (known == book) return code;
  LAPAK_ASSERT(false);
}

std::optional<Book> find_book(std::string_view code) {
  for (const auto& [book, known] : codes)
    if (known == code) return book;
  return std::nullopt;
}

Result<Agreement> checked_agreement(Agreement agreement) {
  LAPAK_ASSERT(agreement.book != Book::Neighbour);
  const auto is_share = [](std::int64_t share_bp) { return share_bp >= 0 && share_bp <= kWhole_bp; };
  if (agreement.kind == ShareKind::PerPiece) agreement.tiers.clear(), agreement.share_bp = 0;
  if (!is_share(agreement.share_bp)) return refuse(ProblemCode::ShareOutOfRange);
  if (agreement.tiers.size() > kMostTiers) return refuse(ProblemCode::TiersNotRising);
  Quantity last;
  for (const Tier& tier : agreement.tiers) {
    if (!is_share(tier.share_bp)) return refuse(ProblemCode::ShareOutOfRange);
    if (tier.after <= last || tier.after > kLargestQuantity) return refuse(ProblemCode::TiersNotRising);
    last = tier.after;
  }
  if (agreement.minimum_payout < Money{}) return refuse(ProblemCode::AmountNegative);
  if (const auto minimum = bounded(agreement.minimum_payout); !minimum) return std::unexpected(minimum.error());
  return agreement;
}

Result<Money> owner_share(const Agreement& agreement, const LineOfGoods& line) {
  LAPAK_ASSERT(line.quantity > Quantity{});
  const Money worth = std::max(line.worth, line.proceeds), cut = worth - line.proceeds;
  const Result<Money> share = full_share(agreement, line.quantity, worth, line.piece_price, line.sold_before);
  if (!share) return share;
  switch (agreement.discount) {
    case Bearer::Keeper:
      return *share;
    case Bearer::Owner:
      return std::max(*share - cut, Money{});
    case Bearer::Both:
      break;
  }
  if (worth.is_zero()) return *share;
  if (agreement.kind == ShareKind::Percent)
    return part_of(line.proceeds, share_of_pieces(agreement, line.sold_before, line.quantity));
  return part_of(*share, {line.proceeds.minor, worth.minor});
}

Result<Money> share_of_loss(const Agreement& agreement, Quantity quantity, Money worth, Money piece_price) {
  LAPAK_ASSERT(quantity > Quantity{});
  if (agreement.loss == Bearer::Owner) return Money{};
  Agreement plain = agreement;
  plain.tiers.clear();
  const Result<Money> share = full_share(plain, quantity, worth, piece_price, {});
  if (!share || agreement.loss == Bearer::Keeper) return share;
  return part_of(*share, {1, 2});
}

Money share_back(Money share, Quantity all, Quantity before, Money taken, Quantity now) {
  LAPAK_ASSERT(before + now <= all);
  return part_of(share, {(before + now).thousandths, all.thousandths}) - taken;
}

std::string share_text(std::int64_t share_bp, const Words& words) {
  if (share_bp % 100 == 0) return words.percent({share_bp, kWhole_bp});
  // Between the digits and the sign stands what the language puts there.
  std::string text = words.percent({0, 1});
  return text.replace(text.find('0'), 1, words.quantity(Quantity{share_bp * 10}));
}

std::vector<std::string> said(const Agreement& agreement, std::string_view partner, const Words& words,
                              const Currency& currency) {
  const bool partner_owns = agreement.book == Book::Consignment;
  std::vector<std::string> sentences;
  if (agreement.kind == ShareKind::PerPiece) {
    sentences.push_back(partner_owns
                            ? filled(words(N_("{0} gets a fixed amount for each piece, you keep the rest.")), partner)
                            : filled(words(N_("You get a fixed amount for each piece, {0} keeps the rest.")), partner));
  } else {
    const auto shares = [&](std::int64_t share_bp) {
      return filled(words(partner_owns ? N_("{0} gets {1}, you keep {2}.") : N_("You get {1}, {0} keeps {2}.")),
                    partner, share_text(share_bp, words), share_text(kWhole_bp - share_bp, words));
    };
    sentences.push_back(shares(agreement.share_bp));
    for (const Tier& tier : agreement.tiers)
      sentences.push_back(
          filled(words(N_("After {0} pieces: {1}")), words.quantity(tier.after), shares(tier.share_bp)));
  }
  sentences.push_back(who_bears(agreement.discount, partner_owns, partner, words, N_("You share discounts."),
                                N_("{0} bears discounts."), N_("You bear discounts.")));
  sentences.push_back(who_bears(agreement.loss, partner_owns, partner, words, N_("A loss is shared by both."),
                                N_("{0} covers losses."), N_("You cover losses.")));
  if (!agreement.minimum_payout.is_zero())
    sentences.push_back(filled(words(N_("Paid out from {0} on.")), words.money(agreement.minimum_payout, currency)));
  if (agreement.return_by)
    sentences.push_back(filled(words(N_("Unsold goods go back by {0}.")), words.full_date(*agreement.return_by)));
  return sentences;
}

}  // namespace lapak
