// shop: one fair, from the first sale to the follow-ups a week later: people, partners, neighbours and an order in one
// drawer. What is expected was worked out by hand; the sums stand beside it.
#include <cstdlib>
#include <fstream>

#include "core/catalog/picture.h"
#include "core/order/order_store.h"
#include "core/order/round_store.h"
#include "core/paper/pdf.h"
#include "core/partner/partner_store.h"
#include "core/people/people_store.h"
#include "core/report/contact_page.h"
#include "core/report/due_list.h"
#include "core/report/report.h"
#include "core/shop/documents.h"
#include "core/shop/order_papers.h"
#include "core/shop/partner_papers.h"
#include "core/shop/portfolio_papers.h"
#include "core/shop/round_papers.h"
#include "core/stock/stock_commands.h"
#include "core/till/till_store.h"
#include "tests/core/paper/paper_samples.h"
#include "tests/core/shop/stall.h"

namespace lapak {
namespace {

constexpr std::int64_t kDay_ms = 24 * 60 * 60 * 1'000;

// Looked at as pictures when LAPAK_KEEP_PAPER names a folder.
std::string paper(const Document& document, const char* name) {
  CHECK(no_overlap(document));
  const std::string bytes = pdf(document);
  CHECK(bytes.starts_with("%PDF"));
  if (const char* folder = std::getenv("LAPAK_KEEP_PAPER"))
    std::ofstream(std::string(folder) + "/fair-" + name + ".pdf", std::ios::binary) << bytes;
  return to_text(document);
}

bool says(const std::string& text, std::string_view words) {
  return text.find(words) != std::string::npos;
}

struct OneFair : Stall {
  Id<Contact> wulan{
      done(SaveContact{{.name = "Keramik Mbak Wulan", .makes = "keramik", .is_partner = true}, {}}).subject};
  Id<Contact> rina{done(SaveContact{{.name = "Rina Sabun", .is_partner = true}, {}}).subject};
  Id<Product> bag = product("Tas rajut", 85'000, 5), candle = product("Lilin sereh", 45'000, 10),
              mug = product("Mug", 60'000, 0);

  Money drawer() const {
    const auto day = open_day(shop->facts(), current_epoch(shop->facts()).till);
    return expected_now(shop->facts(), day.value());
  }
  Money owed_to(Id<Contact> partner, Book book) const { return standing_of(shop->facts(), partner, book).balance; }
  Id<Sale> sell_these(const std::vector<Id<Product>>& pieces, Method method, std::optional<Money> agreed = {}) {
    for (const Id<Product> piece : pieces) done(AddProduct{piece, Quantity::of(1), {}});
    if (agreed) done(SetAgreedTotal{*agreed});
    return Id<Sale>{done(Sell{shop->cart(), {{.method = method, .amount = shop->cart_totals()->total}}}).subject};
  }
  void give_back(Id<Sale> sale) {
    const std::vector<RefundLine> lines{{0, Quantity::of(1), true}};
    done(Refund{sale, lines, {{.amount = refund_worth(shop->facts(), sale, lines).value()}}, "tidak cocok"});
  }
  Report report_of(Date from, Date to) const { return report(shop->facts(), shop->profile(), from, to); }
  DueList due() const { return due_list(shop->facts(), shop->profile(), {.today = shop->today(), .now = shop->now()}); }
};

TEST_CASE_FIXTURE(OneFair, "one fair is played through, from the first sale to the follow-ups a week later") {
  const Date fair = shop->today();

  // The morning: Wulan brings ten mugs, 70 % hers; the drawer begins with 300,000.
  done(SaveAgreement{{.partner = wulan}});
  const Id<Slip> brought{
      done(HandOver{wulan, Book::Consignment, SlipKind::Taken, {{mug, Quantity::of(10), {}}}, "dus biru"}).subject};
  CHECK(says(paper(goods_slip_of(shop->facts(), shop->profile(), brought), "slip"), "Mug"));
  done(OpenDay{{{Money{}, 300'000}}});

  // A bag and a mug for cash: 145,000. She wants a blue bag: remembered on the spot, and promised.
  const Id<Sale> first = sell_these({bag, mug}, Method::Cash);
  const Id<Contact> ratna{
      done(RememberBuyer{first, {}, "Ratna Dewi", {}, {"Suka biru"}, "mencari tas biru untuk ibunya"}).subject};
  done(RememberBuyer{first, ratna, "0812-3456-7890", {}, {}, {}});
  done(SetReminder{ratna, first, fair.plus_days(7), "kabari kalau tas biru jadi"});
  // Two mugs, agreed at 110,000 of 120,000, by QRIS; one comes back: 55,000 from the drawer.
  const Id<Sale> two_mugs = sell_these({mug, mug}, Method::Qris, Money{110'000});
  give_back(two_mugs);
  // A candle for cash. A mug breaks on the table.
  sell_these({candle}, Method::Cash);
  done(MoveStock{mug, MovementKind::Lost, Quantity::of(1), "jatuh"});

  // Hers of the mugs: 42,000 + 70 % of 110,000 − 70 % of 55,000 + the broken one 42,000.
  CHECK(owed_to(wulan, Book::Consignment) == Money{42'000 + 77'000 - 38'500 + 42'000});

  // Rina lends no change today: she gets 50,000 of it, and we sell soap for 70,000 while she eats.
  done(NoteFavour{rina, EntryKind::Change, {}, Money{-50'000}, Through::Drawer, ""});
  done(NoteFavour{rina, EntryKind::Favour, {}, Money{70'000}, Through::Drawer, "dua sabun"});
  CHECK(owed_to(rina, Book::Neighbour) == Money{20'000});

  // Dina orders souvenirs for 500,000 and pays half by QRIS.
  const Id<Contact> dina{done(SaveContact{{.name = "Dina"}, {}}).subject};
  CustomOrder wanted;
  wanted.client = dina;
  wanted.what = "30 suvenir nikah";
  wanted.price = Money{500'000};
  wanted.promised = fair.plus_days(7);
  const Id<CustomOrder> souvenirs{done(SaveOrder{wanted}).subject};
  done(TakeOrderDeposit{souvenirs, {{.method = Method::Qris, .amount = Money{250'000}}}});
  CHECK(says(paper(order_paper_of(shop->facts(), shop->profile(), souvenirs, OrderPaper::Slip, shop->now()), "order"),
             "30 suvenir nikah"));

  // A pre-order of bags, made next week: Ratna takes two, Dina one, and each pays half by QRIS. Worth 3 × 85,000, held
  // 85,000 + 42,500, and as much is due. With the souvenirs, 2 half slots, it takes 6 + 2 of that week.
  const Id<Round> eid{done(SaveRound{{.name = "Lebaran",
                                      .items = {{bag, Money{85'000}, Quantity::of(4)}},
                                      .closes = fair.plus_days(3),
                                      .promised = fair.plus_days(7),
                                      .half_slots = 6,
                                      .deposit_percent = 50}})
                          .subject};
  const auto take_part = [&](Id<Contact> who, int bags, Money half) {
    const Id<CustomOrder> order{
        done(JoinRound{.round = eid, .client = who, .picks = {{bag, Quantity::of(bags), {}}}, .notes = {}}).subject};
    done(TakeOrderDeposit{order, {{.method = Method::Qris, .amount = half}}});
    return order;
  };
  take_part(ratna, 2, Money{85'000});
  const Id<CustomOrder> her_bag = take_part(dina, 1, Money{42'500});
  const auto round = [&] { return round_page(shop->facts(), eid).value(); };
  CHECK(round().worth == Money{255'000});
  CHECK(round().deposits == Money{127'500});
  CHECK(round().rest == Money{127'500});
  CHECK(round().left == std::nullopt);
  CHECK(round().items.at(0).left == Quantity::of(1));
  CHECK(week_loads(shop->facts(), fair).at(0).half_slots == 8);
  CHECK(says(paper(round_paper_of(shop->facts(), shop->profile(), eid, shop->now()), "round"), "Tas rajut"));

  // The evening. Float 300,000 + cash 145,000 + 45,000 − back 55,000 − lent 50,000 + soap 70,000.
  CHECK(drawer() == Money{455'000});
  done(Settle{.partner = rina, .book = Book::Neighbour, .by = PaidBy::Cash});
  done(Settle{.partner = wulan, .by = PaidBy::Cash});
  CHECK(drawer() == Money{455'000 - 20'000 - 122'500});
  // 10 came, 3 were sold, 1 came back, 1 broke: 7 go home with her.
  CHECK(on_hand(shop->facts(), mug) == Quantity::of(7));
  done(HandOver{wulan, Book::Consignment, SlipKind::GivenBack, {{mug, Quantity::of(7), {}}}, ""});
  done(CloseDay{{{Money{}, 312'500}}, "", {}});
  StatementQuestion closed{.partner = wulan};
  closed.settlement = settlements(shop->facts(), wulan, Book::Consignment, 1).front().n;
  const Instant evening = shop->now();
  const Document payout = statement_of(shop->facts(), shop->profile(), closed, evening);
  CHECK(says(paper(payout, "payout"), "Rp 122.500"));
  CHECK(statement(shop->facts(), closed, fair).goods.at(0).left == Quantity::of(7));
  const Report day = report_of(fair, fair);
  CHECK(day.net_sales == Money{145'000 + 110'000 - 55'000 + 45'000});
  CHECK(day.refunds == Money{55'000});
  const std::string summary = paper(end_of_day_of(shop->facts(), shop->profile(), fair, {}, shop->now()), "day");
  CHECK(says(summary, "Rp 245.000"));
  CHECK(says(summary, "312.500"));
  CHECK(taken_back(shop->facts(), fair, fair).size() == 1);  // a deposit is none

  // The day after: who was met is to be greeted; nothing is late.
  clock.advance_ms(kDay_ms);
  CHECK(due().now.empty());
  std::vector<std::string> met;
  for (const DueCard& card : due().new_people) met.push_back(card.name);
  CHECK(std::ranges::find(met, "Ratna Dewi") != met.end());
  // The other mug comes back too, after Wulan was paid: her settled period stays, the next begins with a debt.
  done(OpenDay{{{Money{}, 300'000}}});
  give_back(two_mugs);
  CHECK(owed_to(wulan, Book::Consignment) == Money{-38'500});
  done(SaveAgreement{{.partner = wulan, .share_bp = 8'000}});  // from now on
  CHECK(to_text(statement_of(shop->facts(), shop->profile(), closed, evening)) == to_text(payout));
  done(CloseDay{{{Money{}, 245'000}}, "", {}});

  // A week later Ratna's bag is due, and so are Dina's souvenirs.
  clock.advance_ms(6 * kDay_ms);
  REQUIRE(due().now.size() == 1);
  const DueCard card = due().now.front();
  CHECK(card.name == "Ratna Dewi");
  CHECK(card.what == "kabari kalau tas biru jadi");
  CHECK(card.last_words == "mencari tas biru untuk ibunya");
  CHECK(says(card.message, "Ratna Dewi"));
  done(Greet{ratna, Way::Written, card.message, {.reminder = card.reminder, .occasion = {}}});
  CHECK(due().now.empty());

  done(OpenDay{{{Money{}, 300'000}}});
  done(MoveOrder{souvenirs, OrderStage::Making});
  done(NoteWork{souvenirs, 300});
  done(MoveOrder{souvenirs, OrderStage::Ready});
  const Cart bill = cart_of(shop->facts(), souvenirs, shop->profile().words()).value();
  const Id<Sale> handed_over{done(Sell{bill, {{.amount = Money{250'000}}}}).subject};
  CHECK(says(
      paper(receipt_of(shop->facts(), shop->profile(), *find_sale(shop->facts(), handed_over), ReceiptPaper::Roll80mm),
            "receipt"),
      "30 suvenir nikah"));
  CHECK(drawer() == Money{550'000});
  CHECK(deposit_held(shop->facts(), souvenirs) == Money{});
  // Her bag of the pre-order too: 42,500 were paid, 42,500 are left. Ratna's two wait: 85,000 held, 85,000 due.
  done(Sell{cart_of(shop->facts(), her_bag, shop->profile().words()).value(), {{.amount = Money{42'500}}}});
  CHECK(drawer() == Money{592'500});
  CHECK(round().worth == Money{255'000});
  CHECK(round().deposits == Money{85'000});
  CHECK(round().rest == Money{85'000});
  CHECK(report_of(shop->today(), shop->today()).net_sales == Money{500'000 + 85'000});
  // All of it: 245,000 of the fair, less the second mug 55,000, and both orders.
  CHECK(report_of(fair, shop->today()).net_sales == Money{245'000 - 55'000 + 585'000});

  // The souvenirs come into the portfolio, with what Dina said of them once she lets it be shown.
  const Photo photo = drawn_photo(PictureKind::Bag, 4);
  done(AddPictures{souvenirs, PictureShows::Work, {{photo.content_hash, photo.jpeg, photo.thumbnail_jpeg}}});
  done(SavePiece{{.order = souvenirs, .title = "Suvenir nikah"}});
  Testimonial said{.contact = dina, .text = "Semua tamu suka", .named = "Dina, Solo", .order = souvenirs};
  said.id = Id<Testimonial>{done(GiveTestimonial{said}).subject};
  const auto shown = [&] { return paper(portfolio_of(shop->facts(), shop->profile(), shop->now()), "portfolio"); };
  CHECK(says(shown(), "Suvenir nikah"));
  CHECK_FALSE(says(shown(), "Semua tamu suka"));
  said.consented_on = shop->today();
  said.given_how = "WhatsApp";
  done(GiveTestimonial{said});
  CHECK(says(shown(), "Semua tamu suka"));
  CHECK(says(shown(), "Dina, Solo"));

  // What is known of her is in one stream, the newest first.
  const ContactPage page = contact_page(shop->facts(), {.contact = ratna}).value();
  CHECK_FALSE(page.promise.has_value());
  CHECK(page.last_piece.starts_with("Tas rajut"));
  std::vector<MomentKind> kinds;
  for (const Moment& moment : page.timeline) kinds.push_back(moment.kind);
  CHECK(kinds.front() == MomentKind::Written);
  for (const MomentKind kind : {MomentKind::Bought, MomentKind::Noted})
    CHECK(std::ranges::find(kinds, kind) != kinds.end());
  // So are Wulan's goods: ten mugs came, seven went home.
  const ContactPage hers = contact_page(shop->facts(), {.contact = wulan}).value();
  std::string goods;
  for (const Moment& moment : hers.timeline)
    if (is_about_goods(moment.kind))
      goods += std::string(moment_name(moment.kind)) + " " + moment.number + ": " + moment.text + "; ";
  CHECK(goods == "Goods handed over #2: Mug; Goods received #1: Mug; ");
  paper(person_file_of(shop->facts(), shop->profile(), ratna, shop->now()), "person");
  paper(vendor_directory_of(shop->facts(), shop->profile(), shop->now()), "vendors");
  expect_clean();
}

TEST_CASE_FIXTURE(OneFair, "two cards of one buyer have one name on every receipt and in the history") {
  const Id<Sale> sale = sell_these({bag}, Method::Cash);
  const Id<Contact> scribbled{done(RememberBuyer{sale, {}, "ibu kerudung biru", {}, {}, {}}).subject};
  const Id<Contact> ratna{done(SaveContact{{.name = "Ratna Dewi"}, {}}).subject};
  done(MergeContacts{scribbled, ratna});
  CHECK(history(shop->facts(), {.count = 9}).rows.at(0).customer == "Ratna Dewi");
  const Sale kept = find_sale(shop->facts(), sale).value();
  CHECK(says(to_text(receipt_of(shop->facts(), shop->profile(), kept, ReceiptPaper::Roll80mm)), "Ratna Dewi"));
}

}  // namespace
}  // namespace lapak
