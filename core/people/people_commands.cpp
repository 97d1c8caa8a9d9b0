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
  bool is_group = false;
  std::vector<std::string> roles;
  std::optional<Id<Contact>> met_through;
  std::optional<Instant> consent_at;
  std::vector<Id<Contact>> members;
};
// `card` is what the kept card became; its words stand in the personal part, and are left alone once forgotten.
struct ContactsMerged {
  static constexpr std::string_view kind = "people.contacts_merged";
  Id<Contact> from;
  ContactSaved card;
};
struct ContactsParted {
  static constexpr std::string_view kind = "people.contacts_parted";
  Id<Contact> from;
  ContactSaved card;
};
struct ContactsKeptApart {
  static constexpr std::string_view kind = "people.contacts_kept_apart";
  Id<Contact> one, other;
};
struct ContactForgotten {
  static constexpr std::string_view kind = "people.contact_forgotten";
  Id<Contact> id;
};
struct NoteMarked {
  static constexpr std::string_view kind = "people.note_marked";
  Id<Note> note;
  bool pinned = false;
  bool withdrawn = false;
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
  std::optional<Date> bought;
};
struct SellerSaved {
  static constexpr std::string_view kind = "people.seller_saved";
  Id<Seller> id;
  std::string role;
  bool hidden = false;
  std::string rights;  // rights_text()
};
struct SellerWords {
  std::string name, pin_hash;
};

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(ContactSaved, id, is_partner, met_at, hidden, is_group, roles,
                                                met_through, consent_at, members)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(ContactsMerged, from, card)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(ContactsParted, from, card)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(ContactsKeptApart, one, other)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(ContactForgotten, id)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(NoteMarked, note, pinned, withdrawn)

// Every word of a card by its name in the facts, so that writing and reading cannot differ. What is empty is left out.
template <class Card, class Field>
void each_word(Card& card, Field&& field) {
  field("name", card.name);
  field("phone", card.phone);
  field("town", card.town);
  field("makes", card.makes);
  field("source", card.source);
  field("whatsapp", card.whatsapp);
  field("instagram", card.instagram);
  field("email", card.email);
  field("address", card.address);
  field("birthday", card.birthday);
  field("language", card.language);
  field("prefers", card.prefers);
  field("met_where", card.met_where);
  field("consent_how", card.consent_how);
  field("photo", card.photo);
}

Json words_json(const Contact& contact) {
  Json json = Json::object();
  each_word(contact, [&](const char* name, const std::string& word) {
    if (!word.empty()) json[name] = word;
  });
  if (!contact.tags.empty()) json["tags"] = contact.tags;
  return json;
}

void read_words(Contact& contact, const Json& json) {
  each_word(contact, [&](const char* name, std::string& word) { word = json.value(name, std::string()); });
  contact.tags = json.value("tags", std::vector<std::string>());
}

ContactSaved bare_card(const Contact& contact) {
  ContactSaved saved{.id = contact.id,
                     .is_partner = contact.is_partner,
                     .met_at = contact.met_at,
                     .hidden = contact.hidden,
                     .is_group = contact.kind == ContactKind::Group,
                     .roles = {},
                     .met_through = contact.met_through,
                     .consent_at = contact.consent_at,
                     .members = contact.members};
  for (const ContactRole role : contact.roles) saved.roles.emplace_back(role_name(role));
  return saved;
}

Contact card_of(const ContactSaved& saved) {
  Contact contact{.id = saved.id,
                  .is_partner = saved.is_partner,
                  .met_at = saved.met_at,
                  .hidden = saved.hidden,
                  .kind = saved.is_group ? ContactKind::Group : ContactKind::Person,
                  .met_through = saved.met_through,
                  .consent_at = saved.consent_at,
                  .members = saved.members};
  for (const std::string& name : saved.roles)
    if (const auto role = find_contact_role(name)) contact.roles.push_back(*role);
  return contact;
}
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(NoteAdded, id, contact, sale, pinned)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(NoteWords, text)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(CustomerLearned, sale, contact, at, bought)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(SellerSaved, id, role, hidden, rights)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(SellerWords, name, pin_hash)

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

// Whether everybody the card names is known.
Result<void> check_links(const Contact& contact, const Database& database) {
  if (contact.met_through && !find_contact(database, *contact.met_through)) return refuse(ProblemCode::ContactUnknown);
  for (const Id<Contact>& member : contact.members) {
    if (member == contact.id) return refuse(ProblemCode::SameContact);
    if (!find_contact(database, member)) return refuse(ProblemCode::ContactUnknown);
  }
  return {};
}

template <class Checked>
Result<void> bring_to_form(std::string& text, Checked&& checked) {
  Result<std::string> form = checked(text);
  if (!form) return std::unexpected(form.error());
  text = std::move(*form);
  return {};
}

Result<void> bring_words_to_form(Contact& contact, std::string_view home_code) {
  for (std::string* text : {&contact.name, &contact.town, &contact.makes, &contact.prefers, &contact.met_where,
                            &contact.consent_how, &contact.language})
    if (auto done = bring_to_form(*text, checked_if_any); !done) return done;
  for (std::string* phone : {&contact.phone, &contact.whatsapp})
    if (auto done = bring_to_form(*phone, [&](const std::string& text) { return checked_phone(text, home_code); });
        !done)
      return done;
  if (contact.whatsapp == contact.phone) contact.whatsapp.clear();
  if (auto done = bring_to_form(contact.instagram, checked_instagram); !done) return done;
  if (auto done = bring_to_form(contact.email, checked_email); !done) return done;
  if (auto done = bring_to_form(contact.birthday, checked_birthday); !done) return done;
  return bring_to_form(contact.address, [](const std::string& text) { return checked_note(trimmed(text)); });
}

// The card as it will stand; of a new one with its id and the time it was met.
Result<Contact> checked_contact(Contact contact, const std::string& fallback_name, const Deciding& deciding) {
  if (auto done = bring_words_to_form(contact, home_country_code(deciding.profile.currency)); !done)
    return std::unexpected(done.error());
  Result<std::vector<std::string>> tags = checked_tags(contact.tags);
  if (!tags) return std::unexpected(tags.error());
  contact.tags = *tags;
  std::ranges::sort(contact.roles);
  contact.roles.erase(std::ranges::unique(contact.roles).begin(), contact.roles.end());
  if (auto linked = check_links(contact, deciding.database); !linked) return std::unexpected(linked.error());
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
  const Id<Note> id = deciding.ids.next<Note>();
  decision.facts.push_back(personal_fact(NoteAdded{id, contact, sale, pinned}, NoteWords{*words}));
  decision.opposite.push_back(fact_of(NoteMarked{id, pinned, true}));
  return {};
}

Result<Decision> decide_one(const SaveContact& command, const Deciding& deciding) {
  Decision decision;
  decision.outcome = {.kind = "save_contact", .is_undoable = true};
  if (const auto saved = save_contact(decision, command.contact, command.fallback_name, deciding); !saved)
    return std::unexpected(saved.error());
  if (command.photo) decision.attachments.push_back(*command.photo);
  return decision;
}

// What the kept card says after it has taken over what it did not say itself.
Contact merged_card(Contact into, const Contact& from) {
  std::vector<std::string> others;
  each_word(from, [&](const char*, const std::string& word) { others.push_back(word); });
  std::size_t position = 0;
  each_word(into, [&](const char*, std::string& word) {
    if (word.empty()) word = others[position];
    ++position;
  });
  if (from.phone != into.phone && into.whatsapp.empty()) into.whatsapp = from.phone;
  into.tags.insert(into.tags.end(), from.tags.begin(), from.tags.end());
  into.roles.insert(into.roles.end(), from.roles.begin(), from.roles.end());
  for (const Id<Contact>& member : from.members)
    if (member != into.id && std::ranges::find(into.members, member) == into.members.end())
      into.members.push_back(member);
  into.is_partner = into.is_partner || from.is_partner;
  into.met_at = std::min(into.met_at, from.met_at);
  if (!into.consent_at) into.consent_at = from.consent_at;
  if (!into.met_through && from.met_through != into.id) into.met_through = from.met_through;
  into.hidden = false;
  return into;
}

Result<Decision> decide_one(const MergeContacts& command, const Deciding& deciding) {
  const Database& database = deciding.database;
  const std::optional<Contact> from = find_contact(database, command.from), into = find_contact(database, command.into);
  if (!from || !into) return refuse(ProblemCode::ContactUnknown);
  if (kept_contact(database, from->id) != from->id || kept_contact(database, into->id) != into->id)
    return refuse(ProblemCode::ContactUnknown);
  if (from->id == into->id) return refuse(ProblemCode::SameContact);
  const Result<Contact> card = checked_contact(merged_card(*into, *from), into->name, deciding);
  if (!card) return std::unexpected(card.error());
  Decision decision;
  decision.facts.push_back(personal_fact(ContactsMerged{from->id, bare_card(*card)}, words_json(*card)));
  decision.opposite.push_back(personal_fact(ContactsParted{from->id, bare_card(*into)}, words_json(*into)));
  decision.outcome = {.kind = "merge_contacts", .subject = into->id.bytes, .label = into->name, .is_undoable = true};
  return decision;
}

Result<Decision> decide_one(const KeepApart& command, const Deciding& deciding) {
  for (const Id<Contact>& id : {command.one, command.other})
    if (!find_contact(deciding.database, id)) return refuse(ProblemCode::ContactUnknown);
  if (command.one == command.other) return refuse(ProblemCode::SameContact);
  Decision decision;
  decision.facts.push_back(fact_of(ContactsKeptApart{command.one, command.other}));
  decision.outcome = {.kind = "keep_apart", .subject = command.one.bytes};
  return decision;
}

Result<Decision> decide_one(const ForgetContact& command, const Deciding& deciding) {
  if (needs_owner(deciding)) return refuse(ProblemCode::OwnerOnly);
  const std::optional<Contact> contact = find_contact(deciding.database, command.contact);
  if (!contact) return refuse(ProblemCode::ContactUnknown);
  const Id<Contact> kept = kept_contact(deciding.database, contact->id);
  Decision decision;
  decision.facts.push_back(fact_of(ContactForgotten{kept}));
  decision.outcome = {.kind = "forget_contact", .subject = kept.bytes};
  return decision;
}

Result<Decision> decide_one(const PinNote& command, const Deciding& deciding) {
  const std::optional<Note> note = find_note(deciding.database, command.note);
  if (!note) return refuse(ProblemCode::NoteUnknown);
  Decision decision;
  decision.outcome = {.kind = "pin_note", .subject = note->contact.bytes, .is_undoable = true};
  if (note->pinned == command.pinned) return decision;
  decision.facts.push_back(fact_of(NoteMarked{note->id, command.pinned, false}));
  decision.opposite.push_back(fact_of(NoteMarked{note->id, note->pinned, false}));
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
  decision.outcome = {.kind = "add_note", .subject = contact->id.bytes, .label = contact->name, .is_undoable = true};
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
    decision.facts.push_back(fact_of(CustomerLearned{command.sale, *id, at, deciding.today()}));
  }
  decision.opposite.clear();
  decision.outcome.kind = "remember_buyer";
  return decision;
}

Result<Decision> decide_one(const SaveSeller& command, const Deciding& deciding) {
  const Database& database = deciding.database;
  if (needs_owner(deciding)) return refuse(ProblemCode::OwnerOnly);
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
  decision.facts.push_back(personal_fact(SellerSaved{seller.id, seller.role == Role::Owner ? "owner" : "helper",
                                                     seller.hidden, rights_text(seller.rights)},
                                         SellerWords{seller.name, seller.pin_hash}));
  decision.outcome = {.kind = "save_seller", .subject = seller.id.bytes, .label = seller.name};
  return decision;
}

PersonalWords standing(bool is_known) {
  return is_known ? PersonalWords::Known : PersonalWords::Forgotten;
}

void apply_contact(const Fact& fact, const Applying& applying) {
  Contact card = card_of(fact.body.get<ContactSaved>());
  if (!fact.personal.is_null()) read_words(card, fact.personal);
  put_contact(applying.database, card, standing(!fact.personal.is_null()));
}

enum class Linking { Merges, Parts };

template <class Linked>
void apply_link(const Fact& fact, Linking linking, const Applying& applying) {
  const auto linked = fact.body.get<Linked>();
  put_merged(applying.database, linked.from, linking == Linking::Merges ? std::optional(linked.card.id) : std::nullopt);
  if (fact.personal.is_null()) return;  // one of them was forgotten since: the card is what its own facts say
  Contact card = card_of(linked.card);
  read_words(card, fact.personal);
  put_contact(applying.database, card, PersonalWords::Known);
}

void apply_note(const Fact& fact, const Applying& applying) {
  const auto added = fact.body.get<NoteAdded>();
  const auto words = personal_words<NoteWords>(fact);
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
  const auto words = personal_words<SellerWords>(fact);
  const SellerWords said = words.value_or(SellerWords{});
  put_seller(applying.database,
             Seller{.id = saved.id,
                    .name = said.name,
                    .role = saved.role == "owner" ? Role::Owner : Role::Helper,
                    .rights = rights_of(saved.rights),
                    .pin_hash = said.pin_hash,
                    .hidden = saved.hidden},
             standing(words.has_value()));
}

}  // namespace

bool needs_owner(const Deciding& deciding) {
  return deciding.actor.role != Role::Owner && owner_has_pin(deciding.database);
}
bool needs_owner(const Deciding& deciding, Right right) {
  return !deciding.actor.may(right) && owner_has_pin(deciding.database);
}

Result<Decision> decide(const PeopleCommand& command, const Deciding& deciding) {
  return std::visit([&](const auto& one) { return decide_one(one, deciding); }, command);
}

Fact contact_saved(const Contact& c) {
  return personal_fact(bare_card(c), words_json(c));
}

void apply_people(const Fact& fact, const Applying& applying) {
  Database& database = applying.database;
  if (fact.kind == ContactSaved::kind) return apply_contact(fact, applying);
  if (fact.kind == NoteAdded::kind) return apply_note(fact, applying);
  if (fact.kind == SellerSaved::kind) return apply_seller(fact, applying);
  if (fact.kind == ContactsMerged::kind) return apply_link<ContactsMerged>(fact, Linking::Merges, applying);
  if (fact.kind == ContactsParted::kind) return apply_link<ContactsParted>(fact, Linking::Parts, applying);
  if (fact.kind == ContactForgotten::kind) return put_forgotten(database, fact.body.get<ContactForgotten>().id);
  if (fact.kind == ContactsKeptApart::kind) {
    const auto apart = fact.body.get<ContactsKeptApart>();
    return put_apart(database, apart.one, apart.other);
  }
  if (fact.kind == NoteMarked::kind) {
    const auto marked = fact.body.get<NoteMarked>();
    return put_note_mark(database, marked.note, {marked.pinned, marked.withdrawn});
  }
  if (fact.kind == CustomerLearned::kind) {
    const auto learned = fact.body.get<CustomerLearned>();
    return put_customer(database, learned.sale, learned.contact, learned.at, learned.bought);
  }
  if (fact.kind == kOwnerStoodIn) return;
  apply_follow_up(fact, applying);
}

std::vector<Id<Contact>> people_of(const Fact& fact) {
  if (fact.personal.is_null()) return {};
  if (fact.kind == ContactSaved::kind) return {fact.body.get<ContactSaved>().id};
  if (fact.kind == NoteAdded::kind) return {fact.body.get<NoteAdded>().contact};
  if (fact.kind == ContactsMerged::kind || fact.kind == ContactsParted::kind) {
    const auto merged = fact.body.get<ContactsMerged>();
    return {merged.from, merged.card.id};
  }
  if (fact.kind == SellerSaved::kind) return {};
  return person_of_follow_up(fact);
}

std::optional<Id<Contact>> forgotten_by(const Fact& fact) {
  if (fact.kind != ContactForgotten::kind) return std::nullopt;
  return fact.body.get<ContactForgotten>().id;
}

}  // namespace lapak
