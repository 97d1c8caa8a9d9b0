// cli: reports and papers.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/speech.h"
#include "core/base/text.h"
#include "core/catalog/product_store.h"
#include "core/exchange/export.h"
#include "core/exchange/xlsx.h"
#include "core/fair/fair_store.h"
#include "core/paper/pdf.h"
#include "core/partner/partner_store.h"
#include "core/people/people_store.h"
#include "core/report/report_tables.h"
#include "core/sale/sale_store.h"
#include "core/shop/documents.h"
#include "core/shop/partner_papers.h"
#include "core/shop/report_papers.h"

namespace lapak {
namespace {

using OrderedJson = nlohmann::ordered_json;

OrderedJson report_json(const Report& report, const Profile& profile) {
  OrderedJson json{{"from", report.from.iso()},
                   {"to", report.to.iso()},
                   {"currency", profile.currency},
                   {"sales_count", report.sales_count},
                   {"refund_count", report.refund_count},
                   {"void_count", report.void_count},
                   {"items_sold", report.items_sold.thousandths},
                   {"gross_sales", report.gross_sales.minor},
                   {"discounts", report.discounts.minor},
                   {"refunds", report.refunds.minor},
                   {"net_sales", report.net_sales.minor},
                   {"tax", report.tax.minor},
                   {"rounding", report.rounding.minor},
                   {"tips", report.tips.minor},
                   {"owed", report.owed.minor},
                   {"tax_included", report.tax_included.minor},
                   {"goods_cost", report.goods_cost.minor},
                   {"partners_share", report.partners_share.minor},
                   {"profit", report.profit.minor},
                   {"pieces_of_unknown_cost", report.pieces_of_unknown_cost.thousandths},
                   {"given_up", report.given_up.minor}};
  for (const char* list : {"by_payment", "by_day", "by_product", "by_category", "by_hour", "by_weekday_hour",
                           "by_seller", "by_partner", "bargains"})
    json[list] = OrderedJson::array();
  for (const ReportByMethod& row : report.by_payment)
    json["by_payment"].push_back({{"method", method_code(row.method)},
                                  {"amount", row.amount.minor},
                                  {"count", row.count},
                                  {"fee", row.fee.minor}});
  for (const ReportByDay& row : report.by_day)
    json["by_day"].push_back(
        {{"date", row.date.iso()}, {"net_sales", row.net_sales.minor}, {"sales_count", row.sales_count}});
  for (const ReportByProduct& row : report.by_product)
    json["by_product"].push_back({{"code", row.code},
                                  {"name", row.name},
                                  {"quantity", row.quantity.thousandths},
                                  {"net_sales", row.net_sales.minor}});
  for (const ReportByCategory& row : report.by_category)
    json["by_category"].push_back(
        {{"name", row.name}, {"quantity", row.quantity.thousandths}, {"net_sales", row.net_sales.minor}});
  for (const ReportByHour& row : report.by_hour)
    json["by_hour"].push_back(
        {{"hour", row.hour}, {"net_sales", row.net_sales.minor}, {"sales_count", row.sales_count}});
  for (const ReportBySeller& row : report.by_seller)
    json["by_seller"].push_back(
        {{"name", row.name}, {"net_sales", row.net_sales.minor}, {"sales_count", row.sales_count}});
  for (const ReportByWeekdayHour& row : report.by_weekday_hour)
    json["by_weekday_hour"].push_back({{"weekday", row.weekday},
                                       {"hour", row.hour},
                                       {"net_sales", row.net_sales.minor},
                                       {"sales_count", row.sales_count}});
  for (const ReportByPartner& row : report.by_partner)
    json["by_partner"].push_back({{"name", row.name},
                                  {"quantity", row.quantity.thousandths},
                                  {"proceeds", row.proceeds.minor},
                                  {"share", row.share.minor}});
  for (const ReportBargain& row : report.bargains)
    json["bargains"].push_back({{"name", row.name},
                                {"quantity", row.quantity.thousandths},
                                {"at_list", row.at_list.minor},
                                {"agreed", row.agreed.minor}});
  return json;
}

OrderedJson table_json(const ReportTable& table, ReportPart part, const Profile& profile) {
  OrderedJson json{{"table", report_part_code(part)}, {"currency", profile.currency}, {"columns", table.columns}};
  json["rows"] = OrderedJson::array();
  for (const std::vector<ReportCell>& row : table.rows) {
    OrderedJson cells = OrderedJson::array();
    for (const ReportCell& cell : row) {
      if (const auto* text = std::get_if<std::string>(&cell)) cells.push_back(*text);
      if (const auto* count = std::get_if<std::int64_t>(&cell)) cells.push_back(*count);
      if (const auto* quantity = std::get_if<Quantity>(&cell)) cells.push_back(quantity->thousandths);
      if (const auto* amount = std::get_if<Money>(&cell)) cells.push_back(amount->minor);
    }
    json["rows"].push_back(std::move(cells));
  }
  return json;
}

void print_table(const ReportTable& table, const Profile& profile, std::ostream& out) {
  const auto line = [&](const auto& cells, auto&& said) {
    std::string_view between;
    for (const auto& cell : cells) {
      out << between << said(cell);
      between = "\t";
    }
    out << '\n';
  };
  line(table.columns, [](const std::string& column) { return column; });
  for (const std::vector<ReportCell>& row : table.rows)
    line(row, [&](const ReportCell& cell) { return shown(cell, profile.words(), profile.money()); });
}

void print_report(const Report& report, const Profile& profile, std::ostream& out) {
  const Words& words = profile.words();
  const auto money = [&](std::string_view name, Money amount) {
    out << fmt::format("{}\t{}\n", name, words.money(amount, profile.money()));
  };
  out << (report.from == report.to ? words.full_date(report.from)
                                   : fmt::format("{} – {}", words.full_date(report.from), words.full_date(report.to)))
      << '\n';
  out << fmt::format("{}\t{}\n", words("Sales"), words.count(report.sales_count));
  out << fmt::format("{}\t{}\n", words("Pieces sold"), words.quantity(report.items_sold));
  money(words("Gross sales"), report.gross_sales);
  money(words("Discounts"), report.discounts);
  money(words("Refunds"), report.refunds);
  money(words("Net sales"), report.net_sales);
  money(words("Profit"), report.profit);
  if (!report.tax.is_zero()) money(words("Tax"), report.tax);
  if (!report.rounding.is_zero()) money(words("Rounding"), report.rounding);
  if (!report.tips.is_zero()) money(words("Tips"), report.tips);
  if (!report.owed.is_zero()) money(words("Owed by customers"), report.owed);
  for (const ReportByMethod& row : report.by_payment) money(method_name(row.method, words), row.amount);
}

OrderedJson statement_json(const Statement& found, const Profile& profile) {
  OrderedJson json{
      {"book", book_code(found.book)},  {"from", found.from.iso()},       {"to", found.to.iso()},
      {"currency", profile.currency},   {"opening", found.opening.minor}, {"paid", found.paid.minor},
      {"closing", found.closing.minor}, {"goods", OrderedJson::array()},  {"entries", OrderedJson::array()}};
  for (const GoodsRow& row : found.goods)
    json["goods"].push_back({{"name", row.name},
                             {"taken", row.taken.thousandths},
                             {"sold", row.sold.thousandths},
                             {"given_back", row.given_back.thousandths},
                             {"lost", row.lost.thousandths},
                             {"left", row.left.thousandths},
                             {"proceeds", row.proceeds.minor},
                             {"share", row.share.minor}});
  for (const StatementLine& line : found.lines)
    json["entries"].push_back({{"date", line.entry.business_date.iso()},
                               {"kind", entry_code(line.entry.kind)},
                               {"product", line.product},
                               {"receipt", line.number},
                               {"quantity", line.entry.quantity.thousandths},
                               {"proceeds", line.entry.proceeds.minor},
                               {"amount", line.entry.amount.minor},
                               {"text", line.entry.text}});
  return json;
}

// The partner of that very name or number, else the only one that the words find. Problems: ContactUnknown.
Result<Id<Contact>> partner_argument(const Shop& shop, const std::string& text) {
  const std::vector<PartnerRow> rows = partner_rows(shop.facts(), text);
  for (const PartnerRow& row : rows)
    if (folded(row.name) == folded(text)) return row.id;
  if (rows.size() == 1) return rows.front().id;
  const auto phone = checked_phone(text, home_country_code(shop.profile().currency));
  if (phone)
    if (const auto contact = find_contact_by_phone(shop.facts(), *phone)) return contact->id;
  return refuse(ProblemCode::ContactUnknown);
}

// The day asked for, or today. Problems: NotADate.
Result<Date> day_argument(const std::string& text, Date otherwise) {
  if (text.empty()) return otherwise;
  const auto date = parse_date(text);
  if (!date) return refuse(ProblemCode::NotADate, text);
  return *date;
}

PriceListLayout layout_of(const std::string& name) {
  if (name == "cards4") return PriceListLayout::Cards4;
  if (name == "cards6") return PriceListLayout::Cards6;
  if (name == "cards9") return PriceListLayout::Cards9;
  return PriceListLayout::Table;
}

struct Days {
  Date from, to;
};

// The exit code once it was said what is wrong with them.
std::expected<Days, int> days_of(const Result<Date>& from, const Result<Date>& to, const Speech& speech) {
  if (!from) return std::unexpected(speech.say(from.error()));
  if (!to) return std::unexpected(speech.say(to.error()));
  if (*from <= *to) return Days{*from, *to};
  speech.say(speech.words("The first day is after the last."));
  return std::unexpected(kUsage);
}

int carry_out_table(const ReportRequest& request, const Shop& shop, DateRange range, const Terminal& terminal) {
  const Profile& profile = shop.profile();
  const auto part = *std::ranges::find(kReportParts, request.table, report_part_code);
  const ReportTable table = table_of(report(shop.facts(), profile, range.from, range.to),
                                     wider_report(shop.facts(), profile, range, shop.today()), part, profile.words());
  const std::string ending = request.output.extension().string();
  const auto write = [&](const std::string& bytes) { terminal.seams.files.replace(request.output, bytes); };
  if (ending == ".csv") write(table_csv(table, profile));
  if (ending == ".xlsx") write(report_xlsx(std::vector{table}, profile));
  if (ending == ".pdf") write(pdf(report_paper_of(shop.facts(), profile, range, {part}, shop.now())));
  if (request.as_json)
    terminal.out << table_json(table, part, profile).dump() << '\n';
  else if (request.output.empty())
    print_table(table, profile, terminal.out);
  return kDone;
}

}  // namespace

int carry_out_report(const ReportRequest& request, const Terminal& terminal) {
  return with_shop(request.shop, terminal, [&](Shop& shop, const Speech& speech) {
    const auto from =
        day_argument(request.from, request.to.empty() ? shop.today() : parse_date(request.to).value_or(shop.today()));
    const auto to = day_argument(request.to, request.from.empty() ? shop.today() : from.value_or(shop.today()));
    const auto days = days_of(from, to, speech);
    if (!days) return days.error();
    const Profile& profile = shop.profile();
    const std::string ending = request.output.extension().string();
    if (!request.output.empty() && ending != ".pdf" && ending != ".csv" && ending != ".xlsx") {
      speech.say(speech.words("A report is written as .pdf, .csv or .xlsx."));
      return kUsage;
    }
    const DateRange range{days->from, days->to};
    if (!request.table.empty()) return carry_out_table(request, shop, range, terminal);
    if (ending == ".pdf") {
      const Document page = days->from == days->to
                                ? end_of_day_of(shop.facts(), profile, days->from, shop.held_carts(), shop.now())
                                : range_report_of(shop.facts(), profile, days->from, days->to, shop.now());
      terminal.seams.files.replace(request.output, pdf(page));
    }
    const Report found = report(shop.facts(), profile, days->from, days->to);
    if (ending == ".csv") terminal.seams.files.replace(request.output, report_csv(found, profile));
    if (ending == ".xlsx") {
      const WiderReport wider = wider_report(shop.facts(), profile, range, shop.today());
      terminal.seams.files.replace(request.output, report_xlsx(every_table(found, wider, profile.words()), profile));
    }
    if (request.as_json)
      terminal.out << report_json(found, profile).dump() << '\n';
    else if (request.output.empty())
      print_report(found, profile, terminal.out);
    return kDone;
  });
}

int carry_out_statement(const StatementRequest& request, const Terminal& terminal) {
  return with_shop(request.shop, terminal, [&](Shop& shop, const Speech& speech) {
    const Result<Id<Contact>> partner = partner_argument(shop, request.partner);
    if (!partner) return speech.say(partner.error());
    StatementQuestion question{.partner = *partner, .book = find_book(request.book).value()};
    if (!request.from.empty() || !request.to.empty()) {
      const auto from = day_argument(request.from, Date::of(2000, 1, 1)), to = day_argument(request.to, shop.today());
      const auto days = days_of(from, to, speech);
      if (!days) return days.error();
      question.from = days->from;
      question.to = days->to;
    }
    if (!request.output.empty())
      terminal.seams.files.replace(request.output,
                                   pdf(statement_of(shop.facts(), shop.profile(), question, shop.now())));
    if (request.as_json)
      terminal.out << statement_json(statement(shop.facts(), question, shop.today()), shop.profile()).dump() << '\n';
    else if (request.output.empty())
      terminal.out << statement_text(shop.facts(), shop.profile(), question, shop.now());
    return kDone;
  });
}

int carry_out_receipt(const ReceiptRequest& request, const Terminal& terminal) {
  return with_shop(request.shop, terminal, [&](Shop& shop, const Speech& speech) {
    std::optional<Sale> sale;
    if (request.number != "last") {
      sale = find_sale(shop.facts(), request.number);
    } else if (const auto last = last_sale(shop.facts())) {
      sale = find_sale(shop.facts(), *last);
    }
    if (!sale) return speech.say(Problem{ProblemCode::SaleUnknown, {request.number}});
    const auto paper = find_receipt_paper(request.paper.empty() ? shop.profile().receipt_paper : request.paper);
    LAPAK_ASSERT(paper.has_value());  // the command line and the profile let no other through
    terminal.seams.files.replace(request.output, pdf(receipt_of(shop.facts(), shop.profile(), *sale, *paper)));
    return kDone;
  });
}

int carry_out_price_list(const PriceListRequest& request, const Terminal& terminal) {
  return with_shop(request.shop, terminal, [&](Shop& shop, const Speech& speech) {
    PriceListWish wish;
    wish.layout = layout_of(request.layout);
    if (!request.category.empty()) {
      const auto category = find_category(shop.facts(), request.category);
      if (!category) return speech.say(Problem{ProblemCode::CategoryUnknown, {request.category}});
      wish.category = category->id;
    }
    if (!request.fair.empty()) {
      wish.fair = find_fair(shop.facts(), request.fair, shop.today());
      if (!wish.fair) return speech.say(Problem{ProblemCode::FairUnknown, {request.fair}});
    }
    terminal.seams.files.replace(request.output, pdf(price_list_of(shop.facts(), shop.profile(), wish, shop.today())));
    return kDone;
  });
}

}  // namespace lapak
