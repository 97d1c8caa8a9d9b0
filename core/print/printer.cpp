// print: all that knows CUPS.
#include "core/print/printer.h"

#include <cups/cups.h>

#include <algorithm>
#include <memory>
#include <span>

namespace lapak {
namespace {

constexpr int kPatience_ms = 5'000;

struct CloseConnection {
  void operator()(http_t* http) const { httpClose(http); }
};
using Connection = std::unique_ptr<http_t, CloseConnection>;

// A connection of its own for every question: CUPS keeps a shared one a thread, which a restarted service leaves stale.
Connection connect() {
  cupsSetServer(nullptr);  // forgets what this thread was told before
  return Connection(
      httpConnect2(cupsServer(), ippPort(), nullptr, AF_UNSPEC, cupsEncryption(), 1, kPatience_ms, nullptr));
}

// What a question has allocated.
class Destinations {
 public:
  explicit Destinations(const Connection& service) { count_ = cupsGetDests2(service.get(), &first_); }
  ~Destinations() { cupsFreeDests(count_, first_); }
  Destinations(const Destinations&) = delete;
  Destinations& operator=(const Destinations&) = delete;
  std::span<cups_dest_t> all() const { return {first_, static_cast<std::size_t>(count_)}; }
  cups_dest_t* find(const std::string& name) const { return cupsGetDest(name.c_str(), nullptr, count_, first_); }

 private:
  cups_dest_t* first_ = nullptr;
  int count_ = 0;
};

struct FreeDestinationCard {
  void operator()(cups_dinfo_t* card) const { cupsFreeDestInfo(card); }
};

std::string option(const cups_dest_t& destination, const char* name) {
  const char* value = cupsGetOption(name, destination.num_options, destination.options);
  return value ? value : "";
}

PrintState state_named(ipp_jstate_t state) {
  switch (state) {
    case IPP_JSTATE_PENDING:
      return PrintState::Waiting;
    case IPP_JSTATE_PROCESSING:
      return PrintState::Printing;
    case IPP_JSTATE_COMPLETED:
      return PrintState::Printed;
    case IPP_JSTATE_HELD:
    case IPP_JSTATE_STOPPED:
      return PrintState::Stopped;
    case IPP_JSTATE_CANCELED:
    case IPP_JSTATE_ABORTED:
      return PrintState::Failed;
  }
  return PrintState::Failed;
}

}  // namespace

std::expected<std::vector<Printer>, PrintFailure> printers() {
  const Connection service = connect();
  if (!service) return std::unexpected(PrintFailure::NoService);
  std::vector<Printer> found;
  const Destinations destinations(service);
  for (const cups_dest_t& each : destinations.all()) {
    if (each.instance) continue;  // the same printer with other habits
    const std::string title = option(each, "printer-info");
    found.push_back({.name = each.name,
                     .title = title.empty() ? each.name : title,
                     .is_default = each.is_default != 0,
                     .accepts = option(each, "printer-is-accepting-jobs") != "false"});
  }
  std::ranges::sort(found, [](const Printer& a, const Printer& b) {
    return a.is_default != b.is_default ? a.is_default : a.title < b.title;
  });
  return found;
}

std::expected<PrintJob, PrintFailure> print_pdf(const std::string& printer, const std::string& title,
                                                std::string_view pdf, int copies) {
  const Connection service = connect();
  if (!service) return std::unexpected(PrintFailure::NoService);
  const Destinations destinations(service);
  cups_dest_t* destination = destinations.find(printer);
  if (!destination) return std::unexpected(PrintFailure::NoPrinter);
  const std::unique_ptr<cups_dinfo_t, FreeDestinationCard> card(cupsCopyDestInfo(service.get(), destination));
  cups_option_t* options = nullptr;
  const int count = cupsAddOption(CUPS_COPIES, std::to_string(std::clamp(copies, 1, 99)).c_str(), 0, &options);
  PrintJob job{.printer = printer};
  const bool is_made = cupsCreateDestJob(service.get(), destination, card.get(), &job.number, title.c_str(), count,
                                         options) == IPP_STATUS_OK;
  cupsFreeOptions(count, options);
  if (!is_made) return std::unexpected(PrintFailure::NotTaken);
  const bool is_taken = cupsStartDestDocument(service.get(), destination, card.get(), job.number, title.c_str(),
                                              CUPS_FORMAT_PDF, 0, nullptr, 1) == HTTP_STATUS_CONTINUE &&
                        cupsWriteRequestData(service.get(), pdf.data(), pdf.size()) == HTTP_STATUS_CONTINUE &&
                        cupsFinishDestDocument(service.get(), destination, card.get()) == IPP_STATUS_OK;
  if (is_taken) return job;
  cupsCancelDestJob(service.get(), destination, job.number);
  return std::unexpected(PrintFailure::NotTaken);
}

std::expected<PrintState, PrintFailure> state_of(const PrintJob& job) {
  const Connection service = connect();
  if (!service) return std::unexpected(PrintFailure::NoService);
  cups_job_t* jobs = nullptr;
  const int count = cupsGetJobs2(service.get(), &jobs, job.printer.c_str(), 0, CUPS_WHICHJOBS_ALL);
  PrintState state = PrintState::Failed;
  for (const cups_job_t& each : std::span(jobs, static_cast<std::size_t>(std::max(0, count)))) {
    if (each.id == job.number) state = state_named(each.state);
  }
  cupsFreeJobs(count, jobs);
  return state;
}

}  // namespace lapak
