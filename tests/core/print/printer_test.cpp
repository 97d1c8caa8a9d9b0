// print: against a real print service on loopback.
#include "core/print/printer.h"

#include <doctest/doctest.h>

#include "tests/print_service.h"

namespace lapak {
namespace {

// The state once it is none of those that pass; the service is asked until then.
PrintState end_of(const PrintJob& job) {
  for (int i = 0; i < 1'000; ++i) {
    const auto state = state_of(job);
    REQUIRE(state);
    if (*state != PrintState::Waiting && *state != PrintState::Printing) return *state;
    ::usleep(20'000);
  }
  return state_of(job).value();
}

}  // namespace

TEST_CASE("printers are listed, the default first") {
  PrintService service;
  service.add_printer("Kasir", "Printer kasir");
  service.add_printer("Meja", "Epson di meja", PrintService::Standing::Default);
  service.add_printer("Gudang", "Brother gudang");
  service.start();
  const auto found = printers();
  REQUIRE(found);
  REQUIRE(found->size() == 3);
  CHECK((*found)[0] == Printer{.name = "Meja", .title = "Epson di meja", .is_default = true});
  CHECK((*found)[1].title == "Brother gudang");
  CHECK((*found)[2].name == "Kasir");
}

TEST_CASE("a PDF comes out of the printer byte for byte, as often as asked") {
  PrintService service;
  service.add_printer("Meja", "Meja");
  service.start();
  const std::string pdf = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n";
  const auto job = print_pdf("Meja", "Struk A1-000001", pdf, 2);
  REQUIRE_MESSAGE(job, service.log());
  CHECK(job->number > 0);
  const PrintState end = end_of(*job);
  CHECK_MESSAGE(end == PrintState::Printed, service.log());
  CHECK(service.printed("Meja") == "copies=2\n" + pdf);
}

TEST_CASE("a stopped printer keeps the paper waiting") {
  PrintService service;
  service.add_printer("Meja", "Meja", PrintService::Standing::Stopped);
  service.start();
  const auto job = print_pdf("Meja", "Struk", "%PDF-1.4\n%%EOF\n", 1);
  REQUIRE_MESSAGE(job, service.log());
  CHECK(state_of(*job) == PrintState::Waiting);
  CHECK(service.printed("Meja").empty());
}

TEST_CASE("a printer that is not there, and a job nobody knows, are told") {
  PrintService service;
  service.add_printer("Meja", "Meja");
  service.start();
  CHECK(print_pdf("Loteng", "Struk", "%PDF-1.4\n%%EOF\n", 1).error() == PrintFailure::NoPrinter);
  CHECK(state_of({.printer = "Meja", .number = 999}) == PrintState::Failed);
}

TEST_CASE("without a print service every question says so") {
  PrintService::point_to_none();
  CHECK(printers().error() == PrintFailure::NoService);
  CHECK(print_pdf("Meja", "Struk", "%PDF-1.4\n%%EOF\n", 1).error() == PrintFailure::NoService);
  CHECK(state_of({.printer = "Meja", .number = 1}).error() == PrintFailure::NoService);
  unsetenv("CUPS_SERVER");
}

}  // namespace lapak
