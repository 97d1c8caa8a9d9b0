// screens: a person's page (ux.md §2.15). Sums are not on it.
#include "app/screens/contact_page.h"

#include <algorithm>
#include <array>

#include "app/parts/badge.h"
#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/menu.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/contact_editor.h"
#include "app/screens/contact_pick.h"
#include "app/screens/history.h"
#include "app/screens/message_sheet.h"
#include "app/screens/note_sheet.h"
#include "app/screens/number_sheet.h"
#include "app/screens/order_editor.h"
#include "app/screens/order_page.h"
#include "app/screens/page.h"
#include "app/screens/partners.h"
#include "app/screens/remind_sheet.h"
#include "app/screens/testimonial_sheet.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"
#include "core/base/check.h"
#include "core/exchange/export.h"
#include "core/order/order_store.h"
#include "core/portfolio/testimonial_store.h"
#include "core/report/contact_page.h"
#include "core/report/due_list.h"
#include "core/shop/documents.h"

namespace lapak {
namespace {

constexpr float kPortrait = 96;
constexpr float kRow = 72;
constexpr int kMoments = 400;
enum class Shown { All, Purchases, Words };

Icon icon_of(MomentKind kind) {
  switch (kind) {
    case MomentKind::Bought:
      return icon::tote;
    case MomentKind::Returned:
      return icon::arrow_u_up_left;
    case MomentKind::Deposited:
      return icon::hand_coins;
    case MomentKind::Ordered:
      return icon::kanban;
    case MomentKind::Noted:
      return icon::note;
    case MomentKind::Written:
      return icon::chat_circle;
    case MomentKind::Talked:
      return icon::phone;
    case MomentKind::Met:
      return icon::handshake;
    case MomentKind::Promised:
      return icon::bell;
    case MomentKind::Quoted:
      return icon::chat_circle;
    case MomentKind::GoodsCame:
    case MomentKind::GoodsWent:
      return icon::package;
  }
  LAPAK_ASSERT(false);
}

bool is_shown(const Moment& moment, Shown shown) {
  const bool is_purchase = is_receipt(moment.kind) || is_about_goods(moment.kind) || moment.kind == MomentKind::Ordered;
  return shown == Shown::All || is_purchase == (shown == Shown::Purchases);
}

struct View {
  std::optional<ContactPage> page;
  std::vector<OrderRow> orders;
  std::string message;
  std::string language;
  std::vector<Testimonial> testimonials;
};

class ContactScreen final : public Screen {
 public:
  explicit ContactScreen(Id<Contact> contact) : contact_(contact) {}

  void refresh(const Shop& shop) override {
    zone_ = shop.profile().clock();
    home_ = home_country_code(shop.profile().currency);
    today_ = shop.today();
    now_ = shop.now();
    const bool is_helper = !shop.may(Right::People);
    const ContactPageQuestion question{contact_, kMoments, is_helper ? Sight::NameAndPinned : Sight::Whole};
    sight_ = question.sight;
    view_.refresh(shop, question,
                  rooms(&Revisions::people, &Revisions::sale, &Revisions::order, &Revisions::portfolio,
                        &Revisions::partner, &Revisions::profile),
                  [](const Shop& s, const ContactPageQuestion& q) {
                    View view{contact_page(s.facts(), q), {}, {}, {}, {}};
                    if (!view.page || q.sight != Sight::Whole) return view;
                    view.orders = orders_of(s.facts(), q.contact);
                    view.testimonials = testimonials_by(s.facts(), q.contact);
                    const auto& promise = view.page->promise;
                    view.message =
                        ready_message(s.facts(), s.profile(), q.contact, promise ? Occasion::Promise : Occasion::Rhythm,
                                      promise ? promise->text : std::string());
                    view.language =
                        view.page->contact.language.empty() ? s.profile().language : view.page->contact.language;
                    return view;
                  });
    pick_.refresh(shop);
    testimonial_.refresh(shop);
  }

  bool dropped(const std::filesystem::path& file, Intents& out) override { return testimonial_.dropped(file, out); }

  void draw(Ui& ui, Intents& out) override {
    if (!view_->page) {  // forgotten, or merged into another
      out.add(Back{});
      return;
    }
    const ContactPage& page = *view_->page;
    remember_words(ui);
    const bool is_whole = sight_ == Sight::Whole;
    const bool is_compact = ui.size() == SizeClass::Compact;
    const PageFrame frame = draw_page(ui, {.title = shown_name(page.contact, home_),
                                           .main = ui.words(N_("New sale")),
                                           .main_icon = icon::storefront,
                                           .main_width = 160,
                                           .side = is_whole ? (is_compact ? 240.0f : 400.0f) : 0.0f});
    if (frame.back) out.add(Back{});
    if (frame.main == Press::Tap) {
      out.perform(CartCommand(SetCustomer{contact_}));
      out.add(GoTo{Section::Sell});
    }
    if (is_whole) draw_head(ui, out, frame.side, is_compact);
    const float left_width = is_compact ? 312.0f : 360.0f;
    const Rect left = ui.left_handed() ? frame.content.right_part(left_width) : frame.content.left_part(left_width);
    const float right_x = ui.left_handed() ? frame.content.x : left.right() + 24;
    const Rect right{right_x, frame.content.y, frame.content.w - left_width - 24, frame.content.h};
    draw_card(ui, out, left, page);
    draw_timeline(ui, out, right, page);
    draw_sheets(ui, out, page);
  }

  void performed(const Outcome& outcome, Intents& out) override {
    if (outcome.kind == "cart") return;
    if (outcome.kind == "forget_contact") {
      out.add(ShowToast{.sentence = forgotten_, .icon = icon::check_circle, .lasts_s = 12});
      out.add(Back{});
      return;
    }
    out.add(ShowToast{.sentence = saved_, .icon = icon::check_circle, .offers_undo = outcome.is_undoable});
  }

 private:
  void remember_words(const Ui& ui) {
    saved_ = ui.words(N_("Saved"));
    forgotten_ = ui.words(N_("Forgotten. Copies made before today still know: delete them, or make new ones."));
  }
  void draw_head(Ui& ui, Intents& out, Rect side, bool is_compact);
  void draw_card(Ui& ui, Intents& out, Rect area, const ContactPage& page);
  void draw_timeline(Ui& ui, Intents& out, Rect area, const ContactPage& page);
  void draw_moment(Ui& ui, Intents& out, const RowList::Item& item, const Moment& moment);
  void draw_sheets(Ui& ui, Intents& out, const ContactPage& page);
  void draw_more(Ui& ui, Intents& out, const ContactPage& page);
  void draw_forgetting(Ui& ui, Intents& out, const ContactPage& page);
  void draw_words(Ui& ui, Intents& out);
  void write(const ContactPage& page);

  Id<Contact> contact_;
  Watched<ContactPageQuestion, View> view_;
  Sight sight_ = Sight::Whole;
  Zone zone_;
  std::string_view home_;
  Date today_;
  Instant now_;
  Shown shown_ = Shown::All;
  float card_height_ = 600;
  MessageSheet message_;
  RemindSheet remind_;
  TestimonialSheet testimonial_;
  RhythmSheet rhythm_;
  NoteSheet note_{"note"};
  ContactPick pick_;
  std::optional<Moment> read_;  // a note or message that is read in full
  bool is_reading_ = false;
  bool has_more_open_ = false;
  bool is_forgetting_ = false;
  std::string saved_, forgotten_;
};

void ContactScreen::write(const ContactPage& page) {
  const Contact& card = page.contact;
  MessageSheet::Message message{.contact = contact_,
                                .name = shown_name(card, home_),
                                .phone = chat_phone(card),
                                .email = card.email,
                                .may_write = card.consent_at.has_value(),
                                .language = view_->language,
                                .text = view_->message,
                                .occasion = page.promise ? Occasion::Promise : Occasion::Rhythm};
  if (page.promise) message.cause.reminder = page.promise->id;
  message_.open(std::move(message));
}

void ContactScreen::draw_head(Ui& ui, Intents& out, Rect side, bool is_compact) {
  const Rect more = side.right_part(56);
  if (icon_button(ui, "person.more", more, icon::dots_three_vertical, ui.words(N_("More")))) has_more_open_ = true;
  const Rect rest = side.left_part(side.w - 56 - kGap);
  const Type type = is_compact ? Type::Nav : Type::Button;
  if (button(ui, "person.write", rest.column(0, 2, kGap),
             {.label = ui.words(N_("Write")), .icon = icon::chat_circle, .stacked = is_compact, .type = type}))
    write(*view_->page);
  if (button(ui, "person.edit", rest.column(1, 2, kGap),
             {.label = ui.words(N_("Edit")), .icon = icon::pencil, .stacked = is_compact, .type = type}))
    out.add(Open{make_contact_editor(contact_)});
}

void ContactScreen::draw_card(Ui& ui, Intents& out, Rect area, const ContactPage& page) {
  plate(ui, area);
  ScrollArea scroll(ui, "person.card", area, card_height_);
  const float x = area.x + 24, width = area.w - 48;
  float y = scroll.origin().y + 24;
  const auto line = [&](std::string_view words, const TextSpec& spec, float height) {
    if (words.empty()) return;
    text(ui, {x, y, width, height}, words, spec);
    y += height + 4;
  };
  const Contact& card = page.contact;
  const TextSpec second{.type = Type::Text, .color = ui.theme().ink2, .cut = Cut::Names};
  if (!card.photo.empty()) {
    photo(ui, {x, y, kPortrait, kPortrait}, ui.photo(card.photo), kPortrait / 2);
    y += kPortrait + 12;
  }
  line(shown_name(card, home_), {.type = Type::Title, .cut = Cut::Names, .lines = 2, .name = "person.name"}, 56);
  line(written_phone(card.phone, home_), second, 26);
  line(card.town, second, 26);
  if (page.promise) {
    const std::string due = page.promise->due ? ui.words().weekday_date(*page.promise->due) : std::string();
    const Rect block{x - 8, y + 8, width + 16, 124};
    ui.paint().fill(block, ui.theme().primary_c, kRowRadius);
    text(ui, {x + 8, y + 16, width - 16, 26}, say(ui, N_("Promised for {}"), due), {.type = Type::SmallStrong});
    text(ui, {x + 8, y + 44, width - 16, 80}, page.promise->text,
         {.type = Type::Text, .upright = Upright::Top, .cut = Cut::Names, .lines = 3, .name = "person.promise"});
    y += 148;
  }
  const auto told = [&](std::string_view label, const std::string& value, int lines = 1) {
    if (value.empty()) return;
    caption(ui, x, y, width, ui.words(label));
    y += 28;
    const float height = 26.0f * static_cast<float>(lines);
    text(ui, {x, y, width, height}, value,
         {.type = Type::Text, .upright = Upright::Top, .cut = Cut::Names, .lines = lines});
    y += height + 8;
  };
  told(N_("Last words"), page.last_words, 3);
  told(N_("Last piece"), page.last_piece, 2);
  if (page.owed) told(N_("Owed by customer"), ui.money(*page.owed));
  if (sight_ == Sight::Whole) {
    const std::string rhythm =
        page.clockwork.every_weeks > 0 && page.due
            ? say(ui, N_("every {0} weeks, next {1}"), page.clockwork.every_weeks, ui.words().short_date(*page.due))
            : std::string(ui.words(N_("Into my circle")));
    if (button(ui, "person.rhythm", {x, y + 4, width, 56},
               {.label = rhythm, .icon = icon::heart, .kind = ButtonKind::Outline, .type = Type::Text}))
      rhythm_.open(contact_, shown_name(card, home_), page.clockwork.every_weeks);
    y += 72;
  }
  if (!view_->orders.empty()) {
    caption(ui, x, y, width, ui.words(N_("Orders")));
    y += 28;
    for (std::size_t i = 0; i < view_->orders.size(); ++i) {
      const OrderRow& order = view_->orders[i];
      if (row(ui, fmt::format("person.order.{}", i), {x, y, width, kRow},
              {.title = order.order.what,
               .subtitle = fmt::format("#{} · {}", order.order.number, stage_name(order.order.stage, ui.words())),
               .has_arrow = true}))
        out.add(Open{make_order_page(order.order.id)});
      y += kRow;
    }
    y += 8;
  }
  if (!card.tags.empty()) {
    std::string tags;
    for (const std::string& tag : card.tags) tags += (tags.empty() ? "" : " · ") + tag;
    told(N_("Tags"), tags, 2);
  }
  told(N_("Prefers"), card.prefers, 2);
  told(N_("Birthday"),
       card.birthday.empty() ? std::string() : ui.words().short_date(next_return(card.birthday, today_)));
  told(N_("Where we met"), card.met_where);
  if (page.through) told(N_("Met through"), page.through->name);
  told(N_("Makes"), card.makes, 2);
  told(N_("Instagram"), card.instagram.empty() ? std::string() : "@" + card.instagram);
  told(N_("E-mail"), card.email);
  told(N_("Postal address"), card.address, 3);
  if (card.consent_at)
    told(N_("May be written to"),
         ui.words().full_date(zone_.local(*card.consent_at).date) +
             (card.consent_how.empty() ? "" : " · " + card.consent_how),
         2);
  const auto people_rows = [&](std::string_view label, std::string_view name, const std::vector<PersonName>& names) {
    if (names.empty()) return;
    caption(ui, x, y, width, ui.words(label));
    y += 28;
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (row(ui, fmt::format("{}.{}", name, i), {x, y, width, 56},
              {.title = names[i].name, .icon = icon::user, .has_arrow = true}))
        out.add(Open{make_contact_page(names[i].id)});
      y += 56;
    }
    y += 8;
  };
  people_rows(N_("Members"), "person.member", page.members);
  people_rows(N_("Belongs to"), "person.community", page.communities);
  card_height_ = y + 24 - scroll.origin().y;
}

void ContactScreen::draw_timeline(Ui& ui, Intents& out, Rect area, const ContactPage& page) {
  float top = area.y;
  const bool is_whole = sight_ == Sight::Whole;
  if (is_whole) {
    const std::vector<std::string> labels{std::string(ui.words(N_("All"))), std::string(ui.words(N_("Purchases"))),
                                          std::string(ui.words(N_("Notes")))};
    if (const auto tapped =
            chips(ui, "person.shown", {area.x, top, area.w, 48}, labels, static_cast<std::size_t>(shown_)))
      shown_ = static_cast<Shown>(*tapped);
    top += 56;
  }
  std::vector<const Moment*> moments;
  for (const Moment& moment : page.timeline)
    if (is_shown(moment, shown_)) moments.push_back(&moment);
  const float foot = is_whole ? 72.0f : 0.0f;
  const Rect list{area.x, top, area.w, area.bottom() - top - foot};
  if (moments.empty()) {
    empty_state(ui, "person.empty", list,
                {.icon = icon::note, .sentence = ui.words(N_("What happens between you stands here."))});
  } else {
    const RowList rows(ui, "person.timeline", list, {.count = moments.size(), .row_height = kRow});
    for (const RowList::Item& item : rows.visible()) draw_moment(ui, out, item, *moments[item.index]);
  }
  if (!is_whole) return;
  const Rect buttons = area.bottom_part(64);
  if (button(ui, "person.note", buttons.column(0, 3, kGap), {.label = ui.words(N_("Note")), .icon = icon::note_pencil}))
    note_.open(std::string(ui.words(N_("Note"))), {});
  if (button(ui, "person.talked", buttons.column(1, 3, kGap), {.label = ui.words(N_("Talked")), .icon = icon::phone}))
    out.perform(PeopleCommand(Greet{.contact = contact_, .way = Way::Talked, .text = {}, .cause = {}}));
  if (button(ui, "person.remind", buttons.column(2, 3, kGap), {.label = ui.words(N_("Remind me")), .icon = icon::bell}))
    remind_.open(contact_, today_);
}

void ContactScreen::draw_moment(Ui& ui, Intents& out, const RowList::Item& item, const Moment& moment) {
  const LocalTime at = zone_.local(moment.at);
  std::string second = fmt::format("{} · {}", ui.words().short_date(at.date), ui.words(moment_name(moment.kind)));
  if (at.date.year() != today_.year()) second = fmt::format("{} {}", second, at.date.year());
  const bool is_sale = is_receipt(moment.kind);
  std::optional<Pill> pill;
  if (moment.pinned) pill = Pill{.label = std::string(ui.words(N_("Pinned"))), .tone = Tone::Primary};
  if (moment.due) pill = Pill{.label = ui.words().short_date(*moment.due), .tone = Tone::Warning};
  const bool tapped =
      row(ui, fmt::format("person.moment.{}", item.index), item.rect,
          {.title = moment.text.empty() ? ui.words(moment_name(moment.kind)) : std::string_view(moment.text),
           .subtitle = second,
           .trailing = is_sale ? ui.bare_money(moment.amount) : std::string(),
           .icon = icon_of(moment.kind),
           .pill = pill,
           .enabled = true});
  if (!tapped || sight_ != Sight::Whole) return;
  if (moment.kind == MomentKind::Ordered) {
    out.add(Open{make_order_page(Id<CustomOrder>{moment.id})});
  } else if (is_sale) {
    out.add(GoTo{Section::History, make_history_screen(Id<Sale>{moment.id})});
  } else if (is_about_goods(moment.kind)) {
    out.add(Open{make_partner_screen(contact_)});
  } else if (moment.kind == MomentKind::Quoted) {
    for (const Testimonial& said : view_->testimonials)
      if (said.id.bytes == moment.id) testimonial_.open({.said = said, .piece = moment.number}, today_);
  } else {
    read_ = moment;
    is_reading_ = true;
  }
}

void ContactScreen::draw_words(Ui& ui, Intents& out) {
  Sheet sheet(ui, "words_read", is_reading_,
              {.title = read_ ? ui.words(moment_name(read_->kind)) : std::string_view(),
               .close_label = ui.words(N_("Close")),
               .foot = 80});
  if (!sheet.visible() || !read_) return;
  const Rect content = sheet.content();
  text(ui, {content.x, content.y, content.w, content.h - 200}, read_->text,
       {.type = Type::Body, .upright = Upright::Top, .cut = Cut::Names, .lines = 16});
  if (read_->kind == MomentKind::Noted &&
      button(ui, "words_read.pin", sheet.foot(),
             {.label = read_->pinned ? ui.words(N_("Unpin from the till")) : ui.words(N_("Pin: show it at the till")),
              .icon = icon::note,
              .kind = ButtonKind::Secondary})) {
    out.perform(PeopleCommand(PinNote{Id<Note>{read_->id}, !read_->pinned}));
    is_reading_ = false;
  }
  if (read_->kind == MomentKind::Promised && read_->due &&
      button(ui, "words_read.let_go", sheet.foot(),
             {.label = ui.words(N_("Kept, or let go")), .icon = icon::check, .kind = ButtonKind::Secondary})) {
    out.perform(PeopleCommand(LetGo{contact_, {.reminder = Id<Reminder>{read_->id}, .occasion = {}}}));
    is_reading_ = false;
  }
  if (sheet.dismissed()) is_reading_ = false;
}

void ContactScreen::draw_more(Ui& ui, Intents& out, const ContactPage& page) {
  Sheet sheet(ui, "person_more", has_more_open_, {.title = ui.words(N_("More")), .close_label = ui.words(N_("Close"))});
  if (!sheet.visible()) return;
  SheetMenu menu(ui, sheet, has_more_open_);
  const std::string name = shown_name(page.contact, home_);
  if (menu.entry("person_more.order", ui.words(N_("New order")), icon::kanban))
    out.add(Open{make_order_editor(NewOrder{.client = contact_})});
  if (page.contact.is_partner && menu.entry("person_more.partner", ui.words(N_("Partner page")), icon::handshake))
    out.add(Open{make_partner_screen(contact_)});
  if (menu.entry("person_more.quote", ui.words(N_("Write down a testimonial")), icon::chat_circle)) {
    Testimonial said{.contact = contact_, .named = page.contact.name};
    if (!page.contact.town.empty()) said.named += (said.named.empty() ? "" : ", ") + page.contact.town;
    testimonial_.open({.said = said, .piece = {}}, today_);
  }
  if (menu.entry("person_more.merge", ui.words(N_("Another card is the same person")), icon::users))
    pick_.open(std::string(ui.words(N_("Which card is the same person?"))), contact_, 0);
  if (menu.entry("person_more.pdf", ui.words(N_("All that is kept, as PDF")), icon::file_pdf))
    out.add(MakePaper{.file_name = name + ".pdf",
                      .lay_out = [id = contact_, now = now_](const Database& facts, const Profile& profile) {
                        return person_file_of(facts, profile, id, now);
                      }});
  if (menu.entry("person_more.json", ui.words(N_("All that is kept, as JSON")), icon::file_text))
    out.add(
        MakeTable{.file_name = name + ".json", .write = [id = contact_](const Database& facts, const Profile& profile) {
                    return person_json(facts, profile, id);
                  }});
  if (menu.entry("person_more.hide", ui.words(N_("Hide")), icon::eye_slash)) {
    Contact hidden = page.contact;
    hidden.hidden = true;
    out.perform(PeopleCommand(SaveContact{.contact = hidden, .fallback_name = {}, .photo = {}}));
    out.add(Back{});
  }
  if (menu.entry("person_more.forget", ui.words(N_("Forget them")), icon::trash)) is_forgetting_ = true;
  if (sheet.dismissed()) has_more_open_ = false;
}

void ContactScreen::draw_forgetting(Ui& ui, Intents& out, const ContactPage& page) {
  Sheet sheet(ui, "forget", is_forgetting_,
              {.title = ui.words(N_("Forget them")), .close_label = ui.words(N_("Close")), .foot = 80});
  if (!sheet.visible()) return;
  const Rect content = sheet.content();
  text(ui, {content.x, content.y, content.w, 196},
       say(ui,
           N_("Name, numbers, notes and messages of {} go for good, and cannot be brought back. The purchases stay in "
              "the books, without the person. Copies made before today still know them."),
           shown_name(page.contact, home_)),
       {.type = Type::Body, .upright = Upright::Top, .cut = Cut::Names, .lines = 8});
  std::int64_t open = 0;
  Money held;
  for (const OrderRow& row : view_->orders) {
    if (is_open(row.order.stage)) ++open;
    held += row.deposit;
  }
  if (open > 0)
    text(ui, {content.x, content.y + 200, content.w, 56},
         say(ui, N_("Open orders: {0}, deposits held: {1}. What was ordered will be forgotten too."), open,
             ui.money(held)),
         {.type = Type::SmallStrong,
          .color = ui.theme().danger,
          .upright = Upright::Top,
          .lines = 3,
          .name = "forget.orders"});
  if (button(ui, "forget.no", {content.x, content.y + 264, content.w, 64},
             {.label = ui.words(N_("Keep them")), .kind = ButtonKind::Primary}))
    is_forgetting_ = false;
  if (button(ui, "forget.ok", sheet.foot(),
             {.label = ui.words(N_("Forget for good")),
              .icon = icon::trash,
              .kind = ButtonKind::Danger,
              .type = Type::Title})) {
    out.perform(PeopleCommand(ForgetContact{contact_}));
    is_forgetting_ = false;
  }
  if (sheet.dismissed()) is_forgetting_ = false;
}

void ContactScreen::draw_sheets(Ui& ui, Intents& out, const ContactPage& page) {
  message_.draw(ui, out);
  remind_.draw(ui, out);
  rhythm_.draw(ui, out);
  draw_words(ui, out);
  testimonial_.draw(ui, out);
  draw_more(ui, out, page);
  draw_forgetting(ui, out, page);
  if (const auto note = note_.draw(ui))
    out.perform(PeopleCommand(AddNote{.contact = contact_, .sale = {}, .text = *note, .pinned = true}));
  if (const auto picked = pick_.draw(ui)) out.perform(PeopleCommand(MergeContacts{picked->contact, contact_}));
}

}  // namespace

std::unique_ptr<Screen> make_contact_page(Id<Contact> contact) {
  return std::make_unique<ContactScreen>(contact);
}

}  // namespace lapak
