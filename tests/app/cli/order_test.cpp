// cli: custom orders from the command line.
#include "core/catalog/picture.h"
#include "tests/app/cli/cli_fixture.h"

namespace lapak {
namespace {

// A shop whose orders are written down from the command line.
struct OrderLine : CommandLine {
  std::string shop = path("s.lapak");

  OrderLine() { did({"new", shop, "--name", "Rumah Benang", "--currency", "IDR", "--language", "id"}); }
  Said order(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"order", shop});
    return run(arguments);
  }
};

TEST_CASE_FIXTURE(OrderLine, "an order is written down, paid before, made and handed over") {
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
  const std::string report = did({"report", shop, "--json"}).out;
  CHECK(report.find(R"("net_sales":250000)") != report.npos);
  CHECK(run({"receipt", shop, "A1-000001", "-o", path("dp.pdf")}).exit_code == kDone);
  CHECK(order({"paper", "1", "--as", "invoice", "-o", path("invoice.pdf")}).exit_code == kDone);
  CHECK(std::filesystem::file_size(path("invoice.pdf")) > 1'000);
  CHECK(order({"paper", "9", "-o", path("no.pdf")}).err == "Pesanan itu tidak ada.\n");
  CHECK(order({"paper", "1", "--as", "poem", "-o", path("no.pdf")}).exit_code == kUsage);
  did({"export", shop, "orders", "-o", path("orders.csv")});
  CHECK(read("orders.csv").find("Tas biru, inisial R") != std::string::npos);
  CHECK(run({"verify", shop}).exit_code == kDone);
}

TEST_CASE_FIXTURE(OrderLine, "a service has its scope, its revisions and the day its invoice is due") {
  CHECK(order({"new", "--client", "Joko", "--what", "Logo kedai", "--price", "750000", "--promised", "2026-12-02",
               "--service", "--scope", "Tiga sketsa, tanpa cetak", "--revisions", "1", "--invoice-due", "2020-01-02"})
            .out == "1\n");
  CHECK(order({"new", "--client", "Joko", "--what", "Tas", "--price", "5", "--promised", "2026-12-02"}).out == "2\n");
  CHECK(order({"new", "--client", "Joko", "--what", "Tas", "--price", "5", "--scope", "apa"}).exit_code == kUsage);
  CHECK(order({"new", "--client", "Joko", "--what", "Logo", "--price", "5", "--service", "--invoice-due", "besok"})
            .exit_code == kProblem);
  CHECK(order({"revision", "1"}).out == "1 dari 1\n");
  CHECK(order({"revision", "1"}).out == "2 dari 1\n");
  CHECK(order({"revision", "2"}).err == "Pesanan #2 adalah barang; revisi dicatat untuk jasa.\n");
  CHECK(order({"list", "--json"}).out.find(R"("kind":"service","invoice_due":"2020-01-02","overdue":true)") !=
        std::string::npos);
  did({"export", shop, "orders", "-o", path("orders.csv")});
  CHECK(read("orders.csv").find("Tiga sketsa, tanpa cetak") != std::string::npos);
  CHECK(order({"paper", "1", "--as", "quote", "-o", path("quote.pdf")}).exit_code == kDone);
  CHECK(run({"verify", shop}).exit_code == kDone);
}

TEST_CASE_FIXTURE(
    OrderLine, "finished work comes into the portfolio with its picture, and with what was said once it may be shown") {
  const std::string photo = write("tas.jpg", encode_jpeg(draw_picture(PictureKind::Bag, 3)));
  CHECK(order({"new", "--client", "Ratna", "--what", "Tas biru", "--price", "250000"}).exit_code == kDone);
  CHECK(order({"picture", "9", photo}).err == "Pesanan itu tidak ada.\n");
  CHECK(order({"picture", "1", write("kosong.jpg", "tidak ada")}).exit_code == kProblem);
  CHECK(order({"picture", "1", path("hilang.jpg")}).exit_code == kProblem);
  CHECK(order({"picture", "1", photo, "--work"}).exit_code == kDone);
  const auto portfolio = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"portfolio", shop});
    return run(arguments);
  };
  CHECK(portfolio({"--add", "1"}).exit_code == kProblem);  // not handed over yet
  CHECK(order({"hand-over", "1", "--pay", "cash:250000"}).exit_code == kDone);
  CHECK(portfolio({"--add", "1", "-o", path("unsaid.pdf"), "--pictures", path("posts")}).out == "01 Tas biru.jpg\n");
  CHECK(read("posts/01 Tas biru.jpg").starts_with("\xff\xd8"));
  CHECK(order({"testimonial", "9", "--said", "Bagus"}).err == "Pesanan itu tidak ada.\n");
  CHECK(order({"testimonial", "1", "--said", "  "}).exit_code == kProblem);
  CHECK(order({"testimonial", "1", "--said", "Jahitannya rapi sekali", "--named", "Ratna, Solo"}).exit_code == kDone);
  CHECK(portfolio({"-o", path("kept_back.pdf")}).exit_code == kDone);
  CHECK(read("kept_back.pdf") == read("unsaid.pdf"));
  CHECK(order({"testimonial", "1", "--said", "Jahitannya rapi sekali", "--consent", "WhatsApp"}).exit_code == kDone);
  CHECK(portfolio({"-o", path("said.pdf")}).exit_code == kDone);
  CHECK(read("said.pdf") != read("unsaid.pdf"));
  CHECK(run({"verify", shop}).exit_code == kDone);
}

TEST_CASE_FIXTURE(OrderLine, "a pre-order round gathers orders until its quota is gone, and says what to make") {
  write("p.csv", "code,name,price\nNAS,Nastar,85000\nKAS,Kastengel,95000\n");
  did({"import", shop, "products", path("p.csv")});
  const auto round = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"order", shop, "round"});
    return run(arguments);
  };
  CHECK(round({"new", "Lebaran", "--item", "NAS:80000:3", "KAS", "--closes", "2099-12-02", "--deposit", "50",
               "--promised", "2099-12-09", "--slots", "1.5", "--hours", "6"})
            .exit_code == kDone);
  CHECK(round({"new", "Natal", "--item", "XXX"}).exit_code == kProblem);
  CHECK(round({"join", "lebaran", "--client", "Ratna", "--take", "NAS:2", "KAS", "--pay", "cash:100000"}).out ==
        "1\nA1-000001\n");
  CHECK(round({"join", "Lebaran", "--client", "Joko", "--take", "NAS:2"}).err == "“Nastar” tinggal 1.\n");
  CHECK(round({"join", "Lebaran", "--client", "Joko", "--take", "NAS"}).out == "2\n");
  CHECK(round({"show", "Lebaran"}).out == "Nastar\t3\t0\nKastengel\t1\t-\n");
  CHECK(round({"show", "Lebaran", "--json"}).out.find(R"("orders":2,"deposits":100000,"rest":235000)") !=
        std::string::npos);
  CHECK(round({"text", "Lebaran"}).out.find("• Nastar: Rp 80.000, habis") != std::string::npos);
  CHECK(round({"list", "--json"}).out.find(R"("name":"Lebaran","open":true,"closes":"2099-12-02","people":2)") !=
        std::string::npos);
  CHECK(round({"close", "Lebaran"}).exit_code == kDone);
  CHECK(round({"join", "Lebaran", "--client", "Dewi", "--take", "KAS"}).err == "PO “Lebaran” sudah ditutup.\n");
  CHECK(round({"open", "Lebaran"}).exit_code == kDone);
  CHECK(round({"paper", "Lebaran", "-o", path("po.pdf")}).exit_code == kDone);
  CHECK(std::filesystem::file_size(path("po.pdf")) > 1'000);
  CHECK(round({"show", "Paskah"}).err == "PO itu tidak ada.\n");
  CHECK(run({"order", shop, "list"}).out.find("Lebaran: 2 × Nastar, 1 × Kastengel") != std::string::npos);
  CHECK(run({"verify", shop}).exit_code == kDone);
}

}  // namespace
}  // namespace lapak
