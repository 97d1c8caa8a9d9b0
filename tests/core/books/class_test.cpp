// books: classes: seats are orders, so deposits, selling and giving back are theirs.
#include "core/books/class_session.h"
#include "core/books/class_store.h"
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

}  // namespace
}  // namespace lapak
