// partner: what can be done with partners: agreements, slips of goods, favours, settlements.
//
// Agreements and settlements are the owner's once a PIN tells who that is.
#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/journal/decision.h"
#include "core/partner/partner_store.h"

namespace lapak {

struct Place;

// What is agreed from now on; what is booked already stays. Undoable.
// Problems: those of checked_agreement, ContactUnknown, OwnerOnly.
struct SaveAgreement {
  Agreement agreement;
};
// Whose goods a product (with its variants, or one of them) is from now on; no partner: mine. Undoable. While goods of
// the owner are here they stay the owner's: they go back on a slip, or are sold, first.
// Problems: ProductUnknown, ContactUnknown, AgreementMissing, AmountNegative, AmountTooLarge, OwnerOnly,
// ConsignedElsewhere.
struct ConsignProduct {
  Id<Product> product;
  std::optional<Id<Contact>> partner;
  std::optional<Money> piece_price;  // of PerPiece
};
// Goods that change hands, on a slip: in Consignment from the partner to the table or back, in Shelf from the table to
// the partner's shop or back. Products that came for the first time are the partner's from then on.
// Problems: SlipEmpty, ProductUnknown, QuantityZero, QuantityNegative, QuantityTooLarge, AmountNegative,
// AmountTooLarge, AgreementMissing, ConsignedElsewhere (also: the partner's own goods on the way to the shelf),
// ContactUnknown, TextNotUtf8, NameTooLong.
struct HandOver {
  Id<Contact> partner;
  Book book = Book::Consignment;
  SlipKind kind = SlipKind::Taken;
  std::vector<SlipLine> lines;
  std::string note;
};
// What a partner says was sold in their shop. `proceeds` is what it brought there; `still_there` what they counted, if
// they did: what is missing then is booked as lost. More than should be there is possible.
// Problems: SlipEmpty, ProductUnknown, QuantityNegative, QuantityTooLarge, AmountNegative, AmountTooLarge,
// AgreementMissing, ContactUnknown, TextNotUtf8, NameTooLong.
struct ReportedLine {
  Id<Product> product;
  Quantity sold;
  Money proceeds;
  std::optional<Quantity> still_there;
};
struct ReportSold {
  Id<Contact> partner;
  std::vector<ReportedLine> lines;
  std::string note;
};
// Something between neighbours. `amount` + they gave or are due it, − they got it; for Things `quantity` likewise.
// Money `through` the drawer is cash in or out there. Undoable.
// Problems: QuantityZero (neither amount nor quantity), QuantityTooLarge, AmountTooLarge, ContactUnknown, NoDayOpen,
// TextNotUtf8, NameTooLong. Asserts: Change, Things or Favour.
enum class Through { Drawer, Elsewhere };
struct NoteFavour {
  Id<Contact> partner;
  EntryKind kind = EntryKind::Change;
  Quantity quantity;
  Money amount;
  Through through = Through::Elsewhere;
  std::string text;
};
// Closes the period: the balance, or `amount` of it, changes hands; + the shop pays, − the partner does. Cash goes
// through the drawer in the same entry. CarriedOver closes it with nothing paid.
// Problems: ContactUnknown, NothingToSettle, PaymentTooMuch (more than the balance, or the wrong way), PayoutTooSmall,
// NoDayOpen, AmountTooLarge, OwnerOnly (not in the neighbour book), TextNotUtf8, NameTooLong.
struct Settle {
  Id<Contact> partner;
  Book book = Book::Consignment;
  PaidBy by = PaidBy::Cash;
  std::optional<Money> amount;
  std::string text;
};
// All partners who have something to get in a book, at once; less than what was agreed as the least stays. Cash leaves
// the drawer as one sum. Problems: NothingToSettle, NoDayOpen, AmountTooLarge, OwnerOnly.
struct SettleAll {
  Book book = Book::Consignment;
  PaidBy by = PaidBy::Cash;
};

// Something that was done together, or what came of it. Problems: ContactUnknown, ProductUnknown, LineUnknown (it
// follows nothing known of this partner), NameEmpty, AmountTooLarge, TextNotUtf8, NameTooLong.
struct NoteTogether {
  Id<Contact> partner;
  TogetherKind kind = TogetherKind::Other;
  std::optional<Id<Product>> product;
  std::optional<Id<Together>> follows;
  Money amount;
  std::string text;
};
// Undoable. Problems: ContactUnknown, TextNotUtf8, NameTooLong.
struct SaveVendor {
  Vendor vendor;
};
// Goods of many makers at once, as a list brings them: who is not known by that very name becomes a contact and a
// partner on the terms given. Goods that are the owner's already are left as they are, so that a list can be taken in
// twice. An entry each. Problems: SlipEmpty, ProductUnknown, ConsignedElsewhere, NameEmpty, NameTooLong, TextNotUtf8,
// QuantityNegative, QuantityTooLarge, AmountNegative, AmountTooLarge, OwnerOnly, and those of checked_agreement.
struct TakenIn {
  Id<Product> product;
  std::string owner;
  Quantity quantity;  // 0: only whose it is
  std::optional<Money> piece_price;
};
struct TakeInGoods {
  std::vector<TakenIn> goods;
  Agreement terms;  // of those with whom nothing was agreed yet; `partner` is not read
};

using PartnerCommand = std::variant<SaveAgreement, ConsignProduct, HandOver, ReportSold, NoteFavour, Settle, SettleAll,
                                    NoteTogether, SaveVendor, TakeInGoods>;

// Goods that go from one place to another in one move; where a partner's shop is one of them it writes its slip, where
// both are, two. Undoable where no slip is written. Problems: SamePlace, and those of HandOver in Shelf; in a partner's
// shop only our own goods stand (ConsignedElsewhere).
struct Standplace {
  Id<Place> place;                     // ours: home or a box; without meaning where there is a partner
  std::optional<Id<Contact>> partner;  // whose shop it is
  friend bool operator==(const Standplace&, const Standplace&) = default;
};
struct GoodsMove {
  Standplace from, to;
  std::vector<SlipLine> lines;
  std::string note;
};
Result<Decision> goods_moved(const GoodsMove& move, const Deciding& deciding);

Result<Decision> decide(const PartnerCommand& command, const Deciding& deciding);
void apply_partner(const Fact& fact, const Applying& applying);
// With whom a fact of this room was.
std::optional<Id<Contact>> partner_of(const Fact& fact);

// Adds to what was decided about sales or stock what it means for the owners of consigned goods: a share for each line
// sold, what falls back of it with a refund or a void, what is owed for lost pieces; all by the agreement of now,
// except that what falls back is a part of what was booked. A piece that came back broken is a loss. Gifts and own use
// are the keeper's to pay. A shop without consigned goods pays one look-up. Imported sales are not shared. Problems:
// AmountTooLarge; `decision` is then not to be used.
Result<void> book_shares(Decision& decision, const Deciding& deciding);

// Whose statement is checked against ours before it is written down: what each line should have brought, and what is
// missing by their count.
struct ReportCheck {
  struct Line {
    Quantity there_before;
    Quantity missing;  // < 0: more than should be there; 0 when nothing was counted
    Money expected;    // at our list price
    Money share;       // ours, of sales and losses
  };
  std::vector<Line> lines;
  Money share;  // what the partner owes for this report
};
// Problems as for ReportSold.
Result<ReportCheck> check_report(const Database& database, const ReportSold& report);

}  // namespace lapak
