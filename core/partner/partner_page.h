// partner: what a partner's page shows, as one question.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/partner/partner_store.h"

namespace lapak {

struct PartnerPageQuestion {
  Id<Contact> partner;
  Book book = Book::Consignment;
  Date today;
  friend bool operator==(const PartnerPageQuestion&, const PartnerPageQuestion&) = default;
};
struct PartnerPage {
  Contact contact;
  std::string name;  // the contact's, or its phone
  std::optional<Agreement> agreement;
  BookStanding standing;
  std::vector<GoodsRow> goods;  // over all periods
  std::optional<OverdueGoods> overdue;
  Statement period;                    // since the last settlement
  std::vector<PartnerEntry> payments;  // newest first
  std::vector<Together> together;      // newest first
  Vendor vendor;
};
// nullopt: no such contact.
std::optional<PartnerPage> partner_page(const Database& database, const PartnerPageQuestion& question,
                                        std::string_view home_country_code);

}  // namespace lapak
