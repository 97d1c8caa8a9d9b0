// print: the system's printers, through CUPS.
//
// Every function asks the print service and may wait for it, at most some seconds: for the worker. Any thread. Which
// service is asked is what CUPS decides (CUPS_SERVER, client.conf, else this machine's own).
// A failure is the machine's and none of the shop's facts is concerned, so it is told by a value of its own.
#pragma once
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace lapak {

enum class PrintFailure {
  NoService,  // nothing answers: CUPS is not installed or does not run
  NoPrinter,  // a printer of this name is not there
  NotTaken,   // the service did not take the paper
};

struct Printer {
  std::string name;   // as the service calls it
  std::string title;  // as people do: "Epson TM-T20 di meja"; the name where none was given
  bool is_default = false;
  bool accepts = true;  // takes papers; one that is stopped may, and prints them later
  friend bool operator==(const Printer&, const Printer&) = default;
};

// The default first, else by title. Failures: NoService.
std::expected<std::vector<Printer>, PrintFailure> printers();

struct PrintJob {
  std::string printer;
  int number = 0;  // as the service counts
};

// Hands over a PDF, `copies` of it (1 … 99). Failures: all.
std::expected<PrintJob, PrintFailure> print_pdf(const std::string& printer, const std::string& title,
                                                std::string_view pdf, int copies);

enum class PrintState { Waiting, Printing, Printed, Stopped, Failed };

// Stopped: held, or the printer waits for somebody (paper, a cable). Failed: cancelled or given up; also a job that the
// service does not know any more. Failures: NoService.
std::expected<PrintState, PrintFailure> state_of(const PrintJob& job);

}  // namespace lapak
