// screens: Reports · Cash book.
#include "app/screens/cash_book_page.h"

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/text.h"
#include "app/screens/accountant_sheet.h"
#include "app/screens/bank_file_sheet.h"
#include "app/screens/bank_match_sheet.h"
#include "app/screens/range_chips.h"
#include "app/screens/read_aside.h"
#include "app/screens/reports_frame.h"
#include "app/screens/wording.h"
#include "core/books/bank_store.h"
#include "core/report/bank_book.h"
#include "core/report/cash_book.h"

namespace lapak {
namespace {

constexpr float kLine = 56;

struct Question {
  CashPlace place = CashPlace::Drawers;
  Date from, to;
  friend bool operator==(const Question&, const Question&) = default;
};
struct Answer {
  CashBook drawers;
  BankBook bank;
};

// The three columns of figures at the right of a line.
struct Columns {
  explicit Columns(const Ui& ui, Rect line) {
    const float width = ui.size() == SizeClass::Compact ? 136.0f : 144.0f;
    date = {line.x + 8, line.y, 88, line.h};
    what = {line.x + 104, line.y, line.w - 104 - 3 * width - 16, line.h};
    in = {line.right() - 3 * width, line.y, width - 8, line.h};
    out = {line.right() - 2 * width, line.y, width - 8, line.h};
    balance = {line.right() - width, line.y, width - 8, line.h};
  }
  Rect date, what, in, out, balance;
};

class CashBookScreen final : public Screen {
 public:
  explicit CashBookScreen(Gate gate) : frame_(ReportsTab::CashBook, gate) {}

  void refresh(const Shop& shop) override {
    today_ = shop.today();
    frame_.refresh(shop);
    if (frame_.is_shut()) return;
    const DateRange days = range_.days(today_);
    book_.refresh(shop, {place_, days.from, days.to},
                  rooms(&Revisions::books, &Revisions::sale, &Revisions::till, &Revisions::people, &Revisions::partner,
                        &Revisions::profile));
    accounts_.refresh(shop, 0, rooms(&Revisions::books), [](const Shop& s, int) { return bank_accounts(s.facts()); });
    file_.refresh(accounts_.view());
    match_.refresh(shop);
    accountant_.refresh(shop);
  }

  void draw(Ui& ui, Intents& out) override {
    words_ = &ui.words();
    const bool is_compact = ui.size() == SizeClass::Compact;
    const auto page = frame_.draw(ui,
                                  {.main = ui.words(N_("From the bank (CSV)")),
                                   .main_icon = icon::bank,
                                   .main_width = is_compact ? 240.0f : 264.0f,
                                   .side = 216},
                                  out);
    if (!page) return;
    if (page->main == Press::Tap) file_.pick(ui, out);
    if (button(ui, "books.accountant", page->side,
               {.label = ui.words(N_("For the accountant")), .icon = icon::download_simple}))
      accountant_.open(today_);
    book_.read(out, [](const Database& facts, const Profile& profile, const Question& question) {
      Answer answer;
      if (question.place == CashPlace::Bank)
        answer.bank = bank_book(facts, profile, question.from, question.to);
      else
        answer.drawers = cash_book(facts, profile, CashPlace::Drawers, question.from, question.to);
      return answer;
    });
    draw_choice(ui, page->content.top_part(48));
    const Rect below = page->content.bottom_part(page->content.h - 64);
    const bool is_shown = book_.has_view() && book_.question().place == place_;
    if (is_shown && place_ == CashPlace::Drawers) draw_drawers(ui, below);
    if (is_shown && place_ == CashPlace::Bank) draw_bank(ui, below, out);
    range_.draw_sheet(ui, today_);
    file_.draw(ui, out);
    accountant_.draw(ui, out);
    match_.draw(ui, out);
  }

  void performed(const Outcome& outcome, Intents& out) override {
    if (frame_.performed(outcome)) return;
    if (outcome.kind == "import_bank") place_ = CashPlace::Bank;
    file_.performed(outcome, *words_, out);
    match_.performed(outcome, *words_, out);
  }
  bool refused(const Problem& problem) override {
    match_.refused();
    return frame_.refused(problem);
  }
  bool dropped(const std::filesystem::path& file, Intents& out) override {
    if (match_.dropped(file, out)) return true;
    if (!is_of_kind(file, FileKind::Table)) return false;
    file_.read(file, out);
    return true;
  }

 private:
  void draw_choice(Ui& ui, Rect line);
  void draw_head(Ui& ui, Rect line, Money opening);
  void draw_line(Ui& ui, Rect line, Date day, std::string_view what, Money amount, std::optional<Money> balance,
                 float beside = 0);
  static bool is_tapped(Ui& ui, const std::string& name, Rect line, std::string_view what);
  void draw_drawers(Ui& ui, Rect area);
  void draw_bank(Ui& ui, Rect area, Intents& out);
  void draw_open_line(Ui& ui, Rect place, const BankLine& line, std::size_t index);

  ReportsFrame frame_;
  const Words* words_ = nullptr;
  Date today_;
  CashPlace place_ = CashPlace::Drawers;
  RangeChips range_;
  ReadAside<Question, Answer> book_;
  Watched<int, std::vector<std::string>> accounts_;
  BankFileSheet file_;
  BankMatchSheet match_;
  AccountantSheet accountant_;
};

void CashBookScreen::draw_choice(Ui& ui, Rect line) {
  const std::vector<std::string> places{std::string(ui.words(N_("Drawer"))), std::string(ui.words(N_("Bank")))};
  const float range = RangeChips::width(ui);
  const Rect left{line.x, line.y, std::min(280.0f, line.w - range - 24), line.h};
  if (const auto place = segments(ui, "cash_book.place", left, places, place_ == CashPlace::Bank ? 1 : 0)) {
    place_ = *place == 1 ? CashPlace::Bank : CashPlace::Drawers;
    scroll_to_start(ui, "cash_book.list");
    ui.keep_drawing();
  }
  if (range_.draw(ui, line.right_part(range), today_)) scroll_to_start(ui, "cash_book.list");
}

void CashBookScreen::draw_head(Ui& ui, Rect line, Money opening) {
  const Columns columns(ui, line);
  const auto head = [&](Rect place, std::string_view label, Side side) {
    text(ui, place, label, {.type = Type::SmallStrong, .color = ui.theme().ink2, .align = side});
  };
  head(columns.what, say(ui, N_("Before: {}"), ui.bare_money(opening)), Side::Left);
  head(columns.in, ui.words(N_("In")), Side::Right);
  head(columns.out, ui.words(N_("Out")), Side::Right);
  head(columns.balance, ui.words(N_("Balance")), Side::Right);
  divider(ui, line.x, line.bottom() - 1, line.w);
}

void CashBookScreen::draw_line(Ui& ui, Rect line, Date day, std::string_view what, Money moved,
                               std::optional<Money> balance, float beside) {
  const Columns columns(ui, line);
  text(ui, columns.date, ui.words().short_date(day), {.type = Type::Text, .color = ui.theme().ink2});
  text(ui, columns.what.left_part(columns.what.w - beside), what, {.type = Type::Text, .cut = Cut::Names});
  const bool is_in = moved > Money{};
  amount(ui, is_in ? columns.in : columns.out, ui.bare_money(is_in ? moved : -moved), {.size = AmountSize::Text});
  if (balance)
    amount(ui, columns.balance, ui.bare_money(*balance), {.size = AmountSize::Text, .color = ui.theme().ink2});
  divider(ui, line.x, line.bottom() - 1, line.w);
}

bool CashBookScreen::is_tapped(Ui& ui, const std::string& name, Rect line, std::string_view what) {
  const ControlState state =
      ui.control({.name = name, .rect = line, .kind = ControlKind::Row, .label = what, .may_be_cut = true});
  if (state.press > 0) ui.paint().fill(line, ui.theme().surface2, kButtonRadius);
  if (state.focused) ui.draw_focus_ring(line, kButtonRadius);
  return state.tapped;
}

void CashBookScreen::draw_drawers(Ui& ui, Rect area) {
  const CashBook& book = book_->drawers;
  draw_head(ui, area.top_part(36), book.opening);
  const Rect list = area.bottom_part(area.h - 36);
  if (book.rows.empty()) {
    empty_state(ui, "cash_book.empty", list,
                {.icon = icon::cash_register,
                 .sentence = ui.words(N_("No cash came or went in these days.")),
                 .is_main = false});
    return;
  }
  const RowList shown(ui, "cash_book.list", list, {.count = book.rows.size(), .row_height = kLine});
  for (const RowList::Item& item : shown.visible()) {
    // The newest first: what is in the drawer now is what is asked for.
    const CashBookRow& row = book.rows[book.rows.size() - 1 - item.index];
    draw_line(ui, item.rect, row.date, row.number.empty() ? row.what : fmt::format("{} {}", row.what, row.number),
              row.in - row.out, row.balance);
  }
}

void CashBookScreen::draw_open_line(Ui& ui, Rect place, const BankLine& line, std::size_t index) {
  const Pill open{.label = std::string(ui.words(N_("not matched"))), .tone = Tone::Warning};
  const std::string_view what = line.text.empty() ? std::string_view(line.account) : std::string_view(line.text);
  if (is_tapped(ui, fmt::format("bank.open.{}", index), place, what)) match_.open(line.id);
  const Rect room = Columns(ui, place).what;
  const float width = pill_width(ui, open);
  draw_line(ui, place, line.day, what, line.amount, {}, width + 12);
  pill(ui, {room.right() - width, place.centre().y - 15}, open);
}

void CashBookScreen::draw_bank(Ui& ui, Rect area, Intents& out) {
  const BankBook& book = book_->bank;
  if (accounts_->empty()) {
    if (empty_state(ui, "bank.empty", area,
                    {.icon = icon::bank,
                     .sentence = ui.words(N_("Drop the bank's CSV file here, or pick it.")),
                     .action = ui.words(N_("From the bank (CSV)")),
                     .is_main = false}))
      file_.pick(ui, out);
    return;
  }
  Rect rest = area;
  if (!book.suggested.empty()) {
    const auto count = std::ssize(book.suggested);
    if (button(
            ui, "bank.match_all", rest.top_part(56),
            {.label = fmt::format(
                 fmt::runtime(ui.words().plural("Match {} line that fits", "Match {} lines that fit", count)), count),
             .icon = icon::check}))
      out.perform(BankCommand(MatchBank{book.suggested}));
    rest = rest.bottom_part(rest.h - 64);
  }
  // First what is to be said something of, then the account as the bank has it, the newest first.
  const std::size_t open = book.open.size();
  draw_head(ui, rest.top_part(36), book.opening);
  const Rect list = rest.bottom_part(rest.h - 36);
  const RowList shown(ui, "cash_book.list", list, {.count = open + book.rows.size(), .row_height = kLine});
  for (const RowList::Item& item : shown.visible()) {
    if (item.index < open) {
      draw_open_line(ui, item.rect, book.open[item.index], item.index);
      continue;
    }
    const BankBookRow& row = book.rows[book.rows.size() - 1 - (item.index - open)];
    const std::string name = fmt::format("bank.{}", item.index - open);
    const std::string what = row.what.empty() ? row.line.text : fmt::format("{} · {}", row.what, row.line.text);
    if (is_tapped(ui, name, item.rect, what)) match_.open(row.line.id);
    draw_line(ui, item.rect, row.line.day, what, row.line.amount, row.balance);
  }
}

}  // namespace

std::unique_ptr<Screen> make_cash_book_screen(Gate gate) {
  return std::make_unique<CashBookScreen>(gate);
}

}  // namespace lapak
