// shop: the questions of a report on paper, each with its chart and its table.
#pragma once
#include <vector>

#include "core/paper/layout.h"
#include "core/report/report_tables.h"

namespace lapak {

// Slow over many sales: for the worker. Asserts: `parts` is not empty.
Document report_paper_of(const Database& database, const Profile& profile, DateRange range,
                         const std::vector<ReportPart>& parts, Instant now);

}  // namespace lapak
