// exchange: customers from another program's table.
#include <algorithm>
#include <array>

#include "core/exchange/import_reading.h"

namespace lapak {
namespace {

constexpr std::array fields{
    FieldName{"name", Need::Optional, "name nama fullname customername"},
    FieldName{"first_name", Need::Optional, "firstname namadepan"},
    FieldName{"last_name", Need::Optional, "lastname namabelakang"},
    FieldName{"phone", Need::Optional, "phone telepon phonenumber nomorwhatsapp whatsapp hp customercontacts"},
    FieldName{"town", Need::Optional, "town kota city shipcity"},
    FieldName{"tags", Need::Optional, "tags label tag"},
    FieldName{"makes", Need::Optional, "makes membuat"}};

std::optional<Contact> known_contact(const Database& database, const std::string& phone, const std::string& name) {
  if (!phone.empty()) return find_contact_by_phone(database, phone);
  const auto id = database.value<Id<Contact>>("SELECT id FROM contact WHERE name = ? ORDER BY met_at", name);
  return id ? find_contact(database, *id) : std::nullopt;
}

Result<Contact> contact_of(const Database& database, const Reading& reading, std::size_t row,
                           std::string_view home_code) {
  std::string name(reading.trimmed_cell(row, "name"));
  if (name.empty()) {
    name = reading.trimmed_cell(row, "first_name");
    name += ' ';
    name += reading.trimmed_cell(row, "last_name");
    name = std::string(trimmed(name));
  }
  std::string_view written_phone = reading.trimmed_cell(row, "phone");
  if (written_phone.starts_with('\'')) written_phone.remove_prefix(1);  // Shopify's shield before any number
  const auto phone = checked_phone(written_phone, home_code);
  if (!phone) return std::unexpected(phone.error());
  if (name.empty() && phone->empty()) return refuse(ProblemCode::NameEmpty);

  Contact contact;
  if (auto known = known_contact(database, *phone, name)) contact = std::move(*known);
  for (const auto& [value, target] : {std::pair{std::string_view(name), &contact.name},
                                      {reading.cell(row, "town"), &contact.town},
                                      {reading.cell(row, "makes"), &contact.makes}}) {
    if (trimmed(value).empty()) continue;
    auto checked = checked_name(value);
    if (!checked) return std::unexpected(checked.error());
    *target = std::move(*checked);
  }
  if (!phone->empty()) contact.phone = *phone;
  for (std::string_view rest = reading.cell(row, "tags"); !rest.empty();) {
    const std::string_view part = rest.substr(0, rest.find(','));
    rest.remove_prefix(std::min(part.size() + 1, rest.size()));
    if (trimmed(part).empty()) continue;
    auto tag = checked_name(part);
    if (!tag) return std::unexpected(tag.error());
    if (std::ranges::find(contact.tags, *tag) == contact.tags.end()) contact.tags.push_back(std::move(*tag));
  }
  std::ranges::sort(contact.tags);
  return contact;
}

}  // namespace

Result<ImportPlan<SaveContacts>> plan_customers(const Database& database, const Profile& profile, const CsvTable& table,
                                                const ColumnChoice& choice) {
  const auto columns = Columns::find(table, fields, choice);
  if (!columns) return std::unexpected(columns.error());
  if (!columns->has("name") && !columns->has("first_name") && !columns->has("phone"))
    return refuse(ProblemCode::CsvColumnMissing, std::string("name"));

  ImportPlan<SaveContacts> plan;
  const Reading reading{table, *columns, plan.counts};
  const std::string_view home_code = home_country_code(profile.currency);
  SeenInFile<Contact> seen;
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    if (!reading.has_its_cells(row)) continue;
    auto contact = contact_of(database, reading, row, home_code);
    if (!contact) {
      reading.refuse_row(row, contact.error());
      continue;
    }
    const std::string& key = contact->phone.empty() ? contact->name : contact->phone;
    if (const auto earlier = seen.earlier((contact->phone.empty() ? "n" : "p") + key, *contact, table.number(row))) {
      reading.same_or_refused(row, key, *earlier);
      continue;
    }
    if (contact->id.is_nil()) {
      ++plan.counts.new_rows;
    } else {
      auto known = find_contact(database, contact->id);
      std::ranges::sort(known->tags);
      if (*known == *contact) {
        ++plan.counts.same_rows;
        continue;
      }
      ++plan.counts.changed_rows;
    }
    plan.command.contacts.push_back(std::move(*contact));
  }
  return plan;
}

}  // namespace lapak
