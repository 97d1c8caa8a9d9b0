// exchange: the shop's tables as CSV and XLSX, for accountants and for moving house.
//
// English headers, ISO dates and times of the shop's clock, amounts with a decimal point, quantities with as many
// decimals as they need: what our own import and every other program reads. Reads the database; any thread that has a
// connection of its own.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "core/db/database.h"
#include "core/people/contact.h"
#include "core/profile/profile.h"
#include "core/report/report_tables.h"

namespace lapak {

enum class ExportTable { Products, Sales, Lines, Payments, Customers, Stock, Notes, Orders, Consignment };

// "products", "sales", "lines", "payments", "customers" or "contacts", "stock", "notes", "orders", "consignment";
// nullopt for anything else.
std::optional<ExportTable> find_export_table(std::string_view name);

// The whole table, header included. Hidden products and voided sales are in it, marked as such.
std::string export_csv(const Database& database, const Profile& profile, ExportTable table);

// The same as a workbook: one table, or every one of them on a sheet of its own, named in the shop's language.
std::string export_xlsx(const Database& database, const Profile& profile, std::optional<ExportTable> table = {});

// Every contact that is not hidden as a vCard 3.0, one after the other.
std::string export_vcards(const Database& database);

// What is kept about a person and those merged into her, every word of it, as JSON. Empty when she is not known.
std::string person_json(const Database& database, const Profile& profile, Id<Contact> contact);

// A report as one table: a section a row ("total", "payment", "day", "product", …), so that a spreadsheet can filter
// it.
std::string report_csv(const Report& report, const Profile& profile);

// One of its tables, with the heads it has on the screen.
std::string table_csv(const ReportTable& table, const Profile& profile);

}  // namespace lapak
