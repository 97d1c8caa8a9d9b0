// The report: figures of a range of days, from the same sums as everything else.
#include "app/screens/report.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>

#include "core/fair/fair_store.h"
#include "core/order/order_store.h"
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
}

TEST_CASE("the day's PDF, the figures and every table are written into the folder for papers") {
  DemoStand s(make_report_screen, Filling::OnDisk);
  s.begin();
  s.tap("report.range.0");
  for (const char* what : {"pdf", "charts", "report", "workbook", "sales", "lines", "products", "stock", "customers",
                           "everything", "shopify", "etsy", "square", "loyverse", "woocommerce"}) {
    s.tap("report.export");
    const std::string name = fmt::format("export.{}", what);
    if (s.rig.stage().registry().find(name)->visible.empty()) s.rig.wheel({1000, 500}, -40);
    s.tap(name);
    s.finish_work();
    CHECK(s.rig.text_of("toast").contains("papers"));
  }
  s.tap("report.range.1");
  s.tap("report.export");
  s.rig.wheel({1000, 500}, 40);
  s.tap("export.pdf");
  s.finish_work();
  std::map<std::string, std::string> papers;  // first bytes by name
  for (const auto& entry : std::filesystem::directory_iterator(s.folder / "papers")) {
    const auto bytes = s.files.read(entry.path(), 1'000'000);
    REQUIRE(bytes);
    papers[entry.path().filename().string()] = bytes->substr(0, 5);
  }
  CHECK(papers.size() == 16);
  const std::string day = s.shop->today().iso();
  CHECK(papers.at(fmt::format("Laporan {} {}.pdf", s.shop->today().plus_days(-6).iso(), day)) == "%PDF-");
  CHECK(papers.at(fmt::format("Tutup kasir {}.pdf", day)) == "%PDF-");
  CHECK(papers.at(fmt::format("Barang dan harga {}.csv", day)) == "code,");
  CHECK(papers.at(fmt::format("Lapak {}.xlsx", day)).starts_with("PK"));
  CHECK(papers.at(fmt::format("Shopify {}.csv", day)) == "Handl");
}

TEST_CASE("a helper who may see reports takes a table along with the owner's PIN alone") {
  DemoStand s(make_report_screen, Filling::OnDisk);
  Seller dina{.name = "Dina"};
  dina.rights.set(Right::Reports, true);
  const auto saved = s.shop->execute(PeopleCommand(SaveSeller{dina, ""}));
  REQUIRE(saved.has_value());
  REQUIRE(s.shop->execute(PeopleCommand(SaveSeller{sellers(s.shop->facts()).front(), "0042"})));
  REQUIRE(s.shop->sign_in(Id<Seller>{saved->subject}, ""));
  s.begin();
  s.tap("report.export");
  s.tap("export.products");
  for (const char digit : std::string("1111")) s.tap(fmt::format("owner.pin.key.{}", digit));
  CHECK(s.rig.text_of("owner.pin.title") == "PIN salah. Coba lagi.");
  CHECK_FALSE(std::filesystem::exists(s.folder / "papers"));
  for (const char digit : std::string("0042")) s.tap(fmt::format("owner.pin.key.{}", digit));
  s.finish_work();
  CHECK_FALSE(s.rig.has("owner.pin.key.1"));
  CHECK(std::filesystem::exists(s.folder / "papers"));
}

TEST_CASE("the day is opened from the report, and is then closed from it") {
  DemoStand s(make_report_screen, Filling::Bare);
  s.begin();
  CHECK_FALSE(s.rig.has("report.close_day"));
  s.tap("report.open_day");
  CHECK(s.rig.has("float"));
  s.tap("back");
  REQUIRE(s.shop->execute(OpenDay{}));
  s.rig.wait(0.3);
  CHECK_FALSE(s.rig.has("report.open_day"));
  s.tap("report.close_day");
  CHECK(s.rig.has("step.1"));
}

TEST_CASE("days are chosen on a month: the first, then the last; none is to come") {
  DemoStand s(make_report_screen);
  s.begin();
  s.tap("report.range.3");
  const Date today = s.shop->today();
  CHECK(s.rig.at("range.day." + today.iso()).selected);
  if (today < today.last_of_month()) CHECK_FALSE(s.rig.at("range.day." + today.plus_days(1).iso()).enabled);
  s.tap("range.day.before");
  const Date before = today.first_of_month().plus_days(-1);
  s.tap("range.day." + before.plus_days(-9).iso());
  CHECK(s.rig.text_of("range.days").starts_with("Mulai"));
  s.tap("range.day." + before.plus_days(-2).iso());
  s.tap("range.ok");
  const Report some = report(s.shop->facts(), s.shop->profile(), before.plus_days(-9), before.plus_days(-2));
  CHECK(s.rig.text_of("report.sales_count") == fmt::format("{}", some.sales_count));
  s.tap("report.range.3");
  s.tap("range.this_month");
  s.tap("range.ok");
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
    s.wear(look);
    for (int range = 0; range < 3; ++range) {
      s.tap(fmt::format("report.range.{}", range));
      s.check_fits("report");
    }
    s.tap("report.range.3");
    s.check_fits("range");
    s.tap("range.close");
    s.tap("report.export");
    s.check_fits("export");
    s.tap("export.close");
  }
}

TEST_CASE("what needs the seller follows her orders, sold or not") {
  DemoStand s(make_report_screen);
  s.begin();
  s.finish_work();
  REQUIRE(s.rig.has("attention.late"));
  std::int64_t number = 1;
  for (auto order = find_order(s.shop->facts(), number); order; order = find_order(s.shop->facts(), ++number)) {
    if (!order->promised || *order->promised >= s.shop->today()) continue;
    order->promised = s.shop->today().plus_days(30);
    const auto saved = s.shop->execute(OrderCommand(SaveOrder{*order, Overbooking::Allowed}));
    REQUIRE((saved || saved.error().code == ProblemCode::OrderClosed));
  }
  s.begin();
  s.finish_work();
  CHECK_FALSE(s.rig.has("attention.late"));
}

TEST_CASE("a bar is read by a touch, and each question opens its table, which can be taken along") {
  DemoStand s(make_report_screen, Filling::OnDisk);
  s.begin();
  s.finish_work();
  s.tap("report.range.2");
  s.tap("report.days.touch");
  CHECK(s.rig.text_of("days.said").contains("Rp"));
  s.tap("report.range.0");
  CHECK_FALSE(s.rig.has("days.said"));  // other figures: what was touched is nothing any more
  s.tap("report.card.payments");
  for (const char* as : {"csv", "pdf"}) {
    s.tap(fmt::format("table.{}", as));
    s.finish_work();
    CHECK(s.rig.text_of("toast").contains(as));
  }
  s.tap("table.close");
  CHECK_FALSE(s.rig.has("table.csv"));
}

TEST_CASE("the days of a fair are chosen by its name") {
  DemoStand s(make_report_screen);
  s.begin();
  s.tap("report.range.4");
  s.tap("fairs.0");
  const std::vector<Fair> all = fairs(s.shop->facts());
  const auto last = std::ranges::find_if(all, [&](const Fair& fair) { return first_day(fair) <= s.shop->today(); });
  REQUIRE(last != all.end());
  const Report of_fair =
      report(s.shop->facts(), s.shop->profile(), first_day(*last), std::min(last_day(*last), s.shop->today()));
  CHECK(s.rig.text_of("report.sales_count") == fmt::format("{}", of_fair.sales_count));
}

}  // namespace lapak::test
