// cli: custom orders from the command line.
#include "tests/app/cli/cli_fixture.h"

namespace lapak {
namespace {

TEST_CASE("an order is written down, paid before, made and handed over") {
  CommandLine cli;
  const std::string shop = cli.path("s.lapak");
  cli.did({"new", shop, "--name", "Rumah Benang", "--currency", "IDR", "--language", "id"});
  const auto order = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"order", shop});
    return cli.run(arguments);
  };
  CHECK(order({"new", "--client", "Ratna", "--what", "Tas biru, inisial R", "--price", "250000", "--promised",
               "2026-12-02"})
            .out == "1\n");
  const Said dayless = order({"new", "--client", "ratna", "--what", "Dompet", "--price", "50000"});
  CHECK(dayless.out == "2\n");
  CHECK(dayless.err.starts_with("Hari longgar pertama "));
  CHECK(order({"deposit", "1", "--pay", "cash:125000"}).out == "A1-000001\n");
  CHECK(order({"move", "1", "ready"}).exit_code == kDone);
  const std::string listed = order({"list", "--json"}).out;
  CHECK(listed.find(R"("number":1,"client":"Ratna","what":"Tas biru, inisial R","stage":"ready")") != listed.npos);
  CHECK(listed.find(R"("deposit":125000,"rest":125000)") != listed.npos);
  CHECK(order({"hand-over", "1", "--pay", "cash:100000"}).exit_code == kProblem);
  CHECK(order({"hand-over", "1", "--pay", "cash:125000"}).out == "A1-000002\n");
  const Said again = order({"hand-over", "1", "--pay", "cash:250000"});
  CHECK(again.exit_code == kProblem);
  CHECK(again.err == "Pesanan #1 sudah diambil atau batal.\n");
  CHECK(order({"call-off", "2", "--reason", "tidak jadi"}).exit_code == kDone);
  CHECK(order({"list"}).out.empty());
  CHECK(order({"list", "--closed"}).out.find("Diambil") != std::string::npos);
  CHECK(order({"deposit", "9", "--pay", "cash:1"}).err == "Pesanan itu tidak ada.\n");
  CHECK(order({"move", "1", "sold"}).exit_code == kUsage);
  const std::string report = cli.did({"report", shop, "--json"}).out;
  CHECK(report.find(R"("net_sales":250000)") != report.npos);
  CHECK(cli.run({"receipt", shop, "A1-000001", "-o", cli.path("dp.pdf")}).exit_code == kDone);
  CHECK(order({"paper", "1", "--as", "invoice", "-o", cli.path("invoice.pdf")}).exit_code == kDone);
  CHECK(std::filesystem::file_size(cli.path("invoice.pdf")) > 1'000);
  CHECK(order({"paper", "9", "-o", cli.path("no.pdf")}).err == "Pesanan itu tidak ada.\n");
  CHECK(order({"paper", "1", "--as", "poem", "-o", cli.path("no.pdf")}).exit_code == kUsage);
  cli.did({"export", shop, "orders", "-o", cli.path("orders.csv")});
  CHECK(cli.read("orders.csv").find("Tas biru, inisial R") != std::string::npos);
  CHECK(cli.run({"verify", shop}).exit_code == kDone);
}

}  // namespace
}  // namespace lapak
