// partner: two cards of one person, of whom one or both have books.
#include "core/partner/merged_books_store.h"
#include "core/partner/partner_store.h"
#include "core/people/people_store.h"
#include "core/words/sentences.h"
#include "tests/core/shop/stall.h"

namespace lapak {
namespace {

struct TwoCards : Stall {
  Id<Contact> one = card("Rina", false), other = card("Rina Sabun", false);

  Id<Contact> card(std::string name, bool is_partner) {
    return Id<Contact>{done(SaveContact{{.name = std::move(name), .is_partner = is_partner}, {}}).subject};
  }
  void lend(Id<Contact> partner, std::int64_t amount) {
    done(NoteFavour{partner, EntryKind::Change, {}, Money{amount}, Through::Elsewhere, ""});
  }
  Money balance(Id<Contact> partner) const { return standing_of(shop->facts(), partner, Book::Neighbour).balance; }
  bool is_kept(Id<Contact> id) const { return kept_contact(shop->facts(), id) == id; }
};

TEST_CASE_FIXTURE(TwoCards, "the card with a book is kept, whichever was named, and the book with it") {
  lend(one, 25'000);
  done(MergeContacts{one, other});
  CHECK(is_kept(one));
  CHECK(kept_contact(shop->facts(), other) == one);
  CHECK(balance(one) == Money{25'000});
  CHECK(open_books(shop->facts(), Book::Neighbour) == std::vector{one});
  REQUIRE(shop->undo().has_value());
  CHECK(is_kept(other));
  done(MergeContacts{other, one});
  CHECK(is_kept(one));
  expect_clean();
}

TEST_CASE_FIXTURE(TwoCards, "two partners are joined where one of them has nothing written down") {
  const Id<Contact> blank = card("Wulan", true), agreed = card("Mbak Wulan", true);
  done(SaveAgreement{{.partner = agreed}});
  done(MergeContacts{agreed, blank});
  CHECK(kept_contact(shop->facts(), blank) == agreed);
  CHECK(find_contact(shop->facts(), agreed)->is_partner);
  const Id<Contact> third = card("Bu Wulan", true);
  done(MergeContacts{third, card("Wulan K", true)});  // neither has any: as it was named
  CHECK_FALSE(is_kept(third));
  expect_clean();
}

TEST_CASE_FIXTURE(TwoCards, "of two without books the partner's card is kept") {
  const Id<Contact> partner = card("Tuti", true);
  done(MergeContacts{partner, one});
  CHECK(is_kept(partner));
  CHECK(kept_contact(shop->facts(), one) == partner);
}

TEST_CASE_FIXTURE(TwoCards, "two books stay two, settled or not, and it is said what to do") {
  lend(one, 25'000);
  lend(other, -10'000);
  const std::int64_t before = count("journal");
  const Result<Outcome> refused = shop->execute(MergeContacts{one, other});
  REQUIRE_FALSE(refused.has_value());
  CHECK(sentence(refused.error(), Words::in(Language::English), shop->profile().money()) ==
        "Both have books of their own, which stay two. Settle one of them, and go on in the other.");
  done(Settle{.partner = one, .book = Book::Neighbour, .by = PaidBy::Transfer});
  CHECK(shop->execute(MergeContacts{one, other}).error().code == ProblemCode::BothArePartners);
  CHECK(balance(one) == Money{});
  CHECK(balance(other) == Money{-10'000});
  CHECK(count("journal") == before + 1);
  expect_clean();
}

}  // namespace
}  // namespace lapak
