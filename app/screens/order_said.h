// screens: what is said of an order on its card, its page and beside its day.
#pragma once
#include <optional>
#include <string>

#include "app/parts/badge.h"
#include "app/parts/ui.h"
#include "core/order/order_store.h"

namespace lapak {

// "#18 Pak Joko".
std::string order_title(const OrderRow& row);
// "Jum 29 · lusa" in amber from two days before, "terlambat 1 hari" in red; none where no day was promised. `stage`:
// what is handed over is due no more.
std::optional<Pill> due_pill(const CustomOrder& order, Date today, const Words& words);
// "Unpaid 3 days" in red, as many as its invoice is overdue; none before, and of what is paid.
std::optional<Pill> invoice_pill(const OrderRow& row, Date today, const Words& words);
// What is paid of it and what is not, in few words.
std::string paid_text(const Ui& ui, const OrderRow& row);
std::string slots_text(const Words& words, std::int64_t half_slots);  // "1,5"
std::string hours_text(const Words& words, std::int64_t minutes);     // "2,5"
// "Week of 2 Dec: 6 of 8 slots", and hours where they are counted.
std::string week_text(const Words& words, const WeekLoad& load, const WeekCap& cap);
// 1: as much as it holds, of slots or of hours, whichever are nearer to it; 0 where nothing is capped.
float fullness(const WeekLoad& load, const WeekCap& cap);
WeekCap week_cap_of(const Profile& profile);

}  // namespace lapak
