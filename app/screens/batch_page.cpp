// screens: a batch as it is being made (ux.md §2.14): how many, how long, of what; what a piece comes to.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>

#include "app/parts/button.h"
#include "app/parts/field.h"
#include "app/parts/figure.h"
#include "app/parts/list.h"
#include "app/parts/row.h"
#include "app/parts/sheet.h"
#include "app/parts/text.h"
#include "app/screens/day_sheet.h"
#include "app/screens/making.h"
#include "app/screens/material_pick.h"
#include "app/screens/material_said.h"
#include "app/screens/note_sheet.h"
#include "app/screens/number_sheet.h"
#include "app/screens/order_said.h"
#include "app/screens/page.h"
#include "app/screens/price_sheet.h"
#include "app/screens/read_aside.h"
#include "app/screens/screen.h"
#include "app/screens/shopping_sheet.h"
#include "app/screens/watched.h"
#include "app/screens/wording.h"
#include "core/base/text.h"
#include "core/catalog/product_store.h"
#include "core/making/batch_commands.h"
#include "core/making/batch_store.h"
#include "core/making/recipe_commands.h"
#include "core/making/recipe_store.h"
#include "core/shop/shop.h"
#include "core/stock/stock_commands.h"

namespace lapak {
namespace {

enum Question { HowMany, Failed, Minutes, Rate, Used, Day, ReadyFrom, BestBefore, PlanFor };
constexpr int kMostBatches = 2'000;

struct View {
  std::string name;
  Unit unit = Unit::Piece;
  Quantity on_hand, yield;
  std::optional<PricedProduct> priced;
  std::vector<BatchRow> history;  // of the same thing
  bool is_plan_open = false;
  std::shared_ptr<const CostBook> book;  // another at each reading
};

View asked(const Database& facts, const BatchBegun& begun) {
  View view;
  auto book = std::make_shared<CostBook>(cost_book(facts));
  const Recipe* recipe = nullptr;
  if (begun.product) {
    view.priced = priced_product(facts, *begun.product);
    view.name = product_label(facts, *begun.product);
    view.on_hand = on_hand(facts, *begun.product);
    recipe = book->recipe_of(*begun.product, view.priced ? view.priced->product.parent : std::nullopt);
  } else if (const auto material = find_material(facts, *begun.material)) {
    view.name = material->name;
    view.unit = material->unit;
    view.on_hand = material_stock(facts, material->id).quantity;
    recipe = book->recipe_of(material->id);
  }
  view.yield = recipe ? recipe->yield : Quantity::of(1);
  for (BatchRow& row : batches(facts, kMostBatches))
    if (row.name == view.name) view.history.push_back(std::move(row));
  view.is_plan_open = begun.plan && is_plan_open(facts, *begun.plan);
  view.book = std::move(book);
  return view;
}

class BatchPage final : public Screen {
 public:
  explicit BatchPage(BatchBegun begun) : begun_(begun) {}

  void refresh(const Shop& shop) override {
    words_ = &shop.profile().screen_words();
    currency_ = &shop.profile().money();
    today_ = shop.today();
    view_.refresh(shop, 0, rooms(&Revisions::making, &Revisions::catalog, &Revisions::stock, &Revisions::sale));
    if (view_.has_view()) follow_recipe(shop);
    pick_.refresh(shop);
    shopping_.refresh(shop);
  }

  void draw(Ui& ui, Intents& out) override {
    view_.read(out, [begun = begun_](const Database& facts, const Profile&, int) { return asked(facts, begun); });
    const PageFrame page = draw_page(
        ui, {.title = view_.has_view() ? say(ui, N_("Batch: {}"), view_->name) : std::string(ui.words(N_("Batch"))),
             .main = ui.words(N_("Record the batch")),
             .main_icon = icon::check,
             .main_enabled = is_whole(),
             .side = ui.size() == SizeClass::Compact ? 150.0f : 176.0f});
    if (page.back) out.add(Back{});
    if (!view_.has_view() || !is_begun_) return;
    if (button(ui, "batch.history", page.side,
               {.label = ui.words(N_("History")), .icon = icon::clock_counter_clockwise}))
      shows_history_ = true;
    if (page.main == Press::Tap) out.perform(MakeBatch{batch_});
    if (page.main == Press::TapDisabled)
      out.add(ShowToast{
          .sentence = std::string(ui.words(batch_.rejects > batch_.made ? N_("More pieces failed than were made.")
                                                                        : N_("Say how many were made."))),
          .icon = icon::info});
    const float side = ui.size() == SizeClass::Compact ? 268.0f : 360.0f;
    const Rect left{page.content.x, 80, page.content.w - side - 24, page.content.bottom() - 80};
    draw_terms(ui, page.content);
    const Rect foot = left.bottom_part(56);
    const Rect keys{left.x, foot.y - 72, left.w, 64};
    draw_materials(ui, {left.x, 200, left.w, keys.y - 8 - 200});
    draw_keys(ui, keys, out);
    draw_summary(ui, {page.content.right() - side, 208, side, page.content.bottom() - 208});
    text(ui, foot, foot_said(ui), {.type = Type::Small, .color = ui.theme().ink2, .lines = 2, .name = "batch.foot"});
    take_answers(ui, out);
  }

  void performed(const Outcome& outcome, Intents& out) override {
    pick_.performed(outcome);
    if (price_.performed(outcome, *words_, *currency_, out)) return;
    std::string said;
    if (outcome.kind == "make_batch")
      said = say(*words_, N_("{}: {} made"), outcome.label, words_->quantity(batch_.good()));
    else if (outcome.kind == "plan_batch")
      said = is_calling_off_ ? say(*words_, N_("The plan for {} is called off"), outcome.label)
                             : say(*words_, N_("{} is planned"), outcome.label);
    else
      return;
    out.add(ShowToast{
        .sentence = std::move(said), .icon = icon::check_circle, .offers_undo = outcome.is_undoable, .lasts_s = 10});
    out.add(Back{});
  }
  bool refused(const Problem&) override {
    is_calling_off_ = false;
    return false;
  }

 private:
  bool is_whole() const {
    return view_.has_view() && is_begun_ && batch_.made > Quantity{} && batch_.rejects <= batch_.made;
  }

  // Another count, or another recipe: what was not said by hand follows.
  void follow_recipe(const Shop& shop) {
    if (!is_begun_) {
      batch_.made = begun_.quantity > Quantity{} ? begun_.quantity : view_->yield;
      is_begun_ = true;
    }
    if (followed_ == batch_.made && book_ == view_->book) return;
    followed_ = batch_.made;
    book_ = view_->book;
    const Date day = batch_.business_date == Date{} ? today_ : batch_.business_date;
    BatchMade by = batch_by_recipe(shop.facts(), *book_, begun_.product, begun_.material, batch_.made, day);
    for (const auto& [material, quantity] : by_hand_) {
      const auto found = std::ranges::find(by.used, material, &UsedMaterial::material);
      if (found != by.used.end())
        found->quantity = quantity;
      else
        by.used.push_back({material, quantity, {}});
    }
    std::erase_if(by.used, [](const UsedMaterial& one) { return one.quantity.is_zero(); });
    by.rejects = std::min(batch_.rejects, batch_.made);
    by.lot = batch_.lot;
    by.plan = begun_.plan;
    if (said_minutes_) by.minutes = batch_.minutes;
    if (said_ready_) by.ready_from = batch_.ready_from;
    if (said_best_) by.best_before = batch_.best_before;
    batch_ = std::move(by);
    charge();
  }

  // What it will be charged with, as far as is known.
  void charge() {
    for (UsedMaterial& one : batch_.used) {
      const MaterialOnHand* of = book_->material(one.material);
      one.value = Money{};
      if (of)
        if (const auto value = charge_for(of->stock, one.quantity)) one.value = *value;
    }
  }

  void set_made(Quantity made) { batch_.made = std::max(made, Quantity{}); }

  void draw_terms(Ui& ui, Rect content) {
    const Words& words = ui.words();
    const bool compact = ui.size() == SizeClass::Compact;
    const float x = content.x, number = compact ? 104.0f : 160.0f, gap = compact ? 12.0f : 24.0f;
    const auto titled = [&](float left, float width, std::string_view label) {
      caption(ui, left, 80, width, words(label));
    };
    const auto box = [&](std::string_view name, Rect place, const std::string& value) {
      return button(ui, name, place, {.label = value, .kind = ButtonKind::Outline, .type = Type::Title});
    };
    titled(x, 160 + number, N_("How many came of it?"));
    const Quantity one = Quantity::of(1);
    if (icon_button(ui, "batch.less", {x, 108, 80, 80}, icon::minus, words(N_("Less"))) && batch_.made > one)
      set_made(batch_.made - one);
    if (box("batch.made", {x + 88, 108, number, 80}, counted(batch_.made, view_->unit, words)))
      ask(ui, HowMany, words(N_("How many came of it?")), NumberKind::Measure, batch_.made.thousandths);
    if (icon_button(ui, "batch.more", {x + 96 + number, 108, 80, 80}, icon::plus, words("More")))
      set_made(batch_.made + one);
    float at = x + 176 + number + gap;
    const float rest = content.right() - at - 3 * gap;
    const float parts[] = {rest * 0.16f, rest * 0.29f, rest * 0.275f, rest * 0.275f};
    int column = 0;
    const auto next = [&](std::string_view name, std::string_view label, const std::string& value) {
      const float width = parts[column++];
      titled(at, width + gap, label);
      const bool tapped =
          button(ui, name, {at, 108, width, 80}, {.label = value, .kind = ButtonKind::Outline, .type = Type::Button});
      at += width + gap;
      return tapped;
    };
    if (next("batch.failed", N_("Failed"), words.quantity(batch_.rejects)))
      ask(ui, Failed, words(N_("Failed")), NumberKind::Measure, batch_.rejects.thousandths);
    const Date day = batch_.business_date == Date{} ? today_ : batch_.business_date;
    if (next("batch.day", N_("Date"), day == today_ ? std::string(words("Today")) : words.short_date(day)))
      day_.open({.title = std::string(words(N_("Date"))),
                 .day = day,
                 .today = today_,
                 .side = DaySide::Past,
                 .question = Day});
    if (next("batch.hours", N_("Hours of work"), say(ui, N_("{} h"), hours_text(words, batch_.minutes))))
      ask(ui, Minutes, words(N_("Hours of work")), NumberKind::Measure, batch_.minutes * 1'000 / 60);
    if (next("batch.rate", N_("An hour"), ui.bare_money(batch_.wage)))
      ask(ui, Rate, words(N_("My hour of work")), NumberKind::Amount, batch_.wage.minor);
  }

  void draw_materials(Ui& ui, Rect area) {
    const Theme& t = ui.theme();
    const Words& words = ui.words();
    const bool compact = ui.size() == SizeClass::Compact;
    const float cost_right = area.right() - 12, there_right = cost_right - (compact ? 84.0f : 180.0f);
    const float used_w = compact ? 112.0f : 132.0f, used_x = there_right - (compact ? 112.0f : 128.0f) - 8 - used_w;
    const auto title = [&](Rect place, std::string_view label, Side side) {
      text(ui, place, words(label), {.type = Type::Small, .color = t.ink2, .align = side});
    };
    title({area.x, area.y, 200, 32}, "Material", Side::Left);
    title({used_x, area.y, used_w, 32}, N_("Takes"), Side::Left);
    title({there_right - 110, area.y, 110, 32}, N_("There is"), Side::Right);
    title({cost_right - 84, area.y, 84, 32}, N_("Cost"), Side::Right);
    const Rect list{area.x, area.y + 32, area.w, area.h - 32};
    if (batch_.used.empty()) {
      empty_state(ui, "batch.none", list,
                  {icon::list_checks, words(N_("No recipe yet: add what this batch took, or write the recipe."))});
      return;
    }
    const RowList rows(ui, "batch.materials", list, {.count = batch_.used.size(), .row_height = 72, .gap = 8});
    for (const RowList::Item& item : rows.visible()) {
      const UsedMaterial& one = batch_.used[item.index];
      const MaterialOnHand* of = book_->material(one.material);
      const Unit unit = of ? of->material.unit : Unit::Piece;
      const Quantity there = of ? of->stock.quantity : Quantity{};
      const bool is_short = there < one.quantity;
      const std::string name = fmt::format("batch.material.{}", item.index);
      const Rect row = item.rect;
      ui.paint().fill(row, is_short ? t.warning_c : t.surface, kRowRadius);
      if (t.is_terik() || !is_short) ui.paint().outline(row, t.divider, t.line_width(), kRowRadius);
      const Color ink = is_short ? t.on_warning_c : t.ink, soft = is_short ? t.on_warning_c : t.ink2;
      text(ui, {row.x + 12, row.y, used_x - row.x - 20, row.h}, of ? of->material.name : std::string("\u2013"),
           {.type = Type::Row, .color = ink, .cut = Cut::Names});
      if (button(ui, name, {used_x, row.y + 8, used_w, 56},
                 {.label = measured(one.quantity, unit, words), .kind = ButtonKind::Outline})) {
        asked_material_ = one.material;
        ask(ui, Used, of ? of->material.name : std::string(), NumberKind::Measure, one.quantity.thousandths);
      }
      const float there_w = there_right - used_x - used_w - 8;
      if (is_short) {
        const float wide = cost_right - (used_x + used_w + 16);
        text(ui, {cost_right - wide, row.y + 8, wide, 28}, measured(there, unit, words),
             {.type = Type::Text, .color = ink, .align = Side::Right});
        text(ui, {cost_right - wide, row.y + 36, wide, 28},
             say(ui, N_("{} short"), measured(one.quantity - there, unit, words)),
             {.type = Type::SmallStrong, .color = ink, .align = Side::Right, .name = name + ".short"});
      } else {
        text(ui, {there_right - there_w, row.y, there_w, row.h}, measured(there, unit, words),
             {.type = Type::Text, .color = soft, .align = Side::Right});
        text(ui, {there_right + 8, row.y, cost_right - there_right - 8, row.h}, ui.bare_money(one.value),
             {.type = Type::Strong, .color = ink, .align = Side::Right});
      }
    }
  }

  void draw_keys(Ui& ui, Rect line, Intents& out) {
    if (button(ui, "batch.add", line.column(0, 3, kGap), {.label = ui.words("Material"), .icon = icon::plus}))
      pick_.open();
    if (button(ui, "batch.shopping", line.column(1, 3, kGap),
               {.label = ui.words(N_("Shopping list")), .icon = icon::basket}))
      shopping_.open();
    if (view_->is_plan_open) {
      if (button(ui, "batch.call_off", line.column(2, 3, kGap),
                 {.label = ui.words(N_("Call the plan off")), .icon = icon::x, .kind = ButtonKind::Outline}))
        wants_call_off_ = true;
    } else if (button(ui, "batch.plan", line.column(2, 3, kGap),
                      {.label = ui.words(N_("Plan it")),
                       .icon = icon::calendar,
                       .kind = ButtonKind::Outline,
                       .enabled = batch_.made > Quantity{}})) {
      day_.open({.title = std::string(ui.words(N_("When will it be made?"))),
                 .day = today_.plus_days(1),
                 .today = today_,
                 .question = PlanFor});
    }
    if (!std::exchange(wants_call_off_, false)) return;
    is_calling_off_ = true;
    BatchPlan plan{.id = *begun_.plan,
                   .product = begun_.product,
                   .material = begun_.material,
                   .quantity = begun_.quantity,
                   .planned_for = today_};
    plan.called_off = true;
    out.perform(PlanBatch{plan});
  }

  void draw_summary(Ui& ui, Rect area) {
    const Words& words = ui.words();
    const bool has_price = view_->priced.has_value();
    const Rect card = has_price ? Rect{area.x, area.y, area.w, area.h - 80} : area;
    plate(ui, card);
    const Rect inside = card.inset(20, 12);
    float y = inside.y;
    const auto line = [&](std::string_view label, const std::string& value, Type type, std::string_view name,
                          std::optional<Color> color = std::nullopt) {
      text(ui, {inside.x, y, inside.w * 0.5f, 28}, words(label), {.type = Type::Text, .color = ui.theme().ink2});
      text(ui, {inside.x + inside.w * 0.5f, y, inside.w * 0.5f, 28}, value,
           {.type = type, .color = color, .align = Side::Right, .name = name});
      y += 30;
    };
    line("Materials", ui.bare_money(batch_.materials()), Type::Text, "batch.cost.materials");
    line(N_("Work"), ui.bare_money(batch_.work()), Type::Text, "batch.cost.work");
    if (!batch_.other.is_zero()) line(N_("Other cost"), ui.bare_money(batch_.other), Type::Text, "batch.cost.other");
    line("Total", ui.bare_money(batch_.cost()), Type::Strong, "batch.cost");
    const Quantity bears = batch_.good() > Quantity{} ? batch_.good() : batch_.made;
    if (bears > Quantity{}) {
      each_ = part_of(batch_.cost(), {1'000, bears.thousandths});
      text(ui, {inside.x, y + 4, inside.w, 24}, words(N_("Cost of a good piece")),
           {.type = Type::Small, .color = ui.theme().ink2});
      amount(ui, {inside.x, y + 28, inside.w, 40}, ui.money(each_),
             {.size = AmountSize::Headline, .align = Side::Left, .name = "batch.each"});
      y += 76;
    }
    if (has_price) {
      const Money price = price_of(*view_->priced);
      line(N_("Price"), ui.bare_money(price), Type::Text, "batch.price.now");
      if (price > Money{})
        line(N_("Gain"), words.percent({(price - each_).minor, price.minor}), Type::Strong, "batch.gain",
             price < each_ ? std::optional(ui.theme().danger) : std::nullopt);
    }
    draw_lot(ui, {inside.x - 8, inside.bottom() - 3 * 56, inside.w + 16, 3 * 56});
    if (has_price &&
        button(ui, "batch.price", area.bottom_part(64), {.label = words(N_("Suggest a price")), .icon = icon::tag})) {
      const PieceCost cost{
          .materials = share(batch_.materials(), bears),
          .work = share(batch_.work(), bears),
          .other = share(batch_.other, bears),
          .overhead = share(overhead(), bears),
          .minute_thousandths = batch_.minutes * 1'000'000 / std::max<std::int64_t>(1, bears.thousandths),
          .is_complete = true};
      price_.open(*view_->priced, cost, book_->rules());
    }
  }
  Money overhead() const {
    const CostRules& rules = book_->rules();
    return part_of(batch_.materials() + batch_.work(), {rules.overhead_bp, kWholeBp}) +
           part_of(rules.overhead_hour, {batch_.minutes, 60});
  }
  static Money share(Money whole, Quantity bears) {
    return bears > Quantity{} ? part_of(whole, {1'000, bears.thousandths}) : whole;
  }

  void draw_lot(Ui& ui, Rect area) {
    const Words& words = ui.words();
    const auto entry = [&](int at, std::string_view name, std::string_view label, const std::string& value) {
      const Rect place{area.x, area.y + 56 * static_cast<float>(at), area.w, 56};
      return row(ui, name, place, {.title = words(label), .trailing = value, .has_divider = false, .has_arrow = true});
    };
    const auto day = [&](const std::optional<Date>& value) {
      return value ? day_of(*value, today_, words) : std::string("\u2013");
    };
    if (entry(0, "batch.lot", N_("Lot"), batch_.lot.empty() ? std::string(words(N_("by day"))) : batch_.lot))
      lot_.open(std::string(words(N_("Lot number"))), batch_.lot);
    const auto ask_day = [&](std::string_view title, const std::optional<Date>& now, int days, Question question) {
      day_.open({.title = std::string(words(title)),
                 .day = std::max(now.value_or(today_.plus_days(days)), today_),
                 .today = today_,
                 .need = DayNeed::Optional,
                 .question = question});
    };
    if (entry(1, "batch.ready", N_("Ready from"), day(batch_.ready_from)))
      ask_day(N_("Ready to sell from"), batch_.ready_from, 7, ReadyFrom);
    if (entry(2, "batch.best", N_("Best before"), day(batch_.best_before)))
      ask_day(N_("Best before"), batch_.best_before, 180, BestBefore);
  }

  std::string foot_said(const Ui& ui) const {
    const Words& words = ui.words();
    return say(ui, N_("Once recorded: {0} goes {1} → {2} · materials go down by themselves · it can be undone"),
               shortened(view_->name, 32), counted(view_->on_hand, view_->unit, words),
               counted(view_->on_hand + batch_.good(), view_->unit, words));
  }

  void ask(Ui& ui, Question question, std::string_view title, NumberKind kind, std::int64_t now) {
    number_.open({.title = std::string(title),
                  .kind = kind,
                  .prefill = now == 0 ? std::nullopt : std::optional(now),
                  .may_be_zero = question != HowMany,
                  .question = question},
                 ui.currency());
  }

  void take_answers(Ui& ui, Intents& out) {
    if (const auto answer = number_.draw(ui)) take_number(*answer, out);
    if (const auto answer = day_.draw(ui)) take_day(*answer, out);
    if (const auto lot = lot_.draw(ui)) batch_.lot = *lot;
    if (const auto picked = pick_.draw(ui, out)) {
      asked_material_ = picked->id;
      ask(ui, Used, picked->name, NumberKind::Measure, 0);
    }
    price_.draw(ui, out);
    shopping_.draw(ui, out);
    draw_history(ui, out);
  }

  void take_number(const NumberSheet::Answer& answer, Intents& out) {
    const std::int64_t value = answer.value.value_or(0);
    switch (static_cast<Question>(answer.question)) {
      case HowMany:
        set_made(Quantity{value});
        break;
      case Failed:
        batch_.rejects = Quantity{value};
        break;
      case Minutes:
        batch_.minutes = std::min(value * 60 / 1'000, kMostRecipeMinutes);
        said_minutes_ = true;
        break;
      case Rate: {
        CostRules rules = book_->rules();
        rules.wage = answer.money();
        out.perform(SaveCostRules{rules});
        break;
      }
      case Used: {
        const Quantity quantity{value};
        by_hand_[asked_material_] = quantity;
        followed_ = Quantity{-1};
        break;
      }
      default:
        break;
    }
  }

  void take_day(const DaySheet::Answer& answer, Intents& out) {
    switch (static_cast<Question>(answer.question)) {
      case Day:
        batch_.business_date = answer.day.value_or(today_);
        followed_ = Quantity{-1};  // what cures and keeps is counted from it
        break;
      case ReadyFrom:
        batch_.ready_from = answer.day;
        said_ready_ = true;
        break;
      case BestBefore:
        batch_.best_before = answer.day;
        said_best_ = true;
        break;
      case PlanFor:
        out.perform(PlanBatch{{.id = begun_.plan.value_or(Id<Batch>{}),
                               .product = begun_.product,
                               .material = begun_.material,
                               .quantity = batch_.made,
                               .planned_for = answer.day.value_or(today_)}});
        break;
      default:
        break;
    }
  }

  void draw_history(Ui& ui, Intents& out) {
    Sheet sheet(ui, "batches", shows_history_,
                {.title = ui.words(N_("Batches until now")), .close_label = ui.words(N_("Close"))});
    if (!sheet.visible()) return;
    if (sheet.dismissed()) shows_history_ = false;
    const Rect content = sheet.content();
    if (view_->history.empty()) {
      empty_state(ui, "batches.none", content, {icon::cooking_pot, ui.words(N_("None was made yet."))});
      return;
    }
    const RowList rows(ui, "batches.list", content, {.count = view_->history.size()});
    for (const RowList::Item& item : rows.visible()) {
      const BatchRow& one = view_->history[item.index];
      if (row(ui, fmt::format("batches.{}", item.index), item.rect,
              {.title = one.is_taken_back ? say(ui, N_("{} · taken back"), one.lot) : one.lot,
               .subtitle = ui.words().short_date(one.business_date),
               .trailing = ui.words().quantity(one.made - one.rejects),
               .trailing_sub = ui.bare_money(one.cost),
               .has_arrow = true})) {
        shows_history_ = false;
        out.add(Open{make_batch_record(one.id)});
      }
    }
  }

  BatchBegun begun_;
  const Words* words_ = nullptr;
  const Currency* currency_ = nullptr;
  Date today_;
  ReadAside<int, View> view_;
  BatchMade batch_;
  std::shared_ptr<const CostBook> book_;  // that the batch was reckoned by
  Quantity followed_{-1};
  std::map<Id<Material>, Quantity> by_hand_;
  Id<Material> asked_material_;
  Money each_;
  bool is_begun_ = false, said_minutes_ = false, said_ready_ = false, said_best_ = false;
  bool shows_history_ = false, wants_call_off_ = false, is_calling_off_ = false;
  NumberSheet number_{"batch.number"};
  DaySheet day_{"batch.date"};
  NoteSheet lot_{"batch.lot.note"};
  MaterialPick pick_;
  PriceSheet price_;
  ShoppingSheet shopping_;
};

}  // namespace

std::unique_ptr<Screen> make_batch_page(BatchBegun begun) {
  return std::make_unique<BatchPage>(begun);
}

}  // namespace lapak
