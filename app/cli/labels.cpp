// cli: labels, sheets, story cards, bar codes.
#include "app/cli/labels.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

#include "app/cli/rows.h"
#include "app/cli/speech.h"
#include "core/catalog/label_store.h"
#include "core/catalog/product_store.h"
#include "core/making/batch_store.h"
#include "core/paper/pdf.h"
#include "core/shop/label_papers.h"
#include "core/words/sentences.h"

namespace lapak {
namespace {

using OrderedJson = nlohmann::ordered_json;

Result<Product> product_named(const Shop& shop, const std::string& code) {
  const std::optional<Product> product = find_product_by_code(shop.facts(), code);
  if (!product) return refuse(ProblemCode::ProductUnknown, code);
  return *product;
}

Result<LabelSheet> sheet_named(const Shop& shop, const std::string& name) {
  const std::optional<LabelSheet> sheet = find_label_sheet(shop.facts(), std::string_view(name));
  if (!sheet) return refuse(ProblemCode::LabelSheetUnknown, name);
  return *sheet;
}

// "63.5x38.1", each with its sign, in micrometres. Problems: NotAQuantity.
Result<std::pair<int, int>> millimetres_argument(const std::string& typed) {
  const auto cross = typed.find('x');
  const auto one = [&](std::string part) -> std::optional<int> {
    const bool is_negative = part.starts_with('-');
    if (is_negative) part.erase(0, 1);
    const Result<Quantity> read = parse_quantity(part, NumberStyle::PointDecimal);
    if (!read || read->thousandths > 1'000'000) return std::nullopt;
    return static_cast<int>(is_negative ? -read->thousandths : read->thousandths);
  };
  if (cross == std::string::npos) return refuse(ProblemCode::NotAQuantity, typed);
  const auto across = one(typed.substr(0, cross)), down = one(typed.substr(cross + 1));
  if (!across || !down) return refuse(ProblemCode::NotAQuantity, typed);
  return std::pair(*across, *down);
}

void take_printed(const LabelRequest& request, LabelSheet& sheet) {
  if (!request.code.empty()) sheet.code = find_label_code(request.code).value();
  if (request.parts.empty()) return;
  sheet.parts.clear();
  for (const std::string& name : request.parts) sheet.parts.push_back(find_label_part(name).value());
}

Result<void> take_measures(const LabelRequest& request, LabelSheet& sheet) {
  const auto pair = [](const std::string& typed, int& across, int& down) -> Result<void> {
    if (typed.empty()) return {};
    const auto read = millimetres_argument(typed);
    if (!read) return std::unexpected(read.error());
    std::tie(across, down) = *read;
    return {};
  };
  for (const Result<void>& taken :
       {pair(request.paper_size, sheet.paper_width_um, sheet.paper_height_um),
        pair(request.size, sheet.width_um, sheet.height_um), pair(request.margin, sheet.left_um, sheet.top_um),
        pair(request.gap, sheet.gap_x_um, sheet.gap_y_um)})
    if (!taken) return taken;
  if (request.columns > 0) sheet.columns = request.columns;
  if (request.rows > 0) sheet.rows = request.rows;
  if (request.is_roll) sheet.is_roll = true;
  take_printed(request, sheet);
  return {};
}

// The sheet of that name as it should be; a new one is a copy.
Result<LabelSheet> edited_sheet(const Shop& shop, const LabelRequest& request) {
  Result<LabelSheet> sheet = sheet_named(shop, request.name);
  if (!sheet) {
    sheet = sheet_named(shop, request.copied_from);
    if (!sheet) return sheet;
    sheet->id = {};
    sheet->name = request.name;
  }
  if (const Result<void> taken = take_measures(request, *sheet); !taken) return std::unexpected(taken.error());
  return sheet;
}

Result<LabelSheet> changed_sheet(const Shop& shop, const LabelRequest& request) {
  if (request.act == LabelAct::SaveSheet) return edited_sheet(shop, request);
  Result<LabelSheet> sheet = sheet_named(shop, request.act == LabelAct::Nudge ? request.sheet : request.name);
  if (!sheet) return sheet;
  if (request.act == LabelAct::HideSheet) {
    sheet->hidden = true;
    return sheet;
  }
  const auto move = millimetres_argument(request.nudge);
  if (!move) return std::unexpected(move.error());
  std::tie(sheet->nudge_x_um, sheet->nudge_y_um) = *move;
  return sheet;
}

LabelFacts edited_facts(const LabelRequest& request, LabelFacts facts) {
  const auto take = [&](std::string_view option, const std::string& typed, std::string& into) {
    if (std::ranges::find(request.said, option) != request.said.end()) into = typed;
  };
  take("material", request.material, facts.material);
  take("care", request.care, facts.care);
  take("ingredients", request.ingredients, facts.ingredients);
  take("allergens", request.allergens, facts.allergens);
  take("net", request.net, facts.net_content);
  take("registrations", request.registrations, facts.registrations);
  take("link", request.link, facts.story_link);
  return facts;
}

Result<BatchRow> batch_named(const Shop& shop, const std::string& named) {
  for (const BatchRow& row : batches(shop.facts(), std::numeric_limits<int>::max()))
    if (row.id.text() == named || row.lot == named) return row;
  return refuse(ProblemCode::BatchUnknown);
}

// Each product with its variants; "CODE:3" of each three.
Result<std::vector<LabelWish::Line>> lines_of(const Shop& shop, const LabelRequest& request) {
  if (request.lines.empty() && request.in_stock) return lines_in_stock(shop.facts(), {});
  std::vector<LabelWish::Line> all;
  for (const std::string& argument : request.lines) {
    std::string code = argument;
    std::optional<std::int64_t> copies;
    if (!find_product_by_code(shop.facts(), code))
      if (const auto colon = argument.rfind(':'); colon != std::string::npos) {
        code = argument.substr(0, colon);
        const Result<Quantity> read = parse_quantity(argument.substr(colon + 1), NumberStyle::PointDecimal);
        if (!read) return std::unexpected(read.error());
        copies = read->thousandths / 1'000;
      }
    const Result<Product> product = product_named(shop, code);
    if (!product) return std::unexpected(product.error());
    for (LabelWish::Line line : lines_in_stock(shop.facts(), {product->id})) {
      if (copies || !request.in_stock) line.copies = copies.value_or(1);
      all.push_back(line);
    }
  }
  return all;
}

Result<LabelWish> wish_of(const Shop& shop, const LabelRequest& request) {
  Result<LabelSheet> sheet = sheet_named(shop, request.sheet);
  if (!sheet) return std::unexpected(sheet.error());
  take_printed(request, *sheet);
  LabelWish wish{.sheet = *sheet, .first = request.start - 1, .lines = {}, .batch = {}};
  if (!request.batch.empty()) {
    const Result<BatchRow> batch = batch_named(shop, request.batch);
    if (!batch) return std::unexpected(batch.error());
    wish.batch = batch->id;
  }
  Result<std::vector<LabelWish::Line>> lines =
      wish.batch && request.lines.empty() ? lines_of_batch(shop.facts(), *wish.batch) : lines_of(shop, request);
  if (!lines) return std::unexpected(lines.error());
  wish.lines = std::move(*lines);
  return wish;
}

Result<void> print(const Shop& shop, const LabelRequest& request, const Terminal& terminal) {
  const Result<LabelWish> wish = wish_of(shop, request);
  if (!wish) return std::unexpected(wish.error());
  const Result<FilledLabels> labels = labels_of(shop.facts(), shop.profile(), *wish, shop.now());
  if (!labels) return std::unexpected(labels.error());
  terminal.seams.files.replace(request.output, pdf(labels->document));
  OrderedJson said = OrderedJson::array();
  for (const LabelWarning& warning : labels->warnings) said.push_back(label_warning(warning, shop.profile().words()));
  if (request.as_json) {
    terminal.out
        << OrderedJson{{"labels", labels->labels}, {"pages", labels->document.pages.size()}, {"warnings", said}}.dump()
        << '\n';
    return {};
  }
  for (const OrderedJson& sentence : said) terminal.err << sentence.get<std::string>() << '\n';
  return {};
}

Result<void> print_cards(const Shop& shop, const LabelRequest& request, const Terminal& terminal) {
  std::vector<Id<Product>> products;
  for (const std::string& code : request.lines) {
    const Result<Product> product = product_named(shop, code);
    if (!product) return std::unexpected(product.error());
    products.push_back(product->id);
  }
  const CardPaper paper = request.paper == "a4" ? CardPaper::FourOnA4 : CardPaper::A6;
  terminal.seams.files.replace(request.output,
                               pdf(story_cards_of(shop.facts(), shop.profile(), products, paper, shop.now())));
  return {};
}

OrderedJson sheets_json(const Shop& shop) {
  OrderedJson all = OrderedJson::array();
  for (const LabelSheet& sheet : label_sheets(shop.facts())) {
    OrderedJson parts = OrderedJson::array();
    for (const LabelPart part : sheet.parts) parts.push_back(label_part_code(part));
    const auto code = built_in_code(sheet.id);
    all.push_back({{"sheet", code.empty() ? std::string_view(sheet.name) : code},
                   {"name", label_sheet_name(sheet, shop.profile().words())},
                   {"roll", sheet.is_roll},
                   {"paper_width_um", sheet.paper_width_um},
                   {"paper_height_um", sheet.paper_height_um},
                   {"columns", sheet.columns},
                   {"rows", sheet.rows},
                   {"width_um", sheet.width_um},
                   {"height_um", sheet.height_um},
                   {"left_um", sheet.left_um},
                   {"top_um", sheet.top_um},
                   {"gap_x_um", sheet.gap_x_um},
                   {"gap_y_um", sheet.gap_y_um},
                   {"nudge_x_um", sheet.nudge_x_um},
                   {"nudge_y_um", sheet.nudge_y_um},
                   {"code", label_code_code(sheet.code)},
                   {"print", parts}});
  }
  return {{"sheets", all}};
}

OrderedJson facts_json(const Shop& shop, const Product& product) {
  const LabelFacts facts = label_facts_of(shop.facts(), product);
  return {{"name", label_of(product)},
          {"material", facts.material},
          {"care", facts.care},
          {"ingredients", facts.ingredients.empty() ? ingredients_of(shop.facts(), product) : facts.ingredients},
          {"from_recipe", facts.ingredients.empty()},
          {"allergens", facts.allergens},
          {"net_content", facts.net_content},
          {"registrations", facts.registrations},
          {"story_link", facts.story_link}};
}

OrderedJson codes_json(const Shop& shop) {
  OrderedJson all = OrderedJson::array();
  StockQuestion question;
  question.count = std::numeric_limits<int>::max();
  for (const StockRow& row : stock_list(shop.facts(), question).rows) {
    const std::optional<Product> product = find_product(shop.facts(), row.id);
    if (product) all.push_back({{"name", label_of(*product)}, {"code", product->code}, {"barcode", product->barcode}});
  }
  return {{"codes", all}};
}

Result<std::optional<Command>> command_of(const Shop& shop, const LabelRequest& request) {
  switch (request.act) {
    case LabelAct::SaveSheet:
    case LabelAct::HideSheet:
    case LabelAct::Nudge: {
      const Result<LabelSheet> sheet = changed_sheet(shop, request);
      if (!sheet) return std::unexpected(sheet.error());
      return SaveLabelSheet{*sheet};
    }
    case LabelAct::SaveFacts: {
      const Result<Product> product = product_named(shop, request.product);
      if (!product) return std::unexpected(product.error());
      return SaveLabelFacts{product->id, edited_facts(request, label_facts(shop.facts(), product->id))};
    }
    case LabelAct::GiveCodes: {
      if (request.lines.empty() && !request.all) return refuse(ProblemCode::NothingToLabel);
      GiveBarcodes give;
      for (const std::string& code : request.lines) {
        const Result<Product> product = product_named(shop, code);
        if (!product) return std::unexpected(product.error());
        give.products.push_back(product->id);
      }
      return give;
    }
    default:
      return std::nullopt;
  }
}

Result<void> answer(const Shop& shop, const LabelRequest& request, const Terminal& terminal) {
  OrderedJson json;
  switch (request.act) {
    case LabelAct::Print:
      return print(shop, request, terminal);
    case LabelAct::Cards:
      return print_cards(shop, request, terminal);
    case LabelAct::Ruler: {
      const Result<LabelSheet> sheet = sheet_named(shop, request.sheet);
      if (!sheet) return std::unexpected(sheet.error());
      terminal.seams.files.replace(request.output, pdf(label_ruler_of(shop.profile(), *sheet, shop.now())));
      return {};
    }
    case LabelAct::Facts:
    case LabelAct::SaveFacts: {
      const Result<Product> product = product_named(shop, request.product);
      if (!product) return std::unexpected(product.error());
      json = facts_json(shop, *product);
      break;
    }
    case LabelAct::Codes:
    case LabelAct::GiveCodes:
      json = codes_json(shop);
      break;
    default:
      json = sheets_json(shop);
  }
  print_answer(json, request.as_json, terminal.out);
  return {};
}

}  // namespace

int carry_out_labels(const LabelRequest& request, const Terminal& terminal) {
  return with_shop(request.shop, terminal, [&](Shop& shop, const Speech& speech) {
    const Result<std::optional<Command>> command = command_of(shop, request);
    if (!command) return speech.say(command.error());
    if (*command)
      if (const Result<Outcome> outcome = shop.execute(**command); !outcome) return speech.say(outcome.error());
    const Result<void> answered = answer(shop, request, terminal);
    return answered ? kDone : speech.say(answered.error());
  });
}

}  // namespace lapak
