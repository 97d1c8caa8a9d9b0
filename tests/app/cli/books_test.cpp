// cli: the books: expenses written down, listed, taken back and paid.
#include "tests/app/cli/cli_fixture.h"

namespace lapak {
namespace {

TEST_CASE("expenses are written down, listed by category, paid later and taken back") {
  CommandLine cli;
  const std::string shop = cli.path("s.lapak");
  cli.did({"new", shop, "--name", "Rumah Benang", "--language", "id"});
  const auto books = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"books", shop});
    return cli.run(arguments);
  };
  CHECK(books({"expense", "50000", "--category", "booth", "--from", "till"}).exit_code == kProblem);
  const std::string rent = books({"expense", "50000", "--category", "booth"}).out;
  CHECK(rent.size() == 37);
  CHECK(books({"expense", "20000", "--category", "Lilin", "--from", "later", "--due", "2099-01-02"}).exit_code ==
        kDone);
  auto listed = books({"expenses", "--json"}).json();
  CHECK(listed["total"] == 70'000);
  CHECK(listed["by_category"][0]["category"] == "booth");
  const std::string bill = books({"due", "--json"}).json()["to_pay"][0]["id"];
  CHECK(books({"pay", bill}).exit_code == kDone);
  CHECK(books({"pay", bill}).exit_code == kProblem);
  CHECK(books({"take-back", rent.substr(0, 36)}).exit_code == kDone);
  listed = books({"expenses", "--json"}).json();
  CHECK(listed["total"] == 20'000);
  CHECK(listed["expenses"][0]["paid_from"] == "bank");
  CHECK(books({"recurring", "300000", "--category", "booth", "--name", "Sewa kios"}).exit_code == kDone);
  CHECK(books({"due"}).out.find("Sewa kios") != std::string::npos);
  CHECK(books({"expense", "10", "--on", "gestern"}).exit_code == kProblem);
  CHECK(books({"take-back", "x"}).err == "Ini tidak ada di pembukuan, atau sudah dibatalkan.\n");
  CHECK(cli.run({"verify", shop}).exit_code == kDone);
}

TEST_CASE("incomes, hours and pots are kept from the command line, and a livelihood is told by stream") {
  CommandLine cli;
  const std::string shop = cli.path("s.lapak");
  cli.did({"new", shop, "--name", "Rumah Benang", "--language", "id"});
  const auto books = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"books", shop});
    return cli.run(arguments);
  };
  CHECK(books({"income", "500000", "--stream", "goods"}).exit_code == kUsage);
  const std::string id =
      books({"income", "500000", "--contact", "Kopi Senja", "--into", "later", "--due", "2026-11-20"}).out;
  CHECK(books({"income", "100000", "--stream", "volunteering"}).exit_code == kDone);
  CHECK(books({"time", "content", "120"}).exit_code == kDone);
  const auto life = books({"streams", "--json"}).json();
  CHECK(life["income"] == 600'000);
  CHECK(life["biggest"] == "content");
  CHECK(life["streams"][3]["hourly"] == 250'000);
  CHECK(life["streams"][3]["percent"] == 83);
  const auto owed = books({"owed", "--json"}).json();
  CHECK(owed["to_me"] == 500'000);
  CHECK(owed["owed_to_me"][0]["message"] ==
        "Halo Kopi Senja, pengingat kecil: Rp 500.000 jatuh tempo 20 November 2026. Terima kasih! Rumah Benang");
  CHECK(books({"receive", id.substr(0, 36)}).exit_code == kDone);
  CHECK(books({"owed", "--json"}).json()["to_me"] == 0);

  CHECK(books({"pot", "wage", "--percent", "50"}).exit_code == kDone);
  CHECK(books({"pot", "Kompor baru", "--percent", "50.01"}).err == "Bagian ada di antara 0 dan 100 persen.\n");
  CHECK(books({"pot", "Kompor baru", "--full-at", "300000"}).exit_code == kDone);
  CHECK(books({"move", "Kompor baru", "20000"}).exit_code == kDone);
  CHECK(books({"move", "Kompor baru", "-20001"}).err == "Isi “Kompor baru” Rp 20.000.\n");
  const auto pots = books({"pots", "--json"}).json();
  CHECK(pots["together"] == 20'000);
  CHECK(pots["pots"][1]["full_at"] == 300'000);
  CHECK(books({"share"}).exit_code == kProblem);  // nothing came in today
  CHECK(cli.run({"verify", shop}).exit_code == kDone);
}

TEST_CASE("the bank's file, classes, taxes and the accountant's journal are the command line's too") {
  CommandLine cli;
  const std::string shop = cli.path("s.lapak");
  cli.did({"new", shop, "--name", "Rumah Benang", "--language", "id"});
  const auto books = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"books", shop});
    return cli.run(arguments);
  };
  cli.write("bca.csv", "Tanggal,Keterangan,Jumlah\n22/11/2026,TOKO TALI,\"25,000.00 DB\"\n22/11/2026,BUNGA,12\n");
  books({"expense", "25000", "--category", "materials"});
  CHECK(books({"bank", cli.path("bca.csv"), "--account", "BCA"}).out == "2\n");
  CHECK(books({"bank", cli.path("bca.csv"), "--account", "BCA"}).out == "0\n");
  CHECK(books({"match", "--json"}).json()["unmatched"].size() == 1);
  CHECK(books({"cash-book", "bank", "--json"}).json()["closing"] == -24'988);
  CHECK(books({"bank", cli.path("none.csv"), "--account", "BCA"}).exit_code == kProblem);

  CHECK(books({"class", "Makrame", "--on", "2099-12-05", "--seats", "2", "--price", "150000"}).exit_code == kDone);
  CHECK(books({"join", "makrame", "--client", "Ratna", "--seats", "2"}).out == "1\n");
  CHECK(books({"join", "makrame", "--client", "Joko"}).err == "“Makrame” tinggal 0.\n");
  CHECK(cli.did({"order", shop, "deposit", "1", "--pay", "cash:100000"}).out == "A1-000001\n");
  CHECK(books({"classes", "--json"}).json()["classes"][0]["taken"] == 2);

  CHECK(books({"tax-rule", "pph-final-person", "--from", "2026-01-01"}).exit_code == kDone);
  CHECK(books({"tax-rule", "zakat"}).exit_code == kProblem);
  CHECK(books({"tax", "2026", "--json"}).json()["months"][10]["rule"] == "pph-final-person");
  CHECK(books({"tax", "2026", "-o", cli.path("pajak.pdf")}).exit_code == kDone);
  CHECK(cli.read("pajak.pdf").starts_with("%PDF"));
  CHECK(books({"tax", "2026", "-o", cli.path("pajak.xlsx")}).exit_code == kDone);
  CHECK(cli.read("pajak.xlsx").starts_with("PK"));
  CHECK(books({"year", "2026", "-o", cli.path("2026.pdf")}).exit_code == kDone);
  CHECK(cli.read("2026.pdf").starts_with("%PDF"));

  cli.did({"export", shop, "ledger", "-o", cli.path("buku.ledger")});
  CHECK(cli.read("buku.ledger").find("    Liabilities:Uang muka  IDR -100000\n") != std::string::npos);
  cli.did({"export", shop, "ledger", "-o", cli.path("buku.csv")});
  CHECK(cli.read("buku.csv").find("2026-11,2026-11-22,,Pengeluaran,Expenses:Bahan,25000,IDR") != std::string::npos);
  cli.did({"export", shop, "ledger", "-o", cli.path("buku.xlsx")});
  CHECK(cli.read("buku.xlsx").starts_with("PK"));
  CHECK(cli.run({"verify", shop}).exit_code == kDone);
}

TEST_CASE("an expense names its fair and keeps its bill's photo; the bank's lines are left out and said anew") {
  CommandLine cli;
  const std::string shop = cli.path("s.lapak");
  cli.did({"new", shop, "--name", "Rumah Benang", "--language", "id"});
  const auto books = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"books", shop});
    return cli.run(arguments);
  };
  cli.did({"fair", shop, "new", "Kota Lama", "--day", "2026-11-28"});
  CHECK(books({"expense", "50000", "--fair", "Kota Baru"}).exit_code == kProblem);
  CHECK(books({"expense", "50000", "--fair", "kota lama"}).exit_code == kDone);
  CHECK(books({"expense", "50000", "--photo", cli.path("no.jpg")}).exit_code == kProblem);
  CHECK(books({"expenses", "--json"}).json()["expenses"][0]["fair"].is_string());
  cli.write("bca.csv", "Tanggal,Keterangan,Jumlah\n2026-11-20,TARIK TUNAI,-250000\n");
  CHECK(books({"bank", cli.path("bca.csv"), "--account", "BCA"}).out == "1\n");
  const std::vector<std::string> lines{"bank-lines", "--from", "2026-11-01", "--to", "2026-11-30", "--json"};
  const std::string id = books(lines).json()["lines"][0]["id"];
  CHECK(books({"leave-out", id}).exit_code == kDone);
  CHECK(books(lines).json()["lines"][0]["state"] == "left-out");
  CHECK(books({"unmatch", id}).exit_code == kDone);
  CHECK(books(lines).json()["lines"][0]["state"] == "open");
  CHECK(books({"unmatch", id}).exit_code == kProblem);
  CHECK(cli.run({"verify", shop}).exit_code == kDone);
}

TEST_CASE("a tax of one's own is reckoned, and a month's is paid once") {
  CommandLine cli;
  const std::string shop = cli.path("s.lapak");
  cli.did({"new", shop, "--name", "Rumah Benang", "--language", "id"});
  const auto books = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"books", shop});
    return cli.run(arguments);
  };
  const std::string today = books({"streams", "--json"}).json()["to"], month = today.substr(0, 7);
  CHECK(books({"income", "900000", "--stream", "other"}).exit_code == kDone);
  CHECK(books({"tax-rule", "percent", "--percent", "2", "--free", "400000", "--due-day", "20", "--source", "Perda 3"})
            .exit_code == kDone);
  const auto this_month = [&] {
    const auto months = books({"tax", "--json"}).json()["months"];
    return months[months.size() - 1];
  };
  CHECK(this_month()["taxable"] == 500'000);
  CHECK(this_month()["tax"] == 10'000);
  CHECK(this_month()["paid"] == false);
  CHECK(books({"pay-tax", month}).out.size() == 37);
  CHECK(this_month()["paid"] == true);
  CHECK(books({"pay-tax", month}).exit_code == kProblem);
  CHECK(books({"pay-tax", "November"}).exit_code == kProblem);
}

}  // namespace
}  // namespace lapak
