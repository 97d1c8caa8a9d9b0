// cli: the verbs. Each opens the shop, asks or executes, prints, and gives back the exit code.
#pragma once
#include "app/cli/command_line.h"
#include "app/cli/requests.h"

namespace lapak {

int carry_out_new(const NewRequest& request, const Terminal& terminal);
int carry_out_demo(const DemoRequest& request, const Terminal& terminal);
int carry_out_import(const ImportRequest& request, const Terminal& terminal);
int carry_out_export(const ExportRequest& request, const Terminal& terminal);
int carry_out_sell(const SellRequest& request, const Terminal& terminal);
int carry_out_order(const OrderRequest& request, const Terminal& terminal);
int carry_out_portfolio(const PortfolioRequest& request, const Terminal& terminal);
int carry_out_round(const RoundRequest& request, const Terminal& terminal);
int carry_out_books(const BooksRequest& request, const Terminal& terminal);
int carry_out_day(const DayRequest& request, const Terminal& terminal);
int carry_out_fair(const FairRequest& request, const Terminal& terminal);
int carry_out_places(const PlacesRequest& request, const Terminal& terminal);
int carry_out_move(const MoveRequest& request, const Terminal& terminal);
int carry_out_stocktake(const StocktakeRequest& request, const Terminal& terminal);
int carry_out_fair_report(const ReportRequest& request, const Terminal& terminal);
int carry_out_report(const ReportRequest& request, const Terminal& terminal);
int carry_out_statement(const StatementRequest& request, const Terminal& terminal);
int carry_out_due(const DueRequest& request, const Terminal& terminal);
int carry_out_person(const PersonRequest& request, const Terminal& terminal);
int carry_out_forget(const ForgetRequest& request, const Terminal& terminal);
int carry_out_receipt(const ReceiptRequest& request, const Terminal& terminal);
int carry_out_price_list(const PriceListRequest& request, const Terminal& terminal);
int carry_out_qris(const QrisRequest& request, const Terminal& terminal);
int carry_out_verify(const VerifyRequest& request, const Terminal& terminal);
int carry_out_doctor(const VerifyRequest& request, const Terminal& terminal);
int carry_out_backup(const BackupRequest& request, const Terminal& terminal);
int carry_out_restore(const RestoreRequest& request, const Terminal& terminal);

}  // namespace lapak
