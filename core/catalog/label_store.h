// catalog: the rows of what labels say and of the sheets they are printed on.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "core/catalog/label.h"
#include "core/db/database.h"

namespace lapak {

// A product's own, without its parent's.
LabelFacts label_facts(const Database& database, Id<Product> product);
// As they are printed: a variant's own, else its parent's.
LabelFacts label_facts_of(const Database& database, const Product& product);

// Those that come with the program, as the seller left them, then her own by name; without hidden ones.
std::vector<LabelSheet> label_sheets(const Database& database);
std::optional<LabelSheet> find_label_sheet(const Database& database, Id<LabelSheet> id);
// By built_in_code, else by name.
std::optional<LabelSheet> find_label_sheet(const Database& database, std::string_view name);

// How many things that can be sold have no bar code.
int without_barcode(const Database& database);

// Writing, for apply_label alone.
void put_label_facts(Database& database, Id<Product> product, const LabelFacts& facts);
void put_label_sheet(Database& database, const LabelSheet& sheet);

}  // namespace lapak
