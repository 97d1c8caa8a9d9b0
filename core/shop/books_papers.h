// shop: papers about the books: a year's taxes, and a year closed.
#pragma once
#include "core/db/database.h"
#include "core/paper/layout.h"
#include "core/profile/profile.h"

namespace lapak {

// The months of a year for whoever helps with taxes; says that it is a help and no advice.
Document tax_paper_of(const Database& database, const Profile& profile, int year, Instant now);
// What every account of a year came to, and the result of the year. Slow over many sales: for the worker.
Document year_paper_of(const Database& database, const Profile& profile, int year, Instant now);

}  // namespace lapak
