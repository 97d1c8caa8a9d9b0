// shop: papers filled from the facts: the receipt of a sale, the price list, the end of a day.
//
// Questions only: they read `database` and lay out; drawing is core/paper's. In the shop's language. Any thread with
// its own connection.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/db/database.h"
#include "core/fair/fair.h"
#include "core/paper/layout.h"
#include "core/paper/price_list.h"
#include "core/paper/receipt.h"
#include "core/profile/profile.h"
#include "core/sale/cart_drafts.h"
#include "core/sale/sale.h"

namespace lapak {

// A photo of the shop for a paper; null when there is none.
JpegBytes shared_photo(const Database& database, const PhotoName& photo);

// The shop as papers name it.
Letterhead letterhead_of(const Database& database, const Profile& profile);

Document receipt_of(const Database& database, const Profile& profile, const Sale& sale, ReceiptPaper paper);
// "58", "80" or "a6".
std::optional<ReceiptPaper> find_receipt_paper(std::string_view name);
// The receipt as a few lines of text, for a message.
std::string receipt_text(const Database& database, const Profile& profile, const Sale& sale);

struct PriceListWish {
  PriceListLayout layout = PriceListLayout::Table;
  SheetPaper paper = SheetPaper::A4;
  Stories stories = Stories::LeftOut;
  std::optional<Id<Category>> category;  // none: all
  std::string title;
  std::optional<Id<Fair>> fair;  // at its prices, and under its name where no title is given; asserts: it is known
};
Document price_list_of(const Database& database, const Profile& profile, const PriceListWish& wish, Date today);

// The page of one business date, made `now`. `held` are the carts put aside, listed as open points.
Document end_of_day_of(const Database& database, const Profile& profile, Date business_date,
                       const std::vector<HeldCart>& held, Instant now);

// The same page of several days. Asserts: from is not after to.
Document range_report_of(const Database& database, const Profile& profile, Date from, Date to, Instant now);

// What is kept about a person, for her to read. Asserts: the contact is known and was not merged into another.
Document person_file_of(const Database& database, const Profile& profile, Id<Contact> contact, Instant now);

}  // namespace lapak
