// exchange: what a bank's CSV file says, whichever bank's: dates, words, and amounts in one column with a sign, with
// "CR" and "DB" behind or beside them, or in two columns for what came and what went. Pure.
#pragma once
#include <string>

#include "core/books/bank_commands.h"
#include "core/exchange/import.h"

namespace lapak {

// The lines of the file for an account; those the shop knows already are counted by the import itself. Problems: those
// of Columns::find, CsvColumnMissing (no amounts). Refused rows: NotADate, NotAnAmount, CsvCellCount.
Result<ImportPlan<ImportBank>> plan_bank(const Profile& profile, const CsvTable& table, const ColumnChoice& choice,
                                         const std::string& account);

}  // namespace lapak
