// screens: a fair that goes on (ux.md §2.20): what it sold, against what it must and against the last one here, what it
// cost so far, whom one met and what was asked for.
#pragma once
#include "app/parts/ui.h"
#include "core/report/fair_report.h"

namespace lapak {

// True when an expense is to be noted. Names "fair.sales", "fair.count", "fair.drawer" or "fair.pieces", "fair.profit",
// "fair.even", "fair.then", "fair.unsold", "fair.met", "fair.asked", "fair.add_expense".
bool draw_fair_overview(Ui& ui, Rect area, const FairPage& page, const Zone& zone);

}  // namespace lapak
