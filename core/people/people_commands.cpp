// people: what can be done to contacts, notes and sellers.
#include "core/people/people_commands.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/journal/fact_json.h"
#include "core/profile/profile.h"

namespace lapak {
namespace {

// The parts of a card that tell nothing about the person, and those that do.
struct ContactSaved {
  static constexpr std::string_view kind = "people.contact_saved";
  Id<Contact> id;
  bool is_partner = false;
  Instant met_at;
  bool hidden = false;
};
struct ContactWords {
  std::string name, phone, town, makes, source;
  std::vector<std::string> tags;
};
struct NoteAdded {
  static constexpr std::string_view kind = "people.note_added";
  Id<Note> id;
  Id<Contact> contact;
  std::optional<Id<Sale>> sale;
  bool pinned = false;
};
struct NoteWords {
  std::string text;
};
struct CustomerLearned {
  static constexpr std::string_view kind = "people.customer_learned";
  Id<Sale> sale;
  Id<Contact> contact;
  Instant at;
};
struct SellerSaved {
  static constexpr std::string_view kind = "people.seller_saved";
  Id<Seller> id;
  std::string role;
  bool hidden = false;
};
struct SellerWords {
  std::string name, pin_hash;
};

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(ContactSaved, id, is_partner, met_at, hidden)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(ContactWords, name, phone, town, makes, source, tags)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(NoteAdded, id, contact, sale, pinned)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(NoteWords, text)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(CustomerLearned, sale, contact, at)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(SellerSaved, id, role, hidden)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(SellerWords, name, pin_hash)

template <class T, class Words>
Fact personal_fact(const T& fact, const Words& words) {
  return Fact{std::string(T::kind), Json(fact), Json(words)};
}

// A name that may be left out.
Result<std::string> checked_if_any(std::string_view text) {
  return trimmed(text).empty() ? Result<std::string>() : checked_name(text);
}

Result<std::vector<std::string>> checked_tags(const std::vector<std::string>& tags) {
  std::vector<std::string> kept, keys;
  for (const std::string& tag : tags) {
    Result<std::string> name = checked_if_any(tag);
    if (!name) return std::unexpected(name.error());
    const std::string key = folded(*name);
    if (key.empty() || std::ranges::find(keys, key) != keys.end()) continue;
    keys.push_back(key);
    kept.push_back(*name);
  }
  return kept;
}

// The card as it will stand; of a new one with its id and the time it was met.
Result<Contact> checked_contact(Contact contact, const std::string& fallback_name, const Deciding& deciding) {
  for (std::string* text : {&contact.name, &contact.town, &contact.makes}) {
    Result<std::string> checked = checked_if_any(*text);
    if (!checked) return std::unexpected(checked.error());
    *text = *checked;
  }
  Result<std::string> phone = checked_phone(contact.phone, home_country_code(deciding.profile.currency));
  if (!phone) return std::unexpected(phone.error());
  contact.phone = *phone;
  Result<std::vector<std::string>> tags = checked_tags(contact.tags);
  if (!tags) return std::unexpected(tags.error());
  contact.tags = *tags;
  if (contact.name.empty() && contact.phone.empty()) {
    Result<std::string> name = checked_name(fallback_name);
    if (!name) return std::unexpected(name.error());
    contact.name = *name;
  }
  if (contact.id.is_nil()) contact.id = deciding.ids.next<Contact>();
  if (contact.met_at == Instant{}) contact.met_at = deciding.now;
  return contact;
}

// The facts that bring a card to `contact`, and back. Returns its id.
Result<Id<Contact>> save_contact(Decision& decision, const Contact& contact, const std::string& fallback_name,
                                 const Deciding& deciding) {
  std::optional<Contact> before;
  if (!contact.id.is_nil()) {
    before = find_contact(deciding.database, contact.id);
    if (!before) return refuse(ProblemCode::ContactUnknown);
  }
  Contact wanted = contact;
  if (before && wanted.met_at == Instant{}) wanted.met_at = before->met_at;
  const Result<Contact> after = checked_contact(std::move(wanted), fallback_name, deciding);
  if (!after) return std::unexpected(after.error());
  decision.outcome.subject = after->id.bytes;
  decision.outcome.label =
      after->name.empty() ? written_phone(after->phone, home_country_code(deciding.profile.currency)) : after->name;
  if (before && *before == *after) return after->id;
  Contact back = before.value_or(*after);
  if (!before) back.hidden = true;
  decision.facts.push_back(contact_saved(*after));
  decision.opposite.push_back(contact_saved(back));
  return after->id;
}

Result<void> add_note(Decision& decision, Id<Contact> contact, std::optional<Id<Sale>> sale, bool pinned,
                      std::string_view text, const Deciding& deciding) {
  Result<std::string> words = checked_note(trimmed(text));
  if (!words) return std::unexpected(words.error());
  if (words->empty()) return refuse(ProblemCode::NameEmpty);
  decision.facts.push_back(
      personal_fact(NoteAdded{deciding.ids.next<Note>(), contact, sale, pinned}, NoteWords{*words}));
  return {};
}

Result<Decision> decide_one(const SaveContact& command, const Deciding& deciding) {
  Decision decision;
  decision.outcome = {.kind = "save_contact", .is_undoable = true};
  if (const auto saved = save_contact(decision, command.contact, command.fallback_name, deciding); !saved)
    return std::unexpected(saved.error());
  return decision;
}

Result<Decision> decide_one(const SaveContacts& command, const Deciding& deciding) {
  Decision decision;
  for (const Contact& contact : command.contacts)
    if (const auto saved = save_contact(decision, contact, {}, deciding); !saved) return std::unexpected(saved.error());
  std::ranges::reverse(decision.opposite);
  decision.entries = Entries::OneAFact;
  decision.outcome = {.kind = "save_contacts", .label = std::to_string(command.contacts.size()), .is_undoable = true};
  return decision;
}

Result<Decision> decide_one(const AddNote& command, const Deciding& deciding) {
  const std::optional<Contact> contact = find_contact(deciding.database, command.contact);
  if (!contact) return refuse(ProblemCode::ContactUnknown);
  Decision decision;
  if (auto added = add_note(decision, contact->id, command.sale, command.pinned, command.text, deciding); !added)
    return std::unexpected(added.error());
  decision.outcome = {.kind = "add_note", .subject = contact->id.bytes, .label = contact->name};
  return decision;
}

Result<Decision> decide_one(const RememberBuyer& command, const Deciding& deciding) {
  LAPAK_ASSERT(!command.sale.is_nil());
  Contact contact;
  std::string phone;
  if (looks_like_phone(command.name_or_phone)) {
    Result<std::string> checked = checked_phone(command.name_or_phone, home_country_code(deciding.profile.currency));
    if (!checked) return std::unexpected(checked.error());
    phone = *checked;
  }
  if (!command.contact.is_nil()) {
    const std::optional<Contact> known = find_contact(deciding.database, command.contact);
    if (!known) return refuse(ProblemCode::ContactUnknown);
    contact = *known;
  } else if (const std::optional<Contact> known = find_contact_by_phone(deciding.database, phone)) {
    contact = *known;
  }
  if (!phone.empty())
    contact.phone = phone;
  else if (!trimmed(command.name_or_phone).empty())
    contact.name = command.name_or_phone;
  contact.tags.insert(contact.tags.end(), command.tags.begin(), command.tags.end());
  contact.hidden = false;

  Decision decision;
  const Result<Id<Contact>> id = save_contact(decision, contact, command.fallback_name, deciding);
  if (!id) return std::unexpected(id.error());
  if (!trimmed(command.note).empty())
    if (auto added = add_note(decision, *id, command.sale, true, command.note, deciding); !added)
      return std::unexpected(added.error());
  if (customer_of(deciding.database, command.sale) != *id) {
    // Later than what was known before, also when the clock was set back meanwhile.
    const Instant at = std::max(deciding.now, next_customer_at(deciding.database, command.sale));
    decision.facts.push_back(fact_of(CustomerLearned{command.sale, *id, at}));
  }
  decision.opposite.clear();
  decision.outcome.kind = "remember_buyer";
  return decision;
}

Result<Decision> decide_one(const SaveSeller& command, const Deciding& deciding) {
  const Database& database = deciding.database;
  if (deciding.actor.role != Role::Owner && owner_has_pin(database)) return refuse(ProblemCode::OwnerOnly);
  Seller seller = command.seller;
  Result<std::string> name = checked_name(seller.name);
  if (!name) return std::unexpected(name.error());
  seller.name = *name;
  seller.pin_hash.clear();
  if (seller.id.is_nil()) {
    seller.id = deciding.ids.next<Seller>();
  } else {
    const std::optional<Seller> before = find_seller(database, seller.id);
    if (!before) return refuse(ProblemCode::SellerUnknown, seller.name);
    seller.pin_hash = before->pin_hash;
  }
  const bool stays_owner = seller.role == Role::Owner && !seller.hidden;
  const std::vector<Seller> all = sellers(database);
  const bool was_owner =
      std::ranges::any_of(all, [&](const Seller& one) { return one.id == seller.id && one.role == Role::Owner; });
  const bool has_another =
      std::ranges::any_of(all, [&](const Seller& one) { return one.id != seller.id && one.role == Role::Owner; });
  if (was_owner && !stays_owner && !has_another) return refuse(ProblemCode::OwnerOnly);
  if (command.pin == "-") {
    seller.pin_hash.clear();
  } else if (!command.pin.empty()) {
    Result<std::string> hash = hash_pin(command.pin);
    if (!hash) return std::unexpected(hash.error());
    seller.pin_hash = *hash;
  }
  Decision decision;
  decision.facts.push_back(
      personal_fact(SellerSaved{seller.id, seller.role == Role::Owner ? "owner" : "helper", seller.hidden},
                    SellerWords{seller.name, seller.pin_hash}));
  decision.outcome = {.kind = "save_seller", .subject = seller.id.bytes, .label = seller.name};
  return decision;
}

// The words of a fact; none when the person was forgotten.
template <class Words>
std::optional<Words> words_of(const Fact& fact) {
  if (fact.personal.is_null()) return std::nullopt;
  return fact.personal.get<Words>();
}

PersonalWords standing(bool is_known) {
  return is_known ? PersonalWords::Known : PersonalWords::Forgotten;
}

void apply_contact(const Fact& fact, const Applying& applying) {
  const auto saved = fact.body.get<ContactSaved>();
  const auto words = words_of<ContactWords>(fact);
  const ContactWords said = words.value_or(ContactWords{});
  put_contact(applying.database,
              Contact{.id = saved.id,
                      .name = said.name,
                      .phone = said.phone,
                      .town = said.town,
                      .makes = said.makes,
                      .tags = said.tags,
                      .is_partner = saved.is_partner,
                      .met_at = saved.met_at,
                      .hidden = saved.hidden,
                      .source = said.source},
              standing(words.has_value()));
}

void apply_note(const Fact& fact, const Applying& applying) {
  const auto added = fact.body.get<NoteAdded>();
  const auto words = words_of<NoteWords>(fact);
  put_note(applying.database,
           Note{.id = added.id,
                .contact = added.contact,
                .sale = added.sale,
                .at = applying.header.at,
                .pinned = added.pinned,
                .text = words.value_or(NoteWords{}).text},
           applying.header.who, standing(words.has_value()));
}

void apply_seller(const Fact& fact, const Applying& applying) {
  const auto saved = fact.body.get<SellerSaved>();
  const auto words = words_of<SellerWords>(fact);
  const SellerWords said = words.value_or(SellerWords{});
  put_seller(applying.database,
             Seller{.id = saved.id,
                    .name = said.name,
                    .role = saved.role == "owner" ? Role::Owner : Role::Helper,
                    .pin_hash = said.pin_hash,
                    .hidden = saved.hidden},
             standing(words.has_value()));
}

}  // namespace

Result<Decision> decide(const PeopleCommand& command, const Deciding& deciding) {
  return std::visit([&](const auto& one) { return decide_one(one, deciding); }, command);
}

Fact contact_saved(const Contact& c) {
  return personal_fact(ContactSaved{c.id, c.is_partner, c.met_at, c.hidden},
                       ContactWords{c.name, c.phone, c.town, c.makes, c.source, c.tags});
}

void apply_people(const Fact& fact, const Applying& applying) {
  if (fact.kind == ContactSaved::kind) return apply_contact(fact, applying);
  if (fact.kind == NoteAdded::kind) return apply_note(fact, applying);
  if (fact.kind == SellerSaved::kind) return apply_seller(fact, applying);
  LAPAK_ASSERT(fact.kind == CustomerLearned::kind);
  const auto learned = fact.body.get<CustomerLearned>();
  put_customer(applying.database, learned.sale, learned.contact, learned.at);
}

}  // namespace lapak
