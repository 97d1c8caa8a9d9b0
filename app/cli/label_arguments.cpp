// cli: reads the arguments of `lapak labels` and `lapak code`.
#include <CLI/CLI.hpp>

#include "app/cli/labels.h"

namespace lapak {
namespace {

struct Verb {
  CLI::App* app;
  LabelRequest& request;
  CLI::App* act(const char* name, const char* says, LabelAct chosen) const {
    auto* sub = app->add_subcommand(name, says);
    sub->callback([&made = request, chosen] { made.act = chosen; });
    sub->add_flag("--json", request.as_json);
    return sub;
  }
};

Verb add_verb(CLI::App& program, LabelRequest& request, const char* name, const char* says) {
  auto* verb = program.add_subcommand(name, says);
  verb->add_option("SHOP", request.shop)->required();
  verb->require_subcommand(1);
  return {verb, request};
}

constexpr const char* which_sheet = "a4-3x7, a4-2x7, a4-5x13, letter-3x10, roll-50x30, roll-40x30, or one of your own";

void add_printed(CLI::App* sub, LabelRequest& request) {
  sub->add_option("--code", request.code, "none, bars or story")->check(CLI::IsMember({"none", "bars", "story"}));
  sub->add_option("--print", request.parts,
                  "name, price, maker, material, care, net_content, allergens, ingredients, registrations, lot, "
                  "best_before")
      ->delimiter(',')
      ->check(CLI::IsMember({"name", "price", "maker", "material", "care", "net_content", "allergens", "ingredients",
                             "registrations", "lot", "best_before"}));
}

void add_printing(const Verb& verb) {
  LabelRequest& request = verb.request;
  auto* print = verb.act("print", "labels as a PDF; what does not fit is said", LabelAct::Print);
  print->add_option("FILE", request.output)->required();
  print->add_option("LINES", request.lines, "CODE[:COPIES], as in TAS-01:3");
  print->add_option("--sheet", request.sheet, which_sheet);
  print->add_option("--start", request.start, "the first free label, from 1, row by row");
  print->add_flag("--stock", request.in_stock, "as many as are in stock, of all items where none is named");
  print->add_option("--batch", request.batch, "the id or the lot of a batch: as many as it made, with its lot");
  add_printed(print, request);
  auto* cards = verb.act("cards", "cards with the picture, the story and how to keep it", LabelAct::Cards);
  cards->add_option("FILE", request.output)->required();
  cards->add_option("CODES", request.lines)->required()->expected(1, -1);
  cards->add_option("--paper", request.paper, "a6, or a4 with four of them")->check(CLI::IsMember({"a6", "a4"}));
  auto* ruler = verb.act("ruler", "a test page to see how far the printer is off", LabelAct::Ruler);
  ruler->add_option("FILE", request.output)->required();
  ruler->add_option("--sheet", request.sheet, which_sheet);
}

void add_sheets(const Verb& verb) {
  LabelRequest& request = verb.request;
  verb.act("sheets", "the sheets there are", LabelAct::Sheets);
  auto* save = verb.act("save-sheet", "make a sheet of your own, as a copy, or change it", LabelAct::SaveSheet);
  save->add_option("NAME", request.name)->required();
  save->add_option("--from", request.copied_from, "of a new one: the sheet it is a copy of");
  save->add_option("--paper", request.paper_size, "WIDTHxHEIGHT in millimetres");
  save->add_option("--columns", request.columns);
  save->add_option("--rows", request.rows);
  save->add_option("--size", request.size, "of a label: WIDTHxHEIGHT");
  save->add_option("--margin", request.margin, "of the first label: LEFTxTOP");
  save->add_option("--gap", request.gap, "between labels: ACROSSxDOWN");
  save->add_flag("--roll", request.is_roll, "a roll: a page is one label");
  add_printed(save, request);
  verb.act("hide-sheet", "a sheet of your own is used no more", LabelAct::HideSheet)
      ->add_option("NAME", request.name)
      ->required();
  auto* nudge = verb.act("nudge", "move the labels of a sheet on its paper", LabelAct::Nudge);
  nudge->add_option("SHEET", request.sheet, which_sheet)->required();
  nudge->add_option("MOVE", request.nudge, "RIGHTxDOWN in millimetres, as in 1.5x-0.5")->required();
}

void add_facts(const Verb& verb) {
  LabelRequest& request = verb.request;
  verb.act("facts", "what the labels of a product say", LabelAct::Facts)
      ->add_option("CODE", request.product)
      ->required();
  auto* save = verb.act("save-facts", "change what its labels say; an empty text clears it", LabelAct::SaveFacts);
  save->add_option("CODE", request.product)->required();
  const auto text = [&](const char* option, std::string& into, const char* says) {
    save->add_option(option, into, says)->each([&said = request.said, name = std::string(option + 2)](const auto&) {
      said.push_back(name);
    });
  };
  text("--material", request.material, "of what it is");
  text("--care", request.care, "how it wants to be kept");
  text("--ingredients", request.ingredients, "in place of what the recipe says");
  text("--allergens", request.allergens, "what may harm somebody");
  text("--net", request.net, "250 g");
  text("--registrations", request.registrations, "P-IRT, BPOM, halal: a line each");
  text("--link", request.link, "where its story can be read");
}

}  // namespace

std::vector<CLI::App*> add_label_verbs(CLI::App& program, LabelRequest& request) {
  const Verb labels = add_verb(program, request, "labels", "labels, sheets and story cards");
  add_printing(labels);
  add_sheets(labels);
  add_facts(labels);
  const Verb code = add_verb(program, request, "code", "bar codes of the in-store range");
  auto* give = code.act("give", "give barcodes to items that have none, and print them", LabelAct::GiveCodes);
  auto* codes = give->add_option("CODES", request.lines);
  give->add_flag("--all", request.all, "to all")->excludes(codes);
  code.act("list", "all items with their code and barcode", LabelAct::Codes);
  return {labels.app, code.app};
}

}  // namespace lapak
