// cli: reads the arguments of `lapak material`, `recipe`, `batch` and `cost`.
#include <CLI/CLI.hpp>

#include "app/cli/making.h"

namespace lapak {
namespace {

struct Verb {
  CLI::App* app;
  MakingRequest& request;
  CLI::App* act(const char* name, const char* says, MakingAct chosen) const {
    auto* sub = app->add_subcommand(name, says);
    sub->callback([&made = request, chosen] { made.act = chosen; });
    sub->add_flag("--json", request.as_json);
    return sub;
  }
};

Verb add_verb(CLI::App& program, MakingRequest& request, const char* name, const char* says) {
  auto* verb = program.add_subcommand(name, says);
  verb->add_option("SHOP", request.shop)->required();
  verb->require_subcommand(1);
  return {verb, request};
}

constexpr const char* units = "piece, g, kg, ml, l, cm, m, cm2, m2, sheet";

void add_material(const Verb& verb) {
  MakingRequest& request = verb.request;
  auto* save = verb.act("save", "make a material, or change it, and print its id", MakingAct::SaveMaterial);
  save->add_option("NAME", request.name)->required();
  save->add_option("--unit", request.unit, units);
  save->add_option("--bought", request.bought_in, "the unit it is bought in; the same if not said");
  save->add_option("--holds", request.holds, "how many units one bought is, where the two measure different things");
  save->add_option("--supplier", request.supplier, "a name; a new one becomes a contact");
  save->add_option("--low", request.low, "from how few on it is low");
  verb.act("hide", "it is used no more", MakingAct::HideMaterial)->add_option("NAME", request.name)->required();
  verb.act("list", "what is there, and what it is worth", MakingAct::Materials);
  auto* buy = verb.act("buy", "write a purchase down, and print its id", MakingAct::Buy);
  buy->add_option("LINES", request.lines, "NAME:QUANTITY[UNIT]:PRICE[:EXPIRES], as in Wax:2kg:96000:2027-05-01")
      ->required()
      ->expected(1, -1);
  buy->add_option("--supplier", request.supplier, "a name; a new one becomes a contact");
  buy->add_option("--shipping", request.shipping, "shared out over the lines");
  buy->add_option("--by", request.share_by, "value or weight")->check(CLI::IsMember({"value", "weight"}));
  buy->add_option("--weight", request.weights, "NAME:GRAMS of what is not bought by weight")->expected(1, -1);
  buy->add_option("--on", request.day, "2026-11-22; the current day if not said");
  verb.act("purchases", "what was bought, the newest first", MakingAct::Purchases);
  verb.act("take-back", "a purchase never was", MakingAct::TakeBackPurchase)->add_option("ID", request.id)->required();
  auto* move = verb.act("move", "what was there before, got lost, or was used for oneself", MakingAct::MoveMaterial);
  move->add_option("KIND", request.kind)->required()->check(CLI::IsMember({"opening", "lost", "own_use"}));
  move->add_option("NAME", request.name)->required();
  move->add_option("QUANTITY", request.quantity, "QUANTITY[UNIT]")->required();
  move->add_option("--value", request.amount, "what it is worth, of opening");
  auto* count = verb.act("count", "what was counted is there", MakingAct::CountMaterial);
  count->add_option("NAME", request.name)->required();
  count->add_option("QUANTITY", request.quantity, "QUANTITY[UNIT]")->required();
  verb.act("moves", "what came and went of a material, the newest first", MakingAct::MaterialMoves)
      ->add_option("NAME", request.name)
      ->required();
  verb.act("shopping", "what to buy for the plans, and of what is low", MakingAct::Shopping);
}

void made_of(CLI::App* sub, MakingRequest& request) {
  auto* product = sub->add_option("--product", request.product, "its code");
  sub->add_option("--material", request.material, "one that is made, by its name")->excludes(product);
}

void add_recipe(const Verb& verb) {
  MakingRequest& request = verb.request;
  auto* save = verb.act("save", "write how something is made", MakingAct::SaveRecipe);
  made_of(save, request);
  save->add_option("--use", request.lines, "NAME:QUANTITY[UNIT][:WASTE in percent], as in Wax:200g:5")->expected(1, -1);
  save->add_option("--yield", request.yield, "how many come of it; 1 if not said");
  save->add_option("--minutes", request.minutes, "of work, for all of them");
  save->add_option("--other", request.other, "another cost, for all of them");
  save->add_option("--ready-after", request.ready_after, "days of curing or drying")->check(CLI::Range(0, 3'650));
  save->add_option("--best-before", request.best_before_days, "how many days it keeps")->check(CLI::Range(0, 3'650));
  made_of(verb.act("show", "a recipe, and what it comes to", MakingAct::ShowRecipe), request);
  made_of(verb.act("remove", "it is made so no more", MakingAct::RemoveRecipe), request);
  verb.act("list", "all recipes, and what a piece costs by them", MakingAct::Recipes);
}

void add_batch(const Verb& verb) {
  MakingRequest& request = verb.request;
  auto* plan = verb.act("plan", "plan a batch, keep its materials for it, and print its id", MakingAct::Plan);
  plan->add_option("QUANTITY", request.quantity)->required();
  made_of(plan, request);
  plan->add_option("--on", request.day, "2026-12-05; the current day if not said");
  plan->add_option("--order", request.order, "the number of the order it is for");
  plan->add_flag("--keep-free", request.keeps_free, "materials stay free for others");
  verb.act("call-off", "a plan comes to nothing", MakingAct::CallOff)->add_option("ID", request.id)->required();
  verb.act("plans", "what is to be made", MakingAct::Plans);
  auto* make = verb.act("make", "a batch was made: by its recipe, but for what is said; print its id", MakingAct::Make);
  make->add_option("QUANTITY", request.quantity, "the failed ones included")->required();
  made_of(make, request);
  make->add_option("--plan", request.plan, "the id of the plan it carries out");
  make->add_option("--rejects", request.rejects, "how many failed");
  make->add_option("--minutes", request.minutes, "of work");
  make->add_option("--use", request.lines, "NAME:QUANTITY[UNIT] that was really used, in place of the recipe's")
      ->expected(1, -1);
  make->add_option("--other", request.other, "another cost");
  make->add_option("--lot", request.lot, "its number; the day's next if not said");
  make->add_option("--ready", request.ready_from, "the day from which it can be sold");
  make->add_option("--best-before", request.best_before);
  make->add_option("--on", request.day, "2026-11-22; the current day if not said");
  verb.act("take-back", "a batch never was", MakingAct::TakeBackBatch)->add_option("ID", request.id)->required();
  verb.act("list", "what was made, the newest first", MakingAct::Batches);
  verb.act("next", "what to make: what sells, what is ordered, what the coming fair will want", MakingAct::Next);
  verb.act("possible", "what can be made of what is there", MakingAct::Possible);
}

void add_cost(const Verb& verb) {
  MakingRequest& request = verb.request;
  auto* rules = verb.act("rules", "how the shop reckons; what is not said stays", MakingAct::SaveRules);
  rules->add_option("--wage", request.wage, "of an hour");
  rules->add_option("--overhead", request.overhead, "percent of materials and work");
  rules->add_option("--overhead-hour", request.overhead_hour, "an amount for each hour of work");
  rules->add_option("--rule", request.rule, "times, margin or wage")->check(CLI::IsMember({"times", "margin", "wage"}));
  rules->add_option("--factor", request.factor, "of the rule times: 2.5");
  rules->add_option("--margin", request.margin, "of the rule margin: percent of the price");
  rules->add_option("--wanted-wage", request.wanted_wage, "of the rule wage: of an hour");
  rules->add_option("--wholesale", request.wholesale, "percent of the suggested price");
  rules->add_option("--step", request.step, "prices are rounded up to it");
  verb.act("show-rules", "how the shop reckons", MakingAct::Rules);
  verb.act("show", "what a product costs to make, and what to sell it for", MakingAct::Cost)
      ->add_option("CODE", request.product)
      ->required();
  verb.act("list", "the same of all products with a recipe", MakingAct::Costs);
  verb.act("below", "what is sold below its cost", MakingAct::BelowCost);
}

}  // namespace

std::vector<CLI::App*> add_making_verbs(CLI::App& program, MakingRequest& request) {
  const Verb material = add_verb(program, request, "material", "what things are made of: bought, counted, used");
  const Verb recipe = add_verb(program, request, "recipe", "how things are made");
  const Verb batch = add_verb(program, request, "batch", "plan what to make, and write down what was made");
  const Verb cost = add_verb(program, request, "cost", "what things cost to make, and what to sell them for");
  add_material(material);
  add_recipe(recipe);
  add_batch(batch);
  add_cost(cost);
  return {material.app, recipe.app, batch.app, cost.app};
}

}  // namespace lapak
