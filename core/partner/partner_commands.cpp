// partner: what can be done with partners, and what sales and losses of consigned goods mean for their owners.
#include "core/partner/partner_commands.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>

#include "core/base/text.h"
#include "core/catalog/product_store.h"
#include "core/partner/partner_json.h"
#include "core/people/people_commands.h"
#include "core/profile/profile.h"
#include "core/sale/open_day.h"
#include "core/sale/sale_facts.h"
#include "core/stock/stock_json.h"
#include "core/till/till_commands.h"

namespace lapak {
namespace {

constexpr std::string_view agreement_saved = "partner.agreement_saved", product_consigned = "partner.product_consigned",
                           entry_added = "partner.entry_added", slip_written = "partner.slip_written",
                           together_noted = "partner.together_noted", vendor_saved = "partner.vendor_saved";

struct ProductConsigned {
  Id<Product> product;
  std::optional<Id<Contact>> partner;
  std::optional<Money> piece_price;
};
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(ProductConsigned, product, partner, piece_price)

Fact fact_with(std::string_view kind, Json body, const std::string& text) {
  Fact fact{std::string(kind), std::move(body), Json()};
  if (!text.empty()) fact.personal = Json{{"text", text}};
  return fact;
}
Fact entry_fact(const PartnerEntry& entry) {
  return fact_with(entry_added, Json(entry), entry.text);
}
Fact agreement_fact(const Agreement& agreement) {
  return fact_with(agreement_saved, Json(agreement), {});
}
Fact consigned_fact(Id<Product> product, const std::optional<Consigned>& consigned) {
  ProductConsigned fact{product, {}, {}};
  if (consigned) fact.partner = consigned->partner, fact.piece_price = consigned->piece_price;
  return fact_with(product_consigned, Json(fact), {});
}

// None when it was forgotten, and when there never was one.
std::optional<std::string> text_of(const Fact& fact) {
  if (fact.personal.is_null()) return std::nullopt;
  return fact.personal.at("text").get<std::string>();
}

Result<Contact> known_partner(const Deciding& deciding, Id<Contact> id) {
  std::optional<Contact> contact = find_contact(deciding.database, id);
  if (!contact) return refuse(ProblemCode::ContactUnknown);
  return *std::move(contact);
}

Result<Agreement> agreed(const Database& database, Id<Contact> partner, Book book) {
  const std::optional<Agreement> agreement = find_agreement(database, partner, book);
  if (agreement) return *agreement;
  const std::optional<Contact> contact = find_contact(database, partner);
  if (!contact) return refuse(ProblemCode::ContactUnknown);
  return refuse(ProblemCode::AgreementMissing, contact->name);
}

Result<void> check_piece_price(const std::optional<Money>& price) {
  if (!price) return {};
  if (*price < Money{}) return refuse(ProblemCode::AmountNegative);
  if (const auto checked = bounded(*price); !checked) return std::unexpected(checked.error());
  return {};
}

// Entries and movements that are written now.
class Writing {
 public:
  explicit Writing(const Deciding& deciding)
      : deciding_(deciding), day_(trading_day(deciding.database, deciding.now, deciding.zone).business_date) {}

  PartnerEntry entry(Id<Contact> partner, Book book, EntryKind kind) const {
    PartnerEntry entry;
    entry.id = deciding_.ids.next<PartnerEntry>();
    entry.partner = partner;
    entry.book = book;
    entry.kind = kind;
    entry.at = deciding_.now;
    entry.business_date = day_;
    return entry;
  }

  Fact movement(Id<Product> product, Id<Place> place, MovementKind kind, Quantity quantity) const {
    return moved(Movement{.id = deciding_.ids.next<Movement>(),
                          .product = product,
                          .place = place,
                          .kind = kind,
                          .quantity = quantity,
                          .sale = {},
                          .source = {},
                          .reason = {},
                          .at = deciding_.now,
                          .business_date = day_});
  }

  // The same taken back.
  PartnerEntry opposite(PartnerEntry entry) const {
    entry.id = deciding_.ids.next<PartnerEntry>();
    entry.quantity = -entry.quantity;
    entry.proceeds = -entry.proceeds;
    entry.amount = -entry.amount;
    return entry;
  }

  Date day() const { return day_; }

 private:
  const Deciding& deciding_;
  Date day_;
};

// --- agreements and owners ---

Result<Decision> decide_one(const SaveAgreement& command, const Deciding& deciding) {
  if (needs_owner(deciding)) return refuse(ProblemCode::OwnerOnly);
  const Result<Contact> partner = known_partner(deciding, command.agreement.partner);
  if (!partner) return std::unexpected(partner.error());
  const Result<Agreement> agreement = checked_agreement(command.agreement);
  if (!agreement) return std::unexpected(agreement.error());
  Decision decision;
  decision.facts.push_back(agreement_fact(*agreement));
  std::optional<Agreement> before = find_agreement(deciding.database, partner->id, agreement->book);
  if (!before) (before = *agreement)->ended = true;
  decision.opposite.push_back(agreement_fact(*before));
  if (!partner->is_partner) {
    Contact card = *partner;
    card.is_partner = true;
    decision.facts.push_back(contact_saved(card));
    decision.opposite.push_back(contact_saved(*partner));
  }
  decision.outcome = {
      .kind = "save_agreement", .subject = partner->id.bytes, .label = partner->name, .is_undoable = true};
  return decision;
}

Result<Decision> decide_one(const ConsignProduct& command, const Deciding& deciding) {
  if (needs_owner(deciding)) return refuse(ProblemCode::OwnerOnly);
  const std::optional<Product> product = find_product(deciding.database, command.product);
  if (!product) return refuse(ProblemCode::ProductUnknown, std::string());
  std::optional<Consigned> after;
  if (command.partner && product->is_set()) return refuse(ProblemCode::SetHasNoStock, product->name);
  if (command.partner) {
    if (const auto agreement = agreed(deciding.database, *command.partner, Book::Consignment); !agreement)
      return std::unexpected(agreement.error());
    if (const auto checked = check_piece_price(command.piece_price); !checked) return std::unexpected(checked.error());
    after = Consigned{*command.partner, command.piece_price};
  }
  const std::optional<Consigned> before = consigned_of(deciding.database, product->id);
  if (before && before->partner != command.partner)
    if (const Quantity left = consigned_left(deciding.database, product->id); left > Quantity{})
      return refuse(ProblemCode::ConsignedElsewhere, product_label(deciding.database, product->id),
                    kept_name(deciding.database, before->partner), left.thousandths);
  Decision decision;
  decision.facts.push_back(consigned_fact(product->id, after));
  decision.opposite.push_back(consigned_fact(product->id, before));
  decision.outcome = {
      .kind = "consign_product", .subject = product->id.bytes, .label = product->name, .is_undoable = true};
  return decision;
}

// --- goods that change hands ---

// The partner's place, made when the first goods go there. Its name is the partner's, which stands on the card.
Id<Place> place_for(const Deciding& deciding, Id<Contact> partner, std::vector<Fact>& facts) {
  if (const auto place = place_of(deciding.database, partner)) return *place;
  const Place place{deciding.ids.next<Place>(), {}, 1, partner, {}};
  facts.push_back(fact_of(PlaceSaved{place}));
  return place.id;
}

// Of the partner of a consignment the goods are from now on; to a partner's shop only our own go.
Result<void> settle_owner(const Deciding& deciding, const HandOver& command, const SlipLine& line,
                          const Product& product, std::vector<Fact>& facts) {
  const std::optional<Consigned> owner = consigned_of(deciding.database, product.id);
  if (owner && (command.book == Book::Shelf || owner->partner != command.partner))
    return refuse(ProblemCode::ConsignedElsewhere, product_label(deciding.database, product.id),
                  find_contact(deciding.database, owner->partner).value_or(Contact{}).name);
  if (command.book == Book::Shelf || command.kind == SlipKind::GivenBack) return {};
  const bool is_new_price = line.piece_price && (!owner || owner->piece_price != line.piece_price);
  if (!owner || is_new_price) facts.push_back(consigned_fact(product.id, Consigned{command.partner, line.piece_price}));
  return {};
}

Result<Product> checked_line(const Deciding& deciding, const SlipLine& line) {
  std::optional<Product> product = find_product(deciding.database, line.product);
  if (!product || product->has_variants()) return refuse(ProblemCode::ProductUnknown, std::string());
  if (product->is_set()) return refuse(ProblemCode::SetHasNoStock, product->name);
  if (line.quantity.is_zero()) return refuse(ProblemCode::QuantityZero);
  if (line.quantity < Quantity{}) return refuse(ProblemCode::QuantityNegative);
  if (line.quantity > kLargestQuantity) return refuse(ProblemCode::QuantityTooLarge);
  if (const auto checked = check_piece_price(line.piece_price); !checked) return std::unexpected(checked.error());
  return *std::move(product);
}

// What goods that change hands need: a partner with an agreement, a note, lines.
Result<Contact> check_hand_over(const Deciding& deciding, const HandOver& command) {
  Result<Contact> partner = known_partner(deciding, command.partner);
  if (!partner) return partner;
  if (const auto agreement = agreed(deciding.database, partner->id, command.book); !agreement)
    return std::unexpected(agreement.error());
  if (command.lines.empty()) return refuse(ProblemCode::SlipEmpty);
  return partner;
}

// `after`: of the slips that are written in the same decision.
Fact slip_fact(const Deciding& deciding, const HandOver& command, std::string note, int after) {
  const Slip slip{.id = deciding.ids.next<Slip>(),
                  .partner = command.partner,
                  .book = command.book,
                  .kind = command.kind,
                  .number = last_slip_number(deciding.database) + 1 + after,
                  .at = deciding.now,
                  .business_date = Writing(deciding).day(),
                  .lines = command.lines,
                  .note = std::move(note)};
  return fact_with(slip_written, Json(slip), slip.note);
}

Result<Decision> decide_one(const HandOver& command, const Deciding& deciding) {
  LAPAK_ASSERT(command.book != Book::Neighbour);
  const bool is_taken = command.kind == SlipKind::Taken;
  if (command.book == Book::Shelf) {
    const Standplace home{.place = home_place(deciding.database), .partner = {}};
    const Standplace shop{.place = {}, .partner = command.partner};
    return goods_moved(
        {.from = is_taken ? home : shop, .to = is_taken ? shop : home, .lines = command.lines, .note = command.note},
        deciding);
  }
  const Result<Contact> partner = check_hand_over(deciding, command);
  if (!partner) return std::unexpected(partner.error());
  const Result<std::string> note = checked_note(trimmed(command.note));
  if (!note) return std::unexpected(note.error());
  const Writing writing(deciding);
  Decision decision;
  for (const SlipLine& line : command.lines) {
    const Result<Product> product = checked_line(deciding, line);
    if (!product) return std::unexpected(product.error());
    if (const auto owner = settle_owner(deciding, command, line, *product, decision.facts); !owner)
      return std::unexpected(owner.error());
    if (!product->tracked) decision.facts.push_back(fact_of(TrackingChanged{product->id, true}));
    decision.facts.push_back(writing.movement(product->id, home_place(deciding.database),
                                              is_taken ? MovementKind::Received : MovementKind::GivenBack,
                                              is_taken ? line.quantity : -line.quantity));
  }
  decision.facts.push_back(slip_fact(deciding, command, *note, 0));
  decision.outcome = {.kind = "hand_over",
                      .subject = decision.facts.back().body.at("id").get<Id<Slip>>().bytes,
                      .label = partner->name};
  return decision;
}

// A reported line checked, and what it comes to.
struct Reported {
  ReportCheck::Line check;
  Money share_of_sold, share_of_lost;
};

Result<Reported> looked_at(const Database& database, const Agreement& agreement, const ReportedLine& line,
                           Quantity sold_before) {
  const std::optional<Product> product = find_product(database, line.product);
  if (!product) return refuse(ProblemCode::ProductUnknown, std::string());
  if (line.sold < Quantity{} || line.still_there.value_or(Quantity{}) < Quantity{})
    return refuse(ProblemCode::QuantityNegative);
  if (line.sold > kLargestQuantity || line.still_there.value_or(Quantity{}) > kLargestQuantity)
    return refuse(ProblemCode::QuantityTooLarge);
  if (line.proceeds < Money{}) return refuse(ProblemCode::AmountNegative);
  if (const auto proceeds = bounded(line.proceeds); !proceeds) return std::unexpected(proceeds.error());
  const Money piece_price = shelf_price(database, agreement.partner, product->id);
  Reported reported;
  const std::optional<Id<Place>> place = place_of(database, agreement.partner);
  if (place) reported.check.there_before = on_hand_at(database, product->id, *place);
  if (line.still_there) reported.check.missing = reported.check.there_before - line.sold - *line.still_there;
  const Result<Money> expected = times(product->price, line.sold);
  if (!expected) return std::unexpected(expected.error());
  reported.check.expected = *expected;
  if (line.sold > Quantity{}) {
    const Result<Money> share = owner_share(agreement, {line.sold, *expected, line.proceeds, piece_price, sold_before});
    if (!share) return std::unexpected(share.error());
    reported.share_of_sold = *share;
  }
  if (const Quantity missing = reported.check.missing; !missing.is_zero()) {
    const Quantity pieces = magnitude(missing);
    const Result<Money> worth = times(product->price, pieces);
    if (!worth) return std::unexpected(worth.error());
    const Result<Money> share = share_of_loss(agreement, pieces, *worth, piece_price);
    if (!share) return std::unexpected(share.error());
    reported.share_of_lost = missing < Quantity{} ? -*share : *share;
  }
  reported.check.share = reported.share_of_sold + reported.share_of_lost;
  return reported;
}

Result<Decision> decide_one(const ReportSold& command, const Deciding& deciding) {
  const Result<Contact> partner = known_partner(deciding, command.partner);
  if (!partner) return std::unexpected(partner.error());
  const Result<Agreement> agreement = agreed(deciding.database, partner->id, Book::Shelf);
  if (!agreement) return std::unexpected(agreement.error());
  const Result<std::string> note = checked_note(trimmed(command.note));
  if (!note) return std::unexpected(note.error());
  if (command.lines.empty()) return refuse(ProblemCode::SlipEmpty);
  const Writing writing(deciding);
  Decision decision;
  const Id<Place> place = place_for(deciding, partner->id, decision.facts);
  Quantity sold_before = standing_of(deciding.database, partner->id, Book::Shelf).sold_since;
  for (const ReportedLine& line : command.lines) {
    const Result<Reported> reported = looked_at(deciding.database, *agreement, line, sold_before);
    if (!reported) return std::unexpected(reported.error());
    if (line.sold > Quantity{}) {
      PartnerEntry entry = writing.entry(partner->id, Book::Shelf, EntryKind::Sold);
      entry.product = line.product;
      entry.quantity = line.sold;
      entry.proceeds = line.proceeds;
      entry.amount = -reported->share_of_sold;
      entry.text = *note;
      sold_before += line.sold;
      decision.facts.push_back(writing.movement(line.product, place, MovementKind::Sold, -line.sold));
      decision.facts.push_back(entry_fact(entry));
    }
    if (const Quantity missing = reported->check.missing; !missing.is_zero()) {
      PartnerEntry entry = writing.entry(partner->id, Book::Shelf, EntryKind::Lost);
      entry.product = line.product;
      entry.quantity = missing;
      entry.amount = -reported->share_of_lost;
      decision.facts.push_back(writing.movement(line.product, place, MovementKind::Counted, -missing));
      decision.facts.push_back(entry_fact(entry));
    }
  }
  decision.outcome = {.kind = "report_sold", .subject = partner->id.bytes, .label = partner->name};
  return decision;
}

// --- favours and settlements ---

Result<Decision> decide_one(const NoteFavour& command, const Deciding& deciding) {
  LAPAK_ASSERT(command.kind == EntryKind::Change || command.kind == EntryKind::Things ||
               command.kind == EntryKind::Favour);
  const Result<Contact> partner = known_partner(deciding, command.partner);
  if (!partner) return std::unexpected(partner.error());
  const Result<std::string> text = checked_note(trimmed(command.text));
  if (!text) return std::unexpected(text.error());
  if (command.amount.is_zero() && command.quantity.is_zero()) return refuse(ProblemCode::QuantityZero);
  if (command.quantity > kLargestQuantity || command.quantity < -kLargestQuantity)
    return refuse(ProblemCode::QuantityTooLarge);
  if (const auto amount = bounded(command.amount); !amount) return std::unexpected(amount.error());
  const Writing writing(deciding);
  PartnerEntry entry = writing.entry(partner->id, Book::Neighbour, command.kind);
  entry.quantity = command.quantity;
  entry.amount = command.amount;
  entry.text = *text;
  Decision decision;
  if (command.through == Through::Drawer && !command.amount.is_zero()) {
    const std::string reason(deciding.profile.words()(N_("Neighbour book")));
    const Result<Fact> cash = cash_moved(command.amount, reason, deciding);
    if (!cash) return std::unexpected(cash.error());
    const Result<Fact> back = cash_moved(-command.amount, reason, deciding);
    LAPAK_ASSERT(back.has_value());
    decision.facts.push_back(*cash);
    decision.opposite.push_back(*back);
  }
  decision.facts.push_back(entry_fact(entry));
  decision.opposite.push_back(entry_fact(writing.opposite(entry)));
  decision.outcome = {.kind = "note_favour", .subject = partner->id.bytes, .label = partner->name, .is_undoable = true};
  return decision;
}

Result<void> check_payout(const Deciding& deciding, Id<Contact> partner, Book book, Money amount) {
  const Money smallest = smallest_payout(deciding.database, partner, book);
  if (amount > Money{} && amount < smallest) return refuse(ProblemCode::PayoutTooSmall, smallest.minor);
  return {};
}

Result<Decision> decide_one(const Settle& command, const Deciding& deciding) {
  if (command.book != Book::Neighbour && needs_owner(deciding)) return refuse(ProblemCode::OwnerOnly);
  const Result<Contact> partner = known_partner(deciding, command.partner);
  if (!partner) return std::unexpected(partner.error());
  const Result<std::string> text = checked_note(trimmed(command.text));
  if (!text) return std::unexpected(text.error());
  const BookStanding standing = standing_of(deciding.database, partner->id, command.book);
  const bool carries_over = command.by == PaidBy::CarriedOver;
  if (standing.balance.is_zero() && standing.entries == standing.settled)
    return refuse(ProblemCode::NothingToSettle, partner->name);
  const Money paid = carries_over ? Money{} : command.amount.value_or(standing.balance);
  if (const auto amount = bounded(paid); !amount) return std::unexpected(amount.error());
  if (paid > std::max(standing.balance, Money{}) || paid < std::min(standing.balance, Money{}))
    return refuse(ProblemCode::PaymentTooMuch, (paid - standing.balance).minor);
  if (const auto checked = check_payout(deciding, partner->id, command.book, paid); !checked)
    return std::unexpected(checked.error());
  const Writing writing(deciding);
  PartnerEntry entry = writing.entry(partner->id, command.book, EntryKind::Settled);
  entry.amount = -paid;
  entry.paid_by = command.by;
  entry.text = *text;
  Decision decision;
  if (command.by == PaidBy::Cash && !paid.is_zero()) {
    // Without the name: the drawer's reason would keep it when the partner asks to be forgotten.
    const std::string_view reason = paid > Money{} ? N_("Paid to a partner") : N_("Received from a partner");
    const Result<Fact> cash = cash_moved(-paid, std::string(deciding.profile.words()(reason)), deciding);
    if (!cash) return std::unexpected(cash.error());
    decision.facts.push_back(*cash);
  }
  decision.facts.push_back(entry_fact(entry));
  decision.outcome = {.kind = "settle", .subject = entry.id.bytes, .label = partner->name};
  return decision;
}

Result<Decision> decide_one(const SettleAll& command, const Deciding& deciding) {
  LAPAK_ASSERT(command.by != PaidBy::CarriedOver);
  if (needs_owner(deciding)) return refuse(ProblemCode::OwnerOnly);
  const Writing writing(deciding);
  Decision decision;
  Money total;
  for (const DuePayout& due : due_payouts(deciding.database, command.book)) {
    PartnerEntry entry = writing.entry(due.partner, command.book, EntryKind::Settled);
    entry.amount = -due.amount;
    entry.paid_by = command.by;
    total += due.amount;
    decision.facts.push_back(entry_fact(entry));
  }
  if (decision.facts.empty())
    return refuse(ProblemCode::NothingToSettle, std::string(deciding.profile.words()(N_("your partners"))));
  const auto partners = std::ssize(decision.facts);
  if (command.by == PaidBy::Cash) {
    const Words& words = deciding.profile.words();
    const Result<Fact> cash = cash_moved(
        -total,
        fmt::format(fmt::runtime(words.plural("Paid to {} partner", "Paid to {} partners", partners)), partners),
        deciding);
    if (!cash) return std::unexpected(cash.error());
    decision.facts.push_back(*cash);
  }
  decision.outcome = {.kind = "settle_all", .subject = {}, .label = std::to_string(partners)};
  return decision;
}

// --- makers ---

Result<Decision> decide_one(const NoteTogether& command, const Deciding& deciding) {
  const Result<Contact> partner = known_partner(deciding, command.partner);
  if (!partner) return std::unexpected(partner.error());
  const Result<std::string> text = checked_note(trimmed(command.text));
  if (!text) return std::unexpected(text.error());
  if (text->empty() && !command.product) return refuse(ProblemCode::NameEmpty);
  if (command.product && !find_product(deciding.database, *command.product))
    return refuse(ProblemCode::ProductUnknown, std::string());
  if (const auto amount = bounded(command.amount); !amount) return std::unexpected(amount.error());
  Together together{.id = deciding.ids.next<Together>(),
                    .partner = partner->id,
                    .kind = command.kind,
                    .at = deciding.now,
                    .product = command.product,
                    .follows = command.follows,
                    .amount = command.amount,
                    .text = *text};
  if (command.follows) {
    const std::optional<Together> before = find_together_fact(deciding.database, *command.follows);
    if (!before || before->partner != partner->id) return refuse(ProblemCode::LineUnknown);
    together.kind = before->kind;
  }
  Decision decision;
  decision.facts.push_back(fact_with(together_noted, Json(together), together.text));
  decision.outcome = {.kind = "note_together", .subject = partner->id.bytes, .label = partner->name};
  return decision;
}

Fact vendor_fact(const Vendor& vendor) {
  return Fact{std::string(vendor_saved), Json{{"partner", vendor.partner}, {"again", vendor.again}},
              Json{{"why", vendor.why}, {"prices", vendor.prices}}};
}

Result<Decision> decide_one(const SaveVendor& command, const Deciding& deciding) {
  const Result<Contact> partner = known_partner(deciding, command.vendor.partner);
  if (!partner) return std::unexpected(partner.error());
  Vendor vendor = command.vendor;
  for (std::string* text : {&vendor.why, &vendor.prices}) {
    Result<std::string> checked = checked_note(trimmed(*text));
    if (!checked) return std::unexpected(checked.error());
    *text = std::move(*checked);
  }
  Decision decision;
  decision.facts.push_back(vendor_fact(vendor));
  decision.opposite.push_back(vendor_fact(vendor_of(deciding.database, partner->id)));
  decision.outcome = {.kind = "save_vendor", .subject = partner->id.bytes, .label = partner->name, .is_undoable = true};
  return decision;
}

// The owners of a list by their names; the new ones with the facts that make them partners.
class Owners {
 public:
  Owners(const Deciding& deciding, const Agreement& terms, std::vector<Fact>& facts)
      : deciding_(deciding), terms_(terms), facts_(facts) {
    for (Rows rows = deciding.database.query("SELECT id, name FROM contact WHERE hidden = 0 AND name <> '' "
                                             "ORDER BY is_partner DESC, met_at");
         rows.next();)
      known_.try_emplace(folded(rows.get<std::string>(1)), rows.get<Id<Contact>>(0));
  }

  Result<Id<Contact>> of(const std::string& text) {
    const Result<std::string> name = checked_name(text);
    if (!name) return std::unexpected(name.error());
    const auto [place, is_new] = known_.try_emplace(folded(*name));
    if (is_new) {
      Contact contact;
      contact.id = place->second = deciding_.ids.next<Contact>();
      contact.name = *name;
      contact.is_partner = true;
      contact.met_at = deciding_.now;
      facts_.push_back(contact_saved(contact));
    }
    const Id<Contact> id = place->second;
    if (!slips_.contains(id) && !find_agreement(deciding_.database, id, Book::Consignment)) {
      Agreement agreement = terms_;
      agreement.partner = id;
      facts_.push_back(agreement_fact(agreement));
    }
    slips_.try_emplace(id);
    return id;
  }

  std::vector<SlipLine>& slip(Id<Contact> owner) { return slips_.at(owner); }
  const std::map<Id<Contact>, std::vector<SlipLine>>& slips() const { return slips_; }

 private:
  const Deciding& deciding_;
  const Agreement& terms_;
  std::vector<Fact>& facts_;
  std::unordered_map<std::string, Id<Contact>> known_;
  std::map<Id<Contact>, std::vector<SlipLine>> slips_;
};

Result<Decision> decide_one(const TakeInGoods& command, const Deciding& deciding) {
  if (needs_owner(deciding)) return refuse(ProblemCode::OwnerOnly);
  Agreement terms = command.terms;
  terms.book = Book::Consignment;
  if (const auto checked = checked_agreement(terms); !checked) return std::unexpected(checked.error());
  if (command.goods.empty()) return refuse(ProblemCode::SlipEmpty);
  const Writing writing(deciding);
  const Id<Place> home = home_place(deciding.database);
  Decision decision;
  Owners owners(deciding, terms, decision.facts);
  for (const TakenIn& taken : command.goods) {
    const std::optional<Product> product = find_product(deciding.database, taken.product);
    if (!product) return refuse(ProblemCode::ProductUnknown, std::string());
    if (product->is_set()) return refuse(ProblemCode::SetHasNoStock, product->name);
    if (taken.quantity < Quantity{}) return refuse(ProblemCode::QuantityNegative);
    if (taken.quantity > kLargestQuantity) return refuse(ProblemCode::QuantityTooLarge);
    if (const auto checked = check_piece_price(taken.piece_price); !checked) return std::unexpected(checked.error());
    const Result<Id<Contact>> owner = owners.of(taken.owner);
    if (!owner) return std::unexpected(owner.error());
    if (const auto before = consigned_of(deciding.database, product->id)) {
      if (before->partner == *owner) continue;
      return refuse(ProblemCode::ConsignedElsewhere, product->name,
                    find_contact(deciding.database, before->partner).value_or(Contact{}).name);
    }
    decision.facts.push_back(consigned_fact(product->id, Consigned{*owner, taken.piece_price}));
    if (taken.quantity.is_zero()) continue;
    if (!product->tracked) decision.facts.push_back(fact_of(TrackingChanged{product->id, true}));
    decision.facts.push_back(writing.movement(product->id, home, MovementKind::Received, taken.quantity));
    owners.slip(*owner).push_back({product->id, taken.quantity, taken.piece_price});
  }
  std::int64_t number = last_slip_number(deciding.database);
  for (const auto& [owner, lines] : owners.slips()) {
    if (lines.empty()) continue;
    const Slip slip{.id = deciding.ids.next<Slip>(),
                    .partner = owner,
                    .book = Book::Consignment,
                    .kind = SlipKind::Taken,
                    .number = ++number,
                    .at = deciding.now,
                    .business_date = writing.day(),
                    .lines = lines,
                    .note = {}};
    decision.facts.push_back(fact_with(slip_written, Json(slip), {}));
  }
  decision.entries = Entries::OneAFact;
  decision.outcome = {.kind = "take_in_goods", .subject = {}, .label = std::to_string(owners.slips().size())};
  return decision;
}

// --- what sales and losses mean ---

// A line's worth at the list price as the proceeds are meant: an included tax apart.
Result<Money> worth_of(const Sale& sale, const SaleLine& line) {
  const Result<Money> worth = times(line.list_price, line.quantity);
  if (!worth || !line.tax_of) return worth;
  const TaxTotal& tax = sale.taxes[static_cast<std::size_t>(*line.tax_of)];
  if (!tax.included) return worth;
  return *worth - part_of(*worth, {tax.rate.numerator, tax.rate.numerator + tax.rate.denominator});
}

Money proceeds_of(const Sale& sale, const SaleLine& line) {
  const bool is_inside = line.tax_of && sale.taxes[static_cast<std::size_t>(*line.tax_of)].included;
  return is_inside ? line.amount - line.tax : line.amount;
}

class Shares {
 public:
  explicit Shares(const Deciding& deciding) : deciding_(deciding), writing_(deciding) {}

  Result<void> sold(const Sale& sale) {
    for (const SaleLine& line : sale.lines) {
      if (!line.product) continue;
      const std::optional<Consigned> owner = consigned_of(deciding_.database, *line.product);
      if (!owner) continue;
      const std::optional<Agreement> agreement = find_agreement(deciding_.database, owner->partner, Book::Consignment);
      LAPAK_ASSERT(agreement.has_value());
      const Result<Money> worth = worth_of(sale, line);
      if (!worth) return std::unexpected(worth.error());
      Quantity& before = sold_since(owner->partner);
      const Money proceeds = proceeds_of(sale, line);
      const Result<Money> share =
          owner_share(*agreement, {line.quantity, *worth, proceeds, owner->piece_price.value_or(Money{}), before});
      if (!share) return std::unexpected(share.error());
      before += line.quantity;
      add(owner->partner, EntryKind::Sold, *line.product, line.quantity, proceeds, *share, sale.id, line.position);
    }
    return {};
  }

  // A refund or a void: what it takes back of what was booked.
  Result<void> came_back(const Sale& back) {
    if (!back.corrects) return {};
    for (const SaleLine& line : back.lines) {
      if (!line.returns) continue;
      BookedLine* const booked = find_booked(*back.corrects, *line.returns);
      if (!booked) continue;
      const Quantity now = -line.quantity;
      const Money taken = share_back(booked->share, booked->quantity, booked->back, booked->taken, now);
      booked->back += now;
      booked->taken += taken;
      add(booked->partner, back.kind == SaleKind::Void ? EntryKind::Voided : EntryKind::Refunded, booked->product, -now,
          proceeds_of(back, line), -taken, *back.corrects, *line.returns);
      if (line.to_stock || back.kind == SaleKind::Void) continue;
      if (auto lost = lose(booked->product, booked->partner, now, line.list_price, {}); !lost) return lost;
    }
    return {};
  }

  Result<void> moved(const Movement& movement) {
    const bool is_given_away = movement.kind == MovementKind::Gift || movement.kind == MovementKind::OwnUse;
    if (!is_given_away && movement.kind != MovementKind::Lost && movement.kind != MovementKind::Counted) return {};
    const std::optional<Consigned> owner = consigned_of(deciding_.database, movement.product);
    if (!owner || movement.quantity.is_zero() || !is_own_place(deciding_.database, movement.place)) return {};
    const std::optional<Product> product = find_product(deciding_.database, movement.product);
    LAPAK_ASSERT(product.has_value());
    return lose(product->id, owner->partner, -movement.quantity, product->price,
                is_given_away ? std::optional(Bearer::Keeper) : std::nullopt);
  }

  void into(Decision& decision) {
    if (!decision.opposite.empty())
      for (const PartnerEntry& entry : entries_) decision.opposite.push_back(entry_fact(writing_.opposite(entry)));
    for (const PartnerEntry& entry : entries_) decision.facts.push_back(entry_fact(entry));
  }

 private:
  // One line may come back in several parts at once.
  BookedLine* find_booked(Id<Sale> sale, int line) {
    const auto [place, is_new] = booked_.try_emplace({sale, line});
    if (is_new) place->second = booked_line(deciding_.database, sale, line);
    return place->second ? &*place->second : nullptr;
  }

  Quantity& sold_since(Id<Contact> partner) {
    const auto [place, is_new] = sold_since_.try_emplace(partner);
    if (is_new) place->second = standing_of(deciding_.database, partner, Book::Consignment).sold_since;
    return place->second;
  }

  // `quantity` < 0: found again.
  Result<void> lose(Id<Product> product, Id<Contact> partner, Quantity quantity, Money price,
                    std::optional<Bearer> bearer) {
    std::optional<Agreement> agreement = find_agreement(deciding_.database, partner, Book::Consignment);
    LAPAK_ASSERT(agreement.has_value());
    if (bearer) agreement->loss = *bearer;
    const Quantity pieces = magnitude(quantity);
    const Result<Money> worth = times(price, pieces);
    if (!worth) return std::unexpected(worth.error());
    const std::optional<Consigned> owner = consigned_of(deciding_.database, product);
    const Money piece_price = owner ? owner->piece_price.value_or(Money{}) : Money{};
    const Result<Money> share = share_of_loss(*agreement, pieces, *worth, piece_price);
    if (!share) return std::unexpected(share.error());
    add(partner, EntryKind::Lost, product, quantity, {}, quantity < Quantity{} ? -*share : *share, {}, {});
    return {};
  }

  void add(Id<Contact> partner, EntryKind kind, Id<Product> product, Quantity quantity, Money proceeds, Money amount,
           std::optional<Id<Sale>> sale, std::optional<int> line) {
    PartnerEntry& entry = entries_.emplace_back(writing_.entry(partner, Book::Consignment, kind));
    entry.product = product;
    entry.quantity = quantity;
    entry.proceeds = proceeds;
    entry.amount = amount;
    entry.sale = sale;
    entry.line = line;
  }

  const Deciding& deciding_;
  Writing writing_;
  std::unordered_map<Id<Contact>, Quantity> sold_since_;
  std::map<std::pair<Id<Sale>, int>, std::optional<BookedLine>> booked_;
  std::vector<PartnerEntry> entries_;
};

}  // namespace

Result<Decision> goods_moved(const GoodsMove& move, const Deciding& deciding) {
  const Result<std::string> note = checked_note(trimmed(move.note));
  if (!note) return std::unexpected(note.error());
  if (move.lines.empty()) return refuse(ProblemCode::SlipEmpty);
  if (move.from == move.to) return refuse(ProblemCode::SamePlace);

  Decision decision;
  std::vector<HandOver> slips;
  const auto place_at = [&](const Standplace& side, SlipKind kind) -> Result<Id<Place>> {
    if (!side.partner) return side.place;
    const HandOver& slip = slips.emplace_back(HandOver{*side.partner, Book::Shelf, kind, move.lines, *note});
    const Result<Contact> partner = check_hand_over(deciding, slip);
    if (!partner) return std::unexpected(partner.error());
    decision.outcome.label = partner->name;
    return place_for(deciding, partner->id, decision.facts);
  };
  const Result<Id<Place>> from = place_at(move.from, SlipKind::GivenBack);
  if (!from) return std::unexpected(from.error());
  const Result<Id<Place>> to = place_at(move.to, SlipKind::Taken);
  if (!to) return std::unexpected(to.error());

  const Writing writing(deciding);
  for (const SlipLine& line : move.lines) {
    const Result<Product> product = checked_line(deciding, line);
    if (!product) return std::unexpected(product.error());
    for (const HandOver& slip : slips)
      if (const auto owner = settle_owner(deciding, slip, line, *product, decision.facts); !owner)
        return std::unexpected(owner.error());
    if (!product->tracked) decision.facts.push_back(fact_of(TrackingChanged{product->id, true}));
    decision.facts.push_back(writing.movement(product->id, *from, MovementKind::Moved, -line.quantity));
    decision.facts.push_back(writing.movement(product->id, *to, MovementKind::Moved, line.quantity));
    if (!slips.empty()) continue;
    decision.opposite.push_back(writing.movement(product->id, *to, MovementKind::Corrected, -line.quantity));
    decision.opposite.push_back(writing.movement(product->id, *from, MovementKind::Corrected, line.quantity));
  }
  decision.outcome.kind = slips.empty() ? "move_goods" : "hand_over";
  decision.outcome.is_undoable = slips.empty();
  for (std::size_t i = 0; i < slips.size(); ++i) {
    decision.facts.push_back(slip_fact(deciding, slips[i], *note, static_cast<int>(i)));
    decision.outcome.subject = decision.facts.back().body.at("id").get<Id<Slip>>().bytes;
  }
  return decision;
}

Result<Decision> decide(const PartnerCommand& command, const Deciding& deciding) {
  return std::visit([&](const auto& one) { return decide_one(one, deciding); }, command);
}

std::optional<Id<Contact>> partner_of(const Fact& fact) {
  const auto partner = fact.body.find("partner");
  if (partner == fact.body.end() || partner->is_null()) return std::nullopt;
  return partner->get<Id<Contact>>();
}

Result<void> book_shares(Decision& decision, const Deciding& deciding) {
  if (!has_consigned_goods(deciding.database)) return {};
  Shares shares(deciding);
  for (const Fact& fact : decision.facts) {
    Result<void> booked;
    if (fact.kind == "sale.sold")
      booked = shares.sold(recorded_sale(fact).sale);
    else if (fact.kind == "sale.refunded" || fact.kind == "sale.voided")
      booked = shares.came_back(recorded_sale(fact).sale);
    else if (fact.kind == StockMoved::kind)
      booked = shares.moved(fact.body.get<StockMoved>().movement);
    if (!booked) return booked;
  }
  shares.into(decision);
  return {};
}

Result<ReportCheck> check_report(const Database& database, const ReportSold& report) {
  const Result<Agreement> agreement = agreed(database, report.partner, Book::Shelf);
  if (!agreement) return std::unexpected(agreement.error());
  ReportCheck check;
  Quantity sold_before = standing_of(database, report.partner, Book::Shelf).sold_since;
  for (const ReportedLine& line : report.lines) {
    const Result<Reported> reported = looked_at(database, *agreement, line, sold_before);
    if (!reported) return std::unexpected(reported.error());
    sold_before += line.sold;
    check.lines.push_back(reported->check);
    check.share += reported->check.share;
  }
  return check;
}

void apply_partner(const Fact& fact, const Applying& applying) {
  Database& database = applying.database;
  if (fact.kind == agreement_saved) return put_agreement(database, fact.body.get<Agreement>(), applying.header.at);
  if (fact.kind == entry_added)
    return put_entry(database, fact.body.get<PartnerEntry>(), text_of(fact), applying.header);
  if (fact.kind == slip_written) return put_slip(database, fact.body.get<Slip>(), text_of(fact), applying.header);
  if (fact.kind == together_noted)
    return put_together(database, fact.body.get<Together>(), text_of(fact), applying.header);
  if (fact.kind == vendor_saved) {
    Vendor vendor{.partner = fact.body.at("partner").get<Id<Contact>>(),
                  .again = fact.body.at("again").get<Again>(),
                  .why = {},
                  .prices = {}};
    const bool is_known = !fact.personal.is_null();
    if (is_known) fact.personal.at("why").get_to(vendor.why), fact.personal.at("prices").get_to(vendor.prices);
    return put_vendor(database, vendor, is_known ? PersonalWords::Known : PersonalWords::Forgotten);
  }
  LAPAK_ASSERT(fact.kind == product_consigned);
  const auto consigned = fact.body.get<ProductConsigned>();
  put_consigned(database, consigned.product,
                consigned.partner ? std::optional(Consigned{*consigned.partner, consigned.piece_price}) : std::nullopt);
}

}  // namespace lapak
