// screens: an expense is written down.
#include "app/screens/expense_sheet.h"

#include <algorithm>
#include <array>
#include <utility>

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/page.h"
#include "app/screens/wording.h"
#include "core/base/hex.h"
#include "core/base/text.h"
#include "core/books/expense_commands.h"
#include "core/books/expense_store.h"
#include "core/fair/fair_store.h"
#include "core/till/till_store.h"

namespace lapak {
namespace {

constexpr float kBox = 56;
constexpr std::size_t kTiles = 5;  // categories that are one tap away; the sixth tile leads to all
constexpr int kMostOwn = 6;
constexpr std::array kSources{PaidFrom::Till, PaidFrom::Bank, PaidFrom::OwnPocket, PaidFrom::NotYet};
enum DayQuestion { Bought, Due };

}  // namespace

Icon category_icon(std::string_view category) {
  if (category == "materials") return icon::yarn;
  if (category == "booth") return icon::storefront;
  if (category == "transport") return icon::map_pin;
  if (category == "food") return icon::bowl_food;
  if (category == "packaging") return icon::package;
  if (category == "tools") return icon::scissors;
  if (category == kFeesCategory) return icon::percent;
  return icon::receipt;
}

void ExpenseSheet::open() {
  open(Expense{.category = std::string(usual_expense_categories()[0]), .paid_from = PaidFrom::Bank});
  wants_usual_ = true;
}

void ExpenseSheet::open(Expense expense) {
  said_ = std::move(expense);
  view_ = said_.id.is_nil() ? View::Amount : View::Details;
  offers_monthly_ = said_.id.is_nil() && !said_.recurring;
  is_monthly_ = is_begun_ = is_saving_ = wants_usual_ = false;
  own_category_.clear();
  photo_.reset();
  is_open_ = true;
}

void ExpenseSheet::refresh(const Shop& shop) {
  subjects_.refresh(shop);
  people_.refresh(shop);
  if (!is_open_) return;
  today_ = shop.today();
  const bool is_new_view =
      named_.refresh(shop, {subject_of(said_), said_.contact},
                     rooms(&Revisions::fair, &Revisions::order, &Revisions::catalog, &Revisions::people,
                           &Revisions::till, &Revisions::books),
                     [](const Shop& s, const About& about) {
                       return Named{subject_name(s.facts(), about.subject),
                                    about.contact ? kept_name(s.facts(), *about.contact) : std::string()};
                     });
  if (is_new_view || wants_usual_) {
    is_day_open_ = day_view(shop.facts()).is_open;
    own_categories_ = own_expense_categories(shop.facts(), kMostOwn);
  }
  if (!std::exchange(wants_usual_, false)) return;
  if (is_day_open_) said_.paid_from = PaidFrom::Till;
  said_.fair = fair_open_now(shop.facts());
}

void ExpenseSheet::begin(const Ui& ui) {
  amount_ = NumberEntry(ui.currency().decimals, 11);
  if (said_.amount > Money{}) amount_.prefill(said_.amount.minor);
  is_begun_ = true;
}

void ExpenseSheet::draw(Ui& ui, Intents& out) {
  ui.rise_above_screen();  // over the sheet it was opened from, and its own over it
  {
    Sheet sheet(ui, "expense", is_open_,
                {.title = ui.words(said_.id.is_nil() ? N_("Expense") : N_("Change the expense")),
                 .close_label = ui.words(N_("Close")),
                 .foot = 80});
    if (sheet.visible()) {
      if (!is_begun_) begin(ui);
      if (sheet.dismissed()) {
        is_open_ = false;
        ui.leave_field();
      }
      const Rect content = sheet.content();
      const Rect room{content.x, content.y, content.w, content.h - 80 - kGap};
      if (view_ == View::Amount)
        draw_amount(ui, room);
      else
        draw_details(ui, room, out);
      const Press done = press(ui, "expense.ok", sheet.foot(),
                               {.label = say(ui, N_("Save {}"), ui.money(Money{amount_.value()})),
                                .icon = icon::check,
                                .kind = ButtonKind::Primary,
                                .enabled = amount_.value() > 0 && !is_saving_,
                                .type = Type::Main,
                                .shortcut = {Key::Enter}});
      if (done == Press::Tap) {
        ui.leave_field();
        save(out);
      }
      if (done == Press::TapDisabled && amount_.value() == 0)
        out.add(ShowToast{.sentence = std::string(ui.words(N_("Enter an amount first."))), .icon = icon::info});
    }
  }
  ui.rise_above_screen();
  draw_above(ui, out);
  ui.return_to_page();
}

void ExpenseSheet::draw_amount(Ui& ui, Rect content) {
  amount_field(ui, "expense.amount", content.top_part(72), ui.money(Money{amount_.value()}),
               {.selected = true, .prefilled = amount_.prefilled()});
  float y = content.y + 72 + kGap;
  const auto usual = usual_expense_categories();
  const bool is_near = std::ranges::find(usual.first(kTiles), said_.category) != usual.begin() + kTiles;
  for (std::size_t i = 0; i <= kTiles; ++i) {
    const int at = static_cast<int>(i);
    const Rect tile =
        Rect{content.x, y + static_cast<float>(at / 3) * (kBox + kGap), content.w, kBox}.column(at % 3, 3, kGap);
    const bool is_last = i == kTiles;
    const bool is_chosen = is_last ? !is_near : said_.category == usual[i];
    const std::string label = !is_last  ? expense_category_name(usual[i], ui.words())
                              : is_near ? std::string(ui.words(N_("Other…")))
                                        : expense_category_name(said_.category, ui.words());
    if (!button(ui, fmt::format("expense.tile.{}", i), tile,
                {.label = label, .kind = choice_kind(is_chosen), .selected = is_chosen}))
      continue;
    if (is_last)
      view_ = View::Details;
    else
      said_.category = usual[i];
  }
  y += 2 * (kBox + kGap);
  std::string more(paid_from_name(said_.paid_from, ui.words()));
  if (!named_->subject.empty()) more += " · " + named_->subject;
  if (row(ui, "expense.more", content.bottom_part(64),
          {.title = ui.words(N_("More about it")),
           .subtitle = more,
           .icon = icon::note_pencil,
           .has_divider = false,
           .has_arrow = true}))
    view_ = View::Details;
  number_pad(ui, "expense.key", {content.x, y, content.w, content.bottom() - 64 - kGap - y}, amount_);
}

float ExpenseSheet::draw_categories(Ui& ui, Rect room) {
  const auto usual = usual_expense_categories();
  std::vector<std::string> codes(usual.begin(), usual.end());
  codes.insert(codes.end(), own_categories_.begin(), own_categories_.end());
  if (std::ranges::find(codes, said_.category) == codes.end() && said_.category != trimmed(own_category_))
    codes.push_back(said_.category);
  std::vector<std::string> labels;
  std::vector<std::size_t> chosen;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    labels.push_back(expense_category_name(codes[i], ui.words()));
    if (codes[i] == said_.category) chosen.push_back(i);
  }
  const FlowedChips chips = flowed_chips(ui, "expense.category", room, labels, chosen);
  if (chips.tapped) {
    said_.category = codes[*chips.tapped];
    own_category_.clear();
  }
  if (field(ui, "expense.own", {room.x, chips.bottom + kGap, room.w, kBox}, own_category_,
            {.placeholder = ui.words(N_("Or a category of your own")), .longest_bytes = 200})
          .edited)
    said_.category = trimmed(own_category_).empty() ? std::string(usual.back()) : std::string(trimmed(own_category_));
  return chips.bottom + kGap + kBox;
}

float ExpenseSheet::draw_sources(Ui& ui, Rect room) {
  for (std::size_t i = 0; i < kSources.size(); ++i) {
    const int at = static_cast<int>(i);
    const Rect place =
        Rect{room.x, room.y + static_cast<float>(at / 2) * (kBox + kGap), room.w, kBox}.column(at % 2, 2, kGap);
    const bool is_chosen = said_.paid_from == kSources[i];
    if (button(ui, fmt::format("expense.from.{}", i), place,
               {.label = paid_from_name(kSources[i], ui.words()),
                .kind = choice_kind(is_chosen),
                .selected = is_chosen,
                .enabled = kSources[i] != PaidFrom::Till || is_day_open_}))
      said_.paid_from = kSources[i];
  }
  float y = room.y + 2 * (kBox + kGap);
  if (said_.paid_from != PaidFrom::NotYet) return y;
  if (row(ui, "expense.due", {room.x, y, room.w, 64},
          {.title = ui.words(N_("To be paid by")),
           .subtitle = said_.due ? ui.words().full_date(*said_.due) : std::string(ui.words(N_("No day"))),
           .icon = icon::bell,
           .has_arrow = true}))
    day_.open({.title = std::string(ui.words(N_("To be paid by"))),
               .day = std::max(said_.due.value_or(today_.plus_days(7)), today_),
               .today = today_,
               .need = DayNeed::Optional,
               .question = Due});
  return y + 64;
}

void ExpenseSheet::draw_photo(Ui& ui, Rect tile, Intents& out) {
  for (Attachment& come : reading_.take(out)) {
    said_.photo = hex(come.hash);
    photo_ = std::move(come);
  }
  std::optional<Texture> picture;
  if (!said_.photo.empty()) picture = ui.photo(said_.photo);
  if (picture_tile(ui, "expense.photo", tile, picture, reading_.is_busy() ? "…" : ui.words(N_("Photo"))))
    files_.open({.kind = FileKind::Picture, .title = std::string(ui.words(N_("Choose a photo")))}, out);
}

void ExpenseSheet::draw_details(Ui& ui, Rect content, Intents& out) {
  ScrollArea scroll(ui, "expense.details", content, length_);
  const float x = content.x, w = content.w;
  float y = scroll.origin().y;
  if (amount_field(ui, "expense.amount", {x, y, w, 72}, ui.money(Money{amount_.value()}), {})) view_ = View::Amount;
  y += 72 + kGap;
  draw_photo(ui, {x, y, 96, 96}, out);
  field(ui, "expense.note", {x + 104, y, w - 104, 96}, said_.note,
        {.placeholder = ui.words(N_("What for?")), .multiline = true, .longest_bytes = 2'000});
  y += 96 + kGap;
  y = draw_categories(ui, {x, y, w, 0}) + kGap;
  y = draw_sources(ui, {x, y, w, 0});
  const auto entry = [&](std::string_view name, std::string_view title, const std::string& below, Icon icon) {
    const Rect place{x, y, w, 64};
    y += 64;
    return row(ui, name, place, {.title = title, .subtitle = below, .icon = icon, .has_arrow = true});
  };
  if (said_.paid_from != PaidFrom::Till) {
    const Date day = said_.business_date == Date{} ? today_ : said_.business_date;
    if (entry("expense.day", ui.words(N_("Bought on")), ui.words().full_date(day), icon::calendar))
      day_.open({.title = std::string(ui.words(N_("Bought on"))),
                 .day = day,
                 .today = today_,
                 .side = DaySide::Past,
                 .question = Bought});
  }
  const std::string nothing(ui.words(N_("None of these")));
  if (entry("expense.subject", ui.words(N_("For a fair, order or item")),
            named_->subject.empty() ? nothing : named_->subject, icon::tag))
    subjects_.open();
  if (entry("expense.contact", ui.words(N_("Paid to")),
            named_->contact.empty() ? std::string(ui.words(N_("Nobody in particular"))) : named_->contact, icon::user))
    people_.open(std::string(ui.words(N_("Paid to"))), {}, 0);
  y += kGap;
  if (offers_monthly_) {
    if (switch_row(ui, "expense.monthly", {x, y, w, kBox}, ui.words(N_("Comes back every month")), is_monthly_))
      is_monthly_ = !is_monthly_;
    y += kBox;
  }
  length_ = y + 8 - scroll.origin().y;
}

void ExpenseSheet::draw_above(Ui& ui, Intents& out) {
  if (const auto subject = subjects_.draw(ui, out)) {
    said_.fair = subject->fair;
    said_.order = subject->order;
    said_.product = subject->product;
  }
  if (const auto who = people_.draw(ui)) said_.contact = who->contact;
  if (const auto answer = day_.draw(ui)) {
    if (answer->question == Due)
      said_.due = answer->day;
    else
      said_.business_date = answer->day.value_or(Date{});
  }
  if (const auto file = files_.draw(ui)) reading_.begin(*file, out);
}

void ExpenseSheet::save(Intents& out) {
  said_.amount = Money{amount_.value()};
  is_saving_ = true;
  if (!is_monthly_) return out.perform(ExpenseCommand(BookExpense{said_, photo_}));
  // First what comes back, so that this one is its first time.
  out.perform(ExpenseCommand(SaveRecurring{{.category = said_.category,
                                            .amount = said_.amount,
                                            .paid_from = said_.paid_from,
                                            .first_day = said_.business_date == Date{} ? today_ : said_.business_date,
                                            .name = said_.note}}));
}

bool ExpenseSheet::performed(const Outcome& outcome, const Words& words, Intents& out) {
  if (!is_open_ || !is_saving_) return false;
  if (outcome.kind == "save_recurring") {
    said_.recurring = Id<RecurringExpense>{outcome.subject};
    said_.recurring_day = said_.business_date == Date{} ? today_ : said_.business_date;
    is_monthly_ = false;
    out.perform(ExpenseCommand(BookExpense{said_, photo_}));
    return false;
  }
  if (outcome.kind != "book_expense") return false;
  is_open_ = is_saving_ = false;
  out.add(ShowToast{.sentence = say(words, N_("Noted: {}"), outcome.label),
                    .icon = icon::check_circle,
                    .offers_undo = outcome.is_undoable});
  return true;
}

bool ExpenseSheet::dropped(const std::filesystem::path& file, Intents& out) {
  if (!is_open_) return false;
  view_ = View::Details;
  reading_.begin(file, out);
  return true;
}

}  // namespace lapak
