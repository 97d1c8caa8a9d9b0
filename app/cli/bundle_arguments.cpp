// cli: reads the arguments of `lapak bundle`.
#include <CLI/CLI.hpp>

#include "app/cli/bundles.h"

namespace lapak {

CLI::App* add_bundle_verb(CLI::App& program, BundleRequest& request) {
  auto* verb = program.add_subcommand("bundle", "any so many pieces for one price");
  verb->add_option("SHOP", request.shop)->required();
  verb->require_subcommand(1);
  const auto act = [&](const char* name, const char* says, BundleAct chosen) {
    auto* sub = verb->add_subcommand(name, says);
    sub->callback([&request, chosen] { request.act = chosen; });
    sub->add_flag("--json", request.as_json);
    if (chosen != BundleAct::List) sub->add_option("NAME", request.name)->required();
    return sub;
  };
  act("list", "the bundles there are", BundleAct::List);
  auto* save = act("save", "make a bundle, or change what is said of the one of that name", BundleAct::Save);
  save->add_option("--pieces", request.pieces, "any so many");
  save->add_option("--price", request.price, "what they cost together");
  auto* category = save->add_option("--category", request.category, "of all its goods");
  save->add_option("--items", request.items, "or of these: codes; one that varies stands for all its variants")
      ->delimiter(',')
      ->excludes(category);
  act("stop", "use it no more", BundleAct::Stop);
  act("start", "use it again", BundleAct::Start);
  return verb;
}

}  // namespace lapak
