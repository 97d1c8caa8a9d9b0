// screens: a pre-order round written down.
#include <algorithm>

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/text.h"
#include "app/screens/day_sheet.h"
#include "app/screens/deposit_sheet.h"
#include "app/screens/number_sheet.h"
#include "app/screens/order_said.h"
#include "app/screens/page.h"
#include "app/screens/product_pick.h"
#include "app/screens/round_said.h"
#include "app/screens/rounds.h"
#include "app/screens/screen.h"
#include "app/screens/wording.h"
#include "core/base/text.h"
#include "core/catalog/product_store.h"
#include "core/order/round_commands.h"

namespace lapak {
namespace {

enum Question { kPrice, kQuota, kQuotaInAll, kSlots, kHours, kCloses, kPromised };
constexpr std::int64_t kOne = 1'000;  // thousandths
constexpr int kCloses_days = 7, kMaking_days = 7;
constexpr float kLabel = 28, kItem = 72, kKey = 56;

class RoundEditor final : public Screen {
 public:
  explicit RoundEditor(std::optional<Round> round)
      : round_(round.value_or(Round{.deposit_percent = 50})), is_new_(!round) {}

  void refresh(const Shop& shop) override {
    today_ = shop.today();
    pick_.refresh(shop);
    names_.resize(round_.items.size());
    for (std::size_t i = 0; i < names_.size(); ++i)
      if (names_[i].empty()) names_[i] = product_label(shop.facts(), round_.items[i].product);
  }

  void draw(Ui& ui, Intents& out) override {
    const bool is_complete = !trimmed(round_.name).empty() && !round_.items.empty();
    const PageFrame page = draw_page(ui, {.title = ui.words(is_new_ ? N_("New pre-order") : N_("Pre-order")),
                                          .main = ui.words(N_("Save")),
                                          .main_icon = icon::check,
                                          .main_enabled = is_complete});
    if (page.back) out.add(Back{});
    if (page.main == Press::Tap) out.perform(RoundCommand(SaveRound{round_}));
    if (page.main == Press::TapDisabled)
      out.add(ShowToast{.sentence = std::string(ui.words(N_("A name and at least one item are needed."))),
                        .icon = icon::info});
    const float terms_width = ui.size() == SizeClass::Compact ? 320.0f : 400.0f;
    draw_items(ui, page.content.left_part(page.content.w - terms_width - 32));
    draw_terms(ui, page.content.right_part(terms_width));
    if (const auto number = number_.draw(ui)) take(*number);
    if (const auto day = day_.draw(ui)) (day->question == kCloses ? round_.closes : round_.promised) = day->day;
    if (const auto product = pick_.draw(ui, out)) add(ui, *product);
  }

  void performed(const Outcome& outcome, Intents& out) override {
    if (outcome.kind == "save_round") out.add(Back{outcome});
  }

 private:
  void draw_items(Ui& ui, Rect area);
  void draw_item(Ui& ui, Rect row, std::size_t index);
  void draw_terms(Ui& ui, Rect column);
  void draw_load(Ui& ui, Rect area);
  void draw_day(Ui& ui, Rect place, std::string_view name, std::string_view label, std::optional<Date> day,
                Date proposed, int question);

  void add(Ui& ui, const StockRow& product) {
    const auto known = std::ranges::find(round_.items, product.id, &RoundItem::product);
    asked_ = static_cast<std::size_t>(known - round_.items.begin());
    if (known == round_.items.end()) {
      round_.items.push_back({product.id, product.price, std::nullopt});
      names_.push_back(product.name);
    }
    ask_quota(ui);
  }
  void ask_quota(Ui& ui) {
    const std::optional<Quantity> quota = round_.items[asked_].quota;
    number_.open({.title = names_[asked_],
                  .button = std::string(ui.words(N_("{} are the quota"))),
                  .kind = NumberKind::Pieces,
                  .need = NumberNeed::Optional,
                  .prefill = quota ? std::optional(quota->thousandths) : std::nullopt,
                  .may_be_zero = false,
                  .question = kQuota},
                 ui.currency());
  }
  void take(const NumberSheet::Answer& answer) {
    const std::optional<Quantity> count = answer.value ? std::optional(Quantity{*answer.value}) : std::nullopt;
    if (answer.question == kQuotaInAll) round_.quota = count;
    if (answer.question == kSlots) round_.half_slots = answer.value.value_or(0) * 2 / kOne;
    if (answer.question == kHours) round_.minutes = answer.value.value_or(0) * 60 / kOne;
    if (asked_ >= round_.items.size()) return;
    if (answer.question == kQuota) round_.items[asked_].quota = count;
    if (answer.question == kPrice) round_.items[asked_].price = answer.money();
  }

  Round round_;
  bool is_new_;
  std::vector<std::string> names_;  // of the items
  std::size_t asked_ = 0;
  Date today_;
  ProductPick pick_;
  NumberSheet number_{"round_new.number"};
  DaySheet day_{"round_new.day"};
};

void RoundEditor::draw_items(Ui& ui, Rect area) {
  float y = area.y + kLabel;
  field(ui, "round_new.name", {area.x, y, area.w, 56}, round_.name,
        {.label = ui.words(N_("Name of the pre-order")), .longest_bytes = 200});
  y += 56 + 16;
  if (button(ui, "round_new.add", {area.x, y, area.w, 56}, {.label = ui.words(N_("Add an item")), .icon = icon::plus}))
    pick_.open(std::string(ui.words(N_("Which item?"))));
  y += 56 + 8;
  const Rect list{area.x, y, area.w, area.bottom() - y};
  if (round_.items.empty()) {
    empty_state(ui, "round_new.none", list,
                {.icon = icon::package,
                 .sentence = ui.words(N_("What is offered, each with its price and its quota.")),
                 .is_main = false});
    return;
  }
  const RowList rows(ui, "round_new.items", list, {.count = round_.items.size(), .row_height = kItem});
  for (const RowList::Item& item : rows.visible()) draw_item(ui, item.rect, item.index);
}

void RoundEditor::draw_item(Ui& ui, Rect row, std::size_t index) {
  const RoundItem& item = round_.items[index];
  const float key_y = row.y + (row.h - kKey) / 2;
  const float wide = ui.size() == SizeClass::Compact ? 120 : 144;
  const Rect remove{row.right() - kKey, key_y, kKey, kKey};
  const Rect quota{remove.x - kGap - wide, key_y, wide, kKey};
  const Rect price{quota.x - kGap - wide, key_y, wide, kKey};
  text(ui, {row.x, row.y, price.x - kGap - row.x, row.h}, names_[index],
       {.type = Type::Row, .cut = Cut::Names, .lines = 2});
  if (button(ui, fmt::format("round_new.price.{}", index), price,
             {.label = ui.bare_money(item.price), .kind = ButtonKind::Outline, .sub_label = ui.words(N_("Price"))})) {
    asked_ = index;
    number_.open({.title = names_[index], .prefill = item.price.minor, .question = kPrice}, ui.currency());
  }
  const std::string most = item.quota ? ui.words().quantity(*item.quota) : std::string("–");
  if (button(ui, fmt::format("round_new.quota.{}", index), quota,
             {.label = most, .kind = ButtonKind::Outline, .sub_label = ui.words(N_("Quota"))})) {
    asked_ = index;
    ask_quota(ui);
  }
  if (icon_button(ui, fmt::format("round_new.remove.{}", index), remove, icon::trash, ui.words(N_("Remove")))) {
    round_.items.erase(round_.items.begin() + static_cast<std::ptrdiff_t>(index));
    names_.erase(names_.begin() + static_cast<std::ptrdiff_t>(index));
  }
  divider(ui, row.x, row.bottom() - 1, row.w);
}

void RoundEditor::draw_day(Ui& ui, Rect place, std::string_view name, std::string_view label, std::optional<Date> day,
                           Date proposed, int question) {
  const std::string shown = fmt::format("{}: {}", ui.words(label), day ? ui.words().weekday_date(*day) : "–");
  if (!button(ui, name, place,
              {.label = shown, .icon = icon::calendar, .kind = ButtonKind::Outline, .left_aligned = true}))
    return;
  day_.open({.title = std::string(ui.words(label)),
             .day = std::max(day.value_or(proposed), today_),
             .today = today_,
             .need = DayNeed::Optional,
             .question = question});
}

// What all of it takes of the week it is promised for.
void RoundEditor::draw_load(Ui& ui, Rect area) {
  const auto box = [&](Rect place, std::string_view name, std::string_view label, Icon icon, const std::string& shown,
                       std::int64_t value, int question) {
    if (button(ui, name, place,
               {.label = ui.words(label),
                .icon = icon,
                .kind = ButtonKind::Outline,
                .trailing = shown,
                .left_aligned = true}))
      number_.open({.title = std::string(ui.words(label)),
                    .kind = NumberKind::Measure,
                    .need = NumberNeed::Optional,
                    .prefill = value,
                    .question = question},
                   ui.currency());
  };
  box(area.top_part(kKey), "round_new.slots", N_("Slots of the week"), icon::kanban,
      slots_text(ui.words(), round_.half_slots), round_.half_slots * kOne / 2, kSlots);
  box(area.bottom_part(kKey), "round_new.hours", N_("Hours of work"), icon::clock,
      hours_text(ui.words(), round_.minutes), round_.minutes * kOne / 60, kHours);
}

void RoundEditor::draw_terms(Ui& ui, Rect column) {
  float y = column.y + kLabel;
  const Date closes = today_.plus_days(kCloses_days);
  draw_day(ui, {column.x, y, column.w, 56}, "round_new.closes", N_("Closes on"), round_.closes, closes, kCloses);
  y += 56 + 16;
  draw_day(ui, {column.x, y, column.w, 56}, "round_new.promised", N_("Promised for"), round_.promised,
           round_.closes.value_or(closes).plus_days(kMaking_days), kPromised);
  y += 56 + 16;
  const std::string most =
      fmt::format("{}: {}", ui.words(N_("Quota in all")), round_.quota ? ui.words().quantity(*round_.quota) : "–");
  if (button(ui, "round_new.quota", {column.x, y, column.w, 56},
             {.label = most, .icon = icon::stack, .kind = ButtonKind::Outline, .left_aligned = true}))
    number_.open({.title = std::string(ui.words(N_("Quota in all"))),
                  .button = std::string(ui.words(N_("{} are the quota"))),
                  .kind = NumberKind::Pieces,
                  .need = NumberNeed::Optional,
                  .prefill = round_.quota ? std::optional(round_.quota->thousandths) : std::nullopt,
                  .may_be_zero = false,
                  .question = kQuotaInAll},
                 ui.currency());
  y += 56 + 16;
  draw_load(ui, {column.x, y, column.w, 2 * kKey + kGap});
  y += 2 * kKey + kGap + 16;
  caption(ui, column.x, y, column.w, ui.words(N_("Deposit")));
  y += kLabel;
  for (std::size_t i = 0; i < kDepositShares.size(); ++i) {
    const bool is_chosen = round_.deposit_percent == kDepositShares[i];
    if (button(ui, fmt::format("round_new.deposit.{}", i),
               Rect{column.x, y, column.w, 64}.column(static_cast<int>(i), 4, kGap),
               {.label = percent_text(ui.words(), kDepositShares[i]),
                .kind = choice_kind(is_chosen),
                .selected = is_chosen,
                .type = Type::SmallStrong}))
      round_.deposit_percent = kDepositShares[i];
  }
  y += 64 + 16;
  text(ui, {column.x, y, column.w, 104},
       ui.words(N_("Who takes part gets an order of her own. The pre-order totals what to make of each item.")),
       {.type = Type::Text, .color = ui.theme().ink2, .upright = Upright::Top, .lines = 4});
}

}  // namespace

std::unique_ptr<Screen> make_round_editor(std::optional<Round> round) {
  return std::make_unique<RoundEditor>(std::move(round));
}

}  // namespace lapak
