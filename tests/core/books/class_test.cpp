// books: classes: seats are orders, so deposits, selling and giving back are theirs.
#include "core/books/class_session.h"
#include "core/books/class_store.h"
#include "core/report/class_report.h"
#include "core/shop/class_papers.h"
#include "tests/core/books/books_fixture.h"

namespace lapak {
namespace {

struct Classes : Books {
  ClassSession makrame() const {
    return {.name = "Kelas makrame", .day = Date::of(2026, 12, 5), .seats = 3, .price = Money{150'000}};
  }
  Id<ClassSession> offer(const ClassSession& session) { return Id<ClassSession>{done(SaveClass{session}).subject}; }
  Id<CustomOrder> join(Id<ClassSession> session, Id<Contact> client, int seats = 1) {
    return Id<CustomOrder>{done(JoinClass{session, client, seats, {}}).subject};
  }
};

TEST_CASE_FIXTURE(Classes, "a seat takes a deposit, is sold on Sell, and one called off is free again") {
  const Id<ClassSession> session = offer(makrame());
  const Id<Contact> ratna = person("Ratna"), joko = person("Joko");
  const Id<CustomOrder> hers = join(session, ratna, 2), his = join(session, joko);
  CHECK(refusal(JoinClass{session, joko, 1, {}}) == ProblemCode::RoundFull);
  done(TakeOrderDeposit{hers, {{.amount = Money{100'000}}}});
  std::vector<Participant> all = participants(shop->facts(), session);
  REQUIRE(all.size() == 2);
  CHECK(all[0].row.order.what == "Kelas makrame · 5 Des");
  CHECK(all[0].row.deposit == Money{100'000});
  CHECK(all[0].row.rest == Money{200'000});
  CHECK(all[0].seats == 2);
  done(CallOff{his, HeldDeposit::GivenBack, {}, "sakit"});
  CHECK(seats_taken(shop->facts(), session) == 2);
  done(Sell{cart_of(shop->facts(), hers, shop->profile().words()).value(), {{.amount = Money{200'000}}}});
  all = participants(shop->facts(), session);
  REQUIRE(all.size() == 1);
  CHECK(all[0].row.order.stage == OrderStage::HandedOver);
  CHECK(class_of(shop->facts(), hers) == session);
  expect_clean();
}

TEST_CASE_FIXTURE(Classes, "a seat whose line is refunded is free again, and kept while it comes back in part") {
  const Id<ClassSession> session = offer(makrame());
  const Id<CustomOrder> hers = join(session, person("Ratna"), 2), his = join(session, person("Joko"));
  const auto bill = [&](Id<CustomOrder> order, std::int64_t price) {
    return Id<Sale>{
        done(Sell{cart_of(shop->facts(), order, shop->profile().words()).value(), {{.amount = Money{price}}}}).subject};
  };
  const auto give_back = [&](Id<Sale> sale, std::int64_t thousandths, std::int64_t worth) {
    done(Refund{.sale = sale,
                .lines = {{.position = 0, .quantity = Quantity{thousandths}}},
                .tenders = {{.amount = Money{worth}}},
                .reason = {}});
  };
  const Id<Sale> pair = bill(hers, 300'000), single = bill(his, 150'000);
  give_back(single, 1'000, 150'000);
  CHECK(seats_taken(shop->facts(), session) == 2);
  CHECK(participants(shop->facts(), session).size() == 1);
  CHECK(classes(shop->facts(), shop->today()).at(0).taken == 2);
  give_back(pair, 500, 150'000);
  CHECK(seats_taken(shop->facts(), session) == 1);
  CHECK(participants(shop->facts(), session).at(0).seats == 1);
  CHECK(class_page(shop->facts(), session)->agreed == Money{150'000});
  CHECK(class_page(shop->facts(), session)->received == Money{150'000});
  join(session, person("Dewi"), 2);
  expect_clean();
}

TEST_CASE_FIXTURE(Classes, "who came is noted, and undone") {
  const Id<ClassSession> session = offer(makrame());
  const Id<CustomOrder> hers = join(session, person("Ratna"));
  done(NoteAttendance{hers, Attendance::Missed});
  done(NoteAttendance{hers, Attendance::Came});
  const auto attendance = [&] { return participants(shop->facts(), session).at(0).attendance; };
  CHECK(attendance() == Attendance::Came);
  REQUIRE(shop->undo().has_value());
  CHECK(attendance() == Attendance::Missed);
  REQUIRE(shop->undo().has_value());
  CHECK(attendance() == Attendance::Unknown);
  CHECK(refusal(NoteAttendance{ids.next<CustomOrder>(), Attendance::Came}) == ProblemCode::NotInTheBooks);
  expect_clean();
}

TEST_CASE_FIXTURE(Classes, "a class called off takes nobody, and has never fewer seats than are taken") {
  ClassSession session = makrame();
  session.id = offer(session);
  join(session.id, person("Ratna"), 2);
  session.seats = 1;
  CHECK(refusal(SaveClass{session}) == ProblemCode::RoundTaken);
  session.seats = 2;
  session.called_off = true;
  done(SaveClass{session});
  CHECK(classes(shop->facts(), shop->today()).empty());
  CHECK(refusal(JoinClass{session.id, person("Joko"), 1, {}}) == ProblemCode::NotInTheBooks);
  CHECK(participants(shop->facts(), session.id).size() == 1);
  session.seats = 0;
  CHECK(refusal(SaveClass{session}) == ProblemCode::QuantityZero);
  expect_clean();
}

TEST_CASE_FIXTURE(Classes, "a seat's deposit is a percent of its class, never beyond the price") {
  ClassSession session = makrame();
  session.deposit_percent = 30;
  session.note = "Bawa gunting";
  session.id = offer(session);
  CHECK(*find_class(shop->facts(), session.id) == session);
  CHECK(seat_deposit(session, 2) == Money{90'000});
  session.deposit_percent = 101;
  CHECK(refusal(SaveClass{session}) == ProblemCode::ShareOutOfRange);
  expect_clean();
}

TEST_CASE_FIXTURE(Classes, "the page of a class says what its seats bring, what came of it, and an hour of it") {
  const Id<ClassSession> session = offer(makrame());
  const Id<CustomOrder> hers = join(session, person("Ratna"), 2), his = join(session, person("Joko"));
  done(TakeOrderDeposit{hers, {{.amount = Money{100'000}}}});
  done(Sell{cart_of(shop->facts(), his, shop->profile().words()).value(), {{.amount = Money{150'000}}}});
  done(NoteAttendance{hers, Attendance::Came});
  const ClassPage page = class_page(shop->facts(), session).value();
  CHECK(page.agreed == Money{450'000});
  CHECK(page.received == Money{250'000});
  CHECK(page.hourly == Money{225'000});  // 120 minutes
  CHECK(page.taken == 3);
  CHECK(page.came == 2);
}

TEST_CASE_FIXTURE(Classes, "what a participant said of her class is shown where the class is, once it may be") {
  const Id<ClassSession> session = offer(makrame());
  const Id<Contact> ratna = person("Ratna");
  const Id<CustomOrder> hers = join(session, ratna);
  Testimonial said{.contact = ratna, .text = "Sabar sekali!", .named = "Ratna", .order = hers};
  said.id = Id<Testimonial>{done(GiveTestimonial{said}).subject};
  CHECK(class_page(shop->facts(), session)->said.size() == 1);
  CHECK(class_text(shop->facts(), shop->profile(), session).find("Sabar") == std::string::npos);
  said.consented_on = shop->today();
  done(GiveTestimonial{said});
  ClassSession next = makrame();
  next.day = Date::of(2027, 1, 9);
  CHECK(class_text(shop->facts(), shop->profile(), offer(next)).find("“Sabar sekali!” – Ratna") != std::string::npos);
  done(PeopleCommand(ForgetContact{ratna}));
  CHECK(class_text(shop->facts(), shop->profile(), session).find("Sabar") == std::string::npos);
  expect_clean();
}

TEST_CASE_FIXTURE(Classes, "whoever takes part is written to with what is left to pay, or that it is called off") {
  ClassSession session = makrame();
  session.id = offer(session);
  const Id<CustomOrder> hers = join(session.id, person("Ratna"));
  done(TakeOrderDeposit{hers, {{.amount = Money{50'000}}}});
  const auto message = [&] {
    return class_message(shop->facts(), shop->profile(), *find_class(shop->facts(), session.id),
                         participants(shop->facts(), session.id).at(0));
  };
  CHECK(message() ==
        "Halo Ratna,\nsampai jumpa di Kelas makrame.\n5 Desember 2026, pukul 09.00\n"
        "Sisa pembayaran: Rp 100.000\n" +
            shop->profile().name + "\n");
  CHECK(classes_to_settle(shop->facts()).empty());
  session.called_off = true;
  done(SaveClass{session});
  CHECK(message().find("DP Anda sebesar Rp 50.000 dikembalikan.") != std::string::npos);
  CHECK(classes_to_settle(shop->facts()).size() == 1);
  done(CallOff{hers, HeldDeposit::GivenBack, {{.amount = Money{50'000}}}, {}});
  CHECK(classes_to_settle(shop->facts()).empty());
  expect_clean();
}

TEST_CASE_FIXTURE(Classes, "seats of classes are not on the board of orders, before and after they are sold") {
  const Id<CustomOrder> hers = join(offer(makrame()), person("Ratna"));
  CHECK(order_board(shop->facts(), shop->today(), 10).fresh.empty());
  done(Sell{cart_of(shop->facts(), hers, shop->profile().words()).value(), {{.amount = Money{150'000}}}});
  CHECK(order_board(shop->facts(), shop->today(), 10).handed_over.empty());
}

}  // namespace
}  // namespace lapak
