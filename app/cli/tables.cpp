// cli: tables in and out.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/speech.h"
#include "core/exchange/dialect_export.h"
#include "core/exchange/export.h"
#include "core/exchange/import.h"
#include "core/exchange/postings.h"
#include "core/exchange/sales_form.h"
#include "core/exchange/xlsx.h"
#include "core/report/accounts.h"
#include "core/safety/backup.h"
#include "core/words/sentences.h"

namespace lapak {
namespace {

using OrderedJson = nlohmann::ordered_json;

void print_counts(const ImportCounts& counts, const ImportRequest& request, const Speech& speech, std::ostream& out) {
  const std::string_view row_says = speech.words("Row {0}: {1}");
  OrderedJson refused = OrderedJson::array();
  for (const RefusedRow& row : counts.refused) {
    const std::string reason = sentence(row.reason, speech.words, speech.currency);
    speech.say(fmt::format(fmt::runtime(row_says), row.row, reason));
    if (request.as_json) refused.push_back({{"row", row.row}, {"reason", reason}});
  }
  for (const std::int64_t row : counts.garbled)
    speech.say(fmt::format(
        fmt::runtime(speech.words("Row {}: its letters were spoilt on the way. Export the list again as UTF-8.")),
        row));
  if (request.as_json) {
    out << OrderedJson{{"new", counts.new_rows},   {"changed", counts.changed_rows},
                       {"same", counts.same_rows}, {"left_out", counts.left_out},
                       {"refused", refused},       {"dry_run", request.is_dry_run}}
               .dump()
        << '\n';
    return;
  }
  out << fmt::format("new\t{}\nchanged\t{}\nsame\t{}\nleft out\t{}\nrefused\t{}\n", counts.new_rows,
                     counts.changed_rows, counts.same_rows, counts.left_out.size(), counts.refused.size());
}

// A list that comes in two plans is copied for before the first.
enum class CopyFirst { No, Yes };

// Says what the plan found and, unless rows were refused or it is only tried, carries it out.
template <class ItsCommand>
int finish_import(Result<ImportPlan<ItsCommand>> plan, Shop& shop, const ImportRequest& request, const Speech& speech,
                  std::ostream& out, CopyFirst copy_first = CopyFirst::Yes) {
  if (!plan) return speech.say(plan.error());
  const ImportCounts& counts = plan->counts;
  if (counts.refused.empty() && !request.is_dry_run && !plan->is_empty()) {
    if (copy_first == CopyFirst::Yes)
      if (const auto copy = copy_before_import(shop.path(), shop.profile().clock().local(shop.now())); !copy)
        return speech.say(copy.error());
    if (const auto outcome = shop.execute(std::move(plan->command)); !outcome) return speech.say(outcome.error());
  }
  print_counts(counts, request, speech, out);
  if (counts.refused.empty()) return kDone;
  return speech.say(Problem{ProblemCode::CsvBadRows, {static_cast<std::int64_t>(counts.refused.size())}});
}

bool is_vcard(const std::filesystem::path& file) {
  const std::string ending = file.extension().string();
  return ending == ".vcf" || ending == ".VCF" || ending == ".vcard";
}

}  // namespace

int carry_out_import(const ImportRequest& request, const Terminal& terminal) {
  return with_shop(request.shop, terminal, [&](Shop& shop, const Speech& speech) {
    constexpr std::uint64_t largest_file_bytes = 1u << 30;
    const auto bytes = terminal.seams.files.read(request.file, largest_file_bytes);
    if (!bytes) return speech.say(Problem{ProblemCode::FileMissing, {request.file.string()}});
    if ((request.table == "contacts" || request.table == "customers") && is_vcard(request.file))
      return finish_import(plan_vcards(shop.facts(), shop.profile(), *bytes), shop, request, speech, terminal.out);
    const auto table = CsvTable::read(*bytes);
    if (!table) return speech.say(table.error());
    const auto choice = parse_column_choice(request.columns);
    if (!choice) return speech.say(choice.error());
    const Database& facts = shop.facts();
    const Profile& profile = shop.profile();
    if (request.table == "products") {
      if (const std::string_view program = dialect_name(dialect_of(*table)); !program.empty())
        speech.say(fmt::format(fmt::runtime(speech.words("A list from {}.")), program));
      IdSource ids(terminal.seams.clock, terminal.seams.random);
      return finish_import(plan_products(facts, profile, ids, *table, *choice), shop, request, speech, terminal.out);
    }
    if (request.table == "goods") {
      if (request.share < 0 || request.share > 100) return speech.say(Problem{ProblemCode::ShareOutOfRange, {}});
      // First the products, then whose they are.
      IdSource ids(terminal.seams.clock, terminal.seams.random);
      const int products = finish_import(plan_products(facts, profile, ids, *table, *choice, ListedPieces::OfOwners),
                                         shop, request, speech, terminal.out);
      if (products != kDone || request.is_dry_run) return products;
      return finish_import(plan_goods(facts, profile, *table, *choice, request.share * 100), shop, request, speech,
                           terminal.out, CopyFirst::No);
    }
    if (request.table == "contacts" || request.table == "customers")
      return finish_import(plan_customers(facts, profile, *table, *choice), shop, request, speech, terminal.out);
    if (const std::string_view program = dialect_name(program_of(sales_form_of(*table))); !program.empty())
      speech.say(fmt::format(fmt::runtime(speech.words("A list from {}.")), program));
    return finish_import(plan_sales(facts, profile, *table, *choice), shop, request, speech, terminal.out);
  });
}

int carry_out_export(const ExportRequest& request, const Terminal& terminal) {
  return with_shop(request.shop, terminal, [&](Shop& shop, const Speech&) {
    if (request.table == "ledger") {
      const auto all = bookings(shop.facts(), shop.profile(), Date{}, Date::of(9999, 12, 31));
      const auto ending = request.output.extension();
      terminal.seams.files.replace(request.output, ending == ".csv"    ? postings_csv(all, shop.profile())
                                                   : ending == ".xlsx" ? postings_xlsx(all, shop.profile())
                                                                       : ledger_text(all, shop.profile().money()));
      return kDone;
    }
    if (const auto dialect = find_dialect(request.table)) {
      terminal.seams.files.replace(request.output, goods_csv(shop.facts(), shop.profile(), *dialect));
      return kDone;
    }
    if (request.table == "everything") {
      terminal.seams.files.replace(request.output, export_xlsx(shop.facts(), shop.profile()));
      return kDone;
    }
    const auto table = find_export_table(request.table);
    LAPAK_ASSERT(table.has_value());  // the command line lets no other through
    const bool as_cards = *table == ExportTable::Customers && is_vcard(request.output);
    const bool as_workbook = request.output.extension() == ".xlsx";
    terminal.seams.files.replace(request.output, as_cards      ? export_vcards(shop.facts())
                                                 : as_workbook ? export_xlsx(shop.facts(), shop.profile(), *table)
                                                               : export_csv(shop.facts(), shop.profile(), *table));
    return kDone;
  });
}

}  // namespace lapak
