// cli: people: whom to write to, what is kept about somebody, forgetting.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/speech.h"
#include "core/base/text.h"
#include "core/exchange/export.h"
#include "core/paper/pdf.h"
#include "core/people/people_store.h"
#include "core/report/due_list.h"
#include "core/shop/documents.h"

namespace lapak {
namespace {

using OrderedJson = nlohmann::ordered_json;

OrderedJson card_json(const DueCard& card) {
  OrderedJson json{{"id", card.contact.text()}, {"name", card.name}, {"occasion", occasion_name(card.occasion)}};
  json["due"] = card.due ? OrderedJson(card.due->iso()) : OrderedJson();
  for (const auto& [field, text] : {std::pair{"phone", &card.phone},
                                    {"email", &card.email},
                                    {"what", &card.what},
                                    {"last_words", &card.last_words},
                                    {"last_piece", &card.last_piece},
                                    {"language", &card.language},
                                    {"message", &card.message}})
    json[field] = *text;
  json["may_write"] = card.may_write;
  return json;
}

// The one contact that is meant: by its id, its number, its whole name, or as the only one that is found.
std::optional<Id<Contact>> find_one(const Shop& shop, const std::string& named, const Speech& speech) {
  const Database& facts = shop.facts();
  if (const auto id = parse_id(named))
    if (const auto contact = find_contact(facts, Id<Contact>{*id})) return kept_contact(facts, contact->id);
  const auto phone = checked_phone(named, home_country_code(shop.profile().currency));
  if (looks_like_phone(named) && phone)
    if (const auto contact = find_contact_by_phone(facts, *phone)) return contact->id;
  const PeopleView found = people(facts, {.search = named});
  std::vector<const Contact*> of_that_name;
  for (const Contact& contact : found.rows)
    if (folded(contact.name) == folded(named)) of_that_name.push_back(&contact);
  if (of_that_name.size() == 1) return of_that_name.front()->id;
  if (found.total == 1) return found.rows.front().id;
  if (found.total == 0 || trimmed(named).empty()) {
    speech.say(Problem{ProblemCode::ContactUnknown, {}});
    return std::nullopt;
  }
  speech.say(speech.words("Several contacts are called that. Say which by its number or id:"));
  for (const Contact& contact : found.rows)
    speech.say(fmt::format("{}\t{}\t{}", contact.id.text(), contact.name, contact.phone));
  return std::nullopt;
}

}  // namespace

int carry_out_due(const DueRequest& request, const Terminal& terminal) {
  return with_shop(request.shop, terminal, [&](Shop& shop, const Speech&) {
    const DueList list =
        due_list(shop.facts(), shop.profile(), {.today = shop.today(), .now = shop.now(), .limit = 1'000});
    const std::pair<const char*, const std::vector<DueCard>*> groups[] = {{"now", &list.now},
                                                                          {"this_week", &list.this_week},
                                                                          {"suggested", &list.suggested},
                                                                          {"new_people", &list.new_people}};
    if (request.as_json) {
      OrderedJson json{{"date", shop.today().iso()}, {"due", list.due_count}};
      json["circle_quiet_days"] = list.circle_quiet_days ? OrderedJson(*list.circle_quiet_days) : OrderedJson();
      for (const auto& [name, cards] : groups) {
        json[name] = OrderedJson::array();
        for (const DueCard& card : *cards) json[name].push_back(card_json(card));
      }
      terminal.out << json.dump() << '\n';
      return kDone;
    }
    for (const auto& [name, cards] : groups)
      for (const DueCard& card : *cards)
        terminal.out << fmt::format("{}\t{}\t{}\t{}\t{}\n", name, occasion_name(card.occasion),
                                    card.due ? card.due->iso() : "", card.name,
                                    card.what.empty() ? card.last_words : card.what);
    return kDone;
  });
}

int carry_out_person(const PersonRequest& request, const Terminal& terminal) {
  return with_shop(request.shop, terminal, [&](Shop& shop, const Speech& speech) {
    const std::string ending = request.output.extension().string();
    if (ending != ".json" && ending != ".pdf") {
      speech.say(speech.words("What is kept about a person is written as .pdf or .json."));
      return kUsage;
    }
    const auto contact = find_one(shop, request.contact, speech);
    if (!contact) return kProblem;
    terminal.seams.files.replace(
        request.output, ending == ".json" ? person_json(shop.facts(), shop.profile(), *contact)
                                          : pdf(person_file_of(shop.facts(), shop.profile(), *contact, shop.now())));
    return kDone;
  });
}

int carry_out_forget(const ForgetRequest& request, const Terminal& terminal) {
  return with_shop(request.shop, terminal, [&](Shop& shop, const Speech& speech) {
    const auto contact = find_one(shop, request.contact, speech);
    if (!contact) return kProblem;
    const auto forgotten = shop.execute(ForgetContact{*contact});
    if (!forgotten) return speech.say(forgotten.error());
    speech.err << speech.words("Forgotten. Copies made before today still know: delete them, or make new ones.")
               << '\n';
    return kDone;
  });
}

}  // namespace lapak
