// screens: the sales report of a range of days: its four figures, what it is compared with, and the cards below.
#include "app/screens/report.h"

#include <algorithm>
#include <array>

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/end_of_day.h"
#include "app/screens/open_day.h"
#include "app/screens/range_sheet.h"
#include "app/screens/read_aside.h"
#include "app/screens/report_cards.h"
#include "app/screens/report_export.h"
#include "app/screens/reports_frame.h"
#include "app/screens/table_sheet.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"
#include "core/fair/fair_store.h"
#include "core/till/till_store.h"

namespace lapak {
namespace {

enum class Range { Today, Week, Month, Chosen, Fair };
constexpr std::array<std::string_view, 5> kRanges{N_("Today"), N_("7 days"), N_("30 days"), N_("Choose…"), N_("Fair…")};
constexpr float kCloseDay = 200, kExport = 160, kSide = kCloseDay + kGap + kExport;
constexpr float kFigures = 112;

struct Question {
  Range range = Range::Week;
  DateRange chosen;
  std::optional<Id<Fair>> fair;
  Date today;
  friend bool operator==(const Question&, const Question&) = default;
  DateRange days() const {
    switch (range) {
      case Range::Today:
        return {today, today};
      case Range::Week:
        return {today.plus_days(-6), today};
      case Range::Month:
        return {today.plus_days(-29), today};
      case Range::Fair:
      case Range::Chosen:
        break;
    }
    return chosen;
  }
};

struct Figures {
  Report now;
  Money before;  // net sales of what it is compared with
};

// A fair is compared with the last one of its name.
DateRange compared_with(const Database& facts, const Question& question) {
  if (question.fair)
    if (const auto fair = find_fair(facts, *question.fair))
      if (const auto last = last_fair_like(facts, *fair)) return {first_day(*last), last_day(*last)};
  return range_before(question.days(), question.today);
}

class ReportScreen final : public Screen {
 public:
  explicit ReportScreen(Gate gate) : frame_(ReportsTab::Sales, gate) {}

  void refresh(const Shop& shop) override {
    question_.today = shop.today();
    frame_.refresh(shop);
    if (frame_.is_shut()) return;
    is_day_open_.refresh(shop, 0, rooms(&Revisions::till),
                         [](const Shop& s, int) { return day_view(s.facts()).is_open; });
    fairs_.refresh(shop, question_.today, rooms(&Revisions::till), [](const Shop& s, Date today) {
      std::vector<Fair> past = fairs(s.facts());
      std::erase_if(past, [&](const Fair& fair) { return first_day(fair) > today; });
      return past;
    });
    const bool is_new = figures_.refresh(
        shop, question_,
        rooms(&Revisions::sale, &Revisions::profile, &Revisions::people, &Revisions::catalog, &Revisions::partner),
        [](const Shop& s, const Question& question) {
          const DateRange range = question.days(), before = compared_with(s.facts(), question);
          return Figures{.now = report(s.facts(), s.profile(), range.from, range.to),
                         .before = report_totals(s.facts(), before.from, before.to).net_sales};
        });
    if (is_new) cards_.forget_touched();
    wider_.refresh(shop, question_,
                   rooms(&Revisions::sale, &Revisions::stock, &Revisions::catalog, &Revisions::order,
                         &Revisions::partner, &Revisions::books, &Revisions::people, &Revisions::profile));
    shown_ = {.range = question_.days(), .now = shop.now(), .held = shop.held_carts()};
  }

  void draw(Ui& ui, Intents& out) override {
    const auto frame = frame_.draw(ui, {.side = kSide}, out);
    if (!frame) return;
    wider_.read(out, [](const Database& facts, const Profile& profile, const Question& question) {
      return std::optional(wider_report(facts, profile, question.days(), question.today));
    });
    draw_side(ui, frame->side, out);
    const Rect area = frame->content;
    draw_ranges(ui, area.top_part(48));
    const Rect figures{area.x, area.y + 64, area.w, kFigures};
    draw_figures(ui, figures);
    const float top = figures.bottom() + 12;
    const WiderReport* wider = wider_.view() ? &*wider_.view() : nullptr;
    const Rect below{area.x - 4, top, area.w + 8, ui.height() - top};
    if (const auto part =
            cards_.draw(ui, out, below, {.report = figures_->now, .wider = wider, .today = question_.today}))
      table_.open(*part, table_of(figures_->now, wider ? *wider : WiderReport(), *part, ui.words()), shown_.range,
                  shown_.now);
    if (const auto open = table_.open_part(); open && told_in_ != &ui.words())
      table_.open(*open, table_of(figures_->now, wider ? *wider : WiderReport(), *open, ui.words()), shown_.range,
                  shown_.now);
    told_in_ = &ui.words();
    if (ui.shortcut({.key = Key::P, .ctrl = true})) export_.print(ui, shown_, out);
    export_.draw(ui, shown_, out);
    table_.draw(ui, out);
    draw_fairs(ui);
    if (const auto days = range_.draw(ui, question_.today)) ask({.range = Range::Chosen, .chosen = *days, .fair = {}});
  }

  void performed(const Outcome& outcome, Intents&) override { frame_.performed(outcome); }
  bool refused(const Problem& problem) override { return frame_.refused(problem); }

 private:
  void ask(Question question) {
    question.today = question_.today;
    question_ = question;
  }
  void draw_side(Ui& ui, Rect place, Intents& out);
  void draw_ranges(Ui& ui, Rect line);
  void draw_figures(Ui& ui, Rect area);
  void draw_fairs(Ui& ui);

  ReportsFrame frame_;
  Question question_;
  Watched<Question, Figures> figures_;
  ReadAside<Question, std::optional<WiderReport>> wider_;
  Watched<Date, std::vector<Fair>> fairs_;  // that have begun
  Watched<int, bool> is_day_open_;
  ReportShown shown_;
  ReportCards cards_;
  TableSheet table_;
  const Words* told_in_ = nullptr;  // the language the table was opened in
  ReportExport export_;
  RangeSheet range_;
  bool is_fair_asked_ = false;
};

void ReportScreen::draw_side(Ui& ui, Rect place, Intents& out) {
  const Rect left = place.left_part(kCloseDay);
  if (is_day_open_.view()) {
    if (button(ui, "report.close_day", left, {.label = ui.words(N_("Close the day")), .icon = icon::cash_register}))
      out.add(Open{make_end_of_day_screen()});
  } else if (button(ui, "report.open_day", left,
                    {.label = ui.words(N_("Open the day")), .icon = icon::cash_register})) {
    out.add(Open{make_open_day_screen()});
  }
  if (button(ui, "report.export", place.right_part(kExport),
             {.label = ui.words(N_("Export")), .icon = icon::download_simple}))
    export_.open();
}

void ReportScreen::draw_ranges(Ui& ui, Rect line) {
  std::vector<std::string> labels;
  for (const std::string_view label : kRanges) labels.emplace_back(ui.words(label));
  if (question_.fair) {
    const auto fair = std::ranges::find(fairs_.view(), *question_.fair, &Fair::id);
    if (fair != fairs_->end()) labels[static_cast<std::size_t>(Range::Fair)] = fair->name;
  }
  if (question_.range == Range::Chosen)
    labels[static_cast<std::size_t>(Range::Chosen)] =
        question_.chosen.from == question_.chosen.to
            ? ui.words().weekday_date(question_.chosen.from)
            : fmt::format("{} – {}", ui.words().short_date(question_.chosen.from),
                          ui.words().short_date(question_.chosen.to));
  if (fairs_->empty()) labels.pop_back();
  const auto tapped = chips(ui, "report.range", line, labels, static_cast<std::size_t>(question_.range));
  if (!tapped) return;
  const auto range = static_cast<Range>(*tapped);
  if (range == Range::Fair) {
    is_fair_asked_ = true;
  } else if (range == Range::Chosen) {
    range_.open(question_.days());
  } else {
    ask({.range = range, .chosen = {}, .fair = {}});
    ui.keep_drawing();
  }
}

void ReportScreen::draw_figures(Ui& ui, Rect area) {
  const Theme& t = ui.theme();
  const Report& now = figures_->now;
  const std::int64_t sales = now.sales_count;
  const Money average = sales == 0 ? Money{} : part_of(now.net_sales, Fraction{1, sales});
  // One size for all four: what comes first is not written smaller because it is longer.
  const Rect narrow = area.column(0, 4, kGap).inset(16);
  AmountSize size = AmountSize::S;
  for (const Money figure : {now.net_sales, now.profit})
    size = std::min(size, fitting_size(ui.paint(), ui.money(figure), AmountSize::S, narrow.w));
  const auto one = [&](int i, std::string_view name, std::string_view heading, const std::string& figure,
                       std::string_view below) {
    const Rect card = area.column(i, 4, kGap);
    plate(ui, card);
    const Rect inside = card.inset(16, 12);
    text(ui, inside.top_part(24), heading, {.type = Type::SmallStrong, .color = t.ink2});
    amount(ui, {inside.x, inside.y + 24, inside.w, 40}, figure, {.size = size, .align = Side::Left, .name = name});
    text(ui, {inside.x, inside.bottom() - 22, inside.w, 22}, below,
         {.type = Type::Small, .color = t.ink2, .cut = Cut::Names});
  };
  std::string change;
  if (figures_->before.minor > 0) {
    const std::int64_t more = now.net_sales.minor - figures_->before.minor;
    change = say(ui, N_("{} vs before"),
                 fmt::format("{}{}", more >= 0 ? "+" : "\u2212",
                             ui.words().percent(Fraction{std::abs(more), figures_->before.minor})));
  }
  one(0, "report.net_sales", ui.words(N_("Net sales")), ui.money(now.net_sales), change);
  const bool has_margin = now.net_sales > Money{} && now.profit >= Money{} && now.profit <= now.net_sales;
  one(1, "report.profit", ui.words(N_("Profit")), ui.money(now.profit),
      now.pieces_of_unknown_cost > Quantity{}
          ? say(ui, N_("{} pcs without a cost"), ui.words().quantity(now.pieces_of_unknown_cost))
      : has_margin ? say(ui, N_("{} of sales"), ui.words().percent({now.profit.minor, now.net_sales.minor}))
                   : std::string());
  one(2, "report.sales_count", ui.words(N_("Transactions")), ui.words().count(sales),
      say(ui, N_("{0} pcs · {1} each"), ui.words().quantity(now.items_sold), ui.bare_money(average)));
  const bool is_known = wider_.view().has_value();
  const Buyers buyers = is_known ? wider_.view()->buyers : Buyers();
  const std::int64_t known = buyers.returning.buyers + buyers.fresh.buyers;
  one(3, "report.returning", ui.words(N_("Came again")),
      known == 0 ? std::string("–") : ui.words().percent({buyers.returning.buyers, known}),
      known == 0 ? std::string() : say(ui, N_("{0} of {1} buyers"), buyers.returning.buyers, known));
}

void ReportScreen::draw_fairs(Ui& ui) {
  Sheet sheet(ui, "fairs", is_fair_asked_,
              {.title = ui.words(N_("Which fair?")), .close_label = ui.words(N_("Close"))});
  if (!sheet.visible()) return;
  RowList rows(ui, "fairs.list", sheet.content(), {.count = fairs_->size(), .row_height = 72});
  for (const RowList::Item& item : rows.visible()) {
    const Fair& fair = fairs_.view()[item.index];
    if (row(ui, fmt::format("fairs.{}", item.index), item.rect,
            {.title = fair.name, .subtitle = ui.words().full_date(first_day(fair)), .icon = icon::tent})) {
      ask({.range = Range::Fair,
           .chosen = {first_day(fair), std::min(last_day(fair), question_.today)},
           .fair = fair.id});
      is_fair_asked_ = false;
    }
  }
  if (sheet.dismissed()) is_fair_asked_ = false;
}

}  // namespace

std::unique_ptr<Screen> make_report_screen() {
  return make_sales_report(Gate::Shut);
}

std::unique_ptr<Screen> make_sales_report(Gate gate) {
  return std::make_unique<ReportScreen>(gate);
}

}  // namespace lapak
