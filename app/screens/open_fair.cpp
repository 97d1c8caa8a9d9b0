// screens: opening a fair (ux.md §2.21): what is known of it, each part one tap from where it is changed, and the
// float, counted by notes. All of it can wait: one sells at once.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "app/parts/button.h"
#include "app/parts/figure.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/drawer_pad.h"
#include "app/screens/fair_cards.h"
#include "app/screens/fair_expense_sheet.h"
#include "app/screens/fair_said.h"
#include "app/screens/fairs.h"
#include "app/screens/number_sheet.h"
#include "app/screens/page.h"
#include "app/screens/screen.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"
#include "core/fair/fair_commands.h"
#include "core/report/fair_report.h"
#include "core/till/till_store.h"

namespace lapak {
namespace {

constexpr float kHead = 176;  // the lines that say which fair it is
constexpr float kCaption = 40;
constexpr float kHint = 48;
constexpr float kNarrowCosts = 336;

struct View {
  std::optional<FairPage> page;
  DayView day;
};

class OpenFairScreen final : public Screen {
 public:
  explicit OpenFairScreen(Id<Fair> fair) : fair_(fair) {}

  void refresh(const Shop& shop) override {
    expense_.refresh(shop);
    view_.refresh(shop, shop.today(),
                  rooms(&Revisions::fair, &Revisions::till, &Revisions::stock, &Revisions::people, &Revisions::books),
                  [this](const Shop& s, Date) {
                    return View{fair_page(s.facts(), s.profile(), fair_, s.now()), day_view(s.facts())};
                  });
  }

  void draw(Ui& ui, Intents& out) override {
    if (!view_->page) {
      out.add(Back{});
      return;
    }
    // What was planned for the drawer is no count: nothing is counted yet.
    if (!pad_.has_begun()) pad_.begin(ui.currency(), {});
    words_ = &ui.words();
    const PageFrame frame =
        draw_page(ui, {.title = ui.words(N_("Open the fair")), .main = ui.words(N_("Start selling"))});
    if (frame.back) out.add(Back{});
    const Rect content = frame.content;
    // Left the float, right what it costs: half each, but where the notes would not fit.
    const float left_width =
        ui.size() == SizeClass::Compact ? content.w - 16 - kNarrowCosts : std::floor((content.w - 16) / 2);
    const Rect left{content.x, content.y, left_width, content.h - kHint};
    const Rect right{left.right() + 16, content.y, content.w - left_width - 16, left.h};
    draw_card(ui, out, left, right);
    draw_float(ui, {left.x, left.y + kHead, left.w, left.h - kHead});
    draw_costs(ui, out, {right.x, right.y + kHead, right.w, right.h - kHead});
    text(ui, content.bottom_part(40), ui.words(N_("You can start selling at once; the rest can wait.")),
         {.type = Type::Small, .color = ui.theme().ink2});
    draw_pad(ui);
    expense_.draw(ui, out);
    if (frame.main == Press::Tap) out.perform(FairCommand(OpenFairDay{fair_, pad_.counted()}));
  }

  void performed(const Outcome& outcome, Intents& out) override {
    if (expense_.is_open()) return expense_.performed(outcome, *words_, out);
    if (outcome.kind != "open_day") return;  // a page opened from here has told what it did
    out.add(Back{});
    out.add(GoTo{Section::Sell});
  }

 private:
  void draw_card(Ui& ui, Intents& out, Rect left, Rect right) const;
  void draw_float(Ui& ui, Rect area);
  void draw_costs(Ui& ui, Intents& out, Rect area);
  void draw_pad(Ui& ui);

  Id<Fair> fair_;
  Watched<Date, View> view_;
  DrawerPad pad_;
  bool is_typing_ = false;  // into the note that is chosen
  FairExpenseSheet expense_;
  const Words* words_ = nullptr;
};

void OpenFairScreen::draw_card(Ui& ui, Intents& out, Rect left, Rect right) const {
  const Words& words = ui.words();
  const Fair& fair = view_->page->fair;
  const std::string helpers = fair_helpers(view_->page->helpers);
  const Rect days{left.x, left.y + 88, left.w, 72};
  bool is_edited = fair_entry(ui, "open_fair.name", left.top_part(72), words(N_("Name of the fair")), fair.name);
  is_edited |= fair_entry(ui, "open_fair.place", right.top_part(72), words(N_("Where")),
                          fair_place(fair).empty() ? "–" : fair_place(fair));
  is_edited |=
      fair_entry(ui, "open_fair.from", days.column(0, 2, 16), words(N_("From")), words.weekday_date(first_day(fair)));
  is_edited |=
      fair_entry(ui, "open_fair.to", days.column(1, 2, 16), words(N_("Last day")), words.weekday_date(last_day(fair)));
  is_edited |= fair_entry(ui, "open_fair.who", {right.x, right.y + 88, right.w, 72}, words(N_("Helping")),
                          helpers.empty() ? "–" : helpers);
  if (is_edited) out.add(Open{make_fair_editor(fair)});
}

void OpenFairScreen::draw_float(Ui& ui, Rect area) {
  text(ui, area.top_part(32), ui.words(N_("Opening float, counted note by note")), {.color = ui.theme().ink2});
  const int lines = (pad_.row_count() + 1) / 2;
  const float pitch = std::min(88.0f, std::floor((area.h - kCaption - 64 - 8) / static_cast<float>(lines)));
  const float height = std::min(72.0f, pitch - 8);
  for (int i = 0; i < pad_.row_count(); ++i) {
    const Rect column = Rect{area.x, area.y + kCaption, area.w, 0}.column(i % 2, 2, 12);
    const float y = column.y + static_cast<float>(i / 2) * pitch;
    is_typing_ |= pad_.draw_row(ui, i, {column.x, y, 56, height}, {column.x + 64, y, column.w - 128, height},
                                {column.right() - 56, y, 56, height});
  }
  const Rect foot{area.x, area.y + kCaption + static_cast<float>(lines) * pitch + 8, area.w, 64};
  const DayView& day = view_->day;
  const bool has_last = day.counted.has_value() && !day.counted->is_zero() && !day.is_open;
  const float last_width = has_last ? 240.0f : 0.0f;
  text(ui, {foot.x, foot.y, 120, 64}, ui.words(N_("Opening float")), {.type = Type::Strong, .lines = 2});
  amount(ui, {foot.x + 128, foot.y, foot.w - 128 - last_width - (has_last ? 16 : 0), 64}, ui.money(pad_.sum()),
         {.name = "float"});
  if (has_last && button(ui, "last", foot.right_part(last_width),
                         {.label = ui.words(N_("As counted last time")), .sub_label = ui.money(*day.counted)}))
    pad_.begin(ui.currency(), day.counted_notes);
}

void OpenFairScreen::draw_costs(Ui& ui, Intents& out, Rect area) {
  const Words& words = ui.words();
  const FairPage& page = *view_->page;
  text(ui, area.top_part(32), words(N_("Costs that are certain")), {.color = ui.theme().ink2});
  const float step = std::min(80.0f, std::floor((area.h - kCaption - 88 - 72) / 3));
  float y = area.y + kCaption;
  const auto line = [&] { return Rect{area.x, y, area.w, step - 8}; };
  bool is_read = fair_entry(ui, "open_fair.fee", line(), words(N_("Booth fee")), ui.money(page.figures.fee));
  y += step;
  is_read |= fair_entry(ui, "open_fair.costs", line(), words(N_("Other costs")),
                        ui.money(page.figures.costs + page.figures.helpers));
  y += step;
  if (is_read) out.add(Open{make_fair_expenses(fair_)});
  if (button(ui, "fair.add_expense", line(), {.label = words(N_("Another expense")), .icon = icon::plus}))
    expense_.open(fair_);
  y += step + 16;
  Quantity brought;
  for (const FairGoods& goods : page.goods) brought = brought + goods.brought;
  if (fair_entry(ui, "open_fair.goods", {area.x, y, area.w, 72}, words(N_("Brought")),
                 say(ui, N_("{} pieces"), words.quantity(brought)), icon::package))
    out.add(Open{make_packing_screen(fair_)});
  y += 80;
  const std::int64_t change = page.fair.price_change_bp;
  const std::string prices = change == 0
                                 ? std::string(words(page.fair.prices.empty() ? N_("As always") : N_("Own prices")))
                                 : fmt::format("{}{} %", change > 0 ? "+" : "\u2212",
                                               words.quantity(Quantity{(change > 0 ? change : -change) * 10}));
  if (fair_entry(ui, "open_fair.prices", {area.x, y, area.w, 56}, words(N_("Prices")), prices))
    out.add(Open{make_fair_prices(fair_)});
}

void OpenFairScreen::draw_pad(Ui& ui) {
  const std::string title = pad_.chosen_row(ui);
  Sheet sheet(ui, "open_fair.count", is_typing_, {.title = title, .close_label = ui.words(N_("Close")), .foot = 96});
  if (!sheet.visible()) return;
  if (sheet.dismissed()) is_typing_ = false;
  const Rect content = sheet.content();
  amount(ui, content.top_part(88), ui.money(pad_.sum()), {.name = "open_fair.count.sum"});
  pad_.draw_pad(ui, pad_place(ui, content));
  if (button(ui, "open_fair.count.ok", sheet.foot(),
             {.label = ui.words(N_("Done")), .kind = ButtonKind::Primary, .type = Type::Title}))
    is_typing_ = false;
}

}  // namespace

std::unique_ptr<Screen> make_open_fair_screen(Id<Fair> fair) {
  return std::make_unique<OpenFairScreen>(fair);
}

}  // namespace lapak
