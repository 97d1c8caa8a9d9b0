// screens: a contact's card.
#include "app/screens/contact_editor.h"

#include <algorithm>
#include <array>

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/list.h"
#include "app/parts/text.h"
#include "app/screens/contact_page.h"
#include "app/screens/contact_pick.h"
#include "app/screens/page.h"
#include "app/screens/photo_box.h"
#include "app/screens/wording.h"
#include "core/base/text.h"
#include "core/people/people_commands.h"

namespace lapak {
namespace {

constexpr float kBox = 56;
constexpr float kPitch = 100;  // a field with its label
constexpr float kLabel = 28;
constexpr int kThrough = 1, kMember = 2;  // what was picked for
constexpr std::array<std::string_view, 5> kRoles{N_("Shop with my goods"), N_("Client of an order"),
                                                 N_("Class participant"), N_("Fair organiser"), N_("Supplier")};

// One after the other in two columns.
class Columns {
 public:
  Columns(Rect area, float gap) : area_(area), gap_(gap) {}
  // The box of the next field, its label's room above it.
  Rect box() {
    const bool is_alone = rows_beside_ > 0;
    const Rect column = area_.column(is_alone ? 1 : next_ % 2, 2, gap_);
    const Rect place{column.x, area_.y + y_ + kLabel, column.w, kBox};
    if (is_alone ? rows_beside_-- > 0 : ++next_ % 2 == 0) y_ += kPitch;
    return place;
  }
  // The first column of the next rows, whose fields stand in the second alone.
  Rect beside(int rows) {
    rows_beside_ = rows;
    const Rect column = area_.column(0, 2, gap_);
    return {column.x, area_.y + y_, column.w, static_cast<float>(rows) * kPitch - 12};
  }
  // A row over both.
  Rect wide(float height) {
    if (next_ % 2 == 1) y_ += kPitch;
    next_ = 0;
    const Rect place{area_.x, area_.y + y_, area_.w, height};
    y_ += height + 12;
    return place;
  }
  float height() const { return y_; }

 private:
  Rect area_;
  float gap_;
  int next_ = 0;
  int rows_beside_ = 0;
  float y_ = 0;
};

class ContactEditor final : public Screen {
 public:
  explicit ContactEditor(std::optional<Id<Contact>> contact) : asked_(contact), is_new_(!contact) {}

  void refresh(const Shop& shop) override {
    home_ = home_country_code(shop.profile().currency);
    now_ = shop.now();
    if (asked_) load(shop);
    if (through_name_.empty() && card_.met_through) through_name_ = name_of(shop, *card_.met_through);
    member_names_.resize(card_.members.size());
    for (std::size_t i = 0; i < card_.members.size(); ++i)
      if (member_names_[i].empty()) member_names_[i] = name_of(shop, card_.members[i]);
    pick_.refresh(shop);
    photo_.refresh(shop, card_.photo);
  }

  void draw(Ui& ui, Intents& out) override {
    const bool has_somebody = !trimmed(card_.name).empty() || !trimmed(card_.phone).empty();
    const PageFrame page = draw_page(ui, {.title = is_new_ ? ui.words(N_("New contact")) : ui.words(N_("Edit contact")),
                                          .main = ui.words(N_("Save")),
                                          .main_icon = icon::check,
                                          .main_enabled = has_somebody});
    if (page.back) out.add(Back{});
    if (page.main == Press::Tap) save(out);
    if (page.main == Press::TapDisabled)
      out.add(ShowToast{.sentence = std::string(ui.words(N_("A name or a number is needed.")))});
    {
      ScrollArea scroll(ui, "contact.scroll", page.content, height_);
      Columns at({scroll.origin().x, scroll.origin().y, page.content.w, 0}, 24);
      draw_card(ui, out, at);
      height_ = at.height() + 24;
    }
    if (const auto picked = pick_.draw(ui)) take(*picked);
    photo_.draw_files(ui, out);
  }

  void performed(const Outcome& outcome, Intents& out) override {
    if (is_new_)
      out.add(Replace{make_contact_page(Id<Contact>{outcome.subject})});
    else
      out.add(Back{outcome});
  }

  bool refused(const Problem& problem) override {
    problem_ = problem.code;
    return false;
  }

  bool dropped(const std::filesystem::path& file, Intents& out) override {
    photo_.read(file, out);
    return true;
  }

 private:
  static std::string name_of(const Shop& shop, Id<Contact> id) {
    const auto contact = find_contact(shop.facts(), kept_contact(shop.facts(), id));
    return contact ? shown_name(*contact, home_country_code(shop.profile().currency)) : std::string("–");
  }
  void load(const Shop& shop) {
    if (auto found = find_contact(shop.facts(), *asked_)) card_ = std::move(*found);
    asked_.reset();
    // As they are typed and read.
    for (std::string* phone : {&card_.phone, &card_.whatsapp})
      if (!phone->empty()) *phone = written_phone(*phone, home_);
    if (card_.birthday.size() == 10)
      card_.birthday = card_.birthday.substr(8) + "/" + card_.birthday.substr(5, 2) + "/" + card_.birthday.substr(0, 4);
    else if (card_.birthday.size() == 5)
      card_.birthday = card_.birthday.substr(3) + "/" + card_.birthday.substr(0, 2);
    for (const std::string& tag : card_.tags) tags_ += (tags_.empty() ? "" : ", ") + tag;
    may_write_ = card_.consent_at.has_value();
  }
  void save(Intents& out) {
    Contact card = card_;
    card.tags = written_tags(tags_);
    if (may_write_ != card.consent_at.has_value()) card.consent_at = may_write_ ? std::optional(now_) : std::nullopt;
    if (!may_write_) card.consent_how.clear();
    out.perform(PeopleCommand(SaveContact{.contact = card, .fallback_name = {}, .photo = photo_.attachment()}));
  }
  void take(const ContactPick::Answer& picked) {
    if (picked.question == kThrough) {
      card_.met_through = picked.contact;
      through_name_ = picked.name;
    } else if (std::ranges::find(card_.members, picked.contact) == card_.members.end()) {
      card_.members.push_back(picked.contact);
      member_names_.push_back(picked.name);
    }
  }
  void draw_card(Ui& ui, Intents& out, Columns& at);
  void draw_links(Ui& ui, Columns& at);

  std::optional<Id<Contact>> asked_;
  bool is_new_;
  Contact card_;
  std::string tags_, through_name_;
  std::vector<std::string> member_names_;
  std::string_view home_;
  Instant now_;
  bool may_write_ = false;
  std::optional<ProblemCode> problem_;  // that the last Save was refused for
  float height_ = 1'200;
  ContactPick pick_;
  PhotoBox photo_;
};

void ContactEditor::draw_card(Ui& ui, Intents& out, Columns& at) {
  const auto line = [&](std::string_view name, std::string& value, std::string_view label,
                        TextKind kind = TextKind::Words, std::string_view error = {}) {
    if (field(ui, name, at.box(), value, {.label = ui.words(label), .error = error, .kind = kind}).edited)
      problem_.reset();
  };
  const auto error = [&](ProblemCode code, std::string_view said) {
    return problem_ == code ? ui.words(said) : std::string_view();
  };
  constexpr float kPhotoButtons = 68;
  const Rect head = at.beside(2);
  photo_.draw(ui, out,
              head.left_part(std::min(head.w, 320.0f)).top_part(head.h - (card_.photo.empty() ? 0 : kPhotoButtons)),
              card_.photo);
  line("contact.name", card_.name, N_("Name, or what you remember them by"));
  line("contact.phone", card_.phone, N_("Phone"), TextKind::Phone,
       error(ProblemCode::PhoneIncomplete, N_("This number is not complete.")));
  line("contact.whatsapp", card_.whatsapp, N_("WhatsApp, if it is another number"), TextKind::Phone,
       error(ProblemCode::PhoneIncomplete, N_("This number is not complete.")));
  line("contact.instagram", card_.instagram, N_("Instagram"), TextKind::Code);
  line("contact.email", card_.email, N_("E-mail"), TextKind::Code,
       error(ProblemCode::EmailIncomplete, N_("This address is not complete.")));
  line("contact.birthday", card_.birthday, N_("Birthday: day/month or day/month/year"), TextKind::Code,
       error(ProblemCode::NotADate, N_("There is no such day.")));
  line("contact.town", card_.town, N_("Town"));
  line("contact.address", card_.address, N_("Postal address"));
  line("contact.prefers", card_.prefers, N_("Prefers"));
  line("contact.tags", tags_, N_("Tags, with commas between them"));
  line("contact.met_where", card_.met_where, N_("Where we met"));
  line("contact.makes", card_.makes, N_("Makes, if this is a maker"));
  const Rect languages = at.wide(kLabel + kBox + 8);
  caption(ui, languages.x, languages.y, languages.w, ui.words(N_("Messages in")));
  const std::size_t language = card_.language == "id" ? 1 : card_.language == "en" ? 2 : 0;
  const auto spoken = segments(ui, "contact.language", {languages.x, languages.y + kLabel, languages.w, kBox},
                               {std::string(ui.words(N_("The shop's language"))), "Indonesia", "English"}, language);
  if (spoken) card_.language = *spoken == 1 ? "id" : *spoken == 2 ? "en" : "";
  const Rect kinds = at.wide(kLabel + kBox + 8);
  caption(ui, kinds.x, kinds.y, kinds.w, ui.words(N_("This is")));
  const auto kind = segments(ui, "contact.kind", {kinds.x, kinds.y + kLabel, kinds.w, kBox},
                             {std::string(ui.words(N_("A person"))), std::string(ui.words(N_("A group")))},
                             card_.kind == ContactKind::Group ? 1 : 0);
  if (kind) card_.kind = *kind == 1 ? ContactKind::Group : ContactKind::Person;
  draw_links(ui, at);
}

void ContactEditor::draw_links(Ui& ui, Columns& at) {
  std::vector<std::string> roles{std::string(ui.words(N_("Partner vendor")))};
  std::vector<std::size_t> selected;
  if (card_.is_partner) selected.push_back(0);
  for (std::size_t i = 0; i < kRoles.size(); ++i) {
    roles.emplace_back(ui.words(kRoles[i]));
    if (std::ranges::find(card_.roles, kContactRoles[i]) != card_.roles.end()) selected.push_back(i + 1);
  }
  const Rect head = at.wide(kLabel);
  caption(ui, head.x, head.y, head.w, ui.words(N_("To my shop")));
  const Rect room = at.wide(0);
  const FlowedChips chosen = flowed_chips(ui, "contact.role", room, roles, selected);
  at.wide(chosen.bottom - room.y - 12);
  if (chosen.tapped == 0u) card_.is_partner = !card_.is_partner;
  if (chosen.tapped && *chosen.tapped > 0) {
    const ContactRole role = kContactRoles[*chosen.tapped - 1];
    if (std::erase(card_.roles, role) == 0) card_.roles.push_back(role);
  }
  if (switch_row(ui, "contact.consent", at.wide(kBox), ui.words(N_("I may write: they said so")), may_write_))
    may_write_ = !may_write_;
  if (may_write_) {
    const Rect how = at.wide(kLabel + kBox + 8);
    field(ui, "contact.consent_how", {how.x, how.y + kLabel, how.w, kBox}, card_.consent_how,
          {.label = ui.words(N_("How they said it"))});
  }
  const std::string through = card_.met_through ? say(ui, N_("Met through {}"), through_name_)
                                                : std::string(ui.words(N_("Met through somebody?")));
  const Rect links = at.wide(kBox);
  if (button(ui, "contact.through", card_.met_through ? links.left_part(links.w - 64) : links,
             {.label = ui.paint().shortened(Type::Button, through, links.w - 140),
              .icon = icon::handshake,
              .kind = ButtonKind::Outline,
              .left_aligned = true}))
    pick_.open(std::string(ui.words(N_("Met through"))), card_.id, kThrough);
  if (card_.met_through && icon_button(ui, "contact.through.none", links.right_part(56), icon::x,
                                       ui.words(N_("Remove")), ButtonKind::Quiet)) {
    card_.met_through.reset();
    through_name_.clear();
  }
  if (card_.kind == ContactKind::Person) return;
  for (std::size_t i = 0; i < card_.members.size(); ++i) {
    const Rect place = at.wide(kBox);
    text(ui, place.left_part(place.w - 64), i < member_names_.size() ? std::string_view(member_names_[i]) : "",
         {.cut = Cut::Names});
    if (icon_button(ui, fmt::format("contact.member.{}.remove", i), place.right_part(56), icon::x,
                    ui.words(N_("Remove")), ButtonKind::Quiet)) {
      card_.members.erase(card_.members.begin() + static_cast<std::ptrdiff_t>(i));
      member_names_.erase(member_names_.begin() + static_cast<std::ptrdiff_t>(i));
      break;
    }
  }
  if (button(ui, "contact.member.add", at.wide(kBox), {.label = ui.words(N_("Add a member")), .icon = icon::user_plus}))
    pick_.open(std::string(ui.words(N_("Add a member"))), card_.id, kMember);
}

}  // namespace

std::unique_ptr<Screen> make_contact_editor(std::optional<Id<Contact>> contact) {
  return std::make_unique<ContactEditor>(contact);
}

}  // namespace lapak
