// report: every fact about money as a booking between accounts.
//
// Assets:   Till per till (with the cash it took while no day was open), Bank, Underway per method (transfers, QRIS and
// cards, until a
//           line of the bank is matched with them), Receivable (owed by buyers and clients).
// Liabilities: Deposits (of orders and seats, until they are handed over), Tax per name, Partners per partner (their
//           shares until they are settled), Payable (expenses not paid yet).
// Income:   Sales, Orders, Classes (net of discounts, refunds and tax), other streams, Tips, Rounding, Till
// differences,
//           Shares from partners' shops.
// Expenses: per category, Shares of partners.
// Equity:   Owner: what the owner put in or took out, money in and out of the till without an expense or income, what
//           was paid from or into an own pocket, and lines of the bank that are not the shop's. Unexplained: lines of
//           the bank that nothing was said of.
// Goods are no asset here: materials are an expense when they are bought. Pots are envelopes, no accounts.
#pragma once
#include <vector>

#include "core/db/database.h"
#include "core/profile/profile.h"
#include "core/report/double_entry.h"

namespace lapak {

// Of these days, both inclusive, by date. Voided sales stand with their void. Sales imported from elsewhere are in it,
// paid into Assets:Imported. Slow over many sales: for the worker.
std::vector<Booking> bookings(const Database& database, const Profile& profile, Date from, Date to);

// Those of them that move the bank's account and are no sales.
std::vector<Booking> bank_bookings(const Database& database, const Profile& profile, Date from, Date to);
// What the drawers held at the end of a day, as the bookings have it.
Money in_drawers(const Database& database, Date until);

// The bank's account, and what the drawers' accounts begin with.
std::string bank_account(const Words& words);
std::string till_accounts(const Words& words);

}  // namespace lapak
