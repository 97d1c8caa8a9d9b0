// exchange: what columns mean.
#include "core/exchange/columns.h"

#include <doctest/doctest.h>

#include <array>

namespace lapak {
namespace {

CsvTable column_of(const std::vector<std::string>& cells) {
  CsvWriter writer;
  writer.text("x");
  writer.end_row();
  for (const std::string& cell : cells) {
    writer.text(cell);
    writer.end_row();
  }
  return *CsvTable::read(writer.bytes());
}

NumberStyle style_of(const std::vector<std::string>& cells, const char* currency, NumberStyle fallback) {
  return number_style_of(column_of(cells), 0, *find_currency(currency), fallback);
}

constexpr auto comma = NumberStyle::CommaDecimal;
constexpr auto point = NumberStyle::PointDecimal;

TEST_CASE("the style of numbers is that of the column, not of the cell") {
  CHECK(style_of({"1.250,50", "3"}, "EUR", point) == comma);
  CHECK(style_of({"1,250.50", "3"}, "EUR", comma) == point);
  CHECK(style_of({"1.250", "12,5"}, "EUR", point) == comma);
  CHECK(style_of({"1,250", "12.5"}, "USD", comma) == point);
  CHECK(style_of({"1.250.000"}, "EUR", point) == comma);
  CHECK(style_of({"0.001", "1.250"}, "EUR", comma) == point);
  CHECK(style_of({"€ 1.250,50"}, "EUR", point) == comma);
  CHECK(style_of({"$1,250"}, "USD", comma) == point);
  CHECK(style_of({"12", "5"}, "EUR", comma) == comma);
  CHECK(style_of({"1.250"}, "EUR", point) == point);
  // Without decimals in the currency a mark before three digits can only group.
  CHECK(style_of({"15,000"}, "IDR", comma) == point);
  CHECK(style_of({"15.000"}, "JPY", point) == comma);
  CHECK(style_of({"Rp 15,000"}, "IDR", comma) == point);
  CHECK(style_of({"Rp 15.000"}, "IDR", point) == comma);
  CHECK(style_of({"15.000", "2500"}, "IDR", point) == comma);
}

TEST_CASE("day and month are told apart over the column") {
  const auto order = [](const std::vector<std::string>& cells, DateOrder fallback) {
    return date_order_of(column_of(cells), 0, fallback);
  };
  CHECK(order({"01/02/2026", "22/02/2026"}, DateOrder::MonthFirst) == DateOrder::DayFirst);
  CHECK(order({"01/02/2026", "02/22/2026 10:00"}, DateOrder::DayFirst) == DateOrder::MonthFirst);
  CHECK(order({"01/02/2026", "2026-12-22", "nothing"}, DateOrder::MonthFirst) == DateOrder::MonthFirst);
}

TEST_CASE("moments are read as files write them") {
  const Zone jakarta = *Zone::named("Asia/Jakarta");
  const auto local = [&](std::string_view text, DateOrder order = DateOrder::DayFirst) -> std::string {
    const auto moment = parse_moment(text, order, jakarta);
    if (!moment) return moment.error().code == ProblemCode::NotADate ? "no date" : "other problem";
    const LocalTime time = jakarta.local(*moment);
    std::string written = time.date.iso();
    for (const int part : {time.hour, time.minute, time.second}) written += ":" + std::to_string(part);
    return written;
  };
  CHECK(local("2010-12-01 08:26:00") == "2010-12-01:8:26:0");
  CHECK(local("2026-11-22T10:42:07+07:00") == "2026-11-22:10:42:7");
  CHECK(local("2026-11-22T03:42:07.250Z") == "2026-11-22:10:42:7");
  CHECK(local("2023-01-15 10:22:33 -0500") == "2023-01-15:22:22:33");
  CHECK(local("22/11/2026 10.42") == "2026-11-22:10:42:0");
  CHECK(local("22.11.2026", DateOrder::MonthFirst) == "2026-11-22:0:0:0");
  CHECK(local("1/2/26 3:45 PM", DateOrder::MonthFirst) == "2026-01-02:15:45:0");
  CHECK(local("1/2/26 12:05 am") == "2026-02-01:0:5:0");
  CHECK(local(" 2024-02-29 ") == "2024-02-29:0:0:0");
  for (const char* wrong : {"", "soon", "2023-02-29", "13/13/2026", "2026-11-22 25:00", "2026-11-22 10:61", "22/11",
                            "2026-11-22 10:42 x", "-1/2/2026", "99999999999/1/1", "1/1/99999", "2026-11-22 13:00 PM"})
    CHECK(local(wrong) == "no date");
}

constexpr std::array<FieldName, 2> fields{
    {{"name", Need::Required, "name nama"}, {"price", Need::Optional, "price harga"}}};

TEST_CASE("columns are found by their headers and chosen by hand") {
  const CsvTable table = *CsvTable::read("Kode,NAMA,Price [Main street],Other\nA,Tas,5,6\n");
  const Columns found = *Columns::find(table, fields, {});
  CHECK(found.cell(table, 0, "name") == "Tas");
  CHECK(found.cell(table, 0, "price") == "5");
  CHECK(found.header(table, "price") == "Price [Main street]");
  const Columns chosen = *Columns::find(table, fields, *parse_column_choice("price=Other, name=Kode"));
  CHECK(chosen.cell(table, 0, "name") == "A");
  CHECK(chosen.cell(table, 0, "price") == "6");

  CHECK(Columns::find(table, fields, {{"colour", "Other"}}).error() ==
        Problem{ProblemCode::CsvFieldUnknown, {std::string("colour")}});
  CHECK(Columns::find(table, fields, {{"price", "Cost"}}).error() ==
        Problem{ProblemCode::CsvHeaderMissing, {std::string("Cost")}});
  CHECK(Columns::find(*CsvTable::read("x\n1\n"), fields, {}).error() ==
        Problem{ProblemCode::CsvColumnMissing, {std::string("name")}});
  CHECK(parse_column_choice("price").error().code == ProblemCode::CsvFieldUnknown);
}

}  // namespace
}  // namespace lapak
