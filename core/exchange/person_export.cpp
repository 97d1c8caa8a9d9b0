// exchange: what is kept about one person, whole; and everybody as vCards.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "core/base/check.h"
#include "core/exchange/export.h"
#include "core/exchange/vcard.h"
#include "core/order/order_store.h"
#include "core/portfolio/testimonial_store.h"
#include "core/report/contact_page.h"

namespace lapak {
namespace {

using OrderedJson = nlohmann::ordered_json;

std::string_view kind_name(MomentKind kind) {
  switch (kind) {
    case MomentKind::Bought:
      return "bought";
    case MomentKind::Returned:
      return "returned";
    case MomentKind::Deposited:
      return "deposited";
    case MomentKind::Ordered:
      return "ordered";
    case MomentKind::Noted:
      return "note";
    case MomentKind::Written:
      return "written";
    case MomentKind::Talked:
      return "talked";
    case MomentKind::Met:
      return "met";
    case MomentKind::Promised:
      return "promised";
    case MomentKind::Quoted:
      return "testimonial";
    case MomentKind::GoodsCame:
      return "goods_received";
    case MomentKind::GoodsWent:
      return "goods_handed_over";
  }
  LAPAK_ASSERT(false);
}

std::string moment_text(const Zone& zone, Instant at) {
  const LocalTime local = zone.local(at);
  return fmt::format("{}T{:02}:{:02}:{:02}", local.date.iso(), local.hour, local.minute, local.second);
}

OrderedJson card_json(const Contact& contact, const Zone& zone) {
  OrderedJson json{{"name", contact.name}};
  for (const auto& [field, word] : {std::pair{"phone", &contact.phone},
                                    {"whatsapp", &contact.whatsapp},
                                    {"instagram", &contact.instagram},
                                    {"email", &contact.email},
                                    {"address", &contact.address},
                                    {"town", &contact.town},
                                    {"birthday", &contact.birthday},
                                    {"language", &contact.language},
                                    {"prefers", &contact.prefers},
                                    {"makes", &contact.makes},
                                    {"met_where", &contact.met_where},
                                    {"consent_how", &contact.consent_how}})
    if (!word->empty()) json[field] = *word;
  if (!contact.tags.empty()) json["tags"] = contact.tags;
  for (const ContactRole role : contact.roles) json["roles"].push_back(role_name(role));
  if (contact.is_partner) json["partner"] = true;
  json["met"] = moment_text(zone, contact.met_at);
  if (contact.consent_at) json["consent"] = moment_text(zone, *contact.consent_at);
  return json;
}

}  // namespace

std::string export_vcards(const Database& database) {
  std::string bytes;
  for (Rows rows = database.query("SELECT id FROM contact WHERE hidden = 0 AND name IS NOT NULL ORDER BY name, id");
       rows.next();)
    bytes += written_vcard(*find_contact(database, rows.get<Id<Contact>>(0)));
  return bytes;
}

std::string person_json(const Database& database, const Profile& profile, Id<Contact> contact) {
  constexpr int all = 1'000'000;
  const auto page = contact_page(database, {.contact = contact, .moments = all, .sight = Sight::Whole});
  if (!page) return {};
  const Zone zone = profile.clock();
  OrderedJson json{{"card", card_json(page->contact, zone)}};
  for (const Id<Contact>& same : same_contacts(database, contact))
    if (same != contact) json["merged_cards"].push_back(card_json(*find_contact(database, same), zone));
  if (page->through) json["met_through"] = page->through->name;
  for (const PersonName& name : page->members) json["members"].push_back(name.name);
  for (const PersonName& name : page->communities) json["communities"].push_back(name.name);
  if (page->clockwork.every_weeks > 0) json["every_weeks"] = page->clockwork.every_weeks;
  json["currency"] = profile.currency;
  json["timeline"] = OrderedJson::array();
  for (const Moment& moment : page->timeline) {
    OrderedJson row{{"time", moment_text(zone, moment.at)}, {"kind", kind_name(moment.kind)}, {"text", moment.text}};
    if (!moment.number.empty()) row["number"] = moment.number;
    if (is_receipt(moment.kind)) row["amount"] = moment.amount.minor;
    if (moment.pinned) row["pinned"] = true;
    if (moment.due) row["due"] = moment.due->iso();
    json["timeline"].push_back(std::move(row));
  }
  for (const OrderRow& row : orders_of(database, contact)) {
    const CustomOrder& order = row.order;
    json["orders"].push_back({{"number", order.number},
                              {"what", order.what},
                              {"notes", order.notes},
                              {"kind", kind_code(order.kind)},
                              {"scope", order.scope},
                              {"stage", stage_code(order.stage)},
                              {"price", order.price.minor},
                              {"courier", order.courier},
                              {"tracking", order.tracking}});
  }
  for (const Testimonial& said : testimonials_by(database, contact)) {
    OrderedJson row{{"text", said.text}, {"named", said.named}, {"about", piece_of(database, said)}};
    if (said.consented_on)
      row["may_be_published"] = {{"since", said.consented_on->iso()}, {"given_how", said.given_how}};
    json["testimonials"].push_back(std::move(row));
  }
  return json.dump(2) + '\n';
}

}  // namespace lapak
