// Incomes, hours, classes and pots on the screens: written down in a few taps, taken back, sold on Sell, shared out.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "core/books/class_store.h"
#include "core/books/income_store.h"
#include "core/books/pot_store.h"
#include "core/order/order_store.h"
#include "core/people/people_store.h"
#include "core/sale/sale_store.h"
#include "tests/app/screens/stall.h"

namespace lapak::test {
namespace {

struct BooksStall : Stall {
  BooksStall() { ratna = Id<Contact>{must(SaveContact{{.name = "Ratna", .phone = "081234567890"}, ""}).subject}; }
  Outcome must(const Command& command) {
    const Result<Outcome> done = shop->execute(command);
    REQUIRE(done.has_value());
    return *done;
  }
  Date today() const { return shop->today(); }
  std::int64_t minutes(std::size_t stream) const {
    return written_down(shop->facts(), today(), today())[stream].minutes;
  }
  void open_day() { must(OpenDay{{{Money{}, 100'000}}}); }
  Id<ClassSession> offer(std::int64_t seats = 3) {
    return Id<ClassSession>{must(SaveClass{{.name = "Makrame",
                                            .day = today().plus_days(5),
                                            .seats = seats,
                                            .price = Money{150'000},
                                            .deposit_percent = 30}})
                                .subject};
  }
  Participant participant(Id<ClassSession> session, std::size_t at = 0) const {
    return participants(shop->facts(), session).at(at);
  }
  Id<Contact> ratna;
};

TEST_CASE("hours are noted in two taps, and taken back") {
  BooksStall s;
  s.tap({"rail.day", "reports.tab.1", "income.time"});
  const int before = s.taps();
  s.tap({"time.stream.3", "time.hours.3"});
  CHECK(s.taps() - before == 2);
  CHECK(s.minutes(3) == 180);
  s.tap("toast.action");
  CHECK(s.minutes(3) == 0);
  s.tap({"income.time", "time.stream.0", "time.hours.0", "income.entries", "entries.tab.1", "entries.hours.0"});
  CHECK(s.minutes(0) == 0);
}

TEST_CASE("a class and a paid day in the agenda lead to their pages") {
  BooksStall s;
  s.offer();
  s.must(BookIncome{{.business_date = s.today().plus_days(5),
                     .stream = Stream::Volunteering,
                     .amount = Money{300'000},
                     .paid_into = PaidInto::NotYet,
                     .note = "Panti"}});
  s.tap({"rail.fairs", "fairs.agenda", "agenda.2"});
  CHECK(s.rig.has("income.withdraw"));
  s.key(Key::Escape);
  s.tap({"rail.fairs", "fairs.agenda", "agenda.1"});
  CHECK(s.rig.text_of("title") == "Makrame");
}

TEST_CASE("a helper gets to the agenda, and from it to a class, only by the owner's PIN") {
  BooksStall s;
  s.offer();
  const Seller owner = sellers(s.shop->facts()).front();
  s.must(PeopleCommand(SaveSeller{owner, "0042"}));
  const Id<Seller> helper{s.must(PeopleCommand(SaveSeller{{.name = "Dina", .role = Role::Helper}, ""})).subject};
  REQUIRE(s.shop->sign_in(helper, ""));
  s.tap("rail.fairs");
  CHECK_FALSE(s.rig.has("fairs.agenda"));
  for (const char digit : std::string("0042")) s.tap(fmt::format("owner.pin.key.{}", digit));
  s.tap({"fairs.agenda", "agenda.1"});
  CHECK(s.rig.text_of("title") == "Makrame");
}

TEST_CASE("an income with hours is undone from its toast, the hours too") {
  BooksStall s;
  s.tap({"rail.day", "reports.tab.1", "save", "income.amount", "income.pad.key.5", "income.pad.key.zeros",
         "income.pad.ok", "income.stream.2", "income.hours.plus", "income.ok"});
  CHECK(s.minutes(4) == 30);
  s.tap("toast.action");
  CHECK(incomes(s.shop->facts(), s.today(), s.today()).empty());
  CHECK(s.minutes(4) == 0);
}

TEST_CASE("an income is written down with its stream, from whom and hours, and taken back from its list") {
  BooksStall s;
  s.tap({"rail.day", "reports.tab.1", "save", "income.amount", "income.pad.key.5", "income.pad.key.zeros",
         "income.pad.ok", "income.stream.2", "income.from", "pick_person.0", "income.hours.plus", "income.ok"});
  const auto booked = [&] { return incomes(s.shop->facts(), s.today(), s.today()); };
  REQUIRE(booked().size() == 1);
  CHECK(booked()[0].income.amount == Money{5'000});
  CHECK(booked()[0].income.stream == Stream::Volunteering);
  CHECK(booked()[0].income.contact.has_value());
  CHECK(s.minutes(4) == 30);
  CHECK(s.rig.text_of("income.sum").find("5.000") != std::string::npos);
  s.tap({"income.entries", "entries.0", "income.withdraw"});
  CHECK(booked().empty());
}

TEST_CASE("what was not received yet stands with a reminder, and is received from its entry") {
  BooksStall s;
  s.tap({"rail.day", "reports.tab.1", "save", "income.amount", "income.pad.key.5", "income.pad.key.zeros",
         "income.pad.ok", "income.from", "pick_person.0", "income.into.2", "income.ok"});
  REQUIRE(incomes_to_receive(s.shop->facts()).size() == 1);
  s.tap("income.owed.0");
  CHECK(s.rig.has("share.open"));
  s.key(Key::Escape);
  s.tap({"income.entries", "entries.0", "income.received"});
  CHECK(incomes_to_receive(s.shop->facts()).empty());
}

TEST_CASE("a class is written down, and its page follows") {
  BooksStall s;
  s.tap({"rail.day", "reports.tab.1", "income.classes", "classes.empty.action", "class_new.name"});
  s.type("Makrame");
  s.tap({"class_new.price", "class_new.price_pad.key.9", "class_new.price_pad.key.zeros", "class_new.price_pad.ok",
         "class_new.seats.minus", "class_new.deposit.1", "save"});
  const ClassSession session = classes(s.shop->facts(), s.today()).at(0).session;
  CHECK(session.name == "Makrame");
  CHECK(session.price == Money{9'000});
  CHECK(session.seats == 7);
  CHECK(session.deposit_percent == 30);
  CHECK(s.rig.text_of("class.seats") == "0 dari 7 kursi");
}

TEST_CASE("a seat that is sold on Sell needs a name, goes into the cart, and is paid like anything") {
  BooksStall s;
  s.open_day();
  const Id<ClassSession> session = s.offer();
  s.tap({"rail.sell", "more", "more.seat", "seat.class.0", "seat.ok"});
  CHECK(participants(s.shop->facts(), session).empty());
  s.tap({"pick_person.0", "seat.count.plus", "seat.ok"});
  s.settle();
  CHECK(s.shop->cart().order.has_value());
  s.tap("exact");
  CHECK(s.participant(session).seats == 2);
  CHECK(s.participant(session).row.order.stage == OrderStage::HandedOver);
  CHECK(last(s).total == Money{300'000});
}

TEST_CASE("a seat is held by the percent its class asks for, by somebody new, and called off again") {
  BooksStall s;
  s.open_day();
  const Id<ClassSession> session = s.offer();
  s.tap({"rail.day", "reports.tab.1", "income.classes", "classes.0", "save", "seat.client"});
  s.type("Dewi");
  s.tap({"pick_person.new", "seat.pay.1", "seat.ok"});
  CHECK(s.participant(session).row.client == "Dewi");
  CHECK(s.participant(session).row.deposit == Money{45'000});
  s.tap({"class.came.0"});
  CHECK(s.participant(session).attendance == Attendance::Came);
  s.tap({"class.person.0", "participant.missed"});
  CHECK(s.participant(session).attendance == Attendance::Missed);
  s.tap({"class.person.0", "participant.pay", "exact"});
  CHECK(s.participant(session).row.rest == Money{});
  s.tap({"rail.day", "reports.tab.1", "income.classes", "classes.0", "save", "seat.client", "pick_person.0",
         "seat.pay.2", "seat.ok", "class.person.1", "participant.call_off", "call_off.ok"});
  CHECK(participants(s.shop->facts(), session).size() == 1);
}

TEST_CASE("all who take part are written to, and what one said is written down on the class's page") {
  BooksStall s;
  const Id<ClassSession> session = s.offer();
  s.must(JoinClass{session, s.ratna, 1, {}});
  s.tap({"rail.day", "reports.tab.1", "income.classes", "classes.0", "class.more", "class_more.letters", "letters.0"});
  CHECK(s.rig.has("share.open"));
  s.key(Key::Escape);
  s.key(Key::Escape);
  s.tap({"class.person.0", "participant.quote", "testimonial.text"});
  s.type("Sabar sekali");
  s.tap({"testimonial.consent", "testimonial.ok"});
  CHECK(s.rig.text_of("class.said").find("Sabar sekali") != std::string::npos);
}

TEST_CASE("the order that is a seat leads to its class, and is not made") {
  BooksStall s;
  const Id<ClassSession> session = s.offer();
  s.must(JoinClass{session, s.ratna, 1, {}});
  s.tap({"rail.day", "reports.tab.1", "income.classes", "classes.0", "class.person.0", "participant.order"});
  CHECK_FALSE(s.rig.has("order.stage.0"));
  CHECK_FALSE(s.rig.has("save"));
  s.tap("order.class");
  CHECK(s.rig.has("class.more"));
}

TEST_CASE("a class that is called off sells no seat until it is offered after all") {
  BooksStall s;
  const Id<ClassSession> session = s.offer();
  s.tap({"rail.day", "reports.tab.1", "income.classes", "classes.0", "class.more", "class_more.call_off", "save"});
  CHECK_FALSE(s.rig.has("seat.ok"));
  CHECK(find_class(s.shop->facts(), session)->called_off);
  s.tap({"class.more", "class_more.call_off", "save"});
  CHECK(s.rig.has("seat.ok"));
}

TEST_CASE("the usual pots are made by one tap, filled by their rules at closing, and the wage is taken out") {
  BooksStall s;
  s.open_day();
  s.tap({"rail.day", "reports.tab.4", "pots.empty.action"});
  REQUIRE(pots(s.shop->facts()).size() == 5);
  s.tap("rail.sell");
  pick_three(s);
  s.tap({"exact", "more", "more.day", "day.share_out"});
  CHECK(s.rig.text_of("share_out.money").find("145.000") != std::string::npos);
  s.tap({"share_out.0.minus", "share_out.ok"});
  const PotsView view = pots_view(s.shop->facts(), s.today());
  CHECK(view.pots[0].balance < Money{43'500});
  CHECK(view.wage == Money{58'000});
  CHECK(is_shared_out(s.shop->facts(), s.today()));
  CHECK_FALSE(s.rig.has("day.share_out"));
  s.tap({"rail.day", "reports.tab.4", "pots.take", "pot.pad.ok"});
  CHECK(pots_view(s.shop->facts(), s.today()).wage == Money{});
}

TEST_CASE("a pot gets a rule, is filled by hand, and is no more once it is empty") {
  BooksStall s;
  s.must(SavePot{{.kind = PotKind::Tax, .share = 100}});
  s.tap({"rail.day", "reports.tab.4", "pots.0", "pot.rule", "pot.share.plus", "pot.full_at", "pot.pad.key.9",
         "pot.pad.key.zeros", "pot.pad.ok", "pot.ok"});
  CHECK(pots(s.shop->facts())[0].pot.share == 600);
  CHECK(pots(s.shop->facts())[0].pot.full_at == Money{9'000});
  s.tap({"pot.in", "pot.pad.key.4", "pot.pad.ok"});
  CHECK(pots(s.shop->facts())[0].balance == Money{4});
  s.tap({"pot.out", "pot.pad.key.4", "pot.pad.ok", "pot.rule", "pot.hide"});
  CHECK(pots(s.shop->facts()).empty());
}

}  // namespace
}  // namespace lapak::test
