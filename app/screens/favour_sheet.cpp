// screens: the neighbour book at the till.
#include "app/screens/favour_sheet.h"

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/screens/partners.h"
#include "app/screens/wording.h"
#include "core/till/till_store.h"

namespace lapak {

void FavourSheet::open() {
  search_.clear();
  is_choosing_ = true;
}

void FavourSheet::open(Id<Contact> partner, std::string name) {
  partner_ = partner;
  name_ = std::move(name);
  is_begun_ = false;
  is_open_ = true;
}

void FavourSheet::refresh(const Shop& shop) {
  if (!is_open()) return;
  drawer_.refresh(shop, 0, rooms(&Revisions::till), [](const Shop& s, int) { return day_view(s.facts()).is_open; });
  has_drawer_ = drawer_.view();
  if (is_choosing_)
    partners_.refresh(shop, search_, rooms(&Revisions::people, &Revisions::partner),
                      [](const Shop& s, const std::string& search) { return partner_rows(s.facts(), search); });
}

void FavourSheet::draw(Ui& ui, Intents& out) {
  draw_choice(ui, out);
  draw_favour(ui, out);
}

void FavourSheet::draw_choice(Ui& ui, Intents& out) {
  Sheet sheet(ui, "neighbours", is_choosing_,
              {.title = ui.words(N_("Neighbour book")), .close_label = ui.words(N_("Close"))});
  if (!sheet.visible()) return;
  const Rect content = sheet.content();
  search_field(ui, "neighbours.search", {content.x, 80, content.w, 56}, search_, ui.words(N_("Name")));
  const std::vector<PartnerRow>& found = partners_.view();
  const std::size_t before = 1;
  const RowList rows(ui, "neighbours.list", {content.x, 152, content.w, ui.height() - 168},
                     {.count = found.size() + before});
  for (const RowList::Item& item : rows.visible()) {
    if (item.index == 0) {
      const bool is_new = !search_.empty();
      if (is_new ? row(ui, "neighbours.new", item.rect,
                       {.title = ui.words(N_("New neighbour")), .subtitle = search_, .icon = icon::user_plus})
                 : row(ui, "neighbours.all", item.rect,
                       {.title = ui.words(N_("All partners")), .icon = icon::handshake, .has_arrow = true})) {
        is_choosing_ = false;
        if (is_new) {
          waits_for_contact_ = true;
          out.perform(PeopleCommand(SaveContact{{.name = search_, .is_partner = true}, {}}));
        } else {
          out.add(GoTo{Section::People});  // the rail lights where partners live, and back leads there
          out.add(Open{make_partners_screen()});
        }
      }
      continue;
    }
    const PartnerRow& partner = found[item.index - before];
    const std::string balance = partner.neighbour.is_zero()   ? std::string()
                                : partner.neighbour > Money{} ? std::string(ui.words(N_("You owe")))
                                                              : std::string(ui.words(N_("Owes you")));
    if (row(ui, fmt::format("neighbours.{}", item.index - before), item.rect,
            {.title = partner.name,
             .subtitle = balance.empty() ? partner.makes : balance,
             .trailing = balance.empty() ? std::string() : ui.bare_money(magnitude(partner.neighbour)),
             .icon = icon::handshake})) {
      is_choosing_ = false;
      open(partner.id, partner.name);
    }
  }
  if (sheet.dismissed()) is_choosing_ = false;
  if (!is_choosing_) ui.leave_field();
}

NoteFavour FavourSheet::favour() const {
  const Money amount{is_to_them_ ? -amount_.value() : amount_.value()};
  const Quantity pieces = Quantity::of(is_to_them_ ? -pieces_.value() : pieces_.value());
  NoteFavour favour{.partner = partner_,
                    .kind = EntryKind::Change,
                    .quantity = {},
                    .amount = {},
                    .through = Through::Elsewhere,
                    .text = text_};
  const Through drawer = has_drawer_ ? Through::Drawer : Through::Elsewhere;
  switch (kind_) {
    case Kind::Change:
      favour.amount = amount;
      favour.through = drawer;
      break;
    case Kind::Sold:  // what I sold for them is theirs to get, and lies in my drawer
      favour.kind = EntryKind::Favour;
      favour.amount = -amount;
      if (is_to_them_) favour.through = drawer;
      break;
    case Kind::Things:
      favour.kind = EntryKind::Things;
      favour.quantity = pieces;
      break;
  }
  return favour;
}

void FavourSheet::draw_favour(Ui& ui, Intents& out) {
  Sheet sheet(ui, "favour", is_open_, {.title = name_, .close_label = ui.words(N_("Close")), .foot = 80});
  if (!sheet.visible()) return;
  if (!is_begun_) {
    kind_ = Kind::Change;
    is_to_them_ = true;
    amount_ = NumberEntry(ui.currency().decimals, 9);
    pieces_ = NumberEntry(0, 5);
    text_.clear();
    is_begun_ = true;
  }
  if (sheet.dismissed()) is_open_ = false;
  const Rect content = sheet.content();
  const std::vector<std::string> kinds{std::string(ui.words(N_("Coins"))), std::string(ui.words(N_("Sold"))),
                                       std::string(ui.words(N_("Items")))};
  if (const auto kind =
          segments(ui, "favour.kind", {content.x, 80, content.w, 56}, kinds, static_cast<std::size_t>(kind_)))
    kind_ = static_cast<Kind>(*kind);
  const bool is_sold = kind_ == Kind::Sold, is_things = kind_ == Kind::Things;
  const std::vector<std::string> ways{std::string(ui.words(is_sold ? N_("I sold for them") : N_("I lent"))),
                                      std::string(ui.words(is_sold ? N_("They sold for me") : N_("They lent")))};
  if (const auto way = segments(ui, "favour.way", {content.x, 144, content.w, 56}, ways, is_to_them_ ? 0 : 1))
    is_to_them_ = *way == 0;
  amount_field(ui, "favour.amount", {content.x, 208, content.w, 80},
               is_things ? ui.words().quantity(Quantity::of(pieces_.value())) : ui.money(Money{amount_.value()}),
               {.selected = true});
  field(ui, "favour.text", {content.x, 296, content.w, 56}, text_,
        {.placeholder = ui.words(is_things ? N_("What? Paper bags, a lamp …") : N_("What for?"))});
  const float foot = ui.height() - 16 - 80;
  number_pad(ui, "favour.key", {content.x, 368, content.w, foot - 16 - 368}, is_things ? pieces_ : amount_,
             {.has_zeros = !is_things});
  const bool is_ready = is_things ? pieces_.value() > 0 : amount_.value() > 0;
  if (button(ui, "favour.ok", sheet.foot(),
             {.label = ui.words(N_("Save")),
              .icon = icon::check,
              .kind = ButtonKind::Primary,
              .enabled = is_ready,
              .type = Type::Title,
              .shortcut = {Key::Enter}}))
    out.perform(PartnerCommand(favour()));
}

void FavourSheet::performed(const Outcome& outcome, const Words& words, Intents& out) {
  if (outcome.kind == "save_contact" && std::exchange(waits_for_contact_, false))
    open(Id<Contact>{outcome.subject}, outcome.label);
  if (outcome.kind != "note_favour" || !is_open_) return;
  is_open_ = false;
  out.add(
      ShowToast{.sentence = say(words, N_("Noted: {}"), outcome.label), .icon = icon::handshake, .offers_undo = true});
}

}  // namespace lapak
