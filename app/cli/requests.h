// cli: what a command line asks for, read and split, but not yet looked at: amounts and codes are still text.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace lapak {

struct NewRequest {
  std::filesystem::path shop;
  std::string name, currency = "IDR", language, zone;
};
struct DemoRequest {
  std::filesystem::path shop;
  std::string language;
};
struct ImportRequest {
  std::filesystem::path shop;
  std::string table;
  std::filesystem::path file;
  std::string columns;
  int share = 70;  // of goods: percent of the proceeds for owners with whom nothing was agreed yet
  bool is_dry_run = false;
  bool as_json = false;
};
struct ExportRequest {
  std::filesystem::path shop;
  std::string table;
  std::filesystem::path output;
};
struct SellRequest {
  std::filesystem::path shop;
  std::vector<std::string> lines;     // "CODE[:QUANTITY[:PRICE]]"
  std::vector<std::string> payments;  // "METHOD:AMOUNT"
  bool as_json = false;
};
enum class OrderAct { New, List, Move, Revision, Deposit, HandOver, CallOff, Paper, Picture, Testimonial };
struct OrderRequest {
  std::filesystem::path shop;
  OrderAct act = OrderAct::List;
  std::int64_t number = 0;
  std::string client, what, notes, price, promised, stage, reason, scope, invoice_due, paper = "slip";
  std::filesystem::path output;
  double slots = 1;
  std::int64_t revisions = 0;
  bool is_service = false, overbooks = false, is_closed = false, keeps_deposit = false, as_json = false;
  std::vector<std::string> payments;  // "METHOD:AMOUNT"
  std::filesystem::path picture;
  bool is_work = false;
  std::string said, named, consent;
};
struct PortfolioRequest {
  std::filesystem::path shop;
  std::filesystem::path output;     // a PDF
  std::filesystem::path pictures;   // a folder
  std::vector<std::int64_t> added;  // numbers of orders
};
enum class RoundAct { New, List, Show, Join, Close, Open, Paper, Text };
struct RoundRequest {
  std::filesystem::path shop;
  RoundAct act = RoundAct::List;
  std::string name, client, notes, quota, closes, promised;
  std::vector<std::string> items;     // "CODE[:PRICE[:QUOTA]]" of a new one, "CODE[:QUANTITY]" of who takes part
  std::vector<std::string> payments;  // "METHOD:AMOUNT"
  std::int64_t deposit_percent = 0;
  double slots = 0, hours = 0;
  std::filesystem::path output;
  bool as_json = false;
};
enum class BooksAct {
  Expense,
  Expenses,
  TakeBack,
  Pay,
  Recurring,
  Due,
  Income,
  Receive,
  Time,
  Streams,
  Owed,
  CashBook,
  Pot,
  Pots,
  MovePot,
  ShareOut,
  TaxRule,
  Tax,
  Year,
  Bank,
  MatchBank,
  BankLines,
  LeaveOut,
  Unmatch,
  PayTax,
  Incomes,
  TakeBackIncome,
  HidePot,
  PotMoves,
  Class,
  CallOffClass,
  Classes,
  JoinClass,
  Participants,
  Attend
};
struct BooksRequest {
  std::filesystem::path shop;
  BooksAct act = BooksAct::Expenses;
  std::string id, amount, category = "other", paid_from = "bank", every = "month";
  std::string note, day, due, product, contact, first_day, last_day;
  std::string stream = "content", paid_into = "bank", name, percent, full_at, columns, fair, free_each_year, source,
              begins = "09:00";
  std::filesystem::path file, photo, output;
  std::int64_t minutes = 0, seats = 1, year = 0, due_day = 0;
  std::int64_t deposit_percent = 0;
  std::string stall, attendance;
  std::int64_t order = 0;  // its number
  bool as_json = false;
};
enum class FairAct { New, Edit, List, Agenda, Open, Packing, Pack, Home, Organiser, Asked, Kit };
struct FairRequest {
  std::filesystem::path shop;
  FairAct act = FairAct::List;
  std::string name;
  // Of a card; what is not said stays as it is.
  std::string stall, town, organiser, state, fixed, percent, minimum, maximum, deposit, due, verdict, note;
  std::vector<std::string> days;     // "2026-11-28[:9.00-17.00]"
  std::vector<std::string> costs;    // "NAME:AMOUNT"
  std::vector<std::string> helpers;  // "NAME:MINUTES[:PAY]"
  std::vector<std::string> prices;   // "CODE:PRICE"
  std::string price_change;          // "10", "-5"
  std::string tax;                   // "NAME:PERCENT[:added]", or "none"
  std::int64_t own_minutes = -1;
  std::string float_amount;                                  // planned, or counted where the day is opened
  std::vector<std::string> lines;                            // "CODE:QUANTITY", packed or found
  std::vector<std::string> equipment, money_things, packed;  // names
  bool as_suggested = false;
  bool as_comparison = false;  // those gone to, the best hour first
  std::string reason, product, what;
  std::filesystem::path output;
  bool as_json = false;
};
struct PlacesRequest {
  std::filesystem::path shop;
  std::string product;  // its code; empty: all goods
  bool as_json = false;
};
struct MoveRequest {
  std::filesystem::path shop;
  std::string from, to;            // "home", "fair:NAME", "partner:NAME"
  std::vector<std::string> lines;  // "CODE:QUANTITY"
  std::string note;
};
enum class StocktakeAct { Show, Begin, Count, Finish, GiveUp, Past };
struct StocktakeRequest {
  std::filesystem::path shop;
  StocktakeAct act = StocktakeAct::Show;
  std::string category, fair, reason;
  std::vector<std::string> lines;  // "CODE:QUANTITY"
  bool blind = false;
  bool as_json = false;
};
enum class DayAct { Open, Close, Status };
struct DayRequest {
  std::filesystem::path shop;
  DayAct act = DayAct::Status;
  std::string amount;  // the float, or what was counted
  std::string reason;
  bool as_json = false;
};
struct ReportRequest {
  std::filesystem::path shop;
  std::string fair;  // the name of one, to report on it and not on days
  std::string from, to;
  std::string table;  // the code of one of its questions; empty: the totals
  bool as_json = false;
  std::filesystem::path output;
};
struct StatementRequest {
  std::filesystem::path shop;
  std::string partner;  // a name or a phone number
  std::string from, to;
  std::string book = "consignment";
  std::filesystem::path output;
  bool as_json = false;
};
struct DueRequest {
  std::filesystem::path shop;
  bool as_json = false;
};
struct PersonRequest {
  std::filesystem::path shop;
  std::string contact;  // a name, a number, or an id
  std::filesystem::path output;
};
struct ForgetRequest {
  std::filesystem::path shop;
  std::string contact;
};
struct ReceiptRequest {
  std::filesystem::path shop;
  std::string number;
  std::filesystem::path output;
  std::string paper;
};
struct PriceListRequest {
  std::filesystem::path shop;
  std::filesystem::path output;
  std::string layout = "table";
  std::string category;
  std::string fair;  // at whose prices
};
struct QrisRequest {
  std::string payload, amount;
  bool as_json = false;
};
struct VerifyRequest {
  std::filesystem::path shop;
  bool as_json = false;
};
struct BackupRequest {
  std::filesystem::path shop, file;
};
struct RestoreRequest {
  std::filesystem::path file, shop;
};

}  // namespace lapak
