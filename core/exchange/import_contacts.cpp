// exchange: contacts from another program's table, and from vCards.
#include <algorithm>
#include <array>
#include <functional>

#include "core/exchange/import_reading.h"
#include "core/exchange/vcard.h"

namespace lapak {
namespace {

constexpr std::array fields{
    FieldName{"name", Need::Optional, "name nama fullname customername"},
    FieldName{"first_name", Need::Optional, "firstname namadepan"},
    FieldName{"last_name", Need::Optional, "lastname namabelakang"},
    FieldName{"phone", Need::Optional, "phone telepon phonenumber hp customercontacts phone1value nomorwhatsapp"},
    FieldName{"whatsapp", Need::Optional, "whatsapp wa"},
    FieldName{"instagram", Need::Optional, "instagram ig"},
    FieldName{"email", Need::Optional, "email surel emailaddress email1value"},
    FieldName{"address", Need::Optional, "address alamat address1"},
    FieldName{"town", Need::Optional, "town kota city shipcity"},
    FieldName{"birthday", Need::Optional, "birthday ulangtahun tanggallahir"},
    FieldName{"language", Need::Optional, "language bahasa"},
    FieldName{"prefers", Need::Optional, "prefers kesukaan"},
    FieldName{"met_where", Need::Optional, "metwhere bertemudi"},
    FieldName{"tags", Need::Optional, "tags label tag"},
    FieldName{"makes", Need::Optional, "makes membuat"}};

// What one row or one vCard says of somebody.
struct RawContact {
  std::int64_t row = 0;
  std::string name, phone, whatsapp, instagram, email, address, town, birthday, language, prefers, met_where, makes;
  std::vector<std::string> tags;
};

std::optional<Contact> known_contact(const Database& database, const std::string& phone, const std::string& name) {
  if (!phone.empty()) return find_contact_by_phone(database, phone);
  const auto id = database.value<Id<Contact>>(
      "SELECT id FROM contact WHERE name = ? AND merged_into IS NULL ORDER BY met_at", name);
  return id ? find_contact(database, *id) : std::nullopt;
}

Result<Contact> contact_of(const Database& database, const RawContact& raw, std::string_view home_code) {
  const auto phone = checked_phone(raw.phone, home_code);
  if (!phone) return std::unexpected(phone.error());
  if (trimmed(raw.name).empty() && phone->empty()) return refuse(ProblemCode::NameEmpty);
  Contact contact;
  if (auto known = known_contact(database, *phone, raw.name)) contact = std::move(*known);
  if (!phone->empty()) contact.phone = *phone;
  struct Taken {
    const std::string& value;
    std::string& target;
    std::function<Result<std::string>(std::string_view)> checked;
  };
  const auto as_phone = [&](std::string_view text) { return checked_phone(text, home_code); };
  const auto as_note = [](std::string_view text) { return checked_note(trimmed(text)); };
  for (const Taken& taken : {Taken{raw.name, contact.name, checked_name},
                             {raw.town, contact.town, checked_name},
                             {raw.makes, contact.makes, checked_name},
                             {raw.prefers, contact.prefers, checked_name},
                             {raw.met_where, contact.met_where, checked_name},
                             {raw.language, contact.language, checked_name},
                             {raw.whatsapp, contact.whatsapp, as_phone},
                             {raw.address, contact.address, as_note},
                             {raw.instagram, contact.instagram, checked_instagram},
                             {raw.email, contact.email, checked_email},
                             {raw.birthday, contact.birthday, checked_birthday}}) {
    if (trimmed(taken.value).empty()) continue;  // what the file does not say stays as it is
    auto checked = taken.checked(taken.value);
    if (!checked) return std::unexpected(checked.error());
    taken.target = std::move(*checked);
  }
  if (contact.whatsapp == contact.phone) contact.whatsapp.clear();
  for (const std::string& each : raw.tags) {
    if (trimmed(each).empty()) continue;
    std::string text = each;
    std::erase(text, ',');  // in a table tags are told apart by commas
    auto tag = checked_name(text);
    if (!tag) return std::unexpected(tag.error());
    const bool has_it =
        std::ranges::any_of(contact.tags, [&](const std::string& known) { return folded(known) == folded(*tag); });
    if (!has_it) contact.tags.push_back(std::move(*tag));
  }
  std::ranges::sort(contact.tags);
  return contact;
}

// What the rows come to, one after the other.
class Planning {
 public:
  Planning(const Database& database, const Profile& profile)
      : database_(database), home_code_(home_country_code(profile.currency)) {}

  void take(const RawContact& raw) {
    ImportCounts& counts = plan_.counts;
    auto contact = contact_of(database_, raw, home_code_);
    if (!contact) {
      counts.refused.push_back({raw.row, contact.error()});
      return;
    }
    const std::string& key = contact->phone.empty() ? contact->name : contact->phone;
    if (const auto earlier = seen_.earlier((contact->phone.empty() ? "n" : "p") + key, *contact, raw.row)) {
      if (earlier->says_the_same)
        ++counts.same_rows;
      else
        counts.refused.push_back({raw.row, {ProblemCode::CsvTwiceInFile, {key, earlier->row}}});
      return;
    }
    if (contact->id.is_nil()) {
      ++counts.new_rows;
    } else {
      auto known = find_contact(database_, contact->id);
      std::ranges::sort(known->tags);
      if (*known == *contact) {
        ++counts.same_rows;
        return;
      }
      ++counts.changed_rows;
    }
    plan_.command.contacts.push_back(std::move(*contact));
  }
  ImportPlan<SaveContacts>& plan() { return plan_; }

 private:
  const Database& database_;
  std::string_view home_code_;
  SeenInFile<Contact> seen_;
  ImportPlan<SaveContacts> plan_;
};

RawContact raw_row(const Reading& reading, std::size_t row) {
  const auto cell = [&](std::string_view field) { return std::string(reading.trimmed_cell(row, field)); };
  RawContact raw{.row = reading.table.number(row),
                 .name = cell("name"),
                 .phone = cell("phone"),
                 .whatsapp = cell("whatsapp"),
                 .instagram = cell("instagram"),
                 .email = cell("email"),
                 .address = cell("address"),
                 .town = cell("town"),
                 .birthday = cell("birthday"),
                 .language = cell("language"),
                 .prefers = cell("prefers"),
                 .met_where = cell("met_where"),
                 .makes = cell("makes"),
                 .tags = written_tags(reading.cell(row, "tags"))};
  if (raw.name.empty()) raw.name = trimmed(cell("first_name") + ' ' + cell("last_name"));
  if (raw.phone.empty()) std::swap(raw.phone, raw.whatsapp);
  for (std::string* phone : {&raw.phone, &raw.whatsapp})
    if (phone->starts_with('\'')) phone->erase(0, 1);  // Shopify's shield before any number
  return raw;
}

RawContact raw_card(const VCard& card) {
  RawContact raw{.row = card.line,
                 .name = card.name,
                 .phone = card.phone,
                 .whatsapp = card.whatsapp,
                 .instagram = card.instagram,
                 .email = card.email,
                 .address = card.address,
                 .town = card.town,
                 .birthday = card.birthday,
                 .language = card.language,
                 .prefers = card.note,
                 .met_where = card.met_where,
                 .makes = card.makes,
                 .tags = card.categories};
  return raw;
}

}  // namespace

std::span<const FieldName> contact_fields() {
  return fields;
}

Result<ImportPlan<SaveContacts>> plan_customers(const Database& database, const Profile& profile, const CsvTable& table,
                                                const ColumnChoice& choice) {
  const auto columns = Columns::find(table, fields, choice);
  if (!columns) return std::unexpected(columns.error());
  if (!columns->has("name") && !columns->has("first_name") && !columns->has("phone"))
    return refuse(ProblemCode::CsvColumnMissing, std::string("name"));
  Planning planning(database, profile);
  const Reading reading{table, *columns, planning.plan().counts};
  for (std::size_t row = 0; row < table.row_count(); ++row)
    if (reading.has_its_cells(row)) planning.take(raw_row(reading, row));
  return std::move(planning.plan());
}

Result<ImportPlan<SaveContacts>> plan_vcards(const Database& database, const Profile& profile, std::string_view bytes) {
  const Result<std::vector<VCard>> cards = read_vcards(bytes);
  if (!cards) return std::unexpected(cards.error());
  Planning planning(database, profile);
  for (const VCard& card : *cards) planning.take(raw_card(card));
  return std::move(planning.plan());
}

}  // namespace lapak
