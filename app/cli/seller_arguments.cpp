// cli: reads the arguments of `lapak seller` and `lapak journal`.
#include <CLI/CLI.hpp>

#include "app/cli/sellers.h"
#include "core/journal/rights.h"

namespace lapak {

CLI::App* add_seller_verb(CLI::App& program, SellerRequest& request) {
  auto* verb = program.add_subcommand("seller", "who sells, and what each may do without the owner");
  verb->add_option("SHOP", request.shop)->required();
  verb->require_subcommand(1);
  auto* list = verb->add_subcommand("list", "who sells");
  list->callback([&request] { request.act = SellerAct::List; });
  list->add_flag("--json", request.as_json);
  auto* save = verb->add_subcommand("save", "add somebody, or change what is said of the one of that name");
  save->callback([&request] { request.act = SellerAct::Save; });
  save->add_option("NAME", request.name)->required();
  save->add_option("--role", request.role)->check(CLI::IsMember({"owner", "helper"}));
  save->add_option("--pin", request.pin, "four digits, or - for none");
  save->add_option("--discount", request.discount_percent, "percent under the list without asking")
      ->check(CLI::Range(0, 100));
  std::vector<std::string> codes;
  for (const Right right : kRights) codes.emplace_back(right_code(right));
  save->add_option("--may", request.rights, "all that a helper may: a list, or \"\" for nothing")
      ->delimiter(',')
      ->check(CLI::IsMember(codes) | CLI::IsMember({std::string()}));
  save->add_flag("--json", request.as_json);
  return verb;
}

CLI::App* add_journal_verb(CLI::App& program, JournalRequest& request) {
  auto* verb = program.add_subcommand("journal", "who did what, in words, the newest last");
  verb->add_option("SHOP", request.shop)->required();
  verb->add_option("--who", request.who, "only what this seller did");
  verb->add_option("--about", request.group)
      ->check(CLI::IsMember({"sales", "money", "goods", "people", "orders", "fairs", "settings"}));
  verb->add_option("--from", request.from, "a day, 2026-11-22");
  verb->add_option("--to", request.to, "and the last");
  verb->add_option("--most", request.most, "so many of the newest")->check(CLI::Range(1, 1'000'000));
  verb->add_option("-o,--output", request.output, "as a CSV file");
  verb->add_flag("--json", request.as_json);
  return verb;
}

}  // namespace lapak
