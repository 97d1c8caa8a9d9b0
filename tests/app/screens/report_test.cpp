// The report: figures of a range of days, from the same sums as everything else.
#include "app/screens/report.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "core/people/people_store.h"
#include "core/report/report.h"
#include "tests/app/screens/demo_stand.h"

namespace lapak::test {

TEST_CASE("the report shows the sums of its days") {
  DemoStand s(make_report_screen);
  s.begin();
  const Date today = s.shop->today();
  const Report week = report(s.shop->facts(), s.shop->profile(), today.plus_days(-6), today);
  REQUIRE(week.net_sales.minor > 0);
  CHECK(s.rig.text_of("report.net_sales") ==
        s.shop->profile().screen_words().money(week.net_sales, s.shop->profile().money()));
  s.tap("report.range.2");
  const Report month = report(s.shop->facts(), s.shop->profile(), today.plus_days(-29), today);
  CHECK(s.rig.text_of("report.sales_count") == fmt::format("{}", month.sales_count));
  CHECK_FALSE(s.rig.at("report.pdf").enabled);
  s.tap("report.range.0");
  CHECK(s.rig.at("report.pdf").enabled);
}

TEST_CASE("days are chosen, and days that are none are refused") {
  DemoStand s(make_report_screen);
  s.begin();
  s.tap("report.choose");
  s.tap("range.from");
  s.rig.type("x");
  CHECK_FALSE(s.rig.at("range.ok").enabled);
  s.tap("range.this_month");
  s.tap("range.ok");
  const Date today = s.shop->today();
  const Report month = report(s.shop->facts(), s.shop->profile(), today.first_of_month(), today);
  CHECK(s.rig.text_of("report.sales_count") == fmt::format("{}", month.sales_count));
}

TEST_CASE("a helper sees no figures before the owner's PIN") {
  DemoStand s(make_report_screen, Filling::Bare);
  const Seller owner = sellers(s.shop->facts()).front();
  REQUIRE(s.shop->execute(PeopleCommand(SaveSeller{owner, "0042"})));
  const auto helper = s.shop->execute(PeopleCommand(SaveSeller{{.name = "Dina", .role = Role::Helper}, ""}));
  REQUIRE(helper);
  REQUIRE(s.shop->sign_in(Id<Seller>{helper->subject}, ""));
  s.begin();
  CHECK_FALSE(s.rig.has("report.net_sales"));
  for (const char digit : std::string("0042")) s.tap(fmt::format("owner.pin.key.{}", digit));
  CHECK(s.rig.has("report.net_sales"));
}

TEST_CASE("the report is well made in every look") {
  DemoStand s(make_report_screen);
  s.begin();
  for (const RigOptions& look : every_look()) {
    CAPTURE(look.width);
    CAPTURE(static_cast<int>(look.language));
    CAPTURE(static_cast<int>(look.theme));
    s.wear(look);
    for (int range = 0; range < 3; ++range) {
      s.tap(fmt::format("report.range.{}", range));
      for (const std::string& fault : s.faults()) FAIL_CHECK(fault);
    }
    s.tap("report.choose");
    for (const std::string& fault : s.faults()) FAIL_CHECK(fault);
    s.tap("range.close");
  }
}

}  // namespace lapak::test
