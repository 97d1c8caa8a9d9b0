// exchange: tables as text.
#include "core/exchange/csv.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>

#include "core/base/text.h"

namespace lapak {
namespace {

using namespace std::string_literals;
using Rows = std::vector<std::vector<std::string>>;

CsvTable table_of(std::string_view bytes) {
  auto table = CsvTable::read(bytes);
  REQUIRE(table.has_value());
  return std::move(*table);
}

Rows rows_of(const CsvTable& table) {
  Rows rows;
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    rows.emplace_back();
    for (std::size_t i = 0; i < table.cell_count(row); ++i) rows.back().emplace_back(table.cell(row, i));
  }
  return rows;
}

TEST_CASE("commas, semicolons and tabs are told apart by the first row") {
  CHECK(table_of("a,b\n1;2,3\n").separator() == ',');
  CHECK(table_of("a;b\n1,5;3\n").separator() == ';');
  CHECK(table_of("a\tb, c\td\n").separator() == '\t');
  CHECK(table_of("\"a,b,c\";d\n").separator() == ';');
  CHECK(table_of("\n\nname;price\n").separator() == ';');
  const CsvTable excel = table_of("sep=;\r\nname,x;price\r\nTas;5\r\n");
  CHECK(excel.header() == std::vector<std::string>{"name,x", "price"});
  CHECK(excel.number(0) == 3);
}

TEST_CASE("line ends of every kind, quoted line breaks and doubled quotes are read") {
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    CAPTURE(end.size());
    const CsvTable table =
        table_of("a,b" + end + "\"two" + end + "lines\",\"say \"\"hi\"\"\"" + end + end + " kept ,5\" plate" + end);
    CHECK(table.header() == std::vector<std::string>{"a", "b"});
    CHECK(rows_of(table) == Rows{{"two" + end + "lines", "say \"hi\""}, {" kept ", "5\" plate"}});
    CHECK(table.number(0) == 2);
    CHECK(table.number(1) == 4);  // the blank line has a number too
  }
  CHECK(rows_of(table_of("a,b\nlast,line")) == Rows{{"last", "line"}});
  CHECK(rows_of(table_of("a,b\n,\nx,")) == Rows{{"x", ""}});
}

TEST_CASE("every encoding becomes UTF-8") {
  const Rows expected{{"Teelicht für 5 €", "£"}};
  CHECK(rows_of(table_of("a,b\nTeelicht für 5 €,£\n")) == expected);
  CHECK(table_of("\xEF\xBB\xBF"
                 "a,b\n")
            .header()[0] == "a");
  CHECK(rows_of(table_of("a,b\nTeelicht f\xFCr 5 \x80,\xA3\n")) == expected);
  std::string little = "\xFF\xFE"s, big = "\xFE\xFF"s;
  for (const char16_t c : std::u16string(u"a,b\nTeelicht für 5 €,£\n")) {
    little += {static_cast<char>(c & 0xFF), static_cast<char>(c >> 8)};
    big += {static_cast<char>(c >> 8), static_cast<char>(c & 0xFF)};
  }
  CHECK(rows_of(table_of(little)) == expected);
  CHECK(rows_of(table_of(big)) == expected);
  CHECK(decoded("\xFF\xFE\x3D\xD8\x00\xDE"s) == "😀");
  CHECK(decoded("\xFF\xFE\x3D\xD8"s) == "\xEF\xBF\xBD");
}

TEST_CASE("what is no table is refused") {
  CHECK(CsvTable::read("").error().code == ProblemCode::CsvEmpty);
  CHECK(CsvTable::read("\n \n,,\n").error().code == ProblemCode::CsvEmpty);
  CHECK(CsvTable::read("a,b\n1,2\n\"open,3\n4,5\n").error() == Problem{ProblemCode::CsvQuoteOpen, {std::int64_t{3}}});
}

TEST_CASE("a row keeps the number of cells it has") {
  const CsvTable table = table_of("a,b,c\n1,2\n1,2,3,4\n");
  CHECK(table.cell_count(0) == 2);
  CHECK(table.cell_count(1) == 4);
}

TEST_CASE("formulas are made harmless, numbers stay numbers, and reading takes the apostrophe off") {
  CsvWriter writer;
  for (const char* cell : {"=1+1", "+62812", "-5", "@SUM", "\tx", "＝1", "'=x", "'quoted'", "Tas, merah", "plain"})
    writer.text(cell);
  writer.number("-1250.50");
  writer.end_row();
  CHECK(writer.bytes() == "'=1+1,'+62812,'-5,'@SUM,\"'\tx\",'＝1,''=x,'quoted',\"Tas, merah\",plain,-1250.50\r\n");
  const CsvTable table = table_of("a,b,c,d,e,f,g,h,i,j,k\r\n" + writer.bytes());
  CHECK(rows_of(table) ==
        Rows{{"=1+1", "+62812", "-5", "@SUM", "\tx", "＝1", "'=x", "'quoted'", "Tas, merah", "plain", "-1250.50"}});
}

TEST_CASE("whatever is written is read back letter for letter") {
  CHECK(rc::check([] {
    const auto cell = rc::gen::container<std::string>(rc::gen::elementOf("ab'\"=+-@,;\t\r\n \0"s));
    const auto cells = *rc::gen::container<std::vector<std::vector<std::string>>>(
        rc::gen::container<std::vector<std::string>>(3, cell));
    CsvWriter writer;
    for (const char* name : {"x", "y", "z"}) writer.text(name);
    writer.end_row();
    Rows expected;
    for (const auto& row : cells) {
      for (const std::string& text : row) writer.text(text);
      writer.end_row();
      if (!trimmed(row[0] + row[1] + row[2]).empty()) expected.push_back(row);
    }
    RC_ASSERT(rows_of(table_of(writer.bytes())) == expected);
  }));
}

TEST_CASE("any bytes are a table or a problem") {
  CHECK(rc::check([](const std::string& bytes) {
    const auto table = CsvTable::read(bytes);
    // Outside RC_ASSERT, which evaluates both sides of || to be able to print them.
    const bool table_or_problem = table.has_value() || table.error().code == ProblemCode::CsvEmpty ||
                                  table.error().code == ProblemCode::CsvQuoteOpen;
    RC_ASSERT(table_or_problem);
  }));
  CHECK(rows_of(table_of("a,b\nnul\0here,\u202E💐\n"s)) == Rows{{"nul\0here"s, "\u202E💐"}});
}

}  // namespace
}  // namespace lapak
