// screens: a line of the bank.
#include "app/screens/bank_match_sheet.h"

#include <array>

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/page.h"
#include "app/screens/wording.h"
#include "core/books/bank_commands.h"
#include "core/books/bank_store.h"
#include "core/books/income_commands.h"

namespace lapak {
namespace {

constexpr std::array kWrittenDown{Stream::Classes, Stream::Content, Stream::Volunteering, Stream::Other};

Icon guess_icon(const BankMatch& match) {
  if (match.bill || (match.expense && match.payments.empty())) return icon::receipt;
  return match.income ? Icon(icon::hand_coins) : match.payments.size() > 1 ? Icon(icon::qr_code) : Icon(icon::bank);
}

}  // namespace

void BankMatchSheet::open(Id<BankLine> line) {
  line_ = line;
  is_open_ = true;
  is_writing_ = false;
}

void BankMatchSheet::refresh(const Shop& shop) {
  expense_.refresh(shop);
  if (!is_open_) return;
  view_.refresh(shop, line_, rooms(&Revisions::books, &Revisions::sale, &Revisions::people, &Revisions::profile),
                [](const Shop& s, Id<BankLine> id) {
                  View view{.line = find_bank_line(s.facts(), id), .said = {}, .guesses = {}};
                  if (const auto match = find_match(s.facts(), id)) {
                    view.state = BankState::Matched;
                    view.said = match_said(s.facts(), s.profile(), *match);
                  } else if (is_left_out(s.facts(), id)) {
                    view.state = BankState::LeftOut;
                  } else {
                    view.guesses = bank_guesses(s.facts(), s.profile(), id);
                  }
                  return view;
                });
}

void BankMatchSheet::draw(Ui& ui, Intents& out) {
  {
    const bool is_known = view_->line && view_->line->id == line_;
    Sheet sheet(ui, "match", is_open_ && is_known,
                {.title = ui.words(N_("A line of the bank")), .close_label = ui.words(N_("Close"))});
    if (sheet.visible() && is_known) {
      if (sheet.dismissed()) is_open_ = false;
      const BankLine& line = *view_->line;
      const Rect content = sheet.content();
      amount(ui, content.top_part(56), ui.money(line.amount),
             {.size = AmountSize::L, .align = Side::Left, .name = "match.amount"});
      text(ui, {content.x, content.y + 60, content.w, 56},
           fmt::format("{} · {} · {}", ui.words().weekday_date(line.day), line.account, line.text),
           {.type = Type::Text, .color = ui.theme().ink2, .upright = Upright::Top, .cut = Cut::Names, .lines = 2});
      const Rect below{content.x, content.y + 128, content.w, content.h - 128};
      if (view_->state == BankState::Open)
        draw_open(ui, below, out);
      else
        draw_settled(ui, below, out);
    }
  }
  expense_.draw(ui, out);
}

void BankMatchSheet::draw_open(Ui& ui, Rect content, Intents& out) {
  const BankLine& line = *view_->line;
  const std::vector<BankGuess>& guesses = view_->guesses;
  const bool is_out = line.amount < Money{};
  const float foot = is_out ? 128 : 208;
  text(ui, content.top_part(28),
       ui.words(guesses.empty() ? N_("Nothing in the books is like it.") : N_("It could be:")),
       {.type = Type::SmallStrong, .color = ui.theme().ink2, .name = "match.heading"});
  const Rect list{content.x, content.y + 32, content.w, content.h - 32 - foot - 8};
  draw_guesses(ui, list, out);
  const Rect end = content.bottom_part(foot);
  if (is_out) {
    if (button(ui, "match.write_down", end.top_part(56),
               {.label = ui.words(N_("Write it down as an expense")), .icon = icon::pencil})) {
      is_writing_ = true;
      expense_.open(
          Expense{.business_date = line.day, .amount = -line.amount, .paid_from = PaidFrom::Bank, .note = line.text});
    }
  } else {
    text(ui, end.top_part(24), ui.words(N_("Or write it down as income:")),
         {.type = Type::SmallStrong, .color = ui.theme().ink2});
    for (std::size_t i = 0; i < kWrittenDown.size(); ++i) {
      const int at = static_cast<int>(i);
      const Rect place = Rect{end.x, end.y + 24 + static_cast<float>(at / 2) * 60, end.w, 56}.column(at % 2, 2, kGap);
      if (!button(ui, fmt::format("match.stream.{}", i), place,
                  {.label = stream_name(kWrittenDown[i], ui.words()), .type = Type::Chip}))
        continue;
      is_writing_ = true;
      out.perform(IncomeCommand(BookIncome{{.business_date = line.day,
                                            .stream = kWrittenDown[i],
                                            .amount = line.amount,
                                            .paid_into = PaidInto::Bank,
                                            .note = line.text}}));
    }
  }
  if (button(ui, "match.left_out", end.bottom_part(56),
             {.label = ui.words(N_("Not business")), .icon = icon::prohibit, .kind = ButtonKind::Outline}))
    out.perform(BankCommand(LeaveOutBankLine{line_}));
}

void BankMatchSheet::draw_guesses(Ui& ui, Rect area, Intents& out) {
  const std::vector<BankGuess>& guesses = view_->guesses;
  const RowList rows(ui, "match.list", area, {.count = guesses.size()});
  for (const RowList::Item& item : rows.visible()) {
    const BankGuess& guess = guesses[item.index];
    if (row(ui, fmt::format("match.{}", item.index), item.rect,
            {.title = guess.what, .subtitle = guess.below, .icon = guess_icon(guess.match)}))
      out.perform(BankCommand(MatchBank{{guess.match}}));
  }
}

void BankMatchSheet::draw_settled(Ui& ui, Rect content, Intents& out) {
  text(ui, content.top_part(28), ui.words(N_("It was:")), {.type = Type::SmallStrong, .color = ui.theme().ink2});
  plain_row(ui, "match.said", {content.x, content.y + 32, content.w, 72},
            {.title = view_->state == BankState::LeftOut ? ui.words(N_("Not business")) : std::string_view(view_->said),
             .icon = icon::check_circle});
  if (button(ui, "match.take_back", content.bottom_part(56),
             {.label = ui.words(N_("That was wrong")), .icon = icon::arrow_u_up_left, .kind = ButtonKind::Outline}))
    out.perform(BankCommand(TakeBackMatch{line_}));
}

bool BankMatchSheet::performed(const Outcome& outcome, const Words& words, Intents& out) {
  expense_.performed(outcome, words, out);
  if (is_writing_ && (outcome.kind == "book_expense" || outcome.kind == "book_income")) {
    is_writing_ = false;
    BankMatch match{.line = line_, .payments = {}, .expense = {}, .income = {}, .fee = {}};
    if (outcome.kind == "book_expense")
      match.expense = Id<Expense>{outcome.subject};
    else
      match.income = Id<Income>{outcome.subject};
    out.perform(BankCommand(MatchBank{{match}}));
    return true;
  }
  const bool is_settled = outcome.kind == "match_bank" || outcome.kind == "leave_out_bank_line";
  if (!is_settled && outcome.kind != "take_back_match") return false;
  is_open_ = false;
  out.add(ShowToast{.sentence = std::string(
                        words(is_settled ? N_("The bank's line is settled.") : N_("The bank's line is open again."))),
                    .icon = icon::bank,
                    .offers_undo = outcome.is_undoable});
  return true;
}

}  // namespace lapak
