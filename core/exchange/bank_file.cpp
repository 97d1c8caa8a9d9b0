// exchange: what a bank's CSV file says.
#include "core/exchange/bank_file.h"

#include <array>

#include "core/base/text.h"

namespace lapak {
namespace {

constexpr std::array fields{
    FieldName{"date", Need::Required, "date tanggal tgl transactiondate bookingdate postingdate valuta buchungstag"},
    FieldName{"text", Need::Optional, "description keterangan uraian details remark remarks berita memo narrative"},
    FieldName{"amount", Need::Optional, "amount jumlah nominal mutasi value betrag"},
    FieldName{"in", Need::Optional, "credit kredit moneyin paidin masuk cr"},
    FieldName{"out", Need::Optional, "debit debet moneyout paidout keluar db"},
    FieldName{"side", Need::Optional, "type jenis dbcr drcr dk crdb"}};

enum class Side { In, Out, Unsaid };
// Takes "CR", "DB" and the like off the end of a cell.
Side take_side(std::string_view& cell) {
  cell = trimmed(cell);
  const std::string end = folded(cell.size() < 2 ? cell : cell.substr(cell.size() - 2));
  const Side side = end == "cr" || end == "kr" ? Side::In : end == "db" || end == "dr" ? Side::Out : Side::Unsaid;
  if (side != Side::Unsaid) cell = trimmed(cell.substr(0, cell.size() - 2));
  return side;
}

class Reading {
 public:
  Reading(const Profile& profile, const CsvTable& table, const Columns& columns)
      : profile_(profile),
        table_(table),
        columns_(columns),
        zone_(profile.clock()),
        order_(date_order_of(table, columns.column("date"), DateOrder::DayFirst)) {}

  Result<BankLine> line(std::size_t row) const {
    if (table_.cell_count(row) != table_.header().size())
      return refuse(ProblemCode::CsvCellCount, static_cast<std::int64_t>(table_.cell_count(row)),
                    static_cast<std::int64_t>(table_.header().size()));
    const Result<Instant> at = parse_moment(columns_.cell(table_, row, "date"), order_, zone_);
    if (!at) return std::unexpected(at.error());
    const Result<Money> amount = amount_of(row);
    if (!amount) return std::unexpected(amount.error());
    return BankLine{.id = {},
                    .account = {},
                    .day = zone_.local(*at).date,
                    .amount = *amount,
                    .text = std::string(columns_.cell(table_, row, "text"))};
  }

 private:
  // Zero where the cell is empty.
  Result<Money> cell_amount(std::size_t row, std::string_view field, Side& side) const {
    std::string_view cell = columns_.cell(table_, row, field);
    side = take_side(cell);
    if (cell.empty()) return Money{};
    return parse_exact_money(
        cell, number_style_of(table_, columns_.column(field), profile_.money(), profile_.words().number_style()),
        profile_.money());
  }
  Result<Money> amount_of(std::size_t row) const {
    Side side = Side::Unsaid, unused = Side::Unsaid;
    if (columns_.has("amount")) {
      const Result<Money> amount = cell_amount(row, "amount", side);
      if (!amount) return amount;
      std::string_view beside = columns_.cell(table_, row, "side");
      if (side == Side::Unsaid) side = take_side(beside);
      const std::string word = folded(beside);
      if (side == Side::Unsaid && (word.starts_with("d") || word.starts_with("keluar"))) side = Side::Out;
      return side == Side::Out ? -magnitude(*amount) : *amount;
    }
    const Result<Money> in = cell_amount(row, "in", unused), out = cell_amount(row, "out", unused);
    if (!in) return in;
    if (!out) return out;
    return magnitude(*in) - magnitude(*out);
  }

  const Profile& profile_;
  const CsvTable& table_;
  const Columns& columns_;
  Zone zone_;
  DateOrder order_;
};

}  // namespace

Result<ImportPlan<ImportBank>> plan_bank(const Profile& profile, const CsvTable& table, const ColumnChoice& choice,
                                         const std::string& account) {
  const Result<Columns> columns = Columns::find(table, fields, choice);
  if (!columns) return std::unexpected(columns.error());
  if (!columns->has("amount") && !columns->has("in") && !columns->has("out"))
    return refuse(ProblemCode::CsvColumnMissing, std::string("amount"));
  ImportPlan<ImportBank> plan{.counts = {}, .command = {.account = account, .lines = {}}};
  const Reading reading(profile, table, *columns);
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    Result<BankLine> line = reading.line(row);
    if (!line)
      plan.counts.refused.push_back({table.number(row), line.error()});
    else if (!line->amount.is_zero())
      plan.command.lines.push_back(*std::move(line));
  }
  plan.counts.new_rows = std::ssize(plan.command.lines);
  return plan;
}

}  // namespace lapak
