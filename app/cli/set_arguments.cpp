// cli: reads the arguments of `lapak set`.
#include <CLI/CLI.hpp>

#include "app/cli/sets.h"

namespace lapak {

CLI::App* add_set_verb(CLI::App& program, SetRequest& request) {
  auto* verb = program.add_subcommand("set", "items that are made of others and sold as one");
  verb->add_option("SHOP", request.shop)->required();
  verb->require_subcommand(1);
  const auto act = [&](const char* name, const char* says, SetAct chosen) {
    auto* sub = verb->add_subcommand(name, says);
    sub->callback([&request, chosen] { request.act = chosen; });
    sub->add_flag("--json", request.as_json);
    return sub;
  };
  act("list", "the sets there are, and how many their parts make", SetAct::List);
  auto* save = act("save", "make a set, or say anew what the item of that code is made of", SetAct::Save);
  save->add_option("CODE", request.code)->required();
  save->add_option("--part", request.parts, "CODE[:QUANTITY] in each")->required()->expected(1, -1);
  save->add_option("--name", request.name, "of a new one");
  save->add_option("--price", request.price);
  auto* dozen = act("dozen", "sell an item by the dozen too, from the same stock", SetAct::Dozen);
  dozen->add_option("OF", request.of, "the code of the item")->required();
  dozen->add_option("CODE", request.code, "of the dozen")->required();
  dozen->add_option("--pieces", request.pieces, "where a dozen is not twelve")->check(CLI::Range(2, 10'000));
  dozen->add_option("--name", request.name);
  dozen->add_option("--price", request.price, "else as many times the price of one");
  act("undo", "an item is no set any more", SetAct::Undo)->add_option("CODE", request.code)->required();
  return verb;
}

}  // namespace lapak
