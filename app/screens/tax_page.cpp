// screens: Reports · Tax.
#include "app/screens/tax_page.h"

#include <algorithm>
#include <array>

#include "app/parts/badge.h"
#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/expense_view.h"
#include "app/screens/read_aside.h"
#include "app/screens/reports_frame.h"
#include "app/screens/tax_rule_sheet.h"
#include "app/screens/wording.h"
#include "core/books/tax_commands.h"
#include "core/exchange/xlsx.h"
#include "core/report/tax_report.h"
#include "core/shop/books_papers.h"
#include "core/till/till_store.h"

namespace lapak {
namespace {

constexpr float kLine = 64;
constexpr int kYears = 3;
constexpr std::array kPurses{PaidFrom::Till, PaidFrom::Bank, PaidFrom::OwnPocket};

struct Question {
  int year = 0;
  Date today;
  friend bool operator==(const Question&, const Question&) = default;
};
struct TaxYear {
  std::vector<TaxReportMonth> months;
  std::vector<TaxChoice> choices;
  std::vector<PaidTax> paid;
};

class TaxScreen final : public Screen {
 public:
  explicit TaxScreen(Gate gate) : frame_(ReportsTab::Tax, gate) {}

  void refresh(const Shop& shop) override {
    today_ = shop.today();
    now_ = shop.now();
    if (year_ == 0) year_ = today_.year();
    frame_.refresh(shop);
    if (frame_.is_shut()) return;
    taxes_.refresh(shop, {year_, today_}, rooms(&Revisions::books, &Revisions::sale, &Revisions::profile));
    is_day_open_.refresh(shop, 0, rooms(&Revisions::till),
                         [](const Shop& s, int) { return day_view(s.facts()).is_open; });
    rule_.refresh(shop);
    expense_.refresh(shop);
  }

  void draw(Ui& ui, Intents& out) override {
    words_ = &ui.words();
    const auto page = frame_.draw(ui, {.main = ui.words(N_("PDF")), .main_icon = icon::file_pdf, .side = 136}, out);
    if (!page) return;
    if (page->main == Press::Tap) make_paper(ui, out);
    if (button(ui, "tax.xlsx", page->side, {.label = ui.words(N_("XLSX")), .icon = icon::file_csv}))
      make_workbook(ui, out);
    taxes_.read(out, [](const Database& facts, const Profile&, const Question& question) {
      return TaxYear{tax_report(facts, question.year, question.today), tax_choices(facts),
                     paid_taxes(facts, question.year)};
    });
    const Rect area = page->content;
    draw_years_and_rule(ui, area.top_part(72));
    if (taxes_.has_view() && taxes_.question().year == year_) {
      draw_hero(ui, {area.x, area.y + 88, area.w, 132});
      draw_months(ui, {area.x, area.y + 232, area.w, area.h - 232 - 32});
    }
    text(ui, area.bottom_part(24), ui.words(N_("A help, not tax advice.")),
         {.type = Type::Small, .color = ui.theme().ink2, .name = "tax.note"});
    draw_pay(ui, out);
    // The expense of a month's tax is looked at here, and changed where expenses are.
    if (expense_.draw(ui, out)) expense_.close();
    rule_.draw(ui, out);
  }

  void performed(const Outcome& outcome, Intents& out) override {
    if (frame_.performed(outcome)) return;
    rule_.performed(outcome, *words_, out);
    expense_.performed(outcome, *words_, out);
    if (outcome.kind != "pay_tax") return;
    is_paying_ = false;
    out.add(ShowToast{.sentence = say(*words_, N_("Tax of {} is paid."), outcome.label),
                      .icon = icon::check_circle,
                      .offers_undo = outcome.is_undoable});
  }
  bool refused(const Problem& problem) override { return frame_.refused(problem); }

 private:
  void make_paper(const Ui& ui, Intents& out) const {
    out.add(MakePaper{.file_name = fmt::format("{} {}.pdf", ui.words(N_("Tax")), year_),
                      .lay_out = [year = year_, now = now_](const Database& facts, const Profile& profile) {
                        return tax_paper_of(facts, profile, year, now);
                      }});
  }
  void make_workbook(const Ui& ui, Intents& out) const {
    out.add(MakeTable{.file_name = fmt::format("{} {}.xlsx", ui.words(N_("Tax")), year_),
                      .write = [year = year_, today = today_](const Database& facts, const Profile& profile) {
                        return tax_xlsx(tax_report(facts, year, today), profile);
                      }});
  }
  const PaidTax* paid_tax(Date month) const {
    const auto found = std::ranges::find(taxes_->paid, month, &PaidTax::month);
    return found == taxes_->paid.end() ? nullptr : &*found;
  }
  void draw_years_and_rule(Ui& ui, Rect line);
  void draw_hero(Ui& ui, Rect area);
  void draw_months(Ui& ui, Rect area);
  void draw_month(Ui& ui, Rect line, const TaxReportMonth& month);
  void draw_pay(Ui& ui, Intents& out);

  ReportsFrame frame_;
  const Words* words_ = nullptr;
  Date today_;
  Instant now_;
  int year_ = 0;
  ReadAside<Question, TaxYear> taxes_;
  Watched<int, bool> is_day_open_;
  TaxRuleSheet rule_;
  ExpenseView expense_;
  TaxMonth paying_;
  bool is_paying_ = false;
};

void TaxScreen::draw_years_and_rule(Ui& ui, Rect line) {
  float x = line.x;
  for (int i = 0; i < kYears; ++i) {
    const int year = today_.year() - i;
    const std::string label = std::to_string(year);
    const Rect place{x, line.y + 12, chip_width(ui, label), 48};
    x += place.w + kGap;
    if (chip(ui, fmt::format("tax.year.{}", year), place, label, {.selected = year == year_})) {
      year_ = year;
      ui.keep_drawing();
    }
  }
  const Rect card{x + 16, line.y, line.right() - x - 16, line.h};
  const auto choice = choice_on(taxes_->choices, std::min(today_, Date::of(year_, 12, 31)));
  const auto rule = tax_in_force(choice, today_);
  std::string below = choice ? say(ui, N_("since {}"), ui.words().full_date(choice->valid_from)) : std::string();
  if (rule && !rule->source.empty()) below += " · " + rule->source;
  plate(ui, card);
  if (row(ui, "tax.rule", card.inset(8, 0),
          {.title = tax_rule_name(ui, choice),
           .subtitle = below,
           .icon = icon::percent,
           .has_divider = false,
           .has_arrow = true}))
    rule_.open(choice, today_);
}

void TaxScreen::draw_hero(Ui& ui, Rect area) {
  const std::vector<TaxReportMonth>& months = taxes_->months;
  const TaxMonth last = months.empty() ? TaxMonth{} : months.back().turnover;
  const auto rule = tax_in_force(choice_on(taxes_->choices, std::min(today_, Date::of(year_, 12, 31))), today_);
  const Money free = rule ? rule->free_each_year : Money{};
  plate(ui, area);
  const Rect inside = area.inset(16);
  const Rect left = inside.left_part(inside.w * 0.6f), right = inside.right_part(inside.w * 0.36f);
  const auto head = [&](Rect place, std::string_view label) {
    text(ui, place.top_part(24), label, {.type = Type::SmallStrong, .color = ui.theme().ink2});
  };
  head(left, say(ui, N_("Turnover of {}"), year_));
  amount(ui, {left.x, left.y + 24, left.w, 40}, ui.money(last.turnover_so_far),
         {.size = AmountSize::M, .align = Side::Left, .name = "tax.turnover"});
  if (free > Money{}) {
    const double part = static_cast<double>(last.turnover_so_far.minor) / static_cast<double>(free.minor);
    progress(ui, "tax.free", {left.x, left.bottom() - 20, left.w * 0.5f, 10}, static_cast<float>(part),
             part >= 1 ? ui.theme().warning : ui.theme().primary);
    text(ui, {left.x + left.w * 0.5f + 12, left.bottom() - 28, left.w * 0.5f - 12, 26},
         say(ui, N_("of {} free"), ui.money(free)), {.type = Type::Small, .color = ui.theme().ink2});
  }
  head(right, months.empty() ? std::string() : say(ui, N_("Tax of {}"), ui.words().month(last.month)));
  amount(ui, {right.x, right.y + 24, right.w, 40}, ui.money(last.tax),
         {.size = AmountSize::M, .align = Side::Left, .name = "tax.now"});
  if (last.due)
    text(ui, {right.x, right.bottom() - 28, right.w, 26},
         say(ui, N_("to be paid by {}"), ui.words().full_date(*last.due)),
         {.type = Type::Small, .color = ui.theme().ink2, .name = "tax.due"});
}

void TaxScreen::draw_months(Ui& ui, Rect area) {
  const std::vector<TaxReportMonth>& months = taxes_->months;
  const Rect head = area.top_part(32);
  const auto caption_of = [&](int column, std::string_view label, Side side) {
    text(ui, head.column(column, 5, kGap), label, {.type = Type::SmallStrong, .color = ui.theme().ink2, .align = side});
  };
  caption_of(0, ui.words(N_("Month")), Side::Left);
  caption_of(1, ui.words(N_("Turnover")), Side::Right);
  caption_of(2, ui.words(N_("Taxable")), Side::Right);
  caption_of(3, ui.words(N_("Tax")), Side::Right);
  divider(ui, head.x, head.bottom() - 1, head.w);
  const RowList shown(ui, "tax.months", area.bottom_part(area.h - 32), {.count = months.size(), .row_height = kLine});
  for (const RowList::Item& item : shown.visible()) draw_month(ui, item.rect, months[months.size() - 1 - item.index]);
}

void TaxScreen::draw_month(Ui& ui, Rect line, const TaxReportMonth& month) {
  const TaxMonth& one = month.turnover;
  const Rect name = line.column(0, 5, kGap);
  const bool has_added = !month.value_added.empty();
  text(ui, has_added ? name.top_part(36) : name, ui.words().month(one.month), {.type = Type::Text});
  if (has_added) {
    const ValueAddedTax& added = month.value_added.front();
    text(ui, name.bottom_part(28), fmt::format("{} {}", added.name, ui.bare_money(added.amount)),
         {.type = Type::Small, .color = ui.theme().ink2, .upright = Upright::Top, .cut = Cut::Names});
  }
  const std::string iso = one.month.iso().substr(0, 7);
  const auto figure = [&](int column, Money money) {
    amount(ui, line.column(column, 5, kGap), ui.bare_money(money), {.size = AmountSize::Text});
  };
  figure(1, one.turnover);
  figure(2, one.taxable);
  figure(3, one.tax);
  const Rect act = line.column(4, 5, kGap).right_part(std::min(176.0f, line.column(4, 5, kGap).w - 8)).inset(0, 4);
  if (const PaidTax* paid = paid_tax(one.month)) {
    if (button(ui, "tax.paid." + iso, act,
               {.label = ui.words(N_("Paid")), .icon = icon::check, .kind = ButtonKind::Quiet}))
      expense_.open(paid->expense);
  } else if (one.tax > Money{}) {
    if (button(ui, "tax.pay." + iso, act, {.label = ui.words(N_("Note as paid"))})) {
      paying_ = one;
      is_paying_ = true;
    }
  }
  divider(ui, line.x, line.bottom() - 1, line.w);
}

void TaxScreen::draw_pay(Ui& ui, Intents& out) {
  Sheet sheet(
      ui, "tax_paid", is_paying_,
      {.title = say(ui, N_("Tax of {}"), ui.words().month(paying_.month)), .close_label = ui.words(N_("Close"))});
  if (!sheet.visible()) return;
  const Rect content = sheet.content();
  amount(ui, content.top_part(56), ui.money(paying_.tax), {.size = AmountSize::L, .align = Side::Left});
  text(ui, {content.x, content.y + 72, content.w, 28}, ui.words(N_("Paid from where?")),
       {.type = Type::SmallStrong, .color = ui.theme().ink2});
  for (std::size_t i = 0; i < kPurses.size(); ++i)
    if (button(ui, fmt::format("tax_paid.{}", i),
               {content.x, content.y + 108 + static_cast<float>(i) * 72, content.w, 64},
               {.label = paid_from_name(kPurses[i], ui.words()),
                .left_aligned = true,
                .enabled = kPurses[i] != PaidFrom::Till || is_day_open_.view()}))
      out.perform(TaxCommand(PayTax{paying_.month, paying_.tax, kPurses[i]}));
  if (sheet.dismissed()) is_paying_ = false;
}

}  // namespace

std::unique_ptr<Screen> make_tax_screen(Gate gate) {
  return std::make_unique<TaxScreen>(gate);
}

}  // namespace lapak
