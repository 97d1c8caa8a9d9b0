// cli: what several verbs take.
#include "app/cli/arguments.h"

#include "app/cli/speech.h"
#include "core/base/text.h"
#include "core/people/people_store.h"

namespace lapak {

Result<Id<Contact>> client_argument(Shop& shop, const std::string& name) {
  for (const Contact& contact : people(shop.facts(), {.search = name, .count = 200}).rows)
    if (folded(contact.name) == folded(name)) return contact.id;
  const Result<Outcome> made = shop.execute(SaveContact{Contact{.id = {}, .name = name}, {}});
  if (!made) return std::unexpected(made.error());
  return Id<Contact>{made->subject};
}

Result<std::vector<Tender>> tender_arguments(const std::vector<std::string>& payments, const Currency& currency) {
  std::vector<Tender> tenders;
  for (const std::string& argument : payments) {
    const Result<Tender> tender = parse_payment(argument, currency);
    if (!tender) return std::unexpected(tender.error());
    tenders.push_back(*tender);
  }
  return tenders;
}

}  // namespace lapak
