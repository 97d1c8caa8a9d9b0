// exchange: tables as an Excel workbook. All that knows libxlsxwriter.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "core/profile/profile.h"
#include "core/report/double_entry.h"
#include "core/report/report_tables.h"
#include "core/report/tax_report.h"

namespace lapak {

// A number that a spreadsheet can reckon with: 1250 with 2 decimals is 12.50.
struct XlsxNumber {
  std::int64_t value = 0;
  int decimals = 0;
};
using XlsxCell = std::variant<std::string, XlsxNumber>;
struct XlsxSheet {
  std::string name;                         // at most 31 letters, none of []:*?/\;
  std::vector<std::vector<XlsxCell>> rows;  // the first is the head
};
// The bytes of a workbook. Throws FileError when nothing can be written beside the system's temporary files.
std::string xlsx(std::span<const XlsxSheet> sheets);

// A sheet a month of postings. An empty journal gives one sheet with its head alone.
std::string postings_xlsx(std::span<const Booking> bookings, const Profile& profile);
// A sheet a question.
std::string report_xlsx(std::span<const ReportTable> tables, const Profile& profile);
std::string tax_xlsx(std::span<const TaxReportMonth> months, const Profile& profile);

}  // namespace lapak
