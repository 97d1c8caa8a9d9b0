// screens: Done.
#include "app/screens/done.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/figure.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/note_sheet.h"
#include "app/screens/print_sheet.h"
#include "app/screens/receipt_view.h"
#include "app/screens/remind_sheet.h"
#include "app/screens/share_sheet.h"
#include "app/screens/watched.h"
#include "app/screens/what_next.h"
#include "app/screens/wording.h"
#include "core/people/people_store.h"
#include "core/sale/cash.h"
#include "core/sale/sale_store.h"
#include "core/shop/documents.h"

namespace lapak {
namespace {

constexpr int kTags = 6;
constexpr float kBoxEdge = 16;
constexpr float kTagPitch = 56;
constexpr float kMostTagRows = 3;
constexpr std::array<std::string_view, kTags> kFirstTags{
    N_("Likes blue"), N_("Custom order"), N_("Gift"), N_("Buys for a shop"), N_("From out of town"), N_("Small child")};

class DoneScreen final : public Screen {
 public:
  explicit DoneScreen(Id<Sale> sale) : id_(sale) {}
  Surface surface() const override { return Surface::FullScreen; }
  void refresh(const Shop& shop) override;
  void draw(Ui& ui, Intents& out) override;
  void performed(const Outcome& outcome, Intents& out) override;
  Rect toast_place(const Ui& ui) const override;

 private:
  struct View {
    Sale sale;
    Money received, change;
    Money deposit;  // paid before, for an order
    HandedNotes notes;
    bool is_waiting = false;
    std::optional<CustomerCard> customer;
    std::optional<CodeSymbol> chat;
    std::string fallback_name;
    std::string home_code;
  };
  static View ask(const Shop& shop, Id<Sale> id);
  void draw_money(Ui& ui, Intents& out, Rect panel);
  void draw_receipt(Ui& ui, Intents& out, Rect column);
  void draw_buyer(Ui& ui, Intents& out, Rect column);
  void draw_known(Ui& ui, Rect box);
  void draw_unknown(Ui& ui, Intents& out, Rect box, const std::vector<Rect>& tag_places);
  // Of the tags that have room, from the corner of their part of the box.
  std::vector<Rect> tag_places(Ui& ui, float width) const;
  void remember(Intents& out, std::string name, std::vector<std::string> tags, std::string note);

  Id<Sale> id_;
  Watched<Id<Sale>, View> view_;
  std::optional<bool> was_known_;
  std::vector<std::string> tags_;  // as they stood at the beginning: no chip moves under a finger
  bool shows_chat_ = false;
  bool is_taking_back_ = false;
  std::string name_;
  const Words* words_ = nullptr;
  const Currency* currency_ = nullptr;
  NoteSheet note_sheet_{"buyer.words"};
  RemindSheet remind_;
  bool asks_when_ = false;
  Date today_;
  PrintSheet print_;
  WhatNext next_;
};

DoneScreen::View DoneScreen::ask(const Shop& shop, Id<Sale> id) {
  View view;
  const auto sale = find_sale(shop.facts(), id);
  if (!sale) return view;
  view.sale = *sale;
  const Profile& profile = shop.profile();
  const Words& words = profile.screen_words();
  for (const Payment& payment : sale->payments) {
    if (payment.method == Method::Cash) view.received += payment.received.is_zero() ? payment.amount : payment.received;
    if (payment.method == Method::Deposit) view.deposit += payment.amount;
    view.change += payment.change;
    view.is_waiting = view.is_waiting || payment.is_waiting;
  }
  view.notes = notes_for(view.change, profile.money());
  if (const auto customer = customer_of(shop.facts(), id)) view.customer = customer_card(shop.facts(), *customer);
  const std::string phone = view.customer ? view.customer->contact.phone : std::string();
  if (auto code = qr_symbol(chat_link(phone, receipt_text(shop.facts(), profile, *sale)), QrRepair::Low))
    view.chat = std::move(*code);
  view.fallback_name = nameless_buyer(words, profile.clock().local(sale->at));
  view.home_code = home_country_code(profile.currency);
  return view;
}

void DoneScreen::refresh(const Shop& shop) {
  words_ = &shop.profile().screen_words();
  currency_ = &shop.profile().money();
  today_ = shop.today();
  view_.refresh(shop, id_, rooms(&Revisions::sale, &Revisions::people, &Revisions::profile), ask);
  next_.refresh(shop, view_->sale.order);
  if (!was_known_) {
    was_known_ = view_->customer.has_value();
    std::vector<std::string> first_tags;
    for (const std::string_view tag : kFirstTags) first_tags.emplace_back((*words_)(tag));
    tags_ = frequent_tags(shop.facts(), first_tags, kTags);
  }
}

void DoneScreen::draw(Ui& ui, Intents& out) {
  const float half = std::round(ui.width() / 2);
  const Rect left = ui.mirrored({0, 0, half, ui.height()});
  const Rect right = ui.mirrored({half, 0, ui.width() - half, ui.height()});
  draw_money(ui, out, left);
  const float width = std::min(520.0f, right.w - 48);
  const Rect column{right.x + std::min(40.0f, (right.w - width) / 2), 0, width, ui.height()};
  draw_receipt(ui, out, column);
  draw_buyer(ui, out, column);
  {
    Sheet sheet(ui, "chat", shows_chat_, {.title = ui.words(N_("WhatsApp")), .close_label = ui.words(N_("Close"))});
    if (sheet.visible()) {
      const Rect content = sheet.content();
      const bool has_phone = view_->customer && !view_->customer->contact.phone.empty();
      ui.paint().fill({content.x, 88, content.w, content.w}, Color::rgb(0xFFFFFF), kCardRadius);
      if (view_->chat) qr_code(ui, "chat.code", Rect{content.x, 88, content.w, content.w}.inset(8), *view_->chat);
      text(ui, {content.x, content.w + 112, content.w, 130},
           ui.words(has_phone
                        ? N_("Scan with your own phone. A chat with this customer opens, the receipt already written.")
                        : N_("The customer scans this. WhatsApp opens with the receipt, to keep or to pass on.")),
           {.type = Type::Body, .upright = Upright::Top, .lines = 5});
      if (sheet.dismissed()) shows_chat_ = false;
    }
  }
  if (auto note = note_sheet_.draw(ui); note && !note->empty()) remember(out, {}, {}, std::move(*note));

  remind_.draw(ui, out);
  print_.draw(ui, out);
  next_.draw_sheets(ui, out);

  // The next sale begins with it.
  if (ui.scan()) out.add(Back{Outcome{.kind = "scanned", .label = *ui.scan()}});
}

void DoneScreen::draw_money(Ui& ui, Intents& out, Rect panel) {
  const Theme& t = ui.theme();
  const Sale& sale = view_->sale;
  const bool is_open = sale.owed > Money{} || view_->is_waiting;
  ui.paint().fill(panel, is_open ? t.warning_c : t.success_c);
  const Color ink = is_open ? t.on_warning_c : t.on_success_c;
  if (t.has_lines()) {
    const float edge = ui.left_handed() ? panel.x : panel.right();
    ui.paint().line({edge, 0}, {edge, panel.h}, t.divider, t.line_width());
  }
  const float x = panel.x + (ui.size() == SizeClass::Compact ? 40.0f : 64.0f);
  const float width = panel.right() - 16 - x;
  const float part = ui.ease("done#mark", 1, kDoneMotion, 0.0f);
  ui.paint().circle({x + 28, 100}, 23 * part, ink);
  ui.paint().icon({x + 28, 100}, is_open ? icon::hourglass : icon::check, is_open ? t.warning_c : t.success_c,
                  IconWeight::Bold, IconSize::Rail);
  text(ui, {x + 72, 72, width - 72, 56},
       ui.words(view_->is_waiting     ? N_("Waiting for payment")
                : sale.owed > Money{} ? N_("Noted, not all is paid")
                                      : N_("Paid")),
       {.type = Type::Headline, .color = ink, .name = "done"});

  const bool has_change = view_->change > Money{};
  const bool has_cash = view_->received > Money{};
  const Money big = has_change || has_cash ? view_->change
                    : sale.owed > Money{}  ? sale.owed
                                           : sale.total - view_->deposit;
  text(ui, {x, 184, width, 40},
       ui.words(has_change || has_cash     ? N_("Change")
                : sale.owed > Money{}      ? N_("Owed by customer")
                : view_->deposit > Money{} ? N_("Due")
                                           : N_("Total")),
       {.type = Type::Headline, .color = ink});
  amount(ui, {x, 224, width, 120}, ui.money(big),
         {.size = AmountSize::Hero, .color = ink, .align = Side::Left, .name = "change"});

  float note_x = x;
  float note_y = 352;
  for (const NoteCount& note : view_->notes.notes) {
    const std::string label = fmt::format("{} × {}", note.count, ui.bare_money(note.value));
    const float chip = ui.paint().width(Type::Title, label) + 40;
    if (note_x + chip > panel.right() - 16) {
      note_x = x;
      note_y += 64;
    }
    const Rect box{note_x, note_y, chip, 56};
    ui.paint().fill(box, t.surface, kRowRadius);
    if (t.is_terik()) ui.paint().outline(box, t.divider, 2, kRowRadius);
    text(ui, box, label, {.type = Type::Title, .align = Side::Centre});
    note_x += chip + 12;
  }
  if (!view_->notes.notes.empty()) note_y += 72;

  std::string facts;
  const auto add = [&facts](const std::string& more) { facts += (facts.empty() ? "" : " · ") + more; };
  if (has_cash) add(say(ui, N_("Received {}"), ui.money(view_->received)));
  add(say(ui, N_("Total {}"), ui.money(sale.total)));
  for (const Payment& payment : sale.payments) add(std::string(method_name(payment.method, ui.words())));
  text(ui, {x, note_y + 8, width, 52}, facts,
       {.type = Type::Body, .color = ink, .upright = Upright::Top, .lines = 2, .name = "facts"});
  text(ui, {x, note_y + 64, width, 26}, sale.number,
       {.type = Type::Small, .color = ink, .cut = Cut::Names, .name = "number"});

  const bool is_typing = ui.memory().editing.has_value();  // there Enter ends the field
  if (button(ui, "new_sale", {x, ui.height() - 136, std::min(424.0f, width), 88},
             {.label = ui.words(N_("New sale")),
              .icon = icon::plus,
              .kind = ButtonKind::Primary,
              .type = Type::Main,
              .shortcut = is_typing ? KeyStroke() : KeyStroke{Key::Enter}})) {
    out.add(Back{});
  }
  if (!is_typing && !shows_chat_ && !note_sheet_.is_open() && !remind_.is_open() && !print_.is_open() &&
      !next_.is_open() && ui.shortcut({Key::Escape}))
    out.add(Back{});
}

void DoneScreen::draw_receipt(Ui& ui, Intents& out, Rect column) {
  text(ui, {column.x, 40, 200, 32}, ui.words(N_("Receipt")), {.type = Type::Title});
  if (button(ui, "take_back", {column.right() - 216, 16, 216, 56},
             {.label = ui.words(N_("Wrong? Take back")),
              .icon = icon::arrow_u_up_left,
              .kind = ButtonKind::Outline,
              .type = Type::SmallStrong})) {
    is_taking_back_ = true;
    out.perform(SaleCommand(VoidSale{id_, std::string(ui.words(N_("Taken back at the till")))}));
  }
  const Rect row{column.x, 80, column.w, 88};
  const int ways = view_->chat ? 3 : 2;
  const std::string title = fmt::format("{} {}", ui.words(N_("Receipt")), view_->sale.number);
  if (button(ui, "receipt.print", row.column(0, ways, kGap),
             {.label = ui.words(N_("Print")),
              .icon = icon::printer,
              .stacked = true,
              .shortcut = {.key = Key::P, .ctrl = true}})) {
    print_.open(title, receipt_paper_of(view_->sale), out);
  }
  if (button(ui, "receipt.pdf", row.column(1, ways, kGap),
             {.label = ui.words(N_("PDF")), .icon = icon::file_pdf, .stacked = true})) {
    out.add(MakePaper{fmt::format("{}.pdf", view_->sale.number), receipt_paper_of(view_->sale)});
  }
  if (view_->chat && button(ui, "receipt.chat", row.column(2, ways, kGap),
                            {.label = ui.words(N_("WhatsApp")), .icon = icon::whatsapp_logo, .stacked = true})) {
    shows_chat_ = true;
  }
}

void DoneScreen::draw_buyer(Ui& ui, Intents& out, Rect column) {
  const bool is_known = was_known_.value_or(false) && view_->customer;
  text(ui, {column.x, 192, column.w, 32}, ui.words(is_known ? N_("Customer") : N_("Remember this customer")),
       {.type = Type::Title});
  if (!is_known) {
    const std::string saved = view_->customer ? say(ui, N_("Saved: {}"), view_->customer->contact.name) : std::string();
    text(ui, {column.x, 228, column.w, 28},
         view_->customer ? std::string_view(saved) : ui.words(N_("One tap is enough. More can follow later.")),
         {.type = Type::Text,
          .color = view_->customer ? ui.theme().success : ui.theme().ink2,
          .cut = Cut::Names,
          .name = "buyer.saved"});
  }
  const std::vector<Rect> chips = is_known ? std::vector<Rect>() : tag_places(ui, column.w - 2 * kBoxEdge);
  const float rows = chips.empty() ? 2 : std::max(2.0f, chips.back().bottom() / kTagPitch);
  const Rect box{column.x, 264, column.w, 184 + kTagPitch * std::ceil(rows)};
  plate(ui, box);
  if (is_known) {
    draw_known(ui, box);
  } else {
    draw_unknown(ui, out, box, chips);
  }
  const Rect foot{box.x + 16, box.bottom() - 72, box.w - 32, 56};
  if (button(ui, "buyer.note", foot.column(0, 2, kGap),
             {.label = ui.words(N_("Write a note")), .icon = icon::note_pencil})) {
    note_sheet_.open(std::string(ui.words(N_("Write a note"))), "");
  }
  if (button(ui, "buyer.remind", foot.column(1, 2, kGap), {.label = ui.words(N_("Remind me")), .icon = icon::bell})) {
    if (view_->customer) {
      remind_.open(view_->customer->contact.id, today_, id_);
    } else {
      asks_when_ = true;  // once there is somebody to be reminded of
      remember(out, name_, {}, {});
    }
  }
  // Where the change was said before: no finger paid there.
  const Rect next{column.x, ui.height() - 196, column.w, WhatNext::kHeight};
  if (is_known) next_.draw(ui, out, next);
}

void DoneScreen::draw_known(Ui& ui, Rect box) {
  const CustomerCard& card = *view_->customer;
  const Rect inside = box.inset(20, 16);
  text(ui, inside.top_part(36), card.contact.name, {.type = Type::Title, .cut = Cut::Names, .name = "buyer.name"});
  std::vector<std::string> facts;
  if (!card.contact.phone.empty()) facts.push_back(written_phone(card.contact.phone, view_->home_code));
  if (card.owed > Money{}) facts.push_back(say(ui, N_("Owes {}"), ui.money(card.owed)));
  if (!card.last_purchase.empty()) facts.push_back(say(ui, N_("Last time: {}"), card.last_purchase));
  for (const Note& note : card.notes) facts.push_back(note.text);
  float y = inside.y + 40;
  for (const std::string& fact : facts) {
    if (y + 28 > box.bottom() - 80) break;
    text(ui, {inside.x, y, inside.w, 28}, fact, {.type = Type::Text, .color = ui.theme().ink2, .cut = Cut::Names});
    y += 28;
  }
}

std::vector<Rect> DoneScreen::tag_places(Ui& ui, float width) const {
  std::vector<Rect> places;
  float x = 0;
  float y = 0;
  for (const std::string& tag : tags_) {
    const float chip = std::min(chip_width(ui, tag), width);
    if (x > 0 && x + chip > width) {
      x = 0;
      y += kTagPitch;
    }
    if (y >= kMostTagRows * kTagPitch) break;
    places.push_back({x, y, chip, 48});
    x += chip + kGap;
  }
  return places;
}

void DoneScreen::draw_unknown(Ui& ui, Intents& out, Rect box, const std::vector<Rect>& tag_places) {
  const FieldEvents typed =
      field(ui, "buyer", {box.x + 16, box.y + 16, box.w - 32, 56}, name_,
            {.placeholder = ui.words(N_("Name or WhatsApp number")), .icon = icon::user_plus, .longest_bytes = 200});
  if ((typed.submitted || typed.left) && !name_.empty()) {
    remember(out, name_, {}, {});
    name_.clear();
  }
  for (std::size_t i = 0; i < tag_places.size(); ++i) {
    const std::string& tag = tags_[i];
    const bool is_set =
        view_->customer && std::ranges::find(view_->customer->contact.tags, tag) != view_->customer->contact.tags.end();
    if (chip(ui, fmt::format("tag.{}", i), tag_places[i].moved(box.x + kBoxEdge, box.y + 88), tag,
             {.selected = is_set})) {
      if (is_set) {
        Contact contact = view_->customer->contact;
        std::erase(contact.tags, tag);
        out.perform(PeopleCommand(SaveContact{.contact = contact, .fallback_name = view_->fallback_name}));
      } else {
        remember(out, {}, {tag}, {});
      }
    }
  }
}

void DoneScreen::remember(Intents& out, std::string name, std::vector<std::string> tags, std::string note) {
  out.perform(PeopleCommand(RememberBuyer{.sale = id_,
                                          .contact = view_->customer ? view_->customer->contact.id : Id<Contact>(),
                                          .name_or_phone = std::move(name),
                                          .fallback_name = view_->fallback_name,
                                          .tags = std::move(tags),
                                          .note = std::move(note)}));
}

void DoneScreen::performed(const Outcome& outcome, Intents& out) {
  if (outcome.kind == "remember_buyer" && std::exchange(asks_when_, false)) {
    name_.clear();
    remind_.open(Id<Contact>{outcome.subject}, today_, id_);
  }
  next_.performed(outcome, out);
  if (outcome.kind != "void_sale" || !std::exchange(is_taking_back_, false)) return;
  out.perform(CartCommand(ReopenAsCart{id_}));
  const Money cash = view_->received - view_->change;
  const std::string sentence =
      cash > Money{} ? say(*words_, N_("Sale taken back. Give back {} in cash."), words_->money(cash, *currency_))
                     : std::string((*words_)(N_("Sale taken back. Its cart is open again.")));
  out.add(ShowToast{.sentence = sentence, .icon = icon::arrow_u_up_left, .lasts_s = 10});
  out.add(Back{});
}

Rect DoneScreen::toast_place(const Ui& ui) const {
  const Rect right = ui.mirrored({ui.width() / 2, 0, ui.width() / 2, ui.height()});
  return {right.x + (right.w - 480) / 2, ui.height() - 80, 480, 64};
}

}  // namespace

std::string nameless_buyer(const Words& words, const LocalTime& at) {
  return say(words, N_("Buyer {} {}"), words.short_date(at.date), words.time(at));
}

std::unique_ptr<Screen> make_done_screen(Id<Sale> sale) {
  return std::make_unique<DoneScreen>(sale);
}

}  // namespace lapak
