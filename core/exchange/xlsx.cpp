// exchange: tables as an Excel workbook.
#include "core/exchange/xlsx.h"

#include <stdlib.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <cerrno>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "core/base/files.h"
#include "core/base/text.h"

namespace lapak {
namespace {

// The library writes to a path only: a file of its own, gone with this.
class PassingFile {
 public:
  PassingFile() : path_((std::filesystem::temp_directory_path() / "lapak-XXXXXX").string()) {
    const int file = mkstemp(path_.data());
    if (file < 0) throw FileError(path_, errno);
    close(file);
  }
  ~PassingFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  PassingFile(const PassingFile&) = delete;
  PassingFile& operator=(const PassingFile&) = delete;

  const std::string& path() const { return path_; }
  std::string bytes() const {
    std::ifstream file(path_, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

 private:
  std::string path_;
};

constexpr std::size_t kLongestCell = 32'767;  // letters; what is longer loses its end

void write_cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const XlsxCell& cell, lxw_format* head) {
  if (const auto* words = std::get_if<std::string>(&cell)) {
    worksheet_write_string(sheet, row, column, std::string(shortened(*words, kLongestCell)).c_str(),
                           row == 0 ? head : nullptr);
    return;
  }
  // A workbook has no other numbers than doubles, which hold every amount of ours to the last unit.
  const auto& number = std::get<XlsxNumber>(cell);
  worksheet_write_number(sheet, row, column, static_cast<double>(number.value) / std::pow(10.0, number.decimals),
                         nullptr);
}

constexpr double kColumnWidth = 18;

}  // namespace

std::string xlsx(std::span<const XlsxSheet> sheets) {
  const PassingFile file;
  lxw_workbook* workbook = workbook_new(file.path().c_str());
  if (!workbook) throw FileError(file.path(), errno);
  lxw_format* head = workbook_add_format(workbook);
  format_set_bold(head);
  for (const XlsxSheet& one : sheets) {
    lxw_worksheet* sheet = workbook_add_worksheet(workbook, one.name.c_str());
    LAPAK_ASSERT(sheet != nullptr);
    worksheet_freeze_panes(sheet, 1, 0);
    for (std::size_t row = 0; row < one.rows.size(); ++row)
      for (std::size_t column = 0; column < one.rows[row].size(); ++column)
        write_cell(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), one.rows[row][column], head);
    if (!one.rows.empty() && !one.rows[0].empty())
      worksheet_set_column(sheet, 0, static_cast<lxw_col_t>(one.rows[0].size() - 1), kColumnWidth, nullptr);
  }
  if (workbook_close(workbook) != LXW_NO_ERROR) throw FileError(file.path(), errno);
  return file.bytes();
}

std::string postings_xlsx(std::span<const Booking> bookings, const Profile& profile) {
  const Words& words = profile.words();
  const auto sheet_of = [&](std::string name) {
    XlsxSheet sheet{std::move(name), {}};
    sheet.rows.push_back({});
    for (const std::string_view head : {N_("Date"), N_("Number"), N_("What"), N_("Account"), N_("Amount")})
      sheet.rows[0].emplace_back(std::string(words(head)));
    return sheet;
  };
  std::vector<XlsxSheet> sheets;
  for (const Booking& booking : bookings) {
    const std::string date = booking.date.iso(), month = date.substr(0, 7);
    if (sheets.empty() || sheets.back().name != month) sheets.push_back(sheet_of(month));
    for (const Posting& posting : booking.postings)
      sheets.back().rows.push_back({date, booking.code, booking.what, posting.account,
                                    XlsxNumber{posting.amount.minor, profile.money().decimals}});
  }
  if (sheets.empty()) sheets.push_back(sheet_of("-"));
  return xlsx(sheets);
}

std::string report_xlsx(std::span<const ReportTable> tables, const Profile& profile) {
  const Words& words = profile.words();
  std::vector<XlsxSheet> sheets;
  for (const ReportTable& table : tables) {
    XlsxSheet& sheet = sheets.emplace_back(XlsxSheet{std::string(words(table.heading)), {}});
    sheet.rows.emplace_back(table.columns.begin(), table.columns.end());
    for (const std::vector<ReportCell>& row : table.rows) {
      std::vector<XlsxCell>& cells = sheet.rows.emplace_back();
      for (const ReportCell& cell : row) {
        if (const auto* text = std::get_if<std::string>(&cell)) cells.emplace_back(*text);
        if (const auto* count = std::get_if<std::int64_t>(&cell)) cells.emplace_back(XlsxNumber{*count, 0});
        if (const auto* quantity = std::get_if<Quantity>(&cell))
          cells.emplace_back(XlsxNumber{quantity->thousandths, 3});
        if (const auto* amount = std::get_if<Money>(&cell))
          cells.emplace_back(XlsxNumber{amount->minor, profile.money().decimals});
      }
    }
  }
  return xlsx(sheets);
}

std::string tax_xlsx(std::span<const TaxReportMonth> months, const Profile& profile) {
  const Words& words = profile.words();
  XlsxSheet sheet{std::string(words(N_("Tax"))), {}};
  sheet.rows.push_back({});
  for (const std::string_view head :
       {N_("Month"), N_("Turnover"), N_("Of the year so far"), N_("Taxable"), N_("Tax"), N_("Due by")})
    sheet.rows[0].emplace_back(std::string(words(head)));
  const auto amount = [&](Money money) { return XlsxNumber{money.minor, profile.money().decimals}; };
  for (const TaxReportMonth& month : months) {
    const TaxMonth& tax = month.turnover;
    sheet.rows.push_back({words.month(tax.month), amount(tax.turnover), amount(tax.turnover_so_far),
                          amount(tax.taxable), amount(tax.tax), tax.due ? tax.due->iso() : std::string()});
    for (const ValueAddedTax& added : month.value_added)
      sheet.rows.push_back({added.name, amount(added.base), std::string(), std::string(), amount(added.amount)});
  }
  sheet.rows.push_back({std::string(words(N_("A help, not tax advice.")))});
  const std::vector<XlsxSheet> sheets{sheet};
  return xlsx(sheets);
}

}  // namespace lapak
