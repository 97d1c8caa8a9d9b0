// paper: the exhibition price list: what lies on the table, as cards with photos or as a dense table.
//
// Plain values in, a Document out; any thread. Sections and items come in the order in which they are printed.
#pragma once
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/base/money.h"
#include "core/paper/layout.h"
#include "core/paper/letterhead.h"
#include "core/words/words.h"

namespace lapak {

enum class PriceListLayout { Cards4, Cards6, Cards9, Table };
enum class Stories { LeftOut, Shown };

enum class PriceKind {
  Exact,
  From,   // the lowest of several variants
  Asked,  // open price: agreed at the stall
};

enum class ItemMark { None, OneOfAKind, Sold };

struct PriceListItem {
  std::string code;
  std::string name;
  std::string options;  // "Biru, Merah · S–L"; empty for none
  std::string maker;    // empty for the shop's own
  std::string story;    // the product's note; empty for none
  PriceKind price_kind = PriceKind::Exact;
  Money price;  // unread when Asked
  ItemMark mark = ItemMark::None;
  JpegBytes photo;  // the large one; null: a tinted tile with the first letter
};

struct PriceListSection {
  std::string category;  // empty: without a category, under "Other"
  std::vector<PriceListItem> items;
};

struct PriceListView {
  Letterhead head;    // its link is where to order
  std::string title;  // the fair's or season's name; empty: "Price list"
  Date date;
  std::string order_note;  // how to order: "WhatsApp 0812-…"; empty for none
  std::vector<PriceListSection> sections;
};

Document price_list(const PriceListView& view, PriceListLayout layout, SheetPaper paper, Stories stories,
                    const Words& words);

}  // namespace lapak
