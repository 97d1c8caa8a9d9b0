// portfolio: testimonials with and without consent, and the pieces that are shown.
#include "core/base/hex.h"
#include "core/catalog/picture.h"
#include "core/order/order_picture_store.h"
#include "core/order/order_store.h"
#include "core/paper/pdf.h"
#include "core/people/follow_up_store.h"
#include "core/portfolio/piece_store.h"
#include "core/portfolio/testimonial_store.h"
#include "core/report/contact_page.h"
#include "core/report/due_list.h"
#include "core/shop/portfolio_papers.h"
#include "tests/core/paper/paper_samples.h"
#include "tests/core/shop/stall.h"

namespace lapak {
namespace {

Attachment picture(PictureKind kind, std::uint64_t seed = 5) {
  const Photo photo = drawn_photo(kind, seed);
  return {photo.content_hash, photo.jpeg, photo.thumbnail_jpeg};
}

struct Showing : Stall {
  Id<Contact> ratna{done(SaveContact{Contact{.id = {}, .name = "Ratna"}, {}}).subject};

  Id<CustomOrder> handed_over(const std::string& what, const std::vector<Attachment>& work) {
    const Id<CustomOrder> id{
        done(SaveOrder{.order = {.client = ratna, .what = what, .price = Money{250'000}}}).subject};
    if (!work.empty()) done(AddPictures{id, PictureShows::Work, work});
    Sell sell{.cart = cart_of(shop->facts(), id, shop->profile().words()).value(), .tenders = {}};
    sell.tenders = {{.amount = Money{250'000}}};
    done(sell);
    return id;
  }
  Testimonial said(Id<CustomOrder> order, std::optional<Date> consented_on) const {
    return {.contact = ratna,
            .text = "Jahitannya rapi sekali",
            .named = "Ratna, Yogyakarta",
            .order = order,
            .consented_on = consented_on,
            .given_how = "WhatsApp"};
  }
  std::vector<std::string> titles() const {
    std::vector<std::string> all;
    for (const ShownPiece& shown : portfolio(shop->facts())) all.push_back(shown.piece.title);
    return all;
  }
  std::string paper() const { return to_text(portfolio_of(shop->facts(), shop->profile(), shop->now())); }
};

TEST_CASE_FIXTURE(Showing, "only what its author let be published is ever on paper, and only until it is withdrawn") {
  const Id<CustomOrder> bag = handed_over("Tas rajut", {picture(PictureKind::Bag)});
  done(SavePiece{{.order = bag, .title = "Tas rajut", .year = 2026}});
  const Id<Testimonial> silent{done(GiveTestimonial{said(bag, std::nullopt)}).subject};
  CHECK(testimonials_about(shop->facts(), bag).size() == 1);
  CHECK(testimonials_about(shop->facts(), bag).front().given_how.empty());
  CHECK(paper().find("rapi") == std::string::npos);
  CHECK(posts_of(shop->facts(), shop->profile()).size() == 1);
  const std::string without = posts_of(shop->facts(), shop->profile()).front().jpeg;
  // She is asked, and says yes: the same words once more, with her consent.
  Testimonial yes = find_testimonial(shop->facts(), silent).value();
  yes.consented_on = shop->today();
  const Id<Testimonial> spoken{done(GiveTestimonial{yes}).subject};
  CHECK_FALSE(find_testimonial(shop->facts(), silent).has_value());
  CHECK(paper().find("rapi") != std::string::npos);
  CHECK(paper().find("Ratna, Yogyakarta") != std::string::npos);
  CHECK(posts_of(shop->facts(), shop->profile()).front().jpeg != without);
  done(WithdrawTestimonial{spoken});
  CHECK(paper().find("rapi") == std::string::npos);
  CHECK(posts_of(shop->facts(), shop->profile()).front().jpeg == without);
  CHECK(shop->undo().has_value());
  CHECK(paper().find("rapi") != std::string::npos);
  expect_clean();
}

TEST_CASE_FIXTURE(Showing, "a testimonial is refused without words, without a person, or of what is not there") {
  const Id<CustomOrder> bag = handed_over("Tas rajut", {});
  const auto refusal = [&](Testimonial wrong) { return shop->execute(GiveTestimonial{std::move(wrong)}).error().code; };
  Testimonial wrong = said(bag, std::nullopt);
  wrong.text = "  ";
  CHECK(refusal(wrong) == ProblemCode::NameEmpty);
  wrong = said({}, std::nullopt);
  CHECK(refusal(wrong) == ProblemCode::OrderUnknown);
  wrong = said(bag, std::nullopt);
  wrong.contact = {};
  CHECK(refusal(wrong) == ProblemCode::ContactUnknown);
  wrong = said(bag, std::nullopt);
  wrong.id = Id<Testimonial>{bag.bytes};
  CHECK(refusal(wrong) == ProblemCode::NoteUnknown);
  CHECK(count("testimonial") == 0);
}

TEST_CASE_FIXTURE(Showing, "what somebody said stands on her page, with the piece; of a class in free words") {
  done(GiveTestimonial{said(handed_over("Tas rajut\nbiru", {}), std::nullopt)});
  done(GiveTestimonial{{.contact = ratna, .text = "Belajarnya asyik", .about = "Kelas rajut Minggu"}});
  const auto page = contact_page(shop->facts(), {.contact = ratna});
  REQUIRE(page.has_value());
  std::vector<std::string> told;
  for (const Moment& moment : page->timeline)
    if (moment.kind == MomentKind::Quoted) told.push_back(moment.number + ": " + moment.text);
  CHECK(told ==
        std::vector<std::string>{"Kelas rajut Minggu: “Belajarnya asyik”", "Tas rajut: “Jahitannya rapi sekali”"});
}

TEST_CASE_FIXTURE(Showing, "finished work with a picture is chosen, stands in her order, and comes back where it was") {
  const Id<CustomOrder> bag = handed_over("Tas rajut\nfuring batik", {picture(PictureKind::Bag)});
  handed_over("Tanpa gambar", {});
  const Attachment hat = picture(PictureKind::Hat);
  const Id<Product> product{
      done(SaveProduct{{.name = "Topi", .price = Money{90'000}, .photo = hex(hat.hash), .story = "Rajut"}, {}, hat})
          .subject};
  const std::vector<PieceChoice> choices = pieces_to_choose(shop->facts());
  REQUIRE(choices.size() == 2);
  CHECK(choices[0].piece.title == "Tas rajut");
  CHECK(choices[0].piece.year == 2026);
  CHECK(choices[1].piece.story == "Rajut");
  done(SavePiece{choices[0].piece});
  done(SavePiece{choices[1].piece});
  CHECK(pieces_to_choose(shop->facts()).empty());
  CHECK(titles() == std::vector<std::string>{"Tas rajut", "Topi"});
  const Id<Piece> hat_piece = portfolio(shop->facts())[1].piece.id;
  done(ArrangePieces{{hat_piece}});
  CHECK(titles() == std::vector<std::string>{"Topi", "Tas rajut"});
  done(TakePieceOut{hat_piece});
  CHECK(titles() == std::vector<std::string>{"Tas rajut"});
  done(SavePiece{{.product = product, .title = "Topi rajut"}});
  CHECK(titles() == std::vector<std::string>{"Topi rajut", "Tas rajut"});
  for (int i = 0; i < 3; ++i) CHECK(shop->undo().has_value());
  CHECK(titles() == std::vector<std::string>{"Tas rajut", "Topi"});
  // Without its picture a piece is not shown, and not lost.
  done(MarkPicture{pictures_of(shop->facts(), bag).front().id, PictureShows::Work, Pinned::TakenOff});
  CHECK(titles() == std::vector<std::string>{"Topi"});
  expect_clean();
}

TEST_CASE_FIXTURE(Showing, "a portfolio has a page for two pieces, and a picture of 1080 by 1350 for each") {
  Profile profile = shop->profile();
  profile.link = "https://instagram.com/rumahbenang";
  done(SaveProfile{profile});
  for (int i = 0; i < 3; ++i) {
    const std::string title = "Karya: nomor/" + std::to_string(i);
    const Id<CustomOrder> order = handed_over(title, {picture(PictureKind::Bag, static_cast<std::uint64_t>(i))});
    done(SavePiece{{.order = order, .title = title, .story = std::string(i == 1 ? 1'200 : 20, 'x'), .year = 2026}});
    if (i != 2) done(GiveTestimonial{said(order, shop->today())});
  }
  const Document document = portfolio_of(shop->facts(), shop->profile(), shop->now());
  CHECK(document.pages.size() == 2);
  CHECK(no_overlap(document));
  CHECK(pdf(document).starts_with("%PDF"));
  const std::vector<Post> posts = posts_of(shop->facts(), shop->profile());
  REQUIRE(posts.size() == 3);
  CHECK(posts[1].file_name == "02 Karya  nomor 1.jpg");
  for (const Post& post : posts) {
    CHECK(jpeg_size(post.jpeg).width == 1080);
    CHECK(jpeg_size(post.jpeg).height == 1350);
  }
}

TEST_CASE_FIXTURE(Showing, "some days after the handing over it is asked how the piece is, with a message of its own") {
  handed_over("Tas rajut", {});
  done(SetReminder{ratna, {}, shop->today().plus_days(7), "Tas rajut", Occasion::HowIsIt});
  const DueList list =
      due_list(shop->facts(), shop->profile(), {.today = shop->today().plus_days(7), .now = shop->now()});
  REQUIRE(list.due_count == 1);
  CHECK(list.now.front().occasion == Occasion::HowIsIt);
  CHECK(list.now.front().message.find("Tas rajut") != std::string::npos);
  done(Greet{.contact = ratna,
             .way = Way::Written,
             .text = list.now.front().message,
             .cause = {list.now.front().reminder, Occasion::HowIsIt}});
  CHECK_FALSE(next_reminder(shop->facts(), ratna).has_value());
  expect_clean();
}

}  // namespace
}  // namespace lapak
