// partner: what a partner's page shows.
#include "core/partner/partner_page.h"

namespace lapak {
namespace {

constexpr int most_payments = 100, most_together = 100;

}  // namespace

std::optional<PartnerPage> partner_page(const Database& database, const PartnerPageQuestion& question,
                                        std::string_view home_country_code) {
  std::optional<Contact> contact = find_contact(database, question.partner);
  if (!contact) return std::nullopt;
  PartnerPage page;
  page.name = contact->name.empty() ? written_phone(contact->phone, home_country_code) : contact->name;
  page.contact = *std::move(contact);
  page.standing = standing_of(database, question.partner, question.book);
  page.period = statement(database, {.partner = question.partner, .book = question.book}, question.today);
  if (question.book != Book::Neighbour) {
    page.agreement = find_agreement(database, question.partner, question.book);
    page.goods = statement(database,
                           {.partner = question.partner,
                            .book = question.book,
                            .from = Date::of(1970, 1, 1),
                            .to = Date::of(9999, 12, 31)},
                           question.today)
                     .goods;
    if (page.agreement) page.overdue = overdue_goods(*page.agreement, page.goods, question.today);
  }
  page.payments = settlements(database, question.partner, question.book, most_payments);
  page.together = together_with(database, question.partner, most_together);
  page.vendor = vendor_of(database, question.partner);
  return page;
}

}  // namespace lapak
