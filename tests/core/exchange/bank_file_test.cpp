// exchange: what banks' CSV files say.
#include "core/exchange/bank_file.h"

#include <doctest/doctest.h>

namespace lapak {
namespace {

ImportPlan<ImportBank> plan_of(std::string_view bytes) {
  const Profile profile;
  const auto table = CsvTable::read(bytes);
  REQUIRE(table.has_value());
  auto plan = plan_bank(profile, *table, {}, "BCA");
  REQUIRE(plan.has_value());
  return *std::move(plan);
}

TEST_CASE("a bank says what came and went by a sign, by CR and DB, or in two columns") {
  const auto signs = plan_of("Date,Description,Amount\n2026-11-22,TRF RATNA,80000\n2026-11-23,TOKO,-25000\n");
  REQUIRE(signs.command.lines.size() == 2);
  CHECK(signs.command.lines[0].day == Date::of(2026, 11, 22));
  CHECK(signs.command.lines[1].amount == Money{-25'000});
  CHECK(signs.command.lines[1].text == "TOKO");
  const auto marked =
      plan_of("Tanggal,Keterangan,Jumlah\n22/11/2026,A,\"80,000.00 CR\"\n23/11/2026,B,\"25,000.00 DB\"\n");
  REQUIRE(marked.command.lines.size() == 2);
  CHECK(marked.command.lines[0].amount == Money{80'000});
  CHECK(marked.command.lines[1].amount == Money{-25'000});
  const auto columns = plan_of("Tanggal;Uraian;Debet;Kredit\n22/11/2026;A;;80.000\n23/11/2026;B;25.000;\n");
  REQUIRE(columns.command.lines.size() == 2);
  CHECK(columns.command.lines[0].amount == Money{80'000});
  CHECK(columns.command.lines[1].amount == Money{-25'000});
}

TEST_CASE("rows that cannot be read are named, and a file without amounts is refused") {
  const auto plan = plan_of("Date,Amount\nkemarin,5\n2026-11-22,lima\n2026-11-22,5\n");
  CHECK(plan.counts.refused.size() == 2);
  CHECK(plan.command.lines.size() == 1);
  CHECK(plan_bank(Profile{}, CsvTable::read("Date,Saldo\n2026-11-22,5\n").value(), {}, "BCA").error().code ==
        ProblemCode::CsvColumnMissing);
}

}  // namespace
}  // namespace lapak
