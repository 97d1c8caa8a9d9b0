// exchange: the agenda, and the calendar file that is made of it.
#include "core/exchange/calendar.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <array>

#include "core/order/order_commands.h"
#include "tests/core/shop/stall.h"

namespace lapak {
namespace {

std::string unfolded(std::string text) {
  for (std::size_t at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ", at)) text.erase(at, 3);
  return text;
}

TEST_CASE("a calendar line is folded after 75 octets and comes together again, whatever is in it") {
  CHECK(rc::check([] {
    std::string value;
    for (const int length : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 4)))
      value += std::array{"a", "é", "–", "🧶"}[static_cast<std::size_t>(length)];
    const std::string line = calendar_line("SUMMARY", value);
    RC_ASSERT(unfolded(line) == "SUMMARY:" + value + "\r\n");
    std::size_t begin = 0;
    for (std::size_t end = line.find("\r\n"); end != std::string::npos; end = line.find("\r\n", begin)) {
      RC_ASSERT(end - begin <= 75u);
      const bool starts_a_character = (static_cast<unsigned char>(line[begin]) & 0xC0) != 0x80;
      RC_ASSERT(starts_a_character);
      begin = end + 2;
    }
  }));
}

TEST_CASE("what has a meaning in a calendar is escaped in its texts") {
  CHECK(calendar_escaped("Tas, merah; a\\b\r\nbaris dua") == "Tas\\, merah\\; a\\\\b\\nbaris dua");
}

struct BusyStall : Stall {
  void fair(const char* name, Date day, FairState state = FairState::Accepted, std::int64_t own_minutes = 0) {
    done(SaveFair{{.name = name,
                   .town = "Semarang",
                   .days = {{.date = day}, {.date = day.plus_days(1), .opens_minute = 1'080, .closes_minute = 60}},
                   .state = state,
                   .own_minutes = own_minutes}});
  }
  void order(const char* what, Date promised, std::int64_t minutes) {
    const Id<Contact> client{done(SaveContact{Contact{.id = {}, .name = "Ratna"}, {}}).subject};
    SaveOrder order;
    order.order.client = client;
    order.order.what = what;
    order.order.price = Money{100'000};
    order.order.promised = promised;
    order.order.minutes = minutes;
    order.order.stage = OrderStage::Agreed;
    order.overbooking = Overbooking::Allowed;
    done(order);
  }
};

TEST_CASE_FIXTURE(BusyStall, "the agenda has fairs and promised orders by week, under the hours a week holds") {
  Profile profile = shop->profile();
  profile.week_minutes = 1'200;
  done(SaveProfile{profile});
  const Date monday = Date::of(2026, 11, 30);
  fair("Kota Lama", monday.plus_days(5), FairState::Accepted, 1'000);  // open 480 + 420, 100 around it
  fair("Ditolak", monday.plus_days(2), FairState::Refused);
  order("Tas biru", monday.plus_days(1), 300);
  order("Dompet", monday.plus_days(8), 60);
  const Agenda found = agenda(shop->facts(), shop->profile(), shop->today());
  REQUIRE(found.weeks.size() == 2);
  CHECK(found.weeks[0].monday == monday);
  CHECK(found.weeks[0].minutes == 1'300);
  CHECK(found.weeks[0].is_too_much);
  REQUIRE(found.weeks[0].entries.size() == 3);
  CHECK(found.weeks[0].entries[0].title == "Tas biru · Ratna");
  CHECK(found.weeks[0].entries[1].title == "Kota Lama");
  CHECK(found.weeks[0].entries[1].minutes == 580);
  CHECK(found.weeks[1].minutes == 60);
  CHECK_FALSE(found.weeks[1].is_too_much);
}

TEST_CASE_FIXTURE(BusyStall, "the calendar has each day of a fair with its hours in UTC, and an order as a day") {
  fair("Kota Lama", Date::of(2026, 11, 28), FairState::Asked);
  order("Tas, biru", Date::of(2026, 12, 2), 300);
  const std::string text =
      calendar_text(agenda(shop->facts(), shop->profile(), shop->today()), shop->profile().clock(), shop->now());
  for (const char* line : {"BEGIN:VCALENDAR\r\n", "DTSTART:20261128T020000Z\r\n", "DTEND:20261128T100000Z\r\n",
                           "DTSTART:20261129T110000Z\r\n", "DTEND:20261129T180000Z\r\n", "LOCATION:Semarang\r\n",
                           "STATUS:TENTATIVE\r\n", "DTSTART;VALUE=DATE:20261202\r\n", "DTEND;VALUE=DATE:20261203\r\n",
                           "SUMMARY:Tas\\, biru · Ratna\r\n", "END:VCALENDAR\r\n"})
    CHECK_MESSAGE(text.find(line) != std::string::npos, line, " in ", text);
}

TEST_CASE_FIXTURE(Stall,
                  "a class and a paid day stand in the agenda under the week's hours, a seat not beside its class") {
  const Date today = shop->today();
  const Id<Contact> rara{done(SaveContact{Contact{.id = {}, .name = "Rara"}, {}}).subject};
  const Id<ClassSession> session{
      done(
          ClassCommand(SaveClass{{.name = "Kelas rajut", .place = "Rumah", .day = today.plus_days(3), .minutes = 120}}))
          .subject};
  done(ClassCommand(JoinClass{session, rara}));
  Income paid;
  paid.business_date = today.plus_days(4);
  paid.stream = Stream::Content;
  paid.amount = Money{500'000};
  paid.contact = rara;
  paid.paid_into = PaidInto::NotYet;
  done(IncomeCommand(BookIncome{paid}));
  Profile profile = shop->profile();
  profile.week_minutes = 9 * 60;
  const Agenda found = agenda(shop->facts(), profile, today);
  std::vector<AgendaEntry> entries;
  std::int64_t minutes = 0;
  for (const AgendaWeek& week : found.weeks)
    for (const AgendaEntry& entry : week.entries) entries.push_back(entry), minutes += entry.minutes;
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].kind == AgendaKind::Class);
  CHECK(entries[0].title == "Kelas rajut");
  CHECK(entries[1].kind == AgendaKind::PaidDay);
  CHECK(entries[1].title.find("Rara") != std::string::npos);
  CHECK(minutes == 120 + 8 * 60);
  CHECK(found.weeks.back().is_too_much);
  const std::string text = calendar_text(found, profile.clock(), shop->now());
  CHECK(text.find("SUMMARY:Kelas rajut") != std::string::npos);
  CHECK(text.find("LOCATION:Rumah") != std::string::npos);
  CHECK(text.find("DTSTART;VALUE=DATE:20261126") != std::string::npos);
}

}  // namespace
}  // namespace lapak
