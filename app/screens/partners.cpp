// screens: partners: the list of them, and the page of one with what came, was sold, is owed and was done together.
#include "app/screens/partners.h"

#include <array>

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/number_pad.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/agreement_sheet.h"
#include "app/screens/favour_sheet.h"
#include "app/screens/goods_sheet.h"
#include "app/screens/note_sheet.h"
#include "app/screens/page.h"
#include "app/screens/share_sheet.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"
#include "core/partner/partner_page.h"
#include "core/shop/partner_papers.h"

namespace lapak {
namespace {

constexpr std::array<std::string_view, 3> kBooks{N_("Their goods here"), N_("My goods there"), N_("Neighbour")};
constexpr std::array kAgains{Again::Yes, Again::Perhaps, Again::No};

// --- all of them ---

class PartnersScreen final : public Screen {
 public:
  void refresh(const Shop& shop) override {
    today_ = shop.today();
    now_ = shop.now();
    partners_.refresh(shop, search_, rooms(&Revisions::people, &Revisions::partner),
                      [](const Shop& s, const std::string& search) { return partner_rows(s.facts(), search); });
    overdue_.refresh(shop, today_, rooms(&Revisions::partner, &Revisions::stock),
                     [](const Shop& s, Date today) { return overdue_goods(s.facts(), today); });
    payouts_.refresh(shop, Book::Consignment, rooms(&Revisions::people, &Revisions::partner),
                     [](const Shop& s, Book book) { return due_payouts(s.facts(), book); });
  }

  void draw(Ui& ui, Intents& out) override {
    Money owed;
    for (const DuePayout& due : payouts_.view()) owed += due.amount;
    const PageFrame page = draw_page(ui, {.title = ui.words(N_("Partners")),
                                          .main = ui.words(N_("Pay all")),
                                          .main_icon = icon::hand_coins,
                                          .main_enabled = !owed.is_zero(),
                                          .side = 184});
    if (page.back) out.add(Back{});
    if (button(ui, "partners.directory", page.side,
               {.label = ui.words(N_("Directory")), .icon = icon::file_pdf, .kind = ButtonKind::Outline}))
      out.add(MakePaper{.file_name = std::string(ui.words(N_("Makers"))) + ".pdf",
                        .lay_out = [now = now_](const Database& facts, const Profile& profile) {
                          return vendor_directory_of(facts, profile, now);
                        }});
    if (page.main == Press::Tap) {
      is_paying_ = true;
      by_ = 0;
    }
    if (page.main == Press::TapDisabled)
      out.add(ShowToast{.sentence = std::string(ui.words(N_("Nobody has money to get."))), .icon = icon::info});
    const Rect content = page.content;
    const float add_width = 240;
    search_field(ui, "partners.search", {content.x, content.y, content.w - add_width - kGap, 56}, search_,
                 ui.words(N_("Name, town or what they make")));
    if (button(ui, "partners.add", {content.right() - add_width, content.y, add_width, 56},
               {.label = ui.words(N_("Add a partner")), .icon = icon::user_plus}))
      name_.open(std::string(ui.words(N_("Name of the partner"))), {});
    draw_list(ui, out, {content.x, content.y + 72, content.w, content.h - 72});
    draw_paying(ui, out);
    if (const auto name = name_.draw(ui); name && !name->empty()) {
      waits_for_contact_ = true;
      out.perform(PeopleCommand(SaveContact{{.name = *name, .is_partner = true}, {}}));
    }
  }

  void performed(const Outcome& outcome, Intents& out) override {
    if (outcome.kind == "save_contact" && std::exchange(waits_for_contact_, false))
      out.add(Open{make_partner_screen(Id<Contact>{outcome.subject})});
    if (outcome.kind != "settle_all") return;
    is_paying_ = false;
    out.add(MakePaper{.file_name = paper_name_,
                      .lay_out = [day = today_, now = now_](const Database& facts, const Profile& profile) {
                        return payouts_of(facts, profile, Book::Consignment, day, now);
                      }});
  }

 private:
  void draw_list(Ui& ui, Intents& out, Rect area) {
    const std::vector<PartnerRow>& found = partners_.view();
    if (found.empty()) {
      empty_state(ui, "partners.empty", area,
                  {.icon = icon::handshake,
                   .sentence = search_.empty() ? ui.words(N_("Makers whose goods you sell, and shops that sell yours."))
                                               : ui.words(N_("Nobody like this.")),
                   .is_main = false});
      return;
    }
    const RowList rows(ui, "partners.list", area, {.count = found.size()});
    for (const RowList::Item& item : rows.visible()) {
      const PartnerRow& partner = found[item.index];
      const Money all = partner.consignment + partner.shelf + partner.neighbour;
      std::string about = partner.makes;
      if (!partner.town.empty()) about += (about.empty() ? "" : " · ") + partner.town;
      std::optional<Pill> pill;
      if (!all.is_zero())
        pill = Pill{.label = std::string(ui.words(all > Money{} ? N_("To pay") : N_("To get"))),
                    .tone = all > Money{} ? Tone::Warning : Tone::Primary};
      if (std::ranges::find(overdue_.view(), partner.id, &OverdueGoods::partner) != overdue_.view().end())
        pill = Pill{.label = std::string(ui.words(N_("Goods overdue"))), .tone = Tone::Danger};
      if (row(ui, fmt::format("partners.{}", item.index), item.rect,
              {.title = partner.name,
               .subtitle = about,
               .trailing = all.is_zero() ? std::string() : ui.bare_money(all > Money{} ? all : -all),
               .icon = icon::handshake,
               .pill = pill,
               .has_arrow = true}))
        out.add(Open{make_partner_screen(partner.id)});
    }
  }

  void draw_paying(Ui& ui, Intents& out) {
    Sheet sheet(ui, "pay_all", is_paying_, {.title = ui.words(N_("Pay all")), .close_label = ui.words(N_("Close"))});
    if (!sheet.visible()) return;
    if (sheet.dismissed()) is_paying_ = false;
    const Rect content = sheet.content();
    Money sum;
    for (const DuePayout& due : payouts_.view()) sum += due.amount;
    const Rect foot = content.bottom_part(80);
    const Rect ways{content.x, foot.y - 72, content.w, 56};
    const Rect said{content.x, ways.y - 88, content.w, 72};
    const Rect all{content.x, said.y - 64, content.w, 48};
    {
      const RowList rows(ui, "pay_all.list", {content.x, content.y, content.w, all.y - 8 - content.y},
                         {.count = payouts_.view().size(), .row_height = 56});
      for (const RowList::Item& item : rows.visible()) {
        const DuePayout& due = payouts_.view()[item.index];
        plain_row(ui, fmt::format("pay_all.{}", item.index), item.rect,
                  {.title = due.name, .trailing = ui.bare_money(due.amount), .icon = icon::handshake});
      }
    }
    text(ui, all, ui.words(N_("Total")), {.type = Type::Strong});
    amount(ui, all, ui.money(sum), {.size = AmountSize::M, .name = "pay_all.sum"});
    text(ui, said,
         ui.words(
             N_("For goods sold; the neighbour book is settled on each page. Less than the smallest payout waits.")),
         {.type = Type::Small, .color = ui.theme().ink2, .upright = Upright::Top, .lines = 3});
    const std::vector<std::string> labels{std::string(ui.words(N_("Cash"))), std::string(ui.words(N_("Transfer")))};
    if (const auto way = segments(ui, "pay_all.by", ways, labels, by_)) by_ = *way;
    if (button(ui, "pay_all.ok", foot,
               {.label = ui.words(N_("Pay all")),
                .icon = icon::hand_coins,
                .kind = ButtonKind::Primary,
                .type = Type::Title,
                .shortcut = {Key::Enter}})) {
      paper_name_ = say(ui, N_("Payouts to partners {}"), today_.iso()) + ".pdf";
      out.perform(
          PartnerCommand(SettleAll{.book = Book::Consignment, .by = by_ == 0 ? PaidBy::Cash : PaidBy::Transfer}));
    }
  }

  std::string search_;
  Watched<std::string, std::vector<PartnerRow>> partners_;
  Date today_;
  Instant now_;
  NoteSheet name_{"partners.name"};
  bool waits_for_contact_ = false;
  bool is_paying_ = false;
  std::size_t by_ = 0;
  Watched<Book, std::vector<DuePayout>> payouts_;
  Watched<Date, std::vector<OverdueGoods>> overdue_;
  std::string paper_name_;
};

// --- one of them ---

enum class Tab { Goods, Entries, Payments, Together };

class PartnerScreen final : public Screen {
 public:
  explicit PartnerScreen(Id<Contact> partner) { question_.partner = partner; }

  void refresh(const Shop& shop) override {
    question_.today = shop.today();
    now_ = shop.now();
    const auto read = rooms(&Revisions::people, &Revisions::partner, &Revisions::stock, &Revisions::catalog);
    page_.refresh(shop, question_, read, [](const Shop& s, const PartnerPageQuestion& q) {
      return partner_page(s.facts(), q, home_country_code(s.profile().currency));
    });
    message_.refresh(shop, question_, read, [](const Shop& s, const PartnerPageQuestion& q) {
      return statement_text(s.facts(), s.profile(), {.partner = q.partner, .book = q.book}, s.now());
    });
    goods_.refresh(shop);
    favour_.refresh(shop);
  }

  void draw(Ui& ui, Intents& out) override {
    words_ = &ui.words();
    if (!page_.view()) {
      out.add(Back{});
      return;
    }
    const PartnerPage& page = *page_.view();
    const Money balance = page.standing.balance;
    const bool is_open = !balance.is_zero() || page.standing.entries != page.standing.settled;
    // Before there is anything to pay, what comes first is to agree.
    const bool begins = question_.book != Book::Neighbour && !page.agreement && !is_open;
    const PageFrame frame = draw_page(ui, {.title = page.name,
                                           .main = ui.words(begins              ? N_("Agree on shares")
                                                            : balance < Money{} ? N_("Accept payment")
                                                                                : N_("Pay out")),
                                           .main_icon = begins ? icon::handshake : icon::hand_coins,
                                           .main_enabled = is_open || begins,
                                           .side = 208});
    if (frame.back) out.add(Back{});
    if (button(ui, "partner.share", frame.side,
               {.label = ui.words(N_("WhatsApp")), .icon = icon::whatsapp_logo, .kind = ButtonKind::Outline}))
      share_.open(page.contact.phone, message_.view());
    if (frame.main == Press::Tap) {
      if (begins)
        agree(page);
      else
        begin_paying(ui, balance);
    }
    if (frame.main == Press::TapDisabled)
      out.add(ShowToast{.sentence = say(ui, N_("Nothing is open with {}."), page.name), .icon = icon::info});
    const float side = ui.size() == SizeClass::Compact ? 280.0f : 340.0f;
    draw_side(ui, out, page, {frame.content.x, frame.content.y, side, frame.content.h});
    const Rect right{frame.content.x + side + 24, frame.content.y, frame.content.w - side - 24, frame.content.h};
    draw_tabs(ui, right);
    draw_list(ui, out, page, {right.x, right.y + 64, right.w, right.h - 64 - 72});
    draw_acts(ui, page, {right.x, right.bottom() - 56, right.w, 56});
    draw_sheets(ui, out, page);
  }

  void performed(const Outcome& outcome, Intents& out) override {
    favour_.performed(outcome, *words_, out);
    if (outcome.kind == "save_agreement") {
      agreement_.close();
      out.add(ShowToast{
          .sentence = say(*words_, N_("Agreed with {}"), outcome.label), .icon = icon::handshake, .offers_undo = true});
    }
    if (outcome.kind == "hand_over") {
      goods_.close();
      out.add(MakePaper{.file_name = say(*words_, N_("Slip {}"), outcome.label) + ".pdf",
                        .lay_out = [slip = Id<Slip>{outcome.subject}](const Database& facts, const Profile& profile) {
                          return goods_slip_of(facts, profile, slip);
                        }});
    }
    if (outcome.kind == "report_sold") {
      goods_.close();
      out.add(ShowToast{.sentence = say(*words_, N_("Noted: {}"), outcome.label), .icon = icon::check_circle});
    }
    if (outcome.kind == "settle") {
      is_paying_ = false;
      tab_ = Tab::Payments;
      StatementQuestion closed{.partner = question_.partner, .book = question_.book};
      closed.settlement = page_.view() ? page_.view()->standing.entries + 1 : 0;
      make_statement(closed, outcome.label, out);
    }
  }

 private:
  void agree(const PartnerPage& page) {
    Agreement agreement = page.agreement.value_or(Agreement{});
    agreement.partner = page.contact.id;
    agreement.book = question_.book;
    agreement_.open(agreement, page.name, question_.today);
  }

  void begin_paying(Ui& ui, Money balance) {
    is_paying_ = true;
    by_ = 0;
    entry_ = NumberEntry(ui.currency().decimals, 12);
    entry_.prefill(magnitude(balance).minor);
  }

  void make_statement(const StatementQuestion& question, const std::string& name, Intents& out) {
    out.add(MakePaper{.file_name = say(*words_, N_("Statement {0} {1}"), name, question_.today.iso()) + ".pdf",
                      .lay_out = [question, now = now_](const Database& facts, const Profile& profile) {
                        return statement_of(facts, profile, question, now);
                      }});
  }

  void draw_side(Ui& ui, Intents& out, const PartnerPage& page, Rect area) {
    std::vector<std::string> books;
    for (const std::string_view book : kBooks) books.emplace_back(ui.words(book));
    const FlowedChips chosen = flowed_chips(ui, "partner.book", {area.x, area.y, area.w, 0}, books,
                                            {static_cast<std::size_t>(question_.book)});
    if (chosen.tapped) {
      question_.book = static_cast<Book>(*chosen.tapped);
      if (question_.book == Book::Neighbour && tab_ == Tab::Goods) tab_ = Tab::Entries;
      ui.keep_drawing();
    }
    const Money balance = page.standing.balance;
    Rect card{area.x, chosen.bottom + 16, area.w, 104};
    plate(ui, card);
    text(ui, {card.x + 16, card.y + 12, card.w - 32, 28}, balance_caption(balance, page.name, ui.words()),
         {.type = Type::Small, .color = ui.theme().ink2, .cut = Cut::Names, .name = "partner.owes"});
    amount(ui, {card.x + 16, card.y + 44, card.w - 32, 48}, ui.money(magnitude(balance)),
           {.size = AmountSize::M, .align = Side::Left, .name = "partner.balance"});
    float y = card.bottom() + 16;
    const float foot = area.bottom() - 56;
    if (question_.book != Book::Neighbour) {
      const Rect agree{area.x, foot - 64, area.w, 56};
      if (page.overdue) {
        text(ui, {area.x, y, area.w, 48},
             say(ui,
                 question_.book == Book::Consignment ? N_("{0} pieces should have gone back by {1}.")
                                                     : N_("{0} pieces should have come back by {1}."),
                 ui.words().quantity(page.overdue->left), ui.words().short_date(page.overdue->return_by)),
             {.type = Type::SmallStrong, .color = ui.theme().danger, .lines = 2, .name = "partner.overdue"});
        y += 56;
      }
      std::string sentences;
      if (page.agreement)
        for (const std::string& sentence : said(*page.agreement, page.name, ui.words(), ui.currency()))
          sentences += (sentences.empty() ? "" : " ") + sentence;
      else
        sentences = ui.words(N_("Nothing was agreed yet."));
      text(ui, {area.x, y, area.w, agree.y - 8 - y}, sentences,
           {.type = Type::Small,
            .upright = Upright::Top,
            .cut = Cut::Names,
            .lines = static_cast<int>((agree.y - 8 - y) / 24),
            .name = "partner.said"});
      const bool is_begun = page.agreement || !page.standing.balance.is_zero() || page.standing.entries > 0;
      if (is_begun && button(ui, "partner.agree", agree,
                             {.label = ui.words(page.agreement ? N_("Change the agreement") : N_("Agree on shares")),
                              .icon = icon::handshake,
                              .kind = ButtonKind::Outline}))
        this->agree(page);
    }
    if (button(ui, "partner.pdf", {area.x, foot, area.w, 56},
               {.label = ui.words(N_("Statement as PDF")), .icon = icon::file_pdf, .kind = ButtonKind::Outline}))
      make_statement({.partner = question_.partner, .book = question_.book}, page.name, out);
  }

  void draw_tabs(Ui& ui, Rect right) {
    const bool has_goods = question_.book != Book::Neighbour;
    std::vector<std::string> labels;
    if (has_goods) labels.emplace_back(ui.words(N_("Items")));
    labels.emplace_back(ui.words(N_("History")));
    labels.emplace_back(ui.words(N_("Payments")));
    labels.emplace_back(ui.words(N_("Together")));
    const std::size_t first = has_goods ? 0 : 1;
    if (const auto tapped = segments(ui, "partner.tab", {right.x, right.y, right.w, 56}, labels,
                                     static_cast<std::size_t>(tab_) - first))
      tab_ = static_cast<Tab>(*tapped + first);
  }

  void draw_list(Ui& ui, Intents& out, const PartnerPage& page, Rect area) {
    switch (tab_) {
      case Tab::Goods:
        draw_goods(ui, page, area);
        break;
      case Tab::Entries:
        draw_entries(ui, page, area);
        break;
      case Tab::Payments:
        draw_payments(ui, out, page, area);
        break;
      case Tab::Together:
        draw_together(ui, out, page, area);
    }
  }

  void draw_goods(Ui& ui, const PartnerPage& page, Rect area) {
    if (page.goods.empty()) {
      empty_state(ui, "partner.none", area,
                  {.icon = icon::package,
                   .sentence = page.agreement ? ui.words(N_("No goods changed hands."))
                                              : ui.words(N_("Agree on the shares first.")),
                   .is_main = false});
      return;
    }
    const RowList rows(ui, "partner.goods", area, {.count = page.goods.size()});
    for (const RowList::Item& item : rows.visible()) {
      const GoodsRow& goods = page.goods[item.index];
      const Money share = question_.book == Book::Shelf ? -goods.share : goods.share;
      plain_row(ui, fmt::format("partner.goods.{}", item.index), item.rect,
                {.title = goods.name,
                 .subtitle = say(ui, N_("{} sold"), ui.words().quantity(goods.sold)),
                 .trailing = ui.bare_money(share),
                 .trailing_sub = say(ui, N_("{} left"), ui.words().quantity(goods.left)),
                 .icon = icon::package});
    }
  }

  void draw_entries(Ui& ui, const PartnerPage& page, Rect area) {
    const std::vector<StatementLine>& lines = page.period.lines;
    if (lines.empty()) {
      empty_state(ui, "partner.none", area,
                  {.icon = icon::clock_counter_clockwise,
                   .sentence = ui.words(N_("Nothing since the last payment.")),
                   .is_main = false});
      return;
    }
    const RowList rows(ui, "partner.entries", area, {.count = lines.size()});
    for (const RowList::Item& item : rows.visible()) {
      const StatementLine& line = lines[lines.size() - 1 - item.index];  // newest first
      std::string title(entry_label(line.entry, ui.words()));
      if (!line.product.empty()) title += " · " + line.product;
      std::string below = ui.words().short_date(line.entry.business_date);
      for (const std::string* more : {&line.number, &line.entry.text})
        if (!more->empty()) below += " · " + *more;
      const bool is_things = line.entry.kind == EntryKind::Things;
      plain_row(ui, fmt::format("partner.entries.{}", item.index), item.rect,
                {.title = title,
                 .subtitle = below,
                 .trailing = is_things ? say(ui, N_("{} pcs"), ui.words().quantity(line.entry.quantity))
                                       : ui.bare_money(line.entry.amount)});
    }
  }

  void draw_payments(Ui& ui, Intents& out, const PartnerPage& page, Rect area) {
    if (page.payments.empty()) {
      empty_state(ui, "partner.none", area,
                  {.icon = icon::hand_coins, .sentence = ui.words(N_("Nothing was paid yet.")), .is_main = false});
      return;
    }
    const RowList rows(ui, "partner.payments", area, {.count = page.payments.size()});
    for (const RowList::Item& item : rows.visible()) {
      const PartnerEntry& paid = page.payments[item.index];
      const std::string_view how = paid.paid_by == PaidBy::Cash       ? ui.words(N_("Cash"))
                                   : paid.paid_by == PaidBy::Transfer ? ui.words(N_("Transfer"))
                                                                      : std::string_view();
      std::string below = ui.words().full_date(paid.business_date);
      if (!how.empty()) below += fmt::format(" · {}", how);
      if (row(ui, fmt::format("partner.payments.{}", item.index), item.rect,
              {.title = entry_label(paid, ui.words()),
               .subtitle = below,
               .trailing = ui.bare_money(magnitude(paid.amount)),
               .icon = icon::file_pdf,
               .has_arrow = true})) {
        StatementQuestion closed{.partner = question_.partner, .book = question_.book};
        closed.settlement = paid.n;
        make_statement(closed, page.name, out);
      }
    }
  }

  void draw_together(Ui& ui, Intents& out, const PartnerPage& page, Rect area) {
    text(ui, {area.x, area.y, area.w, 28}, ui.words(N_("Would I stand beside them again?")),
         {.type = Type::SmallStrong, .color = ui.theme().ink2});
    const std::vector<std::string> answers{std::string(ui.words(N_("Yes"))), std::string(ui.words(N_("Perhaps"))),
                                           std::string(ui.words(N_("No")))};
    std::vector<std::size_t> selected;
    for (std::size_t i = 0; i < kAgains.size(); ++i)
      if (page.vendor.again == kAgains[i]) selected.push_back(i);
    const FlowedChips again = flowed_chips(ui, "partner.again", {area.x, area.y + 32, area.w, 0}, answers, selected);
    if (again.tapped) {
      Vendor vendor = page.vendor;
      vendor.again = kAgains[*again.tapped];
      out.perform(PartnerCommand(SaveVendor{vendor}));
    }
    const Rect list{area.x, again.bottom + 12, area.w, area.bottom() - again.bottom - 12};
    if (page.together.empty()) {
      empty_state(ui, "partner.none", list,
                  {.icon = icon::handshake,
                   .sentence = ui.words(N_("What you made or sold together stands here.")),
                   .is_main = false});
      return;
    }
    const RowList rows(ui, "partner.together", list, {.count = page.together.size()});
    for (const RowList::Item& item : rows.visible()) {
      const Together& one = page.together[item.index];
      const std::string_view kind = one.follows                              ? ui.words(N_("What came of it"))
                                    : one.kind == TogetherKind::Bundle       ? ui.words(N_("Joint bundle"))
                                    : one.kind == TogetherKind::ReferredTo   ? ui.words(N_("I sent a customer"))
                                    : one.kind == TogetherKind::ReferredFrom ? ui.words(N_("They sent a customer"))
                                                                             : ui.words(N_("Together"));
      if (row(ui, fmt::format("partner.together.{}", item.index), item.rect,
              {.title = one.text,
               .subtitle = kind,
               .trailing = one.amount.is_zero() ? std::string() : ui.bare_money(one.amount),
               .icon = icon::handshake,
               .has_arrow = true})) {
        follows_ = one.id;
        note_.open(std::string(ui.words(N_("What came of it?"))), {});
      }
    }
  }

  void draw_acts(Ui& ui, const PartnerPage& page, Rect area) {
    if (tab_ == Tab::Together) {
      const std::array kinds{std::pair(TogetherKind::Bundle, N_("Joint bundle")),
                             std::pair(TogetherKind::ReferredTo, N_("I sent a customer")),
                             std::pair(TogetherKind::ReferredFrom, N_("They sent a customer"))};
      const float width = (area.w - 2 * kGap) / 3;
      for (std::size_t i = 0; i < kinds.size(); ++i)
        if (button(ui, fmt::format("partner.note.{}", i),
                   {area.x + static_cast<float>(i) * (width + kGap), area.y, width, area.h},
                   {.label = ui.words(kinds[i].second), .kind = ButtonKind::Outline, .type = Type::SmallStrong})) {
          follows_.reset();
          noted_ = kinds[i].first;
          note_.open(std::string(ui.words(kinds[i].second)), {});
        }
      return;
    }
    if (question_.book == Book::Neighbour) {
      if (button(ui, "partner.favour", area, {.label = ui.words(N_("New entry")), .icon = icon::note_pencil}))
        favour_.open(page.contact.id, page.name);
      return;
    }
    const bool is_theirs = question_.book == Book::Consignment, is_agreed = page.agreement.has_value();
    const std::size_t count = is_theirs ? 2 : 3;
    const float width = (area.w - static_cast<float>(count - 1) * kGap) / static_cast<float>(count);
    const auto act = [&](std::size_t i, std::string_view name, std::string_view label, GoodsAct what) {
      if (button(ui, name, {area.x + static_cast<float>(i) * (width + kGap), area.y, width, area.h},
                 {.label = ui.words(label), .enabled = is_agreed}))
        goods_.open(what, page, question_.book);
    };
    act(0, "partner.take", is_theirs ? N_("Receive goods") : N_("Bring goods"), GoodsAct::Take);
    act(1, "partner.back", is_theirs ? N_("Return goods") : N_("Take back"), GoodsAct::GiveBack);
    if (!is_theirs) act(2, "partner.report", N_("Sold there"), GoodsAct::Report);
  }

  void draw_sheets(Ui& ui, Intents& out, const PartnerPage& page) {
    agreement_.draw(ui, out);
    goods_.draw(ui, out);
    favour_.draw(ui, out);
    share_.draw(ui, out);
    if (const auto words = note_.draw(ui); words && !words->empty())
      out.perform(PartnerCommand(NoteTogether{.partner = page.contact.id,
                                              .kind = noted_,
                                              .product = {},
                                              .follows = follows_,
                                              .amount = {},
                                              .text = *words}));
    draw_paying(ui, out, page);
  }

  void draw_paying(Ui& ui, Intents& out, const PartnerPage& page) {
    Sheet sheet(
        ui, "payout", is_paying_,
        {.title = say(ui, page.standing.balance < Money{} ? N_("Payment from {}") : N_("Pay out to {}"), page.name),
         .close_label = ui.words(N_("Close"))});
    if (!sheet.visible()) return;
    if (sheet.dismissed()) is_paying_ = false;
    const Rect content = sheet.content();
    const Money balance = page.standing.balance;
    const std::string owed = ui.money(magnitude(balance));
    const float figures = ui.paint().width(Type::SmallStrong, owed);
    text(ui, {content.x, content.y, content.w - figures - 12, 28}, balance_caption(balance, page.name, ui.words()),
         {.type = Type::Small, .cut = Cut::Names});
    text(ui, {content.x, content.y, content.w, 28}, owed, {.type = Type::SmallStrong, .align = Side::Right});
    const bool carries_over = by_ == 2;
    amount_field(ui, "payout.amount", {content.x, content.y + 32, content.w, 88},
                 ui.money(carries_over ? Money{} : Money{entry_.value()}),
                 {.selected = true, .prefilled = entry_.prefilled()});
    const std::vector<std::string> ways{std::string(ui.words(N_("Cash"))), std::string(ui.words(N_("Transfer"))),
                                        std::string(ui.words(N_("Next time")))};
    if (const auto way = segments(ui, "payout.by", {content.x, content.y + 136, content.w, 56}, ways, by_)) by_ = *way;
    const Rect foot = content.bottom_part(80);
    number_pad(ui, "payout.key", {content.x, content.y + 208, content.w, foot.y - 16 - content.y - 208}, entry_);
    const Money paid{balance < Money{} ? -entry_.value() : entry_.value()};
    const bool is_within = Money{entry_.value()} <= magnitude(balance);
    if (button(ui, "payout.ok", foot,
               {.label = ui.words(carries_over        ? N_("Carry over")
                                  : balance < Money{} ? N_("Accept payment")
                                                      : N_("Pay out")),
                .icon = icon::check,
                .kind = ButtonKind::Primary,
                .enabled = carries_over || is_within,
                .type = Type::Title,
                .shortcut = {Key::Enter}})) {
      const std::array by{PaidBy::Cash, PaidBy::Transfer, PaidBy::CarriedOver};
      out.perform(PartnerCommand(Settle{.partner = page.contact.id,
                                        .book = question_.book,
                                        .by = by[by_],
                                        .amount = carries_over ? std::nullopt : std::optional(paid),
                                        .text = {}}));
    }
  }

  PartnerPageQuestion question_;
  Watched<PartnerPageQuestion, std::optional<PartnerPage>> page_;
  Watched<PartnerPageQuestion, std::string> message_;
  const Words* words_ = &Words::in(Language::English);
  Instant now_;
  Tab tab_ = Tab::Goods;
  AgreementSheet agreement_;
  GoodsSheet goods_;
  FavourSheet favour_;
  ShareSheet share_;
  NoteSheet note_{"partner.together.note"};
  TogetherKind noted_ = TogetherKind::Other;
  std::optional<Id<Together>> follows_;
  bool is_paying_ = false;
  std::size_t by_ = 0;
  NumberEntry entry_{0, 12};
};

}  // namespace

std::unique_ptr<Screen> make_partners_screen() {
  return std::make_unique<PartnersScreen>();
}

std::unique_ptr<Screen> make_partner_screen(Id<Contact> partner) {
  return std::make_unique<PartnerScreen>(partner);
}

}  // namespace lapak
