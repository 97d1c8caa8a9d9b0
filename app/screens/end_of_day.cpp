// screens: closing the day.
#include "app/screens/end_of_day.h"

#include <algorithm>
#include <map>

#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/backup_run.h"
#include "app/screens/cash_count.h"
#include "app/screens/cash_move.h"
#include "app/screens/open_day.h"
#include "app/screens/page.h"
#include "app/screens/print_sheet.h"
#include "app/screens/read_aside.h"
#include "app/screens/share_out_sheet.h"
#include "app/screens/wording.h"
#include "core/books/pot_store.h"
#include "core/report/report.h"
#include "core/shop/documents.h"
#include "core/till/till_store.h"

namespace lapak {
namespace {

constexpr float kChoice = 216;  // what is asked beside an amount, in a small window

struct View {
  DayView day;
  Report report;
  std::vector<HeldCart> held;
  bool may_share_out = false;  // there are pots, and the day's money is in none yet
};

struct RunningLow {
  std::vector<std::string> names;  // the first of them
  int count = 0;
};

RunningLow running_low(const Database& facts, const Profile&, Date today) {
  RunningLow low;
  for (const StockFilter filter : {StockFilter::Out, StockFilter::Low}) {
    const StockView view = stock_list(facts, {.filter = filter, .today = today, .count = 5});
    low.count += view.total;
    for (const StockRow& row : view.rows) low.names.push_back(row.name);
  }
  return low;
}

Icon method_icon(Method method) {
  switch (method) {
    case Method::Cash:
      return icon::money;
    case Method::Qris:
      return icon::qr_code;
    case Method::Transfer:
      return icon::bank;
    case Method::Card:
      return icon::credit_card;
    case Method::Exchange:
      return icon::arrows_left_right;
    case Method::Deposit:
      return icon::hand_coins;
    case Method::Imported:
      return icon::download_simple;
  }
  return {};
}

// What arrives elsewhere is looked up there. Goods given in exchange and deposits paid before are no money of today.
bool is_looked_up(Method method) {
  return method == Method::Qris || method == Method::Transfer || method == Method::Card;
}

class EndOfDayScreen final : public Screen {
 public:
  void refresh(const Shop& shop) override {
    words_ = &shop.profile().screen_words();
    now_ = shop.now();
    backup_.refresh(shop);
    view_.refresh(shop, shop.today(), rooms(&Revisions::till, &Revisions::sale, &Revisions::cart, &Revisions::books),
                  [](const Shop& s, Date today) {
                    View view;
                    view.day = day_view(s.facts());
                    const Date day = view.day.day ? view.day.day->business_date : today;
                    view.report = report(s.facts(), s.profile(), day, day);
                    view.held = s.held_carts();
                    view.may_share_out = !pots(s.facts()).empty() && !is_shared_out(s.facts(), day);
                    return view;
                  });
    low_.refresh(shop, shop.today(), rooms(&Revisions::catalog, &Revisions::stock));
    share_out_.refresh(shop);
    business_date_ = view_->day.day ? view_->day.day->business_date : shop.today();
  }

  void draw(Ui& ui, Intents& out) override {
    low_.read(out, running_low);
    const View& view = view_.view();
    const bool is_open = view.day.is_open;
    const PageFrame page = draw_page(ui, {.title = say(ui,
                                                       is_open        ? N_("Close the day – {}")
                                                       : view.day.day ? N_("Day closed – {}")
                                                                      : N_("No day yet – {}"),
                                                       ui.words().weekday_date(business_date_)),
                                          .main = is_open ? ui.words("Close the day") : ui.words("Open the day")});
    if (page.main == Press::Tap) take_main(is_open, out);
    if (page.back) out.add(Back{});
    const Rect content = page.content;
    draw_steps(ui, content.top_part(64), out);
    const float side_width = ui.size() == SizeClass::Compact ? 300.0f : 360.0f;
    const Rect left{content.x, content.y + 80, content.w - side_width - 24, content.h - 80 - 128};
    draw_rows(ui, left, out);
    draw_side(ui, {content.right() - side_width, content.y + 80, side_width, content.h - 80 - 56}, out);
    draw_buttons(ui, {content.x, left.bottom() + 8, left.w, 64}, out);
    text(ui, content.bottom_part(40),
         is_open        ? ui.words("Afterwards this day's figures no longer change. The owner can open it again.")
         : view.day.day ? ui.words("This day is closed. Sales made now count to no drawer.")
                        : ui.words("Count the float and open the day; sales before that count to no drawer."),
         {.type = Type::Small, .color = ui.theme().ink2, .name = "foot"});
    draw_reopening(ui, out);
    move_.draw(ui, out);
    print_.draw(ui, out);
    share_out_.draw(ui, out);
    tell_of_copy(ui, out);
  }

  void performed(const Outcome& outcome, Intents& out) override {
    if (outcome.kind == "close_day") {
      out.add(ShowToast{.sentence = std::string((*words_)(N_("The day is closed. Rest well."))),
                        .icon = icon::check_circle});
      *count_ = DrawerCount{};
      is_closing_ = true;
      backup_.start(out, business_date_);
    } else {
      share_out_.performed(outcome, *words_, out);
      move_.performed(outcome, *words_, out);
    }
  }

 private:
  // Closing makes a copy; whoever goes home knows whether there is one.
  void tell_of_copy(const Ui& ui, Intents& out) {
    if (!backup_.take_end() || !std::exchange(is_closing_, false)) return;
    out.add(ShowToast{.sentence = say(ui, N_("The day is closed. {}"), backup_.says(ui)),
                      .icon = backup_.has_failed() ? Icon(icon::warning) : Icon(icon::check_circle),
                      .lasts_s = backup_.has_failed() ? 12.0 : 6.0});
  }
  void take_main(bool is_open, Intents& out) {
    if (!is_open) {
      out.add(Open{make_open_day_screen()});
    } else if (!count_->is_done) {
      out.add(Open{make_cash_count_screen(count_)});
    } else {
      std::vector<MethodCheck> checks;
      for (const auto& [method, matches] : checks_) checks.push_back({method, matches});
      out.perform(CloseDay{count_->notes, count_->reason, std::move(checks)});
    }
  }

  bool all_matched() const {
    return std::ranges::all_of(view_->day.methods, [this](const MethodRow& row) {
      return !is_looked_up(row.method) || checks_.contains(std::string(method_code(row.method)));
    });
  }

  void draw_steps(Ui& ui, Rect rect, Intents& out) {
    const bool is_open = view_->day.is_open;
    const bool done[]{count_->is_done || !is_open, all_matched(), backup_.is_done(), has_looked_ahead_};
    const std::string_view labels[]{ui.words("1 Count the cash"), ui.words("2 Match"), ui.words("3 Back up"),
                                    ui.words("4 Tomorrow")};
    for (int i = 0; i < 4; ++i) {
      const bool is_done = done[i];
      const ButtonSpec spec{.label = labels[i],
                            .icon_after = is_done ? Icon(icon::check_circle) : Icon(),
                            .kind = is_done ? ButtonKind::Tonal : ButtonKind::Secondary,
                            .type = ui.size() == SizeClass::Compact ? Type::SmallStrong : Type::Button};
      if (!button(ui, fmt::format("step.{}", i + 1), rect.column(i, 4, kGap), spec)) continue;
      if (i == 0 && is_open) out.add(Open{make_cash_count_screen(count_)});
      if (i == 1) match_all();
      if (i == 2) backup_.start(out, business_date_);
      if (i == 3) has_looked_ahead_ = true;
    }
  }

  // One tap for an evening on which everything agrees.
  void match_all() {
    for (const MethodRow& row : view_->day.methods) {
      if (is_looked_up(row.method)) checks_.emplace(method_code(row.method), true);
    }
  }

  void draw_rows(Ui& ui, Rect rect, Intents& out) {
    const View& view = view_.view();
    const std::size_t count = view.day.methods.size() + (view.day.owed.is_zero() ? 0 : 1) + view.held.size();
    if (count == 0) {
      empty_state(ui, "quiet", rect, {icon::coins, ui.words("Nothing was sold on this day yet.")});
      return;
    }
    constexpr float kShadow = 8;  // of the plates, beyond the rows
    RowList rows(ui, "day.list", {rect.x - kShadow, rect.y, rect.w + 2 * kShadow, rect.h},
                 {.count = count,
                  .row_height = ui.size() == SizeClass::Compact ? 64.0f : 72.0f,
                  .gap = 8,
                  .lead = 4,
                  .side = kShadow});
    for (const RowList::Item& item : rows.visible()) {
      plate(ui, item.rect, kRowRadius);
      std::size_t at = item.index;
      if (at < view.day.methods.size()) {
        draw_method(ui, item.rect.inset(16, 0), view.day.methods[at]);
        continue;
      }
      at -= view.day.methods.size();
      if (!view.day.owed.is_zero()) {
        if (at == 0) {
          draw_line(ui, item.rect.inset(16, 0), icon::clock, ui.words("Pay later"), ui.bare_money(view.day.owed),
                    joined(view.day.owed_by));
          continue;
        }
        --at;
      }
      draw_held(ui, item.rect.inset(16, 0), view.held[at], at, out);
    }
  }

  static std::string joined(const std::vector<std::string>& names) {
    std::string all;
    for (const std::string& name : names) all += all.empty() ? name : ", " + name;
    return all;
  }

  static void draw_line(Ui& ui, Rect rect, Icon icon, std::string_view label, std::string_view amount,
                        std::string_view note, float right = 0) {
    const Theme& t = ui.theme();
    ui.paint().icon({rect.x + 14, rect.centre().y}, icon, t.ink2);
    if (ui.size() == SizeClass::Compact) {  // the note stands under the label
      const float amount_width = ui.paint().width(Type::Strong, amount) + 12;
      // Every amount ends where those before the questions do.
      const Rect left{rect.x + 36, rect.y, rect.w - 36 - kChoice - 8, rect.h};
      const Rect words{left.x, rect.centre().y - (note.empty() ? 13.0f : 24.0f), left.w - amount_width, 26};
      const float below = right > 0 ? words.w : rect.right() - words.x;
      text(ui, words, label, {.type = Type::Row, .cut = Cut::Names});
      text(ui, {words.x, words.bottom(), below, 22}, note, {.type = Type::Small, .color = t.ink2, .cut = Cut::Names});
      text(ui, {left.x, words.y, left.w, words.h}, amount, {.type = Type::Strong, .align = Side::Right});
      return;
    }
    const float label_width = std::min(150.0f, rect.w * 0.24f);
    text(ui, {rect.x + 40, rect.y, label_width, rect.h}, label, {.type = Type::Row, .cut = Cut::Names});
    text(ui, {rect.x + 40 + label_width, rect.y, 120, rect.h}, amount, {.type = Type::Strong, .align = Side::Right});
    const float x = rect.x + 40 + label_width + 136;
    text(ui, {x, rect.y, rect.right() - right - x, rect.h}, note,
         {.type = Type::Small, .color = t.ink2, .cut = Cut::Names, .lines = 2});
  }

  void draw_method(Ui& ui, Rect rect, const MethodRow& row) {
    const View& view = view_.view();
    const std::string code(method_code(row.method));
    if (row.method == Method::Cash) {
      std::string note;
      if (!view.day.is_open && view.day.counted) {
        const Money difference = *view.day.counted - view.day.expected;
        note = difference.is_zero()
                   ? std::string(ui.words("Exact match"))
                   : say(ui, N_("Difference {}"), ui.bare_money(difference)) +
                         (view.day.difference_reason.empty() ? "" : " · " + view.day.difference_reason);
      } else if (count_->is_done) {
        const Money counted = counted_sum(count_->notes).value_or(Money{});
        const Money difference = counted - view.day.expected;
        note = say(ui, N_("{} counted"), ui.bare_money(counted)) + " · " +
               (difference.is_zero() ? std::string(ui.words("Exact match"))
                                     : say(ui, N_("Difference {}"), ui.bare_money(difference)));
      } else {
        note = ui.words("not counted yet");
      }
      draw_line(ui, rect, method_icon(row.method), method_name(row.method, ui.words()), ui.bare_money(row.amount),
                note);
      return;
    }
    if (!is_looked_up(row.method)) {
      std::string_view note;
      if (row.method == Method::Deposit)
        note = ui.words(row.amount < Money{} ? N_("held for orders, not sold yet") : N_("paid before, as deposits"));
      draw_line(ui, rect, method_icon(row.method), method_name(row.method, ui.words()), ui.bare_money(row.amount),
                note);
      return;
    }
    const float choice = ui.size() == SizeClass::Compact ? kChoice : 248.0f;
    std::string note = row.waiting.is_zero()
                           ? std::string(row.method == Method::Card ? ui.words("see the terminal's slip")
                                                                    : ui.words("see the bank's app"))
                           : say(ui, N_("waiting: {}"), joined(row.waiting_for));
    draw_line(ui, rect, method_icon(row.method), method_name(row.method, ui.words()), ui.bare_money(row.amount), note,
              choice + 16);
    const auto found = checks_.find(code);
    const Rect place{rect.right() - choice, rect.centre().y - 24, choice, 48};
    const auto choose = [&](std::string_view name, int column, std::string_view label, bool value) {
      const bool is_chosen = found != checks_.end() && found->second == value;
      if (chip(ui, fmt::format("match.{}.{}", code, name), place.column(column, 2, kGap), label,
               {.selected = is_chosen}))
        checks_[code] = value;
    };
    if (!view.day.is_open) return;
    choose("yes", 0, ui.words("Matches"), true);
    choose("no", 1, ui.words("Differs"), false);
  }

  void draw_held(Ui& ui, Rect rect, const HeldCart& held, std::size_t index, Intents& out) {
    const std::string what = held.name.empty() ? held.first_item : held.name;
    const bool is_kept = kept_.contains(held.id.text());
    const float open_width = chip_width(ui, ui.words("Open"));
    const std::string_view keep =
        ui.size() == SizeClass::Compact ? ui.words("Tomorrow") : ui.words("Keep for tomorrow");
    const float keep_width = chip_width(ui, keep);
    // Where it is narrow the two take the room that the questions above have, so that no amount is under them.
    const bool is_narrow = ui.size() == SizeClass::Compact && !is_kept;
    const float width = is_narrow ? kChoice : is_kept ? open_width : open_width + kGap + keep_width;
    draw_line(ui, rect, icon::pause, ui.words("On hold"), ui.bare_money(held.total), what, width + 8);
    const Rect place{rect.right() - width, rect.centre().y - 24, width, 48};
    if (chip(ui, fmt::format("held.{}.open", index), is_narrow ? place.column(0, 2, kGap) : place.left_part(open_width),
             ui.words("Open"))) {
      out.perform(ResumeCart{held.id});
      out.add(GoTo{Section::Sell});
    }
    if (!is_kept && chip(ui, fmt::format("held.{}.keep", index),
                         is_narrow ? place.column(1, 2, kGap) : place.right_part(keep_width), keep))
      kept_[held.id.text()] = true;
  }

  void draw_side(Ui& ui, Rect rect, Intents& out) {
    const View& view = view_.view();
    const Theme& t = ui.theme();
    const Rect total{rect.x, rect.y, rect.w, 176};
    plate(ui, total);
    const Rect in = total.inset(20, 16);
    text(ui, in.top_part(28), ui.words("Total of the day"), {.type = Type::Text, .color = t.ink2});
    amount(ui, {in.x, in.y + 28, in.w, 56}, ui.money(view.report.net_sales),
           {.size = AmountSize::M, .align = Side::Left, .name = "total"});
    const std::string sales =
        fmt::format(fmt::runtime(ui.words().plural("{} sale", "{} sales", view.report.sales_count)),
                    ui.words().count(view.report.sales_count));
    text(ui, {in.x, in.y + 88, in.w, 26}, sales, {.type = Type::Text, .name = "sales"});
    std::string back;
    if (view.report.void_count > 0) back = say(ui, N_("{} void"), ui.words().count(view.report.void_count));
    if (view.report.refund_count > 0)
      back += (back.empty() ? "" : " · ") + say(ui, N_("{} refunded"), ui.words().count(view.report.refund_count));
    text(ui, {in.x, in.y + 114, in.w, 26}, back, {.type = Type::Text, .color = t.ink2});

    const Rect backup{rect.x, total.bottom() + 16, rect.w, 212};
    plate(ui, backup);
    const Rect b = backup.inset(20, 16);
    text(ui, b.top_part(28), ui.words("Backup"), {.type = Type::Strong});
    text(ui, {b.x, b.y + 28, b.w, 88}, backup_.says(ui),
         {.type = Type::Small,
          .color = backup_.has_failed()   ? t.danger
                   : backup_.is_overdue() ? t.warning_text
                                          : t.ink2,
          .upright = Upright::Top,
          .cut = Cut::Names,
          .lines = 4,
          .name = "backup.says"});
    if (button(ui, "backup", {b.x, b.bottom() - 56, b.w, 56},
               {.label = ui.words("Back up now"), .icon = icon::usb, .enabled = backup_.can_start()}))
      backup_.start(out, business_date_);

    const Rect tomorrow{rect.x, backup.bottom() + 16, rect.w, rect.bottom() - backup.bottom() - 16};
    if (tomorrow.h < 80) return;
    plate(ui, tomorrow);
    const Rect m = tomorrow.inset(20, 16);
    text(ui, m.top_part(28), ui.words("Tomorrow"), {.type = Type::Strong});
    const float share_key = view.may_share_out ? 48.0f : 0.0f;
    if (view.may_share_out &&
        button(ui, "day.share_out", m.bottom_part(share_key),
               {.label = ui.words(N_("Share the day's money out")), .icon = icon::tip_jar, .type = Type::SmallStrong}))
      share_out_.open(business_date_);
    if (m.h < share_key + 58) return;
    if (low_->names.empty()) {
      text(ui, {m.x, m.y + 32, m.w, 48}, ui.words("Everything is in stock."),
           {.type = Type::Text, .color = t.ink2, .upright = Upright::Top, .lines = 2});
      return;
    }
    const std::string low = fmt::format(
        fmt::runtime(ui.words().plural("{} item is low or sold out", "{} items are low or sold out", low_->count)),
        ui.words().count(low_->count));
    text(ui, {m.x, m.y + 32, m.w, 26}, low, {.type = Type::Text});
    float y = m.y + 60;
    for (const std::string& name : low_->names) {
      if (y + 24 > m.bottom() - share_key + 4) break;
      text(ui, {m.x, y, m.w, 24}, "\u2022 " + name, {.type = Type::Small, .color = t.ink2, .cut = Cut::Names});
      y += 24;
    }
  }

  void draw_buttons(Ui& ui, Rect rect, Intents& out) {
    const View& view = view_.view();
    const bool compact = ui.size() == SizeClass::Compact;
    const Type type = compact ? Type::SmallStrong : Type::Button;
    const int columns = view.day.day ? 3 : 2;
    if (view.day.is_open) {
      if (button(ui, "move", rect.column(0, columns, kGap),
                 {.label = ui.words("Cash in / out"), .icon = compact ? Icon() : Icon(icon::coins), .type = type}))
        move_.open();
    } else if (view.day.day &&
               button(ui, "reopen", rect.column(0, columns, kGap),
                      {.label = ui.words("Open this day again"), .kind = ButtonKind::Outline, .type = type})) {
      is_asking_ = true;
    }
    const auto lay_out = [day = business_date_, held = view.held, now = now_](const Database& database,
                                                                              const Profile& profile) {
      return end_of_day_of(database, profile, day, held, now);
    };
    const std::string paper = say(ui, N_("Day {}"), business_date_.iso());
    if (button(ui, "print", rect.column(columns - 2, columns, kGap),
               {.label = ui.words("Print"),
                .icon = icon::printer,
                .type = type,
                .shortcut = {.key = Key::P, .ctrl = true}}))
      print_.open(paper, lay_out, out);
    if (button(ui, "pdf", rect.column(columns - 1, columns, kGap),
               {.label = ui.words("Summary as PDF"), .icon = icon::file_pdf, .type = type}))
      out.add(MakePaper{paper + ".pdf", lay_out});
  }

  void draw_reopening(Ui& ui, Intents& out) {
    const View& view = view_.view();
    if (is_asking_) {
      const Money difference = view.day.counted.value_or(Money{}) - view.day.expected;
      const std::string consequence = say(
          ui,
          N_("The count of {} with a difference of {} stays on record, and the day is counted once more in the end."),
          ui.money(view.day.counted.value_or(Money{})), ui.money(difference));
      const std::string title = say(ui, N_("Open {} again?"), ui.words().weekday_date(business_date_));
      const DialogAnswer answer =
          dialog(ui, "reopen.ask", {title, consequence, ui.words("Leave it closed"), ui.words("Open this day again")});
      if (answer != DialogAnswer::None) is_asking_ = false;
      if (answer == DialogAnswer::Risky) out.perform(ReopenDay{});
    }
  }

  const Words* words_ = nullptr;
  Instant now_;
  Date business_date_;
  Watched<Date, View> view_;
  ReadAside<Date, RunningLow> low_;
  std::shared_ptr<DrawerCount> count_ = std::make_shared<DrawerCount>();
  std::map<std::string, bool> checks_;
  std::map<std::string, bool> kept_;  // held carts that were looked at
  BackupRun backup_;
  CashMoveSheet move_;
  PrintSheet print_;
  ShareOutSheet share_out_;
  bool has_looked_ahead_ = false;
  bool is_asking_ = false;
  bool is_closing_ = false;  // the copy that is being made is the closing's
};

}  // namespace

std::unique_ptr<Screen> make_end_of_day_screen() {
  return std::make_unique<EndOfDayScreen>();
}

}  // namespace lapak
