// screens: what a fair came to (ux.md §2.24): from sales to profit, what was learned, and whether to go again.
#include <algorithm>
#include <array>
#include <functional>

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/text.h"
#include "app/screens/fair_cards.h"
#include "app/screens/fair_hours_sheet.h"
#include "app/screens/fair_said.h"
#include "app/screens/fairs.h"
#include "app/screens/note_sheet.h"
#include "app/screens/page.h"
#include "app/screens/screen.h"
#include "app/screens/share_sheet.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"
#include "core/fair/fair_commands.h"
#include "core/report/fair_report.h"
#include "core/shop/fair_papers.h"

namespace lapak {
namespace {

constexpr std::array kVerdicts{Verdict::Yes, Verdict::Maybe, Verdict::No};
constexpr std::size_t kMostLearned = 3;

class FairResultScreen final : public Screen {
 public:
  explicit FairResultScreen(Id<Fair> fair) : fair_(fair) {}

  void refresh(const Shop& shop) override {
    zone_ = shop.profile().clock();
    now_ = shop.now();
    page_.refresh(shop, shop.today(),
                  rooms(&Revisions::fair, &Revisions::sale, &Revisions::till, &Revisions::stock, &Revisions::catalog,
                        &Revisions::partner, &Revisions::people, &Revisions::order, &Revisions::books),
                  [&](const Shop& s, Date) { return fair_page(s.facts(), s.profile(), fair_, s.now()); });
  }

  void draw(Ui& ui, Intents& out) override {
    if (!page_.view()) {
      out.add(Back{});
      return;
    }
    saved_ = ui.words(N_("Saved"));
    const FairPage& page = *page_.view();
    const bool is_compact = ui.size() == SizeClass::Compact;
    const PageFrame frame = draw_page(ui, {.title = page.fair.name,
                                           .main = ui.words(N_("Done")),
                                           .main_width = is_compact ? 160.0f : 200.0f,
                                           .side = is_compact ? 376.0f : 480.0f});
    if (frame.back || frame.main == Press::Tap) out.add(Back{});
    draw_tools(ui, out, frame.side, page);
    const Rect area{frame.content.x, frame.content.y, frame.content.w, frame.content.h - 80};
    const Rect left = area.column(0, 2, 16), right = area.column(1, 2, 16);
    draw_profit(ui, left.top_part(168), page);
    draw_waterfall(ui, {left.x, left.y + 184, left.w, left.h - 184}, page);
    draw_cards(ui, right.top_part(184), page);
    const float below = right.h - 200;
    draw_learned(ui, {right.x, right.y + 200, right.w, below - 16 - 192}, page);
    draw_verdict(ui, out, right.bottom_part(192), page);
    draw_ways_on(ui, out, frame.content.bottom_part(64), page);
    hours_.draw(ui, out);
    share_.draw(ui, out);
    if (const auto note = note_.draw(ui)) {
      Fair card = page.fair;
      card.note = *note;
      out.perform(FairCommand(SaveFair{card}));
    }
  }

  void performed(const Outcome& outcome, Intents& out) override {
    out.add(ShowToast{.sentence = saved_, .icon = icon::check_circle, .offers_undo = outcome.is_undoable});
  }

 private:
  template <class LayOut>
  void make_paper(const Ui& ui, Intents& out, std::string_view kind, const FairPage& page, LayOut lay_out) const {
    out.add(MakePaper{.file_name = fmt::format("{} {}.pdf", ui.words(kind), page.fair.name),
                      .lay_out = [lay_out, fair = fair_, now = now_](const Database& facts, const Profile& profile) {
                        return lay_out(facts, profile, fair, now);
                      }});
  }
  void draw_tools(Ui& ui, Intents& out, Rect line, const FairPage& page) {
    const bool is_compact = ui.size() == SizeClass::Compact;
    const auto tool = [&](int at, std::string_view name, std::string_view label, Icon icon) {
      return button(ui, name, line.column(at, 3, kGap), {.label = ui.words(label), .icon = is_compact ? Icon() : icon});
    };
    if (tool(0, "result.card", N_("Fair"), icon::tent)) out.add(Open{make_fair_page(fair_)});
    if (tool(1, "result.pdf", N_("PDF"), icon::file_pdf))
      make_paper(ui, out, N_("Result of the fair"), page, fair_paper_of);
    if (tool(2, "result.share", N_("WhatsApp"), icon::whatsapp_logo)) share_.open({}, message_of(ui, page));
  }
  // The result as a few lines; the page itself is attached by hand.
  static std::string message_of(const Ui& ui, const FairPage& page) {
    const Words& words = ui.words();
    const FairFigures& figures = page.figures;
    std::string message = fmt::format("{} · {}\n", page.fair.name, fair_days(page.fair, words));
    const auto line = [&](std::string_view label, const std::string& value) {
      message += fmt::format("{}: {}\n", words(label), value);
    };
    line(N_("Sales"), ui.money(figures.sales));
    line(N_("Transactions"), words.count(figures.sales_count));
    line(N_("Profit"), ui.money(figures.profit));
    if (figures.per_hour) line(N_("For an hour of work"), ui.money(*figures.per_hour));
    return message;
  }
  void draw_ways_on(Ui& ui, Intents& out, Rect line, const FairPage& page);
  void draw_profit(Ui& ui, Rect area, const FairPage& page) const;
  static void draw_waterfall(Ui& ui, Rect area, const FairPage& page);
  void draw_cards(Ui& ui, Rect area, const FairPage& page) const;
  void draw_learned(Ui& ui, Rect area, const FairPage& page) const;
  std::vector<std::string> learned(const Ui& ui, const FairPage& page) const;
  void draw_verdict(Ui& ui, Intents& out, Rect area, const FairPage& page);

  Id<Fair> fair_;
  Zone zone_;
  Instant now_;
  Watched<Date, std::optional<FairPage>> page_;
  NoteSheet note_{"fair_note"};
  FairHoursSheet hours_;
  ShareSheet share_;
  std::string saved_;
};

void FairResultScreen::draw_profit(Ui& ui, Rect area, const FairPage& page) const {
  const Theme& t = ui.theme();
  const Rect inside = fair_card(ui, area, ui.words(N_("Net profit of this fair")));
  const bool is_loss = page.figures.profit < Money{};
  amount(ui, {inside.x, inside.y - 4, inside.w, 72}, ui.money(page.figures.profit),
         {.size = AmountSize::L, .color = is_loss ? t.danger : t.ink, .align = Side::Left, .name = "result.profit"});
  std::string below = fair_days(page.fair, ui.words());
  if (page.last) below = say(ui, N_("the last one here: {}"), ui.money(page.last_profit));
  text(ui, inside.bottom_part(32), below, {.type = Type::Text, .color = t.ink2, .cut = Cut::Names});
}

void FairResultScreen::draw_waterfall(Ui& ui, Rect area, const FairPage& page) {
  const Theme& t = ui.theme();
  const FairFigures& figures = page.figures;
  const Rect inside = fair_card(ui, area, ui.words(N_("From sales to profit")));
  struct Step {
    std::string_view label;
    Money sum;  // what it adds
  };
  std::vector<Step> steps{{N_("Sales"), figures.sales}};
  for (const Step& cost :
       {Step{N_("Tax in the prices"), figures.tax}, Step{N_("Cost of goods"), figures.goods},
        Step{N_("Lost and given away"), figures.lost}, Step{N_("Partners' shares"), figures.partners},
        Step{N_("Booth fee"), figures.fee}, Step{N_("Expenses"), figures.costs}, Step{N_("Helpers"), figures.helpers}})
    if (!cost.sum.is_zero()) steps.push_back({cost.label, -cost.sum});
  steps.push_back({N_("Profit"), figures.profit});
  // From the lowest the running sum comes to, to the highest.
  Money running, low, high;
  for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
    running += steps[i].sum;
    low = std::min(low, running);
    high = std::max(high, running);
  }
  const Money span = std::max(high - low, Money{1});
  const auto at = [&](Money sum) {
    return inside.x + inside.w * static_cast<float>((sum - low).minor) / static_cast<float>(span.minor);
  };
  const float pitch = std::min(56.0f, inside.h / static_cast<float>(steps.size()));
  running = {};
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const bool is_sum = i == 0 || i + 1 == steps.size();
    const Money from = is_sum ? Money{} : running;
    const Money to = is_sum ? steps[i].sum : running + steps[i].sum;
    running = to;
    const float y = inside.y + static_cast<float>(i) * pitch;
    const Type type = is_sum ? Type::Strong : Type::Body;
    text(ui, {inside.x, y, inside.w - 160, 28}, ui.words(steps[i].label), {.type = type});
    text(ui, {inside.right() - 160, y, 160, 28}, ui.bare_money(steps[i].sum),
         {.type = Type::Strong, .align = Side::Right});
    const float x0 = std::min(at(from), at(to)), x1 = std::max(at(from), at(to));
    const Color fill = i + 1 == steps.size() ? (figures.profit < Money{} ? t.danger : t.success) : i == 0 ? t.c1 : t.c2;
    ui.paint().fill({x0, y + 30, std::max(3.0f, x1 - x0), std::min(12.0f, pitch - 36)}, fill, 3);
  }
}

void FairResultScreen::draw_cards(Ui& ui, Rect area, const FairPage& page) const {
  const Words& words = ui.words();
  const Rect upper = area.top_part(84), lower = area.bottom_part(84);
  fair_figure(ui, upper.column(0, 2, 16), "result.per_hour", words(N_("For an hour of work")),
              page.figures.per_hour ? ui.money(*page.figures.per_hour) : std::string("–"));
  fair_figure(ui, upper.column(1, 2, 16), "result.covered", words(N_("Costs earned back at")),
              page.covered_at ? words.time(zone_.local(*page.covered_at)) : std::string("–"));
  fair_figure(ui, lower.column(0, 2, 16), "result.met", words(N_("New contacts")), words.count(std::ssize(page.met)));
  fair_figure(ui, lower.column(1, 2, 16), "result.tail", words(N_("Bought or ordered since")),
              ui.money(page.tail.sales + page.tail.orders));
}

void FairResultScreen::draw_ways_on(Ui& ui, Intents& out, Rect line, const FairPage& page) {
  const Words& words = ui.words();
  struct Way {
    std::string_view name;
    std::string label;
    std::function<void()> go;
  };
  std::vector<Way> ways{
      {"result.goods", std::string(words(N_("All goods"))), [&] { out.add(Open{make_fair_goods(fair_)}); }},
      {"result.hours", std::string(words(N_("Hours"))), [&] { hours_.open(page); }},
      {"result.organiser", std::string(words(N_("For the organiser"))),
       [&] { make_paper(ui, out, N_("Sales at the fair"), page, organiser_paper_of); }}};
  Quantity left;
  for (const FairGoods& each : page.goods) left += std::max(each.left, Quantity{});
  if (left > Quantity{})
    ways.push_back({"result.home", say(ui, N_("Bring home {}"), words.quantity(left)),
                    [&] { out.add(Open{make_unpacking_screen(fair_)}); }});
  if (const auto met = std::ssize(page.met); met > 0)
    ways.push_back({"result.greet", say(ui, words.plural("Thank {} new contact", "Thank {} new contacts", met), met),
                    [&] { out.add(Open{make_fair_greet(fair_)}); }});
  for (std::size_t i = 0; i < ways.size(); ++i)
    if (button(ui, ways[i].name, line.column(static_cast<int>(i), static_cast<int>(ways.size()), kGap),
               {.label = ways[i].label}))
      ways[i].go();
}

std::vector<std::string> FairResultScreen::learned(const Ui& ui, const FairPage& page) const {
  std::vector<std::string> said;
  for (const FairGoods& each : page.goods)
    if (each.ran_out_at && said.empty())
      said.push_back(say(ui, N_("{0} ran out at {1}: take {2}"), each.name,
                         ui.words().time(zone_.local(*each.ran_out_at)),
                         ui.words().quantity(suggested_for(each.sold, kLargestQuantity))));
  int unsold = 0;
  const FairGoods* first = nullptr;
  for (const FairGoods& each : page.goods)
    if (each.brought > Quantity{} && each.sold <= Quantity{}) first = unsold++ == 0 ? &each : first;
  if (unsold == 1) said.push_back(say(ui, N_("{} did not sell: leave it at home"), first->name));
  if (unsold > 1) said.push_back(say(ui, N_("{0} and {1} more did not sell"), first->name, unsold - 1));
  if (!page.hours.empty()) {
    const auto busiest = std::ranges::max_element(page.hours, {}, &FairHour::sales);
    said.push_back(say(ui, N_("Busiest from {0} to {1}"), ui.words().time({.date = {}, .hour = busiest->hour}),
                       ui.words().time({.date = {}, .hour = (busiest->hour + 1) % 24})));
  }
  for (const AskedRow& asked : page.asked)
    said.push_back(
        say(ui, N_("Asked for {0}, {1} × {2}"), asked.what, asked.times, asked_name(asked.reason, ui.words())));
  return said;
}

void FairResultScreen::draw_learned(Ui& ui, Rect area, const FairPage& page) const {
  const Rect inside = fair_card(ui, area, ui.words(N_("What we learned")));
  float y = inside.y;
  std::size_t shown = 0;
  for (const std::string& each : learned(ui, page)) {
    if (shown++ == kMostLearned + 1 || y + 28 > inside.bottom()) break;
    const std::string line = "• " + each;
    const bool is_long = ui.paint().width(Type::Body, line) > inside.w;
    const Rect place{inside.x, y, inside.w, is_long ? 52.0f : 28.0f};
    if (place.bottom() > inside.bottom()) break;
    text(ui, place, line, {.type = Type::Body, .cut = Cut::Names, .lines = is_long ? 2 : 1});
    y += place.h + 4;
  }
}

void FairResultScreen::draw_verdict(Ui& ui, Intents& out, Rect area, const FairPage& page) {
  const Rect inside = fair_card(ui, area, ui.words(N_("Go again?")));
  for (std::size_t i = 0; i < kVerdicts.size(); ++i) {
    const bool is_chosen = page.fair.verdict == kVerdicts[i];
    if (!button(
            ui, fmt::format("result.again.{}", i),
            Rect{inside.x, inside.y, inside.w, 56}.column(static_cast<int>(i), 3, kGap),
            {.label = verdict_name(kVerdicts[i], ui.words()), .kind = choice_kind(is_chosen), .selected = is_chosen}))
      continue;
    Fair card = page.fair;
    card.verdict = kVerdicts[i];
    out.perform(FairCommand(SaveFair{card}));
  }
  const Rect note{inside.x, inside.y + 68, inside.w, 56};
  const std::string said = page.fair.note.empty() ? std::string(ui.words(N_("Write a note"))) : page.fair.note;
  if (button(ui, "result.note", note,
             {.label = said, .icon = icon::note_pencil, .kind = ButtonKind::Outline, .left_aligned = true}))
    note_.open(std::string(ui.words(N_("Note"))), page.fair.note);
}

}  // namespace

std::unique_ptr<Screen> make_fair_result(Id<Fair> fair) {
  return std::make_unique<FairResultScreen>(fair);
}

}  // namespace lapak
